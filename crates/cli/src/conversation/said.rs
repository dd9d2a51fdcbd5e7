//! What is told about a conversation on the command line, read into the method's words.
//!
//! Serves the conversation. It reads days and names; whether what they say can be, the method decides.

use clap::Args;
use jiff::civil::Date;
use method::ask::named::name_and_organization;
use method::campaign::Campaign;
use method::change::Refusal;
use method::conversation::capture_referral::Named;
use method::conversation::promise::Promise;
use method::conversation::{Heard, Ladder, Warmth};
use method::day::{self, Toward};
use method::id::{PersonId, StoryId};
use method::questions::Question;
use method::speech::fold;

/// What happened. Each may be left out, and most may be given again.
#[derive(Debug, Args)]
pub struct Said {
    /// When it was; today unless you say so
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// How far it went; otherwise it follows from the rest
    #[arg(long, value_name = "not_much|listened|named_someone|made_the_call", value_parser = rung)]
    pub ladder: Option<Ladder>,
    /// What you learned
    #[arg(long, value_name = "TEXT")]
    pub learned: Option<String>,
    /// A person they named
    #[arg(long, value_name = "NAME, ORGANIZATION")]
    named: Vec<String>,
    /// A person to whom they offered to introduce you; if they called at once, say `--ladder made_the_call` too
    #[arg(long, value_name = "NAME, ORGANIZATION")]
    introduced: Vec<String>,
    /// An organization they named, without a person
    #[arg(long, value_name = "NAME")]
    pub organization: Vec<String>,
    /// What you promised: "send the outline by friday"
    #[arg(long, value_name = "TEXT by DAY")]
    promised: Vec<String>,
    /// What they promised: "send the report by friday"
    #[arg(long, value_name = "TEXT by DAY")]
    they_promised: Vec<String>,
    /// A direction that looks better since
    #[arg(long, value_name = "IDEA")]
    warmer: Vec<String>,
    /// A direction that looks worse since
    #[arg(long, value_name = "IDEA")]
    colder: Vec<String>,
    /// The version of your story that you told, by its name
    #[arg(long, value_name = "NAME")]
    story: Option<String>,
    /// A question that led further, by its number in `halfhour questions PERSON`, or by its words
    #[arg(long, value_name = "N|WORDS")]
    led_further: Vec<String>,
}

/// Reads a rung of the ladder, however its words are joined.
fn rung(text: &str) -> Result<Ladder, String> {
    let word = text.trim().to_lowercase().replace([' ', '-'], "_");
    let words: Vec<&str> = Ladder::ALL.iter().map(|ladder| ladder.word()).collect();
    Ladder::from_word(&word).ok_or_else(|| format!("say one of {}", words.join(", ")))
}

impl Said {
    /// Whether nothing was told.
    pub fn is_nothing(&self) -> bool {
        let one = [&self.on, &self.learned, &self.story];
        let many = [
            &self.named,
            &self.introduced,
            &self.organization,
            &self.promised,
            &self.they_promised,
            &self.warmer,
            &self.colder,
            &self.led_further,
        ];
        self.ladder.is_none() && one.iter().all(|value| value.is_none()) && many.iter().all(|values| values.is_empty())
    }

    /// Whether only empty values were given.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.organization, &self.promised, &self.they_promised, &self.warmer, &self.colder];
        let texts = texts.into_iter().flatten().chain(&self.learned).chain(&self.story);
        let told = self.ladder.is_some() || self.on.is_some() || !self.named.is_empty() || !self.introduced.is_empty();
        !self.is_nothing() && !told && texts.map(|text| text.trim()).all(str::is_empty)
    }

    /// Who was named, those with an introduction last.
    pub fn named(&self) -> Vec<Named> {
        let without = self.named.iter().map(|text| named(text, false));
        without.chain(self.introduced.iter().map(|text| named(text, true))).collect()
    }

    /// Directions that became warmer or colder.
    pub fn directions(&self) -> Vec<Heard> {
        let heard = |text: &String, warmth| Heard { direction: text.clone(), warmth };
        let warmer = self.warmer.iter().map(|text| heard(text, Warmth::Warmer));
        warmer.chain(self.colder.iter().map(|text| heard(text, Warmth::Colder))).collect()
    }

    /// What the seeker promised, and what was promised to them.
    pub fn promises(&self, today: Date, held_on: Date) -> (Vec<Promise>, Vec<Promise>) {
        let read = |texts: &[String]| texts.iter().map(|text| promise(text, today, held_on)).collect();
        (read(&self.promised), read(&self.they_promised))
    }

    /// The words of the questions that led further; a number means the question that stands there.
    pub fn led_further(
        &self,
        campaign: &Campaign,
        person: PersonId,
        questions: &[Question],
    ) -> Result<Vec<String>, Refusal> {
        let words = self.led_further.iter().map(|told| match told.trim().parse::<usize>() {
            Ok(number) => match number.checked_sub(1).and_then(|place| questions.get(place)) {
                Some(question) => Ok(question.text.clone()),
                None => Err(Refusal::usage(
                    format!("There is no question {number} for {}.", campaign.name(person)),
                    format!("See them: `halfhour questions {person}`"),
                )),
            },
            Err(_) => Ok(told.clone()),
        });
        words.collect()
    }

    /// The version of the story that was told, by its name or its id; of several with that name the newest.
    pub fn story(&self, campaign: &Campaign) -> Result<Option<StoryId>, Refusal> {
        let Some(told) = self.story.as_deref().filter(|told| !told.trim().is_empty()) else { return Ok(None) };
        let by_id = told.trim().to_lowercase().parse().ok().filter(|id| campaign.stories.contains_key(id));
        let by_name = campaign.stories.values().filter(|story| fold(&story.name) == fold(told));
        let by_name = by_name.max_by_key(|story| (!story.dropped, story.id)).map(|story| story.id);
        match by_id.or(by_name) {
            Some(id) => Ok(Some(id)),
            None => Err(Refusal::unknown(
                format!("You have no version of your story called “{told}”."),
                "`halfhour story` shows the versions you have written.",
            )),
        }
    }
}

fn named(text: &str, introduction: bool) -> Named {
    let (name, organization) = name_and_organization(text);
    Named { name, organization, introduction }
}

/// `TEXT by DAY`: what follows the last " by ", when it can be read as a day; otherwise all of it is the text.
fn promise(text: &str, today: Date, held_on: Date) -> Promise {
    let last = text.to_ascii_lowercase().rfind(" by ");
    let split = last.and_then(|at| Some((text.get(..at)?, promised_for(text.get(at + 4..)?, today, held_on)?)));
    match split {
        Some((what, due_on)) if !what.trim().is_empty() => {
            Promise { text: what.trim().to_owned(), due_on: Some(due_on) }
        }
        _ => Promise { text: text.trim().to_owned(), due_on: None },
    }
}

/// How far ahead a day without a year may lie before the same words, spoken on the day of the conversation, are taken.
const FAR: i32 = 180;

/// The next such day from today on. A conversation of last week may hold a promise that was due since: "by 24 nov",
/// told on the 25th, means yesterday and not next year.
fn promised_for(text: &str, today: Date, held_on: Date) -> Option<Date> {
    let text = text.trim().trim_end_matches('.');
    match day::read(text, today, Toward::Future) {
        Ok(from_today) if day::days_between(today, from_today) < FAR => Some(from_today),
        Ok(_) => day::parse(text, held_on, Toward::Future),
        Err(day::Unread::Over(day)) => Some(day),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// A Monday.
    const TODAY: Date = date(2026, 11, 23);

    #[rstest::rstest]
    #[case::a_day("send the outline by friday", "send the outline", Some(date(2026, 11, 27)))]
    #[case::the_last_by_counts("stop by the ward by 2 dec", "stop by the ward", Some(date(2026, 12, 2)))]
    #[case::no_day_after_it("stop by the ward", "stop by the ward", None)]
    #[case::capitals_and_a_full_stop("Send it BY Next Tuesday.", "Send it", Some(date(2026, 11, 24)))]
    #[case::nothing_before_it(" by friday", "by friday", None)]
    #[case::letters_of_two_bytes("Grüße an Zoë by tomorrow", "Grüße an Zoë", Some(date(2026, 11, 24)))]
    #[case::a_day_since("call back by 20 nov", "call back", Some(date(2026, 11, 20)))]
    fn a_promise_may_name_its_day(#[case] said: &str, #[case] text: &str, #[case] due_on: Option<Date>) {
        let held_on = date(2026, 11, 17);
        assert_eq!(promise(said, TODAY, held_on), Promise { text: text.to_owned(), due_on });
    }

    #[rstest::rstest]
    #[case("Dan Okafor", "Dan Okafor", None)]
    #[case("Dan Okafor, Mercy Health", "Dan Okafor", Some("Mercy Health"))]
    #[case(" Dan Okafor ,Acme, Inc.", "Dan Okafor", Some("Acme, Inc."))]
    #[case(", Mercy", "", Some("Mercy"))]
    fn a_name_may_carry_an_organization(#[case] said: &str, #[case] name: &str, #[case] at: Option<&str>) {
        let read = named(said, false);
        assert_eq!((read.name.as_str(), read.organization.as_deref()), (name, at));
    }
}

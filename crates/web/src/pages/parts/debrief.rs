//! How a conversation went, as a form: its fields, and what they say. Serves conversation.
//!
//! The same fields record a conversation and add to one. What was typed is shown again when the method says no.

use jiff::civil::Date;
use maud::{Markup, html};
use method::ask::named::name_and_organization;
use method::campaign::Campaign;
use method::conversation::capture_referral::Named;
use method::conversation::promise::Promise;
use method::conversation::{Heard, Ladder, Warmth};
use method::day::{Toward, plus_days};
use method::id::StoryId;
use method::questions::Question;

use super::form;
use crate::error::Trouble;
use crate::visit::Visit;

/// How many people can be named at once. Few conversations bring more, and those can be added afterwards.
const PEOPLE: usize = 3;

/// What the form says. Empty fields say nothing.
#[derive(Debug, Clone)]
pub struct Said {
    /// How far it went.
    pub ladder: Option<Ladder>,
    /// What was learned.
    pub learned: Option<String>,
    /// Who was named.
    pub named: Vec<Named>,
    /// What the seeker promised.
    pub promised: Vec<Promise>,
    /// What was promised to the seeker.
    pub promised_to_me: Vec<Promise>,
    /// Ideas that became warmer or colder.
    pub directions: Vec<Heard>,
    /// Organizations named without a person.
    pub organizations: Vec<String>,
    /// The version of the story that was told.
    pub story: Option<StoryId>,
    /// The words of the questions that led further.
    pub led_further: Vec<String>,
}

/// Reads the form.
///
/// # Errors
/// When a day is no day.
pub fn said(visit: &Visit) -> Result<Said, Trouble> {
    let heard = |name: &str, warmth| listed(visit.field(name)).map(move |direction| Heard { direction, warmth });
    Ok(Said {
        ladder: Ladder::from_word(visit.field("ladder")),
        learned: visit.told("learned"),
        named: (1..=PEOPLE).filter_map(|place| named(visit, place)).collect(),
        promised: promised(visit, "promised")?,
        promised_to_me: promised(visit, "they_promised")?,
        directions: heard("warmer", Warmth::Warmer).chain(heard("colder", Warmth::Colder)).collect(),
        organizations: listed(visit.field("organizations")).collect(),
        story: visit.field("story").parse().ok(),
        led_further: ticked(visit).map(str::to_owned).collect(),
    })
}

impl Said {
    /// Whether the form was sent with nothing in it.
    pub fn is_nothing(&self) -> bool {
        let lists = [self.named.is_empty(), self.promised.is_empty(), self.promised_to_me.is_empty()];
        let told = [self.directions.is_empty(), self.organizations.is_empty(), self.learned.is_none()];
        let more = told.into_iter().chain([self.led_further.is_empty()]);
        self.ladder.is_none() && lists.into_iter().chain(more).all(|empty| empty)
    }
}

/// An organization without a name is kept too, so that the method can say that the name is missing.
fn named(visit: &Visit, place: usize) -> Option<Named> {
    let (name, at) = (visit.field(&format!("name{place}")), visit.told(&format!("at{place}")));
    if name.is_empty() && at.is_none() {
        return None;
    }
    let introduction = visit.ticked(&format!("introduces{place}"));
    let (name, organization) = match at {
        Some(at) => (name.to_owned(), Some(at)),
        None => name_and_organization(name),
    };
    Some(Named { name, organization, introduction })
}

fn promised(visit: &Visit, name: &str) -> Result<Vec<Promise>, Trouble> {
    let by = format!("{name}_by");
    let due_on = if visit.field(&by).is_empty() { None } else { Some(visit.day(&by, Toward::Future)?) };
    Ok(visit.told(name).map(|text| Promise { text, due_on }).into_iter().collect())
}

/// One on each line, or with semicolons between.
fn listed(text: &str) -> impl Iterator<Item = String> {
    text.split(['\n', ';']).map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned)
}

/// What was learned, who was named and what was promised.
pub fn fields(visit: &Visit, learned: &str) -> Markup {
    html! {
        (form::lines("learned", "What did you learn?", "A sentence is plenty.", learned))
        (people(visit))
        fieldset.promises {
            legend { "Did anybody promise something?" }
            (promise(visit, "promised", "You promised to", "send the outline"))
            (promise(visit, "they_promised", "They promised to", "pass on the report"))
        }
    }
}

/// What comes up less often: ideas, and organizations without a person.
pub fn also(visit: &Visit, campaign: &Campaign, told: Option<StoryId>) -> Markup {
    let told = visit.field("story").parse().ok().or(told);
    html! {
        (stories(campaign, told))
        @let also = ["warmer", "colder", "organizations"];
        details.also open[also.iter().any(|name| !visit.field(name).is_empty())] {
            summary { "An idea, or an organization" }
            (form::line("warmer", "Which idea looks better now?", "", visit.field("warmer")))
            (form::line("colder", "Which looks worse?", "", visit.field("colder")))
            (form::line("organizations", "An organization they named without a person", "", visit.field("organizations")))
        }
    }
}

/// The questions that were ticked.
fn ticked(visit: &Visit) -> impl Iterator<Item = &str> {
    visit.form.iter().filter(|(name, _)| name == "led").map(|(_, words)| words.trim())
}

/// Which of the questions led further; nothing where none was planned.
pub fn led_further(visit: &Visit, asked: Vec<Question>, noted: &[String]) -> Markup {
    let mut texts: Vec<String> = asked.into_iter().map(|one| one.text).collect();
    texts.extend(noted.iter().filter(|text| !texts.contains(text)).cloned().collect::<Vec<_>>());
    let chosen =
        |text: &String| if visit.form.is_empty() { noted.contains(text) } else { ticked(visit).any(|one| one == text) };
    html! {
        @if !texts.is_empty() {
            details.also open[texts.iter().any(chosen)] {
                summary { "Which questions led further?" }
                p.help { "The next plans ask them first." }
                @for text in &texts {
                    label.tick dir="auto" { input type="checkbox" name="led" value=(text) checked[chosen(text)]; span { (text) } }
                }
            }
        }
    }
}

/// Which version of the story was told; nothing where none is written.
fn stories(campaign: &Campaign, told: Option<StoryId>) -> Markup {
    let stories = campaign.stories.values().filter(|story| !story.dropped || told == Some(story.id));
    let stories: Vec<_> = stories.collect();
    html! {
        @if !stories.is_empty() {
            div.field {
                label for="story" { "Which story did you tell?" }
                select #story name="story" {
                    option value="" { "None, or I do not remember" }
                    @for story in stories.iter().rev() { option value=(story.id) selected[told == Some(story.id)] { (story.name) } }
                }
            }
        }
    }
}

fn people(visit: &Visit) -> Markup {
    let filled = |place| named(visit, place).is_some();
    html! {
        fieldset.named {
            legend { "Whom did they name?" }
            (one_person(visit, 1))
            details open[(2..=PEOPLE).any(filled)] {
                summary { "More people" }
                @for place in 2..=PEOPLE { (one_person(visit, place)) }
            }
        }
    }
}

fn one_person(visit: &Visit, place: usize) -> Markup {
    let (name, at, introduces) = (format!("name{place}"), format!("at{place}"), format!("introduces{place}"));
    html! {
        div.line {
            input type="text" name=(name) value=(visit.field(&name)) aria-label={ "Person " (place) } placeholder="Person" autocomplete="off" dir="auto";
            input type="text" name=(at) value=(visit.field(&at)) aria-label={ "Where person " (place) " works" } placeholder="Organization" autocomplete="off" dir="auto";
            label.tick {
                input type="checkbox" name=(introduces) value="yes" checked[visit.ticked(&introduces)];
                span { "introduction promised" span.sr { " to person " (place) } }
            }
        }
    }
}

fn promise(visit: &Visit, name: &str, label: &str, example: &str) -> Markup {
    let by = format!("{name}_by");
    html! {
        div.line.promise {
            div {
                label for=(name) { (label) }
                input #(name) type="text" name=(name) value=(visit.field(name)) placeholder=(example) autocomplete="off" dir="auto";
            }
            div.by {
                label for=(by) { "By " span.muted { "(if a day was named)" } }
                input #(by) type="date" name=(by) value=(visit.field(&by)) max=(plus_days(visit.today, 3650));
            }
        }
    }
}

/// The day on which it was.
pub fn held_on(visit: &Visit, usual: Date) -> Markup {
    let told = visit.field("held_on");
    html! {
        div.field.day {
            label for="held_on" { "When was it?" }
            input #held_on type="date" name="held_on" max=(visit.today)
                value=(if told.is_empty() { usual.to_string() } else { told.to_owned() });
        }
    }
}

//! The sentences that an ask is made of, each there only when its fact is. Serves the four forms and the call sheet.

use jiff::civil::Date;

use super::relation::Relation;
use crate::campaign::Campaign;
use crate::case::bearing::bearing;
use crate::case::prefill::{giver, referral};
use crate::conversation::earlier::talked_on;
use crate::day;
use crate::direction::Direction;
use crate::draft::check;
use crate::id::PersonId;
use crate::questions::slots;
use crate::speech::aim::{aim, fields, organizations, role};
use crate::speech::{fold, list_of, name, phrase, sentence, sentences, told, work};

/// What can be said to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pieces {
    /// What to call them.
    pub whom: Option<String>,
    /// The seeker's name.
    pub me: Option<String>,
    /// What ties the two together: an earlier talk, who named them, how they know each other.
    pub tie: Option<String>,
    /// How the two stand to each other.
    pub relation: Relation,
    /// That it has been years, when it has.
    pub silence: Option<String>,
    /// What the seeker values in them.
    pub value: Option<String>,
    /// Where the seeker wants to go, as a sentence.
    pub heading: String,
    /// The same in a few words: "patient safety".
    pub about: Option<String>,
    /// Why this person sees it well.
    pub inside: Option<String>,
    /// How many ideas there are to try, so that ideas may be spoken of.
    pub ideas: usize,
}

impl Pieces {
    /// What the facts give.
    pub fn known(campaign: &Campaign, today: Date, person: PersonId) -> Pieces {
        let shown = campaign.shown(person);
        let direction = &campaign.direction;
        let relation = Relation::of(campaign, today, person);
        let bears = bearing(campaign, today, person);
        let value = shown.told().and_then(|told| told.valued_for.as_deref()).and_then(told::valued);
        let tie = tie(campaign, today, person);
        let said: Vec<String> = tie.iter().chain(&value).cloned().collect();
        Pieces {
            whom: name::greeting(&shown),
            me: name::own(&campaign.seeker),
            tie,
            relation,
            silence: (bears.long_silent && relation != Relation::Talked)
                .then(|| "It has been a good while since we were last in touch.".to_owned()),
            value,
            heading: heading(direction, relation),
            about: aim(direction),
            inside: own_why(campaign, person, &said).or_else(|| inside(campaign, today, person)),
            ideas: slots::ideas(campaign).len(),
        }
    }

    /// "Hello Maya", without an end.
    pub fn hello(&self) -> String {
        match &self.whom {
            Some(whom) => format!("Hello {whom}"),
            None => "Hello".to_owned(),
        }
    }

    /// "Hello Maya, this is Ruth Adler."
    pub fn spoken_hello(&self) -> String {
        match &self.me {
            Some(me) => format!("{}, this is {me}.", self.hello()),
            None => format!("{}.", self.hello()),
        }
    }

    /// The close of every ask: open, and to be answered with yes or no.
    pub fn close(&self) -> &'static str {
        match self.relation {
            Relation::Talked => "Would you be open to another half hour with me, in person or by phone?",
            Relation::Known => "Would you be open to sitting down with me for half an hour, in person or by phone?",
            _ => "Would you be open to half an hour with me, in person or by phone?",
        }
    }

    /// The same in fewer words, for a short message.
    pub fn short_close(&self) -> &'static str {
        match self.relation {
            Relation::Talked => "Would you be open to another half hour, in person or by phone?",
            _ => "Would you be open to half an hour, in person or by phone?",
        }
    }

    /// What the seeker brings: questions, and ideas when there are any.
    pub fn brings(&self) -> &'static str {
        match self.ideas {
            0 => "some questions",
            1 => "some questions and an idea",
            2 => "some questions and a couple of ideas",
            _ => "some questions and a few ideas",
        }
    }

    /// What the seeker would like from them.
    pub fn wish(&self) -> String {
        let view = if self.ideas == 0 { "I'd like to hear how you see things" } else { "I'd like your view on them" };
        format!("I have {}, and {view}.", self.brings())
    }
}

/// The closest true tie: an earlier talk and who named them since, else who named them, else how they know each other.
fn tie(campaign: &Campaign, today: Date, person: PersonId) -> Option<String> {
    if let Some(last) = talked_on(campaign, person, today).max() {
        let thanks = format!("Thank you again for our talk on {}.", day::spoken(last, today));
        let since = referral(campaign, person).filter(|named| named.named_on > last);
        let anew = since.and_then(|named| Some((giver(campaign, named)?, named.introduced_on.is_some())));
        return Some(match anew {
            Some((giver, true)) => format!("{thanks} Since then {giver} introduced us again."),
            Some((giver, false)) => format!("{thanks} Since then {giver} gave me your name too."),
            None => thanks,
        });
    }
    if let Some(named) = referral(campaign, person)
        && let Some(giver) = giver(campaign, named)
    {
        return Some(match named.introduced_on {
            Some(_) => format!("{giver} introduced us."),
            None => format!("{giver} gave me your name."),
        });
    }
    told::acquaintance(campaign.people.get(&person)?, today)
}

/// Where the seeker wants to go, as they would say it.
fn heading(direction: &Direction, relation: Relation) -> String {
    let working = if relation == Relation::Talked { "I'm still working out" } else { "I'm working out" };
    let field = fields(direction).into_iter().next();
    let role = role(direction);
    let drawn = match (field, role) {
        (Some(field), Some(role)) => format!("{field}, perhaps as {role}"),
        (Some(field), None) => field,
        (None, Some(role)) => format!("working as {role}"),
        (None, None) => {
            let other = direction.roles.iter().find_map(|told| work::work(told));
            let mut places = organizations(direction);
            places.truncate(2);
            let like = (!places.is_empty()).then(|| format!("organizations like {}", list_of(&places, "and")));
            let Some(other) = other.or(like) else {
                return format!("{working} my next step.");
            };
            other
        }
    };
    sentence(&format!("{working} my next step, and I'm drawn to {drawn}"))
}

/// Why this person, in the seeker's own words of the case: the first sentence that speaks to them, that is not `said`
/// beside it and that the draft check would not point out.
fn own_why(campaign: &Campaign, person: PersonId, said: &[String]) -> Option<String> {
    let case = campaign.cases.values().find(|case| case.person == person)?;
    let is_said = |text: &str| said.iter().any(|one| fold(one).contains(&fold(text)));
    let is_of_the_tie = |text: &str| [" gave me your name", " introduced us"].iter().any(|how| text.ends_with(how));
    let speaks = |text: &String| {
        let to_them = ["you", "your", "yours", "you've", "you’ve", "you're", "you’re"];
        text.split(' ').any(|word| to_them.contains(&word.to_lowercase().trim_matches(',')))
            && told::speaks_to_them(text)
            && !is_said(text)
            && !is_of_the_tie(text)
            && check(&sentence(text)).is_empty()
    };
    let stated = sentences(&case.why).filter(|one| !one.trim_end().ends_with('?'));
    stated.filter_map(phrase).find(speaks).map(|text| sentence(&text))
}

/// Why this person sees it well: they do it, or they are where the seeker would like to be.
fn inside(campaign: &Campaign, today: Date, person: PersonId) -> Option<String> {
    let shown = campaign.shown(person);
    let bears = bearing(campaign, today, person);
    if bears.made_your_move {
        return Some("You made a move much like the one I'm thinking about.".to_owned());
    }
    if bears.does.is_some() {
        let title = shown.title().and_then(work::title)?;
        return Some(format!("As {}, you know that work from the inside.", after_as(&title)));
    }
    let at = bears.at?;
    Some(format!("I'd like to understand {at} better, and you know it from the inside."))
}

/// A title after "as": an article when it is an ordinary one, none when it is an office such as "Director of Nursing".
fn after_as(title: &str) -> String {
    let office = title.chars().next().is_some_and(char::is_uppercase) && title.contains(' ');
    let small = work::as_role(title).filter(|_| !office);
    small.unwrap_or_else(|| title.to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::conversation::Ladder;
    use crate::scene::{Scene, TODAY, p};

    #[test]
    fn whoever_named_them_again_since_a_talk_is_said_too() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        scene.named(1, 2, date(2026, 10, 2)).met(2, date(2026, 11, 10), Ladder::Listened);
        let said = |scene: &Scene| tie(&scene.campaign, TODAY, p(2)).unwrap();
        let thanks = "Thank you again for our talk on Tuesday 10 November.";
        assert_eq!(said(&scene), thanks);
        scene.named(1, 2, date(2026, 11, 12));
        assert_eq!(said(&scene), format!("{thanks} Since then Ana Pereira gave me your name too."));
        scene.last_referral(|named| named.introduced_on = Some(date(2026, 11, 13)));
        assert_eq!(said(&scene), format!("{thanks} Since then Ana Pereira introduced us again."));
    }
}

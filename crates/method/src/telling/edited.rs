//! What was edited, in plain words: which of somebody's values changed, never the values themselves.
//!
//! Serves the history. The values stay out of its lines, so that a line holds nothing that a forgetting would miss.

use crate::ask::Ask;
use crate::conversation::{Commitment, Conversation};
use crate::direction::{Direction, Week};
use crate::list::Person;
use crate::seeker::Seeker;

/// Names those that are true: "your name, your profiles and where you work".
fn named(what: &[(bool, &str)]) -> String {
    let names: Vec<&str> = what.iter().filter(|(changed, _)| *changed).map(|(_, name)| *name).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// What follows the name of a fact that was edited.
fn after_colon(names: &str) -> String {
    if names.is_empty() { String::new() } else { format!(": {names}") }
}

/// About the seeker.
pub(super) fn seeker(old: &Seeker, new: &Seeker) -> String {
    let names = named(&[
        (old.name != new.name, "your name"),
        (old.headline != new.headline, "the line about you"),
        (old.addresses != new.addresses, "your e-mail addresses"),
        (old.links != new.links, "your profiles"),
        (old.employed_now != new.employed_now || old.employer != new.employer, employment(new)),
    ]);
    if names.is_empty() { "noted what you told about yourself".to_owned() } else { format!("noted {names}") }
}

fn employment(new: &Seeker) -> &'static str {
    match (new.employed_now, &new.employer) {
        (Some(false), _) => "that you are not employed",
        (_, Some(_)) => "where you work",
        (Some(true), None) => "that you are employed",
        (None, None) => "that it is open whether you are employed",
    }
}

/// About where the search should go.
pub(super) fn direction(old: &Direction, new: &Direction) -> String {
    let names = named(&[
        (old.search != new.search, "the kind of search"),
        (old.fields != new.fields, "fields"),
        (old.roles != new.roles, "roles"),
        (old.organizations != new.organizations, "organizations"),
        (old.places != new.places, "places"),
    ]);
    format!("set where the search should go{}", after_colon(&names))
}

/// About the week.
pub(super) fn week(old: &Week, new: &Week) -> String {
    if (Week { warmed_up_on: new.warmed_up_on, ..old.clone() }) == *new {
        return "wrote an easy message to warm up".to_owned();
    }
    let names = named(&[
        (old.slots != new.slots, "times for calls"),
        (old.conversations != new.conversations, "conversations a week"),
        (old.weekdays != new.weekdays, "your weekdays"),
        (old.days_off != new.days_off, &days_off(old, new)),
    ]);
    format!("planned the week{}", after_colon(&names))
}

fn days_off(old: &Week, new: &Week) -> String {
    let fresh = new.days_off.iter().filter(|day| !old.days_off.iter().any(|known| known.on == day.on)).count();
    let gone = old.days_off.iter().filter(|day| !new.days_off.iter().any(|known| known.on == day.on)).count();
    match (fresh, gone) {
        (1, 0) => "a day off".to_owned(),
        (many, 0) if many > 1 => format!("{many} days off"),
        _ => "days off".to_owned(),
    }
}

/// About a person.
pub(super) fn person(old: &Person, new: &Person) -> String {
    let names = named(&[
        (old.name != new.name, "the name"),
        (old.emails != new.emails, "e-mail addresses"),
        (old.phones != new.phones, "telephone numbers"),
        (old.links != new.links, "links"),
        (old.organization != new.organization, "the organization"),
        (old.title != new.title, "the title"),
        (old.known_since_on != new.known_since_on, "since when you know each other"),
        (old.how_known != new.how_known, "how you know each other"),
        (old.valued_for != new.valued_for, "what you value in them"),
        (old.not_before_on != new.not_before_on, "from when on to call"),
        (old.notes != new.notes, "your notes"),
    ]);
    format!("edited {{{}}}{}", new.id, after_colon(&names))
}

/// About an ask.
pub(super) fn ask(old: &Ask, new: &Ask) -> String {
    let person = new.person;
    if old.second_tried_on != new.second_tried_on && new.second_tried_on.is_some() {
        return format!("noted that a second person was tried beside {{{person}}}");
    }
    let names = named(&[
        (old.form != new.form, "how you asked"),
        (old.asked_on != new.asked_on, "the day"),
        (old.words != new.words, "your words"),
        (old.answered_on != new.answered_on, "the day of the answer"),
        (old.until_on != new.until_on, "when to ask again"),
    ]);
    format!("edited the ask to {{{person}}}{}", after_colon(&names))
}

/// About a conversation.
pub(super) fn conversation(old: &Conversation, new: &Conversation) -> String {
    let person = new.person;
    if old.thanked_on != new.thanked_on {
        return format!("thanked {{{person}}}");
    }
    if old.in_touch_on != new.in_touch_on {
        return format!("wrote to {{{person}}} to stay in touch");
    }
    let names = named(&[
        (old.held_on != new.held_on, "the day"),
        (old.ladder != new.ladder, "how far it went"),
        (old.learned != new.learned, "what you learned"),
        (old.directions != new.directions, "ideas warmer or colder"),
        (old.organizations != new.organizations, "organizations"),
        (old.story != new.story, "the story you told"),
        (old.led_further != new.led_further, "questions that led further"),
    ]);
    format!("edited the conversation with {{{person}}}{}", after_colon(&names))
}

/// About a promise that stands; `who` names it.
pub(super) fn commitment(old: &Commitment, new: &Commitment, who: &str) -> String {
    if old.reminded_on != new.reminded_on {
        return format!("reminded {{{}}} of what they offered", new.person);
    }
    let names = named(&[(old.text != new.text, "the words"), (old.due_on != new.due_on, "the day")]);
    format!("edited {who}{}", after_colon(&names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::{Heard, Ladder, Warmth};
    use crate::day::workdays::DayOff;
    use crate::id::{Id, PersonId, SeekerId, StoryId, WeekId};
    use crate::questions::{Question, QuestionKind};
    use jiff::civil::date;

    #[test]
    fn what_changed_is_named_and_never_its_value() {
        let old = Person::named(PersonId::from_number(1), "Ana", date(2026, 11, 23));
        let new = Person { title: Some("Nurse".into()), notes: Some("met in Oslo".into()), ..old.clone() };
        assert_eq!(person(&old, &new), "edited {p1}: the title and your notes");
        assert_eq!(person(&old, &old), "edited {p1}");
        let old = Seeker::unknown(SeekerId::from_number(1));
        let new = Seeker {
            name: Some("Dana".into()),
            links: vec!["example.com".into()],
            employed_now: Some(false),
            ..old.clone()
        };
        assert_eq!(seeker(&old, &new), "noted your name, your profiles and that you are not employed");
        let at_harbor = Seeker { employed_now: Some(true), employer: Some("Harbor".into()), ..old.clone() };
        assert_eq!(seeker(&old, &at_harbor), "noted where you work");
        let somewhere = Seeker { employer: None, ..at_harbor.clone() };
        assert_eq!(seeker(&at_harbor, &somewhere), "noted that you are employed");
    }

    #[test]
    fn every_column_of_a_conversation_is_told_when_it_is_edited() {
        let mut scene = crate::scene::Scene::of(&["Ana Pereira"]);
        scene.met(1, date(2026, 11, 20), Ladder::Listened);
        let old = scene.campaign.conversations.values().next().unwrap().clone();
        for field in Conversation::FIELDS {
            let mut new = old.clone();
            match field.name {
                // With whom, and after which ask, is written once.
                "person" | "ask" => continue,
                "held_on" => new.held_on = date(2026, 11, 21),
                "ladder" => new.ladder = Ladder::MadeTheCall,
                "learned" => new.learned = Some("It takes a year.".into()),
                "directions" => new.directions.push(Heard { direction: "hospices".into(), warmth: Warmth::Warmer }),
                "organizations" => new.organizations.push("Quay Ltd".into()),
                "story" => new.story = Some(StoryId::from_number(1)),
                "thanked_on" => new.thanked_on = Some(date(2026, 11, 21)),
                "in_touch_on" => new.in_touch_on = Some(date(2026, 11, 21)),
                "led_further" => new.led_further.push(Question::new(QuestionKind::Own, "Why nights?")),
                other => panic!("the history does not tell that {other} was edited"),
            }
            assert_ne!(conversation(&old, &new), "edited the conversation with {p1}", "{}", field.name);
        }
    }

    #[test]
    fn a_week_tells_what_was_planned() {
        let old = Week::unplanned(WeekId::from_number(1));
        let off = |day| DayOff { on: date(2026, 12, day), name: None };
        let one = Week { days_off: vec![off(25)], ..old.clone() };
        assert_eq!(week(&old, &one), "planned the week: a day off");
        let three = Week { days_off: vec![off(24), off(25), off(26)], conversations: Some(2), ..old.clone() };
        assert_eq!(week(&one, &three), "planned the week: conversations a week and 2 days off");
        assert_eq!(week(&three, &old), "planned the week: conversations a week and days off");
        let warm = Week { warmed_up_on: Some(date(2026, 11, 23)), ..old.clone() };
        assert_eq!(week(&old, &warm), "wrote an easy message to warm up");
    }
}

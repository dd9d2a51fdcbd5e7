//! Forgetting a person: nothing is known of them any more, and chains keep "someone" in their place.
//!
//! Serves the first step. It is the one thing that cannot be undone; the keeper of the file scrubs the rest. It refuses to
//! touch one word of a name that stands alone in a text, and says where one does.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::campaign::Campaign;
use crate::change::{Change, Key, Kind, Noun, Refusal};
use crate::id::PersonId;
use crate::list::Person;
use crate::list::standing::standing;

pub mod traces;

use traces::Traces;

/// What forgetting comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Forgetting {
    /// The changes, the person first.
    pub changes: Vec<Change>,
    /// What was found, so that it can be said.
    pub found: Found,
}

/// What was found of a person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Found {
    /// Rows of files that are taken away.
    pub records: usize,
    /// Addresses whose correspondence is taken away.
    pub correspondence: usize,
    /// Pairs of addresses, one of them theirs, that are taken away.
    pub acquaintances: usize,
    /// Promises that are taken away.
    pub commitments: usize,
    /// Asks and conversations that stay without words.
    pub kept_without_words: usize,
    /// Other places where their name stood, now "someone".
    pub replaced: Vec<Place>,
    /// Other places where a word of their name stands alone, or in what a file says of somebody else. Only the seeker
    /// can tell whose it is.
    pub left: Vec<Place>,
}

/// A fact in which a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// What kind of fact.
    pub kind: Kind,
    /// The number of its id.
    pub number: u64,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Key { kind: self.kind, number: self.number }.fmt(f)
    }
}

/// Forgets a person.
///
/// # Errors
/// When nobody has that id, or they were forgotten already.
pub fn forget_person(campaign: &Campaign, id: PersonId) -> Result<Forgetting, Refusal> {
    let person = standing(campaign, id)?;
    let traces = Traces::of(campaign, id);
    let mut found = Found::default();
    let blank = Person { forgotten: true, ..Person::untold(id, person.listed_on) };
    let mut changes: Vec<Change> = vec![blank.into()];
    let mut removed: BTreeSet<String> = BTreeSet::from([id.to_string()]);
    for fact in campaign.facts() {
        let key = fact.key();
        match traces.without(fact.clone(), &mut found) {
            _ if key == id.into() => (),
            None => {
                removed.insert(key.to_string());
                changes.push(Change::Remove(key));
            }
            Some(left) if left != fact => changes.push(Change::Write(left)),
            Some(_) => (),
        }
    }
    for later in campaign.laters.values() {
        if later.part.rsplit_once('-').is_some_and(|(_, subject)| removed.contains(subject)) {
            changes.push(Change::Remove(later.id.into()));
        }
    }
    Ok(Forgetting { changes, found })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::{Ask, Form};
    use crate::change::{Fact, No};
    use crate::conversation::{Conversation, Ladder};
    use crate::follow_through::{Later, Until};
    use crate::id::{AskId, ConversationId, CorrespondenceId, Id, LaterId};
    use crate::list::scene::{TODAY, ana, p, record, referral};
    use crate::list::{Correspondence, Record};
    use crate::story::Story;

    /// Ana was asked and met, named Bo, and stands in many texts.
    fn scene() -> Campaign {
        let mut campaign = ana();
        let words = Some("Hello Ana, half an hour?".to_owned());
        campaign.apply([
            Person { notes: Some("Ana Pereira's cousin; Ana likes him".into()), ..campaign.people[&p(2)].clone() }
                .into(),
            Ask { words, ..Ask::made(AskId::from_number(1), p(1), Form::Call, TODAY) }.into(),
            Conversation {
                id: ConversationId::from_number(1),
                person: p(1),
                ask: Some(AskId::from_number(1)),
                held_on: TODAY,
                ladder: Ladder::NamedSomeone,
                learned: Some("Ana plans by hand".into()),
                directions: Vec::new(),
                organizations: Vec::new(),
                story: None,
                thanked_on: None,
                in_touch_on: None,
                led_further: Vec::new(),
            }
            .into(),
            referral(1, 1, 2).into(),
            Correspondence {
                id: CorrespondenceId::from_number(1),
                importer: "mail".into(),
                address: "ana@harbor.example".into(),
                days: std::collections::BTreeMap::new(),
            }
            .into(),
            Story {
                id: Id::from_number(1),
                name: "first".into(),
                text: "It was ANA PEREIRA who taught me.".into(),
                written_on: TODAY,
                dropped: false,
            }
            .into(),
            Later { id: LaterId::from_number(1), part: "warm_up-p1".into(), until_on: Until::Day(TODAY) }.into(),
        ]);
        campaign
    }

    #[test]
    fn nothing_of_them_is_left_but_their_place_in_the_chain() {
        let mut campaign = scene();
        let forgetting = forget_person(&campaign, p(1)).unwrap();
        assert!(matches!(&forgetting.changes[0], Change::Write(Fact::Person(person)) if person.forgotten));
        campaign.apply(forgetting.changes);
        let left = serde_json::to_string(&campaign.facts()).unwrap().to_lowercase();
        for trace in ["pereira", "ana@", "ana plans", "hello ana"] {
            assert!(!left.contains(trace), "{trace} in {left}");
        }
        assert_eq!(campaign.name(p(1)), "someone");
        assert_eq!((campaign.referrals.len(), campaign.conversations.len(), campaign.laters.len()), (1, 1, 0));
        assert_eq!(campaign.people[&p(2)].notes.as_deref(), Some("someone's cousin; Ana likes him"));
    }

    #[test]
    fn what_was_found_is_told() {
        let found = forget_person(&scene(), p(1)).unwrap().found;
        assert_eq!((found.records, found.correspondence, found.kept_without_words), (1, 1, 2));
        let kinds = |places: &[Place]| places.iter().map(|place| place.kind).collect::<Vec<_>>();
        assert_eq!(kinds(&found.replaced), [Kind::Person, Kind::Story]);
        assert_eq!(kinds(&found.left), [Kind::Person], "a given name that stands alone");
    }

    /// Ana, as a file with letters after the name has her, forgotten; and what is left of these facts.
    fn left_of(facts: Vec<Change>) -> String {
        let mut campaign = ana();
        let ben = Record {
            name: "José Okafor, PMP".into(),
            given: Some("José".into()),
            family: Some("Okafor, PMP".into()),
            ..record(9, 9, "Ben Okafor")
        };
        campaign.apply([Person::untold(p(9), TODAY).into(), ben.into()]);
        campaign.apply(facts);
        campaign.apply(forget_person(&campaign, p(9)).unwrap().changes);
        serde_json::to_string(&campaign.facts()).unwrap().to_lowercase()
    }

    #[test]
    fn a_name_is_taken_out_however_it_was_written() {
        let notes = "José Okafor, Jose Okafor, Okafor José, jose okafor's friend";
        let left = left_of(vec![Person { notes: Some(notes.into()), ..Person::named(p(8), "Zoe", TODAY) }.into()]);
        assert!(!left.contains("okafor") && left.contains("someone's friend"), "{left}");
    }

    #[test]
    fn a_file_is_not_called_by_them_any_more() {
        let vcard = crate::list::Source { file: "José Okafor.vcf".into(), ..crate::list::scene::source(7) };
        let left = left_of(vec![vcard.into()]);
        assert!(!left.contains("okafor") && left.contains("someone.vcf"), "{left}");
    }

    #[test]
    fn letters_that_are_known_by_name_only_go_too() {
        let letters = |number, name: &str| Correspondence {
            id: CorrespondenceId::from_number(number),
            importer: "linkedin_messages".into(),
            address: format!("name:{name}"),
            days: std::collections::BTreeMap::new(),
        };
        let left = left_of(vec![letters(1, "Jose Okafor").into(), letters(2, "Zoe Quist").into()]);
        assert!(!left.contains("okafor") && left.contains("quist"), "{left}");
    }

    #[test]
    fn whom_they_know_is_forgotten_with_them() {
        let pair = |number, a: &str, b: &str| crate::list::Acquaintance {
            id: Id::from_number(number),
            importer: "mail".into(),
            a: a.into(),
            b: b.into(),
            years: vec![(2026, 420)],
            last_on: TODAY,
        };
        let mut campaign = scene();
        campaign.apply([
            pair(1, "ana@harbor.example", "bo@x.example").into(),
            pair(2, "bo@x.example", "cy@x.example").into(),
        ]);
        let forgetting = forget_person(&campaign, p(1)).unwrap();
        campaign.apply(forgetting.changes);
        let left: Vec<&str> = campaign.acquaintances.values().map(|pair| pair.b.as_str()).collect();
        assert_eq!((left, forgetting.found.acquaintances), (vec!["cy@x.example"], 1));
    }

    #[test]
    fn they_are_taken_out_of_what_the_seeker_named() {
        let mut direction = crate::direction::Direction::unset(Id::from_number(1));
        direction.organizations = vec!["José Okafor Consulting".into(), "Okafor".into()];
        let left = left_of(vec![direction.into()]);
        assert!(left.contains("someone consulting") && left.contains("[\"someone consulting\",\"okafor\"]"), "{left}");
    }

    #[test]
    fn nobody_is_forgotten_twice() {
        let mut campaign = scene();
        campaign.apply(forget_person(&campaign, p(1)).unwrap().changes);
        assert_eq!(forget_person(&campaign, p(1)).unwrap_err().kind, No::Unknown);
    }
}

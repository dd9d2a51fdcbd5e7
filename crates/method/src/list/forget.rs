//! Forgetting a person: nothing is known of them any more, and chains keep "someone" in their place.
//!
//! Serves the first step. It is the one thing that cannot be undone; the keeper of the file scrubs the rest. It refuses to
//! touch a given name that stands alone in a text, and says where one does.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::campaign::Campaign;
use crate::change::{Change, Fact, Key, Kind, Noun, Refusal};
use crate::id::PersonId;
use crate::list::Person;
use crate::list::scrub::Needles;
use crate::list::standing::{holder, standing};

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
    /// Promises that are taken away.
    pub commitments: usize,
    /// Asks and conversations that stay without words.
    pub kept_without_words: usize,
    /// Other places where their name stood, now "someone".
    pub replaced: Vec<Place>,
    /// Other places where a given name like theirs stands alone. Only the seeker can tell whose it is.
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

/// What gives a person away.
struct Traces {
    id: PersonId,
    addresses: BTreeSet<String>,
    whole: Needles,
    alone: Needles,
}

impl Traces {
    fn of(campaign: &Campaign, id: PersonId) -> Self {
        let shown = campaign.shown(id);
        let (mut whole, mut alone) = (Needles::default(), Needles::default());
        let told = shown.told().and_then(|person| person.name.as_deref());
        let mut names: Vec<String> = told.map(str::to_owned).into_iter().collect();
        for record in &shown.records {
            names.push(record.name.clone());
            if let (Some(given), Some(family)) = (&record.given, &record.family) {
                names.push(format!("{given} {family}"));
            }
        }
        for name in names {
            let one_word = name.split_whitespace().nth(1).is_none();
            if !(one_word && is_shared(campaign, id, &name)) {
                whole.add(&name);
            }
            alone.add(name.split_whitespace().next().unwrap_or_default());
        }
        let own = shown.emails().into_iter().chain(shown.links());
        let own: Vec<&str> = own.filter(|one| holder(campaign, one, Some(id)).is_none()).collect();
        own.iter().copied().chain(shown.phones()).for_each(|text| whole.add(text));
        let addresses = own.into_iter().map(str::to_owned).collect();
        Traces { id, addresses, whole, alone }
    }

    /// The fact without the person; none when nothing of it may stay.
    fn without(&self, mut fact: Fact, found: &mut Found) -> Option<Fact> {
        match &mut fact {
            Fact::Record(record) if record.person == self.id => {
                found.records += 1;
                return None;
            }
            Fact::Correspondence(letters) if self.addresses.contains(&letters.address) => {
                found.correspondence += 1;
                return None;
            }
            Fact::Commitment(promise) if promise.person == self.id => {
                found.commitments += 1;
                return None;
            }
            Fact::Case(case) if case.person == self.id => return None,
            Fact::QuestionPlan(plan) if plan.person == self.id => return None,
            Fact::Ask(ask) if ask.person == self.id => {
                found.kept_without_words += 1;
                ask.words = None;
                if let Some(meeting) = &mut ask.meeting {
                    meeting.place = None;
                }
            }
            Fact::Conversation(held) if held.person == self.id => {
                found.kept_without_words += 1;
                held.learned = None;
            }
            Fact::Person(person) if person.id == self.id => return Some(fact),
            _ => (),
        }
        self.scrub(&mut fact, found);
        Some(fact)
    }

    fn scrub(&self, fact: &mut Fact, found: &mut Found) {
        let Key { kind, number } = fact.key();
        let place = Place { kind, number };
        let (mut replaced, mut left) = (false, false);
        for text in free_texts(fact) {
            if let Some(scrubbed) = self.whole.taken_out_of(text) {
                *text = scrubbed;
                replaced = true;
            }
            left |= self.alone.taken_out_of(text).is_some();
        }
        found.replaced.extend(replaced.then_some(place));
        found.left.extend(left.then_some(place));
    }
}

/// Whether a name of one word also stands in somebody else's name.
fn is_shared(campaign: &Campaign, id: PersonId, name: &str) -> bool {
    let mut needle = Needles::default();
    needle.add(name);
    let mut others = campaign.everybody().filter(|shown| shown.id != id);
    others.any(|shown| needle.taken_out_of(shown.name()).is_some())
}

/// Every place of a fact where the seeker writes freely, and so may have written a name.
fn free_texts(fact: &mut Fact) -> Vec<&mut String> {
    fn some<const N: usize>(texts: [&mut Option<String>; N]) -> Vec<&mut String> {
        texts.into_iter().flatten().collect()
    }
    match fact {
        Fact::Seeker(seeker) => some([&mut seeker.headline]),
        Fact::Strength(strength) => some([&mut strength.proof]),
        Fact::Idea(idea) => vec![&mut idea.text],
        Fact::Person(person) => some([&mut person.how_known, &mut person.valued_for, &mut person.notes]),
        Fact::Case(case) => vec![&mut case.purpose, &mut case.outcome, &mut case.why],
        Fact::QuestionPlan(plan) => plan.questions.iter_mut().map(|one| &mut one.text).collect(),
        Fact::Story(story) => vec![&mut story.name, &mut story.text],
        Fact::Ask(ask) => {
            let place = ask.meeting.as_mut().and_then(|meeting| meeting.place.as_mut());
            ask.words.as_mut().into_iter().chain(place).collect()
        }
        Fact::Conversation(held) => {
            let heard = held.directions.iter_mut().map(|heard| &mut heard.direction);
            let learned = held.learned.as_mut().into_iter();
            learned.chain(heard).chain(&mut held.organizations).collect()
        }
        Fact::Commitment(promise) => vec![&mut promise.text],
        Fact::Opportunity(opportunity) => {
            let mut texts = vec![&mut opportunity.title];
            texts.extend(opportunity.notes.as_mut());
            texts
        }
        Fact::Position(_)
        | Fact::School(_)
        | Fact::Direction(_)
        | Fact::Week(_)
        | Fact::Source(_)
        | Fact::Record(_)
        | Fact::Correspondence(_)
        | Fact::Referral(_)
        | Fact::Later(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::{Ask, Form};
    use crate::change::No;
    use crate::conversation::{Conversation, Ladder};
    use crate::follow_through::Later;
    use crate::id::{AskId, ConversationId, CorrespondenceId, Id, LaterId};
    use crate::list::Correspondence;
    use crate::list::scene::{TODAY, ana, p, referral};
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
            Later { id: LaterId::from_number(1), part: "warm_up-p1".into(), until_on: TODAY }.into(),
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

    #[test]
    fn nobody_is_forgotten_twice() {
        let mut campaign = scene();
        campaign.apply(forget_person(&campaign, p(1)).unwrap().changes);
        assert_eq!(forget_person(&campaign, p(1)).unwrap_err().kind, No::Unknown);
    }
}

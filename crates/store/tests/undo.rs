//! Undo is exact: random searches, with random undos among them, come back to where they began.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::civil::{Date, date};
use method::ask::{Answer, Ask, Form};
use method::campaign::Campaign;
use method::change::{Change, Fact, Key, Kind, Noun};
use method::conversation::{Conversation, Ladder};
use method::direction::Idea;
use method::id::{AskId, Id, Ids, PersonId};
use method::list::{Person, Record, Source};
use proptest::prelude::*;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use store::{Changed, Door, Error, Place, Scope, Sqlite, StepId, Store};

const TODAY: Date = date(2026, 11, 23);

/// One thing that somebody does. The numbers choose among what is there.
#[derive(Debug, Clone)]
enum Act {
    AddPerson,
    Import(u8),
    EditPerson(u8, u8),
    Ask(u8),
    EditAsk(u8, u8),
    AskSomeoneElse(u8, u8),
    Talk(u8, u8),
    TellAboutYourself(u8),
    NoteIdea,
    DropIdea(u8),
    MoveRecord(u8, u8),
    Merge(u8, u8),
    Remove(u8),
    Undo,
    UndoStep(u8),
}

fn act() -> impl Strategy<Value = Act> {
    let two = (any::<u8>(), any::<u8>());
    prop_oneof![
        2 => Just(Act::AddPerson),
        2 => (1..4_u8).prop_map(Act::Import),
        2 => two.prop_map(|(who, what)| Act::EditPerson(who, what)),
        2 => any::<u8>().prop_map(Act::Ask),
        2 => two.prop_map(|(which, what)| Act::EditAsk(which, what)),
        2 => two.prop_map(|(which, who)| Act::AskSomeoneElse(which, who)),
        2 => two.prop_map(|(who, which)| Act::Talk(who, which)),
        2 => any::<u8>().prop_map(Act::TellAboutYourself),
        2 => Just(Act::NoteIdea),
        2 => any::<u8>().prop_map(Act::DropIdea),
        2 => two.prop_map(|(which, who)| Act::MoveRecord(which, who)),
        2 => two.prop_map(|(from, to)| Act::Merge(from, to)),
        2 => any::<u8>().prop_map(Act::Remove),
        3 => Just(Act::Undo),
        10 => any::<u8>().prop_map(Act::UndoStep),
    ]
}

fn pick<T: Copy>(from: impl Iterator<Item = T>, choice: u8) -> Option<T> {
    let all: Vec<T> = from.collect();
    (!all.is_empty()).then(|| all[usize::from(choice) % all.len()])
}

/// What the act changes in that campaign; nothing when there is nothing to do it to.
fn decide(act: &Act, campaign: &Campaign, ids: &Ids) -> Vec<Change> {
    let person = |choice| pick(campaign.people.keys().copied(), choice);
    let ask = |choice| pick(campaign.asks.keys().copied(), choice);
    let changes = match *act {
        Act::AddPerson => Some(vec![Person::untold(ids.fresh(), TODAY).into()]),
        Act::Import(count) => Some(import(ids, count)),
        Act::EditPerson(who, what) => person(who).map(|who| vec![edited(&campaign.people[&who], what).into()]),
        Act::Ask(who) => person(who).map(|who| vec![Ask::made(ids.fresh(), who, Form::Call, TODAY).into()]),
        Act::EditAsk(which, what) => ask(which).map(|which| vec![answered(&campaign.asks[&which], what).into()]),
        Act::AskSomeoneElse(which, who) => ask(which)
            .zip(person(who))
            .map(|(which, person)| vec![Ask { person, ..campaign.asks[&which].clone() }.into()]),
        Act::Talk(who, which) => person(who).map(|who| vec![talked(ids, who, ask(which)).into()]),
        Act::TellAboutYourself(what) => {
            let mut seeker = campaign.seeker.clone();
            match what % 3 {
                0 => seeker.name = Some(format!("Dana {what}")),
                1 => seeker.headline = Some(format!("nurse {what}")),
                _ => seeker.addresses.push(format!("{what}@example.org")),
            }
            Some(vec![seeker.into()])
        }
        Act::NoteIdea => {
            Some(vec![Idea { id: ids.fresh(), text: "teach".into(), noted_on: TODAY, dropped: false }.into()])
        }
        Act::DropIdea(which) => pick(campaign.ideas.values(), which).map(|idea| {
            let dropped = !idea.dropped;
            vec![Idea { dropped, ..idea.clone() }.into()]
        }),
        Act::MoveRecord(which, who) => pick(campaign.records.values(), which)
            .zip(person(who))
            .map(|(record, person)| vec![Record { person, ..record.clone() }.into()]),
        Act::Merge(from, to) => person(from).zip(person(to)).map(|(from, to)| merged(campaign, from, to)),
        Act::Remove(which) => {
            let facts = campaign.facts();
            pick(facts.iter(), which).map(|fact| vec![Change::Remove(fact.key())])
        }
        Act::Undo | Act::UndoStep(_) => None,
    };
    changes.map(|changes| whole(campaign, changes)).unwrap_or_default()
}

fn import(ids: &Ids, count: u8) -> Vec<Change> {
    let source: Source = Source {
        id: ids.fresh(),
        importer: "x".into(),
        file: "f".into(),
        digest: "d".into(),
        imported_on: TODAY,
        said: None,
    };
    let mut changes = vec![source.clone().into()];
    for place in 0..count {
        let person = Person::untold(ids.fresh(), TODAY);
        changes.push(person.clone().into());
        changes.push(record(ids.fresh(), &person, &source, place).into());
    }
    changes
}

fn record(id: method::id::RecordId, person: &Person, source: &Source, place: u8) -> Record {
    Record {
        id,
        person: person.id,
        source: source.id,
        row_key: format!("k{place}"),
        place: place.into(),
        name: format!("Name {id}"),
        given: None,
        family: None,
        emails: vec![format!("{id}@example.org")],
        phones: Vec::new(),
        links: Vec::new(),
        organization: None,
        title: None,
        connected_on: None,
        birthday: None,
        postal: Vec::new(),
        other_names: Vec::new(),
        past: Vec::new(),
    }
}

fn edited(person: &Person, what: u8) -> Person {
    let mut person = person.clone();
    match what % 4 {
        0 => person.close = !person.close,
        1 => person.notes = Some(format!("note {what}")),
        2 => person.emails.push(format!("{what}@example.org")),
        _ => person.respected = !person.respected,
    }
    person
}

fn answered(ask: &Ask, what: u8) -> Ask {
    let mut ask = ask.clone();
    match what % 3 {
        0 => ask.answer = if ask.answer.is_some() { None } else { Some(Answer::Declined) },
        1 => ask.words = Some(format!("words {what}")),
        _ => ask.reminded_on = Some(TODAY),
    }
    ask
}

fn talked(ids: &Ids, person: PersonId, ask: Option<AskId>) -> Conversation {
    Conversation {
        id: ids.fresh(),
        person,
        ask,
        held_on: TODAY,
        ladder: Ladder::Listened,
        learned: None,
        directions: Vec::new(),
        organizations: Vec::new(),
        story: None,
        thanked_on: None,
        in_touch_on: None,
        led_further: Vec::new(),
    }
}

/// Everything that mentions one person mentions the other instead, and the one is gone.
fn merged(campaign: &Campaign, from: PersonId, to: PersonId) -> Vec<Change> {
    if from == to {
        return Vec::new();
    }
    let moved = campaign.facts().into_iter().filter(|fact| fact.mentions().contains(&from.into())).map(|fact| {
        Change::Write(match fact {
            Fact::Ask(fact) => Ask { person: to, ..fact }.into(),
            Fact::Conversation(fact) => Conversation { person: to, ..fact }.into(),
            Fact::Record(fact) => Record { person: to, ..fact }.into(),
            other => other,
        })
    });
    moved.chain([Change::Remove(from.into())]).collect()
}

/// With the removal of whatever mentions what is removed.
fn whole(campaign: &Campaign, mut changes: Vec<Change>) -> Vec<Change> {
    loop {
        let mut after = campaign.clone();
        after.apply(changes.iter().cloned());
        let facts = after.facts();
        let keys: BTreeSet<Key> = facts.iter().map(Noun::key).collect();
        let dangling = facts.iter().filter(|fact| fact.mentions().iter().any(|key| !keys.contains(key)));
        let removals: Vec<Change> = dangling.map(|fact| Change::Remove(fact.key())).collect();
        if removals.is_empty() {
            return changes;
        }
        changes.extend(removals);
    }
}

/// Each fact, field by field.
type Rows = BTreeMap<Key, Map<String, Value>>;

fn rows(campaign: &Campaign) -> Rows {
    let row = |fact: Fact| match serde_json::to_value(&fact) {
        Ok(Value::Object(row)) => (fact.key(), row),
        other => panic!("{other:?}"),
    };
    campaign.facts().into_iter().map(row).collect()
}

struct Played {
    store: Sqlite,
    _folder: tempfile::TempDir,
    /// What stood before and after each step.
    around: BTreeMap<StepId, (Rows, Rows)>,
}

impl Played {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Sqlite::open(folder.path().join("campaign.db"), Place::Given).unwrap();
        Played { store, _folder: folder, around: BTreeMap::new() }
    }

    fn campaign(&self) -> Campaign {
        self.store.read(Scope::Everything).unwrap()
    }

    fn play(&mut self, act: &Act) {
        match act {
            Act::Undo => drop(self.undo(None)),
            Act::UndoStep(choice) => {
                let step = pick(self.around.keys().copied(), *choice);
                if let Some(step) = step {
                    self.undo(Some(step));
                }
            }
            act => self.change(act),
        }
    }

    fn change(&mut self, act: &Act) {
        let before = self.campaign();
        let Changed { step, changes } =
            self.store.change(Door::App, Scope::Everything, &|campaign, ids| Ok(decide(act, campaign, ids))).unwrap();
        let after = self.campaign();
        let mut expected = before.clone();
        expected.apply(changes);
        assert_eq!(after, expected);
        if let Some(step) = step {
            self.around.insert(step, (rows(&before), rows(&after)));
        }
    }

    /// Undoes, and holds what came of it against what stood around the step.
    fn undo(&mut self, step: Option<StepId>) -> bool {
        let (before, steps) = (self.campaign(), self.store.history(None).unwrap());
        match self.store.undo(Door::App, step) {
            Ok(undone) => {
                let (before, after) = (rows(&before), rows(&self.campaign()));
                assert_eq!(after, taken_back(&before, &self.around[&undone.took_back.id]), "undo {step:?}");
                self.around.insert(undone.step, (before, after));
                true
            }
            Err(refused) => {
                assert_eq!(self.campaign(), before);
                assert_eq!(self.store.history(None).unwrap(), steps);
                self.hold_refusal(step, &refused);
                false
            }
        }
    }

    fn hold_refusal(&self, step: Option<StepId>, refused: &Error) {
        let steps = self.store.history(None).unwrap();
        match (step, refused) {
            (Some(step), Error::InTheWay { later, .. }) => {
                assert!(!later.is_empty());
                for (id, _) in later {
                    let named = steps.iter().find(|step| step.id == *id).unwrap();
                    assert!(*id > step && named.undone_by.is_none(), "{refused}");
                }
            }
            (Some(step), Error::Refused(no)) => {
                let undone = steps.iter().find(|own| own.id == step).unwrap().undone_by.is_some();
                assert!(undone, "step {step}: {no}");
            }
            (None, Error::Refused(no)) => {
                assert_eq!(no.message, "There is nothing to take back.");
                assert!(steps.iter().all(|step| step.undone_by.is_some() || step.undoes.is_some()));
            }
            _ => panic!("undo {step:?}: {refused:?}"),
        }
    }
}

/// What has to stand when exactly the fields that a step changed go back to what they were before it.
fn taken_back(now: &Rows, (before, after): &(Rows, Rows)) -> Rows {
    let mut expected = now.clone();
    for key in before.keys().chain(after.keys()) {
        match (before.get(key), after.get(key)) {
            (None, _) => drop(expected.remove(key)),
            (Some(old), None) => drop(expected.insert(*key, old.clone())),
            (Some(old), Some(new)) => {
                for (field, value) in old.iter().filter(|(field, value)| new.get(*field) != Some(value)) {
                    expected.get_mut(key).unwrap().insert(field.clone(), value.clone());
                }
            }
        }
    }
    expected
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_takes_back_exactly_what_a_step_did(acts in prop::collection::vec(act(), 1..40)) {
        let mut played = Played::new();
        let start = played.campaign();
        for act in &acts {
            played.play(act);
        }
        while played.undo(None) {}
        let end = played.campaign();
        prop_assert_eq!(end, start);
        prop_assert!(store::doctor(played.store.path()).is_empty());
    }
}

#[test]
fn the_acts_reach_every_kind_that_mentions_or_is_mentioned() {
    let mut played = Played::new();
    for act in [Act::Import(2), Act::Ask(0), Act::Talk(0, 0), Act::NoteIdea, Act::TellAboutYourself(0)] {
        played.play(&act);
    }
    let kinds: BTreeSet<Kind> = rows(&played.campaign()).keys().map(|key| key.kind).collect();
    for kind in [Kind::Person, Kind::Source, Kind::Record, Kind::Ask, Kind::Conversation, Kind::Idea] {
        assert!(kinds.contains(&kind), "{kind}");
    }
}

#[test]
fn an_import_is_taken_back_as_one_step() {
    let mut played = Played::new();
    played.play(&Act::AddPerson);
    let before = played.campaign();
    played.play(&Act::Import(3));
    let imported = played.campaign();
    assert!(played.undo(None));
    assert_eq!(played.campaign(), before);
    let undo = *played.around.keys().next_back().unwrap();
    assert!(played.undo(Some(undo)));
    assert_eq!(played.campaign(), imported);
    assert_eq!(played.campaign().person_ref(PersonId::from_number(2)).name, "Name r1");
}

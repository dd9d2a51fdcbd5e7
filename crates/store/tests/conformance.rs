//! The contract that every store keeps, run on each of them. A new store is one more module at the end.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "scene/search.rs"]
mod scene;

use method::change::{Change, Kind, Noun, Refusal};
use method::id::{ApartId, Id, Ids, PersonId};
use method::list::{Apart, Correspondence, Person, Record};
use scene::{TODAY, whole_search};
use store::{Changed, Door, Error, Known, Scope, StepId, Store};

const DOOR: Door = Door::CommandLine;

fn ana() -> PersonId {
    PersonId::from_number(1)
}

/// Writes these changes as one step.
fn write(store: &dyn Store, changes: &[Change]) -> Changed {
    store.change(DOOR, Scope::Told, &|_, _| Ok(changes.to_vec())).unwrap()
}

fn write_the_search(store: &dyn Store) -> Changed {
    store.change(DOOR, Scope::Told, &|_, ids| Ok(whole_search(ids))).unwrap()
}

/// Edits Ana's row as one step.
fn edit_ana(store: &dyn Store, edit: impl Fn(&mut Person)) -> StepId {
    let decide = |campaign: &method::campaign::Campaign, _: &Ids| {
        let mut person = campaign.people[&ana()].clone();
        edit(&mut person);
        Ok(vec![person.into()])
    };
    store.change(DOOR, Scope::Person(ana()), &decide).unwrap().step.unwrap()
}

fn a_new_store_holds_nothing(store: &dyn Store) {
    assert!(store.read(Scope::Ties).unwrap().is_empty());
    assert_eq!(store.history(None).unwrap(), []);
}

fn every_kind_of_fact_reads_back_as_it_was_written(store: &dyn Store) {
    let written = write_the_search(store);
    let mut expected = method::campaign::Campaign::default();
    expected.apply(written.changes);
    let apart: Change = Apart::of(ApartId::from_number(1), ana(), PersonId::from_number(2)).into();
    write(store, std::slice::from_ref(&apart));
    expected.apply([apart]);
    assert_eq!(store.read(Scope::Everything).unwrap(), expected);
    let kinds: std::collections::BTreeSet<Kind> = expected.facts().iter().map(|fact| fact.key().kind).collect();
    assert_eq!(kinds.len(), Kind::ALL.len(), "the scene has one of everything");
}

/// A decision that hands on how many people it saw, as the seeker's headline.
fn count(campaign: &method::campaign::Campaign, _: &Ids) -> method::change::Decision {
    let mut seeker = campaign.seeker.clone();
    seeker.headline = Some(format!("{} people", campaign.people.len()));
    Ok(vec![seeker.into()])
}

fn what_is_known_is_taken_while_it_stands_and_not_a_step_longer(store: &dyn Store) {
    write_the_search(store);
    let (read, counter) = (store.read(Scope::Ties).unwrap(), store.change_counter().unwrap());
    let mut other = read.clone();
    other.apply([Change::from(Person::named(PersonId::from_number(99), "Somebody Else", TODAY))]);
    let known = Known { counter, scope: Scope::Ties, campaign: &other };
    let headline = |scope| {
        store.change_knowing(DOOR, scope, &known, &count).unwrap();
        store.read(Scope::Told).unwrap().seeker.headline.unwrap()
    };
    let stands = |people: usize| format!("{people} people");
    assert_eq!(headline(Scope::Everyone), stands(other.people.len()), "nothing was written since");
    assert_eq!(headline(Scope::Everyone), stands(read.people.len()), "its own step was");
}

fn what_is_known_is_not_taken_where_more_is_asked_for(store: &dyn Store) {
    write_the_search(store);
    let nothing = method::campaign::Campaign::default();
    let known = Known { counter: store.change_counter().unwrap(), scope: Scope::Told, campaign: &nothing };
    store.change_knowing(DOOR, Scope::Ties, &known, &count).unwrap();
    let read = store.read(Scope::Ties).unwrap();
    assert_eq!(read.seeker.headline, Some(format!("{} people", read.people.len())));
}

fn what_an_address_book_tells_reads_back(store: &dyn Store) {
    write_the_search(store);
    let told = |birthday: &str, record: &Record| Record {
        birthday: birthday.parse().ok(),
        postal: vec!["1 Quay Street, Hull".into()],
        other_names: vec!["Annie".into(), "Ana Duarte".into()],
        ..record.clone()
    };
    for birthday in ["1984-04-12", "--02-29"] {
        let record = store.read(Scope::Ties).unwrap().records.values().next().unwrap().clone();
        let record = told(birthday, &record);
        write(store, &[record.clone().into()]);
        assert_eq!(store.read(Scope::Ties).unwrap().records[&record.id], record);
    }
    store.undo(DOOR, None).unwrap();
    let record = store.read(Scope::Ties).unwrap().records.values().next().unwrap().clone();
    assert_eq!(record.birthday, "1984-04-12".parse().ok());
}

fn a_step_is_found_though_later_ones_were_written(store: &dyn Store) {
    write_the_search(store);
    let edited = edit_ana(store, |ana| ana.close = !ana.close);
    edit_ana(store, |ana| ana.notes = Some("likes tea".into()));
    assert_eq!(store.step(edited).unwrap(), store.history(None).unwrap().into_iter().find(|step| step.id == edited));
    assert_eq!(store.step(StepId(99)).unwrap(), None);
}

fn writing_what_stands_already_is_no_step(store: &dyn Store) {
    let written = write_the_search(store);
    let counter = store.change_counter().unwrap();
    let again = write(store, &written.changes);
    assert_eq!((again.step, again.changes), (None, Vec::new()));
    let nothing = write(store, &[]);
    assert_eq!(nothing.step, None);
    let gone = PersonId::from_number(99);
    assert_eq!(write(store, &[Change::Remove(gone.into())]).step, None);
    assert_eq!(store.history(None).unwrap().len(), 1);
    assert_eq!(store.change_counter().unwrap(), counter);
}

fn a_refusal_writes_nothing_and_comes_back_as_it_was_said(store: &dyn Store) {
    let refused = store.change(DOOR, Scope::Told, &|_, _| Err(Refusal::method("Not like this.", "Like that.")));
    let Err(Error::Refused(no)) = refused else { panic!("{refused:?}") };
    assert_eq!((no.message.as_str(), no.hint.as_str()), ("Not like this.", "Like that."));
    a_new_store_holds_nothing(store);
}

fn ids_are_never_given_twice(store: &dyn Store) {
    let add = |_: &method::campaign::Campaign, ids: &Ids| Ok(vec![Person::named(ids.fresh(), "Ana", TODAY).into()]);
    let first = store.change(DOOR, Scope::Told, &add).unwrap().changes[0].key();
    store.undo(DOOR, None).unwrap();
    let second = store.change(DOOR, Scope::Told, &add).unwrap().changes[0].key();
    assert_eq!((first.number, second.number), (1, 2));
    write(store, &[Person::named(PersonId::from_number(40), "Ben", TODAY).into()]);
    assert_eq!(store.change(DOOR, Scope::Told, &add).unwrap().changes[0].key().number, 41);
}

fn a_change_that_mentions_nobody_is_not_written(store: &dyn Store) {
    write_the_search(store);
    let before = store.read(Scope::Ties).unwrap();
    let gone = store.change(DOOR, Scope::Told, &|_, _| Ok(vec![Change::Remove(ana().into())]));
    assert!(matches!(gone, Err(Error::Dangling)), "{gone:?}");
    assert_eq!(store.read(Scope::Ties).unwrap(), before);
    assert_eq!(store.history(None).unwrap().len(), 1);
}

fn what_told_leaves_out_never_is_mentioned(store: &dyn Store) {
    write_the_search(store);
    let (told, all) = (store.read(Scope::Told).unwrap(), store.read(Scope::Ties).unwrap());
    let names = |campaign: &method::campaign::Campaign| -> Vec<String> {
        campaign.everybody().map(|person| person.name().to_owned()).collect()
    };
    assert_eq!(names(&told), ["Ana Pereira", "Ben Okafor"]);
    assert_eq!(names(&all), ["Ana Pereira", "Ben Okafor", "Cleo Marsh"]);
    for fact in told.facts() {
        for key in fact.mentions().into_iter().filter(|key| key.kind == Kind::Person) {
            assert!(told.people.contains_key(&PersonId::from_number(key.number)), "{fact:?}");
        }
    }
    assert_eq!(told.records.len(), 2);
    assert!(told.correspondence.is_empty() && told.acquaintances.is_empty());
    let without = |mut campaign: method::campaign::Campaign| {
        campaign.apply(all.people.keys().map(|id| Change::Remove((*id).into())));
        campaign.apply(all.records.keys().map(|id| Change::Remove((*id).into())));
        campaign.correspondence.clear();
        campaign
    };
    assert_eq!(without(told), without(all.clone()), "everything else is in every scope");
}

fn who_knows_whom_is_read_only_where_it_is_asked_for(store: &dyn Store) {
    write_the_search(store);
    let everything = store.read(Scope::Everything).unwrap();
    assert_eq!(everything.acquaintances.len(), 1);
    for scope in [Scope::Told, Scope::Person(ana()), Scope::Everyone, Scope::Ties] {
        assert!(store.read(scope).unwrap().acquaintances.is_empty(), "{scope:?}");
    }
    let beside = store.read(Scope::Acquaintances).unwrap();
    assert_eq!(beside.acquaintances, everything.acquaintances);
    assert_eq!((beside.people, beside.correspondence.len()), (store.read(Scope::Told).unwrap().people, 0));
    let mut ties = everything;
    ties.acquaintances.clear();
    assert_eq!(store.read(Scope::Ties).unwrap().facts(), ties.facts(), "nothing else is left out");
}

fn each_mark_makes_a_person_told(store: &dyn Store) {
    let untold = Person::untold(ana(), TODAY);
    let marks: [fn(&mut Person); 16] = [
        |person| person.name = Some("Ana".into()),
        |person| person.emails = vec!["ana@example.org".into()],
        |person| person.phones = vec!["1".into()],
        |person| person.links = vec!["example.org".into()],
        |person| person.organization = Some("Northgate".into()),
        |person| person.title = Some("Nurse".into()),
        |person| person.known_since_on = Some(TODAY),
        |person| person.how_known = Some("from school".into()),
        |person| person.valued_for = Some("calm".into()),
        |person| person.respected = true,
        |person| person.close = true,
        |person| person.set_aside = true,
        |person| person.not_before_on = Some(TODAY),
        |person| person.released = true,
        |person| person.notes = Some("tea".into()),
        |person| person.forgotten = true,
    ];
    write(store, &[untold.clone().into()]);
    assert!(store.read(Scope::Told).unwrap().people.is_empty());
    for (place, mark) in marks.iter().enumerate() {
        let mut person = untold.clone();
        mark(&mut person);
        write(store, &[person.into()]);
        assert_eq!(store.read(Scope::Told).unwrap().people.len(), 1, "mark {place}");
    }
}

fn one_person_comes_with_their_letters(store: &dyn Store) {
    write_the_search(store);
    let other = Correspondence {
        id: Id::from_number(7),
        importer: "mail".into(),
        address: "example.org/in/cleo".into(),
        days: [].into(),
    };
    write(store, &[other.into()]);
    let cleo = PersonId::from_number(3);
    let campaign = store.read(Scope::Person(cleo)).unwrap();
    assert_eq!(campaign.name(cleo), "Cleo Marsh");
    assert_eq!(campaign.correspondence.keys().map(ToString::to_string).collect::<Vec<_>>(), ["w7"]);
    let everyone = store.read(Scope::Everyone).unwrap();
    assert_eq!((everyone.people.len(), everyone.correspondence.len()), (3, 0));
}

fn undo_takes_back_the_newest_step_that_stands(store: &dyn Store) {
    let start = store.read(Scope::Ties).unwrap();
    write_the_search(store);
    let searched = store.read(Scope::Ties).unwrap();
    edit_ana(store, |ana| ana.close = true);
    let undone = store.undo(Door::App, None).unwrap();
    assert_eq!((undone.step, undone.took_back.id), (StepId(3), StepId(2)));
    assert_eq!(undone.took_back.text, "marked Ana Pereira as close");
    assert_eq!(store.read(Scope::Ties).unwrap(), searched);
    store.undo(DOOR, None).unwrap();
    assert_eq!(store.read(Scope::Ties).unwrap(), start);
    let nothing = store.undo(DOOR, None).unwrap_err();
    assert_eq!(nothing.to_string(), "There is nothing to take back.");
}

fn an_undo_can_be_taken_back_and_back_again(store: &dyn Store) {
    write_the_search(store);
    let searched = store.read(Scope::Ties).unwrap();
    store.undo(DOOR, Some(StepId(1))).unwrap();
    store.undo(DOOR, Some(StepId(2))).unwrap();
    assert_eq!(store.read(Scope::Ties).unwrap(), searched);
    store.undo(DOOR, Some(StepId(3))).unwrap();
    assert!(store.read(Scope::Ties).unwrap().is_empty());
    store.undo(DOOR, Some(StepId(4))).unwrap();
    assert_eq!(store.read(Scope::Ties).unwrap(), searched);
    let told: Vec<(String, Option<StepId>)> =
        store.history(None).unwrap().into_iter().map(|step| (step.text, step.undone_by)).collect();
    let searched = "imported export.zip: 3 new people";
    assert_eq!(
        told,
        [
            (format!("brought back step 1: {searched}"), None),
            (format!("took back step 1: {searched}"), Some(StepId(5))),
            (format!("brought back step 1: {searched}"), None),
            (format!("took back step 1: {searched}"), Some(StepId(3))),
            (searched.to_owned(), None),
        ]
    );
}

fn a_step_is_taken_back_alone_when_others_touched_other_fields(store: &dyn Store) {
    write_the_search(store);
    let close = edit_ana(store, |ana| ana.close = true);
    edit_ana(store, |ana| ana.notes = Some("likes coffee".into()));
    store.undo(DOOR, Some(close)).unwrap();
    let ana = store.read(Scope::Told).unwrap().people[&ana()].clone();
    assert_eq!((ana.close, ana.notes.as_deref()), (false, Some("likes coffee")));
}

fn steps_in_the_way_are_named(store: &dyn Store) {
    write_the_search(store);
    let first = edit_ana(store, |ana| ana.notes = Some("likes coffee".into()));
    let second = edit_ana(store, |ana| ana.notes = Some("likes water".into()));
    let before = store.read(Scope::Ties).unwrap();
    let refused = store.undo(DOOR, Some(first)).unwrap_err();
    let Error::InTheWay { step, later } = &refused else { panic!("{refused:?}") };
    assert_eq!((*step, later.as_slice()), (first, [(second, "edited Ana Pereira: your notes".to_owned())].as_slice()));
    assert_eq!(
        refused.to_string(),
        "Step 2 cannot be taken back alone: step 3 (edited Ana Pereira: your notes) touched the same things later."
    );
    assert_eq!(refused.hint(), "Take those back first, the newest of them first: `halfhour undo 3`");
    assert_eq!(store.read(Scope::Ties).unwrap(), before);
    assert_eq!(store.history(None).unwrap().len(), 3);
    store.undo(DOOR, Some(second)).unwrap();
    store.undo(DOOR, Some(first)).unwrap();
}

fn whoever_is_mentioned_since_stays(store: &dyn Store) {
    write(store, &[Person::named(ana(), "Ana", TODAY).into()]);
    let ask = method::ask::Ask::made(Id::from_number(1), ana(), method::ask::Form::Call, TODAY);
    write(store, &[ask.into()]);
    let refused = store.undo(DOOR, Some(StepId(1))).unwrap_err();
    assert!(matches!(&refused, Error::InTheWay { later, .. } if later[0].0 == StepId(2)), "{refused:?}");
}

fn what_a_restored_fact_needs_has_to_stand(store: &dyn Store) {
    write(store, &[Person::named(ana(), "Ana", TODAY).into()]);
    let ask = method::ask::Ask::made(Id::from_number(1), ana(), method::ask::Form::Call, TODAY);
    write(store, &[ask.clone().into()]);
    let removed = write(store, &[Change::Remove(ask.id.into())]).step.unwrap();
    write(store, &[Change::Remove(ana().into())]);
    let refused = store.undo(DOOR, Some(removed)).unwrap_err();
    assert!(matches!(&refused, Error::InTheWay { later, .. } if later[0].0 == StepId(4)), "{refused:?}");
}

fn what_was_taken_back_is_not_taken_back_twice(store: &dyn Store) {
    write_the_search(store);
    store.undo(DOOR, None).unwrap();
    let twice = store.undo(DOOR, Some(StepId(1))).unwrap_err();
    assert_eq!(twice.to_string(), "Step 1 was taken back already, in step 2.");
    assert_eq!(twice.hint(), "Bring it back: `halfhour undo 2`");
    assert_eq!(store.undo(DOOR, Some(StepId(9))).unwrap_err().to_string(), "There is no step 9.");
}

fn history_names_people_as_they_are_called_today(store: &dyn Store) {
    write(store, &[Person::named(ana(), "Ana", TODAY).into()]);
    edit_ana(store, |ana| ana.name = Some("Ana Pereira".into()));
    assert_eq!(store.history(None).unwrap()[1].text, "added Ana Pereira");
    assert_eq!(store.history(Some(1)).unwrap().len(), 1);
    store.undo(DOOR, None).unwrap();
    store.undo(DOOR, None).unwrap();
    let newest = store.history(Some(1)).unwrap().remove(0);
    assert_eq!(newest.text, "took back step 1: added Ana", "whoever is no longer on the list keeps the last name");
    assert_eq!((newest.door.as_str(), newest.undoes), ("command line", Some(StepId(1))));
}

fn forgetting_is_final(store: &dyn Store) {
    write_the_search(store);
    edit_ana(store, |ana| ana.close = true);
    let forgotten = Person { forgotten: true, ..Person::untold(ana(), TODAY) };
    let done = store.forget(DOOR, Scope::Person(ana()), &|_, _| Ok(vec![forgotten.clone().into()])).unwrap();
    assert_eq!(done.step, Some(StepId(3)));
    let undo = |step| store.undo(DOOR, step).unwrap_err().to_string();
    assert_eq!(undo(None), "There is nothing to take back since somebody was forgotten in step 3.");
    assert_eq!(undo(Some(StepId(3))), "Forgetting somebody cannot be taken back.");
    assert_eq!(
        undo(Some(StepId(2))),
        "Step 2 cannot be taken back: somebody was forgotten in step 3, and with them what stood before it."
    );
    write(store, &[Person::named(PersonId::from_number(9), "Eva", TODAY).into()]);
    store.undo(DOOR, None).unwrap();
    assert!(store.history(None).unwrap()[2].is_final);
}

fn the_counter_moves_with_every_write(store: &dyn Store) {
    let mut last = store.change_counter().unwrap();
    let mut moved = |store: &dyn Store| {
        let now = store.change_counter().unwrap();
        assert_ne!(now, last);
        last = now;
    };
    write_the_search(store);
    moved(store);
    store.undo(DOOR, None).unwrap();
    moved(store);
    store.forget(DOOR, Scope::Told, &|_, ids| Ok(whole_search(ids))).unwrap();
    moved(store);
}

/// Every case, on every store.
macro_rules! on_every_store {
    ($($case:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $case() {
                let folder = tempfile::tempdir().unwrap();
                let store = store::Sqlite::open(folder.path().join("campaign.db"), store::Place::Given).unwrap();
                super::$case(&store);
            })+
        }
    };
}

on_every_store! {
    a_new_store_holds_nothing,
    every_kind_of_fact_reads_back_as_it_was_written,
    what_is_known_is_taken_while_it_stands_and_not_a_step_longer,
    what_is_known_is_not_taken_where_more_is_asked_for,
    what_an_address_book_tells_reads_back,
    a_step_is_found_though_later_ones_were_written,
    writing_what_stands_already_is_no_step,
    a_refusal_writes_nothing_and_comes_back_as_it_was_said,
    ids_are_never_given_twice,
    a_change_that_mentions_nobody_is_not_written,
    what_told_leaves_out_never_is_mentioned,
    who_knows_whom_is_read_only_where_it_is_asked_for,
    each_mark_makes_a_person_told,
    one_person_comes_with_their_letters,
    undo_takes_back_the_newest_step_that_stands,
    an_undo_can_be_taken_back_and_back_again,
    a_step_is_taken_back_alone_when_others_touched_other_fields,
    steps_in_the_way_are_named,
    whoever_is_mentioned_since_stays,
    what_a_restored_fact_needs_has_to_stand,
    what_was_taken_back_is_not_taken_back_twice,
    history_names_people_as_they_are_called_today,
    forgetting_is_final,
    the_counter_moves_with_every_write,
}

//! The contract that every store keeps, run on each of them. A new store is one more module at the end.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "scene/search.rs"]
mod scene;
#[path = "conformance/scopes.rs"]
mod scopes;
#[path = "conformance/taking_back.rs"]
mod taking_back;

use method::change::{Change, Kind, Noun, Refusal};
use method::id::{ApartId, Id, Ids, PersonId};
use method::list::{Apart, Person, Record};
use scene::{TODAY, whole_search};
use scopes::*;
use store::{Changed, Door, Error, Known, Scope, StepId, Store};
use taking_back::*;

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
    one_merging_within_another_is_parted_after_it,
    two_mergings_that_changed_one_field_are_parted_newest_first,
    a_merging_and_its_parting_are_in_nobodys_way,
    a_parting_is_the_last_step_and_can_be_done_again,
    a_merging_that_was_taken_back_is_no_merging,
    forgetting_is_final,
    the_counter_moves_with_every_write,
}

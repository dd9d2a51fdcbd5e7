//! Undo, history and forgetting. Serves the contract of every store.

use method::ask::{Ask, Form};
use method::campaign::Campaign;
use method::change::Change;
use method::id::{Id, Ids, PersonId};
use method::list::Person;
use method::list::merge::merge_people;
use store::{Door, Error, Scope, StepId, Store};

use super::scene::TODAY;
use super::{DOOR, ana, edit_ana, write, write_the_search};

pub fn undo_takes_back_the_newest_step_that_stands(store: &dyn Store) {
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

pub fn an_undo_can_be_taken_back_and_back_again(store: &dyn Store) {
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

pub fn a_step_is_taken_back_alone_when_others_touched_other_fields(store: &dyn Store) {
    write_the_search(store);
    let close = edit_ana(store, |ana| ana.close = true);
    edit_ana(store, |ana| ana.notes = Some("likes coffee".into()));
    store.undo(DOOR, Some(close)).unwrap();
    let ana = store.read(Scope::Told).unwrap().people[&ana()].clone();
    assert_eq!((ana.close, ana.notes.as_deref()), (false, Some("likes coffee")));
}

pub fn steps_in_the_way_are_named(store: &dyn Store) {
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

pub fn whoever_is_mentioned_since_stays(store: &dyn Store) {
    write(store, &[Person::named(ana(), "Ana", TODAY).into()]);
    let ask = Ask::made(Id::from_number(1), ana(), Form::Call, TODAY);
    write(store, &[ask.into()]);
    let refused = store.undo(DOOR, Some(StepId(1))).unwrap_err();
    assert!(matches!(&refused, Error::InTheWay { later, .. } if later[0].0 == StepId(2)), "{refused:?}");
}

pub fn what_a_restored_fact_needs_has_to_stand(store: &dyn Store) {
    write(store, &[Person::named(ana(), "Ana", TODAY).into()]);
    let ask = Ask::made(Id::from_number(1), ana(), Form::Call, TODAY);
    write(store, &[ask.clone().into()]);
    let removed = write(store, &[Change::Remove(ask.id.into())]).step.unwrap();
    write(store, &[Change::Remove(ana().into())]);
    let refused = store.undo(DOOR, Some(removed)).unwrap_err();
    assert!(matches!(&refused, Error::InTheWay { later, .. } if later[0].0 == StepId(4)), "{refused:?}");
}

pub fn what_was_taken_back_is_not_taken_back_twice(store: &dyn Store) {
    write_the_search(store);
    store.undo(DOOR, None).unwrap();
    let twice = store.undo(DOOR, Some(StepId(1))).unwrap_err();
    assert_eq!(twice.to_string(), "Step 1 was taken back already, in step 2.");
    assert_eq!(twice.hint(), "Bring it back: `halfhour undo 2`");
    assert_eq!(store.undo(DOOR, Some(StepId(9))).unwrap_err().to_string(), "There is no step 9.");
}

pub fn history_names_people_as_they_are_called_today(store: &dyn Store) {
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

pub fn forgetting_is_final(store: &dyn Store) {
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

fn p(number: u64) -> PersonId {
    PersonId::from_number(number)
}

/// Ana, Cleo and Eva, in one step.
fn write_three(store: &dyn Store) {
    let named = |number, name| Change::from(Person::named(p(number), name, TODAY));
    write(store, &[named(1, "Ana"), named(3, "Cleo"), named(5, "Eva")]);
}

fn merge(store: &dyn Store, kept: u64, gone: u64) -> StepId {
    let decide = |campaign: &Campaign, _: &Ids| merge_people(campaign, p(kept), p(gone));
    store.change(DOOR, Scope::Ties, &decide).unwrap().step.unwrap()
}

fn part(store: &dyn Store, person: u64) -> StepId {
    store.part(DOOR, p(person)).unwrap().unwrap().step.unwrap()
}

/// The step by which that person was made of two.
fn merged(store: &dyn Store, person: u64) -> Option<StepId> {
    store.merged(p(person)).unwrap().map(|step| step.id)
}

pub fn one_merging_within_another_is_parted_after_it(store: &dyn Store) {
    write_three(store);
    let before = store.read(Scope::Ties).unwrap();
    let (inner, outer) = (merge(store, 1, 3), merge(store, 5, 1));
    assert_eq!((merged(store, 5), merged(store, 1)), (Some(outer), Some(inner)));
    part(store, 5);
    part(store, 1);
    assert_eq!(store.read(Scope::Ties).unwrap(), before);
    assert_eq!((merged(store, 5), merged(store, 1)), (None, None));
}

pub fn two_mergings_that_changed_one_field_are_parted_newest_first(store: &dyn Store) {
    write_three(store);
    let before = store.read(Scope::Ties).unwrap();
    let (first, second) = (merge(store, 1, 3), merge(store, 1, 5));
    assert_eq!(merged(store, 1), Some(second));
    part(store, 1);
    assert_eq!(merged(store, 1), Some(first));
    part(store, 1);
    assert_eq!(store.read(Scope::Ties).unwrap(), before);
    assert_eq!(store.part(DOOR, p(1)).unwrap(), None);
}

pub fn a_merging_and_its_parting_are_in_nobodys_way(store: &dyn Store) {
    write_three(store);
    let before = store.read(Scope::Ties).unwrap();
    let asked = write(store, &[Ask::made(Id::from_number(1), p(3), Form::Call, TODAY).into()]).step.unwrap();
    merge(store, 1, 3);
    part(store, 1);
    store.undo(DOOR, Some(asked)).unwrap();
    assert_eq!(store.read(Scope::Ties).unwrap(), before);
}

pub fn a_parting_is_the_last_step_and_can_be_done_again(store: &dyn Store) {
    write_three(store);
    let before = store.read(Scope::Ties).unwrap();
    let made_one = merge(store, 1, 3);
    let both = store.read(Scope::Ties).unwrap();
    let parted = part(store, 1);
    let step = store.step(parted).unwrap().unwrap();
    assert_eq!((step.text.as_str(), step.undoes, step.is_undo()), ("told Cleo apart from Ana", Some(made_one), false));
    let undone = store.undo(DOOR, None).unwrap();
    assert_eq!(undone.took_back.id, parted);
    assert_eq!(store.read(Scope::Ties).unwrap(), both);
    let undo = store.step(undone.step).unwrap().unwrap();
    assert_eq!(undo.text, format!("took back step {parted}: told Cleo apart from Ana"));
    assert!(undo.is_undo());
    assert_eq!(merged(store, 1), Some(made_one), "it stands again");
    part(store, 1);
    assert_eq!(store.read(Scope::Ties).unwrap(), before);
}

pub fn a_merging_that_was_taken_back_is_no_merging(store: &dyn Store) {
    write_three(store);
    let first = merge(store, 1, 3);
    store.undo(DOOR, Some(first)).unwrap();
    let second = merge(store, 5, 3);
    assert_eq!((merged(store, 1), merged(store, 5)), (None, Some(second)));
    assert_eq!(store.part(DOOR, p(1)).unwrap(), None);
}

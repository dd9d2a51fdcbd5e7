//! What an import does, case by case: how rows and files are known again. Its three other subjects stand beside it.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::account::Tally;
use super::*;
use crate::id::{Id, PersonId, StrengthId};
use crate::list::merge::merge_people;
use crate::list::reading::{Letter, PersonRow, Problem, SeekerRow};
use crate::list::scene::{TODAY, file, ids_after, p, row};
use crate::list::split::{Told, split_person};
use crate::list::{Letters, Person};

mod letters;
mod one_person;
mod own;

/// A campaign that moves on with every import.
#[derive(Default)]
pub(super) struct Scene(pub(super) Campaign);

impl Scene {
    pub(super) fn import(&mut self, readings: &[Reading]) -> Import {
        let import = import(&self.0, &ids_after(&self.0), TODAY, readings);
        self.0.apply(import.changes.clone());
        import
    }

    fn tally(&mut self, reading: Reading) -> [usize; 5] {
        let Tally { read, created, merged, unchanged, rejected, .. } = self.import(&[reading]).account.totals;
        [read, created, merged, unchanged, rejected]
    }
}

fn at(key: &str, name: &str, email: &str, link: &str) -> PersonRow {
    let some = |value: &str| Some(value.to_owned()).filter(|value| !value.is_empty()).into_iter().collect();
    PersonRow { emails: some(email), links: some(link), ..row(key, name) }
}

fn works(row: PersonRow, organization: &str, title: &str) -> PersonRow {
    PersonRow { organization: Some(organization.into()), title: Some(title.into()), ..row }
}

fn letters(kind: &str, digest: &str, letters: &[(&str, Date, bool)]) -> Reading {
    let letter = |(place, (address, on, sent)): (u32, &(&str, Date, bool))| Letter {
        place,
        address: (*address).into(),
        on: *on,
        sent: *sent,
    };
    Reading {
        read: letters.len(),
        findings: Findings::Correspondence((1..).zip(letters).map(letter).collect()),
        ..file(kind, digest, vec![])
    }
}

fn own(digest: &str, rows: Vec<SeekerRow>) -> Reading {
    Reading { read: rows.len(), findings: Findings::Seeker(rows), ..file("own", digest, vec![]) }
}

#[test]
fn a_row_that_nobody_fits_is_a_new_person() {
    let mut scene = Scene::default();
    let rows = vec![row("Ana", "Ana"), row("Bo", "Bo")];
    assert_eq!(scene.tally(file("a", "1", rows)), [2, 2, 0, 0, 0]);
    assert_eq!((scene.0.people.len(), scene.0.records.len(), scene.0.sources.len()), (2, 2, 1));
    assert!(scene.0.people.values().all(|person| *person == Person::untold(person.id, TODAY)));
}

#[test]
fn the_same_content_changes_nothing() {
    let mut scene = Scene::default();
    let reading = file("a", "1", vec![at("l", "Ana", "", "x.example/l"), row("Bo", "Bo")]);
    scene.import(std::slice::from_ref(&reading));
    let again = scene.import(&[Reading { file: "copy.csv".into(), ..reading.clone() }]);
    assert_eq!(again.changes, vec![]);
    assert_eq!(again.account.totals.unchanged, 2);
    let twice = Scene::default().import(&[reading.clone(), reading]);
    assert_eq!((twice.account.totals.created, twice.account.totals.unchanged), (2, 2));
}

#[test]
fn whoever_was_forgotten_is_counted_and_left_out() {
    let mut scene = Scene::default();
    let reading = file("a", "1", vec![row("Ana", "Ana"), row("Bo", "Bo")]);
    scene.import(std::slice::from_ref(&reading));
    let forgotten = crate::list::forget::forget_person(&scene.0, p(1)).unwrap();
    scene.0.apply(forgotten.changes);
    let again = scene.import(&[reading]);
    assert_eq!(again.changes, vec![]);
    let expected = Tally { read: 2, unchanged: 1, forgotten: 1, ..Tally::default() };
    assert_eq!(again.account.totals, expected);
}

#[test]
fn a_row_without_address_is_known_again_by_its_key() {
    let mut scene = Scene::default();
    let rows = vec![row("Kim/2019/1", "Kim"), row("Kim/2019/2", "Kim")];
    scene.import(&[file("a", "1", rows.clone())]);
    assert_eq!(scene.tally(file("a", "2", rows.clone())), [2, 0, 0, 2, 0]);
    assert_eq!(scene.tally(file("b", "3", rows)), [2, 2, 0, 0, 0], "another kind of file has other keys");
}

#[test]
fn a_later_file_wins_and_the_former_place_is_kept() {
    let mut scene = Scene::default();
    let ana = at("l", "Ana", "ana@x.example", "x.example/l");
    scene.import(&[file("a", "1", vec![works(ana, "Harbor", "Planner")])]);
    let moved = PersonRow { place: 7, ..works(at("l", "Ana", "", "x.example/l"), "Quay", "Head") };
    assert_eq!(scene.tally(file("a", "2", vec![moved])), [1, 0, 1, 0, 0]);
    let record = scene.0.records.values().next().unwrap();
    assert_eq!((record.organization.as_deref(), record.place, record.source.number()), (Some("Quay"), 7, 2));
    assert_eq!(record.emails, ["ana@x.example"], "an address once told is not lost");
    assert_eq!(record.past[0].organization.as_deref(), Some("Harbor"));
    assert_eq!((record.past.len(), record.past[0].until_on), (1, TODAY));
}

#[test]
fn a_row_that_changes_what_is_shown_is_merged() {
    let mut scene = Scene::default();
    let ana = || at("l", "Ana", "ana@x.example", "");
    let untitled = PersonRow { organization: Some("Harbor".into()), ..ana() };
    scene.import(&[file("a", "1", vec![works(ana(), "Harbor", "Planner")])]);
    assert_eq!(scene.tally(file("b", "2", vec![untitled])), [1, 0, 0, 1, 0]);
    assert_eq!(scene.0.shown(p(1)).title(), Some("Planner"), "saying no title takes none away");
    assert_eq!(scene.tally(file("c", "3", vec![works(ana(), "Quay", "Head")])), [1, 0, 1, 0, 0], "Quay is news");
    assert_eq!(scene.0.shown(p(1)).organization(), Some("Harbor"), "another table may be of any age");
    assert_eq!(scene.tally(file("d", "5", vec![works(ana(), "Quay", "Head")])), [1, 0, 0, 1, 0]);
    let on_a_network = file("linkedin_connections", "4", vec![works(ana(), "Quay", "Head")]);
    assert_eq!(scene.tally(on_a_network), [1, 0, 1, 0, 0]);
    assert_eq!(scene.0.shown(p(1)).organization(), Some("Quay"));
}

#[test]
fn equal_values_leave_the_record_with_its_file() {
    let mut scene = Scene::default();
    scene.import(&[file("a", "1", vec![at("l", "Ana", "", "x.example/l")])]);
    let before = scene.0.records.clone();
    let import = scene.import(&[file("a", "2", vec![PersonRow { place: 9, ..at("l", "Ana", "", "x.example/l") }])]);
    assert_eq!(scene.0.records, before);
    assert_eq!(import.changes.len(), 1, "only the file is new");
}

#[test]
fn a_row_without_a_name_is_rejected() {
    let problem = Problem { place: 2, line: 3, reason: "no name".into(), rejected: true, skipped: false };
    let reading = Reading { problems: vec![problem], read: 3, ..file("a", "1", vec![row("1", "Ana"), row("2", " ")]) };
    assert_eq!(Scene::default().tally(reading), [3, 1, 0, 0, 2]);
}

#[test]
fn what_cannot_be_seen_is_left_out() {
    let mut scene = Scene::default();
    let rows = vec![works(row("1", "Ana\u{1b}[31m\u{0}"), "Har\u{7}bor", "\u{8}"), row("2", "\u{7}")];
    assert_eq!(scene.tally(file("a", "1", rows)), [2, 1, 0, 0, 1]);
    let shown = scene.0.shown(p(1));
    assert_eq!((shown.name(), shown.organization(), shown.title()), ("Ana[31m", Some("Harbor"), None));
}

#[test]
fn a_file_of_which_nothing_could_be_used_is_read_again_once_more_is_known() {
    let mut scene = Scene::default();
    let problem = Problem { place: 1, line: 2, reason: "sent or received?".into(), rejected: true, skipped: false };
    let unclear = Reading { read: 1, problems: vec![problem], ..letters("messages", "d", &[]) };
    assert_eq!(scene.import(&[unclear]).changes, vec![], "nothing is remembered");
    let clear = letters("messages", "d", &[("linkedin.com/in/ana", TODAY, true)]);
    assert_eq!(scene.import(std::slice::from_ref(&clear)).account.sources[0].facts.unwrap().added, 1);
    assert_eq!(scene.import(&[clear]).changes, vec![], "and then it is known");
}

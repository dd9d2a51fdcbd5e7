//! Forgetting leaves no trace: the bytes of the file, of its write-ahead log and of its index are searched.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "scene/search.rs"]
mod scene;

use std::fs;
use std::path::Path;

use jiff::civil::date;
use method::campaign::Campaign;
use method::change::Decision;
use method::follow_through::WeekLine;
use method::id::{Id, Ids, PersonId};
use method::list::forget::forget_person;
use method::list::reading::Said;
use scene::whole_search;
use store::{Door, Error, Place, Scope, Sqlite, Store, doctor};

const TRACES: &[&str] = &["Ana Pereira", "ana@example.org", "night shift", "likes \\\"tea", "likes \"tea", "ünïcode"];

fn ana() -> PersonId {
    PersonId::from_number(1)
}

/// As a door forgets her.
fn forget_ana(campaign: &Campaign, _: &Ids) -> Decision {
    Ok(forget_person(campaign, ana())?.changes)
}

/// What else names her: somebody else's recommendation, the line of a week, an earlier search.
fn named_elsewhere(campaign: &Campaign, ids: &Ids) -> Decision {
    let mut source = campaign.sources.values().next().unwrap().clone();
    let (text, by) = ("With Ana Pereira she rebuilt the desk.".into(), Some("Ben Okafor".into()));
    source.said.as_mut().unwrap().push(Said { text, by, of: Vec::new() });
    let line =
        WeekLine { id: ids.fresh(), week_on: date(2026, 11, 16), text: "Ask Ana Pereira again in spring".into() };
    Ok(vec![source.into(), line.into()])
}

/// Where a trace is found in the folder, file by file.
fn traces(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        for trace in TRACES {
            if bytes.windows(trace.len()).any(|window| window == trace.as_bytes()) {
                found.push(format!("{trace} in {}", path.display()));
            }
        }
    }
    found
}

/// A search in which Ana was edited often, so that the log and free pages hold her too.
fn lived(folder: &Path) -> Sqlite {
    let store = Sqlite::open(folder.join("campaign.db"), Place::Given).unwrap();
    store.change(Door::App, Scope::Told, &|_, ids| Ok(whole_search(ids))).unwrap();
    store.change(Door::App, Scope::Everything, &named_elsewhere).unwrap();
    for day in 0..20 {
        let edit = |campaign: &Campaign, _: &Ids| {
            let mut ana = campaign.people[&ana()].clone();
            ana.notes = Some(format!("likes \"tea\" on day {day}, {}", "and more ".repeat(400)));
            Ok(vec![ana.into()])
        };
        store.change(Door::App, Scope::Told, &edit).unwrap();
    }
    store.undo(Door::App, None).unwrap();
    store
}

#[test]
fn no_byte_of_a_forgotten_person_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let store = lived(folder.path());
    assert!(!traces(folder.path()).is_empty(), "the search finds what is there");
    let forgotten = store.forget(Door::App, Scope::Everything, &forget_ana).unwrap();
    assert_eq!(traces(folder.path()), Vec::<String>::new());
    assert_eq!(forgotten.copies, Vec::<std::path::PathBuf>::new());
    drop(store);
    assert_eq!(traces(folder.path()), Vec::<String>::new());
    assert_eq!(doctor(&folder.path().join("campaign.db")), []);
}

#[test]
fn what_files_weeks_and_earlier_searches_tell_of_them_goes_too() {
    let folder = tempfile::tempdir().unwrap();
    let store = lived(folder.path());
    let said = |campaign: &Campaign| {
        let said = campaign.sources.values().flat_map(|source| source.said.clone().unwrap());
        said.map(|one| (one.text, one.by.unwrap())).collect::<Vec<_>>()
    };
    let before = store.read(Scope::Everything).unwrap();
    assert_eq!((said(&before).len(), before.earlier.len()), (2, 1));
    store.forget(Door::App, Scope::Everything, &forget_ana).unwrap();
    let campaign = store.read(Scope::Everything).unwrap();
    assert_eq!(said(&campaign), [("With someone she rebuilt the desk.".to_owned(), "Ben Okafor".to_owned())]);
    let lines: Vec<&str> = campaign.week_lines.values().map(|line| line.text.as_str()).collect();
    assert_eq!(lines, ["Ask Ben in a call, not by e-mail", "Ask someone again in spring"]);
    assert!(campaign.earlier.is_empty());
}

#[test]
fn chains_and_history_keep_their_place_as_someone() {
    let folder = tempfile::tempdir().unwrap();
    let store = lived(folder.path());
    store.forget(Door::App, Scope::Everything, &forget_ana).unwrap();
    let campaign = store.read(Scope::Everything).unwrap();
    assert_eq!(campaign.referrals.values().map(|referral| campaign.name(referral.by)).collect::<Vec<_>>(), ["someone"]);
    let texts: Vec<String> = store.history(None).unwrap().into_iter().map(|step| step.text).collect();
    assert_eq!(texts[0], "forgot someone");
    assert_eq!(texts[2], "edited someone: your notes");
}

#[test]
fn copies_that_still_remember_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = lived(folder.path());
    let copy = folder.path().join("campaign.before-2.db");
    store.backup(&copy).unwrap();
    let forgotten = store.forget(Door::App, Scope::Everything, &forget_ana).unwrap();
    assert_eq!(forgotten.copies, [copy]);
}

#[test]
fn while_somebody_reads_the_scrubbing_stays_due_and_is_done_by_the_next_who_opens() {
    let folder = tempfile::tempdir().unwrap();
    let store = lived(folder.path());
    store.set_patience(std::time::Duration::from_millis(20)).unwrap();
    let reader = rusqlite::Connection::open(store.path()).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM people").unwrap();
    let held_up = store.forget(Door::App, Scope::Everything, &forget_ana);
    assert!(matches!(held_up, Err(Error::NotScrubbed(_))), "{held_up:?}");
    assert_eq!(doctor(store.path()).iter().map(|defect| defect.kind).collect::<Vec<_>>(), ["not_scrubbed"]);
    reader.execute_batch("COMMIT").unwrap();
    let path = store.path().to_owned();
    drop((reader, store));
    let store = Sqlite::open(&path, Place::Given).unwrap();
    assert_eq!(traces(folder.path()), Vec::<String>::new());
    assert_eq!(doctor(store.path()), []);
}

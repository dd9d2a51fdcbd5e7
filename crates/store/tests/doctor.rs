//! The doctor finds what was broken on purpose, and quotes nobody.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "scene/search.rs"]
mod scene;

use rusqlite::Connection;
use scene::whole_search;
use store::{Defect, Door, Place, Scope, Sqlite, Store, doctor};

/// What the doctor finds after this was done to a sound file behind the store's back.
fn after(sql: &str) -> Vec<Defect> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("campaign.db");
    let store = Sqlite::open(&path, Place::Given).unwrap();
    store.change(Door::App, Scope::Told, &|_, ids| Ok(whole_search(ids))).unwrap();
    drop(store);
    let file = Connection::open(&path).unwrap();
    file.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    file.execute_batch(sql).unwrap();
    drop(file);
    doctor(&path)
}

#[rstest::rstest]
#[case::nothing("", &[])]
#[case::a_mention_of_nobody("DELETE FROM asks", &["dangling", "dangling"])]
#[case::a_day_that_is_none("UPDATE people SET listed_on = 'Ana''s birthday' WHERE id = 1", &["unreadable"])]
#[case::a_word_that_is_none("UPDATE asks SET form = 'by pigeon'", &["unreadable"])]
#[case::a_list_that_is_none("UPDATE people SET emails = 'ana@example.org' WHERE id = 1", &["unreadable"])]
#[case::a_counter_behind("UPDATE counters SET last = 2 WHERE kind = 'person'", &["counter"])]
#[case::a_log_that_does_not_read_back("UPDATE changes SET kind = 'song' WHERE seq = 0", &["damaged"])]
#[case::another_program("PRAGMA application_id = 7", &["of_another_program"])]
#[case::an_older_form("PRAGMA user_version = 0", &["older"])]
fn a_finding_for_each_break(#[case] sql: &str, #[case] kinds: &[&str]) {
    let found = after(sql);
    assert_eq!(found.iter().map(|defect| defect.kind).collect::<Vec<_>>(), kinds, "{found:?}");
    for defect in found {
        assert!(!defect.hint.is_empty(), "{defect:?}");
        assert!(!defect.message.contains("birthday") && !defect.message.contains("ana@"), "{defect:?}");
    }
}

#[test]
fn a_file_that_is_not_there_is_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(doctor(&folder.path().join("campaign.db"))[0].kind, "missing");
    assert_eq!(doctor(folder.path()).last().unwrap().kind, "is_a_folder");
}

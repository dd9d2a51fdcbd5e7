//! A file of each schema that was ever released still opens, and says what it said.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "scene/search.rs"]
mod scene;

use std::fs;
use std::path::{Path, PathBuf};

use method::campaign::Campaign;
use method::id::Ids;
use store::{Door, Place, Scope, Sqlite, Store, doctor};

/// One for each schema, written by `examples/keep.rs` of its day.
const KEPT: &[&str] = &[
    "0001.db", "0002.db", "0003.db", "0004.db", "0005.db", "0006.db", "0007.db", "0008.db", "0009.db", "0010.db",
    "0011.db",
];

/// A copy that may be migrated.
fn copy(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join("campaign.db");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept").join(name), &path).unwrap();
    path
}

#[test]
fn every_kept_file_opens_and_says_what_it_said() {
    for name in KEPT {
        let folder = tempfile::tempdir().unwrap();
        let store = Sqlite::open(copy(folder.path(), name), Place::Default).unwrap();
        let mut expected = Campaign::default();
        expected.apply(scene::whole_search(&Ids::default()));
        if name < &"0010.db" {
            expected.earlier.clear();
            expected.direction.earlier_searches = 0;
        }
        if name < &"0009.db" {
            expected.sources.values_mut().for_each(|source| source.said = None);
        }
        if name < &"0011.db" {
            expected.week_lines.clear();
        }
        if name < &"0008.db" {
            expected.last_thanks.clear();
        }
        if name < &"0006.db" {
            expected.followed.clear();
        }
        if name < &"0003.db" {
            expected.acquaintances.clear();
        }
        if name < &"0007.db" {
            expected.wordings.clear();
        }
        assert_eq!(store.read(Scope::Everything).unwrap(), expected, "{name}");
        let texts: Vec<String> = store.history(None).unwrap().into_iter().map(|step| step.text).collect();
        assert_eq!(
            texts,
            [
                "took back step 2: marked Ana Pereira as close",
                "marked Ana Pereira as close",
                "imported export.zip: 3 new people"
            ],
            "{name}"
        );
        store.undo(Door::App, None).unwrap();
        assert!(store.read(Scope::Everything).unwrap().is_empty(), "{name}");
        assert_eq!(doctor(store.path()), [], "{name}");
    }
}

#[test]
fn there_is_a_kept_file_for_every_migration() {
    let migrations = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations")).unwrap().count();
    assert_eq!(KEPT.len(), migrations, "write it with examples/keep.rs and name it here");
}

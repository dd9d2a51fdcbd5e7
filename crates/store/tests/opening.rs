//! Opening: what is refused in which words, who may look into the file, and what can be read where nothing can be
//! written.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use method::change::Change;
use method::direction::Idea;
use method::id::Ids;
use rusqlite::Connection;
use store::{Door, Error, Place, Scope, Sqlite, Store, doctor};
use tempfile::TempDir;

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("campaign.db");
    (folder, path)
}

fn refused(path: &Path) -> Error {
    Sqlite::open(path, Place::Given).unwrap_err()
}

fn note(store: &Sqlite, text: &str) -> Result<store::Changed, Error> {
    let idea = |ids: &Ids| Idea {
        id: ids.fresh(),
        text: text.to_owned(),
        noted_on: jiff::civil::date(2026, 11, 23),
        dropped: false,
    };
    store.change(Door::CommandLine, Scope::Told, &|_, ids| Ok(vec![Change::from(idea(ids))]))
}

#[test]
fn a_missing_folder_is_named_with_the_command_that_makes_it() {
    let (folder, _) = place();
    let path = folder.path().join("not here").join("campaign.db");
    let refused = refused(&path);
    assert_eq!(refused.kind(), "no_folder");
    assert!(refused.to_string().contains("not here"), "{refused}");
    assert!(refused.hint().starts_with("Make it first: mkdir -p '"), "{}", refused.hint());
    assert!(!path.parent().unwrap().exists());
}

#[test]
fn a_folder_is_no_campaign_file() {
    let (folder, _) = place();
    assert_eq!(refused(folder.path()).kind(), "is_a_folder");
}

#[rstest::rstest]
#[case::text(b"Dear diary".as_slice())]
#[case::longer(&[b'x'; 10_000])]
#[case::picture(b"\x89PNG\r\n\x1a\n".as_slice())]
fn what_is_no_database_is_refused_and_left_alone(#[case] content: &[u8]) {
    let (_folder, path) = place();
    fs::write(&path, content).unwrap();
    assert_eq!(refused(&path).kind(), "not_a_campaign");
    assert_eq!(fs::read(&path).unwrap(), content);
    assert_eq!(doctor(&path).last().unwrap().kind, "not_a_campaign");
}

#[test]
fn a_database_of_another_program_is_refused_and_left_alone() {
    let (_folder, path) = place();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE songs (name TEXT)").unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(refused(&path).kind(), "of_another_program");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_newer_schema_is_refused_in_plain_words() {
    let (_folder, path) = place();
    drop(Sqlite::open(&path, Place::Given).unwrap());
    Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let refused = refused(&path);
    assert_eq!(refused.kind(), "newer");
    assert!(refused.to_string().contains("was written by a newer halfhour"), "{refused}");
    assert_eq!(doctor(&path).last().unwrap().kind, "newer");
}

#[test]
fn whoever_opens_while_another_makes_the_file_finds_a_campaign() {
    for _ in 0..100 {
        let (_folder, path) = place();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| drop(Sqlite::open(&path, Place::Given).unwrap()));
            }
        });
    }
}

#[test]
fn an_empty_file_becomes_a_campaign() {
    let (_folder, path) = place();
    fs::write(&path, "").unwrap();
    assert!(Sqlite::open(&path, Place::Given).unwrap().read(Scope::Everything).unwrap().is_empty());
}

#[cfg(unix)]
mod permissions {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn nobody_else_may_look_into_the_file_or_its_own_folder() {
        let (folder, _) = place();
        let path = folder.path().join("halfhour").join("campaign.db");
        let store = Sqlite::open(&path, Place::Default).unwrap();
        note(&store, "teach").unwrap();
        assert_eq!(mode(path.parent().unwrap()), 0o700);
        for end in ["", "-wal", "-shm"] {
            assert_eq!(mode(&PathBuf::from(format!("{}{end}", path.display()))), 0o600, "{end}");
        }
        assert_eq!(doctor(&path), []);
    }

    #[test]
    fn a_file_that_others_may_read_is_a_finding_and_mended_in_our_own_place() {
        let (_folder, path) = place();
        drop(Sqlite::open(&path, Place::Given).unwrap());
        set_mode(&path, 0o644);
        drop(Sqlite::open(&path, Place::Given).unwrap());
        assert_eq!(doctor(&path)[0].kind, "open_to_others");
        set_mode(path.parent().unwrap(), 0o755);
        drop(Sqlite::open(&path, Place::Default).unwrap());
        assert_eq!((mode(&path), doctor(&path)), (0o600, Vec::new()));
        assert_eq!(mode(path.parent().unwrap()), 0o700);
    }

    #[test]
    fn a_read_only_file_is_read_and_not_written() {
        let (_folder, path) = place();
        note(&Sqlite::open(&path, Place::Given).unwrap(), "teach").unwrap();
        set_mode(&path, 0o400);
        let store = Sqlite::open(&path, Place::Given).unwrap();
        assert_eq!(store.read(Scope::Told).unwrap().ideas.len(), 1);
        assert_eq!(store.history(None).unwrap().len(), 1);
        let refused = note(&store, "write").unwrap_err();
        assert_eq!(refused.kind(), "read_only");
        assert!(refused.hint().starts_with("Let yourself write to it: chmod u+w"), "{}", refused.hint());
        assert_eq!(store.undo(Door::App, None).unwrap_err().kind(), "read_only");
    }

    #[test]
    fn a_file_that_became_read_only_meanwhile_is_not_written() {
        let (_folder, path) = place();
        let store = Sqlite::open(&path, Place::Given).unwrap();
        note(&store, "teach").unwrap();
        set_mode(&path, 0o400);
        assert_eq!(note(&store, "write").unwrap_err().kind(), "read_only");
    }

    #[test]
    fn a_file_in_a_read_only_folder_is_read_and_nothing_is_left_beside_it() {
        let (folder, path) = place();
        note(&Sqlite::open(&path, Place::Given).unwrap(), "teach").unwrap();
        set_mode(folder.path(), 0o500);
        let store = Sqlite::open(&path, Place::Given).unwrap();
        assert_eq!(store.read(Scope::Told).unwrap().ideas.len(), 1);
        assert_eq!(note(&store, "write").unwrap_err().kind(), "read_only");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let missing = folder.path().join("other.db");
        for refused in [note(&store, "write").unwrap_err(), refused(&missing)] {
            assert_eq!(refused.kind(), "read_only");
            let way_out = format!("chmod u+w '{}'", folder.path().display());
            assert!(refused.hint().ends_with(&way_out), "the folder is what may not be written: {}", refused.hint());
        }
        set_mode(folder.path(), 0o700);
    }

    #[test]
    fn a_folder_of_ours_in_a_read_only_one_can_be_written() {
        let (folder, _) = place();
        let inner = folder.path().join("mine");
        fs::create_dir(&inner).unwrap();
        set_mode(folder.path(), 0o500);
        let store = Sqlite::open(inner.join("campaign.db"), Place::Given);
        set_mode(folder.path(), 0o700);
        note(&store.unwrap(), "teach").unwrap();
    }
}

#[test]
fn a_file_that_is_busy_for_too_long_is_an_error_and_not_a_hang() {
    let (_folder, path) = place();
    let store = Sqlite::open(&path, Place::Given).unwrap();
    store.set_patience(std::time::Duration::from_millis(20)).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(note(&store, "teach").unwrap_err().kind(), "busy");
    assert!(store.read(Scope::Everything).unwrap().is_empty(), "reading goes on meanwhile");
    other.execute_batch("ROLLBACK").unwrap();
    note(&store, "teach").unwrap();
}

#[test]
fn a_busy_file_is_given_up_after_the_patience_and_not_after_twice_as_long() {
    let (_folder, path) = place();
    let patience = std::time::Duration::from_secs(1);
    let store = Sqlite::open(&path, Place::Given).unwrap();
    store.set_patience(patience).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let since = std::time::Instant::now();
    assert_eq!(note(&store, "teach").unwrap_err().kind(), "busy");
    let waited = since.elapsed();
    assert!((patience..2 * patience).contains(&waited), "{waited:?}");
}

#[test]
fn a_busy_file_makes_the_decision_run_again_on_what_stands_then() {
    let (_folder, path) = place();
    let (one, two) = (Sqlite::open(&path, Place::Given).unwrap(), Sqlite::open(&path, Place::Given).unwrap());
    note(&one, "teach").unwrap();
    let seen = std::cell::Cell::new(0);
    let count = |campaign: &method::campaign::Campaign, _: &Ids| {
        seen.set(campaign.ideas.len());
        Ok(Vec::new())
    };
    two.change(Door::App, Scope::Told, &count).unwrap();
    assert_eq!(seen.get(), 1);
}

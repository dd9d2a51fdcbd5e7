//! Backups and coming back from them: nothing is written over, and nothing is lost on the way.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "scene/search.rs"]
mod scene;

use std::fs;
use std::path::PathBuf;

use method::campaign::Campaign;
use method::change::Change;
use method::id::PersonId;
use method::list::Person;
use scene::{TODAY, whole_search};
use store::{Door, Place, Scope, Sqlite, Store, doctor, restore};
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
    store: Sqlite,
}

impl Desk {
    /// A search, and a backup of it.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Sqlite::open(folder.path().join("campaign.db"), Place::Given).unwrap();
        store.change(Door::App, Scope::Told, &|_, ids| Ok(whole_search(ids))).unwrap();
        store.backup(&folder.path().join("backup.db")).unwrap();
        Desk { folder, store }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn add(&self, number: u64) {
        let person: Change = Person::named(method::id::Id::from_number(number), "Eva", TODAY).into();
        self.store.change(Door::App, Scope::Told, &|_, _| Ok(vec![person.clone()])).unwrap();
    }

    fn campaign(&self) -> Campaign {
        self.store.read(Scope::Everything).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| !name.ends_with("-wal") && !name.ends_with("-shm"));
        names.sort();
        names
    }
}

#[test]
fn a_backup_is_a_campaign_of_its_own() {
    let desk = Desk::new();
    let backup = Sqlite::open(desk.at("backup.db"), Place::Given).unwrap();
    assert_eq!(backup.read(Scope::Everything).unwrap(), desk.campaign());
    assert_eq!(backup.history(None).unwrap(), desk.store.history(None).unwrap());
    assert_eq!(doctor(backup.path()), [], "nobody else may read it either");
}

#[test]
fn a_backup_is_not_written_over() {
    let desk = Desk::new();
    let before = fs::read(desk.at("backup.db")).unwrap();
    desk.add(50);
    assert_eq!(desk.store.backup(&desk.at("backup.db")).unwrap_err().kind(), "exists");
    assert_eq!(fs::read(desk.at("backup.db")).unwrap(), before);
    assert_eq!(desk.store.backup(&desk.at("nowhere/backup.db")).unwrap_err().kind(), "no_folder");
}

#[test]
fn a_restore_brings_the_backup_back_and_keeps_a_copy_of_what_stood() {
    let desk = Desk::new();
    let backed_up = desk.campaign();
    desk.add(50);
    let (with_eva, counter) = (desk.campaign(), desk.store.change_counter().unwrap());
    let restored = restore(desk.store.path(), Place::Given, &desk.at("backup.db")).unwrap();
    assert_eq!(desk.campaign(), backed_up, "whoever has it open sees it");
    assert!(desk.store.change_counter().unwrap() > counter);
    assert_eq!(restored.copy, Some(desk.at("campaign.before-restore.db")));
    let copy = Sqlite::open(desk.at("campaign.before-restore.db"), Place::Given).unwrap();
    assert_eq!(copy.read(Scope::Everything).unwrap(), with_eva);
    drop(copy);
    assert_eq!(desk.names(), ["backup.db", "campaign.before-restore.db", "campaign.db"]);
    assert_eq!(doctor(desk.store.path()), []);
    desk.add(51);
    assert!(desk.campaign().people.contains_key(&"p51".parse::<PersonId>().unwrap()));
}

#[test]
fn a_second_restore_keeps_a_second_copy() {
    let desk = Desk::new();
    restore(desk.store.path(), Place::Given, &desk.at("backup.db")).unwrap();
    let second = restore(desk.store.path(), Place::Given, &desk.at("backup.db")).unwrap();
    assert_eq!(second.copy, Some(desk.at("campaign.before-restore.1.db")));
}

#[test]
fn a_file_that_is_gone_or_broken_is_restored_too() {
    let Desk { folder, store } = Desk::new();
    let (path, expected) = (store.path().to_owned(), store.read(Scope::Everything).unwrap());
    drop(store);
    let backup = folder.path().join("backup.db");
    let read = || Sqlite::open(&path, Place::Given).unwrap().read(Scope::Everything).unwrap();

    fs::remove_file(&path).unwrap();
    assert_eq!(restore(&path, Place::Given, &backup).unwrap().copy, None);
    assert_eq!(read(), expected);

    fs::write(&path, "spilled coffee").unwrap();
    let broken = folder.path().join("campaign.broken.db");
    assert_eq!(restore(&path, Place::Given, &backup).unwrap().copy, Some(broken.clone()));
    assert_eq!(fs::read(broken).unwrap(), b"spilled coffee");
    assert_eq!(read(), expected);
    assert_eq!(doctor(&path), []);
}

#[test]
fn what_is_not_sound_is_not_restored_and_nothing_changes() {
    let desk = Desk::new();
    let before = desk.campaign();
    let refuse = |name: &str| restore(desk.store.path(), Place::Given, &desk.at(name)).unwrap_err().kind();
    assert_eq!(refuse("nothing.db"), "missing");
    assert_eq!(refuse("campaign.db"), "usage");
    fs::write(desk.at("text.db"), "Dear diary").unwrap();
    assert_eq!(refuse("text.db"), "not_a_campaign");
    rusqlite::Connection::open(desk.at("songs.db")).unwrap().execute_batch("CREATE TABLE songs (name)").unwrap();
    assert_eq!(refuse("songs.db"), "of_another_program");
    let mut bytes = fs::read(desk.at("backup.db")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0x5a);
    fs::write(desk.at("torn.db"), bytes).unwrap();
    assert_eq!(refuse("torn.db"), "damaged");
    assert_eq!(desk.campaign(), before);
    assert_eq!(desk.names(), ["backup.db", "campaign.db", "songs.db", "text.db", "torn.db"]);
}

#[test]
fn a_restore_waits_for_nobody_forever() {
    let desk = Desk::new();
    let other = rusqlite::Connection::open(desk.store.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let before = desk.campaign();
    assert_eq!(restore(desk.store.path(), Place::Given, &desk.at("backup.db")).unwrap_err().kind(), "busy");
    assert_eq!(desk.campaign(), before);
}

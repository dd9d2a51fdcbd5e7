//! Two at one file: whoever writes meanwhile, nothing of anybody's is lost.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::civil::date;
use method::campaign::Campaign;
use method::change::{Change, Decision};
use method::direction::Idea;
use method::id::Ids;
use store::{Door, Place, Scope, Sqlite, Store};

const EACH: usize = 200;

/// Under this name a process of this very test is told which file to write to.
const FILE: &str = "HALFHOUR_TEST_FILE";

/// Adds one idea, and counts it among the seeker's addresses: a lost write would show in the count.
fn add_one(campaign: &Campaign, ids: &Ids) -> Decision {
    let idea = Idea { id: ids.fresh(), text: "teach".into(), noted_on: date(2026, 11, 23), dropped: false };
    let mut seeker = campaign.seeker.clone();
    seeker.headline = Some((campaign.ideas.len() + 1).to_string());
    Ok(vec![Change::from(idea), seeker.into()])
}

fn add_all(path: &Path) {
    let store = Sqlite::open(path, Place::Given).unwrap();
    for _ in 0..EACH {
        store.change(Door::App, Scope::Told, &add_one).unwrap();
    }
}

fn hold_all(path: &Path) {
    let store = Sqlite::open(path, Place::Given).unwrap();
    let campaign = store.read(Scope::Everything).unwrap();
    assert_eq!(campaign.ideas.len(), 2 * EACH);
    assert_eq!(campaign.seeker.headline, Some((2 * EACH).to_string()));
    assert_eq!(store.history(None).unwrap().len(), 2 * EACH);
}

#[test]
fn two_threads_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("campaign.db");
    std::thread::scope(|scope| {
        scope.spawn(|| add_all(&path));
        scope.spawn(|| add_all(&path));
    });
    hold_all(&path);
}

#[test]
fn whoever_waits_gets_through_while_another_writes_without_a_pause() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("campaign.db");
    let has_begun = AtomicBool::new(false);
    let is_over = AtomicBool::new(false);
    let slowly = |campaign: &Campaign, ids: &Ids| {
        std::thread::sleep(Duration::from_millis(3));
        add_one(campaign, ids)
    };
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let store = Sqlite::open(&path, Place::Given).unwrap();
            while !is_over.load(Ordering::Relaxed) {
                store.change(Door::App, Scope::Told, &slowly).unwrap();
                has_begun.store(true, Ordering::Relaxed);
            }
        });
        while !has_begun.load(Ordering::Relaxed) {
            std::thread::yield_now();
        }
        let store = Sqlite::open(&path, Place::Given).unwrap();
        let written: Vec<bool> =
            (0..5).map(|_| store.change(Door::App, Scope::Told, &add_one).is_ok()).take_while(|is_in| *is_in).collect();
        is_over.store(true, Ordering::Relaxed);
        assert_eq!(written.len(), 5, "it gave up while the other went on");
    });
}

#[test]
fn two_processes_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("campaign.db");
    let start = || {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "a_process_of_its_own", "--ignored"])
            .env(FILE, &path)
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    };
    let both = [start(), start()];
    for mut process in both {
        assert!(process.wait().unwrap().success());
    }
    hold_all(&path);
}

#[test]
#[ignore = "started by two_processes_lose_nothing"]
fn a_process_of_its_own() {
    if let Some(path) = std::env::var_os(FILE) {
        add_all(Path::new(&path));
    }
}

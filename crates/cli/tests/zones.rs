//! What is due does not depend on where the machine stands or which clock it shows: the day is handed in, and that is all.
//!
//! The days lie around the changes of clocks of both halves of the earth, and around the turn of the year.

#![expect(clippy::expect_used, reason = "a program that does not run is a failed test")]

use std::path::Path;
use std::process::Command;

/// Far west, far east, half an hour of summer time, and two that change their clocks on different days.
const ZONES: [&str; 5] = ["UTC", "Pacific/Niue", "Pacific/Kiritimati", "Australia/Lord_Howe", "America/New_York"];

const DAYS: [&str; 8] =
    ["2026-11-23", "2026-11-27", "2026-12-31", "2027-01-01", "2027-03-14", "2027-03-28", "2027-04-04", "2027-10-31"];

fn printed(folder: &Path, zone: &str, day: &str, words: &[&str]) -> String {
    let mut halfhour = Command::new(env!("CARGO_BIN_EXE_halfhour"));
    halfhour.args(["--data", "campaign.db", "--today", day]).args(words).current_dir(folder).env("TZ", zone);
    let out = halfhour.output().expect("the program runs");
    assert!(out.status.success(), "{words:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).expect("it prints text")
}

#[test]
fn the_same_is_due_everywhere() {
    let folder = tempfile::tempdir().expect("a folder");
    printed(folder.path(), "UTC", "2026-11-23", &["demo"]);
    printed(folder.path(), "UTC", "2026-11-23", &["me", "--slot", "tue 10:00", "--slot", "sun 2:30"]);
    for day in DAYS {
        for words in [["--json", "today"].as_slice(), &["calendar"], &["week"]] {
            let here = printed(folder.path(), ZONES[0], day, words);
            assert!(!here.is_empty());
            for zone in &ZONES[1..] {
                assert_eq!(printed(folder.path(), zone, day, words), here, "{words:?} on {day} in {zone}");
            }
        }
    }
}

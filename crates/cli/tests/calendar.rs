//! Calendars of the real program, read by a parser that is not ours: Python's icalendar, in a stage of its own.
//!
//! `cargo xtask test calendar` brings the parser and runs it; what is no matter of reading is held without it. What is
//! held here: every entry reads, has a name of its own and lasts half an hour or whole days; a meeting keeps its name, and
//! its sequence rises when it moves or is called off.

#![expect(clippy::expect_used, reason = "a calendar that cannot be written is a failed test")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Reads a calendar strictly and prints what it found, one entry a line as JSON.
const READER: &str = r#"
import datetime, json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
assert calendar["VERSION"] == "2.0" and calendar["PRODID"], "a calendar says what it is"
assert not calendar.errors, calendar.errors
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    for needed in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS"):
        assert needed in event, needed
    start, end = event.decoded("DTSTART"), event.decoded("DTEND", None)
    whole_day = not isinstance(start, datetime.datetime)
    print(json.dumps({
        "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "status": str(event["STATUS"]),
        "start": start.isoformat(), "whole_day": whole_day, "summary": str(event["SUMMARY"]),
        "minutes": None if whole_day or end is None else (end - start).total_seconds() / 60,
        "zone": None if whole_day or start.tzinfo is None else str(start.utcoffset()),
    }))
"#;

/// What `halfhour` prints.
fn halfhour(folder: &Path, today: &str, words: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_halfhour"))
        .args(["--data", "campaign.db", "--today", today])
        .args(words)
        .current_dir(folder)
        .env("TZ", "America/New_York")
        .output()
        .expect("the program runs");
    assert!(out.status.success(), "{words:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).expect("it prints text")
}

/// The entries of a calendar, as the parser sees them.
fn entries(calendar: &str) -> Vec<Value> {
    use std::io::Write;
    let python =
        std::env::var_os("ICALENDAR_PYTHON").expect("`cargo xtask test calendar` names a Python with icalendar");
    let pipe = std::process::Stdio::piped;
    let mut reader = Command::new(python)
        .args(["-c", READER])
        .stdin(pipe())
        .stdout(pipe())
        .stderr(pipe())
        .spawn()
        .expect("Python starts");
    reader.stdin.take().expect("a pipe").write_all(calendar.as_bytes()).expect("the calendar is handed over");
    let told = reader.wait_with_output().expect("Python ends");
    assert!(told.status.success(), "{}\n{calendar}", String::from_utf8_lossy(&told.stderr));
    let lines = String::from_utf8(told.stdout).expect("JSON is text");
    lines.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

#[test]
#[ignore = "needs Python with icalendar: cargo xtask test calendar"]
fn every_entry_of_a_whole_search_reads() {
    let folder = tempfile::tempdir().expect("a folder");
    halfhour(folder.path(), "2026-11-23", &["demo"]);
    halfhour(folder.path(), "2026-11-23", &["list", "add", "Zoë \\ O'Neil; \"Lin\", 木, Café; Bar"]);
    halfhour(folder.path(), "2026-11-23", &["me", "--slot", "tue 10:00", "--slot", "thu 10:00"]);
    for today in ["2026-11-23", "2026-11-24", "2027-03-14"] {
        let entries = entries(&halfhour(folder.path(), today, &["calendar"]));
        assert!(entries.len() > 4, "{today}: {entries:#?}");
        let names: BTreeSet<&str> = entries.iter().filter_map(|one| one["uid"].as_str()).collect();
        assert_eq!(names.len(), entries.len(), "each has a name of its own");
        for one in &entries {
            assert!(one["whole_day"] == true || one["minutes"] == 30.0, "{one}");
        }
        assert!(entries.iter().any(|one| one["uid"].as_str().is_some_and(|uid| uid.starts_with("time-"))), "{today}");
    }
}

#[test]
fn whatever_becomes_of_a_meeting_a_calendar_takes_it_for_newer() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = |words: &[&str]| halfhour(folder.path(), "2026-11-23", words);
    told(&["list", "add", "Ana Pereira, Harbor Hospital"]);
    told(&["ask", "log", "ana"]);
    told(&["ask", "answer", "ana", "accepted", "--on", "2026-12-01", "--at", "10:00"]);
    let mut last = 0;
    let changes: [(&[&str], &str); 6] = [
        (&["ask", "cancel", "ana"], "STATUS:CANCELLED"),
        (&["undo"], "DTSTART:20261201T100000"),
        (&["ask", "answer", "ana", "accepted", "--on", "2026-12-04", "--at", "12:00"], "DTSTART:20261204T120000"),
        (&["ask", "answer", "ana", "declined"], "STATUS:CANCELLED"),
        (&["ask", "answer", "ana", "accepted", "--on", "2026-12-03", "--at", "11:00"], "DTSTART:20261203T110000"),
        (&["ask", "answer", "ana", "not-now", "--until", "2027-01-11"], "STATUS:CANCELLED"),
    ];
    for (change, shows) in changes {
        told(change);
        let whole = told(&["calendar"]);
        let meeting = whole.split("BEGIN:VEVENT").find(|entry| entry.contains("UID:a1-")).expect("it stays in it");
        assert!(meeting.contains(shows), "{change:?}: {meeting}");
        for file in [meeting, &told(&["sheet", "ana", "--ics"])] {
            let (_, after) = file.split_once("SEQUENCE:").expect("it has one");
            let sequence: u32 = after.lines().next().and_then(|number| number.parse().ok()).expect("a number");
            assert!(sequence >= last, "{change:?}: {sequence} after {last}");
            last = sequence;
        }
        last += 1;
    }
}

#[test]
#[ignore = "needs Python with icalendar: cargo xtask test calendar"]
fn a_meeting_that_moves_or_is_called_off_keeps_its_name_and_raises_its_sequence() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = |words: &[&str]| halfhour(folder.path(), "2026-03-02", words);
    told(&["list", "add", "Ana Pereira, Harbor Hospital"]);
    told(&["ask", "log", "ana"]);
    told(&["ask", "answer", "ana", "accepted", "--on", "2026-03-27", "--at", "14:00", "--zone", "Europe/Berlin"]);
    let mut seen: Vec<Value> = Vec::new();
    let changes: [&[&str]; 4] = [
        &["today"],
        // Two days later Berlin has changed its clocks: the same hour there is another instant.
        &["ask", "move", "ana", "--on", "2026-03-30", "--at", "14:00"],
        &["ask", "cancel", "ana"],
        &["ask", "move", "ana", "--on", "2026-04-01"],
    ];
    for change in changes {
        told(change);
        let alone = entries(&told(&["sheet", "ana", "--ics"]));
        let whole = entries(&told(&["calendar"]));
        assert_eq!(alone.len(), 1);
        let same = whole.iter().find(|one| one["uid"] == alone[0]["uid"]).expect("it is in the calendar too");
        assert_eq!(*same, alone[0], "both tell the same");
        seen.extend(alone);
    }
    let all = |name: &str| seen.iter().map(|one| one[name].clone()).collect::<Vec<_>>();
    assert!(all("uid").windows(2).all(|pair| pair[0] == pair[1]));
    assert!(all("sequence").windows(2).all(|pair| pair[0].as_u64() < pair[1].as_u64()), "{:?}", all("sequence"));
    assert_eq!(all("status"), ["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"]);
    assert_eq!(all("start")[..2], ["2026-03-27T13:00:00+00:00", "2026-03-30T12:00:00+00:00"]);
    assert_eq!(all("whole_day")[3], true, "only the new day is agreed");
}

//! Calendars as programs write them, broken ones too. Everybody in them is invented.

#![allow(clippy::unwrap_used, reason = "tests may stop where something does not hold")]

use std::fmt::Write as _;
use std::io::Cursor;
use std::path::Path;

use formats::Unusable;
use jiff::civil::{Date, date};
use method::list::reading::{Exchanges, Findings, Me, Reading};
use proptest::prelude::*;

const TODAY: Date = date(2026, 3, 20);

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/calendar/files");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn read_on(today: Date, bytes: &[u8]) -> Result<Vec<Reading>, Unusable> {
    let me = Me { addresses: vec!["mia@example.com".into()], today: Some(today), ..Me::default() };
    formats::read("calendar.ics", Cursor::new(bytes), &me, &mut |_| ())
}

fn exchanges(reading: &Reading) -> &Exchanges {
    match &reading.findings {
        Findings::Exchanges(found) => found,
        other => panic!("{other:?}"),
    }
}

/// Every event was counted, skipped with a reason, or rejected.
fn nothing_is_lost(readings: &[Reading]) {
    for reading in readings {
        let found = exchanges(reading);
        let skipped: usize = found.skipped.values().sum();
        assert_eq!(reading.read, found.counted + skipped + found.rejected);
    }
}

fn shown(bytes: &[u8]) -> String {
    let readings = read_on(TODAY, bytes).unwrap();
    nothing_is_lost(&readings);
    let (reading, found) = (&readings[0], exchanges(&readings[0]));
    let mut text = format!("read {}, counted {}, rejected {}\n", reading.read, found.counted, found.rejected);
    found.skipped.iter().for_each(|(reason, count)| writeln!(text, "  skipped {count}: {reason}").unwrap());
    for (address, one) in &found.with {
        let days: Vec<String> = one.days.iter().map(|(day, on)| format!("{day}×{}", on.met)).collect();
        writeln!(text, "  {address} {}: {}", one.name.as_deref().unwrap_or("-"), days.join(" ")).unwrap();
    }
    for ((a, b), shared) in &found.acquaintances {
        writeln!(text, "  {a} + {b} {:?} until {}", shared.years, shared.last_on).unwrap();
    }
    for problem in &reading.problems {
        let verdict = if problem.rejected { "rejected" } else { "kept" };
        writeln!(text, "  ! {}, line {}, {verdict}: {}", problem.place, problem.line, problem.reason).unwrap();
    }
    assert!(!text.contains("SECRET"), "what an event was about was kept: {text}");
    text
}

#[test]
fn a_calendar_with_every_quirk() {
    insta::assert_snapshot!(shown(&bytes("quirks.ics")));
}

#[test]
fn a_broken_calendar_gives_what_can_be_saved_and_names_the_rest() {
    insta::assert_snapshot!(shown(&bytes("broken.ics")));
}

#[test]
fn what_cannot_be_read_of_a_calendar_is_handed_back_as_places_and_reasons_only() {
    let readings = read_on(TODAY, &bytes("broken.ics")).unwrap();
    let left = readings[0].left_out.as_ref().expect("something was left out");
    let text = String::from_utf8(left.bytes.clone()).unwrap();
    assert!(text.starts_with("Place,Line,Reason\n") && text.lines().count() > 1, "{text}");
    assert!(!text.contains("SUMMARY") && !text.contains('@'), "{text}");
}

#[test]
fn the_same_calendar_tells_more_only_after_another_meeting() {
    let digest = |today| read_on(today, &bytes("quirks.ics")).unwrap()[0].digest.clone();
    assert_eq!(digest(date(2026, 3, 16)), digest(date(2026, 3, 18)), "the weekly meeting is on Mondays");
    assert_ne!(digest(date(2026, 3, 16)), digest(date(2026, 3, 23)));
}

#[test]
fn a_calendar_is_not_read_before_somebody_said_whose_it_is() {
    let bytes = bytes("quirks.ics");
    let refusal = formats::read("calendar.ics", Cursor::new(bytes), &Me::default(), &mut |_| ()).unwrap_err();
    assert!(matches!(refusal, Unusable::WhoseMail { .. }), "{refusal}");
}

#[test]
fn a_calendar_of_tasks_and_zones_alone_is_refused_as_one_in_which_nothing_is_read() {
    let tasks = "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Europe/Berlin\nEND:VTIMEZONE\n\
                 BEGIN:VTODO\nSUMMARY:Write\nEND:VTODO\nEND:VCALENDAR\n";
    let refusal = read_on(TODAY, tasks.as_bytes()).unwrap_err();
    assert!(refusal.to_string().contains("is a calendar, and nothing stands in it that halfhour reads"), "{refusal}");
    let unasked = formats::read("tasks.ics", Cursor::new(tasks), &Me::default(), &mut |_| ()).unwrap_err();
    assert!(matches!(unasked, Unusable::NothingInIt { .. }), "nobody is asked whose tasks they are: {unasked}");
}

#[test]
fn nobody_met_by_a_calendar_two_thousand_years_ago() {
    let event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:00010101T100000Z\n\
                 ATTENDEE:mailto:mia@example.com\nATTENDEE:mailto:ana@example.com\nEND:VEVENT\nEND:VCALENDAR\n";
    let reading = &read_on(TODAY, event.as_bytes()).unwrap()[0];
    assert_eq!((exchanges(reading).rejected, exchanges(reading).with.len()), (1, 0));
    assert_eq!(reading.problems[0].reason, "It is dated before there were such calendars.");
}

#[test]
fn a_meeting_that_repeats_for_decades_is_followed_until_today() {
    let daily = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:19900101T100000\nRRULE:FREQ=DAILY\n\
                 ATTENDEE:mailto:mia@example.com\nATTENDEE:mailto:ana@example.com\nEND:VEVENT\nEND:VCALENDAR\n";
    let readings = read_on(TODAY, daily.as_bytes()).unwrap();
    let days = &exchanges(&readings[0]).with["ana@example.com"].days;
    assert_eq!((days.len(), days.last_key_value().map(|(day, _)| *day)), (13_228, Some(TODAY)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_calendars_are_survived(
        name in prop::sample::select(vec!["quirks.ics", "broken.ics"]),
        at in any::<prop::sample::Index>(),
        new in prop::collection::vec(any::<u8>(), 0..4),
        gone in 0..40_usize,
    ) {
        let mut bytes = bytes(name);
        let at = at.index(bytes.len());
        let end = (at + gone).min(bytes.len());
        bytes.splice(at..end, new);
        if let Ok(readings) = read_on(TODAY, &bytes) {
            nothing_is_lost(&readings);
        }
    }

    #[test]
    fn arbitrary_events_are_survived(
        lines in "((DTSTART|DTEND|RRULE|RDATE|EXDATE|RECURRENCE-ID|DURATION|UID|STATUS|ATTENDEE|TZID)(;TZID=[A-Z]{0,4}|;VALUE=DATE|;VALUE=PERIOD)?:(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY|HOURLY);?)?(COUNT=[0-9]{1,9}|INTERVAL=[0-9]{1,5}|UNTIL=20[0-9]{6}|BYDAY=[-0-9]{0,2}(MO|SU)|BYMONTH=[0-9]{1,2}|BYSETPOS=-?[0-9]{1,3}|[0-9]{4,8}T[0-9]{6}Z?|-?P[0-9]{1,9}[DWH]|mailto:[a-z]@x\\.example)?\r\n|BEGIN:VEVENT\r\n|END:VEVENT\r\n|BEGIN:VTIMEZONE\r\n|END:VTIMEZONE\r\n){0,25}",
    ) {
        let text = format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nATTENDEE:mailto:mia@example.com\r\nATTENDEE:mailto:a@x.example\r\n{lines}END:VEVENT\r\n"
        );
        if let Ok(readings) = read_on(TODAY, text.as_bytes()) {
            nothing_is_lost(&readings);
        }
    }
}

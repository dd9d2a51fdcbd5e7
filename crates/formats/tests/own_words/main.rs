//! What the seeker wrote elsewhere: a JSON Resume, and our own export. Everybody is invented.

#![allow(clippy::unwrap_used, reason = "tests may stop where something does not hold")]

use std::fmt::Write as _;
use std::io::Cursor;
use std::path::Path;

use formats::Unusable;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use method::campaign::Campaign;
use method::id::{Id, Ids};
use method::list::import::import;
use method::list::reading::{Findings, Letter, Me, PersonRow, Reading, SeekerRow};
use method::list::{Acquaintance, Correspondence, Letters, Person};
use proptest::prelude::*;

fn read(name: &str, bytes: &[u8]) -> Result<Vec<Reading>, Unusable> {
    formats::read(name, Cursor::new(bytes), &Me::default(), &mut |_| ())
}

fn resume() -> Vec<u8> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own_words/files/resume.json");
    std::fs::read(file).unwrap()
}

fn count(findings: &Findings) -> usize {
    match findings {
        Findings::People(rows) => rows.len(),
        Findings::Seeker(rows) => rows.len(),
        Findings::Correspondence(rows) => rows.len(),
        Findings::Exchanges(found) => found.counted,
    }
}

fn nothing_is_lost(readings: &[Reading]) {
    for reading in readings {
        assert_eq!(reading.read, count(&reading.findings) + reading.rejected());
        assert!(reading.problems.iter().all(|problem| problem.place > 0 && problem.line > 0));
    }
}

#[test]
fn a_resume_tells_where_the_seeker_was_and_what_they_do_well() {
    let readings = read("resume.json", &resume()).unwrap();
    nothing_is_lost(&readings);
    let mut shown = String::new();
    let Findings::Seeker(rows) = &readings[0].findings else { panic!("facts about the seeker") };
    rows.iter().for_each(|row| writeln!(shown, "{}", serde_json::to_string(row).unwrap()).unwrap());
    readings[0].problems.iter().for_each(|one| writeln!(shown, "! {}: {}", one.place, one.reason).unwrap());
    assert!(!shown.contains("SECRET"));
    insta::assert_snapshot!(shown);
}

#[test]
fn a_resume_says_what_was_done_and_which_skill_a_keyword_stands_for() {
    let resume = br#"{
        "basics": {"summary": "A nurse who keeps a ward calm. Tea."},
        "work": [{"name": "Harbor", "highlights": ["Cut triage waits by 30%", "Short one"], "summary": "Led nights alone for years."}],
        "projects": [{"name": "Desk", "description": "Rebuilt the front desk in spring"}],
        "skills": [{"name": "Composure", "keywords": ["calm"]}]
    }"#;
    let said = &read("resume.json", resume).unwrap()[0].said;
    let told: Vec<(&str, &[String])> = said.iter().map(|one| (one.text.as_str(), one.of.as_slice())).collect();
    let composure = ["Composure".to_owned()];
    assert_eq!(
        told,
        [
            ("Led nights alone for years.", &[][..]),
            ("Cut triage waits by 30%", &[]),
            ("Rebuilt the front desk in spring", &[]),
            ("A nurse who keeps a ward calm.", &composure),
        ]
    );
}

#[test]
fn a_skill_may_be_a_word_and_what_is_no_entry_is_told() {
    let resume =
        br#"{"basics": {}, "skills": ["Triage", "", {}, {"name": "Rust"}], "work": ["Harbor"], "education": "no"}"#;
    let reading = &read("resume.json", resume).unwrap()[0];
    assert_eq!((reading.read, reading.rejected()), (4, 2));
    let reasons: Vec<&str> = reading.problems.iter().map(|one| one.reason.as_str()).collect();
    assert_eq!(reasons, ["Entry 1 of work is no object that has a name.", "education is no list."]);
    let skill = |name: &str| SeekerRow::Skill { name: name.into() };
    assert_eq!(reading.findings, Findings::Seeker(vec![skill("Triage"), skill("Rust")]));
}

#[test]
fn half_a_resume_says_where_it_ends() {
    let whole = resume();
    let readings = read("resume.json", &whole[..whole.len() / 2]).unwrap();
    assert_eq!((readings[0].read, readings[0].rejected()), (1, 1));
    assert_eq!(readings[0].problems[0].reason, "The file ends in the middle, in line 15.");
}

/// A campaign with somebody from a file, somebody told, somebody forgotten, letters and a past.
fn lived() -> Campaign {
    let today = date(2026, 11, 23);
    let ids = Ids::default();
    let mut campaign = Campaign::default();
    let row = PersonRow {
        place: 1,
        key: "k".into(),
        name: "Ana Pereira".into(),
        emails: vec!["ana@example.com".into()],
        links: vec!["linkedin.com/in/ana".into()],
        organization: Some("Harbor Freight".into()),
        birthday: "--04-12".parse().ok(),
        postal: vec!["1 Quay Street".into()],
        other_names: vec!["Annie".into()],
        ..PersonRow::default()
    };
    let letter = |sent| Letter { place: 1, address: "ana@example.com".into(), on: today, sent };
    let readings = [
        reading("vcard", Findings::People(vec![row])),
        reading("linkedin_messages", Findings::Correspondence(vec![letter(true), letter(true), letter(false)])),
        reading("linkedin_skills", Findings::Seeker(vec![SeekerRow::Skill { name: "Triage".into() }])),
    ];
    campaign.apply(import(&campaign, &ids, today, &readings).changes);
    campaign.apply([
        Person { emails: vec!["bo@example.com".into()], ..Person::named(ids.fresh(), "Bo Lind", today) }.into(),
        Person { forgotten: true, ..Person::untold(ids.fresh(), today) }.into(),
    ]);
    campaign
}

fn reading(kind: &str, findings: Findings) -> Reading {
    let read = count(&findings);
    let (file, kind, digest) = (format!("{kind}.x"), kind.to_owned(), format!("digest of {kind}"));
    Reading {
        file,
        kind,
        digest,
        read,
        findings,
        problems: Vec::new(),
        columns: Vec::new(),
        said: Vec::new(),
        left_out: None,
    }
}

#[test]
fn our_own_export_brings_people_letters_and_the_past_into_another_campaign() {
    let campaign = lived();
    let zip = formats::export::write(&campaign.facts()).unwrap();
    let readings = read("halfhour-export.zip", &zip).unwrap();
    nothing_is_lost(&readings);
    let mut other = Campaign::default();
    let today = date(2026, 12, 1);
    let made = import(&other, &Ids::default(), today, &readings);
    assert_eq!((made.account.totals.read, made.account.totals.created), (2, 2));
    other.apply(made.changes);
    let told = |campaign: &Campaign| {
        let shown = campaign.everybody().filter(|one| one.name() != "someone");
        shown
            .map(|one| {
                let values = [one.emails(), one.links(), one.postal(), one.other_names()].concat().join(" ");
                format!("{} {values} {:?} {:?}", one.name(), one.organization(), one.birthday())
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&other), told(&campaign));
    let days = |campaign: &Campaign| campaign.correspondence.values().map(|one| one.days.clone()).collect::<Vec<_>>();
    assert_eq!(days(&other), days(&campaign));
    assert_eq!(other.strengths.values().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Triage"]);
    let last = other.people.keys().map(|id| id.number()).max().unwrap();
    assert_eq!(import(&other, &Ids::default(), today, &readings).changes, vec![], "{last} people stay");
}

/// A campaign with this one correspondence and this one acquaintance of a mailbox, as one reads them in another.
fn of_mail(days: &[(Date, Letters)]) -> Campaign {
    let ids = Ids::default();
    let mut campaign = Campaign::default();
    let (importer, address) = ("mail".to_owned(), "ana@example.com".to_owned());
    let correspondence =
        Correspondence { id: ids.fresh(), importer: importer.clone(), address, days: days.iter().copied().collect() };
    let acquaintance = Acquaintance {
        id: ids.fresh(),
        importer,
        a: "ana@example.com".into(),
        b: "ben@example.com".into(),
        years: vec![(2026, 210)],
        last_on: date(2026, 3, 2),
    };
    campaign.apply([correspondence.into(), acquaintance.into()]);
    campaign
}

fn brought_over(campaign: &Campaign) -> (Vec<Reading>, Campaign) {
    let readings = read("export.zip", &formats::export::write(&campaign.facts()).unwrap()).unwrap();
    nothing_is_lost(&readings);
    let mut other = Campaign::default();
    other.apply(import(&other, &Ids::default(), date(2026, 12, 1), &readings).changes);
    (readings, other)
}

#[test]
fn our_own_export_brings_mail_meetings_and_who_knows_whom() {
    let campaign = of_mail(&[(date(2026, 3, 2), Letters { sent: 2, received: 1, met: 1 })]);
    let (_, other) = brought_over(&campaign);
    let days = |campaign: &Campaign| campaign.correspondence.values().map(|one| one.days.clone()).collect::<Vec<_>>();
    let pairs = |campaign: &Campaign| {
        let all = campaign.acquaintances.values();
        all.map(|one| (one.importer.clone(), one.a.clone(), one.b.clone(), one.years.clone())).collect::<Vec<_>>()
    };
    assert_eq!((days(&other), pairs(&other)), (days(&campaign), pairs(&campaign)));
}

#[test]
fn a_broken_export_cannot_fill_the_memory_or_the_future() {
    let many = Letters { sent: u32::MAX, received: u32::MAX, met: u32::MAX };
    let days: Vec<(Date, Letters)> = date(2000, 1, 1).series(1.day()).take(3_000).map(|day| (day, many)).collect();
    let (readings, _) = brought_over(&of_mail(&days));
    assert_eq!(readings[0].read, 3_000 * 3 * 10_000);
    let (readings, other) = brought_over(&of_mail(&[(date(1, 1, 1), many)]));
    assert_eq!(readings[0].read, 2, "the pair, and the day that is left out");
    assert!(other.correspondence.is_empty());
}

#[test]
fn our_own_export_changes_nothing_in_its_own_campaign_but_its_records() {
    let campaign = lived();
    let zip = formats::export::write(&campaign.facts()).unwrap();
    let made = import(&campaign, &Ids::default(), date(2026, 12, 1), &read("export.zip", &zip).unwrap());
    assert_eq!((made.account.totals.created, made.account.totals.merged), (0, 0));
    assert_eq!(made.account.totals.unchanged, 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_resume_is_survived(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut damaged = resume();
        changes.iter().for_each(|(at, byte)| *at.get_mut(&mut damaged) = *byte);
        damaged.truncate(cut.map_or(damaged.len(), |at| at.index(damaged.len())));
        if let Ok(readings) = read("resume.json", &damaged) {
            nothing_is_lost(&readings);
        }
    }

    #[test]
    fn a_damaged_export_is_survived(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let lines: String = lived().facts().iter().map(|fact| serde_json::to_string(fact).unwrap() + "\n").collect();
        let mut damaged = format!("{{\"halfhour\":1}}\n{lines}").into_bytes();
        changes.iter().for_each(|(at, byte)| *at.get_mut(&mut damaged) = *byte);
        if let Ok(readings) = read("export.jsonl", &damaged) {
            nothing_is_lost(&readings);
        }
    }
}

//! Files as LinkedIn sends them and as people bring them, broken ones too. Everybody in them is invented.

#![allow(clippy::unwrap_used, reason = "tests may stop where something does not hold")]

mod anything;
mod archives;
mod connections;
mod correspondence;
mod others;
mod seeker;
mod wrong_files;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;

use formats::Unusable;
use method::list::reading::{Findings, Me, Reading};
use serde::Serialize;
use zip::write::SimpleFileOptions;

/// The bytes of a file in `files/`.
fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/linkedin/files");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn read_bytes(name: &str, bytes: &[u8], me: &Me) -> Result<Vec<Reading>, Unusable> {
    formats::read(name, Cursor::new(bytes), me, &mut |_| ())
}

/// What a file in `files/` gives, as text.
fn shown(name: &str) -> String {
    shown_to(&Me::default(), name)
}

fn shown_to(me: &Me, name: &str) -> String {
    show(&read_bytes(name, &bytes(name), me).unwrap())
}

/// Every reading with its rows and problems, one a line.
fn show(readings: &[Reading]) -> String {
    let mut text = String::new();
    for reading in readings {
        let (read, rejected) = (reading.read, reading.rejected());
        writeln!(text, "{} ({}): read {read}, rejected {rejected}", reading.file, reading.kind).unwrap();
        match &reading.findings {
            Findings::People(rows) => lines(&mut text, rows),
            Findings::Seeker(rows) => lines(&mut text, rows),
            Findings::Correspondence(rows) => lines(&mut text, rows),
            Findings::Exchanges(_) => panic!("there is no mail in an export"),
        }
        for problem in &reading.problems {
            let verdict = if problem.rejected { "rejected" } else { "kept" };
            writeln!(text, "  ! row {}, line {}, {verdict}: {}", problem.place, problem.line, problem.reason).unwrap();
        }
    }
    text
}

fn lines(text: &mut String, rows: &[impl Serialize]) {
    for row in rows {
        writeln!(text, "  {}", serde_json::to_string(row).unwrap()).unwrap();
    }
}

/// A ZIP of these members.
fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A whole export: the path of each member and the file that it is made from.
fn export() -> Vec<u8> {
    let files = [
        ("messages.csv", "messages.csv"),
        ("Connections.csv", "connections_with_notes.csv"),
        ("Invitations.csv", "Invitations.csv"),
        ("Profile.csv", "Profile.csv"),
        ("Positions.csv", "Positions.csv"),
        ("Skills.csv", "Skills.csv"),
        ("Education.csv", "Education.csv"),
        ("Company Follows.csv", "Company Follows.csv"),
        ("Email Addresses.csv", "Email Addresses.csv"),
        ("Rich Media.csv", "expenses.csv"),
    ];
    let contents: Vec<(&str, Vec<u8>)> = files.iter().map(|(member, file)| (*member, bytes(file))).collect();
    let members: Vec<(&str, &[u8])> = contents.iter().map(|(name, content)| (*name, content.as_slice())).collect();
    zipped(&members)
}

fn rows(reading: &Reading) -> usize {
    match &reading.findings {
        Findings::People(rows) => rows.len(),
        Findings::Seeker(rows) => rows.len(),
        Findings::Exchanges(found) => found.counted,
        Findings::Correspondence(letters) => {
            let mut places: Vec<u32> = letters.iter().map(|letter| letter.place).collect();
            places.dedup();
            places.len()
        }
    }
}

/// Every row was either made into something or left out with a reason.
fn nothing_is_lost(readings: &[Reading]) {
    for reading in readings {
        assert_eq!(reading.read, rows(reading) + reading.rejected(), "{}", show(std::slice::from_ref(reading)));
        assert!(reading.problems.iter().all(|problem| problem.place > 0 && problem.line > 0));
        assert!(reading.problems.is_sorted_by_key(|problem| problem.place));
    }
}

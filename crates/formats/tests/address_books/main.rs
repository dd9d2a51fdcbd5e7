//! Address books as people have them, broken ones too, and tables that only a person can read. Everybody is invented.

#![allow(clippy::unwrap_used, reason = "tests may stop where something does not hold")]

mod anything;
mod left_out;

use std::fmt::Write as _;
use std::io::Cursor;
use std::path::Path;

use formats::{Asked, Map, Unusable};
use method::list::reading::{Findings, Me, PersonRow, Reading};
use rstest::rstest;

/// The bytes of a file in `files/`.
fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/address_books/files");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn read_bytes(name: &str, bytes: &[u8], asked: &Asked) -> Result<Vec<Reading>, Unusable> {
    formats::read_as(name, Cursor::new(bytes), &Me::default(), asked, &mut |_| ()).map(|taken| taken.readings)
}

fn mapped(pairs: &[&str]) -> Asked {
    Asked { map: Map::parse(pairs).unwrap(), ..Asked::default() }
}

fn people(reading: &Reading) -> &[PersonRow] {
    match &reading.findings {
        Findings::People(rows) => rows,
        other => panic!("{other:?}"),
    }
}

/// Every reading with its people, one block each, and its problems.
fn show(readings: &[Reading]) -> String {
    let mut text = String::new();
    for reading in readings {
        let (read, rejected) = (reading.read, reading.rejected());
        writeln!(text, "{} ({}): read {read}, rejected {rejected}", reading.file, reading.kind).unwrap();
        for column in &reading.columns {
            writeln!(text, "  column {}: {}", column.column, column.field.unwrap_or("not used")).unwrap();
        }
        for row in people(reading) {
            show_row(&mut text, row);
        }
        for problem in &reading.problems {
            let verdict = if problem.rejected { "rejected" } else { "kept" };
            writeln!(text, "  ! {}, line {}, {verdict}: {}", problem.place, problem.line, problem.reason).unwrap();
        }
    }
    text
}

fn show_row(text: &mut String, row: &PersonRow) {
    writeln!(text, "  {} {} [{}]", row.place, row.name, row.key).unwrap();
    let one = [
        ("given", &row.given),
        ("family", &row.family),
        ("organization", &row.organization),
        ("title", &row.title),
        ("birthday", &row.birthday.map(|day| day.to_string())),
    ];
    for (name, value) in one.iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
        writeln!(text, "      {name}: {value}").unwrap();
    }
    let many = [
        ("email", &row.emails),
        ("phone", &row.phones),
        ("link", &row.links),
        ("postal", &row.postal),
        ("other name", &row.other_names),
    ];
    for (name, value) in many.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value))) {
        writeln!(text, "      {name}: {value}").unwrap();
    }
}

/// Every row was either made into somebody or left out with a reason.
fn nothing_is_lost(readings: &[Reading]) {
    for reading in readings {
        assert_eq!(reading.read, people(reading).len() + reading.rejected(), "{}", show(readings));
        assert!(reading.problems.iter().all(|problem| problem.place > 0 && problem.line > 0));
        assert_eq!(reading.left_out.is_some(), reading.rejected() > 0);
    }
}

#[rstest]
fn gives_the_people_that_stand_in_it(
    #[values(
        "v21.vcf",
        "v30.vcf",
        "v40.vcf",
        "broken.vcf",
        "lf_and_mark.vcf",
        "windows_1252.vcf",
        "google_until_2024.csv",
        "google_since_2024.csv",
        "outlook_windows_1252.csv",
        "guessed.csv"
    )]
    name: &str,
) {
    let readings = read_bytes(name, &bytes(name), &Asked::default()).unwrap();
    nothing_is_lost(&readings);
    let shown = show(&readings);
    assert!(!shown.contains("SECRET"), "notes are other people's business");
    insta::assert_snapshot!(name, shown);
}

#[test]
fn a_table_that_cannot_be_guessed_is_read_as_told() {
    let any = bytes("any_table.csv");
    let refusal = read_bytes("any_table.csv", &any, &Asked::default()).unwrap_err();
    insta::assert_snapshot!("any_table refused", format!("{refusal}\n{}", refusal.hint()));
    let asked = mapped(&["name=Who", "title=what they do", "phone=Mobile No."]);
    let readings = read_bytes("any_table.csv", &any, &asked).unwrap();
    nothing_is_lost(&readings);
    insta::assert_snapshot!("any_table as told", show(&readings));
}

#[test]
fn a_table_among_others_is_not_guessed_at() {
    let among = Asked { is_among_others: true, ..Asked::default() };
    let guessed = bytes("guessed.csv");
    assert!(matches!(read_bytes("guessed.csv", &guessed, &among), Err(Unusable::OtherTable { .. })));
    let told = Asked { is_among_others: true, ..mapped(&["name=Full Name"]) };
    assert_eq!(read_bytes("guessed.csv", &guessed, &told).unwrap()[0].kind, "table");
}

#[test]
fn members_of_a_takeout_are_found_wherever_they_lie() {
    let (cards, google) = (bytes("v30.vcf"), bytes("google_since_2024.csv"));
    let zip = zipped(&[
        ("Takeout/archive_browser.html", b"<html>"),
        ("Takeout/Contacts/All Contacts/All Contacts.vcf", &cards),
        ("Takeout/Contacts/My Contacts.csv", &google),
        ("Takeout/Contacts/people.csv", &bytes("guessed.csv")),
    ]);
    let readings = read_bytes("takeout.zip", &zip, &Asked::default()).unwrap();
    let files: Vec<&str> = readings.iter().map(|one| one.file.as_str()).collect();
    let places =
        ["takeout.zip/Takeout/Contacts/All Contacts/All Contacts.vcf", "takeout.zip/Takeout/Contacts/My Contacts.csv"];
    assert_eq!(files, places);
}

#[test]
fn a_zip_inside_a_zip_is_refused_in_plain_words() {
    let inner = zipped(&[("people.vcf", &bytes("v30.vcf"))]);
    let outer = zipped(&[("readme.txt", b"hello"), ("export/inner.zip", &inner)]);
    let refusal = read_bytes("outer.zip", &outer, &Asked::default()).unwrap_err();
    insta::assert_snapshot!("zip inside a zip", format!("{refusal}\n{}", refusal.hint()));
}

#[test]
fn a_file_of_one_endless_line_is_refused_after_a_limit() {
    let refusal = read_bytes_of(Endless(0)).unwrap_err();
    assert_eq!(refusal.to_string(), "endless.vcf holds more than 256 MiB, which is more than halfhour reads");
}

/// Four billion bytes of one line, made while they are read.
struct Endless(u64);

impl std::io::Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from((4_u64 << 30) - self.0).unwrap_or(usize::MAX).min(buffer.len());
        buffer[..left].fill(b'a');
        let start = b"BEGIN:VCARD\nFN:";
        for (at, byte) in (self.0..).zip(buffer[..left].iter_mut()) {
            match usize::try_from(at).ok().and_then(|at| start.get(at)) {
                Some(own) => *byte = *own,
                None => break,
            }
        }
        self.0 += u64::try_from(left).unwrap_or_default();
        Ok(left)
    }
}

impl std::io::Seek for Endless {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.0 = if let std::io::SeekFrom::Start(at) = to { at } else { 4 << 30 };
        Ok(self.0)
    }
}

fn read_bytes_of(input: Endless) -> Result<Vec<Reading>, Unusable> {
    formats::read("endless.vcf", input, &Me::default(), &mut |_| ())
}

/// A ZIP of these members.
fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

//! ZIPs: whole exports, and what goes by that name.

use std::io::{Cursor, Write as _};

use formats::{Asked, Taken, Unusable};
use method::list::reading::{Me, Reading};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use super::{bytes, export, nothing_is_lost, read_bytes, show, zipped};

fn read(name: &str, zip: &[u8]) -> Result<Vec<Reading>, Unusable> {
    read_bytes(name, zip, &Me::default())
}

/// The message and the hint of a refusal.
fn refusal(name: &str, zip: &[u8]) -> String {
    let refusal = read(name, zip).unwrap_err();
    format!("{refusal}\n{}", refusal.hint())
}

#[test]
fn a_whole_export_gives_one_reading_per_member_that_is_known() {
    let readings = read("/home/me/Basic_LinkedInDataExport.zip", &export()).unwrap();
    nothing_is_lost(&readings);
    insta::assert_snapshot!(show(&readings));
}

#[test]
fn the_profile_in_an_export_tells_whose_mailbox_it_is() {
    let (profile, messages) = (bytes("Profile.csv"), bytes("messages_of_one_conversation.csv"));
    let zip = zipped(&[("a/messages.csv", &messages), ("a/Profile.csv", &profile)]);
    insta::assert_snapshot!(show(&read("export.zip", &zip).unwrap()));
}

#[test]
fn a_member_is_known_by_what_stands_in_it_whatever_it_is_called() {
    let content = bytes("connections_2018.csv");
    let zip = zipped(&[("__MACOSX/._x.csv", b"\0\0"), ("../evil\\name\u{7}.txt", &content), ("folder/", b"")]);
    let readings = read("some.bin", &zip).unwrap();
    assert_eq!((readings[0].file.as_str(), readings[0].read), ("some.bin/evil/name.txt", 5));
}

/// A ZIP whose members are stored as they are, so that its texts can be read in it.
fn stored(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let as_it_is = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in members {
        writer.start_file(*name, as_it_is).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_zip_in_a_zip_is_never_taken_for_a_table_and_is_named() {
    let inner =
        stored(&[("Connections.csv", &bytes("connections_2018.csv")), ("messages.csv", &bytes("messages.csv"))]);
    assert!(refusal("outer.zip", &zipped(&[("inner.zip", &inner)])).contains("holds another ZIP, inner.zip"));
    assert!(refusal("outer.zip", &stored(&[("inner.txt", &inner)])).contains("holds another ZIP, inner.txt"));
    assert!(!refusal("outer.zip", &stored(&[("notes.docx", &inner)])).contains("another ZIP"), "a document is none");
    let taken = taken(&stored(&[("inner.zip", &inner), ("Skills.csv", &bytes("Skills.csv"))]));
    assert_eq!(taken.readings.len(), 1);
    assert!(taken.skipped[0].reason.contains("holds another ZIP, inner.zip"), "{:?}", taken.skipped);
}

fn taken(zip: &[u8]) -> Taken {
    formats::read_as("outer.zip", Cursor::new(zip), &Me::default(), &Asked::default(), &mut |_| ()).unwrap()
}

#[test]
fn a_table_that_nobody_knows_beside_others_is_named_unless_a_network_sent_it_along() {
    let card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Pereira\r\nEND:VCARD\r\n".as_slice();
    let (expenses, skills) = (bytes("expenses.csv"), bytes("Skills.csv"));
    let chosen = taken(&zipped(&[("people.vcf", card), ("expenses.csv", &expenses), ("readme.txt", b"Hello")]));
    let reasons: Vec<&str> = chosen.skipped.iter().map(|one| one.reason.as_str()).collect();
    assert!(reasons.len() == 1 && reasons[0].contains("expenses.csv is a table"), "{reasons:?}");
    assert_eq!(taken(&zipped(&[("Skills.csv", &skills), ("Rich Media.csv", &expenses)])).skipped, []);
}

#[test]
fn a_member_with_a_header_and_no_rows_is_passed_over_beside_others() {
    let (empty, full) = (bytes("connections_header_only.csv"), bytes("Skills.csv"));
    let readings = read("export.zip", &zipped(&[("Connections.csv", &empty), ("Skills.csv", &full)])).unwrap();
    assert_eq!(readings.len(), 1);
}

#[test]
fn an_export_of_headers_only_is_refused() {
    let empty = bytes("connections_header_only.csv");
    insta::assert_snapshot!(refusal("export.zip", &zipped(&[("Connections.csv", &empty)])));
}

#[test]
fn a_zip_of_something_else_is_refused_with_what_it_holds() {
    let names: Vec<String> = (0..11).map(|n| format!("picture {n}.jpg")).collect();
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"\xff\xd8\xff".as_slice())).collect();
    insta::assert_snapshot!(refusal("holiday.zip", &zipped(&members)));
    insta::assert_snapshot!(refusal("nothing.zip", &zipped(&[])));
}

#[test]
fn an_excel_workbook_is_no_archive() {
    let zip = zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")]);
    insta::assert_snapshot!(refusal("Connections.xlsx", &zip));
}

#[test]
fn a_locked_zip_is_refused() {
    let mut zip = zipped(&[("Connections.csv", &bytes("connections_2018.csv"))]);
    // The first bit of the flags, in the local header and in the central one.
    let central = zip.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    zip[6] |= 1;
    zip[central + 8] |= 1;
    insta::assert_snapshot!(refusal("export.zip", &zip));
}

#[test]
fn half_a_zip_is_refused() {
    let zip = export();
    insta::assert_snapshot!(refusal("export.zip", &zip[..zip.len() / 2]));
}

#[test]
fn a_zip_with_a_broken_member_is_refused() {
    let mut zip = zipped(&[("Skills.csv", &bytes("Skills.csv")), ("Connections.csv", &bytes("connections_2018.csv"))]);
    let second = zip.windows(15).position(|name| name == b"Connections.csv").unwrap();
    zip[second + 20..second + 60].fill(0xff);
    insta::assert_snapshot!(refusal("export.zip", &zip));
}

#[test]
fn a_zip_bomb_is_refused_after_a_few_megabytes() {
    let mut bomb = bytes("connections_2018.csv");
    bomb.resize(64 << 20, b'\n');
    let started = std::time::Instant::now();
    insta::assert_snapshot!(refusal("export.zip", &zipped(&[("Connections.csv", &bomb)])));
    assert!(started.elapsed().as_secs() < 30);
}

#[test]
fn a_bomb_that_is_no_export_is_not_even_unpacked() {
    let bomb = vec![0; 64 << 20];
    let zip = zipped(&[("bomb.bin", &bomb), ("Skills.csv", &bytes("Skills.csv"))]);
    assert_eq!(read("export.zip", &zip).unwrap().len(), 1);
}

#[test]
fn thousands_of_members_are_refused() {
    let names: Vec<String> = (0..=formats::MEMBERS).map(|n| n.to_string()).collect();
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    insta::assert_snapshot!(refusal("export.zip", &zipped(&members)));
}

//! ZIPs: whole exports, and what goes by that name.

use formats::Unusable;
use method::list::reading::{Me, Reading};

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

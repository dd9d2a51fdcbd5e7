//! What was left out can be mended and imported again.

use formats::{Asked, rejects};

use super::{bytes, mapped, people, read_bytes};

fn left_out(name: &str, asked: &Asked) -> (&'static str, String) {
    let readings = read_bytes(name, &bytes(name), asked).unwrap();
    let left = rejects::file(&readings).unwrap().unwrap();
    (left.extension, String::from_utf8_lossy(&left.bytes).into_owned())
}

#[test]
fn broken_cards_come_back_with_their_reasons() {
    let (extension, text) = left_out("broken.vcf", &Asked::default());
    assert_eq!(extension, "vcf");
    insta::assert_snapshot!("left out of broken.vcf", text.replace('\r', ""));
}

#[test]
fn mended_cards_are_read() {
    let (_, text) = left_out("broken.vcf", &Asked::default());
    let mended = text.replace("FN:Dov", "BEGIN:VCARD\nFN:Dov").replace("FN:Finn O", "FN:Finn O\nEND:VCARD");
    let mended = mended.replace("EMAIL:ben@exam\n", "EMAIL:ben@example.com\nEND:VCARD\n");
    let readings = read_bytes("mended.vcf", mended.as_bytes(), &Asked::default()).unwrap();
    let names: Vec<&str> = people(&readings[0]).iter().map(|row| row.name.as_str()).collect();
    assert_eq!((names, readings[0].rejected()), (vec!["Ben Okafor", "Dov Katz", "Finn O"], 0));
}

#[test]
fn rows_of_a_table_come_back_under_their_header() {
    let (extension, text) = left_out("any_table.csv", &mapped(&["name=Who"]));
    assert_eq!(extension, "csv");
    insta::assert_snapshot!("left out of any_table.csv", text);
    let mended = text.replace(";;Nobody", ";Nora;Nobody");
    let readings = read_bytes("mended.csv", mended.as_bytes(), &mapped(&["name=Who"])).unwrap();
    assert_eq!(people(&readings[0])[0].name, "Nora");
}

#[test]
fn rows_of_utf_16_come_back_readable() {
    let (_, text) = left_out("google_until_2024.csv", &Asked::default());
    assert!(text.starts_with("Reason,Name,Given Name,") && text.contains("nobody@example.com"), "{text}");
    assert!(!text.contains("Pereira"));
    let again = read_bytes("again.csv", text.as_bytes(), &Asked::default()).unwrap();
    assert_eq!((again[0].kind.as_str(), again[0].rejected()), ("google_contacts", 2));
}

#[test]
fn bytes_of_a_code_page_come_back_as_they_were() {
    let whole = bytes("outlook_windows_1252.csv");
    let readings = read_bytes("outlook.csv", &whole, &Asked::default()).unwrap();
    let left = rejects::file(&readings).unwrap().unwrap().bytes;
    let row: Vec<&[u8]> = whole.split(|byte| *byte == b'\n').collect();
    let last = row[row.len() - 2];
    assert!(left.windows(last.len()).any(|window| window == last));
}

#[test]
fn several_files_come_back_in_a_zip_that_can_be_imported() {
    let mut readings = read_bytes("broken.vcf", &bytes("broken.vcf"), &Asked::default()).unwrap();
    readings.extend(read_bytes("v40.vcf", &bytes("v40.vcf"), &Asked::default()).unwrap());
    let left = rejects::file(&readings).unwrap().unwrap();
    assert_eq!(left.extension, "zip");
    let again = read_bytes("left.zip", &left.bytes, &Asked::default()).unwrap();
    let told: Vec<(&str, usize)> = again.iter().map(|one| (one.file.as_str(), one.rejected())).collect();
    assert_eq!(told, [("left.zip/1 broken.vcf", 3), ("left.zip/2 v40.vcf", 1)]);
}

//! `Connections.csv` in every shape.

use method::list::reading::{Findings, Me, PersonRow};

use super::{bytes, nothing_is_lost, read_bytes, show, shown};

fn people(text: impl AsRef<[u8]>) -> (Vec<PersonRow>, String) {
    let readings = read_bytes("Connections.csv", text.as_ref(), &Me::default()).unwrap();
    nothing_is_lost(&readings);
    let shown = show(&readings);
    match readings.into_iter().next().map(|reading| reading.findings) {
        Some(Findings::People(rows)) => (rows, shown),
        other => panic!("{other:?}"),
    }
}

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

#[test]
fn notes_before_the_header_are_passed_over_and_lines_still_counted() {
    insta::assert_snapshot!(shown("connections_with_notes.csv"));
}

#[test]
fn an_export_of_2018_has_no_links_and_namesakes_are_numbered() {
    insta::assert_snapshot!(shown("connections_2018.csv"));
}

#[test]
fn the_url_may_be_the_last_column() {
    insta::assert_snapshot!(shown("connections_url_last.csv"));
}

#[test]
fn a_spreadsheet_program_left_a_mark_semicolons_mixed_line_ends_and_na() {
    insta::assert_snapshot!(shown("connections_resaved.csv"));
}

#[test]
fn one_value_shows_that_days_stand_before_months() {
    insta::assert_snapshot!(shown("connections_day_first.csv"));
}

#[test]
fn an_8_bit_code_page_is_recognised() {
    insta::assert_snapshot!(shown("connections_windows_1252.csv"));
}

#[test]
fn utf_16_with_tabs_is_recognised() {
    insta::assert_snapshot!(shown("connections_utf_16.csv"));
}

#[test]
fn a_broken_file_gives_all_that_can_be_saved_and_names_the_rest() {
    insta::assert_snapshot!(shown("connections_broken.csv"));
}

#[test]
fn two_rows_with_one_stray_quotation_mark_each_do_not_hide_those_between() {
    let (rows, shown) = people(format!(
        "{HEADER}A,A,,,\"Acme,Cook,16 Dec 2024\nB,B,,,Acme,Cook,16 Dec 2024\nC,C,,,Acme,Cook,16 Dec 2024\nD,D,,,Acme\",Cook,16 Dec 2024\n"
    ));
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["A A", "B B", "C C", "D D"], "{shown}");
}

#[test]
fn a_file_of_quotation_marks_is_read_to_its_end() {
    let (rows, _) = people(format!("{HEADER}{}A,B,,,,,16 Dec 2024\n", "\"\n\"x\n".repeat(50_000)));
    assert_eq!(rows.last().map(|row| row.name.as_str()), Some("A B"));
}

#[test]
fn lone_carriage_returns_end_lines() {
    let (rows, shown) = people(format!("{HEADER}A,B,,,,,16 Dec 2024\n,,,,,,\nC,D,,,,,\n").replace('\n', "\r"));
    assert_eq!(rows.len(), 2);
    assert!(shown.contains("row 2, line 3, rejected: The row is empty."), "{shown}");
}

#[test]
fn a_link_makes_the_key_then_an_address_then_name_and_day() {
    let (rows, _) = people(format!(
        "{HEADER}A,B,https://www.linkedin.com/in/A-B/,a@example.com,,,16 Dec 2024\nA,B,,A@example.com,,,16 Dec 2024\nA,B,,,,,16 Dec 2024\nA,B,,,,,16-Dec-24\nA,B,,,,,soon\nA,B,,,,,\n"
    ));
    let keys: Vec<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    let expected = [
        "link:linkedin.com/in/a-b",
        "email:a@example.com",
        "name:A B|2024-12-16|1",
        "name:A B|2024-12-16|2",
        "name:A B|soon|1",
        "name:A B||1",
    ];
    assert_eq!(keys, expected);
}

#[test]
fn a_name_of_which_nothing_can_be_seen_is_left_out_with_its_reason() {
    let (rows, shown) =
        people(format!("{HEADER}\u{200b},\u{feff},,,Acme,Cook,16 Dec 2024\nA,\u{200b},,,,,16 Dec 2024\n"));
    assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["A"]);
    assert!(shown.contains("row 1, line 2, rejected: First Name and Last Name are empty"), "{shown}");
}

#[test]
fn na_is_a_family_name_where_the_file_does_not_use_it_for_nothing() {
    let (rows, _) = people(format!("{HEADER}Li,NA,,,,,16 Dec 2024\n"));
    assert_eq!(rows[0].name, "Li NA");
    let (rows, _) = people(format!("{HEADER}Li,NA,NA,NA,NA,NA,16 Dec 2024\n"));
    assert_eq!(rows[0].name, "Li");
    assert_eq!(rows[0].organization, None);
}

#[test]
fn the_same_bytes_have_the_same_digest_and_others_another_one() {
    let digest = |name: &str| read_bytes(name, &bytes(name), &Me::default()).unwrap()[0].digest.clone();
    assert_eq!(digest("connections_2018.csv"), digest("connections_2018.csv"));
    assert_ne!(digest("connections_2018.csv"), digest("connections_url_last.csv"));
    let known = read_bytes("Skills.csv", b"Name\nTea\n", &Me::default()).unwrap();
    assert_eq!(known[0].digest, "125d35cceb678f934735e56b2c297d2f45af7d315ae9afed331a65092c856a9d");
}

#[test]
fn thirty_thousand_rows_are_read_and_the_bar_moves_on() {
    let rows: String = (0..30_000)
        .map(|n| format!("Anna{n},Berg,https://www.linkedin.com/in/anna-berg-{n},,Acme,Cook,16 Dec 2024\n"))
        .collect();
    let text = format!("{HEADER}{rows}");
    let mut steps = Vec::new();
    let input = std::io::Cursor::new(text.as_bytes());
    let readings = formats::read("Connections.csv", input, &Me::default(), &mut |step| steps.push(step)).unwrap();
    assert_eq!(readings[0].read, 30_000);
    assert!(steps.len() > 10 && steps.is_sorted_by_key(|step| step.done));
    assert!(steps.last().is_some_and(|step| step.done == step.total && step.total == text.len() as u64));
}

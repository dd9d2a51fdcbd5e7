//! Rows against a well-known reader, and lines against counting.

use proptest::prelude::*;

use super::split::{blank_lines, split};
use super::{Cells, Header, Table};

fn written(rows: &[Vec<String>], separator: u8, crlf: bool) -> String {
    let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer = csv::WriterBuilder::new().delimiter(separator).terminator(terminator).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #[test]
    fn what_a_well_known_writer_wrote_is_read_back_with_its_lines(
        rows in prop::collection::vec(prop::collection::vec("[a-zé \"\n\r,;]{0,6}", 3), 0..12),
        separator in prop::sample::select(vec![b',', b';', b'\t']),
        crlf in any::<bool>(),
    ) {
        let text = written(&rows, separator, crlf);
        let (mut at, mut line) = (0, 1);
        for row in &rows {
            let read = split(&text, at, separator, true);
            prop_assert!(read.sound);
            prop_assert_eq!(&read.cells, row);
            let before = text[..at].replace("\r\n", "\n").replace('\r', "\n").matches('\n').count();
            prop_assert_eq!(line, before + 1);
            at = read.end;
            line += usize::try_from(read.lines).unwrap();
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn every_row_ends_after_it_starts_and_places_count_up(text in "([\",\n\r a-c]|\"\"){0,200}") {
        let whole = format!("a,b,c\n{text}");
        let table = Table::find(&whole, |header| header.has(&["a", "b"]), Cells::Long).unwrap();
        let (mut end, mut line) = (6, 1);
        for (n, row) in table.rows().enumerate() {
            let start = blank_lines(&whole, end).0;
            let counted = whole[..start].replace("\r\n", "\n").replace('\r', "\n").matches('\n').count() + 1;
            prop_assert_eq!(usize::try_from(row.line()).unwrap(), counted);
            prop_assert_eq!(usize::try_from(row.place()).unwrap(), n + 1);
            prop_assert!(row.end() > end && usize::try_from(row.line()).unwrap() > line);
            (end, line) = (row.end(), usize::try_from(row.line()).unwrap());
        }
        prop_assert!(whole[end..].trim_matches(['\r', '\n']).is_empty());
    }
}

#[test]
fn a_header_far_below_is_a_line_of_text() {
    let text = format!("{}first name,last name\nAnna,Berg\n", "text\n".repeat(200));
    assert_eq!(Header::find(&text, |header| header.has(&["first name"])), None);
}

#[test]
fn a_long_cell_of_many_lines_is_left_alone() {
    let text = format!("a,b,c\n1,\"{}\",3\n4,5,6\n", "dear, all of you\n".repeat(300));
    let table = Table::find(&text, |header| header.has(&["a"]), Cells::Long).unwrap();
    let rows: Vec<u32> = table.rows().map(|row| row.line()).collect();
    assert_eq!(rows, [2, 303]);
}

#[test]
fn a_line_of_a_whole_book_is_no_header() {
    let text = format!("{}\nName,Email\nAna,ana@example.com\n", "x,".repeat(100_000));
    assert!(Table::find(&text, |header| header.has(&["name"]), Cells::Long).is_none());
    let text = format!("Notes\nName,Email\n{}\n", "x".repeat(100_000));
    assert!(Table::find(&text, |header| header.has(&["name"]), Cells::Long).is_some());
}

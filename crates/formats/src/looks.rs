//! What a file looks like that no importer knows.
//!
//! Serves the list: the seeker is told what they picked instead of an export. It refuses to go by the name.

use crate::table;
use crate::unusable::Unusable;

const SPREADSHEET: &str = "an Excel workbook";
const WEB_PAGE: &str = "a web page";

/// What the first bytes of well-known kinds of file are.
const BEGINNINGS: [(&[u8], &str); 18] = [
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BEGIN:VCALENDAR", "a calendar (iCalendar)"),
    (b"From ", "a mailbox"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"<!DOCTYPE html", WEB_PAGE),
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
    (b"<?xml", "an XML file"),
    (b"{", "a JSON file"),
    (b"[", "a JSON file"),
];

/// Whether these first bytes are those of a ZIP.
pub(crate) fn is_zip(start: &[u8]) -> bool {
    [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|mark| start.starts_with(*mark))
}

/// What to say of a single file that no importer knows.
pub(crate) fn unknown(file: &str, bytes: &[u8], text: &str) -> Unusable {
    let file = file.to_owned();
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let known = BEGINNINGS.iter().find(|(mark, _)| start.starts_with(mark)).map(|(_, looks)| *looks);
    let binary = text.chars().take(4096).filter(|c| c.is_control() && !c.is_whitespace()).count() > 8;
    if let Some(looks) = known {
        return Unusable::NotKnown { file, looks };
    }
    if binary {
        return Unusable::NotKnown { file, looks: "a file for a program" };
    }
    match table::first_columns(text) {
        Some(columns) => Unusable::OtherTable { file, columns },
        None => Unusable::NotKnown { file, looks: "a text without columns" },
    }
}

/// What an archive is when it is a document in disguise.
pub(crate) fn disguised(names: &[String]) -> Option<&'static str> {
    let starts = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    match names.iter().any(|name| name == "[Content_Types].xml") {
        true if starts("xl/") => Some(SPREADSHEET),
        true if starts("word/") => Some("a Word document"),
        true if starts("ppt/") => Some("a PowerPoint presentation"),
        _ if starts("META-INF/") => Some("a Java archive"),
        _ => names.iter().any(|name| name == "content.xml").then_some("an OpenDocument file"),
    }
}

/// What can be done with it.
pub(crate) fn way_out(looks: &str) -> &'static str {
    match looks {
        SPREADSHEET => "Save the sheet as CSV (UTF-8) and name that file. ",
        WEB_PAGE => "A sign-in page may have been saved in its place: sign in, then download it again. ",
        _ => "",
    }
}

//! A single message in a file of its own.
//!
//! Serves the list. It refuses to look at the text; when the file seems to hold more than one message, it says so.

use std::io;

use super::headers::{Headers, name_length};
use super::{KIND, message};
use crate::ledger::Ledger;
use crate::streams::Stream;
use crate::window::Window;

/// The importer.
pub(crate) const STREAM: Stream = Stream { kind: KIND, title: "single mail", recognise, read };

/// What is said of a mailbox in which nothing tells where a message ends.
const NO_BEGINNINGS: &str = "More messages seem to follow, but no line that begins with “From ” tells where one begins; \
                             only the first was read. Export the mailbox again, as mbox.";

/// A header with somebody who wrote it, and one more sign that it is one.
fn recognise(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    let mut names: Vec<Vec<u8>> = Vec::new();
    for line in start.split(|byte| *byte == b'\n').take_while(|line| !line.trim_ascii().is_empty()).take(500) {
        let folded = line.starts_with(b" ") || line.starts_with(b"\t");
        match name_length(line) {
            Some(colon) if !folded => names.push(line[..colon].trim_ascii_end().to_ascii_lowercase()),
            _ if folded && !names.is_empty() => {}
            _ => return is_header(&names) && names.len() > 5,
        }
    }
    is_header(&names)
}

fn is_header(names: &[Vec<u8>]) -> bool {
    let has = |name: &str| names.iter().any(|one| one == name.as_bytes());
    has("from") && ["date", "message-id", "received", "to"].iter().any(|name| has(name))
}

fn read(window: &mut Window<'_>, ledger: &mut Ledger) -> io::Result<()> {
    if window.need(3)?.starts_with(b"\xef\xbb\xbf") {
        window.pass(3);
    }
    while window.need(1)?.first().is_some_and(u8::is_ascii_whitespace) {
        window.pass(1);
    }
    let (place, line) = (ledger.begin(), window.line_number());
    let mut headers = Headers::default();
    headers.read(window)?;
    message::take(ledger, &headers, None, (place, line));
    if more_follow(window)? {
        ledger.note(place, line, NO_BEGINNINGS);
    }
    Ok(())
}

/// Whether something that looks like the header of another message stands behind an empty line, outside of any part.
fn more_follow(window: &mut Window<'_>) -> io::Result<bool> {
    let (mut line, mut is_after_blank, mut in_header, mut is_part) = (Vec::new(), true, false, false);
    let mut names: Vec<Vec<u8>> = Vec::new();
    while window.line(&mut line)? {
        if line.is_empty() {
            if in_header && !is_part && is_header(&names) && names.iter().any(|name| name == b"message-id") {
                window.pass(usize::MAX);
                return Ok(true);
            }
            names.clear();
            (is_after_blank, in_header) = (true, false);
            continue;
        }
        is_part |= line.starts_with(b"--");
        if is_after_blank || in_header {
            let folded = line.starts_with(b" ") || line.starts_with(b"\t");
            let name = name_length(&line).filter(|_| !folded && names.len() < 200);
            in_header = name.is_some() || (folded && in_header);
            names.extend(name.map(|colon| line[..colon].trim_ascii_end().to_ascii_lowercase()));
        }
        is_after_blank = false;
    }
    Ok(false)
}

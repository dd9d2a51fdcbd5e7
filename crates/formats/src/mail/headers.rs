//! The header of one message: the fields that say who wrote to whom and when, as bytes.
//!
//! Serves mailboxes. Broken lines pass by; of a field or a header that has no end only the beginning is kept. It refuses
//! to look at any other field, such as the subject.

use std::io;

use super::mbox;
use crate::window::Window;

/// The fields that are kept, in lower case. The first two kinds of recipients are gathered from all their fields; of the
/// others the first counts.
const WANTED: [&str; 15] = [
    "to",
    "cc",
    "from",
    "date",
    "received",
    "message-id",
    "list-id",
    "list-post",
    "list-unsubscribe",
    "precedence",
    "auto-submitted",
    "content-length",
    "x-gmail-labels",
    "x-mozilla-status",
    "sender",
];

/// How many of [`WANTED`] may stand several times.
const GATHERED: usize = 2;

/// The most that is kept of one field: 64 KiB.
const FIELD_BYTES: usize = 64 << 10;

/// The header of one message.
#[derive(Debug, Default)]
pub(crate) struct Headers {
    fields: [Vec<u8>; WANTED.len()],
    /// Whether there was any field at all.
    pub any: bool,
    line: Vec<u8>,
}

impl Headers {
    /// Reads a header and the empty line behind it, in place of what was there before.
    pub(crate) fn read(&mut self, window: &mut Window<'_>) -> io::Result<()> {
        self.fields.iter_mut().for_each(Vec::clear);
        self.any = false;
        let mut current = None;
        let mut line = std::mem::take(&mut self.line);
        while !mbox::begins_here(window)? && window.line(&mut line)? && !line.is_empty() {
            if line[0] == b' ' || line[0] == b'\t' {
                self.go_on(current, &line);
            } else {
                current = self.begin(&line);
            }
        }
        self.line = line;
        Ok(())
    }

    /// A field, or nothing.
    pub(crate) fn field(&self, name: &str) -> &[u8] {
        let place = WANTED.iter().position(|wanted| *wanted == name);
        place.map_or(&[], |place| &self.fields[place])
    }

    /// A field as text without what is around it, in lower case.
    pub(crate) fn word(&self, name: &str) -> String {
        String::from_utf8_lossy(self.field(name)).trim().to_ascii_lowercase()
    }

    /// Every field that is kept, for a fingerprint.
    pub(crate) fn all(&self) -> impl Iterator<Item = &[u8]> {
        self.fields.iter().map(Vec::as_slice)
    }

    fn begin(&mut self, line: &[u8]) -> Option<usize> {
        let colon = name_length(line)?;
        self.any = true;
        let name = line[..colon].trim_ascii_end();
        let place = WANTED.iter().position(|wanted| name.eq_ignore_ascii_case(wanted.as_bytes()))?;
        let field = &mut self.fields[place];
        if !field.is_empty() {
            if place >= GATHERED {
                return None;
            }
            field.push(b',');
        }
        push(field, line[colon + 1..].trim_ascii_start());
        Some(place)
    }

    fn go_on(&mut self, current: Option<usize>, line: &[u8]) {
        if let Some(place) = current {
            let field = &mut self.fields[place];
            push(field, b"\r\n");
            push(field, line);
        }
    }
}

fn push(field: &mut Vec<u8>, bytes: &[u8]) {
    let room = FIELD_BYTES - field.len().min(FIELD_BYTES);
    field.extend_from_slice(&bytes[..bytes.len().min(room)]);
}

/// Where the colon behind the name of a field stands; none when the line is no field.
pub(crate) fn name_length(line: &[u8]) -> Option<usize> {
    let colon = memchr::memchr(b':', &line[..line.len().min(80)])?;
    let name = line[..colon].trim_ascii_end();
    (!name.is_empty() && name.iter().all(|byte| (33..127).contains(byte))).then_some(colon)
}

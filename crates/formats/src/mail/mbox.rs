//! Mailboxes: messages one after the other, each behind a line that begins with `From `.
//!
//! Serves the list. Knows mailboxes whose texts have such lines marked (`>From `), and those that tell the length of
//! each text instead. Memory does not grow with the file. It refuses to take a sentence that begins with "From" for the
//! beginning of a message.

use std::io;

use memchr::memmem::Finder;

use super::day::day;
use super::headers::{Headers, name_length};
use super::{KIND, message};
use crate::ledger::Ledger;
use crate::streams::Stream;
use crate::window::{WINDOW_BYTES, Window};

/// The importer.
pub(crate) const STREAM: Stream = Stream { kind: KIND, title: "mailbox", recognise, read };

/// How far one must look ahead to tell the beginning of a message: its first line and the one behind it.
const AHEAD: usize = 2 << 10;

/// Fields with which programs begin a header.
const FIRST_FIELDS: [&str; 14] = [
    "return-path",
    "received",
    "from",
    "date",
    "message-id",
    "delivered-to",
    "mime-version",
    "subject",
    "to",
    "status",
    "x-status",
    "content-type",
    "reply-to",
    "x-mozilla-status",
];

fn recognise(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    start.starts_with(b"From ") && is_beginning(start, true)
}

fn read(window: &mut Window<'_>, ledger: &mut Ledger) -> io::Result<()> {
    let (mut headers, mut line) = (Headers::default(), Vec::new());
    let finder = Finder::new(b"\nFrom ");
    pass_blank(window)?;
    let mut long: Option<Long> = None;
    loop {
        long = long.and_then(|long| long.at(window.passed(), ledger));
        let (place, number) = (ledger.begin(), window.line_number());
        window.line(&mut line)?;
        let envelope = day(&String::from_utf8_lossy(&line[..line.len().min(200)]));
        headers.read(window)?;
        message::take(ledger, &headers, envelope, (place, number));
        let length = headers.word("content-length").parse::<usize>().ok();
        if long.is_none() {
            long = length.and_then(|length| Long::of(window.passed(), length));
        }
        if !pass_body(window, &finder, length)? {
            long.and_then(|long| long.at(window.passed(), ledger));
            return Ok(());
        }
    }
}

/// A text that is longer than the view, by the length that was told. Whether that is right shows only at its end; what looks
/// like a message within it counts until then.
struct Long {
    end: u64,
    /// What was counted before the first message within it.
    before: Option<Box<Ledger>>,
}

/// How much may stand between a text and the next message, in bytes.
const BETWEEN: u64 = 4;

impl Long {
    /// A text that begins here; none when its end can be looked at at once.
    fn of(here: u64, length: usize) -> Option<Self> {
        let end = here.checked_add(u64::try_from(length).ok()?)?;
        (length.saturating_add(AHEAD) >= WINDOW_BYTES).then_some(Long { end, before: None })
    }

    /// A message, or the end of the file, stands here. At the told end nothing within the text was a message; behind it
    /// the length was wrong.
    fn at(mut self, here: u64, ledger: &mut Ledger) -> Option<Self> {
        if here < self.end {
            self.before.get_or_insert_with(|| Box::new(ledger.clone()));
            return Some(self);
        }
        if let Some(before) = self.before.filter(|_| here <= self.end + BETWEEN) {
            *ledger = *before;
        }
        None
    }
}

fn pass_blank(window: &mut Window<'_>) -> io::Result<()> {
    if window.need(3)?.starts_with(b"\xef\xbb\xbf") {
        window.pass(3);
    }
    while window.need(1)?.first().is_some_and(u8::is_ascii_whitespace) {
        window.pass(1);
    }
    Ok(())
}

/// Passes the text of a message. Afterwards the view begins with the next message; false at the end.
fn pass_body(window: &mut Window<'_>, finder: &Finder<'_>, length: Option<usize>) -> io::Result<bool> {
    if let Some(length) = length.filter(|length| length.saturating_add(AHEAD) < WINDOW_BYTES)
        && let Some(bytes) = told_end(window, length)?
    {
        window.pass(bytes);
        return Ok(!window.need(1)?.is_empty());
    }
    // A message without a text: the empty line behind its header is the one before the next message.
    if is_beginning(window.need(AHEAD)?, true) {
        return Ok(true);
    }
    loop {
        let Some(at) = finder.find(window.held()) else {
            // What may be the beginning of what is sought stays, with two bytes before it.
            window.pass(window.held().len().saturating_sub(8));
            if !window.more()? {
                window.pass(usize::MAX);
                return Ok(false);
            }
            continue;
        };
        let is_after_blank = matches!(&window.held()[..at], [] | [.., b'\n'] | [.., b'\n', b'\r']);
        // Only what is passed makes room: judged before, a beginning near the end of the view would be judged on a piece.
        window.pass(at + 1);
        if is_beginning(window.need(AHEAD)?, is_after_blank) {
            return Ok(true);
        }
    }
}

/// How many bytes the text has when its length was told: only if the next message, or the end, stands there.
fn told_end(window: &mut Window<'_>, length: usize) -> io::Result<Option<usize>> {
    let held = window.need(length + AHEAD)?;
    let Some(rest) = held.get(length..) else { return Ok(None) };
    let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let is_end = rest.len() == blank && window.ended();
    let rest = &window.held()[length..];
    Ok((is_end || is_beginning(&rest[blank..], true)).then_some(length + blank))
}

/// Whether a message begins at the beginning of the view.
pub(crate) fn begins_here(window: &mut Window<'_>) -> io::Result<bool> {
    if !window.need(5)?.starts_with(b"From ") {
        return Ok(false);
    }
    Ok(is_beginning(window.need(AHEAD)?, false))
}

/// Whether these bytes, which stand at the beginning of a line, are the beginning of a message: `From `, somebody, a
/// moment, and a header behind it. Without a moment the line before must be blank and the header a usual one.
fn is_beginning(bytes: &[u8], is_after_blank: bool) -> bool {
    let bytes = &bytes[..bytes.len().min(AHEAD)];
    if !bytes.starts_with(b"From ") {
        return false;
    }
    let (line, rest) = match memchr::memchr(b'\n', bytes) {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &bytes[..0]),
    };
    let next = &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())];
    if next.starts_with(b">From ") {
        return has_a_moment(line);
    }
    let name = name_length(next).map(|colon| next[..colon].trim_ascii_end());
    let usual = |name: &[u8]| {
        let known = FIRST_FIELDS.iter().any(|field| name.eq_ignore_ascii_case(field.as_bytes()));
        known || name.starts_with(b"X-")
    };
    match name {
        Some(name) => has_a_moment(line) || (is_after_blank && usual(name)),
        // The file ends behind its last beginning.
        None => is_after_blank && rest.trim_ascii().is_empty() && has_a_moment(line),
    }
}

/// Whether a time and a year stand in a line: `10:00` and `2026`.
fn has_a_moment(line: &[u8]) -> bool {
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    let time = line.windows(5).any(|five| digits(&five[..2]) && five[2] == b':' && digits(&five[3..]));
    let mut words = line.split(|byte| !byte.is_ascii_alphanumeric());
    let year = |word: &[u8]| word.len() == 4 && digits(word) && (word.starts_with(b"19") || word.starts_with(b"20"));
    time && words.any(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::usual("From ana@example.com Mon Nov 23 10:00:00 2026\nReceived: x\n")]
    #[case::of_a_web_mailer("From 1790@xxx Mon Nov 23 10:00:00 +0000 2026\r\nX-GM-THRID: 1\r\n")]
    #[case::nobody("From - Mon Nov 23 10:00:00 2026\nX-Mozilla-Status: 0001\n")]
    #[case::forwarded("From ana Mon Nov 23 10:00:00 2026\n>From ben Mon Nov 23 09:00:00 2026\n")]
    #[case::without_a_moment("From ana@example.com\nFrom: Ana\n")]
    fn a_message_begins(#[case] text: &str) {
        assert!(is_beginning(text.as_bytes(), true));
    }

    #[rstest]
    #[case::a_sentence("From now on we meet at 10:00.\nSee you\n")]
    #[case::a_sentence_before_a_list("From what I heard:\nAna: yes\n")]
    #[case::a_sentence_with_a_moment("From now on at 10:00 in 2026 we meet.\n\nSee you\n")]
    #[case::before_a_marked_sentence("From what I heard: yes\n>From here on it is marked\n")]
    #[case::marked(">From ana@example.com Mon Nov 23 10:00:00 2026\nTo: x\n")]
    #[case::nothing_behind_it("From 10:00 to 12:00 in 2026 we talked\nabout it\n")]
    fn no_message_begins(#[case] text: &str) {
        assert!(!is_beginning(text.as_bytes(), true));
    }
}

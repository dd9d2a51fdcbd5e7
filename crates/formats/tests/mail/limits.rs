//! Files of any size are bounded in memory, and damage is told.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use jiff::civil::date;
use method::list::reading::Me;

use super::{bytes, exchanges, mia, nothing_is_lost, read, show};

/// A beginning, then as many bytes of one line as are asked for, then an end. It is never in memory.
struct Endless {
    start: Vec<u8>,
    middle: u64,
    end: Vec<u8>,
    at: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let start = self.start.len() as u64;
        let piece: &[u8] = if self.at < start {
            &self.start[usize::try_from(self.at).unwrap()..]
        } else if self.at < start + self.middle {
            let left = usize::try_from(start + self.middle - self.at).unwrap_or(usize::MAX).min(buffer.len());
            buffer[..left].fill(b'x');
            self.at += left as u64;
            return Ok(left);
        } else {
            &self.end[usize::try_from(self.at - start - self.middle).unwrap().min(self.end.len())..]
        };
        let count = piece.len().min(buffer.len());
        buffer[..count].copy_from_slice(&piece[..count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let size = self.start.len() as u64 + self.middle + self.end.len() as u64;
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(_) => size,
            SeekFrom::Current(_) => self.at,
        };
        Ok(self.at)
    }
}

fn letter(id: u32) -> String {
    format!(
        "From ana@example.com Mon Mar  2 10:00:00 2026\nFrom: ana@example.com\nTo: mia@example.com\n\
         Date: Mon, 2 Mar 2026 10:00:00 +0000\nMessage-ID: <{id}@x>\n"
    )
}

#[test]
fn a_line_larger_than_the_window_passes_in_a_body_and_in_a_header() {
    for (before, after) in [("\n", "\n\n"), ("X-Long: ", "\n\nbody\n\n"), ("To: ", "\n\nbody\n\n")] {
        let start = format!("{}{before}", letter(1)).into_bytes();
        let end = format!("{after}{}\nbody\n", letter(2)).into_bytes();
        let input = Endless { start, middle: 20 << 20, end, at: 0 };
        let readings = formats::read("long.mbox", input, &mia(), &mut |_| ()).unwrap();
        nothing_is_lost(&readings);
        assert_eq!(exchanges(&readings[0]).counted, 2, "{}", show(&readings));
    }
}

#[test]
fn a_told_length_may_be_any_number() {
    let first = letter(1) + "Content-Length: 18446744073709551615\n\nbody\n\n";
    let readings = read("long.mbox", (first + &letter(2)).as_bytes()).unwrap();
    assert_eq!(exchanges(&readings[0]).counted, 2, "{}", show(&readings));
}

/// A text of more than the view holds, with what looks like a message in its middle, behind this length.
fn long_text(told: impl Fn(usize) -> usize) -> String {
    let half = "x".repeat(1 << 20);
    let text = format!("{half}\n\n{}\nquoted\n\n{half}\n", letter(2));
    format!("{}Content-Length: {}\n\n{text}\n", letter(1), told(text.len()))
}

#[test]
fn a_long_text_is_one_message_when_its_length_is_right() {
    for (name, whole, messages) in [
        ("right", long_text(|length| length) + &letter(3) + "\nbody\n", 2),
        ("right at the end of the file", long_text(|length| length), 1),
        ("too short", long_text(|length| length - 9) + &letter(3) + "\nbody\n", 3),
        ("too long", long_text(|length| length + 9) + &letter(3) + "\nbody\n", 3),
        ("beyond the file", long_text(|length| length * 2) + &letter(3) + "\nbody\n", 3),
    ] {
        let readings = read("long.mbox", whole.as_bytes()).unwrap();
        nothing_is_lost(&readings);
        assert_eq!(exchanges(&readings[0]).counted, messages, "{name}");
    }
}

#[test]
fn after_a_wrong_length_no_message_is_lost_at_the_end_of_the_view() {
    for missing in 6..=46 {
        let body = "x".repeat((1 << 20) - missing - 1);
        let first = format!("{}Content-Length: 1046476\n\n{body}\n\n", letter(1));
        let whole = first + &letter(2) + "\nbody\n\n" + &letter(3);
        let readings = read("long.mbox", whole.as_bytes()).unwrap();
        assert_eq!(exchanges(&readings[0]).counted, 3, "{missing}");
    }
}

#[test]
fn a_message_of_the_future_has_the_day_on_which_it_came_else_none() {
    let me = Me { today: Some(date(2026, 3, 2)), ..mia() };
    let counted = |written: &str, received: &str| {
        let text = letter(1).replace("Date: Mon, 2 Mar 2026", written).replace("Mon Mar  2 10:00:00 2026", received);
        let readings = formats::read("box.mbox", Cursor::new(text), &me, &mut |_| ()).unwrap();
        nothing_is_lost(&readings);
        exchanges(&readings[0]).with.values().flat_map(|one| one.days.keys().copied()).collect::<Vec<_>>()
    };
    assert_eq!(counted("Date: Sun, 2 Mar 2098", "Mon Mar  2 10:00:00 2026"), [date(2026, 3, 2)]);
    assert_eq!(counted("Date: Tue, 3 Mar 2026", "Mon Mar  2 10:00:00 2026"), [date(2026, 3, 3)], "in another zone");
    assert_eq!(counted("Date: Sun, 2 Mar 2098", "Sun Mar  2 10:00:00 2098"), []);
}

#[test]
fn a_header_that_never_ends_is_bounded() {
    let start = format!("{}X: ", letter(1)).into_bytes();
    let input = Endless { start, middle: 20 << 20, end: Vec::new(), at: 0 };
    let readings = formats::read("long.mbox", input, &mia(), &mut |_| ()).unwrap();
    assert_eq!(exchanges(&readings[0]).counted, 1);
}

#[test]
fn a_mailbox_may_end_anywhere() {
    let whole = bytes("quirks.mbox");
    for end in 1..whole.len() {
        if let Ok(readings) = read("cut.mbox", &whole[..end]) {
            nothing_is_lost(&readings);
        }
    }
}

#[test]
fn a_disk_that_fails_is_told() {
    struct Failing(io::Cursor<Vec<u8>>);
    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let fails = self.0.position() > 100_000;
            if fails { Err(io::Error::other("the cable came out")) } else { self.0.by_ref().take(4096).read(buffer) }
        }
    }
    impl Seek for Failing {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }
    let many: String = (0..2_000).map(|id| letter(id) + "\nbody\n\n").collect();
    let refusal =
        formats::read("box.mbox", Failing(io::Cursor::new(many.into_bytes())), &mia(), &mut |_| ()).unwrap_err();
    assert_eq!(refusal.to_string(), "box.mbox cannot be read: the cable came out");
}

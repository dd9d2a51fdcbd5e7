//! Mailboxes as programs write them and as people bring them, broken ones too. Everybody in them is invented.

#![allow(clippy::unwrap_used, reason = "tests may stop where something does not hold")]

mod anything;
mod boxes;
mod folders;
mod limits;

use std::fmt::Write as _;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use formats::Unusable;
use method::list::reading::{Exchanges, Findings, Me, Reading};

/// The bytes of a file in `files/`.
fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail/files");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn mia() -> Me {
    Me { addresses: vec!["mia@example.com".into()], ..Me::default() }
}

fn read(name: &str, bytes: &[u8]) -> Result<Vec<Reading>, Unusable> {
    formats::read(name, Cursor::new(bytes), &mia(), &mut |_| ())
}

fn exchanges(reading: &Reading) -> &Exchanges {
    match &reading.findings {
        Findings::Exchanges(found) => found,
        other => panic!("{other:?}"),
    }
}

/// Every message was counted, skipped with a reason, or rejected.
fn nothing_is_lost(readings: &[Reading]) {
    for reading in readings {
        let found = exchanges(reading);
        let skipped: usize = found.skipped.values().sum();
        assert_eq!(reading.read, found.counted + skipped + found.rejected, "{}", show(readings));
        assert!(reading.problems.iter().all(|problem| problem.place > 0 && problem.line > 0));
    }
}

/// What was found, one line for each thing.
fn show(readings: &[Reading]) -> String {
    let mut text = String::new();
    for reading in readings {
        let found = exchanges(reading);
        let (read, counted, rejected) = (reading.read, found.counted, found.rejected);
        writeln!(text, "{} ({}): read {read}, counted {counted}, rejected {rejected}", reading.file, reading.kind)
            .unwrap();
        found.skipped.iter().for_each(|(reason, count)| writeln!(text, "  skipped {count}: {reason}").unwrap());
        for (address, one) in &found.with {
            let name = one.name.as_deref().unwrap_or("-");
            writeln!(text, "  {address} {name} {}", serde_json::to_string(&one.days).unwrap()).unwrap();
        }
        for ((a, b), shared) in &found.acquaintances {
            writeln!(text, "  {a} + {b} {}", serde_json::to_string(&shared).unwrap()).unwrap();
        }
        for problem in &reading.problems {
            let verdict = if problem.rejected { "rejected" } else { "kept" };
            writeln!(text, "  ! {}, line {}, {verdict}: {}", problem.place, problem.line, problem.reason).unwrap();
        }
    }
    text
}

/// Hands out a few bytes at a time, as a slow disk or a network does.
struct Slow {
    bytes: Cursor<Vec<u8>>,
    most: usize,
}

impl Read for Slow {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = self.most.min(buffer.len());
        self.bytes.read(&mut buffer[..most])
    }
}

impl Seek for Slow {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.bytes.seek(to)
    }
}

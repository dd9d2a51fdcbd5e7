//! How fast a mailbox of 500 MB passes, and how much memory that takes: `cargo bench -p formats --bench mail`.
//!
//! The mailbox is made up in a folder that is removed afterwards. The baseline is the `mailbox` module of Python, which
//! goes through the same messages and looks at the same fields; without a `python3` there is no ratio.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement talks, and stops where something fails")]

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use method::list::reading::{Findings, Me};

/// How large the mailbox is: 500 MB.
const BYTES: u64 = 500_000_000;

const BASELINE: &str = "\
import mailbox, sys
from email.utils import getaddresses
count = 0
for message in mailbox.mbox(sys.argv[1]):
    getaddresses([str(message[name] or '') for name in ('From', 'To', 'Cc')])
    message['Date'], message['Message-ID']
    count += 1
print(count)
";

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made-up.mbox");
    let messages = make(&path);
    let size = std::fs::metadata(&path).unwrap().len();
    let before = memory();
    let (ours, counted) = pass(&path);
    println!("{messages} messages, {} MB", size / 1_000_000);
    println!("halfhour  {:>6.2} s  {:>7.0} MB/s  {counted} counted", ours.as_secs_f64(), speed(size, ours));
    if let (Some(before), Some(after)) = (before, memory()) {
        println!("memory    {before} kB before, {after} kB at most while it passed");
    }
    match baseline(&path) {
        Some(theirs) => {
            println!("Python    {:>6.2} s  {:>7.0} MB/s", theirs.as_secs_f64(), speed(size, theirs));
            println!("ratio     {:.1} times as fast", theirs.as_secs_f64() / ours.as_secs_f64());
        }
        None => println!("There is no python3 here, so there is no ratio."),
    }
}

fn speed(bytes: u64, took: Duration) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a file of a few hundred megabytes")]
    let bytes = bytes as f64;
    bytes / 1e6 / took.as_secs_f64()
}

/// The best of three passes, the first of which also warms the disk.
fn pass(path: &Path) -> (Duration, usize) {
    let me = Me { addresses: vec!["mia@example.com".into()], ..Me::default() };
    let mut best = (Duration::MAX, 0);
    for _ in 0..3 {
        let begun = Instant::now();
        let readings = formats::read("made-up.mbox", File::open(path).unwrap(), &me, &mut |_| ()).unwrap();
        let Findings::Exchanges(found) = &readings[0].findings else { unreachable!("a mailbox tells of exchanges") };
        best = best.min((begun.elapsed(), found.counted));
    }
    best
}

fn baseline(path: &Path) -> Option<Duration> {
    let begun = Instant::now();
    let done = Command::new("python3").arg("-c").arg(BASELINE).arg(path).output().ok()?;
    done.status.success().then(|| begun.elapsed())
}

/// The most memory that this process ever had, in kB, where the system tells it.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Writes a mailbox: short texts, every eighth with an attachment, two thousand correspondents.
fn make(path: &Path) -> usize {
    let mut to = BufWriter::new(File::create(path).unwrap());
    let attachment = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0\n".repeat(1_300);
    let text = "From what you wrote, the half hour would fit well. Shall we say Tuesday?\n".repeat(40);
    let (mut written, mut number) = (0_u64, 0_usize);
    while written < BYTES {
        let message = message(number, &text, &attachment);
        to.write_all(message.as_bytes()).unwrap();
        written += message.len() as u64;
        number += 1;
    }
    to.flush().unwrap();
    number
}

fn message(number: usize, text: &str, attachment: &str) -> String {
    let (who, day, hour) = (number * 7 % 2_000, number % 28 + 1, number % 24);
    let them = format!("=?utf-8?q?Pers=C3=B6n_{who}?= <person{who}@example.com>");
    let (from, to) = match number % 3 {
        0 => ("Mia Lund <mia@example.com>".to_owned(), them),
        _ => (them, "Mia Lund <mia@example.com>".to_owned()),
    };
    let mut all = format!("From person{who}@example.com Mon Mar {day:2} {hour:02}:00:00 2026\n");
    for hop in 0..5 {
        writeln!(all, "Received: from relay{hop}.example.com (relay{hop}.example.com [192.0.2.{hop}])").unwrap();
        writeln!(all, "\tby mx{hop}.example.com with ESMTPS id abcdef{number}; Mon, {day} Mar 2026 10:00:00 +0000")
            .unwrap();
    }
    writeln!(all, "DKIM-Signature: v=1; a=rsa-sha256; {}", "b=abcdefghijklmnopqrstuvwxyz;".repeat(12)).unwrap();
    writeln!(all, "From: {from}\nTo: {to}\nCc: Other {0} <other{0}@example.net>", number % 50).unwrap();
    writeln!(all, "Subject: Half an hour\nDate: Mon, {day} Mar 2026 {hour:02}:00:00 +0100").unwrap();
    writeln!(all, "Message-ID: <{number}@example.com>\nMIME-Version: 1.0\n").unwrap();
    all.push_str(text);
    if number.is_multiple_of(8) {
        all.push_str(attachment);
    }
    all.push('\n');
    all
}

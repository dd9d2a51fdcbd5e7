//! How long a person waits for the real binary: `cargo bench -p halfhour`.
//!
//! Each group has its baseline in the same run, so that figures from different machines can be compared as ratios:
//! starting any process at all, and splitting the same rows by hand without keeping anything.

#![expect(clippy::expect_used, reason = "a bench that cannot run has to stop")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use divan::Bencher;

fn main() {
    divan::main();
}

fn run(program: &str, folder: &Path, words: &[&str]) {
    let mut command = Command::new(program);
    command.current_dir(folder).env("HALFHOUR_DATA", "campaign.db").stdout(Stdio::null()).args(words);
    let status = command.status().expect("the program can be run");
    assert!(status.success(), "{words:?} ended with {status}");
}

const HALFHOUR: &str = env!("CARGO_BIN_EXE_halfhour");

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder to work in")
}

mod start {
    use super::*;

    #[divan::bench]
    fn baseline_any_process(bencher: Bencher) {
        let folder = folder();
        bencher.bench_local(|| run("true", folder.path(), &[]));
    }

    #[divan::bench]
    fn version(bencher: Bencher) {
        let folder = folder();
        bencher.bench_local(|| run(HALFHOUR, folder.path(), &["--version"]));
    }

    #[divan::bench]
    fn today_on_the_demo(bencher: Bencher) {
        let folder = folder();
        run(HALFHOUR, folder.path(), &["demo"]);
        bencher.bench_local(|| run(HALFHOUR, folder.path(), &["today"]));
    }

    #[divan::bench]
    fn next_on_the_demo(bencher: Bencher) {
        let folder = folder();
        run(HALFHOUR, folder.path(), &["demo"]);
        bencher.bench_local(|| run(HALFHOUR, folder.path(), &["next"]));
    }
}

mod open {
    use std::io::{BufRead, BufReader};
    use std::process::Child;

    use super::*;

    /// Until the address is printed: whoever goes there is answered. With nobody on the list, and after an import.
    #[divan::bench(args = [0, 30_000], sample_count = 20, sample_size = 1)]
    fn until_it_answers(bencher: Bencher, people: usize) {
        let folder = folder();
        if people > 0 {
            std::fs::write(folder.path().join("Connections.csv"), import::connections(people)).expect("a file");
            run(HALFHOUR, folder.path(), &["import", "Connections.csv"]);
        }
        // What is given back is dropped outside of the measurement: it waits for the end of the process.
        bencher.bench_local(|| Open::start(folder.path()));
    }

    struct Open(Child);

    impl Open {
        fn start(folder: &Path) -> Self {
            let mut command = Command::new(HALFHOUR);
            command.current_dir(folder).env("HALFHOUR_DATA", "campaign.db").stdout(Stdio::piped());
            let mut child = command.args(["open", "--no-browser"]).spawn().expect("the program can be run");
            let mut address = String::new();
            let output = child.stdout.take().expect("its output is read");
            BufReader::new(output).read_line(&mut address).expect("it prints its address");
            assert!(address.starts_with("http://127.0.0.1:"), "{address}");
            Open(child)
        }
    }

    impl Drop for Open {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }
}

mod next {
    use super::*;

    /// Whom to call next among so many, from the start of the process, with a direction and a past to compare them with.
    #[divan::bench(args = [1_000, 30_000], sample_count = 20)]
    fn with_a_direction(bencher: Bencher, people: usize) {
        let folder = folder();
        std::fs::write(folder.path().join("Connections.csv"), import::connections(people)).expect("a file");
        run(HALFHOUR, folder.path(), &["import", "Connections.csv"]);
        let past = ["--search", "change-careers", "--position", "Charge nurse, Harbor Hospital, 2015-2019"];
        run(HALFHOUR, folder.path(), &["me", past[0], past[1], past[2], past[3]]);
        let aims = ["me", "--role", "VP Engineering", "--field", "Role 7", "--organization", "Firm 12"];
        run(HALFHOUR, folder.path(), &aims);
        bencher.bench_local(|| run(HALFHOUR, folder.path(), &["next"]));
    }
}

mod today {
    use jiff::ToSpan;
    use jiff::civil::{Date, date};
    use method::ask::{Answer, Ask, Form};
    use method::campaign::Campaign;
    use method::change::{Change, Decision};
    use method::conversation::{Conversation, Ladder};
    use method::id::Ids;
    use store::{Door, Place, Scope, Sqlite, Store};

    use super::*;

    const TODAY: Date = date(2026, 11, 23);
    const HELD: usize = 500;

    /// What is due among so many people, with 500 conversations of two years; with the seeker's own times for calls, so that
    /// some of them are open and want a next person, and without.
    #[divan::bench(args = [false, true], sample_count = 20)]
    fn with_30_000_people_and_500_conversations(bencher: Bencher, own_times: bool) {
        let folder = folder();
        std::fs::write(folder.path().join("Connections.csv"), import::connections(30_000)).expect("a file");
        run(HALFHOUR, folder.path(), &["import", "Connections.csv"]);
        if own_times {
            run(HALFHOUR, folder.path(), &["me", "--slot", "tue 10:00", "--slot", "thu 16:00"]);
        }
        let store = Sqlite::open(folder.path().join("campaign.db"), Place::Given).expect("the campaign");
        store.change(Door::CommandLine, Scope::Everyone, &talks).expect("conversations");
        drop(store);
        bencher.bench_local(|| run(HALFHOUR, folder.path(), &["--today", "2026-11-23", "today"]));
    }

    /// Every sixtieth was asked and met.
    fn talks(campaign: &Campaign, ids: &Ids) -> Decision {
        let people = campaign.people.keys().step_by(60).take(HELD);
        Ok((1..).zip(people).flat_map(|(number, person)| talk(ids, *person, number)).collect())
    }

    fn talk(ids: &Ids, person: method::id::PersonId, number: i64) -> [Change; 2] {
        let (ask, held_on) = (ids.fresh(), TODAY.saturating_sub((number % 730 + 2).days()));
        let asked = Ask {
            answer: Some(Answer::Accepted),
            answered_on: Some(held_on),
            ..Ask::made(ask, person, Form::Call, held_on.saturating_sub(3.days()))
        };
        let held = Conversation {
            id: ids.fresh(),
            person,
            ask: Some(ask),
            held_on,
            ladder: if number % 3 == 0 { Ladder::NamedSomeone } else { Ladder::Listened },
            learned: None,
            directions: Vec::new(),
            organizations: Vec::new(),
            story: None,
            thanked_on: (number % 5 > 0).then_some(held_on),
            in_touch_on: None,
            led_further: Vec::new(),
        };
        [asked.into(), held.into()]
    }
}

mod import {
    use super::*;

    /// Connections as LinkedIn writes them, all invented.
    pub fn connections(rows: usize) -> String {
        let mut text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n".to_owned();
        for row in 0..rows {
            let (given, family) = (row % 97, row / 97);
            let _ = writeln!(
                text,
                "Given{given},Family{family},https://www.linkedin.com/in/person-{row},,\"Firm {}, Inc.\",Role {},\
                 {:02} Mar 2021",
                row % 311,
                row % 23,
                row % 28 + 1
            );
        }
        text
    }

    #[divan::bench(args = [1_000, 5_000, 30_000], sample_count = 10)]
    fn baseline_splitting_rows(bencher: Bencher, rows: usize) {
        let text = connections(rows);
        bencher.bench_local(|| text.lines().map(|line| line.split(',').count()).sum::<usize>());
    }

    #[divan::bench(args = [1_000, 5_000, 30_000], sample_count = 10)]
    fn linkedin_connections(bencher: Bencher, rows: usize) {
        let fresh = || {
            let folder = folder();
            std::fs::write(folder.path().join("Connections.csv"), connections(rows)).expect("the file can be written");
            folder
        };
        bencher.with_inputs(fresh).bench_local_values(|folder| {
            run(HALFHOUR, folder.path(), &["import", "Connections.csv"]);
            folder
        });
    }
}

//! How long people of files take, beside simple baselines in the same run: `cargo bench -p formats`.

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Cursor;

use method::list::reading::Me;

fn main() {
    divan::main();
}

/// So many cards stand in the address book of somebody who kept everything for thirty years.
const CARDS: usize = 50_000;

/// So many people are connected with whoever is busy on LinkedIn.
const ROWS: usize = 10_000;

fn cards() -> String {
    let mut text = String::new();
    for n in 0..CARDS {
        let _ = write!(
            text,
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Pereira {n}\r\nN:Pereira {n};Ana;;;\r\nORG:Harbor Freight;Night \
             shift\r\nTITLE:Shift Manager\r\nitem1.EMAIL;type=INTERNET:ana{n}@example.com\r\nTEL;TYPE=CELL:+1 555 {n}\r\n\
             BDAY:1984-04-12\r\nADR;TYPE=HOME:;;{n} Quay Street;Hull;;HU1 1AA;UK\r\nNOTE:met at the fair\\, in \
             spring\r\nEND:VCARD\r\n"
        );
    }
    text
}

fn connections() -> String {
    let mut text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n".to_owned();
    for n in 0..ROWS {
        let _ = writeln!(
            text,
            "Ana,Pereira {n},https://www.linkedin.com/in/ana-{n},,\"Harbor, Freight\",Shift Manager,16 Dec 2024"
        );
    }
    text
}

fn people(name: &str, text: &str) -> usize {
    let readings = formats::read(name, Cursor::new(text.as_bytes()), &Me::default(), &mut |_| ());
    readings.map_or(0, |readings| readings.iter().map(|reading| reading.read).sum())
}

#[divan::bench(sample_count = 10)]
fn fifty_thousand_cards(bencher: divan::Bencher<'_, '_>) {
    let text = cards();
    bencher.bench_local(|| assert_eq!(people("people.vcf", black_box(&text)), CARDS));
}

/// The yardstick: the same cards taken apart by calcard, made into nobody.
#[divan::bench(sample_count = 10)]
fn fifty_thousand_cards_taken_apart_by_calcard(bencher: divan::Bencher<'_, '_>) {
    let text = cards();
    bencher.bench_local(|| {
        let mut parser = calcard::Parser::new(black_box(&text));
        let cards = std::iter::from_fn(|| match parser.entry() {
            calcard::Entry::Eof => None,
            entry => Some(entry),
        });
        assert_eq!(cards.count(), CARDS);
    });
}

/// The baseline: every line looked at once.
#[divan::bench(sample_count = 10)]
fn fifty_thousand_cards_only_counted(bencher: divan::Bencher<'_, '_>) {
    let text = cards();
    bencher.bench_local(|| assert_eq!(black_box(&text).lines().filter(|line| *line == "BEGIN:VCARD").count(), CARDS));
}

#[divan::bench(sample_count = 10)]
fn ten_thousand_connections(bencher: divan::Bencher<'_, '_>) {
    let text = connections();
    bencher.bench_local(|| assert_eq!(people("Connections.csv", black_box(&text)), ROWS));
}

/// The baseline: the same table read by the csv crate, made into nobody.
#[divan::bench(sample_count = 10)]
fn ten_thousand_connections_read_by_csv(bencher: divan::Bencher<'_, '_>) {
    let text = connections();
    bencher.bench_local(|| {
        let mut reader = csv::Reader::from_reader(black_box(text.as_bytes()));
        assert_eq!(reader.records().count(), ROWS);
    });
}

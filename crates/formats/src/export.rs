//! Our own archive: every fact as a line of JSON, one member for each kind, in a ZIP.
//!
//! Serves everybody who wants to leave, or to look. The same facts give the same bytes: members and lines keep the order
//! of the facts, and no clock goes into the archive. It holds no history.

use std::io::{Cursor, Error, Result, Write};

use method::change::{Fact, Kind, Noun};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Which form the archive has; it rises when a reader must know.
const FORM: u32 = 1;

/// Writes facts, given in the order of [`method::campaign::Campaign::facts`].
///
/// # Errors
/// Only when the machine runs out of memory for the archive.
pub fn write(facts: &[Fact]) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o600);
    zip.start_file("halfhour.json", options)?;
    writeln!(zip, "{{\"halfhour\":{FORM}}}")?;
    for kind in Kind::ALL {
        let mut lines = facts.iter().filter(|fact| fact.key().kind == *kind).peekable();
        if lines.peek().is_none() {
            continue;
        }
        zip.start_file(format!("{}.jsonl", kind.word()), options)?;
        for fact in lines {
            serde_json::to_writer(&mut zip, fact).map_err(Error::other)?;
            zip.write_all(b"\n")?;
        }
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::campaign::Campaign;
    use method::id::Ids;
    use method::list::Person;

    fn facts() -> Vec<Fact> {
        let (ids, today) = (Ids::default(), jiff::civil::date(2026, 11, 23));
        let mut campaign = Campaign::default();
        for name in ["Ana Pereira", "Ben \"Bo\" Okafor", "ליאת"] {
            campaign.apply([Person::named(ids.fresh(), name, today).into()]);
        }
        campaign.facts()
    }

    #[test]
    fn the_same_facts_give_the_same_bytes() {
        assert_eq!(write(&facts()).unwrap(), write(&facts()).unwrap());
    }

    #[test]
    fn every_line_reads_back_as_the_fact_that_it_was() {
        let mut zip = zip::ZipArchive::new(Cursor::new(write(&facts()).unwrap())).unwrap();
        let people = std::io::read_to_string(zip.by_name("person.jsonl").unwrap()).unwrap();
        let read: Vec<Fact> = people.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let written: Vec<Fact> = facts().into_iter().filter(|fact| fact.key().kind == Kind::Person).collect();
        assert_eq!(read, written);
    }
}

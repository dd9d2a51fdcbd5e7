//! Several files as one import: each is read in turn, and together they must tell something.
//!
//! Serves the first step, the list. Every door reads files through here, so that all of them refuse the same. It refuses
//! files of which not one row could be used: that is no success.

use std::io::{self, Read, Seek};

use method::list::reading::{Me, Reading};

use crate::{Progress, SOURCES, Unusable, read};

/// Reads files in their order. Each comes with its name, which may be a path, and opened, or with why it could not be;
/// handed in lazily, only one is open at a time. `progress` is told the name of the file that is being read.
///
/// # Errors
/// Why the first unusable file is that, or that no row of any file could be used.
pub fn read_all<R: Read + Seek>(
    files: impl IntoIterator<Item = (String, io::Result<R>)>,
    me: &Me,
    progress: &mut dyn FnMut(&str, Progress),
) -> Result<Vec<Reading>, Unusable> {
    let mut readings = Vec::new();
    for (name, file) in files {
        let file = file.map_err(|problem| Unusable::from_io(&name, problem))?;
        readings.extend(read(&name, file, me, &mut |now| progress(&name, now))?);
    }
    refuse_fruitless(&readings)?;
    Ok(readings)
}

fn refuse_fruitless(readings: &[Reading]) -> Result<(), Unusable> {
    let used = |reading: &Reading| reading.read > reading.rejected();
    let Some(first) = readings.iter().find(|_| !readings.iter().any(used)) else { return Ok(()) };
    let reason = first.problems.first().map(ToString::to_string).unwrap_or_default();
    Err(Unusable::Fruitless {
        file: first.file.clone(),
        title: SOURCES.iter().find(|source| source.kind == first.kind).map_or("", |source| source.title),
        // Whoever shows it ends the sentence.
        reason: reason.trim_end_matches('.').to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    const PEOPLE: &str =
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Pereira,,,Harbor,,\n";
    const NOBODY: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n,,,,Harbor,,\n";

    fn told(files: &[(&str, &'static str)]) -> Result<usize, String> {
        let files = files.iter().map(|(name, text)| ((*name).to_owned(), Ok(Cursor::new(*text))));
        let read = read_all(files, &Me::default(), &mut |_, _| {});
        read.map(|readings| readings.len()).map_err(|problem| problem.to_string())
    }

    #[test]
    fn each_file_gives_its_readings() {
        assert_eq!(told(&[("a.csv", PEOPLE), ("b.csv", NOBODY)]), Ok(2));
    }

    #[test]
    fn files_without_one_row_of_use_are_refused() {
        let no = told(&[("b.csv", NOBODY), ("c.csv", NOBODY)]).unwrap_err();
        assert!(
            no.starts_with("Not one row of b.csv could be used") && no.contains("record 1, line 2, left out"),
            "{no}"
        );
    }

    #[test]
    fn a_file_that_cannot_be_opened_is_named() {
        let missing: io::Result<Cursor<&str>> = Err(io::ErrorKind::NotFound.into());
        let no = read_all([("far/away.csv".to_owned(), missing)], &Me::default(), &mut |_, _| {}).unwrap_err();
        assert_eq!(no.to_string(), "away.csv: there is no such file");
    }
}

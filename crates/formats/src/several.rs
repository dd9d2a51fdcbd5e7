//! Several files, and folders of them, as one import: each is read once, and together they must tell something.
//!
//! Serves the first step, the list. Every door reads files through here, so that all of them refuse the same. It refuses
//! to leave a file out unsaid, and files of which not one row could be used: that is no success. What nobody knows among
//! files that are known is left alone and named.

use std::fs::File;
use std::io::ErrorKind;
use std::path::PathBuf;

use method::list::reading::{Exchanges, Findings, LeftOut, Me, Reading};
use serde::Serialize;

use crate::mail::maildir::{holds_maildirs, is_maildir, read_maildir};
use crate::{Asked, Progress, Unusable, files_in, learn, rank, read_as, rejects, settle, title, unusable};

/// A file or folder that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What people call it; it may be a path.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// It was not chosen by itself but stands in a folder that was, so it may be anything.
    pub is_in_folder: bool,
}

impl From<PathBuf> for Named {
    fn from(path: PathBuf) -> Self {
        Named { name: path.display().to_string(), path, is_in_folder: false }
    }
}

/// What all files together gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// One for each file or member that is known.
    pub readings: Vec<Reading>,
    /// Files that gave nothing and were left alone.
    pub skipped: Vec<Skipped>,
}

impl From<Vec<Reading>> for Taken {
    fn from(readings: Vec<Reading>) -> Self {
        Taken { readings, skipped: Vec::new() }
    }
}

/// A file beside others that gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Base name.
    pub file: String,
    /// Why.
    pub reason: String,
}

/// One file with its turn.
struct Candidate {
    file: Named,
    rank: usize,
}

/// Reads all files: first what tells about the seeker, because other files need it. `progress` is told the name of the
/// file that is being read.
///
/// # Errors
/// Why the first file that was named by itself is unusable, unless it is only something else than people bring in and
/// another file gives something; that a folder holds nothing of use; or that no row of any file could be used.
pub fn read_all(
    files: &[Named],
    me: &Me,
    asked: &Asked,
    progress: &mut dyn FnMut(&str, Progress),
) -> Result<Taken, Unusable> {
    let mut candidates = Vec::new();
    for file in files {
        gather(file, &mut candidates)?;
    }
    candidates.sort_by_key(|one| one.rank);
    let (mut me, mut taken) = (me.clone(), Taken { readings: Vec::new(), skipped: Vec::new() });
    let mut first_no = None;
    for one in &candidates {
        let asked = Asked { is_among_others: one.file.is_in_folder, ..asked.clone() };
        match read_one(&one.file, &me, &asked, progress) {
            Ok(Taken { readings, skipped }) => {
                learn(&mut me, &readings);
                taken.readings.extend(readings);
                taken.skipped.extend(skipped);
            }
            Err(problem) if one.file.is_in_folder && !matches!(problem, Unusable::WhoseMail { .. }) => {
                taken.skipped.push(skipped(&one.file.name, &problem));
            }
            Err(problem) if is_something_else(&problem) => {
                taken.skipped.push(skipped(&one.file.name, &problem));
                first_no = first_no.or(Some(problem));
            }
            Err(problem) => return Err(problem),
        }
    }
    if let Some(no) = first_no.filter(|_| taken.readings.is_empty()) {
        return Err(no);
    }
    settle(&mut taken.readings);
    refuse_empty_folders(files, &taken)?;
    refuse_fruitless(&taken.readings)?;
    Ok(taken)
}

/// Whether a file is whole and simply not of a kind that is known, or has nothing in it. What is damaged, locked or out of
/// reach is another matter: whoever chose it wants to hear of it before anything is written.
fn is_something_else(problem: &Unusable) -> bool {
    use Unusable::{Empty, NoRows, NotKnown, NothingInIt, NothingKnown, OtherTable};
    matches!(
        problem,
        NotKnown { .. } | OtherTable { .. } | NothingKnown { .. } | Empty { .. } | NoRows { .. } | NothingInIt { .. }
    )
}

fn gather(file: &Named, candidates: &mut Vec<Candidate>) -> Result<(), Unusable> {
    if is_maildir(&file.path) {
        candidates.push(Candidate { file: file.clone(), rank: usize::MAX });
        return Ok(());
    }
    if file.path.is_dir() && holds_maildirs(&file.path) {
        candidates.push(Candidate { file: Named { is_in_folder: true, ..file.clone() }, rank: usize::MAX });
    }
    let files = match file.path.is_dir() {
        true => files_in(&file.path)?.into_iter().map(|path| Named { is_in_folder: true, ..path.into() }).collect(),
        false => vec![file.clone()],
    };
    for file in files {
        let ranked = open(&file).and_then(|mut input| rank(&file.name, &mut input));
        // What cannot be opened is told when its turn comes to be read.
        candidates.push(Candidate { rank: ranked.unwrap_or(usize::MAX), file });
    }
    Ok(())
}

fn open(file: &Named) -> Result<File, Unusable> {
    let opened = if file.path.is_dir() { Err(ErrorKind::IsADirectory.into()) } else { File::open(&file.path) };
    opened.map_err(|problem| Unusable::from_io(&file.name, problem))
}

fn read_one(file: &Named, me: &Me, asked: &Asked, progress: &mut dyn FnMut(&str, Progress)) -> Result<Taken, Unusable> {
    if file.path.is_dir() {
        return Ok(vec![read_maildir(&file.path, me, &mut |now| progress(&file.name, now))?].into());
    }
    read_as(&file.name, open(file)?, me, asked, &mut |now| progress(&file.name, now))
}

pub(crate) fn skipped(file: &str, problem: &Unusable) -> Skipped {
    Skipped { file: unusable::base_name(file), reason: format!("{problem}.") }
}

fn refuse_empty_folders(files: &[Named], taken: &Taken) -> Result<(), Unusable> {
    let Some(folder) = files.first().filter(|_| taken.readings.is_empty()) else { return Ok(()) };
    // A folder that a browser sent comes as its files, whose names begin with it.
    let name = if folder.is_in_folder { folder.name.split('/').next().unwrap_or_default() } else { &folder.name };
    let file = unusable::base_name(name);
    Err(match taken.skipped.first() {
        Some(first) => Unusable::NothingInFolder { file, found: taken.skipped.len(), first: first.reason.clone() },
        None => Unusable::EmptyFolder { file },
    })
}

fn refuse_fruitless(readings: &[Reading]) -> Result<(), Unusable> {
    let used = |reading: &Reading| reading.read > reading.rejected();
    let Some(first) = readings.iter().find(|_| !readings.iter().any(used)) else { return Ok(()) };
    // Without memory for them nothing can be handed back, and the reason is told all the same.
    let left_out = rejects::file(readings).ok().flatten();
    if let Findings::Exchanges(found) = &first.findings {
        return Err(nothing_counts(first, found, left_out));
    }
    let reason = first.problems.first().map(ToString::to_string).unwrap_or_default();
    Err(Unusable::Fruitless {
        file: first.file.clone(),
        title: title(&first.kind),
        unit: if first.kind == crate::vcard::SOURCE.kind { "card" } else { "row" },
        // Whoever shows it ends the sentence.
        reason: reason.trim_end_matches('.').to_owned(),
        left_out,
    })
}

fn nothing_counts(reading: &Reading, found: &Exchanges, left_out: Option<LeftOut>) -> Unusable {
    let mut why: Vec<String> = found.skipped.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
    why.extend((found.rejected > 0).then(|| format!("{} that could not be read", found.rejected)));
    why.extend(reading.problems.first().map(ToString::to_string));
    Unusable::NothingCounts { file: reading.file.clone(), read: reading.read, why: why.join(", "), left_out }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const PEOPLE: &str =
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Pereira,,,Harbor,,\n";
    const NOBODY: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n,,,,Harbor,,\n";

    /// Writes these files, hands in what is named, and gives how many readings and skipped files that makes.
    fn told(files: &[(&str, &str)], named: &[&str]) -> Result<(usize, usize), String> {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let named: Vec<Named> = named.iter().map(|name| folder.path().join(name).into()).collect();
        let me = Me { addresses: vec!["mia@example.com".into()], ..Me::default() };
        let taken = read_all(&named, &me, &Asked::default(), &mut |_, _| {});
        taken.map(|taken| (taken.readings.len(), taken.skipped.len())).map_err(|problem| problem.to_string())
    }

    #[test]
    fn each_file_gives_its_readings() {
        assert_eq!(told(&[("a.csv", PEOPLE), ("b.csv", NOBODY)], &["a.csv", "b.csv"]), Ok((2, 0)));
    }

    #[test]
    fn what_is_not_known_in_a_folder_is_left_alone_and_named() {
        assert_eq!(told(&[("in/a.csv", PEOPLE), ("in/b.txt", "Dear diary")], &["in"]), Ok((1, 1)));
    }

    #[test]
    fn what_is_not_known_beside_something_that_is_is_left_alone_too() {
        assert_eq!(
            told(&[("a.csv", PEOPLE), ("b.txt", "Dear diary"), ("c", "")], &["b.txt", "c", "a.csv"]),
            Ok((1, 2))
        );
    }

    #[test]
    fn mail_in_a_folder_hides_none_of_its_other_files() {
        let letter = "From: ana@example.com\nTo: mia@example.com\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\n";
        let files =
            [("in/Mail/cur/1", letter), ("in/Mail/new/2", letter), ("in/new/a.csv", PEOPLE), ("in/b.txt", "Oh")];
        assert_eq!(told(&files, &["in"]), Ok((2, 1)));
    }

    #[test]
    fn of_several_files_it_is_said_that_none_was_taken() {
        let said = Unusable::none_taken(&["in/phone.vcf", "tasks.ics"]);
        assert_eq!(said.as_deref(), Some("None of them was taken: phone.vcf, tasks.ics."));
        assert_eq!(Unusable::none_taken(&["tasks.ics"]), None);
    }

    #[rstest::rstest]
    #[case::nothing_is_known(&[("b.txt", "Dear diary"), ("c", "")], &["b.txt", "c"], "b.txt looks like")]
    #[case::damaged_beside_people(&[("a.csv", PEOPLE), ("b.zip", "PK\x03\x04 and no more")], &["a.csv", "b.zip"], "b.zip is damaged")]
    #[case::without_one_row_of_use(&[("b.csv", NOBODY)], &["b.csv"], "Not one row of b.csv could be used")]
    #[case::cards_have_no_rows(&[("half.vcf", "BEGIN:VCARD\nVERSION:3.0\nTEL:1\nEND:VCARD\n")], &["half.vcf"], "Not one card of half.vcf")]
    #[case::running_text_is_no_table(&[("a.md", "# Notes, and more\n\nFirst the plan, then the rest.\nSecond the rest, then the plan.\n")], &["a.md"], "a.md looks like a text without columns")]
    #[case::columns_may_be_questions(&[("form.csv", "At,\"What is your full name, please?\",Which place do you work at just now?\n2026-01-02,Ana Pereira,Quay\n")], &["form.csv"], "form.csv is a table that halfhour does not know; its first line reads: At, What is your full name, please?, Which")]
    #[case::not_there(&[], &["away.csv"], "away.csv: there is no such file")]
    #[case::a_folder_of_something_else(&[("in/b.txt", "Dear diary")], &["in"], "in holds no file that could be read, of 1")]
    fn what_is_of_no_use_is_refused(#[case] files: &[(&str, &str)], #[case] named: &[&str], #[case] words: &str) {
        let no = told(files, named).unwrap_err();
        assert!(no.starts_with(words), "{no}");
    }
}

//! `import`: the files that were named, folders taken apart, each read once. It refuses to leave a file out unsaid.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use formats::{Asked, Progress, Unusable};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use method::list::reading::{Me, Reading};
use serde::Serialize;

use crate::failure::Failure;

/// What all files together gave.
pub struct Taken {
    pub readings: Vec<Reading>,
    pub skipped: Vec<Skipped>,
}

/// A file of a folder that gave nothing.
#[derive(Debug, Serialize)]
pub struct Skipped {
    pub file: String,
    pub reason: String,
}

/// One file, and whether it was named by itself or stands in a folder that was.
struct Candidate {
    path: PathBuf,
    is_in_folder: bool,
    rank: usize,
}

/// Reads all files: first what tells about the seeker, because other files need it.
pub fn read(paths: &[PathBuf], me: &Me, asked: &Asked) -> Result<Taken, Failure> {
    let mut candidates = Vec::new();
    for path in paths {
        gather(path, &mut candidates)?;
    }
    candidates.sort_by_key(|one| one.rank);
    let (mut me, mut taken) = (me.clone(), Taken { readings: Vec::new(), skipped: Vec::new() });
    for one in &candidates {
        let asked = Asked { is_among_others: one.is_in_folder, ..asked.clone() };
        match read_one(&one.path, &me, &asked) {
            Ok(readings) => {
                formats::learn(&mut me, &readings);
                taken.readings.extend(readings);
            }
            Err(problem) if one.is_in_folder => taken.skipped.push(skipped(&one.path, &problem)),
            Err(problem) => return Err(unusable(&problem)),
        }
    }
    formats::settle(&mut taken.readings);
    match taken.skipped.first() {
        Some(first) if taken.readings.is_empty() => Err(nothing_known(paths, taken.skipped.len(), first)),
        None if taken.readings.is_empty() => Err(Failure::file(
            "There is not a single file in that folder.",
            "Name the folder that holds the export, or the ZIP as it was downloaded.",
        )),
        _ => Ok(taken),
    }
}

fn gather(path: &Path, candidates: &mut Vec<Candidate>) -> Result<(), Failure> {
    let is_in_folder = path.is_dir();
    let paths = match is_in_folder {
        true => formats::files_in(path).map_err(|problem| unusable(&problem))?,
        false => vec![path.to_owned()],
    };
    for path in paths {
        let ranked = open(&path).and_then(|mut file| formats::rank(&path.display().to_string(), &mut file));
        // What cannot be opened is told when its turn comes to be read.
        candidates.push(Candidate { rank: ranked.unwrap_or(usize::MAX), path, is_in_folder });
    }
    Ok(())
}

fn open(path: &Path) -> Result<File, Unusable> {
    let opened = if path.is_dir() { Err(ErrorKind::IsADirectory.into()) } else { File::open(path) };
    opened.map_err(|problem| Unusable::from_io(&path.display().to_string(), problem))
}

fn read_one(path: &Path, me: &Me, asked: &Asked) -> Result<Vec<Reading>, Unusable> {
    let bar = progress_bar();
    let mut progress = |now: Progress| {
        bar.set_length(now.total);
        bar.set_position(now.done);
    };
    let readings = formats::read_as(&path.display().to_string(), open(path)?, me, asked, &mut progress);
    bar.finish_and_clear();
    readings
}

/// A bar on a terminal; in a pipe it draws nothing.
fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{wide_bar} {percent}%") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn skipped(path: &Path, problem: &Unusable) -> Skipped {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    Skipped { file: name, reason: format!("{problem}.") }
}

fn nothing_known(paths: &[PathBuf], count: usize, first: &Skipped) -> Failure {
    let folder = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
    Failure::file(
        format!("{folder} holds no file that could be read, of {count} that were looked at. {}", first.reason),
        "Name a file by itself to have its columns guessed, or the ZIP as it was downloaded.",
    )
}

/// A file that cannot be used, as every door tells it.
pub fn unusable(problem: &Unusable) -> Failure {
    Failure::file(format!("{problem}."), problem.hint())
}

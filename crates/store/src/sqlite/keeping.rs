//! Backups, copies and coming back from them. Serves every step.
//!
//! It refuses to write over a file, and to restore from one that is not sound. Until the very last moment of a restore
//! the present file stands as it was, and a copy of it stays beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use method::change::Refusal;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::open::{self, MIGRATIONS, Place};
use super::trouble::Trouble;
use super::{Sqlite, modes};
use crate::error::{Error, of_system};

/// What a restore came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The copy of what stood before; none when nothing did.
    pub copy: Option<PathBuf>,
}

impl Sqlite {
    /// Writes a copy of the campaign to a new file that only its owner may read.
    ///
    /// # Errors
    /// When something is there already, or the folder or the disk does not take it; then nothing is left there.
    pub fn backup(&self, to: &Path) -> Result<(), Error> {
        if !open::folder(to).is_dir() {
            return Err(Error::NoFolder(open::folder(to)));
        }
        copy(&self.file, to).map_err(|trouble| trouble.about(to))
    }

    /// Keeps a copy beside the file before something large, such as a new search, and says where.
    ///
    /// # Errors
    /// When the folder or the disk does not take it.
    pub fn keep_copy(&self, before: &str) -> Result<PathBuf, Error> {
        copy_beside(&self.file, &self.path, &format!("before-{before}")).map_err(|trouble| trouble.about(&self.path))
    }
}

/// Puts the campaign of a backup in the place of the present one, of which a copy is made first. Other processes that
/// have the file open see the restored campaign from then on.
///
/// # Errors
/// When the backup is not a sound file of ours, or either file cannot be used; then the present file stands as before.
pub fn restore(path: &Path, place: Place, from: &Path) -> Result<Restored, Error> {
    if !from.exists() {
        return Err(Error::Missing(from.to_owned()));
    }
    if same(path, from) {
        return Err(Refusal::usage(
            "That is the campaign itself, not a backup of it.",
            "Name a backup: `halfhour restore FILE`",
        )
        .into());
    }
    if !open::folder(path).is_dir() {
        return Err(Error::NoFolder(open::folder(path)));
    }
    if path.is_dir() {
        return Err(Error::IsAFolder(path.to_owned()));
    }
    if let Some(forbidding) = open::forbidding(path) {
        return Err(Error::ReadOnly(forbidding));
    }
    open::find_folder(path, place)?;
    let ready = free_name(path, "restoring")?;
    let restored = fetch(from, &ready).and_then(|()| put_in_place(path, &ready));
    // What is left of the preparation is of no use to anybody; after a rename there is nothing left.
    for end in ["", "-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(beside(&ready, end));
    }
    restored
}

/// Copies the backup, after looking whether it is sound, and brings the copy to the newest schema.
fn fetch(from: &Path, ready: &Path) -> Result<(), Error> {
    let work = || -> Result<(), Trouble> {
        let backup = sound(from)?;
        copy(&backup, ready)?;
        let file = open::connect(ready)?;
        open::migrate(&file, ready, MIGRATIONS)
    };
    work().map_err(|trouble| trouble.about(from))
}

/// Opens a file for reading and makes sure that it is ours and whole.
fn sound(path: &Path) -> Result<Connection, Trouble> {
    let file = open::connect_to_read(path)?;
    let version = open::version(&file, path)?;
    let newest = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if version == 0 {
        return Err(Error::NotACampaign(path.to_owned()).into());
    }
    if version > newest {
        return Err(Error::Newer { path: path.to_owned(), theirs: version, ours: newest }.into());
    }
    let damaged = |what: &str| Error::Damaged { path: path.to_owned(), what: what.to_owned() };
    let whole: String = file.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if whole != "ok" {
        return Err(damaged("SQLite finds it inconsistent").into());
    }
    if file.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(damaged("it mentions things that it does not hold").into());
    }
    Ok(file)
}

fn put_in_place(path: &Path, ready: &Path) -> Result<Restored, Error> {
    if !path.metadata().is_ok_and(|found| found.len() > 0) {
        fs::rename(ready, path).map_err(|problem| of_system(path, &problem))?;
        return Ok(Restored { copy: None });
    }
    match write_over(path, ready) {
        Ok(copy) => Ok(Restored { copy: Some(copy) }),
        Err(Trouble::Sql(problem)) if is_broken(&problem) => set_aside(path, ready),
        Err(trouble) => Err(trouble.about(path)),
    }
}

fn is_broken(problem: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(problem.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
}

/// Writes the prepared file over the present one, in one transaction of SQLite's own.
fn write_over(path: &Path, ready: &Path) -> Result<PathBuf, Trouble> {
    let mut present = open::connect(path)?;
    open::version(&present, path)?;
    let copy = copy_beside(&present, path, "before-restore")?;
    let prepared = open::connect(ready)?;
    let page: i64 = open::header(&present, "page_size")?;
    prepared.execute_batch(&format!("PRAGMA page_size = {page}; VACUUM"))?;
    let written = "SELECT written FROM keeping";
    let before: i64 = present.query_row(written, [], |row| row.get(0)).unwrap_or_default();
    prepared.execute("UPDATE keeping SET written = max(written, ?) + 1", [before])?;
    let backup = Backup::new(&prepared, &mut present)?;
    for _ in 0..100 {
        match backup.step(-1)? {
            StepResult::Done => return Ok(copy),
            _ => std::thread::sleep(Duration::from_millis(50)),
        }
    }
    Err(Error::Busy(path.to_owned()).into())
}

/// Keeps a broken file under another name and puts the prepared one in its place.
fn set_aside(path: &Path, ready: &Path) -> Result<Restored, Error> {
    let aside = free_name(path, "broken")?;
    let work = || -> std::io::Result<()> {
        if fs::hard_link(path, &aside).is_err() {
            fs::rename(path, &aside)?;
        }
        for end in ["-wal", "-shm"] {
            if beside(path, end).exists() {
                fs::rename(beside(path, end), beside(&aside, end))?;
            }
        }
        fs::rename(ready, path)
    };
    work().map_err(|problem| of_system(path, &problem))?;
    Ok(Restored { copy: Some(aside) })
}

/// Writes a copy beside the file, such as `campaign.before-2.db`, and says where.
pub fn copy_beside(file: &Connection, path: &Path, why: &str) -> Result<PathBuf, Trouble> {
    let to = free_name(path, why)?;
    copy(file, &to)?;
    Ok(to)
}

fn copy(file: &Connection, to: &Path) -> Result<(), Trouble> {
    // SQLite writes into an empty file, and that one only its owner may read.
    modes::make_file(to).map_err(|problem| of_system(to, &problem))?;
    let copied = file.execute("VACUUM INTO ?", [to.to_string_lossy()]);
    if copied.is_err() {
        let _ = fs::remove_file(to);
    }
    copied.map(drop).map_err(|problem| Trouble::from(problem).about(to).into())
}

/// A name beside the file that is not taken: `campaign.before-2.db`, then `campaign.before-2.1.db` and so on.
fn free_name(path: &Path, why: &str) -> Result<PathBuf, Error> {
    let (stem, end) = (part(path.file_stem()), part(path.extension()));
    let end = if end.is_empty() { String::new() } else { format!(".{end}") };
    let names = std::iter::once(format!("{stem}.{why}{end}"));
    let mut names = names.chain((1..1000).map(|count| format!("{stem}.{why}.{count}{end}")));
    let free = names.find_map(|name| Some(path.with_file_name(name)).filter(|path| !path.exists()));
    free.ok_or_else(|| Error::Exists(path.with_file_name(format!("{stem}.{why}{end}"))))
}

fn part(part: Option<&std::ffi::OsStr>) -> String {
    part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Copies that were made beside the file before a migration, before a restore or of a broken file.
pub fn copies_beside(path: &Path) -> Vec<PathBuf> {
    let stem = part(path.file_stem());
    let made = |name: &str| {
        let rest = name.strip_prefix(&stem);
        rest.is_some_and(|rest| rest.starts_with(".before-") || rest.starts_with(".broken"))
    };
    let entries = fs::read_dir(open::folder(path)).into_iter().flatten().flatten();
    let mut copies: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| made(&part(path.file_name()))).collect();
    copies.sort();
    copies
}

/// The path with something added at its end, such as `-wal`.
pub fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

fn same(a: &Path, b: &Path) -> bool {
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

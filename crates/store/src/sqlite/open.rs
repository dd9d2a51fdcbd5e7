//! Opening a campaign file: its place, its permissions, whose it is, and how it comes to the newest schema.
//!
//! It refuses a folder, a file that is not SQLite, one of another program and one of a newer halfhour, and it changes
//! nothing before it knows that the file is ours.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, OpenFlags, Transaction, TransactionBehavior};

use super::rows::Owner;
use super::trouble::Trouble;
use super::turn::Turn;
use super::{Sqlite, forget, keeping, modes};
use crate::error::{Error, of_system};

/// What stands in the header of every file of ours: "half" in ASCII.
pub const APPLICATION: i64 = 0x6861_6c66;

/// The schema, step by step. The number of each is the version of a file that it was applied to last.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_first.sql"),
    include_str!("../../migrations/0002_birthdays_and_addresses.sql"),
    include_str!("../../migrations/0003_acquaintances.sql"),
    include_str!("../../migrations/0004_apart.sql"),
    include_str!("../../migrations/0005_weekdays_and_words.sql"),
    include_str!("../../migrations/0006_followed_and_proof.sql"),
    include_str!("../../migrations/0007_own_words.sql"),
    include_str!("../../migrations/0008_last_thanks.sql"),
    include_str!("../../migrations/0009_said.sql"),
    include_str!("../../migrations/0010_earlier.sql"),
    include_str!("../../migrations/0011_week_lines.sql"),
];

/// How long another process may keep the file busy.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Who chose the path of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The platform's own place: its folder is made, and only its owner may look into it.
    Default,
    /// The seeker named it: a folder that is missing is a mistake in the name.
    Given,
}

impl Sqlite {
    /// Opens the file, makes it when there is none, and brings it to the newest schema, after making a copy.
    ///
    /// # Errors
    /// Everything that [`Error`] knows about files.
    pub fn open(path: impl AsRef<Path>, place: Place) -> Result<Sqlite, Error> {
        Sqlite::open_migrating(path.as_ref(), place, MIGRATIONS)
    }

    /// As [`Sqlite::open`], with these migrations; a test makes up later ones.
    pub(super) fn open_migrating(path: &Path, place: Place, migrations: &[&str]) -> Result<Sqlite, Error> {
        find_folder(path, place)?;
        make(path)?;
        if place == Place::Default && !may_only_be_read(path) {
            // A folder of ours may have been made by somebody else, such as a program that copies files back.
            modes::close_to_others(&folder(path));
            modes::close_to_others(path);
        }
        let file = connect(path).and_then(|file| {
            prepare(&file, path, migrations)?;
            Ok(file)
        });
        let file = file.map_err(|trouble| trouble.about(path))?;
        let owner = Owner { seeker: 1, campaign: 1 };
        Ok(Sqlite { path: path.to_owned(), file, turn: Turn::default(), owner, clock: Timestamp::now })
    }
}

/// Whether the permissions of the file or of its folder keep everybody from writing. They are obeyed even where the
/// system would let an administrator pass. The file itself is never opened here: closing it again would drop the locks
/// that SQLite holds on it for this process.
pub fn may_only_be_read(path: &Path) -> bool {
    forbidding(path).is_some()
}

/// Which of the two it is, the file or its folder, whose permissions keep everybody from writing.
pub fn forbidding(path: &Path) -> Option<PathBuf> {
    [path.to_owned(), folder(path)].into_iter().find(|path| forbids(path))
}

fn forbids(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.permissions().readonly())
}

/// The folder that a file stands in.
pub fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Makes sure that there is a folder for the file; in the platform's own place it is made.
pub fn find_folder(path: &Path, place: Place) -> Result<(), Error> {
    let folder = folder(path);
    match fs::metadata(&folder) {
        Ok(found) if found.is_dir() => Ok(()),
        Err(problem) if problem.kind() == std::io::ErrorKind::PermissionDenied => Err(Error::Denied(folder)),
        _ if place == Place::Given => Err(Error::NoFolder(folder)),
        _ => modes::make_folder(&folder).map_err(|problem| of_system(&folder, &problem)),
    }
}

/// Makes the file when there is none.
fn make(path: &Path) -> Result<(), Error> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Err(Error::IsAFolder(path.to_owned())),
        Ok(_) => return Ok(()),
        Err(_) => {}
    }
    if forbids(&folder(path)) {
        return Err(Error::ReadOnly(folder(path)));
    }
    match modes::make_file(path) {
        Err(problem) if problem.kind() != std::io::ErrorKind::AlreadyExists => Err(of_system(path, &problem)),
        _ => Ok(()),
    }
}

/// Connects, for reading alone where nothing may be written.
pub fn connect(path: &Path) -> Result<Connection, Trouble> {
    if may_only_be_read(path) {
        return connect_to_read(path);
    }
    let file = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if file.is_readonly(MAIN_DB)? {
        return connect_to_read(path);
    }
    settle(&file)?;
    Ok(file)
}

/// Connects for reading alone.
pub fn connect_to_read(path: &Path) -> Result<Connection, Trouble> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_READ_ONLY;
    let file = if keeping::beside(path, "-wal").metadata().is_ok_and(|wal| wal.len() > 0) {
        Connection::open_with_flags(path, flags)?
    } else {
        // Nobody is writing, and SQLite might not even be able to place its lock beside the file.
        Connection::open_with_flags(unchanging(path), flags | OpenFlags::SQLITE_OPEN_URI)?
    };
    settle(&file)?;
    Ok(file)
}

fn settle(file: &Connection) -> rusqlite::Result<()> {
    file.busy_timeout(PATIENCE)?;
    // Without it SQLite plans a query anew for every person whose records are read.
    file.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    file.set_prepared_statement_cache_capacity(128);
    file.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL; \
         PRAGMA trusted_schema = OFF;",
    )
}

/// The address of a file that does not change while it is read.
fn unchanging(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("file:{path}?immutable=1")
}

/// The number that a header field of the file holds.
pub fn header(file: &Connection, field: &str) -> rusqlite::Result<i64> {
    file.pragma_query_value(None, field, |row| row.get(0))
}

/// Whose file it is, then the schema, then what was left undone.
pub fn prepare(file: &Connection, path: &Path, migrations: &[&str]) -> Result<(), Trouble> {
    let version = version(file, path)?;
    let newest = newest(migrations);
    if version > newest {
        return Err(Error::Newer { path: path.to_owned(), theirs: version, ours: newest }.into());
    }
    let read_only = file.is_readonly(MAIN_DB)?;
    if version < newest {
        if read_only {
            return Err(Error::ReadOnly(forbidding(path).unwrap_or_else(|| path.to_owned())).into());
        }
        if version > 0 {
            keeping::copy_beside(file, path, &format!("before-{newest}"))?;
        }
        migrate(file, path, migrations)?;
    }
    if !read_only {
        share(file)?;
        if forget::is_due(file)? {
            // It stays due when others hold the file; nothing of today depends on it.
            let _ = forget::scrub(file);
        }
    }
    Ok(())
}

fn newest(migrations: &[&str]) -> i64 {
    i64::try_from(migrations.len()).unwrap_or(i64::MAX)
}

/// The version of the file's schema; 0 while it is empty.
///
/// Whether it is empty is asked before whose it is. Another process may be migrating the new file meanwhile, and it
/// writes both in one moment: tables that are seen then always come with a name that is seen afterwards.
pub fn version(file: &Connection, path: &Path) -> Result<i64, Trouble> {
    let is_empty = file.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?;
    match header(file, "application_id")? {
        APPLICATION => Ok(header(file, "user_version")?),
        0 if is_empty => Ok(0),
        _ => Err(Error::OfAnotherProgram(path.to_owned()).into()),
    }
}

/// Applies what is missing, in one transaction: another process may be about to do the same.
pub fn migrate(file: &Connection, path: &Path, migrations: &[&str]) -> Result<(), Trouble> {
    let moment = Transaction::new_unchecked(file, TransactionBehavior::Immediate)?;
    let applied = usize::try_from(version(&moment, path)?).unwrap_or_default();
    for migration in migrations.iter().skip(applied) {
        moment.execute_batch(migration)?;
    }
    if applied < migrations.len() {
        moment.pragma_update(None, "application_id", APPLICATION)?;
        moment.pragma_update(None, "user_version", newest(migrations))?;
    }
    Ok(moment.commit()?)
}

/// Lets others read while one writes. Switching needs the file alone for a moment, and SQLite does not wait for it.
fn share(file: &Connection) -> Result<(), Trouble> {
    let mode = |sql: &str| file.query_row(sql, [], |row| row.get::<_, String>(0));
    if mode("PRAGMA journal_mode")? == "wal" {
        return Ok(());
    }
    for _ in 0..100 {
        match mode("PRAGMA journal_mode = WAL").map_err(Trouble::from) {
            Err(trouble) if trouble.is_busy() => std::thread::sleep(Duration::from_millis(20)),
            Err(trouble) => return Err(trouble),
            Ok(_) => return Ok(()),
        }
    }
    // Somebody else holds on to it and will switch it, or the next one does. Writing works either way.
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Error, Scope, Store};
    use method::change::Change;
    use method::direction::Idea;
    use method::id::Ids;

    /// The migrations of today and one more.
    fn and(more: &'static str) -> Vec<&'static str> {
        [MIGRATIONS, &[more]].concat()
    }

    const LATER: &str = "ALTER TABLE ideas ADD COLUMN colour TEXT";
    const BROKEN: &str = "CREATE TABLE half (id INTEGER); SELECT nonsense FROM nowhere";

    fn idea(ids: &Ids) -> Change {
        Idea { id: ids.fresh(), text: "teach".into(), noted_on: jiff::civil::date(2026, 11, 23), dropped: false }.into()
    }

    fn lived(path: &Path) {
        let store = Sqlite::open(path, Place::Given).unwrap();
        store.change(crate::Door::App, Scope::Told, &|_, ids| Ok(vec![idea(ids)])).unwrap();
    }

    #[test]
    fn a_copy_is_made_before_a_migration_and_nobody_else_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("campaign.db");
        lived(&path);
        let store = Sqlite::open_migrating(&path, Place::Given, &and(LATER)).unwrap();
        let today = newest(MIGRATIONS);
        assert_eq!(header(&store.file, "user_version").unwrap(), today + 1);
        assert_eq!(store.read(Scope::Told).unwrap().ideas.len(), 1);
        let copy = folder.path().join(format!("campaign.before-{}.db", today + 1));
        assert!(!modes::is_open_to_others(&copy));
        let before = Sqlite::open(&copy, Place::Given).unwrap();
        assert_eq!(header(&before.file, "user_version").unwrap(), today);
        assert_eq!(before.read(Scope::Told).unwrap().ideas.len(), 1);
    }

    #[test]
    fn a_new_file_and_one_of_today_are_not_copied() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("campaign.db");
        drop(Sqlite::open_migrating(&path, Place::Given, &and(LATER)).unwrap());
        drop(Sqlite::open_migrating(&path, Place::Given, &and(LATER)).unwrap());
        assert_eq!(keeping::copies_beside(&path), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_migration_that_fails_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("campaign.db");
        lived(&path);
        Sqlite::open_migrating(&path, Place::Given, &and(BROKEN)).unwrap_err();
        let store = Sqlite::open(&path, Place::Given).unwrap();
        assert_eq!(store.read(Scope::Told).unwrap().ideas.len(), 1);
        assert!(store.file.prepare("SELECT * FROM half").is_err());
    }

    #[test]
    fn a_full_disk_leaves_nothing_half_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("campaign.db");
        lived(&path);
        let store = Sqlite::open(&path, Place::Given).unwrap();
        let pages: i64 = header(&store.file, "page_count").unwrap();
        store.file.query_row(&format!("PRAGMA max_page_count = {}", pages + 2), [], |_| Ok(())).unwrap();
        let many = |_: &method::campaign::Campaign, ids: &Ids| Ok((0..2_000).map(|_| idea(ids)).collect());
        let full = store.change(crate::Door::App, Scope::Told, &many).unwrap_err();
        assert!(matches!(full, Error::DiskFull(_)), "{full:?}");
        assert_eq!(full.hint(), "Make room on the disk and do it again.");
        assert_eq!(store.read(Scope::Ties).unwrap().ideas.len(), 1);
        assert_eq!(store.history(None).unwrap().len(), 1);
        drop(store);
        assert_eq!(crate::doctor(&path), []);
    }
}

//! What can be taken away as a file: a backup, and an export. Serves every step. Nothing of it is kept anywhere.

use std::fs;

use crate::error::Trouble;
use crate::pages::parts::file::saved_as;
use crate::visit::{Answer, Visit};

/// One of the two, with a name that says what it is and from when.
pub fn download(visit: &Visit) -> Answer {
    let what: String = visit.part("what")?;
    let (bytes, kind, end) = match what.as_str() {
        "backup" => (backup(visit)?, "application/vnd.sqlite3", "db"),
        "export" => (export(visit)?, "application/zip", "zip"),
        _ => return Err(Trouble::NoSuchPage),
    };
    Ok(saved_as(&format!("halfhour-{what}-{}.{end}", visit.today), kind, bytes))
}

fn backup(visit: &Visit) -> Result<Vec<u8>, Trouble> {
    let folder = tempfile::tempdir().map_err(|_| Trouble::NoRoom)?;
    let copy = folder.path().join("backup.db");
    visit.app.store()?.backup(&copy)?;
    fs::read(&copy).map_err(|_| Trouble::NoRoom)
}

fn export(visit: &Visit) -> Result<Vec<u8>, Trouble> {
    formats::export::write(&visit.app.everything()?.facts()).map_err(|_| Trouble::NoRoom)
}

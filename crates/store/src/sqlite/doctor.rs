//! Looks a campaign file over and says what it finds. Serves every step.
//!
//! It refuses to mend anything, and to stop at the first finding. No finding quotes what the file says about people.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use method::change::{Key, Kind, Noun};
use rusqlite::Connection;
use serde::Serialize;

use super::open::{self, MIGRATIONS};
use super::rows::Owner;
use super::trouble::Trouble;
use super::{facts, forget, keeping, log, modes};

/// One thing that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Defect {
    /// One word for programs.
    pub kind: &'static str,
    /// What is the matter.
    pub message: String,
    /// The way out.
    pub hint: String,
}

const BACK: &str = "Go back to a backup: `halfhour restore FILE`";

fn defect(kind: &'static str, message: impl Into<String>, hint: impl Into<String>) -> Defect {
    Defect { kind, message: message.into(), hint: hint.into() }
}

/// Looks the file over; nothing found means that it is sound.
pub fn doctor(path: &Path) -> Vec<Defect> {
    let mut found = of_files(path);
    if !path.is_file() {
        let path = path.to_owned();
        let problem = if path.is_dir() { crate::Error::IsAFolder(path) } else { crate::Error::Missing(path) };
        found.push(defect(problem.kind(), problem.to_string(), problem.hint()));
        return found;
    }
    match open::connect(path) {
        Ok(file) => found.extend(of_content(&file, path)),
        Err(trouble) => {
            let problem = trouble.about(path);
            found.push(defect(problem.kind(), problem.to_string(), problem.hint()));
        }
    }
    found
}

/// What the folder shows: who may read the file, and what was left beside it.
fn of_files(path: &Path) -> Vec<Defect> {
    let mut found = Vec::new();
    for end in ["", "-wal", "-shm"] {
        let file = keeping::beside(path, end);
        if modes::is_open_to_others(&file) {
            found.push(defect(
                "open_to_others",
                format!("Other accounts of this machine may read `{}`.", file.display()),
                format!("Close it: chmod 600 '{}'", file.display()),
            ));
        }
    }
    let wal = keeping::beside(path, "-wal");
    if !path.exists() && wal.exists() {
        found.push(defect(
            "leftover",
            format!("`{}` is left over from a file that is gone.", wal.display()),
            "Keep it with the campaign file that it belongs to; without that file it is of no use.",
        ));
    }
    found
}

/// One way of looking at an open file.
type Look = fn(&Connection, &Path) -> Result<Vec<Defect>, Trouble>;

/// What the file itself shows.
fn of_content(file: &Connection, path: &Path) -> Vec<Defect> {
    let mut found = Vec::new();
    let looks: [Look; 6] = [header, integrity, foreign_keys, nouns, history, scrubbing];
    for look in looks {
        match look(file, path) {
            Ok(defects) => found.extend(defects),
            Err(trouble) => {
                let problem = trouble.about(path);
                found.push(defect(problem.kind(), problem.to_string(), problem.hint()));
            }
        }
        // Without the right schema nothing else means anything.
        if found.iter().any(|defect| matches!(defect.kind, "newer" | "of_another_program" | "older" | "not_a_campaign"))
        {
            break;
        }
    }
    found
}

fn header(file: &Connection, path: &Path) -> Result<Vec<Defect>, Trouble> {
    let (version, newest) = (open::version(file, path)?, i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX));
    Ok(match version.cmp(&newest) {
        std::cmp::Ordering::Equal => Vec::new(),
        std::cmp::Ordering::Greater => {
            let problem = crate::Error::Newer { path: path.to_owned(), theirs: version, ours: newest };
            vec![defect("newer", problem.to_string(), problem.hint())]
        }
        std::cmp::Ordering::Less => vec![defect(
            "older",
            format!("The file has the form {version}; this halfhour knows {newest}."),
            "Open it once, it is then brought up to date: `halfhour today`",
        )],
    })
}

fn integrity(file: &Connection, _: &Path) -> Result<Vec<Defect>, Trouble> {
    let mut check = file.prepare("PRAGMA integrity_check(5)")?;
    let lines: Vec<String> = check.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let broken = lines.into_iter().filter(|line| line != "ok");
    Ok(broken.map(|line| defect("damaged", format!("SQLite finds the file inconsistent: {line}."), BACK)).collect())
}

fn foreign_keys(file: &Connection, _: &Path) -> Result<Vec<Defect>, Trouble> {
    let mut check = file.prepare("PRAGMA foreign_key_check")?;
    let rows = check.query_map([], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?.unwrap_or_default(), row.get::<_, String>(2)?))
    })?;
    let rows: Vec<_> = rows.collect::<rusqlite::Result<_>>()?;
    let say = |(table, row, parent)| {
        defect("dangling", format!("Row {row} of {table} mentions something that is not in {parent}."), BACK)
    };
    Ok(rows.into_iter().map(say).collect())
}

/// Every fact reads back, mentions only what stands, and has a number that was given.
fn nouns(file: &Connection, _: &Path) -> Result<Vec<Defect>, Trouble> {
    let owner = Owner { seeker: 1, campaign: 1 };
    let mut found = Vec::new();
    let mut stands: BTreeSet<Key> = BTreeSet::new();
    let mut mentions: BTreeMap<Key, Vec<Key>> = BTreeMap::new();
    let given = facts::ids(file)?.last();
    for kind in Kind::ALL {
        for number in facts::numbers(file, owner, *kind)? {
            let key = Key { kind: *kind, number };
            stands.insert(key);
            match facts::standing(file, owner, key) {
                Ok(Some(fact)) => drop(mentions.insert(key, fact.mentions())),
                Ok(None) => {}
                Err(_) => found.push(defect(
                    "unreadable",
                    format!("Row {number} of {} does not read back.", facts::table(*kind)),
                    BACK,
                )),
            }
            if number > given.get(kind).copied().unwrap_or_default() {
                found.push(defect("counter", format!("The number of {key} could be given a second time."), BACK));
            }
        }
    }
    for (key, mentioned) in mentions {
        for missing in mentioned.iter().filter(|mentioned| !stands.contains(mentioned)) {
            found.push(defect("dangling", format!("{key} mentions {missing}, which is not there."), BACK));
        }
    }
    Ok(found)
}

/// Every line of the log reads back.
fn history(file: &Connection, _: &Path) -> Result<Vec<Defect>, Trouble> {
    log::steps(file, Owner { seeker: 1, campaign: 1 })?;
    log::entries_since(file, crate::StepId(0))?;
    Ok(Vec::new())
}

fn scrubbing(file: &Connection, path: &Path) -> Result<Vec<Defect>, Trouble> {
    Ok(if forget::is_due(file)? {
        vec![defect(
            "not_scrubbed",
            format!("Somebody was forgotten, but old bytes of them are still in `{}`.", path.display()),
            "Close every other halfhour and make room on the disk, then open it again: `halfhour today`",
        )]
    } else {
        Vec::new()
    })
}

//! Forgetting, the one thing that is final. Serves the first step, the list.
//!
//! It refuses to leave anything to go back to: every value in the log goes, and what was written over is scrubbed from
//! the file and from its write-ahead log. The texts of steps stay without whoever was forgotten: our own words name
//! nobody, but a text may hold words of the seeker's.

use method::campaign::Campaign;
use method::change::{Change, Fact};
use method::list::forget::traces::Traces;
use rusqlite::{Connection, Result};

use super::log::{self, Made};
use super::rows::{Owner, kept};
use crate::store::StepId;

/// Notes the forgetting as a step that no undo crosses, and lets go of all values in the log.
pub fn append(file: &Connection, owner: Owner, made: &Made<'_>) -> Result<StepId> {
    file.execute("DELETE FROM changes WHERE step IN (SELECT id FROM steps WHERE seeker_id = ?)", [owner.seeker])?;
    let step = log::append(file, owner, made)?;
    file.execute("UPDATE steps SET final = 1 WHERE id = ?", [kept(step.0)])?;
    file.execute("UPDATE keeping SET scrub_due = 1", [])?;
    Ok(step)
}

/// Takes those whom these changes forget out of the texts of all steps.
pub fn scrub_texts(file: &Connection, owner: Owner, before: &Campaign, changes: &[Change]) -> Result<()> {
    let forgotten = changes.iter().filter_map(|change| match change {
        Change::Write(Fact::Person(person)) if person.forgotten => Some(person.id),
        _ => None,
    });
    for traces in forgotten.map(|id| Traces::of(before, id)) {
        for step in log::steps(file, owner)? {
            if let Some(text) = traces.taken_out_of(&step.text) {
                file.execute("UPDATE steps SET text = ? WHERE id = ?", (text, kept(step.id.0)))?;
            }
        }
    }
    Ok(())
}

/// Whether a forgetting could not be scrubbed yet.
pub fn is_due(file: &Connection) -> Result<bool> {
    file.query_row("SELECT scrub_due FROM keeping", [], |row| row.get(0))
}

/// Writes the file anew without anything that no longer stands, and empties the write-ahead log.
///
/// # Errors
/// When another process holds on to the file, or the disk has no room for it; it stays due.
pub fn scrub(file: &Connection) -> Result<()> {
    file.execute_batch("VACUUM")?;
    let held_up: bool = file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if held_up {
        return Err(rusqlite::Error::QueryReturnedNoRows);
    }
    file.execute("UPDATE keeping SET scrub_due = 0", []).map(drop)
}

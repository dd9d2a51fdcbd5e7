//! Writing changes, and remembering what stood before. Serves every step.
//!
//! What stood is read from the file itself, inside the transaction, whatever the scope had loaded: the log must be true.
//! It refuses to write what stands already.

use std::collections::HashMap;

use method::change::{Change, Fact, Key, Noun};
use method::id::Ids;
use rusqlite::{Connection, Result};

use super::facts;
use super::rows::Owner;

/// One change that was written.
#[derive(Debug)]
pub struct Written {
    /// The change.
    pub change: Change,
    /// What stood before.
    pub old: Option<Fact>,
}

impl Written {
    /// What stands since.
    pub fn stands(&self) -> Option<&Fact> {
        match &self.change {
            Change::Write(fact) => Some(fact),
            Change::Remove(_) => None,
        }
    }

    /// The facts that it mentions since and did not mention before.
    pub fn begins_to_mention(&self) -> Vec<Key> {
        let before = self.old.as_ref().map(Noun::mentions).unwrap_or_default();
        let mut mentions = self.stands().map(Noun::mentions).unwrap_or_default();
        mentions.retain(|key| !before.contains(key));
        mentions
    }
}

/// Writes the changes, each fact once, and says what was not so before. Remembers how far ids were given, unless
/// nothing was written.
pub fn write(file: &Connection, owner: Owner, changes: Vec<Change>, ids: &Ids) -> Result<Vec<Written>> {
    let mut written = Vec::with_capacity(changes.len());
    for change in last_of_each(changes) {
        let key = change.key();
        let old = facts::standing(file, owner, key)?;
        // What a campaign always has is not removed but emptied.
        let change = match change {
            Change::Remove(key) => facts::untold(owner, key).map_or(Change::Remove(key), Change::Write),
            write => write,
        };
        match &change {
            Change::Write(fact) if old.as_ref() == Some(fact) => continue,
            Change::Write(fact) => facts::put(file, owner, fact)?,
            Change::Remove(_) if old.is_none() => continue,
            Change::Remove(key) => facts::take(file, owner, *key)?,
        }
        written.push(Written { change, old });
    }
    if !written.is_empty() {
        file.execute("UPDATE keeping SET written = written + 1", [])?;
        let mut last = ids.last();
        for Key { kind, number } in written.iter().map(|written| written.change.key()) {
            // A fact may come with an id of its own, such as one from an archive.
            let given = last.entry(kind).or_insert(number);
            *given = number.max(*given);
        }
        facts::keep_ids(file, &last)?;
    }
    Ok(written)
}

/// The changes alone.
pub fn changes(written: &[Written]) -> Vec<Change> {
    written.iter().map(|written| written.change.clone()).collect()
}

/// Only the last change to each fact, where the first one stood.
fn last_of_each(changes: Vec<Change>) -> Vec<Change> {
    let mut place: HashMap<Key, usize> = HashMap::with_capacity(changes.len());
    let mut kept: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        match place.get(&change.key()) {
            Some(at) => kept[*at] = change,
            None => {
                place.insert(change.key(), kept.len());
                kept.push(change);
            }
        }
    }
    kept
}

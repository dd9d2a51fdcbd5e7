//! The log: steps, and what each did to which fact. Undo, history and, later, meeting another device rest on it.
//! Serves every step.
//!
//! No name is written into it: the text of a step holds placeholders, and values stand only beside facts that changed.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use method::campaign::Campaign;
use method::change::{Change, Fact, Key, Kind};
use method::id::{Id, PersonId, letter};
use method::list::{Person, Source};
use method::telling::with_names;
use rusqlite::{Connection, Result, Row};
use serde_json::Value;

use super::list::records_of;
use super::rows::{self, Owner, kept, unreadable};
use super::write::Written;
use crate::store::{Door, Step, StepId};

/// What is noted of a new step.
pub struct Made<'a> {
    /// When.
    pub at: Timestamp,
    /// Through which door.
    pub door: Door,
    /// What it did, with placeholders for people.
    pub text: &'a str,
    /// The step that it takes back.
    pub undoes: Option<StepId>,
}

/// What a step did to a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It was not there before.
    Create,
    /// It became another.
    Update,
    /// It is no longer there.
    Remove,
}

/// One line of the log.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The step that it belongs to.
    pub step: StepId,
    /// The fact.
    pub key: Key,
    /// What was done to it.
    pub what: What,
    /// What stood before; none for a creation.
    pub old: Option<String>,
    /// What stood after; for an update only.
    pub new: Option<String>,
    /// The facts that it began to mention.
    pub mentions: Vec<Key>,
}

/// Notes a step.
pub fn append(file: &Connection, owner: Owner, made: &Made<'_>) -> Result<StepId> {
    file.prepare_cached(
        "INSERT INTO steps (seeker_id, campaign_id, at, door, text, undoes) VALUES (?, ?, ?, ?, ?, ?)",
    )?
    .execute((
        owner.seeker,
        owner.campaign,
        made.at.to_string(),
        made.door.word(),
        made.text,
        made.undoes.map(|step| kept(step.0)),
    ))?;
    Ok(StepId(file.last_insert_rowid().unsigned_abs()))
}

/// Notes what the step did.
pub fn remember(file: &Connection, step: StepId, written: &[Written]) -> Result<()> {
    let mut insert = file.prepare_cached(
        "INSERT INTO changes (step, seq, kind, number, what, old, new, mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for (seq, written) in (0_i64..).zip(written) {
        let key = written.change.key();
        let (what, new) = match (&written.old, written.stands()) {
            (None, _) => ("create", None),
            (Some(_), Some(new)) => ("update", Some(json(new)?)),
            (Some(_), None) => ("remove", None),
        };
        let old = written.old.as_ref().map(json).transpose()?;
        let mentions: Vec<String> = written.begins_to_mention().iter().map(Key::to_string).collect();
        insert.execute((kept(step.0), seq, key.kind.word(), kept(key.number), what, old, new, mentions.join(" ")))?;
    }
    Ok(())
}

/// All steps, newest first, with placeholders still in their texts.
pub fn steps(file: &Connection, owner: Owner) -> Result<Vec<Step>> {
    let mut select = file
        .prepare_cached("SELECT id, at, door, text, undoes, final FROM steps WHERE seeker_id = ? ORDER BY id DESC")?;
    let mut steps: Vec<Step> = select.query_map([owner.seeker], step_of)?.collect::<Result<_>>()?;
    // From the newest back: a step that stands no longer takes nothing back any more.
    let mut undone_by: BTreeMap<StepId, StepId> = BTreeMap::new();
    for step in &mut steps {
        step.undone_by = undone_by.get(&step.id).copied();
        if let (Some(target), None) = (step.undoes, step.undone_by) {
            undone_by.insert(target, step.id);
        }
    }
    Ok(steps)
}

fn step_of(row: &Row<'_>) -> Result<Step> {
    let at: String = row.get(1)?;
    let number = |number: i64| StepId(number.unsigned_abs());
    Ok(Step {
        id: number(row.get(0)?),
        at: at.parse().map_err(|_| unreadable(1, "steps", "at"))?,
        door: row.get(2)?,
        text: row.get(3)?,
        undone_by: None,
        undoes: row.get::<_, Option<i64>>(4)?.map(number),
        is_final: row.get(5)?,
    })
}

/// What a step and all later ones did, oldest first.
pub fn entries_since(file: &Connection, step: StepId) -> Result<Vec<Entry>> {
    let mut select = file.prepare_cached(
        "SELECT step, kind, number, what, old, new, mentions FROM changes WHERE step >= ? ORDER BY step, seq",
    )?;
    select.query_map([kept(step.0)], entry_of)?.collect()
}

fn entry_of(row: &Row<'_>) -> Result<Entry> {
    let (kind, what, mentions): (String, String, String) = (row.get(1)?, row.get(3)?, row.get(6)?);
    let broken = |place, column| unreadable(place, "changes", column);
    let kind = Kind::from_word(&kind).ok_or_else(|| broken(1, "kind"))?;
    Ok(Entry {
        step: StepId(row.get::<_, i64>(0)?.unsigned_abs()),
        key: Key { kind, number: row.get::<_, i64>(2)?.unsigned_abs() },
        what: match what.as_str() {
            "create" => What::Create,
            "update" => What::Update,
            _ => What::Remove,
        },
        old: row.get(4)?,
        new: row.get(5)?,
        mentions: mentions
            .split_whitespace()
            .map(|text| key_of(text).ok_or_else(|| broken(6, "mentions")))
            .collect::<Result<_>>()?,
    })
}

fn key_of(text: &str) -> Option<Key> {
    let first = text.chars().next()?;
    let kind = Kind::ALL.iter().find(|kind| letter(**kind) == first)?;
    Some(Key { kind: *kind, number: text[first.len_utf8()..].parse().ok()? })
}

/// A fact as the log keeps it.
pub fn json(fact: &Fact) -> Result<String> {
    serde_json::to_string(fact).map_err(|_| unreadable(0, "changes", "new"))
}

/// A kept fact, field by field.
pub fn fields(json: &str) -> Result<serde_json::Map<String, Value>> {
    serde_json::from_str(json).map_err(|_| unreadable(4, "changes", "old"))
}

/// Puts today's names in the place of the placeholders.
pub fn name_people(file: &Connection, owner: Owner, steps: &mut [Step]) -> Result<()> {
    let people: RefCell<BTreeSet<PersonId>> = RefCell::default();
    for step in &*steps {
        with_names(&step.text, |id| {
            people.borrow_mut().insert(id);
            String::new()
        });
    }
    // Whose name comes first goes by the kind of file.
    let mut campaign = Campaign::default();
    campaign.sources = rows::all_by(file, owner, |one: Source| (one.id, one))?;
    let mut gone = BTreeMap::new();
    for id in people.into_inner() {
        match rows::one::<Person>(file, owner, id.number())? {
            Some(person) => {
                campaign.apply([person.into()]);
                campaign.apply(records_of(file, owner, id)?.into_iter().map(Change::from));
            }
            None => {
                if let Some(name) = last_name(file, id)? {
                    gone.insert(id, name);
                }
            }
        }
    }
    for step in steps {
        step.text = with_names(&step.text, |id| gone.get(&id).cloned().unwrap_or_else(|| campaign.name(id)));
    }
    Ok(())
}

/// The last name that the log remembers of somebody who is not on the list: their addition was taken back, or they were
/// found to be somebody else. After a forgetting it remembers none.
fn last_name(file: &Connection, id: PersonId) -> Result<Option<String>> {
    let mut select = file.prepare_cached(
        "SELECT old FROM changes WHERE old IS NOT NULL AND \
         ((kind = 'person' AND number = ?1) OR (kind = 'record' AND old LIKE '%\"person\":\"p' || ?1 || '\"%')) \
         ORDER BY kind, step DESC",
    )?;
    let olds = select.query_map([kept(id.number())], |row| row.get::<_, String>(0))?;
    for old in olds {
        if let Some(Value::String(name)) = fields(&old?)?.get("name") {
            return Ok(Some(name.clone()));
        }
    }
    Ok(None)
}

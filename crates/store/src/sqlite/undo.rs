//! Taking a step back, exactly. Serves every step.
//!
//! A step is taken back field by field: what later steps wrote into other fields stays. It refuses when a later step
//! that still counts touched the same fields, wrote to or mentions what this step created, or took away what it needs;
//! those steps are named. A pair of a step and what took it back counts for nothing when both came later. It
//! never crosses a forgetting.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;
use method::change::{Change, Fact, Key, Noun, Refusal};
use method::id::PersonId;
use method::telling::{made_one, told_apart};
use rusqlite::{Connection, Result};
use serde_json::{Map, Value};

use super::log::{self, Entry, Made, What, fields};
use super::rows::{Owner, unreadable};
use super::trouble::Trouble;
use super::{facts, write};
use crate::error::Error;
use crate::store::{Changed, Door, Step, StepId, Undone};

/// Takes that step back, or the newest one that stands and is no undo.
pub fn undo(
    file: &Connection,
    owner: Owner,
    step: Option<StepId>,
    door: Door,
    at: Timestamp,
) -> Result<Undone, Trouble> {
    let steps = log::steps(file, owner)?;
    let mut target = match step {
        Some(step) => chosen(&steps, step)?,
        None => newest(&steps)?,
    }
    .clone();
    let text = telling(&steps, &target);
    let (step, changes) =
        reversed(file, owner, &steps, target.id, &Made { at, door, text: &text, undoes: Some(target.id) })?;
    target.undone_by = Some(step);
    log::name_people(file, owner, std::slice::from_mut(&mut target))?;
    Ok(Undone { step, took_back: target, changes })
}

/// The newest step that stands and by which somebody became part of this person, and who that was. None where somebody
/// was forgotten since.
pub fn merged(steps: &[Step], person: PersonId) -> Option<(&Step, PersonId)> {
    let since = steps.iter().take_while(|step| !step.is_final).filter(|step| step.undone_by.is_none());
    let mut mergings = since.filter_map(|step| Some((step, made_one(&step.text)?)));
    mergings.find(|(_, [kept, _])| *kept == person).map(|(step, [_, gone])| (step, gone))
}

/// Parts the two whom the newest merging made one. That takes the merging back, and yet is a step like any other.
pub fn part(
    file: &Connection,
    owner: Owner,
    person: PersonId,
    door: Door,
    at: Timestamp,
) -> Result<Option<Changed>, Trouble> {
    let steps = log::steps(file, owner)?;
    let Some((merged, gone)) = merged(&steps, person) else { return Ok(None) };
    let text = told_apart(gone, person);
    let (step, changes) =
        reversed(file, owner, &steps, merged.id, &Made { at, door, text: &text, undoes: Some(merged.id) })?;
    Ok(Some(Changed { step: Some(step), changes }))
}

/// Takes what that step did back, as a step of its own that is made as said.
fn reversed(
    file: &Connection,
    owner: Owner,
    steps: &[Step],
    id: StepId,
    made: &Made<'_>,
) -> Result<(StepId, Vec<Change>), Trouble> {
    let (own, later): (Vec<Entry>, Vec<Entry>) =
        log::entries_since(file, id)?.into_iter().partition(|entry| entry.step == id);
    let counting = counting_after(steps, id);
    let later: Vec<Entry> = later.into_iter().filter(|entry| counting.contains(&entry.step)).collect();
    let changes = match plan(&own, &Later::new(&later), &|key| facts::standing(file, owner, key))? {
        Plan::Changes(changes) => changes,
        Plan::InTheWay(ids) => return Err(in_the_way(file, owner, steps, id, &ids)?.into()),
    };
    let written = write::write(file, owner, changes, &facts::ids(file)?)?;
    let step = log::append(file, owner, made)?;
    log::remember(file, step, &written)?;
    Ok((step, write::changes(&written)))
}

/// The step that was asked for, when it may be taken back at all.
fn chosen(steps: &[Step], id: StepId) -> Result<&Step, Refusal> {
    let Some(step) = steps.iter().find(|step| step.id == id) else {
        return Err(Refusal::unknown(format!("There is no step {id}."), "See all steps: `halfhour history`"));
    };
    if step.is_final {
        return Err(Refusal::method(
            "Forgetting somebody cannot be taken back.",
            "Add them again: `halfhour list add NAME`",
        ));
    }
    if let Some(forgotten) = steps.iter().find(|step| step.is_final && step.id > id) {
        return Err(Refusal::method(
            format!(
                "Step {id} cannot be taken back: somebody was forgotten in step {}, and with them what stood before it.",
                forgotten.id
            ),
            "Steps after that one can be taken back: `halfhour history`",
        ));
    }
    match step.undone_by {
        Some(by) => Err(Refusal::method(
            format!("Step {id} was taken back already, in step {by}."),
            format!("Bring it back: `halfhour undo {by}`"),
        )),
        None => Ok(step),
    }
}

/// The newest step that stands and is no undo.
fn newest(steps: &[Step]) -> Result<&Step, Refusal> {
    match steps.iter().find(|step| step.is_final || (step.undone_by.is_none() && !step.is_undo())) {
        Some(step) if step.is_final => Err(Refusal::method(
            format!("There is nothing to take back since somebody was forgotten in step {}.", step.id),
            "See all steps: `halfhour history`",
        )),
        Some(step) => Ok(step),
        None => Err(Refusal::method("There is nothing to take back.", "See all steps: `halfhour history`")),
    }
}

/// The later steps that still count: those that stand, without undos of steps that came later too.
fn counting_after(steps: &[Step], id: StepId) -> BTreeSet<StepId> {
    let counts =
        |step: &&Step| step.id > id && step.undone_by.is_none() && step.undoes.is_none_or(|target| target < id);
    steps.iter().filter(counts).map(|step| step.id).collect()
}

/// What the undo is called in history: an undo of an undo brings back, and what parted two is named as such.
fn telling(steps: &[Step], target: &Step) -> String {
    let mut first = target;
    let mut back = true;
    let undone = |step: &Step| step.undoes.filter(|_| step.is_undo());
    while let Some(before) = undone(first).and_then(|id| steps.iter().find(|step| step.id == id)) {
        first = before;
        back = !back;
    }
    format!("{} step {}: {}", if back { "took back" } else { "brought back" }, first.id, first.text)
}

fn in_the_way(file: &Connection, owner: Owner, steps: &[Step], step: StepId, ids: &BTreeSet<StepId>) -> Result<Error> {
    let mut later: Vec<Step> = steps.iter().filter(|step| ids.contains(&step.id)).cloned().collect();
    log::name_people(file, owner, &mut later)?;
    Ok(if later.is_empty() {
        Error::Refused(Refusal::method(
            format!("Step {step} cannot be taken back alone any more: what it needs is gone."),
            "Take back the newest steps first: `halfhour undo`",
        ))
    } else {
        Error::InTheWay { step, later: later.into_iter().map(|step| (step.id, step.text)).collect() }
    })
}

/// What counting later steps did, by fact.
struct Later<'a> {
    to: HashMap<Key, Vec<&'a Entry>>,
    mentioning: HashMap<Key, BTreeSet<StepId>>,
}

impl<'a> Later<'a> {
    fn new(entries: &'a [Entry]) -> Self {
        let mut later = Later { to: HashMap::new(), mentioning: HashMap::new() };
        for entry in entries {
            later.to.entry(entry.key).or_default().push(entry);
            for key in &entry.mentions {
                later.mentioning.entry(*key).or_default().insert(entry.step);
            }
        }
        later
    }

    fn to(&self, key: Key) -> &[&'a Entry] {
        self.to.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The later steps that stand in the way of taking this back.
    fn in_the_way_of(&self, entry: &Entry) -> Result<BTreeSet<StepId>> {
        let mut steps = BTreeSet::new();
        for later in self.to(entry.key) {
            if meets(entry, later)? {
                steps.insert(later.step);
            }
        }
        if entry.what == What::Create {
            steps.extend(self.mentioning.get(&entry.key).into_iter().flatten());
        }
        Ok(steps)
    }
}

/// Whether both touched the same: any two touch the same fact, but two updates only where they share a field.
fn meets(entry: &Entry, later: &Entry) -> Result<bool> {
    if entry.what != What::Update || later.what != What::Update {
        return Ok(true);
    }
    let (own, other) = (changed(entry)?, changed(later)?);
    Ok(own.keys().any(|field| other.contains_key(field)))
}

/// The fields that an update changed, as they stood before.
fn changed(entry: &Entry) -> Result<Map<String, Value>> {
    let (Some(old), Some(new)) = (&entry.old, &entry.new) else { return Ok(Map::new()) };
    let (old, new) = (fields(old)?, fields(new)?);
    Ok(old.into_iter().filter(|(field, value)| new.get(field) != Some(value)).collect())
}

/// How a step is taken back.
enum Plan {
    /// By these changes.
    Changes(Vec<Change>),
    /// Not alone: these steps are in the way.
    InTheWay(BTreeSet<StepId>),
}

fn plan(own: &[Entry], later: &Later<'_>, standing: &dyn Fn(Key) -> Result<Option<Fact>>) -> Result<Plan> {
    let mut in_the_way = BTreeSet::new();
    for entry in own {
        in_the_way.extend(later.in_the_way_of(entry)?);
    }
    if !in_the_way.is_empty() {
        return Ok(Plan::InTheWay(in_the_way));
    }
    let mut changes = Vec::with_capacity(own.len());
    for entry in own.iter().rev() {
        match reverse(entry, standing)? {
            Some(change) => changes.push(change),
            None => return Ok(Plan::InTheWay(in_the_way)),
        }
    }
    match missing(&changes, standing)? {
        missing if missing.is_empty() => Ok(Plan::Changes(changes)),
        missing => {
            let removals = missing.iter().flat_map(|key| later.to(*key)).filter(|entry| entry.what == What::Remove);
            Ok(Plan::InTheWay(removals.map(|entry| entry.step).collect()))
        }
    }
}

/// The change that takes one entry back; none when what it was made on is not there.
fn reverse(entry: &Entry, standing: &dyn Fn(Key) -> Result<Option<Fact>>) -> Result<Option<Change>> {
    let stands = standing(entry.key)?;
    match (entry.what, &entry.old, stands) {
        (What::Create, _, Some(_)) => Ok(Some(Change::Remove(entry.key))),
        (What::Remove, Some(old), None) => Ok(Some(Change::Write(fact(fields(old)?)?))),
        (What::Update, Some(_), Some(now)) => {
            let mut now = fields(&log::json(&now)?)?;
            now.extend(changed(entry)?);
            Ok(Some(Change::Write(fact(now)?)))
        }
        _ => Ok(None),
    }
}

fn fact(fields: Map<String, Value>) -> Result<Fact> {
    serde_json::from_value(Value::Object(fields)).map_err(|_| unreadable(4, "changes", "old"))
}

/// What these changes would mention although it does not stand.
fn missing(changes: &[Change], standing: &dyn Fn(Key) -> Result<Option<Fact>>) -> Result<BTreeSet<Key>> {
    let stands_after: BTreeMap<Key, bool> =
        changes.iter().map(|change| (change.key(), matches!(change, Change::Write(_)))).collect();
    let mut missing = BTreeSet::new();
    let mut seen = BTreeMap::new();
    for change in changes {
        let Change::Write(fact) = change else { continue };
        for key in fact.mentions() {
            let stands = match (stands_after.get(&key), seen.get(&key)) {
                (Some(stands), _) | (None, Some(stands)) => *stands,
                (None, None) => standing(key)?.is_some(),
            };
            seen.insert(key, stands);
            if !stands {
                missing.insert(key);
            }
        }
    }
    Ok(missing)
}

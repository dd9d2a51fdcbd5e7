//! What every store can do, whatever it keeps the campaign in. Serves every step.
//!
//! It refuses to know what a change means: decisions are made by `method`, here they are kept.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use jiff::Timestamp;
use method::campaign::Campaign;
use method::change::{Change, Decision};
use method::id::{Ids, PersonId};
use method::telling::is_telling_apart;
use serde::Serialize;

use crate::error::Error;

/// A decision, handed to a store. It may run again when the file was busy, so it only looks and says.
pub type Decide<'a> = &'a dyn Fn(&Campaign, &Ids) -> Decision;

/// Keeps one campaign of one seeker.
pub trait Store {
    /// The campaign as it stands, as much of it as the scope says.
    fn read(&self, scope: Scope) -> Result<Campaign, Error>;

    /// Loads, decides and writes in one transaction. A refusal writes nothing, and neither does a decision after which
    /// everything stands as before.
    ///
    /// # Errors
    /// [`Error::Refused`] with the decision's own words, or why the file could not be used.
    fn change(&self, door: Door, scope: Scope, decide: Decide<'_>) -> Result<Changed, Error>;

    /// As [`Store::change`], for whoever holds what they read before: where nothing was written since and it reaches as far
    /// as the scope, the decision sees that, and thirty thousand people need not be read to mark one of them.
    ///
    /// # Errors
    /// As [`Store::change`].
    fn change_knowing(&self, door: Door, scope: Scope, known: &Known<'_>, decide: Decide<'_>)
    -> Result<Changed, Error>;

    /// Takes a step back, which is a step itself. Without a number it is the newest one that stands and is no undo; by
    /// its number an undo can be taken back too, and the step that it had undone stands again.
    ///
    /// # Errors
    /// [`Error::InTheWay`] names the later steps that touched the same facts; [`Error::Refused`] when there is nothing
    /// to take back, or a forgetting stands before it.
    fn undo(&self, door: Door, step: Option<StepId>) -> Result<Undone, Error>;

    /// The steps, newest first, with the people's names of today; at most so many.
    fn history(&self, newest: Option<usize>) -> Result<Vec<Step>, Error>;

    /// One step as the history shows it; none when there is no such step. Another process may have written later ones.
    fn step(&self, id: StepId) -> Result<Option<Step>, Error>;

    /// The newest step that made this person of two entries, while it stands. None where there is none, or where it can
    /// no longer be taken back because somebody was forgotten since.
    fn merged(&self, person: PersonId) -> Result<Option<Step>, Error>;

    /// Parts whom that step made one, exactly as both were; what happened since stays where it is. None where there is none.
    ///
    /// # Errors
    /// As [`Store::undo`].
    fn part(&self, door: Door, person: PersonId) -> Result<Option<Changed>, Error>;

    /// As [`Store::change`], and final: no value of it or of any step before is kept, and what was written over is
    /// scrubbed from the file.
    ///
    /// # Errors
    /// As [`Store::change`]; [`Error::NotScrubbed`] when it is forgotten, but the scrubbing has to wait.
    fn forget(&self, door: Door, scope: Scope, decide: Decide<'_>) -> Result<Forgotten, Error>;

    /// Moves whenever something was written, by whichever process: whoever holds a campaign loads it anew.
    fn change_counter(&self) -> Result<u64, Error>;
}

/// How much of a campaign is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything the seeker told: all facts except people and what files say; of the people those whom a fact mentions
    /// or of whom anything was told, with their records.
    Told,
    /// That, and one person with their records and the correspondence of their addresses.
    Person(PersonId),
    /// That, and everybody with their records.
    Everyone,
    /// That, and all correspondence.
    Ties,
    /// As `Told`, and who knows whom: what a page needs beside a campaign that it has in memory.
    Acquaintances,
    /// Everything: `Ties`, and who knows whom. There may be hundreds of thousands of pairs.
    Everything,
}

impl Scope {
    /// Whether a campaign of this scope holds everything that one of the other would.
    pub fn covers(self, other: Scope) -> bool {
        match (self, other) {
            (Scope::Everything, _) => true,
            (Scope::Ties, other) => !matches!(other, Scope::Everything | Scope::Acquaintances),
            (Scope::Acquaintances, other) => matches!(other, Scope::Acquaintances | Scope::Told),
            (Scope::Everyone, other) => matches!(other, Scope::Everyone | Scope::Told),
            (Scope::Person(_), other) => other == Scope::Told || self == other,
            (Scope::Told, other) => other == Scope::Told,
        }
    }
}

/// A campaign that was read before.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// [`Store::change_counter`] of that moment.
    pub counter: u64,
    /// How much of it was read.
    pub scope: Scope,
    /// What was read.
    pub campaign: &'a Campaign,
}

/// Where a step came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// The command line.
    CommandLine,
    /// The local pages.
    App,
}

impl Door {
    /// The word that history shows.
    pub fn word(self) -> &'static str {
        match self {
            Door::CommandLine => "command line",
            Door::App => "app",
        }
    }
}

/// The number of a step of history, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(pub u64);

impl fmt::Display for StepId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for StepId {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(StepId)
    }
}

impl Serialize for StepId {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// One step of history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Its number.
    pub id: StepId,
    /// When, in UTC, to the second.
    pub at: Timestamp,
    /// Through which door.
    pub door: String,
    /// What was done.
    pub text: String,
    /// The undo that took it back; none while it stands.
    pub undone_by: Option<StepId>,
    /// The step that it took back, when it is an undo, or when it made two again whom that step made one.
    pub undoes: Option<StepId>,
    /// Whether it was a forgetting, which no undo crosses.
    #[serde(rename = "final")]
    pub is_final: bool,
}

impl Step {
    /// Whether it is an undo. Making two again takes a step back too, and yet is a step of its own: the last one that
    /// somebody made, which an undo without a number takes back.
    pub fn is_undo(&self) -> bool {
        self.undoes.is_some() && !is_telling_apart(&self.text)
    }
}

/// What a change came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// Its step of history; none when everything stood already.
    pub step: Option<StepId>,
    /// What was written, in the order of the decision, without what stood already.
    pub changes: Vec<Change>,
}

/// What an undo came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone {
    /// Its own step of history.
    pub step: StepId,
    /// The step that it took back.
    pub took_back: Step,
    /// What was written.
    pub changes: Vec<Change>,
}

/// What a forgetting came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Forgotten {
    /// Its step of history; none when there was nothing to forget.
    pub step: Option<StepId>,
    /// What was written.
    pub changes: Vec<Change>,
    /// Copies of the campaign beside it that were made before, by a migration or a restore, and still remember.
    pub copies: Vec<PathBuf>,
}

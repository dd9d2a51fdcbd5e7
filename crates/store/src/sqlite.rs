//! Keeps a campaign in one SQLite file. Serves every step.
//!
//! Every write is one immediate transaction, so that two processes on one file never lose each other's work. It refuses
//! to write to a file that may only be read, to one that is not its own, and to leave half of a change.

pub(crate) mod doctor;
pub(crate) mod keeping;
pub(crate) mod open;

mod column;
mod facts;
mod forget;
mod log;
mod modes;
mod rows;
pub mod scope;
mod trouble;
mod turn;
mod undo;
mod write;

mod direction;
mod seeker;

// The eight steps, in the order of the method.
mod list;

mod case;

mod questions;

mod story;

mod ask;

mod conversation;

mod follow_through;

mod momentum;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use method::campaign::Campaign;
use method::change::Change;
use method::id::{Ids, PersonId};
use method::telling::telling;
use rusqlite::{Connection, MAIN_DB, Transaction, TransactionBehavior};

use self::rows::Owner;
use self::trouble::Trouble;
use self::turn::Turn;
use crate::error::Error;
use crate::store::{Changed, Decide, Door, Forgotten, Known, Scope, Step, StepId, Store, Undone};

/// A campaign in one SQLite file. Each thread opens its own.
#[derive(Debug)]
pub struct Sqlite {
    path: PathBuf,
    file: Connection,
    turn: Turn,
    owner: Owner,
    clock: fn() -> Timestamp,
}

impl Sqlite {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The same store, with another clock for the instants of its steps.
    #[must_use]
    pub fn with_clock(mut self, clock: fn() -> Timestamp) -> Self {
        self.clock = clock;
        self
    }

    /// How long another process may keep the file busy before a read or a write gives up.
    ///
    /// # Errors
    /// When SQLite does not take it.
    pub fn set_patience(&self, patience: Duration) -> Result<(), Error> {
        self.turn.set_patience(patience);
        self.file.busy_timeout(patience).map_err(|problem| Trouble::from(problem).about(&self.path))
    }

    /// Looks at one moment of the file: whatever others write meanwhile is not seen.
    fn look<T>(&self, look: impl Fn(&Connection) -> Result<T, Trouble>) -> Result<T, Error> {
        let seen = || -> Result<T, Trouble> {
            let moment = Transaction::new_unchecked(&self.file, TransactionBehavior::Deferred)?;
            look(&moment)
        };
        seen().map_err(|trouble| trouble.about(&self.path))
    }

    /// Works in one immediate transaction, once it is our turn; twice when the file was busy after all. Whoever waited in
    /// vain for the turn has waited long enough.
    fn work<T>(&self, work: impl Fn(&Connection) -> Result<T, Trouble>) -> Result<T, Error> {
        let read_only = self.file.is_readonly(MAIN_DB).unwrap_or_default();
        if let Some(path) = open::forbidding(&self.path).or_else(|| read_only.then(|| self.path.clone())) {
            return Err(Error::ReadOnly(path));
        }
        let within = |moment: Transaction<'_>| -> Result<T, Trouble> {
            let done = work(&moment)?;
            moment.commit()?;
            self.turn.ended();
            Ok(done)
        };
        let begin = || self.turn.begin(&self.file);
        let done = begin().and_then(|moment| match within(moment) {
            Err(trouble) if trouble.is_busy() => begin().and_then(within),
            done => done,
        });
        done.map_err(|trouble| trouble.about(&self.path))
    }

    fn now(&self) -> Timestamp {
        let at = (self.clock)();
        Timestamp::from_second(at.as_second()).unwrap_or(at)
    }
}

impl Store for Sqlite {
    fn read(&self, scope: Scope) -> Result<Campaign, Error> {
        self.look(|file| Ok(scope::read(file, self.owner, scope)?))
    }

    fn change(&self, door: Door, scope: Scope, decide: Decide<'_>) -> Result<Changed, Error> {
        self.work(|file| self.make(file, door, self.decide(file, scope, None, decide)?))
    }

    fn change_knowing(
        &self,
        door: Door,
        scope: Scope,
        known: &Known<'_>,
        decide: Decide<'_>,
    ) -> Result<Changed, Error> {
        self.work(|file| self.make(file, door, self.decide(file, scope, Some(known), decide)?))
    }

    fn undo(&self, door: Door, step: Option<StepId>) -> Result<Undone, Error> {
        self.work(|file| undo::undo(file, self.owner, step, door, self.now()))
    }

    fn history(&self, newest: Option<usize>) -> Result<Vec<Step>, Error> {
        self.look(|file| {
            let mut steps = log::steps(file, self.owner)?;
            steps.truncate(newest.unwrap_or(usize::MAX));
            log::name_people(file, self.owner, &mut steps)?;
            Ok(steps)
        })
    }

    fn step(&self, id: StepId) -> Result<Option<Step>, Error> {
        self.look(|file| {
            let mut steps = log::steps(file, self.owner)?;
            steps.retain(|step| step.id == id);
            log::name_people(file, self.owner, &mut steps)?;
            Ok(steps.pop())
        })
    }

    fn merged(&self, person: PersonId) -> Result<Option<Step>, Error> {
        self.look(|file| {
            let steps = log::steps(file, self.owner)?;
            let Some((step, _)) = undo::merged(&steps, person) else { return Ok(None) };
            let mut found = [step.clone()];
            log::name_people(file, self.owner, &mut found)?;
            Ok(Some(found).map(|[step]| step))
        })
    }

    fn part(&self, door: Door, person: PersonId) -> Result<Option<Changed>, Error> {
        self.work(|file| undo::part(file, self.owner, person, door, self.now()))
    }

    fn forget(&self, door: Door, scope: Scope, decide: Decide<'_>) -> Result<Forgotten, Error> {
        let (step, changes) = self.work(|file| {
            let Decided { before, changes, ids } = self.decide(file, scope, None, decide)?;
            let changes = write::changes(&write::write(file, self.owner, changes, &ids)?);
            if changes.is_empty() {
                return Ok((None, changes));
            }
            let made = log::Made { at: self.now(), door, text: &telling(&before, &changes), undoes: None };
            let step = forget::append(file, self.owner, &made)?;
            forget::scrub_texts(file, self.owner, &before, &changes)?;
            Ok((Some(step), changes))
        })?;
        if step.is_some() {
            forget::scrub(&self.file).map_err(|_| Error::NotScrubbed(self.path.clone()))?;
        }
        Ok(Forgotten { step, changes, copies: keeping::copies_beside(&self.path) })
    }

    fn change_counter(&self) -> Result<u64, Error> {
        self.look(|file| Ok(counter(file)?))
    }
}

fn counter(file: &Connection) -> rusqlite::Result<u64> {
    let written: i64 = file.prepare_cached("SELECT written FROM keeping")?.query_row([], |row| row.get(0))?;
    Ok(written.unsigned_abs())
}

/// What a decision came to, before it is written.
struct Decided<'a> {
    before: Cow<'a, Campaign>,
    changes: Vec<Change>,
    ids: Ids,
}

impl Sqlite {
    /// Loads, unless what is known still stands, and decides. The counter is looked at within the transaction, so that
    /// nobody can write in between.
    fn decide<'a>(
        &self,
        file: &Connection,
        scope: Scope,
        known: Option<&Known<'a>>,
        decide: Decide<'_>,
    ) -> Result<Decided<'a>, Trouble> {
        let before = match known {
            Some(known) if known.scope.covers(scope) && known.counter == counter(file)? => {
                Cow::Borrowed(known.campaign)
            }
            _ => Cow::Owned(scope::read(file, self.owner, scope)?),
        };
        let ids = facts::ids(file)?;
        let changes = decide(&before, &ids)?;
        Ok(Decided { before, changes, ids })
    }

    /// Writes what was decided, as a step.
    fn make(&self, file: &Connection, door: Door, decided: Decided<'_>) -> Result<Changed, Trouble> {
        let Decided { before, changes, ids } = decided;
        let written = write::write(file, self.owner, changes, &ids)?;
        let changes = write::changes(&written);
        if changes.is_empty() {
            return Ok(Changed { step: None, changes });
        }
        let made = log::Made { at: self.now(), door, text: &telling(&before, &changes), undoes: None };
        let step = log::append(file, self.owner, &made)?;
        log::remember(file, step, &written)?;
        Ok(Changed { step: Some(step), changes })
    }
}

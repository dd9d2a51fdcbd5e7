//! What one run of the app knows: which campaign file, which day, who may come in, and the campaign as last read.
//!
//! Serves every step. The file is opened anew for each request, on a thread that may wait; the campaign stays in memory
//! and is read again when another process wrote to the file. It refuses to keep anything that is not in the file.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use method::campaign::Campaign;
use method::change::Change;
use method::id::PersonId;
use method::list::path::circle::Circle;
use store::{Changed, Decide, Door, Forgotten, Known, Place, Restored, Scope, Sqlite, Step, StepId, Store, Undone};

use crate::held::Held;
use crate::jobs::Jobs;
use crate::once::Taken;
use crate::secret::Secret;

/// More people than this do not wait for an entry at once; the oldest token goes first.
const WAITING: usize = 16;

/// How much of the campaign stays in memory.
const HELD: Scope = Scope::Ties;

/// One run of the app on one campaign file.
#[derive(Debug)]
pub struct App {
    file: PathBuf,
    place: Place,
    fixed: Option<Date>,
    port: u16,
    key: Secret,
    joining: Secret,
    tokens: Mutex<Vec<Secret>>,
    held: Mutex<Option<Arc<Held>>>,
    jobs: Jobs,
    taken: Taken,
}

impl App {
    /// A run on that file and port. With a fixed day, it is that day until the run ends.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn new(file: PathBuf, place: Place, fixed: Option<Date>, port: u16) -> Result<Self, getrandom::Error> {
        Ok(App {
            file,
            place,
            fixed,
            port,
            key: Secret::fresh()?,
            joining: Secret::fresh()?,
            tokens: Mutex::default(),
            held: Mutex::default(),
            jobs: Jobs::default(),
            taken: Taken::default(),
        })
    }

    /// The day for every rule.
    pub fn today(&self) -> Date {
        self.fixed.unwrap_or_else(|| Zoned::now().date())
    }

    /// The instant; with a fixed day its beginning.
    pub fn now(&self) -> Timestamp {
        let day = self.fixed.and_then(|day| day.to_zoned(TimeZone::UTC).ok());
        day.map_or_else(Timestamp::now, |day| day.timestamp())
    }

    /// Where the campaign is kept.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The port on loopback.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What a browser that was let in shows in its cookie.
    pub fn key(&self) -> &Secret {
        &self.key
    }

    /// What another halfhour on the same file shows to get a token.
    pub fn joining(&self) -> &Secret {
        &self.joining
    }

    /// Files that are being read, or were just now.
    pub fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    /// Forms that add something, each taken once.
    pub fn taken(&self) -> &Taken {
        &self.taken
    }

    /// The address that lets one browser in, once.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn invite(&self) -> Result<String, getrandom::Error> {
        let token = Secret::fresh()?;
        let address = crate::enter::address(self.port, &token);
        let mut tokens = lock(&self.tokens);
        if tokens.len() >= WAITING {
            tokens.remove(0);
        }
        tokens.push(token);
        Ok(address)
    }

    /// Whether that token was given and is not used up; now it is.
    pub fn take(&self, word: &str) -> bool {
        let mut tokens = lock(&self.tokens);
        let place = tokens.iter().position(|token| token.is(word));
        place.map(|place| tokens.remove(place)).is_some()
    }

    /// Opens the campaign file.
    ///
    /// # Errors
    /// Why it could not be opened.
    pub fn store(&self) -> Result<Sqlite, store::Error> {
        Sqlite::open(&self.file, self.place)
    }

    /// Everything, as it stands now.
    ///
    /// # Errors
    /// Why it could not be read.
    pub fn campaign(&self) -> Result<Arc<Campaign>, store::Error> {
        Ok(Arc::clone(&self.held()?.campaign))
    }

    /// The same, with what is made from it. It is read from the file only when the file moved since.
    pub(crate) fn held(&self) -> Result<Arc<Held>, store::Error> {
        let store = self.store()?;
        let mut held = lock(&self.held);
        let counter = store.change_counter()?;
        if let Some(held) = held.as_ref().filter(|held| held.counter == counter) {
            return Ok(Arc::clone(held));
        }
        let fresh = Arc::new(Held::new(counter, store.read(HELD)?));
        *held = Some(Arc::clone(&fresh));
        Ok(fresh)
    }

    /// Who knows whom on that day. It is made once, and again when people or acquaintances changed since.
    ///
    /// # Errors
    /// Why it could not be read.
    pub(crate) fn circle(&self, held: &Held) -> Result<Arc<Circle>, store::Error> {
        let today = self.today();
        held.circle(today, || Ok(self.store()?.read(Scope::Acquaintances)?.acquaintances))
    }

    /// Everything with who knows whom, which may be hundreds of thousands of pairs. It is read from the file each time.
    ///
    /// # Errors
    /// Why it could not be read.
    pub fn everything(&self) -> Result<Campaign, store::Error> {
        self.store()?.read(Scope::Everything)
    }

    /// Loads, decides and writes in one transaction.
    ///
    /// # Errors
    /// As [`Store::change`].
    pub fn change(&self, scope: Scope, decide: Decide<'_>) -> Result<Changed, store::Error> {
        let store = self.store()?;
        let before = store.change_counter()?;
        let held = lock(&self.held).clone();
        let changed = match held.as_deref() {
            Some(Held { counter, campaign, .. }) => {
                let known = Known { counter: *counter, scope: HELD, campaign };
                store.change_knowing(Door::App, scope, &known, decide)?
            }
            None => store.change(Door::App, scope, decide)?,
        };
        // Let go, so that the campaign in memory can move on in place.
        drop(held);
        self.move_on(&store, before, &changed.changes)?;
        Ok(changed)
    }

    /// The step that made this person of two entries, where it can be taken back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn merged(&self, person: PersonId) -> Result<Option<Step>, store::Error> {
        self.store()?.merged(person)
    }

    /// Parts whom that step made one. None where there is none.
    ///
    /// # Errors
    /// As [`Store::part`].
    pub fn part(&self, person: PersonId) -> Result<Option<Changed>, store::Error> {
        let store = self.store()?;
        let before = store.change_counter()?;
        let parted = store.part(Door::App, person)?;
        if let Some(Changed { changes, .. }) = &parted {
            self.move_on(&store, before, changes)?;
        }
        Ok(parted)
    }

    /// Takes a step back, the newest when none is named.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn undo(&self, step: Option<StepId>) -> Result<Undone, store::Error> {
        let store = self.store()?;
        let before = store.change_counter()?;
        let undone = store.undo(Door::App, step)?;
        self.move_on(&store, before, &undone.changes)?;
        Ok(undone)
    }

    /// Changes for good.
    ///
    /// # Errors
    /// As [`Store::forget`].
    pub fn forget(&self, scope: Scope, decide: Decide<'_>) -> Result<Forgotten, store::Error> {
        self.jobs.alone(|| self.store()?.forget(Door::App, scope, decide))
    }

    /// Puts the campaign of a backup in the place of the present one, of which a copy is kept.
    ///
    /// # Errors
    /// As [`store::restore`].
    pub fn restore(&self, from: &Path) -> Result<Restored, store::Error> {
        self.jobs.alone(|| {
            let restored = store::restore(&self.file, self.place, from);
            *lock(&self.held) = None;
            restored
        })
    }

    /// One step, as the history shows it.
    ///
    /// # Errors
    /// Why it could not be read.
    pub fn step(&self, id: StepId) -> Result<Option<Step>, store::Error> {
        self.store()?.step(id)
    }

    /// The steps, newest first.
    ///
    /// # Errors
    /// Why they could not be read.
    pub fn history(&self, newest: Option<usize>) -> Result<Vec<Step>, store::Error> {
        self.store()?.history(newest)
    }

    /// Moves the campaign in memory on by what was just written, when nobody else wrote in between. Reading thirty
    /// thousand people anew after every click would be felt.
    fn move_on(&self, store: &Sqlite, before: u64, changes: &[Change]) -> Result<(), store::Error> {
        let after = store.change_counter()?;
        let mut held = lock(&self.held);
        if let Some(stood) = held.take_if(|held| held.counter == before && after == before + 1) {
            *held = Some(Arc::new(Held::moved_on(stood, after, changes)));
        }
        Ok(())
    }
}

/// A thread that panicked leaves nothing half done behind these locks.
pub fn lock<T>(behind: &Mutex<T>) -> MutexGuard<'_, T> {
    behind.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use method::demo::demo;
    use method::follow_through::done::done;

    use super::*;

    fn app(folder: &tempfile::TempDir) -> App {
        let today = date(2026, 11, 23);
        let app = App::new(folder.path().join("campaign.db"), Place::Given, Some(today), 4830).unwrap();
        app.change(Scope::Ties, &|campaign, ids| demo(campaign, ids, today)).unwrap();
        app
    }

    #[test]
    fn what_is_in_memory_is_what_is_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(&folder);
        let first = app.campaign().unwrap();
        assert!(Arc::ptr_eq(&first, &app.campaign().unwrap()), "read once");
        drop(first);
        let thanked = |campaign: &Campaign, ids: &_| done(campaign, ids, app.today(), "thank-c12", None);
        app.change(Scope::Told, &thanked).unwrap();
        assert_eq!(*app.campaign().unwrap(), app.store().unwrap().read(Scope::Ties).unwrap());
        app.undo(None).unwrap();
        assert_eq!(*app.campaign().unwrap(), app.store().unwrap().read(Scope::Ties).unwrap());
    }

    #[test]
    fn another_door_is_seen_on_the_next_page() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(&folder);
        app.campaign().unwrap();
        let other = app.store().unwrap();
        other.change(Door::CommandLine, Scope::Told, &|c, ids| done(c, ids, app.today(), "thank-c12", None)).unwrap();
        assert_eq!(*app.campaign().unwrap(), other.read(Scope::Ties).unwrap());
    }

    #[test]
    fn a_token_lets_in_once() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(&folder);
        let address = app.invite().unwrap();
        let token = address.rsplit('=').next().unwrap();
        assert!(app.take(token) && !app.take(token) && !app.take(""));
    }
}

//! Reading files takes a while, and nobody should look at a blank window meanwhile. So a page hands them to a job, and
//! another page shows how far it is and what came of it.
//!
//! Serves the list. The jobs belong to this run and hold nothing that the campaign needs: when they are gone, what was
//! brought in stands. They read one after another, and only the last few are remembered.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use formats::{Asked, Named};
use method::change::Refusal;
use method::list::import::account::Account;
use method::list::import::{Import, import, rehearse};
use method::list::reading::{Findings, Me, Reading};
use method::seeker::recognised_by::recognised_by;
use store::{Scope, StepId};
use tempfile::TempDir;

use crate::error::Trouble;
use crate::reading::Sent;
use crate::state::{App, lock};

/// How many jobs are remembered. Their files lie on the disk until then.
const REMEMBERED: usize = 4;

/// The jobs of one run.
#[derive(Debug, Default)]
pub struct Jobs {
    table: Mutex<Table>,
    /// Held by whoever reads, so that several large files do not fill the memory at once.
    turn: Mutex<()>,
}

#[derive(Debug, Default)]
struct Table {
    last: u64,
    jobs: VecDeque<Arc<Job>>,
}

/// What a job is to do.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The files.
    pub files: Vec<Sent>,
    /// Where they lie.
    pub folder: Option<Arc<TempDir>>,
    /// Only say what would happen.
    pub look_only: bool,
    /// It was asked for on the way through Welcome.
    pub welcome: bool,
}

/// Files that are being read, or were.
#[derive(Debug)]
pub struct Job {
    /// Its number in this run.
    pub id: u64,
    /// What it is to do.
    pub wish: Wish,
    stage: Mutex<Stage>,
    moved: Condvar,
}

/// How far a job is.
#[derive(Debug, Clone)]
pub enum Stage {
    /// Others read before it.
    Waiting,
    /// A file is being read.
    Reading {
        /// Its name.
        file: String,
        /// Bytes that have been read.
        done: u64,
        /// Bytes that will be read.
        total: u64,
    },
    /// What they tell is being written.
    Writing,
    /// It is over.
    Over(Arc<Outcome>),
}

/// What came of it.
#[derive(Debug)]
pub enum Outcome {
    /// What would happen.
    Looked(Account),
    /// What happened, and its step; none when everything was known.
    Brought(Account, Option<StepId>),
    /// Nothing was written.
    No {
        /// Why not.
        message: String,
        /// The way out.
        hint: String,
    },
}

impl Jobs {
    /// The job of that number, while it is remembered.
    pub fn find(&self, id: u64) -> Option<Arc<Job>> {
        lock(&self.table).jobs.iter().find(|job| job.id == id).cloned()
    }

    /// Lets all go that are over, with their files: somebody was forgotten who may stand in them.
    pub fn let_go(&self) {
        lock(&self.table).jobs.retain(|job| !matches!(job.stage(), Stage::Over(_)));
    }

    /// Takes a job in and lets the oldest one go that is over.
    ///
    /// # Errors
    /// When too many are waiting already.
    fn take_in(&self, wish: Wish) -> Result<Arc<Job>, Refusal> {
        let mut table = lock(&self.table);
        if table.jobs.len() >= REMEMBERED {
            let over = table.jobs.iter().position(|job| matches!(job.stage(), Stage::Over(_)));
            let over = over.ok_or_else(|| {
                let hint = "Wait until they are done, then send these again.";
                Refusal::method("Other files are still being read.", hint)
            })?;
            table.jobs.remove(over);
        }
        table.last += 1;
        let (stage, moved) = (Mutex::new(Stage::Waiting), Condvar::new());
        let job = Arc::new(Job { id: table.last, wish, stage, moved });
        table.jobs.push_back(Arc::clone(&job));
        Ok(job)
    }
}

impl Job {
    /// How far it is.
    pub fn stage(&self) -> Stage {
        lock(&self.stage).clone()
    }

    /// Waits until it is over, but no longer than that: small files need no page that asks for patience.
    pub fn wait(&self, at_most: Duration) {
        let goes_on = |stage: &mut Stage| !matches!(stage, Stage::Over(_));
        let waited = self.moved.wait_timeout_while(lock(&self.stage), at_most, goes_on);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    fn move_to(&self, stage: Stage) {
        *lock(&self.stage) = stage;
        self.moved.notify_all();
    }
}

/// Begins a job. It goes on when the browser leaves, and the app does not end before it.
///
/// # Errors
/// When too many are waiting already.
pub fn begin(app: &Arc<App>, wish: Wish) -> Result<Arc<Job>, Refusal> {
    let job = app.jobs().take_in(wish)?;
    let (app, running) = (Arc::clone(app), Arc::clone(&job));
    tokio::task::spawn_blocking(move || {
        let _turn = lock(&app.jobs().turn);
        let done = catch_unwind(AssertUnwindSafe(|| work(&app, &running))).unwrap_or(Err(Trouble::Broken));
        let outcome = done.unwrap_or_else(|no| Outcome::No { message: no.message(), hint: no.hint() });
        running.move_to(Stage::Over(Arc::new(outcome)));
    });
    Ok(job)
}

fn work(app: &App, job: &Job) -> Result<Outcome, Trouble> {
    if let Some(first) = job.wish.files.first() {
        let total = first.path.metadata().map_or(0, |found| found.len());
        job.move_to(Stage::Reading { file: first.name.clone(), done: 0, total });
    }
    let campaign = app.campaign()?;
    let named = |sent: &Sent| Named { name: sent.name.clone(), path: sent.path.clone() };
    let files: Vec<Named> = job.wish.files.iter().map(named).collect();
    let mut progress = |file: &str, now: formats::Progress| {
        job.move_to(Stage::Reading { file: file.to_owned(), done: now.done, total: now.total });
    };
    let me = Me { today: Some(app.today()), ..recognised_by(&campaign) };
    let readings = match formats::read_all(&files, &me, &Asked::default(), &mut progress) {
        Ok(taken) => taken.readings,
        Err(no) => return Ok(Outcome::No { message: format!("{no}."), hint: no.hint() }),
    };
    job.move_to(Stage::Writing);
    // Who knows whom may be hundreds of thousands of pairs; most files tell of none, and the app does not hold them.
    let tells_pairs = readings.iter().any(|one| matches!(one.findings, Findings::Exchanges(_)));
    let scope = if tells_pairs { Scope::Everything } else { Scope::Ties };
    if job.wish.look_only {
        let campaign = if tells_pairs { Arc::new(app.everything()?) } else { campaign };
        return Ok(Outcome::Looked(rehearse(&campaign, app.today(), &readings)));
    }
    bring(app, scope, &readings)
}

/// Writes what the files tell, in one step.
fn bring(app: &App, scope: Scope, readings: &[Reading]) -> Result<Outcome, Trouble> {
    let told = RefCell::new(None);
    let changed = app.change(scope, &|campaign, ids| {
        let Import { changes, account } = import(campaign, ids, app.today(), readings);
        told.replace(Some(account));
        Ok(changes)
    })?;
    told.into_inner().map(|account| Outcome::Brought(account, changed.step)).ok_or(Trouble::Broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish() -> Wish {
        Wish { files: Vec::new(), folder: None, look_only: true, welcome: false }
    }

    fn end(job: &Job) {
        let no = Outcome::No { message: "no".into(), hint: String::new() };
        job.move_to(Stage::Over(Arc::new(no)));
    }

    #[test]
    fn what_is_still_read_is_not_let_go_for_something_new() {
        let jobs = Jobs::default();
        let taken: Vec<Arc<Job>> = (0..REMEMBERED).map(|_| jobs.take_in(wish()).unwrap()).collect();
        assert!(jobs.take_in(wish()).is_err(), "all of them are still being read");
        end(&taken[1]);
        assert_eq!(jobs.take_in(wish()).unwrap().id, 5);
        assert!(jobs.find(2).is_none() && jobs.find(1).is_some() && jobs.find(5).is_some());
    }

    #[test]
    fn whoever_was_forgotten_stands_in_no_job_any_more() {
        let jobs = Jobs::default();
        let (over, reading) = (jobs.take_in(wish()).unwrap(), jobs.take_in(wish()).unwrap());
        end(&over);
        over.wait(Duration::from_secs(60));
        jobs.let_go();
        assert!(jobs.find(over.id).is_none() && jobs.find(reading.id).is_some());
    }
}

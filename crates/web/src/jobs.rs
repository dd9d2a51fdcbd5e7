//! Reading files takes a while, and nobody should look at a blank window meanwhile. So a page hands them to a job, and
//! another page shows how far it is and what came of it.
//!
//! Serves the list. The jobs belong to this run and hold nothing that the campaign needs: when they are gone, what was
//! brought in stands. They read one after another, and only the last few are remembered.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use formats::{Asked, Map, Named, Skipped, Taken, Unusable, rejects};
use method::change::Refusal;
use method::list::duplicates::likely_twice;
use method::list::import::account::Account;
use method::list::import::{Import, import, rehearse};
use method::list::reading::{ColumnUse, Findings, LeftOut, Me, Reading};
use method::seeker::recognised_by::recognised_by;
use store::{Scope, StepId};
use tempfile::TempDir;

use crate::error::Trouble;
use crate::reading::Sent;
use crate::state::{App, lock};

/// How many jobs are remembered. Their files lie on the disk until then.
const REMEMBERED: usize = 4;

/// The field of a form whose files stand in a folder that was chosen whole.
pub const FOLDER: &str = "folder";

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
    /// Addresses that are the seeker's own, beside those that are known.
    pub me: Vec<String>,
    /// What the columns of a table are.
    pub map: Map,
    /// The same where there are several tables, by the names of their files.
    pub maps: BTreeMap<String, Map>,
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
    Looked(Told),
    /// What happened, and its step; none when everything was known.
    Brought(Told, Option<StepId>),
    /// Nothing was written.
    No {
        /// Why not.
        message: String,
        /// The way out.
        hint: String,
        /// What would help.
        asks: Asks,
        /// The rows of files that gave nothing, to be mended.
        left_out: Option<LeftOut>,
    },
}

/// What files told. It is kept nowhere else, and goes with the job.
#[derive(Debug)]
pub struct Told {
    /// What became of every row.
    pub account: Account,
    /// Files that nobody knows, which stood beside others.
    pub left_alone: Vec<Skipped>,
    /// The rows that were left out, as a file to be mended.
    pub left_out: Option<LeftOut>,
    /// How many people likely stand on the list twice by now.
    pub twice: usize,
}

/// What the seeker can say so that files can be used after all, without sending them again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// Nothing.
    Nothing,
    /// Which addresses are theirs.
    Addresses,
    /// What the columns of a table are.
    Columns(Vec<ColumnUse>),
}

impl Jobs {
    /// The job of that number, while it is remembered.
    pub fn find(&self, id: u64) -> Option<Arc<Job>> {
        lock(&self.table).jobs.iter().find(|job| job.id == id).cloned()
    }

    /// Does something while no job reads or writes, and lets all of them go with their files: somebody was forgotten who
    /// may stand in them, or the campaign that they were brought into is another one now.
    pub fn alone<T>(&self, work: impl FnOnce() -> T) -> T {
        let _turn = lock(&self.turn);
        let done = work();
        lock(&self.table).jobs.clear();
        done
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
        // While it waited for its turn, it may have been let go.
        if app.jobs().find(running.id).is_none() {
            return;
        }
        let done = catch_unwind(AssertUnwindSafe(|| work(&app, &running))).unwrap_or(Err(Trouble::Broken));
        let outcome = done.unwrap_or_else(|no| Outcome::No {
            message: no.message(),
            hint: no.hint(),
            asks: Asks::Nothing,
            left_out: None,
        });
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
    let files: Vec<Named> = job.wish.files.iter().map(named).collect();
    let mut progress = |file: &str, now: formats::Progress| {
        job.move_to(Stage::Reading { file: file.to_owned(), done: now.done, total: now.total });
    };
    let mut me = Me { today: Some(app.today()), ..recognised_by(&campaign) };
    me.addresses.extend(job.wish.me.iter().cloned());
    let asked = Asked { map: job.wish.map.clone(), each: job.wish.maps.clone(), ..Asked::default() };
    let Taken { readings, skipped } = match formats::read_all(&files, &me, &asked, &mut progress) {
        Ok(taken) => taken,
        Err(no) => return Ok(refused(&no, &files)),
    };
    let left_out = rejects::file(&readings).map_err(|_| Trouble::NoRoom)?;
    let told = |account: Account, twice: usize| Told { account, left_alone: skipped, left_out, twice };
    job.move_to(Stage::Writing);
    // Who knows whom may be hundreds of thousands of pairs; most files tell of none, and the app does not hold them.
    let tells_pairs = readings.iter().any(|one| matches!(one.findings, Findings::Exchanges(_)));
    let scope = if tells_pairs { Scope::Everything } else { Scope::Ties };
    if job.wish.look_only {
        let campaign = if tells_pairs { Arc::new(app.everything()?) } else { campaign };
        return Ok(Outcome::Looked(told(rehearse(&campaign, app.today(), &readings), 0)));
    }
    drop(campaign);
    let (account, step) = bring(app, scope, &readings)?;
    let twice = if step.is_some() { likely_twice(&*app.campaign()?) } else { 0 };
    Ok(Outcome::Brought(told(account, twice), step))
}

fn named(sent: &Sent) -> Named {
    Named { name: sent.name.clone(), path: sent.path.clone(), is_in_folder: sent.field == FOLDER }
}

/// Why files cannot be used, and what the seeker can say to it on a page.
fn refused(no: &Unusable, files: &[Named]) -> Outcome {
    let column = |name: &String| ColumnUse { column: name.clone(), field: None };
    let (hint, asks) = match no {
        Unusable::WhoseMail { title, .. } => {
            let holidays = if *title == formats::title("calendar") {
                " If it holds public holidays, they are days off: bring it in under “Public holidays” on your own page, “You”."
            } else {
                ""
            };
            let goes_on = "Name them, and it goes on with what you sent: they tell which messages you wrote.";
            (format!("{goes_on}{holidays}"), Asks::Addresses)
        }
        Unusable::NothingCounts { .. } => {
            ("If you have other addresses, name them. Nothing was written.".to_owned(), Asks::Addresses)
        }
        Unusable::OtherTable { columns, .. } => (
            "If it lists people, say below what each column holds; one of them must be the name.".to_owned(),
            Asks::Columns(columns.iter().map(column).collect()),
        ),
        other => (other.hint(), Asks::Nothing),
    };
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let all = Unusable::none_taken(&names).filter(|_| asks == Asks::Nothing);
    let hint = [Some(hint), all].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Outcome::No { message: format!("{no}."), hint, asks, left_out: no.left_out().cloned() }
}

/// Writes what the files tell, in one step.
fn bring(app: &App, scope: Scope, readings: &[Reading]) -> Result<(Account, Option<StepId>), Trouble> {
    let told = RefCell::new(None);
    let changed = app.change(scope, &|campaign, ids| {
        let Import { changes, account } = import(campaign, ids, app.today(), readings);
        told.replace(Some(account));
        Ok(changes)
    })?;
    told.into_inner().map(|account| (account, changed.step)).ok_or(Trouble::Broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish() -> Wish {
        Wish {
            files: Vec::new(),
            folder: None,
            look_only: true,
            welcome: false,
            me: Vec::new(),
            map: Map::default(),
            maps: BTreeMap::new(),
        }
    }

    fn end(job: &Job) {
        let no = Outcome::No { message: "no".into(), hint: String::new(), asks: Asks::Nothing, left_out: None };
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
        let (over, waiting) = (jobs.take_in(wish()).unwrap(), jobs.take_in(wish()).unwrap());
        end(&over);
        over.wait(Duration::from_secs(60));
        assert_eq!(jobs.alone(|| "forgotten"), "forgotten");
        assert!(jobs.find(over.id).is_none() && jobs.find(waiting.id).is_none());
    }
}

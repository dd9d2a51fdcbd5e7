//! `import`: brings in the people you know, from files that you already have.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use formats::{Progress, SOURCES, Unusable};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use method::campaign::Campaign;
use method::change::{Kind, Noun};
use method::id::Ids;
use method::list::import::account::{Account, SourceAccount};
use method::list::import::{Import, import};
use method::list::reading::{Me, Problem, Reading};
use method::seeker::recognised_by::recognised_by;
use serde::Serialize;
use store::Scope;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, counted};

/// Reads the ZIP that LinkedIn sends you, or single files of it. The same file again changes nothing.
#[derive(Debug, Args)]
pub struct Wish {
    /// The files, as they were downloaded; all of them are one step, which one undo takes back
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// An e-mail address of yours: it tells which messages you wrote
    #[arg(long, value_name = "ADDRESS", num_args = 1..)]
    me: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Imported {
    #[serde(flatten)]
    account: Account,
    #[serde(skip)]
    dry_run: bool,
}

/// How many problems of one file are told on the terminal; `--json` has all.
const TOLD: usize = 20;

impl Show for Imported {
    fn show(&self, text: &mut Text) {
        if self.dry_run {
            text.heading("What would happen");
        }
        for source in &self.account.sources {
            show_source(source, text);
        }
        let totals = &self.account.totals;
        if self.account.sources.iter().filter(|source| source.people.read > 0).count() > 1 {
            text.line(format!(
                "In all: {} read = {} created + {} merged + {} unchanged + {} rejected",
                totals.read, totals.created, totals.merged, totals.unchanged, totals.rejected
            ));
        }
        if totals.created > 0 && !self.dry_run {
            text.line(format!("{} on your list.", counted(totals.created, "new person is", "new people are")));
        }
        text.muted(match (self.dry_run, totals.created + totals.merged) {
            (true, _) => "Nothing was written.",
            (false, 0) => "`halfhour next` says whom to call next.",
            (false, _) => "`halfhour next` says whom to call next, `halfhour undo` takes the import back.",
        });
    }
}

fn show_source(source: &SourceAccount, text: &mut Text) {
    let told = |read: usize, parts: &[(usize, &str)]| {
        let parts: Vec<String> = parts.iter().map(|(count, what)| format!("{count} {what}")).collect();
        format!("{}: {read} read = {}", source.file, parts.join(" + "))
    };
    let people = &source.people;
    text.line(match (&source.messages, &source.facts) {
        (Some(messages), _) => told(
            messages.read,
            &[(messages.counted, "counted"), (messages.skipped, "skipped"), (messages.rejected, "rejected")],
        ),
        (None, Some(facts)) => {
            told(facts.read, &[(facts.added, "added"), (facts.unchanged, "unchanged"), (facts.rejected, "rejected")])
        }
        (None, None) => told(
            people.read,
            &[
                (people.created, "created"),
                (people.merged, "merged"),
                (people.unchanged, "unchanged"),
                (people.rejected, "rejected"),
            ],
        ),
    });
    for problem in source.problems.iter().take(TOLD) {
        text.point(told_problem(problem));
    }
    if source.problems.len() > TOLD {
        text.point(format!("and {} more; --json tells all", source.problems.len() - TOLD));
    }
    if !source.offered.is_empty() {
        let offered = counted(source.offered.len(), "correspondent", "correspondents");
        text.point(format!("{offered} you wrote with, not on your list; nobody is added unasked"));
    }
}

fn told_problem(problem: &Problem) -> String {
    let outcome = if problem.rejected { "left out" } else { "kept" };
    format!("record {}, line {}, {outcome}: {}", problem.place, problem.line, problem.reason)
}

/// Reads all files first, then writes what they tell in one step.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Everything)?;
    let readings = read_files(&wish, &campaign)?;
    refuse_fruitless(&readings)?;
    let account = if wish.dry_run {
        import(&campaign, &unused_ids(&campaign), door.today, &readings).account
    } else {
        let account = RefCell::new(None);
        door.change(Scope::Everything, |campaign, ids| {
            let Import { changes, account: told } = import(campaign, ids, door.today, &readings);
            account.replace(Some(told));
            Ok(changes)
        })?;
        account.into_inner().unwrap_or_else(|| unreachable!("a change that was written was decided"))
    };
    door.show(&Imported { account, dry_run: wish.dry_run })
}

fn read_files(wish: &Wish, campaign: &Campaign) -> Result<Vec<Reading>, Failure> {
    let mut me = recognised_by(campaign);
    me.addresses.extend(wish.me.iter().map(|address| address.trim().to_lowercase()));
    let mut readings = Vec::new();
    for path in &wish.files {
        readings.extend(read_file(path, &me)?);
    }
    Ok(readings)
}

fn read_file(path: &Path, me: &Me) -> Result<Vec<Reading>, Failure> {
    let name = path.display().to_string();
    let bar = progress_bar();
    let mut progress = |now: Progress| {
        bar.set_length(now.total);
        bar.set_position(now.done);
    };
    let open = || {
        if path.is_dir() {
            return Err(std::io::ErrorKind::IsADirectory.into());
        }
        File::open(path)
    };
    let file = open().map_err(|problem| unusable(&Unusable::from_io(&name, problem)))?;
    let readings = formats::read(&name, file, me, &mut progress);
    bar.finish_and_clear();
    readings.map_err(|problem| unusable(&problem))
}

/// A bar on a terminal; in a pipe it draws nothing.
fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{wide_bar} {percent}%") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn unusable(problem: &Unusable) -> Failure {
    Failure::file(format!("{problem}."), problem.hint())
}

/// A file of which not one row could be used is no success.
fn refuse_fruitless(readings: &[Reading]) -> Result<(), Failure> {
    let used = |reading: &Reading| reading.read > reading.rejected();
    let Some(first) = readings.iter().find(|_| !readings.iter().any(used)) else { return Ok(()) };
    let reason = first.problems.first().map(told_problem).unwrap_or_default();
    let title = SOURCES.iter().find(|source| source.kind == first.kind).map_or("", |source| source.title);
    Err(Failure::file(
        format!("Not one row of {} could be used ({title}); {reason}", first.file),
        "Look at that row, or ask for the export again. Nothing was written.",
    ))
}

/// Ids that nobody has yet, for a rehearsal.
fn unused_ids(campaign: &Campaign) -> Ids {
    let mut last: BTreeMap<Kind, u64> = BTreeMap::new();
    for key in campaign.facts().iter().map(Noun::key) {
        let number = last.entry(key.kind).or_default();
        *number = key.number.max(*number);
    }
    Ids::after(last)
}

//! `import`: brings in the people you know, from files that you already have.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use formats::{Progress, Unusable};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::civil::Date;
use method::campaign::Campaign;
use method::change::{Kind, Noun};
use method::id::Ids;
use method::list::address::needed_email;
use method::list::import::account::{Account, SourceAccount};
use method::list::import::{Import, import};
use method::list::reading::{Findings, Me, Problem, Reading};
use method::seeker::recognised_by::recognised_by;
use serde::Serialize;
use store::Scope;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, counted};

mod exchanges;

/// Reads the ZIP that LinkedIn sends you, or single files of it; mailboxes (mbox, Maildir, single mails, Google Takeout)
/// and calendars. Of mail only who wrote to whom and when is kept. The same file again changes nothing.
#[derive(Debug, Args)]
pub struct Wish {
    /// The files, as they were downloaded; all of them are one step, which one undo takes back
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// An e-mail address of yours: it tells which messages you wrote. Needed for mail, unless a LinkedIn export told it
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
    exchanges::show(source, text);
}

fn told_problem(problem: &Problem) -> String {
    let outcome = if problem.rejected { "left out" } else { "kept" };
    format!("record {}, line {}, {outcome}: {}", problem.place, problem.line, problem.reason)
}

/// Reads all files first, then writes what they tell in one step.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Ties)?;
    let readings = read_files(&wish, &campaign, door.today)?;
    refuse_fruitless(&readings)?;
    // Who knows whom may be hundreds of thousands of pairs; most files tell of none.
    let tells_pairs = readings.iter().any(|one| matches!(one.findings, Findings::Exchanges(_)));
    let scope = if tells_pairs { Scope::Everything } else { Scope::Ties };
    let campaign = if tells_pairs { door.read(scope)? } else { campaign };
    let account = if wish.dry_run {
        import(&campaign, &unused_ids(&campaign), door.today, &readings).account
    } else {
        let account = RefCell::new(None);
        door.change(scope, |campaign, ids| {
            let Import { changes, account: told } = import(campaign, ids, door.today, &readings);
            account.replace(Some(told));
            Ok(changes)
        })?;
        account.into_inner().unwrap_or_else(|| unreachable!("a change that was written was decided"))
    };
    door.show(&Imported { account, dry_run: wish.dry_run })
}

/// Reads the files in their order, except that mail waits for the other files where nobody has said yet which addresses
/// are the seeker's: an export among them may tell.
fn read_files(wish: &Wish, campaign: &Campaign, today: Date) -> Result<Vec<Reading>, Failure> {
    let mut me = Me { today: Some(today), ..recognised_by(campaign) };
    for address in &wish.me {
        me.addresses.push(needed_email(address)?);
    }
    let mut read: Vec<Option<Vec<Reading>>> = Vec::new();
    for path in &wish.files {
        match read_file(path, &me) {
            Err(Unusable::WhoseMail { .. }) => read.push(None),
            Err(problem) => return Err(unusable(&problem)),
            Ok(readings) => {
                readings.iter().for_each(|reading| formats::learn(&mut me, &reading.findings));
                read.push(Some(readings));
            }
        }
    }
    let mut all = Vec::new();
    for (path, readings) in wish.files.iter().zip(read) {
        match readings {
            Some(readings) => all.extend(readings),
            None => all.extend(read_file(path, &me).map_err(|problem| unusable(&problem))?),
        }
    }
    Ok(all)
}

fn read_file(path: &Path, me: &Me) -> Result<Vec<Reading>, Unusable> {
    let name = path.display().to_string();
    let bar = progress_bar();
    let mut progress = |now: Progress| {
        bar.set_length(now.total);
        bar.set_position(now.done);
    };
    if path.is_dir() && formats::is_maildir(path) {
        let reading = formats::read_maildir(path, me, &mut progress);
        bar.finish_and_clear();
        return Ok(vec![reading?]);
    }
    let open = || {
        if path.is_dir() {
            return Err(std::io::ErrorKind::IsADirectory.into());
        }
        File::open(path)
    };
    let file = open().map_err(|problem| Unusable::from_io(&name, problem))?;
    let readings = formats::read(&name, file, me, &mut progress);
    bar.finish_and_clear();
    readings
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
    if let Findings::Exchanges(found) = &first.findings {
        return Err(exchanges::fruitless(first, found));
    }
    let reason = first.problems.first().map(told_problem).unwrap_or_default();
    let title = formats::title(&first.kind);
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

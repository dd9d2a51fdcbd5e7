//! `import`: brings in the people you know, from files that you already have.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use formats::{Asked, Map, Named, Progress, Skipped, Taken, Unusable, rejects};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::civil::Date;
use method::campaign::Campaign;
use method::list::address::needed_email;
use method::list::import::account::{Account, SourceAccount};
use method::list::import::{Import, import, rehearse};
use method::list::reading::{ColumnUse, Findings, Me, Reading};
use method::seeker::recognised_by::recognised_by;
use serde::Serialize;
use store::Scope;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::new_file;
use crate::text::{Text, counted};

mod exchanges;

/// Reads the ZIP that LinkedIn sends you, address books, tables of people, mailboxes (mbox, Maildir, single mails, Google
/// Takeout), calendars and more, as files, ZIPs or whole folders. Of mail only who wrote to whom and when is kept. The same
/// file again changes nothing.
#[derive(Debug, Args)]
pub struct Wish {
    /// The files or folders, as they were downloaded; all of them are one step, which one undo takes back
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Only say what would happen, and what each column of a table was taken for
    #[arg(long)]
    dry_run: bool,
    /// Which column of a table is what, such as name=Who; the others are guessed by their headings
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    /// A new file for the rows that were left out, each with its reason: mend them there and import it. Where several
    /// files had such rows it is a ZIP with one file for each
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// An e-mail address of yours: it tells which messages you wrote. Needed for mail, unless a LinkedIn export told it
    #[arg(long, value_name = "ADDRESS", num_args = 1..)]
    me: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Imported {
    #[serde(flatten)]
    account: Account,
    /// Files beside others that gave nothing.
    skipped: Vec<Skipped>,
    /// Where the rows stand that were left out.
    rejects: Option<PathBuf>,
    /// Whether that file is a ZIP, because several files had such rows.
    #[serde(skip)]
    rejects_are_a_zip: bool,
    #[serde(skip)]
    dry_run: bool,
}

/// How many problems of one file are told on the terminal; `--json` has all.
const TOLD: usize = 20;

/// How many files that were left alone are told with their reasons.
const TOLD_SKIPPED: usize = 5;

impl Show for Imported {
    fn show(&self, text: &mut Text) {
        if self.dry_run {
            text.heading("What would happen");
        }
        for source in &self.account.sources {
            show_source(source, text);
        }
        exchanges::show_offered(&self.account.sources, text);
        show_skipped(&self.skipped, text);
        if let Some(file) = &self.rejects {
            let file = file.display();
            text.line(match self.rejects_are_a_zip {
                true => format!(
                    "What was left out stands in {file}, a ZIP: unpack it, mend the files in it and import them."
                ),
                false => format!("What was left out stands in {file}: mend it there and import it."),
            });
        }
        let totals = &self.account.totals;
        if self.account.sources.iter().filter(|source| source.people.read > 0).count() > 1 {
            let forgotten = Some(totals.forgotten).filter(|count| *count > 0);
            let forgotten = forgotten.map_or_else(String::new, |count| format!(" + {count} forgotten"));
            text.line(format!(
                "In all: {} read = {} created + {} merged + {} unchanged + {} rejected{forgotten}",
                totals.read, totals.created, totals.merged, totals.unchanged, totals.rejected
            ));
        }
        if totals.forgotten > 0 {
            let rows = match totals.forgotten {
                1 => "1 row is about somebody whom you had forgotten; it was left out.".to_owned(),
                many => format!("{many} rows are about people whom you had forgotten; they were left out."),
            };
            text.point(format!("{rows} To have somebody back: `halfhour list add NAME`"));
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
    let forgotten = (people.forgotten, "forgotten");
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
                forgotten,
            ][..if people.forgotten > 0 { 5 } else { 4 }],
        ),
    });
    if !source.columns.is_empty() {
        text.point(told_columns(&source.columns));
    }
    for problem in source.problems.iter().take(TOLD) {
        text.point(problem.to_string());
    }
    if source.problems.len() > TOLD {
        text.point(format!("and {} more; --json tells all", source.problems.len() - TOLD));
    }
    if source.proofs > 0 {
        let strengths = counted(source.proofs, "strength", "strengths");
        text.point(format!("a proof for {strengths} of yours, in the words of the file: `halfhour me` shows them"));
    }
    exchanges::show(source, text);
}

/// What guessed columns were taken for: `Who as name, Firm as organization; not used: Shoe size`.
fn told_columns(columns: &[ColumnUse]) -> String {
    let used: Vec<String> =
        columns.iter().filter_map(|one| Some(format!("{} as {}", one.column, one.field?.replace('_', " ")))).collect();
    let unused: Vec<&str> = columns.iter().filter(|one| one.field.is_none()).map(|one| one.column.as_str()).collect();
    let rest = if unused.is_empty() { String::new() } else { format!("; not used: {}", unused.join(", ")) };
    format!("columns: {}{rest}; `--map FIELD=COLUMN` says otherwise", used.join(", "))
}

fn show_skipped(skipped: &[Skipped], text: &mut Text) {
    if skipped.is_empty() {
        return;
    }
    text.line(format!("Left alone, {}:", counted(skipped.len(), "file", "files")));
    skipped.iter().take(TOLD_SKIPPED).for_each(|one| text.point(one.reason.clone()));
    if skipped.len() > TOLD_SKIPPED {
        text.point(format!("and {} more; --json tells all", skipped.len() - TOLD_SKIPPED));
    }
}

/// Reads all files first, then writes what they tell in one step.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Ties)?;
    refuse_to_write_over(wish.rejects.as_deref())?;
    let Taken { readings, skipped } = read_files(&wish, &campaign, door.today)?;
    // Who knows whom may be hundreds of thousands of pairs; most files tell of none.
    let tells_pairs = readings.iter().any(|one| matches!(one.findings, Findings::Exchanges(_)));
    let scope = if tells_pairs { Scope::Everything } else { Scope::Ties };
    let campaign = if tells_pairs { door.read(scope)? } else { campaign };
    let account = if wish.dry_run {
        rehearse(&campaign, door.today, &readings)
    } else {
        let account = RefCell::new(None);
        door.change(scope, |campaign, ids| {
            let Import { changes, account: told } = import(campaign, ids, door.today, &readings);
            account.replace(Some(told));
            Ok(changes)
        })?;
        account.into_inner().unwrap_or_else(|| unreachable!("a change that was written was decided"))
    };
    let rejects = if wish.dry_run { None } else { write_rejects(wish.rejects.as_deref(), &readings)? };
    let rejects_are_a_zip = rejects.as_ref().is_some_and(|(_, extension)| *extension == "zip");
    let rejects = rejects.map(|(file, _)| file);
    door.show(&Imported { account, skipped, rejects, rejects_are_a_zip, dry_run: wish.dry_run })
}

/// Asked before anything is read or written.
fn refuse_to_write_over(file: Option<&Path>) -> Result<(), Failure> {
    match file.filter(|file| file.exists()) {
        None => Ok(()),
        Some(file) => Err(Failure::file(
            format!("{} exists already, and nothing was imported.", file.display()),
            "Name another file after `--rejects`.",
        )),
    }
}

/// Writes what was left out to a new file, when there is anything and it was asked for, and gives it with how such a file
/// ends. The import stands by then.
fn write_rejects(file: Option<&Path>, readings: &[Reading]) -> Result<Option<(PathBuf, &'static str)>, Failure> {
    let Some(file) = file else { return Ok(None) };
    let unwritable = |problem: &std::io::Error| {
        Failure::file(
            format!("The import was done, but {} could not be written: {problem}.", file.display()),
            "Import the same files again with `--rejects` and another file name; it changes nothing else.",
        )
    };
    match rejects::file(readings).map_err(|problem| unwritable(&problem))? {
        None => Ok(None),
        Some(left) => {
            new_file::write(file, &left.bytes).map_err(|problem| unwritable(&problem))?;
            Ok(Some((file.to_owned(), left.extension)))
        }
    }
}

/// Reads every file that was named, with what was said about them.
fn read_files(wish: &Wish, campaign: &Campaign, today: Date) -> Result<Taken, Failure> {
    let mut me = Me { today: Some(today), ..recognised_by(campaign) };
    for address in &wish.me {
        me.addresses.push(needed_email(address)?);
    }
    let map = Map::parse(&wish.map).map_err(|problem| Failure::usage(format!("{problem}."), problem.hint()))?;
    let asked = Asked { map, ..Asked::default() };
    let files: Vec<Named> = wish.files.iter().cloned().map(Named::from).collect();
    let bar = progress_bar();
    let mut progress = |_: &str, now: Progress| {
        bar.set_length(now.total);
        bar.set_position(now.done);
    };
    let taken = formats::read_all(&files, &me, &asked, &mut progress);
    bar.finish_and_clear();
    let taken = taken.map_err(|problem| refused(&problem, wish))?;
    if !asked.map.is_empty() && taken.readings.iter().all(|reading| reading.columns.is_empty()) {
        return Err(Failure::usage(
            format!("No file has a table with the columns that `--map` names: {}.", asked.map.columns().join(", ")),
            "Look at the first line of the file, and write the headings as they stand there.",
        ));
    }
    Ok(taken)
}

/// Files that give nothing. What was left out is handed back all the same, so that it can be mended.
fn refused(problem: &Unusable, wish: &Wish) -> Failure {
    let names: Vec<String> = wish.files.iter().map(|file| file.display().to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let all = Unusable::none_taken(&names).map(|said| format!("\n{said}")).unwrap_or_default();
    let no = |hint: String| Failure::file(format!("{problem}."), format!("{hint}{all}"));
    let (Some(file), Some(left), false) = (&wish.rejects, problem.left_out(), wish.dry_run) else {
        return no(problem.hint());
    };
    match new_file::write(file, &left.bytes) {
        Ok(()) => no(format!("What was left out stands in {}: mend it there and import it.", file.display())),
        Err(fault) => no(format!("{} could not be written: {fault}. {}", file.display(), problem.hint())),
    }
}

/// A bar on a terminal; in a pipe it draws nothing.
fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{wide_bar} {percent}%") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

//! Nothing is lost: `history`, `undo`, `backup` and `restore`.

pub mod doctor;
pub mod export;

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use store::{Step, StepId, Store};

use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::text::Text;

/// What was done, step by step.
#[derive(Debug, Args)]
pub struct HistoryWish {
    /// How many steps, the newest first
    #[arg(short = 'n', long, value_name = "N", default_value = "20")]
    newest: NonZeroUsize,
    /// All of them
    #[arg(long, conflicts_with = "newest")]
    all: bool,
}

/// Takes a step back. That is a step too, so it can itself be taken back.
#[derive(Debug, Args)]
pub struct UndoWish {
    /// The step; otherwise the newest one that stands
    #[arg(value_name = "N")]
    step: Option<StepId>,
}

/// Copies the whole campaign, its history included, to a new file.
#[derive(Debug, Args)]
pub struct BackupWish {
    /// The new file; nothing is written over one that exists
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Puts the campaign back as it was when the copy was made. The present one is copied first.
#[derive(Debug, Args)]
pub struct RestoreWish {
    /// A file written by `halfhour backup`
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Debug, Serialize)]
struct History {
    steps: Vec<Step>,
}

impl Show for History {
    fn show(&self, text: &mut Text) {
        if self.steps.is_empty() {
            text.line("Nothing was done yet.");
            return;
        }
        let rows: Vec<Vec<String>> = self.steps.iter().map(row).collect();
        text.table(&rows);
        text.muted("`halfhour undo` takes back the newest step that stands, `halfhour undo N` a certain one.");
    }
}

fn row(step: &Step) -> Vec<String> {
    let local = step.at.to_zoned(jiff::tz::TimeZone::system());
    let told = match step.undone_by {
        Some(undo) => format!("{} (taken back by step {undo})", step.text),
        None => step.text.clone(),
    };
    vec![step.id.to_string(), local.strftime("%Y-%m-%d %H:%M").to_string(), told]
}

/// Shows the history.
pub fn history(door: &Door, wish: &HistoryWish) -> Result<ExitCode, Failure> {
    let newest = if wish.all { None } else { Some(wish.newest.get()) };
    door.show(&History { steps: door.store()?.history(newest)? })
}

#[derive(Debug, Serialize)]
struct TakenBack {
    /// The new step, which says what was taken or brought back.
    step: Option<Step>,
    /// The step that no longer stands.
    undone: Step,
}

impl Show for TakenBack {
    fn show(&self, text: &mut Text) {
        if let Some(step) = &self.step {
            text.line(format!("{}.", capital(&step.text)));
            text.muted(format!("`halfhour undo {}` turns that around.", step.id));
        }
    }
}

/// Takes a step back.
pub fn undo(door: &Door, wish: &UndoWish) -> Result<ExitCode, Failure> {
    take_back(door, wish.step)
}

/// Takes that step back, or the newest one, and says so.
pub fn take_back(door: &Door, step: Option<StepId>) -> Result<ExitCode, Failure> {
    let undone = door.store()?.undo(store::Door::CommandLine, step)?;
    door.show(&TakenBack { step: door.step(Some(undone.step))?, undone: undone.took_back })
}

#[derive(Debug, Serialize)]
struct Copied {
    file: PathBuf,
}

impl Show for Copied {
    fn show(&self, text: &mut Text) {
        text.line(format!("Copied the campaign to {}.", self.file.display()));
        text.muted("It holds your friends' details: keep it where only you can read it.");
    }
}

/// Copies the campaign.
pub fn backup(door: &Door, wish: &BackupWish) -> Result<ExitCode, Failure> {
    door.store()?.backup(&wish.file)?;
    door.show(&Copied { file: wish.file.clone() })
}

#[derive(Debug, Serialize)]
struct PutBack {
    file: PathBuf,
    /// Where the campaign that stood before was copied to.
    former: Option<PathBuf>,
}

impl Show for PutBack {
    fn show(&self, text: &mut Text) {
        text.line(format!("The campaign stands as in {}.", self.file.display()));
        if let Some(former) = &self.former {
            text.muted(format!("To go back to what stood before: `halfhour restore {}`", former.display()));
        }
    }
}

/// Puts a copy back.
pub fn restore(door: &Door, wish: &RestoreWish) -> Result<ExitCode, Failure> {
    let restored = door.restore(&wish.file)?;
    door.show(&PutBack { file: wish.file.clone(), former: restored.copy })
}

//! The ask: the words for it, its record, its answer, and the meeting that comes of it.

pub mod check;
pub mod sheet;

mod answer;
mod draft;
mod log;
mod meeting;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Serialize;
use store::{Changed, Step};

use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::text::Text;

/// Asks a person for half an hour. With a name it shows the words; the verbs record what happened.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Wish {
    #[command(flatten)]
    draft: Option<draft::DraftWish>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Record that you asked
    Log(log::LogWish),
    /// Record what they answered: accepted, declined, silent, not-now or someone-else
    Answer(answer::AnswerWish),
    /// Move a meeting to another day, time or place
    Move(meeting::MoveWish),
    /// Call a meeting off
    Cancel(meeting::WhoseWish),
    /// Say that a meeting did not take place
    Missed(meeting::WhoseWish),
}

/// What was recorded, and which command comes next.
#[derive(Debug, Serialize)]
struct Recorded {
    /// None when everything stood like that already.
    step: Option<Step>,
    #[serde(skip)]
    next: Option<String>,
}

impl Show for Recorded {
    fn show(&self, text: &mut Text) {
        match &self.step {
            Some(step) => text.line(format!("{}.", capital(&step.text))),
            None => text.line("It stood like that already; nothing was changed."),
        }
        if let Some(next) = &self.next {
            text.muted(next);
        }
    }
}

fn recorded(door: &Door, changed: &Changed, next: Option<String>) -> Result<ExitCode, Failure> {
    door.show(&Recorded { step: door.step(changed.step)?, next })
}

/// Shows the words, or does what the verb says.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    match (wish.verb, wish.draft) {
        (Some(Verb::Log(wish)), _) => log::run(door, &wish),
        (Some(Verb::Answer(wish)), _) => answer::run(door, &wish),
        (Some(Verb::Move(wish)), _) => meeting::move_to(door, &wish),
        (Some(Verb::Cancel(wish)), _) => meeting::cancel(door, &wish),
        (Some(Verb::Missed(wish)), _) => meeting::missed(door, &wish),
        (None, Some(wish)) => draft::run(door, &wish),
        (None, None) => Err(Failure::usage("Whom do you want to ask?", "Name a person: `halfhour ask PERSON`")),
    }
}

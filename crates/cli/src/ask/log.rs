//! `ask log`: somebody was asked.

use std::process::ExitCode;

use clap::Args;
use method::ask::log::{AskMade, log_ask};
use method::case::remark::faults;
use store::Scope;

use crate::args::Who;
use crate::ask::draft::FormWish;
use crate::ask::recorded_with;
use crate::door::Door;
use crate::failure::Failure;

/// Records that you asked somebody.
#[derive(Debug, Args)]
pub struct LogWish {
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    form: FormWish,
    /// The day, when it was not today
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// The words you used, when you want to keep them
    #[arg(long = "words", value_name = "TEXT")]
    said: Option<String>,
}

/// Records it.
pub fn run(door: &Door, wish: &LogWish) -> Result<ExitCode, Failure> {
    let made =
        AskMade { form: wish.form.form(), on: Some(door.day_past(wish.on.as_deref())?), words: wish.said.clone() };
    let (_, person) = door.read_person(&wish.who)?;
    let changed =
        door.change(Scope::Everyone, |campaign, ids| log_ask(campaign, ids, door.today, person, made.clone()))?;
    let next = format!(
        "When they answer: `halfhour ask answer {person} accepted --on DAY`, or declined, silent, not-now, someone-else."
    );
    let remarks = wish.said.as_deref().map(faults).unwrap_or_default();
    recorded_with(door, &changed, remarks, Some(next))
}

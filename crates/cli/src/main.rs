//! `halfhour`: the command line, one of the doors onto a campaign.
//!
//! Every command is parse, one call, render. What it prints and what `--json` prints come from the same value. What
//! people asked for goes to standard output, everything else to standard error.

/// Whoever asks for the next person waits for thirty thousand to be read into memory: see docs/decisions.md.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod args;
mod door;
mod editor;
mod failure;
mod plain_text;
mod same_file;
mod text;
mod usage;
mod written;

mod list;

mod case;

mod questions;

mod story;

mod ask;

mod conversation;

mod follow_through;

mod momentum;
mod new_file;

mod demo;
mod guide;
mod keeping;
mod me;
mod open;
#[cfg(test)]
mod hints;
#[cfg(test)]
mod reference;

use std::process::ExitCode;

use crate::args::{Arguments, Command};
use crate::door::Door;
use crate::failure::Failure;

fn main() -> ExitCode {
    let arguments = match args::parse() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let shared = arguments.shared.clone();
    let (json, same_file) = (shared.json, shared.same_file());
    match Door::new(shared).and_then(|door| run(arguments, &door)) {
        Ok(code) => code,
        Err(failure) => failure.on(&same_file).report(json),
    }
}

fn run(arguments: Arguments, door: &Door) -> Result<ExitCode, Failure> {
    match arguments.command.unwrap_or_default() {
        Command::Open(wish) => open::run(door, &wish),
        Command::Import(wish) => list::import::run(door, wish),
        Command::List(wish) => list::run(door, wish),
        Command::Next(wish) => list::next::run(door, &wish),
        Command::Path(wish) => list::path::run(door, &wish),
        Command::Organizations(wish) => list::organizations::run(door, &wish),
        Command::Case(wish) => case::run(door, wish),
        Command::Questions(wish) => questions::run(door, wish),
        Command::Story(wish) => story::run(door, wish),
        Command::Ask(wish) => ask::run(door, wish),
        Command::Check(wish) => ask::check::run(door, &wish),
        Command::Sheet(wish) => ask::sheet::run(door, &wish),
        Command::Conversation(wish) => conversation::run(door, wish),
        Command::Today(wish) => follow_through::today(door, &wish),
        Command::Done(wish) => follow_through::done(door, &wish),
        Command::Later(wish) => follow_through::later(door, &wish),
        Command::Week(wish) => follow_through::week::run(door, &wish),
        Command::Calendar(wish) => follow_through::calendar::run(door, &wish),
        Command::Opportunity(wish) => momentum::opportunity::run(door, wish),
        Command::Momentum => momentum::run(door),
        Command::Map(wish) => momentum::map::run(door, &wish),
        Command::Share(wish) => momentum::share::run(door, &wish),
        Command::Closing(wish) => momentum::closing::run(door, wish),
        Command::Me(wish) => me::run(door, wish),
        Command::History(wish) => keeping::history(door, &wish),
        Command::Undo(wish) => keeping::undo(door, &wish),
        Command::Backup(wish) => keeping::backup(door, &wish),
        Command::Restore(wish) => keeping::restore(door, &wish),
        Command::Export(wish) => keeping::export::run(door, &wish),
        Command::Doctor => keeping::doctor::run(door),
        Command::Demo => demo::run(door),
        Command::Method => guide::run(door),
    }
}

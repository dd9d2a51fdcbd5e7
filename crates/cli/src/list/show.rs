//! `list show`: everything about one person.

use std::process::ExitCode;

use clap::Args;

use crate::args::Who;
use crate::door::Door;
use crate::failure::Failure;

/// Everything about one person.
#[derive(Debug, Args)]
pub struct Wish {
    #[command(flatten)]
    who: Who,
}

/// Shows them.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let (_campaign, _person) = door.read_person(&wish.who)?;
    Err(Failure::usage("This is not built yet.", ""))
}

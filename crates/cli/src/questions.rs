//! `questions`

use std::process::ExitCode;

use clap::Args;

use crate::door::Door;
use crate::failure::Failure;

/// What was asked for.
#[derive(Debug, Args)]
pub struct Wish {}

/// Carries it out.
pub fn run(_door: &Door, _wish: Wish) -> Result<ExitCode, Failure> {
    Err(Failure::usage("This is not built yet.", ""))
}

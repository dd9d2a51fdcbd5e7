//! `today`, `done` and `later`.

use std::process::ExitCode;

use clap::Args;

use crate::door::Door;
use crate::failure::Failure;

/// What was done.
#[derive(Debug, Args)]
pub struct DoneWish {}

/// What to put off.
#[derive(Debug, Args)]
pub struct LaterWish {}

/// Shows the moves.
pub fn today(_door: &Door) -> Result<ExitCode, Failure> {
    Err(Failure::usage("This is not built yet.", ""))
}

/// Does a move.
pub fn done(_door: &Door, _wish: &DoneWish) -> Result<ExitCode, Failure> {
    Err(Failure::usage("This is not built yet.", ""))
}

/// Puts a move off.
pub fn later(_door: &Door, _wish: &LaterWish) -> Result<ExitCode, Failure> {
    Err(Failure::usage("This is not built yet.", ""))
}

//! `momentum`

pub mod map;
pub mod opportunity;

use std::process::ExitCode;

use crate::door::Door;
use crate::failure::Failure;

/// Carries it out.
pub fn run(_door: &Door) -> Result<ExitCode, Failure> {
    Err(Failure::usage("This is not built yet.", ""))
}

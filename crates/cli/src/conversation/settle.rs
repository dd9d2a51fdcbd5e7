//! `conversation settle`: what became of a promise, theirs or yours.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use method::conversation::CommitmentState;
use method::conversation::promise::settle_commitment;
use method::id::CommitmentId;
use store::Scope;

use crate::door::Door;
use crate::failure::Failure;

/// Says what became of a promise.
#[derive(Debug, Args)]
pub struct SettleWish {
    /// The promise, by its id, such as m2; a conversation and `halfhour list show` tell it
    #[arg(value_name = "ID")]
    promise: String,
    /// What became of it
    #[arg(value_name = "STATE")]
    state: Word,
}

/// What became of it, in one word.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Word {
    /// It was kept
    Kept,
    /// It is no longer expected
    Released,
    /// It stands after all
    Open,
}

/// Writes it down.
pub fn run(door: &Door, wish: &SettleWish) -> Result<ExitCode, Failure> {
    let id: CommitmentId = wish.promise.trim().to_lowercase().parse().map_err(|_| {
        Failure::usage(
            format!("`{}` is not the id of a promise.", wish.promise),
            "An id looks like m2; halfhour list show PERSON shows the promises between you.",
        )
    })?;
    let state = match wish.state {
        Word::Kept => CommitmentState::Kept,
        Word::Released => CommitmentState::Released,
        Word::Open => CommitmentState::Open,
    };
    door.change_and_tell(Scope::Told, |campaign, _| settle_commitment(campaign, door.today, id, state))
}

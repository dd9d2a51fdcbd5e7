//! `conversation introduced`: an introduction came.

use std::process::ExitCode;

use clap::Args;
use method::conversation::thanks::{introduced, referral_made_warm};
use method::list::find::find;
use store::Scope;

use crate::args::Who;
use crate::door::Door;
use crate::failure::Failure;

/// Says that somebody introduced you.
#[derive(Debug, Args)]
pub struct IntroducedWish {
    #[command(flatten)]
    who: Who,
    /// Who introduced you, when several people named them
    #[arg(long, value_name = "PERSON")]
    by: Option<String>,
    /// When it was; today unless you say so
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
}

/// Writes it down.
pub fn run(door: &Door, wish: &IntroducedWish) -> Result<ExitCode, Failure> {
    let (campaign, person) = door.read_person(&wish.who)?;
    let by = wish.by.as_deref().map(|by| find(&campaign, by)).transpose()?;
    let on = door.day_past(wish.on.as_deref())?;
    door.change_and_tell(Scope::Told, |campaign, _| {
        introduced(campaign, door.today, referral_made_warm(campaign, person, by)?, on)
    })
}

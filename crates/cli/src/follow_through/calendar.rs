//! `calendar`: meetings, times for calls and what is due, for the seeker's own calendar; as a file, or as an address on this
//! machine that a calendar program reads again and again.

use std::process::ExitCode;

use clap::Args;
use formats::timetable::Timetable;
use serde::Serialize;
use store::{Scope, Store};
use web::feed;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::follow_through::times::times;
use crate::text::Text;

/// How many days of times for calls are in it.
pub const DAYS: i32 = 14;

/// Prints your meetings, your times for calls and what is due as a calendar file, for a phone as well: halfhour calendar >
/// halfhour.ics
#[derive(Debug, Args)]
pub struct Wish {
    /// Instead: an address for calendar programs on this machine, which works while the pages are open
    #[arg(long)]
    feed: bool,
    /// A new address; the old one works no longer
    #[arg(long, conflicts_with_all = ["feed", "no_feed"])]
    new_feed: bool,
    /// No address any more
    #[arg(long, conflicts_with = "feed")]
    no_feed: bool,
    /// The port in the address, when the pages are opened at another one
    #[arg(long, value_name = "N", default_value_t = web::FIRST_PORT, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
}

#[derive(Debug, Serialize)]
struct Feed {
    /// Where calendar programs of this machine can read it; none when there is no such address.
    address: Option<String>,
    #[serde(skip)]
    port: u16,
}

impl Show for Feed {
    fn show(&self, text: &mut Text) {
        let Some(address) = &self.address else {
            text.line("There is no address for calendar programs any more.");
            return text.muted("`halfhour calendar --feed` makes a new one.");
        };
        text.verbatim(address);
        text.muted("Subscribe to it in a calendar program on this machine. Whoever knows it can read your calendar.");
        text.muted(format!("It answers while `halfhour open --port {}` runs.", self.port));
    }
}

/// Prints the calendar, or its address.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    if !(wish.feed || wish.new_feed || wish.no_feed) {
        return file(door);
    }
    // The file beside belongs to a campaign that can be used.
    door.read(Scope::Told)?;
    let place = door.data();
    let secret = if wish.no_feed {
        feed::take_away(place).map(|()| None)
    } else if wish.new_feed {
        feed::make(place).map(Some)
    } else {
        feed::standing(place).map_or_else(|| feed::make(place).map(Some), |known| Ok(Some(known)))
    };
    let secret = secret.map_err(|problem| {
        let message = format!("The address beside the campaign file could not be written: {problem}.");
        Failure::file(message, "Make room beside the campaign file, or allow writing there.")
    })?;
    let address = secret.map(|secret| feed::address(wish.port, &secret));
    door.show(&Feed { address, port: wish.port })
}

fn file(door: &Door) -> Result<ExitCode, Failure> {
    let (campaign, slots) = times(door, DAYS)?;
    let step = door.store()?.history(Some(1))?.first().map_or(0, |newest| newest.id.0);
    let timetable = Timetable { campaign: &campaign, today: door.today, slots: &slots, step };
    Door::raw_out(&timetable.file(door.now()))
}

//! `ask move`, `ask cancel` and `ask missed`: what becomes of a meeting.

use std::process::ExitCode;

use clap::Args;
use method::ask::meeting::{MeetingChange, cancel_meeting, miss_meeting, move_meeting};
use store::Scope;

use crate::args::Who;
use crate::ask::answer::MeetingWish;
use crate::ask::recorded;
use crate::door::Door;
use crate::failure::Failure;

/// Moves a meeting.
#[derive(Debug, Args)]
pub struct MoveWish {
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    meeting: MeetingWish,
}

/// Whose meeting.
#[derive(Debug, Args)]
pub struct WhoseWish {
    #[command(flatten)]
    who: Who,
}

/// Moves it.
pub fn move_to(door: &Door, wish: &MoveWish) -> Result<ExitCode, Failure> {
    let (_, person) = door.read_person(&wish.who)?;
    let meeting = &wish.meeting;
    let change = MeetingChange {
        on: meeting.day(door)?,
        time: meeting.time()?,
        zone: meeting.zone.clone(),
        place: meeting.place.clone(),
        ..MeetingChange::default()
    };
    if change == MeetingChange::default() {
        return Err(Failure::usage(
            "Where should it move?",
            format!("`halfhour ask move {person} --on DAY --at TIME`"),
        ));
    }
    let changed =
        door.change(Scope::Everyone, |campaign, _| move_meeting(campaign, door.today, person, change.clone()))?;
    recorded(door, &changed, None)
}

/// Calls it off.
pub fn cancel(door: &Door, wish: &WhoseWish) -> Result<ExitCode, Failure> {
    let (_, person) = door.read_person(&wish.who)?;
    let changed = door.change(Scope::Everyone, |campaign, _| cancel_meeting(campaign, person))?;
    recorded(door, &changed, Some(format!("When you have a new day: `halfhour ask answer {person} accepted --on DAY`")))
}

/// Says that it did not take place.
pub fn missed(door: &Door, wish: &WhoseWish) -> Result<ExitCode, Failure> {
    let (_, person) = door.read_person(&wish.who)?;
    let changed = door.change(Scope::Everyone, |campaign, _| miss_meeting(campaign, door.today, person))?;
    recorded(door, &changed, Some(format!("When you have a new day: `halfhour ask answer {person} accepted --on DAY`")))
}

//! Moves a meeting, calls it off, or says that it did not take place (row M11). Refuses days that are over.

use jiff::civil::{Date, Time};

use super::answer::{filled, is_a_zone, still_to_come};
use super::one_open_ask_at_a_time::held;
use super::someone_else::no_longer_named;
use super::{Answer, Ask, Meeting, MeetingState};
use crate::campaign::Campaign;
use crate::case::whom::listed;
use crate::change::{Decision, Refusal};
use crate::day;
use crate::id::PersonId;

/// What changes about a meeting; none leaves it as it is, and an empty text takes it away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MeetingChange {
    /// The new day. Without a time beside it the time is open again.
    pub on: Option<Date>,
    /// The new time.
    pub time: Option<Time>,
    /// Whether the time is open again, when no new one is told.
    pub open_time: bool,
    /// The time zone by its IANA name.
    pub zone: Option<String>,
    /// Where, or by which means.
    pub place: Option<String>,
}

/// Moves the meeting with this person, or takes up one that was called off or missed. Another day, time or
/// zone counts as moved, and so does taking one up again; another place does not.
///
/// # Errors
/// Refuses an unknown person, one with whom nothing is arranged, a day that is over, and a zone that is no zone.
pub fn move_meeting(campaign: &Campaign, today: Date, person: PersonId, change: MeetingChange) -> Decision {
    listed(campaign, person)?;
    let (ask, meeting) = meeting_with(campaign, person)?;
    if meeting.state != MeetingState::Planned && change.on.is_none() {
        return Err(Refusal::usage(
            "This meeting no longer stands; say for which day it is arranged now.",
            format!("`halfhour ask move {person} --on DAY`"),
        ));
    }
    let on = change.on.unwrap_or(meeting.on);
    let is_placed_anew = change.on.is_some() || change.time.is_some();
    let keeps_time = on == meeting.on && !change.open_time;
    let time = if keeps_time { change.time.or(meeting.time) } else { change.time };
    let zone = match change.zone {
        None => meeting.zone.clone(),
        told => filled(told).map(|zone| is_a_zone(&zone)).transpose()?,
    };
    let place = if change.place.is_some() { filled(change.place) } else { meeting.place.clone() };
    let new = Meeting { on, time, zone, place, state: MeetingState::Planned, moved: 0 };
    if is_placed_anew {
        still_to_come(campaign, today, person, &new)?;
    }
    let mut changes = write(&said_yes(ask, today), meeting, rearranged(Some(meeting), new))?;
    if ask.answer == Some(Answer::SomeoneElse) {
        changes.extend(no_longer_named(campaign, ask, &[]));
    }
    Ok(changes)
}

/// The meeting as it is arranged now, with how often it was moved: another day, time or zone is a move, and so is taking
/// up one that no longer stood.
pub(super) fn rearranged(old: Option<&Meeting>, new: Meeting) -> Meeting {
    let moved = old.map_or(0, |old| {
        let is_moved = (new.on, new.time, &new.zone, new.state) != (old.on, old.time, &old.zone, old.state);
        old.moved.saturating_add(u32::from(is_moved))
    });
    Meeting { moved, ..new }
}

/// Whoever arranges a meeting anew after a no has said yes after all.
fn said_yes(ask: &Ask, today: Date) -> Ask {
    if ask.answer == Some(Answer::Accepted) {
        return ask.clone();
    }
    Ask { answer: Some(Answer::Accepted), answered_on: Some(today), until_on: None, ..ask.clone() }
}

/// Calls the meeting off.
///
/// # Errors
/// Refuses an unknown person and one with whom no meeting stands.
pub fn cancel_meeting(campaign: &Campaign, person: PersonId) -> Decision {
    let (ask, meeting) = arranged(campaign, person)?;
    write(ask, meeting, Meeting { state: MeetingState::Cancelled, ..meeting.clone() })
}

/// Says that the meeting did not take place.
///
/// # Errors
/// Refuses an unknown person, one with whom no meeting stands, and a meeting that is still to come.
pub fn miss_meeting(campaign: &Campaign, today: Date, person: PersonId) -> Decision {
    let (ask, meeting) = arranged(campaign, person)?;
    let on = campaign.at_home(meeting).on;
    if on > today {
        return Err(Refusal::method(
            format!("Your meeting with {} is on {}, still to come.", campaign.name(person), day::spoken(on, today)),
            format!("Move it: `halfhour ask move {person} --on DAY`, or call it off: `halfhour ask cancel {person}`"),
        ));
    }
    write(ask, meeting, Meeting { state: MeetingState::Missed, ..meeting.clone() })
}

/// The meeting that stands, else that of the latest ask, when it was called off or missed.
///
/// # Errors
/// Refuses an unknown person and one with whom nothing was arranged.
pub fn meeting_with(campaign: &Campaign, person: PersonId) -> Result<(&Ask, &Meeting), Refusal> {
    arranged(campaign, person).or_else(|_| {
        listed(campaign, person)?;
        fallen_through(campaign, person)
    })
}

/// The meeting that stands; of several the one that was asked for last.
fn arranged(campaign: &Campaign, person: PersonId) -> Result<(&Ask, &Meeting), Refusal> {
    listed(campaign, person)?;
    let asks = campaign.asks.values().filter(|ask| ask.person == person && !held(campaign, ask));
    let meetings = asks.filter_map(|ask| Some((ask, ask.planned_meeting()?)));
    meetings.max_by_key(|(ask, _)| (ask.asked_on, ask.id)).ok_or_else(|| nothing_arranged(campaign, person))
}

/// The meeting of the latest ask, when it was called off or missed. One that was followed by another ask stays as it is.
fn fallen_through(campaign: &Campaign, person: PersonId) -> Result<(&Ask, &Meeting), Refusal> {
    let asks = campaign.asks.values().filter(|ask| ask.person == person);
    let latest = asks.max_by_key(|ask| (ask.asked_on, ask.id)).filter(|ask| !held(campaign, ask));
    let meeting = latest.and_then(|ask| Some((ask, ask.meeting.as_ref()?)));
    meeting.ok_or_else(|| nothing_arranged(campaign, person))
}

fn nothing_arranged(campaign: &Campaign, person: PersonId) -> Refusal {
    Refusal::method(
        format!("No meeting with {} is arranged.", campaign.name(person)),
        format!("Record that they said yes: `halfhour ask answer {person} accepted --on DAY`"),
    )
}

fn write(ask: &Ask, old: &Meeting, new: Meeting) -> Decision {
    if *old == new {
        return Ok(Vec::new());
    }
    Ok(vec![Ask { meeting: Some(new), ..ask.clone() }.into()])
}

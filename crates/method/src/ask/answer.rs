//! Records what they answered (row M11), and corrects it for as long as no conversation came of it. Refuses a meeting on
//! a day that is over: what is past is a conversation, and recorded as one.

use jiff::civil::{Date, Time};

use super::meeting::rearranged;
use super::one_open_ask_at_a_time::held;
use super::someone_else::{no_longer_named, refer, stands};
use super::{Answer, Ask, Meeting, MeetingState};
use crate::campaign::Campaign;
use crate::case::whom::listed;
use crate::change::{Change, Decision, Refusal};
use crate::day;
use crate::id::{Ids, PersonId};

/// What they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Yes, and this was arranged.
    Accepted {
        /// The day.
        on: Date,
        /// The time of day, when one was named.
        time: Option<Time>,
        /// The time zone by its IANA name, when it is not the seeker's own.
        zone: Option<String>,
        /// Where, or by which means.
        place: Option<String>,
    },
    /// No.
    Declined,
    /// Nothing, and the seeker lets it go.
    Silent,
    /// Not before this day.
    NotNow {
        /// The day from which to ask again.
        until: Date,
    },
    /// Somebody else instead, which is a referral.
    SomeoneElse {
        /// Their name.
        name: String,
        /// Where they work, when it was said.
        organization: Option<String>,
    },
}

/// Records the answer to the person's open ask; without an open one it corrects the answer to the latest. `on` is the
/// day of the answer; none for today.
///
/// # Errors
/// Refuses an unknown person, one who was not asked, an ask that led to a conversation, days that cannot be, a zone that
/// is no zone, and a person named after themselves.
pub fn answer_ask(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    person: PersonId,
    said: Said,
    on: Option<Date>,
) -> Decision {
    listed(campaign, person)?;
    let ask = answerable(campaign, today, person)?;
    let on = answered_on(campaign, today, ask, on.or_else(|| same_answer(ask, &said)))?;
    let mut answered = Ask { answered_on: Some(on), until_on: None, meeting: called_off(ask), ..ask.clone() };
    let mut more = Vec::new();
    answered.answer = Some(match said {
        Said::Accepted { on, time, zone, place } => {
            let zone = zone.map(|zone| is_a_zone(&zone)).transpose()?;
            let new = Meeting { on, time, zone, place: filled(place), state: MeetingState::Planned, moved: 0 };
            still_to_come(campaign, today, person, &new)?;
            answered.meeting = Some(rearranged(ask.meeting.as_ref(), new));
            Answer::Accepted
        }
        Said::Declined => Answer::Declined,
        Said::Silent => Answer::Silent,
        Said::NotNow { until } => {
            ahead(today, person, until)?;
            answered.until_on = Some(until);
            Answer::NotNow
        }
        Said::SomeoneElse { name, organization } => {
            more = refer(campaign, ids, on, ask, &name, organization.as_deref())?;
            Answer::SomeoneElse
        }
    });
    let mut changes: Vec<Change> = if answered == *ask { Vec::new() } else { vec![answered.into()] };
    changes.extend(no_longer_named(campaign, ask, &more));
    changes.extend(more.into_iter().filter(|change| !stands(campaign, change)));
    Ok(changes)
}

/// The meeting as another answer than a yes leaves it: one that stood is called off, and stays known as that, so that a
/// calendar takes it out.
fn called_off(ask: &Ask) -> Option<Meeting> {
    let meeting = ask.meeting.clone()?;
    let stood = meeting.state == MeetingState::Planned;
    Some(if stood { Meeting { state: MeetingState::Cancelled, ..meeting } } else { meeting })
}

/// The open ask, else the latest that led to no conversation.
fn answerable(campaign: &Campaign, today: Date, person: PersonId) -> Result<&Ask, Refusal> {
    let asks = campaign.asks.values().filter(|ask| ask.person == person);
    let Some(ask) = asks.max_by_key(|ask| (ask.is_open(), ask.asked_on, ask.id)) else {
        return Err(Refusal::method(
            format!("You have not asked {} yet.", campaign.name(person)),
            format!("Record the ask first: `halfhour ask log {person} --form call`"),
        ));
    };
    if held(campaign, ask) {
        return Err(Refusal::method(
            format!("Your ask of {} led to a conversation already.", day::spoken(ask.asked_on, today)),
            format!("Record a new ask: `halfhour ask log {person} --form call`"),
        ));
    }
    Ok(ask)
}

/// The day of the answer that stands, when the same is said again with other words; another answer is another day's.
fn same_answer(ask: &Ask, said: &Said) -> Option<Date> {
    let answer = match said {
        Said::Accepted { .. } => Answer::Accepted,
        Said::Declined => Answer::Declined,
        Said::Silent => Answer::Silent,
        Said::NotNow { .. } => Answer::NotNow,
        Said::SomeoneElse { .. } => Answer::SomeoneElse,
    };
    ask.answered_on.filter(|_| ask.answer == Some(answer))
}

fn answered_on(campaign: &Campaign, today: Date, ask: &Ask, on: Option<Date>) -> Result<Date, Refusal> {
    let on = on.unwrap_or(today);
    let name = campaign.name(ask.person);
    if on > today {
        return Err(Refusal::method(
            format!("{} is still to come; {name} cannot have answered then.", day::spoken(on, today)),
            "Leave the day of the answer out to mean today.",
        ));
    }
    if on < ask.asked_on {
        return Err(Refusal::method(
            format!("You asked {name} on {}, so the answer cannot be older.", day::spoken(ask.asked_on, today)),
            "Leave the day of the answer out to mean today.",
        ));
    }
    Ok(on)
}

/// Refuses a meeting on a day that is over.
///
/// # Errors
/// With the way out: what took place is recorded as a conversation.
pub(super) fn still_to_come(
    campaign: &Campaign,
    today: Date,
    person: PersonId,
    meeting: &Meeting,
) -> Result<(), Refusal> {
    let on = campaign.at_home(meeting).on;
    if on >= today {
        return Ok(());
    }
    Err(Refusal::method(
        format!(
            "{} is over, so no meeting with {} can be arranged for it.",
            day::spoken(on, today),
            campaign.name(person)
        ),
        format!("If it took place, record the conversation instead: `halfhour conversation {person} --on {on}`"),
    ))
}

fn ahead(today: Date, person: PersonId, until: Date) -> Result<(), Refusal> {
    if until > today {
        return Ok(());
    }
    Err(Refusal::method(
        format!("{} is not ahead of you.", day::spoken(until, today)),
        format!("Name a day to come: `halfhour ask answer {person} not-now --until \"in 3 weeks\"`"),
    ))
}

/// The zone, when it looks like an IANA name.
///
/// # Errors
/// Refuses what cannot be one.
pub(super) fn is_a_zone(zone: &str) -> Result<String, Refusal> {
    let zone = zone.trim();
    let letters = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '_' | '+' | '-');
    let named =
        zone == "UTC" || zone.split_once('/').is_some_and(|(area, place)| !area.is_empty() && !place.is_empty());
    if named && zone.chars().all(letters) {
        return Ok(zone.to_owned());
    }
    Err(Refusal::usage(
        format!("“{zone}” is not the name of a time zone."),
        "Write it like Europe/Berlin or America/New_York, or leave it out for your own.",
    ))
}

pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests;

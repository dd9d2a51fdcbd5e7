//! Marks on an ask: prepared, asked once more, a second person tried (row M11; E15). Serves the moves, which are done
//! when these stand. Refuses a mark where there is nothing to mark.

use jiff::civil::Date;

use super::Ask;
use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::id::AskId;

/// The seeker prepared for the meeting.
///
/// # Errors
/// Refuses an unknown ask and one without a meeting that stands.
pub fn mark_prepared(campaign: &Campaign, today: Date, ask: AskId) -> Decision {
    let ask = found(campaign, ask)?;
    if ask.planned_meeting().is_none() {
        return Err(Refusal::method(
            format!("No meeting with {} stands, so there is nothing to prepare for.", campaign.name(ask.person)),
            format!("Record that they said yes: `halfhour ask answer {} accepted --on DAY`", ask.person),
        ));
    }
    mark(ask, Ask { prepared_on: ask.prepared_on.or(Some(today)), ..ask.clone() })
}

/// The seeker asked once more.
///
/// # Errors
/// Refuses an unknown ask and one that has its answer.
pub fn mark_reminded(campaign: &Campaign, today: Date, ask: AskId) -> Decision {
    let ask = open(campaign, ask)?;
    mark(ask, Ask { reminded_on: ask.reminded_on.or(Some(today)), ..ask.clone() })
}

/// The seeker tried a second person in the same organization.
///
/// # Errors
/// Refuses an unknown ask and one that has its answer.
pub fn mark_second_tried(campaign: &Campaign, today: Date, ask: AskId) -> Decision {
    let ask = open(campaign, ask)?;
    mark(ask, Ask { second_tried_on: ask.second_tried_on.or(Some(today)), ..ask.clone() })
}

/// The ask of that id.
pub(crate) fn found(campaign: &Campaign, ask: AskId) -> Result<&Ask, Refusal> {
    let found = campaign.asks.get(&ask);
    found.ok_or_else(|| Refusal::unknown(format!("There is no ask {ask}."), "See what is due: `halfhour today`"))
}

fn open(campaign: &Campaign, ask: AskId) -> Result<&Ask, Refusal> {
    let ask = found(campaign, ask)?;
    if ask.is_open() {
        return Ok(ask);
    }
    Err(Refusal::method(
        format!("{} has answered already.", campaign.name(ask.person)),
        "See what is due: `halfhour today`",
    ))
}

fn mark(old: &Ask, new: Ask) -> Decision {
    Ok(if *old == new { Vec::new() } else { vec![new.into()] })
}

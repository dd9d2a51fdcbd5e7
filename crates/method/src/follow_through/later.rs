//! Putting a move off to a day of the seeker's choice (row M12: no guilt).
//!
//! Serves following through. It refuses days that are no later, and days so far off that they would mean never.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::day::{plus_days, spoken};
use crate::follow_through::Later;
use crate::follow_through::done::chosen;
use crate::id::Ids;

/// How far a move may be put off, in days.
pub const FARTHEST: i32 = 366;

/// Puts a move, or one part of it, off until a day; a former putting off is replaced. `id` and `part` mean the same as
/// for [`super::done::done`]. The day is taken as it is, also on a weekend.
///
/// # Errors
/// Refuses ids that are not there, today and earlier, days up to the one on which it is due anyway, and days more than
/// a year ahead.
pub fn later(campaign: &Campaign, ids: &Ids, today: Date, id: &str, part: Option<&str>, until_on: Date) -> Decision {
    let parts = chosen(campaign, today, id, part)?;
    if until_on <= today {
        return Err(Refusal::method(
            format!("{} is not later than today.", spoken(until_on, today)),
            format!("Name a day ahead: `halfhour later {id} tomorrow`, or `\"next tuesday\"`."),
        ));
    }
    if until_on > plus_days(today, FARTHEST) {
        return Err(Refusal::method(
            "That is more than a year away.",
            "Name a nearer day. `halfhour list mark PERSON --set-aside` ends all moves with somebody.",
        ));
    }
    if let Some(sooner) = parts.iter().find(|part| until_on <= part.usually_on) {
        return Err(Refusal::method(
            format!("It is not due before {} anyway.", spoken(sooner.usually_on, today)),
            "Name a day after that one, or leave it as it is.",
        ));
    }
    let put_off = parts.iter().map(|part| {
        let part = part.id();
        let former = campaign.laters.values().find(|later| later.part == part);
        Later { id: former.map_or_else(|| ids.fresh(), |later| later.id), part, until_on }.into()
    });
    Ok(put_off.collect())
}

#[cfg(test)]
#[path = "later_tests.rs"]
mod tests;

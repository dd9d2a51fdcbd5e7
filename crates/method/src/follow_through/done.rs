//! Saying that a move is done: the fact that its rule is about is recorded.
//!
//! Serves following through. Because the fact itself is written, moves, timeline and funnel cannot disagree. It refuses
//! where only recording the thing itself would be true.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::follow_through::moves::{Standing, grouped, standing_parts};
use crate::id::Ids;

/// Records that a move, or one part of it, is done.
///
/// `id` is the id of a move or of a part. The id of a move means all of it, although its first part has the same id;
/// `part` picks one part by its number (from 1) or its id. The id of any later part means that part alone.
///
/// # Errors
/// Refuses ids that are not there, and parts that only recording the thing itself does; then nothing is written.
pub fn done(campaign: &Campaign, ids: &Ids, today: Date, id: &str, part: Option<&str>) -> Decision {
    let chosen = chosen(campaign, today, id, part)?;
    let mut after = Cow::Borrowed(campaign);
    let mut changes = Vec::new();
    for (place, one) in chosen.iter().enumerate() {
        let gone = place > 0 && !standing_parts(&after, today).iter().any(|still| still.id() == one.id());
        if gone {
            continue;
        }
        let new = (one.rule.done)(&after, ids, today, &one.due)?;
        if chosen.len() > 1 {
            after.to_mut().apply(new.iter().cloned());
        }
        changes.extend(new);
    }
    Ok(changes)
}

/// The parts that are meant, in their order.
///
/// # Errors
/// Refuses ids that are not there.
pub(crate) fn chosen(campaign: &Campaign, today: Date, id: &str, part: Option<&str>) -> Result<Vec<Standing>, Refusal> {
    let id = id.trim().to_lowercase();
    let groups = grouped(standing_parts(campaign, today));
    let whole = groups.iter().find(|group| group.first().is_some_and(|first| first.id() == id));
    match (whole, part) {
        (Some(group), None) => Ok(group.clone()),
        (Some(group), Some(part)) => one_part(group, &id, part).map(|part| vec![part]),
        (None, _) => {
            let alone = groups.iter().flatten().find(|one| one.id() == id);
            alone.map(|part| vec![part.clone()]).ok_or_else(|| {
                Refusal::unknown(
                    format!("There is no move `{id}`, or it is done already."),
                    "`halfhour today` shows the moves that stand, each with its id.",
                )
            })
        }
    }
}

fn one_part(group: &[Standing], id: &str, part: &str) -> Result<Standing, Refusal> {
    let part = part.trim().to_lowercase();
    let by_number = part.parse::<usize>().ok().and_then(|number| group.get(number.checked_sub(1)?));
    let found = by_number.or_else(|| group.iter().find(|one| one.id() == part));
    found.cloned().ok_or_else(|| {
        Refusal::unknown(
            format!("The move {id} has no part `{part}`."),
            format!("Its parts are 1 to {}; `halfhour today` shows them.", group.len()),
        )
    })
}

#[cfg(test)]
#[path = "done_tests.rs"]
mod tests;

//! What a slate as a whole suffers from, in a sentence or two with the way out.

use jiff::civil::Date;

use super::Suggestion;
use super::view::View;
use crate::campaign::Campaign;
use crate::day::spoken;

const EMPTY: &str = "Nobody is on your list yet. Bring in the people you know with `halfhour import FILE`, or add one \
                     with `halfhour list add NAME`.";
const ALL_HELD_BACK: &str = "Nobody on your list is free to be called just now; the reasons stand beside each. Add \
                             somebody with `halfhour list add NAME`, or see what is due with `halfhour today`.";
/// Said while nobody is marked as known and respected. A page with the mark at hand says it in words of its own.
pub const NOBODY_MARKED: &str = "You have not marked anybody as known and respected yet, so whom to begin with is a guess. \
                             Mark those you do: `halfhour list mark PERSON --respected`.";
const NO_DIRECTION: &str = "Your direction is not set yet. With organizations in it, the people who work there come up: \
                            `halfhour me --organization NAME`.";

/// A closed search suggests nobody.
pub(super) fn closed(campaign: &Campaign, today: Date) -> Option<String> {
    let day = campaign.direction.closed_on?;
    Some(format!("This search was closed on {}, so nobody is suggested.", spoken(day, today)))
}

pub(super) fn note(view: &View<'_>, slate: &[Suggestion], n: usize) -> Option<String> {
    let mut everybody = view.campaign.people.values().filter(|person| !person.forgotten);
    if everybody.clone().next().is_none() {
        return Some(EMPTY.to_owned());
    }
    let mut notes: Vec<String> = Vec::new();
    if slate.is_empty() && n > 0 {
        notes.push(ALL_HELD_BACK.to_owned());
    } else if !everybody.any(|person| person.respected) {
        notes.push(NOBODY_MARKED.to_owned());
    }
    if view.campaign.direction.is_unset() {
        notes.push(NO_DIRECTION.to_owned());
    }
    (!notes.is_empty()).then(|| notes.join(" "))
}

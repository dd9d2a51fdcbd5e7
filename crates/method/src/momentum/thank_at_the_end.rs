//! Notes that somebody who helped was thanked at the end of the search (row M17).

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::id::{Ids, PersonId};
use crate::momentum::LastThanks;
use crate::momentum::closing::closing;

/// Notes it. Saying it twice changes nothing: the first day stands.
///
/// # Errors
/// When nothing is on record that they did.
pub fn thank_at_the_end(campaign: &Campaign, ids: &Ids, today: Date, person: PersonId) -> Decision {
    if campaign.last_thanks.values().any(|thanks| thanks.person == person) {
        return Ok(Vec::new());
    }
    if !closing(campaign, today).helped.iter().any(|giver| giver.person.id == person) {
        return Err(Refusal::method(
            format!("Nothing is on record that {} did for your search.", campaign.name(person)),
            format!("A conversation records it: `halfhour conversation {person}`"),
        ));
    }
    Ok(vec![LastThanks { id: ids.fresh(), person, thanked_on: today }.into()])
}

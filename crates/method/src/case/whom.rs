//! Finds the person whom a decision is about. Serves every step that prepares; refuses those who are not on the list.

use crate::campaign::{Campaign, Shown};
use crate::change::Refusal;
use crate::id::PersonId;
use crate::list::Person;

/// The person as told and as shown.
///
/// # Errors
/// Refuses (unknown) when there is no such person, or when they were forgotten.
pub fn listed(campaign: &Campaign, person: PersonId) -> Result<(&Person, Shown<'_>), Refusal> {
    let told = campaign.people.get(&person).filter(|person| !person.forgotten);
    told.map(|told| (told, campaign.shown(person))).ok_or_else(|| {
        Refusal::unknown(format!("Nobody on your list is {person}."), "See who is there: `halfhour list`")
    })
}

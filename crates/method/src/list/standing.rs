//! Whom a decision is about: somebody on the list, and whom addresses belong to.
//!
//! Serves the decisions of the list. It refuses people who are not there or who were forgotten.

use crate::campaign::Campaign;
use crate::change::Refusal;
use crate::id::PersonId;
use crate::list::Person;

/// The person with that id.
///
/// # Errors
/// When nobody has it, or nothing is known of them any more.
pub fn standing(campaign: &Campaign, id: PersonId) -> Result<&Person, Refusal> {
    let show = "`halfhour list` shows everybody.";
    match campaign.people.get(&id) {
        Some(person) if person.forgotten => {
            Err(Refusal::unknown(format!("{id} was forgotten; nothing is known of them any more."), show))
        }
        Some(person) => Ok(person),
        None => Err(Refusal::unknown(format!("Nobody on your list has the id {id}."), show)),
    }
}

/// Somebody other than `except` who has this e-mail address or link, both in their normal form.
pub fn holder(campaign: &Campaign, address: &str, except: Option<PersonId>) -> Option<PersonId> {
    let holds = |id: PersonId| {
        let shown = campaign.shown(id);
        shown.emails().contains(&address) || shown.links().contains(&address)
    };
    let people = campaign.people.values();
    people.filter(|person| !person.forgotten && Some(person.id) != except).map(|person| person.id).find(|id| holds(*id))
}

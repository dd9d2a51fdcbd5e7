//! Where the search should go, as a few words inside a sentence. Serves the case, the questions and the ask.
//! It says what the direction holds and nothing else.

use super::list_of;
use super::work::{as_role, field, organization, work};
use crate::direction::Direction;

/// Fields of work that can be said, in the seeker's order.
pub fn fields(direction: &Direction) -> Vec<String> {
    direction.fields.iter().filter_map(|told| field(told)).collect()
}

/// The first role with its article: "a training coordinator".
pub fn role(direction: &Direction) -> Option<String> {
    direction.roles.iter().find_map(|told| as_role(told))
}

/// Organizations that can be said, in the seeker's order.
pub fn organizations(direction: &Direction) -> Vec<String> {
    let told = direction.organizations.iter();
    told.filter_map(|told| organization(told)).collect()
}

/// What the search is about: "patient safety", else "working as a welder", else "organizations like Mercy Health".
pub fn aim(direction: &Direction) -> Option<String> {
    let fields = fields(direction);
    if let Some(first) = fields.first() {
        return Some(first.clone());
    }
    if let Some(work) = direction.roles.iter().find_map(|told| work(told)) {
        return Some(work);
    }
    let mut places = organizations(direction);
    places.truncate(2);
    (!places.is_empty()).then(|| format!("organizations like {}", list_of(&places, "or")))
}

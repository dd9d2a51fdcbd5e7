//! Who is meant when somebody names a person: someone on the list, or someone new.
//!
//! Serves the ask (an answer may name someone else) and the conversation. It never merges people.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Change;
use crate::id::{Ids, PersonId};
use crate::list::Person;

/// The person of that name, and the change that puts them on the list when they were not there.
///
/// The same name, however it is accented or capitalised, is the same person when no organization was given or the
/// organization is the same too.
pub fn named_person(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    name: &str,
    organization: Option<&str>,
) -> (PersonId, Option<Change>) {
    let known = campaign.everybody().find(|shown| {
        folded(shown.name()) == folded(name)
            && organization.is_none_or(|given| {
                shown
                    .organization()
                    .is_some_and(|known| folded(known) == folded(given))
            })
    });
    if let Some(shown) = known {
        return (shown.id, None);
    }
    let person = Person {
        organization: organization.map(str::to_owned),
        ..Person::named(ids.fresh(), name.trim(), today)
    };
    (person.id, Some(person.into()))
}

fn folded(text: &str) -> String {
    let ascii = any_ascii::any_ascii(text).to_lowercase();
    ascii.split_whitespace().collect::<Vec<_>>().join(" ")
}

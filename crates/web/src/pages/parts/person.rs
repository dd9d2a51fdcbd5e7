//! People on a page: a name that leads to their own page, whatever script it is written in. Serves every page.

use maud::{Markup, html};
use method::campaign::{PersonRef, Shown};
use method::id::PersonId;
use method::speech::name::greeting;

use crate::routes;

/// How [`PersonRef`] calls somebody of whom nothing is known any more.
const FORGOTTEN: &str = "someone";

/// The name, leading to the person's own page when there is one. Whoever was forgotten has none.
pub fn name(person: &PersonRef) -> Markup {
    html! {
        @if person.name != FORGOTTEN && routes::stands("/people/{person}") { a href=(page(person.id)) { bdi { (person.name) } } }
        @else { bdi { (person.name) } }
    }
}

/// The person's own page.
pub fn page(person: PersonId) -> String {
    format!("/people/{person}")
}

/// The name by which one speaks of them: as they are greeted, else the whole name.
pub fn called(shown: &Shown) -> String {
    greeting(shown).unwrap_or_else(|| shown.name().to_owned())
}

//! People on a page: a name that leads to their own page, whatever script it is written in. Serves every page.

use maud::{Markup, html};
use method::campaign::PersonRef;
use method::id::PersonId;

use crate::routes;

/// The name, leading to the person's own page when there is one.
pub fn name(person: &PersonRef) -> Markup {
    html! {
        @if routes::stands("/people/{person}") { a href=(page(person.id)) { bdi { (person.name) } } }
        @else { bdi { (person.name) } }
    }
}

/// The person's own page.
pub fn page(person: PersonId) -> String {
    format!("/people/{person}")
}

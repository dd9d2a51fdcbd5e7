//! Who would have come up and does not now, each with the reason, and the way back where it is the seeker's own word
//! that holds them. Serves the list.

use maud::{Markup, html};
use method::list::slate::HeldBack;
use method::list::slate::keep_the_search_quiet::RULE as QUIET;
use method::list::slate::leave_out_whom_you_set_aside::RULE as SET_ASIDE;
use method::list::slate::wait_until_the_day::RULE as UNTIL;

use super::mark_button;
use crate::commands::told;
use crate::pages::parts::person;
use crate::visit::Visit;

/// The list, folded away.
pub fn list(visit: &Visit, held_back: &[HeldBack]) -> Markup {
    html! {
        @if !held_back.is_empty() {
            details.waiting {
                summary { h2 { "Held back for now" } span.count { (held_back.len()) } }
                ul.plain.ruled { @for one in held_back { li.held-back { (row(visit, one)) } } }
            }
        }
    }
}

fn row(visit: &Visit, one: &HeldBack) -> Markup {
    let (id, name) = (one.person.id, &one.person.name);
    html! {
        div { (person::name(&one.person)) " " span.muted { (told(&one.reason)) } }
        @if one.rule == SET_ASIDE.name || one.rule == UNTIL.name {
            (mark_button(visit, id, "again", "Suggest again", &format!("Suggest {name} again"), "btn"))
        } @else if one.rule == QUIET.name {
            (mark_button(visit, id, "released", "May know", &format!("May know: {name}, of your search"), "btn"))
        }
    }
}

//! The forms of the opportunities: a new one, a step, a correction. Serves momentum (row M4).
//!
//! What was typed comes back when the method says no.

use maud::{Markup, html};
use method::campaign::Campaign;
use method::id::{ConversationId, OpportunityId};
use method::momentum::OpportunityState;
use method::momentum::opportunities::Shown;

use super::Again;
use crate::pages::parts::form;
use crate::shell::capital;
use crate::visit::Visit;

/// What the forms are made from.
pub struct Desk<'a> {
    /// The request.
    pub visit: &'a Visit,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The form that comes back.
    pub again: Option<&'a Again>,
}

impl Desk<'_> {
    /// Whether that form comes back.
    pub fn is_again(&self, about: Option<OpportunityId>) -> bool {
        self.again.is_some_and(|again| again.about == about)
    }

    /// Why that form was not taken.
    pub fn why(&self, about: Option<OpportunityId>) -> Markup {
        html! { @if let Some(again) = self.again.filter(|again| again.about == about) { (again.why) } }
    }

    /// What stands in a field of that form: what was typed when it comes back, else what is kept.
    fn typed(&self, about: Option<OpportunityId>, name: &str, kept: &str) -> String {
        let typed =
            || self.visit.form.iter().any(|(key, _)| key == name).then(|| self.visit.field(name).replace("\r\n", "\n"));
        self.is_again(about).then(typed).flatten().unwrap_or_else(|| kept.to_owned())
    }
}

/// A new one; from a conversation when the address names it.
pub fn new(desk: &Desk) -> Markup {
    let visit = desk.visit;
    let held = [visit.query("talk"), visit.field("talk")].into_iter().find_map(|id| id.parse::<ConversationId>().ok());
    let held = held.and_then(|id| desk.campaign.conversations.get(&id));
    let through = held.map(|held| desk.campaign.name(held.person)).unwrap_or_default();
    let kept = |name: &str, kept: &str| desk.typed(None, name, kept);
    html! {
        h2 { "Note an opportunity" }
        (desk.why(None))
        form method="post" action="/opportunities" {
            (form::once())
            @if let Some(held) = held {
                input type="hidden" name="talk" value=(held.id);
                p.small { "It came up on " (held.held_on.strftime("%-d %B %Y")) ", when you talked with " bdi { (desk.campaign.name(held.person)) } "." }
            }
            (field("title", "What is it?", "Training coordinator", &kept("title", "")))
            (field("organization", "Where?", "", &kept("organization", "")))
            (field("through", "Through whom?", "", &kept("through", &through)))
            p.help { "Leave it empty when it came another way." }
            div.field {
                label for="new-state" { "How far is it?" }
                (states("new-state", OpportunityState::ALL, &kept("state", OpportunityState::HeardOf.word())))
            }
            (day("new-on", "Since when?", &kept("on", &visit.today.to_string()), visit))
            div.field {
                label for="new-notes" { "What do you want to remember?" }
                textarea.few #new-notes name="notes" dir="auto" { "\n" (kept("notes", "")) }
            }
            button.btn.first { "Note it" }
        }
    }
}

/// How far it went since.
pub fn step(desk: &Desk, one: &Shown) -> Markup {
    let (state, on) = (format!("state-{}", one.id), format!("on-{}", one.id));
    let ahead: Vec<OpportunityState> =
        OpportunityState::ALL.iter().copied().filter(|state| *state > one.state).collect();
    html! {
        form.row.next-step method="post" action={ "/opportunities/" (one.id) "/step" } {
            label for=(state) { "What came next" }
            (states(&state, &ahead, ""))
            label.sr for=(on) { "On which day" }
            input id=(on) type="date" name="on" value=(desk.visit.today) max=(desk.visit.today);
            button.btn aria-label={ "Note it: the next step of " (one.title) } { "Note it" }
        }
    }
}

/// What was told of it.
pub fn edit(desk: &Desk, one: &Shown) -> Markup {
    let about = Some(one.id);
    let through = one.through.as_ref().map(|who| who.name.as_str()).unwrap_or_default();
    let kept = |name: &str, kept: Option<&str>| desk.typed(about, name, kept.unwrap_or_default());
    let named = |name: &str| format!("{name}-{}", one.id);
    html! {
        @if !desk.visit.path.ends_with("/step") { (desk.why(about)) }
        form.stack method="post" action={ "/opportunities/" (one.id) } {
            @if let Some(stands) = desk.campaign.opportunities.get(&one.id) { (form::seen(stands)) }
            @for (name, label, value) in [("title", "What is it?", Some(one.title.as_str())), ("organization", "Where?", one.organization.as_deref()), ("through", "Through whom?", Some(through))] {
                div.field {
                    label for=(named(name)) { (label) }
                    input id=(named(name)) type="text" name=(name) value=(kept(name, value)) dir="auto" autocomplete="off";
                }
            }
            @for (place, step) in one.steps.iter().enumerate() {
                @let name = day_of_step(place);
                div.field.day {
                    label for=(named(&name)) { (capital(&step.state.to_string())) " on" }
                    input id=(named(&name)) type="date" name=(name) value=(kept(&name, Some(&step.on.to_string()))) max=(desk.visit.today);
                }
            }
            @if one.steps.len() > 1 { p.help { "A step that did not happen: leave its day empty." } }
            div.field {
                label for=(named("notes")) { "What do you want to remember?" }
                textarea.few id=(named("notes")) name="notes" dir="auto" { "\n" (kept("notes", one.notes.as_deref())) }
            }
            button.btn { "Save" }
        }
    }
}

/// The name of the field with the day of a step.
pub fn day_of_step(place: usize) -> String {
    format!("step-{place}")
}

fn field(name: &str, label: &str, hint: &str, value: &str) -> Markup {
    let id = format!("new-{name}");
    html! {
        div.field {
            label for=(id) { (label) }
            input id=(id) type="text" name=(name) value=(value) placeholder=[(!hint.is_empty()).then_some(hint)] dir="auto" autocomplete="off";
        }
    }
}

fn day(id: &str, label: &str, value: &str, visit: &Visit) -> Markup {
    html! {
        div.field.day {
            label for=(id) { (label) }
            input id=(id) type="date" name="on" value=(value) max=(visit.today);
        }
    }
}

fn states(id: &str, all: &[OpportunityState], chosen: &str) -> Markup {
    html! {
        select id=(id) name="state" {
            @for state in all { option value=(state.word()) selected[state.word() == chosen] { (capital(&state.to_string())) } }
        }
    }
}

//! Ways to be introduced: who stands on them, what speaks for each, what to ask, and when to follow up. Serves the ways
//! in, to a person and into an organization (M7).

use maud::{Markup, html};
use method::list::path::Path;

use super::person;
use crate::commands::told;

/// The ways, the best first; its first step is the obvious next action where `is_first` says so.
pub fn list(paths: &[Path], into: Option<&str>, is_first: bool) -> Markup {
    html! {
        ol.plain.ruled.ways-in {
            @for (place, path) in paths.iter().enumerate() { li { (one(path, into, is_first && place == 0)) } }
        }
    }
}

fn one(path: &Path, into: Option<&str>, is_first: bool) -> Markup {
    html! {
        div.words {
            p.steps-to {
                span { "You" }
                @for one in &path.people { span { (person::name(one)) } }
                @if let Some(name) = into.filter(|_| path.steps.last().is_some_and(|step| step.to.is_none())) { span { bdi { (name) } } }
            }
            ul.reasons { @for sign in &path.evidence { li dir="auto" { (sign) "." } } }
            @for one in &path.held_back { p { b { "Not now. " } (person::name(&one.person)) ": " (told(&one.reason)) } }
            p { (path.request) "." }
            @if let Some(weak) = weakest(path) { p.small { b { "Weakest step: " } (weak) } }
            @if let Some(warning) = &path.warning { p.small { (warning) "." } }
            @if path.held_back.is_empty() {
                details.otherwise {
                    summary { "When to follow up" }
                    ul.plain.small { @for step in &path.steps { li { (step.follow_up) "." } } }
                }
            }
        }
        @if let Some(first) = path.people.first().filter(|_| path.held_back.is_empty()) {
            div.do { a.btn.first[is_first] href={ (person::page(first.id)) "/prepare" } aria-label={ "Prepare for " (first.name) } { "Prepare" } }
        }
    }
}

/// What makes it weak, unless that is what speaks for it.
fn weakest(path: &Path) -> Option<String> {
    let reason = path.weakest.reason.trim_end_matches('.');
    let is_said = path.evidence.iter().any(|sign| reason.to_lowercase().contains(&sign.to_lowercase()));
    (!is_said).then(|| format!("{reason}."))
}

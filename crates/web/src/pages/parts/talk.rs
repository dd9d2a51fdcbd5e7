//! A conversation as it was kept: how far it went, what was learned, who was named, what was promised. Serves conversation.

use jiff::civil::Date;
use maud::{Markup, html};
use method::conversation::talks::{NamedThen, PromisedThen, Talk};
use method::conversation::{CommitmentState, Side, Warmth};
use method::day::spoken;
use method::id::PersonId;

use super::form::back;
use super::{long, person, rungs};

/// Everything that is kept of it.
pub fn kept(talk: &Talk, here: &str, today: Date) -> Markup {
    html! {
        p { (rungs::rungs(talk.ladder)) }
        @if let Some(learned) = &talk.learned { (long::text(learned)) }
        ul.plain.ruled.kept {
            @for named in &talk.named { li { (one_named(named, here)) } }
            @for promise in &talk.promises { li { (one_promise(promise, here, today)) } }
            @for warmth in [Warmth::Warmer, Warmth::Colder] {
                @for heard in talk.directions.iter().filter(|heard| heard.warmth == warmth) {
                    li { div.words { span.muted { (looks(warmth)) ": " } bdi { (heard.direction) } } }
                }
            }
            @for organization in &talk.organizations { li { div.words { span.muted { "Organization: " } a href=(crate::pages::organizations::address(organization)) { bdi { (organization) } } } } }
            @for question in &talk.led_further { li { div.words { span.muted { "Led further: " } span dir="auto" { (question) } } } }
            @if let Some(story) = &talk.story { li { div.words { span.muted { "Your story: " } a href="/story" { bdi { (story) } } } } }
        }
    }
}

/// How a direction looks after a conversation, wherever that is told.
pub fn looks(warmth: Warmth) -> &'static str {
    match warmth {
        Warmth::Warmer => "Looks better now",
        Warmth::Colder => "Looks worse now",
    }
}

fn one_named(named: &NamedThen, here: &str) -> Markup {
    html! {
        div.words {
            span.muted {
                @if named.introduced_on.is_some() { "They introduced you to " }
                @else if named.introduction { "They introduce you to " }
                @else { "They named " }
            }
            (person::name(&named.person))
            @if let Some(place) = &named.organization { ", " bdi { (place) } }
        }
        @if named.introduction && named.introduced_on.is_none() {
            form.inline method="post" action={ (person::page(named.person.id)) "/introduced" } {
                (back(here))
                button.btn.quiet name="referral" value=(named.referral) aria-label={ "They did: introduce me to " (named.person.name) } { "They did" }
            }
        }
    }
}

/// A promise, with the ways to settle it while it stands.
pub fn one_promise(promise: &PromisedThen, here: &str, today: Date) -> Markup {
    let who = match promise.side {
        Side::Mine => "You promised: ",
        Side::Theirs => "They promised: ",
    };
    html! {
        div.words {
            span.muted { (who) }
            bdi { (promise.text) }
            @if let Some(due_on) = promise.due_on { span.muted { ", by " (spoken(due_on, today)) } }
            @match promise.state {
                CommitmentState::Open => {}
                CommitmentState::Kept => span.muted { " (kept)" },
                CommitmentState::Released => span.muted { " (let go)" },
            }
        }
        (settle(promise, here))
    }
}

fn settle(promise: &PromisedThen, here: &str) -> Markup {
    let ways: &[(CommitmentState, &str)] = match promise.state {
        CommitmentState::Open => &[(CommitmentState::Kept, "Kept"), (CommitmentState::Released, "Let go")],
        _ => &[(CommitmentState::Open, "Open again")],
    };
    html! {
        form.inline method="post" action={ "/promises/" (promise.id) } {
            (back(here))
            @for (state, says) in ways {
                button.btn.quiet name="state" value=(state.word()) aria-label={ (says) ": " (promise.text) } { (says) }
            }
        }
    }
}

/// The page of one conversation.
pub fn page(person: PersonId, talk: method::id::ConversationId) -> String {
    format!("/people/{person}/talk/{talk}")
}

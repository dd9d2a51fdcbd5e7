//! The last step of Welcome: whom to call first, why, and the way to what can be said.

use maud::{Markup, html};
use method::list::slate::{Slate, Suggestion, slate};

use super::{Step, back, framed};
use crate::commands::told;
use crate::pages::parts::person;
use crate::visit::{Answer, Visit};

/// One to call, and two others in case.
const A_FEW: usize = 3;

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let slate = slate(&campaign, visit.today, A_FEW);
    let body = match slate.slate.split_first() {
        Some((first, others)) => html! {
            (whom(first))
            @if !others.is_empty() {
                h2 { "Or one of these" }
                ul.plain.ruled.stack { @for one in others { li.held-back { (other(one)) } } }
            }
            div.row.on { a.btn.quiet href="/next" { "See more" } a.btn.quiet href="/" { "Today" } (back(Step::First)) }
        },
        None => nobody(&slate),
    };
    let intro = "Half an hour is all that you ask for. You have the questions, not the answers.";
    let title = if slate.slate.is_empty() { "Whom to call first" } else { "Here is whom to call first" };
    visit.page("Whom to call first", framed(Step::First, title, intro, &body))
}

fn whom(first: &Suggestion) -> Markup {
    let work: Vec<&str> = [&first.title, &first.organization].into_iter().filter_map(Option::as_deref).collect();
    html! {
        section.card.first-call {
            h2 { (person::name(&first.person)) }
            @if !work.is_empty() { p.muted dir="auto" { (work.join(", ")) } }
            ul.reasons { @for reason in &first.reasons { li { (told(reason)) } } }
            p { a.btn.first href={ (person::page(first.person.id)) "/prepare" } { "See what to say" } }
        }
    }
}

fn other(one: &Suggestion) -> Markup {
    html! {
        div {
            (person::name(&one.person))
            @if let Some(reason) = one.reasons.first() { br; span.muted { (told(reason)) } }
        }
        a.btn href={ (person::page(one.person.id)) "/prepare" } aria-label={ "Prepare for " (one.person.name) } { "Prepare" }
    }
}

fn nobody(slate: &Slate) -> Markup {
    html! {
        div.calm {
            p { @if let Some(note) = &slate.note { (told(note)) } @else { "Nobody can be suggested yet." } }
            p { a.btn.first href=(Step::People.path()) { "Name somebody you respect" } }
        }
        div.row.on { a.btn.quiet href="/" { "Today" } (back(Step::First)) }
    }
}

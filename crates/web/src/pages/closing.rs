//! The end of the search: everybody who helped, what each did, a thank-you to each; then rest, or a new search with the
//! same people. Serves momentum (row M17).
//!
//! Nothing is taken away without a copy, and everything can be taken back.

use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::Decision;
use method::day::{spoken, spoken_when};
use method::direction::begin::begin_anew;
use method::direction::close::{close_search, reopen_search};
use method::draft::Longest;
use method::id::{Ids, PersonId};
use method::momentum::closing::{Closing, Giver, closing};
use method::momentum::thank_at_the_end::thank_at_the_end;
use store::Scope;

use super::parts::{heard, person};
use crate::visit::{Answer, Visit};

/// What a button sends that stands beneath what is still open: it was read, and the search shall end all the same.
pub const ANYWAY: &str = "anyway";

/// So many people are shown unfolded.
const SHOWN: usize = 10;

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let report = closing(&campaign, visit.today);
    let email = |giver: &Giver| campaign.shown(giver.person.id).emails().first().map(|email| (*email).to_owned());
    let (open, thanked): (Vec<&Giver>, Vec<&Giver>) =
        report.helped.iter().partition(|giver| giver.thanked_on.is_none());
    visit.page(
        "The end of the search",
        html! {
            h1 { "The end of the search" }
            p.intro { (report.text) }
            @if let Some(taken) = &report.taken {
                p { "You took " strong { bdi { (taken.title) } } @if let Some(name) = &taken.organization { ", " bdi { (name) } } ", on " (spoken(taken.on, visit.today)) "." }
            }
            @if report.closed_on.is_none() { (close(&report)) } @else { (at_rest(visit, &report)) }
            @if !open.is_empty() {
                h2 { "To thank" }
                ul.plain.ruled { @for (place, giver) in open.iter().take(SHOWN).enumerate() { li { (one(giver, email(giver), place == 0, &heard::findings(&giver.draft, Longest::default()))) } } }
                @if let Some(others) = open.get(SHOWN..).filter(|others| !others.is_empty()) {
                    details.told {
                        summary { "The other " (others.len()) }
                        // Reading them all would be waited for; each is read as soon as it is touched.
                        ul.plain.ruled { @for giver in others { li { (one(giver, email(giver), false, &html! {})) } } }
                    }
                }
            }
            @if !thanked.is_empty() {
                h2 { "Thanked" }
                ul.plain.ruled {
                    @for giver in thanked { li { (person::name(&giver.person)) @if let Some(on) = giver.thanked_on { ", on " (spoken(on, visit.today)) } "." } }
                }
            }
        },
    )
}

fn close(report: &Closing) -> Markup {
    html! {
        (standing(&report.still_open))
        form.stack method="post" action="/closing" {
            p { "When it has come to its end, close it: nothing is due any more, and everybody stays here." }
            p {
                @if report.still_open.is_empty() { button.btn name="search" value="close" { "Close the search" } }
                @else { button.btn name="search" value=(ANYWAY) { "Close it all the same" } }
            }
        }
    }
}

/// What is still agreed or promised; folded when it is much.
fn standing(still_open: &[String]) -> Markup {
    html! {
        @if !still_open.is_empty() {
            details.told open[still_open.len() <= SHOWN] {
                summary { "Still open: " (still_open.len()) }
                ul { @for sentence in still_open { li { bdi { (sentence) } } } }
            }
        }
    }
}

fn at_rest(visit: &Visit, report: &Closing) -> Markup {
    html! {
        @if let Some(on) = report.closed_on { p { "You closed it " (spoken_when(on, visit.today)) ". It rests: nothing is due." } }
        (standing(&report.still_open))
        div.do.row {
            form method="post" action="/closing" { button.btn name="search" value="reopen" { "Take it up again" } }
            a.btn href="/settings/download/export" download { "Take it with you" }
        }
        details.told {
            summary { "Begin a new search" }
            p { "With the same people, strengths and ties, and with your times in the week. What belongs to this search, from its \
                 direction to its conversations, is taken away; a meeting that is still to come and what you promised go on. A copy \
                 of the file as it stands now stays beside it, and the step can be taken back." }
            form method="post" action="/closing/begin" {
                @if report.still_open.is_empty() { button.btn { "Begin anew" } }
                @else { button.btn name="search" value=(ANYWAY) { "Begin all the same" } }
            }
        }
    }
}

fn one(giver: &Giver, email: Option<String>, is_first: bool, said: &Markup) -> Markup {
    let words = format!("thanks-{}", giver.person.id);
    html! {
        div.chain {
            div {
                p.what { (person::name(&giver.person)) }
                p.why { (crate::shell::capital(&did(giver))) "." }
                (heard::thank_you(&words, &format!("A thank-you to {}", giver.person.name), &giver.draft, email.as_deref(), said))
            }
            form.do method="post" action={ "/closing/" (giver.person.id) "/thanked" } {
                button.btn.first[is_first] { "I thanked them" span.sr { ": " (giver.person.name) } }
            }
        }
    }
}

fn did(giver: &Giver) -> String {
    giver.did.join("; ")
}

/// Closes the search, or takes it up again.
pub fn search(visit: &Visit) -> Answer {
    let changed = visit.change(Scope::Told, |campaign, _| end_or_reopen(visit, campaign))?;
    visit.done("/closing", changed.step)
}

/// What the pressed button says of the search.
pub fn end_or_reopen(visit: &Visit, campaign: &Campaign) -> Decision {
    match visit.field("search") {
        "close" => close_search(campaign, visit.today, false),
        ANYWAY => close_search(campaign, visit.today, true),
        _ => reopen_search(campaign),
    }
}

/// Somebody was thanked.
pub fn thanked(visit: &Visit) -> Answer {
    let person: PersonId = visit.part("person")?;
    let changed = visit.change(Scope::Told, |campaign, ids| thank_at_the_end(campaign, ids, visit.today, person))?;
    visit.done("/closing", changed.step)
}

/// A new search with the same people; a copy of the file is kept first.
pub fn begin(visit: &Visit) -> Answer {
    let begin =
        |campaign: &Campaign, ids: &Ids| begin_anew(campaign, ids, visit.today, visit.field("search") == ANYWAY);
    // A no comes before the copy.
    begin(&*visit.campaign()?, &Ids::default())?;
    visit.app.store()?.keep_copy("new-search")?;
    let changed = visit.change(Scope::Told, begin)?;
    visit.done("/", changed.step)
}

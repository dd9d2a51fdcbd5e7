//! Forgetting somebody: whom, what goes and what stays, and then for good. Serves the list.
//!
//! It is the one thing that cannot be taken back, so it asks once more and does nothing without the tick.

use std::path::PathBuf;

use axum::http::StatusCode;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::id::PersonId;
use method::list::forget::{Found, forget_person};
use method::list::search::search;
use method::speech::article::with_article;
use store::Scope;

use crate::error::Trouble;
use crate::pages::parts::{form, person};
use crate::shell::grouped;
use crate::visit::{Answer, Visit};

/// How many people are shown; more letters find fewer.
const SHOWN: usize = 12;

/// Whom: a search.
pub fn choose(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let query = visit.query("q");
    let found = if query.is_empty() { Vec::new() } else { search(&campaign, query) };
    visit.page(
        "Forget somebody",
        html! {
            h1 { "Forget somebody" }
            p.intro { "For good. You see what goes and what stays before anything happens." }
            form.one-line.look-up action="/settings/forget" role="search" data-live="#found" {
                label.sr for="q" { "Name, organization, title or address" }
                input #q type="search" name="q" value=(query) placeholder="Whom?" dir="auto" autocomplete="off";
                button.btn.first { "Find" }
            }
            div #found {
                @if !query.is_empty() && found.is_empty() { p.calm { "Nobody on your list fits “" bdi { (query) } "”." } }
                ul.plain.ruled.stack {
                    @for id in found.iter().take(SHOWN) { li.held-back { (row(&campaign, *id)) } }
                }
                @if found.len() > SHOWN { p.muted { "And " (grouped(found.len() - SHOWN)) " more. Type a few more letters to find somebody." } }
            }
            p { a href="/settings" { "Your files" } }
        },
    )
}

fn row(campaign: &Campaign, id: PersonId) -> Markup {
    let shown = campaign.shown(id);
    let work: Vec<&str> = [shown.title(), shown.organization()].into_iter().flatten().collect();
    html! {
        div { (person::name(&campaign.person_ref(id))) " " span.muted dir="auto" { (work.join(", ")) } }
        a.btn href={ "/settings/forget/" (id) } aria-label={ "Forget " (shown.name()) "…" } { "Forget…" }
    }
}

/// What goes and what stays.
pub fn ask(visit: &Visit) -> Answer {
    visit.page("Forget somebody", asked(visit, &html! {})?)
}

fn asked(visit: &Visit, refused: &Markup) -> Result<Markup, Trouble> {
    let id: PersonId = visit.part("person")?;
    // Who knows whom is not held in memory, and goes as well.
    let campaign = visit.app.everything()?;
    let found = forget_person(&campaign, id)?.found;
    let name = campaign.name(id);
    Ok(html! {
        h1 { "Forget " bdi { (name) } "?" }
        p.intro { "They are taken out of your file for good, from its history too. That is why no earlier step can be taken back afterwards; everything else stays as it is." }
        (refused)
        section.stack {
                h2 { "What goes" }
                ul.reasons { li { "Their name, addresses, and all that you wrote about them" } @for line in goes(&found) { li { (line) } } }
                h2 { "What stays" }
                ul.reasons {
                    li { "Where a chain went through them, it says “someone”" }
                    @if found.kept_without_words > 0 { li { "That something happened on those days, without a word of it" } }
                    @for place in &found.left { li { "A name like theirs in " (with_article(place.kind.word())) " (" (place) "): only you can tell whose it is" } }
                    li { "Backups and exports that you made yourself, and copies beside the file" }
                }
                form.stack method="post" action={ "/settings/forget/" (id) } {
                    (form::tick("meant", "Yes, for good", false))
                    div.row { button.btn.first { "Forget them" } a.btn.quiet href=(person::page(id)) { "Keep them" } }
                }
        }
    })
}

/// What goes besides the person.
fn goes(found: &Found) -> Vec<String> {
    let parts = [
        (found.records, "row of a file", "rows of files"),
        (
            found.correspondence,
            "address with the days on which you wrote",
            "addresses with the days on which you wrote",
        ),
        (
            found.acquaintances,
            "pair of addresses that stood in one letter or meeting",
            "pairs of addresses that stood in one letter or meeting",
        ),
        (found.commitments, "promise", "promises"),
        (found.kept_without_words, "ask or conversation loses its words", "asks and conversations lose their words"),
        (found.replaced.len(), "other place where their name stands", "other places where their name stands"),
    ];
    let some = parts.into_iter().filter(|(count, ..)| *count > 0);
    some.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many })).collect()
}

/// Forgets, when it is meant.
pub fn forget(visit: &Visit) -> Answer {
    let id: PersonId = visit.part("person")?;
    if !visit.ticked("meant") {
        let refused = form::refused("Nobody was forgotten: the box was not ticked.", "Tick it if you mean it.");
        return visit.page_with(StatusCode::BAD_REQUEST, "Forget somebody", asked(visit, &refused)?);
    }
    let name = visit.campaign()?.name(id);
    let done = visit.app.forget(Scope::Everything, &|campaign, _| Ok(forget_person(campaign, id)?.changes))?;
    visit.page("Forgotten", forgotten(&name, &done.copies))
}

fn forgotten(name: &str, copies: &[PathBuf]) -> Markup {
    html! {
        h1 { bdi { (name) } " is forgotten" }
        p.intro { "Where a chain went through them, it says “someone”." }
        @if !copies.is_empty() {
            div.finding {
                p { strong { "Older copies of your file still remember." } }
                ul { @for copy in copies { li { code { (copy.display()) } } } }
                p { "Delete those that you need no more." }
            }
        }
        p { "Backups and exports that you made yourself still remember too." }
        p { a.btn.first href="/people" { "People" } }
    }
}

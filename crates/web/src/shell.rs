//! The frame of every page: its head, the ways to the other pages, what was just done, and the page itself.
//!
//! Serves every page. It links only to pages that stand in the table of routes, and shows without a campaign when the
//! file cannot be read.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use maud::{DOCTYPE, Markup, html};
use method::follow_through::moves::moves;
use store::Step;

use crate::assets::{MARK, NICER, STYLE};
use crate::error::Trouble;
use crate::pages::add::to_look_at;
use crate::pages::look::{self, Look};
use crate::pages::parts::form::{in_lines, undo};
use crate::visit::Visit;
use crate::{commands, routes, said};

/// The ways to the other pages, with other words by which they are looked for. The first four are always in reach of a
/// thumb.
pub const PAGES: &[(&str, &str, &str)] = &[
    ("Today", "/", "due moves week meetings follow through thank"),
    ("Next", "/next", "whom to call slate suggestions"),
    ("People", "/people", "list everybody names"),
    ("Momentum", "/momentum", "chart weeks ladder funnel chains is it working"),
    ("Story", "/story", "tell me more introduction pitch"),
    ("Organizations", "/organizations", "companies employers targets path way in"),
    ("The draft check", "/check", "letter message words before sending thank"),
    ("Opportunities", "/opportunities", "offers interviews applications jobs"),
    ("Map", "/map", "who led to whom tree referrals"),
    ("You", "/me", "profile strengths direction ideas week plan"),
    ("Import", "/import", "files linkedin zip csv upload"),
    ("History", "/history", "undo take back steps"),
    ("Your files", "/settings", "backup export restore settings forget"),
    ("The method", "/method", "help guide how it works networking"),
];

/// Pages without an entry of their own, and under which they are found.
const IN_THE_CARE_OF: &[(&str, &str)] = &[("/week", "/"), ("/share", "/momentum"), ("/closing", "/momentum")];

/// How many of them stand in the bar at the bottom of a phone.
const IN_REACH: usize = 4;

/// A page within the frame.
pub fn page(visit: &Visit, status: StatusCode, title: &str, body: &Markup) -> Response {
    let done = visit.query("done");
    let inside = html! {
        a.skip href="#page" { "Skip to the page" }
        (nav(visit))
        main #page tabindex="-1" {
            @if !done.is_empty() {
                (flash(visit, done))
                @for doubt in to_look_at(visit) { div.finding { p { (commands::told(&doubt)) } } }
            }
            (body)
        }
    };
    document(status, title, look::chosen(visit), &inside)
}

/// A page that says why not, and what to do.
pub fn trouble(visit: &Visit, trouble: &Trouble) -> Response {
    let body = html! {
        section.trouble {
            h1 { (trouble.title()) }
            @let message = trouble.message();
            @let (says, lines) = in_lines(&message);
            p.intro { (says) }
            (lines)
            @let hint = trouble.hint();
            @if !hint.is_empty() { p { (commands::told(&hint)) } }
            p { a.btn.first href="/" { "Today" } }
        }
    };
    page(visit, trouble.status(), trouble.title(), &body)
}

/// For whoever comes without the key of this run: a new browser, or yesterday's tab.
pub fn come_back_in() -> Response {
    let body = html! {
        h1 { "Welcome back" }
        p.intro { "This page is yours alone, so it opens only from your own machine, once for each start." }
        p { "Go to your terminal and run" }
        p { code.big { "halfhour open" } }
        p.muted { "It opens this page again. What you saved is all there. If you were filling in a form, your words are \
                   still in it: go back one page and copy them first." }
    };
    bare(StatusCode::FORBIDDEN, "Come back in", &body)
}

/// A page of ours broke. It has no frame, since that may be what broke.
pub fn broken() -> Response {
    let trouble = Trouble::Broken;
    let body =
        html! { h1 { (trouble.title()) } p.intro { (trouble.message()) } p { a.btn.first href="/" { "Today" } } };
    bare(trouble.status(), trouble.title(), &body)
}

/// A page without the frame.
pub fn bare(status: StatusCode, title: &str, body: &Markup) -> Response {
    document(status, title, Look::AsTheSystem, &html! { main.alone #page { p.brand { (mark()) "halfhour" } (body) } })
}

/// One line of text, for whoever has no business here.
pub fn plain(status: StatusCode, text: &'static str) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

fn document(status: StatusCode, title: &str, look: Look, inside: &Markup) -> Response {
    let whole = html! {
        (DOCTYPE)
        html lang="en" data-theme=[look.theme()] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · halfhour" }
                link rel="icon" href=(MARK.address()) type="image/svg+xml";
                link rel="stylesheet" href=(STYLE.address());
                script type="module" src=(NICER.address()) {}
            }
            body { (inside) }
        }
    };
    let mut response = Response::new(Body::from(whole.into_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}

fn nav(visit: &Visit) -> Markup {
    let standing: Vec<_> = PAGES.iter().filter(|(_, path, _)| routes::stands(path)).collect();
    let (near, far) = standing.split_at(standing.len().min(IN_REACH));
    html! {
        nav.main aria-label="Pages" {
            a.brand href="/" { (mark()) "halfhour" }
            ul.near { @for (says, path, _) in near { (way(visit, says, path)) } }
            button.more type="button" popovertarget="more-pages" { "More" }
            div.far #more-pages popover {
                ul { @for (says, path, _) in far { (way(visit, says, path)) } }
                @if routes::stands("/search") {
                    form.search action="/search" role="search" aria-label="Everywhere" {
                        input type="search" name="q" placeholder="Search" aria-label="Search" data-key="/";
                    }
                }
                (look::switch(visit))
            }
            @if routes::stands("/add") { a.add href="/add" aria-current=[here(visit, "/add")] { "Add…" } }
        }
    }
}

fn way(visit: &Visit, says: &str, path: &str) -> Markup {
    html! { li { a href=(path) aria-current=[here(visit, path)] { (says) (count(visit, path)) } } }
}

fn here(visit: &Visit, path: &str) -> Option<&'static str> {
    let at = IN_THE_CARE_OF.iter().find(|(page, _)| *page == visit.path).map_or(visit.path.as_str(), |(_, of)| of);
    let inside = at.strip_prefix(path).is_some_and(|rest| rest.is_empty() || (path != "/" && rest.starts_with('/')));
    inside.then_some("page")
}

/// The number beside a page, where one helps.
fn count(visit: &Visit, path: &str) -> Markup {
    let Ok(campaign) = visit.campaign() else { return html! {} };
    let count = match path {
        "/" => {
            let due = moves(&campaign, visit.today).into_iter().filter(|one| one.due_on <= visit.today);
            due.filter(|one| one.person.is_some()).count()
        }
        "/people" => campaign.people.values().filter(|person| !person.forgotten).count(),
        _ => 0,
    };
    html! { @if count > 0 { span.count { (grouped(count)) } } }
}

/// `12,034`.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut told = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    told
}

/// How large something is, as one would say it: `840 KB`, `1.4 GB`.
pub fn size(bytes: u64) -> String {
    let units = [(30, "GB"), (20, "MB"), (10, "KB")];
    let Some((shift, unit)) = units.into_iter().find(|(shift, _)| bytes >> shift > 0) else {
        return format!("{bytes} bytes");
    };
    let (whole, tenth) = (bytes >> shift, ((bytes & ((1 << shift) - 1)) * 10) >> shift);
    if whole >= 10 || tenth == 0 { format!("{whole} {unit}") } else { format!("{whole}.{tenth} {unit}") }
}

/// What `done` says when a thing was pressed twice.
pub const ALREADY: &str = "already";

/// What was just done, with the way to take it back.
fn flash(visit: &Visit, done: &str) -> Markup {
    let newest = visit.app.history(Some(20)).unwrap_or_default();
    let step = newest.iter().find(|step| step.id.to_string() == done);
    match step {
        Some(step) => told(visit, step),
        None if done == ALREADY => {
            html! { div.flash role="status" { p { "This does not stand here any more; nothing was changed." } } }
        }
        None if done == "nothing" => {
            html! { div.flash role="status" { p { "It stood like that already; nothing was changed." } } }
        }
        None => html! {},
    }
}

/// One step that was just done, with the way to take it back.
pub fn told(visit: &Visit, step: &Step) -> Markup {
    html! {
        div.flash role="status" {
            p dir="auto" { (capital(&said::step(&step.text))) "." }
            @if step.is_final { span.muted { "For good" } }
            @else if step.undone_by.is_some() { span.muted { "Taken back" } }
            @else { (undo(&visit.path, step.id, if step.is_undo() { "Do it after all" } else { "Undo" })) }
        }
    }
}

/// The same words with a capital in front.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The mark: half an hour on a dial.
fn mark() -> Markup {
    html! {
        svg.mark viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" {
            circle cx="10" cy="10" r="8.5" {}
            path d="M10 4.5a5.5 5.5 0 0 1 0 11z" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_one_would_say_them() {
        let sizes = [0, 1023, 1024, 1536, 10 << 20, (1 << 30) - 1, 1 << 30, 3 << 29];
        let said = ["0 bytes", "1023 bytes", "1 KB", "1.5 KB", "10 MB", "1023 MB", "1 GB", "1.5 GB"];
        assert_eq!(sizes.map(size), said);
    }

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!([0, 999, 1000, 30_000, 1_234_567].map(grouped), ["0", "999", "1,000", "30,000", "1,234,567"]);
    }
}

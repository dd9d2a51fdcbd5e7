//! Search everywhere: people, organizations, notes and pages that hold the words. Serves every step.
//!
//! It looks while one types, and by its button without a script. It shows ten of each kind, and more where one asks.

use maud::{Markup, html};
use method::campaign::Campaign;
use method::day::dated;
use method::everywhere::{Everywhere, Note, Place, everywhere};
use method::id::PersonId;
use method::list::organizations::Organization;
use method::list::written::fold;

use super::organizations::address;
use super::parts::{person, talk};
use crate::routes;
use crate::shell::{PAGES, grouped};
use crate::visit::{Answer, Visit};

/// How many of each kind are shown at first.
const FIRST: usize = 10;

/// How many notes are shown at most.
const MOST: usize = 200;

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let query = visit.query("q");
    visit.page(
        "Search",
        html! {
            h1 { "Search" }
            form.one-line.look-up action="/search" role="search" data-live="#found" {
                label.sr for="q" { "Words to look for" }
                input #q type="search" name="q" value=(query) placeholder="A name, an organization, a word from your notes"
                    dir="auto" autocomplete="off" autofocus[query.is_empty()];
                button.btn.first { "Search" }
            }
            div #found aria-live="polite" { (found(&campaign, query, visit.query("all") == "notes")) }
        },
    )
}

fn found(campaign: &Campaign, query: &str, all_notes: bool) -> Markup {
    if query.is_empty() {
        return html! { p.muted { "People, organizations, your notes and the pages of halfhour. A part of a word is enough." } };
    }
    let found = everywhere(campaign, query);
    let pages = pages(query);
    if found == Everywhere::default() && pages.is_empty() {
        return html! {
            div.calm {
                p { "Nothing holds “" bdi { (query) } "”." }
                p { "Try a shorter part of it. If it is somebody new, " a href="/add" { "add them" } "." }
            }
        };
    }
    html! {
        (people(campaign, query, &found.people))
        (organizations(query, &found.organizations))
        (notes(query, &found.notes, all_notes))
        @if !pages.is_empty() {
            (heading("Pages", pages.len()))
            ul.plain.ruled.hits { @for (says, path) in &pages { li { a href=(path) { (says) } } } }
        }
    }
}

fn heading(says: &str, count: usize) -> Markup {
    html! { h2 { (says) " " span.count { (grouped(count)) } } }
}

fn people(campaign: &Campaign, query: &str, people: &[PersonId]) -> Markup {
    html! {
        @if !people.is_empty() {
            (heading("People", people.len()))
            ul.plain.ruled.hits {
                @for id in people.iter().take(FIRST) {
                    @let shown = campaign.shown(*id);
                    @let work: Vec<&str> = [shown.title(), shown.organization()].into_iter().flatten().collect();
                    li {
                        (person::name(&campaign.person_ref(*id)))
                        @if !work.is_empty() { " " span.muted { bdi { (work.join(", ")) } } }
                    }
                }
            }
            (all(people.len(), &format!("/people?{}", told(query)), "people"))
        }
    }
}

fn organizations(query: &str, organizations: &[Organization]) -> Markup {
    html! {
        @if !organizations.is_empty() {
            (heading("Organizations", organizations.len()))
            ul.plain.ruled.hits {
                @for one in organizations.iter().take(FIRST) { li { a href=(address(&one.name)) { bdi { (one.name) } } } }
            }
            (all(organizations.len(), &format!("/organizations?{}", told(query)), "organizations"))
        }
    }
}

fn notes(query: &str, notes: &[Note], whole: bool) -> Markup {
    let shown = if whole { MOST } else { FIRST };
    html! {
        @if !notes.is_empty() {
            (heading("Notes", notes.len()))
            ul.plain.ruled.hits {
                @for note in notes.iter().take(shown) {
                    @let (before, hit, after) = &note.excerpt;
                    li {
                        p { (place(&note.place)) }
                        p.said dir="auto" { (before) " " mark { (hit) } " " (after) }
                    }
                }
            }
            @if !whole { (all(notes.len(), &format!("/search?{}&all=notes", told(query)), "notes")) }
            @else if notes.len() > MOST { p.muted { "The first " (MOST) " are shown. One more word finds fewer." } }
        }
    }
}

/// Where a note stands, as a link to it.
fn place(place: &Place) -> Markup {
    html! {
        @match place {
            Place::Person(who) => (person::name(who)),
            Place::Case(who) => { "Why you call " (person::name(who)) },
            Place::Conversation(id, who, on) => {
                a href=(talk::page(who.id, *id)) { "Your conversation with " bdi { (who.name) } } " " span.muted { (on.strftime("%-d %B %Y")) }
            },
            Place::Promise(who) => { "A promise, " (person::name(who)) },
            Place::Opportunity(id, title) => a href={ "/opportunities#" (id) } { bdi { (title) } },
            Place::Story(_, name) => { a href="/story" { "Your story" } " " span.muted { bdi { (name) } } },
            Place::Week(on) => a href={ "/week?of=" (on) } { "The week of " (dated(*on)) },
            Place::Own => a href="/me" { "About you" },
        }
    }
}

fn all(count: usize, to: &str, what: &str) -> Markup {
    html! { @if count > FIRST { p { a href=(to) { "All " (grouped(count)) " " (what) } } } }
}

fn told(query: &str) -> String {
    form_urlencoded::Serializer::new(String::new()).append_pair("q", query).finish()
}

/// Pages whose names, or other words for them, hold a word that begins like each of those typed.
fn pages(query: &str) -> Vec<(&'static str, &'static str)> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let fits = |says: &str, other: &str| {
        let text = fold(&format!("{says} {other}"));
        words.iter().all(|word| text.split(' ').any(|held| held.starts_with(word)))
    };
    let all = PAGES.iter().filter(|(says, path, other)| routes::stands(path) && fits(says, other));
    all.map(|(says, path, _)| (*says, *path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_by_its_name_and_by_other_words_for_it() {
        assert_eq!(pages("momen"), [("Momentum", "/momentum")]);
        assert!(pages("chart").contains(&("Momentum", "/momentum")));
        assert!(pages("undo").contains(&("History", "/history")));
        assert!(pages("quux").is_empty());
    }
}

//! One organization: the best ways in, what was said about it, who on the list is there. Serves the ways in (M7, M14).

use maud::{Markup, html};
use method::campaign::Campaign;
use method::day::spoken;
use method::list::organizations::{OrganizationReport, Said, WasThere};
use method::list::path::Paths;
use method::list::slate::keep_the_search_quiet::{employers, is_kept_from};

use super::address;
use crate::commands::told;
use crate::pages::parts::{introductions, person, rungs, talk};
use crate::shell::{capital, grouped};
use crate::visit::Visit;

/// How many people and conversations are shown; the list has everybody.
const SHOWN: usize = 20;

/// How much of what was learned is shown; the conversation has all of it.
const LETTERS: usize = 400;

/// The page.
pub fn page(visit: &Visit, campaign: &Campaign, report: &OrganizationReport, ways: Option<&Paths>) -> Markup {
    let is_employer = is_kept_from(&employers(campaign), Some(&report.name));
    html! {
        h1.long { bdi { (report.name) } }
        p.intro { @if is_employer { "You work here." } @else { (report.stands()) } }
        div.cols {
            div {
                @if is_employer { (quiet_there()) } @else if campaign.direction.closed_on.is_some() { (closed()) }
                @else { h2 { "The best way in" } (ways_in(report, ways)) }
                @if !report.said.is_empty() {
                    h2 { "What was said about it" }
                    ul.plain.ruled { @for said in report.said.iter().take(SHOWN) { li { (one_talk(visit, said)) } } }
                    @if report.said.len() > SHOWN { p.muted { "And " (report.said.len() - SHOWN) " earlier conversations." } }
                }
            }
            aside.card { (there(report)) (were_there("Probably there still", &report.probably_there)) (were_there("Used to be there", &report.were_there)) (opportunities(campaign, report)) @if !is_employer || report.wanted_as.is_some() { (aim(report)) } }
        }
        p { a href="/organizations" { "All organizations" } }
    }
}

/// Where the seeker works, no way in is looked for.
fn quiet_there() -> Markup {
    html! {
        div.calm {
            p { "Your search is quiet here: none of the people at your work is suggested to you, but for those who may know of it." }
            p { a.btn.first href="/settings#quiet" { "Who may know" } }
        }
    }
}

/// A closed search asks nobody.
fn closed() -> Markup {
    html! {
        div.calm {
            p { "Your search is closed, so nobody is to be asked. What you know of this place is still here." }
            p { a.btn href="/me#search" { "Open it again" } }
        }
    }
}

fn ways_in(report: &OrganizationReport, ways: Option<&Paths>) -> Markup {
    let (paths, held_back) = ways.map(|ways| (&ways.paths[..], &ways.held_back[..])).unwrap_or_default();
    html! {
        @if paths.is_empty() {
            div.calm {
                @if held_back.is_empty() { p { "No way in is known yet. In your next half hour, ask whom they know there." } }
                @else { p { "No way in is open now. In your next half hour, ask whom else they know there." } }
                p { a.btn.first href="/next" { "Whom to call next" } }
            }
        } @else {
            (introductions::list(paths, Some(&report.name), true))
        }
        @if !held_back.is_empty() {
            h3 { "Held back for now" }
            ul.plain { @for one in held_back { li { (person::name(&one.person)) ": " (told(&one.reason)) } } }
        }
        @if let Some(ways) = ways.filter(|ways| !ways.paths.is_empty()) { p.small { (ways.note) } }
    }
}

fn one_talk(visit: &Visit, said: &Said) -> Markup {
    let whole = said.learned.as_deref().unwrap_or_default();
    html! {
        p {
            (person::name(&said.person)) ", "
            a href=(talk::page(said.person.id, said.conversation)) { (spoken(said.held_on, visit.today)) } ". "
            (rungs::rungs(said.ladder))
        }
        @if !whole.is_empty() { p.said dir="auto" { (short(whole)) } }
        @if !said.named.is_empty() {
            p.small { "Named: " @for (place, one) in said.named.iter().enumerate() { @if place > 0 { ", " } (person::name(one)) } }
        }
    }
}

fn short(text: &str) -> String {
    if text.chars().count() <= LETTERS { text.to_owned() } else { text.chars().take(LETTERS).chain(['…']).collect() }
}

fn there(report: &OrganizationReport) -> Markup {
    html! {
        h2 { "Who is there" }
        @if report.there.is_empty() { p { "Nobody on your list is there." } }
        @else {
            ul.plain {
                @for one in report.there.iter().take(SHOWN) {
                    li {
                        (person::name(&one.person))
                        @if let Some(title) = &one.title { br; small { bdi { (title) } } }
                        @if let Some(said) = one.stage.in_passing() { br; small { (capital(said)) } }
                    }
                }
            }
            @if report.there.len() > SHOWN {
                p { a href={ "/people?q=" (query(&report.name)) } { "All " (grouped(report.there.len())) } }
            }
        }
    }
}

fn query(name: &str) -> String {
    form_urlencoded::byte_serialize(name.as_bytes()).collect()
}

fn were_there(says: &str, people: &[WasThere]) -> Markup {
    html! {
        @if !people.is_empty() {
            h2 { (says) }
            ul.plain {
                @for one in people.iter().take(SHOWN) {
                    li { (person::name(&one.person)) br; small { (one.says) } }
                }
            }
        }
    }
}

fn opportunities(campaign: &Campaign, report: &OrganizationReport) -> Markup {
    html! {
        @if !report.opportunities.is_empty() {
            h2 { "Opportunities there" }
            ul.plain {
                @for one in report.opportunities.iter().filter_map(|id| campaign.opportunities.get(id)) {
                    li { a href={ "/opportunities#" (one.id) } { bdi { (one.title) } } br; small { (one.state()) } }
                }
            }
        }
    }
}

/// Aims at it, or not any more.
fn aim(report: &OrganizationReport) -> Markup {
    html! {
        form.aim method="post" action=(address(&report.name)) {
            @if report.wanted_as.is_some() { button.btn.quiet name="wanted" value="no" { "I do not aim there any more" } }
            @else { button.btn name="wanted" value="yes" { "I would like to be there" } }
        }
    }
}

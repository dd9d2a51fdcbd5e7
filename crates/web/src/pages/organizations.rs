//! Organizations: where the seeker would like to be, those that were spoken of, those where people on the list are; and one
//! of them with the ways in. Serves the list and the ways in (rows M1, M7, M14).
//!
//! However many there are, fifty of the long part stand on one page. An organization has no record of its own: it is known
//! by its name, however it is written.

use form_urlencoded::Serializer;
use maud::{Markup, html};
use method::direction::steer::{Steering, steer};
use method::list::edit::ListEdit;
use method::list::organizations::{Organization, Organizations, organization, organization_in, organizations};
use method::list::path::{Target, path_in};
use method::speech::times;
use store::Scope;

use super::parts::form;
use crate::error::Trouble;
use crate::shell::grouped;
use crate::visit::{Answer, Visit};

mod one;

/// How many organizations of the long part stand on one page.
const AT_A_TIME: usize = 50;

const TITLE: &str = "Organizations";

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    visit.page(TITLE, page(visit, &organizations(&campaign, visit.query("q")), &html! {}))
}

fn page(visit: &Visit, all: &Organizations, refused: &Markup) -> Markup {
    let query = visit.query("q");
    html! {
        h1 { (TITLE) }
        p.intro { "Where you would like to be, what people spoke of, and where people on your list are. Each shows the best way in." }
        div.cols {
            div {
                @if !query.is_empty() || !is_empty(all) { (look_up(query)) }
                div #found { (found(visit, query, all)) }
            }
            aside.card #aim {
                h2 { "Where would you like to be?" }
                (refused)
                form method="post" action="/organizations" {
                    label.sr for="name" { "The name of an organization" }
                    input #name type="text" name="name" value=(visit.field("name")) placeholder="Riverbend Hospital" dir="auto" autocomplete="off";
                    p.under { button.btn.first { "Add it" } }
                }
                p.small { "Your questions, letters and suggestions take it into account from then on." }
            }
        }
    }
}

fn look_up(query: &str) -> Markup {
    html! {
        form.one-line.look-up action="/organizations" role="search" data-live="#found" {
            label.sr for="q" { "A part of the name" }
            input #q type="search" name="q" value=(query) placeholder="A part of the name" dir="auto" autocomplete="off";
            button.btn { "Find" }
        }
    }
}

fn is_empty(all: &Organizations) -> bool {
    all.all().is_empty()
}

fn found(visit: &Visit, query: &str, all: &Organizations) -> Markup {
    let nothing = is_empty(all);
    html! {
        @if nothing && query.is_empty() {
            div.calm { p { "None yet. Name one where you would like to be, or bring in the people you know: where they work stands here then." } }
        } @else if nothing {
            div.calm {
                p { "No organization here is called “" bdi { (query) } "”." }
                p { a.btn href=(address(query)) { "Look for a way in all the same" } }
            }
        }
        (part("Where you would like to be", &all.wanted))
        @if !all.wanted.is_empty() { p.small { a href="#aim" { "Name another" } } }
        (part("Spoken of", &all.spoken_of))
        @if !all.others.is_empty() { (others(visit, query, &all.others)) }
        (followed(query, &all.followed))
    }
}

fn part(says: &str, all: &[Organization]) -> Markup {
    html! {
        @if !all.is_empty() {
            h2 { (says) }
            ul.plain.ruled.places { @for one in all { (line(one)) } }
        }
    }
}

fn line(one: &Organization) -> Markup {
    html! {
        li {
            a.place-name href=(address(&one.name)) { bdi { (one.name) } }
            span.muted {
                (people(one.people))
                @if one.spoken_of > 0 { @if one.people > 0 { ", " } "spoken of " (times(one.spoken_of)) }
                @if one.people + one.spoken_of == 0 { "nobody known there yet" }
                @if one.is_followed { ", you follow it" }
            }
        }
    }
}

fn people(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "one person on your list".to_owned(),
        many => format!("{} people on your list", grouped(many)),
    }
}

/// Where nobody is known: folded, as there may be hundreds.
fn followed(query: &str, all: &[Organization]) -> Markup {
    html! {
        @if !all.is_empty() {
            details.also open[!query.is_empty()] {
                summary { "You follow these, and know nobody there yet " span.count { (grouped(all.len())) } }
                ul.plain.ruled.places {
                    @for one in all.iter().take(FOLLOWED) { li { a.place-name href=(address(&one.name)) { bdi { (one.name) } } } }
                }
                @if all.len() > FOLLOWED { p.small { "A part of its name finds any other." } }
            }
        }
    }
}

/// The long part, page by page.
fn others(visit: &Visit, query: &str, all: &[Organization]) -> Markup {
    let last = (all.len() - 1) / AT_A_TIME;
    let page = visit.query("page").parse::<usize>().unwrap_or(1).saturating_sub(1).min(last);
    let shown: Vec<&Organization> = all.iter().skip(page * AT_A_TIME).take(AT_A_TIME).collect();
    html! {
        h2 { "Where people on your list are " span.count { (grouped(all.len())) } }
        ul.plain.ruled.places { @for one in &shown { (line(one)) } }
        @if last > 0 {
            nav.paging aria-label="More organizations" {
                p { (grouped(page * AT_A_TIME + 1)) " to " (grouped(page * AT_A_TIME + shown.len())) " of " (grouped(all.len())) }
                div.row {
                    @if page > 0 { a.btn rel="prev" href=(page_address(query, page - 1)) { "Previous" } }
                    @if page < last { a.btn rel="next" href=(page_address(query, page + 1)) { "Next" } }
                }
            }
        }
    }
}

fn page_address(query: &str, page: usize) -> String {
    let mut told = Serializer::new(String::new());
    if !query.is_empty() {
        told.append_pair("q", query);
    }
    format!("/organizations?{}", told.append_pair("page", &(page + 1).to_string()).finish())
}

/// The page of one organization. Every sign that means something in an address is written out; a name of nothing but dots
/// would be taken for a way up and gets a space, which the page does not mind.
pub fn address(name: &str) -> String {
    let told: String = form_urlencoded::byte_serialize(name.trim().as_bytes()).collect();
    let dots = if matches!(name.trim(), "." | "..") { "%20" } else { "" };
    format!("/organizations/{}{dots}", told.replace('+', "%20"))
}

/// How many of those that are only followed are shown at once.
const FOLLOWED: usize = 200;

/// One organization.
pub fn one(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let name = named(visit)?;
    let circle = visit.circle()?;
    let report = organization_in(&campaign, Some(&circle), &name);
    let target = Target::Organization(report.name.clone());
    let ways = path_in(&campaign, &circle, visit.today, &target).ok();
    visit.page(&report.name, one::page(visit, &campaign, &report, ways.as_ref()))
}

fn named(visit: &Visit) -> Result<String, Trouble> {
    let name: String = visit.part("organization")?;
    if name.is_empty() { Err(Trouble::NoSuchPage) } else { Ok(name) }
}

/// Puts one among the organizations of the direction.
pub fn add(visit: &Visit) -> Answer {
    let name = visit.field("name");
    let steering = Steering { organizations: ListEdit::adding(name), ..Steering::default() };
    match visit.change(Scope::Told, |campaign, _| steer(campaign, &steering)) {
        Ok(changed) => visit.done("/organizations", changed.step),
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
            let campaign = visit.campaign()?;
            let refused = form::refused(&trouble.message(), &trouble.hint());
            visit.page_again(&trouble, TITLE, page(visit, &organizations(&campaign, ""), &refused))
        }
        Err(trouble) => Err(trouble),
    }
}

/// Aims at one, or not any more.
pub fn aim(visit: &Visit) -> Answer {
    let name = named(visit)?;
    let wanted = visit.field("wanted") == "yes";
    let changed = visit.change(Scope::Everyone, |campaign, _| {
        let report = organization(campaign, &name);
        let organizations = match (wanted, report.wanted_as) {
            (true, None) => ListEdit::adding(&report.name),
            (false, Some(stands)) => ListEdit { remove: vec![stands], ..ListEdit::default() },
            _ => return Ok(Vec::new()),
        };
        steer(campaign, &Steering { organizations, ..Steering::default() })
    })?;
    visit.done(&address(&name), changed.step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_one_part_of_an_address_whatever_is_in_it() {
        for (name, to) in [
            ("Riverbend Hospital", "/organizations/Riverbend%20Hospital"),
            ("'; drop table", "/organizations/%27%3B%20drop%20table"),
            ("a/b?c=d#e%f+g", "/organizations/a%2Fb%3Fc%3Dd%23e%25f%2Bg"),
            ("..", "/organizations/..%20"),
            ("🙂", "/organizations/%F0%9F%99%82"),
        ] {
            assert_eq!(address(name), to);
        }
    }
}

//! The second step of Welcome: up to ten people one knows and respects, found by a few letters or written down by the line.

use std::cell::RefCell;

use axum::http::StatusCode;
use maud::{Markup, html};
use method::campaign::{Campaign, Shown};
use method::id::PersonId;
use method::list::lines::respect_lines;
use method::list::mark::{Marks, mark_person};
use method::list::search::search_nearest;
use store::Scope;

use super::{Step, framed, ways};
use crate::error::Trouble;
use crate::pages::parts::unread::{self, told_again};
use crate::pages::parts::{form, person};
use crate::visit::{Answer, Visit};

/// How many people a few letters offer.
const OFFERED: usize = 8;

/// Enough to begin with.
const ENOUGH: usize = 10;

/// The page.
pub fn show(visit: &Visit) -> Answer {
    visit.page("Whom you respect", page(visit, &html! {}, "")?)
}

fn page(visit: &Visit, above: &Markup, typed: &str) -> Result<Markup, Trouble> {
    let campaign = visit.campaign()?;
    let chosen: Vec<Shown> = campaign.everybody().filter(|shown| is_respected(&campaign, shown.id)).collect();
    let has_list = campaign.everybody().nth(chosen.len()).is_some();
    let body = html! {
        (above)
        @if has_list { (find(visit, &campaign)) }
        (those_chosen(&campaign, &chosen))
        form.stack method="post" action=(Step::People.path()) {
            @if has_list && typed.is_empty() {
                details.also { summary { "Somebody who is not on your list" } (write_down(typed)) }
            } @else { (write_down(typed)) }
            div.row { button.btn.first name="then" value="on" { "Go on" } (ways(Step::People)) }
        }
    };
    let intro = "Name up to ten people whose judgement you trust, in whatever field. The first calls go to them. You need not \
                 ask them for anything yet.";
    Ok(framed(Step::People, "Whom do you know and respect?", intro, &body))
}

fn is_respected(campaign: &Campaign, id: PersonId) -> bool {
    campaign.people.get(&id).is_some_and(|told| told.respected)
}

/// A few letters, and those whom they may mean.
fn find(visit: &Visit, campaign: &Campaign) -> Markup {
    let query = visit.query("q");
    let found = if query.is_empty() { Vec::new() } else { search_nearest(campaign, query, OFFERED) };
    html! {
        form.one-line.stack action=(Step::People.path()) role="search" data-live="#found" {
            label.sr for="q" { "A few letters of a name" }
            input #q type="search" name="q" value=(query) placeholder="A few letters of a name" dir="auto" autocomplete="off"
                autofocus;
            button.btn { "Find" }
        }
        div.stack #found {
            @if !query.is_empty() && found.is_empty() { p.calm { "Nobody on your list fits “" bdi { (query) } "”. You can write them down below." } }
            ul.plain.ruled { @for id in &found { li.held-back { (offered(campaign, *id)) } } }
        }
    }
}

fn offered(campaign: &Campaign, id: PersonId) -> Markup {
    let shown = campaign.shown(id);
    let work: Vec<&str> = [shown.title(), shown.organization()].into_iter().flatten().collect();
    html! {
        div { bdi { (shown.name()) } " " span.muted dir="auto" { (work.join(", ")) } }
        @if is_respected(campaign, id) { span.muted { "Chosen" } }
        @else { (mark(id, "on", "I respect them", shown.name(), "btn")) }
    }
}

fn mark(id: PersonId, word: &str, says: &str, name: &str, class: &str) -> Markup {
    html! {
        form.inline method="post" action="/welcome/respect" {
            input type="hidden" name="mark" value=(word);
            button class=(class) name="person" value=(id) aria-label={ (says) ": " (name) } { (says) }
        }
    }
}

fn those_chosen(campaign: &Campaign, chosen: &[Shown]) -> Markup {
    html! {
        @if !chosen.is_empty() {
            section.calm.stack.chosen {
                h2 { "You respect " @if chosen.len() == 1 { "one person" } @else { (chosen.len()) " people" } }
                ul.plain {
                    @for one in chosen.iter().take(ENOUGH * 3) {
                        li.held-back {
                            div { (person::name(&campaign.person_ref(one.id))) }
                            (mark(one.id, "off", "Take off", one.name(), "btn quiet"))
                        }
                    }
                }
                @if chosen.len() >= ENOUGH { p { "That is plenty to begin with." } }
            }
        }
    }
}

/// Names by the line. Going on keeps them too, so that nothing is lost by the wrong button.
fn write_down(typed: &str) -> Markup {
    html! {
        (form::lines("people", "One on each line", "The name is enough; where they work helps: Ana Pereira, Harbor Freight", typed))
        p { button.btn { "Write them down" } }
    }
}

/// Marks those in the lines; what cannot be read comes back.
pub fn write(visit: &Visit) -> Answer {
    let rest = RefCell::new(Vec::new());
    let changed = visit.change(Scope::Everyone, |campaign, ids| {
        let lines = respect_lines(campaign, ids, visit.today, visit.field("people"));
        rest.replace(lines.unread);
        Ok(lines.changes)
    })?;
    let rest = rest.into_inner();
    if rest.is_empty() {
        let to = if visit.ticked("then") { Step::People.next() } else { Step::People.path() };
        return if visit.field("people").is_empty() { visit.go(to) } else { visit.done(to, changed.step) };
    }
    let status = if changed.step.is_some() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    let above = told_again(visit, changed.step, &rest)?;
    visit.page_with(status, "Whom you respect", page(visit, &above, &unread::lines(&rest))?)
}

/// Marks one person, or takes the mark off.
pub fn respect(visit: &Visit) -> Answer {
    let id: PersonId = visit.field("person").parse().map_err(|_| Trouble::NoSuchPage)?;
    let marks = Marks { respected: Some(visit.field("mark") != "off"), ..Marks::default() };
    let changed = visit.change(Scope::Everyone, |campaign, _| mark_person(campaign, id, marks))?;
    visit.done(Step::People.path(), changed.step)
}

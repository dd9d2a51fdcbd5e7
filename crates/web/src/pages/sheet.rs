//! The call sheet: everything for one half hour on one page, on the screen and on one sheet of paper. Serves the ask and
//! the conversation. It changes nothing.

use jiff::civil::{Date, Time};
use maud::{Markup, html};
use method::ask::sheet::{Sheet, SheetPromise, sheet};
use method::change::{No, Refusal};
use method::day::spoken;
use method::id::PersonId;

use super::parts::form::refused;
use super::parts::person;
use super::prepare::{remarks, telephone, wanting};
use crate::routes;
use crate::visit::{Answer, Visit};

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let id: PersonId = visit.part("person")?;
    let sheet = match sheet(&campaign, visit.today, id) {
        Ok(sheet) => sheet,
        Err(no) if no.kind == No::Method => return visit.page("Call sheet", not_yet(id, &campaign.name(id), &no)),
        Err(no) => return Err(no.into()),
    };
    let body = html! {
        article.sheet {
            (head(&sheet, visit.today))
            div.two {
                div { (why(&sheet)) (plan(&sheet)) }
                div { (open(&sheet)) (bring(&sheet)) (end(&sheet)) }
            }
            div.do.row { (after(id)) a.btn href={ "/people/" (id) "/prepare" } { "Change it" } span.muted { "Print it with Ctrl-P: it is one sheet." } }
            @if !sheet.missing.is_empty() {
                details.do.otherwise { summary { "It gets better with" } (wanting(&sheet.missing)) }
            }
        }
    };
    visit.page(&format!("Call sheet: {}", sheet.person.name), body)
}

/// There is nothing to ask yet, so there is no half hour to lay out.
fn not_yet(id: PersonId, name: &str, no: &Refusal) -> Markup {
    html! {
        h1 { "Call sheet" }
        p.intro { "For half an hour with " bdi { (name) } "." }
        div.stack {
            (refused(&no.message, &no.hint))
            p { a.btn.first href={ "/people/" (id) "/prepare" } { "Prepare" } }
        }
    }
}

/// What is done when the half hour is over.
fn after(id: PersonId) -> Markup {
    html! {
        @if routes::stands("/people/{person}/talked") {
            a.btn.first href={ "/people/" (id) "/talked" } { "After the call" }
        }
    }
}

fn head(sheet: &Sheet, today: Date) -> Markup {
    let work: Vec<&str> = [sheet.title.as_deref(), sheet.organization.as_deref()].into_iter().flatten().collect();
    let since = sheet.known_since_on.map(|day| format!("since {}", day.year()));
    let known: Vec<String> = sheet.how_known.clone().into_iter().chain(since).collect();
    html! {
        h1 { (person::name(&sheet.person)) }
        @if !work.is_empty() { p.intro { (work.join(", ")) } }
        dl.facts {
            @if let Some(meeting) = &sheet.meeting {
                (fact("You meet", &html! { strong { (when_and_where(meeting.on, today, meeting.time, meeting.zone.as_deref(), meeting.place.as_deref())) } }))
            }
            @if !sheet.phones.is_empty() {
                (fact("Telephone", &html! { @for phone in &sheet.phones { a.number href=(telephone(phone)) { (phone) } " " } }))
            }
            @if !sheet.emails.is_empty() {
                (fact("E-mail", &html! { @for email in &sheet.emails { a href=(super::prepare::mail(email, "", "")) { (email) } " " } }))
            }
            @if !known.is_empty() { (fact("You know each other", &html! { (known.join(", ")) })) }
            @if let Some(value) = &sheet.valued_for { (fact("You value", &html! { (value) })) }
            @if let Some(by) = &sheet.referred_by { (fact("Named by", &person::name(by))) }
            @for promise in &sheet.promised_by_you { (fact("You promised", &promised(promise, today))) }
            @for promise in &sheet.promised_by_them { (fact("They promised", &promised(promise, today))) }
        }
    }
}

fn fact(label: &str, value: &Markup) -> Markup {
    html! { div { dt { (label) } dd dir="auto" { (value) } } }
}

fn promised(promise: &SheetPromise, today: Date) -> Markup {
    html! { (promise.text) @if let Some(due) = promise.due_on { ", by " (spoken(due, today)) } }
}

fn why(sheet: &Sheet) -> Markup {
    let parts = [("Purpose", &sheet.case.purpose), ("Outcome", &sheet.case.outcome), ("Why them", &sheet.case.why)];
    html! {
        section {
            h2 { "Why you talk" }
            dl.facts { @for (label, words) in parts { @if let Some(words) = words { (fact(label, &html! { (words) })) } } }
            div.do.stay { (remarks(&sheet.case.remarks)) }
        }
    }
}

fn open(sheet: &Sheet) -> Markup {
    html! { section { h2 { "Open" } @for line in &sheet.opening { p dir="auto" { (line) } } } }
}

fn plan(sheet: &Sheet) -> Markup {
    let plan = &sheet.questions;
    html! {
        section {
            h2 { "Ask" }
            ol.minutes {
                li { span.min { (plan.opening_minutes) " min" } p { "Hello, and your story." } }
                @for asked in &plan.questions { li { span.min { (asked.minutes) " min" } p dir="auto" { (asked.text) } } }
                li { span.min { (plan.closing_minutes) " min" } p { "Thanks, and what happens next." } }
            }
        }
    }
}

/// What the seeker brings: the story, ideas to try out, strengths.
fn bring(sheet: &Sheet) -> Markup {
    html! {
        @if let Some(story) = &sheet.story {
            section {
                h2 { "Your story " span.count { (story.seconds) " seconds" } }
                @for line in story.text.lines() { p dir="auto" { (line) } }
            }
        }
        @if !sheet.ideas.is_empty() {
            section {
                h2 { "Ideas to try out" }
                ul.reasons {
                    @for idea in &sheet.ideas {
                        li dir="auto" {
                            (idea.text)
                            @if idea.warmer + idea.colder > 0 { span.muted { ", so far " (idea.warmer) " warmer, " (idea.colder) " colder" } }
                        }
                    }
                }
            }
        }
        @if !sheet.strengths.is_empty() {
            section {
                h2 { "What you do well" }
                ul.reasons {
                    @for strength in &sheet.strengths {
                        li dir="auto" { (strength.name) @if let Some(proof) = &strength.proof { ": " (proof) } }
                    }
                }
            }
        }
    }
}

fn end(sheet: &Sheet) -> Markup {
    let last = sheet.questions.questions.last().map(|asked| &asked.text);
    html! {
        section {
            h2 { "End" }
            @for line in sheet.ending.iter().filter(|line| Some(*line) != last) { p dir="auto" { (line) } }
        }
    }
}

/// A meeting as one says it: "Tuesday 24 November at 14:00 (Europe/Berlin), the café by the gate".
pub fn when_and_where(on: Date, today: Date, time: Option<Time>, zone: Option<&str>, place: Option<&str>) -> String {
    let time = time.map(|time| format!(" at {}:{:02}", time.hour(), time.minute()));
    let zone = zone.map(|zone| format!(" ({zone})"));
    let place = place.map(|place| format!(", {place}"));
    let more: String = [time, zone, place].into_iter().flatten().collect();
    format!("{}{more}", spoken(on, today))
}

//! The sheet itself, the same on the screen, on paper and in a file. Serves the ask and the conversation.
//!
//! On paper it is always one sheet. The more there is on it, the smaller it is set; what is then still too long is cut on
//! paper only, and marked with dots.

use formats::event::Event;
use jiff::civil::{Date, Time};
use maud::{Markup, html};
use method::ask::sheet::{Sheet, SheetPromise};
use method::campaign::PersonRef;
use method::day::spoken;

use super::code;
use crate::pages::parts::ways::{mail, telephone};
use crate::pages::parts::{long, person};
use crate::pages::prepare::remarks;

/// What is laid out.
pub struct Paper<'a> {
    /// What stands on it.
    pub sheet: &'a Sheet,
    /// The day.
    pub today: Date,
    /// Whether it is a file of its own, from which no other page can be reached.
    pub is_saved: bool,
    /// The meeting, when one stands.
    pub event: Option<Event>,
}

/// Everything on it.
pub fn paper(paper: &Paper) -> Markup {
    let sheet = paper.sheet;
    html! {
        article.sheet.(set(sheet)) {
            div.top { div { (head(paper)) } (codes(paper)) }
            div.two {
                div { (why(paper)) (plan(sheet)) }
                div { (open(sheet)) (bring(sheet)) (end(sheet)) }
            }
            div.room aria-hidden="true" { p { "Notes" } }
        }
    }
}

/// How it is set on paper, by how many lines the longer column has at the usual size.
fn set(sheet: &Sheet) -> &'static str {
    let lines = |text: &str| 1 + text.chars().count() / 48;
    let of = |texts: &[Option<&String>]| texts.iter().flatten().map(|text| lines(text)).sum::<usize>();
    let asked: usize = sheet.questions.questions.iter().map(|asked| lines(&asked.text)).sum();
    let case = of(&[sheet.case.purpose.as_ref(), sheet.case.outcome.as_ref(), sheet.case.why.as_ref()]);
    let said: usize = sheet.opening.iter().chain(&sheet.ending).map(|line| lines(line)).sum();
    let story = sheet.story.as_ref().map_or(0, |story| story.text.lines().map(lines).sum());
    let strengths = sheet.strengths.iter().map(|one| lines(&one.name) + of(&[one.proof.as_ref()])).sum::<usize>();
    let ideas = sheet.ideas.iter().map(|idea| lines(&idea.text)).sum::<usize>();
    let about = of(&[sheet.how_known.as_ref(), sheet.valued_for.as_ref(), sheet.notes.as_ref()]);
    let promised = sheet.promised_by_you.len() + sheet.promised_by_them.len();
    match about + promised + (asked + case).max(said + story + strengths + ideas) {
        ..=30 => "usual",
        31..=44 => "dense",
        _ => "densest",
    }
}

fn head(paper: &Paper) -> Markup {
    let (sheet, today) = (paper.sheet, paper.today);
    let work: Vec<&str> = [sheet.title.as_deref(), sheet.organization.as_deref()].into_iter().flatten().collect();
    let since = sheet.known_since_on.map(|day| format!("since {}", day.year()));
    let known: Vec<String> = sheet.how_known.iter().map(|told| format!("“{told}”")).chain(since).collect();
    html! {
        h1 { (named(paper, &sheet.person)) }
        @if !work.is_empty() { p.intro { bdi { (work.join(", ")) } } }
        dl.facts {
            @if let Some(meeting) = &sheet.meeting {
                (fact("You meet", &html! { strong { (when_and_where(meeting.on, today, meeting.time, meeting.zone.as_deref(), meeting.place.as_deref())) } }))
            }
            @if !sheet.phones.is_empty() {
                (fact("Telephone", &html! { @for phone in &sheet.phones { a.number href=(telephone(phone)) { (phone) } " " } }))
            }
            @if !sheet.emails.is_empty() {
                (fact("E-mail", &html! { @for email in &sheet.emails { a href=(mail(email, "", "")) { (email) } " " } }))
            }
            @if !known.is_empty() { (fact("How you know each other", &html! { (known.join(", ")) })) }
            @if let Some(value) = &sheet.valued_for { (fact("You value", &html! { (value) })) }
            @if let Some(by) = &sheet.referred_by { (fact("Named by", &named(paper, by))) }
            @if let Some(notes) = &sheet.notes { (fact("You noted", &long::text(notes))) }
            @for promise in &sheet.promised_by_you { (fact("You promised", &promised(promise, today))) }
            @for promise in &sheet.promised_by_them { (fact("They promised", &promised(promise, today))) }
        }
    }
}

/// A name; it leads to the person's own page where there is one to be reached.
fn named(paper: &Paper, one: &PersonRef) -> Markup {
    html! { @if paper.is_saved { bdi { (one.name) } } @else { (person::name(one)) } }
}

fn fact(label: &str, value: &Markup) -> Markup {
    html! { div { dt { (label) } dd dir="auto" { (value) } } }
}

fn promised(promise: &SheetPromise, today: Date) -> Markup {
    html! { (promise.text) @if let Some(due) = promise.due_on { ", by " (spoken(due, today)) } }
}

/// The number and the meeting for a telephone's camera, each with the words beside it.
fn codes(paper: &Paper) -> Markup {
    let sheet = paper.sheet;
    let dial = sheet.phones.first().and_then(|phone| {
        Some((code::picture(&telephone(phone), "dial", "Dial this number", phone)?, "Dial", phone.clone()))
    });
    let meet = sheet.meeting.as_ref().zip(paper.event.as_ref()).and_then(|(meeting, event)| {
        let when = when_and_where(meeting.on, paper.today, meeting.time, meeting.zone.as_deref(), None);
        Some((code::picture(&event.short(), "meet", "Put the meeting into a calendar", &when)?, "Meeting", when))
    });
    let codes: Vec<_> = [dial, meet].into_iter().flatten().collect();
    html! {
        @if !codes.is_empty() {
            div.codes {
                @for (picture, says, words) in codes {
                    figure { (picture) figcaption { strong { (says) } " " span { (words) } } }
                }
            }
        }
    }
}

fn why(paper: &Paper) -> Markup {
    let case = &paper.sheet.case;
    let parts = [("Purpose", &case.purpose), ("Outcome", &case.outcome), ("Why them", &case.why)];
    html! {
        section {
            h2 { "Why you talk" }
            dl.facts { @for (label, words) in parts { @if let Some(words) = words { (fact(label, &html! { (words) })) } } }
            @if !paper.is_saved { div.do.stay { (remarks(&case.remarks)) } }
        }
    }
}

fn open(sheet: &Sheet) -> Markup {
    html! { section { h2 { "How it begins" } @for line in &sheet.opening { p dir="auto" { (line) } } } }
}

fn plan(sheet: &Sheet) -> Markup {
    let plan = &sheet.questions;
    html! {
        section {
            h2 { "What you ask" }
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
                        li dir="auto" { (strength.name) @if let Some(proof) = &strength.proof { ": " (proof) } @else { span.muted { ", nothing shows it yet" } } }
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
            h2 { "How it ends" }
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

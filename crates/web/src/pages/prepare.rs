//! Getting ready for one person: why you call, what you ask, the ask itself, and their answer. Serves the case, the
//! questions and the ask (rows M5, M6, M8, M10, M11).
//!
//! One page, and a form for each part. A part that is not taken comes back alone, with the words that were typed.

pub mod answer;
pub mod case;
pub mod draft;
pub mod meeting;
pub mod questions;
mod reach;

pub use reach::reach;

use jiff::civil::Date;
use maud::{Markup, html};
use method::ask::draft::ask_draft;
use method::ask::one_open_ask_at_a_time::standing;
use method::ask::{Ask, Form};
use method::campaign::Campaign;
use method::case::remark::Remark;
use method::case::report::case as case_report;
use method::case::whom::listed;
use method::id::PersonId;
use method::questions::report::questions as plan;

use super::parts::{form as fields, person};
use super::sheet::when_and_where;
use crate::commands;
use crate::error::Trouble;
use crate::visit::{Answer, Visit};

/// What a part of the page is made from.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    visit: &'a Visit,
    campaign: &'a Campaign,
    person: PersonId,
    form: Form,
    /// Whether the part shows what was just typed, not what is kept.
    again: bool,
}

impl Desk<'_> {
    /// The address of a form of this person.
    fn to(&self, what: &str) -> String {
        format!("/people/{}/{what}", self.person)
    }

    /// What stands in a field: what was typed when the form comes back, else what is kept.
    fn typed(&self, field: &str, kept: &str) -> String {
        if self.again { self.visit.field(field).replace("\r\n", "\n") } else { kept.to_owned() }
    }
}

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let (campaign, person) = whom(visit)?;
    let form = Form::from_word(visit.query("form")).unwrap_or(Form::Call);
    let desk = Desk { visit, campaign: &campaign, person, form, again: false };
    let name = campaign.name(person);
    let stands = standing(&campaign, person);
    let case = case::part(desk)?;
    let draft = draft::part(desk, stands.is_none())?;
    let body = html! {
        h1 { "Half an hour with " (person::name(&campaign.person_ref(person))) }
        p.intro { (work(&campaign, person)) }
        div.cols {
            div.prepare {
                @if let Some(ask) = stands { (asked(desk, ask)) }
                section #case { h2 { "Why you call" } (case) }
                section #questions { h2 { "What you ask" } (questions::part(desk)) }
                section #ask { h2 { "The ask" } (draft) }
            }
            (beside(desk))
        }
    };
    visit.page(&format!("Half an hour with {name}"), body)
}

/// The person of the path, who must be on the list.
fn whom(visit: &Visit) -> Result<(std::sync::Arc<Campaign>, PersonId), Trouble> {
    let (campaign, person) = (visit.campaign()?, visit.part("person")?);
    listed(&campaign, person)?;
    Ok((campaign, person))
}

/// A part that was not taken: alone, with the reason above it and what was typed in it.
fn again(visit: &Visit, trouble: Trouble, title: &str, part: fn(Desk) -> Answered) -> Answer {
    if !matches!(trouble, Trouble::Campaign(store::Error::Refused(_))) {
        return Err(trouble);
    }
    let (campaign, person) = whom(visit)?;
    let form = Form::from_word(visit.field("form")).unwrap_or(Form::Call);
    let desk = Desk { visit, campaign: &campaign, person, form, again: true };
    let body = alone(
        desk,
        title,
        &html! {
            (fields::refused(&trouble.message(), &hint(&trouble)))
            (part(desk)?)
        },
    );
    visit.page_again(&trouble, title, body)
}

/// Where the words of the command line would say how to write again, the form is below.
fn hint(trouble: &Trouble) -> String {
    let hint = trouble.hint();
    let is_a_command = trouble.is_stale() && hint.contains("halfhour ");
    if is_a_command { crate::seen::STILL_BELOW.to_owned() } else { hint }
}

/// What a part comes to.
type Answered = Result<Markup, Trouble>;

fn alone(desk: Desk, title: &str, part: &Markup) -> Markup {
    html! {
        h1 { (title) }
        p.intro { a href=(desk.to("prepare")) { "Half an hour with " bdi { (desk.campaign.name(desk.person)) } } }
        div.stack { (part) }
    }
}

/// What this person does, in a line.
fn work(campaign: &Campaign, person: PersonId) -> String {
    let shown = campaign.shown(person);
    let work: Vec<&str> = [shown.title(), shown.organization()].into_iter().flatten().collect();
    work.join(", ")
}

/// An ask that stands: the meeting, or the answer to wait for.
fn asked(desk: Desk, ask: &Ask) -> Markup {
    let today = desk.visit.today;
    html! {
        section.calm.stands {
            @if let Some(meeting) = ask.planned_meeting() {
                h2 { "You meet" }
                p { (when_and_where(meeting.on, today, meeting.time, meeting.zone.as_deref(), meeting.place.as_deref())) "." }
                div.row {
                    a.btn.first href=(desk.to("sheet")) { "Call sheet" }
                    a.btn href=(desk.to("meeting.ics")) download { "Add to your calendar" }
                    a.btn.quiet href=(desk.to("answer")) { "Something changed" }
                }
            } @else {
                h2 { "You asked" }
                p { (how(ask, today)) " Whatever they say, note it here." }
                div.row { a.btn.first href=(desk.to("answer")) { "Note the answer" } }
            }
        }
    }
}

/// When and how somebody was asked, as a sentence.
fn how(ask: &Ask, today: Date) -> String {
    let form = match ask.form {
        Form::Call => "by telephone",
        Form::Voicemail => "on their voicemail",
        Form::Email => "by e-mail",
        Form::Message => "by message",
    };
    format!("You asked {} {form}.", method::day::spoken_when(ask.asked_on, today))
}

/// What would make it better, and the page for the half hour itself.
fn beside(desk: Desk) -> Markup {
    let (campaign, today, person) = (desk.campaign, desk.visit.today, desk.person);
    let case = case_report(campaign, today, person).map(|report| report.missing).unwrap_or_default();
    let plan = plan(campaign, today, person).map(|report| report.missing).unwrap_or_default();
    let draft = ask_draft(campaign, today, person, desk.form).map(|draft| draft.missing).unwrap_or_default();
    let mut missing: Vec<String> = Vec::new();
    for line in case.into_iter().chain(plan).chain(draft) {
        if !missing.contains(&line) {
            missing.push(line);
        }
    }
    html! {
        aside.card {
            h2 { "For the half hour" }
            p { a href=(desk.to("sheet")) { "Call sheet" } ": everything on one page, to print or to keep beside you." }
            @if !missing.is_empty() {
                h2 { "It gets better with" }
                (wanting(&missing))
            }
        }
    }
}

/// What is missing, line by line, with the way to tell it.
pub fn wanting(missing: &[String]) -> Markup {
    html! { ul.plain { @for line in missing { li { (commands::told(line)) } } } }
}

/// What is pointed out. It never stands in the way.
pub fn remarks(remarks: &[Remark]) -> Markup {
    html! { @for remark in remarks { div.finding { p { (commands::told(&remark.text)) } } } }
}

//! The questions on the page of one person: thirty minutes line by line; add, take away, move up, start afresh. Serves the
//! questions (rows M6, M9).

use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::{Decision, Refusal};
use method::id::Ids;
use method::questions::QuestionKind;
use method::questions::next_time::keep_for_next_time;
use method::questions::report::{Asked, QuestionsReport, questions};
use method::questions::set_questions::{add_question, move_question, remove_question, take_fresh_questions};
use store::Scope;

use super::{Answered, Desk, again, remarks};
use crate::commands;
use crate::pages::parts::{form, heard};
use crate::visit::{Answer, Visit};

const TITLE: &str = "What you ask";

/// The thirty minutes and what can be done about them. Without anything to ask from it says what to tell first.
pub fn part(desk: Desk) -> Markup {
    match questions(desk.campaign, desk.visit.today, desk.person) {
        Ok(shown) => html! { (plan(desk, &shown)) (own(desk)) },
        Err(no) => html! {
            div.finding { p { (no.message) } p { (commands::told(&no.hint)) } }
            (own(desk))
        },
    }
}

fn plan(desk: Desk, shown: &QuestionsReport) -> Markup {
    let texts = texts(shown);
    html! {
        form method="post" action=(desk.to("questions")) {
            (form::seen(&texts))
            ol.minutes {
                li { span.min { (shown.opening_minutes) " min" } p { "Hello, and your story." } }
                @for asked in &shown.questions { (line(asked, shown.questions.len())) }
                li { span.min { (shown.closing_minutes) " min" } p { "Thanks, and what happens next." } }
            }
            @if shown.kept {
                p.muted { "You keep these. " button.btn.quiet name="fresh" value="yes" { "Make them anew from what you wrote" } }
            }
        }
    }
}

fn line(asked: &Asked, all: usize) -> Markup {
    let (number, last) = (asked.number, asked.number == all);
    html! {
        li {
            span.min { (asked.minutes) " min" }
            div {
                p dir="auto" { (asked.text) }
                @if asked.next_time { p.small.muted { "You keep this one for next time." } }
                (remarks(&asked.remarks))
            }
            @if !last {
                div.do {
                    @if number > 1 {
                        button.btn.quiet name="up" value=(number) aria-label={ "Ask question " (number) " earlier" } { "Earlier" }
                    }
                    @if asked.next_time || asked.kind == QuestionKind::Own {
                        button.btn.quiet name=(if asked.next_time { "not_next_time" } else { "next_time" }) value=(number)
                            aria-label={ @if asked.next_time { "No longer keep" } @else { "Keep" } " question " (number) " for next time" } {
                            @if asked.next_time { "Not next time" } @else { "Next time too" }
                        }
                    }
                    button.btn.quiet name="remove" value=(number) aria-label={ "Remove question " (number) } { "Remove" }
                }
            }
        }
    }
}

fn own(desk: Desk) -> Markup {
    html! {
        form.one-line method="post" action=(desk.to("questions")) data-live="#heard-question" data-live-to="/check" {
            input type="hidden" name="what" value="question";
            label.sr for="question" { "A question of your own" }
            input #question type="text" name="question" value=(desk.typed("question", "")) placeholder="A question of your own"
                autocomplete="off" dir="auto";
            button.btn { "Add" }
        }
        (heard::pointed_out("question", &[]))
    }
}

/// Does what the button says.
pub fn write(visit: &Visit) -> Answer {
    let (_, person) = super::whom(visit)?;
    match visit.change(Scope::Ties, |campaign, ids| decide(visit, campaign, ids, person)) {
        Ok(changed) => visit.done(&format!("/people/{person}/prepare"), changed.step),
        Err(trouble) => again(visit, trouble, TITLE, |desk| -> Answered { Ok(part(desk)) }),
    }
}

fn decide(visit: &Visit, campaign: &Campaign, ids: &Ids, person: method::id::PersonId) -> Decision {
    let today = visit.today;
    let number = |field: &str| visit.field(field).parse::<usize>().unwrap_or_default();
    if visit.ticked("question") {
        return add_question(campaign, ids, today, person, visit.field("question"));
    }
    // A number means the questions as they were shown.
    visit
        .unchanged(&texts(&questions(campaign, today, person)?))
        .map_err(|stale| stale.hinting("Below are the questions as they stand now. Choose again."))?;
    if visit.ticked("fresh") {
        take_fresh_questions(campaign, person)
    } else if visit.ticked("remove") {
        remove_question(campaign, ids, today, person, number("remove"))
    } else if visit.ticked("next_time") {
        keep_for_next_time(campaign, ids, today, person, number("next_time"), true)
    } else if visit.ticked("not_next_time") {
        keep_for_next_time(campaign, ids, today, person, number("not_next_time"), false)
    } else if visit.ticked("up") {
        move_question(campaign, ids, today, person, number("up"), number("up").saturating_sub(1))
    } else {
        Err(Refusal::usage("Nothing was chosen.", "Use one of the buttons beside the questions."))
    }
}

fn texts(shown: &QuestionsReport) -> Vec<String> {
    shown.questions.iter().map(|asked| asked.text.clone()).collect()
}

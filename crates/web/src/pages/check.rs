//! The draft check on words of any kind: a letter, a thank-you, a question, a case. Serves every page on which words are
//! written (row M10). Nothing that is typed here is kept.

use maud::{Markup, html};
use method::case::report::remarks as about_the_case;
use method::questions::report::remarks as about_a_question;

use super::parts::heard::{heard, pointed_out};
use crate::visit::{Answer, Visit};

const TITLE: &str = "The draft check";

/// Longer names of places are not ours.
const PLACE_AT_MOST: usize = 40;

/// The page, with nothing typed yet.
pub fn show(visit: &Visit) -> Answer {
    visit.page(TITLE, page(visit, &html! { div #heard-draft aria-live="polite" {} }))
}

/// What is found in the words that were typed.
pub fn read(visit: &Visit) -> Answer {
    let said = match visit.field("what") {
        "question" => pointed_out("question", &question(visit)),
        "case" => {
            let words =
                ["purpose", "outcome", "why"].map(|part| Some(visit.field(part)).filter(|words| !words.is_empty()));
            pointed_out("case", &about_the_case(words))
        }
        _ => heard(place(visit), &typed(visit), visit.told("email").as_deref()),
    };
    visit.page(TITLE, page(visit, &said))
}

fn question(visit: &Visit) -> Vec<method::case::remark::Remark> {
    let question = visit.field("question");
    if question.is_empty() { Vec::new() } else { about_a_question(question) }
}

fn page(visit: &Visit, said: &Markup) -> Markup {
    html! {
        h1 { (TITLE) }
        p.intro { "Before you send something: it finds what asks for a job, asks who is hiring, or makes your search their problem, and shows how to say it instead." }
        form.stack method="post" action="/check" data-live={ "#heard-" (place(visit)) } {
            @if visit.ticked("place") { input type="hidden" name="place" value=(place(visit)); }
            @if let Some(email) = visit.told("email") { input type="hidden" name="email" value=(email); }
            label for="words" { "What you would write" }
            p.help #words-help { "Nothing you type here is kept." }
            textarea #words name="words" rows="9" dir="auto" aria-describedby="words-help" { "\n" (typed(visit)) }
            (said)
            p { button.btn.first { "Check" } }
        }
    }
}

fn typed(visit: &Visit) -> String {
    visit.field("words").replace("\r\n", "\n")
}

/// The place beneath the words, as the page names it on which they are typed.
fn place(visit: &Visit) -> &str {
    let place = visit.field("place");
    let is_name =
        place.len() <= PLACE_AT_MOST && place.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    if is_name && !place.is_empty() { place } else { "draft" }
}

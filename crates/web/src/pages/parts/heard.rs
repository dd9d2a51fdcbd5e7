//! What the draft check says of words, beneath them, while they are typed. Serves every page on which words are written
//! that will be said or sent; nothing is kept by it.

use maud::{Markup, html};
use method::case::remark::Remark;
use method::draft::pointed::{Pointed, pointed};
use method::draft::{Longest, Severity, check_in_form, has_own_words, looks_english};

use super::ways::mail;
use crate::commands;

/// How the words go.
pub const SUBJECT: &str = "Thank you";

/// What is found in a draft; for words of ours, which are left as they are, only what is a fault.
pub fn findings(words: &str, longest: Longest, is_ours: bool) -> Markup {
    let mut found = check_in_form(words, longest);
    found.retain(|finding| !is_ours || finding.severity == Severity::Fault);
    html! {
        @for phrase in pointed(&found) { (one(&phrase)) }
        @if !words.chars().any(char::is_alphanumeric) { div.finding { p { "There are no words yet." } } }
        @else if !has_own_words(words) { div.finding { p { "All of it is quoted or forwarded; there are no words of your own yet." } } }
        @else if found.is_empty() && !looks_english(words) { div.finding { p { "This does not look like English, the only language that this check knows." } } }
        @else if found.is_empty() { div.finding.fine { p { "Nothing in these words gets in the way of a conversation." } } }
    }
}

fn one(phrase: &Pointed) -> Markup {
    html! {
        div.finding {
            p { q { (phrase.quote) } " " @if phrase.is_advice() { span.muted { "advice" } } @else { (phrase.does) "." } }
            @for finding in &phrase.findings {
                p { @if phrase.is_advice() { (finding.says) " " } (finding.why) }
                p { strong { "Instead: " } (finding.instead) }
            }
        }
    }
}

/// The place beneath some words: what is found in them, and the way to send them as they stand there.
pub fn heard(place: &str, words: &str, email: Option<&str>) -> Markup {
    html! {
        div id={ "heard-" (place) } aria-live="polite" {
            (findings(words, Longest::default(), false))
            @if let Some(email) = email { p { a.btn href=(mail(email, SUBJECT, words)) { "Write it in your mail" } } }
        }
    }
}

/// The place beneath a question or a case: what is pointed out, and nothing where all is well.
pub fn pointed_out(place: &str, remarks: &[Remark]) -> Markup {
    html! {
        div id={ "heard-" (place) } aria-live="polite" {
            @for remark in remarks { div.finding { p { (commands::told(&remark.text)) } } }
        }
    }
}

/// A thank-you to make one's own, folded; the check reads along.
pub fn thank_you(place: &str, label: &str, words: &str, email: Option<&str>) -> Markup {
    html! {
        details.told {
            summary { "A thank-you to make your own" }
            form.stack method="post" action="/check" data-live={ "#heard-" (place) } {
                input type="hidden" name="place" value=(place);
                @if let Some(email) = email { input type="hidden" name="email" value=(email); }
                label.sr for={ "words-" (place) } { (label) }
                textarea id={ "words-" (place) } name="words" rows="9" dir="auto" { "\n" (words) }
                (heard(place, words, email))
                p { button.btn.quiet { "Check" } }
            }
        }
    }
}

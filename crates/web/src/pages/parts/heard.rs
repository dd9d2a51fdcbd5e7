//! What the draft check says of words, beneath them, while they are typed. Serves every page on which words are written
//! that will be said or sent; nothing is kept by it.

use maud::{Markup, html};
use method::case::remark::Remark;
use method::draft::pointed::{Pointed, pointed};
use method::draft::{Longest, check_in_form, has_own_words, looks_english};

use super::ways::mail;
use crate::commands;

/// Under which subject a letter goes that the check has read along.
pub const SUBJECT: &str = "Thank you";

/// What is found in a draft.
pub fn findings(words: &str, longest: Longest) -> Markup {
    let found = check_in_form(words, longest);
    html! {
        @for phrase in pointed(&found) { (one(&phrase)) }
        @if !words.chars().any(char::is_alphanumeric) { div.finding { p { "There are no words yet." } } }
        @else if !has_own_words(words) { div.finding { p { "All of it is quoted or forwarded; there are no words of your own yet." } } }
        @else if found.is_empty() && !looks_english(words) { div.finding { p { "This does not look like English, the only language that this check knows." } } }
        @else if found.is_empty() { (nothing_found()) }
    }
}

/// What is said of words in which nothing is found.
pub fn nothing_found() -> Markup {
    html! { div.finding.fine { p { "Nothing in these words gets in the way of a conversation." } } }
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
    beneath(place, words, email, &findings(words, Longest::default()))
}

fn beneath(place: &str, words: &str, email: Option<&str>, said: &Markup) -> Markup {
    html! {
        div id={ "heard-" (place) } aria-live="polite" {
            (said)
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

/// A thank-you to make one's own, folded; the check reads along. `said` is what it says of the words as they stand.
pub fn thank_you(place: &str, label: &str, words: &str, email: Option<&str>, said: &Markup) -> Markup {
    html! {
        details.told {
            summary { "A thank-you to make your own" }
            form.stack method="post" action="/check" data-live={ "#heard-" (place) } {
                input type="hidden" name="place" value=(place);
                @if let Some(email) = email { input type="hidden" name="email" value=(email); }
                label.sr for={ "words-" (place) } { (label) }
                textarea id={ "words-" (place) } name="words" rows="9" dir="auto" { "\n" (words) }
                (beneath(place, words, email, said))
                p { button.btn.quiet { "Check" } }
            }
        }
    }
}

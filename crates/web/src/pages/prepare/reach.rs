//! The ways to reach one person: links that open the telephone or the mail program with the words in it, their profile,
//! and a line to tell a number or an address that is not known. Serves the ask. Nothing is called or sent from here.

use std::fmt::Write as _;

use maud::{Markup, html};
use method::ask::Form;
use method::change::Refusal;
use method::list::edit::{PersonEdit, edit_person};
use method::list::line::told_in_a_line;
use store::Scope;

use super::{Answered, Desk, again};
use crate::visit::{Answer, Visit};

/// The links for this form of the ask.
pub fn ways(desk: Desk, subject: Option<&str>, words: &str) -> Markup {
    let shown = desk.campaign.shown(desk.person);
    let by_mail = desk.form == Form::Email;
    let subject = subject.unwrap_or_default();
    html! {
        @if by_mail {
            @for email in shown.emails() {
                p.reach { a href=(mail(email, subject, words)) { "Write to " (email) } span.muted { ", with these words, in your mail program" } }
            }
        } @else {
            @for phone in shown.phones() {
                p.reach {
                    @if desk.form == Form::Message {
                        a href=(text_message(phone, words)) { "Text " (phone) } span.muted { ", with these words, in your messages" }
                    } @else { a href=(telephone(phone)) { "Call " (phone) } }
                }
            }
        }
        @for (link, page) in shown.links().into_iter().filter_map(|link| Some((link, page(link)?))) {
            p.reach { a href=(page) rel="noreferrer noopener" target="_blank" { "Open their page" } span.muted { " " (link) } }
        }
        @if desk.form != Form::Call { (to_copy(words)) }
    }
}

/// The words on their own: one click marks them all, and a button takes them along where there is a script.
fn to_copy(words: &str) -> Markup {
    html! {
        details.otherwise {
            summary { "Copy the words" }
            p.said.all #to-copy dir="auto" tabindex="0" { (words) }
            p.muted { "One click marks all of them. " button.btn data-copy="#to-copy" type="button" hidden { "Copy" } }
        }
    }
}

/// A line to tell a number or an address, when this form of the ask needs one that is not known.
pub fn missing(desk: Desk) -> Markup {
    let shown = desk.campaign.shown(desk.person);
    let (wanting, label, example) = match desk.form {
        Form::Email => (shown.emails().is_empty(), "Their e-mail address", "name@example.org"),
        Form::Message => (
            shown.phones().is_empty() && shown.links().is_empty(),
            "Their number, or their page",
            "+1 555 0100 or linkedin.com/in/name",
        ),
        Form::Call | Form::Voicemail => (shown.phones().is_empty(), "Their telephone number", "+1 555 0100"),
    };
    html! { @if wanting || desk.again && desk.visit.ticked("reach") { (field(desk, label, example)) } }
}

fn field(desk: Desk, label: &str, example: &str) -> Markup {
    html! {
        form.stack.reach-by method="post" action=(desk.to("reach")) {
            input type="hidden" name="form" value=(desk.form.word());
            label for="reach" { (label) }
            div.line {
                input #reach type="text" name="reach" placeholder=(example) value=(desk.typed("reach", "")) autocomplete="off";
                button.btn { "Save" }
            }
        }
    }
}

/// Writes down the number or the address.
pub fn reach(visit: &Visit) -> Answer {
    let (_, person) = super::whom(visit)?;
    // Read like a line about somebody, of which only the ways to reach them are taken.
    let told = told_in_a_line(&format!("_, {}", visit.field("reach")), visit.today);
    let edit = PersonEdit { emails: told.emails, phones: told.phones, links: told.links, ..PersonEdit::default() };
    let changed = visit.change(Scope::Everyone, |campaign, _| {
        if edit == PersonEdit::default() {
            return Err(Refusal::usage(
                "That is neither a telephone number nor an address.",
                "Paste one of them, such as +1 555 0100 or name@example.org.",
            ));
        }
        edit_person(campaign, visit.today, person, &edit, None)
    });
    match changed {
        Ok(changed) => {
            let form = Form::from_word(visit.field("form")).unwrap_or(Form::Call);
            visit.done(&format!("/people/{person}/prepare?form={}", form.word()), changed.step)
        }
        Err(trouble) => again(visit, trouble, "How to reach them", |desk| -> Answered {
            Ok(field(desk, "Telephone number or address", "+1 555 0100"))
        }),
    }
}

/// A link that dials. Only what can be dialled stays.
pub fn telephone(phone: &str) -> String {
    let dialled: String = phone.chars().filter(|letter| letter.is_ascii_digit() || "+*#".contains(*letter)).collect();
    format!("tel:{}", dialled.replace('#', "%23"))
}

/// A link that opens the program for text messages with these words.
fn text_message(phone: &str, words: &str) -> String {
    let number = telephone(phone);
    format!("sms:{}?body={}", number.trim_start_matches("tel:"), escaped(words))
}

/// A link that opens the mail program with these words.
pub fn mail(email: &str, subject: &str, words: &str) -> String {
    let words = words.replace("\r\n", "\n").replace('\n', "\r\n");
    let to = escaped(email).replace("%40", "@");
    if subject.is_empty() && words.is_empty() {
        return format!("mailto:{to}");
    }
    format!("mailto:{to}?subject={}&body={}", escaped(subject), escaped(&words))
}

/// A plus would stay a plus in a mail program, so a space is written as `%20`.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

/// Links are kept without what stands before the host, or with http(s); anything else leads nowhere.
fn page(link: &str) -> Option<String> {
    if link.starts_with("https://") || link.starts_with("http://") {
        return Some(link.to_owned());
    }
    (!link.contains(':')).then(|| format!("https://{link}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_dials_digits_only() {
        assert_eq!(telephone("+1 (555) 01-00"), "tel:+15550100");
        assert_eq!(telephone("javascript:alert(1)"), "tel:1");
        assert_eq!(text_message("+1 555 0100", "Hi & bye"), "sms:+15550100?body=Hi%20%26%20bye");
    }

    #[test]
    fn a_letter_keeps_its_lines_and_cannot_add_a_field() {
        assert_eq!(
            mail("a@b.example", "Half an hour", "Hi,\nyou & I?"),
            "mailto:a@b.example?subject=Half%20an%20hour&body=Hi%2C%0D%0Ayou%20%26%20I%3F"
        );
        assert_eq!(mail("a?bcc=x@b.example", "", ""), "mailto:a%3Fbcc%3Dx@b.example");
    }
}

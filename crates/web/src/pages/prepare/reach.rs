//! The ways to reach one person: links that open the telephone or the mail program with the words in it, their profile,
//! and a line to tell a number or an address that is not known. Serves the ask. Nothing is called or sent from here.

use maud::{Markup, html};
use method::ask::Form;
use method::change::Refusal;
use method::list::edit::{PersonEdit, edit_person};
use method::list::line::told_in_a_line;
use store::Scope;

use super::{Answered, Desk, again};
use crate::pages::parts::ways::{mail, page, telephone, text_message};
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

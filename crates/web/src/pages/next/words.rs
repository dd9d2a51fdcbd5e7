//! The words to ask somebody with, within the slate, as long as people have no page of their own. Serves the ask.

use maud::{Markup, html};
use method::ask::Form;
use method::ask::draft::{AskDraft, ask_draft};
use method::campaign::Campaign;
use method::list::slate::Suggestion;

use crate::commands::told;
use crate::shell::capital;
use crate::visit::Visit;

/// What can be said to them, in the form that was chosen; a call if none was.
pub fn ask(visit: &Visit, campaign: &Campaign, one: &Suggestion) -> Markup {
    let id = one.person.id;
    let form = Form::from_word(visit.query("form")).unwrap_or(Form::Call);
    // Somebody on the slate is on the list.
    let Ok(draft) = ask_draft(campaign, visit.today, id, form) else { return html! {} };
    html! {
        section.calm.ask aria-label={ "What you can say to " (one.person.name) } {
            nav.forms aria-label="How you ask" {
                @for other in Form::ALL {
                    a href={ "/next?who=" (id) "&form=" (other.word()) "#" (id) } aria-current=[(*other == form).then_some("true")] {
                        (capital(spoken(*other)))
                    }
                }
            }
            (said(&draft))
            p.small { "When you have asked: " code { "halfhour ask log " (id) " --form " (form.word()) } }
        }
    }
}

fn said(draft: &AskDraft) -> Markup {
    html! {
        @if let Some(subject) = &draft.subject { p { strong { "Subject: " } bdi { (subject) } } }
        p.said dir="auto" { (draft.text) }
        @if !draft.otherwise.is_empty() {
            details {
                summary { "If it goes another way" }
                ul { @for one in &draft.otherwise { li { (capital(&one.when)) ": “" (one.say) "”" } } }
            }
        }
        @for remark in &draft.remarks { p.small { (told(&remark.text)) } }
        @if !draft.missing.is_empty() {
            details {
                summary { "What would make it better" }
                ul { @for line in &draft.missing { li { (told(line)) } } }
            }
        }
    }
}

fn spoken(form: Form) -> &'static str {
    match form {
        Form::Call => "call",
        Form::Voicemail => "voicemail",
        Form::Email => "e-mail",
        Form::Message => "short message",
    }
}

//! Pieces of forms: fields with their label and help, hidden fields, the button that takes a step back. Serves every page.

use maud::{Markup, html};
use serde::Serialize;
use store::StepId;

use crate::error::Trouble;
use crate::secret::Secret;
use crate::visit::Visit;
use crate::{once, seen};

/// One line to type.
pub fn line(name: &str, label: &str, help: &str, value: &str) -> Markup {
    let about = format!("{name}-help");
    html! {
        div.field {
            label for=(name) { (label) }
            @if !help.is_empty() { p.help id=(about) { (help) } }
            input #(name) type="text" name=(name) value=(value) dir="auto" autocomplete="off"
                aria-describedby=[(!help.is_empty()).then_some(&about)];
        }
    }
}

/// Several lines to type.
pub fn lines(name: &str, label: &str, help: &str, value: &str) -> Markup {
    let about = format!("{name}-help");
    html! {
        div.field {
            label for=(name) { (label) }
            @if !help.is_empty() { p.help id=(about) { (help) } }
            // A line end after the opening tag is dropped by browsers, so one is given away.
            textarea #(name) name=(name) dir="auto" aria-describedby=[(!help.is_empty()).then_some(&about)] { "\n" (value) }
        }
    }
}

/// A box to tick.
pub fn tick(name: &str, label: &str, ticked: bool) -> Markup {
    html! { label.tick { input type="checkbox" name=(name) value="yes" checked[ticked]; span { (label) } } }
}

/// Why the form was not taken, above its fields.
pub fn refused(message: &str, hint: &str) -> Markup {
    html! {
        div.finding role="alert" {
            @let (says, lines) = in_lines(message);
            p { strong { (says) } }
            (lines)
            @if !hint.is_empty() { p { (crate::commands::told(hint)) } }
        }
    }
}

/// A message, and as a list what it names line by line.
pub fn in_lines(message: &str) -> (&str, Markup) {
    let (says, lines) = message.split_once('\n').unwrap_or((message, ""));
    let lines = html! {
        @if !lines.is_empty() { ul { @for line in lines.lines() { li dir="auto" { (crate::commands::told(line.trim_start_matches(['-', ' ']))) } } } }
    };
    (says, lines)
}

/// What stands of a form's fields: the label of each, its name, and its value with a line end between several.
pub type Stands = Vec<(&'static str, &'static str, String)>;

/// Why the form was not taken; where it was changed elsewhere meanwhile, also what stands now otherwise than it was typed.
/// The form below holds what was typed and [`seen()`] of what stands now, so that sending it again keeps it.
pub fn not_taken(visit: &Visit, trouble: &Trouble, stands: &Stands) -> Markup {
    let typed = |field: &str| {
        let all = visit.form.iter().filter(|(name, _)| name == field);
        all.map(|(_, value)| value.trim().replace("\r\n", "\n")).collect::<Vec<_>>().join("\n")
    };
    let other: Vec<_> = stands.iter().filter(|(_, field, value)| typed(field) != *value).collect();
    html! {
        (refused(&trouble.message(), &trouble.hint()))
        @if trouble.is_stale() && !other.is_empty() {
            div.calm {
                p { "What stands now:" }
                ul.plain {
                    @for (label, _, value) in other {
                        li { (label) ": " @if value.is_empty() { "nothing" } @else { bdi { (value.replace('\n', ", ")) } } }
                    }
                }
            }
        }
    }
}

/// What the form shows, so that a change made elsewhere meanwhile is noticed. See [`crate::visit::Visit::unchanged`].
pub fn seen(fact: &impl Serialize) -> Markup {
    html! { input type="hidden" name=(seen::FIELD) value=(seen::fingerprint(fact)); }
}

/// A word of its own for this form, so that pressing its button twice adds nothing twice. See [`crate::visit::Visit::once`].
pub fn once() -> Markup {
    let word = Secret::fresh().ok();
    html! { @if let Some(word) = word { input type="hidden" name=(once::FIELD) value=(word.word()); } }
}

/// The page to come back to.
pub fn back(path: &str) -> Markup {
    html! { input type="hidden" name="back" value=(path); }
}

/// Takes a step back.
pub fn undo(path: &str, step: StepId, says: &str) -> Markup {
    html! {
        form.inline method="post" action="/undo" {
            (back(path))
            button.btn.quiet name="step" value=(step) { (says) }
        }
    }
}

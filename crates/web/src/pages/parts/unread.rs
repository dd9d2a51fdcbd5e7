//! Jotted lines of which some were not taken: what was taken, and the others with their reasons. Serves every page that
//! takes lines.

use maud::{Markup, html};
use method::list::lines::Unread;
use store::StepId;

use crate::commands;
use crate::error::Trouble;
use crate::visit::Visit;
use crate::{said, shell};

/// What was taken, with its undo, and why the others were not.
pub fn told_again(visit: &Visit, step: Option<StepId>, rest: &[Unread]) -> Result<Markup, Trouble> {
    let step = step.map(|step| visit.app.step(step)).transpose()?.flatten();
    Ok(html! {
        @if let Some(step) = &step { (shell::told(visit, step)) }
        div.finding.stack role="alert" {
            p { strong { @if rest.len() == 1 { "One line was not taken. It still stands below." } @else { (rest.len()) " lines were not taken. They still stand below." } } }
            ul.plain {
                @for one in rest {
                    li {
                        p dir="auto" { bdi { (one.line) } }
                        p.said dir="auto" { (said::refusal(&one.no.message)) " " (commands::told(&one.no.hint)) }
                    }
                }
            }
        }
    })
}

/// The lines themselves, for the field in which they stood.
pub fn lines(rest: &[Unread]) -> String {
    rest.iter().map(|one| one.line.as_str()).collect::<Vec<_>>().join("\n")
}

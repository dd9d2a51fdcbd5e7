//! The third step of Welcome: conversations that were held already, jotted down by the line.

use std::cell::RefCell;

use axum::http::StatusCode;
use maud::{Markup, html};
use method::conversation::record_talks::record_talks;
use store::Scope;

use super::{Step, framed, ways};
use crate::pages::parts::form;
use crate::pages::parts::unread::{self, told_again};
use crate::visit::{Answer, Visit};

/// The page.
pub fn show(visit: &Visit) -> Answer {
    visit.page("Who you talked to", page(&html! {}, ""))
}

fn page(above: &Markup, typed: &str) -> Markup {
    let help = "Ben Okafor, 3 Nov: said to look at ports";
    let body = html! {
        (above)
        form.stack method="post" action=(Step::Talked.path()) {
            (form::lines("talks", "Who, when, and what they said if you like", help, typed))
            p.muted { "Days as you would say them: last tuesday, two weeks ago, 2026-11-03. One conversation on each line." }
            div.row { button.btn.first { "Go on" } (ways(Step::Talked)) }
        }
    };
    let intro =
        "About your search, in the last weeks. Then nobody is asked twice, and those who helped hear from you again.";
    framed(Step::Talked, "Already talked to someone?", intro, &body)
}

/// Records them in one step; what cannot be read comes back.
pub fn write(visit: &Visit) -> Answer {
    let rest = RefCell::new(Vec::new());
    let changed = visit.change(Scope::Everyone, |campaign, ids| {
        let lines = record_talks(campaign, ids, visit.today, visit.field("talks"));
        rest.replace(lines.unread);
        Ok(lines.changes)
    })?;
    let rest = rest.into_inner();
    match (rest.is_empty(), changed.step) {
        (true, None) => visit.go(Step::Talked.next()),
        (true, step) => visit.done(Step::Talked.next(), step),
        (false, step) => {
            let status = if step.is_some() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
            let above = told_again(visit, step, &rest)?;
            visit.page_with(status, "Who you talked to", page(&above, &unread::lines(&rest)))
        }
    }
}

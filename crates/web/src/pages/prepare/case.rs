//! The case on the page of one person: purpose, outcome, why them. Serves the case (row M8). What is not written there is
//! made from facts again whenever it is shown, so only words that were changed are kept.

use maud::html;
use method::case::report::{CaseReport, case};
use method::case::set_case::{CaseWords, set_case};
use store::Scope;

use super::{Answered, Desk, again};
use crate::pages::parts::{form, heard};
use crate::visit::{Answer, Visit};

const TITLE: &str = "Why you call";

/// The form.
pub fn part(desk: Desk) -> Answered {
    let shown = case(desk.campaign, desk.visit.today, desk.person)?;
    let [purpose, outcome, why] = kept(&shown).map(Option::unwrap_or_default);
    Ok(html! {
        @if !shown.prefilled.is_empty() {
            p.muted { "Filled in from what you wrote so far. Change what you would say otherwise; emptied fields fill themselves again." }
        }
        @if !desk.again { (heard::pointed_out("case", &shown.remarks)) } @else { (heard::pointed_out("case", &[])) }
        form.stack.short method="post" action=(desk.to("case")) data-live="#heard-case" data-live-to="/check" {
            input type="hidden" name="what" value="case";
            input type="hidden" name="version" value=(shown.version);
            (form::lines("purpose", "Purpose", "What the call is for.", &desk.typed("purpose", purpose)))
            (form::lines("outcome", "Outcome", "What you hope to know or have afterwards.", &desk.typed("outcome", outcome)))
            (form::lines("why", "Why this person", "As you would say it to them.", &desk.typed("why", why)))
            p { button.btn { "Save" } }
        }
    })
}

fn kept(shown: &CaseReport) -> [Option<&str>; 3] {
    [shown.purpose.as_deref(), shown.outcome.as_deref(), shown.why.as_deref()]
}

/// Writes it.
pub fn write(visit: &Visit) -> Answer {
    let (campaign, person) = super::whom(visit)?;
    let shown = case(&campaign, visit.today, person)?;
    let [purpose, outcome, why] = kept(&shown);
    let new = |field: &str, before: Option<&str>| {
        let words = visit.field(field);
        let same = words.split_whitespace().eq(before.unwrap_or_default().split_whitespace());
        (!same).then(|| words.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let words = CaseWords { purpose: new("purpose", purpose), outcome: new("outcome", outcome), why: new("why", why) };
    let version = visit.field("version");
    let changed =
        visit.change(Scope::Everyone, |campaign, ids| set_case(campaign, ids, person, words.clone(), Some(version)));
    match changed {
        Ok(changed) => visit.done(&format!("/people/{person}/prepare"), changed.step),
        Err(trouble) => again(visit, trouble, TITLE, part),
    }
}

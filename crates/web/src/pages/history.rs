//! History: what was done, step by step, by whichever door, and the way to take any of it back. Serves every step.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::day::spoken;
use method::id::{ConversationId, PersonId};
use method::list::standing::standing;
use store::{Step, StepId};

use super::parts::form::undo as undo_button;
use super::parts::person;
use crate::error::Trouble;
use crate::said;
use crate::shell::capital;
use crate::visit::{Answer, Visit};

/// How many steps one page shows.
const STEPS: usize = 100;

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let before: Option<u64> = visit.query("before").parse().ok();
    let mut steps = visit.app.history(None)?;
    // No undo crosses a forgetting.
    let last_final = steps.iter().find(|step| step.is_final).map_or(StepId(0), |step| step.id);
    steps.retain(|step| before.is_none_or(|before| step.id.0 < before));
    let more = steps.len() > STEPS;
    steps.truncate(STEPS);
    visit.page(
        "History",
        html! {
            h1 { "History" }
            p.intro { "Everything that was done. Whatever you take back can be done again." }
            @if steps.is_empty() { p.calm { "Nothing was done yet." } }
            @for day in steps.chunk_by(|a, b| on(a) == on(b)) {
                h2 { (day.first().map(|step| spoken(on(step), visit.today)).unwrap_or_default()) }
                ol.moves { @for step in day { li { (row(visit, step, step.id > last_final)) } } }
            }
            div.row.on {
                @if before.is_some() { a.btn href="/history" { "The newest" } }
                @if let Some(last) = steps.last().filter(|_| more) { a.btn href={ "/history?before=" (last.id) } { "Earlier" } }
            }
        },
    )
}

fn row(visit: &Visit, step: &Step, can_be_undone: bool) -> Markup {
    let time = step.at.to_zoned(TimeZone::system()).strftime("%H:%M").to_string();
    html! {
        div.move.past[step.undone_by.is_some()] {
            div.words {
                p.what dir="auto" { (capital(&said::step(&step.text))) }
                p.why {
                    (time) ", " (said::door(&step.door))
                    @if step.undone_by.is_some() { ", taken back since" }
                    @if step.is_final { ", for good" }
                }
            }
            div.do {
                @if step.undone_by.is_none() && can_be_undone {
                    (undo_button(&visit.path, step.id, if step.is_undo() { "Do it after all" } else { "Undo" }))
                }
            }
        }
    }
}

fn on(step: &Step) -> jiff::civil::Date {
    step.at.to_zoned(TimeZone::system()).date()
}

/// Takes a step back, and goes on with the page from which it was taken back, as far as that still stands.
pub fn undo(visit: &Visit) -> Answer {
    let step: StepId = visit.field("step").parse().map_err(|_| Trouble::NoSuchPage)?;
    let undone = visit.app.undo(Some(step))?;
    let back = still_there(&*visit.campaign()?, &visit.back("/history"));
    visit.done(&back, Some(undone.step))
}

/// The page of a conversation or a person may go with the step. Then it is the person's, and where they are gone, Today.
fn still_there(campaign: &Campaign, path: &str) -> String {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let (who, rest) = match parts.as_slice() {
        ["people", who, rest @ ..] => (who, rest),
        ["settings", "forget", who] => (who, [].as_slice()),
        _ => return path.to_owned(),
    };
    let Ok(id) = who.parse::<PersonId>() else { return path.to_owned() };
    let holds = |talk: ConversationId| campaign.conversations.contains_key(&talk);
    match rest {
        _ if standing(campaign, id).is_err() => "/".to_owned(),
        ["talk", talk, ..] if !talk.parse().is_ok_and(holds) => person::page(id),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use method::demo::demo;
    use method::id::Ids;

    use super::*;

    #[test]
    fn whoever_takes_back_a_conversation_comes_to_the_person_and_never_to_a_page_that_is_gone() {
        let mut campaign = Campaign::default();
        let changes = demo(&campaign, &Ids::default(), date(2026, 11, 23)).unwrap();
        campaign.apply(changes);
        let talk = campaign.conversations.values().next().unwrap();
        let (who, stands) = (person::page(talk.person), format!("{}/talk/{}", person::page(talk.person), talk.id));
        for (back, to) in [
            ("/history", "/history"),
            ("/people/duplicates", "/people/duplicates"),
            ("/people/p99999", "/"),
            ("/people/p99999/talk/c1", "/"),
            ("/settings/forget/p99999", "/"),
            (format!("{who}/talk/c99999").as_str(), who.as_str()),
            (stands.as_str(), stands.as_str()),
        ] {
            assert_eq!(still_there(&campaign, back), to);
        }
    }
}

//! Those one wrote with or met who are not on the list: with figures, to be added one by one or several at once. Serves
//! the list. It adds nobody unasked, and all who are added at once are one step.

use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::Refusal;
use method::list::import::account::Offered;
use method::list::offered::{add_offered, called, still_offered};
use store::Scope;

use crate::error::Trouble;
use crate::jobs::{Outcome, Stage};
use crate::shell::grouped;
use crate::visit::{Answer, Visit};

/// How many are shown.
const SHOWN: usize = 50;

/// They are named, before anything is written.
pub fn named(offered: &[Offered]) -> Markup {
    let all: Vec<&Offered> = offered.iter().collect();
    framed(
        &all,
        false,
        &html! {
            p.muted { "Nobody is added unasked. Once the files are in, you can add them here with one click." }
            ul.plain.ruled { @for one in all.iter().take(SHOWN) { li { (who(one)) } } }
        },
    )
}

/// They can be added, with their addresses. `here` is the page of their import. Whoever has just added one sees the others.
pub fn to_choose(visit: &Visit, campaign: &Campaign, offered: &[Offered], here: &str) -> Markup {
    let all = still_offered(campaign, offered);
    framed(
        &all,
        !visit.query("done").is_empty(),
        &html! {
            p.muted { "Nobody is added unasked. Add one, or tick several and add them together." }
            form method="post" action={ (here) "/people" } {
                ul.plain.ruled.offers { @for one in all.iter().take(SHOWN) { li { (to_tick(one)) } } }
                p { button.btn { "Add those I ticked" } }
            }
        },
    )
}

fn framed(all: &[&Offered], is_open: bool, body: &Markup) -> Markup {
    html! {
        @if !all.is_empty() {
            details open[is_open] {
                summary { @if all.len() == 1 { "Somebody" } @else { (grouped(all.len())) " people" } " you wrote with or met, not on your list" }
                (body)
                @if all.len() > SHOWN { p.muted { "and " (grouped(all.len() - SHOWN)) " more, with less between you" } }
            }
        }
    }
}

fn to_tick(one: &Offered) -> Markup {
    html! {
        label.tick { input type="checkbox" name="who" value=(one.address); (who(one)) }
        button.btn name="one" value=(one.address) aria-label={ "Add " (called(one)) } { "Add" }
    }
}

fn who(one: &Offered) -> Markup {
    let name = called(one);
    let address = Some(&one.address).filter(|address| **address != name && !address.starts_with("name:"));
    html! {
        span {
            bdi { (name) }
            @if let Some(address) = address { " " bdi.muted { (address) } }
            br; small.muted { (figures(one)) }
        }
    }
}

/// `12 from you, 9 from them, 2 meetings, the last in March 2026`.
fn figures(one: &Offered) -> String {
    let mut parts = Vec::new();
    if one.sent > 0 || one.received > 0 {
        parts.push(format!("{} from you, {} from them", one.sent, one.received));
    }
    if one.met > 0 {
        parts.push(format!("{} {}", one.met, if one.met == 1 { "meeting" } else { "meetings" }));
    }
    format!("{}, the last in {}", parts.join(", "), one.last_on.strftime("%B %Y"))
}

/// Adds whom the form names, as far as this import offered them.
pub fn add(visit: &Visit) -> Answer {
    let id: u64 = visit.part("job")?;
    let Some(job) = visit.app.jobs().find(id) else { return visit.go("/import") };
    let Stage::Over(outcome) = job.stage() else { return Err(Trouble::NoSuchPage) };
    let Outcome::Brought(told, _) = &*outcome else { return Err(Trouble::NoSuchPage) };
    let wanted = if visit.field("one").is_empty() { visit.fields("who") } else { vec![visit.field("one")] };
    let all = told.account.sources.iter().flat_map(|source| &source.offered);
    let chosen: Vec<Offered> = all.filter(|one| wanted.contains(&one.address.as_str())).cloned().collect();
    if chosen.is_empty() {
        return Err(Refusal::usage("Nobody was ticked.", "Go back and tick whom you want on your list.").into());
    }
    let changed = visit.change(Scope::Ties, |campaign, ids| add_offered(campaign, ids, visit.today, &chosen))?;
    visit.done(&format!("/import/{id}"), changed.step)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn figures_say_what_there_was_between_you() {
        let on = date(2026, 3, 4);
        let one = Offered { address: "bo@x.example".into(), name: None, sent: 2, received: 1, met: 1, last_on: on };
        assert_eq!(figures(&one), "2 from you, 1 from them, 1 meeting, the last in March 2026");
        let met = Offered { sent: 0, received: 0, met: 3, ..one };
        assert_eq!(figures(&met), "3 meetings, the last in March 2026");
    }
}

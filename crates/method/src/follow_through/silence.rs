//! What an ask without an answer calls for next: a second person, asking once more, or letting go (E15).
//!
//! Serves following through. One ask is always in one stage, so that a silence never nags twice on one day.

use jiff::civil::Date;

use crate::ask::Ask;
use crate::campaign::Campaign;
use crate::change::Key;
use crate::day::plus_days;
use crate::follow_through::moves::DAYS_AHEAD;
use crate::follow_through::view::View;
use crate::organization::same;

/// Business days after the ask until a second person is tried.
pub const SECOND_PERSON_AFTER: u32 = 3;
/// Business days after the ask until the seeker asks once more.
pub const ONCE_MORE_AFTER: u32 = 7;
/// Business days after asking once more, or after the day for it, until it is let go.
pub const LET_GO_AFTER: u32 = 7;

/// The stage of a silence, with the day on which it calls for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Try a second person in this organization.
    SecondPerson(Date, String),
    /// Ask once more.
    OnceMore(Date),
    /// Let it go.
    LetGo(Date),
}

/// Whether somebody else at the organization is known and may be called.
pub(super) fn is_another_there(view: &View, ask: &Ask, organization: &str) -> bool {
    view.knows_another_at(organization, ask.person)
}

/// Whether a second person is looked for by then, so that everybody on the list is needed.
pub fn looks_for_a_second_person(campaign: &Campaign, today: Date) -> bool {
    let last = plus_days(today, DAYS_AHEAD);
    let silences = silences(&View::of(campaign, today));
    silences.iter().any(|(_, stage)| matches!(stage, Stage::SecondPerson(due_on, _) if *due_on <= last))
}

/// Asks that are still open, each with its stage. A stage that is not needed is passed over.
pub fn silences<'a>(view: &View<'a>) -> Vec<(&'a Ask, Stage)> {
    let asks = view.campaign.asks.values();
    let open = asks.filter(|ask| ask.is_open() && !view.leaves_alone(ask.person) && view.talk_after(ask.id).is_none());
    open.map(|ask| (ask, stage(view, ask))).collect()
}

fn stage(view: &View, ask: &Ask) -> Stage {
    let put_off = |code: &str| view.put_off_until(&format!("{code}-{}", Key::from(ask.id)));
    let second_on = view.workdays.after(ask.asked_on, SECOND_PERSON_AFTER);
    let usual = view.workdays.after(ask.asked_on, ONCE_MORE_AFTER);
    let second_put_off = put_off(super::quiet_after_three::CODE);
    let after_second = second_put_off.map(|until| view.workdays.after(until, ONCE_MORE_AFTER - SECOND_PERSON_AFTER));
    let once_more_on = after_second.map_or(usual, |day| day.max(usual));
    let put_off_to = put_off(super::quiet_after_seven::CODE).map_or(once_more_on, |until| until.max(once_more_on));
    let is_unneeded = |code: &str| view.is_unneeded(&format!("{code}-{}", Key::from(ask.id)));
    let let_go_on = view.workdays.after(ask.reminded_on.unwrap_or(put_off_to), LET_GO_AFTER);
    if ask.reminded_on.is_some() || view.today >= let_go_on {
        return Stage::LetGo(let_go_on);
    }
    match organization_to_try(view, ask) {
        Some(organization) if view.today < once_more_on && !is_unneeded(super::quiet_after_three::CODE) => {
            Stage::SecondPerson(second_on, organization)
        }
        _ if is_unneeded(super::quiet_after_seven::CODE) => Stage::LetGo(let_go_on),
        _ => Stage::OnceMore(once_more_on),
    }
}

/// The organization in which a second person may be tried; none when it is not known, when somebody there was
/// tried, and when it is the seeker's own employer.
fn organization_to_try(view: &View, ask: &Ask) -> Option<String> {
    if ask.second_tried_on.is_some() {
        return None;
    }
    let organization = view.campaign.shown(ask.person).organization().filter(|there| !view.is_quiet_at(there))?;
    let tried = view.campaign.asks.values().any(|other| {
        other.person != ask.person
            && other.asked_on >= ask.asked_on
            && view.campaign.shown(other.person).organization().is_some_and(|there| same(there, organization))
    });
    (!tried).then(|| organization.to_owned())
}

//! Whom a look at the people finds, and in which order. Serves the list.
//!
//! It goes through everybody once for each look, and words only those fifty that are shown.

use method::day::{Date, days_between};
use method::id::PersonId;
use method::list::closeness::Ties;
use method::list::stage::{Stage, stage_in};
use method::organization::key;

use super::asked_for::{AskedFor, Order, Silence};
use crate::held::Held;

/// How many people stand on one page.
pub const AT_A_TIME: usize = 50;

/// Who was found.
pub struct Found {
    /// How many are found at each stage.
    pub at: Vec<(Stage, usize)>,
    /// Those at the stage that was asked for, in their order.
    pub people: Vec<PersonId>,
    /// Which fifty are shown, from 0.
    pub page: usize,
}

/// One of them, before they are put in order.
struct One<'a> {
    id: PersonId,
    stage: Stage,
    organization: Option<&'a str>,
    last_on: Option<Date>,
}

/// Looks everybody up who was asked for.
pub fn found(held: &Held, today: Date, asked: &AskedFor) -> Found {
    let ties = Ties::of(&held.campaign, today);
    let place = key(asked.place);
    let rows = held.by_name().found(asked.query).filter(|row| place.is_none() || row.organization == place);
    let all = rows.map(|row| One {
        id: row.id,
        stage: stage_in(&held.campaign, &ties.so_far, row.id),
        organization: row.organization.as_deref(),
        last_on: ties.last_in_touch_on(row.id),
    });
    let mut all: Vec<One> = all.filter(|one| is_silent(asked.silence, one.last_on, today)).collect();
    let count = |stage: &Stage| (*stage, all.iter().filter(|one| one.stage == *stage).count());
    let at = Stage::ALL.iter().map(count).collect();
    all.retain(|one| asked.stage.is_none_or(|stage| stage == one.stage));
    // They come by name, and these sorts keep that among equals.
    match asked.order {
        Order::Name => {}
        Order::Organization => all.sort_by_key(|one| (one.organization.is_none(), one.organization)),
        Order::Newest => all.sort_by_key(|one| std::cmp::Reverse(one.last_on)),
        Order::Silence => all.sort_by_key(|one| (one.last_on.is_none(), one.last_on)),
    }
    let people: Vec<PersonId> = all.into_iter().map(|one| one.id).collect();
    let last = people.len().saturating_sub(1) / AT_A_TIME;
    Found { at, people, page: asked.page.min(last) }
}

fn is_silent(silence: Silence, last_on: Option<Date>, today: Date) -> bool {
    match (silence, last_on) {
        (Silence::Any, _) | (Silence::Always, None) => true,
        (Silence::Days(days), Some(on)) => days_between(on, today) >= days,
        (Silence::Days(_), None) | (Silence::Always, Some(_)) => false,
    }
}

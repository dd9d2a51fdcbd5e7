//! What is not the seeker's turn: answers that are awaited, promises of others, and what was put off beyond the window.
//!
//! Serves following through (row M12: no guilt). It asks for nothing; the moves do that when the time has come.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::conversation::{Commitment, CommitmentState, Side};
use crate::day::plus_days;
use crate::follow_through::moves::{DAYS_AHEAD, every_move};
use crate::follow_through::view::View;

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// With whom; none when it is nobody in particular.
    pub person: Option<PersonRef>,
    /// What for.
    pub text: String,
    /// The day on which it becomes a move, as things stand.
    pub comes_back_on: Option<Date>,
}

/// What waits and is no move within the window, the one that comes back soonest first. A closed search waits for nothing.
pub fn waiting(campaign: &Campaign, today: Date) -> Vec<Waiting> {
    if campaign.direction.closed_on.is_some() {
        return Vec::new();
    }
    let view = View::of(campaign, today);
    let last = plus_days(today, DAYS_AHEAD);
    let (near, far): (Vec<_>, Vec<_>) = every_move(campaign, today).into_iter().partition(|one| one.due_on <= last);
    let comes_back = |about: &str| {
        let parts = far.iter().find(|one| one.parts.iter().any(|part| part.about == about));
        parts.map(|one| one.due_on)
    };
    let is_near = |about: &str| near.iter().any(|one| one.parts.iter().any(|part| part.about == about));
    let asks = campaign.asks.values().filter(|ask| ask.is_open() && !view.leaves_alone(ask.person));
    let asks = asks.filter(|ask| view.talk_after(ask.id).is_none()).map(|ask| {
        let text = format!("An answer of {}, asked {}", view.name(ask.person), view.when(ask.asked_on));
        (ask.id.to_string(), ask.person, text)
    });
    let theirs = campaign.commitments.values().filter(|one| one.side == Side::Theirs && is_open(one));
    let theirs = theirs.filter(|one| !view.leaves_alone(one.person)).map(|one| {
        let text = format!("{} promised: {}", view.name(one.person), one.text.trim_end_matches('.'));
        (one.id.to_string(), one.person, text)
    });
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for (about, person, text) in asks.chain(theirs).filter(|(about, ..)| !is_near(about)) {
        let person = Some(campaign.person_ref(person));
        waiting.push(Waiting { person, text, comes_back_on: comes_back(&about) });
        told.push(about);
    }
    let put_off = far.iter().filter(|one| one.parts.iter().any(|part| view.put_off_until(&part.id).is_some()));
    for one in put_off.filter(|one| !one.parts.iter().any(|part| told.contains(&part.about))) {
        let text = format!("You put off: {}", one.text.trim_end_matches('.'));
        waiting.push(Waiting { person: one.person.clone(), text, comes_back_on: Some(one.due_on) });
    }
    waiting.sort_by_key(|one| one.comes_back_on.unwrap_or(Date::MAX));
    waiting
}

fn is_open(commitment: &Commitment) -> bool {
    commitment.state == CommitmentState::Open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, day};

    fn texts(scene: &Scene, today: i32) -> Vec<String> {
        waiting(&scene.campaign, day(today)).into_iter().map(|one| one.text).collect()
    }

    #[test]
    fn what_is_put_off_far_waits_until_its_day() {
        let scene = Scene::on(17).talks_and_learns("Maria").later("thank-c1", 28);
        let waiting = waiting(&scene.campaign, day(17));
        assert_eq!(waiting[0].text, "You put off: Thank Maria");
        assert_eq!(waiting[0].comes_back_on, Some(day(28)));
        assert!(texts(&scene, 22).is_empty(), "within the window it is a move again");
    }

    #[test]
    fn an_ask_waits_unless_a_move_about_it_is_near() {
        let scene = Scene::on(16).asks("Maria");
        let about = |today| texts(&scene, today).into_iter().filter(|text| text.contains("Maria")).count();
        let near = crate::follow_through::moves::moves(&scene.campaign, day(16));
        let is_near = near.iter().any(|one| one.parts.iter().any(|part| part.about == "a1"));
        assert_eq!(about(16), usize::from(!is_near));
    }

    #[test]
    fn a_closed_search_waits_for_nothing() {
        let scene = Scene::on(17).talks_and_learns("Maria").later("thank-c1", 28).closes();
        assert!(texts(&scene, 17).is_empty());
    }
}

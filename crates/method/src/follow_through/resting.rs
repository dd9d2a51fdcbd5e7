//! Which promises of the seeker rest: those to people who declined or were set aside, and all of them in a closed search.
//!
//! Serves following through (M11). A promise that rests stays open and stays on the page of the person, but is no move. It
//! comes back by itself when the two talk again, a new ask is made, or the person is no longer set aside; so nothing is
//! written, and taking the step back is enough. A no of an earlier search counts as one of this search does.

use std::collections::BTreeSet;

use crate::campaign::Campaign;
use crate::change::{Change, Kind};
use crate::conversation::{Commitment, CommitmentState, Side};
use crate::follow_through::view::leaves_alone;
use crate::id::{CommitmentId, PersonId};
use crate::list::so_far::SoFar;

/// How many open promises of the seeker stood before these changes and rest after them.
pub fn begins(before: &Campaign, changes: &[Change]) -> usize {
    let stood = standing(before);
    if stood.is_empty() {
        return 0;
    }
    let after = after(before, &stood, changes);
    let stands: BTreeSet<CommitmentId> = standing(&after).into_iter().map(|one| one.id).collect();
    let is_open = |one: &&&Commitment| open(&after).any(|left| left.id == one.id);
    stood.iter().filter(|one| !stands.contains(&one.id)).filter(is_open).count()
}

/// As much of the campaign after these changes as decides which of these promises rest.
fn after(before: &Campaign, stood: &[&Commitment], changes: &[Change]) -> Campaign {
    const DECIDE: &[Kind] = &[Kind::Direction, Kind::Person, Kind::Ask, Kind::Conversation, Kind::Commitment];
    let people = stood.iter().filter_map(|one| before.people.get(&one.person));
    let mut after = Campaign::default();
    after.apply([before.direction.clone().into()]);
    after.apply(people.cloned().map(Change::from));
    after.apply(before.asks.values().cloned().map(Change::from));
    after.apply(before.conversations.values().cloned().map(Change::from));
    after.apply(before.earlier.values().cloned().map(Change::from));
    after.apply(stood.iter().map(|one| (*one).clone().into()));
    after.apply(changes.iter().filter(|change| DECIDE.contains(&change.key().kind)).cloned());
    after
}

/// Whether an open promise of the seeker to that person rests.
pub fn rest(campaign: &Campaign, person: PersonId) -> bool {
    open(campaign).any(|one| one.person == person)
        && (campaign.direction.closed_on.is_some() || leaves_alone(campaign, &SoFar::ever(campaign), person))
}

/// The open promises of the seeker.
pub(crate) fn open(campaign: &Campaign) -> impl Iterator<Item = &Commitment> {
    campaign.commitments.values().filter(|one| one.side == Side::Mine && one.state == CommitmentState::Open)
}

/// The open promises of the seeker that are moves, sooner or later; those that rest are none.
pub(super) fn standing(campaign: &Campaign) -> Vec<&Commitment> {
    let mut open = open(campaign).peekable();
    if campaign.direction.closed_on.is_some() || open.peek().is_none() {
        return Vec::new();
    }
    let ever = SoFar::ever(campaign);
    open.filter(|one| !leaves_alone(campaign, &ever, one.person)).collect()
}

#[cfg(test)]
mod tests {
    use super::rest;
    use crate::ask::answer::{Said, answer_ask};
    use crate::campaign::Campaign;
    use crate::direction::close::close_search;
    use crate::follow_through::scene::{Scene, day};
    use crate::id::Ids;
    use crate::list::mark::{Marks, mark_person};
    use crate::telling::telling;

    fn promised() -> Scene {
        Scene::on(16).promises("Maria", None).promises("Dan", None).promises("Dan", Some(20)).asks("Maria")
    }

    #[test]
    fn a_no_says_that_the_promise_rests() {
        let mut scene = promised();
        let maria = scene.person("Maria");
        let (campaign, ids, today) = (&scene.campaign, &scene.ids, day(16));
        let no = answer_ask(campaign, ids, today, maria, Said::Declined, None).unwrap();
        assert!(telling(campaign, &no).ends_with("; your promise rests"), "{}", telling(campaign, &no));
        let silent = answer_ask(campaign, ids, today, maria, Said::Silent, None).unwrap();
        assert!(!telling(campaign, &silent).contains("rest"));
        assert!(!rest(campaign, maria));
        scene.campaign.apply(no);
        assert!(rest(&scene.campaign, maria));
    }

    #[test]
    fn a_no_of_before_you_talked_lets_no_promise_rest() {
        let declines = |campaign: &Campaign, ids: &Ids, today, on: i32| {
            let maria = campaign.asks.values().next().unwrap().person;
            answer_ask(campaign, ids, today, maria, Said::Declined, Some(day(on)))
        };
        let scene =
            Scene::on(2).asks("Maria").later_on(4).decide(|campaign, ids, today| declines(campaign, ids, today, 4));
        let scene = scene.later_on(23).talks_with("Maria").promises("Maria", None);
        let corrected = declines(&scene.campaign, &scene.ids, day(23), 3).unwrap();
        assert_eq!(corrected.len(), 1);
        let told = telling(&scene.campaign, &corrected);
        assert!(!told.contains("rest"), "{told}");
        let since = declines(&scene.campaign, &scene.ids, day(24), 24).unwrap();
        assert!(telling(&scene.campaign, &since).ends_with("; your promise rests"), "a no since you talked does");
    }

    #[test]
    fn setting_aside_and_closing_say_it_too() {
        let mut scene = promised();
        let dan = scene.person("Dan");
        let aside = Marks { set_aside: Some(true), ..Marks::default() };
        let mark = |scene: &Scene| mark_person(&scene.campaign, dan, aside).unwrap();
        assert!(telling(&scene.campaign, &mark(&scene)).ends_with("; your 2 promises rest"));
        let close = close_search(&scene.campaign, day(16), true).unwrap();
        assert_eq!(telling(&scene.campaign, &close), "closed the search; your 3 promises rest");
        scene.campaign.apply(mark(&scene));
        let close = close_search(&scene.campaign, day(16), true).unwrap();
        assert_eq!(telling(&scene.campaign, &close), "closed the search; your promise rests", "two rest already");
    }

    #[test]
    fn what_is_kept_and_what_is_theirs_does_not_rest() {
        let mut scene = Scene::on(16).promises("Maria", None).done("keep-m1").promised_by("Maria", 20);
        let maria = scene.person("Maria");
        let aside = Marks { set_aside: Some(true), ..Marks::default() };
        let told = telling(&scene.campaign, &mark_person(&scene.campaign, maria, aside).unwrap());
        assert!(!told.contains("rest"), "{told}");
    }
}

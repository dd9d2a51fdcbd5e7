//! Which promises of the seeker rest: those to people who declined or were set aside, and all of them in a closed search.
//!
//! Serves following through (M11). A promise that rests stays open and stays on the page of the person, but is no move. It
//! comes back by itself when the two talk again, a new ask is made, or the person is no longer set aside; so nothing is
//! written, and taking the step back is enough.

use crate::ask::Answer;
use crate::campaign::Campaign;
use crate::change::{Change, Fact};
use crate::conversation::{Commitment, CommitmentState, Side};
use crate::follow_through::view::leaves_alone;
use crate::id::PersonId;
use crate::list::so_far::SoFar;

/// How many open promises of the seeker stood before these changes and rest after them.
pub fn begins(before: &Campaign, changes: &[Change]) -> usize {
    if before.direction.closed_on.is_some() {
        return 0;
    }
    let written =
        || changes.iter().filter_map(|change| if let Change::Write(fact) = change { Some(fact) } else { None });
    if written().any(|fact| matches!(fact, Fact::Direction(direction) if direction.closed_on.is_some())) {
        return stand(before, |_| true);
    }
    match written().find_map(left_alone_by) {
        Some(person) => stand(before, |one| one == person),
        None => 0,
    }
}

/// Whether an open promise of the seeker to that person rests.
pub fn rest(campaign: &Campaign, person: PersonId) -> bool {
    open(campaign).any(|one| one.person == person)
        && (campaign.direction.closed_on.is_some() || leaves_alone(campaign, &SoFar::of(campaign), person))
}

/// The person whom this fact leaves alone.
fn left_alone_by(fact: &Fact) -> Option<PersonId> {
    match fact {
        Fact::Ask(ask) if ask.answer == Some(Answer::Declined) => Some(ask.person),
        Fact::Person(person) if person.set_aside => Some(person.id),
        _ => None,
    }
}

/// The open promises of the seeker.
fn open(campaign: &Campaign) -> impl Iterator<Item = &Commitment> {
    campaign.commitments.values().filter(|one| one.side == Side::Mine && one.state == CommitmentState::Open)
}

/// How many open promises to these people are moves, sooner or later.
fn stand(campaign: &Campaign, of: impl Fn(PersonId) -> bool) -> usize {
    let open = open(campaign).filter(|one| of(one.person)).collect::<Vec<_>>();
    if open.is_empty() {
        return 0;
    }
    let so_far = SoFar::of(campaign);
    open.iter().filter(|one| !leaves_alone(campaign, &so_far, one.person)).count()
}

#[cfg(test)]
mod tests {
    use super::rest;
    use crate::ask::answer::{Said, answer_ask};
    use crate::direction::close::close_search;
    use crate::follow_through::scene::{Scene, day};
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
    fn setting_aside_and_closing_say_it_too() {
        let mut scene = promised();
        let dan = scene.person("Dan");
        let aside = Marks { set_aside: Some(true), ..Marks::default() };
        let mark = |scene: &Scene| mark_person(&scene.campaign, dan, aside).unwrap();
        assert!(telling(&scene.campaign, &mark(&scene)).ends_with("; your 2 promises rest"));
        let close = close_search(&scene.campaign, day(16)).unwrap();
        assert_eq!(telling(&scene.campaign, &close), "closed the search; your 3 promises rest");
        scene.campaign.apply(mark(&scene));
        let close = close_search(&scene.campaign, day(16)).unwrap();
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

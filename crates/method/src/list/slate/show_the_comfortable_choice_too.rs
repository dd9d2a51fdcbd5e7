//! Beside the first suggestion: whom the seeker was most in touch with, so that the choice between the two is a choice
//! (row M7). It orders nobody, and it says nothing against either.

use serde::Serialize;

use super::view::{Candidate, View};
use super::{HeldBack, Suggestion, hold};
use crate::campaign::PersonRef;
use crate::day::{days_between, spoken_month};
use crate::id::PersonId;
use crate::rules::Rule;

/// The comfortable choice, in the open.
pub const RULE: Rule = Rule {
    name: "show_the_comfortable_choice_too",
    says: "Beside the first suggestion stands the person whom you were most in touch with.",
    why: "Most of us turn to whoever feels easy; somebody respected and further away often knows more that is new.",
    evidence: &["E4"],
};

/// After so many days without a word nobody is "in touch".
const IN_TOUCH: i32 = 365;

/// The person whom it would be easiest to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comfortable {
    /// Who.
    pub person: PersonRef,
    /// Where they work, when known.
    pub organization: Option<String>,
    /// What they do there, when known.
    pub title: Option<String>,
    /// Why it would be easy.
    pub reason: String,
    /// The rule that shows them.
    pub rule: &'static str,
}

/// The free person whom the seeker was most in touch with during the last year. None when that is nobody, or the first
/// of the slate. Whoever is held back in favour of a colleague is not free.
pub(super) fn comfortable(view: &View<'_>, slate: &[Suggestion], held_back: &[HeldBack]) -> Option<Comfortable> {
    let first = slate.first()?;
    let in_touch = |id: PersonId| {
        let last_on = view.ties.last_in_touch_on(id)?;
        (days_between(last_on, view.today) <= IN_TOUCH).then(|| (view.ties.closeness(id), last_on, id))
    };
    let mut near: Vec<_> = view.ties.everybody().into_iter().filter_map(in_touch).collect();
    // The closest first; of two as close, whoever came onto the list first.
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.2.cmp(&other.2)));
    let free = near.into_iter().find_map(|(_, last_on, id)| {
        let candidate = view.candidate(id)?;
        let is_held = hold(view, &candidate).is_some() || held_back.iter().any(|held| held.person.id == candidate.id());
        (!is_held).then_some((candidate, last_on))
    });
    let (candidate, last_on) = free.filter(|(candidate, _)| candidate.id() != first.person.id)?;
    Some(Comfortable {
        reason: format!("You were last in touch in {}", spoken_month(last_on)),
        person: candidate.person(),
        organization: of(&candidate, Candidate::organization),
        title: of(&candidate, Candidate::title),
        rule: RULE.name,
    })
}

fn of<'a>(candidate: &Candidate<'a>, value: fn(&Candidate<'a>) -> Option<&'a str>) -> Option<String> {
    value(candidate).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::slate;
    use crate::scene::{Scene, TODAY};

    fn beside(scene: &Scene) -> Option<(String, String)> {
        slate(&scene.campaign, TODAY, 5).comfortable.map(|one| (one.person.name, one.reason))
    }

    fn people() -> Scene {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor"]);
        scene.respected(1);
        scene
    }

    #[test]
    fn whoever_was_written_to_most_stands_beside_the_first() {
        let mut scene = people();
        scene.wrote(2, &[date(2026, 10, 1)]).wrote(3, &[date(2026, 10, 1), date(2026, 10, 9), date(2026, 11, 2)]);
        assert_eq!(beside(&scene), Some(("Chidi Okafor".into(), "You were last in touch in November 2026".into())));
    }

    #[test]
    fn the_first_herself_stands_beside_nobody() {
        let mut scene = people();
        scene.wrote(1, &[date(2026, 10, 1)]);
        assert_eq!(beside(&scene), None);
    }

    #[test]
    fn a_year_of_silence_is_no_comfort() {
        let mut scene = people();
        scene.wrote(2, &[date(2025, 10, 1)]);
        assert_eq!(beside(&scene), None);
    }

    #[test]
    fn a_colleague_who_comes_later_is_not_shown_here_either() {
        let mut scene = people();
        scene.wrote(2, &[date(2026, 10, 1)]).at(1, "Harbor Hospital").at(2, "Harbor Hospital");
        assert_eq!(beside(&scene), None);
    }

    #[test]
    fn whoever_is_held_back_is_not_shown_here_either() {
        let mut scene = people();
        scene.wrote(2, &[date(2026, 10, 1)]).person(2, |person| person.set_aside = true);
        assert_eq!(beside(&scene), None);
    }
}

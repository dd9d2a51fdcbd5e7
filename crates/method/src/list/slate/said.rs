//! What is said of somebody who is suggested: up to three reasons, most telling first, each with the rule it rests on.

use super::character::character;
use super::guess_until_you_mark::RULE as GUESSED;
use super::look_for_people_like_you::RULE as ALIKE;
use super::say_what_was_before::{RULE as BEFORE, before};
use super::start_with_those_you_know_and_respect::{RULE as RESPECTED, in_your_words};
use super::view::{Candidate, View};
use super::work::{same_role, strength};
use super::{MOST_REASONS, Ranked, SUGGEST, Suggest, Suggestion};
use crate::rules::Rule;

/// Reasons in their order, none of them twice.
#[derive(Default)]
struct Reasons(Vec<(String, &'static Rule)>);

impl Reasons {
    /// Named twice on one day by one person, for instance, is said once.
    fn add(&mut self, at: usize, rule: &'static Rule, reason: String) {
        if self.0.iter().all(|(said, _)| *said != reason) {
            self.0.insert(at.min(self.0.len()), (reason, rule));
        }
    }

    fn push(&mut self, rule: &'static Rule, reason: String) {
        self.add(usize::MAX, rule, reason);
    }
}

/// Somebody as they stand on the slate; none when they are not on the list any more.
pub(super) fn suggestion(view: &View<'_>, one: Ranked) -> Option<Suggestion> {
    let (candidate, suggest) = (view.candidate(one.id)?, &SUGGEST[one.place]);
    let (reasons, rests_on) =
        reasons(view, suggest, &candidate).0.into_iter().map(|(said, rule)| (said, rule.name)).unzip();
    Some(Suggestion {
        person: candidate.person(),
        organization: candidate.organization().map(str::to_owned),
        title: candidate.title().map(str::to_owned),
        group: suggest.group,
        reasons,
        rests_on,
        rule: suggest.rule.name,
        others: candidate.key().map_or(0, |key| view.once.people_at(key).saturating_sub(1)),
    })
}

/// The rule's own reasons first, then the first one of every other rule that would have spoken too.
fn reasons(view: &View<'_>, suggest: &Suggest, candidate: &Candidate<'_>) -> Reasons {
    let mut reasons = Reasons::default();
    for reason in (suggest.reasons)(view, candidate) {
        reasons.push(suggest.rule, reason);
    }
    if let Some(before) = before(view, candidate) {
        reasons.add(1, &BEFORE, before);
    }
    let others = SUGGEST.iter().filter(|other| ![suggest.rule.name, GUESSED.name].contains(&other.rule.name));
    for other in others.filter(|other| (other.order)(view, candidate).is_some()) {
        if let Some(first) = (other.reasons)(view, candidate).into_iter().next() {
            reasons.push(other.rule, first);
        }
    }
    for (rule, reason) in more(view, candidate) {
        reasons.push(rule, reason);
    }
    reasons.0.truncate(MOST_REASONS);
    reasons
}

/// What else speaks for them: the seeker's own words, and what both do.
fn more(view: &View<'_>, candidate: &Candidate<'_>) -> impl Iterator<Item = (&'static Rule, String)> {
    let known = in_your_words("How you know each other", candidate.told.how_known.as_deref());
    let all = [
        (&ALIKE, character(view, candidate)),
        (&RESPECTED, known),
        (&ALIKE, strength(view, candidate)),
        (&ALIKE, same_role(view, candidate)),
    ];
    all.into_iter().filter_map(|(rule, said)| Some((rule, said?)))
}

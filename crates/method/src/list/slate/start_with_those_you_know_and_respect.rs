//! The first calls go to people whom the seeker knows and respects (row M5).

use super::character::character;
use super::view::{Candidate, View};
use super::{Group, Suggest};
use crate::day::spoken;
use crate::rules::Rule;

/// The marked ones come first after those who were named.
pub const RULE: Rule = Rule {
    name: "start_with_those_you_know_and_respect",
    says: "Start by calling people you know and respect.",
    why: "They know what you are like, and their view is worth half an hour to you.",
    evidence: &["M5", "E2"],
};

/// The first reason of everybody here. A door that says so above them need not repeat it.
pub const RESPECTED: &str = "You know and respect them";

pub(super) const SUGGEST: Suggest = Suggest { rule: &RULE, group: Group::KnowAndRespect, order, reasons };

/// Among them whoever is closest comes first: the first call should be an easy one, and one strong tie beats one weak tie
/// (E2). Closeness orders nobody into this group.
fn order(view: &View<'_>, candidate: &Candidate<'_>) -> Option<i64> {
    candidate.told.respected.then_some(())?;
    Some(-view.thousandths(candidate))
}

fn reasons(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    let told = candidate.told;
    let mut reasons = vec![RESPECTED.to_owned()];
    reasons.extend(character(view, candidate));
    reasons.extend(view.recommended(candidate).map(str::to_owned));
    reasons.extend(candidate.known_since(view.today).map(|since| format!("Known since {}", since.year())));
    if let Some(held) = view.ties.so_far.conversations(candidate.id()).last() {
        reasons.push(format!("You last spoke on {}", spoken(held.held_on, view.today)));
    }
    reasons.extend(in_your_words("How you know each other", told.how_known.as_deref()));
    reasons
}

/// The seeker's own words as a reason.
pub(super) fn in_your_words(about: &str, words: Option<&str>) -> Option<String> {
    let words = words?.trim().trim_end_matches('.');
    (!words.is_empty()).then(|| format!("{about}: “{words}”"))
}

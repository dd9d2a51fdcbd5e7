//! Who may stand on the list twice, with what speaks for it and what against.
//!
//! Serves the first step. A matcher of the field's usual kind: keys bring together whom it is worth comparing, each field is
//! compared level by level, the levels are weighed, and a name weighs by how rare it is. It refuses to decide: only what is
//! proven is made one at import; the rest is offered, and what the seeker called two people is not offered again.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::campaign::Campaign;
use crate::id::PersonId;
use crate::words::words;

pub mod beside;
mod blocks;
pub mod born;
pub mod called;
pub mod card;
pub mod frequency;
pub mod nicknames;
pub mod postal;
pub mod proof;
pub mod reach;
mod say;
pub mod torn;
pub mod weigh;
pub mod word;
pub mod written_name;

use card::Card;
use weigh::{Weighed, weigh};

words! {
    /// How sure it is that two entries are one person.
    pub enum Verdict {
        /// Proven.
        Same = "same",
        /// Much speaks for it.
        Likely = "likely",
        /// Something speaks for it.
        Possible = "possible",
    }
}

/// Two entries that may be one person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Duplicate {
    /// The older entry; it keeps its id when the two are made one.
    pub a: PersonId,
    /// The newer one.
    pub b: PersonId,
    /// How sure it is.
    pub verdict: Verdict,
    /// From 0 to 1.
    pub score: f64,
    /// What speaks for it, then what speaks against it: those sentences begin with "But".
    pub evidence: Vec<String>,
}

/// Two cards that may be one person, by their places.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The first.
    pub a: usize,
    /// The second.
    pub b: usize,
    /// How sure it is.
    pub verdict: Verdict,
    /// From 0 to 1.
    pub score: f64,
}

/// At this many bits one person is much likelier than two: about nine times of ten.
const LIKELY: f64 = 3.0;

/// At even odds, when something agrees beside the name.
const EVEN: f64 = 0.0;

/// Below this many bits nothing is offered.
const POSSIBLE: f64 = -3.0;

/// The verdict over two cards; none when nothing is worth being offered.
pub fn verdict(weighed: &Weighed) -> Option<Verdict> {
    let enough = if weighed.agrees_beside_the_name() { EVEN } else { LIKELY };
    match weighed.bits {
        _ if proof::is_proof(weighed) => Some(Verdict::Same),
        bits if bits >= enough && !weighed.is_a_namesake() && (!weighed.is_household() || weighed.is_born_alike()) => {
            Some(Verdict::Likely)
        }
        bits if bits >= POSSIBLE || weighed.shares_a_mailbox() => Some(Verdict::Possible),
        _ => None,
    }
}

/// What speaks for one person and what against, as sentences.
pub fn evidence(a: &Card, b: &Card) -> Vec<String> {
    say::sentences(a, b, &weigh(a, b, 0))
}

/// All pairs among these cards that are worth being offered. Who on proof is the same as two who surely are not one is
/// only likely either.
pub fn pairs(cards: &[Card]) -> Vec<Pair> {
    let judged = blocks::pairs(cards).into_iter().filter_map(|(a, b)| {
        let (a, b) = (usize::try_from(a).ok()?, usize::try_from(b).ok()?);
        let weighed = weigh(cards.get(a)?, cards.get(b)?, cards.len());
        Some(Pair { a, b, verdict: verdict(&weighed)?, score: weighed.score() })
    });
    let mut judged: Vec<Pair> = judged.collect();
    let same = judged.iter().filter(|pair| pair.verdict == Verdict::Same);
    let proofs = same.map(|pair| torn::proof(pair.a, pair.b)).collect();
    let torn = torn::torn(&proofs, |a, b| proof::is_denied(&weigh(&cards[a], &cards[b], cards.len())));
    for pair in judged.iter_mut().filter(|pair| torn.contains(&torn::proof(pair.a, pair.b))) {
        pair.verdict = Verdict::Likely;
    }
    judged
}

/// Everybody who may stand on the list twice, the surest first.
pub fn duplicates(campaign: &Campaign) -> Vec<Duplicate> {
    let (people, cards) = everybody(campaign);
    let mut found = not_told_apart(campaign, &people, pairs(&cards));
    found.sort_by(|one, other| {
        one.verdict
            .cmp(&other.verdict)
            .then(other.score.total_cmp(&one.score))
            .then((one.a, one.b).cmp(&(other.a, other.b)))
    });
    let told = |pair: Pair| Duplicate {
        a: people[pair.a],
        b: people[pair.b],
        verdict: pair.verdict,
        score: rounded(pair.score),
        evidence: evidence(&cards[pair.a], &cards[pair.b]),
    };
    found.into_iter().map(told).collect()
}

/// How many people more than likely stand on the list a second time.
pub fn likely_twice(campaign: &Campaign) -> usize {
    let (people, cards) = everybody(campaign);
    let found = not_told_apart(campaign, &people, pairs(&cards));
    let likely = found.iter().filter(|pair| pair.verdict != Verdict::Possible);
    likely.map(|pair| pair.b).collect::<BTreeSet<_>>().len()
}

fn everybody(campaign: &Campaign) -> (Vec<PersonId>, Vec<Card>) {
    campaign.everybody().map(|shown| (shown.id, Card::of_person(&shown))).unzip()
}

fn not_told_apart(campaign: &Campaign, people: &[PersonId], mut found: Vec<Pair>) -> Vec<Pair> {
    let apart: BTreeSet<(PersonId, PersonId)> = campaign.aparts.values().map(|apart| (apart.a, apart.b)).collect();
    found.retain(|pair| !apart.contains(&(people[pair.a], people[pair.b])));
    found
}

/// Four digits are more than anybody needs.
fn rounded(score: f64) -> f64 {
    (score * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests;

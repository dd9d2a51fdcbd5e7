//! How many new conversations one conversation leads to, with how sure that is (row M16).
//!
//! Above one the search feeds itself; below one, people from the list keep the pace. It refuses any figure from fewer
//! than eight conversations.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::ask::Answer;
use crate::campaign::Campaign;
use crate::conversation::Referral;
use crate::day::days_between;
use crate::id::PersonId;
use crate::list::so_far::SoFar;
use crate::momentum::posterior::{Product, product};
use crate::rules::Rule;

/// No figure from few conversations.
pub const RULE: Rule = Rule {
    name: "judge_the_pace_from_eight_conversations_on",
    says: "From eight conversations on, say how many new ones come of each, and how sure that is.",
    why: "A figure from a handful of conversations is chance, and chance is no reason to lose heart.",
    evidence: &["M16", "E5"],
};

/// New conversations for each conversation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sustain {
    /// The best guess; none below eight conversations.
    pub estimate: Option<f64>,
    /// In one case of ten it is lower.
    pub low: Option<f64>,
    /// In one case of ten it is higher.
    pub high: Option<f64>,
    /// From how many conversations.
    pub conversations: usize,
    /// The same in words.
    pub text: String,
    /// The rule that speaks.
    pub rule: &'static str,
}

const ENOUGH: usize = 8;

/// Named but not met for this many days, with nothing arranged, counts as not reached.
const WAITED_FOR: i32 = 42;

/// What happened, in the four counts that the figure rests on.
struct Counts {
    conversations: usize,
    /// New people named in them.
    named: usize,
    /// Of those: a conversation followed.
    reached: usize,
    /// Of those: it will not, as far as can be told. Whoever is still waited for is in neither.
    lost: usize,
}

/// The figure and its 80% interval, rounded to hundredths.
///
/// New people named per conversation: Gamma(1, 1), which is worth one conversation and has no source. The share of them
/// with whom a conversation follows: Beta(1, 1.8), which is worth about three people and has the mean that E5 gives for
/// passing on at one step. Both are weak; the seeker's own record soon outweighs them. Sustain is their product.
pub fn sustain(campaign: &Campaign, so_far: &SoFar<'_>, today: Date) -> Sustain {
    let counts = counts(campaign, so_far, today);
    let conversations = counts.conversations;
    if conversations < ENOUGH {
        let text = too_few(conversations);
        return Sustain { estimate: None, low: None, high: None, conversations, text, rule: RULE.name };
    }
    let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let Product { mean, low, high } = product(
        (1.0 + count(counts.named), 1.0 + count(conversations)),
        (1.0 + count(counts.reached), 1.8 + count(counts.lost)),
    );
    let round = |value: f64| libm::round(value * 100.0) / 100.0;
    let (mean, low, high) = (round(mean), round(low), round(high));
    let meaning = match () {
        () if low > 1.0 => "Your search feeds itself.",
        () if high < 1.0 => "People from your list keep the pace.",
        () => "Whether it feeds itself cannot be told yet; people from your list keep the pace.",
    };
    let text = format!(
        "One conversation leads to about {mean:.1} new ones, four times out of five between {low:.1} and {high:.1}. {meaning}"
    );
    Sustain { estimate: Some(mean), low: Some(low), high: Some(high), conversations, text, rule: RULE.name }
}

fn too_few(conversations: usize) -> String {
    let so_far = match conversations {
        0 => "are none".to_owned(),
        1 => format!("is 1; {} more to go", ENOUGH - 1),
        some => format!("are {some}; {} more to go", ENOUGH - some),
    };
    format!("From {ENOUGH} conversations on it can be told how many new ones come of each. So far there {so_far}.")
}

fn counts(campaign: &Campaign, so_far: &SoFar<'_>, today: Date) -> Counts {
    let mut first: BTreeMap<PersonId, &Referral> = BTreeMap::new();
    let in_conversations = campaign.referrals.values().filter(|referral| referral.conversation.is_some());
    for referral in in_conversations.filter(|referral| referral.named_on <= today) {
        let known = first.entry(referral.person).or_insert(referral);
        if referral.named_on < known.named_on {
            *known = referral;
        }
    }
    first.retain(|id, referral| so_far.conversations(*id).iter().all(|held| held.held_on >= referral.named_on));
    let fates = || first.values().map(|referral| fate(campaign, so_far, referral, today));
    Counts {
        conversations: campaign.conversations.values().filter(|held| held.held_on <= today).count(),
        named: first.len(),
        reached: fates().filter(|fate| *fate == Some(true)).count(),
        lost: fates().filter(|fate| *fate == Some(false)).count(),
    }
}

/// Whether a conversation with the person followed; none while that is open.
fn fate(campaign: &Campaign, so_far: &SoFar<'_>, referral: &Referral, today: Date) -> Option<bool> {
    let id = referral.person;
    if so_far.conversations(id).iter().any(|held| held.held_on <= today) {
        return Some(true);
    }
    if campaign.people.get(&id).is_none_or(|person| person.set_aside || person.forgotten) {
        return Some(false);
    }
    match so_far.asks(id).last().and_then(|ask| ask.answer) {
        Some(Answer::Declined | Answer::Silent | Answer::SomeoneElse) => Some(false),
        Some(Answer::Accepted) => None,
        Some(Answer::NotNow) | None => (days_between(referral.named_on, today) > WAITED_FOR).then_some(false),
    }
}

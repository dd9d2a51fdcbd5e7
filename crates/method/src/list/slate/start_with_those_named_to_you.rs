//! Somebody was named to the seeker and has not been called: they come first (rows M11, M17).

use super::view::{Candidate, View};
use super::{Group, Suggest};
use crate::conversation::Referral;
use crate::day::{days_between, spoken};
use crate::rules::Rule;

/// People who were named come before everybody else.
pub const RULE: Rule = Rule {
    name: "start_with_those_named_to_you",
    says: "Call the people who were named to you before anybody else.",
    why: "Somebody gave their name for you, and a name is warm for a few days only.",
    evidence: &["M11", "M17", "E32"],
};

pub(super) const SUGGEST: Suggest = Suggest { rule: &RULE, group: Group::Referred, order, reasons };

/// For so many days a name that was given in a search that ended is still warm.
const WARM: i32 = 42;

/// Whoever waits longest comes first.
fn order(view: &View<'_>, candidate: &Candidate<'_>) -> Option<i64> {
    let referral = candidate.has_a_past.then(|| view.ties.so_far.referral_that_waits(candidate.id()))??;
    let is_of_this_search = view.campaign.referrals.contains_key(&referral.id);
    let is_warm = is_of_this_search || days_between(referral.named_on, view.today) <= WARM;
    is_warm.then_some(())?;
    Some(-i64::from(days_between(referral.named_on, view.today)))
}

fn reasons(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    let Some(first) = view.ties.so_far.referral_that_waits(candidate.id()) else {
        return Vec::new();
    };
    let named = view.ties.so_far.named(candidate.id()).iter();
    let waiting = named.filter(|referral| referral.named_on >= first.named_on);
    let mut reasons: Vec<String> = Vec::new();
    for referral in waiting {
        let by = view.campaign.name(referral.by);
        let on = spoken(referral.named_on, view.today);
        reasons.push(format!("Named on {on} by {by}"));
        reasons.extend(introduction(referral, &by, view));
    }
    reasons
}

fn introduction(referral: &Referral, by: &str, view: &View<'_>) -> Option<String> {
    match referral.introduced_on {
        Some(on) => Some(format!("{by} introduced you on {}", spoken(on, view.today))),
        None => referral.introduction.then(|| format!("{by} offered to introduce you")),
    }
}

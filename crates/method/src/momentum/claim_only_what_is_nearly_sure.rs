//! The one claim that momentum makes: which kind of ask, group of people, story or question led further (row M16).
//!
//! Whoever compares many things finds a difference by chance. It therefore asks for eight cases on each side, asks more
//! of each comparison the more there are, and otherwise stays silent.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::Campaign;
use crate::list::so_far::SoFar;
use crate::momentum::better::evidence;
use crate::momentum::compared::{Compared, Side, sides};
use crate::momentum::lineage::Lineage;
use crate::rules::Rule;

/// One claim, or none.
pub const RULE: Rule = Rule {
    name: "claim_only_what_is_nearly_sure",
    says: "Say that something led further only from eight cases on each side, and when it is hardly chance.",
    why: "Whoever compares many things finds a difference by chance; acting on it costs good conversations.",
    evidence: &["M16"],
};

/// How many cases each side needs.
const ENOUGH: usize = 8;

/// More than this must be left after the correction.
const SURE: f64 = 0.95;

/// What led further, as far as can be told.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Claim {
    /// What was compared.
    pub about: Compared,
    /// Which of them led further.
    pub which: String,
    /// How often, and of how many.
    pub led_further: (usize, usize),
    /// How often the others did, and of how many.
    pub others: (usize, usize),
    /// How probable it is, after the correction.
    pub probability: f64,
    /// How many comparisons were made, among which belief was divided.
    pub comparisons: usize,
    /// In words.
    pub text: String,
    /// The rule that speaks.
    pub rule: &'static str,
}

/// The surest claim that holds; none when none does. Before the first case, that nothing differs is believed as much as
/// all comparisons with enough cases together, so that each of them has its part of one half: the more are looked at,
/// the more each has to show. The evidence stands being looked at every week, see [`evidence`].
pub fn claim(campaign: &Campaign, so_far: &SoFar<'_>, lineage: &Lineage<'_>, today: Date) -> Option<Claim> {
    let sides = sides(campaign, so_far, lineage, today);
    let enough = |side: &&Side| [side.these, side.others].iter().all(|tries| tries.came + tries.lost >= ENOUGH);
    let compared: Vec<&Side> = sides.iter().filter(enough).collect();
    let comparisons = compared.len();
    let left = |side: &Side| {
        let odds = evidence(side.these, side.others) / f64::from(u32::try_from(comparisons).unwrap_or(u32::MAX));
        if odds.is_finite() { odds / (1.0 + odds) } else { 1.0 }
    };
    let surest = compared.into_iter().map(|side| (left(side), side)).max_by(|(a, _), (b, _)| a.total_cmp(b));
    let (probability, side) = surest.filter(|(left, _)| *left > SURE)?;
    let of = |tries: crate::momentum::tally::Tries| (tries.came, tries.came + tries.lost);
    Some(Claim {
        about: side.about,
        which: side.which.clone(),
        led_further: of(side.these),
        others: of(side.others),
        probability: libm::round(probability * 1000.0) / 1000.0,
        comparisons,
        text: told(side, comparisons),
        rule: RULE.name,
    })
}

fn told(side: &Side, comparisons: usize) -> String {
    let of = |tries: crate::momentum::tally::Tries| format!("{} of {}", tries.came, tries.came + tries.lost);
    let (these, others) = (of(side.these), of(side.others));
    let what = side.about.what_came();
    let hardly = match comparisons {
        1 => "That is hardly chance.".to_owned(),
        more => format!("That is hardly chance, even counting that {more} things were compared."),
    };
    format!("{} led further: {these} {what}, against {others} of the others. {hardly}", side.which)
}

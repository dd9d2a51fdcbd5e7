//! While the seeker is employed, nobody at their employer hears of the search by accident. The moves keep to it too.

use std::collections::BTreeSet;

use super::Hold;
use super::view::{Candidate, View};
use crate::campaign::Campaign;
use crate::organization::key;
use crate::rules::Rule;

/// The quiet search.
pub const RULE: Rule = Rule {
    name: "keep_the_search_quiet",
    says: "While you are employed, people at your employer are held back until you release each of them.",
    why: "Who hears of your search at work is yours to decide.",
    evidence: &["M1", "M7"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, reason };

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let quiet = candidate.key.as_ref().is_some_and(|key| view.employers.contains(key));
    (quiet && !candidate.told.released).then(|| {
        let id = candidate.id();
        format!(
            "They work where you work now, and your search is quiet there. If they may know of it: \
             `halfhour list mark {id} --released`"
        )
    })
}

/// Where the seeker works now, by the names' keys; empty unless they said that they are employed.
pub fn employers(campaign: &Campaign) -> BTreeSet<String> {
    let seeker = &campaign.seeker;
    if seeker.employed_now != Some(true) {
        return BTreeSet::new();
    }
    if let Some(employer) = &seeker.employer {
        return key(employer).into_iter().collect();
    }
    // Told to be employed, but not where: what the profile says still lasts is taken for it, to be on the safe side.
    let lasting = campaign.positions.values().filter(|position| position.ended_on.is_none());
    lasting.filter_map(|position| key(&position.organization)).collect()
}

/// Whether the search is quiet at that organization.
pub fn is_kept_from(employers: &BTreeSet<String>, organization: Option<&str>) -> bool {
    organization.and_then(key).is_some_and(|key| employers.contains(&key))
}

//! While one person of an organization is being asked, nobody else there is: the rule of
//! [`crate::ask::one_organization_at_a_time`], for the slate (row M7).

use super::Hold;
use super::view::{Candidate, View};
use crate::ask::one_organization_at_a_time::RULE;

pub(super) const HOLD: Hold = Hold { rule: &RULE, of_a_past: false, reason };

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let first = *(!view.busy.is_empty()).then(|| view.busy.get(candidate.key()?))??;
    (first != candidate.id()).then(|| {
        let name = view.campaign.name(first);
        format!("You are in touch with {name} of the same organization just now")
    })
}

//! While one person of an organization is being asked, nobody else there is (row M7).

use super::Hold;
use super::view::{Candidate, View};
use crate::rules::Rule;

/// One at a time inside an organization.
pub const RULE: Rule = Rule {
    name: "one_ask_per_organization",
    says: "While somebody at an organization was just asked, or is to be met, nobody else there is suggested.",
    why: "Colleagues talk; two asks side by side look like a mailing. After three quiet business days a second person \
          may be tried.",
    evidence: &["E15"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, reason };

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let first = *view.busy.get(candidate.key.as_ref()?)?;
    (first != candidate.id()).then(|| {
        let name = view.campaign.name(first);
        format!("You are in touch with {name} of the same organization just now")
    })
}

//! Rule: there is a reason why it is this person who is called (row M8).

use super::remark::Remark;
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "a_reason_for_this_person",
    says: "Know why it is this person you call.",
    why: "A reason that is about them is what makes the call about more than you.",
    evidence: &["M8", "E14"],
};

/// Points out that there is no reason.
pub fn remark(why: Option<&str>) -> Option<Remark> {
    let given = why.is_some_and(|why| !why.trim().is_empty());
    (!given).then(|| Remark::by(&RULE, "Nothing says yet why it is this person. What do they know that you need?"))
}

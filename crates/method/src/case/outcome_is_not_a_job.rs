//! Rule: the outcome sought is something to know, not a job (rows M8, M10). It looks at the purpose too, where a job may
//! stand as well.

use super::remark::Remark;
use super::wants_a_job::wants_a_job;
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "outcome_is_not_a_job",
    says: "Seek something that anybody can give: a view, a name, a next step.",
    why: "Few people can give a job; nearly everybody can give a view and a name.",
    evidence: &["M8", "M10"],
};

/// Points out a purpose or an outcome that is a job.
pub fn remark(sought: &str) -> Option<Remark> {
    let words = wants_a_job(sought)?;
    Some(Remark::by(
        &RULE,
        format!(
            "“{words}” is more than half an hour can give. What would you like to know afterwards, and from whom next?"
        ),
    ))
}

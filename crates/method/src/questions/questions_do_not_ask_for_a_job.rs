//! Rule: no question asks for a job (row M10).

use crate::case::remark::Remark;
use crate::case::wants_a_job::wants_a_job;
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "questions_do_not_ask_for_a_job",
    says: "Ask for what they know, not for a job.",
    why: "Most people cannot give a job, and the wish to be of use ends where they have to say no.",
    evidence: &["M10"],
};

/// Points out a question that asks for a job or for who hires.
pub fn remark(text: &str) -> Option<Remark> {
    let words = wants_a_job(text)?;
    Some(Remark::by(
        &RULE,
        format!("“{words}” asks for something few people can give. Ask how they see the work, and who else knows it."),
    ))
}

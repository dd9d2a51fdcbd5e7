//! Rule: the story takes ninety seconds or less (row M15).

use super::report::seconds;
use crate::case::remark::Remark;
use crate::rules::Rule;

/// The rule.
pub const RULE: Rule = Rule {
    name: "story_fits_ninety_seconds",
    says: "Tell your story in ninety seconds or less.",
    why: "A short story leaves them wanting more, and leaves the half hour to them.",
    evidence: &["M15", "E14"],
};

/// Points out a story that takes longer.
pub fn remark(text: &str) -> Option<Remark> {
    let takes = seconds(text);
    (takes > 90).then(|| {
        let words = (takes - 90) * super::report::WORDS_A_MINUTE / 60;
        Remark::by(
            &RULE,
            format!("It takes about {takes} seconds to say. Some {} words fewer, and it fits.", words.max(1)),
        )
    })
}

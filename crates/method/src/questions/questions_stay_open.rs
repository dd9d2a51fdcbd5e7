//! Rule: a question leaves room for an answer (rows M6, M9; E20). It looks at how the last sentence begins and keeps
//! still at openings such as "Could you tell me how".

use crate::case::remark::Remark;
use crate::rules::Rule;
use crate::speech::{fold, last_sentence};

/// The rule.
pub const RULE: Rule = Rule {
    name: "questions_stay_open",
    says: "Ask what, how, where and who, so that they can tell you more than yes or no.",
    why: "An open question lets them say what you did not know to ask for.",
    evidence: &["M6", "M9", "E20"],
};

const CLOSED: &[&str] = &[
    "is", "are", "was", "were", "am", "do", "does", "did", "can", "could", "would", "will", "should", "shall", "have",
    "has", "had", "may", "might", "isnt", "arent", "dont", "doesnt", "didnt",
];

const OPENS: &[&str] =
    &["tell", "describe", "explain", "walk", "share", "show", "give", "say more", "take me", "talk me"];

/// Whether yes or no would answer it.
pub fn is_closed(text: &str) -> bool {
    let last = last_sentence(text);
    if !last.ends_with('?') {
        return false;
    }
    let plain = fold(&last.replace(['\'', '’'], ""));
    let after = plain.rsplit_once(" and ").map_or(plain.as_str(), |(_, after)| after);
    let open_end = ["what", "how", "why", "where", "who", "whom", "which"]
        .iter()
        .any(|word| after != plain && after.split(' ').next() == Some(word));
    let first = plain.split(' ').next().unwrap_or_default();
    let invites = OPENS.iter().any(|open| format!(" {plain} ").contains(&format!(" you {open} ")));
    CLOSED.contains(&first) && !invites && !open_end
}

/// Points out a question that yes or no would answer.
pub fn remark(text: &str) -> Option<Remark> {
    is_closed(text).then(|| {
        Remark::by(&RULE, "Yes or no would answer this. Begin with what, how, where or who, and they can say more.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Do you like your work?", true)]
    #[case("I weld. Is that of use?", true)]
    #[case("Don't you miss the ward?", true)]
    #[case("How do you like your work?", false)]
    #[case("Could you tell me how you came here?", false)]
    #[case("Would you do it again, and why?", false)]
    #[case("Tell me about your first year.", false)]
    fn closed_questions_are_told_from_open_ones(#[case] text: &str, #[case] closed: bool) {
        assert_eq!(is_closed(text), closed);
    }
}

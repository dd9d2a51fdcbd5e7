//! What has worked for this seeker: the questions that led further in the conversations they held (rows M9, M13). Serves
//! the plan, which asks such questions again first. It counts what the seeker noted and concludes nothing else.

use std::collections::BTreeMap;

use super::QuestionKind;
use crate::campaign::Campaign;
use crate::rules::Rule;
use crate::speech::fold;

/// The rule.
pub const RULE: Rule = Rule {
    name: "ask_again_what_led_further",
    says: "Ask again what led further before.",
    why: "What opens a conversation is your own to find out; two or three of them show it.",
    evidence: &["M9", "M13"],
};

/// Questions that led further, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LedFurther {
    asked: Vec<(QuestionKind, String)>,
}

impl LedFurther {
    /// What the conversations of this campaign say.
    pub fn of(campaign: &Campaign) -> LedFurther {
        let talks = campaign.conversations.values();
        let questions = talks.flat_map(|talk| &talk.led_further);
        LedFurther { asked: questions.map(|question| (question.kind, fold(&question.text))).collect() }
    }

    /// How often this question of the library led further, whatever its slots were filled with.
    pub fn times(&self, template: &str) -> usize {
        self.asked.iter().filter(|(_, text)| fits(template, text)).count()
    }

    /// How often questions of each kind led further.
    pub fn kinds(&self) -> BTreeMap<QuestionKind, usize> {
        let mut kinds = BTreeMap::new();
        for (kind, _) in &self.asked {
            *kinds.entry(*kind).or_default() += 1;
        }
        kinds
    }
}

/// Whether the text, folded, is the template with something in its slots.
fn fits(template: &str, text: &str) -> bool {
    let mut pieces = template.split('{').enumerate().map(|(place, piece)| match piece.split_once('}') {
        Some((_, rest)) if place > 0 => fold(rest),
        _ => fold(piece),
    });
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first.as_str()) else {
        return false;
    };
    let pieces: Vec<String> = pieces.collect();
    let Some((last, between)) = pieces.split_last() else {
        return rest.is_empty();
    };
    for piece in between {
        let Some(place) = rest.find(piece.as_str()) else {
            return false;
        };
        rest = &rest[place + piece.len()..];
    }
    rest.ends_with(last.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Why?", "Why?", true)]
    #[case("Why?", "Why not?", false)]
    #[case("What is changing in {field}?", "What is changing in patient safety?", true)]
    #[case("What is changing in {field}?", "What is changing at Mercy Health?", false)]
    #[case("How is {field} at {organization} led?", "How is teaching at Leeds led?", true)]
    #[case("How is {field} at {organization} led?", "How is teaching led?", false)]
    #[case("Who knows {aim}", "Who knows Zürich", true)]
    fn a_question_is_known_again_whatever_stands_in_its_slots(
        #[case] template: &str,
        #[case] text: &str,
        #[case] same: bool,
    ) {
        assert_eq!(fits(template, &fold(text)), same);
    }
}

//! Rule: the story is told in words that people use at a table (row M15). It knows the wordings of résumés and meetings,
//! and quotes the ones it finds; the words of a trade are not among them.

use crate::case::remark::Remark;
use crate::rules::Rule;
use crate::speech::says;

/// The rule.
pub const RULE: Rule = Rule {
    name: "story_speaks_plainly",
    says: "Say it as you would say it at a kitchen table.",
    why: "Words that everybody writes are words that nobody sees anything in.",
    evidence: &["M15"],
};

const JARGON: &[&str] = &[
    "results driven",
    "result driven",
    "results oriented",
    "detail oriented",
    "goal oriented",
    "solution oriented",
    "customer centric",
    "data driven",
    "self starter",
    "team player",
    "go getter",
    "hard working",
    "proven track record",
    "track record of",
    "thought leader",
    "thought leadership",
    "best in class",
    "world class",
    "cutting edge",
    "state of the art",
    "value add",
    "value proposition",
    "added value",
    "core competencies",
    "core competency",
    "skill set",
    "skillset",
    "synergy",
    "synergies",
    "leverage",
    "leveraged",
    "leveraging",
    "stakeholder",
    "stakeholders",
    "deliverables",
    "actionable",
    "bandwidth",
    "paradigm",
    "holistic",
    "ecosystem",
    "cross functional",
    "end to end",
    "low hanging fruit",
    "move the needle",
    "outside the box",
    "hit the ground running",
    "deep dive",
    "touch base",
    "best practices",
    "change agent",
    "dynamic professional",
    "seasoned professional",
    "seasoned",
    "utilize",
    "utilise",
    "utilized",
    "utilised",
    "impactful",
    "mission critical",
    "fast paced environment",
    "wear many hats",
    "passionate about",
    "spearheaded",
    "key performance indicators",
    "kpis",
    "roi",
    "operational excellence",
    "scalable",
    "strategic vision",
    "agile mindset",
    "growth mindset",
    "people person",
];

/// How many are quoted; more would read like a scolding.
const FEW: usize = 3;

/// Points out words that say little.
pub fn remark(text: &str) -> Option<Remark> {
    let found: Vec<String> =
        JARGON.iter().filter(|words| says(text, words)).take(FEW).map(|words| format!("“{words}”")).collect();
    let (them, say) = if found.len() == 1 { ("It", "says") } else { ("They", "say") };
    (!found.is_empty()).then(|| {
        let found = crate::speech::list_of(&found, "and");
        Remark::by(
            &RULE,
            format!(
                "{found}: {them} {say} little to somebody who was not there. What would you say at a kitchen table?"
            ),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("I'm a results-driven professional.", true)]
    #[case("I leverage data.", true)]
    #[case("I managed stakeholders across the ecosystem.", true)]
    #[case("I am a team player and a self-starter.", true)]
    #[case("I have a proven track record of success.", true)]
    #[case("I'm passionate about synergy.", true)]
    #[case("I utilised best practices.", true)]
    #[case("I wear many hats in a fast-paced environment.", true)]
    #[case("A seasoned professional with a unique skill set.", true)]
    #[case("I spearheaded the move.", true)]
    #[case("We moved the needle; I can move the needle again.", true)]
    #[case("Cross-functional work is what I like.", true)]
    #[case("I weld pipes that nobody has to weld again.", false)]
    #[case("I calm a busy ward.", false)]
    #[case("I did the books for four shops.", false)]
    #[case("I use a lever to open the hatch.", false)]
    #[case("I run a TIG welder and read X-rays of joints.", false)]
    #[case("We measured how long people wait.", false)]
    #[case("I love cooking for many people.", false)]
    #[case("Our team played well that year.", false)]
    #[case("I keep to the budget.", false)]
    #[case("I seasoning-tested forty soups.", false)]
    #[case("I teach fractions with apples.", false)]
    #[case("", false)]
    fn words_that_say_little_are_pointed_out(#[case] text: &str, #[case] out: bool) {
        assert_eq!(remark(text).is_some(), out);
    }
}

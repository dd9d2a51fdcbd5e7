//! Rule: a strength that is spoken of has something that shows it (row M14). It looks at the strength that the questions
//! use, and is silent about the others: they stand on the seeker's own page.

use super::slots::strengths;
use crate::campaign::Campaign;
use crate::rules::Rule;
use crate::speech::ways;

/// The rule.
pub const RULE: Rule = Rule {
    name: "strengths_have_proof",
    says: "Show what you do best by one thing you did.",
    why: "They can only think of a place for it when they have seen it at work.",
    evidence: &["M14", "M15"],
};

/// The line that asks what shows it; none when the strength that is spoken of has its proof.
pub fn missing(campaign: &Campaign) -> Option<String> {
    let (said, proof) = strengths(campaign).into_iter().next()?;
    let told =
        campaign.strengths.values().find(|one| crate::speech::work::strength(&one.name).as_ref() == Some(&said))?;
    let command = ways::tell_me("strength", &format!("{}: …", told.name.replace('"', "”")));
    proof.is_none().then(|| ways::line(&format!("Say what shows “{said}”: one thing you did, with a figure"), &command))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Ids;
    use crate::seeker::Strength;

    #[rstest::rstest]
    #[case(&[("calming a ward", Some("cut falls by a third"))], None)]
    #[case(&[("calming a ward", None), ("teaching", Some("taught ten people to swim"))], None)]
    #[case(&[("Calming a ward", None)], Some("calming a ward"))]
    #[case(&[("adaptable", None)], None)]
    #[case(&[], None)]
    fn only_the_strength_that_is_spoken_of_needs_its_proof(
        #[case] told: &[(&str, Option<&str>)],
        #[case] asked: Option<&str>,
    ) {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        for (name, proof) in told {
            let (name, proof) = ((*name).to_owned(), proof.map(str::to_owned));
            campaign.apply([Strength {
                id: ids.fresh(),
                name,
                proof,
                source: None,
                proof_source: None,
                dropped: false,
            }
            .into()]);
        }
        let line = missing(&campaign);
        assert_eq!(line.is_some(), asked.is_some(), "{line:?}");
        assert!(asked.is_none_or(|said| line.is_some_and(|line| line.contains(said))));
    }
}

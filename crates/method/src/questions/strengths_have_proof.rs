//! Rule: a strength that is spoken of has something that shows it (row M14). For the questions it looks at the strength that
//! they use; the seeker's own page and the call sheet point out each.

use super::slots::strengths;
use crate::campaign::Campaign;
use crate::rules::Rule;
use crate::seeker::proof::unused;
use crate::speech::{list_of, ways};

/// The rule.
pub const RULE: Rule = Rule {
    name: "strengths_have_proof",
    says: "Show what you do best by one thing you did.",
    why: "They can only think of a place for it when they have seen it at work.",
    evidence: &["M14", "M15"],
};

/// What is pointed out beside each strength that nothing shows.
pub const UNSHOWN: &str = "Nothing shows it yet: one thing you did, with a figure.";

/// Of strengths that nothing shows, so many are named.
const NAMED: usize = 3;

/// The line that asks what shows the strengths that have no proof yet, each by its name; none when all have one.
pub fn all_missing(campaign: &Campaign) -> Option<String> {
    let bare = campaign.strengths.values().filter(|one| !one.dropped && one.proof.is_none());
    let bare: Vec<&str> = bare.map(|one| one.name.as_str()).collect();
    let mut names: Vec<String> = bare.iter().take(NAMED).map(|name| format!("“{name}”")).collect();
    match bare.len().saturating_sub(NAMED) {
        0 => {}
        1 => names.push("one more".to_owned()),
        more => names.push(format!("{more} more")),
    }
    let (first, names) = (bare.first()?.replace('"', "”"), list_of(&names, "and"));
    let Some(found) = unused(campaign).map(|found| found.replace(['"', '`'], "”")) else {
        let command = ways::tell_me("strength", &format!("{first}: …"));
        return Some(ways::line(&format!("Say what shows {names}: one thing you did, with a figure"), &command));
    };
    // Which of them it shows, only the seeker knows.
    let found = found.trim_end_matches('.');
    let command = ways::tell_me("strength", &format!("{first}: {found}"));
    Some(ways::line(
        &format!("Say what shows {names}. You wrote “{found}”; if it shows one of them, tell it with it"),
        &command,
    ))
}

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

    #[test]
    fn each_strength_without_a_proof_is_named() {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        let mut tell = |name: &str, proof: Option<&str>| {
            let (name, proof) = (name.to_owned(), proof.map(str::to_owned));
            let strength = Strength { id: ids.fresh(), name, proof, source: None, proof_source: None, dropped: false };
            campaign.apply([strength.into()]);
            all_missing(&campaign).unwrap_or_default()
        };
        assert_eq!(tell("calming a ward", Some("cut falls by a third")), "");
        assert!(tell("listening", None).contains("Say what shows “listening”: one thing you did"));
        assert!(tell("teaching", None).contains("“listening” and “teaching”"));
        tell("rotas", None);
        assert!(tell("handovers", None).contains("“listening”, “teaching”, “rotas”, and one more"));
    }

    #[test]
    fn what_a_file_tells_with_a_figure_is_offered() {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        let said = crate::list::reading::Said::by_the_seeker("Cut waiting by a third".to_owned());
        let source = crate::list::Source { said: Some(vec![said]), ..crate::list::scene::source(1) };
        let name = "Triage".to_owned();
        let triage = Strength { id: ids.fresh(), name, proof: None, source: None, proof_source: None, dropped: false };
        campaign.apply([source.into(), triage.into()]);
        let line = all_missing(&campaign).unwrap();
        assert!(line.contains("You wrote “Cut waiting by a third”") && line.contains("Triage: Cut waiting"), "{line}");
    }

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

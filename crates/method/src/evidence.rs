//! The catalogue of evidence: findings that rules rest on, each with its grade and source.
//!
//! A figure is shown in the help of a rule together with its source, never bare in anybody's face. Where a figure serves
//! as a prior, the seeker's own record replaces it.

use crate::words::words;

words! {
    /// How much a finding can carry.
    pub enum Grade {
        /// Causal, or very large.
        A = "a",
        /// Solid.
        B = "b",
        /// Small or old.
        C = "c",
        /// Craft: what people of the trade teach.
        Craft = "craft",
        /// Nothing direct is known; kept as a courtesy.
        None = "none",
    }
}

/// One finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// Its id, such as `E3`.
    pub id: &'static str,
    /// What was found, in a sentence.
    pub finding: &'static str,
    /// How much it can carry.
    pub grade: Grade,
    /// Who found it, where and when.
    pub source: &'static str,
}

/// The finding with that id.
pub fn find(id: &str) -> Option<&'static Evidence> {
    EVIDENCE.iter().find(|evidence| evidence.id == id)
}

/// Whether that is the id of a finding or of a row of the method, `M1` to `M17`: the two things a rule may rest on.
pub fn stands(id: &str) -> bool {
    let row = id.strip_prefix('M').and_then(|number| number.parse::<u8>().ok());
    find(id).is_some() || row.is_some_and(|row| (1..=17).contains(&row))
}

const fn found(id: &'static str, grade: Grade, finding: &'static str, source: &'static str) -> Evidence {
    Evidence { id, finding, grade, source }
}

/// Every finding, in the order of the method: whom to call, how to ask, what comes after, the whole search.
pub const EVIDENCE: &[Evidence] = &[
    found(
        "E1",
        Grade::A,
        "Moderately weak ties brought people into new jobs most often; the very weakest and the strongest did so less. \
         In less digital industries it was the other way round.",
        "Rajkumar, Saint-Jacques, Bojinov, Brynjolfsson and Aral, Science 2022; over 20 million people",
    ),
    found(
        "E2",
        Grade::B,
        "One strong tie helps more than one weak tie; weak ties help more in sum because there are so many of them.",
        "Gee, Jones and Burke, Journal of Labor Economics 2017",
    ),
    found(
        "E3",
        Grade::B,
        "People who had not been in touch for three years or more gave advice as useful as current acquaintances did, \
         and the tenth one thought of was as useful as the first.",
        "Levin, Walter and Murnighan 2011; 224 and 116 executives",
    ),
    found(
        "E4",
        Grade::B,
        "Choosing among long-silent acquaintances, people take the comfortable one. The useful one is trusted, of \
         higher standing and less familiar.",
        "Walter, Levin and Murnighan, Organization Science 2015",
    ),
    found(
        "E5",
        Grade::A,
        "Of 24,163 chains that were to reach a stranger, 384 arrived, in about four steps, mostly over professional ties \
         of weak to middle strength. That is about 36 in 100 passing it on at each step; the task was another one.",
        "Dodds, Muhamad and Watts, Science 2003; the share per step is derived",
    ),
    found(
        "E6",
        Grade::B,
        "An employer shared, for how long and at the same time, and mail and meetings are the signs by which a tie can \
         be told.",
        "Several studies of ties in work and mail records",
    ),
    found(
        "E10",
        Grade::B,
        "People who could have passed on word of a job did so about a quarter of the time, often because they were not \
         sure that it was wanted.",
        "Marin, Social Networks 2012",
    ),
    found(
        "E11",
        Grade::A,
        "Fewer than a third wrote to an old friend even when they wanted to; writing to present friends first made two \
         thirds more of them do it.",
        "Aknin and Sandstrom 2024",
    ),
    found(
        "E12",
        Grade::B,
        "Two in three would rather have written, yet speaking brought them closer and felt no more awkward.",
        "Kumar and Epley 2021",
    ),
    found(
        "E13",
        Grade::B,
        "People guess too low how often others will say yes, by 48 in 100.",
        "Bohns; about 14,000 requests",
    ),
    found(
        "E14",
        Grade::C,
        "Short asks do better: fewer than 75 to 100 words, the connection first, more about them than about you, a \
         question at the end.",
        "Dalton, The 2-Hour Job Search; figures of LinkedIn on short messages, a vendor's own",
    ),
    found(
        "E15",
        Grade::Craft,
        "Follow up an unanswered ask after three and after seven business days; at three, try a second person there; \
         never ask two people of one organization side by side.",
        "Dalton, The 2-Hour Job Search",
    ),
    found(
        "E20",
        Grade::Craft,
        "A good half hour goes from small talk to trends, insights, advice, resources and assignments, and ends with \
         next steps.",
        "Dalton, The 2-Hour Job Search",
    ),
    found(
        "E21",
        Grade::C,
        "Of the people who helped somebody to a job, 63 in 100 knew of the opening, 71 worked there, and 53 had a say in \
         the hiring.",
        "Jones and Azrin 1973",
    ),
    found("E22", Grade::C, "Thanks are expected within a day.", "Surveys among recruiters"),
    found(
        "E23",
        Grade::None,
        "Nobody has measured what it does to tell the person who named someone how it went. It is a courtesy.",
        "No study is known",
    ),
    found(
        "E30",
        Grade::A,
        "A written plan for the week raised applications by 15, offers by 30 and employment by 26 in 100; reminders and \
         peers alone added nothing. The people were the young unemployed of one country.",
        "Abel, Burger, Carranza and Piraino, American Economic Journal: Applied Economics 2019",
    ),
    found(
        "E31",
        Grade::A,
        "Training for the search multiplied the odds of employment by 2.67, and only where it taught skills and kept up \
         motivation together.",
        "Liu, Huang and Wang 2014; 47 evaluations",
    ),
    found(
        "E32",
        Grade::A,
        "Applicants whom somebody recommended are likelier to be hired.",
        "Brown, Setren and Topa 2016",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RULES;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_rests_on_something_that_stands() {
        for rule in RULES {
            assert!(!rule.evidence.is_empty(), "{} rests on nothing", rule.name);
            for id in rule.evidence {
                assert!(stands(id), "{} names {id}", rule.name);
            }
        }
    }

    #[test]
    fn every_finding_has_an_id_of_its_own_and_a_source() {
        let ids: BTreeSet<_> = EVIDENCE.iter().map(|evidence| evidence.id).collect();
        assert_eq!(ids.len(), EVIDENCE.len());
        assert!(EVIDENCE.iter().all(|evidence| !evidence.finding.is_empty() && !evidence.source.is_empty()));
    }

    #[rstest::rstest]
    #[case("E3", true)]
    #[case("M1", true)]
    #[case("M17", true)]
    #[case("M18", false)]
    #[case("M0", false)]
    #[case("E99", false)]
    #[case("", false)]
    fn only_findings_and_rows_of_the_method_stand(#[case] id: &str, #[case] expected: bool) {
        assert_eq!(stands(id), expected);
    }

    #[rstest::rstest]
    #[case("hidden")]
    #[case("1 in 12")]
    #[case("x4")]
    #[case("34 times")]
    #[case("Gino")]
    fn what_has_no_source_is_not_printed(#[case] words: &str) {
        for evidence in EVIDENCE {
            assert!(!evidence.finding.contains(words) && !evidence.source.contains(words));
        }
    }
}

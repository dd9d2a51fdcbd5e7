//! The case as it is shown: the seeker's own words where there are any, else what the facts give (row M8).

use jiff::civil::Date;
use serde::Serialize;

use super::remark::{Remark, faults, other_faults};
use super::version::version_of;
use super::whom::listed;
use super::{Case, a_reason_for_this_person, outcome_is_not_a_job, prefill, purpose_is_not_vague};
use crate::campaign::{Campaign, PersonRef};
use crate::change::Refusal;
use crate::id::PersonId;
use crate::list::slate::keep_the_search_quiet;
use crate::speech::{name, ways};

/// The case for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseReport {
    /// Whom it is for.
    pub person: PersonRef,
    /// What the call is for; null while neither the seeker nor the facts say.
    pub purpose: Option<String>,
    /// What the seeker hopes to know or have afterwards.
    pub outcome: Option<String>,
    /// Why this person.
    pub why: Option<String>,
    /// Which of the three were made from facts: "purpose", "outcome", "why".
    pub prefilled: Vec<&'static str>,
    /// What is pointed out.
    pub remarks: Vec<Remark>,
    /// What is missing, one line each, with the command that tells it.
    pub missing: Vec<String>,
    /// Hand this back with an edit, so that a stale one is noticed.
    pub version: String,
}

/// The seeker's own case for a person, if one was written.
pub fn written(campaign: &Campaign, person: PersonId) -> Option<&Case> {
    campaign.cases.values().find(|case| case.person == person)
}

/// The mark of what is written now.
pub fn version(case: Option<&Case>) -> String {
    let words = case.map(|case| [&*case.purpose, &*case.outcome, &*case.why]);
    version_of(words.into_iter().flatten())
}

/// The case for a person, written or made from facts.
///
/// # Errors
/// Refuses (unknown) when the person is not on the list.
pub fn case(campaign: &Campaign, today: Date, person: PersonId) -> Result<CaseReport, Refusal> {
    let (_, shown) = listed(campaign, person)?;
    let own = written(campaign, person);
    let mut prefilled = Vec::new();
    let mut part = |name, own: Option<&String>, made: Option<String>| {
        let own = own.filter(|words| !words.is_empty()).cloned();
        if own.is_none() && made.is_some() {
            prefilled.push(name);
        }
        own.or(made)
    };
    let purpose = part("purpose", own.map(|case| &case.purpose), prefill::purpose(campaign, today, person));
    let outcome = part("outcome", own.map(|case| &case.outcome), Some(prefill::outcome(campaign)));
    let why = part("why", own.map(|case| &case.why), prefill::why(campaign, today, person));
    let mut missing = Vec::new();
    if campaign.direction.is_unset() {
        missing.push(ways::direction());
    }
    if why.is_none() {
        let called = name::greeting(&shown).unwrap_or_else(|| "them".to_owned());
        let how_known = shown.told().and_then(|told| told.how_known.as_deref());
        missing.push(ways::how_known(person, &called, how_known));
    }
    let quiet = keep_the_search_quiet::remark(campaign, person);
    let about_words = remarks([purpose.as_deref(), outcome.as_deref(), why.as_deref()]);
    Ok(CaseReport {
        person: campaign.person_ref(person),
        purpose,
        outcome,
        why,
        prefilled,
        remarks: quiet.into_iter().chain(about_words).collect(),
        missing,
        version: version(own),
    })
}

/// What is pointed out about a purpose, an outcome and a reason, written down or not yet.
pub fn remarks([purpose, outcome, why]: [Option<&str>; 3]) -> Vec<Remark> {
    let mut said: Vec<Remark> = purpose_is_not_vague::remark(purpose).into_iter().collect();
    for sought in [purpose, outcome].into_iter().flatten() {
        let not_a_job = outcome_is_not_a_job::remark(sought);
        let named = not_a_job.is_some();
        said.extend(not_a_job);
        said.extend(other_faults(sought, |_| named));
    }
    said.extend(a_reason_for_this_person::remark(why));
    said.extend(why.into_iter().flat_map(faults));
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::a_job([Some("Get a job at Riverside"), None, Some("You run wards.")], &["outcome_is_not_a_job"])]
    #[case::both([Some("Get a job at Riverside"), Some("a job offer"), Some("You run wards.")], &["outcome_is_not_a_job", "outcome_is_not_a_job"])]
    #[case::a_chore([Some("Ask Ana to keep an eye out for me at Mercy"), None, Some("You run wards.")], &["makes_it_their_problem"])]
    #[case::in_the_reason([Some("Learn how wards train"), None, Some("Are you hiring nurses?")], &["asks_who_is_hiring"])]
    #[case::fine([Some("Learn how wards train"), Some("One more person to talk to"), Some("You run wards.")], &[])]
    fn a_fault_is_pointed_out_in_every_part(#[case] words: [Option<&str>; 3], #[case] rules: &[&str]) {
        let said: Vec<&str> = remarks(words).iter().map(|remark| remark.rule).collect();
        assert_eq!(said, rules);
    }
}

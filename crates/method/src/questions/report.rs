//! The questions for one person with their minutes, and what is pointed out about them (rows M6, M9).

use jiff::civil::Date;
use serde::Serialize;

use super::minutes::{CLOSING, HALF_HOUR, OPENING, minutes};
use super::next_time::is_for_next_time;
use super::plan::{kept, questions_for};
use super::{
    Question, QuestionKind, questions_before_the_ask, questions_do_not_ask_for_a_job, questions_stay_open, slots,
    strengths_have_proof,
};
use crate::campaign::{Campaign, PersonRef};
use crate::case::remark::{Remark, other_faults};
use crate::case::version::version_of;
use crate::case::whom::listed;
use crate::change::Refusal;
use crate::id::PersonId;
use crate::speech::ways;

/// One question of the half hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// Its place, from 1.
    pub number: usize,
    /// What it is after.
    pub kind: QuestionKind,
    /// The words to say.
    pub text: String,
    /// How many minutes it may take.
    pub minutes: usize,
    /// Whether it is kept for the half hours to come.
    pub next_time: bool,
    /// What is pointed out.
    pub remarks: Vec<Remark>,
}

/// The questions for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionsReport {
    /// Whom they are for.
    pub person: PersonRef,
    /// Whether the seeker keeps them; else they are made from facts each time.
    pub kept: bool,
    /// Minutes for hello and the story.
    pub opening_minutes: usize,
    /// The questions, in order.
    pub questions: Vec<Asked>,
    /// Minutes for thanks and what comes next.
    pub closing_minutes: usize,
    /// All of it together.
    pub minutes: usize,
    /// What is missing, one line each, with the command that tells it.
    pub missing: Vec<String>,
    /// Hand this back with an edit, so that a stale one is noticed.
    pub version: String,
}

/// The mark of what is kept now.
pub fn version(campaign: &Campaign, person: PersonId) -> String {
    let plan = kept(campaign, person);
    version_of(plan.into_iter().flat_map(|plan| &plan.questions).map(|question| question.text.as_str()))
}

/// The questions for a person, kept or made from facts.
///
/// # Errors
/// Refuses when the person is not on the list, and when there is nothing to ask from.
pub fn questions(campaign: &Campaign, today: Date, person: PersonId) -> Result<QuestionsReport, Refusal> {
    listed(campaign, person)?;
    let questions = questions_for(campaign, today, person);
    if questions.is_empty() {
        return Err(questions_before_the_ask::refusal());
    }
    let mut missing = Vec::new();
    if slots::strengths(campaign).is_empty() {
        missing.push(ways::strength());
    }
    missing.extend(strengths_have_proof::missing(campaign));
    if campaign.direction.is_unset() {
        missing.push(ways::direction());
    }
    Ok(QuestionsReport {
        person: campaign.person_ref(person),
        kept: kept(campaign, person).is_some(),
        opening_minutes: OPENING,
        questions: asked(campaign, person, &questions),
        closing_minutes: CLOSING,
        minutes: HALF_HOUR,
        missing,
        version: version(campaign, person),
    })
}

fn asked(campaign: &Campaign, person: PersonId, questions: &[Question]) -> Vec<Asked> {
    let shared = minutes(questions);
    let numbered = questions.iter().zip(shared).enumerate();
    let asked = numbered.map(|(place, (question, minutes))| Asked {
        number: place + 1,
        kind: question.kind,
        text: question.text.clone(),
        minutes,
        next_time: is_for_next_time(campaign, person, &question.text),
        remarks: remarks(&question.text),
    });
    asked.collect()
}

/// What is pointed out about a question, kept or not yet.
pub fn remarks(text: &str) -> Vec<Remark> {
    let job = questions_do_not_ask_for_a_job::remark(text);
    let named = job.is_some();
    questions_stay_open::remark(text).into_iter().chain(job).chain(other_faults(text, |_| named)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Who is hiring in your field?", &["questions_do_not_ask_for_a_job"])]
    #[case("Would you keep an eye out for me?", &["questions_stay_open", "makes_it_their_problem"])]
    #[case("What is changing on your ward?", &[])]
    fn a_question_of_ones_own_is_read_by_the_draft_check(#[case] text: &str, #[case] rules: &[&str]) {
        assert_eq!(remarks(text).iter().map(|remark| remark.rule).collect::<Vec<_>>(), rules);
    }
}

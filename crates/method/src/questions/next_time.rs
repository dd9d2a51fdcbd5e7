//! Questions of the seeker's own that they keep for the half hours to come (rows M6, M9). Each stands with the person for
//! whom it was written, marked; the plan for anybody else takes it along. Refuses what names the person it was written
//! for, because that would be said to somebody else.

use super::plan::{kept, questions_for};
use super::set_questions::write;
use super::{Question, QuestionKind};
use crate::campaign::Campaign;
use crate::case::about_them::about_them;
use crate::case::whom::listed;
use crate::change::{Change, Decision, Refusal};
use crate::id::{Ids, PersonId};
use crate::speech::{fold, sentences};
use jiff::civil::Date;

/// The most own questions that a plan takes along; the half hour is for them.
pub const MOST: usize = 3;

/// What is kept for next time, the oldest first, each once.
pub fn for_next_time(campaign: &Campaign) -> Vec<Question> {
    let mut found: Vec<Question> = Vec::new();
    let marked = campaign.question_plans.values().flat_map(|plan| &plan.questions).filter(|one| one.next_time);
    for question in marked {
        if !found.iter().any(|known| fold(&known.text) == fold(&question.text)) {
            found.push(Question { kind: QuestionKind::Own, ..question.clone() });
        }
    }
    found
}

/// Keeps the question with this number, from 1, for next time, or no longer.
///
/// # Errors
/// Refuses an unknown person, a number that is not there, and a question that names this person.
pub fn keep_for_next_time(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    person: PersonId,
    number: usize,
    keep: bool,
) -> Decision {
    let (_, shown) = listed(campaign, person)?;
    let mut questions = questions_for(campaign, today, person);
    let place = super::set_questions::placed(&questions, person, number)?;
    let text = questions[place].text.clone();
    if !keep {
        return Ok(let_go(campaign, &text));
    }
    if let Some(word) = names(&text, shown.name()) {
        return Err(Refusal::method(
            format!("“{word}” stands in it, and somebody else would hear it."),
            "Write it once more without the name, and keep that one.",
        ));
    }
    let sentences = sentences(&text).map(str::to_owned).collect::<Vec<_>>();
    if about_them(campaign, sentences.into_iter(), &shown).is_some() {
        return Err(Refusal::method(
            format!("“{text}” is about {}, and somebody else would hear it.", campaign.name(person)),
            "Write it once more without what holds only for them, and keep that one.",
        ));
    }
    questions[place].next_time = true;
    write(campaign, ids, today, person, questions)
}

/// The word of the question that is part of the name.
fn names(text: &str, name: &str) -> Option<String> {
    let words = fold(name);
    let mut words = words.split(' ').filter(|word| word.len() > 1);
    words.find(|word| crate::speech::says(text, word)).map(str::to_owned)
}

/// Takes the mark away wherever it stands with these words.
fn let_go(campaign: &Campaign, text: &str) -> Vec<Change> {
    let same = |one: &Question| one.next_time && fold(&one.text) == fold(text);
    let plans = campaign.question_plans.values().filter(|plan| plan.questions.iter().any(same));
    let without = plans.map(|plan| {
        let mut plan = plan.clone();
        plan.questions.iter_mut().filter(|one| same(one)).for_each(|one| one.next_time = false);
        plan.into()
    });
    without.collect()
}

/// Whether a plan other than the one kept for this person holds these words for next time.
pub fn is_for_next_time(campaign: &Campaign, person: PersonId, text: &str) -> bool {
    let own = kept(campaign, person).into_iter().flat_map(|plan| &plan.questions);
    let same = |one: &&Question| one.next_time && fold(&one.text) == fold(text);
    own.filter(same).count() > 0 || for_next_time(campaign).iter().any(|one| fold(&one.text) == fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::questions::set_questions::add_question;
    use crate::scene::{Scene, TODAY, p};

    /// Keeps a question that was written for Ana of Glasswing Software.
    fn kept(text: &str) -> Decision {
        let (mut scene, ids) = (Scene::of(&["Ana Pereira"]), Ids::default());
        scene.person(1, |ana| ana.organization = Some("Glasswing Software".into()));
        scene.campaign.direction.fields.push("patient safety".into());
        scene.campaign.apply(add_question(&scene.campaign, &ids, TODAY, p(1), text).unwrap());
        let all = questions_for(&scene.campaign, TODAY, p(1));
        let number = 1 + all.iter().position(|one| one.text == text).unwrap();
        keep_for_next_time(&scene.campaign, &ids, TODAY, p(1), number, true)
    }

    #[rstest::rstest]
    #[case("How did you at Glasswing Software get your boss to agree?", false)]
    #[case("What would you tell Ana Pereira of ten years ago?", false)]
    #[case("What would you ask about patient safety?", true)]
    #[case("What is the best part of a Monday?", true)]
    fn no_fact_is_carried_over_to_somebody_else(#[case] text: &str, #[case] taken: bool) {
        match kept(text) {
            Ok(changes) => assert!(taken && !changes.is_empty(), "{text}"),
            Err(no) => assert!(!taken && no.kind == No::Method, "{no}"),
        }
    }
}

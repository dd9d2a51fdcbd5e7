//! Picks six to eight questions for thirty minutes from the facts (rows M2, M3, M9, M14; E20). Serves the questions, the
//! ask and the sheet. It makes none while neither strengths nor direction nor ideas are known: then the seeker would
//! have nothing to ask from.

use jiff::civil::Date;

use super::library::fillable;
use super::slots::Slots;
use super::{Question, QuestionKind, QuestionPlan};
use crate::campaign::Campaign;
use crate::id::PersonId;

/// How many questions a plan aims at; eight when there are two ideas to try.
const AIM: usize = 7;

/// Kinds that fill a plan once strength, ideas and the last question are in, the most telling first.
const USUAL: [QuestionKind; 6] = [
    QuestionKind::HowTheyDidIt,
    QuestionKind::Advice,
    QuestionKind::Trends,
    QuestionKind::Insight,
    QuestionKind::Assignments,
    QuestionKind::Resources,
];

/// Questions made from facts, in the order in which they are asked; empty when nothing is known to ask from.
pub fn plan(campaign: &Campaign, today: Date, person: PersonId) -> Vec<Question> {
    let slots = Slots::known(campaign, today, person);
    if !slots.has("strength") && !slots.has("aim") && !slots.has("idea") {
        return Vec::new();
    }
    let mut chosen = Vec::new();
    chosen.extend(first(QuestionKind::StrengthToPlace, &slots));
    let ideas = usize::from(slots.has("idea")) + usize::from(slots.has("idea2"));
    chosen.extend(fillable(QuestionKind::Direction, &slots).into_iter().take(ideas.max(1)));
    let most = AIM + usize::from(ideas == 2);
    let mut usual = USUAL;
    if slots.is_true("long_silent") {
        // Somebody who was away for years sees best what has changed.
        usual.swap(1, 3);
    }
    for kind in usual {
        if chosen.len() + 1 < most {
            chosen.extend(first(kind, &slots));
        }
    }
    chosen.sort_by_key(|question| question.kind);
    chosen.push(another_person(&slots));
    chosen
}

/// The question that asks for another person, in our words.
pub fn ask_for_another(campaign: &Campaign, today: Date, person: PersonId) -> Question {
    another_person(&Slots::known(campaign, today, person))
}

fn another_person(slots: &Slots) -> Question {
    first(QuestionKind::People, slots).unwrap_or_else(|| Question {
        kind: QuestionKind::People,
        text: "Who else would you talk to if you were me?".to_owned(),
    })
}

fn first(kind: QuestionKind, slots: &Slots) -> Option<Question> {
    fillable(kind, slots).into_iter().next()
}

/// The plan that the seeker keeps for this person.
pub fn kept(campaign: &Campaign, person: PersonId) -> Option<&QuestionPlan> {
    let mut plans = campaign.question_plans.values();
    plans.rfind(|plan| plan.person == person && !plan.questions.is_empty())
}

/// The questions for this person: those kept, else those made from facts; empty when there is neither.
pub fn questions_for(campaign: &Campaign, today: Date, person: PersonId) -> Vec<Question> {
    match kept(campaign, person) {
        Some(plan) => plan.questions.clone(),
        None => plan(campaign, today, person),
    }
}

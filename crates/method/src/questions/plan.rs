//! Picks six to eight questions for thirty minutes from the facts (rows M2, M3, M9, M14; E20). Serves the questions, the
//! ask and the sheet. It makes none while neither strengths nor direction nor ideas are known: then the seeker would
//! have nothing to ask from.

use jiff::civil::Date;

use super::ends_with_another_person::asks_for_another_person;
use super::led_further::LedFurther;
use super::library::fillable;
use super::next_time::{MOST, for_next_time};
use super::slots::Slots;
use super::{Question, QuestionKind, QuestionPlan};
use crate::campaign::Campaign;
use crate::id::PersonId;

/// How many questions a plan aims at; eight when there are two ideas to try, or own questions to take along.
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
///
/// What has worked for this seeker weighs twice: a kind that led further is more likely to be among them, and within a
/// kind the question that led further comes first. Own questions that are kept for next time go before the last one.
pub fn plan(campaign: &Campaign, today: Date, person: PersonId) -> Vec<Question> {
    let slots = Slots::known(campaign, today, person);
    if !slots.has("strength") && !slots.has("aim") && !slots.has("idea") {
        return Vec::new();
    }
    let led = LedFurther::of(campaign);
    let mut chosen = Vec::new();
    chosen.extend(first(QuestionKind::StrengthToPlace, &slots, &led));
    let ideas = usize::from(slots.has("idea")) + usize::from(slots.has("idea2"));
    chosen.extend(fillable(QuestionKind::Direction, &slots, &led).into_iter().take(ideas.max(1)));
    let own = for_next_time(campaign).into_iter().take(MOST);
    chosen.extend(own.filter(|own| !asks_for_another_person(&own.text)));
    let most = AIM + usize::from(chosen.len() > 2);
    for kind in usual(&slots, &led) {
        if chosen.len() + 1 < most {
            chosen.extend(first(kind, &slots, &led));
        }
    }
    chosen.sort_by_key(|question| question.kind);
    chosen.push(another_person(campaign, &slots));
    chosen
}

/// The kinds that fill a plan, those that led further before first.
fn usual(slots: &Slots, led: &LedFurther) -> [QuestionKind; 6] {
    let mut usual = USUAL;
    if slots.is_true("long_silent") {
        // Somebody who was away for years sees best what has changed.
        usual.swap(1, 3);
    }
    let times = led.kinds();
    usual.sort_by_key(|kind| std::cmp::Reverse(times.get(kind).copied().unwrap_or_default()));
    if slots.is_true("made_your_move") {
        // Nothing is worth more than how they did it.
        usual.sort_by_key(|kind| *kind != QuestionKind::HowTheyDidIt);
    }
    usual
}

/// The question that asks for another person, in our words or in those that the seeker keeps for next time.
pub fn ask_for_another(campaign: &Campaign, today: Date, person: PersonId) -> Question {
    another_person(campaign, &Slots::known(campaign, today, person))
}

fn another_person(campaign: &Campaign, slots: &Slots) -> Question {
    let own = for_next_time(campaign).into_iter().find(|own| asks_for_another_person(&own.text));
    let ours = || first(QuestionKind::People, slots, &LedFurther::of(campaign));
    own.or_else(ours)
        .unwrap_or_else(|| Question::new(QuestionKind::People, "Who else would you talk to if you were me?"))
}

fn first(kind: QuestionKind, slots: &Slots, led: &LedFurther) -> Option<Question> {
    fillable(kind, slots, led).into_iter().next()
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

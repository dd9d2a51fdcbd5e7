//! Keeps, adds, takes away, orders and renews the questions for one person (rows M6, M9). Every plan that is kept ends by asking
//! for another person; refuses more questions than half an hour holds.

use jiff::civil::Date;

use super::ends_with_another_person::{asks_for_another_person, ending_well};
use super::plan::{ask_for_another, kept, questions_for};
use super::{Question, QuestionKind, QuestionPlan, questions_before_the_ask, report};
use crate::campaign::Campaign;
use crate::case::version::still_based;
use crate::case::whom::listed;
use crate::change::{Change, Decision, Refusal};
use crate::id::{Ids, PersonId};
use crate::speech::fold;

/// The most questions that a plan may hold: two minutes each.
pub const MOST: usize = 12;

/// Keeps the questions as they are shown now, so that they no longer follow the facts.
///
/// # Errors
/// Refuses an unknown person, and when there is nothing to ask from.
pub fn keep_questions(campaign: &Campaign, ids: &Ids, today: Date, person: PersonId) -> Decision {
    listed(campaign, person)?;
    let questions = questions_for(campaign, today, person);
    if questions.is_empty() {
        return Err(questions_before_the_ask::refusal());
    }
    write(campaign, ids, today, person, questions)
}

/// Lets go of the questions that were kept, so that they are made from the facts again.
///
/// # Errors
/// Refuses an unknown person.
pub fn take_fresh_questions(campaign: &Campaign, person: PersonId) -> Decision {
    listed(campaign, person)?;
    let kept = campaign.question_plans.values().filter(|plan| plan.person == person);
    Ok(kept.map(|plan| Change::Remove(plan.id.into())).collect())
}

/// Sets the whole plan from these words, in this order; words that stand in the plan already keep their kind.
/// `based_on` is the version of the report that an editor was opened on.
///
/// # Errors
/// Refuses an unknown person, a stale edit, an empty plan and more than [`MOST`] questions.
pub fn set_questions(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    person: PersonId,
    texts: &[String],
    based_on: Option<&str>,
) -> Decision {
    listed(campaign, person)?;
    let before = questions_for(campaign, today, person);
    let newer: Vec<&str> = before.iter().map(|question| question.text.as_str()).collect();
    still_based(
        based_on,
        &report::version(campaign, person),
        &format!("The questions for {}", campaign.name(person)),
        &newer.join("\n"),
        &format!("`halfhour questions {person}`"),
    )?;
    let texts = texts.iter().map(|text| one_line(text)).filter(|text| !text.is_empty());
    let questions: Vec<Question> = texts
        .map(|text| {
            let same = before.iter().find(|question| question.text == text);
            same.cloned().unwrap_or_else(|| Question::new(QuestionKind::Own, text))
        })
        .collect();
    if questions.is_empty() {
        return Err(Refusal::method(
            "A half hour without questions has nothing to go on.",
            format!("Take ours as they are: `halfhour questions {person} --fresh`"),
        ));
    }
    write(campaign, ids, today, person, questions)
}

/// Adds an own question before the last one; one that asks for another person becomes the last.
///
/// # Errors
/// Refuses an unknown person, an empty question, one that is there already and more than [`MOST`].
pub fn add_question(campaign: &Campaign, ids: &Ids, today: Date, person: PersonId, text: &str) -> Decision {
    listed(campaign, person)?;
    let text = one_line(text);
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Refusal::usage(
            "There are no words in this question.",
            format!("Write it out: `halfhour questions {person} --add \"What would you do first?\"`"),
        ));
    }
    let mut questions = questions_for(campaign, today, person);
    if let Some(place) = questions.iter().position(|question| fold(&question.text) == fold(&text)) {
        return Err(Refusal::method(
            format!("This is question {} already.", place + 1),
            format!("See them all: `halfhour questions {person}`"),
        ));
    }
    let last = questions.len().saturating_sub(1);
    let place = if asks_for_another_person(&text) { questions.len() } else { last };
    questions.insert(place, Question::new(QuestionKind::Own, text));
    write(campaign, ids, today, person, questions)
}

/// Takes away the question with this number, counted from 1.
///
/// # Errors
/// Refuses an unknown person, a number that is not there, the last question and the only one.
pub fn remove_question(campaign: &Campaign, ids: &Ids, today: Date, person: PersonId, number: usize) -> Decision {
    listed(campaign, person)?;
    let mut questions = questions_for(campaign, today, person);
    let place = placed(&questions, person, number)?;
    let removed = questions.remove(place);
    if questions.is_empty() || (place == questions.len() && removed.kind == QuestionKind::People) {
        return Err(Refusal::method(
            "The last question asks for another person; every half hour ends with it.",
            format!(
                "Put your own words in its place: `halfhour questions {person} --add \"Who else should I talk to?\"`"
            ),
        ));
    }
    write(campaign, ids, today, person, questions)
}

/// Moves a question to another place, both counted from 1. The last one stays the one that asks for another person.
///
/// # Errors
/// Refuses an unknown person and numbers that are not there.
pub fn move_question(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    person: PersonId,
    number: usize,
    to: usize,
) -> Decision {
    listed(campaign, person)?;
    let mut questions = questions_for(campaign, today, person);
    let place = placed(&questions, person, number)?;
    let to = placed(&questions, person, to)?;
    let question = questions.remove(place);
    questions.insert(to, question);
    write(campaign, ids, today, person, questions)
}

pub(super) fn placed(questions: &[Question], person: PersonId, number: usize) -> Result<usize, Refusal> {
    let place = number.checked_sub(1).filter(|place| *place < questions.len());
    place.ok_or_else(|| {
        let there = match questions.len() {
            0 => "There are no questions yet.".to_owned(),
            1 => "There is one question.".to_owned(),
            count => format!("There are questions 1 to {count}."),
        };
        Refusal::usage(there, format!("See them: `halfhour questions {person}`"))
    })
}

pub(super) fn write(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    person: PersonId,
    questions: Vec<Question>,
) -> Decision {
    let questions = ending_well(questions, ask_for_another(campaign, today, person));
    if questions.len() > MOST {
        return Err(Refusal::method(
            format!("{} questions do not fit into half an hour.", questions.len()),
            format!("Keep {MOST} or fewer: `halfhour questions {person} --remove 1`"),
        ));
    }
    let old = kept(campaign, person);
    if old.is_some_and(|old| old.questions == questions) {
        return Ok(Vec::new());
    }
    let id = old.map_or_else(|| ids.fresh(), |old| old.id);
    Ok(vec![QuestionPlan { id, person, questions }.into()])
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Person;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 23);

    struct Scene {
        campaign: Campaign,
        ids: Ids,
        maya: PersonId,
    }

    fn scene() -> Scene {
        let ids = Ids::default();
        let mut campaign = Campaign::default();
        let maya = Person::named(ids.fresh(), "Maya Osei", TODAY);
        let id = maya.id;
        campaign.apply([maya.into()]);
        campaign.direction.fields = vec!["patient safety".to_owned()];
        Scene { campaign, ids, maya: id }
    }

    impl Scene {
        fn decide(&mut self, decide: impl Fn(&Campaign, &Ids, PersonId) -> Decision) -> Vec<String> {
            let changes = decide(&self.campaign, &self.ids, self.maya).unwrap();
            self.campaign.apply(changes);
            let kept = kept(&self.campaign, self.maya).unwrap();
            kept.questions.iter().map(|question| question.text.clone()).collect()
        }
    }

    #[test]
    fn kept_questions_no_longer_follow_the_facts() {
        let mut scene = scene();
        let before = scene.decide(|campaign, ids, maya| keep_questions(campaign, ids, TODAY, maya));
        scene.campaign.direction.fields = vec!["teaching".to_owned()];
        assert_eq!(scene.decide(|campaign, ids, maya| keep_questions(campaign, ids, TODAY, maya)), before);
    }

    #[test]
    fn an_own_question_comes_before_the_last_and_an_own_last_one_takes_its_place() {
        let mut scene = scene();
        let after = scene.decide(|campaign, ids, maya| add_question(campaign, ids, TODAY, maya, "Why nights?"));
        assert_eq!(after[after.len() - 2], "Why nights?");
        let after =
            scene.decide(|campaign, ids, maya| add_question(campaign, ids, TODAY, maya, "Who else knows nights?"));
        assert_eq!(after.last().unwrap(), "Who else knows nights?");
        assert!(!after.iter().any(|text| text.starts_with("Who else would you")));
    }

    #[test]
    fn a_plan_of_own_words_still_ends_with_another_person() {
        let mut scene = scene();
        let words = ["Why nights?".to_owned(), "  ".to_owned()];
        let after = scene.decide(|campaign, ids, maya| set_questions(campaign, ids, TODAY, maya, &words, None));
        assert_eq!(after, ["Why nights?", "Who else would you talk to about patient safety if you were me?"]);
    }

    #[test]
    fn the_last_question_can_be_neither_taken_away_nor_moved_up() {
        let mut scene = scene();
        let before = scene.decide(|campaign, ids, maya| keep_questions(campaign, ids, TODAY, maya));
        let last = before.len();
        assert!(remove_question(&scene.campaign, &scene.ids, TODAY, scene.maya, last).is_err());
        let after = scene.decide(|campaign, ids, maya| move_question(campaign, ids, TODAY, maya, last, 1));
        assert_eq!(after, before);
        let after = scene.decide(|campaign, ids, maya| move_question(campaign, ids, TODAY, maya, 2, 1));
        assert_eq!(after[0], before[1]);
    }

    #[test]
    fn fresh_questions_follow_the_facts_again() {
        let mut scene = scene();
        let ours = scene.decide(|campaign, ids, maya| keep_questions(campaign, ids, TODAY, maya));
        scene.decide(|campaign, ids, maya| add_question(campaign, ids, TODAY, maya, "Why nights?"));
        scene.campaign.apply(take_fresh_questions(&scene.campaign, scene.maya).unwrap());
        assert!(kept(&scene.campaign, scene.maya).is_none());
        let texts = questions_for(&scene.campaign, TODAY, scene.maya).into_iter().map(|question| question.text);
        assert_eq!(texts.collect::<Vec<_>>(), ours);
        assert_eq!(take_fresh_questions(&scene.campaign, scene.maya), Ok(vec![]));
    }

    #[test]
    fn a_thirteenth_question_is_refused() {
        let scene = scene();
        let words: Vec<String> = (0..13).map(|number| format!("What about {number}?")).collect();
        let no = set_questions(&scene.campaign, &scene.ids, TODAY, scene.maya, &words, None).unwrap_err();
        assert!(no.message.contains("half an hour"), "{no}");
    }

    #[test]
    fn without_strength_or_direction_there_is_nothing_to_ask_from() {
        let mut scene = scene();
        scene.campaign.direction.fields.clear();
        let no = keep_questions(&scene.campaign, &scene.ids, TODAY, scene.maya).unwrap_err();
        assert!(no.hint.contains("halfhour me --field"), "{no:?}");
    }
}

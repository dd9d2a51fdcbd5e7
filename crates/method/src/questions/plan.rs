//! Picks six to eight questions for thirty minutes from the facts (rows M2, M3, M9, M14; E20). Serves the questions, the
//! ask and the sheet. It makes none while neither strengths nor direction nor ideas are known: then the seeker would
//! have nothing to ask from.

use jiff::civil::Date;

use super::ends_with_another_person::asks_for_another_person;
use super::led_further::LedFurther;
use super::library::fillable;
use super::next_time::{MOST, for_next_time};
use super::slots::{Slots, ideas};
use super::{Question, QuestionKind, QuestionPlan};
use crate::campaign::Campaign;
use crate::conversation::Conversation;
use crate::id::{Id, PersonId};
use crate::speech::{fold, says};

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

/// The same for whoever something is known of: the first tag that is true decides.
const BY_WHAT_IS_KNOWN: [(&str, [QuestionKind; 6]); 4] = {
    use QuestionKind::{Advice, Assignments, HowTheyDidIt, Insight, Resources, Trends};
    [
        ("met", [HowTheyDidIt, Trends, Insight, Advice, Resources, Assignments]),
        // Somebody who was away for years sees best what has changed.
        ("long_silent", [Insight, HowTheyDidIt, Trends, Advice, Assignments, Resources]),
        ("in_direction", [HowTheyDidIt, Trends, Insight, Assignments, Advice, Resources]),
        // Somebody of another trade is not asked for the news of one's own, but for how it looks from there.
        ("elsewhere", [HowTheyDidIt, Insight, Advice, Assignments, Resources, Trends]),
    ]
};

/// Questions made from facts, in the order in which they are asked; empty when nothing is known to ask from.
///
/// What has worked for this seeker weighs twice: a kind that led further is more likely to be among them, and within a
/// kind the question that led further comes first. Own questions that are kept for next time go before the last one.
pub fn plan(campaign: &Campaign, today: Date, person: PersonId) -> Vec<Question> {
    let slots = Slots::known(campaign, today, person);
    if !slots.has("strength") && !slots.has("aim") && !slots.has("idea") {
        return Vec::new();
    }
    let mut picking = Picking::new(campaign, person, &slots);
    let last = picking.another_person(campaign);
    picking.says(&last);
    // What is kept for next time may be one of ours; so it is taken before any that we choose.
    let own = for_next_time(campaign).into_iter().take(MOST);
    let own: Vec<Question> = own.filter(|own| !asks_for_another_person(&own.text)).collect();
    own.iter().for_each(|own| picking.says(own));
    picking.pick(QuestionKind::StrengthToPlace);
    // Where one of their own tries an idea already, ours would say it again, or say "another" before it.
    if !own.iter().any(|own| tries_an_idea(campaign, &own.text)) {
        picking.pick(QuestionKind::Direction);
        if slots.has("idea2") {
            picking.pick(QuestionKind::Direction);
        }
    }
    picking.chosen.extend(own);
    let most = AIM + usize::from(picking.chosen.len() > 2);
    for kind in usual(&slots, &picking.led) {
        if picking.chosen.len() + 1 < most {
            picking.pick(kind);
        }
    }
    let mut chosen = picking.chosen;
    chosen.sort_by_key(|question| question.kind);
    chosen.push(last);
    chosen
}

fn tries_an_idea(campaign: &Campaign, text: &str) -> bool {
    ideas(campaign).iter().any(|(_, idea)| says(text, idea))
}

/// The kinds that fill a plan, by what is known of the person; those that led further before come first.
fn usual(slots: &Slots, led: &LedFurther) -> Vec<QuestionKind> {
    let by_tag = |(tag, _): &&(&str, [QuestionKind; 6])| slots.is_true(tag);
    let mut usual = BY_WHAT_IS_KNOWN.iter().find(by_tag).map_or(USUAL, |(_, kinds)| *kinds).to_vec();
    let times = led.kinds();
    usual.sort_by_key(|kind| std::cmp::Reverse(times.get(kind).copied().unwrap_or_default()));
    if slots.is_true("made_your_move") && !slots.is_true("met") {
        // Nothing is worth more than how they did it, and it takes two questions to hear it.
        usual.retain(|kind| *kind != QuestionKind::HowTheyDidIt);
        usual.splice(0..0, [QuestionKind::HowTheyDidIt; 2]);
    }
    usual
}

/// The question that asks for another person, in our words or in those that the seeker keeps for next time.
pub fn ask_for_another(campaign: &Campaign, today: Date, person: PersonId) -> Question {
    Picking::new(campaign, person, &Slots::known(campaign, today, person)).another_person(campaign)
}

/// Questions that are being picked for one person.
struct Picking<'a> {
    slots: &'a Slots,
    led: LedFurther,
    /// Who it is; of questions that are equally good, each person gets another.
    turn: u64,
    /// What will be said, so that it is not said once more.
    said: Vec<String>,
    chosen: Vec<Question>,
}

/// Words that are said once in a half hour.
const ONCE: &[&str] = &["if you were me", "in my place", "How did you go about it"];

/// Slots whose words are said at most three times: nobody says "patient safety" in every question.
const RARELY: &[&str] = &["field", "role"];

impl<'a> Picking<'a> {
    fn new(campaign: &Campaign, person: PersonId, slots: &'a Slots) -> Self {
        Picking { slots, led: LedFurther::of(campaign), turn: person.number(), said: Vec::new(), chosen: Vec::new() }
    }

    /// Takes the best question of a kind that is not asked yet; one that repeats nothing comes first.
    fn pick(&mut self, kind: QuestionKind) {
        let ready = fillable(kind, self.slots, &self.led, self.turn);
        let fresh: Vec<Question> = ready.into_iter().filter(|one| !self.is_said(&one.text)).collect();
        let place = fresh.iter().position(|one| !self.repeats(&one.text)).unwrap_or_default();
        if let Some(question) = fresh.into_iter().nth(place) {
            self.says(&question);
            self.chosen.push(question);
        }
    }

    fn says(&mut self, question: &Question) {
        self.said.push(question.text.clone());
    }

    fn is_said(&self, text: &str) -> bool {
        self.said.iter().any(|said| fold(said) == fold(text))
    }

    fn repeats(&self, text: &str) -> bool {
        let times = |words: &str| self.said.iter().filter(|said| said.contains(words)).count();
        let once = ONCE.iter().any(|words| text.contains(words) && times(words) > 0);
        let values = RARELY.iter().filter_map(|slot| self.slots.value(slot));
        once || values.into_iter().any(|value| text.contains(value) && times(value) > 2)
    }

    fn another_person(&self, campaign: &Campaign) -> Question {
        let own = for_next_time(campaign).into_iter().find(|own| asks_for_another_person(&own.text));
        let ours = || fillable(QuestionKind::People, self.slots, &self.led, self.turn).into_iter().next();
        own.or_else(ours)
            .unwrap_or_else(|| Question::new(QuestionKind::People, "Who else would you talk to if you were me?"))
    }
}

/// The plan that the seeker keeps for this person.
pub fn kept(campaign: &Campaign, person: PersonId) -> Option<&QuestionPlan> {
    let mut plans = campaign.question_plans.values();
    plans.rfind(|plan| plan.person == person && !plan.questions.is_empty())
}

/// The questions as they stood before this conversation, to say afterwards which of them led further.
pub fn questions_before(campaign: &Campaign, today: Date, talk: &Conversation) -> Vec<Question> {
    let mut before = campaign.clone();
    let is_earlier = |one: &Conversation| (one.held_on, one.id) < (talk.held_on, talk.id);
    before.conversations.retain(|_, one| one.person != talk.person || is_earlier(one));
    questions_for(&before, today, talk.person)
}

/// The questions for this person: those kept, else those made from facts; empty when there is neither.
pub fn questions_for(campaign: &Campaign, today: Date, person: PersonId) -> Vec<Question> {
    match kept(campaign, person) {
        Some(plan) => plan.questions.clone(),
        None => plan(campaign, today, person),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::Ladder;
    use crate::direction::begin::begin_anew;
    use crate::direction::close::close_search;
    use crate::id::{Ids, QuestionPlanId};
    use crate::scene::{Scene, TODAY, p};
    use jiff::civil::date;

    /// Somebody with this work, while the search goes from shifts into workplace training.
    fn scene(title: &str) -> Scene {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        scene.person(1, |ana| {
            ana.title = Some(title.to_owned());
            ana.organization = Some("Quay Ltd".to_owned());
        });
        scene.campaign.direction.fields.push("workplace training".into());
        scene.campaign.direction.roles.push("training coordinator".into());
        scene
    }

    fn asked(scene: &Scene) -> Vec<String> {
        plan(&scene.campaign, TODAY, p(1)).into_iter().map(|question| question.text).collect()
    }

    fn says(asked: &[String], words: &str) -> bool {
        asked.iter().any(|text| text.contains(words))
    }

    #[test]
    fn only_somebody_of_the_trade_is_asked_for_its_news() {
        let asked_there = asked(&scene("Training Manager"));
        assert!(says(&asked_there, "a training manager at Quay Ltd"), "{asked_there:?}");
        let elsewhere = asked(&scene("Carpenter"));
        assert!(says(&elsewhere, "a carpenter") && says(&elsewhere, "from your own work"), "{elsewhere:?}");
        assert!(!says(&elsewhere, "changing in workplace training"), "{elsewhere:?}");
    }

    #[test]
    fn a_move_in_the_seekers_own_words_is_asked_about_first_and_once() {
        let mut scene = scene("Training Manager");
        scene.person(1, |ana| ana.valued_for = Some("how you went from the front desk into training".into()));
        let asked = asked(&scene);
        assert!(asked[0].starts_with("You went from the front desk into training."), "{asked:?}");
        assert_eq!(asked.iter().filter(|text| text.contains("How did you go about it")).count(), 1, "{asked:?}");
    }

    #[test]
    fn whoever_was_met_is_asked_what_follows_on() {
        let mut scene = scene("Training Manager");
        let first = asked(&scene);
        scene.met(1, date(2026, 11, 3), Ladder::Listened).met(2, date(2026, 11, 10), Ladder::Listened);
        scene.campaign.conversations.values_mut().next().unwrap().learned = Some("It takes a year.".into());
        let second = asked(&scene);
        assert!(says(&second, "What stays with me: It takes a year.") && says(&second, "one other"), "{second:?}");
        assert!(second.iter().all(|text| !first.contains(text)), "{second:?}");
        let talk = scene.campaign.conversations.values().next().unwrap();
        let before = questions_before(&scene.campaign, TODAY, talk).into_iter().map(|one| one.text);
        assert_eq!(before.collect::<Vec<_>>(), first, "what led further is noted among those that were asked");
    }

    #[test]
    fn whoever_was_met_in_an_earlier_search_is_no_stranger() {
        let mut scene = scene("Training Manager");
        let (first, direction) = (asked(&scene), scene.campaign.direction.clone());
        scene.met(1, date(2026, 10, 5), Ladder::Listened).met(2, date(2026, 10, 12), Ladder::Listened);
        scene.campaign.apply(close_search(&scene.campaign, TODAY, true).unwrap());
        scene.campaign.apply(begin_anew(&scene.campaign, &Ids::default(), TODAY, true).unwrap());
        let second = asked(scene.write(direction));
        assert!(second.iter().all(|text| !first.contains(text)), "{second:?}");
        assert!(says(&second, "since we talked") && says(&second, "I have talked with one other since"), "{second:?}");
        assert!(says(&second, "I am now drawn to"), "they heard of another direction: {second:?}");
        scene.met(1, TODAY, Ladder::Listened);
        assert!(says(&asked(&scene), "I am still drawn to"));
    }

    #[test]
    fn a_question_of_ours_that_is_kept_for_next_time_is_asked_once() {
        let mut scene = scene("Training Manager");
        let first = plan(&scene.campaign, TODAY, p(1));
        for place in 0..first.len() - 1 {
            let mut questions = first.clone();
            questions[place].next_time = true;
            scene.campaign.question_plans.clear();
            let plan_of_bo = QuestionPlan { id: QuestionPlanId::from_number(1), person: p(2), questions };
            scene.campaign.apply([plan_of_bo.into()]);
            let asked = asked(&scene);
            let once = asked.iter().filter(|text| **text == first[place].text).count();
            assert_eq!(once, 1, "{asked:?}");
        }
    }

    #[test]
    fn no_words_are_said_over_and_over() {
        for title in ["Training Manager", "Carpenter", "Instructor", "Safety Officer"] {
            let asked = asked(&scene(title));
            let times = |words: &str| asked.iter().filter(|text| text.contains(words)).count();
            assert!(times("if you were me") + times("in my place") <= 1, "{asked:?}");
            assert!(times("workplace training") <= 3 && times("a training coordinator") <= 3, "{asked:?}");
        }
    }
}

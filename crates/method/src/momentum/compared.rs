//! What momentum compares: forms of the ask, groups of people, versions of the story and kinds of question, each with how
//! often it led further (row M16).
//!
//! An ask leads further when it gets a conversation; a person when in one of their conversations they name someone or make
//! the call. Somebody with four conversations is one case, because what they do is no proof of what others would. What is
//! still open counts for neither side.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::ask::{Answer, Ask, Form};
use crate::campaign::Campaign;
use crate::conversation::{Conversation, Ladder};
use crate::day::days_between;
use crate::id::PersonId;
use crate::list::so_far::SoFar;
use crate::momentum::lineage::Lineage;
use crate::momentum::tally::{Tries, WAITED_FOR};
use crate::questions::QuestionKind;
use crate::words::words;

words! {
    /// What is compared.
    pub enum Compared {
        /// The form of the ask.
        Ask = "ask",
        /// How the seeker came to the person.
        Group = "group",
        /// The version of the story.
        Story = "story",
        /// The kinds of question that were planned.
        Question = "question",
    }
}

impl Compared {
    /// What came of those that led further.
    pub fn what_came(self) -> &'static str {
        match self {
            Compared::Ask => "got you a conversation",
            Compared::Group | Compared::Story | Compared::Question => "named someone or made the call",
        }
    }
}

/// One thing against all others of its kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// What is compared.
    pub about: Compared,
    /// Which of them, in words that can begin a sentence.
    pub which: String,
    /// How often it led further.
    pub these: Tries,
    /// How often the others did.
    pub others: Tries,
}

/// Everything that can be compared on that day.
pub fn sides(campaign: &Campaign, so_far: &SoFar<'_>, lineage: &Lineage<'_>, today: Date) -> Vec<Side> {
    let mut held: Vec<&Conversation> = campaign.conversations.values().filter(|held| held.held_on <= today).collect();
    held.sort_by_key(|held| (held.held_on, held.id));
    let asks = campaign.asks.values().filter(|ask| ask.asked_on <= today);
    let of_asks = asks.filter_map(|ask| Some((in_words(ask.form).to_owned(), got_it(campaign, so_far, ask, today)?)));
    let people = once_each(held.iter().map(|held| (held.person, *held)));
    let groups = people.values().map(|(first, led)| (group(campaign, lineage, first).to_owned(), *led));
    let told = once_each(held.iter().filter_map(|held| Some(((held.story?, held.person), *held))));
    let stories = told.iter().filter_map(|((story, _), (_, led))| {
        let story = campaign.stories.get(story)?;
        Some((format!("Your story “{}”", story.name), *led))
    });
    let mut sides = against_the_rest(Compared::Ask, of_asks);
    sides.extend(against_the_rest(Compared::Group, groups));
    sides.extend(against_the_rest(Compared::Story, stories));
    sides.extend(questions(campaign, &people));
    sides
}

fn led_further(held: &Conversation) -> bool {
    held.ladder >= Ladder::NamedSomeone
}

/// Of each key its first conversation, and whether one of them led further.
fn once_each<'c, K: Ord>(held: impl Iterator<Item = (K, &'c Conversation)>) -> BTreeMap<K, (&'c Conversation, bool)> {
    let mut once: BTreeMap<K, (&Conversation, bool)> = BTreeMap::new();
    for (key, held) in held {
        once.entry(key).or_insert((held, false)).1 |= led_further(held);
    }
    once
}

/// Whether an ask got its conversation; none while that is open. Only one that was held counts: a meeting that is ahead is
/// open, one that was missed or called off is none, and an ask of which nothing has come for six weeks, counted from its
/// meeting where there is one, has got none.
fn got_it(campaign: &Campaign, so_far: &SoFar<'_>, ask: &Ask, today: Date) -> Option<bool> {
    let came_of_it = |held: &&Conversation| held.ask == Some(ask.id);
    if so_far.conversations(ask.person).iter().copied().any(|held| came_of_it(&held)) {
        return Some(true);
    }
    let is_gone = !campaign.is_here(ask.person);
    let waited_since = ask.planned_meeting().map_or(ask.asked_on, |meeting| campaign.at_home(meeting).on);
    match ask.answer {
        _ if is_gone => Some(false),
        Some(Answer::Declined | Answer::Silent | Answer::SomeoneElse) => Some(false),
        Some(Answer::Accepted | Answer::NotNow) | None => {
            (days_between(waited_since, today) > WAITED_FOR).then_some(false)
        }
    }
}

fn in_words(form: Form) -> &'static str {
    match form {
        Form::Call => "Asking by telephone",
        Form::Voicemail => "Asking on the voicemail",
        Form::Email => "Asking by e-mail",
        Form::Message => "Asking by short message",
    }
}

fn group(campaign: &Campaign, lineage: &Lineage<'_>, held: &Conversation) -> &'static str {
    if lineage.through(held.person).is_some_and(|referral| referral.named_on <= held.held_on) {
        return "People who were named to you";
    }
    match campaign.people.get(&held.person) {
        Some(person) if person.close => "People close to you",
        Some(person) if person.respected => "People you know and respect",
        _ => "People from your list whom you did not mark",
    }
}

/// Each value against all others of its kind.
fn against_the_rest(about: Compared, cases: impl Iterator<Item = (String, bool)>) -> Vec<Side> {
    let mut by_value: BTreeMap<String, Tries> = BTreeMap::new();
    let mut all = Tries::default();
    for (value, led_further) in cases {
        for tries in [by_value.entry(value).or_default(), &mut all] {
            add(tries, led_further);
        }
    }
    let side = |(which, these): (String, Tries)| {
        let others = Tries { came: all.came - these.came, lost: all.lost - these.lost };
        Side { about, which, these, others }
    };
    by_value.into_iter().map(side).collect()
}

/// People with a kind of question in their plan against those with a plan without it. The question that every plan ends
/// with tells nothing.
fn questions(campaign: &Campaign, people: &BTreeMap<PersonId, (&Conversation, bool)>) -> Vec<Side> {
    let plans: BTreeMap<_, BTreeSet<QuestionKind>> = campaign
        .question_plans
        .values()
        .map(|plan| (plan.person, plan.questions.iter().map(|question| question.kind).collect()))
        .collect();
    let kinds = QuestionKind::ALL.iter().filter(|kind| **kind != QuestionKind::People);
    let side = |kind: &QuestionKind| {
        let (mut these, mut others) = (Tries::default(), Tries::default());
        for (person, (_, led)) in people {
            if let Some(plan) = plans.get(person) {
                add(if plan.contains(kind) { &mut these } else { &mut others }, *led);
            }
        }
        let which = format!("Half hours planned with a question about {}", about(*kind));
        Side { about: Compared::Question, which, these, others }
    };
    kinds.map(side).collect()
}

fn about(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::HowTheyDidIt => "how they did it",
        QuestionKind::Trends => "what changes in their field",
        QuestionKind::Insight => "what others do not see",
        QuestionKind::Advice => "what they would do",
        QuestionKind::Resources => "what to read, join or visit",
        QuestionKind::Assignments => "what could be done next",
        QuestionKind::StrengthToPlace => "where your strength could be of use",
        QuestionKind::Direction => "your direction",
        QuestionKind::People => "whom else to ask",
        QuestionKind::Own => "something of your own",
    }
}

fn add(tries: &mut Tries, came: bool) {
    if came { tries.came += 1 } else { tries.lost += 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::MeetingState;
    use crate::day::plus_days;
    use crate::scene::{Scene, TODAY};

    fn tries(scene: &Scene, about: Compared) -> Vec<(String, Tries)> {
        let campaign = &scene.campaign;
        let so_far = SoFar::of(campaign);
        let sides = sides(campaign, &so_far, &Lineage::of(campaign, &so_far, TODAY), TODAY);
        sides.into_iter().filter(|side| side.about == about).map(|side| (side.which, side.these)).collect()
    }

    #[test]
    fn only_a_conversation_that_was_held_counts() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.meeting(1, plus_days(TODAY, -WAITED_FOR - 5), plus_days(TODAY, 1));
        assert_eq!(tries(&scene, Compared::Ask), [], "a meeting that is ahead is open");
        let mut ask = scene.campaign.asks.values().next().unwrap().clone();
        ask.asked_on = plus_days(TODAY, -WAITED_FOR - 1);
        ask.meeting.as_mut().unwrap().state = MeetingState::Missed;
        scene.write(ask);
        assert_eq!(tries(&scene, Compared::Ask)[0].1, Tries { came: 0, lost: 1 });
    }

    #[test]
    fn an_ask_of_which_nothing_came_for_six_weeks_is_lost() {
        let mut scene = Scene::of(&["Ana Pereira", "Ben Cole"]);
        scene.asked(1, plus_days(TODAY, -WAITED_FOR), None).asked(2, plus_days(TODAY, -WAITED_FOR - 1), None);
        assert_eq!(tries(&scene, Compared::Ask)[0].1, Tries { came: 0, lost: 1 }, "the first may still answer");
    }

    #[test]
    fn somebody_with_four_conversations_is_one_case() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.person(1, |person| person.close = true);
        for days in 1..=4 {
            scene.met(1, plus_days(TODAY, -7 * days), if days == 2 { Ladder::NamedSomeone } else { Ladder::Listened });
        }
        assert_eq!(tries(&scene, Compared::Group), [("People close to you".to_owned(), Tries { came: 1, lost: 0 })]);
    }
}

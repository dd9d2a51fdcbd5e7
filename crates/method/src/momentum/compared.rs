//! What momentum compares: forms of the ask, groups of people, versions of the story and kinds of question, each with how
//! often it led further (row M16).
//!
//! An ask leads further when it gets a conversation; a conversation when they name someone or make the call. What is
//! still open counts for neither side.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::ask::{Answer, Ask, Form};
use crate::campaign::Campaign;
use crate::conversation::{Conversation, Ladder};
use crate::list::so_far::SoFar;
use crate::momentum::lineage::Lineage;
use crate::momentum::tally::Tries;
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
    let held: Vec<&Conversation> = campaign.conversations.values().filter(|held| held.held_on <= today).collect();
    let asks = campaign.asks.values().filter(|ask| ask.asked_on <= today);
    let of_asks = asks.filter_map(|ask| Some((in_words(ask.form).to_owned(), got_it(campaign, so_far, ask)?)));
    let groups = held.iter().map(|held| (group(campaign, lineage, held).to_owned(), led_further(held)));
    let stories = held.iter().filter_map(|held| {
        let story = campaign.stories.get(&held.story?)?;
        Some((format!("Your story “{}”", story.name), led_further(held)))
    });
    let mut sides = against_the_rest(Compared::Ask, of_asks);
    sides.extend(against_the_rest(Compared::Group, groups));
    sides.extend(against_the_rest(Compared::Story, stories));
    sides.extend(questions(campaign, &held));
    sides
}

fn led_further(held: &Conversation) -> bool {
    held.ladder >= Ladder::NamedSomeone
}

/// Whether an ask got its conversation; none while that is open.
fn got_it(campaign: &Campaign, so_far: &SoFar<'_>, ask: &Ask) -> Option<bool> {
    let came_of_it = |held: &&Conversation| held.ask == Some(ask.id);
    if so_far.conversations(ask.person).iter().copied().any(|held| came_of_it(&held)) {
        return Some(true);
    }
    let is_gone = campaign.people.get(&ask.person).is_none_or(|person| person.set_aside || person.forgotten);
    match ask.answer {
        Some(Answer::Accepted) => Some(true),
        Some(Answer::Declined | Answer::Silent | Answer::SomeoneElse) => Some(false),
        Some(Answer::NotNow) | None => is_gone.then_some(false),
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

/// Conversations with a kind of question in their plan against those with a plan without it. The question that every
/// plan ends with tells nothing.
fn questions(campaign: &Campaign, held: &[&Conversation]) -> Vec<Side> {
    let plans: BTreeMap<_, BTreeSet<QuestionKind>> = campaign
        .question_plans
        .values()
        .map(|plan| (plan.person, plan.questions.iter().map(|question| question.kind).collect()))
        .collect();
    let kinds = QuestionKind::ALL.iter().filter(|kind| **kind != QuestionKind::People);
    let side = |kind: &QuestionKind| {
        let (mut these, mut others) = (Tries::default(), Tries::default());
        for held in held {
            if let Some(plan) = plans.get(&held.person) {
                add(if plan.contains(kind) { &mut these } else { &mut others }, led_further(held));
            }
        }
        let which = format!("Conversations planned with a question about {}", about(*kind));
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

//! How many people came how far: from the list to the one who made the call (row M16).

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::ask::Answer;
use crate::campaign::Campaign;
use crate::conversation::Ladder;
use crate::id::PersonId;
use crate::words::words;

words! {
    /// How far a person came.
    pub enum Step {
        /// Stands on the list.
        OnTheList = "on_the_list",
        /// Was asked.
        Asked = "asked",
        /// Said yes.
        Accepted = "accepted",
        /// A conversation was held with them.
        Held = "held",
        /// They named someone.
        NamedSomeone = "named_someone",
        /// They made the call.
        MadeTheCall = "made_the_call",
    }
}

impl Step {
    /// As people say it.
    pub fn in_plain_words(self) -> &'static str {
        match self {
            Step::OnTheList => "On your list",
            Step::Asked => "Asked",
            Step::Accepted => "Said yes",
            Step::Held => "Talked with you",
            Step::NamedSomeone => "Named someone",
            Step::MadeTheCall => "Made the call for you",
        }
    }
}

/// One step of the funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FunnelStep {
    /// The step.
    pub step: Step,
    /// How many different people came that far.
    pub people: usize,
}

/// Different people by step. Each step is counted as it happened: a conversation that needed no ask counts as held and
/// not as asked, so that a step can hold more people than the one before.
pub fn funnel(campaign: &Campaign, today: Date) -> Vec<FunnelStep> {
    let asks = || campaign.asks.values().filter(|ask| ask.asked_on <= today);
    let reached = |rung: Option<Ladder>| {
        let held = campaign.conversations.values().filter(|held| held.held_on <= today);
        different(held.filter(|held| Some(held.ladder) >= rung).map(|held| held.person))
    };
    let count = |step: Step| match step {
        Step::OnTheList => campaign.people.values().filter(|person| !person.forgotten).count(),
        Step::Asked => different(asks().map(|ask| ask.person)),
        Step::Accepted => different(asks().filter(|ask| ask.answer == Some(Answer::Accepted)).map(|ask| ask.person)),
        Step::Held => reached(None),
        Step::NamedSomeone => reached(Some(Ladder::NamedSomeone)),
        Step::MadeTheCall => reached(Some(Ladder::MadeTheCall)),
    };
    Step::ALL.iter().map(|step| FunnelStep { step: *step, people: count(*step) }).collect()
}

fn different(people: impl Iterator<Item = PersonId>) -> usize {
    people.collect::<BTreeSet<_>>().len()
}

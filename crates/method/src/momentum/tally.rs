//! The counts that the figures rest on: who was named in conversations, and what became of them (row M16).
//!
//! Whoever is still waited for counts neither way; nothing that lies after today counts.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::ask::{Answer, MeetingState};
use crate::campaign::Campaign;
use crate::conversation::{Ladder, Referral};
use crate::day::days_between;
use crate::id::PersonId;
use crate::list::so_far::SoFar;

/// Nothing came of it for this many days, with nothing arranged: it counts as lost.
pub(super) const WAITED_FOR: i32 = 42;

/// How often something came about, and how often it did not. What is still open is in neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tries {
    /// It came about.
    pub came: usize,
    /// It will not, as far as can be told.
    pub lost: usize,
}

impl Tries {
    fn of(fates: impl Iterator<Item = Option<bool>>) -> Self {
        let mut tries = Tries::default();
        for fate in fates.flatten() {
            if fate { tries.came += 1 } else { tries.lost += 1 }
        }
        tries
    }
}

/// What happened so far, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Conversations held.
    pub conversations: usize,
    /// New people named in them.
    pub named: usize,
    /// Those of them who answered, whatever they said.
    pub reached: Tries,
    /// Those of them with whom a conversation followed, or is arranged: a no comes faster than a half hour, and counting
    /// only what was held would make every present week look poor.
    pub held: Tries,
    /// Of the people whom nobody named and who were asked: those with whom a conversation followed or is arranged.
    pub from_the_list: Tries,
    /// Conversations in which they made the call.
    pub calls: usize,
}

impl Tally {
    /// Counted up to that day.
    pub fn of(campaign: &Campaign, so_far: &SoFar<'_>, today: Date) -> Self {
        let named = named_anew(campaign, so_far, today);
        let fates: Vec<Fate> =
            named.values().map(|referral| fate(campaign, so_far, referral.person, referral.named_on, today)).collect();
        let held = || campaign.conversations.values().filter(|held| held.held_on <= today);
        Tally {
            conversations: held().count(),
            named: named.len(),
            reached: Tries::of(fates.iter().map(|fate| fate.reached)),
            held: Tries::of(fates.iter().map(|fate| fate.held)),
            from_the_list: from_the_list(campaign, so_far, today),
            calls: held().filter(|held| held.ladder == Ladder::MadeTheCall).count(),
        }
    }
}

/// The first naming of everybody who was named in a conversation before the seeker met them.
fn named_anew<'a>(campaign: &'a Campaign, so_far: &SoFar<'_>, today: Date) -> BTreeMap<PersonId, &'a Referral> {
    let mut first: BTreeMap<PersonId, &Referral> = BTreeMap::new();
    let in_conversations = campaign.referrals.values().filter(|referral| referral.conversation.is_some());
    for referral in in_conversations.filter(|referral| referral.named_on <= today) {
        let known = first.entry(referral.person).or_insert(referral);
        if referral.named_on < known.named_on {
            *known = referral;
        }
    }
    first.retain(|id, referral| so_far.conversations(*id).iter().all(|held| held.held_on >= referral.named_on));
    first
}

fn from_the_list(campaign: &Campaign, so_far: &SoFar<'_>, today: Date) -> Tries {
    let asked: BTreeSet<PersonId> = campaign.asks.values().map(|ask| ask.person).collect();
    let alone = asked.into_iter().filter(|id| so_far.named(*id).is_empty());
    Tries::of(alone.filter_map(|id| {
        let first = so_far.asks(id).first().filter(|ask| ask.asked_on <= today)?;
        Some(fate(campaign, so_far, id, first.asked_on, today).held)
    }))
}

/// What became of one person; none while that is open.
#[derive(Debug, Clone, Copy)]
struct Fate {
    /// Whether they answered.
    reached: Option<bool>,
    /// Whether a conversation followed.
    held: Option<bool>,
}

fn fate(campaign: &Campaign, so_far: &SoFar<'_>, id: PersonId, since_on: Date, today: Date) -> Fate {
    if so_far.conversations(id).iter().any(|held| held.held_on <= today) {
        return Fate { reached: Some(true), held: Some(true) };
    }
    let ask = so_far.asks(id).iter().rfind(|ask| ask.asked_on <= today);
    let answer = ask.and_then(|ask| ask.answer);
    let fell_through =
        ask.and_then(|ask| ask.meeting.as_ref()).is_some_and(|meeting| meeting.state != MeetingState::Planned);
    let is_gone = !campaign.is_here(id);
    let held = match answer {
        _ if is_gone => Some(false),
        Some(Answer::Declined | Answer::Silent | Answer::SomeoneElse) => Some(false),
        Some(Answer::Accepted) if !fell_through => Some(true),
        Some(Answer::Accepted | Answer::NotNow) | None => (days_between(since_on, today) > WAITED_FOR).then_some(false),
    };
    let answered = answer.is_some_and(|answer| answer != Answer::Silent);
    Fate { reached: if answered { Some(true) } else { held }, held }
}

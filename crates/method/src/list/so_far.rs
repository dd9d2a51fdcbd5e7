//! What happened so far with each person, by person.
//!
//! Serves the list and every report that goes from people to events. It is built once for thousands of people and
//! refuses to judge: no rule stands here.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::ask::{Answer, Ask};
use crate::campaign::Campaign;
use crate::conversation::{Conversation, Referral};
use crate::follow_through::{Until, call_the_referred};
use crate::id::{PersonId, ReferralId};

/// Asks, conversations and referrals by person, each list oldest first.
#[derive(Debug, Clone, Default)]
pub struct SoFar<'a> {
    asks: BTreeMap<PersonId, Vec<&'a Ask>>,
    conversations: BTreeMap<PersonId, Vec<&'a Conversation>>,
    named: BTreeMap<PersonId, Vec<&'a Referral>>,
    /// Names of which the seeker said that calling is not needed.
    let_be: BTreeSet<ReferralId>,
}

impl<'a> SoFar<'a> {
    /// What happened in this search.
    pub fn of(campaign: &'a Campaign) -> Self {
        let (asks, talks) = (campaign.asks.values(), campaign.conversations.values());
        SoFar::gathered(campaign, Date::MAX, asks, talks, campaign.referrals.values())
    }

    /// What happened in this search and in those before it: a tie is older than a search.
    pub fn ever(campaign: &'a Campaign) -> Self {
        SoFar::ever_before(campaign, Date::MAX)
    }

    /// What had been asked and talked about before that day, in this search and in those before it, with every name that
    /// was given, since then too.
    pub fn ever_before(campaign: &'a Campaign, day: Date) -> Self {
        SoFar::gathered(campaign, day, campaign.asks_ever(), campaign.talks_ever(), campaign.names_ever())
    }

    fn gathered(
        campaign: &'a Campaign,
        day: Date,
        asks: impl Iterator<Item = &'a Ask>,
        talks: impl Iterator<Item = &'a Conversation>,
        named: impl Iterator<Item = &'a Referral>,
    ) -> Self {
        let mut so_far = SoFar::default();
        for ask in asks.filter(|ask| ask.asked_on < day) {
            so_far.asks.entry(ask.person).or_default().push(ask);
        }
        for held in talks.filter(|held| held.held_on < day) {
            let conversations = so_far.conversations.entry(held.person).or_default();
            conversations.push(held);
        }
        for referral in named {
            let named = so_far.named.entry(referral.person).or_default();
            named.push(referral);
        }
        let never: BTreeSet<&str> = campaign
            .laters
            .values()
            .filter(|later| later.until_on == Until::Never)
            .map(|later| later.part.as_str())
            .collect();
        if !never.is_empty() {
            let named = campaign.referrals.keys().copied();
            so_far.let_be = named.filter(|id| never.contains(call_the_referred::part(*id).as_str())).collect();
        }
        // Facts come in the order of their ids, and these sorts are stable: ties on a day keep it.
        for asks in so_far.asks.values_mut() {
            asks.sort_by_key(|ask| ask.asked_on);
        }
        for conversations in so_far.conversations.values_mut() {
            conversations.sort_by_key(|held| held.held_on);
        }
        for named in so_far.named.values_mut() {
            named.sort_by_key(|referral| referral.named_on);
        }
        so_far
    }

    /// The asks to a person.
    pub fn asks(&self, id: PersonId) -> &[&'a Ask] {
        self.asks.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The conversations with a person.
    pub fn conversations(&self, id: PersonId) -> &[&'a Conversation] {
        self.conversations.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The referrals that named a person.
    pub fn named(&self, id: PersonId) -> &[&'a Referral] {
        self.named.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Whether they were ever asked, met or named.
    pub fn is_about(&self, id: PersonId) -> bool {
        self.asks.contains_key(&id) || self.conversations.contains_key(&id) || self.named.contains_key(&id)
    }

    /// The newest ask that no conversation has settled. One that came of it settles it, and so does one held from the day
    /// of the answer on; where nobody answered, from the day of the ask on.
    pub fn ask_that_stands(&self, id: PersonId) -> Option<&'a Ask> {
        let ask = *self.asks(id).last()?;
        let answered_on = ask.answered_on.filter(|_| ask.answer != Some(Answer::Silent));
        let since = answered_on.unwrap_or(ask.asked_on);
        let settled = self.conversations(id).iter().any(|held| held.ask == Some(ask.id) || held.held_on >= since);
        (!settled).then_some(ask)
    }

    /// The oldest referral that was not followed up: nobody asked or met that person since, or said that it is not needed.
    pub fn referral_that_waits(&self, id: PersonId) -> Option<&'a Referral> {
        let mut named = self.named(id).iter().copied();
        named.find(|referral| !self.is_let_be(referral) && !self.is_followed_up(referral))
    }

    /// Whether the seeker said of that name that calling is not needed.
    pub fn is_let_be(&self, referral: &Referral) -> bool {
        self.let_be.contains(&referral.id)
    }

    /// Whether the seeker let every name be that was given of that person since they were last asked or met, one at least.
    pub fn calling_is_not_needed(&self, id: PersonId) -> bool {
        let since = |referral: &&&Referral| !self.is_followed_up(referral);
        let mut open = self.named(id).iter().filter(since).peekable();
        open.peek().is_some() && open.all(|referral| self.is_let_be(referral))
    }

    /// Whether a person who was named waits to be called: nobody asked or met them since or said that it is not needed,
    /// and no ask to them is open, put off, or has its meeting ahead.
    pub fn waits(&self, referral: &Referral) -> bool {
        let under_way = self.ask_that_stands(referral.person).is_some_and(|ask| match ask.answer {
            None | Some(Answer::NotNow) => true,
            Some(Answer::Accepted) => ask.planned_meeting().is_some(),
            Some(Answer::Declined | Answer::Silent | Answer::SomeoneElse) => false,
        });
        !under_way && !self.is_let_be(referral) && !self.is_followed_up(referral)
    }

    /// Whether somebody named them since they were last asked or met, and they wait to be called.
    pub fn is_named_anew(&self, id: PersonId) -> bool {
        self.named(id).iter().any(|referral| self.waits(referral))
    }

    fn is_followed_up(&self, referral: &Referral) -> bool {
        let (id, named_on) = (referral.person, referral.named_on);
        self.asks(id).iter().any(|ask| ask.asked_on >= named_on)
            || self.conversations(id).iter().any(|held| held.held_on >= named_on)
    }

    /// Everybody who was asked, met or named, in the order of their ids.
    pub fn everybody(&self) -> impl Iterator<Item = PersonId> {
        let asked = self.asks.keys().chain(self.conversations.keys());
        let all: std::collections::BTreeSet<_> = asked.chain(self.named.keys()).copied().collect();
        all.into_iter()
    }
}

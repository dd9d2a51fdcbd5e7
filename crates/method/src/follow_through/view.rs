//! How things stand, looked up once for all rules.
//!
//! Serves following through. It answers questions that several rules ask, and suggests nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::ask::{Answer, Ask};
use crate::campaign::Campaign;
use crate::conversation::{Conversation, Referral};
use crate::day::{spoken, spoken_when};
use crate::id::{AskId, PersonId};

/// A campaign on one day, with its asks and conversations by person.
#[derive(Debug)]
pub struct View<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The day.
    pub today: Date,
    /// Whether some other move is due within the window; set once the other rules have spoken.
    pub is_busy: bool,
    asks: BTreeMap<PersonId, Vec<&'a Ask>>,
    conversations: BTreeMap<PersonId, Vec<&'a Conversation>>,
    by_ask: BTreeMap<AskId, &'a Conversation>,
}

impl<'a> View<'a> {
    /// The campaign as it stands on that day.
    pub fn of(campaign: &'a Campaign, today: Date) -> Self {
        let mut view = View {
            campaign,
            today,
            is_busy: false,
            asks: BTreeMap::new(),
            conversations: BTreeMap::new(),
            by_ask: BTreeMap::new(),
        };
        for ask in campaign.asks.values() {
            view.asks.entry(ask.person).or_default().push(ask);
        }
        for conversation in campaign.conversations.values() {
            view.conversations.entry(conversation.person).or_default().push(conversation);
            if let Some(ask) = conversation.ask {
                view.by_ask.insert(ask, conversation);
            }
        }
        view
    }

    /// The name as shown.
    pub fn name(&self, person: PersonId) -> String {
        self.campaign.name(person)
    }

    /// A day in running text.
    pub fn day(&self, day: Date) -> String {
        spoken(day, self.today)
    }

    /// When something is or was, in running text: `yesterday`, `on Tuesday 24 November`.
    pub fn when(&self, day: Date) -> String {
        spoken_when(day, self.today)
    }

    /// Asks to one person.
    pub fn asks_to(&self, person: PersonId) -> &[&'a Ask] {
        self.asks.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Conversations with one person.
    pub fn talks_with(&self, person: PersonId) -> &[&'a Conversation] {
        self.conversations.get(&person).map_or(&[], Vec::as_slice)
    }

    /// The conversation that an ask led to.
    pub fn talk_after(&self, ask: AskId) -> Option<&'a Conversation> {
        self.by_ask.get(&ask).copied()
    }

    /// The newest ask to one person.
    pub fn last_ask_to(&self, person: PersonId) -> Option<&'a Ask> {
        self.asks_to(person).iter().copied().max_by_key(|ask| (ask.asked_on, ask.id))
    }

    /// Whether no move may be about them: they are set aside, forgotten, not on the list, or declined when last asked
    /// and have not talked with the seeker since.
    pub fn leaves_alone(&self, person: PersonId) -> bool {
        let told = self.campaign.people.get(&person);
        told.is_none_or(|person| person.set_aside || person.forgotten) || self.declined(person)
    }

    fn declined(&self, person: PersonId) -> bool {
        let last = self.last_ask_to(person).filter(|ask| ask.answer == Some(Answer::Declined));
        last.is_some_and(|ask| {
            let since = ask.answered_on.unwrap_or(ask.asked_on);
            !self.talks_with(person).iter().any(|conversation| conversation.held_on >= since)
        })
    }

    /// Whether a person who was named still waits to be called: nobody asked them or talked with them since, no ask to
    /// them is open, put off or has its meeting ahead, and they are not to be left alone.
    pub fn waits(&self, referral: &Referral) -> bool {
        let person = referral.person;
        let under_way = |ask: &&Ask| {
            ask.asked_on >= referral.named_on
                || ask.is_open()
                || ask.answer == Some(Answer::NotNow)
                || (ask.planned_meeting().is_some() && self.talk_after(ask.id).is_none())
        };
        let talked = self.talks_with(person).iter().any(|talk| talk.held_on >= referral.named_on);
        !talked && !self.asks_to(person).iter().any(under_way) && !self.leaves_alone(person)
    }

    /// The day until which the seeker put a part off.
    pub fn put_off_until(&self, part: &str) -> Option<Date> {
        put_off_until(self.campaign, part)
    }
}

/// The day until which the seeker put a part off.
pub fn put_off_until(campaign: &Campaign, part: &str) -> Option<Date> {
    let laters = campaign.laters.values().filter(|later| later.part == part);
    laters.map(|later| later.until_on).max()
}

//! What happened in each week: asks, conversations, referrals, and how far the conversations went (row M16).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::Campaign;
use crate::conversation::{Conversation, Ladder};
use crate::day::{plus_days, week_start};

/// One week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Week {
    /// Its Monday.
    pub starts_on: Date,
    /// Asks made.
    pub asks: usize,
    /// Conversations held.
    pub held: usize,
    /// Times somebody was named.
    pub referrals: usize,
    /// How many of the week's conversations reached which rung as their highest; in the same shape as for the whole
    /// search.
    pub ladder: Rungs,
}

/// How many conversations reached which rung as their highest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[expect(missing_docs, reason = "each field is named after its rung")]
pub struct Rungs {
    pub not_much: usize,
    pub listened: usize,
    pub named_someone: usize,
    pub made_the_call: usize,
}

impl Rungs {
    /// Counted over these conversations.
    pub fn of<'a>(conversations: impl IntoIterator<Item = &'a Conversation>) -> Self {
        let mut rungs = Rungs::default();
        for held in conversations {
            rungs.count(held.ladder);
        }
        rungs
    }

    fn count(&mut self, rung: Ladder) {
        match rung {
            Ladder::NotMuch => self.not_much += 1,
            Ladder::Listened => self.listened += 1,
            Ladder::NamedSomeone => self.named_someone += 1,
            Ladder::MadeTheCall => self.made_the_call += 1,
        }
    }
}

/// Twenty years. A day that was mistyped by centuries must not fill the memory with empty weeks.
const MOST_WEEKS: usize = 1044;

/// Every week from the first event to today, oldest first; the last twenty years of them at most.
pub fn weeks(campaign: &Campaign, today: Date) -> Vec<Week> {
    let mut weeks: BTreeMap<Date, Week> = BTreeMap::new();
    let mut at = |day: Date, count: &mut dyn FnMut(&mut Week)| {
        if day <= today {
            let starts_on = week_start(day);
            count(weeks.entry(starts_on).or_insert_with(|| empty(starts_on)));
        }
    };
    for ask in campaign.asks.values() {
        at(ask.asked_on, &mut |week| week.asks += 1);
    }
    for held in campaign.conversations.values() {
        at(held.held_on, &mut |week| {
            week.held += 1;
            week.ladder.count(held.ladder);
        });
    }
    for referral in campaign.referrals.values() {
        at(referral.named_on, &mut |week| week.referrals += 1);
    }
    let Some(first) = weeks.keys().next().copied() else { return Vec::new() };
    let mut all: Vec<Week> = Vec::new();
    let mut starts_on = week_start(today);
    while starts_on >= first && all.len() < MOST_WEEKS {
        all.push(weeks.remove(&starts_on).unwrap_or_else(|| empty(starts_on)));
        starts_on = plus_days(starts_on, -7);
    }
    all.reverse();
    all
}

fn empty(starts_on: Date) -> Week {
    Week { starts_on, asks: 0, held: 0, referrals: 0, ladder: Rungs::default() }
}

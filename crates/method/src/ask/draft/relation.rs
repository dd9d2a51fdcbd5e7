//! How the two stand to each other, as far as it changes the words of an ask (row M5). Serves the ask. It follows from what
//! happened and what was told, and says nothing of how close anybody is.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::case::prefill::{giver, referral};
use crate::conversation::earlier::talked_on;
use crate::id::PersonId;
use crate::speech::told;

/// How the two stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// They talked in this search already.
    Talked,
    /// Somebody introduced them to each other.
    Introduced,
    /// Somebody named this person.
    Named,
    /// They know each other, as the seeker told, or talked in an earlier search.
    Known,
    /// Nothing is told of how they know each other.
    Untold,
}

impl Relation {
    /// What holds for this person; what is nearest comes first.
    pub fn of(campaign: &Campaign, today: Date, person: PersonId) -> Relation {
        let mut talks = campaign.conversations.values();
        if talks.any(|talk| talk.person == person && talk.held_on <= today) {
            return Relation::Talked;
        }
        if talked_on(campaign, person, today).next().is_some() {
            return Relation::Known;
        }
        if let Some(named) = referral(campaign, person).filter(|named| giver(campaign, named).is_some()) {
            return if named.introduced_on.is_some() { Relation::Introduced } else { Relation::Named };
        }
        let known = campaign
            .people
            .get(&person)
            .is_some_and(|told| told.respected || told.close || told::acquaintance(told, today).is_some());
        if known { Relation::Known } else { Relation::Untold }
    }
}

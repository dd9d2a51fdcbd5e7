//! Momentum: is it working? Everything that happened, gathered into one report (row M16; the question `momentum`).
//!
//! Serves the eighth step. All of it is derived from the seeker's own record; it refuses borrowed statistics, and it
//! counts nothing that lies after today.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::Campaign;
use crate::list::so_far::SoFar;
use crate::momentum::ahead::{Ahead, ahead};
use crate::momentum::chains::{Chain, chains};
use crate::momentum::claim_only_what_is_nearly_sure::{Claim, claim};
use crate::momentum::funnel::{FunnelStep, funnel};
use crate::momentum::judge_the_pace_from_eight_conversations_on::{Sustain, sustain};
use crate::momentum::lineage::Lineage;
use crate::momentum::tally::Tally;
use crate::momentum::weeks::{Rungs, Week, weeks};

/// Whether the search gains speed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Momentum {
    /// Every week from the first event to today, empty ones too.
    pub weeks: Vec<Week>,
    /// How many conversations reached which rung as their highest.
    pub ladder: Rungs,
    /// How many new conversations one conversation leads to.
    pub sustain: Sustain,
    /// When somebody next makes a call, and how many people from the list keep the pace.
    pub ahead: Ahead,
    /// What led further, when that is nearly sure.
    pub claim: Option<Claim>,
    /// How many people came how far.
    pub funnel: Vec<FunnelStep>,
    /// Who led to whom, and where it waits.
    pub chains: Vec<Chain>,
}

/// The momentum of this campaign on that day.
pub fn momentum(campaign: &Campaign, today: Date) -> Momentum {
    let so_far = SoFar::of(campaign);
    let lineage = Lineage::of(campaign, &so_far, today);
    let tally = Tally::of(campaign, &so_far, today);
    Momentum {
        weeks: weeks(campaign, today),
        ladder: Rungs::of(campaign.conversations.values().filter(|held| held.held_on <= today)),
        sustain: sustain(&tally),
        ahead: ahead(campaign, &tally, today),
        claim: claim(campaign, &so_far, &lineage, today),
        funnel: funnel(campaign, today),
        chains: chains(campaign, &so_far, &lineage, today),
    }
}

#[cfg(test)]
mod tests;

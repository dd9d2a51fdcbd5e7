//! The map: who led to whom, as a tree from the seeker outward (row M17; the question `map`).

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::conversation::{Ladder, Referral};
use crate::day::spoken;
use crate::id::PersonId;
use crate::list::so_far::SoFar;
use crate::list::stage::{Stage, stage_in};
use crate::momentum::chains::{WaitsFor, wait};
use crate::momentum::lineage::Lineage;

/// Everybody who was asked, met or named, around the seeker.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Map {
    /// The seeker's name, when told.
    pub seeker: Option<String>,
    /// Those whom the seeker found alone, each with all whom they led to.
    pub led_to: Vec<Place>,
}

/// One person on the map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Place {
    /// Who.
    pub person: PersonRef,
    /// Where they work, when known.
    pub organization: Option<String>,
    /// How many steps from the seeker: 1 for those whom the seeker found alone.
    pub generation: usize,
    /// How far things have come with them.
    pub stage: Stage,
    /// The highest rung that a conversation with them reached.
    pub ladder: Option<Ladder>,
    /// The day on which they were named; none for those whom the seeker found alone.
    pub named_on: Option<Date>,
    /// Whether the seeker said that calling them is not needed.
    pub let_be: bool,
    /// What is awaited of them, or of the one who named them; none when nothing is.
    pub waiting: Option<Waiting>,
    /// Whom they led to, in the order in which they were named.
    pub led_to: Vec<Place>,
}

/// Where a chain stands still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// On whom.
    pub on: PersonRef,
    /// Since when.
    pub since_on: Date,
    /// For what.
    pub waits_for: WaitsFor,
}

impl Waiting {
    /// The same in words that name nobody.
    pub fn in_words(&self, today: Date) -> String {
        format!("waits for {} since {}", self.what(), spoken(self.since_on, today))
    }

    /// The same where there is little room.
    pub fn in_short(&self) -> String {
        format!("waits for {} since {}", self.what(), self.since_on.strftime("%-d %b"))
    }

    fn what(&self) -> &'static str {
        match self.waits_for {
            WaitsFor::Introduction => "the introduction",
            WaitsFor::YourAsk => "your ask",
            WaitsFor::Answer => "the answer",
            WaitsFor::Conversation => "the conversation",
        }
    }
}

impl Place {
    /// How far it got, in words: the highest rung of what was held, and what happened since.
    pub fn how_far(&self) -> String {
        let since = match (self.stage, self.ladder) {
            (Stage::Met, _) => None,
            (Stage::NotAsked, _) if self.let_be => Some("named; a call is not needed"),
            (Stage::NotAsked, _) if self.named_on.is_some() => Some("named, not asked yet"),
            (Stage::NotAsked, _) => Some("not asked yet"),
            (Stage::Asked, None) => Some("asked"),
            (Stage::Asked, Some(_)) => Some("asked again"),
            (Stage::Accepted, _) => Some("said yes"),
            (Stage::Declined, _) => Some("said no"),
            (Stage::SetAside, _) => Some("set aside"),
        };
        let held = self.ladder.map(|rung| match rung {
            Ladder::NotMuch => "talked, not much came of it",
            Ladder::Listened => "talked, they listened",
            Ladder::NamedSomeone => "talked, they named someone",
            Ladder::MadeTheCall => "talked, they made the call",
        });
        held.into_iter().chain(since).collect::<Vec<_>>().join("; ")
    }
}

/// The map on that day. In the order of the list, then in the order of naming.
pub fn map(campaign: &Campaign, today: Date) -> Map {
    let so_far = SoFar::of(campaign);
    let lineage = Lineage::of(campaign, &so_far, today);
    let givers = campaign.referrals.values().map(|referral| referral.by);
    let mut people: Vec<PersonId> = so_far.everybody().chain(givers).collect();
    people.sort_unstable();
    people.dedup();
    people.retain(|id| lineage.through(*id).is_none());
    let led_to = people.into_iter().map(|id| place(campaign, &so_far, &lineage, id, 1)).collect();
    Map { seeker: campaign.seeker.name.clone(), led_to }
}

fn place(campaign: &Campaign, so_far: &SoFar<'_>, lineage: &Lineage<'_>, id: PersonId, generation: usize) -> Place {
    let led_to = lineage.led_to(id).iter();
    Place {
        person: campaign.person_ref(id),
        organization: campaign.shown(id).organization().map(str::to_owned),
        generation,
        stage: stage_in(campaign, so_far, id),
        ladder: so_far.conversations(id).iter().map(|held| held.ladder).max(),
        named_on: lineage.through(id).map(|referral| referral.named_on),
        let_be: so_far.calling_is_not_needed(id),
        waiting: lineage.through(id).and_then(|referral| waiting(campaign, so_far, referral)),
        led_to: led_to.map(|referral| place(campaign, so_far, lineage, referral.person, generation + 1)).collect(),
    }
}

fn waiting(campaign: &Campaign, so_far: &SoFar<'_>, referral: &Referral) -> Option<Waiting> {
    let wait = wait(campaign, so_far, referral)?;
    Some(Waiting { on: campaign.person_ref(wait.on), since_on: wait.since_on, waits_for: wait.what })
}

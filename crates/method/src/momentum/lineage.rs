//! Through whom each person came: the referrals as a forest, whatever circles the names themselves make (row M17).
//!
//! Serves the chains, the map and the opportunities.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::conversation::Referral;
use crate::id::PersonId;
use crate::list::so_far::SoFar;

/// Who came through whom.
#[derive(Debug, Clone, Default)]
pub struct Lineage<'a> {
    through: BTreeMap<PersonId, &'a Referral>,
    led_to: BTreeMap<PersonId, Vec<&'a Referral>>,
}

/// Chains longer than this begin anew. Real ones end after a handful of steps (E5).
const LONGEST: usize = 100;

impl<'a> Lineage<'a> {
    /// The lineage of this campaign up to that day.
    ///
    /// A person came through whoever named them first. A naming makes no lineage when the seeker had met the person
    /// before, or when it would close a circle: the one who names came through the one who is named.
    pub fn of(campaign: &'a Campaign, so_far: &SoFar<'a>, today: Date) -> Self {
        let mut referrals: Vec<&Referral> = campaign.referrals.values().collect();
        referrals.retain(|referral| referral.named_on <= today);
        referrals.sort_by_key(|referral| (referral.named_on, referral.id));
        let mut lineage = Lineage::default();
        for referral in referrals {
            let met_before = so_far.conversations(referral.person).iter().any(|held| held.held_on < referral.named_on);
            let way = lineage.way_to(referral.by);
            let circle = way.contains(&referral.person);
            if met_before || circle || way.len() >= LONGEST || lineage.through.contains_key(&referral.person) {
                continue;
            }
            lineage.through.insert(referral.person, referral);
            lineage.led_to.entry(referral.by).or_default().push(referral);
        }
        lineage
    }

    /// The referral through which a person came; none when the seeker found them alone.
    pub fn through(&self, id: PersonId) -> Option<&'a Referral> {
        self.through.get(&id).copied()
    }

    /// The referrals by which a person led to others, oldest first.
    pub fn led_to(&self, id: PersonId) -> &[&'a Referral] {
        self.led_to.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Everybody who led to somebody and came through nobody.
    pub fn roots(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.led_to.keys().copied().filter(|id| !self.through.contains_key(id))
    }

    /// The people from the seeker outward to that person, who is the last.
    pub fn way_to(&self, id: PersonId) -> Vec<PersonId> {
        let mut way = vec![id];
        let mut at = id;
        while let Some(referral) = self.through.get(&at) {
            at = referral.by;
            way.push(at);
        }
        way.reverse();
        way
    }
}

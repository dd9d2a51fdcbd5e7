//! What the search led to: each opportunity with the chain that led there, and how many came through people (row M4).
//!
//! Serves the eighth step. The share is that of the seeker's own opportunities; it refuses to quote anybody else's.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::id::{ConversationId, OpportunityId, PersonId};
use crate::list::so_far::SoFar;
use crate::momentum::lineage::Lineage;
use crate::momentum::{Opportunity, OpportunityState, OpportunityStep};

/// Every opportunity, and where they came from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Opportunities {
    /// In the order in which they were noted.
    pub opportunities: Vec<Shown>,
    /// How many came through people.
    pub through_people: usize,
    /// Of the seeker's own opportunities, the share that came through people, from 0 to 1; none while there are none.
    pub share: Option<f64>,
    /// The same in words.
    pub text: String,
}

/// One opportunity as shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shown {
    /// Its id.
    pub id: OpportunityId,
    /// What it is.
    pub title: String,
    /// Where.
    pub organization: Option<String>,
    /// What it is now.
    pub state: OpportunityState,
    /// Since when.
    pub since_on: Option<Date>,
    /// All its steps, oldest first.
    pub steps: Vec<OpportunityStep>,
    /// The person through whom it came.
    pub through: Option<PersonRef>,
    /// The conversation in which it came up.
    pub conversation: Option<ConversationId>,
    /// The people who led there, from the first whom the seeker called to the one through whom it came.
    pub chain: Vec<PersonRef>,
    /// What the seeker wants to remember.
    pub notes: Option<String>,
}

/// The opportunities of this campaign on that day.
pub fn opportunities(campaign: &Campaign, today: Date) -> Opportunities {
    let so_far = SoFar::of(campaign);
    let lineage = Lineage::of(campaign, &so_far, today);
    let opportunities: Vec<Shown> =
        campaign.opportunities.values().map(|opportunity| shown(campaign, &lineage, opportunity)).collect();
    let all = opportunities.len();
    let through_people = opportunities.iter().filter(|shown| shown.through.is_some()).count();
    let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let share = (all > 0).then(|| libm::round(count(through_people) / count(all) * 100.0) / 100.0);
    Opportunities { opportunities, through_people, share, text: text(all, through_people) }
}

fn text(all: usize, through_people: usize) -> String {
    match (all, through_people) {
        (0, _) => "No opportunity is noted yet. Note one with `halfhour opportunity add TITLE`.".to_owned(),
        (1, 0) => "Nobody is noted through whom your one opportunity came.".to_owned(),
        (1, _) => "Your one opportunity came through a person.".to_owned(),
        (all, 0) => format!("Nobody is noted through whom any of your {all} opportunities came."),
        (all, some) if all == some => format!("All your {all} opportunities came through people."),
        (all, 1) => format!("1 of your {all} opportunities came through a person."),
        (all, some) => format!("{some} of your {all} opportunities came through people."),
    }
}

/// The person through whom it came: as told, else the one with whom the conversation was.
pub fn through(campaign: &Campaign, opportunity: &Opportunity) -> Option<PersonId> {
    let held = opportunity.conversation.and_then(|id| campaign.conversations.get(&id));
    opportunity.through.or(held.map(|held| held.person))
}

fn shown(campaign: &Campaign, lineage: &Lineage<'_>, opportunity: &Opportunity) -> Shown {
    let through = through(campaign, opportunity);
    let chain = through.map(|id| lineage.way_to(id)).unwrap_or_default();
    Shown {
        id: opportunity.id,
        title: opportunity.title.clone(),
        organization: opportunity.organization.clone(),
        state: opportunity.state(),
        since_on: opportunity.steps.last().map(|step| step.on),
        steps: opportunity.steps.clone(),
        through: through.map(|id| campaign.person_ref(id)),
        conversation: opportunity.conversation,
        chain: chain.into_iter().map(|id| campaign.person_ref(id)).collect(),
        notes: opportunity.notes.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::Referral;
    use crate::id::{Id, ReferralId};
    use crate::list::Person;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn p(number: u64) -> PersonId {
        PersonId::from_number(number)
    }

    fn scene() -> Campaign {
        let mut campaign = Campaign::default();
        for (number, name) in (1..).zip(["Ana Pereira", "Bo Lind", "Chidi Okafor"]) {
            campaign.apply([Person::named(p(number), name, date(2026, 9, 1)).into()]);
        }
        for (number, (by, person)) in (1..).zip([(1, 2), (2, 3)]) {
            campaign.apply([Referral {
                id: ReferralId::from_number(number),
                by: p(by),
                person: p(person),
                conversation: None,
                ask: None,
                named_on: date(2026, 10, 1),
                introduction: false,
                introduced_on: None,
                reported_on: None,
            }
            .into()]);
        }
        campaign
    }

    fn noted(campaign: &mut Campaign, number: u64, through: Option<PersonId>) {
        campaign.apply([Opportunity {
            id: OpportunityId::from_number(number),
            title: "Training coordinator".into(),
            organization: None,
            through,
            conversation: None,
            steps: vec![OpportunityStep { state: OpportunityState::HeardOf, on: date(2026, 11, 2) }],
            notes: None,
        }
        .into()]);
    }

    #[test]
    fn the_chain_that_led_there_is_told_from_its_beginning() {
        let mut campaign = scene();
        noted(&mut campaign, 1, Some(p(3)));
        let report = opportunities(&campaign, TODAY);
        let names: Vec<&str> = report.opportunities[0].chain.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(names, ["Ana Pereira", "Bo Lind", "Chidi Okafor"]);
    }

    #[rstest::rstest]
    #[case(&[], None, "No opportunity is noted yet. Note one with `halfhour opportunity add TITLE`.")]
    #[case(&[false], Some(0.0), "Nobody is noted through whom your one opportunity came.")]
    #[case(&[true], Some(1.0), "Your one opportunity came through a person.")]
    #[case(&[true, false, true], Some(0.67), "2 of your 3 opportunities came through people.")]
    #[case(&[true, false], Some(0.5), "1 of your 2 opportunities came through a person.")]
    #[case(&[true, true], Some(1.0), "All your 2 opportunities came through people.")]
    fn the_share_is_that_of_ones_own_record(#[case] ways: &[bool], #[case] share: Option<f64>, #[case] text: &str) {
        let mut campaign = scene();
        for (number, through) in (1..).zip(ways) {
            noted(&mut campaign, number, through.then(|| p(1)));
        }
        let report = opportunities(&campaign, TODAY);
        assert_eq!((report.share, report.text.as_str()), (share, text));
    }
}

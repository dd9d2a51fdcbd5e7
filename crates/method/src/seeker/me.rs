//! The seeker's own page: who they are, where the search goes, and what would help next.
//!
//! Serves `me`. What is missing is said once, kindly, with the way to tell it; it refuses to nag about anything else.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::campaign::Campaign;
use crate::day::workdays::{DayOff, Workday};
use crate::direction::{Direction, Idea, Slot};
use crate::id::SourceId;
use crate::list::slate::keep_the_search_quiet::where_is_not_told;
use crate::list::written::fold;
use crate::seeker::{Followed, Position, School, Seeker, Strength};
use crate::speech::ways::typed;

/// The seeker's side of a campaign, in the shape of `me --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Me {
    /// The seeker.
    #[serde(flatten)]
    pub seeker: Seeker,
    /// Strengths that stand, those with proof first.
    pub strengths: Vec<Strength>,
    /// Positions, latest first.
    pub positions: Vec<Position>,
    /// Schools, latest first.
    pub schools: Vec<School>,
    /// Organizations that the seeker follows on a network, by name.
    pub followed: Vec<Followed>,
    /// Where the search should go.
    pub direction: Direction,
    /// Ideas to try that stand, oldest first.
    pub ideas: Vec<Idea>,
    /// Times kept for calls.
    pub slots: Vec<Slot>,
    /// Conversations a week that the plan asks for; 0 without a plan.
    pub conversations: u32,
    /// The days of the week on which things are done; none while it is Monday to Friday.
    pub weekdays: Vec<Workday>,
    /// Days off, in their order.
    pub days_off: Vec<DayOff>,
    /// The names of the files that strengths, proofs, positions and schools came from, by id.
    pub sources: BTreeMap<SourceId, String>,
    /// What is missing that would help, the most helpful first.
    pub missing: Vec<Missing>,
}

/// Something that would help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// What is missing, and what it is good for.
    pub text: &'static str,
    /// The command that tells it.
    pub hint: String,
    /// The command that tells the opposite, where that is an answer too.
    pub otherwise: Option<&'static str>,
}

/// The seeker's own page.
pub fn me(campaign: &Campaign) -> Me {
    let mut strengths: Vec<Strength> = campaign.strengths.values().filter(|one| !one.dropped).cloned().collect();
    strengths.sort_by_key(|one| one.proof.is_none());
    let mut positions: Vec<Position> = campaign.positions.values().cloned().collect();
    positions.sort_by_key(|one| std::cmp::Reverse((one.ended_on.is_none(), one.ended_on, one.started_on)));
    let mut schools: Vec<School> = campaign.schools.values().cloned().collect();
    schools.sort_by_key(|one| std::cmp::Reverse((one.ended_on, one.started_on)));
    let mut followed: Vec<Followed> = campaign.followed.values().cloned().collect();
    followed.sort_by_cached_key(|one| fold(&one.organization));
    Me {
        seeker: campaign.seeker.clone(),
        missing: missing(campaign, &strengths),
        strengths,
        positions,
        schools,
        followed,
        direction: campaign.direction.clone(),
        ideas: campaign.ideas.values().filter(|idea| !idea.dropped).cloned().collect(),
        slots: campaign.week.slots.clone(),
        conversations: campaign.week.goal(),
        weekdays: campaign.week.weekdays.clone(),
        days_off: campaign.week.days_off.clone(),
        sources: sources(campaign),
    }
}

impl Me {
    /// The name of the file that something came from; none when it was told.
    pub fn from(&self, source: Option<SourceId>) -> Option<&str> {
        self.sources.get(&source?).map(String::as_str)
    }
}

fn sources(campaign: &Campaign) -> BTreeMap<SourceId, String> {
    let strengths = campaign.strengths.values().flat_map(|one| [one.source, one.proof_source]);
    let positions = campaign.positions.values().map(|one| one.source);
    let schools = campaign.schools.values().map(|one| one.source);
    let all = strengths.chain(positions).chain(schools).flatten();
    all.filter_map(|id| Some((id, campaign.sources.get(&id)?.file.clone()))).collect()
}

fn missing(campaign: &Campaign, strengths: &[Strength]) -> Vec<Missing> {
    let seeker = &campaign.seeker;
    let without_proof = !strengths.is_empty() && strengths.iter().all(|one| one.proof.is_none());
    // Where the profile says that they still work is the likeliest answer.
    let mut lasting = campaign.positions.values().filter(|one| one.ended_on.is_none());
    let employer = lasting.next().map_or("Harbor Hospital", |one| one.organization.as_str());
    // The command is shown between backticks. An apostrophe in place of one still names the same organization.
    let employed_at = format!("halfhour me --employed-at {}", typed(&employer.replace('`', "'")));
    let all = [
        (
            campaign.direction.is_unset(),
            "Where the search should go is still open: one field, role or organization is enough to begin.",
            "halfhour me --field \"patient safety\"",
        ),
        (
            strengths.is_empty(),
            "No strength is noted yet: what do people come to you for?",
            "halfhour me --strength \"calming a busy ward: cut waiting by a third\"",
        ),
        (
            without_proof,
            "No strength has a proof yet: one thing you did, and what it changed.",
            "halfhour me --strength \"calming a busy ward: no fall in a year\"",
        ),
        (
            seeker.name.is_none(),
            "Your name is missing: scripts and messages end with it.",
            "halfhour me --name \"Your Name\"",
        ),
        (
            campaign.week.goal() == 0,
            "No time is kept for calls yet: two fixed times a week carry a search.",
            "halfhour me --slot \"tue 10:00\"",
        ),
        (
            seeker.employed_now.is_none(),
            "Are you employed now? Then people at your workplace are held back until you release them.",
            &employed_at,
        ),
        (where_is_not_told(campaign).is_some(), where_is_not_told(campaign).unwrap_or_default(), &employed_at),
    ];
    let open = campaign.direction.closed_on.is_none();
    all.into_iter()
        .filter(|(is_missing, ..)| *is_missing && open)
        .map(|(_, text, hint)| Missing {
            text,
            hint: hint.to_owned(),
            otherwise: (hint == employed_at).then_some("halfhour me --not-employed"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use jiff::civil::date;

    fn strength(number: u64, proof: Option<&str>, dropped: bool) -> Strength {
        Strength {
            id: Id::from_number(number),
            name: format!("strength {number}"),
            proof: proof.map(str::to_owned),
            proof_source: None,
            source: None,
            dropped,
        }
    }

    #[test]
    fn what_would_help_most_is_said_first() {
        let mut campaign = Campaign::default();
        assert!(me(&campaign).missing[0].text.starts_with("Where the search should go"));
        campaign.direction.fields.push("patient safety".into());
        campaign.apply([strength(1, None, false).into()]);
        assert!(me(&campaign).missing[0].text.starts_with("No strength has a proof yet"));
    }

    #[test]
    fn who_told_everything_is_not_asked_again() {
        let mut campaign = Campaign::default();
        campaign.direction.roles.push("coordinator".into());
        campaign.seeker.name = Some("Mia".into());
        campaign.seeker.employed_now = Some(false);
        campaign.week.conversations = Some(2);
        campaign.apply([strength(1, Some("halved the wait"), false).into()]);
        assert_eq!(me(&campaign).missing, []);
    }

    #[rstest::rstest]
    #[case("Mercy General", "Mercy General")]
    #[case::it_is_shown_between_backticks("St. John`s", "St. John's")]
    fn the_question_for_the_workplace_names_the_likely_one(#[case] organization: &str, #[case] named: &str) {
        let mut campaign = Campaign::default();
        let position = Position {
            id: Id::from_number(1),
            organization: organization.into(),
            title: None,
            started_on: Some(date(2016, 3, 1)),
            ended_on: None,
            source: None,
        };
        campaign.apply([position.into()]);
        let hints: Vec<String> = me(&campaign).missing.into_iter().map(|one| one.hint).collect();
        assert!(hints.contains(&format!("halfhour me --employed-at \"{named}\"")), "{hints:?}");
        assert!(crate::organization::same(organization, named));
    }

    #[test]
    fn a_closed_search_lacks_nothing() {
        let mut campaign = Campaign::default();
        campaign.direction.closed_on = Some(date(2026, 11, 22));
        assert_eq!(me(&campaign).missing, []);
    }

    #[test]
    fn strengths_with_proof_come_first_and_dropped_ones_not_at_all() {
        let mut campaign = Campaign::default();
        campaign.apply([
            strength(1, None, false).into(),
            strength(2, Some("proof"), true).into(),
            strength(3, Some("proof"), false).into(),
        ]);
        let names: Vec<String> = me(&campaign).strengths.into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["strength 3", "strength 1"]);
    }
}

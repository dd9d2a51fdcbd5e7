//! The map: who led to whom, as a tree from the seeker outward (row M17; the question `map`).

use jiff::civil::Date;
use serde::Serialize;

use crate::ask::Answer;
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
    /// What they answered to the ask that stands; none while the answer is open.
    pub answer: Option<Answer>,
    /// From which day on they may be asked again, when they named one.
    pub until_on: Option<Date>,
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
            (Stage::NotAsked, _) if self.let_be => Some("named; a call is not needed".to_owned()),
            (Stage::NotAsked, _) if self.named_on.is_some() => Some("named, not asked yet".to_owned()),
            (Stage::NotAsked, _) => Some("not asked yet".to_owned()),
            (Stage::Asked, held) => Some(self.answered(held.is_some())),
            (Stage::Accepted, _) => Some("said yes".to_owned()),
            (Stage::Declined, _) => Some("said no".to_owned()),
            (Stage::SetAside, _) => Some("set aside".to_owned()),
        };
        let held = self.ladder.map(|rung| match rung {
            Ladder::NotMuch => "talked, not much came of it",
            Ladder::Listened => "talked, they listened",
            Ladder::NamedSomeone => "talked, they named someone",
            Ladder::MadeTheCall => "talked, they made the call",
        });
        held.map(str::to_owned).into_iter().chain(since).collect::<Vec<_>>().join("; ")
    }

    /// What became of an ask that led to neither a yes nor a no.
    fn answered(&self, is_once_more: bool) -> String {
        match (self.answer, self.until_on) {
            (Some(Answer::NotNow), Some(day)) => format!("not now, from {}", day.strftime("%-d %B")),
            (Some(Answer::NotNow), None) => "not now".to_owned(),
            (Some(Answer::SomeoneElse), _) => "named someone else".to_owned(),
            (Some(Answer::Silent), _) => "did not answer".to_owned(),
            _ if is_once_more => "asked again".to_owned(),
            _ => "asked".to_owned(),
        }
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
    let led_to = people.into_iter().map(|id| place(campaign, &so_far, &lineage, today, (id, 1))).collect();
    Map { seeker: campaign.seeker.name.clone(), led_to }
}

fn place(
    campaign: &Campaign,
    so_far: &SoFar<'_>,
    lineage: &Lineage<'_>,
    today: Date,
    (id, generation): (PersonId, usize),
) -> Place {
    let led_to = lineage.led_to(id).iter();
    let asked = so_far.ask_that_stands(id);
    Place {
        person: campaign.person_ref(id),
        organization: campaign.shown(id).organization().map(str::to_owned),
        generation,
        stage: stage_in(campaign, so_far, id),
        answer: asked.and_then(|ask| ask.answer),
        until_on: asked.and_then(|ask| ask.until_on),
        ladder: so_far.conversations(id).iter().map(|held| held.ladder).max(),
        named_on: lineage.through(id).map(|referral| referral.named_on),
        let_be: so_far.calling_is_not_needed(id),
        waiting: lineage.through(id).and_then(|referral| waiting(campaign, so_far, referral, today)),
        led_to: led_to
            .map(|referral| place(campaign, so_far, lineage, today, (referral.person, generation + 1)))
            .collect(),
    }
}

fn waiting(campaign: &Campaign, so_far: &SoFar<'_>, referral: &Referral, today: Date) -> Option<Waiting> {
    let wait = wait(campaign, so_far, referral, today)?;
    Some(Waiting { on: campaign.person_ref(wait.on), since_on: wait.since_on, waits_for: wait.what })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::{Ask, Form};
    use crate::id::{AskId, Id};
    use crate::scene::{Scene, TODAY, p};
    use jiff::civil::date;

    #[rstest::rstest]
    #[case(None, None, "asked")]
    #[case(Some(Answer::NotNow), Some(date(2027, 1, 4)), "not now, from 4 January")]
    #[case(Some(Answer::NotNow), None, "not now")]
    #[case(Some(Answer::SomeoneElse), None, "named someone else")]
    #[case(Some(Answer::Silent), None, "did not answer")]
    fn the_answer_is_told(#[case] answer: Option<Answer>, #[case] until_on: Option<Date>, #[case] words: &str) {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        let named_on = TODAY.yesterday().unwrap();
        scene.met(1, named_on, Ladder::NamedSomeone).named(1, 2, named_on);
        let asked = Ask::made(AskId::from_number(1), p(2), Form::Call, TODAY);
        scene.write(Ask { answer, answered_on: answer.map(|_| TODAY), until_on, ..asked });
        let map = map(&scene.campaign, TODAY);
        let bo = &map.led_to[0].led_to[0];
        assert_eq!(bo.how_far(), words);
        assert!(until_on.is_none() || bo.waiting.is_none(), "{:?}", bo.waiting);
    }

    #[rstest::rstest]
    #[case::before_their_day(Some(TODAY.tomorrow().unwrap()), None)]
    #[case::from_their_day_on(Some(TODAY), Some(WaitsFor::YourAsk))]
    #[case::no_day_was_given(None, Some(WaitsFor::YourAsk))]
    fn a_new_name_does_not_hasten_a_not_now(#[case] until_on: Option<Date>, #[case] waits_for: Option<WaitsFor>) {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        let (asked_on, named_on) = (date(2026, 11, 2), date(2026, 11, 16));
        let asked = Ask::made(AskId::from_number(1), p(2), Form::Call, asked_on);
        scene.write(Ask { answer: Some(Answer::NotNow), answered_on: Some(asked_on), until_on, ..asked });
        scene.met(1, named_on, Ladder::NamedSomeone).named(1, 2, named_on);
        let bo = &map(&scene.campaign, TODAY).led_to[0].led_to[0];
        assert_eq!(bo.waiting.as_ref().map(|waiting| waiting.waits_for), waits_for);
    }
}

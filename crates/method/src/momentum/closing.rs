//! The end of a search: everybody who helped, what each did, and whether they were thanked (row M17).
//!
//! Whoever gave half an hour helped, however far it went. It grades nobody: first stand those on the way to what was
//! taken, then the others in the order in which they helped.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::conversation::Ladder;
use crate::day::spoken;
use crate::id::PersonId;
use crate::list::so_far::SoFar;
use crate::momentum::last_words::last_words;
use crate::momentum::lineage::Lineage;
use crate::momentum::opportunities::through;
use crate::momentum::still_open::open_beside;
use crate::momentum::{Opportunity, OpportunityState};
use crate::speech::name::some_of;
use crate::speech::times;

/// Everybody who helped.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Closing {
    /// The day on which the search was closed; none while it goes on.
    pub closed_on: Option<Date>,
    /// What was taken, when anything was.
    pub taken: Option<Taken>,
    /// Those who helped.
    pub helped: Vec<Giver>,
    /// How many of them were thanked.
    pub thanked: usize,
    /// What is still agreed or promised, each as a sentence.
    pub still_open: Vec<String>,
    /// Who helped and who was thanked, in words.
    pub text: String,
}

/// What the search led to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Taken {
    /// What it is.
    pub title: String,
    /// Where.
    pub organization: Option<String>,
    /// Since when.
    pub on: Date,
}

/// Somebody who helped.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Giver {
    /// Who.
    pub person: PersonRef,
    /// What they did, each as the end of a sentence that begins with their name.
    pub did: Vec<String>,
    /// Whether the way to what was taken went through them.
    pub on_the_way: bool,
    /// A thank-you, ready to be made one's own.
    pub draft: String,
    /// The day on which they were thanked.
    pub thanked_on: Option<Date>,
}

/// What one person did, before it is said.
#[derive(Debug, Clone, Default)]
pub(super) struct Deeds {
    /// The days of the conversations, oldest first.
    pub talks: Vec<Date>,
    /// Whether they made a call.
    pub made_the_call: bool,
    /// Whom they named.
    pub named: Vec<PersonId>,
    /// Whom they introduced.
    pub introduced: Vec<PersonId>,
    /// What came through them.
    pub opportunities: Vec<String>,
    /// Whether the way to what was taken went through them.
    pub on_the_way: bool,
}

/// Everybody who helped up to that day.
pub fn closing(campaign: &Campaign, today: Date) -> Closing {
    let deeds = deeds(campaign, today);
    let thanked: BTreeMap<PersonId, Date> =
        campaign.last_thanks.values().map(|thanks| (thanks.person, thanks.thanked_on)).collect();
    let taken = taken(campaign);
    let mut helped: Vec<(Option<Date>, Giver)> = deeds
        .iter()
        .map(|(id, deeds)| {
            let giver = Giver {
                person: campaign.person_ref(*id),
                did: in_words(campaign, deeds, today),
                on_the_way: deeds.on_the_way,
                draft: last_words(campaign, *id, deeds, taken),
                thanked_on: thanked.get(id).copied(),
            };
            (deeds.talks.first().copied(), giver)
        })
        .collect();
    helped.sort_by_key(|(first, giver)| (!giver.on_the_way, first.is_none(), *first, giver.person.id));
    let helped: Vec<Giver> = helped.into_iter().map(|(_, giver)| giver).collect();
    let thanked = helped.iter().filter(|giver| giver.thanked_on.is_some()).count();
    let is_over = campaign.direction.closed_on.is_some() || taken.is_some();
    let text = text(helped.len(), thanked, is_over);
    let taken = taken.map(|taken| Taken {
        title: taken.title.clone(),
        organization: taken.organization.clone(),
        on: taken.steps.last().map_or(today, |step| step.on),
    });
    let still_open = open_beside(campaign, today, deeds.into_keys());
    Closing { closed_on: campaign.direction.closed_on, taken, helped, thanked, still_open, text }
}

/// What was taken last.
fn taken(campaign: &Campaign) -> Option<&Opportunity> {
    let taken = campaign.opportunities.values().filter(|one| one.state() == OpportunityState::Taken);
    taken.max_by_key(|one| one.steps.last().map(|step| step.on))
}

fn text(helped: usize, thanked: usize, is_over: bool) -> String {
    let hear = if is_over { "hear how it went" } else { "hear how it goes" };
    match (helped, thanked) {
        (0, _) => "Nobody has helped yet, as far as you noted.".to_owned(),
        (1, 0) => format!("One person helped you. They would like to {hear}."),
        (1, _) => "One person helped you, and you thanked them.".to_owned(),
        (all, 0) => format!("{all} people helped you. Each of them would like to {hear}."),
        (all, some) if all == some => format!("{all} people helped you, and you thanked all of them."),
        (all, some) => format!("{all} people helped you. You thanked {some} of them."),
    }
}

pub(super) fn deeds(campaign: &Campaign, today: Date) -> BTreeMap<PersonId, Deeds> {
    let mut deeds: BTreeMap<PersonId, Deeds> = BTreeMap::new();
    for held in campaign.conversations.values().filter(|held| held.held_on <= today) {
        let of = deeds.entry(held.person).or_default();
        of.talks.push(held.held_on);
        of.made_the_call |= held.ladder == Ladder::MadeTheCall;
    }
    for referral in campaign.referrals.values().filter(|referral| referral.named_on <= today) {
        let of = deeds.entry(referral.by).or_default();
        let whom = if referral.introduced_on.is_some() { &mut of.introduced } else { &mut of.named };
        whom.push(referral.person);
    }
    for opportunity in campaign.opportunities.values() {
        if let Some(id) = through(campaign, opportunity) {
            deeds.entry(id).or_default().opportunities.push(opportunity.title.clone());
        }
    }
    for id in way_to_what_was_taken(campaign, today) {
        deeds.entry(id).or_default().on_the_way = true;
    }
    deeds.retain(|id, _| campaign.knows(*id));
    deeds.values_mut().for_each(|of| of.talks.sort_unstable());
    deeds
}

fn way_to_what_was_taken(campaign: &Campaign, today: Date) -> BTreeSet<PersonId> {
    let Some(id) = taken(campaign).and_then(|taken| through(campaign, taken)) else { return BTreeSet::new() };
    let so_far = SoFar::of(campaign);
    Lineage::of(campaign, &so_far, today).way_to(id).into_iter().collect()
}

fn in_words(campaign: &Campaign, deeds: &Deeds, today: Date) -> Vec<String> {
    let mut did = Vec::new();
    match deeds.talks.as_slice() {
        [] => {}
        [day] => did.push(format!("gave you half an hour on {}", spoken(*day, today))),
        [.., last] => {
            did.push(format!("talked with you {}, last on {}", times(deeds.talks.len()), spoken(*last, today)));
        }
    }
    did.extend(those(campaign, &deeds.named).map(|names| format!("named {names}")));
    did.extend(those(campaign, &deeds.introduced).map(|names| format!("introduced you to {names}")));
    if deeds.made_the_call {
        did.push("made a call for you".to_owned());
    }
    did.extend(deeds.opportunities.iter().map(|title| format!("brought up “{title}”")));
    if deeds.on_the_way {
        did.push("was on the way to what you took".to_owned());
    }
    did
}

/// As one tells it to the seeker: whoever was forgotten is "someone".
pub(super) fn those(campaign: &Campaign, people: &[PersonId]) -> Option<String> {
    let different: BTreeSet<PersonId> = people.iter().copied().collect();
    let names: Vec<String> = different.iter().map(|id| campaign.name(*id)).collect();
    some_of(&names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::Ladder::{Listened, MadeTheCall, NamedSomeone, NotMuch};
    use crate::draft::{Severity, check};
    use crate::id::{Id, Ids, OpportunityId};
    use crate::momentum::OpportunityStep;
    use crate::momentum::thank_at_the_end::thank_at_the_end;
    use crate::scene::{Scene, TODAY, campaigns, p};
    use jiff::civil::date;
    use proptest::prelude::*;

    /// Ana named Bo, who made a call that led to what was taken; Chidi gave his time; Dana was only asked.
    fn ended() -> Scene {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Whitfield"]);
        scene.met(3, date(2026, 10, 1), NotMuch);
        scene.met(1, date(2026, 10, 5), NamedSomeone).named(1, 2, date(2026, 10, 5));
        scene.met(2, date(2026, 10, 12), Listened).met(2, date(2026, 11, 2), MadeTheCall);
        scene.asked(4, date(2026, 11, 3), None);
        scene.write(Opportunity {
            id: OpportunityId::from_number(1),
            title: "Training coordinator".into(),
            organization: Some("Riverbend Hospital".into()),
            through: Some(p(2)),
            conversation: None,
            steps: vec![OpportunityStep { state: OpportunityState::Taken, on: date(2026, 11, 16) }],
            notes: None,
        });
        scene
    }

    #[test]
    fn everybody_who_helped_stands_there_the_way_to_what_was_taken_first() {
        let report = closing(&ended().campaign, TODAY);
        let told: Vec<String> =
            report.helped.iter().map(|giver| format!("{} {}", giver.person.name, giver.did.join(", "))).collect();
        assert_eq!(
            told,
            [
                "Ana Pereira gave you half an hour on Monday 5 October, named Bo Lind, was on the way to what you took",
                "Bo Lind talked with you twice, last on Monday 2 November, made a call for you, brought up “Training \
                 coordinator”, was on the way to what you took",
                "Chidi Okafor gave you half an hour on Thursday 1 October",
            ]
        );
        assert_eq!(report.text, "3 people helped you. Each of them would like to hear how it went.");
    }

    #[test]
    fn a_thank_you_says_what_they_did_and_how_it_ended() {
        let mut scene = ended();
        scene.campaign.seeker.name = Some("Maya Brandt".into());
        let open = closing(&scene.campaign, TODAY).helped[1].draft.clone();
        assert!(open.contains("\n\nI have said yes to Riverbend Hospital. Thank you"), "{open}");
        scene.campaign.direction.closed_on = Some(TODAY);
        let report = closing(&scene.campaign, TODAY);
        insta::assert_snapshot!(report.helped[1].draft, @"
        Hello Bo,

        My search has come to its end: I have said yes to Riverbend Hospital. Thank you for the conversations we had. You made a call for me. The way there went through you.

        I would like to stay in touch, and if I can ever do something for you, please tell me.

        Maya Brandt
        ");
    }

    #[test]
    fn a_thank_you_leaves_out_whoever_was_forgotten() {
        let mut scene = ended();
        scene.person(2, |bo| (bo.name, bo.forgotten) = (None, true));
        let report = closing(&scene.campaign, TODAY);
        assert_eq!(report.helped[0].did[1], "named someone");
        assert!(!report.helped[0].draft.contains("named"), "{}", report.helped[0].draft);
    }

    #[test]
    fn while_the_search_goes_on_no_thank_you_says_that_it_ended() {
        let mut scene = ended();
        scene.campaign.opportunities.clear();
        let says = |scene: &Scene| closing(&scene.campaign, TODAY).helped[0].draft.contains("come to its end");
        assert!(!says(&scene));
        scene.campaign.direction.closed_on = Some(TODAY);
        assert!(says(&scene));
    }

    #[test]
    fn whoever_was_thanked_is_marked_once() {
        let mut scene = ended();
        let ids = Ids::default();
        let thanks = thank_at_the_end(&scene.campaign, &ids, TODAY, p(1)).unwrap();
        scene.campaign.apply(thanks);
        assert_eq!(closing(&scene.campaign, TODAY).thanked, 1);
        assert_eq!(thank_at_the_end(&scene.campaign, &ids, TODAY, p(1)), Ok(vec![]));
        assert!(thank_at_the_end(&scene.campaign, &ids, TODAY, p(4)).is_err(), "Dana did not help yet");
    }

    proptest! {
        #[test]
        fn whatever_happened_the_draft_check_finds_no_fault(campaign in campaigns()) {
            for giver in closing(&campaign, TODAY).helped {
                let faults = check(&giver.draft);
                prop_assert!(!giver.did.is_empty());
                prop_assert!(faults.iter().all(|found| found.severity != Severity::Fault), "{}", giver.draft);
            }
        }
    }
}

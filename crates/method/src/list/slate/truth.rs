//! No reason is untrue: campaigns thrown together by chance, and for each kind of sentence another look at the facts.

use jiff::civil::date;
use proptest::prelude::*;

use super::mix_in_ties_of_middle_strength::STAND_IN;
use super::*;
use crate::direction::SearchKind;
use crate::id::{Id, PositionId, RecordId, SourceId};
use crate::list::{Past, Record, Source};
use crate::organization::same;
use crate::scene::{Scene, TODAY, campaigns, p};
use crate::seeker::Position;

const TITLES: [&str; 8] = [
    "RN",
    "Training Coord.",
    "Patient Safety Officer",
    "VP Eng",
    "Pastry chef",
    "Former training coordinator",
    "",
    "Director",
];
const PLACES: [&str; 5] = ["Harbor Hospital", "Harbor Health", "Acme", "Maple Bakery", ""];
const HOW: [&str; 4] = ["", "we shared an office", "the night shift at Harbor", "Acme, long ago"];

/// Campaigns with titles, with what earlier files said, and with a direction and a past to compare them with.
pub(super) fn campaigns_with_work() -> impl Strategy<Value = Campaign> {
    let works = proptest::collection::vec((0..TITLES.len(), 0..PLACES.len(), 0..TITLES.len(), 0..HOW.len()), 9);
    (campaigns(), works, any::<bool>()).prop_map(|(campaign, works, changes)| {
        let mut scene = Scene { campaign };
        for (number, (title, place, before, how)) in (1..).zip(works) {
            let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            scene.person(number, |person| {
                (person.title, person.how_known) = (text(TITLES[title]), text(HOW[how]));
                person.organization = person.organization.take().or_else(|| text("Quayside Clinic"));
            });
            let mut record = recorded(number, text(PLACES[place]), text(TITLES[before]));
            if how == 3 {
                record.source = recommendations();
            }
            scene.write(record);
        }
        let (importer, file) = ("linkedin_recommendations".into(), "Recommendations_Received.csv".into());
        scene.write(Source { id: recommendations(), importer, file, ..crate::list::scene::source(2) });
        let direction = &mut scene.campaign.direction;
        direction.roles = vec!["Training coordinator".into(), "Vice President of Engineering".into()];
        direction.fields = vec!["patient safety".into()];
        direction.search = changes.then_some(SearchKind::ChangeCareers);
        scene.write(Position {
            id: PositionId::from_number(1),
            organization: "Harbor Hospital".into(),
            title: Some("Charge nurse".into()),
            started_on: None,
            ended_on: None,
            source: None,
        });
        scene.campaign
    })
}

/// The file that tells who wrote a recommendation.
fn recommendations() -> SourceId {
    SourceId::from_number(2)
}

fn recorded(number: u64, organization: Option<String>, title: Option<String>) -> Record {
    let mut record = crate::list::scene::record(number, number, "Somebody");
    record.id = RecordId::from_number(number);
    (record.emails, record.links) = (Vec::new(), Vec::new());
    record.past = vec![Past { organization, title, until_on: date(2025, 3, 3) }];
    record
}

/// Whether a sentence about this person is true, looked up by another way than the one that made it.
fn is_true(campaign: &Campaign, one: &Suggestion, reason: &str) -> bool {
    let person = &campaign.people[&one.person.id];
    let says = |text: &str| reason.contains(text);
    let begins = |text: &str| reason.starts_with(text);
    let shown = campaign.shown(one.person.id);
    let pasts = || shown.records.iter().flat_map(|record| &record.past);
    let ties = Ties::of(campaign, TODAY);
    let closeness = ties.closeness(one.person.id);
    let talked = || campaign.conversations.values().any(|held| held.person == one.person.id);
    let asked = || campaign.asks.values().any(|ask| ask.person == one.person.id);
    let title = one.title.as_deref().unwrap_or_default();
    match reason {
        start_with_those_you_know_and_respect::RESPECTED => person.respected,
        _ if begins("Of higher standing") => ["VP Eng", "Director"].contains(&title),
        // Nobody here is a charge nurse.
        _ if says("and your own “") => false,
        _ if begins("Known since") => person.known_since_on.is_some_and(|since| since <= TODAY),
        _ if begins("Named on") => campaign.referrals.values().any(|named| named.person == one.person.id),
        _ if says("introduced you on") || says("offered to introduce you") => one.group == Group::Referred,
        _ if says("at one of the organizations of your direction") => campaign
            .direction
            .organizations
            .iter()
            .any(|wanted| same(wanted, one.organization.as_deref().unwrap_or(""))),
        _ if says("role “Training coordinator” of your direction both say “training, coordinator”") => {
            title == "Training Coord."
        }
        _ if says("both say “engineering, vice president”") => title == "VP Eng",
        _ if says("both say “patient, safety”") => title == "Patient Safety Officer",
        _ if says("both say “nurse”") => pasts().any(|past| past.title.as_deref() == Some("RN")),
        _ if says("both say “harbor”") => pasts().any(|past| past.organization.as_deref() == Some("Harbor Health")),
        _ if begins("Used to be at") => {
            let gone = |past: &&Past| past.organization.as_deref().is_some_and(says);
            pasts().any(|past| gone(&past) && past.organization != one.organization)
        }
        _ if says("in your words: “") || begins("How you know each other") => {
            person.how_known.as_deref().is_some_and(says)
        }
        _ if begins("What they do, and where, shares no word") => {
            campaign.direction.search == Some(SearchKind::ChangeCareers)
                && ["Pastry chef", "", "Director"].contains(&title)
        }
        STAND_IN => closeness > 0.0 && closeness < 0.5 && !person.close,
        _ if begins("Last in touch in") || begins("You wrote to") => ties.last_in_touch_on(one.person.id).is_some(),
        _ if begins("Nothing between you is on record") => ties.last_in_touch_on(one.person.id).is_none(),
        _ if begins("You marked them as close") => person.close,
        _ if begins("You last spoke on") => talked(),
        _ if begins("They wrote a recommendation") => {
            shown.records.iter().any(|record| record.source == recommendations())
        }
        _ if begins("They ") || begins("Not now") || begins("You asked on") => asked(),
        _ if begins("On your list since") => true,
        guess_until_you_mark::GUESS => !person.respected,
        _ if begins("You connected online in") => shown.records.iter().any(|record| record.connected_on.is_some()),
        _ if begins("You worked there too") || begins("You have worked there too") => {
            let at = one.organization.as_deref().unwrap_or("");
            campaign.positions.values().any(|position| same(&position.organization, at))
        }
        _ => false,
    }
}

proptest! {
    #[test]
    fn every_reason_is_true_and_none_is_said_twice(campaign in campaigns_with_work()) {
        for one in slate(&campaign, TODAY, 9).slate {
            prop_assert!((1..=3).contains(&one.reasons.len()));
            for (place, reason) in one.reasons.iter().enumerate() {
                prop_assert!(is_true(&campaign, &one, reason), "{reason:?} of {one:?}");
                prop_assert!(!one.reasons[..place].contains(reason), "{reason:?} twice");
            }
        }
    }
}

/// The rules that may be named for a reason, whoever's rule suggests them.
fn may_be_named(one: &Suggestion, rule: &str) -> bool {
    let beside = [look_for_people_like_you::RULE.name, say_what_was_before::RULE.name];
    rule == one.rule || beside.contains(&rule) || SUGGEST.iter().any(|suggest| suggest.rule.name == rule)
}

proptest! {
    #[test]
    fn every_reason_names_a_rule_that_rests_on_evidence(campaign in campaigns_with_work()) {
        let (slate, all) = (slate(&campaign, TODAY, 9), crate::rules::RULES);
        let evidence = |name: &str| all.iter().find(|rule| rule.name == name).map_or(&[][..], |rule| rule.evidence);
        for one in &slate.slate {
            prop_assert_eq!(one.reasons.len(), one.rests_on.len());
            prop_assert_eq!(one.rests_on[0], one.rule);
            for (reason, rule) in one.reasons.iter().zip(&one.rests_on) {
                prop_assert!(may_be_named(one, rule) && !evidence(rule).is_empty(), "{reason:?} rests on {rule}");
            }
        }
        let held_back = slate.held_back.iter().map(|one| one.rule);
        for rule in held_back.chain(slate.comfortable.iter().map(|one| one.rule)) {
            prop_assert!(!evidence(rule).is_empty(), "{rule}");
        }
    }
}

#[test]
fn a_reason_of_another_rule_rests_on_that_rule() {
    let mut scene = Scene::of(&["Ana Pereira"]);
    scene.respected(1).at(1, "Acme").wants("Acme").asked(1, date(2026, 1, 5), Some(crate::ask::Answer::Accepted));
    scene.met(1, date(2026, 1, 9), crate::conversation::Ladder::Listened);
    let one = slate(&scene.campaign, TODAY, 1).slate.remove(0);
    let expected = [
        start_with_those_you_know_and_respect::RULE.name,
        start_with_those_you_know_and_respect::RULE.name,
        look_into_organizations_you_want::RULE.name,
    ];
    assert_eq!(one.rests_on, expected, "{:?}", one.reasons);
}

#[test]
fn a_sentence_that_nobody_looked_up_is_not_taken_for_true() {
    let scene = Scene::of(&["Ana Pereira"]);
    let one = slate(&scene.campaign, TODAY, 1).slate.remove(0);
    assert_eq!(one.person.id, p(1));
    assert!(
        !is_true(&scene.campaign, &one, "She will surely say yes")
            && !is_true(&scene.campaign, &one, "You know and respect them")
    );
}

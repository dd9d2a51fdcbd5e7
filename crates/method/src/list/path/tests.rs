//! Which ways are found, how they are ranked, and what is said of each.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::change::No;
use crate::conversation::Ladder;
use crate::scene::{Scene, TODAY, campaigns, p};

const NAMES: [&str; 4] = ["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Whitfield"];
const NAMED_ON: Date = date(2026, 11, 12);

fn to(scene: &Scene, number: u64) -> Paths {
    path(&scene.campaign, TODAY, &Target::Person(p(number))).unwrap()
}

fn into(scene: &Scene, organization: &str) -> Paths {
    path(&scene.campaign, TODAY, &Target::Organization(organization.into())).unwrap()
}

/// The people of each way, by their numbers.
fn people(paths: &Paths) -> Vec<Vec<PersonId>> {
    paths.paths.iter().map(|path| path.people.iter().map(|person| person.id).collect()).collect()
}

#[test]
fn to_a_person_there_is_the_direct_call_and_whoever_named_them() {
    let mut scene = Scene::of(&NAMES);
    scene.respected(1).met(1, NAMED_ON, Ladder::NamedSomeone).named(1, 2, NAMED_ON);
    let paths = to(&scene, 2);
    assert_eq!(people(&paths), [vec![p(1), p(2)], vec![p(2)]]);
    let weakest = &paths.paths[0].weakest;
    assert_eq!(weakest.reason, "Ana Pereira gave you the name and did not speak of introducing you");
    assert_eq!(weakest.from.as_ref().map(|person| person.id), Some(p(1)));
    assert!(paths.paths[0].evidence.contains(&"Ana Pereira named Bo Lind on Thursday 12 November".to_owned()));
}

#[test]
fn an_introduction_is_a_stronger_way_than_a_name() {
    let strength = |change: fn(&mut crate::conversation::Referral)| {
        let mut scene = Scene::of(&NAMES);
        scene.respected(1).named(1, 2, NAMED_ON).last_referral(change);
        to(&scene, 2).paths[0].strength
    };
    let name = strength(|_| ());
    let offered = strength(|referral| referral.introduction = true);
    let made = strength(|referral| referral.introduced_on = Some(NAMED_ON));
    assert!(name < offered && offered < made);
}

#[test]
fn into_an_organization_lead_those_who_are_there_were_there_and_spoke_of_it() {
    let mut scene = Scene::of(&NAMES);
    scene.at(1, "Riverbend Hospital Inc.").respected(1);
    scene.respected(2).used_to_be_at(2, "RIVERBEND HOSPITAL", date(2026, 3, 3));
    scene.met(3, date(2026, 11, 2), Ladder::Listened);
    let mut held = scene.campaign.conversations.values().next().unwrap().clone();
    held.organizations = vec!["Riverbend Hospital".into()];
    scene.write(held);
    let paths = into(&scene, "Riverbend Hospital");
    assert_eq!(paths.paths.len(), 3);
    let evidence: Vec<&str> = paths.paths.iter().flat_map(|path| &path.evidence).map(String::as_str).collect();
    for expected in [
        "Ana Pereira works there",
        "Bo Lind used to be there; a file of March 2026 no longer said so",
        "Chidi Okafor spoke of it on Monday 2 November",
    ] {
        assert!(evidence.contains(&expected), "{expected}: {evidence:?}");
    }
}

#[test]
fn a_bare_connection_is_a_weak_way_and_says_so() {
    let mut scene = Scene::of(&NAMES);
    scene.connected(1, date(2012, 3, 14));
    let paths = to(&scene, 1);
    assert!(paths.paths[0].strength < 0.1);
    assert_eq!(paths.paths[0].weakest.reason, "Nothing says yet how well you know Ana Pereira");
    assert_eq!(paths.paths[0].evidence, ["Ana Pereira is on your list"]);
}

#[test]
fn where_no_way_is_known_the_next_conversation_may_know_one() {
    let paths = into(&Scene::of(&NAMES), "Riverbend Hospital");
    assert!(paths.paths.is_empty());
    assert!(paths.note.starts_with("No way to Riverbend Hospital is known yet. In your next conversation, ask"));
}

#[test]
fn only_direct_ways_are_claimed() {
    assert!(to(&Scene::of(&NAMES), 1).note.starts_with("Only direct ways are known yet"));
}

#[rstest::rstest]
#[case(Target::Person(p(9)), No::Unknown)]
#[case(Target::Organization(" — ".into()), No::Usage)]
fn what_cannot_be_sought_is_refused(#[case] target: Target, #[case] kind: No) {
    assert_eq!(path(&Scene::of(&NAMES).campaign, TODAY, &target).unwrap_err().kind, kind);
}

proptest! {
    #[test]
    fn ways_are_few_different_and_ranked(campaign in campaigns(), number in 1..=9_u64) {
        for target in [Target::Person(p(number)), Target::Organization("acme".into())] {
            let Ok(paths) = path(&campaign, TODAY, &target) else { continue };
            prop_assert!(paths.paths.len() <= 3);
            prop_assert!(paths.paths.is_sorted_by(|a, b| a.strength >= b.strength));
            for (place, path) in paths.paths.iter().enumerate() {
                prop_assert!((0.0..=1.0).contains(&path.strength));
                prop_assert!(!path.people.is_empty() && !path.evidence.is_empty());
                for other in &paths.paths[place + 1..] {
                    let shared = path.people.iter().filter(|person| other.people.contains(person));
                    prop_assert!(shared.into_iter().all(|person| target == Target::Person(person.id)));
                }
            }
        }
    }
}

#[test]
fn whoever_was_set_aside_is_on_no_way_unless_one_asks_for_them() {
    let mut scene = Scene::of(&NAMES);
    scene.at(1, "Riverbend").at(2, "Riverbend").person(1, |person| person.set_aside = true);
    assert_eq!(people(&into(&scene, "Riverbend")), [vec![p(2)]]);
    scene.named(1, 2, NAMED_ON);
    assert_eq!(people(&to(&scene, 2)), [vec![p(2)]]);
    assert_eq!(people(&to(&scene, 1)), [vec![p(1)]]);
}

#[test]
fn while_the_search_is_quiet_no_way_leads_through_the_seekers_own_employer() {
    let mut scene = Scene::of(&NAMES);
    scene.campaign.seeker.employed_now = Some(true);
    scene.campaign.seeker.employer = Some("Quay Ltd".into());
    scene.at(1, "Quay").named(1, 2, NAMED_ON);
    assert_eq!(people(&to(&scene, 2)), [vec![p(2)]]);
    scene.person(1, |person| person.released = true);
    assert_eq!(to(&scene, 2).paths.len(), 2);
}

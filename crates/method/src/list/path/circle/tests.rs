//! Who is taken to know whom, and who is not.

use jiff::civil::{Date, date};

use super::*;
use crate::id::{CorrespondenceId, Id};
use crate::list::{Correspondence, Letters};
use crate::scene::{Scene, TODAY, p};

const NAMES: [&str; 3] = ["Ana Pereira", "Bo Lind", "Chidi Okafor"];

/// People with an address each, and these pairs of them on shared letters, with the weight in whole letters.
fn scene(pairs: &[(u64, u64, u32, Date)]) -> Scene {
    let mut scene = Scene::of(&NAMES);
    for number in 1..=3 {
        scene.person(number, |person| person.emails = vec![format!("p{number}@example.com")]);
    }
    for (place, (a, b, letters, last_on)) in (1..).zip(pairs) {
        scene.acquainted(place, *a, *b, &[(last_on.year(), letters * Acquaintance::WHOLE)], *last_on);
    }
    scene
}

#[test]
fn shared_letters_make_two_acquainted() {
    let circle = Circle::of(&scene(&[(1, 2, 1, TODAY)]).campaign, TODAY);
    let pair = circle.pair(p(2), p(1)).expect("a pair, in either order");
    assert!((pair.passes_on(TODAY) - 0.35).abs() < 1e-9, "one letter to themselves: the share that E5 leaves");
    assert_eq!(circle.pair(p(1), p(3)), None);
    assert_eq!(circle.pair(p(1), p(9)), None);
}

#[test]
fn more_letters_and_newer_ones_make_a_way_more_probable() {
    let passes = |letters, last_on| {
        let scene = scene(&[(1, 2, letters, last_on)]);
        Circle::of(&scene.campaign, TODAY).pair(p(1), p(2)).unwrap().passes_on(TODAY)
    };
    assert!(passes(4, TODAY) > passes(1, TODAY) && passes(1000, TODAY) < 0.7);
    assert!((passes(4, date(2021, 11, 22)) * 2.0 - passes(4, TODAY)).abs() < 0.001, "half after five years");
}

#[test]
fn what_two_files_and_two_addresses_tell_of_a_pair_counts_together() {
    let mut scene = scene(&[(1, 2, 1, date(2020, 3, 1)), (2, 1, 2, date(2024, 3, 1))]);
    scene.person(1, |person| person.emails.push("ana@quay.example".into()));
    let circle = Circle::of(&scene.campaign, TODAY);
    let pair = circle.pair(p(1), p(2)).unwrap();
    assert_eq!((pair.weight, pair.since, pair.last_on), (3 * 420, 2020, date(2024, 3, 1)));
}

#[test]
fn nobody_knows_themselves_and_the_future_is_not_believed() {
    let mut scene = scene(&[(1, 3, 1, date(2027, 1, 1))]);
    scene.person(1, |person| person.emails.push("p2@example.com".into()));
    scene.person(2, |person| person.emails.clear());
    scene.acquainted(2, 1, 2, &[(2020, 420)], date(2020, 1, 1));
    assert!(Circle::of(&scene.campaign, TODAY).is_bare());
}

#[test]
fn years_at_a_small_organization_are_a_hint_and_at_a_large_one_none() {
    let names: Vec<String> = (1..=20).map(|number| format!("Person {number}")).collect();
    let circle = |people: u64| {
        let mut scene = Scene::of(&names.iter().map(String::as_str).collect::<Vec<_>>());
        scene.worked_at("Quay Ltd", 2011, 2014);
        for number in 1..=people {
            let address = format!("p{number}@quay.example");
            let letters = Letters { sent: 1, received: 1, met: 0 };
            scene.person(number, |person| person.emails = vec![address.clone()]);
            scene.write(Correspondence {
                id: CorrespondenceId::from_number(number),
                importer: "mail".into(),
                address,
                days: [(date(2011, 5, 1), letters), (date(2014, 5, 1), letters)].into(),
            });
        }
        Circle::of(&scene.campaign, TODAY)
    };
    let small = circle(3);
    let [both] = small.colleagues(p(3), p(1)) else { panic!("once") };
    assert_eq!((both.place.as_str(), both.years), ("Quay Ltd", (2011, 2014)));
    assert!(both.passes_on() < 0.25);
    assert!(circle(20).is_bare());
}

/// People who wrote from an address at Quay in the same years, each from so many addresses there.
fn at_quay(scene: &mut Scene, people: u64, addresses: u64) {
    scene.worked_at("Quay Ltd", 2011, 2014);
    let letters = Letters { sent: 1, received: 1, met: 0 };
    for number in 1..=people {
        for nth in 1..=addresses {
            let address = format!("p{number}.{nth}@quay.example");
            scene.person(number, |person| person.emails.push(address.clone()));
            scene.write(Correspondence {
                id: CorrespondenceId::from_number(number * 10 + nth),
                importer: "mail".into(),
                address,
                days: [(date(2011, 5, 1), letters), (date(2014, 5, 1), letters)].into(),
            });
        }
    }
}

fn named(people: u64) -> Scene {
    let names: Vec<String> = (1..=people).map(|number| format!("Person {number}")).collect();
    Scene::of(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn how_small_an_organization_is_people_tell_and_not_addresses() {
    let mut scene = named(7);
    at_quay(&mut scene, 7, 2);
    assert!(!Circle::of(&scene.campaign, TODAY).is_bare(), "seven people with two addresses each");
}

#[test]
fn whoever_is_there_without_dates_makes_an_organization_large_too() {
    let mut scene = named(20);
    at_quay(&mut scene, 3, 1);
    for number in 4..=20 {
        scene.at(number, "QUAY");
    }
    assert!(Circle::of(&scene.campaign, TODAY).is_bare());
}

#[test]
fn own_words_give_nobody_years_with_anybody_else() {
    let mut scene = Scene::of(&NAMES);
    scene.worked_at("Quay Ltd", 2011, 2015);
    for number in 1..=2 {
        scene.person(number, |person| person.how_known = Some("We worked together at Quay Ltd".into()));
    }
    let circle = Circle::of(&scene.campaign, TODAY);
    assert!(circle.is_bare());
    assert_eq!(circle.stays(p(1))[0].said(), "worked there with you, as you said; you were there from 2011 to 2015");
}

#[test]
fn being_somewhere_now_has_no_dates_and_is_no_acquaintance() {
    let mut scene = Scene::of(&NAMES);
    scene.at(1, "Quay Ltd").at(2, "Quay Ltd").used_to_be_at(3, "Quay Ltd", date(2026, 3, 1));
    assert!(Circle::of(&scene.campaign, TODAY).is_bare());
}

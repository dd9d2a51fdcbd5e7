//! Which organizations there are, and who is, was or spoke of one.

use jiff::civil::date;

use super::*;
use crate::conversation::Ladder;
use crate::id::{FollowedId, Id};
use crate::list::path::circle::Circle;
use crate::scene::{Scene, TODAY, p};
use crate::seeker::Followed;

fn scene() -> Scene {
    let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Hill"]);
    scene.at(1, "Riverbend Hospital, Inc.").at(2, "RIVERBEND HOSPITAL").at(3, "Quay School").at(4, "Quay School");
    scene.wants("Riverbend Hospital").met(1, date(2026, 11, 2), Ladder::NamedSomeone).named(1, 3, date(2026, 11, 2));
    scene
}

fn names(all: &[Organization]) -> Vec<(&str, usize, usize)> {
    all.iter().map(|one| (one.name.as_str(), one.people, one.spoken_of)).collect()
}

#[test]
fn each_stands_once_and_where_it_belongs() {
    let mut scene = scene();
    scene.at(4, "Harbor 🙂");
    let all = organizations(&scene.campaign, "");
    assert_eq!(names(&all.wanted), [("Riverbend Hospital", 2, 0)]);
    assert_eq!(names(&all.spoken_of), [("Quay School", 1, 1)]);
    assert_eq!(names(&all.others), [("Harbor 🙂", 1, 0)]);
}

#[rstest::rstest]
#[case("river hosp", 1)]
#[case("QUAY", 1)]
#[case("école", 0)]
#[case("", 2)]
fn a_part_of_a_name_finds_it(#[case] query: &str, #[case] found: usize) {
    let all = organizations(&scene().campaign, query);
    assert_eq!(all.wanted.len() + all.spoken_of.len() + all.others.len(), found);
}

#[test]
fn one_tells_who_is_there_and_what_was_said() {
    let mut scene = scene();
    let mut held = scene.campaign.conversations.values().next().unwrap().clone();
    held.learned = Some("At Riverbend hospital they train their own.".into());
    scene.write(held);
    let report = organization(&scene.campaign, "riverbend hospital inc");
    let there: Vec<&str> = report.there.iter().map(|one| one.person.name.as_str()).collect();
    assert_eq!(there, ["Ana Pereira", "Bo Lind"]);
    assert_eq!(report.wanted_as.as_deref(), Some("Riverbend Hospital"));
    assert_eq!(report.said.len(), 1);
    let quay = organization(&scene.campaign, "quay school");
    assert_eq!(quay.said[0].named[0].name, "Chidi Okafor");
    assert_eq!((quay.name.as_str(), quay.wanted_as), ("Quay School", None));
}

#[test]
fn followed_ones_stand_where_something_else_is_known_or_by_themselves() {
    let mut scene = scene();
    for (number, name) in [(1, "Riverbend hospital"), (2, "Saltmarsh Trust"), (3, "Quay School")] {
        scene.write(Followed {
            id: FollowedId::from_number(number),
            organization: name.into(),
            followed_on: None,
            source: None,
        });
    }
    let all = organizations(&scene.campaign, "");
    assert_eq!(names(&all.followed), [("Saltmarsh Trust", 0, 0)]);
    assert!(all.wanted[0].is_followed && all.spoken_of[0].is_followed);
    let report = organization(&scene.campaign, "saltmarsh trust");
    assert!(report.is_followed && !report.is_unknown());
    assert_eq!((report.name.as_str(), report.there.len()), ("Saltmarsh Trust", 0));
}

#[test]
fn whoever_wrote_from_an_address_there_used_to_be_there() {
    let mut scene = scene();
    scene.wrote(3, &[date(2014, 3, 1), date(2016, 3, 1)]);
    let mut letters = scene.campaign.correspondence.values().next().unwrap().clone();
    letters.address = "chidi@riverbend.example".into();
    scene.person(3, |person| person.emails = vec!["chidi@riverbend.example".into()]).write(letters);
    let circle = Circle::of(&scene.campaign, TODAY);
    let report = organization_in(&scene.campaign, Some(&circle), "Riverbend Hospital");
    let [was] = report.were_there.as_slice() else { panic!("{:?}", report.were_there) };
    assert_eq!(was.says, "wrote to you from an address at riverbend.example from 2014 to 2016");
    assert_eq!((was.person.id, was.until_on), (p(3), date(2016, 12, 31)));
}

#[test]
fn whoever_wrote_from_there_lately_is_probably_there_still() {
    let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
    scene.at(1, "Riverbend Hospital").wrote(2, &[date(2026, 3, 1), date(2026, 11, 1)]);
    let mut letters = scene.campaign.correspondence.values().next().unwrap().clone();
    letters.address = "bo@riverbend.example".into();
    scene.person(2, |person| person.emails = vec!["bo@riverbend.example".into()]).write(letters);
    let circle = Circle::of(&scene.campaign, TODAY);
    let report = organization_in(&scene.campaign, Some(&circle), "Riverbend Hospital");
    assert_eq!((report.probably_there.len(), report.were_there.len()), (1, 0));
    assert_eq!(report.probably_there[0].says, "wrote to you from an address at riverbend.example in 2026");
}

#[rstest::rstest]
#[case("'; drop table")]
#[case("—")]
#[case("🙂")]
#[case("")]
fn what_nothing_names_is_unknown_and_no_fault(#[case] name: &str) {
    let report = organization(&scene().campaign, name);
    assert!(report.is_unknown() && report.name == name);
}

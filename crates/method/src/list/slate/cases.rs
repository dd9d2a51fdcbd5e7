//! Rules as cases: invented people, the group that each belongs to, and the reasons, none of them untrue.

use jiff::civil::{Date, date};
use rstest::rstest;

use super::mix_in_ties_of_middle_strength::STAND_IN;
use super::*;
use crate::direction::SearchKind;
use crate::id::{Id, PositionId, RecordId, SchoolId, SourceId, StrengthId};
use crate::list::{Past, Record, Source};
use crate::scene::{Scene, TODAY, p};
use crate::seeker::{Position, School, Strength};

/// A charge nurse of Harbor Hospital who wants to go into training and patient safety. Everybody on the list is called
/// Ana, so that what is said of her depends on what is known of her alone.
fn nurse() -> Scene {
    let mut scene = Scene::of(&["Ana Pereira"]);
    was(&mut scene, "Harbor Hospital", "Charge nurse", None);
    scene.campaign.direction.roles = vec!["Training coordinator".into()];
    scene.campaign.direction.fields = vec!["Patient safety".into()];
    scene.campaign.direction.organizations = vec!["Riverbend Hospital".into()];
    scene
}

fn was(scene: &mut Scene, organization: &str, title: &str, ended_on: Option<Date>) {
    scene.write(Position {
        id: PositionId::from_number(scene.campaign.positions.len() as u64 + 1),
        organization: organization.into(),
        title: Some(title.into()),
        started_on: Some(date(2015, 1, 1)),
        ended_on,
        source: None,
    });
}

fn works(scene: &mut Scene, title: &str, organization: &str) {
    scene.person(1, |person| {
        person.title = Some(title.into()).filter(|title: &String| !title.is_empty());
        person.organization = Some(organization.into());
    });
}

/// What an earlier file said of her.
fn used_to_be(scene: &mut Scene, title: Option<&str>, organization: Option<&str>, until_on: Date) {
    let past = Past { organization: organization.map(str::to_owned), title: title.map(str::to_owned), until_on };
    let mut record: Record = crate::list::scene::record(1, 1, "Ana Pereira");
    (record.id, record.source) = (RecordId::from_number(1), SourceId::from_number(1));
    (record.organization, record.title, record.connected_on) = (None, None, None);
    record.past = vec![past];
    scene.write(record);
}

fn ana(scene: &Scene) -> Suggestion {
    let slate = slate(&scene.campaign, TODAY, 5);
    slate.slate.into_iter().find(|one| one.person.id == p(1)).unwrap()
}

#[track_caller]
fn check(scene: &Scene, group: Group, rule: &str, reasons: &[&str]) {
    let ana = ana(scene);
    assert_eq!((ana.group, ana.rule), (group, rule));
    assert_eq!(ana.reasons, reasons);
}

#[test]
fn from_your_hospital_into_your_role() {
    let mut scene = nurse();
    works(&mut scene, "Sr. Training Coord.", "Quayside Clinic");
    used_to_be(&mut scene, Some("RN"), Some("Harbor Hospital, Inc."), date(2026, 3, 3));
    check(
        &scene,
        Group::MadeYourMove,
        "learn_from_those_who_made_your_move",
        &[
            "Used to be at Harbor Hospital, Inc., as files until March 2026 say, where you have worked too",
            "Their title and the role “Training coordinator” of your direction both say “training, coordinator”",
        ],
    );
}

#[test]
fn from_your_work_into_your_field() {
    let mut scene = nurse();
    works(&mut scene, "Patient Safety Officer", "Quayside Clinic");
    used_to_be(&mut scene, Some("Nurse"), Some("Northgate School"), date(2026, 3, 3));
    check(
        &scene,
        Group::MadeYourMove,
        "learn_from_those_who_made_your_move",
        &[
            "Nurse before, as you were Charge nurse: both say “nurse”",
            "Their title and the field “Patient safety” of your direction both say “patient, safety”",
        ],
    );
}

#[test]
fn from_a_place_with_a_name_like_yours() {
    let mut scene = nurse();
    works(&mut scene, "", "Riverbend Hospital");
    used_to_be(&mut scene, None, Some("Harbor Health System"), date(2026, 3, 3));
    let first = "Used to be at Harbor Health System, as files until March 2026 say; Harbor Hospital, where you have worked \
                 too, has a name like it: both say “harbor”";
    let second = "Works at one of the organizations of your direction";
    check(&scene, Group::MadeYourMove, "learn_from_those_who_made_your_move", &[first, second]);
}

#[test]
fn your_own_words_name_the_place_that_you_share() {
    let mut scene = nurse();
    works(&mut scene, "Training coordinator", "Quayside Clinic");
    scene.person(1, |person| person.how_known = Some("We worked the night shift at Harbor.".into()));
    let reasons = ana(&scene).reasons;
    assert_eq!(
        reasons[0],
        "Harbor Hospital, where you have worked too, in your words: “We worked the night shift at Harbor”"
    );
}

#[test]
fn a_school_is_a_place_that_you_share() {
    let mut scene = nurse();
    works(&mut scene, "Training coordinator", "Quayside Clinic");
    scene.write(School {
        id: SchoolId::from_number(1),
        name: "Bergen College".into(),
        degree: None,
        started_on: None,
        ended_on: None,
        source: None,
    });
    scene.person(1, |person| person.how_known = Some("in class at Bergen".into()));
    assert!(ana(&scene).reasons[0].starts_with("Bergen College, where you learned, in your words"));
}

#[test]
fn who_does_it_already_is_not_said_to_have_made_the_move() {
    let mut scene = nurse();
    works(&mut scene, "Training Coordinator", "Quayside Clinic");
    let only = "Their title and the role “Training coordinator” of your direction both say “training, coordinator”";
    check(&scene, Group::MadeYourMove, "ask_those_who_do_it_already", &[only]);
}

#[rstest]
#[case::still_there("Training coordinator", "Harbor Hospital", Some("Harbor Hospital"))]
#[case::from_elsewhere("Training coordinator", "Quayside Clinic", Some("Northgate School"))]
#[case::a_word_of_many("Training coordinator", "Quayside Clinic", Some("City Hospital"))]
#[case::not_there_yet("Nurse", "Quayside Clinic", Some("Harbor Hospital"))]
#[case::once("Former training coordinator", "Quayside Clinic", Some("Harbor Hospital"))]
fn who_did_not_surely_make_the_move_is_not_said_to(
    #[case] title: &str,
    #[case] organization: &str,
    #[case] before: Option<&str>,
) {
    let mut scene = nurse();
    works(&mut scene, title, organization);
    used_to_be(&mut scene, None, before, date(2026, 3, 3));
    assert_ne!(ana(&scene).rule, "learn_from_those_who_made_your_move");
}

#[test]
fn a_tie_of_middle_strength_into_the_direction_says_what_it_stands_in_for() {
    let mut scene = nurse();
    works(&mut scene, "Director, Patient Safety", "Quayside Clinic");
    scene.wrote(1, &[date(2026, 3, 2), date(2026, 4, 1)]);
    check(
        &scene,
        Group::WeakIntoDirection,
        "mix_in_ties_of_middle_strength",
        &[
            "Their title and the field “Patient safety” of your direction both say “patient, safety”",
            "You wrote to each other, last in April 2026",
            STAND_IN,
        ],
    );
}

#[test]
fn the_closest_and_strangers_are_no_ties_of_middle_strength() {
    for close in [true, false] {
        let mut scene = nurse();
        works(&mut scene, "Patient Safety Officer", "Quayside Clinic");
        scene.person(1, |person| person.close = close);
        assert_ne!(ana(&scene).group, Group::WeakIntoDirection, "{close}");
    }
}

#[test]
fn while_careers_change_somebody_from_outside_is_among_them() {
    let mut scene = nurse();
    works(&mut scene, "Pastry chef", "Maple Bakery");
    scene.known_since(1, 2024);
    assert_eq!(ana(&scene).rule, "guess_until_you_mark");
    scene.campaign.direction.search = Some(SearchKind::ChangeCareers);
    check(
        &scene,
        Group::OutsideView,
        "seek_a_view_from_outside",
        &["What they do, and where, shares no word with your work or your direction", "Known since 2024"],
    );
}

#[rstest]
#[case::own_work("Nurse", "Maple Bakery")]
#[case::own_place("Cook", "Harbor Hospital")]
#[case::the_direction("Safety engineer", "Maple Bakery")]
#[case::a_wanted_place("Cook", "Riverbend Hospital")]
fn nobody_from_within_gives_a_view_from_outside(#[case] title: &str, #[case] organization: &str) {
    let mut scene = nurse();
    scene.campaign.direction.search = Some(SearchKind::ChangeCareers);
    works(&mut scene, title, organization);
    scene.known_since(1, 2024);
    assert_ne!(ana(&scene).group, Group::OutsideView);
}

#[test]
fn character_is_a_reason_and_stands_beside_your_own_strength() {
    let mut scene = nurse();
    scene.respected(1).person(1, |person| person.valued_for = Some("how calmly she runs a ward".into()));
    scene.write(Strength {
        id: StrengthId::from_number(1),
        name: "calming a busy ward".into(),
        proof: None,
        proof_source: None,
        source: None,
        dropped: false,
    });
    let said = "What you value in them: “how calmly she runs a ward”; near your own strength “calming a busy ward”";
    assert_eq!(ana(&scene).reasons, ["You know and respect them", said]);
    works(&mut scene, "Training coordinator", "Quayside Clinic");
    scene.person(1, |person| person.respected = false);
    assert_eq!(ana(&scene).reasons[1], said);
}

#[test]
fn whoever_recommended_you_likely_knows_and_respects_you() {
    let mut scene = nurse();
    used_to_be(&mut scene, None, None, date(2026, 3, 3));
    let (importer, file) = ("linkedin_recommendations".into(), "Recommendations_Received.csv".into());
    scene.write(Source { importer, file, ..crate::list::scene::source(1) });
    let reasons = ["They wrote a recommendation for you", guess_until_you_mark::GUESS];
    check(&scene, Group::KnowAndRespect, "guess_until_you_mark", &reasons);
    scene.respected(1);
    let reasons = ["You know and respect them", "They wrote a recommendation for you"];
    check(&scene, Group::KnowAndRespect, "start_with_those_you_know_and_respect", &reasons);
}

#[test]
fn days_that_contradict_each_other_are_not_believed() {
    let mut scene = nurse();
    works(&mut scene, "Training coordinator", "Quayside Clinic");
    used_to_be(&mut scene, None, Some("Harbor Hospital"), date(2031, 1, 1));
    scene.respected(1).known_since(1, 2030).worked_at("Quayside Clinic", 2019, 2012);
    let said = ana(&scene).reasons.join("; ");
    assert!(!["2030", "2031", "2019", "2012"].iter().any(|year| said.contains(year)), "{said}");
    assert!(said.contains("Used to be at Harbor Hospital, where you have worked too"), "{said}");
}

#[test]
fn without_a_direction_nobody_is_said_to_be_in_it() {
    let mut scene = nurse();
    let direction = &mut scene.campaign.direction;
    (direction.roles, direction.fields, direction.organizations) = (Vec::new(), Vec::new(), Vec::new());
    works(&mut scene, "Training coordinator", "Riverbend Hospital");
    used_to_be(&mut scene, Some("Nurse"), Some("Harbor Hospital"), date(2026, 3, 3));
    assert_eq!(ana(&scene).rule, "guess_until_you_mark");
    assert!(slate(&scene.campaign, TODAY, 5).note.unwrap().contains("direction is not set"));
}

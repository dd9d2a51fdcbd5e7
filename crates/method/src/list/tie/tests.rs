//! What is said of a tie, and what is not claimed.

use jiff::civil::date;
use rstest::rstest;

use super::*;
use crate::conversation::Ladder;
use crate::id::{CorrespondenceId, Id, SchoolId};
use crate::list::{Correspondence, Letters, Record};
use crate::scene::{Scene, TODAY, p};
use crate::seeker::School;

fn texts(scene: &Scene) -> Vec<String> {
    tie(&scene.campaign, TODAY, p(1)).unwrap().signs.into_iter().map(|sign| sign.text).collect()
}

fn kinds(scene: &Scene) -> Vec<FindingKind> {
    tie(&scene.campaign, TODAY, p(1)).unwrap().findings.into_iter().map(|finding| finding.kind).collect()
}

fn ana() -> Scene {
    Scene::of(&["Ana Pereira"])
}

fn writes(scene: &mut Scene, address: &str, days: &[(Date, u32, u32, u32)]) {
    let days =
        days.iter().map(|(day, sent, received, met)| (*day, Letters { sent: *sent, received: *received, met: *met }));
    scene.person(1, |person| person.emails.push(address.into()));
    scene.write(Correspondence {
        id: CorrespondenceId::from_number(scene.campaign.correspondence.len() as u64 + 1),
        importer: "mail".into(),
        address: address.into(),
        days: days.collect(),
    });
}

#[test]
fn of_nobody_known_nothing_is_said() {
    let tie = tie(&ana().campaign, TODAY, p(1)).unwrap();
    assert_eq!((tie.signs.len(), tie.findings.len(), tie.closeness), (0, 0, 0.0));
}

#[test]
fn letters_are_told_by_days_and_directions() {
    let mut scene = ana();
    writes(&mut scene, "ana@example.com", &[(date(2015, 3, 1), 2, 0, 0), (date(2016, 3, 1), 1, 3, 1)]);
    assert_eq!(
        texts(&scene),
        [
            "You wrote on 2 days and they on 1 day, from 2015 to 2016",
            "You met once, in 2016, as your calendar says",
            "Last in touch in March 2016"
        ]
    );
}

#[test]
fn letters_and_meetings_each_have_their_own_years() {
    let mut scene = ana();
    writes(
        &mut scene,
        "ana@example.com",
        &[(date(2020, 3, 1), 0, 0, 1), (date(2026, 3, 1), 0, 1, 0), (date(2026, 11, 1), 0, 1, 0)],
    );
    let expected = ["They wrote on 2 days, in 2026", "You met once, in 2020, as your calendar says"];
    assert_eq!(texts(&scene)[..2], expected);
}

#[test]
fn of_whoever_only_wrote_to_the_seeker_there_is_a_sentence_and_no_tie() {
    let mut scene = ana();
    writes(&mut scene, "ana@example.com", &[(date(2026, 3, 1), 0, 1, 0), (date(2026, 11, 1), 0, 1, 0)]);
    assert_eq!(texts(&scene), ["They wrote to you on 2 days, in 2026, and no letter of yours is on record"]);
    let tie = tie(&scene.campaign, TODAY, p(1)).unwrap();
    assert_eq!((tie.closeness, tie.last_in_touch_on), (0.0, None));
    let connected_on = Some(date(2026, 11, 3));
    scene.write(Record { emails: vec![], past: vec![], connected_on, ..crate::list::scene::record(1, 1, "Ana") });
    let taken_up = "They wrote to you on 2 days, in 2026, and you connected online in November 2026";
    assert!(texts(&scene).contains(&taken_up.to_owned()), "{:?}", texts(&scene));
}

#[test]
fn years_together_are_claimed_where_both_have_dates() {
    let mut scene = ana();
    scene.worked_at("Quay Ltd", 2014, 2016).used_to_be_at(1, "Quay Limited", date(2020, 1, 1));
    writes(&mut scene, "ana@quay.example", &[(date(2015, 3, 1), 1, 1, 0), (date(2019, 3, 1), 1, 1, 0)]);
    assert_eq!(
        texts(&scene)[0],
        "You were both at Quay Limited from 2015 to 2016: they wrote from an address at quay.example"
    );
}

#[test]
fn without_dates_on_their_side_nothing_is_claimed_of_the_years() {
    let mut scene = ana();
    scene.worked_at("Quay Ltd", 2014, 2016).used_to_be_at(1, "Quay", date(2020, 1, 1));
    assert_eq!(texts(&scene), ["You were both at Quay; whether in the same years is not known"]);
}

#[test]
fn own_words_tell_of_work_and_school() {
    let mut scene = ana();
    scene.worked_at("Quay Ltd", 2014, 2016);
    scene.write(School {
        id: SchoolId::from_number(1),
        name: "Harbor College".into(),
        degree: None,
        started_on: None,
        ended_on: None,
        source: None,
    });
    scene.person(1, |person| {
        person.how_known = Some("We worked together at Quay Ltd. We learned together at Harbor College".into());
    });
    assert_eq!(
        texts(&scene),
        [
            "You worked together at Quay Ltd, where you were from 2014 to 2016",
            "You both learned at Harbor College, as you said"
        ]
    );
}

#[rstest]
#[case::yesterday(date(2026, 11, 21), &[])]
#[case::two_years(date(2024, 11, 1), &[])]
#[case::four_years(date(2022, 11, 1), &[FindingKind::LongSilent])]
fn silence_is_a_finding_of_its_own(#[case] last_on: Date, #[case] expected: &[FindingKind]) {
    let mut scene = ana();
    scene.person(1, |person| person.close = true).met(1, last_on, Ladder::Listened);
    assert_eq!(kinds(&scene), expected);
}

#[test]
fn a_tie_of_middle_strength_says_so_and_a_close_one_does_not() {
    let mut scene = ana();
    scene.respected(1);
    assert_eq!(kinds(&scene), [], "a mark alone tells of no tie");
    writes(&mut scene, "ana@example.com", &[(date(2026, 9, 1), 1, 1, 0)]);
    assert_eq!(kinds(&scene), [FindingKind::MiddleStrength]);
    scene.person(1, |person| person.close = true);
    assert_eq!(kinds(&scene), []);
}

#[test]
fn since_when_somebody_is_known_says_nothing_of_silence() {
    let mut scene = ana();
    scene.known_since(1, 2005).person(1, |person| person.close = true);
    assert_eq!(kinds(&scene), []);
}

#[test]
fn a_place_that_is_only_named_tells_of_no_years_together() {
    let mut scene = ana();
    scene.worked_at("Quay Ltd", 2011, 2015);
    scene.person(1, |person| person.how_known = Some("We never worked at Quay Ltd together".into()));
    assert_eq!(texts(&scene), [""; 0]);
}

#[rstest]
#[case(date(2023, 11, 1), "for three years")]
#[case(date(2021, 6, 1), "for five years")]
#[case(date(1990, 6, 1), "for ten or more years")]
fn the_silence_is_told_in_years(#[case] last_on: Date, #[case] words: &str) {
    let finding = silent(Some(last_on), TODAY).unwrap();
    assert!(finding.text.contains(words), "{}", finding.text);
}

#[test]
fn of_whoever_was_forgotten_nothing_is_known() {
    let mut scene = ana();
    scene.person(1, |person| person.forgotten = true);
    assert!(tie(&scene.campaign, TODAY, p(1)).is_err() && tie(&scene.campaign, TODAY, p(9)).is_err());
}

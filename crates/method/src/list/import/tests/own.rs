//! What an import does: what files tell about the seeker.

use super::*;
use crate::list::reading::Said;
use crate::seeker::strengths::{ToldStrength, edit_strengths};

#[test]
fn the_seekers_own_words_are_never_overridden() {
    let mut scene = Scene::default();
    scene.0.seeker.name = Some("Mia".into());
    let rows = vec![
        SeekerRow::Profile { name: Some("Mia Q. Lund".into()), headline: Some("Nurse".into()) },
        SeekerRow::Skill { name: "Triage".into() },
        SeekerRow::Skill { name: "TRIAGE ".into() },
        SeekerRow::Address { email: "Mia@x.example".into() },
    ];
    let account = scene.import(&[own("1", rows)]).account;
    assert_eq!(account.sources[0].facts.unwrap(), Facts { read: 4, added: 3, unchanged: 1, rejected: 0 });
    assert_eq!(account.totals, Tally::default());
    assert_eq!((scene.0.seeker.name.as_deref(), scene.0.seeker.headline.as_deref()), (Some("Mia"), Some("Nurse")));
    assert_eq!(scene.0.seeker.addresses, ["mia@x.example"]);
}

#[test]
fn a_strength_that_was_taken_away_does_not_come_back() {
    let mut scene = Scene::default();
    scene.import(&[own("1", vec![SeekerRow::Skill { name: "Triage".into() }])]);
    scene.0.strengths.get_mut(&StrengthId::from_number(1)).unwrap().dropped = true;
    scene.import(&[own("2", vec![SeekerRow::Skill { name: "triage".into() }])]);
    assert_eq!(scene.0.strengths.len(), 1);
    assert!(scene.0.strengths[&StrengthId::from_number(1)].dropped);
}

#[test]
fn a_position_ends_when_a_later_file_says_so() {
    let position = |ended_on| SeekerRow::Position {
        organization: "Harbor".into(),
        title: Some("Nurse".into()),
        started_on: Some(date(2019, 1, 1)),
        ended_on,
    };
    let mut scene = Scene::default();
    scene.import(&[own("1", vec![position(None)])]);
    scene.import(&[own("2", vec![position(Some(date(2026, 1, 1)))])]);
    scene.import(&[own("3", vec![position(None)])]);
    let ends: Vec<_> = scene.0.positions.values().map(|one| one.ended_on).collect();
    assert_eq!(ends, [Some(date(2026, 1, 1))]);
}

#[test]
fn what_the_seeker_follows_stands_once_since_the_first_day() {
    let follows = |organization: &str, on| SeekerRow::Follows { organization: organization.into(), followed_on: on };
    let mut scene = Scene::default();
    scene.import(&[own("1", vec![follows("Quayside Clinic", Some(date(2024, 3, 1))), follows(" ", None)])]);
    scene.import(&[own("2", vec![follows("QUAYSIDE  clinic", Some(date(2019, 5, 7))), follows("Old Mill", None)])]);
    let told = scene.0.followed.values().map(|one| (one.organization.as_str(), one.followed_on));
    let told: Vec<_> = told.collect();
    assert_eq!(told, [("Quayside Clinic", Some(date(2019, 5, 7))), ("Old Mill", None)]);
}

/// A file of the seeker's own with these skills and sentences.
fn resume(digest: &str, skills: &[&str], said: &[&str]) -> Reading {
    let rows: Vec<SeekerRow> = skills.iter().map(|name| SeekerRow::Skill { name: (*name).into() }).collect();
    let said = said.iter().map(|text| Said::by_the_seeker((*text).into())).collect();
    // A file of nothing but sentences has rows too, such as recommendations.
    Reading { said, read: skills.len().max(1), ..own(digest, rows) }
}

fn proofs(scene: &Scene) -> Vec<(&str, Option<&str>, Option<u64>)> {
    let told = scene.0.strengths.values();
    told.map(|one| (one.name.as_str(), one.proof.as_deref(), one.proof_source.map(|source| source.number()))).collect()
}

#[test]
fn a_strength_gets_the_sentence_of_a_file_that_names_it() {
    let mut scene = Scene::default();
    let told = scene.import(&[
        resume("1", &["Triage", "Teaching"], &[]),
        resume("2", &[], &["Led triage at night", "Cut triage waits by 30%"]),
    ]);
    assert_eq!(proofs(&scene), [("Triage", Some("Cut triage waits by 30%"), Some(2)), ("Teaching", None, None)]);
    assert_eq!(told.account.sources.iter().map(|one| one.proofs).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn the_better_sentence_stands_whichever_file_comes_first() {
    let files =
        [resume("1", &["Triage"], &["Led triage at night"]), resume("2", &["Triage"], &["Ran triage for 40 nurses"])];
    for order in [[0, 1], [1, 0]] {
        let mut scene = Scene::default();
        order.iter().for_each(|at| drop(scene.import(std::slice::from_ref(&files[*at]))));
        assert_eq!(proofs(&scene)[0].1, Some("Ran triage for 40 nurses"));
    }
}

#[test]
fn no_file_touches_a_proof_in_your_own_words_or_one_that_you_took_away() {
    let mut scene = Scene::default();
    scene.import(&[resume(
        "1",
        &["Triage", "Teaching"],
        &["Led triage at night", "Began teaching all the new nurses"],
    )]);
    let told = ["Triage: halved the wait", "Teaching:"].map(ToldStrength::parse);
    let changes = edit_strengths(&scene.0, &ids_after(&scene.0), &told, &[]).unwrap();
    scene.0.apply(changes);
    scene.import(&[resume("2", &[], &["Cut triage waits by 30%", "Taught 40 nurses, and teaching is a joy"])]);
    assert_eq!(proofs(&scene), [("Triage", Some("halved the wait"), None), ("Teaching", None, Some(1))]);
}

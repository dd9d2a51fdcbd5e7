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

#[test]
fn a_strength_that_is_known_later_finds_its_proof_in_an_earlier_file() {
    let mut scene = Scene::default();
    scene.import(&[resume("1", &[], &["Cut triage waits by 30%", "Began teaching all the new nurses"])]);
    scene.import(&[resume("2", &["Triage"], &[])]);
    let changes = edit_strengths(&scene.0, &ids_after(&scene.0), &[ToldStrength::parse("Teaching")], &[]).unwrap();
    scene.0.apply(changes);
    let taught = Some("Began teaching all the new nurses");
    assert_eq!(proofs(&scene), [("Triage", Some("Cut triage waits by 30%"), Some(1)), ("Teaching", taught, Some(1))]);
}

#[test]
fn a_file_of_before_sentences_were_kept_is_heard_when_it_comes_again() {
    let file = resume("1", &[], &["Cut triage waits by 30%"]);
    let mut scene = Scene::default();
    scene.import(std::slice::from_ref(&file));
    scene.0.sources.values_mut().for_each(|source| source.said = None);
    scene.import(&[resume("2", &["Triage"], &[])]);
    assert_eq!(proofs(&scene), [("Triage", None, None)]);
    let mut without = Scene(scene.0.clone());
    let told = scene.import(std::slice::from_ref(&file)).account;
    assert_eq!(proofs(&scene), [("Triage", Some("Cut triage waits by 30%"), Some(1))]);
    assert_eq!(told.sources[0].proofs, 1);
    assert_eq!(scene.import(std::slice::from_ref(&file)).changes, [], "once");
    without.0.apply([crate::list::Person {
        forgotten: true,
        ..crate::list::Person::untold(Id::from_number(7), TODAY)
    }
    .into()]);
    assert_eq!(without.import(&[file]).changes, [], "what a forgotten person wrote stays away");
}

/// A file with some of these strengths and sentences, some of them by others.
fn a_resume(digest: &'static str) -> impl proptest::strategy::Strategy<Value = Reading> {
    use proptest::prelude::*;
    let skills = prop::sample::subsequence(vec!["Triage", "Teaching", "Night clinics"], 0..=3);
    let sentence = (
        prop::sample::select(vec!["Led triage at night", "Ran triage in 3 wards", "Began teaching 40 nurses"]),
        prop::sample::select(vec![None, Some("Ana Pereira"), Some("Zoe the 3rd")]),
    );
    (skills, prop::collection::vec(sentence, 0..4)).prop_map(move |(skills, sentences)| {
        let said =
            |(text, by): (&str, Option<&str>)| Said { text: text.into(), by: by.map(str::to_owned), of: Vec::new() };
        Reading { said: sentences.into_iter().map(said).collect(), ..resume(digest, &skills, &[]) }
    })
}

proptest::proptest! {
    #[test]
    fn the_order_of_files_does_not_matter_to_a_proof(a in a_resume("1"), b in a_resume("2"), c in a_resume("3")) {
        let proven = |rounds: &[Vec<&Reading>]| {
            let mut scene = Scene::default();
            for files in rounds {
                scene.import(&files.iter().copied().cloned().collect::<Vec<_>>());
            }
            let of = |one: &crate::seeker::Strength| (crate::list::written::fold(&one.name), one.proof.clone());
            scene.0.strengths.values().map(of).collect::<BTreeMap<_, _>>()
        };
        let together = proven(&[vec![&a, &b, &c]]);
        proptest::prop_assert_eq!(&proven(&[vec![&a], vec![&b], vec![&c]]), &together);
        proptest::prop_assert_eq!(&proven(&[vec![&c], vec![&b], vec![&a]]), &together);
        proptest::prop_assert_eq!(&proven(&[vec![&b], vec![&c, &a], vec![&b]]), &together);
    }
}

//! What an import does: who is one person, and who stays two.

use super::*;
use crate::list::Past;
use crate::list::duplicates::{Verdict, duplicates};

#[test]
fn the_same_address_is_the_same_person() {
    let mut scene = Scene::default();
    scene.import(&[file("a", "1", vec![at("l", "Ana", "ana@x.example", "x.example/l")])]);
    let rows = vec![at("1", "Ana P.", "ana@x.example", ""), at("2", "A.", "", "x.example/l"), at("3", "Ana", "", "")];
    assert_eq!(scene.tally(file("b", "2", rows)), [3, 1, 2, 0, 0]);
    assert_eq!(scene.0.people.len(), 2, "a name alone proves nothing");
}

#[test]
fn a_told_address_counts_too() {
    let mut scene = Scene::default();
    let told = Person { emails: vec!["ana@x.example".into()], ..Person::named(p(1), "Ana", TODAY) };
    scene.0.apply([told.into()]);
    let rows = vec![works(at("1", "Ana Pereira", "ana@x.example", ""), "Harbor", "Planner")];
    assert_eq!(scene.tally(file("a", "1", rows)), [1, 0, 1, 0, 0]);
    assert_eq!((scene.0.name(p(1)).as_str(), scene.0.shown(p(1)).organization()), ("Ana", Some("Harbor")));
}

#[test]
fn the_same_person_twice_in_a_file_is_one() {
    let mut scene = Scene::default();
    let ana = at("l", "Ana", "", "x.example/l");
    let rows = vec![
        ana.clone(),
        ana.clone(),
        at("l", "Ana", "ana@x.example", "x.example/l"),
        at("e", "Ana", "ana@x.example", ""),
    ];
    assert_eq!(scene.tally(file("a", "1", rows.clone())), [4, 1, 1, 2, 0]);
    assert_eq!((scene.0.people.len(), scene.0.records.len()), (1, 2));
    assert_eq!(scene.tally(file("a", "other", rows)), [4, 0, 0, 4, 0]);
}

#[test]
fn a_row_that_proves_two_to_be_one_makes_them_one() {
    let mut scene = Scene::default();
    scene.import(&[file(
        "a",
        "1",
        vec![at("l", "Ana", "", "x.example/l"), at("e", "Ana Pereira", "ana@x.example", "")],
    )]);
    assert_eq!(scene.0.people.len(), 2);
    let marked = Person { respected: true, ..scene.0.people[&p(2)].clone() };
    scene.0.apply([marked.into()]);
    assert_eq!(scene.tally(file("b", "2", vec![at("1", "Ana", "ana@x.example", "x.example/l")])), [1, 0, 1, 0, 0]);
    let left: Vec<PersonId> = scene.0.people.keys().copied().collect();
    assert_eq!(left, [p(1)], "the older id stays");
    assert!(scene.0.people[&p(1)].respected && scene.0.records.values().all(|record| record.person == p(1)));
}

#[test]
fn rows_prove_each_other_whatever_their_order() {
    let mut scene = Scene::default();
    let rows = vec![
        at("1", "Ana", "e1@x.example", ""),
        at("2", "Ana Pereira", "e2@x.example", ""),
        PersonRow { emails: vec!["e1@x.example".into(), "e2@x.example".into()], ..row("3", "Ana P.") },
    ];
    assert_eq!(scene.tally(file("a", "1", rows)), [3, 1, 2, 0, 0]);
    assert_eq!(scene.0.people.len(), 1);
}

#[test]
fn what_was_split_stays_split() {
    let mut scene = Scene::default();
    scene.import(&[file("a", "1", vec![at("1", "Noa", "home@x.example", "")])]);
    scene.import(&[file("b", "2", vec![at("1", "Noa", "home@x.example", "")])]);
    assert_eq!(scene.0.people.len(), 1);
    let second = [crate::id::RecordId::from_number(2)];
    let changes = split_person(&scene.0, &ids_after(&scene.0), p(1), &second, Told::Stays).unwrap();
    scene.0.apply(changes);
    scene.import(&[file("b", "3", vec![works(at("1", "Noa", "home@x.example", ""), "Quay", "Clerk")])]);
    scene.import(&[file("c", "4", vec![at("1", "Noa", "home@x.example", "")])]);
    assert_eq!(scene.0.people.len(), 2);
    assert_eq!((scene.0.shown(p(1)).title(), scene.0.shown(p(2)).title()), (None, Some("Clerk")));
}

#[rstest::rstest]
#[case::one_household(at("1", "Ana Lind", "home@x.example", ""), at("1", "Bo Lind", "home@x.example", ""), 2)]
#[case::a_role(at("1", "Ana Lind", "info@x.example", ""), at("1", "Ana Lind", "info@x.example", ""), 2)]
#[case::a_role_of_two_letters(at("1", "Ana Lind", "it@x.example", ""), at("1", "Ana Lind", "it@x.example", ""), 2)]
#[case::an_initial(at("1", "Ana Lind", "lind@x.example", ""), at("1", "A. Lind", "lind@x.example", ""), 2)]
#[case::a_family_name(at("1", "Ana Lind", "lind@x.example", ""), at("1", "Lind", "lind@x.example", ""), 2)]
#[case::father_and_son(dialled("Zebulon Quuxley"), dialled("Zebulon Quuxley Jr."), 2)]
#[case::a_rare_name_and_a_telephone(dialled("Zebulon Quuxley"), dialled("Zebulon Quuxley"), 1)]
#[case::a_front_page(at("1", "Ana Lind", "", "harbor.example"), at("1", "Ana Lind", "", "harbor.example"), 2)]
#[case::namesakes(
    works(row("1", "John Smith"), "Harbor", "Clerk"),
    works(row("1", "John Smith"), "Harbor", "Clerk"),
    2
)]
#[case::one_telephone(dialled("Ana Lind"), dialled("Ana Lind"), 2)]
#[case::a_mailbox(at("1", "Ana Lind", "ana@x.example", ""), at("1", "Lind, Ana", "ana@x.example", ""), 1)]
#[case::a_profile(at("1", "Ana Lind", "", "linkedin.com/in/a"), at("1", "Ana Costa", "", "linkedin.com/in/a"), 1)]
#[case::a_rare_name(
    works(row("1", "Zebulon Quuxley"), "Harbor, Inc.", "Clerk"),
    works(row("1", "Zebulon Quuxley"), "Harbor", "Head"),
    1
)]
#[case::a_rare_name_and_a_former_place(
    works(row("1", "Zebulon Quuxley"), "Harbor, Inc.", "Clerk"),
    once_at(row("1", "Zebulon Quuxley"), "Harbor"),
    1
)]
#[case::a_rare_name_alone(row("1", "Zebulon Quuxley"), row("1", "Zebulon Quuxley"), 2)]
fn two_are_one_on_proof_only(#[case] a: PersonRow, #[case] b: PersonRow, #[case] people: usize) {
    let (a, b) = (file("a", "1", vec![a]), file("b", "2", vec![b]));
    for readings in [[a.clone(), b.clone()], [b, a]] {
        let (mut together, mut one_by_one) = (Scene::default(), Scene::default());
        together.import(&readings);
        for reading in readings {
            one_by_one.import(&[reading]);
        }
        assert_eq!((together.0.people.len(), one_by_one.0.people.len()), (people, people));
    }
}

/// As somebody who wrote a recommendation: from there, as it was then.
fn once_at(row: PersonRow, organization: &str) -> PersonRow {
    let place = Past { organization: Some(organization.into()), title: None, until_on: TODAY };
    PersonRow { past: vec![place], ..row }
}

fn dialled(name: &str) -> PersonRow {
    PersonRow { phones: vec!["+47 22 33 44 55".into()], ..row("1", name) }
}

#[test]
fn a_card_that_resembles_two_does_not_join_them() {
    let household = |link: &str, name: &str| at(link, name, "lind@home.example", link);
    let two = [household("x.example/ana", "Ana Lind"), household("x.example/anders", "Anders Lind")];
    let links = ["x.example/ana", "x.example/anders"].map(str::to_owned).to_vec();
    let both = PersonRow { links, ..row("1", "A. Lind") };
    let mut scene = Scene::default();
    scene.import(&[file("a", "1", two.to_vec())]);
    assert_eq!(scene.tally(file("b", "2", vec![both.clone()])), [1, 1, 0, 0, 0]);
    assert_eq!(scene.0.people.len(), 3);
    let mut together = Scene::default();
    together.import(&[file("b", "2", vec![both]), file("a", "1", two.to_vec())]);
    assert_eq!(together.0.people.len(), 3);
}

/// A mother and a daughter of one name and one mailbox, and somebody who may be either.
fn mother_daughter_and_either() -> [Reading; 3] {
    let born = |day: &str| PersonRow { birthday: day.parse().ok(), ..at("1", "Ana Lind", "lind@home.example", "") };
    let either = at("1", "Ana Lind", "lind@home.example", "");
    [("a", born("1950-11-02")), ("b", born("1981-05-17")), ("c", either)].map(|(kind, row)| file(kind, kind, vec![row]))
}

#[test]
fn who_may_be_either_of_two_is_neither_whoever_comes_first() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let readings = order.map(|nth| mother_daughter_and_either()[nth].clone());
        let (mut one_by_one, mut together) = (Scene::default(), Scene::default());
        readings.iter().for_each(|reading| _ = one_by_one.import(std::slice::from_ref(reading)));
        together.import(&readings);
        assert_eq!((one_by_one.0.people.len(), together.0.people.len()), (3, 3), "{order:?}");
        let found = duplicates(&one_by_one.0);
        let is_either = |one: PersonId| one_by_one.0.shown(one).records.iter().all(|record| record.birthday.is_none());
        let verdicts = found.iter().filter(|found| is_either(found.a) || is_either(found.b)).map(|found| found.verdict);
        assert_eq!(verdicts.collect::<Vec<_>>(), [Verdict::Likely, Verdict::Likely], "{order:?}");
    }
}

#[test]
fn who_is_parted_leaves_what_the_seeker_told_with_the_one_who_is_known_to_be_another() {
    let [mother, daughter, either] = mother_daughter_and_either();
    let mut scene = Scene::default();
    scene.import(&[either]);
    scene.import(&[mother]);
    let marked = Person { respected: true, ..scene.0.people[&p(1)].clone() };
    scene.0.apply([marked.into()]);
    assert_eq!(scene.import(&[daughter]).account.totals.created, 1, "the one who was parted is not of this file");
    let importers = |person| {
        let records = scene.0.shown(person).records;
        records.iter().map(|record| scene.0.sources[&record.source].importer.clone()).collect::<Vec<_>>()
    };
    assert_eq!((importers(p(1)), scene.0.people[&p(1)].respected), (vec!["a".to_owned()], true));
    assert_eq!(scene.0.people.len(), 3);
}

#[test]
fn whom_the_seeker_made_one_is_not_parted() {
    let [mother, daughter, either] = mother_daughter_and_either();
    let mut scene = Scene::default();
    scene.import(&[mother, daughter, either]);
    scene.0.apply(merge_people(&scene.0, p(1), p(3)).unwrap());
    let again =
        PersonRow { emails: vec!["lind@home.example".into(), "ana@work.example".into()], ..row("1", "Ana Lind") };
    scene.import(&[file("c", "later", vec![again.clone()])]);
    scene.import(&[file("d", "d", vec![again])]);
    assert_eq!(scene.0.shown(p(1)).records.len(), 3, "a merge survives, and the new row goes with it");
}

#[test]
fn an_initial_in_a_household_of_one_file_is_nobody_in_particular() {
    let rows = ["Ana Lind", "A. Lind", "Anders Lind"];
    let rows = rows.map(|name| at("email:home@x.example", name, "home@x.example", ""));
    let mut scene = Scene::default();
    scene.import(&[file("a", "1", rows.to_vec())]);
    assert_eq!(scene.0.people.len(), 3);
    assert_eq!(scene.tally(file("a", "2", rows.to_vec())), [3, 0, 0, 3, 0]);
}

#[test]
fn whom_the_seeker_made_one_goes_on_being_found() {
    let mut scene = Scene::default();
    let rows = [at("1", "Ana Lind", "ana@x.example", ""), at("2", "Maud Lind", "maud@x.example", "")];
    scene.import(&[file("a", "1", rows.to_vec())]);
    scene.0.apply(merge_people(&scene.0, p(1), p(2)).unwrap());
    scene.import(&[file("b", "2", vec![at("1", "Maud Lind", "maud@x.example", "")])]);
    assert_eq!(scene.0.people.len(), 1);
}

#[test]
fn two_of_a_household_in_one_file_stay_two_however_often_it_comes() {
    let mut scene = Scene::default();
    let rows = |organization| {
        ["Ana Lind", "Bo Lind"]
            .map(|name| works(at("email:home@x.example", name, "home@x.example", ""), organization, "Clerk"))
    };
    scene.import(&[file("a", "1", rows("Harbor").to_vec())]);
    assert_eq!((scene.0.people.len(), scene.0.records.len()), (2, 2));
    let [ana, bo] = rows("Quay");
    assert_eq!(scene.tally(file("a", "2", vec![bo, ana])), [2, 0, 2, 0, 0]);
    assert_eq!((scene.0.name(p(1)).as_str(), scene.0.name(p(2)).as_str()), ("Ana Lind", "Bo Lind"));
}

#[test]
fn those_called_two_people_stay_two() {
    let mut scene = Scene::default();
    scene.0 = crate::list::scene::people(&["Ana", "Ana"]);
    scene.0.apply([crate::list::Apart::of(Id::from_number(1), p(1), p(2)).into()]);
    for (person, email) in [(1, "e1@x.example"), (2, "e2@x.example")] {
        let told = Person { emails: vec![email.into()], ..scene.0.people[&p(person)].clone() };
        scene.0.apply([told.into()]);
    }
    let both = PersonRow { emails: vec!["e1@x.example".into(), "e2@x.example".into()], ..row("3", "Ana") };
    scene.import(&[file("a", "1", vec![both])]);
    assert_eq!(scene.0.people.len(), 2);
}

#[test]
fn what_was_merged_stays_merged() {
    let mut scene = Scene::default();
    scene.import(&[file("a", "1", vec![row("1", "Ana"), row("2", "Anna")])]);
    scene.0.apply(merge_people(&scene.0, p(2), p(1)).unwrap());
    scene.import(&[file("a", "2", vec![row("1", "Ana P."), row("2", "Anna")])]);
    assert_eq!(scene.0.people.keys().copied().collect::<Vec<_>>(), [p(2)]);
}

//! What an import does, case by case.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::account::Tally;
use super::*;
use crate::id::{Id, PersonId, StrengthId};
use crate::list::merge::merge_people;
use crate::list::reading::{Letter, PersonRow, Problem, SeekerRow};
use crate::list::scene::{TODAY, file, ids_after, p, row};
use crate::list::split::{Told, split_person};
use crate::list::{Letters, Person};

/// A campaign that moves on with every import.
#[derive(Default)]
pub(super) struct Scene(pub(super) Campaign);

impl Scene {
    pub(super) fn import(&mut self, readings: &[Reading]) -> Import {
        let import = import(&self.0, &ids_after(&self.0), TODAY, readings);
        self.0.apply(import.changes.clone());
        import
    }

    fn tally(&mut self, reading: Reading) -> [usize; 5] {
        let Tally { read, created, merged, unchanged, rejected } = self.import(&[reading]).account.totals;
        [read, created, merged, unchanged, rejected]
    }
}

fn at(key: &str, name: &str, email: &str, link: &str) -> PersonRow {
    let some = |value: &str| Some(value.to_owned()).filter(|value| !value.is_empty()).into_iter().collect();
    PersonRow { emails: some(email), links: some(link), ..row(key, name) }
}

fn works(row: PersonRow, organization: &str, title: &str) -> PersonRow {
    PersonRow { organization: Some(organization.into()), title: Some(title.into()), ..row }
}

fn letters(kind: &str, digest: &str, letters: &[(&str, Date, bool)]) -> Reading {
    let letter = |(place, (address, on, sent)): (u32, &(&str, Date, bool))| Letter {
        place,
        address: (*address).into(),
        on: *on,
        sent: *sent,
    };
    Reading {
        read: letters.len(),
        findings: Findings::Correspondence((1..).zip(letters).map(letter).collect()),
        ..file(kind, digest, vec![])
    }
}

fn own(digest: &str, rows: Vec<SeekerRow>) -> Reading {
    Reading { read: rows.len(), findings: Findings::Seeker(rows), ..file("own", digest, vec![]) }
}

#[test]
fn a_row_that_nobody_fits_is_a_new_person() {
    let mut scene = Scene::default();
    let rows = vec![row("Ana", "Ana"), row("Bo", "Bo")];
    assert_eq!(scene.tally(file("a", "1", rows)), [2, 2, 0, 0, 0]);
    assert_eq!((scene.0.people.len(), scene.0.records.len(), scene.0.sources.len()), (2, 2, 1));
    assert!(scene.0.people.values().all(|person| *person == Person::untold(person.id, TODAY)));
}

#[test]
fn the_same_content_changes_nothing() {
    let mut scene = Scene::default();
    let reading = file("a", "1", vec![at("l", "Ana", "", "x.example/l"), row("Bo", "Bo")]);
    scene.import(std::slice::from_ref(&reading));
    let again = scene.import(&[Reading { file: "copy.csv".into(), ..reading.clone() }]);
    assert_eq!(again.changes, vec![]);
    assert_eq!(again.account.totals.unchanged, 2);
    let twice = Scene::default().import(&[reading.clone(), reading]);
    assert_eq!((twice.account.totals.created, twice.account.totals.unchanged), (2, 2));
}

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
fn a_row_without_address_is_known_again_by_its_key() {
    let mut scene = Scene::default();
    let rows = vec![row("Kim/2019/1", "Kim"), row("Kim/2019/2", "Kim")];
    scene.import(&[file("a", "1", rows.clone())]);
    assert_eq!(scene.tally(file("a", "2", rows.clone())), [2, 0, 0, 2, 0]);
    assert_eq!(scene.tally(file("b", "3", rows)), [2, 2, 0, 0, 0], "another kind of file has other keys");
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
fn a_later_file_wins_and_the_former_place_is_kept() {
    let mut scene = Scene::default();
    let ana = at("l", "Ana", "ana@x.example", "x.example/l");
    scene.import(&[file("a", "1", vec![works(ana, "Harbor", "Planner")])]);
    let moved = PersonRow { place: 7, ..works(at("l", "Ana", "", "x.example/l"), "Quay", "Head") };
    assert_eq!(scene.tally(file("a", "2", vec![moved])), [1, 0, 1, 0, 0]);
    let record = scene.0.records.values().next().unwrap();
    assert_eq!((record.organization.as_deref(), record.place, record.source.number()), (Some("Quay"), 7, 2));
    assert_eq!(record.emails, ["ana@x.example"], "an address once told is not lost");
    assert_eq!(record.past[0].organization.as_deref(), Some("Harbor"));
    assert_eq!((record.past.len(), record.past[0].until_on), (1, TODAY));
}

#[test]
fn a_row_that_changes_what_is_shown_is_merged() {
    let mut scene = Scene::default();
    let ana = || at("l", "Ana", "ana@x.example", "");
    let untitled = PersonRow { organization: Some("Harbor".into()), ..ana() };
    scene.import(&[file("a", "1", vec![works(ana(), "Harbor", "Planner")])]);
    assert_eq!(scene.tally(file("b", "2", vec![untitled])), [1, 0, 0, 1, 0]);
    assert_eq!(scene.0.shown(p(1)).title(), Some("Planner"), "saying no title takes none away");
    scene.import(&[file("c", "3", vec![works(ana(), "Quay", "Head")])]);
    assert_eq!(scene.tally(file("d", "4", vec![works(ana(), "Harbor", "Planner")])), [1, 0, 1, 0, 0]);
    assert_eq!(scene.0.shown(p(1)).organization(), Some("Harbor"));
}

#[test]
fn equal_values_leave_the_record_with_its_file() {
    let mut scene = Scene::default();
    scene.import(&[file("a", "1", vec![at("l", "Ana", "", "x.example/l")])]);
    let before = scene.0.records.clone();
    let import = scene.import(&[file("a", "2", vec![PersonRow { place: 9, ..at("l", "Ana", "", "x.example/l") }])]);
    assert_eq!(scene.0.records, before);
    assert_eq!(import.changes.len(), 1, "only the file is new");
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
    assert_eq!(scene.tally(file("b", "2", vec![both.clone()])), [1, 0, 1, 0, 0]);
    assert_eq!(scene.0.people.len(), 2);
    let mut together = Scene::default();
    together.import(&[file("b", "2", vec![both]), file("a", "1", two.to_vec())]);
    assert_eq!(together.0.people.len(), 2);
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

#[test]
fn a_row_without_a_name_is_rejected() {
    let problem = Problem { place: 2, line: 3, reason: "no name".into(), rejected: true, skipped: false };
    let reading = Reading { problems: vec![problem], read: 3, ..file("a", "1", vec![row("1", "Ana"), row("2", " ")]) };
    assert_eq!(Scene::default().tally(reading), [3, 1, 0, 0, 2]);
}

#[test]
fn letters_are_counted_by_day_and_never_twice() {
    let (monday, tuesday) = (date(2026, 3, 2), date(2026, 3, 3));
    let mut scene = Scene::default();
    scene.import(&[letters("mail", "1", &[("a@x", monday, true), ("a@x", monday, true), ("b@x", monday, false)])]);
    let overlap = letters("mail", "2", &[("a@x", monday, true), ("a@x", tuesday, false)]);
    let import = scene.import(&[overlap]);
    assert_eq!(import.account.sources[0].facts.unwrap(), Facts { read: 2, added: 1, unchanged: 1, rejected: 0 });
    let days = &scene.0.correspondence.values().next().unwrap().days;
    let both = [Letters { sent: 2, ..Letters::default() }, Letters { received: 1, ..Letters::default() }];
    assert_eq!(*days, BTreeMap::from([(monday, both[0]), (tuesday, both[1])]));
}

#[test]
fn those_with_mail_both_ways_are_offered_unless_they_are_listed() {
    let day = date(2026, 3, 2);
    let both = |address| [(address, day, true), (address, day, false)];
    let mut mail: Vec<_> = ["ana@x.example", "new@x.example", "me@x.example"].into_iter().flat_map(both).collect();
    mail.push(("spam@x.example", day, false));
    let mut scene = Scene::default();
    scene.0.seeker.addresses.push("me@x.example".into());
    let people = file("a", "2", vec![at("1", "Ana", "ana@x.example", "")]);
    let account = scene.import(&[letters("mail", "1", &mail), people]).account;
    let offered: Vec<&str> = account.sources[0].offered.iter().map(|one| one.address.as_str()).collect();
    assert_eq!(offered, ["new@x.example"]);
    assert!(scene.0.people.len() == 1, "nobody becomes a person by having written");
}

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
fn messages_and_the_own_link_of_one_file_stand_in_one_entry() {
    let mail = letters("mail", "1", &[("a@x", TODAY, true)]);
    let link = own("1", vec![SeekerRow::Link { link: "linkedin.com/in/me".into() }]);
    let link = Reading { file: mail.file.clone(), kind: "mail_own".into(), ..link };
    let mut scene = Scene::default();
    let account = scene.import(&[mail, link]).account;
    let json = serde_json::to_value(&account).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "sources": [{
                "file": "mail.csv", "source": "mail",
                "read": 0, "created": 0, "merged": 0, "unchanged": 0, "rejected": 0,
                "facts": {"read": 2, "added": 2, "unchanged": 0, "rejected": 0},
                "messages": {"read": 1, "counted": 1, "skipped": 0, "rejected": 0},
                "skipped": [], "acquaintances": 0, "offered": [], "problems": [], "columns": []
            }],
            "totals": {"read": 0, "created": 0, "merged": 0, "unchanged": 0, "rejected": 0}
        })
    );
    assert_eq!(scene.0.seeker.links, ["linkedin.com/in/me"]);
}

#[test]
fn what_cannot_be_seen_is_left_out() {
    let mut scene = Scene::default();
    let rows = vec![works(row("1", "Ana\u{1b}[31m\u{0}"), "Har\u{7}bor", "\u{8}"), row("2", "\u{7}")];
    assert_eq!(scene.tally(file("a", "1", rows)), [2, 1, 0, 0, 1]);
    let shown = scene.0.shown(p(1));
    assert_eq!((shown.name(), shown.organization(), shown.title()), ("Ana[31m", Some("Harbor"), None));
}

#[test]
fn a_file_of_which_nothing_could_be_used_is_read_again_once_more_is_known() {
    let mut scene = Scene::default();
    let problem = Problem { place: 1, line: 2, reason: "sent or received?".into(), rejected: true, skipped: false };
    let unclear = Reading { read: 1, problems: vec![problem], ..letters("messages", "d", &[]) };
    assert_eq!(scene.import(&[unclear]).changes, vec![], "nothing is remembered");
    let clear = letters("messages", "d", &[("linkedin.com/in/ana", TODAY, true)]);
    assert_eq!(scene.import(std::slice::from_ref(&clear)).account.sources[0].facts.unwrap().added, 1);
    assert_eq!(scene.import(&[clear]).changes, vec![], "and then it is known");
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

//! What holds for every import, whatever the files.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::account::Tally;
use super::tests::Scene;
use super::*;
use crate::id::PersonId;
use crate::list::reading::{Exchanged, Exchanges, PersonRow, Problem, Shared};
use crate::list::scene::{file, row};
use crate::list::{Acquaintance, Correspondence, Letters};

prop_compose! {
    fn a_row()(
        name in 0..4_u8, email in 0..8_u8, other in 0..12_u8, link in 0..8_u8, work in 0..3_u8, place in 1..9_u32,
    ) -> PersonRow {
        let name = ["Ana", "Bo", "Cai", " "][usize::from(name)];
        let emails: BTreeSet<u8> = [email, other].into_iter().filter(|one| *one < 5).collect();
        let emails: Vec<String> = emails.into_iter().map(|one| format!("e{one}@x.example")).collect();
        let links: Vec<String> = (link < 5).then(|| format!("x.example/{link}")).into_iter().collect();
        let key = links.first().or(emails.first()).cloned().unwrap_or_else(|| name.to_owned());
        let organization = (work > 0).then(|| format!("org {work}"));
        PersonRow { place, emails, links, organization, ..row(&key, name) }
    }
}

prop_compose! {
    /// Somebody of a household whose names, mailboxes, profiles and birthdays are mixed up in every way.
    fn one_of_a_household()(
        name in 0..2_usize, mailbox in 0..4_u8, other in 0..4_u8, profile in 0..4_u8, born in 0..4_usize,
    ) -> PersonRow {
        let mailboxes: BTreeSet<u8> = [mailbox, other].into_iter().filter(|one| *one < 3).collect();
        let birthday = ["1950-11-02", "1981-05-17"].get(born).and_then(|day| day.parse().ok());
        PersonRow {
            emails: mailboxes.into_iter().map(|one| format!("lind{one}@home.example")).collect(),
            links: (profile < 2).then(|| format!("linkedin.com/in/{profile}")).into_iter().collect(),
            birthday,
            ..row("", ["Ana Lind", "Anders Lind"][name])
        }
    }
}

/// Files of three kinds, each with some of one household.
fn a_household() -> impl Strategy<Value = Vec<Reading>> {
    prop::collection::vec(prop::collection::vec(one_of_a_household(), 0..4), 3).prop_map(|files| {
        let numbered = |rows: Vec<PersonRow>| {
            (1..).zip(rows).map(|(nth, row): (u32, _)| PersonRow { key: format!("row {nth}"), ..row }).collect()
        };
        ["a", "b", "c"].into_iter().zip(files).map(|(kind, rows)| file(kind, kind, numbered(rows))).collect()
    })
}

fn a_file(kinds: &'static [&'static str]) -> impl Strategy<Value = Reading> {
    (prop::sample::select(kinds), prop::collection::vec(a_row(), 0..10), 0..3_usize).prop_map(
        |(kind, rows, rejected)| {
            let problem =
                |place| Problem { place, line: place, reason: "no name".into(), rejected: true, skipped: false };
            let digest = format!("{rows:?}");
            let problems: Vec<Problem> = (1..).take(rejected).map(problem).collect();
            Reading { read: rows.len() + rejected, problems, ..file(kind, &digest, rows) }
        },
    )
}

prop_compose! {
    fn a_mailbox()(
        kind in prop::sample::select(vec!["mail", "calendar"]),
        letters in prop::collection::vec((0..4_u8, 1..4_i8, 0..3_u32, 0..3_u32, 0..2_u32), 0..8),
        pairs in prop::collection::vec((0..3_u8, 1..3_u8, 2020..2023_i16, 1..5_u32), 0..6),
        skipped in 0..3_usize,
        rejected in 0..3_usize,
    ) -> Reading {
        let address = |number: u8| format!("{number}@x.example");
        let mut found = Exchanges { counted: letters.len(), rejected, ..Exchanges::default() };
        if skipped > 0 {
            found.skipped.insert("mail of a list", skipped);
        }
        let digest = format!("{letters:?}{pairs:?}");
        for (who, day, sent, received, met) in letters {
            let with: &mut Exchanged = found.with.entry(address(who)).or_default();
            with.days.insert(jiff::civil::date(2020, 1, day), Letters { sent, received, met });
        }
        for (a, more, year, weight) in pairs {
            let last_on = jiff::civil::date(year, 1, 1);
            let pair = (address(a), address(a + more));
            let shared = found.acquaintances.entry(pair).or_insert_with(|| Shared { years: BTreeMap::new(), last_on });
            shared.years.insert(year, weight);
            shared.last_on = shared.last_on.max(last_on);
        }
        let read = found.counted + skipped + rejected;
        Reading { read, findings: Findings::Exchanges(found), ..file(kind, &digest, Vec::new()) }
    }
}

/// Who wrote to whom and who knows whom, whatever the ids.
fn ties(campaign: &Campaign) -> (BTreeSet<String>, BTreeSet<String>) {
    let letters = campaign
        .correspondence
        .values()
        .map(|one: &Correspondence| format!("{} {} {:?}", one.importer, one.address, one.days));
    let pairs = campaign
        .acquaintances
        .values()
        .map(|one: &Acquaintance| format!("{} {} {} {:?} {}", one.importer, one.a, one.b, one.years, one.last_on));
    (letters.collect(), pairs.collect())
}

/// Which rows are about the same person, whatever the ids.
fn groups(campaign: &Campaign) -> BTreeSet<BTreeSet<(String, String)>> {
    let mut groups: BTreeMap<PersonId, BTreeSet<(String, String)>> = BTreeMap::new();
    for record in campaign.records.values() {
        let importer = campaign.sources[&record.source].importer.clone();
        groups.entry(record.person).or_default().insert((importer, record.row_key.clone()));
    }
    groups.into_values().collect()
}

/// What stands on the list, whatever the ids.
fn shown(campaign: &Campaign) -> Vec<String> {
    let mut all: Vec<String> = campaign
        .everybody()
        .map(|one| {
            format!("{} {:?} {:?} {:?} {:?}", one.name(), one.organization(), one.title(), one.emails(), one.links())
        })
        .collect();
    all.sort_unstable();
    all
}

proptest! {
    #[test]
    fn every_row_is_accounted_for(readings in prop::collection::vec(a_file(&["a", "b"]), 1..4)) {
        let mut scene = Scene::default();
        for _ in 0..2 {
            let account = scene.import(&readings).account;
            for (source, reading) in account.sources.iter().zip(&readings) {
                let Tally { read, created, merged, unchanged, rejected, forgotten } = source.people;
                prop_assert_eq!(read, created + merged + unchanged + rejected + forgotten);
                prop_assert_eq!(read, reading.read);
            }
            prop_assert_eq!(account.totals.read, readings.iter().map(|one| one.read).sum::<usize>());
        }
    }

    #[test]
    fn importing_twice_is_importing_once(readings in prop::collection::vec(a_file(&["a", "b"]), 1..4)) {
        let mut scene = Scene::default();
        scene.import(&readings);
        prop_assert_eq!(scene.import(&readings).changes, vec![]);
        let people = scene.0.people.len();
        for reading in readings {
            prop_assert_eq!(scene.import(&[reading]).changes, vec![]);
        }
        prop_assert_eq!(scene.0.people.len(), people);
    }

    #[test]
    fn every_new_person_was_counted_as_created(readings in prop::collection::vec(a_file(&["a", "b"]), 1..4)) {
        let mut scene = Scene::default();
        let created = scene.import(&readings).account.totals.created;
        prop_assert_eq!(scene.0.people.len(), created);
        prop_assert!(scene.0.people.keys().all(|id| !scene.0.shown(*id).records.is_empty()));
    }

    #[test]
    fn it_does_not_matter_which_file_comes_first(a in a_file(&["a"]), b in a_file(&["b"])) {
        let (mut ab, mut ba, mut both) = (Scene::default(), Scene::default(), Scene::default());
        ab.import(std::slice::from_ref(&a));
        ab.import(std::slice::from_ref(&b));
        ba.import(std::slice::from_ref(&b));
        ba.import(std::slice::from_ref(&a));
        both.import(&[a, b]);
        prop_assert_eq!(groups(&ab.0), groups(&ba.0));
        prop_assert_eq!(groups(&ab.0), groups(&both.0));
        prop_assert_eq!(shown(&ab.0), shown(&ba.0));
        prop_assert_eq!(shown(&ab.0), shown(&both.0));
    }

    #[test]
    fn of_a_household_too_it_does_not_matter_who_comes_first(
        readings in a_household(),
        order in Just(vec![0, 1, 2_usize]).prop_shuffle(),
    ) {
        let (mut together, mut in_order, mut shuffled) = (Scene::default(), Scene::default(), Scene::default());
        together.import(&readings);
        readings.iter().for_each(|reading| _ = in_order.import(std::slice::from_ref(reading)));
        order.iter().for_each(|nth| _ = shuffled.import(std::slice::from_ref(&readings[*nth])));
        prop_assert_eq!(groups(&in_order.0), groups(&shuffled.0));
        prop_assert_eq!(groups(&in_order.0), groups(&together.0));
        prop_assert_eq!(shuffled.import(&readings).changes, vec![]);
    }

    #[test]
    fn mailboxes_may_come_three_times_in_any_order(
        (boxes, order) in prop::collection::vec(a_mailbox(), 1..4).prop_flat_map(|boxes| {
            let three_times: Vec<usize> = (0..boxes.len() * 3).map(|nth| nth % boxes.len()).collect();
            (Just(boxes), Just(three_times).prop_shuffle())
        }),
    ) {
        let (mut once, mut often) = (Scene::default(), Scene::default());
        once.import(&boxes);
        for nth in order {
            often.import(std::slice::from_ref(&boxes[nth]));
        }
        prop_assert_eq!(ties(&once.0), ties(&often.0));
        prop_assert!(often.0.people.is_empty(), "nobody becomes a person by having written");
    }

    #[test]
    fn every_message_is_accounted_for(one in a_mailbox()) {
        let account = Scene::default().import(std::slice::from_ref(&one)).account;
        let messages = account.sources[0].messages.unwrap();
        prop_assert_eq!(messages.read, messages.counted + messages.skipped + messages.rejected);
        prop_assert_eq!(messages.read, one.read);
        let reasons: usize = account.sources[0].skipped.iter().map(|one| one.count).sum();
        prop_assert_eq!(messages.skipped, reasons);
    }

    #[test]
    fn each_fact_is_written_once(a in a_file(&["a"]), b in a_file(&["a", "b"])) {
        let mut scene = Scene::default();
        scene.import(&[a]);
        let keys: Vec<Key> = scene.import(&[b]).changes.iter().map(Change::key).collect();
        let once: BTreeSet<Key> = keys.iter().copied().collect();
        prop_assert_eq!(keys.len(), once.len());
    }
}

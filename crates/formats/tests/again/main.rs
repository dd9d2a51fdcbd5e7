//! Whatever the files and whatever their order: importing them again changes nothing, and no row is unaccounted for.

#![allow(clippy::unwrap_used, reason = "tests may stop where something does not hold")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use method::campaign::Campaign;
use method::change::{Kind, Noun};
use method::id::Ids;
use method::list::import::import;
use method::list::reading::{Me, Reading};
use proptest::prelude::*;

/// Every file of every source that can be read by itself.
fn files() -> Vec<PathBuf> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folders = ["linkedin", "address_books", "own_words"].map(|source| tests.join(source).join("files"));
    let mut files: Vec<PathBuf> = folders.iter().flat_map(|folder| formats::files_in(folder).unwrap()).collect();
    files.retain(|file| read(file).is_some());
    files
}

fn read(file: &Path) -> Option<Vec<Reading>> {
    let bytes = std::fs::read(file).unwrap();
    formats::read(&file.display().to_string(), Cursor::new(bytes), &Me::default(), &mut |_| ()).ok()
}

fn ids_after(campaign: &Campaign) -> Ids {
    let mut last: BTreeMap<Kind, u64> = BTreeMap::new();
    for key in campaign.facts().iter().map(Noun::key) {
        let number = last.entry(key.kind).or_default();
        *number = key.number.max(*number);
    }
    Ids::after(last)
}

/// Imports one file and holds its account.
fn take(campaign: &mut Campaign, readings: &[Reading]) {
    let made = import(campaign, &ids_after(campaign), date(2026, 11, 23), readings);
    for source in &made.account.sources {
        let people = source.people;
        assert_eq!(people.read, people.created + people.merged + people.unchanged + people.rejected, "{source:?}");
    }
    campaign.apply(made.changes);
}

/// Who is known by which address, whatever the ids.
fn people(campaign: &Campaign) -> BTreeSet<String> {
    let shown = campaign.everybody().map(|one| {
        let mut values = [one.emails(), one.phones(), one.links()].concat();
        // Shown is the newest record's name, so of several sources the order does tell which.
        values.extend(one.records.iter().map(|record| record.name.as_str()));
        values.sort_unstable();
        values.join(" ")
    });
    shown.collect()
}

#[test]
fn there_are_files_of_every_kind() {
    let kinds: BTreeSet<String> = files().iter().flat_map(|file| read(file).unwrap()).map(|one| one.kind).collect();
    let missing: Vec<&str> =
        formats::SOURCES.iter().map(|one| one.kind).filter(|kind| !kinds.contains(*kind)).collect();
    // Our own export is tested where a campaign is at hand to be exported.
    assert_eq!(missing, ["halfhour_archive"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn three_times_in_any_order_is_once(
        first in Just(files()).prop_shuffle(),
        then in Just(files()).prop_shuffle(),
        last in Just(files()).prop_shuffle(),
    ) {
        let mut campaign = Campaign::default();
        first.iter().for_each(|file| take(&mut campaign, &read(file).unwrap()));
        let export = formats::export::write(&campaign.facts()).unwrap();
        then.iter().chain(&last).for_each(|file| take(&mut campaign, &read(file).unwrap()));
        prop_assert!(formats::export::write(&campaign.facts()).unwrap() == export, "importing again changed something");
    }

    #[test]
    fn it_does_not_matter_which_source_comes_first(order in Just(files()).prop_shuffle()) {
        // One file of each kind: of two exports of one source the later one wins, so their order does matter.
        let mut kinds = BTreeSet::new();
        let mut some = files();
        some.retain(|file| read(file).unwrap().iter().all(|one| kinds.insert(one.kind.clone())));
        let import_all = |files: Vec<&PathBuf>| {
            let mut campaign = Campaign::default();
            files.iter().for_each(|file| take(&mut campaign, &read(file).unwrap()));
            people(&campaign)
        };
        let shuffled = import_all(order.iter().filter(|file| some.contains(file)).collect());
        prop_assert_eq!(shuffled, import_all(some.iter().collect()));
    }
}

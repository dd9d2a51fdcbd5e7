//! How long the store takes where somebody waits for it: `cargo bench -p store`.

#![expect(clippy::expect_used, reason = "a measurement that cannot be set up has nothing to measure")]

#[path = "../tests/scene/search.rs"]
mod scene;

use divan::Bencher;
use method::campaign::Campaign;
use method::change::{Change, Decision};
use method::id::Ids;
use method::list::{Person, Source};
use scene::{TODAY, record, whole_search};
use store::{Door, Place, Scope, Sqlite, Store};
use tempfile::TempDir;

fn main() {
    divan::main();
}

fn fresh() -> (TempDir, Sqlite) {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let store = Sqlite::open(folder.path().join("campaign.db"), Place::Given).expect("a new file");
    (folder, store)
}

fn import(people: u32) -> impl Fn(&Campaign, &Ids) -> Decision {
    move |_, ids| {
        let source = Source {
            id: ids.fresh(),
            importer: "linkedin_connections".into(),
            file: "Connections.csv".into(),
            digest: "ab".repeat(32),
            imported_on: TODAY,
            said: None,
        };
        let mut changes: Vec<Change> = vec![source.clone().into()];
        for place in 1..=people {
            let person = Person::untold(ids.fresh(), TODAY);
            changes.push(record(ids, person.id, &source, place, &format!("Name{place} Family{place}")).into());
            changes.push(person.into());
        }
        Ok(changes)
    }
}

#[divan::bench(args = [500, 5_000], sample_count = 5)]
fn import_people_and_their_records(bencher: Bencher, people: u32) {
    let import = import(people);
    bencher.with_inputs(fresh).bench_local_values(|(folder, store)| {
        store.change(Door::App, Scope::Everyone, &import).expect("an import");
        (folder, store)
    });
}

#[divan::bench(args = [5_000], sample_count = 5)]
fn take_an_import_back(bencher: Bencher, people: u32) {
    let import = import(people);
    let imported = || {
        let (folder, store) = fresh();
        store.change(Door::App, Scope::Everyone, &import).expect("an import");
        (folder, store)
    };
    bencher.with_inputs(imported).bench_local_values(|(folder, store)| {
        store.undo(Door::App, None).expect("an undo");
        (folder, store)
    });
}

#[divan::bench(args = [Scope::Told, Scope::Everyone])]
fn open_and_read_a_search_among_5000(bencher: Bencher, scope: Scope) {
    let (folder, store) = fresh();
    store.change(Door::App, Scope::Everyone, &import(5_000)).expect("an import");
    store.change(Door::App, Scope::Told, &|_, ids| whole_search_of(ids)).expect("a search");
    drop(store);
    let path = folder.path().join("campaign.db");
    bencher.bench_local(|| Sqlite::open(&path, Place::Given).and_then(|store| store.read(scope)).expect("a campaign"));
}

fn whole_search_of(ids: &Ids) -> Decision {
    Ok(whole_search(ids))
}

#[divan::bench]
fn make_a_new_file(bencher: Bencher) {
    bencher.bench_local(fresh);
}

#[divan::bench]
fn open_and_read_an_empty_campaign(bencher: Bencher) {
    let (folder, store) = fresh();
    drop(store);
    let path = folder.path().join("campaign.db");
    bencher.bench_local(|| {
        Sqlite::open(&path, Place::Given).and_then(|store| store.read(Scope::Told)).expect("a campaign")
    });
}

#[divan::bench]
fn write_one_fact(bencher: Bencher) {
    let (_folder, store) = fresh();
    bencher.bench_local(|| {
        let add = |_: &Campaign, ids: &Ids| Ok(vec![Person::named(ids.fresh(), "Ana", TODAY).into()]);
        store.change(Door::App, Scope::Person(method::id::Id::from_number(1)), &add).expect("a change")
    });
}

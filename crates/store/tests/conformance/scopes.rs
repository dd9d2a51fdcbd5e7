//! What a scope reads, and what it leaves out. Serves the contract of every store.

use method::change::{Change, Kind, Noun};
use method::id::{Id, PersonId};
use method::list::{Correspondence, Person};
use store::{Scope, Store};

use super::scene::TODAY;
use super::{ana, write, write_the_search};

pub fn what_told_leaves_out_never_is_mentioned(store: &dyn Store) {
    write_the_search(store);
    let (told, all) = (store.read(Scope::Told).unwrap(), store.read(Scope::Ties).unwrap());
    let names = |campaign: &method::campaign::Campaign| -> Vec<String> {
        campaign.everybody().map(|person| person.name().to_owned()).collect()
    };
    assert_eq!(names(&told), ["Ana Pereira", "Ben Okafor"]);
    assert_eq!(names(&all), ["Ana Pereira", "Ben Okafor", "Cleo Marsh"]);
    for fact in told.facts() {
        for key in fact.mentions().into_iter().filter(|key| key.kind == Kind::Person) {
            assert!(told.people.contains_key(&PersonId::from_number(key.number)), "{fact:?}");
        }
    }
    assert_eq!(told.records.len(), 2);
    assert!(told.correspondence.is_empty() && told.acquaintances.is_empty());
    let without = |mut campaign: method::campaign::Campaign| {
        campaign.apply(all.people.keys().map(|id| Change::Remove((*id).into())));
        campaign.apply(all.records.keys().map(|id| Change::Remove((*id).into())));
        campaign.correspondence.clear();
        campaign
    };
    assert_eq!(without(told), without(all.clone()), "everything else is in every scope");
}

pub fn who_knows_whom_is_read_only_where_it_is_asked_for(store: &dyn Store) {
    write_the_search(store);
    let everything = store.read(Scope::Everything).unwrap();
    assert_eq!(everything.acquaintances.len(), 1);
    for scope in [Scope::Told, Scope::Person(ana()), Scope::Everyone, Scope::Ties] {
        assert!(store.read(scope).unwrap().acquaintances.is_empty(), "{scope:?}");
    }
    let beside = store.read(Scope::Acquaintances).unwrap();
    assert_eq!(beside.acquaintances, everything.acquaintances);
    assert_eq!((beside.people, beside.correspondence.len()), (store.read(Scope::Told).unwrap().people, 0));
    let mut ties = everything;
    ties.acquaintances.clear();
    assert_eq!(store.read(Scope::Ties).unwrap().facts(), ties.facts(), "nothing else is left out");
}

pub fn each_mark_makes_a_person_told(store: &dyn Store) {
    let untold = Person::untold(ana(), TODAY);
    let marks: [fn(&mut Person); 16] = [
        |person| person.name = Some("Ana".into()),
        |person| person.emails = vec!["ana@example.org".into()],
        |person| person.phones = vec!["1".into()],
        |person| person.links = vec!["example.org".into()],
        |person| person.organization = Some("Northgate".into()),
        |person| person.title = Some("Nurse".into()),
        |person| person.known_since_on = Some(TODAY),
        |person| person.how_known = Some("from school".into()),
        |person| person.valued_for = Some("calm".into()),
        |person| person.respected = true,
        |person| person.close = true,
        |person| person.set_aside = true,
        |person| person.not_before_on = Some(TODAY),
        |person| person.released = true,
        |person| person.notes = Some("tea".into()),
        |person| person.forgotten = true,
    ];
    write(store, &[untold.clone().into()]);
    assert!(store.read(Scope::Told).unwrap().people.is_empty());
    for (place, mark) in marks.iter().enumerate() {
        let mut person = untold.clone();
        mark(&mut person);
        write(store, &[person.into()]);
        assert_eq!(store.read(Scope::Told).unwrap().people.len(), 1, "mark {place}");
    }
}

pub fn one_person_comes_with_their_letters(store: &dyn Store) {
    write_the_search(store);
    let other = Correspondence {
        id: Id::from_number(7),
        importer: "mail".into(),
        address: "example.org/in/cleo".into(),
        days: [].into(),
    };
    write(store, &[other.into()]);
    let cleo = PersonId::from_number(3);
    let campaign = store.read(Scope::Person(cleo)).unwrap();
    assert_eq!(campaign.name(cleo), "Cleo Marsh");
    assert_eq!(campaign.correspondence.keys().map(ToString::to_string).collect::<Vec<_>>(), ["w7"]);
    let everyone = store.read(Scope::Everyone).unwrap();
    assert_eq!((everyone.people.len(), everyone.correspondence.len()), (3, 0));
}

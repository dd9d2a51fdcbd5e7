//! Putting somebody on the list by hand.
//!
//! Serves the first step. It needs a name and nothing else. It refuses a second entry for an address that is already there.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::id::{Ids, PersonId};
use crate::list::behind::turned;
use crate::list::edit::{PersonEdit, edited};
use crate::list::find::meant;
use crate::list::{Person, written};
use crate::speech::ways::typed;

/// Puts a person on the list.
///
/// # Errors
/// When the name is missing, a value cannot be meant, or somebody on the list already has that address or link.
pub fn add_person(campaign: &Campaign, ids: &Ids, today: Date, told: &PersonEdit) -> Decision {
    let name = told.name.as_deref().unwrap_or_default();
    written::needed(
        "The name",
        name,
        "For instance: `halfhour list add \"Ana Pereira, Harbor Freight, known since 2018\"`.",
    )?;
    let person = Person::untold(ids.fresh(), today);
    Ok(vec![edited(campaign, today, &person, told)?.into()])
}

/// What whoever just added this person may want to look at, each as a sentence with the way out: a name that may have
/// been written the other way round, and somebody else of that name. `in_a_line` where the organization stood behind
/// the name, so that it may be a part of it.
pub fn doubts(campaign: &Campaign, id: PersonId, in_a_line: bool) -> Vec<String> {
    let shown = campaign.shown(id);
    let name = shown.name();
    let there = shown.organization().filter(|_| in_a_line);
    let other_way_round = there.and_then(|there| turned(name, there)).map(|turned| {
        format!(
            "What stood behind {name} was taken for the organization. If they are called {turned}: \
             `halfhour list edit {id} --name {typed} --organization \"\"`",
            typed = typed(&turned)
        )
    });
    let namesake = meant(campaign, name).into_iter().find(|other| *other != id).map(|other| {
        format!("There is another {name} on your list ({other}). If they are one: `halfhour list merge {other} {id}`")
    });
    other_way_round.into_iter().chain(namesake).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Change, Fact, No};
    use crate::id::Id;
    use crate::list::edit::ListEdit;
    use crate::list::scene::{TODAY, ana, ids_after};
    use rstest::rstest;

    fn add(told: &PersonEdit) -> Decision {
        let campaign = ana();
        add_person(&campaign, &ids_after(&campaign), TODAY, told)
    }

    fn named(name: &str) -> PersonEdit {
        PersonEdit { name: Some(name.into()), ..PersonEdit::default() }
    }

    #[rstest]
    #[case("Chidi Okafor")]
    #[case("🦊")]
    #[case("דנה כהן")]
    fn a_name_is_enough(#[case] name: &str) {
        let changes = add(&named(name)).unwrap();
        let [Change::Write(Fact::Person(person))] = changes.as_slice() else {
            panic!("one person: {changes:?}");
        };
        assert_eq!((person.id.to_string().as_str(), person.name.as_deref()), ("p3", Some(name)));
        assert_eq!(person.listed_on, TODAY);
    }

    #[rstest]
    #[case("")]
    #[case(" \u{200B}\n")]
    fn a_name_is_needed(#[case] name: &str) {
        assert_eq!(add(&named(name)).unwrap_err().kind, No::Usage);
    }

    #[test]
    fn a_name_that_may_be_turned_and_a_namesake_are_pointed_out() {
        let mut campaign = ana();
        let told = PersonEdit { organization: Some("Priyanka".into()), ..named("Nair") };
        let ids = ids_after(&campaign);
        campaign.apply(add_person(&campaign, &ids, TODAY, &told).unwrap());
        campaign.apply(add_person(&campaign, &ids, TODAY, &named("Nair")).unwrap());
        let [first, second] = [3, 4].map(PersonId::from_number);
        assert_eq!(
            doubts(&campaign, first, true),
            [
                "What stood behind Nair was taken for the organization. If they are called Priyanka Nair: \
                 `halfhour list edit p3 --name \"Priyanka Nair\" --organization \"\"`",
                "There is another Nair on your list (p4). If they are one: `halfhour list merge p4 p3`",
            ]
        );
        assert_eq!(doubts(&campaign, first, false).len(), 1, "the organization was named as one");
        assert_eq!(doubts(&campaign, second, true).len(), 1);
        assert_eq!(doubts(&campaign, PersonId::from_number(1), true), Vec::<String>::new());
    }

    #[test]
    fn who_is_there_already_is_named() {
        let again = PersonEdit { links: ListEdit::adding("https://linkedin.com/in/Ana-Pereira/"), ..named("Ana P.") };
        let refusal = add(&again).unwrap_err();
        assert_eq!(refusal.message, "Ana Pereira (p1) already has linkedin.com/in/ana-pereira.");
        assert_eq!(refusal.hint, "To tell more about them: `halfhour list edit p1`.");
    }
}

//! Putting somebody on the list by hand.
//!
//! Serves the first step. It needs a name and nothing else. It refuses a second entry for an address that is already there.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::id::Ids;
use crate::list::edit::{PersonEdit, edited};
use crate::list::{Person, written};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Change, Fact, No};
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
    fn who_is_there_already_is_named() {
        let again = PersonEdit { links: ListEdit::adding("https://linkedin.com/in/Ana-Pereira/"), ..named("Ana P.") };
        let refusal = add(&again).unwrap_err();
        assert_eq!(refusal.message, "Ana Pereira (p1) already has linkedin.com/in/ana-pereira.");
        assert_eq!(refusal.hint, "To tell more about them: `halfhour list edit p1`.");
    }
}

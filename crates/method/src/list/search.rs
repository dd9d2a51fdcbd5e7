//! Looking somebody up by a part of a name, an organization or a title.
//!
//! Serves the list. It shows everybody who fits and refuses nothing; to name exactly one person is the work of `find`.

use crate::campaign::Campaign;
use crate::id::PersonId;
use crate::list::by_name::ByName;
use crate::list::find::meant;

/// Everybody in whose name, other names, organization, title or e-mail address every word of the query stands, in the
/// order of their names. Everybody for an empty query; nobody who was forgotten. Whoever searches often keeps a [`ByName`].
pub fn search(campaign: &Campaign, query: &str) -> Vec<PersonId> {
    ByName::of(campaign).found(query).map(|row| row.id).collect()
}

/// The few whom a name that is being typed most likely means: those whose name fits best first, then whoever else the
/// letters find.
pub fn search_nearest(campaign: &Campaign, query: &str, at_most: usize) -> Vec<PersonId> {
    let mut nearest = meant(campaign, query);
    nearest.truncate(at_most);
    if nearest.len() < at_most {
        let others: Vec<PersonId> = search(campaign, query).into_iter().filter(|id| !nearest.contains(id)).collect();
        nearest.extend(others.into_iter().take(at_most - nearest.len()));
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::scene::ana;
    use rstest::rstest;

    #[rstest]
    #[case::everybody("", &["p1", "p2"])]
    #[case::part_of_a_name("per", &["p1"])]
    #[case::organization("HARBOR", &["p1"])]
    #[case::title("forem", &["p2"])]
    #[case::words_in_different_places("ana harbor", &["p1"])]
    #[case::nobody("quux", &[])]
    fn a_part_is_enough(#[case] query: &str, #[case] found: &[&str]) {
        let ids: Vec<String> = search(&ana(), query).iter().map(ToString::to_string).collect();
        assert_eq!(ids, found);
    }

    #[test]
    fn whoever_is_called_so_comes_before_whoever_works_there() {
        let mut campaign = crate::list::scene::people(&["Zoe Harbor", "Bo Lind", "Harboris Kay"]);
        campaign.people.get_mut(&crate::list::scene::p(2)).unwrap().organization = Some("Harbor Freight".into());
        let ids =
            |at_most| search_nearest(&campaign, "harbor", at_most).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!((ids(8), ids(1)), (vec!["p1".to_owned(), "p2".into(), "p3".into()], vec!["p1".to_owned()]));
    }
}

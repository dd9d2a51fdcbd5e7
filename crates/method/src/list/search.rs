//! Looking somebody up by a part of a name, an organization or a title.
//!
//! Serves the list. It shows everybody who fits and refuses nothing; to name exactly one person is the work of `find`.

use crate::campaign::Campaign;
use crate::id::PersonId;
use crate::list::by_name::ByName;

/// Everybody in whose name, organization, title or e-mail address every word of the query stands, in the order of
/// their names. Everybody for an empty query; nobody who was forgotten. Whoever searches often keeps a [`ByName`].
pub fn search(campaign: &Campaign, query: &str) -> Vec<PersonId> {
    ByName::of(campaign).found(query).map(|row| row.id).collect()
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
}

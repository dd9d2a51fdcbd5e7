//! Looking somebody up by a part of a name, an organization or a title.
//!
//! Serves the list. It shows everybody who fits and refuses nothing; to name exactly one person is the work of `find`.

use crate::campaign::{Campaign, Shown};
use crate::id::PersonId;
use crate::list::written::fold;

/// Everybody in whose name, other names, organization, title or e-mail address every word of the query stands, in the order of
/// their names. Everybody for an empty query; nobody who was forgotten.
pub fn search(campaign: &Campaign, query: &str) -> Vec<PersonId> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut found: Vec<(String, PersonId)> = campaign
        .everybody()
        .filter(|shown| words.is_empty() || fits(shown, &words))
        .map(|shown| (fold(shown.name()), shown.id))
        .collect();
    found.sort();
    found.into_iter().map(|(_, id)| id).collect()
}

fn fits(shown: &Shown<'_>, words: &[&str]) -> bool {
    let mut text = shown.name().to_owned();
    let work = [shown.organization(), shown.title()].into_iter().flatten();
    for more in work.chain(shown.emails()).chain(shown.other_names()) {
        text.push('\n');
        text.push_str(more);
    }
    let text = fold(&text);
    words.iter().all(|word| text.contains(word))
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

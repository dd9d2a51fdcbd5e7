//! Who is meant: a PERSON as typed becomes one person.
//!
//! Serves every step that names a person. It refuses to guess: where several could be meant it lists them.

use crate::campaign::{Campaign, Shown};
use crate::change::{No, Refusal};
use crate::id::PersonId;
use crate::list::address;
use crate::list::written::fold;

/// How many candidates a refusal names.
const CANDIDATES: usize = 8;

/// How alike two names must be for one to be offered in place of the other; 1 is the same.
pub(super) const NEAR: f64 = 0.84;

/// The one person that is meant by an id, an e-mail address, a link, a name or a part of one. All words of the query
/// must stand in the name, in any order, whatever their case and accents. A whole name wins over whole words of one, those
/// over the beginnings of words, and those over what stands inside a word: "Ana" means Ana, and not Dana. An id wins over
/// everything: somebody may be called "p1".
///
/// # Errors
/// `Unknown` when nobody is meant, with the nearest names; `Ambiguous` when several are, with their ids.
pub fn find(campaign: &Campaign, query: &str) -> Result<PersonId, Refusal> {
    let query = query.trim();
    if query.is_empty() {
        return Err(Refusal::usage(
            "No person is named.",
            "Give a name, a part of one, an e-mail address or an id such as p12.",
        ));
    }
    match meant(campaign, query).as_slice() {
        [one] => Ok(*one),
        [] => Err(nobody(campaign, query)),
        several => Err(ambiguous(campaign, query, several)),
    }
}

/// Everybody who could be meant, in the order of their names. Empty when nobody is.
pub fn meant(campaign: &Campaign, query: &str) -> Vec<PersonId> {
    let id = query.trim().to_lowercase().parse::<PersonId>().ok();
    if let Some(known) = id.and_then(|id| campaign.people.get(&id)).filter(|person| !person.forgotten) {
        return vec![known.id];
    }
    let addresses = [address::email(query), address::link(query)];
    let at_address = |shown: &Shown<'_>| {
        let told = addresses.iter().flatten();
        let mut held = shown.emails();
        held.extend(shown.links());
        told.into_iter().any(|address| held.contains(&address.as_str()))
    };
    let mut found: Vec<(String, PersonId)> = Vec::new();
    if addresses.iter().any(Option::is_some) {
        let people = campaign.everybody().filter(at_address);
        found.extend(people.map(|shown| (fold(shown.name()), shown.id)));
    }
    if found.is_empty() {
        found = named(campaign, &fold(query));
    }
    found.sort();
    found.into_iter().map(|(_, id)| id).collect()
}

fn named(campaign: &Campaign, query: &str) -> Vec<(String, PersonId)> {
    let words: Vec<&str> = query.split_whitespace().collect();
    let all = campaign.everybody().map(|shown| (fold(shown.name()), shown.id));
    let fitting = all.filter_map(|(name, id)| Some((fit(query, &words, &name)?, name, id)));
    let fitting: Vec<(Fit, String, PersonId)> = fitting.collect();
    let best = fitting.iter().map(|(fit, ..)| *fit).max();
    let found = fitting.into_iter().filter(|(fit, ..)| Some(*fit) == best);
    let mut found: Vec<(String, PersonId)> = found.map(|(_, name, id)| (name, id)).collect();
    if best == Some(Fit::Inside) {
        // "Anna" stands inside "Hannah", but is as likely a slip for "Ana": both are offered.
        let all = campaign.everybody().map(|shown| (fold(shown.name()), shown.id));
        found.extend(all.filter(|(name, _)| likeness(query, name) >= NEAR));
        found.sort();
        found.dedup();
    }
    if found.is_empty() { also_called(campaign, query) } else { found }
}

/// Whoever an address book calls so beside their name: a nickname, a name before marriage.
fn also_called(campaign: &Campaign, query: &str) -> Vec<(String, PersonId)> {
    let is_called = |shown: &Shown<'_>| shown.other_names().iter().any(|other| fold(other) == query);
    campaign.everybody().filter(is_called).map(|shown| (fold(shown.name()), shown.id)).collect()
}

/// How well a query fits a name; the last fits best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Inside,
    Beginning,
    Words,
    Whole,
}

/// How well all words of the query fit the name; none when one of them does not stand in it.
fn fit(query: &str, words: &[&str], name: &str) -> Option<Fit> {
    if query == name {
        return Some(Fit::Whole);
    }
    words.iter().map(|word| word_fit(word, name)).min().flatten()
}

fn word_fit(word: &str, name: &str) -> Option<Fit> {
    let at = name.match_indices(word).map(|(at, _)| {
        let begins = !name[..at].ends_with(char::is_alphanumeric);
        let ends = !name[at + word.len()..].starts_with(char::is_alphanumeric);
        match (begins, ends) {
            (true, true) => Fit::Words,
            (true, false) => Fit::Beginning,
            (false, _) => Fit::Inside,
        }
    });
    at.max()
}

fn ambiguous(campaign: &Campaign, query: &str, several: &[PersonId]) -> Refusal {
    let mut lines: Vec<String> = several.iter().take(CANDIDATES).map(|id| candidate(&campaign.shown(*id))).collect();
    if several.len() > CANDIDATES {
        lines.push(format!("and {} more", several.len() - CANDIDATES));
    }
    let example = several.first().map_or_else(String::new, ToString::to_string);
    Refusal::new(
        No::Ambiguous,
        format!("“{query}” could be:\n  {}", lines.join("\n  ")),
        format!("Use the id, for instance {example}."),
    )
}

/// One person as a line that tells them apart: `p12 Ana Pereira, charge nurse, Harbor Hospital`.
pub fn candidate(shown: &Shown<'_>) -> String {
    let mut line = format!("{} {}", shown.id, shown.name());
    for more in [shown.title(), shown.organization()].into_iter().flatten() {
        line.push_str(", ");
        line.push_str(more);
    }
    line
}

fn nobody(campaign: &Campaign, query: &str) -> Refusal {
    let near = nearest(campaign, query);
    let hint = if near.is_empty() {
        "`halfhour list` shows everybody; `halfhour list add NAME` puts someone on the list.".to_owned()
    } else {
        format!("Did you mean {}?", near.join(" or "))
    };
    Refusal::unknown(format!("Nobody on your list is meant by “{query}”."), hint)
}

/// At most three names that are nearly the query, nearest first, each with its id.
fn nearest(campaign: &Campaign, query: &str) -> Vec<String> {
    near(campaign, query).into_iter().take(3).map(|(_, name)| name).collect()
}

/// Somebody whose name is one slip away from this one: a letter too many or too few, another, or two the wrong way round.
pub(super) fn nearly(campaign: &Campaign, name: &str) -> Option<PersonId> {
    let name = fold(name);
    let mut all = campaign.everybody().map(|shown| (fold(shown.name()), shown.id));
    let close = |other: &str| other.len().abs_diff(name.len()) < 4 && strsim::damerau_levenshtein(&name, other) == 1;
    all.find(|(other, _)| close(other)).map(|(_, id)| id)
}

/// Everybody whose name is nearly the query, nearest first: how near, from 0 to 1, and the name with its id.
pub(super) fn near(campaign: &Campaign, query: &str) -> Vec<(f64, String)> {
    let query = fold(query);
    let mut near: Vec<(f64, PersonId, &str)> = campaign
        .everybody()
        .map(|shown| (likeness(&query, &fold(shown.name())), shown.id, shown.name()))
        .filter(|(likeness, ..)| *likeness >= NEAR)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    near.into_iter().map(|(likeness, id, name)| (likeness, format!("{name} ({id})"))).collect()
}

/// The whole names compared, or the query with the nearest single word of the name.
pub(super) fn likeness(query: &str, name: &str) -> f64 {
    let whole = strsim::jaro_winkler(query, name);
    name.split_whitespace().map(|word| strsim::jaro_winkler(query, word)).fold(whole, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Record;
    use crate::list::scene::{ana, people};
    use rstest::rstest;

    const NAMES: [&str; 6] = ["Ana Pereira", "Ana Pereira Costa", "José García", "Noa Levi", "张伟", "Noa Lindqvist"];

    #[rstest]
    #[case::id("p3", "p3")]
    #[case::id_in_capitals("P3", "p3")]
    #[case::whole_name_wins("ana pereira", "p1")]
    #[case::part("garc", "p3")]
    #[case::accents("jose garcia", "p3")]
    #[case::any_order("levi noa", "p4")]
    #[case::another_writing("zhangwei", "p5")]
    #[case::as_written("张伟", "p5")]
    fn one_person_is_meant(#[case] query: &str, #[case] id: &str) {
        let found = find(&people(&NAMES), query).unwrap();
        assert_eq!(found.to_string(), id);
    }

    #[rstest]
    #[case::an_id_wins("p1", "p1")]
    #[case::without_such_an_id_it_is_a_name("p77", "p2")]
    fn somebody_may_be_called_like_an_id(#[case] query: &str, #[case] id: &str) {
        assert_eq!(find(&people(&["Ana Pereira", "p77", "p1"]), query).unwrap().to_string(), id);
    }

    #[test]
    fn an_address_means_who_has_it() {
        let campaign = ana();
        for query in ["Ana@Harbor.example", "https://www.linkedin.com/in/ana-pereira"] {
            assert_eq!(find(&campaign, query).unwrap().to_string(), "p1", "{query}");
        }
    }

    #[test]
    fn a_nickname_means_its_owner_unless_somebody_is_named_so() {
        let mut campaign = ana();
        let record = campaign.records.values().next().unwrap().clone();
        campaign.apply([Record { other_names: vec!["Annie".into(), "Bo".into()], ..record }.into()]);
        assert_eq!(find(&campaign, "annie").unwrap().to_string(), "p1");
        assert_eq!(find(&campaign, "bo").unwrap().to_string(), "p2");
    }

    #[test]
    fn several_are_listed_with_their_ids() {
        let refusal = find(&people(&NAMES), "noa").unwrap_err();
        assert_eq!(refusal.kind, No::Ambiguous);
        assert_eq!(refusal.message, "“noa” could be:\n  p4 Noa Levi\n  p6 Noa Lindqvist");
        assert_eq!(refusal.hint, "Use the id, for instance p4.");
    }

    #[rstest]
    #[case::a_beginning_wins_over_the_inside("an", "Ana Roy, Anabel Costa")]
    #[case::a_whole_word_wins_over_a_beginning("ana", "Ana Roy")]
    #[case::the_inside_still_finds("abel", "Anabel Costa")]
    #[case::a_part_behind_a_hyphen_begins_a_word("lou", "Mary-Lou Dunn")]
    #[case::the_word_that_fits_least_decides("dunn l", "Mary-Lou Dunn")]
    #[case::no_word_may_be_missing("ana dunn", "")]
    fn ana_means_ana_and_not_dana(#[case] query: &str, #[case] names: &str) {
        let campaign = people(&["Dana Hill", "Ana Roy", "Anabel Costa", "Mary-Lou Dunn", "Malou Dunn"]);
        let found: Vec<String> = meant(&campaign, query).into_iter().map(|id| campaign.name(id)).collect();
        assert_eq!(found.join(", "), names);
    }

    #[test]
    fn a_slip_that_stands_inside_another_name_is_asked_about() {
        let refusal = find(&people(&["Hannah Whitlock", "Ana Pereira"]), "Anna").unwrap_err();
        assert_eq!(refusal.message, "“Anna” could be:\n  p2 Ana Pereira\n  p1 Hannah Whitlock");
    }

    #[test]
    fn a_long_list_of_candidates_is_cut() {
        let refusal = find(&people(&["Kim"; 20]), "kim").unwrap_err();
        assert!(refusal.message.ends_with("and 12 more"), "{refusal}");
    }

    #[rstest]
    #[case::a_slip("Jose Gracia", "Did you mean José García (p3)?")]
    #[case::a_slip_in_one_word("Perreira", "Did you mean Ana Pereira (p1) or Ana Pereira Costa (p2)?")]
    fn the_nearest_names_are_offered(#[case] query: &str, #[case] hint: &str) {
        let refusal = find(&people(&NAMES), query).unwrap_err();
        assert_eq!((refusal.kind, refusal.hint.as_str()), (No::Unknown, hint));
    }

    #[rstest]
    #[case("p99")]
    #[case("Zebulon Quux")]
    #[case("nobody@nowhere.example")]
    fn nobody_is_meant(#[case] query: &str) {
        assert_eq!(find(&people(&NAMES), query).unwrap_err().kind, No::Unknown);
    }

    #[test]
    fn no_name_at_all_is_no_query() {
        assert_eq!(find(&ana(), "  ").unwrap_err().kind, No::Usage);
    }

    #[test]
    fn the_forgotten_are_not_found() {
        let mut campaign = people(&NAMES);
        for person in campaign.people.values_mut() {
            person.forgotten = true;
        }
        for query in ["p1", "ana", "someone"] {
            assert_eq!(find(&campaign, query).unwrap_err().kind, No::Unknown);
        }
    }
}

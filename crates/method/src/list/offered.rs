//! Putting those on the list whom the seeker wrote with or met, and whom an import offered.
//!
//! Serves the first step. It takes only who was chosen, with the address that the file told. It refuses to add anybody
//! twice: who is on the list by now is passed over.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::id::Ids;
use crate::list::add::add_person;
use crate::list::edit::{ListEdit, PersonEdit};
use crate::list::import::account::Offered;

/// How the address of somebody begins of whom a file told no more than a name.
const NAME_ONLY: &str = "name:";

/// Those of them who are not on the list by now, in the same order.
pub fn still_offered<'o>(campaign: &Campaign, offered: &'o [Offered]) -> Vec<&'o Offered> {
    let mut known: HashSet<&str> = HashSet::new();
    for shown in campaign.everybody().filter(|_| !offered.is_empty()) {
        known.extend(shown.emails());
        known.extend(shown.links());
        known.insert(shown.name());
    }
    let key = |one: &'o Offered| one.address.strip_prefix(NAME_ONLY).unwrap_or(&one.address);
    offered.iter().filter(|one| !known.contains(key(one))).collect()
}

/// Puts them on the list, all in one step.
///
/// # Errors
/// When the address of one cannot be kept.
pub fn add_offered(campaign: &Campaign, ids: &Ids, today: Date, chosen: &[Offered]) -> Decision {
    let mut after = campaign.clone();
    let mut changes = Vec::new();
    for one in chosen {
        if still_offered(&after, std::slice::from_ref(one)).is_empty() {
            continue;
        }
        let new = add_person(&after, ids, today, &told(one))?;
        after.apply(new.iter().cloned());
        changes.extend(new);
    }
    Ok(changes)
}

fn told(one: &Offered) -> PersonEdit {
    let mut told = PersonEdit { name: Some(called(one)), ..PersonEdit::default() };
    if one.address.contains('@') {
        told.emails = ListEdit::adding(&one.address);
    } else if !one.address.starts_with(NAME_ONLY) {
        told.links = ListEdit::adding(&one.address);
    }
    told
}

/// What to call them: the name in the file, else what their address says, else the address.
pub fn called(one: &Offered) -> String {
    let named = one.name.as_deref().or_else(|| one.address.strip_prefix(NAME_ONLY)).map(str::trim);
    if let Some(name) = named.filter(|name| !name.is_empty()) {
        return name.to_owned();
    }
    let own = match one.address.split_once('@') {
        Some((local, _)) => local,
        None => one.address.trim_end_matches('/').rsplit('/').next().unwrap_or_default(),
    };
    let words =
        own.split(['.', '-', '_', '+']).filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic));
    let name = words.map(capital).collect::<Vec<_>>().join(" ");
    if name.is_empty() { one.address.clone() } else { name }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::scene::{TODAY, ana, ids_after};
    use rstest::rstest;

    fn one(address: &str, name: Option<&str>) -> Offered {
        let name = name.map(str::to_owned);
        Offered { address: address.into(), name, sent: 1, received: 1, met: 0, last_on: TODAY }
    }

    #[rstest]
    #[case::as_the_file_says("bo@quay.example", Some("Bo Lind"), "Bo Lind")]
    #[case::by_the_address("ana.pereira@harbor.example", None, "Ana Pereira")]
    #[case::an_empty_name("zoe_quist@harbor.example", Some(" "), "Zoe Quist")]
    #[case::by_the_profile("linkedin.com/in/bo-lind-77a2", None, "Bo Lind")]
    #[case::only_a_name("name:Zoe Quist", None, "Zoe Quist")]
    #[case::nothing_that_is_a_name("4711@post.example", None, "4711@post.example")]
    fn they_are_called_what_is_known_best(#[case] address: &str, #[case] name: Option<&str>, #[case] expected: &str) {
        assert_eq!(called(&one(address, name)), expected);
    }

    #[test]
    fn the_chosen_come_with_their_addresses_and_only_once() {
        let campaign = ana();
        let chosen =
            [one("bo@quay.example", Some("Bo Lind")), one("linkedin.com/in/bo-l", None), one("name:Zoe Quist", None)];
        let mut after = campaign.clone();
        after.apply(add_offered(&campaign, &ids_after(&campaign), TODAY, &chosen).unwrap());
        assert_eq!(after.people.len(), campaign.people.len() + 3);
        assert!(after.people.values().any(|one| one.emails == ["bo@quay.example"]));
        assert!(still_offered(&after, &chosen).is_empty());
        assert_eq!(
            add_offered(&after, &ids_after(&after), TODAY, &chosen),
            Ok(Vec::new()),
            "nobody stands there twice"
        );
    }
}

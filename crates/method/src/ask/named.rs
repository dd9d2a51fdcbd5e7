//! Finds or makes the person whom somebody named. Serves answers to an ask and what conversations bring (rows M11, M16).
//! It takes nobody for somebody else: when two could be meant, a new person is made, who can be merged later.

use jiff::civil::Date;

use crate::campaign::{Campaign, Shown};
use crate::change::Change;
use crate::id::{Ids, PersonId};
use crate::list::Person;
use crate::speech::fold;

/// The one listed person of the same name, and of the same organization where one is given; else a new one, with the
/// change that lists them.
pub fn named_person(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    name: &str,
    organization: Option<&str>,
) -> (PersonId, Option<Change>) {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let organization = organization.map(str::trim).filter(|organization| !organization.is_empty());
    let same = |shown: &Shown<'_>| {
        let there = || shown.organization().map(fold);
        is_same_name(shown.name(), &name) && organization.is_none_or(|organization| there() == Some(fold(organization)))
    };
    let mut found = campaign.everybody().filter(same);
    if let (Some(one), None) = (found.next(), found.next()) {
        return (one.id, None);
    }
    let person = Person { organization: organization.map(str::to_owned), ..Person::named(ids.fresh(), name, today) };
    (person.id, Some(person.into()))
}

/// Names that fold to nothing are the same only when they are written the same.
fn is_same_name(a: &str, b: &str) -> bool {
    let (folded, other) = (fold(a), fold(b));
    if folded.is_empty() { a.trim() == b.trim() } else { folded == other }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 23);

    fn list(people: &[(&str, Option<&str>)]) -> (Campaign, Ids) {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        for (name, organization) in people {
            let person =
                Person { organization: organization.map(str::to_owned), ..Person::named(ids.fresh(), *name, TODAY) };
            campaign.apply([person.into()]);
        }
        (campaign, ids)
    }

    #[rstest::rstest]
    #[case("josé  díaz", None, false)]
    #[case("José Díaz", Some("mercy health"), false)]
    #[case("José Díaz", Some("Harbor Clinic"), true)]
    #[case("Kim Lee", None, true)]
    #[case("Ana Roy", None, true)]
    fn only_one_clear_match_is_taken(#[case] name: &str, #[case] at: Option<&str>, #[case] new: bool) {
        let (campaign, ids) =
            list(&[("José Díaz", Some("Mercy Health")), ("Kim Lee", Some("A")), ("Kim Lee", Some("B"))]);
        let (person, change) = named_person(&campaign, &ids, TODAY, name, at);
        assert_eq!(change.is_some(), new);
        assert_eq!(campaign.people.contains_key(&person), !new);
    }
}

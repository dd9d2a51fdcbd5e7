//! Finds or makes the person whom somebody named. Serves answers to an ask and what conversations bring (rows M11, M16).
//! It takes nobody for somebody else: where two could be
//! meant, and where the organization is another one, a new person is made, who can be merged later.

use jiff::civil::Date;

use crate::campaign::{Campaign, Shown};
use crate::change::{Change, Refusal};
use crate::id::{Ids, PersonId};
use crate::list::Person;
use crate::list::behind::behind;
use crate::organization::same;
use crate::speech::fold;

/// Reads who was named, as it is jotted down: `Sam Lee`, `Sam Lee, Quay, Inc.`, `Sam Lee, PMP, Quay`, `Sam Lee at Quay`.
/// The name, and the organization when there is one. Letters of a degree behind the name belong to neither.
pub fn name_and_organization(text: &str) -> (String, Option<String>) {
    let (name, more) = text.split_once(',').unwrap_or((text, ""));
    let mut parts = more.split(',').map(str::trim).filter(|part| !part.is_empty()).peekable();
    let name = behind(name, &mut parts).name;
    let organization = parts.collect::<Vec<_>>().join(", ");
    match (organization.is_empty(), name.split_once(" at ")) {
        (true, Some((name, place))) => (name.trim().to_owned(), Some(place.trim().to_owned())),
        (is_empty, _) => (name, (!is_empty).then_some(organization)),
    }
}

/// Lets nobody name the seeker to themselves. Somebody else of the seeker's name stands on the list first.
///
/// # Errors
/// When it is the seeker's own name, and nobody on the list has it too.
pub fn not_yourself(campaign: &Campaign, name: &str) -> Result<(), Refusal> {
    let is_own = campaign.seeker.name.as_deref().is_some_and(|own| is_same_name(own, name));
    if !is_own || campaign.everybody().any(|shown| is_same_name(shown.name(), name)) {
        return Ok(());
    }
    Err(Refusal::method(
        format!("{} is your own name.", name.trim()),
        "If somebody else is called so, put them on the list first: `halfhour list add \"NAME, ORGANIZATION\"`.",
    ))
}

/// The one listed person of the same name, and of the same organization where one is given; else a new one. With it the
/// change that lists them, or that keeps the organization of one of whom none was known.
pub fn named_person(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    name: &str,
    organization: Option<&str>,
) -> (PersonId, Option<Change>) {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let organization = organization.map(str::trim).filter(|organization| !organization.is_empty());
    let namesakes: Vec<Shown<'_>> = campaign.everybody().filter(|shown| is_same_name(shown.name(), &name)).collect();
    let Some(organization) = organization else {
        return match namesakes.as_slice() {
            [one] => (one.id, None),
            _ => listed_anew(ids, today, name, None),
        };
    };
    let only = |there: &dyn Fn(&Shown<'_>) -> bool| {
        let mut fitting = namesakes.iter().filter(|shown| there(shown));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    if let Some(one) = only(&|shown| shown.organization().is_some_and(|there| same(there, organization))) {
        return (one.id, None);
    }
    match only(&|shown| shown.organization().is_none()).and_then(Shown::told) {
        Some(told) => {
            let told = Person { organization: Some(organization.to_owned()), ..told.clone() };
            (told.id, Some(told.into()))
        }
        None => listed_anew(ids, today, name, Some(organization)),
    }
}

fn listed_anew(ids: &Ids, today: Date, name: String, organization: Option<&str>) -> (PersonId, Option<Change>) {
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
    #[case("José Díaz", Some("Mercy Health, Inc."), false)]
    #[case("Kim Lee", None, true)]
    #[case("Ana Roy", None, true)]
    fn only_one_clear_match_is_taken(#[case] name: &str, #[case] at: Option<&str>, #[case] new: bool) {
        let (campaign, ids) =
            list(&[("José Díaz", Some("Mercy Health")), ("Kim Lee", Some("A")), ("Kim Lee", Some("B"))]);
        let (person, change) = named_person(&campaign, &ids, TODAY, name, at);
        assert_eq!(change.is_some(), new);
        assert_eq!(campaign.people.contains_key(&person), !new);
    }

    #[test]
    fn an_organization_that_was_not_known_is_kept() {
        let (campaign, ids) = list(&[("Sam Lee", None), ("Kim Lee", None), ("Kim Lee", None)]);
        let (sam, change) = named_person(&campaign, &ids, TODAY, "Sam Lee", Some("Quay"));
        assert!(campaign.people.contains_key(&sam));
        let mut after = campaign.clone();
        after.apply(change);
        assert_eq!(after.shown(sam).organization(), Some("Quay"));
        let (kim, _) = named_person(&campaign, &ids, TODAY, "Kim Lee", Some("Quay"));
        assert!(!campaign.people.contains_key(&kim), "two could be meant");
    }

    #[test]
    fn nobody_is_named_to_themselves() {
        let (mut campaign, ids) = list(&[("Sam Lee", None)]);
        campaign.seeker.name = Some("Priya Nair".into());
        assert!(not_yourself(&campaign, "Sam Lee").is_ok());
        let refusal = not_yourself(&campaign, " priya nair").unwrap_err();
        assert_eq!(refusal.message, "priya nair is your own name.");
        campaign.apply([Person::named(ids.fresh(), "Priya Nair", TODAY).into()]);
        assert!(not_yourself(&campaign, "Priya Nair").is_ok(), "another one is on the list");
    }

    #[rstest::rstest]
    #[case("Sam Lee", "Sam Lee", None)]
    #[case("Osei, Sam", "Sam Osei", None)]
    #[case("Lee, Sam, Quay", "Sam Lee", Some("Quay"))]
    #[case(" Sam Lee , Quay ", "Sam Lee", Some("Quay"))]
    #[case("Sam Lee, Quay, Inc.", "Sam Lee", Some("Quay, Inc."))]
    #[case("Sam Lee, PMP, Quay", "Sam Lee", Some("Quay"))]
    #[case("Sam Lee, Ph.D., RN", "Sam Lee", None)]
    #[case("Sam Lee, Jr., MD, Quay", "Sam Lee Jr.", Some("Quay"))]
    #[case("Sam Lee, IBM", "Sam Lee", Some("IBM"))]
    #[case("Sam Lee at Quay", "Sam Lee", Some("Quay"))]
    #[case("Sam Lee,", "Sam Lee", None)]
    #[case(", Quay", "", Some("Quay"))]
    #[case("", "", None)]
    fn who_was_named_is_read(#[case] text: &str, #[case] name: &str, #[case] organization: Option<&str>) {
        assert_eq!(name_and_organization(text), (name.to_owned(), organization.map(str::to_owned)));
    }
}

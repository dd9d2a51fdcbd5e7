//! What a TARGET as typed means: a person on the list, or an organization that was heard of somewhere.
//!
//! Serves the way in. It refuses to guess between several, and to look for an organization that nothing here names.

use std::collections::BTreeMap;

use crate::campaign::Campaign;
use crate::change::{No, Refusal};
use crate::id::PersonId;
use crate::list::address;
use crate::list::find::{NEAR, candidate, find, likeness, meant, near};
use crate::list::organizations::identity;
use crate::list::path::Target;
use crate::list::written::fold;
use crate::organization::key;
use crate::speech::ways::typed;

/// How many candidates a refusal names.
const CANDIDATES: usize = 8;

/// How many near names it offers.
const OFFERED: usize = 3;

/// The one target that is meant. The whole name of an organization comes first, then a person as [`find`] finds them,
/// then a part of an organization's name.
///
/// [`find`]: crate::list::find::find
///
/// # Errors
/// `Unknown` when nothing is meant, with the nearest names; `Ambiguous` when several are; `Usage` for no name at all.
pub fn target(campaign: &Campaign, query: &str) -> Result<Target, Refusal> {
    let query = query.trim();
    if query.is_empty() {
        return Err(Refusal::usage(
            "No person and no organization is named.",
            "Name one, for instance `halfhour path \"Riverbend Hospital\"`.",
        ));
    }
    if query.to_lowercase().parse::<PersonId>().is_ok() || address::email(query).is_some() {
        return find(campaign, query).map(Target::Person);
    }
    let organizations = organizations(campaign);
    let people = meant(campaign, query);
    let called_so = |id: &PersonId| fold(campaign.shown(*id).name()) == fold(query);
    let whole = organizations.get(&identity(query)).filter(|_| !people.iter().any(called_so));
    if let Some(name) = whole {
        return Ok(Target::Organization((*name).to_owned()));
    }
    let parts = with_a_part(&organizations, query);
    match (people.as_slice(), parts.as_slice()) {
        ([one], []) => Ok(Target::Person(*one)),
        ([one], _) if called_so(one) => Ok(Target::Person(*one)),
        ([], [one]) => Ok(Target::Organization((*one).to_owned())),
        ([], []) => Err(nothing(campaign, &organizations, query)),
        (people, parts) => Err(ambiguous(campaign, query, people, parts)),
    }
}

/// The one organization that is meant: by its whole name, however it is written, else by a part of it.
///
/// # Errors
/// `Unknown` when none is meant, with the nearest names; `Ambiguous` when several are; `Usage` for no name at all.
pub fn organization_meant(campaign: &Campaign, query: &str) -> Result<String, Refusal> {
    let query = query.trim();
    if query.is_empty() {
        return Err(Refusal::usage(
            "No organization is named.",
            "`halfhour organizations` shows those that are known here.",
        ));
    }
    let organizations = organizations(campaign);
    if let Some(name) = organizations.get(&identity(query)) {
        return Ok((*name).to_owned());
    }
    match with_a_part(&organizations, query).as_slice() {
        [only] => Ok((*only).to_owned()),
        [] => Err(unknown_organization(&organizations, query)),
        several @ [first, ..] => Err(Refusal::new(
            No::Ambiguous,
            listed(query, several.iter().map(|name| (*name).to_owned()).collect()),
            format!("Write the whole name, for instance “{first}”."),
        )),
    }
}

/// Every organization that is named anywhere, by what makes it one: where people are and used to be, where the seeker was and wants
/// to be, and what was spoken of.
fn organizations(campaign: &Campaign) -> BTreeMap<String, &str> {
    let mut names: Vec<&str> = campaign.direction.organizations.iter().map(String::as_str).collect();
    for shown in campaign.everybody() {
        names.extend(shown.organization());
        let past = shown.records.into_iter().flat_map(|record| &record.past);
        names.extend(past.filter_map(|past| past.organization.as_deref()));
    }
    names.extend(campaign.conversations.values().flat_map(|held| &held.organizations).map(String::as_str));
    let opportunities = campaign.opportunities.values().filter_map(|one| one.organization.as_deref());
    names.extend(opportunities.chain(campaign.followed.values().map(|one| one.organization.as_str())));
    names.extend(campaign.positions.values().map(|position| position.organization.as_str()));
    names.extend(campaign.seeker.employer.as_deref());
    let mut organizations = BTreeMap::new();
    for name in names {
        let identity = identity(name);
        if !identity.is_empty() {
            // As it was written first.
            organizations.entry(identity).or_insert(name.trim());
        }
    }
    organizations
}

/// Those in whose names every word of the query stands.
fn with_a_part<'a>(organizations: &BTreeMap<String, &'a str>, query: &str) -> Vec<&'a str> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let fits = |name: &str| !words.is_empty() && words.iter().all(|word| name.contains(word));
    organizations.values().copied().filter(|name| fits(&fold(name))).collect()
}

fn ambiguous(campaign: &Campaign, query: &str, people: &[PersonId], parts: &[&str]) -> Refusal {
    let mut lines: Vec<String> = people.iter().map(|id| candidate(&campaign.shown(*id))).collect();
    lines.extend(parts.iter().map(|name| format!("{name}, an organization")));
    let way_out = match (people.first(), parts.first()) {
        (Some(id), None) => format!("Use the id, for instance {id}."),
        (None, Some(name)) => format!("Write the whole name: `halfhour path {}`.", typed(name)),
        (id, name) => format!(
            "Use the id of a person, for instance {}, or the whole name of an organization: `halfhour path {}`.",
            id.map_or_else(String::new, ToString::to_string),
            typed(name.copied().unwrap_or_default())
        ),
    };
    Refusal::new(No::Ambiguous, listed(query, lines), way_out)
}

/// Who or what could be meant, line by line.
fn listed(query: &str, mut lines: Vec<String>) -> String {
    let more = lines.len().saturating_sub(CANDIDATES);
    lines.truncate(CANDIDATES);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    format!("“{query}” could be:\n  {}", lines.join("\n  "))
}

fn nothing(campaign: &Campaign, organizations: &BTreeMap<String, &str>, query: &str) -> Refusal {
    let mut near = near(campaign, query);
    near.extend(near_organizations(organizations, query));
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let near: Vec<String> = near.into_iter().take(OFFERED).map(|(_, name)| name).collect();
    let hint = match near.as_slice() {
        [] if campaign.everybody().next().is_none() => "Nobody is on your list yet. Bring in the people you know with \
               `halfhour import FILE`, or add one with `halfhour list add NAME`."
            .to_owned(),
        [] => "`halfhour list` shows everybody. If it is an organization where you would like to be: \
               `halfhour me --organization NAME`."
            .to_owned(),
        near => format!("Did you mean {}?", near.join(" or ")),
    };
    Refusal::unknown(format!("No person on your list and no organization known here is meant by “{query}”."), hint)
}

/// That no organization of that name is known here, with the nearest names.
fn unknown_organization(organizations: &BTreeMap<String, &str>, query: &str) -> Refusal {
    let mut near = near_organizations(organizations, query);
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let near: Vec<String> = near.into_iter().take(OFFERED).map(|(_, name)| name).collect();
    let hint = if near.is_empty() {
        "`halfhour organizations` shows those that are. If you would like to be there: \
         `halfhour me --organization NAME`."
            .to_owned()
    } else {
        format!("Did you mean {}?", near.join(" or "))
    };
    Refusal::unknown(format!("No organization known here is called “{query}”."), hint)
}

fn near_organizations(organizations: &BTreeMap<String, &str>, query: &str) -> Vec<(f64, String)> {
    let Some(query) = key(query) else { return Vec::new() };
    let near = organizations.iter().map(|(key, name)| (likeness(&query, key), (*name).to_owned()));
    near.filter(|(likeness, _)| *likeness >= NEAR).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Scene, p};

    fn scene() -> Scene {
        let mut scene = Scene::of(&["Ana Pereira", "River Song", "Bo Lind", "Bo Harbor"]);
        scene.at(1, "Riverbend Hospital, Inc.").at(3, "Harbor Freight").at(4, "Bo Lind");
        scene.campaign.direction.organizations = vec!["Quayside Clinic".into(), "Quayside School".into()];
        scene
    }

    #[rstest::rstest]
    #[case::a_part_of_a_name("pereira", Target::Person(p(1)))]
    #[case::an_id("P2", Target::Person(p(2)))]
    #[case::a_whole_name_of_both("bo lind", Target::Person(p(3)))]
    #[case::an_organization_written_otherwise("RIVERBEND hospital", Target::Organization("Riverbend Hospital, Inc.".into()))]
    #[case::a_part_of_an_organization("riverbend", Target::Organization("Riverbend Hospital, Inc.".into()))]
    #[case::one_of_the_direction("quayside clinic", Target::Organization("Quayside Clinic".into()))]
    fn one_target_is_meant(#[case] query: &str, #[case] meant: Target) {
        assert_eq!(target(&scene().campaign, query), Ok(meant));
    }

    #[rstest::rstest]
    #[case::a_person_and_an_organization("river", "p2 River Song\n  Riverbend Hospital, Inc., an organization")]
    #[case::two_organizations("quayside", "Quayside Clinic, an organization\n  Quayside School, an organization")]
    fn several_are_listed(#[case] query: &str, #[case] candidates: &str) {
        let refusal = target(&scene().campaign, query).unwrap_err();
        assert_eq!((refusal.kind, refusal.message), (No::Ambiguous, format!("“{query}” could be:\n  {candidates}")));
    }

    #[rstest::rstest]
    #[case("Riverbent Hospitel", "Did you mean Riverbend Hospital, Inc. or River Song (p2)?")]
    #[case("Perreira", "Did you mean Ana Pereira (p1)?")]
    fn the_nearest_names_are_offered(#[case] query: &str, #[case] hint: &str) {
        let refusal = target(&scene().campaign, query).unwrap_err();
        assert_eq!((refusal.kind, refusal.hint.as_str()), (No::Unknown, hint));
    }

    #[rstest::rstest]
    #[case::a_whole_name_however_written("RIVERBEND hospital", Ok("Riverbend Hospital, Inc."))]
    #[case::a_part("riverb", Ok("Riverbend Hospital, Inc."))]
    #[case::people_are_not_looked_at("bo l", Ok("Bo Lind"))]
    #[case::two("quayside", Err((No::Ambiguous, "“quayside” could be:\n  Quayside Clinic\n  Quayside School")))]
    #[case::none("Zzyzx", Err((No::Unknown, "No organization known here is called “Zzyzx”.")))]
    #[case::no_name("  ", Err((No::Usage, "No organization is named.")))]
    fn one_organization_is_meant(#[case] query: &str, #[case] meant: Result<&str, (No, &str)>) {
        let found = organization_meant(&scene().campaign, query);
        let found = found.as_deref().map_err(|refusal| (refusal.kind, refusal.message.as_str()));
        assert_eq!(found, meant);
    }

    #[rstest::rstest]
    #[case("Zzyzx", No::Unknown)]
    #[case("p99", No::Unknown)]
    #[case("🙂", No::Unknown)]
    #[case("  ", No::Usage)]
    fn nothing_is_meant(#[case] query: &str, #[case] kind: No) {
        assert_eq!(target(&scene().campaign, query).unwrap_err().kind, kind);
    }
}

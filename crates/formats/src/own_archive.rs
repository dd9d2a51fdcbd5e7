//! Our own archive, as `export` writes it: people as they are shown, the seeker's past with what shows a strength, letters
//! and meetings by day, and who knows whom.
//!
//! Serves the list: one campaign's people in another. What was told about somebody in words, and what happened in a
//! search, belongs to the campaign that it was told in, and a backup carries it. It refuses the forgotten.

use std::collections::BTreeMap;

use method::campaign::{Campaign, Shown};
use method::change::{Change, Fact};
use method::list::reading::{Exchanges, Findings, Me, PersonRow, Problem, Said, SeekerRow, Shared};
use method::list::{Acquaintance, Correspondence, Letters};

use crate::mail::day::is_believed;
use crate::person;
use crate::sources::{Found, Source, Start};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "halfhour_archive", title: "halfhour's own export", recognise, read };

/// The member of the ZIP that says what it is, and how its content begins.
pub(crate) const MARK: &str = "halfhour.json";
const BEGINNING: &str = "{\"halfhour\":";

fn recognise(start: &Start) -> bool {
    start.text.starts_with(BEGINNING)
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let (mut campaign, mut problems) = (Campaign::default(), Vec::new());
    for (line, fact) in (1_u32..).zip(text.lines()).filter(|(_, fact)| !fact.is_empty() && !fact.starts_with(BEGINNING))
    {
        match serde_json::from_str::<Fact>(fact) {
            Ok(fact) => campaign.apply([Change::Write(fact)]),
            Err(_) => {
                let reason = "This line is no fact that halfhour knows.".to_owned();
                problems.push(Problem { place: line, line, reason, rejected: true, skipped: false });
            }
        }
    }
    tick(text.len());
    let people = people(&campaign);
    let mut found = vec![Found::new(SOURCE.kind, people.len() + problems.len(), Findings::People(people), problems)];
    let own = own(&campaign);
    let own = Found::new("halfhour_archive_own", own.len(), Findings::Seeker(own), Vec::new());
    found.push(Found { said: said(&campaign), ..own });
    found.extend(exchanges(&campaign));
    found.extend(left_behind(&campaign));
    found
}

/// What happened in that search is counted and left with it, and it is said what brings a whole search back.
fn left_behind(campaign: &Campaign) -> Option<Found> {
    let of_a_search = [
        campaign.ideas.len(),
        campaign.cases.len(),
        campaign.question_plans.len(),
        campaign.stories.len(),
        campaign.wordings.len(),
        campaign.asks.len(),
        campaign.conversations.len(),
        campaign.referrals.len(),
        campaign.commitments.len(),
        campaign.earlier.len(),
        campaign.opportunities.len(),
        campaign.last_thanks.len(),
    ];
    let count = of_a_search.into_iter().sum();
    let skipped = BTreeMap::from([(LEFT_BEHIND, count)]);
    let found = || Findings::Exchanges(Exchanges { skipped, ..Exchanges::default() });
    (count > 0).then(|| Found::new("halfhour_archive_search", count, found(), Vec::new()))
}

/// Said of what stays in the search that was exported.
const LEFT_BEHIND: &str = "such as asks, conversations, promises, stories and ideas, which stay with their search; a backup \
                           that is restored brings a whole search back";

fn people(campaign: &Campaign) -> Vec<PersonRow> {
    let mut seen = person::Seen::new();
    let standing = campaign.everybody().filter(|shown| shown.told().is_none_or(|told| !told.forgotten));
    (1..).zip(standing).map(|(place, shown)| row(place, &shown, &mut seen)).collect()
}

fn row(place: u32, shown: &Shown<'_>, seen: &mut person::Seen) -> PersonRow {
    let owned = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let (emails, phones, links) = (owned(shown.emails()), owned(shown.phones()), owned(shown.links()));
    let newest =
        |part: fn(&method::list::Record) -> Option<&String>| shown.records.iter().find_map(|one| part(one)).cloned();
    let key = match links.first() {
        Some(link) => format!("link:{link}"),
        None => person::key(None, shown.name(), emails.first(), phones.first()),
    };
    PersonRow {
        place,
        key: person::numbered(key, seen),
        name: shown.name().to_owned(),
        given: newest(|one| one.given.as_ref()),
        family: newest(|one| one.family.as_ref()),
        organization: shown.organization().map(str::to_owned),
        title: shown.title().map(str::to_owned),
        connected_on: shown.records.iter().find_map(|one| one.connected_on),
        birthday: shown.birthday(),
        postal: owned(shown.postal()),
        other_names: owned(shown.other_names()),
        past: shown.records.iter().flat_map(|one| one.past.iter().cloned()).collect(),
        emails,
        phones,
        links,
    }
}

fn own(campaign: &Campaign) -> Vec<SeekerRow> {
    let seeker = &campaign.seeker;
    let mut rows = Vec::new();
    if seeker.name.is_some() || seeker.headline.is_some() {
        rows.push(SeekerRow::Profile { name: seeker.name.clone(), headline: seeker.headline.clone() });
    }
    rows.extend(seeker.addresses.iter().map(|email| SeekerRow::Address { email: email.clone() }));
    rows.extend(seeker.links.iter().map(|link| SeekerRow::Link { link: link.clone() }));
    rows.extend(campaign.positions.values().map(|one| SeekerRow::Position {
        organization: one.organization.clone(),
        title: one.title.clone(),
        started_on: one.started_on,
        ended_on: one.ended_on,
    }));
    rows.extend(campaign.schools.values().map(|one| SeekerRow::School {
        name: one.name.clone(),
        degree: one.degree.clone(),
        started_on: one.started_on,
        ended_on: one.ended_on,
    }));
    rows.extend(
        campaign
            .followed
            .values()
            .map(|one| SeekerRow::Follows { organization: one.organization.clone(), followed_on: one.followed_on }),
    );
    let standing = campaign.strengths.values().filter(|one| !one.dropped);
    rows.extend(standing.map(|one| SeekerRow::Skill { name: one.name.clone() }));
    rows
}

/// What may show a strength: what files told of the seeker's work, and the proofs that the seeker told.
fn said(campaign: &Campaign) -> Vec<Said> {
    let told = campaign.strengths.values().filter(|one| !one.dropped && one.proof_source.is_none());
    let told =
        told.filter_map(|one| Some(Said { of: vec![one.name.clone()], ..Said::by_the_seeker(one.proof.clone()?) }));
    campaign.sources.values().flat_map(|source| source.said.iter().flatten().cloned()).chain(told).collect()
}

/// More letters than this on one day nobody writes: it is a broken file, and sums of it would overflow.
const MOST_A_DAY: u32 = 10_000;

/// What each importer once counted, added up by day, and never one thing for each letter: a few bytes may say millions.
fn exchanges(campaign: &Campaign) -> Vec<Found> {
    let mut each: BTreeMap<&str, Exchanges> = BTreeMap::new();
    for one in campaign.correspondence.values() {
        take_days(each.entry(&one.importer).or_default(), one);
    }
    for one in campaign.acquaintances.values() {
        take_pair(each.entry(&one.importer).or_default(), one);
    }
    let found = each.into_iter().map(|(importer, mut found)| {
        // That two people know each other may be all that is left of letters.
        found.counted = found.counted.max(usize::from(!found.acquaintances.is_empty()));
        let read = found.counted + found.skipped.values().sum::<usize>();
        Found::new(importer.to_owned(), read, Findings::Exchanges(found), Vec::new())
    });
    found.collect()
}

fn take_days(found: &mut Exchanges, one: &Correspondence) {
    let few = |count: u32| count.min(MOST_A_DAY);
    let with = found.with.entry(one.address.clone()).or_default();
    for (on, day) in &one.days {
        if !is_believed(*on) {
            *found.skipped.entry("dated on a day on which nobody wrote or met").or_default() += 1;
            continue;
        }
        let day = Letters { sent: few(day.sent), received: few(day.received), met: few(day.met) };
        found.counted += usize::try_from(day.all()).unwrap_or_default();
        let known = with.days.entry(*on).or_default();
        *known = known.or_more(day);
    }
}

fn take_pair(found: &mut Exchanges, one: &Acquaintance) {
    let pair = if one.a <= one.b { (one.a.clone(), one.b.clone()) } else { (one.b.clone(), one.a.clone()) };
    let shared = Shared { years: one.years.iter().copied().collect(), last_on: one.last_on };
    found.acquaintances.insert(pair, shared);
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use method::ask::{Ask, Form};
    use method::id::{AskId, Id, PersonId};
    use method::list::Person;

    use super::*;

    #[test]
    fn what_happened_in_a_search_is_left_behind_and_counted() {
        let person = Person::named(PersonId::from_number(1), "Ana Pereira", date(2026, 11, 23));
        let line = |fact: &Fact| serde_json::to_string(fact).unwrap();
        let listed = format!("{BEGINNING}1}}\n{}\n", line(&person.clone().into()));
        let left = |text: &str| {
            let found = read(text, &Me::default(), &mut |_| ());
            let found = found.into_iter().find(|one| one.kind == "halfhour_archive_search");
            found.map(|one| one.findings)
        };
        assert!(left(&listed).is_none());
        let ask = Ask::made(AskId::from_number(1), person.id, Form::Call, date(2026, 11, 23));
        let Some(Findings::Exchanges(found)) = left(&format!("{listed}{}\n", line(&ask.into()))) else {
            panic!("the ask is counted");
        };
        assert_eq!((found.skipped[LEFT_BEHIND], found.counted), (1, 0));
    }
}

//! Everything that is known about one person, on one page.
//!
//! Serves the first step, `list show`. Each value that is shown says where it comes from. It refuses people who were
//! forgotten, and shows of letters only how many and when.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::ask::Ask;
use crate::campaign::{Campaign, PersonRef, Shown};
use crate::case::Case;
use crate::change::Refusal;
use crate::conversation::{Commitment, Conversation, Referral, Side};
use crate::follow_through::resting;
use crate::id::PersonId;
use crate::list::listing::Origin;
use crate::list::standing::standing;
use crate::list::{Correspondence, Person, Record};
use crate::momentum::Opportunity;
use crate::questions::QuestionPlan;

/// One person, whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Portrait {
    /// Id and name.
    pub person: PersonRef,
    /// What is shown, each with where it comes from.
    pub values: Vec<Value>,
    /// What the seeker told.
    pub told: Person,
    /// What the files say, newest first.
    pub records: Vec<Row>,
    /// Where they used to be, as earlier files said, latest first.
    pub past: Vec<crate::list::Past>,
    /// The case for them.
    pub case: Option<Case>,
    /// The questions for them.
    pub questions: Option<QuestionPlan>,
    /// Asks, latest first.
    pub asks: Vec<Ask>,
    /// Conversations, latest first.
    pub conversations: Vec<Conversation>,
    /// Promises of the seeker to them, oldest first.
    pub promised_by_you: Vec<Commitment>,
    /// Whether an open one among them is no move for now, because they declined, are set aside, or the search is closed.
    pub promises_rest: bool,
    /// Promises of theirs, oldest first.
    pub promised_by_them: Vec<Commitment>,
    /// Whom they named, oldest first.
    pub named: Vec<Named>,
    /// Who named them, oldest first.
    pub named_by: Vec<Named>,
    /// Opportunities that came through them.
    pub opportunities: Vec<Opportunity>,
    /// Letters with them; none when there were none.
    pub correspondence: Option<Exchange>,
}

impl Portrait {
    /// Whether anything says that the seeker knows them: a mark, a year, a conversation, a letter or a meeting of theirs.
    pub fn is_known(&self) -> bool {
        let told = &self.told;
        let said = told.respected || told.close || told.known_since_on.is_some() || told.how_known.is_some();
        let wrote = self.correspondence.is_some_and(|letters| letters.sent > 0 || letters.met > 0);
        said || wrote || !self.conversations.is_empty()
    }
}

/// One value as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Value {
    /// Which: `name`, `organization`, `title`, `email`, `phone`, `link`, `other_name`, `birthday` or `postal`.
    pub field: &'static str,
    /// The value.
    pub value: String,
    /// The row of a file that says so; null when the seeker told it.
    pub from: Option<Origin>,
}

/// One row of a file, with the id by which it can be split off.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The file and the place.
    pub origin: Origin,
    /// What it says.
    pub record: Record,
}

/// A referral, seen from one of its two sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The other side.
    pub person: PersonRef,
    /// The day.
    pub named_on: Date,
    /// The day on which it was made warm, if it was.
    pub introduced_on: Option<Date>,
    /// The day on which the seeker told the giver how it went.
    pub reported_on: Option<Date>,
}

/// Letters with one person: how many and when, never what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Exchange {
    /// Letters by the seeker.
    pub sent: u32,
    /// Letters to the seeker.
    pub received: u32,
    /// Meetings that calendars have.
    pub met: u32,
    /// The day of the first one.
    pub first_on: Date,
    /// The day of the last one.
    pub last_on: Date,
}

/// Everything about one person.
///
/// # Errors
/// When nobody has that id, or they were forgotten.
pub fn portrait(campaign: &Campaign, id: PersonId) -> Result<Portrait, Refusal> {
    let told = standing(campaign, id)?.clone();
    let shown = campaign.shown(id);
    let mut asks: Vec<Ask> = theirs(campaign.asks.values(), |one| one.person == id);
    asks.sort_by_key(|ask| std::cmp::Reverse((ask.asked_on, ask.id)));
    let mut conversations: Vec<Conversation> = theirs(campaign.conversations.values(), |one| one.person == id);
    conversations.sort_by_key(|held| std::cmp::Reverse((held.held_on, held.id)));
    let promises =
        |side| theirs(campaign.commitments.values(), |one: &Commitment| one.person == id && one.side == side);
    Ok(Portrait {
        person: campaign.person_ref(id),
        values: values(campaign, &shown),
        told,
        records: shown.records.iter().map(|record| row(campaign, record)).collect(),
        past: past(&shown),
        case: campaign.cases.values().find(|case| case.person == id).cloned(),
        questions: campaign.question_plans.values().find(|plan| plan.person == id).cloned(),
        asks,
        conversations,
        promised_by_you: promises(Side::Mine),
        promises_rest: resting::rest(campaign, id),
        promised_by_them: promises(Side::Theirs),
        named: named(campaign, |one| (one.by == id).then_some(one.person)),
        named_by: named(campaign, |one| (one.person == id).then_some(one.by)),
        opportunities: theirs(campaign.opportunities.values(), |one| one.through == Some(id)),
        correspondence: exchange(campaign, &shown),
    })
}

fn theirs<'a, T: Clone + 'a>(all: impl Iterator<Item = &'a T>, is_theirs: impl Fn(&T) -> bool) -> Vec<T> {
    all.filter(|one| is_theirs(one)).cloned().collect()
}

fn row(campaign: &Campaign, record: &Record) -> Row {
    Row { origin: Origin::of(campaign, record), record: record.clone() }
}

fn past(shown: &Shown<'_>) -> Vec<crate::list::Past> {
    let mut past: Vec<crate::list::Past> =
        shown.records.iter().flat_map(|record| record.past.iter().cloned()).collect();
    // A file may have seen them where they still are.
    let now = (shown.organization(), shown.title());
    past.retain(|place| (place.organization.as_deref(), place.title.as_deref()) != now);
    past.sort_by_key(|place| std::cmp::Reverse(place.until_on));
    // Two files may tell of one place with two days; the later one is nearer to the end.
    let mut told = BTreeSet::new();
    past.retain(|place| told.insert((place.organization.clone(), place.title.clone())));
    past
}

fn values(campaign: &Campaign, shown: &Shown<'_>) -> Vec<Value> {
    let mut all: Vec<(&'static str, &str)> = vec![("name", shown.name())];
    all.extend(shown.organization().map(|value| ("organization", value)));
    all.extend(shown.title().map(|value| ("title", value)));
    all.extend(shown.emails().into_iter().map(|value| ("email", value)));
    all.extend(shown.phones().into_iter().map(|value| ("phone", value)));
    all.extend(shown.links().into_iter().map(|value| ("link", value)));
    all.extend(shown.other_names().into_iter().map(|value| ("other_name", value)));
    let birthday = shown.birthday().map(|day| day.to_string());
    all.extend(birthday.as_deref().map(|value| ("birthday", value)));
    all.extend(shown.postal().into_iter().map(|value| ("postal", value)));
    let valued = |(field, value): (&'static str, &str)| {
        let is_told = shown.told().is_some_and(|person| tells(person, field, value));
        let record = shown.records.iter().filter(|_| !is_told).find(|record| says(record, field, value));
        Value { field, value: value.to_owned(), from: record.map(|record| Origin::of(campaign, record)) }
    };
    all.into_iter().map(valued).collect()
}

fn tells(person: &Person, field: &str, value: &str) -> bool {
    let is = |told: &Option<String>| told.as_deref() == Some(value);
    let has = |told: &[String]| told.iter().any(|one| one == value);
    match field {
        "name" => is(&person.name),
        "organization" => is(&person.organization),
        "title" => is(&person.title),
        "email" => has(&person.emails),
        "phone" => has(&person.phones),
        "link" => has(&person.links),
        _ => false,
    }
}

fn says(record: &Record, field: &str, value: &str) -> bool {
    let is = |told: &Option<String>| told.as_deref() == Some(value);
    let has = |told: &[String]| told.iter().any(|one| one == value);
    match field {
        "name" => record.name == value,
        "organization" => is(&record.organization),
        "title" => is(&record.title),
        "email" => has(&record.emails),
        "phone" => has(&record.phones),
        "link" => has(&record.links),
        "other_name" => has(&record.other_names),
        "postal" => has(&record.postal),
        _ => record.birthday.is_some_and(|day| day.to_string() == value),
    }
}

fn named(campaign: &Campaign, other: impl Fn(&Referral) -> Option<PersonId>) -> Vec<Named> {
    let mut named: Vec<Named> = campaign
        .referrals
        .values()
        .filter_map(|referral| {
            Some(Named {
                person: campaign.person_ref(other(referral)?),
                named_on: referral.named_on,
                introduced_on: referral.introduced_on,
                reported_on: referral.reported_on,
            })
        })
        .collect();
    named.sort_by_key(|one| one.named_on);
    named
}

fn exchange(campaign: &Campaign, shown: &Shown<'_>) -> Option<Exchange> {
    let addresses = [shown.emails(), shown.links()].concat();
    let letters: Vec<&Correspondence> =
        campaign.correspondence.values().filter(|one| addresses.contains(&one.address.as_str())).collect();
    let days = || letters.iter().flat_map(|one| &one.days);
    let sum = |way: fn(&crate::list::Letters) -> u32| days().map(|(_, day)| way(day)).fold(0, u32::saturating_add);
    Some(Exchange {
        sent: sum(|day| day.sent),
        received: sum(|day| day.received),
        met: sum(|day| day.met),
        first_on: days().map(|(day, _)| *day).min()?,
        last_on: days().map(|(day, _)| *day).max()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::Form;
    use crate::id::{AskId, CorrespondenceId, Id};
    use crate::list::Letters;
    use crate::list::scene::{TODAY, ana, p, referral};
    use jiff::civil::date;
    use std::collections::BTreeMap;

    #[test]
    fn every_value_says_where_it_comes_from() {
        let mut campaign = ana();
        let told = Person { title: Some("Head of planning".into()), ..campaign.people[&p(1)].clone() };
        campaign.apply([told.into()]);
        let portrait = portrait(&campaign, p(1)).unwrap();
        let from: Vec<_> = portrait
            .values
            .iter()
            .map(|one| (one.field, one.value.as_str(), one.from.as_ref().map(|origin| origin.file.as_str())))
            .collect();
        let file = Some("Connections.csv");
        assert_eq!(
            from,
            [
                ("name", "Ana Pereira", file),
                ("organization", "Harbor Freight", file),
                ("title", "Head of planning", None),
                ("email", "ana@harbor.example", file),
                ("link", "linkedin.com/in/ana-pereira", file),
            ]
        );
    }

    #[test]
    fn what_happened_is_seen_from_their_side() {
        let mut campaign = ana();
        campaign.apply([
            Ask::made(AskId::from_number(1), p(1), Form::Call, TODAY).into(),
            Ask::made(AskId::from_number(2), p(2), Form::Call, TODAY).into(),
            referral(1, 1, 2).into(),
            Correspondence {
                id: CorrespondenceId::from_number(1),
                importer: "mail".into(),
                address: "ana@harbor.example".into(),
                days: BTreeMap::from([(date(2020, 1, 1), Letters { sent: 2, received: 1, met: 0 })]),
            }
            .into(),
        ]);
        let (ana, bo) = (portrait(&campaign, p(1)).unwrap(), portrait(&campaign, p(2)).unwrap());
        assert_eq!((ana.asks.len(), ana.named[0].person.name.as_str(), ana.named_by.len()), (1, "Bo Lind", 0));
        assert_eq!((bo.named.len(), bo.named_by[0].person.name.as_str()), (0, "Ana Pereira"));
        let day = date(2020, 1, 1);
        let letters = Exchange { sent: 2, received: 1, met: 0, first_on: day, last_on: day };
        assert_eq!((ana.correspondence, bo.correspondence), (Some(letters), None));
    }
}

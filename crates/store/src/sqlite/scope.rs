//! Reading a campaign, as much of it as a scope says. Serves every step.
//!
//! What is left out never is a person whom a loaded fact mentions: that follows from what each noun says it mentions,
//! and not from a list that somebody would have to remember to extend.

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use method::campaign::Campaign;
use method::change::{Change, Fact, Kind, Noun};
use method::day::own_clock::OwnClock;
use method::direction::{Direction, Week};
use method::id::{DirectionId, Id, PersonId, SeekerId, WeekId};
use method::list::{Acquaintance, Correspondence, Person, Record};
use method::seeker::Seeker;
use rusqlite::{Connection, Result};

use super::rows::{self, Owner};
use super::{facts, list};
use crate::store::Scope;

/// Reads the campaign within that scope.
pub fn read(file: &Connection, owner: Owner, scope: Scope) -> Result<Campaign> {
    let mut campaign = Campaign::default();
    campaign.own_clock = OwnClock::new(on_this_machine);
    campaign.seeker = Seeker::unknown(SeekerId::from_number(owner.seeker.unsigned_abs()));
    campaign.direction = Direction::unset(DirectionId::from_number(owner.campaign.unsigned_abs()));
    campaign.week = Week::unplanned(WeekId::from_number(owner.campaign.unsigned_abs()));
    let mut mentioned = BTreeSet::new();
    for kind in Kind::ALL {
        if !matches!(kind, Kind::Person | Kind::Record | Kind::Correspondence | Kind::Acquaintance) {
            for fact in facts::all(file, owner, *kind)? {
                mentioned.extend(fact.mentions().into_iter().filter(|key| key.kind == Kind::Person));
                campaign.apply([Change::Write(fact)]);
            }
        }
    }
    let mentioned = mentioned.into_iter().map(|key| PersonId::from_number(key.number));
    match scope {
        Scope::Told => read_people(file, owner, mentioned, &mut campaign)?,
        Scope::Person(person) => {
            read_people(file, owner, mentioned.chain([person]), &mut campaign)?;
            read_letters(file, owner, person, &mut campaign)?;
        }
        Scope::Everyone => read_everybody(file, owner, &mut campaign)?,
        Scope::Ties => read_ties(file, owner, &mut campaign)?,
        Scope::Acquaintances => {
            read_people(file, owner, mentioned, &mut campaign)?;
            read_acquaintances(file, owner, &mut campaign)?;
        }
        Scope::Everything => {
            read_ties(file, owner, &mut campaign)?;
            read_acquaintances(file, owner, &mut campaign)?;
        }
    }
    Ok(campaign)
}

/// What a clock elsewhere shows, on that of this machine.
fn on_this_machine(there: DateTime, zone: &str) -> Option<DateTime> {
    at_home(there, zone, &TimeZone::system())
}

/// The same moment on a clock at home: a day and time of another zone as it is in the seeker's own. None when nobody knows
/// that zone.
pub fn at_home(there: DateTime, zone: &str, own: &TimeZone) -> Option<DateTime> {
    let there = TimeZone::get(zone).ok()?.to_zoned(there).ok()?;
    Some(there.with_time_zone(own.clone()).datetime())
}

/// The people of whom anything was told, and these, each with their records.
fn read_people(
    file: &Connection,
    owner: Owner,
    these: impl Iterator<Item = PersonId>,
    campaign: &mut Campaign,
) -> Result<()> {
    for person in list::told_people(file, owner)? {
        campaign.people.insert(person.id, person);
    }
    for id in these {
        if !campaign.people.contains_key(&id)
            && let Some(person) = rows::one::<Person>(file, owner, id.number())?
        {
            campaign.people.insert(id, person);
        }
    }
    let people: Vec<PersonId> = campaign.people.keys().copied().collect();
    for person in people {
        write_all(campaign, list::records_of(file, owner, person)?);
    }
    Ok(())
}

/// Everybody, with all records.
fn read_everybody(file: &Connection, owner: Owner, campaign: &mut Campaign) -> Result<()> {
    campaign.people = list::everybody(file, owner)?;
    campaign.hold_records(rows::all_by(file, owner, |record: Record| (record.id, record))?);
    Ok(())
}

/// Everybody, with all records and all correspondence.
fn read_ties(file: &Connection, owner: Owner, campaign: &mut Campaign) -> Result<()> {
    read_everybody(file, owner, campaign)?;
    campaign.correspondence = rows::all_by(file, owner, |letters: Correspondence| (letters.id, letters))?;
    Ok(())
}

/// Who knows whom.
fn read_acquaintances(file: &Connection, owner: Owner, campaign: &mut Campaign) -> Result<()> {
    campaign.acquaintances = rows::all_by(file, owner, |pair: Acquaintance| (pair.id, pair))?;
    Ok(())
}

/// What the seeker and that person wrote to each other, at whichever of their addresses.
fn read_letters(file: &Connection, owner: Owner, person: PersonId, campaign: &mut Campaign) -> Result<()> {
    let shown = campaign.shown(person);
    let written = shown.emails().into_iter().chain(shown.links());
    let addresses: BTreeSet<String> =
        written.flat_map(|address| [address.to_owned(), address.to_lowercase()]).collect();
    for address in addresses {
        for letters in list::letters_of(file, owner, &address)? {
            campaign.correspondence.insert(letters.id, letters);
        }
    }
    Ok(())
}

fn write_all<F: Into<Fact>>(campaign: &mut Campaign, facts: Vec<F>) {
    campaign.apply(facts.into_iter().map(|fact| Change::Write(fact.into())));
}

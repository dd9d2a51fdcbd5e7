//! One entry that is really two people becomes two.
//!
//! Serves the first step. Only records move; what was told, and everything that happened, stays unless the seeker says that
//! what was told goes along. That the two are not one is remembered. It refuses to leave anybody without a name.

use std::collections::BTreeSet;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::id::{Ids, PersonId, RecordId};
use crate::list::standing::standing;
use crate::list::{Apart, Person, Record};
use crate::words::words;

words! {
    /// Where the words of the seeker go in a split.
    pub enum Told {
        /// They stay with the person who keeps the id.
        Stays = "stays",
        /// They go to the new person.
        Goes = "goes",
    }
}

/// Moves these records to a new person. Asks, conversations and promises stay where they are.
///
/// # Errors
/// When no record is named, one belongs to somebody else, or the one who stays would be left without a name.
pub fn split_person(campaign: &Campaign, ids: &Ids, id: PersonId, records: &[RecordId], told: Told) -> Decision {
    let stands = standing(campaign, id)?;
    let going = going(campaign, id, records)?;
    let shown = campaign.shown(id);
    let nameless = told == Told::Goes || stands.name.is_none();
    if going.len() == shown.records.len() && nameless {
        return Err(Refusal::method(
            format!("Nothing would be left of {}.", shown.name()),
            "Name only the records that are about the other person.",
        ));
    }
    let new = Person::untold(ids.fresh(), stands.listed_on);
    let blank = |id| Person::untold(id, stands.listed_on);
    let (stays, goes) = match told {
        Told::Stays => (None, new),
        Told::Goes => (Some(blank(id)), Person { id: new.id, ..stands.clone() }),
    };
    let to = goes.id;
    let mut changes: Vec<Change> = vec![goes.into()];
    changes.extend(stays.map(Change::from));
    changes.push(Apart::of(ids.fresh(), id, to).into());
    changes.extend(going.into_iter().map(|record| Record { person: to, ..record.clone() }.into()));
    Ok(changes)
}

fn going<'a>(campaign: &'a Campaign, id: PersonId, records: &[RecordId]) -> Result<Vec<&'a Record>, Refusal> {
    let show = format!("`halfhour list show {id}` lists their records with ids.");
    if records.is_empty() {
        return Err(Refusal::usage("No record is named.", show));
    }
    let once: BTreeSet<RecordId> = records.iter().copied().collect();
    let of_theirs = |record: &RecordId| {
        let found = campaign.records.get(record).filter(|found| found.person == id);
        found.ok_or_else(|| {
            let name = campaign.name(id);
            Refusal::unknown(format!("{record} is no record of {name}."), show.clone())
        })
    };
    once.iter().map(of_theirs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::id::Id;
    use crate::list::scene::{TODAY, ana, ids_after, p, record};

    fn r(number: u64) -> RecordId {
        RecordId::from_number(number)
    }

    /// Ana with a second record, and a note.
    fn two_in_one() -> Campaign {
        let mut campaign = ana();
        let noted = Person { notes: Some("met in Oslo".into()), ..Person::untold(p(1), TODAY) };
        campaign.apply([noted.into(), record(2, 1, "Ana Perez").into()]);
        campaign
    }

    fn split(records: &[RecordId], told: Told) -> Result<Campaign, Refusal> {
        let mut campaign = two_in_one();
        let changes = split_person(&campaign, &ids_after(&campaign), p(1), records, told)?;
        campaign.apply(changes);
        Ok(campaign)
    }

    #[test]
    fn records_go_and_what_was_told_stays() {
        let campaign = split(&[r(2)], Told::Stays).unwrap();
        assert_eq!((campaign.name(p(1)).as_str(), campaign.name(p(3)).as_str()), ("Ana Pereira", "Ana Perez"));
        assert!(campaign.people[&p(1)].notes.is_some() && campaign.people[&p(3)].notes.is_none());
    }

    #[test]
    fn what_was_told_can_go_along() {
        let campaign = split(&[r(2)], Told::Goes).unwrap();
        assert!(campaign.people[&p(1)].notes.is_none() && campaign.people[&p(3)].notes.is_some());
    }

    #[test]
    fn nobody_is_left_without_a_name() {
        for told in [Told::Stays, Told::Goes] {
            assert_eq!(split(&[r(1), r(2)], told).unwrap_err().kind, No::Method);
        }
    }

    #[test]
    fn only_their_own_records_can_go() {
        assert_eq!(split(&[], Told::Stays).unwrap_err().kind, No::Usage);
        assert_eq!(split(&[r(7)], Told::Stays).unwrap_err().kind, No::Unknown);
    }
}

//! The campaign in memory, and what is made from it once for many pages: everybody by name, the last slate, and who knows
//! whom.
//!
//! Serves every page. All of it follows from the campaign and goes with it; nothing here is kept anywhere else.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jiff::civil::Date;
use method::campaign::Campaign;
use method::change::{Change, Fact, Kind};
use method::id::{AcquaintanceId, Id, PersonId, RecordId};
use method::list::by_name::ByName;
use method::list::duplicates::{Duplicate, duplicates};
use method::list::path::circle::Circle;
use method::list::slate::{Slate, slate};
use method::list::{Acquaintance, Person};

/// What a circle is made from, all of it; of a person and of the direction only a part is.
const MAKE_A_CIRCLE: [Kind; 6] =
    [Kind::Person, Kind::Record, Kind::Acquaintance, Kind::Correspondence, Kind::Position, Kind::Direction];

/// With more people changed at once than this, everybody is put in order anew.
const A_FEW: usize = 200;

/// The campaign as the file had it when its counter stood there.
#[derive(Debug)]
pub struct Held {
    /// The counter of the file.
    pub counter: u64,
    /// Everything.
    pub campaign: Arc<Campaign>,
    by_name: OnceLock<Arc<ByName>>,
    duplicates: OnceLock<Arc<Vec<Duplicate>>>,
    slate: Mutex<Option<(Date, usize, Arc<Slate>)>>,
    circle: Mutex<Option<(Date, Arc<Circle>)>>,
}

type Acquaintances = BTreeMap<AcquaintanceId, Acquaintance>;

impl Held {
    /// A campaign that was just read.
    pub fn new(counter: u64, campaign: Campaign) -> Self {
        let campaign = Arc::new(campaign);
        let (by_name, duplicates) = (OnceLock::new(), OnceLock::new());
        Held { counter, campaign, by_name, duplicates, slate: Mutex::default(), circle: Mutex::default() }
    }

    /// Everybody, in the order of their names.
    pub fn by_name(&self) -> &ByName {
        self.by_name.get_or_init(|| Arc::new(ByName::of(&self.campaign)))
    }

    /// Who may stand there twice, the surest first. Of tens of thousands of people it takes half a second.
    pub fn duplicates(&self) -> Arc<Vec<Duplicate>> {
        Arc::clone(self.duplicates.get_or_init(|| Arc::new(duplicates(&self.campaign))))
    }

    /// The slate of that day.
    pub fn slate(&self, today: Date, n: usize) -> Arc<Slate> {
        let mut last = self.slate.lock().unwrap_or_else(PoisonError::into_inner);
        match last.as_ref() {
            Some((on, many, slate)) if (*on, *many) == (today, n) => Arc::clone(slate),
            _ => {
                let fresh = Arc::new(slate(&self.campaign, today, n));
                *last = Some((today, n, Arc::clone(&fresh)));
                fresh
            }
        }
    }

    /// Who knows whom on that day, made from acquaintances that are read when they are needed first.
    ///
    /// # Errors
    /// Why they could not be read.
    pub fn circle(
        &self,
        today: Date,
        read: impl FnOnce() -> Result<Acquaintances, store::Error>,
    ) -> Result<Arc<Circle>, store::Error> {
        let mut last = self.circle.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, circle)) = last.as_ref().filter(|(on, _)| *on == today) {
            return Ok(Arc::clone(circle));
        }
        let fresh = Arc::new(Circle::with(&self.campaign, read()?.values(), today));
        *last = Some((today, Arc::clone(&fresh)));
        Ok(fresh)
    }

    /// The same after these changes. Where nobody else holds the campaign, it is changed in place.
    pub fn moved_on(held: Arc<Held>, counter: u64, changes: &[Change]) -> Held {
        let touched = touched(&held.campaign, changes);
        let duplicates = held.duplicates.get().and_then(|pairs| still_alike(pairs, changes));
        let keep = !changes.iter().any(|change| makes_a_circle(&held.campaign, change));
        let circle = held.circle.lock().unwrap_or_else(PoisonError::into_inner).clone().filter(|_| keep);
        let (mut campaign, by_name) = match Arc::try_unwrap(held) {
            Ok(held) => (held.campaign, held.by_name.into_inner()),
            Err(held) => (Arc::clone(&held.campaign), held.by_name.get().cloned()),
        };
        // Acquaintances are not held, as they are not read.
        let here = changes.iter().filter(|change| change.key().kind != Kind::Acquaintance);
        Arc::make_mut(&mut campaign).apply(here.cloned());
        let by_name = by_name.filter(|_| touched.len() <= A_FEW).map(|mut by_name| {
            Arc::make_mut(&mut by_name).move_on(&campaign, &touched);
            OnceLock::from(by_name)
        });
        let (by_name, circle) = (by_name.unwrap_or_default(), Mutex::new(circle));
        let duplicates = duplicates.map(OnceLock::from).unwrap_or_default();
        Held { counter, campaign, by_name, duplicates, slate: Mutex::default(), circle }
    }
}

/// Whether who knows whom may be otherwise after this change. Marks, days, notes and the name of somebody make no circle.
fn makes_a_circle(before: &Campaign, change: &Change) -> bool {
    match change {
        Change::Write(Fact::Person(now)) => {
            before.people.get(&now.id).is_none_or(|then| of_a_circle(then) != of_a_circle(now))
        }
        Change::Write(Fact::Direction(now)) => now.organizations != before.direction.organizations,
        other => MAKE_A_CIRCLE.contains(&other.key().kind),
    }
}

/// What of a person a circle is made from.
fn of_a_circle(person: &Person) -> impl PartialEq {
    let Person { emails, links, organization, how_known, forgotten, .. } = person.clone();
    (emails, links, organization, how_known, forgotten)
}

/// The pairs that stay after changes that touch nobody's entries: without those who were told apart. None when they have to
/// be looked for anew.
fn still_alike(pairs: &Arc<Vec<Duplicate>>, changes: &[Change]) -> Option<Arc<Vec<Duplicate>>> {
    let mut apart: BTreeSet<(PersonId, PersonId)> = BTreeSet::new();
    for change in changes {
        match change {
            Change::Write(Fact::Apart(one)) => apart.extend([(one.a, one.b), (one.b, one.a)]),
            other if matches!(other.key().kind, Kind::Person | Kind::Record | Kind::Apart) => return None,
            _ => {}
        }
    }
    if apart.is_empty() {
        return Some(Arc::clone(pairs));
    }
    Some(Arc::new(pairs.iter().filter(|pair| !apart.contains(&(pair.a, pair.b))).cloned().collect()))
}

/// Who may be called otherwise, or work elsewhere, after these changes.
fn touched(before: &Campaign, changes: &[Change]) -> BTreeSet<PersonId> {
    let told_of = |record: RecordId| before.records.get(&record).map(|record| record.person);
    let mut touched = BTreeSet::new();
    for change in changes {
        match change {
            Change::Write(Fact::Person(person)) => {
                touched.insert(person.id);
            }
            Change::Write(Fact::Record(record)) => {
                touched.extend([record.person]);
                touched.extend(told_of(record.id));
            }
            Change::Remove(key) if key.kind == Kind::Person => {
                touched.insert(PersonId::from_number(key.number));
            }
            Change::Remove(key) if key.kind == Kind::Record => {
                touched.extend(told_of(RecordId::from_number(key.number)))
            }
            _ => {}
        }
    }
    touched
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use method::direction::Direction;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn ana() -> Person {
        Person::named(PersonId::from_number(1), "Ana Pereira", TODAY)
    }

    /// Whether the circle has to be made anew after that change.
    fn is_made_anew(change: impl Into<Change>) -> bool {
        let mut campaign = Campaign::default();
        campaign.apply([ana().into()]);
        let held = Arc::new(Held::new(1, campaign));
        held.circle(TODAY, || Ok(BTreeMap::new())).unwrap();
        let after = Held::moved_on(held, 2, &[change.into()]);
        let mut made = false;
        after
            .circle(TODAY, || {
                made = true;
                Ok(BTreeMap::new())
            })
            .unwrap();
        made
    }

    #[test]
    fn only_what_a_circle_is_made_of_lets_go_of_it() {
        let kept = [
            Person { respected: true, ..ana() },
            Person { set_aside: true, ..ana() },
            Person { not_before_on: Some(TODAY), ..ana() },
            Person { notes: Some("Likes tea".into()), ..ana() },
        ];
        let anew = [
            Person { emails: vec!["ana@example.com".into()], ..ana() },
            Person { organization: Some("Quay Ltd".into()), ..ana() },
            Person { how_known: Some("We worked together at Quay Ltd".into()), ..ana() },
            Person { forgotten: true, ..ana() },
            Person::named(PersonId::from_number(2), "Bo Lind", TODAY),
        ];
        assert!(kept.into_iter().all(|person| !is_made_anew(person)));
        assert!(anew.into_iter().all(is_made_anew));
    }

    #[test]
    fn of_the_direction_only_its_organizations_count() {
        let direction = || Campaign::default().direction.clone();
        assert!(!is_made_anew(Direction { roles: vec!["Planner".into()], ..direction() }));
        assert!(is_made_anew(Direction { organizations: vec!["Quay Ltd".into()], ..direction() }));
    }
}

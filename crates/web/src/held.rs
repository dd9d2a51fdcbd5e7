//! The campaign in memory, and what is made from it once for many pages: everybody by name, and the last slate.
//!
//! Serves every page. All of it follows from the campaign and goes with it; nothing here is kept anywhere else.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jiff::civil::Date;
use method::campaign::Campaign;
use method::change::{Change, Fact, Kind};
use method::id::{Id, PersonId, RecordId};
use method::list::by_name::ByName;
use method::list::slate::{Slate, slate};

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
    slate: Mutex<Option<(Date, usize, Arc<Slate>)>>,
}

impl Held {
    /// A campaign that was just read.
    pub fn new(counter: u64, campaign: Campaign) -> Self {
        Held { counter, campaign: Arc::new(campaign), by_name: OnceLock::new(), slate: Mutex::default() }
    }

    /// Everybody, in the order of their names.
    pub fn by_name(&self) -> &ByName {
        self.by_name.get_or_init(|| Arc::new(ByName::of(&self.campaign)))
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

    /// The same after these changes. Where nobody else holds the campaign, it is changed in place.
    pub fn moved_on(held: Arc<Held>, counter: u64, changes: &[Change]) -> Held {
        let touched = touched(&held.campaign, changes);
        let (mut campaign, by_name) = match Arc::try_unwrap(held) {
            Ok(held) => (held.campaign, held.by_name.into_inner()),
            Err(held) => (Arc::clone(&held.campaign), held.by_name.get().cloned()),
        };
        Arc::make_mut(&mut campaign).apply(changes.iter().cloned());
        let by_name = by_name.filter(|_| touched.len() <= A_FEW).map(|mut by_name| {
            Arc::make_mut(&mut by_name).move_on(&campaign, &touched);
            OnceLock::from(by_name)
        });
        Held { counter, campaign, by_name: by_name.unwrap_or_default(), slate: Mutex::default() }
    }
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

//! Adds up what a mailbox or a calendar tells: with whom, on which day, in which direction, and who shared what with whom.
//!
//! Serves mailboxes and calendars. What it holds grows with the people and the days, not with the file. Every message
//! that is begun ends as counted, skipped or rejected. It refuses to know what was written.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::Date;
use method::list::Acquaintance;
use method::list::reading::{Exchanges, Findings, Me, Problem, Reading, Shared};
use method::list::role::is_role;
use sha2::{Digest as _, Sha256};

use crate::mail::decode::Party;
use crate::rejects;

/// How many messages that could not be read are named; the others are counted.
const MOST_PROBLEMS: usize = 500;

/// The most pairs that are noted of one file.
const MOST_PAIRS: usize = 500_000;

/// How something was exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The seeker wrote.
    Sent,
    /// The seeker was written to.
    Received,
    /// They met.
    Met,
}

/// The ledger of one file.
#[derive(Clone)]
pub(crate) struct Ledger {
    own: HashSet<String>,
    /// The day after which nothing has happened yet.
    pub today: Date,
    own_seen: BTreeSet<String>,
    lists: BTreeSet<String>,
    names: HashMap<String, (Date, String)>,
    seen: HashSet<u64>,
    found: Exchanges,
    read: usize,
    problems: Vec<Problem>,
    print: Sha256,
}

impl Ledger {
    pub(crate) fn new(me: &Me) -> Self {
        Ledger {
            own: me.addresses.iter().map(|address| one_mailbox(address)).collect(),
            today: me.today.unwrap_or_else(|| jiff::Zoned::now().date()),
            own_seen: BTreeSet::new(),
            lists: BTreeSet::new(),
            names: HashMap::new(),
            seen: HashSet::new(),
            found: Exchanges::default(),
            read: 0,
            problems: Vec::new(),
            print: Sha256::new(),
        }
    }

    /// Begins the next message and gives its number, from 1.
    pub(crate) fn begin(&mut self) -> u32 {
        self.read += 1;
        u32::try_from(self.read).unwrap_or(u32::MAX)
    }

    /// Whether no message has begun yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.read == 0
    }

    /// What makes the file the same file when it comes again.
    pub(crate) fn mark(&mut self, bytes: &[u8]) {
        self.print.update(bytes);
        self.print.update([0]);
    }

    /// Whether this is the first message with that id; the same one is often kept twice.
    pub(crate) fn is_first(&mut self, id: &[u8]) -> bool {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        self.seen.insert(hasher.finish())
    }

    /// Whether an address is one of the seeker's own.
    pub(crate) fn is_own(&mut self, address: &str) -> bool {
        let mailbox = one_mailbox(address);
        let is_own = self.own.contains(&mailbox);
        if is_own {
            self.own_seen.insert(mailbox);
        }
        is_own
    }

    /// Notes the address of a list: nobody is behind it, wherever else it stands.
    pub(crate) fn note_list(&mut self, address: String) {
        self.lists.insert(address);
    }

    /// The message counts.
    pub(crate) fn count(&mut self) {
        self.found.counted += 1;
    }

    /// The message could be read, and does not count.
    pub(crate) fn skip(&mut self, reason: &'static str) {
        *self.found.skipped.entry(reason).or_default() += 1;
    }

    /// The message cannot be used.
    pub(crate) fn reject(&mut self, place: u32, line: u32, reason: &str) {
        self.found.rejected += 1;
        self.problem(place, line, reason, true);
    }

    /// Something of a message that counts could not be read.
    pub(crate) fn note(&mut self, place: u32, line: u32, reason: &str) {
        self.problem(place, line, reason, false);
    }

    fn problem(&mut self, place: u32, line: u32, reason: &str, rejected: bool) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { place, line, reason: reason.to_owned(), rejected, skipped: false });
        }
    }

    /// Notes one letter or meeting with somebody.
    pub(crate) fn exchange(&mut self, party: &Party, on: Date, way: Way) {
        let with = self.found.with.entry(party.address.clone()).or_default();
        let day = with.days.entry(on).or_default();
        let count = match way {
            Way::Sent => &mut day.sent,
            Way::Received => &mut day.received,
            Way::Met => &mut day.met,
        };
        *count = count.saturating_add(1);
    }

    /// Notes the name that stood beside an address; the latest is kept.
    pub(crate) fn name(&mut self, party: &Party, on: Date) {
        let Some(name) = &party.name else { return };
        match self.names.get_mut(&party.address) {
            Some(known) if (known.0, &known.1) < (on, name) => *known = (on, name.clone()),
            Some(_) => {}
            None => {
                self.names.insert(party.address.clone(), (on, name.clone()));
            }
        }
    }

    /// Notes that these shared a letter or a meeting with the seeker, and so with each other.
    pub(crate) fn together(&mut self, others: &BTreeSet<&str>, on: Date) {
        let share = Acquaintance::share(others.len() + 1);
        if share == 0 {
            return;
        }
        for (nth, a) in others.iter().enumerate() {
            for b in others.iter().skip(nth + 1) {
                self.pair(a, b, share, on);
            }
        }
    }

    fn pair(&mut self, a: &str, b: &str, share: u32, on: Date) {
        let pairs = &mut self.found.acquaintances;
        let full = pairs.len() >= MOST_PAIRS;
        let place = (a.to_owned(), b.to_owned());
        if full && !pairs.contains_key(&place) {
            return;
        }
        let shared = pairs.entry(place).or_insert_with(|| Shared { years: BTreeMap::new(), last_on: on });
        let year = shared.years.entry(on.year()).or_default();
        *year = year.saturating_add(share);
        shared.last_on = shared.last_on.max(on);
    }

    /// The last day on which anything happened.
    fn last_on(&self) -> Option<Date> {
        self.found.with.values().filter_map(|one| one.days.last_key_value()).map(|(day, _)| *day).max()
    }

    /// What the file gave. The fingerprint holds what was read, which of it is the seeker's, and until when: with
    /// another address of the seeker's, or after another meeting, the same file tells more.
    pub(crate) fn reading(mut self, file: &str, kind: &str) -> Reading {
        let lists = std::mem::take(&mut self.lists);
        self.found.with.retain(|address, _| !lists.contains(address));
        self.found.acquaintances.retain(|(a, b), _| !lists.contains(a) && !lists.contains(b));
        for (address, (_, name)) in std::mem::take(&mut self.names) {
            if let Some(with) = self.found.with.get_mut(&address) {
                with.name = Some(name);
            }
        }
        for mailbox in std::mem::take(&mut self.own_seen) {
            self.mark(mailbox.as_bytes());
        }
        let last_on = self.last_on().map(|day| day.to_string()).unwrap_or_default();
        self.mark(last_on.as_bytes());
        let left_out = rejects::places_of(&self.problems);
        Reading {
            file: file.to_owned(),
            kind: kind.to_owned(),
            digest: hexadecimal(&self.print.finalize()),
            read: self.read,
            findings: Findings::Exchanges(self.found),
            problems: self.problems,
            columns: Vec::new(),
            said: Vec::new(),
            left_out,
        }
    }
}

/// Whether somebody in particular is behind an address.
pub(crate) fn is_person(address: &str) -> bool {
    !is_role(address)
}

/// Which mailbox an address leads to: what stands behind a plus is only a mark, and at one large provider so are dots.
fn one_mailbox(address: &str) -> String {
    let address = address.trim().to_lowercase();
    let Some((local, domain)) = address.split_once('@') else {
        return address;
    };
    let local = local.split('+').next().filter(|name| !name.is_empty()).unwrap_or(local);
    match domain {
        "gmail.com" | "googlemail.com" => format!("{}@gmail.com", local.replace('.', "")),
        _ => format!("{local}@{domain}"),
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Letters of a day, for tests.
#[cfg(test)]
pub(crate) fn letters(sent: u32, received: u32, met: u32) -> method::list::Letters {
    method::list::Letters { sent, received, met }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn ledger() -> Ledger {
        Ledger::new(&Me { addresses: vec!["Mia.Lund@gmail.com".into()], ..Me::default() })
    }

    #[test]
    fn one_mailbox_has_many_addresses() {
        let mut ledger = ledger();
        for address in ["mia.lund@gmail.com", "mialund+jobs@googlemail.com"] {
            assert!(ledger.is_own(address), "{address}");
        }
        assert!(!ledger.is_own("mia.lund@example.com"));
    }

    #[test]
    fn who_share_a_letter_with_the_seeker_share_it_with_each_other() {
        let mut ledger = ledger();
        let (three, two) = (BTreeSet::from(["a@x", "b@x", "c@x"]), BTreeSet::from(["a@x", "b@x"]));
        ledger.together(&three, date(2025, 1, 1));
        ledger.together(&two, date(2026, 1, 1));
        let Findings::Exchanges(found) = ledger.reading("f", "mail").findings else { panic!() };
        let shared = &found.acquaintances[&("a@x".to_owned(), "b@x".to_owned())];
        assert_eq!(shared.years, BTreeMap::from([(2025, 140), (2026, 210)]));
        assert_eq!((found.acquaintances.len(), shared.last_on), (3, date(2026, 1, 1)));
    }

    #[test]
    fn nine_people_are_a_crowd() {
        let mut ledger = ledger();
        let others: Vec<String> = (0..8).map(|number| format!("{number}@x")).collect();
        ledger.together(&others.iter().map(String::as_str).collect(), date(2025, 1, 1));
        let Findings::Exchanges(found) = ledger.reading("f", "mail").findings else { panic!() };
        assert!(found.acquaintances.is_empty());
    }

    #[test]
    fn the_latest_name_is_kept_and_a_list_is_nobody() {
        let mut ledger = ledger();
        for (name, year) in [("Ana", 2020), ("Ana Pereira", 2026), ("Anna", 2021)] {
            let party = Party { address: "ana@x".into(), name: Some(name.into()) };
            ledger.exchange(&party, date(year, 1, 1), Way::Sent);
            ledger.name(&party, date(year, 1, 1));
        }
        ledger.exchange(&Party { address: "choir@x".into(), name: None }, date(2026, 1, 1), Way::Sent);
        ledger.note_list("choir@x".into());
        let Findings::Exchanges(found) = ledger.reading("f", "mail").findings else { panic!() };
        assert_eq!(found.with.keys().collect::<Vec<_>>(), ["ana@x"]);
        assert_eq!(found.with["ana@x"].name.as_deref(), Some("Ana Pereira"));
        assert_eq!(found.with["ana@x"].days[&date(2021, 1, 1)], letters(1, 0, 0));
    }
}

//! Mailboxes that are made up: how people of several kinds write over six years. Serves `cargo xtask bench ties`.
//!
//! Every world has a fixed seed, and none of them knows how closeness is reckoned: they were written down, and kept,
//! before its formula was touched. They refuse to be like anybody's mailbox in particular.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use method::list::Letters;

/// The first day of every mailbox.
const BEGINS_ON: Date = date(2020, 1, 1);

/// How many days it has.
pub const DAYS: i32 = 6 * 365;

/// The day up to which letters are known, counted from the first; what comes after is to be foretold.
pub const CUT: i32 = DAYS - 183;

/// Mailboxes in a world, and people in a mailbox.
const MAILBOXES: u64 = 40;
const PEOPLE: u64 = 120;

/// What one person and the seeker wrote, by day.
pub type Days = BTreeMap<Date, Letters>;

/// A world: its name, what it is like, and one person of it.
pub struct World {
    pub name: &'static str,
    pub like: &'static str,
    person: fn(&mut Chance) -> Person,
}

/// All of them.
pub const WORLDS: &[World] = &[
    World { name: "friends", like: "bursts of letters, with gaps of weeks or years between them", person: friend },
    World {
        name: "colleagues",
        like: "everybody at a pace of their own, from a first day to a last",
        person: colleague,
    },
    World { name: "projects", like: "much at the beginning, then less and less; some begin again", person: project },
    World {
        name: "newsletters",
        like: "two in three write often and are answered once; the others are friends",
        person: newsletter,
    },
    World { name: "seasons", like: "a few weeks of every year, and hardly anything between", person: season },
    World { name: "everything", like: "all of these in one mailbox", person: anybody },
];

impl World {
    /// The mailboxes, each a list of people.
    pub fn mailboxes(&self, seed: u64) -> Vec<Vec<Days>> {
        let mailbox = |number: u64| {
            let person = |one: u64| {
                let mut chance = Chance::of(seed ^ (number << 32) ^ (one << 8) ^ 0x9E37);
                (self.person)(&mut chance).days
            };
            (0..PEOPLE).map(person).collect()
        };
        (0..MAILBOXES).map(mailbox).collect()
    }
}

/// The day so many days after the first.
pub fn day(number: i32) -> Date {
    BEGINS_ON.saturating_add(number.days())
}

/// Numbers that look like chance and are the same in every run.
pub struct Chance(u64);

impl Chance {
    fn of(seed: u64) -> Self {
        let mut chance = Chance(seed);
        for _ in 0..4 {
            chance.next();
        }
        chance
    }

    /// From 0 to below 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, least: f64, most: f64) -> f64 {
        least + (most - least) * self.next()
    }

    /// A waiting time, in days, where on average so many pass.
    fn wait(&mut self, mean: f64) -> f64 {
        -mean * libm::log(1.0 - self.next())
    }

    /// A gap with a long tail: mostly near the least, sometimes a hundred times as long.
    fn gap(&mut self, least: f64, tail: f64) -> f64 {
        least * libm::pow(1.0 - self.next(), -1.0 / tail)
    }

    fn is(&mut self, probability: f64) -> bool {
        self.next() < probability
    }
}

/// One person while their letters are made up.
#[derive(Default)]
struct Person {
    days: Days,
}

impl Person {
    /// A letter on that day; the seeker writes a part of them, as given.
    fn writes(&mut self, chance: &mut Chance, on: f64, by_seeker: f64) {
        let on = on as i32;
        if (0..DAYS).contains(&on) {
            let letters = self.days.entry(day(on)).or_default();
            if chance.is(by_seeker) {
                letters.sent += 1;
            } else {
                letters.received += 1;
            }
        }
    }

    /// Letters at a steady pace between two days.
    fn steadily(&mut self, chance: &mut Chance, (from, until): (f64, f64), every: f64, by_seeker: f64) {
        let mut on = from + chance.wait(every);
        while on < until.min(f64::from(DAYS)) {
            self.writes(chance, on, by_seeker);
            on += chance.wait(every);
        }
    }
}

fn friend(chance: &mut Chance) -> Person {
    let mut person = Person::default();
    let (least, balance) = (chance.between(10.0, 120.0), chance.between(0.35, 0.65));
    let mut on = chance.between(-1500.0, f64::from(DAYS));
    while on < f64::from(DAYS) {
        for _ in 0..1 + (chance.wait(4.0) as i32) {
            person.writes(chance, on, balance);
            on += chance.wait(1.5);
        }
        on += chance.gap(least, 0.9);
    }
    person
}

fn colleague(chance: &mut Chance) -> Person {
    let mut person = Person::default();
    let from = chance.between(-900.0, f64::from(DAYS));
    let until = from + chance.wait(900.0);
    let every = libm::exp(chance.between(0.7, 5.0));
    person.steadily(chance, (from.max(0.0), until), every, 0.5);
    // After the last day at one place a few go on writing, seldom.
    if chance.is(0.3) {
        person.steadily(chance, (until, f64::from(DAYS)), 200.0, 0.5);
    }
    person
}

fn project(chance: &mut Chance) -> Person {
    let mut person = Person::default();
    for _ in 0..1 + u32::from(chance.is(0.35)) {
        let (half, mut every) = (chance.between(20.0, 250.0), chance.between(1.0, 12.0));
        let mut on = chance.between(-400.0, f64::from(DAYS));
        while on < f64::from(DAYS) && every < 2_000.0 {
            person.writes(chance, on, 0.45);
            let gap = chance.wait(every);
            on += gap;
            every *= libm::exp2(gap / half);
        }
    }
    person
}

fn newsletter(chance: &mut Chance) -> Person {
    if chance.is(0.34) {
        return friend(chance);
    }
    let mut person = Person::default();
    let from = chance.between(0.0, f64::from(CUT));
    let until = from + chance.wait(1_200.0);
    let every = chance.between(2.0, 30.0);
    person.writes(chance, from, 1.0);
    person.steadily(chance, (from, until), every, 0.004);
    person
}

fn season(chance: &mut Chance) -> Person {
    let mut person = Person::default();
    let (starts, lasts) = (chance.between(0.0, 365.0), chance.between(10.0, 50.0));
    let (comes, every) = (chance.between(0.25, 0.95), chance.between(2.0, 15.0));
    let first = chance.between(-2.0, 5.0) as i32;
    for year in first.max(0)..6 {
        let begins = starts + f64::from(year) * 365.0;
        if chance.is(comes) {
            person.steadily(chance, (begins, begins + lasts), every, 0.5);
        }
        person.steadily(chance, (begins + lasts, begins + 365.0), 600.0, 0.5);
    }
    person
}

fn anybody(chance: &mut Chance) -> Person {
    let kinds: [fn(&mut Chance) -> Person; 5] = [friend, colleague, project, newsletter, season];
    let kind = (chance.next() * 5.0) as usize;
    kinds[kind.min(4)](chance)
}

//! A year of an invented search, replayed day by day with the day handed in, through the store.
//!
//! The moves of each day are reckoned a second time here, from the log of what happened and with business days counted by
//! hand: no move may be lost, doubled or early. What was done goes, its undo brings it back, and the undo of that takes it
//! away again. Beside this file stands how many moves each day had.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::{Date, Weekday, date};
use method::ask::answer::{Said, answer_ask};
use method::ask::log::{AskMade, log_ask};
use method::ask::{Answer, Form};
use method::campaign::Campaign;
use method::change::Decision;
use method::conversation::capture_referral::Named;
use method::conversation::promise::Promise;
use method::conversation::record::{Debrief, record_conversation};
use method::conversation::{CommitmentState, Ladder, Referral, Side};
use method::day::workdays::DayOff;
use method::day::{days_between, plus_days};
use method::direction::week::{WeekEdit, plan_week};
use method::follow_through::done::done;
use method::follow_through::later::later;
use method::follow_through::moves::{Move, moves};
use method::follow_through::not_needed::not_needed;
use method::id::{Ids, PersonId};
use method::list::add::add_person;
use method::list::edit::PersonEdit;
use store::{Door, Place, Scope, Sqlite, Store};

const FIRST: Date = date(2026, 1, 5);
const DAYS: i32 = 364;
const DOOR: Door = Door::CommandLine;

/// Who is asked, one every few days.
const NAMES: [&str; 26] = [
    "Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gro", "Hana", "Ivo", "Joan", "Kai", "Lena", "Max", "Nora", "Ole",
    "Pia", "Quin", "Rosa", "Sven", "Tess", "Uma", "Vera", "Will", "Xenia", "Yuri", "Zoe",
];

/// Everybody who is ever named by somebody.
const NAMED: [&str; 8] = ["Amir", "Bea", "Carl", "Dora", "Emil", "Fay", "Gus", "Hedda"];

/// The search, its day, and what was said of its moves so far.
struct Year {
    store: Sqlite,
    today: Date,
    /// Parts that were put off, with the day.
    put_off: Vec<(String, Date)>,
    /// Parts that are not needed.
    unneeded: BTreeSet<String>,
}

impl Year {
    fn campaign(&self) -> Campaign {
        self.store.read(Scope::Told).unwrap()
    }

    fn write(&self, decide: impl Fn(&Campaign, &Ids) -> Decision) {
        self.store.change(DOOR, Scope::Told, &decide).unwrap();
    }

    fn moves(&self) -> Vec<Move> {
        moves(&self.campaign(), self.today)
    }

    fn who(&self, name: &str) -> PersonId {
        let campaign = self.campaign();
        campaign.everybody().find(|shown| shown.name() == name).unwrap().id
    }

    /// What others do on that day, and whom the seeker asks.
    fn happens(&mut self, day: i32) {
        let week = usize::try_from(day / 7).unwrap();
        match (day % 7, NAMES.get(week / 2).copied()) {
            (0, Some(name)) if week.is_multiple_of(2) => self.asks(name),
            (2, Some(name)) if week.is_multiple_of(2) => self.answers(name, week / 2),
            _ => {}
        }
        self.meets();
    }

    fn asks(&self, name: &str) {
        let (who, today) = (self.who(name), self.today);
        let made = AskMade { form: Form::Email, on: None, words: None };
        self.write(|campaign, ids| log_ask(campaign, ids, today, who, made.clone()));
    }

    /// By turns a yes for the week after, nothing, a no, and not now.
    fn answers(&self, name: &str, turn: usize) {
        let (who, today) = (self.who(name), self.today);
        let said = match turn % 6 {
            0 | 2 | 4 => Said::Accepted { on: plus_days(today, 8), time: None, zone: None, place: None },
            1 => return,
            3 => Said::Declined,
            _ => Said::NotNow { until: plus_days(today, 24) },
        };
        self.write(|campaign, ids| answer_ask(campaign, ids, today, who, said.clone(), None));
    }

    /// Whoever is to be met today is met, names somebody now and then, and is promised something.
    fn meets(&self) {
        let campaign = self.campaign();
        let today = self.today;
        let planned = campaign.asks.values().filter(|ask| ask.planned_meeting().is_some_and(|one| one.on == today));
        for ask in planned {
            let turn = campaign.conversations.len();
            let name = NAMED[turn % NAMED.len()].to_owned();
            let named = Named { name, organization: None, introduction: turn.is_multiple_of(3) };
            let promise = |days| Promise { text: "send the outline".to_owned(), due_on: Some(plus_days(today, days)) };
            let debrief = Debrief {
                named: if turn % 4 == 3 { Vec::new() } else { vec![named] },
                promised: if turn % 2 == 1 { vec![promise(4)] } else { Vec::new() },
                ladder: (turn % 4 == 3).then_some(Ladder::NotMuch),
                ..Debrief::of(ask.person, today)
            };
            self.write(|campaign, ids| record_conversation(campaign, ids, today, &debrief));
        }
    }

    /// On two days of the week the seeker does what is due; now and then something waits, or is not needed.
    fn seeker_acts(&mut self) {
        if !matches!(self.today.weekday(), Weekday::Tuesday | Weekday::Thursday) {
            return;
        }
        let today = self.today;
        let due: Vec<Move> = self.moves().into_iter().filter(|one| one.due_on <= today).collect();
        for (place, one) in due.iter().enumerate() {
            let part = one.parts[0].clone();
            match (days_between(FIRST, today) + i32::try_from(place).unwrap()) % 11 {
                4 => self.puts_off(&part.id),
                7 if part.may_be_unneeded => self.leaves(&part.id),
                _ if part.by_saying => self.does(&part.id),
                _ => {}
            }
        }
    }

    fn puts_off(&mut self, part: &str) {
        let (today, until) = (self.today, plus_days(self.today, 5));
        self.write(|campaign, ids| later(campaign, ids, today, part, Some(part), until));
        self.put_off.retain(|(known, _)| known != part);
        self.put_off.push((part.to_owned(), until));
    }

    fn leaves(&mut self, part: &str) {
        let today = self.today;
        self.write(|campaign, ids| not_needed(campaign, ids, today, part, Some(part)));
        if let Some(back) = self.campaign().laters.values().find(|one| one.part == part).map(|one| one.until_on) {
            match back.day() {
                Some(until) => self.put_off.push((part.to_owned(), until)),
                None => drop(self.unneeded.insert(part.to_owned())),
            }
        }
        self.brought_back(part);
    }

    fn does(&mut self, part: &str) {
        let today = self.today;
        let decided = self.store.change(DOOR, Scope::Told, &|c, ids| done(c, ids, today, part, Some(part)));
        // Somebody else's answer may stand in the way, such as an open ask.
        if decided.is_ok() {
            self.brought_back(part);
        }
    }

    /// What just went comes back with undo, and goes again when that is taken back.
    fn brought_back(&self, part: &str) {
        let stands = |moves: &[Move]| count(moves, part);
        let after = self.moves();
        assert_eq!(stands(&after), 0, "{}: {part} is done and stands", self.today);
        let undone = self.store.undo(DOOR, None).unwrap();
        assert_eq!(stands(&self.moves()), 1, "{}: {part} did not come back", self.today);
        self.store.undo(DOOR, Some(undone.step)).unwrap();
        assert_eq!(self.moves(), after);
    }
}

fn count(moves: &[Move], part: &str) -> usize {
    moves.iter().flat_map(|one| &one.parts).filter(|known| known.id == part).count()
}

/// Business days, counted by hand.
fn works(campaign: &Campaign, day: Date) -> bool {
    let is_off = campaign.week.days_off.iter().any(|off| off.on == day);
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_off
}

fn working_days_after(campaign: &Campaign, day: Date, count: u32) -> Date {
    let (mut day, mut left) = (day, count);
    while left > 0 {
        day = plus_days(day, 1);
        left -= u32::from(works(campaign, day));
    }
    day
}

fn working_day_at_or_before(campaign: &Campaign, day: Date) -> Date {
    let mut day = day;
    while !works(campaign, day) {
        day = plus_days(day, -1);
    }
    day
}

/// Parts with their days as they must be, for the rules whose subject is a fact: thanks, promises, people who were named,
/// meetings and reports.
fn reckoned(year: &Year) -> BTreeSet<(Date, String)> {
    let campaign = year.campaign();
    let mut due: Vec<(Date, String, Option<i32>)> = Vec::new();
    let met = |who: PersonId, since: Date| {
        campaign
            .conversations
            .values()
            .filter(|talk| talk.person == who && talk.held_on >= since)
            .map(|talk| talk.held_on)
            .min()
    };
    for talk in campaign.conversations.values().filter(|talk| talk.thanked_on.is_none()) {
        let mut on = plus_days(talk.held_on, 1);
        while !works(&campaign, on) {
            on = plus_days(on, 1);
        }
        // Two weeks as thanks, and four more in which it may be let go.
        due.push((on, format!("thank-{}", talk.id), Some(days_between(on, plus_days(talk.held_on, 14 + 28)))));
    }
    let promises = campaign.commitments.values();
    for promise in promises.filter(|one| one.side == Side::Mine && one.state == CommitmentState::Open) {
        let on = working_day_at_or_before(&campaign, promise.due_on.unwrap()).max(promise.made_on);
        due.push((on, format!("keep-{}", promise.id), None));
    }
    let call = |named: &Referral| {
        let mut asks = campaign.asks.values().filter(|ask| ask.person == named.person);
        let asked = asks.any(|ask| ask.asked_on >= named.named_on || ask.answer != Some(Answer::Silent));
        let waits = !asked && met(named.person, named.named_on).is_none();
        let waits = waits && !year.unneeded.contains(&format!("call-{}", named.id));
        let within = if named.introduction { 5 } else { 2 };
        waits.then(|| working_days_after(&campaign, named.named_on, within))
    };
    for named in campaign.referrals.values() {
        // Whoever was named by several is called once, on the first of the days.
        let same = campaign.referrals.values().filter(|other| other.person == named.person);
        if let Some(on) = call(named).and(same.filter_map(call).min()) {
            due.push((on, format!("call-{}", named.id), None));
        }
        match met(named.person, named.named_on) {
            Some(on) if named.reported_on.is_none() => {
                due.push((working_days_after(&campaign, on, 2), format!("report-{}", named.id), Some(14 + 28)));
            }
            _ => {}
        }
    }
    for ask in campaign.asks.values() {
        let Some(meeting) = ask.planned_meeting().filter(|_| met(ask.person, ask.asked_on).is_none()) else { continue };
        due.push((meeting.on, format!("record-{}", ask.id), None));
        if ask.prepared_on.is_none() {
            let on = working_day_at_or_before(&campaign, plus_days(meeting.on, -1)).max(ask.answered_on.unwrap());
            due.push((on, format!("prepare-{}", ask.id), Some(days_between(on, meeting.on))));
        }
    }
    let needed = due.into_iter().filter(|(_, part, _)| !year.unneeded.contains(part));
    let moved = needed.filter_map(|(on, part, lives)| {
        let until = year.put_off.iter().filter(|(known, _)| *known == part).map(|(_, until)| *until).max();
        let on = until.map_or(on, |until| until.max(on));
        let is_over = lives.is_some_and(|days| year.today > plus_days(on, days));
        (!is_over && on <= plus_days(year.today, 7)).then_some((on, part))
    });
    moved.collect()
}

/// The same parts as the moves tell them.
fn told(moves: &[Move]) -> BTreeSet<(Date, String)> {
    let codes = ["thank-", "keep-", "call-", "report-", "record-", "prepare-"];
    let parts = moves.iter().flat_map(|one| one.parts.iter().map(|part| (one.due_on, part.id.clone())));
    parts.filter(|(_, part)| codes.iter().any(|code| part.starts_with(code))).collect()
}

/// One day in a line: what is due then, overdue or ahead, with the distance in days.
fn line(today: Date, moves: &[Move]) -> String {
    let told = |one: &Move| {
        let parts: Vec<&str> = one.parts.iter().map(|part| part.id.as_str()).collect();
        let far = days_between(today, one.due_on);
        let far = if far == 0 { String::new() } else { format!("@{far:+}") };
        format!("{}{far}", parts.join("+"))
    };
    let moves: Vec<String> = moves.iter().map(told).collect();
    format!("{} {}", today.strftime("%a %Y-%m-%d"), moves.join(" ")).trim_end().to_owned()
}

fn begun(folder: &std::path::Path) -> Year {
    let store = Sqlite::open(folder.join("year.db"), Place::Given).unwrap();
    let year = Year { store, today: FIRST, put_off: Vec::new(), unneeded: BTreeSet::new() };
    for name in NAMES {
        let told = PersonEdit { name: Some(name.to_owned()), notes: Some("known".to_owned()), ..PersonEdit::default() };
        year.write(|campaign, ids| add_person(campaign, ids, FIRST, &told));
    }
    let off = ["2026-04-03", "2026-04-06", "2026-05-01", "2026-12-24", "2026-12-25"];
    let off = off.map(|on| DayOff { on: on.parse().unwrap(), name: None }).to_vec();
    let edit = WeekEdit { off, conversations: Some(Some(1)), ..WeekEdit::default() };
    year.write(|campaign, _| plan_week(campaign, &edit));
    year
}

#[test]
fn on_each_day_of_a_year_the_moves_are_exactly_those_expected() {
    let folder = tempfile::tempdir().unwrap();
    let mut year = begun(folder.path());
    let mut diary = String::new();
    for day in 0..DAYS {
        year.today = plus_days(FIRST, day);
        year.happens(day);
        let moves = year.moves();
        assert_eq!(told(&moves), reckoned(&year), "{} in the morning", year.today);
        for part in moves.iter().flat_map(|one| &one.parts) {
            assert_eq!(count(&moves, &part.id), 1, "{}: {} is doubled", year.today, part.id);
        }
        let mut people: Vec<_> = moves.iter().filter_map(|one| Some((one.due_on, one.person.as_ref()?.id))).collect();
        people.sort_unstable();
        assert!(people.windows(2).all(|pair| pair[0] != pair[1]), "{}: one person has two moves on a day", year.today);
        writeln!(diary, "{}", line(year.today, &moves)).unwrap();
        year.seeker_acts();
        assert_eq!(told(&year.moves()), reckoned(&year), "{} in the evening", year.today);
    }
    let held = year.campaign().conversations.len();
    assert!(held >= 12, "a year of conversations: {held}");
    let kept = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/year.txt");
    if std::env::var_os("UPDATE_YEAR").is_some() {
        std::fs::write(&kept, &diary).unwrap();
    }
    let kept = std::fs::read_to_string(kept).unwrap();
    for (was, is) in kept.lines().zip(diary.lines()) {
        assert_eq!(was, is, "the first day that differs; UPDATE_YEAR=1 writes tests/year.txt anew");
    }
    assert_eq!(kept.lines().count(), diary.lines().count());
}

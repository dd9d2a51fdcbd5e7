//! A look ahead: when somebody next makes a call for the seeker, and how many people from the list keep the pace (M16).
//!
//! Many searches are played on from what is believed of this one, from a fixed seed, and their middle four fifths are
//! told as a range, with what it assumes. It refuses a look ahead from fewer than eight conversations, from a search that
//! stands still, and from one that is closed.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::Campaign;
use crate::day::{days_between, plus_days};
use crate::momentum::chance::Chance;
use crate::momentum::judge_the_pace_from_eight_conversations_on::{Believed, ENOUGH, RULE, count};
use crate::momentum::tally::Tally;

/// What lies ahead at this pace.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ahead {
    /// Conversations a week at present; none when no pace can be told.
    pub pace: Option<f64>,
    /// The first week of the range: in at most one search of ten, somebody makes the next call before it.
    pub low_weeks: Option<u32>,
    /// The last week of the range, which holds four searches of five; none when that is more than a year ahead.
    pub high_weeks: Option<u32>,
    /// How many people from the list to ask in a week, from and to; none when that cannot be told.
    pub from_the_list: Option<(u32, u32)>,
    /// Both in words, one sentence each.
    pub text: Vec<String>,
    /// What it assumes; none when nothing is told.
    pub assumes: Option<String>,
    /// The rule that speaks.
    pub rule: &'static str,
}

/// The pace is that of this many weeks, or of as many as the search is old.
const RECENT: i32 = 8;

/// After so many weeks without a conversation the search stands still.
const STILL: i32 = 4;

/// So many searches are played on.
const PLAYED: usize = 4000;

/// No range goes further than so many weeks.
const FURTHEST: f64 = 52.0;

/// The look ahead on that day.
pub fn ahead(campaign: &Campaign, tally: &Tally, today: Date) -> Ahead {
    let nothing = Ahead {
        pace: None,
        low_weeks: None,
        high_weeks: None,
        from_the_list: None,
        text: Vec::new(),
        assumes: None,
        rule: RULE.name,
    };
    let held = campaign.conversations.values().map(|held| held.held_on).filter(|day| *day <= today);
    let Some(last) = held.max().filter(|_| tally.conversations >= ENOUGH && campaign.direction.closed_on.is_none())
    else {
        return nothing;
    };
    let quiet = days_between(last, today) / 7;
    if quiet >= STILL {
        let text = format!(
            "Your last conversation was {quiet} weeks ago, so there is no pace to look ahead from. The next one gives it one."
        );
        return Ahead { text: vec![text], ..nothing };
    }
    let pace = Pace::of(campaign, today);
    let believed = Believed::after(tally);
    let weeks = weeks_until_a_call(&believed, &pace);
    let wanted = wanted(campaign, &pace);
    let people = people_a_week(&believed, wanted);
    let again = if tally.calls > 0 { "another" } else { "a" };
    Ahead {
        pace: Some(libm::round(pace.mean() * 10.0) / 10.0),
        low_weeks: Some(weeks.0),
        high_weeks: weeks.1,
        from_the_list: Some(people),
        text: vec![call_told(again, weeks), list_told(wanted, people)],
        assumes: Some(format!(
            "“This pace” is about {:.1} conversations a week, as of late. Both lines assume that conversations go on as \
             yours have gone so far, and hold four times out of five.",
            pace.mean()
        )),
        rule: RULE.name,
    }
}

/// Conversations in the recent weeks. What is believed before: Gamma(1, 1), worth one week.
struct Pace {
    held: f64,
    weeks: f64,
}

impl Pace {
    fn of(campaign: &Campaign, today: Date) -> Self {
        let days = || campaign.conversations.values().map(|held| held.held_on).filter(|day| *day <= today);
        let age = days().min().map_or(0, |first| days_between(first, today) / 7 + 1);
        let weeks = age.clamp(1, RECENT);
        let since = plus_days(today, -7 * weeks);
        Pace { held: count(days().filter(|day| *day > since).count()), weeks: f64::from(weeks) }
    }

    fn mean(&self) -> f64 {
        self.held / self.weeks
    }

    fn drawn(&self, chance: &mut Chance) -> f64 {
        chance.gamma(1.0 + self.held, 1.0 + self.weeks)
    }
}

/// Conversations a week that the seeker planned, else as many as of late.
fn wanted(campaign: &Campaign, pace: &Pace) -> f64 {
    match campaign.week.goal() {
        0 => pace.mean(),
        goal => f64::from(goal),
    }
}

/// In how many weeks somebody makes a call, in the middle four fifths of all searches that were played on.
fn weeks_until_a_call(believed: &Believed, pace: &Pace) -> (u32, Option<u32>) {
    let mut chance = Chance::seeded(1);
    let played = (0..PLAYED).map(|_| {
        let (share, pace) = (chance.beta(believed.calls.0, believed.calls.1), pace.drawn(&mut chance));
        chance.wait(share * pace)
    });
    let mut waits: Vec<f64> = played.collect();
    waits.sort_by(f64::total_cmp);
    // The range begins with the whole week in which a tenth is passed, and ends where it holds four fifths: the part of
    // that week that was not asked for is not added on top.
    let low = whole(waits.get(waits.len() / 10).copied().unwrap_or_default().min(FURTHEST)).max(1);
    let before = waits.partition_point(|wait| *wait <= f64::from(low - 1));
    let high = waits.get(before + waits.len() * 4 / 5).copied().unwrap_or(f64::INFINITY);
    (low, (high <= FURTHEST).then(|| nearest(high).max(low)))
}

/// The nearest whole number.
fn nearest(value: f64) -> u32 {
    whole(value - 0.5)
}

/// How many people from the list to ask in a week: what the conversations do not bring themselves, by the share of
/// people from the list with whom one follows.
fn people_a_week(believed: &Believed, wanted: f64) -> (u32, u32) {
    let mut chance = Chance::seeded(2);
    let played = (0..PLAYED).map(|_| {
        let fed = chance.gamma(believed.named.0, believed.named.1) * chance.beta(believed.held.0, believed.held.1);
        let follows = chance.beta(believed.from_the_list.0, believed.from_the_list.1);
        wanted * (1.0 - fed).max(0.0) / follows
    });
    let (low, high) = middle(played.collect());
    (whole(low), whole(high))
}

/// The 10% and the 90% quantile.
fn middle(mut values: Vec<f64>) -> (f64, f64) {
    values.sort_by(f64::total_cmp);
    let at = |place: usize| values.get(place).copied().unwrap_or_default();
    (at(values.len() / 10), at(values.len() * 9 / 10))
}

/// The next whole number; the ranges end far below where it could be too large.
fn whole(value: f64) -> u32 {
    let mut whole = 0_u32;
    while f64::from(whole) < value && whole < 1_000 {
        whole += 1;
    }
    whole
}

fn call_told(again: &str, weeks: (u32, Option<u32>)) -> String {
    let within = match weeks {
        (low, None) => {
            let least = in_weeks(low);
            return format!(
                "At this pace it may take more than a year until someone makes {again} call for you; in less than {least} it \
                 is unlikely."
            );
        }
        (low, Some(high)) if low >= high => in_weeks(high),
        (low, Some(high)) => format!("{low} to {high} weeks"),
    };
    format!("At this pace, someone makes {again} call for you within {within}.")
}

fn in_weeks(weeks: u32) -> String {
    if weeks == 1 { "a week".to_owned() } else { format!("{weeks} weeks") }
}

fn list_told(wanted: f64, people: (u32, u32)) -> String {
    let a_week = if (wanted - libm::round(wanted)).abs() < 0.05 {
        let whole = libm::round(wanted);
        if whole > 1.0 { format!("{whole:.0} conversations a week") } else { "one conversation a week".to_owned() }
    } else {
        format!("about {wanted:.1} conversations a week")
    };
    match people {
        (_, 0) => format!("To hold {a_week}, you need nobody new from your list."),
        (0, 1) => format!("To hold {a_week}, ask at most one person from your list each week."),
        (0, high) => format!("To hold {a_week}, ask up to {high} people from your list each week."),
        (low, high) if low == high && high == 1 => {
            format!("To hold {a_week}, ask one person from your list each week.")
        }
        (low, high) if low == high => format!("To hold {a_week}, ask {high} people from your list each week."),
        (low, high) => format!("To hold {a_week}, ask {low} to {high} people from your list each week."),
    }
}

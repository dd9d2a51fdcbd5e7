//! What the seeker's own record says of the groups: who answered, and which conversations reached the upper rungs.
//!
//! Thompson sampling: each group's chance of success has a Beta distribution, and each week draws one value of it. Groups
//! that did well get more places; groups of which little is known are tried now and then. The seed is the week, so that the
//! same record gives the same slate everywhere.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use super::quotas::claim_of;
use super::view::{Candidate, View};
use super::{Group, SUGGEST};
use crate::ask::{Answer, Ask};
use crate::conversation::Ladder;
use crate::day::days_between;

/// Successes and failures of each group, up to the beginning of the week.
pub(super) struct Record {
    groups: BTreeMap<Group, Tally>,
}

/// What came of the asks to one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tally {
    /// Asks that were taken well, and conversations in which a name or a call was given.
    pub well: u32,
    /// Asks that came to nothing, and conversations that stayed below.
    pub not: u32,
}

/// So many outcomes are needed before a record says anything.
const ENOUGH: u32 = 8;

impl Record {
    pub fn of(view: &View<'_>) -> Self {
        let mut groups: BTreeMap<Group, Tally> = BTreeMap::new();
        for ask in view.campaign.asks.values().filter(|ask| ask.asked_on < view.week_starts_on) {
            let Some(group) = view.candidate(ask.person).and_then(|candidate| group_at(view, &candidate, ask)) else {
                continue;
            };
            let tally = groups.entry(group).or_default();
            for well in outcomes(view, ask) {
                *(if well { &mut tally.well } else { &mut tally.not }) += 1;
            }
        }
        Record { groups }
    }

    pub fn says_enough(&self) -> bool {
        self.groups.values().map(|tally| tally.well + tally.not).sum::<u32>() >= ENOUGH
    }

    pub fn of_group(&self, group: Group) -> Tally {
        self.groups.get(&group).copied().unwrap_or_default()
    }
}

/// The group that they were of when they were asked, as far as it can still be told: silence ended with the ask, so that it
/// is looked for before that day.
fn group_at(view: &View<'_>, candidate: &Candidate<'_>, ask: &Ask) -> Option<Group> {
    if view.ties.so_far.named(candidate.id()).iter().any(|referral| referral.named_on <= ask.asked_on) {
        return Some(Group::Referred);
    }
    let speaks = |place: &usize| match claim_of(*place) {
        (_, true) | (Group::Referred, _) => false,
        (Group::LongSilent, _) => super::wake_a_long_silent_tie::was_silent(view, candidate, ask.asked_on),
        _ => (SUGGEST[*place].order)(view, candidate).is_some(),
    };
    (0..SUGGEST.len()).find(speaks).map(|place| SUGGEST[place].group)
}

/// What came of an ask before this week: up to two outcomes, the answer and the conversation.
fn outcomes(view: &View<'_>, ask: &Ask) -> impl Iterator<Item = bool> {
    let monday = view.week_starts_on;
    let answered = ask.answered_on.is_none_or(|day| day < monday);
    let answer = ask.answer.filter(|_| answered).and_then(|answer| match answer {
        Answer::Accepted | Answer::SomeoneElse => Some(true),
        Answer::Declined | Answer::Silent => Some(false),
        // An invitation to come again is no outcome yet.
        Answer::NotNow => None,
    });
    let mut held = view.ties.so_far.conversations(ask.person).iter();
    let held = held.rfind(|held| held.ask == Some(ask.id) && held.held_on < monday);
    answer.into_iter().chain(held.map(|held| held.ladder >= Ladder::NamedSomeone))
}

/// More outcomes than this make a draw no surer.
const MOST: u32 = 400;

/// This week's draw for a group, from 0 to 1. Beta with one success and one failure given beforehand: with whole numbers
/// a and b it is the a-th smallest of a + b − 1 even draws.
pub(super) fn draw(tally: Tally, week_starts_on: Date, group: Group) -> f64 {
    let (a, b) = (2 + tally.well.min(MOST) as usize, 2 + tally.not.min(MOST) as usize);
    let week = days_between(date(1970, 1, 5), week_starts_on).unsigned_abs();
    let place = Group::ALL.iter().position(|one| *one == group).unwrap_or_default();
    let mut state = u64::from(week) * 64 + place as u64;
    let mut even: Vec<f64> = (1..a + b).map(|_| even(&mut state)).collect();
    even.sort_by(f64::total_cmp);
    even.get(a - 1).copied().unwrap_or(0.5)
}

/// The next of a row of even draws from 0 to 1 (SplitMix64 by Steele, Lea and Flood).
fn even(state: &mut u64) -> f64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^= mixed >> 31;
    // 32 bits are plenty, and every one of them fits into a float.
    let top = u32::try_from(mixed >> 32).unwrap_or(u32::MAX);
    f64::from(top) / (f64::from(u32::MAX) + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::plus_days;

    const MONDAY: Date = date(2026, 11, 16);

    fn mean(well: u32, not: u32) -> f64 {
        let weeks = (0..400).map(|week| draw(Tally { well, not }, plus_days(MONDAY, week * 7), Group::Referred));
        weeks.sum::<f64>() / 400.0
    }

    #[rstest::rstest]
    #[case(0, 0, 0.5)]
    #[case(8, 0, 10.0 / 12.0)]
    #[case(2, 14, 4.0 / 20.0)]
    #[case(40, 40, 0.5)]
    fn draws_of_many_weeks_have_the_mean_of_the_record(#[case] well: u32, #[case] not: u32, #[case] expected: f64) {
        let mean = mean(well, not);
        assert!((mean - expected).abs() < 0.04, "{mean}");
    }

    #[test]
    fn a_week_has_one_draw_and_the_next_another() {
        let tally = Tally { well: 3, not: 2 };
        let of = |day, group| draw(tally, day, group);
        assert_eq!(of(MONDAY, Group::Referred).to_bits(), of(MONDAY, Group::Referred).to_bits());
        assert!(of(MONDAY, Group::Referred).to_bits() != of(plus_days(MONDAY, 7), Group::Referred).to_bits());
        assert!(of(MONDAY, Group::Referred).to_bits() != of(MONDAY, Group::LongSilent).to_bits());
    }
}

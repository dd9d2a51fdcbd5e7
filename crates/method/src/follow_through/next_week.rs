//! The week after the one that is looked back on: its times, its meetings, and what waits.
//!
//! Serves following through (row M12). It plans nothing: all of it stands already.

use jiff::civil::Date;
use serde::Serialize;

use crate::day::plus_days;
use crate::day::workdays::DayOff;
use crate::direction::Slot;
use crate::follow_through::ahead::{MeetingAhead, agreed};
use crate::follow_through::resting::standing;
use crate::follow_through::view::View;

/// The week that follows.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct NextWeek {
    /// The times kept for calls, without those on a day off.
    pub slots: Vec<Slot>,
    /// Its days off.
    pub days_off: Vec<DayOff>,
    /// Meetings that stand.
    pub meetings: Vec<MeetingAhead>,
    /// How many people who were named wait to be called.
    pub to_call: usize,
    /// How many promises of the seeker's are open.
    pub promised: usize,
}

impl NextWeek {
    /// What stands for the week after that Sunday, as far as it is not over.
    pub(super) fn after(view: &View, sunday: Date) -> Self {
        let (campaign, today) = (view.campaign, view.today);
        if campaign.direction.closed_on.is_some() {
            return NextWeek::default();
        }
        let (from, until) = (plus_days(sunday, 1), plus_days(sunday, 7));
        let mut meetings = agreed(view);
        meetings.retain(|meeting| (from..=until).contains(&meeting.here_on));
        let week = &campaign.week;
        let days_off: Vec<DayOff> =
            week.days_off.iter().filter(|day| (from..=until).contains(&day.on)).cloned().collect();
        let is_off = |slot: &Slot| days_off.iter().any(|day| day.on.weekday() == slot.weekday);
        // What waits now is told of the week that comes, and of none further ahead.
        let is_near = from <= plus_days(today, 7);
        NextWeek {
            slots: week.slots.iter().filter(|slot| !is_off(slot)).copied().collect(),
            days_off,
            meetings,
            to_call: campaign.referrals.values().filter(|referral| is_near && view.waits(referral)).count(),
            promised: if is_near { standing(campaign).len() } else { 0 },
        }
    }
}

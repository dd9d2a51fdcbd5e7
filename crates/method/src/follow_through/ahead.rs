//! What lies ahead, in a few words: this week against the seeker's own plan, and meetings beyond the window of the moves.
//!
//! Serves following through (row M12). It compares with the seeker's own plan only, and says nothing where there is none.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use serde::Serialize;

use crate::ask::{Ask, Meeting};
use crate::campaign::{Campaign, PersonRef};
use crate::day::workdays::Away;
use crate::day::{plus_days, week_start};
use crate::follow_through::moves::{DAYS_AHEAD, moves};
use crate::follow_through::prepare_before_the_meeting::meetings_ahead;
use crate::follow_through::view::View;

/// What lies ahead.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Ahead {
    /// This week, from Monday to Sunday.
    pub week: WeekSoFar,
    /// Meetings that stand, later than the moves look ahead; the nearest first.
    pub meetings: Vec<MeetingAhead>,
}

/// Conversations of this week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct WeekSoFar {
    /// How many the seeker planned; none when there is no plan.
    pub planned: Option<u32>,
    /// How many were held.
    pub held: usize,
    /// How many meetings stand for the rest of the week, today included.
    pub arranged: usize,
}

/// A meeting that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingAhead {
    /// With whom.
    pub person: PersonRef,
    /// The day on the seeker's own clock.
    pub here_on: Date,
    /// The day as it was agreed.
    pub on: Date,
    /// The time of day, at the meeting's own place.
    pub time: Option<Time>,
    /// The time zone there, when it is not the seeker's own.
    pub zone: Option<String>,
    /// Where, or by which means.
    pub place: Option<String>,
}

/// What lies ahead on that day. A closed search has nothing ahead.
pub fn ahead(campaign: &Campaign, today: Date) -> Ahead {
    if campaign.direction.closed_on.is_some() {
        return Ahead::default();
    }
    let view = View::of(campaign, today);
    let (monday, last) = (week_start(today), plus_days(today, DAYS_AHEAD));
    let sunday = plus_days(monday, 6);
    let held = campaign.conversations.values().filter(|talk| (monday..=today).contains(&talk.held_on)).count();
    let arranged =
        meetings_ahead(&view).filter(|(_, meeting)| (today..=sunday).contains(&campaign.at_home(meeting).on)).count();
    let planned = Some(campaign.week.goal()).filter(|goal| *goal > 0);
    let mut meetings = agreed(&view);
    meetings.retain(|meeting| meeting.here_on > last);
    Ahead { week: WeekSoFar { planned, held, arranged }, meetings }
}

/// Every meeting that stands, from today on; the nearest first. A closed search has none.
pub fn meetings(campaign: &Campaign, today: Date) -> Vec<MeetingAhead> {
    if campaign.direction.closed_on.is_some() {
        return Vec::new();
    }
    agreed(&View::of(campaign, today))
}

/// The ids of the moves that are due by today and wait until the seeker is back from days off: all of them but what is
/// due for somebody whom they meet before that.
pub fn wait_until_back(campaign: &Campaign, today: Date, away: &Away) -> BTreeSet<String> {
    let meetings = meetings(campaign, today);
    let is_met = |person: &PersonRef| {
        meetings.iter().any(|meeting| meeting.person.id == person.id && meeting.here_on <= away.until_on)
    };
    let due = moves(campaign, today).into_iter().filter(|one| one.due_on <= today);
    due.filter(|one| !one.person.as_ref().is_some_and(is_met)).map(|one| one.id).collect()
}

/// As [`meetings`], in a closed search too: closing calls nobody off.
pub(crate) fn agreed(view: &View) -> Vec<MeetingAhead> {
    let campaign = view.campaign;
    let mut meetings: Vec<MeetingAhead> = to_come(view)
        .map(|(ask, meeting)| MeetingAhead {
            person: campaign.person_ref(ask.person),
            here_on: campaign.at_home(meeting).on,
            on: meeting.on,
            time: meeting.time,
            zone: meeting.zone.clone(),
            place: meeting.place.clone(),
        })
        .collect();
    meetings.sort_by_key(|meeting| (meeting.here_on, meeting.on, meeting.time, meeting.person.id));
    meetings
}

/// The meetings that stand, from today on, with the asks that led to them.
pub(crate) fn to_come<'a>(view: &View<'a>) -> impl Iterator<Item = (&'a Ask, &'a Meeting)> {
    let (campaign, today) = (view.campaign, view.today);
    meetings_ahead(view).filter(move |(_, meeting)| campaign.at_home(meeting).on >= today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::workdays::DayOff;
    use crate::follow_through::scene::{Scene, day};

    #[test]
    fn the_week_is_held_against_the_plan() {
        let mut scene =
            Scene::on(13).talks_with("Ruth").later_on(16).talks_with("Maria").asks("Dan").accepts("Dan", 20);
        assert_eq!(ahead(&scene.campaign, day(18)).week, WeekSoFar { planned: None, held: 1, arranged: 1 });
        scene.campaign.week.conversations = Some(2);
        assert_eq!(ahead(&scene.campaign, day(18)).week.planned, Some(2));
        assert_eq!(ahead(&scene.closes().campaign, day(18)), Ahead::default());
    }

    #[test]
    fn only_meetings_beyond_the_moves_are_named() {
        let scene = Scene::on(16).asks("Dan").accepts("Dan", 23).asks("Maria").accepts("Maria", 24);
        let named = |today| ahead(&scene.campaign, day(today)).meetings.into_iter().map(|one| one.person.name);
        assert_eq!(named(16).collect::<Vec<_>>(), ["Maria"]);
        assert_eq!(named(17).count(), 0);
        assert_eq!(meetings(&scene.campaign, day(17)).len(), 2);
        assert_eq!(meetings(&scene.campaign, day(24)).len(), 1, "yesterday's is no longer ahead");
        assert!(meetings(&scene.closes().campaign, day(17)).is_empty());
    }

    #[rstest::rstest]
    #[case::before_the_meeting_is_to_be_prepared(18, &["keep-m1"])]
    #[case::on_the_day_before_it(23, &["keep-m1"])]
    #[case::on_its_day(24, &["keep-m1"])]
    #[case::after_the_day_it_is_written_down_later(25, &["keep-m1", "record-a1"])]
    fn only_the_meeting_among_days_off_waits_for_nobody(#[case] today: i32, #[case] waits: &[&str]) {
        let scene = Scene::on(16).promises("Ruth", Some(17)).asks("Dan").accepts("Dan", 24);
        let away = Away { until_on: day(25), name: None };
        assert_eq!(Vec::from_iter(wait_until_back(&scene.campaign, day(today), &away)), waits);
    }

    #[test]
    fn a_meeting_behind_the_days_off_lets_all_wait() {
        let scene = Scene::on(16).promises("Ruth", Some(17)).asks("Dan").accepts("Dan", 24);
        let away = Away { until_on: day(23), name: None };
        assert_eq!(Vec::from_iter(wait_until_back(&scene.campaign, day(23), &away)), ["keep-m1", "prepare-a1"]);
    }

    #[test]
    fn a_long_absence_with_a_meeting_near_its_end_lets_the_old_wait() {
        let mut scene = Scene::on(16).promises("Ruth", Some(17)).asks("Dan").accepts("Dan", 48);
        scene.campaign.week.days_off = (31..=51).map(|on| DayOff { on: day(on), name: None }).collect();
        let away = Away::on(&scene.campaign.week.days_off, day(32)).unwrap();
        let waits = wait_until_back(&scene.campaign, day(32), &away);
        let due = moves(&scene.campaign, day(32));
        assert!(due.iter().any(|one| one.id == "prepare-a1" && one.due_on < day(32)), "no working day lies nearer");
        assert!(waits.contains("keep-m1") && !waits.contains("prepare-a1"), "{waits:?}");
    }
}

//! The times that the seeker keeps for calls, and whom each of them is for (E30).
//!
//! Serves following through (row M12). A time goes to the meeting that stands on it, else to a call that is due, else to
//! the next person of the slate. A time on a day off is no time. It asks for nothing: a time that passed is not missed.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime, Time};
use serde::Serialize;

use crate::ask::{Form, Meeting};
use crate::campaign::{Campaign, PersonRef};
use crate::day::{plus_days, spoken_weekday};
use crate::direction::Slot;
use crate::follow_through::moves::{Standing, standing_in};
use crate::follow_through::prepare_before_the_meeting::meetings_ahead;
use crate::follow_through::view::View;
use crate::follow_through::{ask_again, call_the_referred, quiet_after_seven};
use crate::id::{AskId, Id, PersonId, ReferralId};
use crate::list::slate::Suggestion;

/// Minutes of one time.
const MINUTES: i32 = 30;

/// The rules whose moves are calls.
const CALLS: &[&str] = &[call_the_referred::RULE.name, ask_again::RULE.name, quiet_after_seven::RULE.name];

/// One time kept for a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlotAhead {
    /// The day.
    pub on: Date,
    /// The time of day, at the seeker's own place.
    pub time: Time,
    /// What it is for.
    pub what: SlotFor,
    /// Whom it is for; none when nobody comes to mind.
    pub person: Option<PersonRef>,
    /// Why them, with every day written out, since calendars keep it; empty for a meeting.
    pub why: String,
    /// The rule that says so, where one does.
    pub rule: Option<&'static str>,
}

crate::words::words! {
    /// What a time is for.
    pub enum SlotFor {
        /// Calling somebody to ask for half an hour.
        Call = "call",
        /// A meeting stands on it.
        Meeting = "meeting",
        /// Somebody was asked today, so the time did what it is for.
        Asked = "asked",
        /// Nobody comes to mind.
        Open = "open",
    }
}

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Whom.
    pub person: PersonRef,
    /// Why.
    pub why: String,
    /// The rule that says so.
    pub rule: &'static str,
}

impl From<Suggestion> for Offer {
    /// The first reason is enough beside a time.
    fn from(suggestion: Suggestion) -> Self {
        let why = suggestion.reasons.into_iter().next().map(|reason| format!("{}.", reason.trim_end_matches('.')));
        Offer { person: suggestion.person, why: why.unwrap_or_default(), rule: suggestion.rule }
    }
}

/// The seeker's times from today on, for so many days, each with the next person.
///
/// `next` gives people of the slate, the first one first. It is asked only when the calls that are due leave a time open,
/// because the slate looks at everybody.
pub fn slots(campaign: &Campaign, today: Date, days: i32, next: impl FnOnce() -> Vec<Offer>) -> Vec<SlotAhead> {
    if campaign.direction.closed_on.is_some() || campaign.week.slots.is_empty() {
        return Vec::new();
    }
    let view = View::of(campaign, today);
    let mut asked = asked_on(&view, today).into_iter();
    let parts = calls(&view);
    let mut taken: BTreeSet<PersonId> = BTreeSet::new();
    let mut slots: Vec<SlotAhead> = Vec::new();
    let meetings: Vec<(PersonId, DateTime)> = meetings_here(&view);
    for (on, time) in times(&view, days) {
        let meeting = meetings.iter().find(|(_, at)| at.date() == on && is_near(time, at.time()));
        let due = parts.iter().filter(|part| part.due.due_on <= on || may_be_sooner(&view, part));
        let mut due = due.filter_map(|part| Some((part.due.person?, part))).filter(|(who, _)| !taken.contains(who));
        let (what, person, why, rule) = if let Some((person, _)) = meeting {
            (SlotFor::Meeting, Some(*person), String::new(), None)
        } else if let Some(person) = asked.next().filter(|_| on == today) {
            (SlotFor::Asked, Some(person), String::new(), None)
        } else if let Some((person, part)) = due.next() {
            (SlotFor::Call, Some(person), part.due.why.clone(), Some(part.rule.rule.name))
        } else {
            (SlotFor::Open, None, String::new(), None)
        };
        taken.extend(person);
        let person = person.map(|person| campaign.person_ref(person));
        slots.push(SlotAhead { on, time, what, person, why, rule });
    }
    if slots.iter().any(|slot| slot.what == SlotFor::Open) {
        fill(&mut slots, next().into_iter().filter(|offer| !taken.contains(&offer.person.id)));
    }
    slots
}

/// The meetings that stand and have an hour, at the seeker's own day and time.
fn meetings_here(view: &View) -> Vec<(PersonId, DateTime)> {
    let at = |meeting: &Meeting| {
        let home = view.campaign.at_home(meeting);
        Some(home.on.to_datetime(home.time?))
    };
    meetings_ahead(view).filter_map(|(ask, meeting)| Some((ask.person, at(meeting)?))).collect()
}

fn fill(slots: &mut [SlotAhead], mut offers: impl Iterator<Item = Offer>) {
    for slot in slots.iter_mut().filter(|slot| slot.what == SlotFor::Open) {
        let Some(offer) = offers.next() else { return };
        slot.what = SlotFor::Call;
        (slot.person, slot.why, slot.rule) = (Some(offer.person), offer.why, Some(offer.rule));
    }
}

/// The next day from today on that has one of the seeker's times and is a working day; none without such times.
pub(super) fn next_day(view: &View) -> Option<Date> {
    let mut days = times(view, 8).map(|(on, _)| on);
    days.find(|on| view.workdays.has(*on))
}

/// Each time within so many days, today included, in their order.
fn times<'a>(view: &'a View<'a>, days: i32) -> impl Iterator<Item = (Date, Time)> + 'a {
    let week = &view.campaign.week;
    let is_off = |on: Date| week.days_off.iter().any(|day| day.on == on);
    let days = (0..days).map(|far| plus_days(view.today, far)).filter(move |on| !is_off(*on));
    days.flat_map(|on| {
        week.slots.iter().filter(move |slot| slot.weekday == on.weekday()).map(move |slot| (on, slot.time))
    })
}

/// Calls that are or become due, the most urgent first. Whoever is asked once more in writing is not called.
fn calls(view: &View) -> Vec<Standing> {
    let mut parts = standing_in(view.with_days_written_out());
    let is_written = |part: &Standing| {
        let asked_anew = part.rule.rule.name == quiet_after_seven::RULE.name;
        let ask = view.campaign.asks.get(&AskId::from_number(part.due.about.number)).filter(|_| asked_anew);
        ask.is_some_and(|ask| quiet_after_seven::another_form(view, ask) != Form::Call)
    };
    parts.retain(|part| CALLS.contains(&part.rule.rule.name) && !is_written(part));
    parts.sort_by_key(|part| (part.due.due_on, part.weight, part.due.about));
    parts
}

/// Whether a call may be made before its day: a fresh name is as good a day sooner, unless the seeker chose the day or an
/// introduction is still awaited.
fn may_be_sooner(view: &View, part: &Standing) -> bool {
    let named = view.campaign.referrals.get(&ReferralId::from_number(part.due.about.number));
    let waits_for_nobody = named.is_some_and(|one| !one.introduction || one.introduced_on.is_some());
    let not_before = part.due.person.and_then(|who| view.campaign.people.get(&who)?.not_before_on);
    let is_fresh = part.rule.rule.name == call_the_referred::RULE.name && part.due.due_on == part.usually_on;
    is_fresh && waits_for_nobody && not_before.is_none()
}

/// Whom the seeker asked on that day.
fn asked_on(view: &View, day: Date) -> Vec<PersonId> {
    view.campaign.asks.values().filter(|ask| ask.asked_on == day).map(|ask| ask.person).collect()
}

/// Whether two half hours overlap.
fn is_near(one: Time, other: Time) -> bool {
    let minutes = |time: Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
    (minutes(one) - minutes(other)).abs() < MINUTES
}

/// The times of a week in words: "Tuesday at 10:00, Thursday at 9:30".
pub fn spoken(slots: &[Slot]) -> String {
    let told = |slot: &Slot| format!("{} at {}", spoken_weekday(slot.weekday), slot.time.strftime("%-H:%M"));
    slots.iter().map(told).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::time;

    use super::*;
    use crate::day::days_between;
    use crate::day::own_clock::OwnClock;
    use crate::day::workdays::DayOff;
    use crate::direction::begin::begin_anew;
    use crate::follow_through::scene::{Scene, day};

    /// Tuesdays and Thursdays at ten; Monday is the 16th.
    fn planned(mut scene: Scene) -> Scene {
        scene.campaign.week.slots = ["tue 10", "thu 10"].iter().filter_map(|text| Slot::parse(text)).collect();
        scene
    }

    /// One zone, three hours ahead of the seeker's.
    fn east(there: DateTime, zone: &str) -> Option<DateTime> {
        (zone == "East").then(|| there.saturating_sub(3.hours()))
    }

    /// The times of a week as `day what person`.
    fn told(scene: &Scene, offers: &[&str]) -> Vec<String> {
        let mut with = scene.clone();
        let offers: Vec<Offer> = offers
            .iter()
            .map(|name| {
                let id = with.person(name);
                Offer { person: PersonRef { id, name: (*name).to_owned() }, why: String::new(), rule: "a" }
            })
            .collect();
        let today = day(scene.today);
        with.campaign.own_clock = OwnClock::new(east);
        slots(&with.campaign, today, 7, || offers)
            .iter()
            .map(|slot| {
                let name = slot.person.as_ref().map_or("nobody", |person| person.name.as_str());
                format!("{} {} {name}", days_between(day(1), slot.on) + 1, slot.what)
            })
            .collect()
    }

    #[test]
    fn a_call_that_is_due_comes_before_the_slate() {
        let scene = planned(Scene::on(12).referred_by("Maria", "Dan").later_on(16));
        assert_eq!(told(&scene, &["Ruth", "Dan"]), ["17 call Dan", "19 call Ruth"]);
    }

    #[rstest::rstest]
    #[case::a_fresh_name_is_called_sooner(Scene::on(16).referred_by("Maria", "Dan"), "17 call Dan")]
    #[case::not_one_that_was_put_off(Scene::on(16).referred_by("Maria", "Dan").later("call-f1", 20), "17 call Ruth")]
    #[case::not_while_an_introduction_is_awaited(Scene::on(16).offered_by("Maria", "Dan"), "17 call Ruth")]
    #[case::not_before_a_day_that_was_chosen(
        Scene::on(16).referred_by("Maria", "Dan").not_before("Dan", 18), "17 call Ruth")]
    fn a_call_may_come_before_its_day(#[case] scene: Scene, #[case] first: &str) {
        assert_eq!(told(&planned(scene), &["Ruth"])[0], first);
    }

    #[test]
    fn the_slate_is_asked_only_where_a_time_is_open() {
        let scene = planned(Scene::on(12).referred_by("Maria", "Dan").referred_by("Ruth", "Sam").later_on(16));
        let slots = slots(&scene.campaign, day(16), 7, || unreachable!("both times are taken"));
        assert_eq!(slots.len(), 2);
    }

    #[test]
    fn a_meeting_keeps_its_time_and_a_day_off_has_none() {
        let mut scene = planned(Scene::on(16).asks("Maria").accepts("Maria", 17));
        scene.campaign.week.days_off = vec![DayOff { on: day(19), name: None }];
        assert_eq!(told(&scene, &["Ruth"]), ["17 call Ruth"], "without an hour a meeting takes no time");
        let mut ask = scene.campaign.asks.values().next().unwrap().clone();
        ask.meeting.as_mut().unwrap().time = Some(time(10, 15, 0, 0));
        scene.campaign.apply([ask.into()]);
        assert_eq!(told(&scene, &["Ruth"]), ["17 meeting Maria"]);
        let (today, mut scene) = (day(scene.today), scene.closes());
        scene.campaign.apply(begin_anew(&scene.campaign, &scene.ids, today, true).unwrap());
        assert_eq!(told(&scene, &["Ruth"]), ["17 meeting Maria"], "also when its search ended");
    }

    #[rstest::rstest]
    #[case::at_the_time(17, 13, "East", "17 meeting Maria")]
    #[case::after_midnight_there_is_the_evening_here(18, 1, "East", "17 call Ruth")]
    #[case::at_another_time_here(17, 10, "East", "17 call Ruth")]
    #[case::a_zone_that_nobody_knows(17, 10, "Nowhere", "17 call Ruth")]
    fn a_meeting_elsewhere_keeps_the_time_that_it_is_here(
        #[case] on: i32,
        #[case] hour: i8,
        #[case] zone: &str,
        #[case] first: &str,
    ) {
        let mut scene = planned(Scene::on(16).asks("Maria").accepts("Maria", on));
        let mut ask = scene.campaign.asks.values().next().unwrap().clone();
        let meeting = ask.meeting.as_mut().unwrap();
        (meeting.time, meeting.zone) = (Some(time(hour, 0, 0, 0)), Some(zone.to_owned()));
        scene.campaign.apply([ask.into()]);
        assert_eq!(told(&scene, &["Ruth"])[0], first);
    }

    #[test]
    fn why_somebody_is_called_holds_on_every_day() {
        let scene = planned(Scene::on(16).referred_by("Maria", "Dan"));
        let slots = slots(&scene.campaign, day(16), 7, Vec::new);
        assert_eq!(slots[0].why, "Maria named them on Monday 16 November.");
    }

    #[test]
    fn after_the_call_of_the_day_the_time_has_done_what_it_is_for() {
        let scene = planned(Scene::on(17).asks("Maria"));
        assert_eq!(told(&scene, &["Ruth"]), ["17 asked Maria", "19 call Ruth"]);
    }

    #[test]
    fn with_nobody_to_call_a_time_is_open_and_a_closed_search_has_none() {
        let scene = planned(Scene::on(16));
        assert_eq!(told(&scene, &[]), ["17 open nobody", "19 open nobody"]);
        assert!(told(&scene.closes(), &["Ruth"]).is_empty());
        assert!(told(&Scene::on(16), &["Ruth"]).is_empty(), "who keeps no times is offered none");
    }

    #[test]
    fn times_are_said_as_one_would_say_them() {
        assert_eq!(spoken(&planned(Scene::on(16)).campaign.week.slots), "Tuesday at 10:00, Thursday at 10:00");
    }
}

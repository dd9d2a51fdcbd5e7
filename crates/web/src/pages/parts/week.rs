//! The week against the seeker's own plan, the meetings ahead and the last conversations, beside the moves.
//!
//! Serves following through (row M12). Without a plan it asks for none twice, and it never counts a streak.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::conversation::Conversation;
use method::day::spoken;
use method::follow_through::ahead::{MeetingAhead, WeekSoFar};
use method::follow_through::slots::{SlotAhead, SlotFor};
use store::at_home;

use super::{person, rungs};
use crate::commands::way;
use crate::routes;

/// How many conversations are shown.
const LAST: usize = 6;

/// The week as dots: held, arranged, still open.
pub fn week(week: WeekSoFar) -> Markup {
    let planned = week.planned.and_then(|planned| usize::try_from(planned).ok());
    html! {
        h2 { @if routes::stands("/week") { a href="/week" { "This week" } } @else { "This week" } }
        @if let Some(planned) = planned {
            (dots(week, planned))
            p { (week.held) " of " (planned) " conversations" @if week.arranged > 0 { ", " (arranged(week.arranged)) } "." }
        } @else {
            p { (so_far(week.held)) ", " (arranged(week.arranged)) "." }
            @if let Some(way) = way("halfhour me") { p.small { a href=(way.to) { "Plan a week" } " that you can keep." } }
        }
    }
}

fn so_far(held: usize) -> String {
    match held {
        0 => "No conversation yet".to_owned(),
        1 => "One conversation".to_owned(),
        many => format!("{many} conversations"),
    }
}

fn arranged(count: usize) -> String {
    match count {
        0 => "none arranged".to_owned(),
        1 => "one arranged".to_owned(),
        many => format!("{many} arranged"),
    }
}

fn dots(week: WeekSoFar, planned: usize) -> Markup {
    let all = planned.max(week.held + week.arranged).min(14);
    html! {
        p.dots aria-hidden="true" {
            @for place in 0..all { i.held[place < week.held].arranged[(week.held..week.held + week.arranged).contains(&place)] {} }
        }
    }
}

/// The seeker's own times of the days ahead, and whom each is for.
pub fn times(slots: &[SlotAhead], today: Date) -> Markup {
    // Meetings stand below by themselves.
    let is_call = |slot: &&SlotAhead| slot.on > today && slot.what != SlotFor::Meeting;
    let ahead: Vec<&SlotAhead> = slots.iter().filter(is_call).collect();
    html! {
        @if !ahead.is_empty() {
            h2 { "Your times" }
            ul.plain {
                @for slot in ahead {
                    li {
                        (slot.on.strftime("%A")) ", " (slot.time.strftime("%-H:%M"))
                        @if let Some(one) = &slot.person {
                            br;
                            small { "Call " (person::name(one)) }
                        }
                    }
                }
            }
        }
    }
}

/// The meetings that stand.
pub fn meetings(meetings: &[MeetingAhead], today: Date, own: &TimeZone) -> Markup {
    html! {
        @if !meetings.is_empty() {
            h2 { "You meet" }
            ul.plain {
                @for meeting in meetings {
                    li {
                        (person::name(&meeting.person))
                        br;
                        small {
                            (spoken(meeting.on, today))
                            @if let Some(time) = meeting.time {
                                ", " (time.strftime("%-H:%M"))
                                @if let Some(here) = here(meeting, own) { " " (here) }
                            }
                            @if let Some(place) = &meeting.place { br; bdi { (place) } }
                        }
                    }
                }
            }
        }
    }
}

/// A time in another zone as both clocks show it: "in Europe/Berlin, 7:00 here", with the day where it is another one.
/// None where the clocks agree, and where this machine does not know the zone there is only its name.
fn here(meeting: &MeetingAhead, own: &TimeZone) -> Option<String> {
    let (zone, time) = (meeting.zone.as_deref()?, meeting.time?);
    let Some(here) = at_home(meeting.on.to_datetime(time), zone, own) else { return Some(format!("in {zone}")) };
    match (here.date() == meeting.on, here.time() == time) {
        (true, true) => None,
        (true, false) => Some(format!("in {zone}, {} here", here.strftime("%-H:%M"))),
        (false, _) => Some(format!("in {zone}, {} here", here.strftime("%A %-H:%M"))),
    }
}

/// The last conversations, newest first.
pub fn conversations(campaign: &Campaign) -> Markup {
    let mut held: Vec<&Conversation> = campaign.conversations.values().collect();
    held.sort_by_key(|talk| std::cmp::Reverse((talk.held_on, talk.id)));
    held.truncate(LAST);
    html! {
        @if !held.is_empty() {
            h2 { "Last conversations" }
            ul.plain.talks {
                @for talk in held { li { (person::name(&campaign.person_ref(talk.person))) small { (rungs::rungs(talk.ladder)) } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use method::campaign::PersonRef;
    use method::id::{Id, PersonId};

    use super::*;

    fn told(zone: Option<&str>, hour: i8, own: &str) -> Option<String> {
        let person = PersonRef { id: PersonId::from_number(1), name: "Ana".to_owned() };
        let (on, time) = (date(2026, 11, 24), Some(time(hour, 30, 0, 0)));
        let meeting = MeetingAhead { person, here_on: on, on, time, zone: zone.map(str::to_owned), place: None };
        here(&meeting, &TimeZone::get(own).unwrap())
    }

    #[test]
    fn both_clocks_are_told_where_they_differ() {
        let here = "America/New_York";
        assert_eq!(told(None, 14, here), None);
        assert_eq!(told(Some("America/Toronto"), 14, here), None);
        assert_eq!(told(Some("Europe/Berlin"), 14, here).as_deref(), Some("in Europe/Berlin, 8:30 here"));
        assert_eq!(told(Some("Asia/Tokyo"), 9, here).as_deref(), Some("in Asia/Tokyo, Monday 19:30 here"));
        assert_eq!(told(Some("Europe/Atlantis"), 9, here).as_deref(), Some("in Europe/Atlantis"));
    }
}

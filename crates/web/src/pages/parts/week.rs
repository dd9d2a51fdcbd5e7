//! The week against the seeker's own plan, the meetings ahead and the last conversations, beside the moves.
//!
//! Serves following through (row M12). Without a plan it asks for none twice, and it never counts a streak.

use jiff::civil::Date;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::conversation::Conversation;
use method::day::spoken;
use method::follow_through::ahead::{MeetingAhead, WeekSoFar};

use super::{person, rungs};
use crate::commands::way;

/// How many conversations are shown.
const LAST: usize = 6;

/// The week as dots: held, arranged, still open.
pub fn week(campaign: &Campaign, week: WeekSoFar) -> Markup {
    let planned = week.planned.and_then(|planned| usize::try_from(planned).ok());
    html! {
        h2 { "This week" }
        @if let Some(planned) = planned {
            (dots(week, planned))
            p { (week.held) " of " (planned) " held" @if week.arranged > 0 { ", " (week.arranged) " arranged" } "." }
            @if !campaign.week.slots.is_empty() { p.small { "Your times: " (times(campaign)) } }
        } @else {
            p { (week.held) " held, " (week.arranged) " arranged." }
            @if let Some(way) = way("halfhour me") { p.small { a href=(way.to) { "Plan a week" } " that you can keep." } }
        }
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

fn times(campaign: &Campaign) -> String {
    let times: Vec<String> = campaign.week.slots.iter().map(|slot| crate::shell::capital(&slot.to_string())).collect();
    times.join(", ")
}

/// The meetings that stand.
pub fn meetings(meetings: &[MeetingAhead], today: Date) -> Markup {
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
                            @if let Some(time) = meeting.time { ", " (time.strftime("%-H:%M")) }
                        }
                    }
                }
            }
        }
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

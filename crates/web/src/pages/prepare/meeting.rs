//! What becomes of a meeting that stands: it moves, it is called off, or it did not take place. Serves the ask (row M11).
//!
//! A calendar that has the meeting gets it anew from the sheet, under the same name.

use maud::{Markup, html};
use method::ask::meeting::{MeetingChange, cancel_meeting, meeting_with, miss_meeting, move_meeting};
use method::ask::{Meeting, MeetingState};
use method::change::Refusal;
use method::day::{Toward, plus_days};
use store::Scope;

use super::{Answered, Desk, again, answer};
use crate::error::Trouble;
use crate::pages::parts::form as fields;
use crate::pages::sheet::when_and_where;
use crate::visit::{Answer, Visit};

/// The heading, where a meeting was arranged.
pub const TITLE: &str = "Your meeting";

/// The meeting and what can be done about it; nothing when none was arranged.
pub fn part(desk: Desk) -> Answered {
    let Ok((_, meeting)) = meeting_with(desk.campaign, desk.person) else { return Ok(html! {}) };
    let stands = meeting.state == MeetingState::Planned;
    let when =
        when_and_where(meeting.on, desk.visit.today, meeting.time, meeting.zone.as_deref(), meeting.place.as_deref());
    Ok(html! {
        section.calm.meeting #meeting {
            p { (state(meeting.state)) " " (when) "." }
            @if let Some(day) = desk.campaign.week.day_off(desk.campaign.at_home(meeting).on).filter(|_| stands) { p { (day.note(desk.visit.today)) } }
            @if meeting.state != MeetingState::Missed {
                p { a href=(desk.to("meeting.ics")) download { @if stands { "Add it to your calendar" } @else { "Take it out of your calendar" } } }
            }
            details.otherwise open[desk.again || !stands] {
                summary { @if stands { "It moved" } @else { "There is a new day" } }
                (move_it(desk, meeting))
            }
            @if stands {
                form.row method="post" action=(desk.to("meeting")) {
                    (fields::seen(meeting))
                    button.btn name="what" value="cancel" { "It was called off" }
                    @if desk.campaign.at_home(meeting).on <= desk.visit.today { button.btn name="what" value="miss" { "It did not take place" } }
                }
            }
        }
    })
}

fn state(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Planned => "You meet on",
        MeetingState::Cancelled => "Called off. You were to meet on",
        MeetingState::Missed => "It did not take place. You were to meet on",
    }
}

fn move_it(desk: Desk, meeting: &Meeting) -> Markup {
    let (today, zone) = (desk.visit.today, meeting.zone.as_deref().unwrap_or_default());
    let time = meeting.time.map(|time| time.strftime("%H:%M").to_string()).unwrap_or_default();
    html! {
        form.stack method="post" action=(desk.to("meeting")) {
            (fields::seen(meeting))
            div.line {
                div.field {
                    label for="new-on" { "The new day" }
                    input #new-on type="date" name="new-on" required min=(today) max=(plus_days(today, 3650)) value=(desk.typed("new-on", &meeting.on.to_string()));
                }
                div.field { label for="new-at" { "At" } input #new-at type="time" name="new-at" value=(desk.typed("new-at", &time)); }
            }
            (fields::line("new-place", "Where, or by which means", "", &desk.typed("new-place", meeting.place.as_deref().unwrap_or_default())))
            (fields::line("new-zone", "Time zone, when it is not yours", "Such as Europe/Berlin", &desk.typed("new-zone", zone)))
            p { button.btn.first name="what" value="move" { "Move it" } }
        }
    }
}

/// Does what the button says.
pub fn write(visit: &Visit) -> Answer {
    let person = super::whom(visit)?.1;
    let changed = change(visit).and_then(|change| {
        visit.change(Scope::Everyone, |campaign, _| {
            visit.unchanged(meeting_with(campaign, person)?.1)?;
            match visit.field("what") {
                "move" => move_meeting(campaign, visit.today, person, change.clone()),
                "cancel" => cancel_meeting(campaign, person),
                "miss" => miss_meeting(campaign, visit.today, person),
                _ => Err(Refusal::usage("Nothing was chosen.", "Use one of the buttons beneath the meeting.")),
            }
        })
    });
    match changed {
        Ok(changed) => visit.done(&format!("/people/{person}/answer"), changed.step),
        Err(trouble) => again(visit, trouble, TITLE, part),
    }
}

fn change(visit: &Visit) -> Result<MeetingChange, Trouble> {
    let on = if visit.field("new-on").is_empty() { None } else { Some(visit.day("new-on", Toward::Future)?) };
    // The form shows what stands, so that an emptied field takes it away.
    let shown = |name: &str| visit.ticked(name).then(|| visit.field(name).to_owned());
    Ok(MeetingChange {
        on,
        time: answer::time(visit, "new-at")?,
        open_time: visit.ticked("new-at"),
        zone: shown("new-zone"),
        place: shown("new-place"),
    })
}

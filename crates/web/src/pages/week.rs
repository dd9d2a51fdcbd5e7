//! The week: its times with whom to call, its review, and the way into the seeker's own calendar. Serves following through
//! (rows M11, M12). It counts no streak and asks nobody to catch up.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use formats::timetable::Timetable;
use jiff::civil::Date;
use maud::{Markup, html};
use method::campaign::{Campaign, PersonRef};
use method::day::{Toward, days_between, of_week, plus_days, spoken, week_start};
use method::follow_through::next_week::NextWeek;
use method::follow_through::review::{Happened, Learned, Review, review};
use method::follow_through::slots::{SlotAhead, slots, spoken as in_words};
use method::follow_through::week_meetings::MeetingOfWeek;
use method::follow_through::what_changes::{line_of, write_what_changes};
use store::Scope;

use super::parts::file::saved_as;
use super::parts::{form, person, rungs, times};
use crate::error::Trouble;
use crate::feed;
use crate::serve::FIRST_PORT;
use crate::visit::{Answer, Visit};

/// For how many days the calendar holds times for calls.
const DAYS: i32 = 14;

const TITLE: &str = "The week";

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let of = of_week(visit.query("of"), visit.today).unwrap_or(visit.today);
    visit.page(TITLE, body(visit, of, None)?)
}

/// The week of that day; with a trouble, what was typed stands in its form again.
fn body(visit: &Visit, of: Date, trouble: Option<&Trouble>) -> Result<Markup, Trouble> {
    let campaign = visit.campaign()?;
    let week = review(&campaign, of, visit.today);
    let is_this = week.starts_on == week_start(visit.today);
    let is_next = week.starts_on == plus_days(week_start(visit.today), 7);
    let goes_on = campaign.direction.closed_on.is_none();
    let slots = if is_this && goes_on { slots_of(visit, 7)? } else { Vec::new() };
    let others = week.meetings_beside(&slots);
    Ok(html! {
        h1 { (heading(&week, visit.today)) }
        p.intro { (week.opening(visit.today)) }
        @if let Some(before) = &week.before {
            div.calm { p { "From the week before: " bdi { (before) } } }
        }
        (turn(&week, visit.today))
        @if is_this && goes_on { (ahead(visit, &slots)?) }
        (met(&others, is_this && goes_on, visit.today))
        @if !week.is_ahead(visit.today) { section.part { h2 { "What happened" } (happened(&week, visit.today)) } }
        (learned(&week.learned))
        @if !week.is_ahead(visit.today) { (changes(visit, &week, trouble)) }
        @if is_this { (next("Next week", &week.next, visit.today)) }
        @if is_next { (next("What waits", &waiting(&campaign, visit.today), visit.today)) }
        @if is_this { (calendar(visit)) }
    })
}

fn heading(week: &Review, today: Date) -> String {
    match days_between(week_start(today), week.starts_on) {
        0 => "This week".to_owned(),
        -7 => "Last week".to_owned(),
        7 => "Next week".to_owned(),
        _ => format!("The week of {}", spoken(week.starts_on, today)),
    }
}

/// The week before and the week after.
fn turn(week: &Review, today: Date) -> Markup {
    let link = |on: Date, says: &str| html! { a href={ "/week?of=" (on) } { (says) } };
    html! {
        p.row.turn {
            (link(plus_days(week.starts_on, -7), "The week before"))
            @if week.starts_on <= today { (link(plus_days(week.starts_on, 7), "The week after")) }
        }
    }
}

/// The times of the next days.
fn ahead(visit: &Visit, slots: &[SlotAhead]) -> Result<Markup, Trouble> {
    let has_times = !visit.campaign()?.week.slots.is_empty();
    Ok(html! {
        section.part {
            h2 { "Your times in the next seven days" }
            @if slots.is_empty() && !has_times {
                p { "Two fixed times carry a search: they are there before you feel like it." }
                p { a.btn.first href="/me#week" { "Plan your times" } }
            } @else if slots.is_empty() { p { "None: these days are off." } }
            @else { (times::list(slots, visit.today, true)) }
        }
    })
}

/// The meetings of the week that were not held: ahead, or over.
fn met(meetings: &[&MeetingOfWeek], beside_times: bool, today: Date) -> Markup {
    html! {
        @if !meetings.is_empty() {
            section.part {
                h2 { @if beside_times { "Meetings beside your times" } @else { "Meetings" } }
                ul.plain.ruled {
                    @for one in meetings {
                        li {
                            (one.opening()) " " (person::name(&one.person)) " " (one.when(today))
                            @if let Some(place) = &one.agreed.place { ", " bdi { (place) } }
                            @if let Some(came) = one.came_of_it() { "; " (came) }
                            "."
                        }
                    }
                }
            }
        }
    }
}

fn happened(week: &Review, today: Date) -> Markup {
    let happened = &week.happened;
    html! {
        @if *happened == Happened::default() { p.muted { (week.nothing(today)) } }
        ul.plain.ruled {
            @for talk in &happened.talks {
                li { (person::name(&talk.person)) " " (rungs::rungs(talk.ladder)) " " small { (spoken(talk.on, today)) } }
            }
            (people("You asked", &happened.asked))
            @for same in happened.answered.chunk_by(|one, other| one.answer == other.answer) {
                li {
                    @for (place, one) in same.iter().enumerate() { @if place > 0 { ", " } (person::name(&one.person)) }
                    @if let Some(one) = same.first() { " " (one.says()) }
                }
            }
            (people("You thanked", &happened.thanked))
            @for kept in &happened.kept {
                li { "You kept a promise to " (person::name(&kept.person)) ": " bdi { (kept.text) } }
            }
            @for one in &happened.let_go { li { "No longer due: " bdi { (one.text) } } }
        }
    }
}

fn people(says: &str, people: &[PersonRef]) -> Markup {
    html! {
        @if !people.is_empty() {
            li { (says) " " @for (place, one) in people.iter().enumerate() { @if place > 0 { ", " } (person::name(one)) } }
        }
    }
}

fn learned(learned: &Learned) -> Markup {
    html! {
        @if *learned != Learned::default() {
            section.part {
                h2 { "What you learned" }
                ul.plain.ruled {
                    @for one in &learned.words { li { p dir="auto" { (one.text) } small { "From " (person::name(&one.person)) } } }
                    @if !learned.organizations.is_empty() { li dir="auto" { "Organizations: " (learned.organizations.join(", ")) } }
                }
            }
        }
    }
}

/// What changes: as the week shows it, and in the seeker's own words.
fn changes(visit: &Visit, week: &Review, trouble: Option<&Trouble>) -> Markup {
    let changes = &week.changes;
    let stands = changes.own.as_deref().unwrap_or_default();
    let own = if trouble.is_some() { visit.field("changes") } else { stands };
    html! {
        section.part #what-changes {
            h2 { "What changes" }
            @if week.shows_changes() {
              ul.plain.ruled {
                @for idea in &changes.ideas {
                    li { bdi { (idea.text) } " " small { (idea.warmer) " warmer, " (idea.colder) " colder" } }
                }
                @for named in &changes.named { li { (person::name(&named.person)) " was named by " (person::name(&named.by)) } }
                @for one in &changes.opportunities { li { bdi { (one.title) } ": " (one.state) } }
              }
            }
            @if let Some(trouble) = trouble { (form::not_taken(visit, trouble, &vec![("In your own words", "changes", stands.to_owned())])) }
            form.stack method="post" action="/week" {
                (form::seen(&changes.own))
                input type="hidden" name="of" value=(week.starts_on);
                (form::lines("changes", "In your own words", "What do you do otherwise from here? The week after shows it.", own))
                p { button.btn { "Keep it" } }
            }
        }
    }
}

/// Keeps what changes.
pub fn keep(visit: &Visit) -> Answer {
    let of = visit.day("of", Toward::Near)?;
    let changed = visit.change(Scope::Told, |campaign, ids| {
        let stands = line_of(campaign, week_start(of));
        let words = visit.field("changes");
        visit.unless_changed(&stands, || write_what_changes(campaign, ids, visit.today, of, words))
    });
    match changed {
        Ok(changed) => visit.done(&format!("/week?of={}", week_start(of)), changed.step),
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
            visit.page_again(&trouble, TITLE, body(visit, of, Some(&trouble))?)
        }
        Err(trouble) => Err(trouble),
    }
}

/// The same as this week tells of the next, without its meetings: on its own page they stand already.
fn waiting(campaign: &Campaign, today: Date) -> NextWeek {
    NextWeek { meetings: Vec::new(), ..review(campaign, today, today).next }
}

fn next(says: &str, next: &NextWeek, today: Date) -> Markup {
    if *next == NextWeek::default() {
        return html! {};
    }
    html! {
        section.part {
            h2 { (says) }
            ul.plain.ruled {
                @for meeting in &next.meetings {
                    li { "You meet " (person::name(&meeting.person)) " " small { (spoken(meeting.here_on, today)) } }
                }
                @if next.to_call > 0 { li { (next.to_call) @if next.to_call == 1 { " person to call who was named to you" } @else { " people to call who were named to you" } } }
                @if next.promised > 0 { li { (next.promised) @if next.promised == 1 { " promise" } @else { " promises" } " to keep" } }
                @for day in &next.days_off {
                    li { (spoken(day.on, today)) " is a day off" @if let Some(name) = &day.name { ": " bdi { (name) } } "." }
                }
                @if !next.slots.is_empty() { li { "Your times: " (in_words(&next.slots)) } }
            }
            @if !next.slots.is_empty() || !next.days_off.is_empty() { p { a.btn href="/me#week" { "Change your plan" } } }
        }
    }
}

/// The way into the seeker's own calendar.
fn calendar(visit: &Visit) -> Markup {
    let port = visit.app.port();
    let key = feed::standing(visit.app.file());
    html! {
        section.part #calendar {
            h2 { "In your calendar" }
            p { "Your meetings, your times and what is due, as one file. It is also the way to a phone." }
            p { a.btn href="/calendar.ics" download { "Save the calendar" } }
            h3 { "For a calendar program on this machine" }
            @if let Some(key) = &key {
                p { "Subscribe to this address. It shows what stands while these pages are open." }
                p { code.big { (feed::address(port, key)) } }
                p.help {
                    "Whoever knows it can read your calendar, and nothing else."
                    @if port != FIRST_PORT { " It holds for this port: open the pages with " code { "halfhour open --port " (port) } "." }
                }
                form.row method="post" action="/week/feed" {
                    button.btn name="feed" value="new" { "Make a new address" }
                    button.btn.quiet name="feed" value="none" { "Take it away" }
                }
            } @else {
                p { "An address of its own, with a key that only you know. It never leaves this machine." }
                form method="post" action="/week/feed" { button.btn name="feed" value="new" { "Make an address" } }
            }
        }
    }
}

/// Makes the address anew, or takes it away.
pub fn address(visit: &Visit) -> Answer {
    let file = visit.app.file();
    let done = if visit.field("feed") == "new" { feed::make(file).map(drop) } else { feed::take_away(file) };
    done.map_err(|_| Trouble::Broken)?;
    visit.go("/week#calendar")
}

/// The whole calendar as a file.
pub fn saved(visit: &Visit) -> Answer {
    Ok(saved_as("halfhour.ics", CALENDAR, calendar_file(visit)?))
}

/// The same for a calendar program that came with the key of the address.
pub fn read(visit: &Visit) -> Answer {
    let mut response = Response::new(Body::from(calendar_file(visit)?));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(CALENDAR));
    Ok(response)
}

const CALENDAR: &str = "text/calendar; charset=utf-8";

fn calendar_file(visit: &Visit) -> Result<String, Trouble> {
    let campaign = visit.campaign()?;
    let slots = slots_of(visit, DAYS)?;
    let step = visit.app.history(Some(1))?.first().map_or(0, |newest| newest.id.0);
    let timetable = Timetable { campaign: &campaign, today: visit.today, slots: &slots, step };
    Ok(timetable.file(visit.app.now()))
}

/// The times of so many days, each with its next person.
pub fn slots_of(visit: &Visit, days: i32) -> Result<Vec<SlotAhead>, Trouble> {
    let held = visit.held()?;
    Ok(slots(&held.campaign, visit.today, days, || times::offers(&held, visit.today)))
}

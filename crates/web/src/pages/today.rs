//! Today: what is due and why, what comes this week, what waits; and the week beside it. Serves following through.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::No;
use method::day::workdays::Away;
use method::day::{Toward, spoken_when};
use method::follow_through::ahead::{WeekSoFar, ahead, meetings, wait_until_back};
use method::follow_through::done::{by_saying, done as decide_done};
use method::follow_through::later::later as decide_later;
use method::follow_through::moves::{Agenda, Move, agenda, moves};
use method::follow_through::not_needed::not_needed as decide_unneeded;
use method::follow_through::slots::SlotAhead;
use method::follow_through::waiting::{Waiting, waiting};
use store::{Changed, Scope};

use super::add;
use super::parts::moves::{Desk, list};
use super::parts::{person, times, week};
use super::week::slots_of;
use crate::commands::way;
use crate::error::Trouble;
use crate::routes;
use crate::shell::ALREADY;
use crate::visit::{Answer, Visit};

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let today = visit.today;
    if let Some(closed_on) = campaign.direction.closed_on {
        return visit.page("Today", closed(closed_on, today));
    }
    let agenda = agenda(&campaign, today);
    let is_new = campaign.everybody().next().is_none();
    if is_new && agenda.overdue.iter().chain(&agenda.today).chain(&agenda.this_week).all(|one| one.person.is_none()) {
        return visit.page("Today", first_steps());
    }
    let week = ahead(&campaign, today).week;
    let away = Away::on(&campaign.week.days_off, today);
    let back = away.as_ref().map(|away| wait_until_back(&campaign, today, away));
    let slots = slots_of(visit, 7)?;
    visit.page(
        "Today",
        html! {
            h1 { (today.strftime("%A, %-d %B")) }
            p.intro { @if let Some(away) = &away { (away.in_words(today)) " " } (opening(&agenda, week, back.as_ref())) }
            div.cols {
                div { (now(&slots, today)) (due(&campaign, today, &agenda, &back.unwrap_or_default())) (waits(&waiting(&campaign, today), today)) }
                aside.card {
                    (week::week(week))
                    (week::times(&slots, today))
                    (week::meetings(&meetings(&campaign, today), today, &TimeZone::system()))
                    (week::conversations(&campaign))
                }
            }
        },
    )
}

/// The terminal calls this page `today`.
pub fn by_name(visit: &Visit) -> Answer {
    visit.go("/")
}

/// The times of today, each with the next person.
fn now(slots: &[SlotAhead], today: Date) -> Markup {
    let now: Vec<SlotAhead> = slots.iter().filter(|slot| slot.on == today).cloned().collect();
    html! { @if !now.is_empty() { section.calm.now aria-label="Your times today" { (times::list(&now, today, false)) } } }
}

/// The day in a sentence or two; `back` is what waits until the seeker is back from days off.
fn opening(agenda: &Agenda, week: WeekSoFar, back: Option<&BTreeSet<String>>) -> String {
    let waiting = back.map_or(0, BTreeSet::len);
    let due = match (agenda.overdue.len() + agenda.today.len()).saturating_sub(waiting) {
        0 if waiting > 0 => None,
        0 if back.is_some() => Some("Nothing waits for you.".to_owned()),
        0 => Some("Nothing is due today.".to_owned()),
        1 => Some("One thing is due.".to_owned()),
        many => Some(format!("{} things are due. The first is enough to begin with.", numeral(many))),
    };
    let waits = match waiting {
        0 => None,
        1 => Some("One thing waits until you are back.".to_owned()),
        many => Some(format!("{} things wait until you are back.", numeral(many))),
    };
    let week = week.planned.map(|planned| format!("This week: {} of {planned} conversations.", week.held));
    [due, waits, week].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Small numbers read better as words.
fn numeral(number: usize) -> String {
    const WORDS: [&str; 8] = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
    let word = number.checked_sub(2).and_then(|place| WORDS.get(place));
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

fn due(campaign: &Campaign, today: Date, agenda: &Agenda, back: &BTreeSet<String>) -> Markup {
    let due = moves(campaign, today).into_iter().filter(|one| one.due_on <= today);
    let (back, now): (Vec<Move>, Vec<Move>) = due.partition(|one| back.contains(&one.id));
    let first = now.first().or(back.first()).map(|one| one.id.as_str());
    let doable = by_saying(campaign, today);
    let desk = Desk { doable: &doable, today, here: "/", campaign, with_drafts: true, first };
    html! {
        @if now.is_empty() && back.is_empty() { (nothing_due()) }
        @for (heading, moves) in [("Due", &now), ("When you are back", &back)] {
            @if !moves.is_empty() { h2 { (heading) } (list(desk, moves, heading)) }
        }
        @if !agenda.this_week.is_empty() {
            h2 { "In the next seven days" }
            (list(desk, &agenda.this_week, "In the next seven days"))
        }
    }
}

fn nothing_due() -> Markup {
    html! {
        div.calm {
            p { "If you have half an hour, there may be someone you would like to call." }
            @if let Some(way) = way("halfhour next") { p { a.btn.first href=(way.to) { "Whom to call next" } } }
        }
    }
}

fn waits(waiting: &[Waiting], today: Date) -> Markup {
    html! {
        @if !waiting.is_empty() {
            details.waiting open[waiting.len() <= 4] {
                summary { h2 { "Waiting" } span.count { (waiting.len()) } }
                p.muted { "Not your turn: there is nothing to do about these now." }
                ul.plain.ruled {
                    @for one in waiting {
                        li {
                            @match one.person.as_ref().filter(|_| routes::stands("/people/{person}")) {
                                Some(person) => { a href=(person::page(person.id)) { (one.text) "." } }
                                None => { (one.text) "." }
                            }
                            @if let Some(on) = one.comes_back_on { " " span.muted { "Comes back " (spoken_when(on, today)) "." } }
                        }
                    }
                }
            }
        }
    }
}

fn closed(closed_on: Date, today: Date) -> Markup {
    html! {
        h1 { "Your search is closed" }
        p.intro { "You closed it " (spoken_when(closed_on, today)) ", so nothing is due. Everybody is still here." }
        p.row {
            a.btn.first href="/closing" { "Thank those who helped" }
            @if let Some(way) = way("halfhour me") { a.btn href=(way.to) { "Open it again" } }
        }
    }
}

/// For whoever is here for the first time.
fn first_steps() -> Markup {
    html! {
        h1 { "A first step" }
        p.intro { "A search is made of half-hour conversations with people you know and respect. It begins with one name." }
        p { a.btn.first href="/welcome" { "Whom to call first, in three minutes" } }
        div.steps {
            section.card.step {
                h2 { "Whom do you know and respect?" }
                p { "Somebody whose judgement you trust, in whatever field. You need not ask them for anything yet." }
                (add::one_line_aside("/"))
            }
            @if let Some(way) = way("halfhour import") {
                section.card.step {
                    h2 { "Bring in the people you know" }
                    p { "For instance the copy of your data that LinkedIn gives you. It stays on this machine." }
                    p { a.btn href=(way.to) { (way.says) } }
                }
            }
            section.card.step {
                h2 { "Look around first" }
                p { "An invented search of ten weeks, in a file that is thrown away again:" }
                p { code { "halfhour open --demo" } }
            }
        }
    }
}

/// Done: what the move is about is recorded.
pub fn done(visit: &Visit) -> Answer {
    let (id, part) = meant(visit)?;
    let changed =
        visit.change(Scope::Told, |campaign, ids| decide_done(campaign, ids, visit.today, &id, part.as_deref()));
    settled(visit, changed)
}

/// Not today.
pub fn later(visit: &Visit) -> Answer {
    let (id, part) = meant(visit)?;
    let until = if visit.field("until").is_empty() { "day" } else { "until" };
    let until_on = visit.day(until, Toward::Future)?;
    let changed = visit
        .change(Scope::Told, |campaign, ids| decide_later(campaign, ids, visit.today, &id, part.as_deref(), until_on));
    settled(visit, changed)
}

/// Not at all.
pub fn not_needed(visit: &Visit) -> Answer {
    let (id, part) = meant(visit)?;
    let changed =
        visit.change(Scope::Told, |campaign, ids| decide_unneeded(campaign, ids, visit.today, &id, part.as_deref()));
    settled(visit, changed)
}

/// Back to the page. A move that is not there any more was settled by the first of two presses, or in another tab.
fn settled(visit: &Visit, changed: Result<Changed, Trouble>) -> Answer {
    let to = visit.back("/");
    match changed {
        Ok(changed) => visit.done(&to, changed.step),
        Err(Trouble::Campaign(store::Error::Refused(no))) if no.kind == No::Unknown => {
            visit.go(&format!("{to}?done={ALREADY}"))
        }
        Err(trouble) => Err(trouble),
    }
}

/// The move, and the one part of it when only that is meant.
fn meant(visit: &Visit) -> Result<(String, Option<String>), Trouble> {
    let id: String = visit.part("part")?;
    let part = visit.ticked("alone").then(|| id.clone());
    Ok((id, part))
}

//! A move as people read it: what to do, why, the page that does it, done, and later. Serves following through.

use std::collections::BTreeSet;

use jiff::civil::Date;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::conversation::thank_you::thank_you;
use method::day::{days_between, plus_days, spoken, week_start};
use method::follow_through::later::FARTHEST;
use method::follow_through::moves::{Move, Part};

use super::form::back;
use super::{heard, person, talk as kept};
use crate::commands::way;

/// What is needed to show moves.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The parts of which it can be said that they are done; some things are only done by doing them.
    pub doable: &'a BTreeSet<String>,
    /// The day.
    pub today: Date,
    /// The page on which they stand, to come back to.
    pub here: &'a str,
    /// The search, for drafts of what was said in it.
    pub campaign: &'a Campaign,
    /// Whether drafts stand beside their moves, or only the way to each.
    pub with_drafts: bool,
    /// The part that is the obvious next action of the page, if one is; its button stands out.
    pub first: Option<&'a str>,
}

/// How many moves may stand at once. After a long pause there are more than anybody wants to see.
const AT_ONCE: usize = 12;
/// How many of more than that stand; the others are one click away.
const FIRST: usize = 8;

/// A list of moves, a long one with its end folded away.
pub fn list(desk: Desk, moves: &[Move], label: &str) -> Markup {
    let cut = if moves.len() > AT_ONCE { FIRST } else { moves.len() };
    let (first, others) = moves.split_at(cut);
    let items = |desk: Desk, moves: &[Move]| html! { @for one in moves { li { (one_move(desk, one)) } } };
    // A hundred drafts that nobody unfolds would be waited for.
    let folded = Desk { with_drafts: false, ..desk };
    html! {
        ol.moves aria-label=(label) { (items(desk, first)) }
        @if !others.is_empty() {
            details.told {
                summary { "The other " (others.len()) }
                ol.moves start=(cut + 1) aria-label={ (label) ", the others" } { (items(folded, others)) }
            }
        }
    }
}

fn one_move(desk: Desk, one: &Move) -> Markup {
    let when = due(one.due_on, desk.today);
    html! {
        @if let [only] = one.parts.as_slice() {
            div.move #(only.id) { (words(desk, only, &when)) (actions(desk, only, one.due_on, false)) }
        } @else {
            section.several {
                h3 {
                    @match &one.person { Some(person) => { (person::name(person)) }, None => "These" }
                    " " span.muted { (one.parts.len()) " things" } " " (when)
                }
                @for part in &one.parts {
                    div.move #(part.id) { (words(desk, part, &html! {})) (actions(desk, part, one.due_on, true)) }
                }
            }
        }
    }
}

fn words(desk: Desk, part: &Part, when: &Markup) -> Markup {
    html! {
        div.words {
            p.what { (part.text) }
            p.why { (part.why) " " (when) }
            @if let Some(command) = part.command.as_ref().filter(|command| way(command).is_none()) {
                p.why { code { (command) } }
            }
            (draft(desk, part))
        }
    }
}

/// A thank-you made of what was said, where the part has one.
fn draft(desk: Desk, part: &Part) -> Markup {
    let about = part.draft.as_ref().and_then(|_| part.about.parse().ok());
    let Some(talk) = about.and_then(|id| desk.campaign.conversations.get(&id)) else { return html! {} };
    if !desk.with_drafts {
        return html! { p.why { a href=(kept::page(talk.person, talk.id)) { "A thank-you to make your own" } } };
    }
    let shown = desk.campaign.shown(talk.person);
    let label = format!("A draft: {}", part.text);
    html! {
        @if let Ok(written) = thank_you(desk.campaign, desk.today, talk.id) {
            // It was checked when it was made.
            (heard::thank_you(&part.id, &label, &written, shown.emails().first().copied(), &heard::nothing_found()))
        }
    }
}

/// When it is or was due, short enough to stand at the end of a line.
fn due(on: Date, today: Date) -> Markup {
    let on_day = spoken(on, today);
    html! {
        @match days_between(today, on) {
            ..0 => span.due { "Due since " (on_day) },
            0 => span.due { "Today" },
            1 => span.ahead { "Tomorrow" },
            _ => span.ahead { "By " (on_day) },
        }
    }
}

fn actions(desk: Desk, part: &Part, due_on: Date, alone: bool) -> Markup {
    let way = part.command.as_deref().and_then(way);
    let can_be_done = desk.doable.contains(&part.id);
    let first = desk.first == Some(part.id.as_str());
    html! {
        div.do {
            @if let Some(way) = &way { a.btn.first[first] href=(way.to) { (way.says) } }
            @if can_be_done {
                form.inline method="post" action={ "/moves/" (part.id) "/done" } {
                    (back(desk.here))
                    @if alone { input type="hidden" name="alone" value="yes"; }
                    button.btn.first[first && way.is_none()] aria-label={ "Done: " (part.text) } { "Done" }
                }
            }
            (later(desk, part, due_on, alone))
        }
    }
}

fn later(desk: Desk, part: &Part, due_on: Date, alone: bool) -> Markup {
    let first = plus_days(desk.today.max(due_on), 1);
    let (tomorrow, monday) = (plus_days(desk.today, 1), plus_days(week_start(desk.today), 7));
    let soon = [(tomorrow, "Tomorrow"), (monday, "Monday"), (plus_days(desk.today, 14), "In two weeks")];
    let soon = soon.iter().filter(|(on, _)| *on >= first);
    html! {
        details.later {
            summary.btn.quiet aria-label={ "Later: " (part.text) } { "Later" }
            form.panel method="post" action={ "/moves/" (part.id) "/later" } {
                (back(desk.here))
                @if alone { input type="hidden" name="alone" value="yes"; }
                div.row { @for (on, says) in soon { button.btn name="until" value=(on) { (says) } } }
                label for={ "until-" (part.id) } { "Or on" }
                div.row {
                    input id={ "until-" (part.id) } type="date" name="day" min=(first) max=(plus_days(desk.today, FARTHEST));
                    button.btn { "Put off" }
                }
                @if part.may_be_unneeded {
                    button.btn.quiet formaction={ "/moves/" (part.id) "/not-needed" } formnovalidate aria-label={ "Not needed: " (part.text) } { "Not needed" }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_of_another_year_is_told_with_it() {
        let told = |today| due(date(2024, 1, 10), today).into_string();
        assert!(told(date(2024, 3, 1)).contains("Due since Wednesday 10 January<"));
        assert!(told(date(2026, 3, 1)).contains("Due since Wednesday 10 January 2024<"));
    }
}

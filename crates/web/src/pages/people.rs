//! People: everybody, or those whom a few letters find; where they work, how far things have come, how long it is silent.
//!
//! Serves the list. It shows fifty at a time, however many there are, and grades nobody.

mod asked_for;
mod found;

use maud::{Markup, html};
use method::campaign::{Campaign, PersonRef};
use method::day::{Date, days_between};
use method::id::PersonId;
use method::list::listing::{Listed, listing};
use method::list::stage::Stage;

use super::add;
use super::parts::person;
use crate::routes;
use crate::shell::grouped;
use crate::visit::{Answer, Visit};
use asked_for::{AskedFor, in_plain_words};
use found::{AT_A_TIME, Found, found};

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let held = visit.held()?;
    let campaign = &held.campaign;
    if campaign.everybody().next().is_none() {
        return visit.page("People", nobody());
    }
    let asked = AskedFor::of(visit);
    let found = found(&held, visit.today, &asked);
    let shown: Vec<PersonId> = found.people.iter().copied().skip(found.page * AT_A_TIME).take(AT_A_TIME).collect();
    visit.page(
        "People",
        html! {
            div.head {
                h1 { "People" }
                div.row {
                    a.btn.quiet href="/people/duplicates" { "Duplicates" }
                    a.btn href="/add" { "Add people" }
                }
            }
            (asked.form())
            div #found {
                (stages(&asked, &found))
                @if shown.is_empty() { (no_match(&asked)) } @else {
                    (table(campaign, visit.today, &listing(campaign, visit.today, &shown)))
                    (paging(&asked, &found, shown.len()))
                }
            }
        },
    )
}

/// The ways to those who stand somewhere, and back from one organization to all.
fn stages(asked: &AskedFor, found: &Found) -> Markup {
    let all: usize = found.at.iter().map(|(_, count)| count).sum();
    html! {
        nav.stages aria-label="Where they stand" {
            (stage_way(asked, None, "Everybody", all))
            @for (stage, count) in &found.at {
                @if *count > 0 || asked.stage == Some(*stage) { (stage_way(asked, Some(*stage), in_plain_words(*stage), *count)) }
            }
        }
        @if !asked.place.is_empty() {
            p.at { "At " strong { bdi { (asked.place) } } ". " a href=(asked.elsewhere()) { "Everywhere" } }
        }
    }
}

fn stage_way(asked: &AskedFor, stage: Option<Stage>, says: &str, count: usize) -> Markup {
    let current = (asked.stage == stage).then_some("true");
    html! { a href=(asked.with_stage(stage)) aria-current=[current] { (says) " " span.count { (grouped(count)) } } }
}

/// Everybody at one organization.
fn at(place: &str) -> String {
    AskedFor { place, ..AskedFor::default() }.address(0)
}

fn table(campaign: &Campaign, today: Date, people: &[Listed]) -> Markup {
    html! {
        table.people {
            thead { tr { th scope="col" { "Name" } th scope="col" { "Work" } th scope="col" { "So far" } th scope="col" { "In touch" } } }
            tbody { @for one in people { (row(campaign, today, one)) } }
        }
    }
}

fn row(campaign: &Campaign, today: Date, one: &Listed) -> Markup {
    let respected = campaign.people.get(&one.id).is_some_and(|told| told.respected);
    html! {
        tr {
            th scope="row" {
                span.name { (person::name(&PersonRef { id: one.id, name: one.name.clone() })) }
                @if respected { " " small { "respected" } }
            }
            td.work { (work(one)) }
            td.stage.muted[one.stage == Stage::NotAsked] { (in_plain_words(one.stage)) }
            td.touch { (in_touch(one, today)) }
        }
    }
}

/// What they do and where; the organization leads to everybody there.
fn work(one: &Listed) -> Markup {
    html! {
        @if let Some(title) = &one.title { bdi { (title) } }
        @if one.title.is_some() && one.organization.is_some() { ", " }
        @if let Some(place) = &one.organization { a href=(at(place)) { bdi { (place) } } }
    }
}

fn in_touch(one: &Listed, today: Date) -> Markup {
    html! {
        @match (one.last_in_touch_on, one.known_since_on) {
            (Some(day), _) => time datetime=(day) title=(day.strftime("%-d %B %Y")) { (ago(day, today)) },
            (None, Some(day)) => span.muted { "known since " (day.year()) },
            (None, None) => {},
        }
    }
}

/// How long ago, as one would say it.
fn ago(day: Date, today: Date) -> String {
    let days = days_between(day, today);
    match days {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..14 => format!("{days} days ago"),
        14..60 => format!("{} weeks ago", days / 7),
        60..730 => format!("{} months ago", days / 30),
        _ => format!("{} years ago", days / 365),
    }
}

fn paging(asked: &AskedFor, found: &Found, shown: usize) -> Markup {
    let (all, from) = (found.people.len(), found.page * AT_A_TIME);
    let last = all.saturating_sub(1) / AT_A_TIME;
    html! {
        nav.paging aria-label="More people" {
            p { (grouped(from + 1)) " to " (grouped(from + shown)) " of " (grouped(all)) }
            @if last > 0 {
                div.row {
                    @if found.page > 0 { a.btn rel="prev" href=(asked.address(found.page - 1)) { "Previous " (AT_A_TIME) } }
                    @if found.page < last { a.btn rel="next" href=(asked.address(found.page + 1)) { "Next " (AT_A_TIME.min(all - from - shown)) } }
                    (go_to(asked, found, last))
                }
            }
        }
    }
}

/// Straight to one page, where there are many.
fn go_to(asked: &AskedFor, found: &Found, last: usize) -> Markup {
    html! {
        @if last > 2 {
            form.row action="/people" {
                @for (name, value) in asked.pairs() { input type="hidden" name=(name) value=(value); }
                label for="to-page" { "Page" }
                input #to-page type="number" name="page" min="1" max=(last + 1) value=(found.page + 1);
                span.muted { "of " (grouped(last + 1)) }
                button.btn { "Go" }
            }
        }
    }
}

fn no_match(asked: &AskedFor) -> Markup {
    html! {
        div.calm {
            @if asked.query.is_empty() { p { "Nobody fits that just now." } }
            @else { p { "Nobody on your list fits “" bdi { (asked.query) } "”" @if asked.is_narrowed() { " and what you chose" } "." } }
            p { a.btn href="/people" { "See everybody" } }
        }
    }
}

fn nobody() -> Markup {
    html! {
        h1 { "People" }
        p.intro { "Your list is empty. It begins with one name: somebody you know and respect." }
        section.card.step { h2 { "Who comes to mind?" } (add::one_line("/people")) }
        p { "Several at once? " a href="/add" { "Add them line by line" }
            @if routes::stands("/import") { ", or " a href="/import" { "bring in a file" } } "." }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn silence_is_said_as_one_would_say_it() {
        let said = [
            (date(2026, 11, 23), "today"),
            (date(2026, 11, 22), "yesterday"),
            (date(2026, 11, 10), "13 days ago"),
            (date(2026, 10, 1), "7 weeks ago"),
            (date(2026, 5, 1), "6 months ago"),
            (date(2020, 5, 1), "6 years ago"),
        ];
        for (day, words) in said {
            assert_eq!(ago(day, date(2026, 11, 23)), words);
        }
    }
}

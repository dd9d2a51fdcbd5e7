//! People: everybody, or those whom a few letters find; where they work, how far things have come, how long it is silent.
//!
//! Serves the list. It shows fifty at a time, however many there are, and grades nobody.

use form_urlencoded::Serializer;
use maud::{Markup, html};
use method::campaign::{Campaign, PersonRef};
use method::day::{Date, days_between};
use method::id::PersonId;
use method::list::listing::{Listed, listing};
use method::list::search::search;
use method::list::so_far::SoFar;
use method::list::stage::{Stage, stage_in};

use super::add;
use super::parts::person;
use crate::routes;
use crate::shell::grouped;
use crate::visit::{Answer, Visit};

/// How many people stand on one page.
const AT_A_TIME: usize = 50;

/// What was looked for, and who was found.
struct Found<'a> {
    query: &'a str,
    stage: Option<Stage>,
    /// How many the query finds at each stage.
    at: Vec<(Stage, usize)>,
    people: Vec<PersonId>,
    /// Which fifty, from 0.
    page: usize,
}

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    if campaign.everybody().next().is_none() {
        return visit.page("People", nobody());
    }
    let found = found(visit, &campaign);
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
            (look_up(&found))
            div #found {
                (stages(&found))
                @if shown.is_empty() { (no_match(&found)) } @else {
                    (table(&campaign, visit.today, &listing(&campaign, visit.today, &shown)))
                    (paging(&found, shown.len()))
                }
            }
        },
    )
}

fn found<'a>(visit: &'a Visit, campaign: &Campaign) -> Found<'a> {
    let (query, stage) = (visit.query("q"), Stage::from_word(visit.query("stage")));
    let so_far = SoFar::of(campaign);
    let all = search(campaign, query).into_iter().map(|id| (id, stage_in(campaign, &so_far, id)));
    let all: Vec<(PersonId, Stage)> = all.collect();
    let at = Stage::ALL.iter().map(|stage| (*stage, all.iter().filter(|(_, at)| at == stage).count())).collect();
    let people = all.into_iter().filter(|(_, at)| stage.is_none_or(|stage| stage == *at)).map(|(id, _)| id);
    let people: Vec<PersonId> = people.collect();
    let last = people.len().saturating_sub(1) / AT_A_TIME;
    let page = visit.query("page").parse::<usize>().unwrap_or(1).saturating_sub(1).min(last);
    Found { query, stage, at, people, page }
}

/// The search. It keeps the stage that was chosen; with a script it looks while one types.
fn look_up(found: &Found) -> Markup {
    html! {
        form.one-line.look-up action="/people" role="search" data-live="#found" {
            label.sr for="q" { "Name, organization, title or address" }
            input #q type="search" name="q" value=(found.query) placeholder="Name, organization or title" dir="auto"
                autocomplete="off" data-key="/";
            @if let Some(stage) = found.stage { input type="hidden" name="stage" value=(stage.word()); }
            button.btn.first { "Find" }
        }
    }
}

fn stages(found: &Found) -> Markup {
    let all: usize = found.at.iter().map(|(_, count)| count).sum();
    html! {
        nav.stages aria-label="Where they stand" {
            (stage_way(found, None, "Everybody", all))
            @for (stage, count) in &found.at {
                @if *count > 0 || found.stage == Some(*stage) { (stage_way(found, Some(*stage), in_plain_words(*stage), *count)) }
            }
        }
    }
}

fn stage_way(found: &Found, stage: Option<Stage>, says: &str, count: usize) -> Markup {
    let current = (found.stage == stage).then_some("true");
    html! { a href=(address(found.query, stage, 0)) aria-current=[current] { (says) " " span.count { (grouped(count)) } } }
}

/// The address of one page of what was found.
fn address(query: &str, stage: Option<Stage>, page: usize) -> String {
    let mut told = Serializer::new(String::new());
    if !query.is_empty() {
        told.append_pair("q", query);
    }
    if let Some(stage) = stage {
        told.append_pair("stage", stage.word());
    }
    if page > 0 {
        told.append_pair("page", &(page + 1).to_string());
    }
    let told = told.finish();
    if told.is_empty() { "/people".to_owned() } else { format!("/people?{told}") }
}

fn in_plain_words(stage: Stage) -> &'static str {
    match stage {
        Stage::NotAsked => "Not asked yet",
        Stage::Asked => "Asked",
        Stage::Accepted => "Said yes",
        Stage::Declined => "Said no",
        Stage::Met => "Talked",
        Stage::SetAside => "Set aside",
    }
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
        @if let Some(place) = &one.organization { a href=(address(place, None, 0)) { bdi { (place) } } }
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

fn paging(found: &Found, shown: usize) -> Markup {
    let (all, from) = (found.people.len(), found.page * AT_A_TIME);
    let last = all.saturating_sub(1) / AT_A_TIME;
    let to = |page| address(found.query, found.stage, page);
    html! {
        nav.paging aria-label="More people" {
            p { (grouped(from + 1)) " to " (grouped(from + shown)) " of " (grouped(all)) }
            @if last > 0 {
                div.row {
                    @if found.page > 0 { a.btn rel="prev" href=(to(found.page - 1)) { "Previous " (AT_A_TIME) } }
                    @if found.page < last { a.btn rel="next" href=(to(found.page + 1)) { "Next " (AT_A_TIME.min(all - from - shown)) } }
                    (go_to(found, last))
                }
            }
        }
    }
}

/// Straight to one page, where there are many.
fn go_to(found: &Found, last: usize) -> Markup {
    html! {
        @if last > 2 {
            form.row action="/people" {
                @if !found.query.is_empty() { input type="hidden" name="q" value=(found.query); }
                @if let Some(stage) = found.stage { input type="hidden" name="stage" value=(stage.word()); }
                label for="to-page" { "Page" }
                input #to-page type="number" name="page" min="1" max=(last + 1) value=(found.page + 1);
                span.muted { "of " (grouped(last + 1)) }
                button.btn { "Go" }
            }
        }
    }
}

fn no_match(found: &Found) -> Markup {
    html! {
        div.calm {
            @if found.query.is_empty() { p { "Nobody stands there just now." } }
            @else { p { "Nobody on your list fits “" bdi { (found.query) } "”." } }
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

    #[test]
    fn an_address_holds_what_was_asked_and_no_more() {
        assert_eq!(address("", None, 0), "/people");
        assert_eq!(address("Ana & Bo", Some(Stage::NotAsked), 2), "/people?q=Ana+%26+Bo&stage=not_asked&page=3");
    }
}

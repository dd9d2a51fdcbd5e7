//! One person: who they are to the seeker, what is next, everything that happened, promises, and who named whom.
//!
//! Serves the list and every step with a person in it. What files say stays with the files; what the seeker told can be
//! changed here. It links to the other pages of that person only where they are.

use std::collections::BTreeSet;

use jiff::civil::Date;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::Decision;
use method::conversation::talks::PromisedThen;
use method::conversation::{Commitment, CommitmentState};
use method::follow_through::done::by_saying;
use method::follow_through::moves::{Move, moves};
use method::id::PersonId;
use method::list::edit::{PersonEdit, edit_person};
use method::list::mark::{Marks, mark_person};
use method::list::path::{Path, Target, path_in};
use method::list::portrait::{Portrait, portrait};
use method::list::stage::{Stage, stage};
use method::list::tie::Tie;
use store::Scope;

use super::parts::moves::{Desk, list};
use super::parts::timeline::timeline;
use super::parts::{about, form, introductions, long, person, talk, ways};
use super::promises as other;
use crate::error::Trouble;
use crate::routes;
use crate::visit::{Answer, Visit};

pub mod tie;

/// The pages about one person, in the order in which they are needed.
const PAGES: &[(&str, &str)] = &[
    ("/people/{person}/prepare", "Prepare"),
    ("/people/{person}/answer", "Note the answer"),
    ("/people/{person}/sheet", "Call sheet"),
    ("/people/{person}/talk", "After the call"),
];

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let one = portrait(&campaign, visit.part("person")?)?;
    visit.page(&one.person.name, page(visit, &campaign, &one, &html! {})?)
}

fn page(visit: &Visit, campaign: &Campaign, one: &Portrait, refused: &Markup) -> Result<Markup, Trouble> {
    let (id, today) = (one.person.id, visit.today);
    let here = person::page(id);
    let shown = campaign.shown(id);
    let work: Vec<&str> = [shown.title(), shown.organization()].into_iter().flatten().collect();
    let introductions = introductions_to(visit, campaign, one)?;
    let between = tie::of(visit, id)?;
    let clicks = tie::clicks(visit, one)?;
    Ok(html! {
        h1 { bdi { (one.person.name) } }
        @if !work.is_empty() { p.intro.work { bdi { (work.join(", ")) } } }
        (refused)
        div.cols {
            div {
                (next(campaign, id, today, &here))
                @if !introductions.is_empty() { h2 #way-in { "The way in" } (introductions::list(&introductions, None, false)) }
                (case(one))
                (promises(visit, one, &here))
                h2 { "What happened" }
                (timeline(campaign, one, today))
            }
            aside.card { (to_you(campaign, one, &between)) (clicks) (values(one)) (who_named_whom(one)) (files(one)) }
        }
        details.also.edit #edit open[!visit.form.is_empty() || !visit.query("edit").is_empty()] {
            summary { "Change what you wrote about them" }
            form.stack method="post" action=(here) {
                (about::fields(visit, one))
                p { button.btn { "Save" } }
            }
        }
        p.row.small {
            a href={ (here) "/entries" } { "One entry or two?" }
            @if routes::stands("/settings/forget/{person}") { a href={ "/settings/forget/" (id) } { "Forget them for good" } }
        }
    })
}

/// Through whom to be introduced to somebody whom nothing says that the seeker knows. Calling them is not among these
/// ways: the page offers that already.
fn introductions_to(visit: &Visit, campaign: &Campaign, one: &Portrait) -> Result<Vec<Path>, Trouble> {
    if one.is_known() {
        return Ok(Vec::new());
    }
    let circle = visit.circle()?;
    if one.named_by.is_empty() && !circle.is_known_to_anybody(one.person.id) {
        return Ok(Vec::new());
    }
    let ways = path_in(campaign, &circle, visit.today, &Target::Person(one.person.id))?;
    Ok(ways.paths.into_iter().filter(|path| path.people.len() > 1).collect())
}

/// What to do, and the ways to the other pages about them.
fn next(campaign: &Campaign, id: PersonId, today: Date, here: &str) -> Markup {
    let moves = moves(campaign, today).into_iter();
    let moves: Vec<Move> = moves.filter(|one| one.person.as_ref().is_some_and(|person| person.id == id)).collect();
    let parts = moves.first().and_then(|one| one.parts.first()).map(|part| part.id.as_str());
    let doable = by_saying(campaign, today);
    let desk = Desk { doable: &doable, today, here, campaign, with_drafts: true, first: parts };
    let obvious = match stage(campaign, id) {
        Stage::NotAsked | Stage::Declined | Stage::SetAside => "/people/{person}/prepare",
        Stage::Asked => "/people/{person}/answer",
        Stage::Accepted | Stage::Met => "/people/{person}/talk",
    };
    let standing = PAGES.iter().filter(|(path, _)| routes::stands(path));
    html! {
        @if !moves.is_empty() { h2 { "Next" } (list(desk, &moves, "Next")) }
        p.row.ways {
            @for (path, says) in standing {
                a.btn.first[moves.is_empty() && *path == obvious] href=(path.replace("{person}", &id.to_string())) { (says) }
            }
        }
    }
}

fn case(one: &Portrait) -> Markup {
    let questions = one.questions.as_ref().map(|plan| plan.questions.as_slice()).unwrap_or_default();
    html! {
        @if let Some(case) = &one.case {
            h2 { "Why you call them" }
            dl.told {
                @for (says, words) in [("For", &case.purpose), ("To know afterwards", &case.outcome), ("Why them", &case.why)] {
                    @if !words.is_empty() { dt { (says) } dd dir="auto" { (words) } }
                }
            }
        }
        @if !questions.is_empty() {
            details.also {
                summary { "Your questions for them" }
                ol { @for question in questions { li dir="auto" { (question.text) } } }
            }
        }
    }
}

fn promises(visit: &Visit, one: &Portrait, here: &str) -> Markup {
    let all = one.promised_by_you.iter().chain(&one.promised_by_them);
    let (open, settled): (Vec<&Commitment>, Vec<_>) = all.partition(|promise| promise.state == CommitmentState::Open);
    html! {
        h2 { "Promises" }
        @if open.is_empty() { p.muted { "Nothing is open between you." } } @else {
            ul.plain.ruled.kept {
                @for promise in &open {
                    li { (talk::one_promise(&then(promise), here, visit.today)) (other::otherwise(visit, promise, here)) }
                }
            }
        }
        @if !settled.is_empty() {
            details.otherwise {
                summary { "Settled " span.count { (settled.len()) } }
                ul.plain.ruled.kept { @for promise in &settled { li { (talk::one_promise(&then(promise), here, visit.today)) } } }
            }
        }
        @if one.promises_rest { p.why { (resting(one)) } }
        (other::one_more(visit, one.person.id))
    }
}

/// Why a promise of the seeker asks for nothing now.
fn resting(one: &Portrait) -> &'static str {
    if one.told.set_aside {
        "What you promised rests while they are set aside. Settle it here when it is done."
    } else {
        "What you promised rests for now, and is not among your moves. Settle it here when it is done."
    }
}

fn then(promise: &Commitment) -> PromisedThen {
    PromisedThen {
        id: promise.id,
        side: promise.side,
        text: promise.text.clone(),
        due_on: promise.due_on,
        state: promise.state,
    }
}

fn to_you(campaign: &Campaign, one: &Portrait, between: &Tie) -> Markup {
    let told = &one.told;
    let marks = [
        (told.respected, "You know and respect them"),
        (told.close, "You are close"),
        (told.set_aside, "Never suggested"),
        (told.released, "May know of your search"),
    ];
    let words = |text: &Option<String>| text.clone();
    let nothing = !marks.iter().any(|(is, _)| *is) && between.signs.is_empty() && words(&told.how_known).is_none();
    html! {
        h2 { "To you" }
        ul.reasons {
            @for (_, says) in marks.iter().filter(|(is, _)| *is) { li { (says) } }
            (tie::known(between))
            @if let Some(how) = &told.how_known { li dir="auto" { "“" (how) "”" } }
            @if let Some(value) = &told.valued_for { li { "You value: " bdi { (value) } } }
            @if let Some(day) = told.not_before_on { li { "Not suggested before " (day.strftime("%-d %B %Y")) } }
        }
        (tie::findings(between))
        @if nothing {
            p.small { "Since when do you know " bdi { (person::called(&campaign.shown(one.person.id))) } ", and how? " a href="#edit" { "Say it below" } "; it makes the ask warmer." }
        }
        @if let Some(notes) = &told.notes { (long::text(notes)) }
    }
}

/// An address that may go on in the next line at its `@`, rather than within a word.
fn in_parts(address: &str) -> Markup {
    match address.rsplit_once('@') {
        Some((name, place)) => html! { (name) wbr; "@" (place) },
        None => html! { (address) },
    }
}

fn values(one: &Portrait) -> Markup {
    let reach: Vec<_> = one.values.iter().filter(|value| ["email", "phone", "link"].contains(&value.field)).collect();
    html! {
        @if !reach.is_empty() {
            h2 { "To reach them" }
            ul.plain {
                @for value in reach {
                    li {
                        @match address(value.field, &value.value) {
                            Some(to) => a href=(to) rel="noreferrer" { (in_parts(&value.value)) },
                            None => { (value.value) }
                        }
                    }
                }
            }
        }
    }
}

/// The link that opens the reader's own program.
fn address(field: &str, value: &str) -> Option<String> {
    match field {
        "email" => Some(ways::mail(value, "", "")),
        "phone" => Some(ways::telephone(value)),
        _ => ways::page(value),
    }
}

fn who_named_whom(one: &Portrait) -> Markup {
    html! {
        @for (says, all) in [("Named by", &one.named_by), ("They named", &one.named)] {
            @if !all.is_empty() {
                h2 { (says) }
                ul.plain { @for named in all { li { (person::name(&named.person)) } } }
            }
        }
    }
}

fn files(one: &Portrait) -> Markup {
    let was = |past: &method::list::Past| {
        [past.title.clone(), past.organization.clone()].into_iter().flatten().collect::<Vec<_>>()
    };
    let files: BTreeSet<&str> = one.records.iter().map(|row| row.origin.file.as_str()).collect();
    html! {
        @if !one.past.is_empty() {
            h2 { "Before" }
            ul.plain.small { @for past in &one.past { li dir="auto" { (was(past).join(", ")) ", before " (past.until_on.strftime("%-d %B %Y")) } } }
        }
        @if !one.records.is_empty() {
            h2 { "Known from" }
            ul.plain.small { @for file in files { li { bdi { (file) } } } }
        }
    }
}

/// Saves what was told.
pub fn edit(visit: &Visit) -> Answer {
    let id: PersonId = visit.part("person")?;
    let saved = about::told(visit).and_then(|told| {
        let marks = about::marked(visit)?;
        visit.change(Scope::Everyone, |campaign, _| both(visit, campaign, id, &told, marks))
    });
    match saved {
        Ok(changed) => visit.done(&person::page(id), changed.step),
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
            let campaign = visit.campaign()?;
            let one = portrait(&campaign, id)?;
            let refused = form::refused(&trouble.message(), &trouble.hint());
            visit.page_again(&trouble, &one.person.name, page(visit, &campaign, &one, &refused)?)
        }
        Err(trouble) => Err(trouble),
    }
}

/// Values and marks in one step.
fn both(visit: &Visit, campaign: &Campaign, id: PersonId, told: &PersonEdit, marks: Marks) -> Decision {
    visit.unchanged(&portrait(campaign, id)?.told)?;
    let edited = edit_person(campaign, visit.today, id, told, None)?;
    let mut after = campaign.clone();
    after.apply(edited.iter().cloned());
    let marked = mark_person(&after, id, marks)?;
    Ok(if marked.is_empty() { edited } else { marked })
}

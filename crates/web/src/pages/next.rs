//! Next: whom to call, in groups and with reasons; choose, not now, never; and who is held back. Serves the list.
//!
//! It orders nobody: who comes first, and why, is said by the slate.

use form_urlencoded::Serializer;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::Refusal;
use method::day::{Date, Toward, plus_days, week_start};
use method::follow_through::later::FARTHEST;
use method::id::PersonId;
use method::list::mark::{Marks, mark_person};
use method::list::path::target::organization_meant;
use method::list::slate::ask_those_who_do_it_already::RULE as DO_IT;
use method::list::slate::guess_until_you_mark::{GUESS, RULE as GUESSED};
use method::list::slate::note::NOBODY_MARKED;
use method::list::slate::show_the_comfortable_choice_too::Comfortable;
use method::list::slate::{Group, Slate, Suggestion, slate_at};
use store::Scope;

use super::add;
use super::parts::{form, person};
use crate::commands::told;
use crate::error::Trouble;
use crate::routes;
use crate::shell::grouped;
use crate::visit::{Answer, Visit};

mod held_back;
mod words;

/// How many people are shown at first, and how many more each time.
const A_FEW: usize = 5;

/// How many are shown at most; whoever reads further is choosing from the list.
const MANY: usize = 25;

/// A day that was not taken: for whom, why not, and what was typed.
struct Refused<'a> {
    person: PersonId,
    said: Markup,
    day: &'a str,
}

/// The page.
pub fn show(visit: &Visit) -> Answer {
    visit.page("Next", page(visit, None)?)
}

fn page(visit: &Visit, refused: Option<&Refused>) -> Result<Markup, Trouble> {
    let campaign = visit.campaign()?;
    if campaign.everybody().next().is_none() {
        return Ok(nobody());
    }
    if !at(visit).is_empty() {
        return there(visit, &campaign, refused);
    }
    let many = visit.query("many").parse().unwrap_or(A_FEW).clamp(1, MANY);
    let slate = visit.held()?.slate(visit.today, many);
    Ok(html! {
        h1 { "Whom to call next" }
        p.intro { (opening(&slate)) }
        @if let Some(note) = &slate.note { (notes(note)) }
        (suggestions(visit, &campaign, &slate.slate, refused))
        @if let Some(one) = &slate.comfortable { (comfortable(one)) }
        @if slate.slate.len() == many && many < MANY {
            p { a.btn.quiet href={ "/next?many=" (many + A_FEW) } { "Show a few more" } }
        }
        (held_back::list(visit, &slate.held_back))
    })
}

/// The organization whose people are asked for, in the address or in a form of theirs; empty for the whole slate.
fn at(visit: &Visit) -> &str {
    let asked_for = visit.query("at").trim();
    if asked_for.is_empty() { visit.field("at").trim() } else { asked_for }
}

/// The page of the people of one organization.
pub fn address(organization: &str) -> String {
    format!("/next?{}", Serializer::new(String::new()).append_pair("at", organization.trim()).finish())
}

/// Everybody at one organization, instead of the slate.
fn there(visit: &Visit, campaign: &Campaign, refused: Option<&Refused>) -> Result<Markup, Trouble> {
    let name = organization_meant(campaign, at(visit))?;
    let slate = slate_at(campaign, visit.today, &name, MANY);
    Ok(html! {
        h1 { "At " bdi { (name) } }
        @if let Some(note) = &slate.note { p.intro { (told(note)) } }
        (suggestions(visit, campaign, &slate.slate, refused))
        (held_back::list(visit, &slate.held_back))
        p.under { a href="/next" { "Back to all suggestions" } }
    })
}

fn opening(slate: &Slate) -> &'static str {
    match slate.slate.len() {
        0 => "Nobody just now.",
        1 => "One person, and why. Half an hour is all that you ask for.",
        _ => "Choose one. The first is a good one to begin with; half an hour is all that you ask for.",
    }
}

/// What the slate suffers from. Where the way out stands on this page, it is named instead of the command.
fn notes(note: &str) -> Markup {
    let guess = "You have not marked anybody as known and respected yet, so whom to begin with is a guess. Where the guess \
                 is right, say so.";
    html! { div.calm.note { p { (told(&note.replace(NOBODY_MARKED, guess))) } } }
}

fn nobody() -> Markup {
    html! {
        h1 { "Whom to call next" }
        p.intro { "Nobody is on your list yet. It begins with one name: somebody you know and respect." }
        section.card.step { h2 { "Whom do you know and respect?" } (add::one_line("/next")) }
        @if routes::stands("/import") { p { "Or " a href="/import" { "bring in the people you know" } "." } }
    }
}

/// The person whom it would be easiest to call. Both choices are good ones, and it is said so.
fn comfortable(one: &Comfortable) -> Markup {
    let work: Vec<&str> = [&one.title, &one.organization].into_iter().filter_map(Option::as_deref).collect();
    html! {
        aside.calm.comfortable aria-labelledby="comfortable" {
            div.words {
                h2 #comfortable { "The comfortable choice" }
                p { strong { (person::name(&one.person)) } @if !work.is_empty() { span.muted { ", " bdi { (work.join(", ")) } } } }
                p { (one.reason) ", so this call may come easier. Whoever stands first above is less familiar and often knows \
                     more that is new to you. Either is a good call." }
            }
            a.btn href=(chosen(one.person.id)) aria-label={ "Choose " (one.person.name) } { "Choose" }
        }
    }
}

/// The people under the heading of their group. People of one group stand together in the slate.
fn suggestions(visit: &Visit, campaign: &Campaign, slate: &[Suggestion], refused: Option<&Refused>) -> Markup {
    let groups = slate.chunk_by(|one, other| in_plain_words(one) == in_plain_words(other));
    let first = slate.first().map(|one| one.person.id);
    html! {
        @for group in groups {
            @if let Some(one) = group.first() { h2 { (in_plain_words(one)) } }
            ol.slate {
                @for one in group {
                    li id=(one.person.id) {
                        (who(one, at(visit).is_empty()))
                        (actions(visit, one, first == Some(one.person.id), refused))
                        @if visit.query("who").parse() == Ok(one.person.id) { (words::ask(visit, campaign, one)) }
                    }
                }
            }
        }
    }
}

fn in_plain_words(suggestion: &Suggestion) -> &'static str {
    match suggestion.group {
        Group::KnowAndRespect if suggestion.rule == GUESSED.name => "A guess: perhaps you know and respect them",
        Group::MadeYourMove if suggestion.rule == DO_IT.name => "They do what you would like to do",
        Group::Referred => "Named to you",
        Group::KnowAndRespect => "You know and respect them",
        Group::MadeYourMove => "They made the move that you want to make",
        Group::WeakIntoDirection => "Known a little, and where you want to go",
        Group::LongSilent => "Not in touch for a long time",
        Group::TargetOrganization => "Where you would like to be",
        Group::OutsideView => "For a view from outside",
    }
}

/// On the page of an organization its others stand beside them already.
fn who(one: &Suggestion, with_others: bool) -> Markup {
    let work = [&one.title, &one.organization];
    let work: Vec<&str> = work.into_iter().filter_map(Option::as_deref).collect();
    html! {
        div.words {
            h3 { (person::name(&one.person)) }
            @if !work.is_empty() { p.work { bdi { (work.join(", ")) } } }
            ul.reasons { @for reason in said(one) { li { (reason) } } }
            @if let Some(name) = one.organization.as_deref().filter(|_| with_others && one.others > 0) {
                p.others { a href=(address(name)) { (others(one.others)) " at " bdi { (name.trim()) } } }
            }
        }
    }
}

fn others(many: usize) -> String {
    if many == 1 { "1 other".to_owned() } else { format!("{} others", grouped(many)) }
}

/// The reasons, without what stands above them already.
fn said(one: &Suggestion) -> impl Iterator<Item = &String> {
    let above = in_plain_words(one);
    one.reasons.iter().filter(move |reason| *reason != GUESS && *reason != above)
}

fn actions(visit: &Visit, one: &Suggestion, first: bool, refused: Option<&Refused>) -> Markup {
    let (id, name) = (one.person.id, &one.person.name);
    html! {
        div.do {
            a.btn.first[first] href=(chosen(id)) aria-label={ "Choose " (name) } { "Choose" }
            @if one.rule == GUESSED.name {
                (mark_button(visit, id, "respected", "I respect them", &format!("I respect them: {name}"), "btn"))
            }
            (not_now(visit, one, refused.filter(|refused| refused.person == id)))
            (mark_button(visit, id, "never", "Never", &format!("Never suggest {name}"), "btn quiet"))
        }
    }
}

/// Where choosing somebody leads: to their own page, else to the words to ask with.
fn chosen(id: PersonId) -> String {
    if routes::stands("/people/{person}") { person::page(id) } else { format!("/next?who={id}#{id}") }
}

fn mark_button(visit: &Visit, id: PersonId, mark: &str, says: &str, label: &str, class: &str) -> Markup {
    html! {
        form.inline method="post" action={ "/next/" (id) "/mark" } {
            (back_to(visit))
            button class=(class) name="mark" value=(mark) aria-label=(label) { (says) }
        }
    }
}

/// Whoever acts on the page of an organization comes back to it.
fn back_to(visit: &Visit) -> Markup {
    html! { @if !at(visit).is_empty() { input type="hidden" name="at" value=(at(visit)); } }
}

/// Two forms, so that Enter in the field sends the day in the field.
fn not_now(visit: &Visit, one: &Suggestion, refused: Option<&Refused>) -> Markup {
    let (id, today) = (one.person.id, visit.today);
    let monday = plus_days(week_start(today), 7);
    let soon = [(monday, "Next week"), (plus_days(today, 30), "In a month"), (plus_days(today, 91), "In three months")];
    html! {
        details.later open[refused.is_some()] {
            summary.btn.quiet aria-label={ "Not now: " (one.person.name) } { "Not now" }
            div.panel {
                @if let Some(refused) = refused { (refused.said) }
                form method="post" action={ "/next/" (id) "/later" } {
                    (back_to(visit))
                    div.row { @for (on, says) in soon { button.btn name="until" value=(on) { (says) } } }
                }
                form method="post" action={ "/next/" (id) "/later" } {
                    (back_to(visit))
                    label for={ "until-" (id) } { "Or from this day on" }
                    div.row {
                        input id={ "until-" (id) } type="date" name="until" required value=(refused.map_or("", |one| one.day))
                            min=(plus_days(today, 1)) max=(plus_days(today, FARTHEST));
                        button.btn { "Put off" }
                    }
                }
            }
        }
    }
}

/// Not suggested before a day.
pub fn later(visit: &Visit) -> Answer {
    let id: PersonId = visit.part("person")?;
    match until(visit) {
        Ok(day) => marked(visit, id, Marks { not_before_on: Some(Some(day)), ..Marks::default() }),
        Err(trouble) => {
            let said = form::refused(&trouble.message(), &trouble.hint());
            let refused = Refused { person: id, said, day: visit.field("until") };
            visit.page_again(&trouble, "Next", page(visit, Some(&refused))?)
        }
    }
}

/// The day that was named, if it is ahead and not too far.
fn until(visit: &Visit) -> Result<Date, Trouble> {
    let day = visit.day("until", Toward::Future)?;
    if day <= visit.today {
        return Err(Refusal::usage("That day is not ahead.", "Choose one from tomorrow on.").into());
    }
    if day > plus_days(visit.today, FARTHEST) {
        let hint = "Choose a nearer day. “Never” takes somebody out of the suggestions altogether.";
        return Err(Refusal::usage("That is more than a year away.", hint).into());
    }
    Ok(day)
}

/// Never, after all, respected, or free to be called in a quiet search.
pub fn mark(visit: &Visit) -> Answer {
    let id: PersonId = visit.part("person")?;
    let marks = match visit.field("mark") {
        "never" => Marks { set_aside: Some(true), ..Marks::default() },
        "again" => Marks { set_aside: Some(false), not_before_on: Some(None), ..Marks::default() },
        "respected" => Marks { respected: Some(true), ..Marks::default() },
        "released" => Marks { released: Some(true), ..Marks::default() },
        "kept" => Marks { released: Some(false), ..Marks::default() },
        _ => return Err(Trouble::Unreadable),
    };
    marked(visit, id, marks)
}

fn marked(visit: &Visit, id: PersonId, marks: Marks) -> Answer {
    let changed = visit.change(Scope::Everyone, |campaign, _| mark_person(campaign, id, marks))?;
    let back = if at(visit).is_empty() { visit.back("/next") } else { address(at(visit)) };
    visit.done(&back, changed.step)
}

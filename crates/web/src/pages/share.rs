//! A page to share with a coach or a few peers: chosen here, looked at, and then saved as one file. Serves momentum
//! (row M16).
//!
//! The file holds no name, no organization and no note; people are initials or letters. It is the same below the form as
//! in the file.

use jiff::civil::Date;
use maud::{Markup, html};
use method::momentum::share::{Chosen, Climbed, Counts, Link, Plan, Shared, share};

use super::momentum::{funnel, weeks};
use super::parts::file::{by_itself, saved_as};
use super::parts::form;
use crate::shell::capital;
use crate::visit::{Answer, Visit};

/// Choosing, and looking at what was chosen.
pub fn show(visit: &Visit) -> Answer {
    let chosen = chosen(visit);
    let shared = share(&*visit.campaign()?, visit.today, chosen);
    visit.page(
        "A page to share",
        html! {
            h1 { "A page to share" }
            p.intro { "For a coach, or for a few people who search as you do. No name, no organization and no note goes into it." }
            form.stack method="get" action="/share" {
                input type="hidden" name="chosen" value="yes";
                fieldset.ticks {
                    legend { "What shall be in it?" }
                    (form::tick("plan", "Your week", chosen.plan))
                    (form::tick("counts", "How many people came how far", chosen.counts))
                    (form::tick("ladder", "How far the conversations went, week by week", chosen.ladder))
                    (form::tick("chains", "Who led to whom", chosen.chains))
                    (form::tick("letters", "Letters instead of initials", chosen.letters))
                }
                div.do { button.btn { "Look at it" } }
            }
            hr;
            p.do { a.btn.first href={ "/share.html?" (asked(chosen)) } download { "Save the page below" } }
            (paper(&shared))
        },
    )
}

/// The same as one file, with nothing outside of it.
pub fn saved(visit: &Visit) -> Answer {
    let shared = share(&*visit.campaign()?, visit.today, chosen(visit));
    Ok(saved_as(&format!("search-{}.html", visit.today), "text/html; charset=utf-8", file(&shared)))
}

/// The page as a file.
pub fn file(shared: &Shared) -> String {
    by_itself(&format!("A search, on {}", long(shared.on)), "alone whole shared", &paper(shared))
}

/// What was ticked; everything before anything was chosen.
fn chosen(visit: &Visit) -> Chosen {
    if visit.query("chosen").is_empty() {
        return Chosen::default();
    }
    let ticked = |name: &str| !visit.query(name).is_empty();
    Chosen {
        plan: ticked("plan"),
        counts: ticked("counts"),
        ladder: ticked("ladder"),
        chains: ticked("chains"),
        letters: ticked("letters"),
    }
}

fn asked(chosen: Chosen) -> String {
    let all = [
        ("plan", chosen.plan),
        ("counts", chosen.counts),
        ("ladder", chosen.ladder),
        ("chains", chosen.chains),
        ("letters", chosen.letters),
    ];
    let ticked = all.iter().filter(|(_, is_ticked)| *is_ticked).map(|(name, _)| format!("&{name}=yes"));
    format!("chosen=yes{}", ticked.collect::<String>())
}

fn long(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// What is in the file.
fn paper(shared: &Shared) -> Markup {
    html! {
        article {
            h2 { "A search, on " (long(shared.on)) }
            @if let Some(plan) = &shared.plan { (week(plan)) }
            @if let Some(counts) = &shared.counts { (how_many(counts)) }
            @if let Some(climbed) = &shared.ladder { (ladder(climbed, shared.on)) }
            @if let Some(chains) = &shared.chains { (tree(chains, shared.letters)) }
            p.small { "Made with halfhour by the one who searches. " @if shared.chains.is_some() { "People are " @if shared.letters { "letters" } @else { "initials" } "; nobody’s" } @else { "Nobody’s" } " name is in this page." }
        }
    }
}

fn week(plan: &Plan) -> Markup {
    html! {
        h3 { "The plan" }
        p { (plan.in_words()) }
    }
}

fn how_many(counts: &Counts) -> Markup {
    html! {
        h3 { "How many people came how far" }
        (funnel(&counts.funnel, &counts.said))
        p { (counts.one_brings) }
        @for sentence in &counts.ahead { p { (sentence) } }
    }
}

fn ladder(climbed: &Climbed, today: Date) -> Markup {
    html! {
        h3 { "How far the conversations went" }
        @if climbed.weeks.is_empty() { p { "Nothing has happened yet." } }
        @else { (weeks::picture(&climbed.weeks, today, false)) }
    }
}

fn tree(chains: &[Link], are_letters: bool) -> Markup {
    let people = if are_letters { "Each letter is a person." } else { "Initials are people." };
    html! {
        h3 { "Who led to whom" }
        @if chains.is_empty() { p { "Nobody has named anybody yet." } }
        @else {
            p.small { (people) }
            div.scroll.tree tabindex="0" role="group" aria-label="Who led to whom" {
                p.root { span.knot aria-hidden="true" {} "The search" }
                ul { @for link in chains { (branch(link)) } }
            }
        }
    }
}

fn branch(link: &Link) -> Markup {
    html! {
        li {
            div.place { p.who { strong { (link.label) } } p.far { (capital(&link.how_far)) "." } }
            @if !link.led_to.is_empty() { ul { @for next in &link.led_to { (branch(next)) } } }
        }
    }
}

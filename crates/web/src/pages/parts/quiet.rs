//! The quiet search: whether one is employed and where, and everybody there, each held back until they may know of it. Serves the list.

use maud::{Markup, html};
use method::campaign::{Campaign, Shown};
use method::list::slate::keep_the_search_quiet::{employers, is_kept_from, where_is_not_told};
use method::seeker::Seeker;
use method::seeker::edit::{SeekerEdit, edit_seeker};
use store::Scope;

use super::form::{Stands, back, line, not_taken, seen};
use super::person;
use crate::error::Trouble;
use crate::shell::grouped;
use crate::visit::{Answer, Visit};

/// How many people are shown; a search finds the others.
const SHOWN: usize = 8;

/// The question, with the buttons that end its form.
pub fn question(campaign: &Campaign, to: &str, guess: Option<&str>, buttons: &Markup) -> Markup {
    let seeker = &campaign.seeker;
    let employer = seeker.employer.as_deref().or(guess).unwrap_or_default();
    html! { (place_missing(campaign)) (filled(seeker, to, word(seeker), employer, buttons)) }
}

/// Whoever is employed and did not say where hears what that means.
pub fn place_missing(campaign: &Campaign) -> Markup {
    html! { @if let Some(says) = where_is_not_told(campaign) { div.finding { p { (says) } } } }
}

fn word(seeker: &Seeker) -> &'static str {
    match seeker.employed_now {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}

/// What stands of the answer, field by field.
pub fn stands(seeker: &Seeker) -> [(&'static str, &'static str, String); 2] {
    [
        ("Are you employed now?", "employed", word(seeker).to_owned()),
        ("Where", "employer", seeker.employer.clone().unwrap_or_default()),
    ]
}

fn filled(seeker: &Seeker, to: &str, chosen: &str, employer: &str, buttons: &Markup) -> Markup {
    html! {
        form.stack method="post" action="/settings/quiet" {
            (seen(seeker))
            (back(to))
            fieldset.choices {
                legend { "Are you employed now?" }
                @for (word, says) in [("yes", "Yes"), ("no", "No")] {
                    label.tick { input type="radio" name="employed" value=(word) checked[chosen == word]; span { (says) } }
                }
            }
            (line("employer", "Where", "People there are left out of the suggestions, but for those who may know of your search.", employer))
            div.row { (buttons) }
        }
    }
}

/// Everybody where one works, or those whom a few letters find there.
pub fn colleagues(campaign: &Campaign, here: &str, query: &str) -> Markup {
    let employers = employers(campaign);
    if employers.is_empty() {
        return html! {};
    }
    let folded = query.to_lowercase();
    let there = campaign.everybody().filter(|shown| is_kept_from(&employers, shown.organization()));
    let mut there: Vec<Shown> = there.filter(|shown| shown.name().to_lowercase().contains(&folded)).collect();
    // Those one would turn to come first.
    let is_respected = |shown: &Shown| campaign.people.get(&shown.id).is_some_and(|told| told.respected);
    there.sort_by_cached_key(|shown| (!is_respected(shown), shown.name().to_lowercase()));
    html! {
        h2 { "Where you work" }
        p.help { "None of them is suggested to you, and before you ask one of them you are reminded where they work. Of those who may know of your search, say so here." }
        @if there.len() > SHOWN || !query.is_empty() {
            form.one-line.stack action=(here) role="search" data-live="#colleagues" {
                label.sr for="colleague" { "Find somebody there" }
                input #colleague type="search" name="colleague" value=(query) placeholder="Find somebody there" dir="auto" autocomplete="off";
                button.btn { "Find" }
            }
        }
        div #colleagues {
            @if there.is_empty() { p.calm { "Nobody on your list works there." } }
            ul.plain.ruled.stack { @for one in there.iter().take(SHOWN) { li.held-back { (row(campaign, one, here)) } } }
            @if there.len() > SHOWN { p.muted { "And " (grouped(there.len() - SHOWN)) " more. Type a few letters to find somebody." } }
        }
    }
}

fn row(campaign: &Campaign, one: &Shown, here: &str) -> Markup {
    let released = campaign.people.get(&one.id).is_some_and(|told| told.released);
    let (mark, says) = if released { ("kept", "Hold back again") } else { ("released", "May know") };
    html! {
        div {
            (person::name(&campaign.person_ref(one.id)))
            span.muted { @if released { ", may know of it" } @else { ", held back" } }
        }
        form.inline method="post" action={ "/next/" (one.id) "/mark" } {
            (back(here))
            button.btn name="mark" value=(mark) aria-label={ (says) ": " (one.name()) } { (says) }
        }
    }
}

/// Notes the answer. Whoever is not employed has no employer, whatever stands in the field.
pub fn answer(visit: &Visit) -> Answer {
    let employed_now = match visit.field("employed") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let employer = Some(visit.field("employer").to_owned()).filter(|_| employed_now == Some(true));
    let edit = SeekerEdit { employed_now, employer, ..SeekerEdit::default() };
    let to = visit.back("/settings");
    let changed = visit
        .change(Scope::Told, |campaign, _| visit.unless_changed(&campaign.seeker, || edit_seeker(campaign, &edit)));
    match changed {
        Ok(changed) => visit.done(&to, changed.step),
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => again(visit, &to, &trouble),
        Err(trouble) => Err(trouble),
    }
}

/// The question alone, with what was answered and what stands now.
fn again(visit: &Visit, to: &str, trouble: &Trouble) -> Answer {
    const TITLE: &str = "The quiet search";
    let campaign = visit.campaign()?;
    let seeker = &campaign.seeker;
    let buttons = html! { button.btn.first { "Save" } };
    let body = html! {
        h1 { (TITLE) }
        (not_taken(visit, trouble, &Stands::from(stands(seeker))))
        (filled(seeker, to, visit.field("employed"), visit.field("employer"), &buttons))
    };
    visit.page_again(trouble, TITLE, body)
}

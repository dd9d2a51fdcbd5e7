//! The seeker's own page: what would help next, who they are, what they do best, where the search goes, their week.
//!
//! Serves `me` (rows M1, M3, M12, M14). Each part is a form of its own and one step of the history. It refuses to nag: what
//! is missing is said once, at the top, and everything may stay empty.

mod forms;
mod holidays;
mod stands;
mod told;
mod week;

use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::{Decision, Refusal};
use method::direction::ideas::{add_ideas, drop_ideas};
use method::direction::steer::steer;
use method::direction::week::plan_week;
use method::id::{Ids, SchoolId};
use method::seeker::edit::edit_seeker;
use method::seeker::me::{Missing, me};
use method::seeker::past::{Stretch, add_position, add_school, remove_position, remove_school};
use method::seeker::strengths::edit_strengths;
use store::Scope;

use super::closing::end_or_reopen;
use super::parts::form;
use crate::error::Trouble;
use crate::visit::{Answer, Visit};
use forms::Desk;
pub use holidays::{AT_MOST as HOLIDAYS_AT_MOST, holidays};
pub use stands::direction as direction_stands;

/// A part of the page, by the anchor that stands above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Name, line, addresses, employment.
    You,
    /// What they do best.
    Strengths,
    /// Where the search should go.
    Direction,
    /// Ideas to try.
    Ideas,
    /// Times for calls.
    Week,
    /// Where they worked and learned.
    Past,
    /// Closing and reopening.
    Search,
}

/// The page.
pub fn show(visit: &Visit) -> Answer {
    visit.page("You", page(visit, &*visit.campaign()?, None))
}

fn page(visit: &Visit, campaign: &Campaign, refused: Option<(Part, Markup)>) -> Markup {
    let me = me(campaign);
    let desk = Desk { visit, campaign, refused };
    html! {
        h1 { bdi { (me.seeker.name.as_deref().unwrap_or("You")) } }
        p.intro { "What your letters, questions and suggestions rest on. Nothing here is asked of you; each line makes them fit \
                   better." }
        @if !me.missing.is_empty() { (would_help(&me.missing)) }
        (forms::strengths(&desk, &me))
        (forms::direction(&desk))
        (forms::ideas(&desk, &me))
        (week::week(&desk))
        (forms::you(&desk))
        (forms::past(&desk, &me))
        (forms::search(&desk, visit.today))
    }
}

/// What is missing, the most helpful first.
fn would_help(missing: &[Missing]) -> Markup {
    html! {
        section.calm.help-next {
            h2 { "What would help" }
            ul.reasons { @for one in missing { li { a href=(anchor(&one.hint)) { (one.text) } } } }
        }
    }
}

/// The part of the page that does what the command of a hint does.
fn anchor(hint: &str) -> &'static str {
    const ANCHORS: &[(&str, &str)] =
        &[("--field", "#direction"), ("--strength", "#strengths"), ("--slot", "#week"), ("--idea", "#ideas")];
    ANCHORS.iter().find(|(option, _)| hint.contains(option)).map_or("#you", |(_, anchor)| anchor)
}

/// Who they are.
pub fn you(visit: &Visit) -> Answer {
    let edit = told::you(visit);
    change(visit, Part::You, |campaign, _| {
        let mut edit = edit.clone();
        if edit.employed_now == Some(false) && edit.employer == campaign.seeker.employer {
            // The field only shows what stood; the answer above it is what was meant.
            edit.employer = None;
        }
        visit.unless_changed(&campaign.seeker, || edit_seeker(campaign, &edit))
    })
}

/// Where the search should go.
pub fn direction(visit: &Visit) -> Answer {
    let steering = told::direction(visit);
    change(visit, Part::Direction, |campaign, _| {
        visit.unless_changed(&campaign.direction, || steer(campaign, &steering))
    })
}

/// What they do best, with proof.
pub fn strengths(visit: &Visit) -> Answer {
    let told = told::strengths(visit);
    change(visit, Part::Strengths, |campaign, ids| {
        visit.unless_changed(&me(campaign).strengths, || edit_strengths(campaign, ids, &told, &[]))
    })
}

/// Takes one strength away.
pub fn drop_strength(visit: &Visit) -> Answer {
    let gone = [visit.field("strength").to_owned()];
    change(visit, Part::Strengths, |campaign, ids| edit_strengths(campaign, ids, &[], &gone))
}

/// Notes an idea to try.
pub fn ideas(visit: &Visit) -> Answer {
    let texts = [visit.field("idea").to_owned()];
    change(visit, Part::Ideas, |campaign, ids| {
        if texts.iter().all(String::is_empty) {
            return Err(Refusal::usage("The idea has no words yet.", "For instance: training in hospitals."));
        }
        add_ideas(campaign, ids, visit.today, &texts)
    })
}

/// Lays an idea aside.
pub fn drop_idea(visit: &Visit) -> Answer {
    let gone = [visit.field("dropped").to_owned()];
    change(visit, Part::Ideas, |campaign, _| drop_ideas(campaign, &gone))
}

/// The plan for a week.
pub fn week(visit: &Visit) -> Answer {
    let edit = told::week(visit);
    change(visit, Part::Week, |campaign, _| {
        visit.unless_changed(&campaign.week, || plan_week(campaign, &edit.clone()?))
    })
}

/// Adds where they worked or learned.
pub fn past(visit: &Visit) -> Answer {
    let (position, school) = (visit.told("position"), visit.told("school"));
    change(visit, Part::Past, |campaign, ids| {
        let mut changes = Vec::new();
        if let Some(line) = &position {
            changes.extend(add_position(campaign, ids, &Stretch::position(line, visit.today))?);
        }
        if let Some(line) = &school {
            changes.extend(add_school(campaign, ids, &Stretch::school(line, visit.today))?);
        }
        Ok(changes)
    })
}

/// Takes such a place away.
pub fn drop_past(visit: &Visit) -> Answer {
    let gone = visit.field("dropped").to_owned();
    change(visit, Part::Past, |campaign, _| match gone.parse::<SchoolId>() {
        Ok(_) => remove_school(campaign, &gone),
        Err(_) => remove_position(campaign, &gone),
    })
}

/// Closes the search, or takes it up again.
pub fn search(visit: &Visit) -> Answer {
    change(visit, Part::Search, |campaign, _| end_or_reopen(visit, campaign))
}

/// Writes what was decided; a no shows the page again, with the words that were typed in their part.
fn change(visit: &Visit, part: Part, decide: impl Fn(&Campaign, &Ids) -> Decision) -> Answer {
    match visit.change(Scope::Told, decide) {
        Ok(changed) => visit.done("/me", changed.step),
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
            let campaign = visit.campaign()?;
            let why = form::not_taken(visit, &trouble, &stands::of(&campaign, part));
            let body = page(visit, &campaign, Some((part, why)));
            visit.page_again(&trouble, "You", body)
        }
        Err(trouble) => Err(trouble),
    }
}

//! What somebody's work has in common with the direction, and where their way began: findings with the words that agreed.

use super::aims::Place;
use super::view::{Candidate, View};
use crate::day::spoken_month;
use crate::list::Past;
use crate::list::together::is_of_the_two;
use crate::organization::{alike, key, plain};
use crate::title::Title;

/// Their title against the roles of the direction, in a sentence that says which words agreed.
pub(super) fn role(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let work = candidate.work()?;
    let role = &view.aims().roles[work.role?];
    let words = work.title.fulfils(&role.title)?;
    Some(format!("Their title and the role “{}” of your direction both say {}", role.text, listed(&words)))
}

/// Their title, or the name of their organization, against the fields of the direction.
pub(super) fn field(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let fields = &view.aims().fields;
    if let Some(work) = candidate.work()
        && let Some(field) = work.field.and_then(|place| fields.get(place))
    {
        let words = listed(&work.title.fulfils(&field.title)?);
        return Some(format!("Their title and the field “{}” of your direction both say {words}", field.text));
    }
    let field = &fields[candidate.place()?.field?];
    let read = Title::read(candidate.organization()?);
    let words = listed(&read.fulfils(&field.title)?);
    Some(format!("Their organization and the field “{}” of your direction both say {words}", field.text))
}

/// Their title against what the seeker does best.
pub(super) fn strength(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let work = candidate.work()?;
    let strength = &view.aims().strengths[work.strength?];
    let words = work.title.fulfils(&strength.title)?;
    Some(format!("Their title and your strength “{}” both say {}", strength.text, listed(&words)))
}

/// Their title against what the seeker was or is.
pub(super) fn same_role(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let work = candidate.work()?;
    let was = &view.aims().was[work.was?];
    let words = work.title.fulfils(&was.title)?;
    Some(format!("Their title and your own “{}” both say {}", was.text, listed(&words)))
}

/// Whether they are where the seeker wants to go, by title, field or organization.
pub(super) fn is_in_direction(candidate: &Candidate<'_>) -> bool {
    candidate.work().is_some_and(|work| work.role.is_some() || work.field.is_some())
        || candidate.place().is_some_and(|place| place.wanted.is_some() || place.field.is_some())
}

/// Where a way began that is the seeker's too. The stronger finding comes first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// A place that both know: the same employer or school.
    SamePlace(String),
    /// The same kind of work before.
    SameWork(String),
    /// A place with a name like it.
    PlaceLikeIt(String),
}

impl Origin {
    /// In a sentence.
    pub fn said(self) -> String {
        match self {
            Origin::SamePlace(said) | Origin::SameWork(said) | Origin::PlaceLikeIt(said) => said,
        }
    }
}

/// The strongest sign that they came from where the seeker is or was: what earlier files said of them, and the seeker's
/// own words.
pub(super) fn origin(view: &View<'_>, candidate: &Candidate<'_>) -> Option<Origin> {
    let pasts = candidate.shown.records.iter().flat_map(|record| &record.past);
    let recorded = pasts.flat_map(|past| [same_place(view, candidate, past), same_work(view, past)]).flatten();
    recorded.chain(in_own_words(view, candidate)).min()
}

fn same_place(view: &View<'_>, candidate: &Candidate<'_>, past: &Past) -> Option<Origin> {
    let name = past.organization.as_deref()?;
    let there = key(name)?;
    if candidate.key() == Some(&*there) {
        return None;
    }
    let seen = seen(view, past);
    if let Some(place) = view.aims().place(&there) {
        return Some(Origin::SamePlace(format!("Used to be at {name}{seen}, {}", place.clause)));
    }
    view.aims().places.iter().find_map(|place| {
        let words = alike(name, place.name)?;
        let words = listed(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let told = format!(
            "Used to be at {name}{seen}; {}, {}, has a name like it: both say {words}",
            place.name, place.clause
        );
        Some(Origin::PlaceLikeIt(told))
    })
}

fn same_work(view: &View<'_>, past: &Past) -> Option<Origin> {
    let text = past.title.as_deref()?;
    let title = Title::read(text);
    view.aims().was.iter().find_map(|was| {
        let words = title.in_common(&was.title);
        let all = was.title.fulfils(&title).is_some() || title.fulfils(&was.title).is_some();
        (all && !words.is_empty())
            .then(|| Origin::SameWork(format!("{text} before, as you were {}: both say {}", was.text, listed(&words))))
    })
}

/// Until when, as far as files know; nothing for a day that is still to come.
fn seen(view: &View<'_>, past: &Past) -> String {
    let known = (past.until_on <= view.today).then(|| format!(", as files until {} say", spoken_month(past.until_on)));
    known.unwrap_or_default()
}

/// The place that the seeker named when they told how they know each other.
fn in_own_words(view: &View<'_>, candidate: &Candidate<'_>) -> Option<Origin> {
    let told = candidate.told.how_known.as_deref().filter(|told| is_of_the_two(told))?;
    let words = plain(told);
    let named = |place: &&Place<'_>| {
        !place.words.is_empty() && place.words.iter().all(|word| words.split(' ').any(|one| one == word))
    };
    let place = view.aims().places.iter().find(named).filter(|place| candidate.key() != Some(&*place.key))?;
    let told = told.trim().trim_end_matches('.');
    Some(Origin::SamePlace(format!("{}, {}, in your words: “{told}”", place.name, place.clause)))
}

/// Whether anything in their work names the seeker's own line of work or the direction: the same words in a title or in
/// the name of the organization.
pub(super) fn is_near_your_own(candidate: &Candidate<'_>) -> bool {
    candidate.work().is_some_and(|work| work.is_near) || candidate.place().is_some_and(|place| place.is_near)
}

/// Words as a list: “patient, safety”.
fn listed(words: &[&str]) -> String {
    format!("“{}”", words.join(", "))
}

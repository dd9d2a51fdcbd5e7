//! The slate: whom to call next, and why (row M7; the question `next` of the list).
//!
//! Serves the first step, and reads all the later ones. Every suggestion says reasons that are true of this person, and
//! everybody who is passed over is named with the reason for that. It refuses to rank by closeness (E1) and never puts
//! two people of one organization side by side (E15).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::id::PersonId;
use crate::rules::Rule;
use crate::words::words;

pub mod accept_a_no;
mod before;
pub mod guess_until_you_mark;
pub mod keep_the_search_quiet;
pub mod leave_out_whom_you_set_aside;
pub mod let_a_conversation_rest;
pub mod let_an_ask_rest;
pub mod look_into_organizations_you_want;
pub mod meeting_comes_first;
pub mod note;
pub mod nobody_beside_an_ask;
pub mod one_person_per_organization;
pub mod show_the_comfortable_choice_too;
pub mod start_with_those_named_to_you;
pub mod start_with_those_you_know_and_respect;
mod view;
pub mod wait_for_the_answer;
pub mod wait_until_the_day;
pub mod wake_a_long_silent_tie;

use show_the_comfortable_choice_too::{Comfortable, comfortable};
use view::{Candidate, View};

words! {
    /// Why somebody is suggested, in one word.
    pub enum Group {
        /// Named by somebody, and not called yet.
        Referred = "referred",
        /// Known and respected; until somebody is marked so, a guess at it.
        KnowAndRespect = "know_and_respect",
        /// Made the move that the seeker wants to make.
        MadeYourMove = "made_your_move",
        /// Known a little, and where the seeker wants to go.
        WeakIntoDirection = "weak_into_direction",
        /// Known, and silent for years.
        LongSilent = "long_silent",
        /// At an organization of the direction.
        TargetOrganization = "target_organization",
        /// From beyond the seeker's own field.
        OutsideView = "outside_view",
    }
}

/// Whom to call next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Slate {
    /// The people suggested, first things first.
    pub slate: Vec<Suggestion>,
    /// Whom it would be easiest to call, when that is not the first of them.
    pub comfortable: Option<Comfortable>,
    /// Who would have come up, and why not now; at most fifty.
    pub held_back: Vec<HeldBack>,
    /// What the whole slate suffers from, and the way out.
    pub note: Option<String>,
}

/// One person to call.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Suggestion {
    /// Who.
    pub person: PersonRef,
    /// Where they work, when known.
    pub organization: Option<String>,
    /// What they do there, when known.
    pub title: Option<String>,
    /// Why, in one word.
    pub group: Group,
    /// Why, in one to three plain sentences, each of them true.
    pub reasons: Vec<String>,
    /// The rule that suggests them.
    pub rule: &'static str,
}

/// One person who is not to be called now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldBack {
    /// Who.
    pub person: PersonRef,
    /// Why not now.
    pub reason: String,
    /// The rule that holds them back.
    pub rule: &'static str,
}

/// A rule that suggests people.
#[derive(Clone, Copy)]
struct Suggest {
    rule: &'static Rule,
    group: Group,
    /// Whether the rule speaks for this person, and where they stand among its own: smaller comes first.
    order: fn(&View<'_>, &Candidate<'_>) -> Option<i64>,
    /// Why, most telling first. Asked only where `order` spoke for them.
    reasons: fn(&View<'_>, &Candidate<'_>) -> Vec<String>,
}

/// A rule that holds people back, with the reason.
#[derive(Clone, Copy)]
struct Hold {
    rule: &'static Rule,
    reason: fn(&View<'_>, &Candidate<'_>) -> Option<String>,
}

/// The rules that suggest, in the order in which their people come.
const SUGGEST: &[Suggest] = &[
    start_with_those_named_to_you::SUGGEST,
    start_with_those_you_know_and_respect::SUGGEST,
    look_into_organizations_you_want::SUGGEST,
    wake_a_long_silent_tie::SUGGEST,
    guess_until_you_mark::SUGGEST,
];

/// The rules that hold back; the first that speaks gives the reason.
const HOLD: &[Hold] = &[
    leave_out_whom_you_set_aside::HOLD,
    accept_a_no::HOLD,
    meeting_comes_first::HOLD,
    wait_for_the_answer::HOLD,
    wait_until_the_day::HOLD,
    let_an_ask_rest::HOLD,
    let_a_conversation_rest::HOLD,
    keep_the_search_quiet::HOLD,
    nobody_beside_an_ask::HOLD,
];

const MOST_REASONS: usize = 3;
const MOST_HELD_BACK: usize = 50;

/// The next `n` people to call. The same campaign gives the same slate on the same day; ties go to whoever came onto the
/// list first.
pub fn slate(campaign: &Campaign, today: Date, n: usize) -> Slate {
    if let Some(note) = note::closed(campaign, today) {
        return Slate { slate: Vec::new(), comfortable: None, held_back: Vec::new(), note: Some(note) };
    }
    let view = View::of(campaign, today);
    let (mut slate, mut held_back) = (Vec::new(), Vec::new());
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    for ranked in ranked(&view) {
        if slate.len() >= n && held_back.len() >= MOST_HELD_BACK {
            break;
        }
        if slate.len() >= n && !ranked.is_held {
            continue;
        }
        let Some(candidate) = view.candidate(ranked.id) else { continue };
        if let Some(held) = hold(&view, &candidate) {
            held_back.push(held);
        } else if let Some(first) = candidate.key.as_ref().and_then(|key| taken.get(key)) {
            held_back.push(one_person_per_organization::hold(&candidate, first));
        } else {
            if let Some(key) = &candidate.key {
                taken.insert(key.clone(), candidate.shown.name().to_owned());
            }
            slate.push(suggestion(&view, &SUGGEST[ranked.place], &candidate));
        }
    }
    held_back.truncate(MOST_HELD_BACK);
    let note = note::note(&view, &slate, n);
    Slate { comfortable: comfortable(&view, &slate), slate, held_back, note }
}

/// Somebody of whom a rule speaks, kept small: there are thousands, and a slate shows a few. They are sorted by the first
/// four.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ranked {
    /// The place of the rule among those that suggest.
    place: usize,
    /// Whether they were met or asked before.
    again: bool,
    /// Where they stand among those of the rule.
    order: i64,
    /// Ties go to whoever came onto the list first.
    id: PersonId,
    /// Whether a rule holds them back.
    is_held: bool,
}

/// Everybody on the list with the first rule that speaks for them, in the order of rules, then of each rule;
/// whoever was met or asked before comes after those who were not.
fn ranked(view: &View<'_>) -> Vec<Ranked> {
    let rank = |candidate: Candidate<'_>| {
        let mut rules = SUGGEST.iter().enumerate();
        let (place, order) = rules.find_map(|(place, rule)| Some((place, (rule.order)(view, &candidate)?)))?;
        let again = before::again(view, &candidate);
        let is_held = HOLD.iter().any(|hold| (hold.reason)(view, &candidate).is_some());
        Some(Ranked { place, again, order, id: candidate.id(), is_held })
    };
    let mut ranked: Vec<Ranked> = view.candidates().filter_map(rank).collect();
    ranked.sort_unstable();
    ranked
}

fn hold(view: &View<'_>, candidate: &Candidate<'_>) -> Option<HeldBack> {
    HOLD.iter().find_map(|hold| {
        Some(HeldBack { person: candidate.person(), reason: (hold.reason)(view, candidate)?, rule: hold.rule.name })
    })
}

/// The rule's own reasons first, then the first one of every other rule that would have spoken too.
fn suggestion(view: &View<'_>, suggest: &Suggest, candidate: &Candidate<'_>) -> Suggestion {
    let mut reasons = (suggest.reasons)(view, candidate);
    if let Some(before) = before::before(view, candidate).filter(|before| !reasons.contains(before)) {
        reasons.insert(reasons.len().min(1), before);
    }
    let surely = SUGGEST
        .iter()
        .filter(|other| other.rule.name != suggest.rule.name && other.rule.name != guess_until_you_mark::RULE.name);
    for other in surely.filter(|other| (other.order)(view, candidate).is_some()) {
        reasons.extend((other.reasons)(view, candidate).into_iter().take(1));
    }
    reasons.truncate(MOST_REASONS);
    Suggestion {
        person: candidate.person(),
        organization: candidate.shown.organization().map(str::to_owned),
        title: candidate.shown.title().map(str::to_owned),
        group: suggest.group,
        reasons,
        rule: suggest.rule.name,
    }
}

#[cfg(test)]
mod tests;

//! The slate: whom to call next, and why (row M7; the question `next` of the list).
//!
//! Serves the first step, and reads all the later ones. Every suggestion says reasons that are true of this person, and
//! everybody who is passed over is named with the reason for that. It refuses to rank by closeness (E1) and never puts
//! two people of one organization side by side (E15).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::day::{days_between, plus_days};
use crate::id::PersonId;
use crate::list::closeness::Ties;
use crate::rules::Rule;
use crate::words::words;

pub mod accept_a_no;
mod aims;
pub mod ask_those_who_do_it_already;
mod character;
pub mod guess_until_you_mark;
pub mod keep_the_search_quiet;
pub mod learn_from_those_who_made_your_move;
pub mod leave_out_whom_you_set_aside;
pub mod let_a_conversation_rest;
pub mod let_an_ask_rest;
pub mod look_for_people_like_you;
pub mod look_into_organizations_you_want;
pub mod meeting_comes_first;
pub mod mix_in_ties_of_middle_strength;
pub mod note;
pub mod nobody_beside_an_ask;
mod once;
pub mod one_person_per_organization;
mod places;
mod quotas;
mod record;
mod said;
pub mod say_what_was_before;
pub mod seek_a_view_from_outside;
pub mod show_the_comfortable_choice_too;
pub mod start_with_those_named_to_you;
pub mod start_with_those_you_know_and_respect;
mod there;
mod view;
pub mod wait_for_the_answer;
pub mod wait_until_the_day;
pub mod wake_a_long_silent_tie;
mod work;

pub use there::slate_at;

use places::{Places, places};
use said::suggestion;
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

impl Slate {
    fn of_nobody(note: String) -> Self {
        Slate { slate: Vec::new(), comfortable: None, held_back: Vec::new(), note: Some(note) }
    }
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
    /// The rule that each reason rests on, in the order of the reasons.
    pub rests_on: Vec<&'static str>,
    /// The rule that suggests them.
    pub rule: &'static str,
    /// How many others on the list are at the same organization.
    pub others: usize,
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
    /// Whether it speaks only of people who were asked, met or named before.
    of_a_past: bool,
    reason: fn(&View<'_>, &Candidate<'_>) -> Option<String>,
}

/// The rules that suggest, in the order in which their people come.
const SUGGEST: &[Suggest] = &[
    start_with_those_named_to_you::SUGGEST,
    start_with_those_you_know_and_respect::SUGGEST,
    learn_from_those_who_made_your_move::SUGGEST,
    ask_those_who_do_it_already::SUGGEST,
    mix_in_ties_of_middle_strength::SUGGEST,
    look_into_organizations_you_want::SUGGEST,
    wake_a_long_silent_tie::SUGGEST,
    seek_a_view_from_outside::SUGGEST,
    guess_until_you_mark::SUGGEST,
];

/// The rules that suggest, for whoever asks what a reason rests on.
pub fn rules_that_suggest() -> impl Iterator<Item = &'static Rule> {
    SUGGEST.iter().map(|suggest| suggest.rule)
}

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

/// The next `n` people to call, mixed from the groups. The same campaign gives the same slate on the same day; ties go to
/// whoever came onto the list first.
pub fn slate(campaign: &Campaign, today: Date, n: usize) -> Slate {
    if let Some(note) = note::closed(campaign, today) {
        return Slate::of_nobody(note);
    }
    let ties = Ties::of(campaign, today);
    let view = View::of(campaign, &ties, today);
    let monday = ties.before(view.week_starts_on);
    // What is known in the evening of each day since Monday.
    let evenings = (1..days_between(view.week_starts_on, today)).map(|day| plus_days(view.week_starts_on, day));
    let evenings: Vec<(Date, Ties<'_>)> = evenings.map(|day| (day, ties.before(plus_days(day, 1)))).collect();
    let between: Vec<View<'_>> = evenings.iter().map(|(day, ties)| view.on(*day, ties)).collect();
    let ranked = ranked(&view, (&view.on(view.week_starts_on, &monday), &between), |_| true);
    let Places { taken, colleagues } = places(&view, &ranked, n);
    let slate: Vec<Suggestion> = taken.iter().filter_map(|one| suggestion(&view, *one)).collect();
    let note = note::note(&view, &slate, n);
    let held_back = held_back(&view, &ranked, colleagues);
    Slate { comfortable: comfortable(&view, &slate, &held_back), slate, held_back, note }
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
    /// Since when it does, where that is for something that happened this week: their place of Monday is empty, and
    /// nobody else's.
    left_on: Option<Date>,
    /// Since when they may be suggested, where that is since Monday: they wait for a place that is free.
    came_up_on: Option<Date>,
}

/// Those who are wanted, each with the first rule that speaks for them, in the order of rules, then of each rule;
/// whoever was met or asked before comes after those who were not. On the way it is counted how many are where. The days
/// of this week are the one that is looked at, Monday, and those between.
fn ranked<'a>(
    view: &View<'a>,
    (monday, between): (&View<'a>, &[View<'a>]),
    wanted: impl Fn(&Candidate<'a>) -> bool,
) -> Vec<Ranked> {
    let since =
        |is: &dyn Fn(&View<'a>) -> bool| between.iter().find(|then| is(then)).map_or(view.today, |then| then.today);
    let rank = |candidate: Candidate<'a>| {
        let is_held = is_held(view, &candidate);
        let was_held = self::is_held(monday, &candidate);
        let is_free = |then: &&View<'a>| candidate.told.listed_on <= then.today && !self::is_held(then, &candidate);
        // Somebody may come up and be asked within one week.
        let free = between.iter().find(is_free).filter(|_| is_held && was_held);
        let has_left = is_held && (!was_held || free.is_some());
        let is_gone =
            |then: &View<'a>| free.is_none_or(|free| then.today > free.today) && self::is_held(then, &candidate);
        let left_on = has_left.then(|| since(&is_gone));
        let by = free.unwrap_or(if has_left { monday } else { view });
        let mut rules = SUGGEST.iter().enumerate();
        let (place, order) = rules.find_map(|(place, rule)| Some((place, (rule.order)(by, &candidate)?)))?;
        let on_monday = (SUGGEST[place].order)(monday, &candidate);
        // A name that was given is warm for a few days only, and a mark is the seeker's own word: neither waits.
        let is_named = SUGGEST[place].group == Group::Referred;
        let came_since = candidate.told.listed_on > monday.today && !candidate.told.respected;
        let came_up_since = !is_named && (on_monday.is_none() || came_since);
        let speaks = |then: &View<'a>| is_free(&then) && (SUGGEST[place].order)(then, &candidate).is_some();
        let came_up_on = (came_up_since || (was_held && (!is_held || has_left))).then(|| since(&speaks));
        let again = say_what_was_before::again(by, &candidate);
        let order = on_monday.unwrap_or(order);
        Some(Ranked { place, again, order, id: candidate.id(), is_held, left_on, came_up_on })
    };
    let mut ranked: Vec<Ranked> = view.candidates().inspect(Candidate::count).filter(wanted).filter_map(rank).collect();
    ranked.sort_unstable();
    ranked
}

/// The rules that may have something to say of somebody. Most people were never asked.
fn holds(candidate: &Candidate<'_>) -> impl Iterator<Item = &'static Hold> {
    let has_a_past = candidate.has_a_past;
    HOLD.iter().filter(move |hold| has_a_past || !hold.of_a_past)
}

fn is_held(view: &View<'_>, candidate: &Candidate<'_>) -> bool {
    holds(candidate).any(|hold| (hold.reason)(view, candidate).is_some())
}

/// Why these people are not to be asked now, of those of whom a rule says so: for whoever comes to them another way.
pub(super) fn not_now(
    campaign: &Campaign,
    ties: &Ties<'_>,
    today: Date,
    of: impl Iterator<Item = PersonId>,
) -> BTreeMap<PersonId, HeldBack> {
    let view = View::of(campaign, ties, today);
    of.filter_map(|id| Some((id, hold(&view, &view.candidate(id)?)?))).collect()
}

/// The first of those who would have come up, in the order in which they would have.
fn held_back(view: &View<'_>, ranked: &[Ranked], colleagues: Vec<(Ranked, HeldBack)>) -> Vec<HeldBack> {
    let held = ranked.iter().filter(|one| one.is_held).take(MOST_HELD_BACK);
    let held = held.filter_map(|one| Some((*one, hold(view, &view.candidate(one.id)?)?)));
    let mut all: Vec<(Ranked, HeldBack)> = held.chain(colleagues).collect();
    all.sort_by_key(|(one, _)| *one);
    all.into_iter().map(|(_, held)| held).take(MOST_HELD_BACK).collect()
}

fn hold(view: &View<'_>, candidate: &Candidate<'_>) -> Option<HeldBack> {
    holds(candidate).find_map(|hold| {
        Some(HeldBack { person: candidate.person(), reason: (hold.reason)(view, candidate)?, rule: hold.rule.name })
    })
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod steady;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod truth;

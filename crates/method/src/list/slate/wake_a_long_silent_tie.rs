//! People whom the seeker knows, with three years of silence between them (row M7).

use jiff::ToSpan;
use jiff::civil::Date;

use super::view::{Candidate, View};
use super::{Group, Suggest};
use crate::day::{days_between, spoken_month};
use crate::rules::Rule;

/// Long-silent ties are worth a call.
pub const RULE: Rule = Rule {
    name: "wake_a_long_silent_tie",
    says: "Call somebody you know and have not been in touch with for three years.",
    why: "They have been where you have not, and an old acquaintance is easily taken up again.",
    evidence: &["E3", "E4"],
};

pub(super) const SUGGEST: Suggest = Suggest { rule: &RULE, group: Group::LongSilent, order, reasons };

/// Whoever is trusted and of higher standing comes first (E4), then whoever is of higher standing, then whoever is trusted;
/// of each, whoever is known longest. A connection on a network says nothing about silence and is not looked at.
fn order(view: &View<'_>, candidate: &Candidate<'_>) -> Option<i64> {
    let known_on = match silence(view, candidate)? {
        Silence::Since(_) => known_on(view, candidate),
        Silence::NothingOnRecord => candidate.told.known_since_on,
    };
    let tier = match (candidate.is_higher(), is_trusted(view, candidate)) {
        (true, true) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) => 3,
    };
    Some(tier * 1_000_000 + known_on.map_or(1, |day| -i64::from(days_between(day, view.today).clamp(0, 999_998))))
}

/// What speaks of trust: what the seeker said of them, or that one of the two recommended the other.
fn is_trusted(view: &View<'_>, candidate: &Candidate<'_>) -> bool {
    let told = candidate.told;
    told.respected || told.close || told.valued_for.is_some() || view.recommended(candidate).is_some()
}

/// That they stand higher.
const HIGHER: &str = "Of higher standing than you, as far as titles tell";

fn reasons(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    let mut reasons = Vec::new();
    match silence(view, candidate) {
        Some(Silence::Since(day)) => {
            reasons.push(format!("Last in touch in {}, as far as is on record", spoken_month(day)));
        }
        Some(Silence::NothingOnRecord) => {
            reasons.push("Nothing between you is on record for the last three years".to_owned());
        }
        None => return reasons,
    }
    if candidate.is_higher() {
        reasons.push(HIGHER.to_owned());
    }
    reasons.extend(view.recommended(candidate).map(str::to_owned));
    if let Some(since) = candidate.known_since(view.today) {
        reasons.push(format!("Known since {}", since.year()));
    }
    let wrote = view.ties.wrote(candidate.id()).filter(|wrote| wrote.both()).and_then(|wrote| wrote.letters);
    if let Some((first_on, _)) = wrote {
        let month = spoken_month(first_on);
        reasons.push(format!("You wrote to each other from {month} on"));
    }
    reasons
}

/// Whether they were long silent before a day on which they were asked. Letters from that day on hide what was before, and
/// then it is not claimed.
pub(super) fn was_silent(view: &View<'_>, candidate: &Candidate<'_>, on: Date) -> bool {
    let since = on.saturating_sub(3.years());
    let wrote_on = view.ties.wrote(candidate.id()).map(|wrote| wrote.last_on);
    let held = view.ties.so_far.conversations(candidate.id()).iter().map(|held| held.held_on);
    let last_on = wrote_on.into_iter().chain(held.filter(|day| *day < on)).max();
    match last_on {
        Some(day) => day <= since,
        None => candidate.told.known_since_on.is_some_and(|known| known <= since),
    }
}

enum Silence {
    /// The last day on which something was.
    Since(Date),
    /// Known for longer than three years, and nothing is on record.
    NothingOnRecord,
}

fn silence(view: &View<'_>, candidate: &Candidate<'_>) -> Option<Silence> {
    let three_years_ago_on = view.silent_since_on;
    let told = candidate.told;
    let wrote = view.ties.wrote(candidate.id());
    let is_a_tie = told.known_since_on.is_some()
        || told.respected
        || told.close
        || view.recommended(candidate).is_some()
        || wrote.is_some_and(|wrote| wrote.both() || wrote.met_days > 0)
        || !view.ties.so_far.conversations(candidate.id()).is_empty();
    match view.ties.last_in_touch_on(candidate.id()) {
        Some(day) => (is_a_tie && day <= three_years_ago_on).then_some(Silence::Since(day)),
        None => told.known_since_on.filter(|since| *since <= three_years_ago_on).map(|_| Silence::NothingOnRecord),
    }
}

/// The earliest day on which they surely knew each other.
fn known_on(view: &View<'_>, candidate: &Candidate<'_>) -> Option<Date> {
    let wrote = view.ties.wrote(candidate.id()).map(|wrote| wrote.first_on);
    candidate.told.known_since_on.into_iter().chain(wrote).min()
}

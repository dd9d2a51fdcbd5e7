//! Everybody else: whom the seeker may know and respect, guessed from what is there (row M5).
//!
//! It exists so that nobody stands before an empty page, and it says of itself that it is a guess.

use jiff::civil::Date;

use super::character::character;
use super::say_what_was_before::before;
use super::start_with_those_you_know_and_respect::in_your_words;
use super::view::{Candidate, View};
use super::{Group, MOST_REASONS, Suggest};
use crate::day::{days_between, spoken, spoken_month};
use crate::rules::Rule;
use crate::seeker::Position;

/// A guess, for as long as the seeker has not said more.
pub const RULE: Rule = Rule {
    name: "guess_until_you_mark",
    says: "Until you mark whom you know and respect, begin with those of whom it looks likely.",
    why: "A first call is better than a perfect list, and one mark from you is better than any guess.",
    evidence: &["M5", "M12", "E6"],
};

pub(super) const SUGGEST: Suggest = Suggest { rule: &RULE, group: Group::KnowAndRespect, order, reasons };

/// The reason that everybody here shares.
pub const GUESS: &str = "A guess: you have not marked them as known and respected";

/// Signs of an acquaintance first; then whoever was connected, or listed, longest ago.
fn order(view: &View<'_>, candidate: &Candidate<'_>) -> Option<i64> {
    let told = candidate.told;
    let sign = |stands: bool, weight: f64| if stands { weight } else { 0.0 };
    let signs = view.closeness(candidate)
        + sign(told.how_known.is_some() || told.valued_for.is_some(), 0.3)
        + sign(view.recommended(candidate).is_some(), 0.3)
        + sign(worked_at(candidate).is_some(), 0.2);
    let since = connected_on(candidate).unwrap_or(told.listed_on);
    let waited = i64::from(days_between(since, view.today).clamp(0, 99_999));
    #[expect(clippy::cast_possible_truncation, reason = "signs are below 2")]
    let signs = (signs * 1000.0) as i64;
    Some(-(signs * 100_000 + waited))
}

fn reasons(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    let mut reasons = signs(view, candidate);
    if reasons.is_empty() {
        reasons.push(match connected_on(candidate) {
            Some(day) => format!("You connected online in {}", spoken_month(day)),
            None => format!("On your list since {}", spoken(candidate.told.listed_on, view.today)),
        });
    }
    reasons.truncate(MOST_REASONS - 1);
    reasons.push(GUESS.to_owned());
    reasons
}

fn signs(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    let told = candidate.told;
    let mut signs: Vec<String> = before(view, candidate).into_iter().collect();
    if told.close {
        signs.push("You marked them as close".to_owned());
    }
    signs.extend(in_your_words("How you know each other", told.how_known.as_deref()));
    signs.extend(character(view, candidate));
    if let Some(since) = candidate.known_since(view.today) {
        signs.push(format!("Known since {}", since.year()));
    }
    signs.extend(view.recommended(candidate).map(str::to_owned));
    signs.extend(in_touch(view, candidate));
    signs.extend(worked_at(candidate).map(words));
    signs
}

/// That they wrote or met, and when last.
pub(super) fn in_touch(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let wrote = view.ties.wrote(candidate.id())?;
    let [wrote_on, met_on] = [wrote.letters, wrote.meetings].map(|span| span.map(|(_, last)| last));
    let last = spoken_month(wrote_on.max(met_on)?);
    Some(match wrote.both() {
        _ if met_on > wrote_on => format!("You sat in meetings together, last in {last}"),
        true => format!("You wrote to each other, last in {last}"),
        false if wrote.sent_days > 0 => format!("You wrote to them, last in {last}"),
        false => format!("They wrote to you, last in {last}"),
    })
}

/// An employer shared, one of them before. Not yet an acquaintance, and it does not say so.
fn worked_at<'a>(candidate: &Candidate<'a>) -> Option<&'a Position> {
    candidate.place()?.position
}

fn words(position: &Position) -> String {
    let years = position.started_on.zip(position.ended_on);
    match years {
        Some((from, until)) if from.year() < until.year() => {
            format!("You worked there too, from {} to {}", from.year(), until.year())
        }
        _ => "You have worked there too".to_owned(),
    }
}

fn connected_on(candidate: &Candidate<'_>) -> Option<Date> {
    let records = candidate.shown.records.iter();
    records.filter_map(|record| record.connected_on).min()
}

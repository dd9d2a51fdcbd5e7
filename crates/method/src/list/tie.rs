//! What is known of the tie between the seeker and one person, in words: since when, how often, where both were, who
//! recommended whom, and whether it is long silent or of middle strength (E1, E3, E6).
//!
//! Serves the first step. All of it is derived and stored nowhere. It grades nobody, and claims years together only where
//! both sides have dates.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::Campaign;
use crate::change::Refusal;
use crate::day::{days_between, spoken_month};
use crate::id::PersonId;
use crate::list::Source;
use crate::list::closeness::{Ties, Wrote};
use crate::list::standing::standing;
use crate::list::stays::{self, By, Stay, years};
use crate::list::together::learned_at;
use crate::organization::key;
use crate::speech::times;
use crate::words::words;

mod before;
pub mod say_how_known;

/// What is known of one tie.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tie {
    /// Since when they know each other, as told.
    pub known_since_on: Option<Date>,
    /// The last day on which anything was.
    pub last_in_touch_on: Option<Date>,
    /// From 0 to 1, for sorting and tests.
    pub closeness: f64,
    /// What shows it, the oldest kind of sign first, each in a sentence without its full stop.
    pub signs: Vec<Sign>,
    /// What is to be made of it.
    pub findings: Vec<Finding>,
}

/// One sign of a tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sign {
    /// What kind of sign.
    pub kind: SignKind,
    /// In words.
    pub text: String,
}

words! {
    /// What shows a tie.
    pub enum SignKind {
        /// Since when, as the seeker said.
        KnownSince = "known_since",
        /// The same employer.
        Employer = "employer",
        /// The same school.
        School = "school",
        /// A recommendation.
        Recommendation = "recommendation",
        /// Letters in either direction.
        Letters = "letters",
        /// Meetings of a calendar.
        Meetings = "meetings",
        /// Conversations held.
        Conversations = "conversations",
        /// Who named them, in an earlier search.
        NamedBefore = "named_before",
        /// Conversations of earlier searches.
        TalkedBefore = "talked_before",
        /// What they said to the last ask of an earlier search.
        AnsweredBefore = "answered_before",
        /// The last day in touch.
        LastInTouch = "last_in_touch",
    }
}

/// Something that stands out about a tie, said apart from how close it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which.
    pub kind: FindingKind,
    /// In words.
    pub text: String,
    /// The rule that speaks for calling them all the same.
    pub rule: &'static str,
}

words! {
    /// What may stand out about a tie.
    pub enum FindingKind {
        /// Neither close nor a stranger.
        MiddleStrength = "middle_strength",
        /// Three years or more of silence.
        LongSilent = "long_silent",
    }
}

/// Closeness above which somebody is near, and below which they are hardly known.
const MIDDLE: std::ops::RangeInclusive<f64> = 0.05..=0.45;

/// What shows that two people know each other. A mark, or a place where both were, does not.
const SHOWS: &[SignKind] = &[
    SignKind::KnownSince,
    SignKind::Letters,
    SignKind::Meetings,
    SignKind::Conversations,
    SignKind::TalkedBefore,
    SignKind::AnsweredBefore,
    SignKind::LastInTouch,
];

/// After so many days of silence a tie is long silent.
const LONG: i32 = 3 * 365;

/// What is known of the tie to that person.
///
/// # Errors
/// When nobody has that id, or they were forgotten.
pub fn tie(campaign: &Campaign, today: Date, id: PersonId) -> Result<Tie, Refusal> {
    let told = standing(campaign, id)?;
    let ties = Ties::of_one(campaign, today, id);
    let known_since_on = told.known_since_on.filter(|since| *since <= today);
    let last_in_touch_on = ties.last_in_touch_on(id);
    let closeness = ties.closeness(id);
    let mut signs: Vec<Sign> = Vec::new();
    let mut sign = |kind, text| signs.push(Sign { kind, text });
    if let Some(since) = known_since_on {
        sign(SignKind::KnownSince, format!("Known since {}", since.year()));
    }
    places(campaign, today, id).into_iter().for_each(|(kind, text)| sign(kind, text));
    recommendations(campaign, id).into_iter().for_each(|text| sign(SignKind::Recommendation, text));
    if let Some(wrote) = ties.heard(id) {
        letters(wrote, connected_on(campaign, id)).into_iter().for_each(|text| sign(SignKind::Letters, text));
        meetings(wrote).into_iter().for_each(|text| sign(SignKind::Meetings, text));
    }
    before::before(campaign, &ties, today, id).into_iter().for_each(|(kind, text)| sign(kind, text));
    let held = campaign.conversations.values().filter(|held| held.person == id).count();
    if held > 0 {
        sign(SignKind::Conversations, format!("You talked {} in this search", times(held)));
    }
    if let Some(last) = last_in_touch_on {
        sign(SignKind::LastInTouch, format!("Last in touch in {}", spoken_month(last)));
    }
    let shown = signs.iter().any(|sign| SHOWS.contains(&sign.kind));
    let findings = [middle(closeness, told.close).filter(|_| shown), silent(last_in_touch_on, today)];
    Ok(Tie { known_since_on, last_in_touch_on, closeness, signs, findings: findings.into_iter().flatten().collect() })
}

/// The first day on which a network connected them.
fn connected_on(campaign: &Campaign, id: PersonId) -> Option<Date> {
    campaign.shown(id).records.iter().filter_map(|record| record.connected_on).min()
}

/// Letters by days and directions. An invitation that was taken up is answered, though nobody wrote a word.
fn letters(wrote: &Wrote, connected_on: Option<Date>) -> Option<String> {
    let days = |count: u32| if count == 1 { "1 day".to_owned() } else { format!("{count} days") };
    let (first, last) = wrote.letters?;
    let range = range((first, last));
    let connected =
        connected_on.filter(|on| *on >= first).map(|on| format!("you connected online in {}", spoken_month(on)));
    match (wrote.sent_days, wrote.received_days) {
        (0, 0) => None,
        (0, received) if !wrote.is_a_tie() => {
            let answer = connected.unwrap_or_else(|| "no letter of yours is on record".to_owned());
            Some(format!("They wrote to you on {}, {range}, and {answer}", days(received)))
        }
        (sent, 0) => {
            let answer = connected.unwrap_or_else(|| "no answer is on record".to_owned());
            Some(format!("You wrote on {}, {range}, and {answer}", days(sent)))
        }
        (0, received) => Some(format!("They wrote on {}, {range}", days(received))),
        (sent, received) => Some(format!("You wrote on {} and they on {}, {range}", days(sent), days(received))),
    }
}

fn meetings(wrote: &Wrote) -> Option<String> {
    let met = usize::try_from(wrote.met_days).unwrap_or(usize::MAX);
    Some(format!("You met {}, {}, as your calendar says", times(met), range(wrote.meetings?)))
}

fn range((first, last): (Date, Date)) -> String {
    years((first.year(), last.year()))
}

/// Where both were: with the years where both have them, and without a claim where one has not.
fn places(campaign: &Campaign, today: Date, id: PersonId) -> Vec<(SignKind, String)> {
    let shown = campaign.shown(id);
    let own = stays::of_the_seeker(campaign, today);
    let theirs = stays::of(campaign, std::slice::from_ref(&shown), today).remove(&id).unwrap_or_default();
    let mut said: Vec<(SignKind, String)> = Vec::new();
    let mut dated: Vec<String> = Vec::new();
    for stay in &theirs {
        for shared in own.iter().filter_map(|one| one.overlap(stay)) {
            if !dated.contains(&stay.key) {
                dated.push(stay.key.clone());
                said.push((SignKind::Employer, both_there(stay, shared)));
            }
        }
    }
    let past = shown.records.iter().flat_map(|record| &record.past).filter_map(|past| past.organization.as_deref());
    let mut seen: Vec<String> = dated;
    for name in past.chain(shown.organization()) {
        let Some(place) = key(name).filter(|place| !seen.contains(place)) else { continue };
        let worked = campaign.positions.values().any(|one| key(&one.organization).as_ref() == Some(&place));
        if worked {
            let text = format!("You were both at {}; whether in the same years is not known", name.trim());
            said.push((SignKind::Employer, text));
        }
        seen.push(place);
    }
    said.extend(schools(campaign, id));
    said
}

fn both_there(stay: &Stay, shared: (i16, i16)) -> String {
    let name = &stay.name;
    match &stay.by {
        By::Address(host) => format!("You were both at {name} {}: they wrote from an address at {host}", years(shared)),
        By::OwnWords => format!("You worked together at {name}, where you were {}", years(shared)),
    }
}

/// The seeker's own word is the only one that tells where somebody learned.
fn schools(campaign: &Campaign, id: PersonId) -> Vec<(SignKind, String)> {
    let told = campaign.people.get(&id).and_then(|person| person.how_known.as_deref()).unwrap_or_default();
    let named = campaign.schools.values().filter(|school| learned_at(told, &school.name));
    named.map(|school| (SignKind::School, format!("You both learned at {}, as you said", school.name))).collect()
}

fn recommendations(campaign: &Campaign, id: PersonId) -> BTreeSet<String> {
    let shown = campaign.shown(id);
    let files = shown.records.iter().filter_map(|record| campaign.sources.get(&record.source));
    files.filter_map(recommended).map(str::to_owned).collect()
}

/// Who recommended whom, where that is what the file tells.
pub(super) fn recommended(source: &Source) -> Option<&'static str> {
    let file = source.file.to_lowercase();
    (source.importer == "linkedin_recommendations").then(|| match (file.contains("given"), file.contains("received")) {
        (true, false) => "You wrote a recommendation for them",
        (false, true) => "They wrote a recommendation for you",
        _ => "One of you wrote a recommendation for the other",
    })
}

fn middle(closeness: f64, close: bool) -> Option<Finding> {
    let text = "You know each other somewhat. Such ties often hear of other things than your friends do, so they are worth \
                a call";
    let rule = crate::list::slate::mix_in_ties_of_middle_strength::RULE.name;
    (!close && MIDDLE.contains(&closeness)).then(|| Finding {
        kind: FindingKind::MiddleStrength,
        text: text.to_owned(),
        rule,
    })
}

fn silent(last_on: Option<Date>, today: Date) -> Option<Finding> {
    let days = days_between(last_on?, today);
    let span = match days / 365 {
        3..=9 => ["three", "four", "five", "six", "seven", "eight", "nine"].get((days / 365 - 3) as usize)?,
        _ => "ten or more",
    };
    (days >= LONG).then(|| Finding {
        kind: FindingKind::LongSilent,
        text: format!(
            "You have not been in touch for {span} years, as far as is on record. Such ties help as often as current ones, \
             and are easily taken up again"
        ),
        rule: crate::list::slate::wake_a_long_silent_tie::RULE.name,
    })
}

#[cfg(test)]
mod tests;

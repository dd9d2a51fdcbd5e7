//! What a person has to do with the direction: works where the seeker wants to be, does what they want to do, made the
//! move they want to make. Serves the case, the questions and the ask; reads facts as shown and never guesses further.

use jiff::civil::Date;

use super::near::{is_near_field, is_near_role};
use super::their_move::{their_move, towards};
use crate::campaign::{Campaign, Shown};
use crate::conversation::earlier::talked_on;
use crate::id::PersonId;
use crate::list::together::is_of_the_two;
use crate::organization::key;
use crate::speech::{fold, says, work};
use crate::title::Title;

/// Silence after which an acquaintance counts as dormant, in days: three years (E3).
const LONG_SILENCE: i32 = 3 * 365;

/// How one person bears on the direction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bearing {
    /// They work at this organization of the direction.
    pub at: Option<String>,
    /// Their title says this field or role of the direction.
    pub does: Option<String>,
    /// Their title is of the same kind of work as a field or role of the direction.
    pub near: bool,
    /// They used to be where the seeker is or was, and now do what the seeker wants to do.
    pub made_your_move: bool,
    /// That move in the seeker's own words: "from the front desk into training".
    pub their_move: Option<String>,
    /// They were in touch once, and not for three years or more.
    pub long_silent: bool,
    /// What they do is known, and is no part of the direction.
    pub elsewhere: bool,
}

impl Bearing {
    /// Whether they work in the direction at all.
    pub fn in_direction(&self) -> bool {
        self.at.is_some() || self.does.is_some() || self.near
    }
}

/// How this person bears on the direction.
pub fn bearing(campaign: &Campaign, today: Date, person: PersonId) -> Bearing {
    let shown = campaign.shown(person);
    let direction = &campaign.direction;
    let at = shown.organization().and_then(|organization| {
        let wanted = direction.organizations.iter();
        let mut same = wanted.filter(|wanted| fold(wanted) == fold(organization));
        same.next().and_then(|_| work::organization(organization))
    });
    let does = shown.title().and_then(|title| {
        let mut wanted = direction.fields.iter().chain(&direction.roles);
        wanted.find(|wanted| says(title, wanted)).cloned()
    });
    let near = shown.title().is_some_and(|title| is_near(campaign, title));
    let is_there = at.is_some() || does.is_some() || near;
    let their_move = move_in_own_words(campaign, &shown);
    let made_your_move = their_move.is_some() || (is_there && came_from_where_i_am(campaign, &shown));
    Bearing {
        elsewhere: !is_there && !made_your_move && shown.title().and_then(work::title).is_some(),
        long_silent: silent_days(campaign, today, &shown).is_some_and(|days| days >= LONG_SILENCE),
        at,
        does,
        near,
        made_your_move,
        their_move,
    }
}

fn is_near(campaign: &Campaign, work: &str) -> bool {
    let direction = &campaign.direction;
    direction.fields.iter().any(|field| is_near_field(work, field))
        || direction.roles.iter().any(|role| is_near_role(work, role))
}

/// What the seeker wrote of their move, where it led to what the seeker wants to do.
fn move_in_own_words(campaign: &Campaign, shown: &Shown<'_>) -> Option<String> {
    let case = campaign.cases.values().filter(|case| case.person == shown.id);
    let written = case.flat_map(|case| [&case.purpose, &case.outcome, &case.why]).map(String::as_str);
    let told = shown.told().into_iter().flat_map(|told| [told.how_known.as_deref(), told.valued_for.as_deref()]);
    let moves = written.chain(told.flatten()).filter_map(their_move);
    moves.into_iter().find(|clause| towards(clause).is_some_and(|there| is_near(campaign, there)))
}

/// What earlier files say of them, or the place that the seeker named when they told how they know each other.
fn came_from_where_i_am(campaign: &Campaign, shown: &Shown<'_>) -> bool {
    let now = shown.organization().and_then(key);
    let there = |name: &str| key(name).is_some_and(|there| Some(&there) != now.as_ref() && was_there(campaign, &there));
    let mut past = shown.records.iter().flat_map(|record| &record.past);
    let how_known = shown.told().and_then(|told| told.how_known.as_deref()).filter(|told| is_of_the_two(told));
    let mut places = campaign.positions.values().map(|position| position.organization.as_str());
    past.any(|past| {
        past.organization.as_deref().is_some_and(there)
            || past.title.as_deref().is_some_and(|title| was(campaign, title))
    }) || how_known.is_some_and(|told| places.any(|place| says(told, place) && there(place)))
}

fn was_there(campaign: &Campaign, there: &str) -> bool {
    let mut mine = campaign.positions.values();
    mine.any(|position| key(&position.organization).is_some_and(|mine| mine == there))
}

/// Whether the seeker was or is what this title says.
fn was(campaign: &Campaign, title: &str) -> bool {
    let title = Title::read(title);
    let mine = campaign.positions.values().filter_map(|position| position.title.as_deref());
    mine.map(Title::read).any(|own| own.fulfils(&title).is_some() || title.fulfils(&own).is_some())
}

/// Days since the last letter, ask, answer or conversation; none when nothing is known of any.
fn silent_days(campaign: &Campaign, today: Date, shown: &Shown<'_>) -> Option<i32> {
    let (emails, links) = (shown.emails(), shown.links());
    let letters = campaign
        .correspondence
        .values()
        .filter(|letters| emails.contains(&letters.address.as_str()) || links.contains(&letters.address.as_str()))
        .filter_map(|letters| letters.days.keys().next_back().copied());
    let talks = talked_on(campaign, shown.id, today);
    let asks = campaign.asks_ever().filter(|ask| ask.person == shown.id);
    let asks = asks.flat_map(|ask| [Some(ask.asked_on), ask.answered_on]).flatten();
    let last = letters.chain(talks).chain(asks).filter(|day| *day <= today).max()?;
    Some(crate::day::days_between(last, today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::Answer;
    use crate::scene::{Scene, TODAY, p};
    use jiff::civil::date;

    /// Met years ago, and perhaps asked since.
    fn is_long_silent(asked: Option<(Date, Option<Answer>)>) -> bool {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.met(1, date(2021, 3, 1), crate::conversation::Ladder::Listened);
        if let Some((on, answer)) = asked {
            scene.asked(1, on, answer);
        }
        bearing(&scene.campaign, TODAY, p(1)).long_silent
    }

    #[rstest::rstest]
    #[case::nothing_since(None, true)]
    #[case::asked_last_week(Some((date(2026, 11, 17), None)), false)]
    #[case::said_yes(Some((date(2026, 11, 17), Some(Answer::Accepted))), false)]
    #[case::asked_long_ago(Some((date(2022, 1, 10), Some(Answer::Declined))), true)]
    fn an_ask_ends_a_silence(#[case] asked: Option<(Date, Option<Answer>)>, #[case] silent: bool) {
        assert_eq!(is_long_silent(asked), silent);
    }
}

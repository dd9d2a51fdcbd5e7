//! What a person has to do with the direction: works where the seeker wants to be, does what they want to do, made the
//! move they want to make. Serves the case, the questions and the ask; reads facts as shown and never guesses further.

use jiff::civil::Date;

use crate::campaign::{Campaign, Shown};
use crate::conversation::earlier::talked_on;
use crate::id::PersonId;
use crate::speech::{fold, says, work};

/// Silence after which an acquaintance counts as dormant, in days: three years (E3).
const LONG_SILENCE: i32 = 3 * 365;

/// How one person bears on the direction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bearing {
    /// They work at this organization of the direction.
    pub at: Option<String>,
    /// Their title says this field or role of the direction.
    pub does: Option<String>,
    /// They used to be where the seeker is or was, and now do what the seeker wants to do.
    pub made_your_move: bool,
    /// They were in touch once, and not for three years or more.
    pub long_silent: bool,
}

impl Bearing {
    /// Whether they work in the direction at all.
    pub fn in_direction(&self) -> bool {
        self.at.is_some() || self.does.is_some()
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
    Bearing {
        made_your_move: (at.is_some() || does.is_some()) && came_from_where_i_am(campaign, &shown),
        long_silent: silent_days(campaign, today, &shown).is_some_and(|days| days >= LONG_SILENCE),
        at,
        does,
    }
}

fn came_from_where_i_am(campaign: &Campaign, shown: &Shown<'_>) -> bool {
    let past = shown.records.iter().flat_map(|record| &record.past);
    past.filter_map(|past| past.title.as_deref()).any(|title| {
        let mine = campaign.positions.values();
        mine.filter_map(|position| position.title.as_deref())
            .any(|own| !fold(own).is_empty() && fold(own) == fold(title))
    })
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
    let asks = campaign.earlier.values().flat_map(|one| &one.asks).chain(campaign.asks.values());
    let asks = asks.filter(|ask| ask.person == shown.id);
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

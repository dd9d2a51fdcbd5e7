//! What is left of earlier searches in the tie to one person: when they talked, what was answered, who named them.
//!
//! Serves the first step. It says days and answers, and has no words to repeat: those went with their search.

use jiff::civil::Date;

use super::{SignKind, times};
use crate::ask::{Answer, Ask};
use crate::campaign::Campaign;
use crate::conversation::Earlier;
use crate::day::spoken;
use crate::id::PersonId;
use crate::list::closeness::Ties;

/// Each in a sentence without its full stop.
pub(super) fn before(campaign: &Campaign, ties: &Ties<'_>, today: Date, id: PersonId) -> Vec<(SignKind, String)> {
    let Some(earlier) = campaign.earlier.values().find(|one| one.person == id) else { return Vec::new() };
    let mut signs = named(campaign, earlier, today);
    signs.extend(talked(earlier, today).map(|text| (SignKind::TalkedBefore, text)));
    let stands = ties.so_far.ask_that_stands(id).filter(|ask| earlier.asks.iter().any(|one| one.id == ask.id));
    signs.extend(stands.map(|ask| (SignKind::AnsweredBefore, answered(ask, today))));
    signs
}

fn named(campaign: &Campaign, earlier: &Earlier, today: Date) -> Vec<(SignKind, String)> {
    let told = |by: PersonId, on: Date, introduced_on: Option<Date>| match introduced_on {
        Some(on) => format!("{} introduced you on {}", campaign.name(by), spoken(on, today)),
        None => format!("{} named them to you on {}", campaign.name(by), spoken(on, today)),
    };
    let named = earlier.named.iter().map(|one| told(one.by, one.named_on, one.introduced_on));
    named.map(|text| (SignKind::NamedBefore, text + BEFORE)).collect()
}

fn talked(earlier: &Earlier, today: Date) -> Option<String> {
    let last = earlier.conversations.iter().map(|held| held.held_on).max()?;
    Some(match earlier.conversations.len() {
        1 => format!("You talked on {}{BEFORE}", spoken(last, today)),
        many => format!("You talked {}{BEFORE}, last on {}", times(many), spoken(last, today)),
    })
}

fn answered(ask: &Ask, today: Date) -> String {
    let on = spoken(ask.answered_on.unwrap_or(ask.asked_on), today);
    let said = match ask.answer {
        Some(Answer::Accepted) => format!("They said yes on {on}"),
        Some(Answer::Declined) => format!("They said no on {on}"),
        Some(Answer::NotNow) => match ask.until_on {
            Some(until) => format!("Not before {}, they said on {on}", spoken(until, today)),
            None => format!("Not now, they said on {on}"),
        },
        Some(Answer::SomeoneElse) => format!("They named someone else instead on {on}"),
        Some(Answer::Silent) | None => format!("You asked on {} and heard nothing", spoken(ask.asked_on, today)),
    };
    said + BEFORE
}

/// What ends each of them.
const BEFORE: &str = ", before this search";

//! Whoever said yes needs no suggestion: the meeting comes first (row M11).

use super::Hold;
use super::view::{Candidate, View};
use crate::ask::Answer;
use crate::day::spoken;
use crate::rules::Rule;

/// A yes is not asked again.
pub const RULE: Rule = Rule {
    name: "meeting_comes_first",
    says: "Whoever said yes is met before they are suggested again.",
    why: "They gave you their word, and the next step is the meeting.",
    evidence: &["M11"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, of_a_past: true, reason };

fn reason(view: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let ask = view.ties.so_far.ask_that_stands(candidate.id())?;
    (ask.answer == Some(Answer::Accepted)).then_some(())?;
    // Of a search that ended nothing is noted any more; a meeting that is still to come goes on in the next.
    view.campaign.asks.contains_key(&ask.id).then_some(())?;
    let said = spoken(ask.answered_on.unwrap_or(ask.asked_on), view.today);
    Some(match ask.planned_meeting().map(|meeting| view.campaign.at_home(meeting)) {
        Some(meeting) if meeting.on >= view.today => {
            format!("You meet on {}", spoken(meeting.on, view.today))
        }
        Some(meeting) => {
            format!("You were to meet on {}; how it went is not noted yet", spoken(meeting.on, view.today))
        }
        None => format!("They said yes on {said}; a day is still to be found"),
    })
}

//! Rule: one open ask for one person at a time (row M11; E15). A second one waits until the first has its answer.

use super::Ask;
use crate::campaign::Campaign;
use crate::change::Refusal;
use crate::day;
use crate::id::PersonId;
use crate::rules::Rule;
use jiff::civil::Date;

/// The rule.
pub const RULE: Rule = Rule {
    name: "one_open_ask_at_a_time",
    says: "Wait for the answer to one ask before you make the next to the same person.",
    why: "A second ask beside the first reads as pressure, and nobody knows which one was answered.",
    evidence: &["M11", "E15"],
};

/// The ask of this person that stands in the way of another: one without an answer, or one whose meeting still stands.
pub fn standing(campaign: &Campaign, person: PersonId) -> Option<&Ask> {
    let mut asks = campaign.asks.values().filter(|ask| ask.person == person);
    asks.find(|ask| ask.is_open() || (ask.planned_meeting().is_some() && !held(campaign, ask)))
}

/// Whether a conversation came of this ask.
pub fn held(campaign: &Campaign, ask: &Ask) -> bool {
    campaign.conversations.values().any(|talk| talk.ask == Some(ask.id))
}

/// The no to a second ask.
pub fn refusal(campaign: &Campaign, today: Date, ask: &Ask) -> Refusal {
    let (name, person) = (campaign.name(ask.person), ask.person);
    match ask.planned_meeting().map(|meeting| campaign.at_home(meeting)) {
        Some(meeting) if meeting.on < today => Refusal::method(
            format!(
                "Your meeting with {name} was on {}; how it went is not recorded yet.",
                day::spoken(meeting.on, today)
            ),
            format!(
                "Record it: `halfhour conversation {person} --on {}`, or say that it did not happen: `halfhour ask missed {person}`",
                meeting.on
            ),
        ),
        Some(meeting) => Refusal::method(
            format!("You meet {name} on {} already.", day::spoken(meeting.on, today)),
            format!("Move it: `halfhour ask move {person} --on DAY`, or call it off: `halfhour ask cancel {person}`"),
        ),
        None => Refusal::method(
            format!("You asked {name} on {} and wait for the answer.", day::spoken(ask.asked_on, today)),
            format!("Say what came of it, also when no answer came: `halfhour ask answer {person} ANSWER`"),
        ),
    }
}

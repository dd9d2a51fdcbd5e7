//! How far things have come with one person, in one word, for the list.
//!
//! Serves the first step; derived from asks and conversations, and never stored.

use crate::ask::Answer;
use crate::campaign::Campaign;
use crate::id::PersonId;
use crate::list::so_far::SoFar;
use crate::words::words;

words! {
    /// How far things have come with a person.
    pub enum Stage {
        /// Nobody asked them yet.
        NotAsked = "not_asked",
        /// They were asked. The answer is open, or it was silence, "not now" or another person's name.
        Asked = "asked",
        /// They said yes; the conversation is still to come.
        Accepted = "accepted",
        /// They said no.
        Declined = "declined",
        /// A conversation was held, and nothing was asked since.
        Met = "met",
        /// The seeker wants no suggestion of them.
        SetAside = "set_aside",
    }
}

impl Stage {
    /// The stage behind a name; nothing for whoever was not asked yet.
    pub fn in_passing(self) -> Option<&'static str> {
        Some(match self {
            Stage::NotAsked => return None,
            Stage::Asked => "asked",
            Stage::Accepted => "said yes",
            Stage::Declined => "said no",
            Stage::Met => "talked",
            Stage::SetAside => "set aside",
        })
    }
}

/// The stage of one person. For many at once build [`SoFar`] once and call [`stage_in`].
pub fn stage(campaign: &Campaign, id: PersonId) -> Stage {
    stage_in(campaign, &SoFar::ever(campaign), id)
}

/// The stage of one person, when what happened so far is already at hand. The newest event decides; set aside stands
/// above all.
pub fn stage_in(campaign: &Campaign, so_far: &SoFar<'_>, id: PersonId) -> Stage {
    if campaign.people.get(&id).is_some_and(|person| person.set_aside) {
        return Stage::SetAside;
    }
    match so_far.ask_that_stands(id).map(|ask| ask.answer) {
        Some(Some(Answer::Accepted)) => Stage::Accepted,
        Some(Some(Answer::Declined)) => Stage::Declined,
        Some(_) => Stage::Asked,
        None if so_far.conversations(id).is_empty() => Stage::NotAsked,
        None => Stage::Met,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::{Ask, Form};
    use crate::conversation::{Conversation, Ladder};
    use crate::id::{AskId, ConversationId, Id};
    use crate::list::Person;
    use jiff::civil::{Date, date};

    const ANA: u64 = 1;

    fn ana() -> PersonId {
        PersonId::from_number(ANA)
    }

    fn campaign_with_ana() -> Campaign {
        let mut campaign = Campaign::default();
        campaign.apply([Person::named(ana(), "Ana Pereira", date(2026, 9, 1)).into()]);
        campaign
    }

    fn asked(campaign: &mut Campaign, number: u64, on: Date, answer: Option<Answer>) {
        let mut ask = Ask::made(AskId::from_number(number), ana(), Form::Call, on);
        ask.answer = answer;
        campaign.apply([ask.into()]);
    }

    fn met(campaign: &mut Campaign, on: Date) {
        campaign.apply([Conversation {
            id: ConversationId::from_number(1),
            person: ana(),
            ask: None,
            held_on: on,
            ladder: Ladder::Listened,
            learned: None,
            directions: Vec::new(),
            organizations: Vec::new(),
            story: None,
            thanked_on: None,
            in_touch_on: None,
            led_further: Vec::new(),
        }
        .into()]);
    }

    #[rstest::rstest]
    #[case(None, Stage::Asked)]
    #[case(Some(Answer::Accepted), Stage::Accepted)]
    #[case(Some(Answer::Declined), Stage::Declined)]
    #[case(Some(Answer::NotNow), Stage::Asked)]
    #[case(Some(Answer::SomeoneElse), Stage::Asked)]
    fn the_answer_decides(#[case] answer: Option<Answer>, #[case] expected: Stage) {
        let mut campaign = campaign_with_ana();
        assert_eq!(stage(&campaign, ana()), Stage::NotAsked);
        asked(&mut campaign, 1, date(2026, 10, 1), answer);
        assert_eq!(stage(&campaign, ana()), expected);
    }

    #[test]
    fn a_conversation_settles_the_ask_before_it() {
        let mut campaign = campaign_with_ana();
        asked(&mut campaign, 1, date(2026, 10, 1), Some(Answer::Accepted));
        met(&mut campaign, date(2026, 10, 6));
        assert_eq!(stage(&campaign, ana()), Stage::Met);
    }

    #[test]
    fn an_ask_after_a_conversation_opens_it_again() {
        let mut campaign = campaign_with_ana();
        met(&mut campaign, date(2026, 10, 6));
        asked(&mut campaign, 1, date(2026, 11, 2), None);
        assert_eq!(stage(&campaign, ana()), Stage::Asked);
    }

    #[test]
    fn set_aside_stands_above_all() {
        let mut campaign = campaign_with_ana();
        met(&mut campaign, date(2026, 10, 6));
        let mut person = campaign.people[&ana()].clone();
        person.set_aside = true;
        campaign.apply([person.into()]);
        assert_eq!(stage(&campaign, ana()), Stage::SetAside);
    }
}

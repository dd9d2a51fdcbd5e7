//! The conversations held with one person, each with everything that was kept of it.
//!
//! Serves the conversation: it is shown before a new one is recorded, and right after. It refuses to sum up or to judge.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::conversation::{CommitmentState, Conversation, Heard, Ladder, Side};
use crate::id::{AskId, CommitmentId, ConversationId, PersonId, ReferralId};

/// The conversations with one person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Talks {
    /// With whom.
    pub person: PersonRef,
    /// The newest first.
    pub conversations: Vec<Talk>,
}

/// One conversation, and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Talk {
    /// Its id.
    pub id: ConversationId,
    /// With whom.
    pub person: PersonRef,
    /// The day.
    pub held_on: Date,
    /// The ask that led to it.
    pub ask: Option<AskId>,
    /// How far it went.
    pub ladder: Ladder,
    /// What was learned.
    pub learned: Option<String>,
    /// Who was named.
    pub named: Vec<NamedThen>,
    /// Organizations that were named without a person.
    pub organizations: Vec<String>,
    /// What was promised, by either side.
    pub promises: Vec<PromisedThen>,
    /// Directions that became warmer or colder.
    pub directions: Vec<Heard>,
    /// The version of the story that was told, by its name.
    pub story: Option<String>,
    /// The questions that led further.
    pub led_further: Vec<String>,
    /// The day on which the seeker thanked them.
    pub thanked_on: Option<Date>,
}

/// A person who was named in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NamedThen {
    /// The id of the referral.
    pub referral: ReferralId,
    /// Who was named.
    pub person: PersonRef,
    /// Where they are.
    pub organization: Option<String>,
    /// Whether an introduction was offered.
    pub introduction: bool,
    /// The day on which it came.
    pub introduced_on: Option<Date>,
}

/// A promise that was made in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PromisedThen {
    /// Its id.
    pub id: CommitmentId,
    /// Who promised.
    pub side: Side,
    /// What.
    pub text: String,
    /// The day by which.
    pub due_on: Option<Date>,
    /// What became of it.
    pub state: CommitmentState,
}

/// The conversations with one person, the newest first.
pub fn talks(campaign: &Campaign, person: PersonId) -> Talks {
    let held = campaign.conversations.values().filter(|held| held.person == person);
    let mut held: Vec<&Conversation> = held.collect();
    held.sort_by_key(|held| std::cmp::Reverse((held.held_on, held.id)));
    let conversations = held.into_iter().map(|held| as_talk(campaign, held)).collect();
    Talks { person: campaign.person_ref(person), conversations }
}

/// One conversation with everything that was kept of it; none when it is not there.
pub fn talk(campaign: &Campaign, id: ConversationId) -> Option<Talk> {
    campaign.conversations.get(&id).map(|held| as_talk(campaign, held))
}

fn as_talk(campaign: &Campaign, held: &Conversation) -> Talk {
    Talk {
        id: held.id,
        person: campaign.person_ref(held.person),
        held_on: held.held_on,
        ask: held.ask,
        ladder: held.ladder,
        learned: held.learned.clone(),
        named: named(campaign, held.id),
        organizations: held.organizations.clone(),
        promises: promises(campaign, held.id),
        directions: held.directions.clone(),
        story: held.story.and_then(|story| campaign.stories.get(&story)).map(|story| story.name.clone()),
        led_further: held.led_further.iter().map(|question| question.text.clone()).collect(),
        thanked_on: held.thanked_on,
    }
}

fn named(campaign: &Campaign, id: ConversationId) -> Vec<NamedThen> {
    let referrals = campaign.referrals.values().filter(|referral| referral.conversation == Some(id));
    let named = referrals.map(|referral| NamedThen {
        referral: referral.id,
        person: campaign.person_ref(referral.person),
        organization: campaign.shown(referral.person).organization().map(str::to_owned),
        introduction: referral.introduction,
        introduced_on: referral.introduced_on,
    });
    named.collect()
}

fn promises(campaign: &Campaign, id: ConversationId) -> Vec<PromisedThen> {
    let promises = campaign.commitments.values().filter(|promise| promise.conversation == Some(id));
    let promises = promises.map(|promise| PromisedThen {
        id: promise.id,
        side: promise.side,
        text: promise.text.clone(),
        due_on: promise.due_on,
        state: promise.state,
    });
    promises.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, day};
    use crate::id::Id;

    #[test]
    fn the_newest_comes_first_each_with_what_came_of_it() {
        let mut scene = Scene::on(9).referred_by("Maria", "Dan").later_on(16).talks_with("Maria").talks_with("Ruth");
        let maria = scene.person("Maria");
        let shown = talks(&scene.campaign, maria).conversations;
        let held: Vec<_> = shown.iter().map(|talk| (talk.held_on, talk.named.len())).collect();
        assert_eq!(held, [(day(16), 0), (day(9), 1)]);
        assert_eq!(shown[1].named[0].person.name, "Dan");
    }

    #[test]
    fn what_is_not_there_is_not_shown() {
        assert_eq!(talk(&Campaign::default(), ConversationId::from_number(1)), None);
        let mut scene = Scene::on(9).talks_with("Maria");
        let dan = scene.person("Dan");
        assert!(talks(&scene.campaign, dan).conversations.is_empty());
    }
}

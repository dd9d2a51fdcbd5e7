//! What follows from a conversation: the moves that it brought about.
//!
//! Serves the conversation: it is shown right after recording. It reads, and suggests nothing of its own.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::Campaign;
use crate::change::Key;
use crate::conversation::Conversation;
use crate::follow_through::moves::{Move, every_move};
use crate::id::ConversationId;

/// The moves that one conversation brought about, however far ahead.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhatFollows {
    /// The conversation.
    pub conversation: ConversationId,
    /// The moves that have a part in it, whole and as `today` will show them.
    pub moves: Vec<Move>,
}

/// What follows from this conversation, as the campaign stands. An unknown one leads to nothing.
pub fn what_follows(campaign: &Campaign, today: Date, conversation: ConversationId) -> WhatFollows {
    let subjects: Vec<String> = subjects(campaign, conversation).iter().map(Key::to_string).collect();
    let moves = every_move(campaign, today).into_iter();
    let moves = moves.filter(|one| one.parts.iter().any(|part| subjects.contains(&part.about)));
    WhatFollows { conversation, moves: moves.collect() }
}

/// The conversation itself, the people named and the promises made in it, and the referrals that it closes.
fn subjects(campaign: &Campaign, id: ConversationId) -> Vec<Key> {
    let mut subjects: Vec<Key> = vec![id.into()];
    let promises = campaign.commitments.values().filter(|promise| promise.conversation == Some(id));
    subjects.extend(promises.map(|promise| Key::from(promise.id)));
    let met = campaign.conversations.get(&id).map(|conversation: &Conversation| conversation.person);
    let referrals = campaign.referrals.values();
    let referrals = referrals.filter(|referral| referral.conversation == Some(id) || Some(referral.person) == met);
    subjects.extend(referrals.map(|referral| Key::from(referral.id)));
    subjects
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, day};
    use crate::id::Id;

    #[test]
    fn only_what_this_talk_brought_about_is_shown() {
        let scene = Scene::on(9).referred_by("Ruth", "Maria").later_on(16).referred_by("Maria", "Dan");
        let follows = what_follows(&scene.campaign, day(16), ConversationId::from_number(2));
        let moves: Vec<&str> = follows.moves.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(moves, ["thank-c2", "call-f2", "report-f1"]);
    }

    #[test]
    fn an_unknown_talk_brings_nothing() {
        let scene = Scene::on(16).talks_with("Maria");
        assert!(what_follows(&scene.campaign, day(16), ConversationId::from_number(7)).moves.is_empty());
    }
}

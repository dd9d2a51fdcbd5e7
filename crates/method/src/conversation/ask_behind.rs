//! Which ask a conversation belongs to, and whether it was recorded before (row M11).
//!
//! Serves the conversation. One ask leads to one conversation; it refuses a second one, and says how to record a talk that
//! had another occasion.

use jiff::civil::Date;

use crate::ask::{Answer, Ask};
use crate::campaign::Campaign;
use crate::change::Refusal;
use crate::conversation::Conversation;
use crate::conversation::record::{AskBehind, Debrief};
use crate::day::spoken;
use crate::id::AskId;

/// The ask that the conversation belongs to.
pub(crate) fn ask_behind<'a>(
    campaign: &'a Campaign,
    today: Date,
    debrief: &Debrief,
) -> Result<Option<&'a Ask>, Refusal> {
    match debrief.ask {
        AskBehind::Without => Ok(None),
        AskBehind::Found => found_ask(campaign, today, debrief),
        AskBehind::Given(id) => given_ask(campaign, today, debrief, id).map(Some),
    }
}

fn given_ask<'a>(campaign: &'a Campaign, today: Date, debrief: &Debrief, id: AskId) -> Result<&'a Ask, Refusal> {
    let ask = campaign.asks.get(&id).filter(|ask| ask.person == debrief.person).ok_or_else(|| {
        let name = campaign.name(debrief.person);
        Refusal::unknown(
            format!("You have no ask {id} to {name}."),
            "Leave the ask out, and the one that waits for this conversation is found.",
        )
    })?;
    if ask.asked_on > debrief.held_on {
        return Err(Refusal::method(
            format!("You asked on {}, after that conversation.", spoken(ask.asked_on, today)),
            "Give the day with `--on`, or record it with `--without-ask`.",
        ));
    }
    match conversation_for(campaign, id) {
        Some(earlier) => Err(recorded_before(campaign, today, earlier)),
        None => Ok(ask),
    }
}

/// An accepted ask first, else one still without an answer; of several, the newest. Where the only ask that fits has
/// its conversation already, on a later day, this one would come before its own ending.
fn found_ask<'a>(campaign: &'a Campaign, today: Date, debrief: &Debrief) -> Result<Option<&'a Ask>, Refusal> {
    let asked_before = || {
        let asks = campaign.asks.values();
        asks.filter(|ask| ask.person == debrief.person && ask.asked_on <= debrief.held_on)
    };
    let free = asked_before().filter(|ask| conversation_for(campaign, ask.id).is_none());
    let waiting = free.filter(|ask| ask.is_open() || ask.answer == Some(Answer::Accepted));
    let best = waiting.max_by_key(|ask| (ask.planned_meeting().is_some(), !ask.is_open(), ask.asked_on, ask.id));
    let ended_later = asked_before()
        .filter_map(|ask| conversation_for(campaign, ask.id))
        .find(|conversation| conversation.held_on > debrief.held_on);
    match (best, ended_later) {
        (None, Some(earlier)) => Err(recorded_before(campaign, today, earlier)),
        (best, _) => Ok(best),
    }
}

/// The conversation that an ask led to.
pub fn conversation_for(campaign: &Campaign, ask: AskId) -> Option<&Conversation> {
    campaign.conversations.values().find(|conversation| conversation.ask == Some(ask))
}

/// The same conversation is recorded once, unless the seeker says that it is another.
pub(crate) fn not_twice(campaign: &Campaign, today: Date, debrief: &Debrief) -> Result<(), Refusal> {
    let same = |earlier: &&Conversation| earlier.person == debrief.person && earlier.held_on == debrief.held_on;
    match campaign.conversations.values().find(same) {
        Some(earlier) if !debrief.another => Err(recorded_before(campaign, today, earlier)),
        _ => Ok(()),
    }
}

fn recorded_before(campaign: &Campaign, today: Date, earlier: &Conversation) -> Refusal {
    let (name, day, id) = (campaign.name(earlier.person), spoken(earlier.held_on, today), earlier.id);
    let (message, otherwise) = match earlier.ask {
        Some(_) => (
            format!("The conversation with {name} that this ask led to is recorded already: {id}, on {day}."),
            "If this one had another occasion: `--without-ask`, and `--another` when it was on the same day.",
        ),
        None => (
            format!("A conversation with {name} on {day} is recorded already: {id}."),
            "If it was on another day: `--on DAY`. If you talked twice that day: `--another`.",
        ),
    };
    let person = earlier.person;
    let add = format!("To add to it or correct it: `halfhour conversation {person} --correct {id}` and what to add.");
    Refusal::method(message, format!("{add}\n{otherwise}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Decision, No};
    use crate::conversation::record::record_conversation;
    use crate::follow_through::scene::{Scene, day};
    use crate::id::Id;

    /// Records once more in this scene, as the debrief of Maria says.
    fn record(mut scene: Scene, tell: impl Fn(&mut Debrief)) -> Decision {
        let mut debrief = Debrief::of(scene.person("Maria"), day(scene.today));
        tell(&mut debrief);
        record_conversation(&scene.campaign, &scene.ids, day(scene.today), &debrief)
    }

    fn ask_of_the_last_talk(scene: &Scene) -> Option<String> {
        let talk = scene.campaign.conversations.values().next_back().unwrap();
        talk.ask.map(|ask| ask.to_string())
    }

    #[rstest::rstest]
    #[case::none_is_needed(Scene::on(16), None)]
    #[case::the_accepted_one(Scene::on(16).asks("Maria").accepts("Maria", 19), Some("a1"))]
    #[case::one_whose_meeting_was_missed(Scene::on(16).asks("Maria").accepts("Maria", 17).missed("Maria"), Some("a1"))]
    #[case::an_open_one(Scene::on(16).asks("Maria"), Some("a1"))]
    #[case::the_accepted_one_before_an_open_one(
        Scene::on(16).asks("Maria").accepts("Maria", 19).asks("Maria"), Some("a1"))]
    #[case::not_a_declined_one(Scene::on(16).asks("Maria").declines("Maria"), None)]
    #[case::not_one_to_somebody_else(Scene::on(16).asks("Dan"), None)]
    #[case::not_one_that_has_its_conversation(Scene::on(16).asks("Maria").talks_with("Maria"), None)]
    fn a_conversation_finds_its_ask(#[case] scene: Scene, #[case] ask: Option<&str>) {
        let scene = scene.later_on(19).talks_with("Maria");
        assert_eq!(ask_of_the_last_talk(&scene).as_deref(), ask);
    }

    #[test]
    fn talking_is_an_answer() {
        let scene = Scene::on(16).asks("Maria").later_on(17).talks_with("Maria");
        let ask = scene.campaign.asks.values().next().unwrap();
        assert_eq!((ask.answer, ask.answered_on), (Some(Answer::Accepted), Some(day(17))));
    }

    #[test]
    fn a_chance_talk_leaves_the_ask_open() {
        let scene = Scene::on(16).asks("Maria").debriefs("Maria", |debrief| debrief.ask = AskBehind::Without);
        assert_eq!(ask_of_the_last_talk(&scene), None);
        assert!(scene.campaign.asks.values().all(Ask::is_open));
    }

    #[test]
    fn an_ask_brings_one_conversation() {
        let scene = Scene::on(16).asks("Maria").talks_with("Maria").later_on(17);
        let given = AskBehind::Given(AskId::from_number(1));
        let no = record(scene, |debrief| debrief.ask = given).unwrap_err();
        assert_eq!(no.kind, No::Method);
        assert!(no.hint.contains("halfhour conversation p1 --correct c1"), "{}", no.hint);
    }

    #[test]
    fn an_earlier_talk_for_an_ask_that_has_its_conversation_is_a_second_one() {
        let talked = || Scene::on(9).asks("Maria").later_on(16).talks_with("Maria");
        assert!(record(talked(), |debrief| debrief.held_on = day(12)).is_err());
        assert!(record(talked(), |debrief| (debrief.held_on, debrief.ask) = (day(12), AskBehind::Without)).is_ok());
        assert!(record(talked(), |debrief| debrief.held_on = day(6)).is_ok(), "before the ask it is another talk");
    }

    #[test]
    fn the_same_talk_is_recorded_once_unless_it_is_another() {
        let talked = || Scene::on(16).talks_with("Maria");
        assert_eq!(record(talked(), |_| ()).unwrap_err().kind, No::Method);
        assert!(record(talked(), |debrief| debrief.another = true).is_ok());
        assert!(record(talked().later_on(17), |_| ()).is_ok());
    }
}

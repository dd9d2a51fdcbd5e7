//! Mending a conversation that is recorded already.
//!
//! Serves the conversation. What was named and promised in it moves along when its day changes. It refuses days that
//! have not come and a rung that nobody named can stand on; whom it was with cannot be changed, `undo` is the way.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::conversation::capture_referral::{Named, capture_all};
use crate::conversation::ideas::heard_directions;
use crate::conversation::promise::{Promise, commitments};
use crate::conversation::record::{can_have_happened, each_once, held, led_further, story_told};
use crate::conversation::rung::{Happened, rung};
use crate::conversation::{Commitment, Conversation, Heard, Ladder, Referral, Side};
use crate::day::spoken;
use crate::id::{ConversationId, Ids, StoryId};
use crate::list::written::{fold, prose};
use crate::questions::Question;
use crate::questions::plan::questions_before;

/// What is mended; what is left out stays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConversationEdit {
    /// Another day.
    pub held_on: Option<Date>,
    /// Another rung.
    pub ladder: Option<Ladder>,
    /// What was learned; an empty text takes it away.
    pub learned: Option<String>,
    /// Directions to add; one that is there already gets the new warmth.
    pub directions: Vec<Heard>,
    /// Organizations to add.
    pub organizations: Vec<String>,
    /// People who were named, remembered later.
    pub named: Vec<Named>,
    /// What the seeker promised, remembered later.
    pub promised: Vec<Promise>,
    /// What was promised to the seeker, remembered later.
    pub promised_to_me: Vec<Promise>,
    /// The version of the story that was told.
    pub story: Option<StoryId>,
    /// The words of all questions that led further; none leaves them as they are.
    pub led_further: Option<Vec<String>>,
}

/// Mends a conversation. An edit that says nothing new changes nothing.
///
/// # Errors
/// Refuses an unknown conversation or story, a day that has not come or lies before the ask, a day on which another
/// conversation with them stands, and a rung that nobody named can stand on.
pub fn edit_conversation(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    id: ConversationId,
    edit: &ConversationEdit,
) -> Decision {
    let standing = held(campaign, id)?;
    story_told(campaign, edit.story)?;
    let held_on = edit.held_on.unwrap_or(standing.held_on);
    can_have_been_on(campaign, today, standing, held_on)?;
    let (directions, ideas) = heard_directions(campaign, ids, held_on, &edit.directions);
    let mended = Conversation {
        held_on,
        ladder: mended_rung(campaign, standing, edit)?,
        learned: edit.learned.as_deref().map_or_else(|| standing.learned.clone(), prose),
        directions: with_new_warmth(&standing.directions, directions),
        organizations: each_once(&[standing.organizations.as_slice(), &edit.organizations].concat()),
        story: edit.story.or(standing.story),
        led_further: match &edit.led_further {
            Some(texts) => still_with_kinds(standing, led_further(&questions_before(campaign, today, standing), texts)),
            None => standing.led_further.clone(),
        },
        ..standing.clone()
    };
    let mut changes: Vec<Change> = if mended == *standing { Vec::new() } else { vec![mended.clone().into()] };
    changes.extend(ideas);
    changes.extend(moved_along(campaign, standing, held_on));
    changes.extend(capture_all(campaign, ids, today, &mended, &edit.named)?);
    changes.extend(commitments(ids, &mended, Side::Mine, &edit.promised)?);
    changes.extend(commitments(ids, &mended, Side::Theirs, &edit.promised_to_me)?);
    Ok(changes)
}

fn can_have_been_on(campaign: &Campaign, today: Date, standing: &Conversation, day: Date) -> Result<(), Refusal> {
    if day == standing.held_on {
        return Ok(());
    }
    can_have_happened(day, today)?;
    let asked_on = standing.ask.and_then(|ask| campaign.asks.get(&ask)).map(|ask| ask.asked_on);
    if let Some(asked_on) = asked_on.filter(|asked_on| day < *asked_on) {
        return Err(Refusal::method(
            format!("You only asked on {}.", spoken(asked_on, today)),
            "Choose a day from then on, or mend the day of the ask first.",
        ));
    }
    let there = campaign
        .conversations
        .values()
        .find(|other| other.id != standing.id && other.person == standing.person && other.held_on == day);
    there.map_or(Ok(()), |there| {
        Err(Refusal::method(
            format!("Conversation {} with them stands on that day.", there.id),
            format!("`halfhour conversation {} --correct {}` adds to that one.", there.person, there.id),
        ))
    })
}

/// A rung given anew stands; names that are added lift the one that stood, and never lower it.
fn mended_rung(campaign: &Campaign, standing: &Conversation, edit: &ConversationEdit) -> Result<Ladder, Refusal> {
    let before = campaign.referrals.values().any(|referral| referral.conversation == Some(standing.id));
    let added = Happened { named: !edit.named.is_empty(), ..Happened::default() };
    match edit.ladder {
        Some(given) if given != standing.ladder => {
            rung(Some(given), Happened { named: before || added.named, ..added })
        }
        _ => Ok(standing.ladder.max(rung(None, added)?)),
    }
}

fn with_new_warmth(standing: &[Heard], heard: Vec<Heard>) -> Vec<Heard> {
    let said_anew = |known: &Heard| heard.iter().any(|new| fold(&new.direction) == fold(&known.direction));
    let mut directions: Vec<Heard> = standing.iter().filter(|known| !said_anew(known)).cloned().collect();
    directions.extend(heard);
    directions
}

/// People named, promises made and an ask answered on the old day move to the new one.
fn moved_along(campaign: &Campaign, standing: &Conversation, day: Date) -> Vec<Change> {
    let (id, old) = (Some(standing.id), standing.held_on);
    if day == old {
        return Vec::new();
    }
    let named = campaign.referrals.values().filter(|referral| referral.conversation == id && referral.named_on == old);
    let named = named.map(|referral| Change::from(Referral { named_on: day, ..referral.clone() }));
    let promised = campaign.commitments.values().filter(|promise| promise.conversation == id && promise.made_on == old);
    let promised = promised.map(|promise| Change::from(Commitment { made_on: day, ..promise.clone() }));
    let ask = standing.ask.and_then(|ask| campaign.asks.get(&ask));
    let ask = ask.filter(|ask| ask.answered_on == Some(old) && ask.meeting.is_none());
    let ask = ask.map(|ask| Change::from(crate::ask::Ask { answered_on: Some(day), ..ask.clone() }));
    named.chain(promised).chain(ask).collect()
}

/// Questions that were noted before keep their kind, whatever the plan is now.
fn still_with_kinds(standing: &Conversation, now: Vec<Question>) -> Vec<Question> {
    let before = |question: &Question| standing.led_further.iter().find(|before| before.text == question.text).cloned();
    now.into_iter().map(|question| before(&question).unwrap_or(question)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::Warmth;
    use crate::follow_through::scene::{Scene, day};
    use crate::id::Id;

    fn edited(scene: &Scene, edit: &ConversationEdit) -> Decision {
        edit_conversation(&scene.campaign, &scene.ids, day(scene.today), ConversationId::from_number(1), edit)
    }

    fn on(day_: i32) -> ConversationEdit {
        ConversationEdit { held_on: Some(day(day_)), ..ConversationEdit::default() }
    }

    #[test]
    fn an_edit_that_says_nothing_new_changes_nothing() {
        let scene = Scene::on(16).talks_with("Maria");
        assert_eq!(edited(&scene, &ConversationEdit::default()), Ok(vec![]));
        assert_eq!(edited(&scene, &on(16)), Ok(vec![]));
    }

    #[test]
    fn what_was_said_is_added_and_an_empty_text_takes_it_away() {
        let mut scene = Scene::on(16).talks_with("Maria");
        let warmth = Warmth::Warmer;
        let said = ConversationEdit {
            learned: Some("They train on Mondays".to_owned()),
            directions: vec![Heard { direction: "teaching".to_owned(), warmth }],
            organizations: vec!["Mercy".to_owned()],
            ..ConversationEdit::default()
        };
        scene.campaign.apply(edited(&scene, &said).unwrap());
        let again = ConversationEdit { learned: Some(String::new()), ..said };
        scene.campaign.apply(edited(&scene, &again).unwrap());
        let talk = scene.campaign.conversations.values().next().unwrap();
        assert_eq!((talk.learned.as_deref(), talk.directions.len(), talk.organizations.len()), (None, 1, 1));
    }

    #[test]
    fn what_was_forgotten_is_added() {
        let mut scene = Scene::on(16).talks_with("Maria");
        let dan = Named { name: "Dan".to_owned(), organization: None, introduction: false };
        let outline = Promise { text: "send the outline".to_owned(), due_on: None };
        let added = ConversationEdit { named: vec![dan], promised: vec![outline], ..ConversationEdit::default() };
        scene.campaign.apply(edited(&scene, &added).unwrap());
        let talk = scene.campaign.conversations.values().next().unwrap();
        assert_eq!(talk.ladder, Ladder::NamedSomeone);
        assert!(scene.campaign.referrals.values().all(|referral| referral.conversation == Some(talk.id)));
        assert_eq!((scene.campaign.referrals.len(), scene.campaign.commitments.len()), (1, 1));
    }

    #[test]
    fn names_and_answers_move_along_with_the_day() {
        let mut scene = Scene::on(9).asks("Maria").later_on(16).referred_by("Maria", "Dan");
        scene.campaign.apply(edited(&scene, &on(12)).unwrap());
        assert!(scene.campaign.referrals.values().all(|referral| referral.named_on == day(12)));
        assert!(scene.campaign.asks.values().all(|ask| ask.answered_on == Some(day(12))));
    }

    #[rstest::rstest]
    #[case::a_day_to_come(17)]
    #[case::a_day_before_the_ask(8)]
    #[case::a_day_with_another_talk(13)]
    fn it_cannot_have_been_on(#[case] day: i32) {
        let scene = Scene::on(9).asks("Maria").later_on(12).talks_with("Maria").later_on(13).talks_with("Maria");
        assert!(edited(&scene.later_on(16), &on(day)).is_err());
    }

    #[test]
    fn a_rung_needs_somebody_named() {
        let lifted = ConversationEdit { ladder: Some(Ladder::MadeTheCall), ..ConversationEdit::default() };
        assert!(edited(&Scene::on(16).talks_with("Maria"), &lifted).is_err());
        assert!(edited(&Scene::on(16).referred_by("Maria", "Dan"), &lifted).is_ok());
    }
}

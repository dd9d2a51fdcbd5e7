//! Recording how a conversation went, with or without an ask before it (rows M3, M13, M16).
//!
//! Serves the conversation. It refuses what cannot have happened yet and what was recorded before. It does not judge:
//! a conversation that was not much help is kept like any other.

use jiff::civil::Date;

use crate::ask::{Answer, Ask};
use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::conversation::capture_referral::{Named, capture_all};
use crate::conversation::folded::{folded, phrase};
use crate::conversation::ideas::heard_directions;
use crate::conversation::promise::{Promise, commitments};
use crate::conversation::rung::{Happened, rung};
use crate::conversation::{Conversation, Heard, Ladder, Side};
use crate::day::spoken;
use crate::id::{AskId, ConversationId, Ids, PersonId, StoryId};

/// How a conversation went, as the seeker tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Debrief {
    /// With whom.
    pub person: PersonId,
    /// The day.
    pub held_on: Date,
    /// Which ask led to it.
    pub ask: AskBehind,
    /// It is another conversation with the same person on the same day.
    pub another: bool,
    /// How far it went, in the seeker's word; none lets it follow from the rest.
    pub ladder: Option<Ladder>,
    /// What was learned.
    pub learned: Option<String>,
    /// Directions that became warmer or colder.
    pub directions: Vec<Heard>,
    /// Organizations that were named without a person.
    pub organizations: Vec<String>,
    /// People who were named.
    pub named: Vec<Named>,
    /// What the seeker promised.
    pub promised: Vec<Promise>,
    /// What was promised to the seeker.
    pub promised_to_me: Vec<Promise>,
    /// Which version of the story was told.
    pub story: Option<StoryId>,
}

/// Which ask a conversation belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AskBehind {
    /// The one that waits for it, if there is one: an accepted ask first, else one without an answer.
    #[default]
    Found,
    /// None: they met by chance, or talked of something else.
    Without,
    /// This one.
    Given(AskId),
}

impl Debrief {
    /// A conversation of which nothing else is told.
    pub fn of(person: PersonId, held_on: Date) -> Self {
        Debrief {
            person,
            held_on,
            ask: AskBehind::Found,
            another: false,
            ladder: None,
            learned: None,
            directions: Vec::new(),
            organizations: Vec::new(),
            named: Vec::new(),
            promised: Vec::new(),
            promised_to_me: Vec::new(),
            story: None,
        }
    }
}

/// Records a conversation, and with it the people named, the promises, the ideas, and the answer of an ask that was open.
///
/// # Errors
/// Refuses a day that has not come, a second conversation for one ask, the same conversation twice, a rung that nobody
/// named can stand on, and people, asks and stories that are not there.
pub fn record_conversation(campaign: &Campaign, ids: &Ids, today: Date, debrief: &Debrief) -> Decision {
    on_the_list(campaign, debrief.person)?;
    not_in_the_future(debrief.held_on, today)?;
    not_twice(campaign, today, debrief)?;
    story_told(campaign, debrief.story)?;
    let ask = ask_behind(campaign, today, debrief)?;
    let learned = debrief.learned.as_deref().and_then(phrase);
    let organizations = organizations(debrief);
    let (directions, ideas) = heard_directions(campaign, ids, debrief.held_on, &debrief.directions);
    let happened = Happened {
        listened: learned.is_some()
            || !organizations.is_empty()
            || !directions.is_empty()
            || !debrief.promised_to_me.is_empty(),
        named: !debrief.named.is_empty(),
        introduced: debrief.named.iter().any(|named| named.introduction),
    };
    let conversation = Conversation {
        id: ids.fresh(),
        person: debrief.person,
        ask: ask.map(|ask| ask.id),
        held_on: debrief.held_on,
        ladder: rung(debrief.ladder, happened)?,
        learned,
        directions,
        organizations,
        story: debrief.story,
        thanked_on: None,
    };
    let mut after = ask.and_then(|ask| answered_by_talking(ask, debrief.held_on)).into_iter().collect::<Vec<_>>();
    after.extend(capture_all(campaign, ids, today, &conversation, &debrief.named)?);
    after.extend(ideas);
    after.extend(commitments(ids, &conversation, Side::Mine, &debrief.promised)?);
    after.extend(commitments(ids, &conversation, Side::Theirs, &debrief.promised_to_me)?);
    Ok(std::iter::once(conversation.into()).chain(after).collect())
}

/// An ask that led to a conversation was accepted, whatever stood there before.
fn answered_by_talking(ask: &Ask, held_on: Date) -> Option<Change> {
    let accepted = ask.answer == Some(Answer::Accepted);
    (!accepted).then(|| {
        let answered =
            Ask { answer: Some(Answer::Accepted), answered_on: Some(held_on), until_on: None, ..ask.clone() };
        answered.into()
    })
}

/// The organizations that were named without a person, each once.
fn organizations(debrief: &Debrief) -> Vec<String> {
    let with_a_person: Vec<String> =
        debrief.named.iter().filter_map(|named| named.organization.as_deref()).map(folded).collect();
    each_once(&debrief.organizations).into_iter().filter(|name| !with_a_person.contains(&folded(name))).collect()
}

/// Phrases without empty ones and repetitions.
pub(crate) fn each_once(phrases: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for text in phrases.iter().filter_map(|text| phrase(text)) {
        if !kept.iter().any(|known| folded(known) == folded(&text)) {
            kept.push(text);
        }
    }
    kept
}

/// The ask that the conversation belongs to.
fn ask_behind<'a>(campaign: &'a Campaign, today: Date, debrief: &Debrief) -> Result<Option<&'a Ask>, Refusal> {
    match debrief.ask {
        AskBehind::Without => Ok(None),
        AskBehind::Found => found_ask(campaign, today, debrief),
        AskBehind::Given(id) => given_ask(campaign, today, debrief, id).map(Some),
    }
}

fn given_ask<'a>(campaign: &'a Campaign, today: Date, debrief: &Debrief, id: AskId) -> Result<&'a Ask, Refusal> {
    let ask = campaign.asks.get(&id).filter(|ask| ask.person == debrief.person).ok_or_else(|| {
        let name = campaign.name(debrief.person);
        Refusal::unknown(format!("You have no ask {id} to {name}."), "`halfhour ask log` shows your asks.")
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

fn not_twice(campaign: &Campaign, today: Date, debrief: &Debrief) -> Result<(), Refusal> {
    let same = |earlier: &&Conversation| earlier.person == debrief.person && earlier.held_on == debrief.held_on;
    match campaign.conversations.values().find(same) {
        Some(earlier) if !debrief.another => Err(recorded_before(campaign, today, earlier)),
        _ => Ok(()),
    }
}

fn recorded_before(campaign: &Campaign, today: Date, earlier: &Conversation) -> Refusal {
    let (name, day, id) = (campaign.name(earlier.person), spoken(earlier.held_on, today), earlier.id);
    let message = match earlier.ask {
        Some(_) => format!("The conversation with {name} that this ask led to is recorded already: {id}, on {day}."),
        None => format!("A conversation with {name} on {day} is recorded already: {id}."),
    };
    Refusal::method(
        message,
        format!(
            "`halfhour conversation edit {id}` adds to it, `halfhour undo` takes back your last step. \
             If you talked another time, add `--another` for the same day or `--without-ask` for a different one."
        ),
    )
}

/// The person must be on the list.
pub(crate) fn on_the_list(campaign: &Campaign, person: PersonId) -> Result<(), Refusal> {
    let listed = campaign.people.get(&person).is_some_and(|person| !person.forgotten);
    listed.then_some(()).ok_or_else(|| {
        Refusal::unknown(
            "That person is not on your list.",
            "`halfhour list add NAME` puts them there, `halfhour list` shows everybody.",
        )
    })
}

/// What happened cannot lie ahead.
pub(crate) fn not_in_the_future(day: Date, today: Date) -> Result<(), Refusal> {
    if day <= today {
        return Ok(());
    }
    Err(Refusal::method(
        format!("{} has not come yet.", spoken(day, today)),
        "Record it once you have talked; `--on yesterday` or `--on 2026-11-24` names a day.",
    ))
}

/// A story that was told must have been written.
pub(crate) fn story_told(campaign: &Campaign, story: Option<StoryId>) -> Result<(), Refusal> {
    match story {
        Some(id) if !campaign.stories.contains_key(&id) => Err(Refusal::unknown(
            format!("There is no story {id}."),
            "`halfhour story` shows the versions you have written.",
        )),
        _ => Ok(()),
    }
}

/// The conversation of that id.
pub(crate) fn held(campaign: &Campaign, id: ConversationId) -> Result<&Conversation, Refusal> {
    campaign.conversations.get(&id).ok_or_else(|| {
        Refusal::unknown(
            format!("There is no conversation {id}."),
            "`halfhour conversation list` shows those you have recorded.",
        )
    })
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;

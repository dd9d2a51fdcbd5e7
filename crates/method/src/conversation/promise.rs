//! Promises by either side: made, kept, released, and opened again (row M11).
//!
//! Serves the conversation. It refuses a promise without words and one that was due before it was made.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::conversation::record::{held, on_the_list};
use crate::conversation::{Commitment, CommitmentState, Conversation, Side};
use crate::day::spoken;
use crate::id::{CommitmentId, ConversationId, Ids, PersonId};
use crate::list::written::line;

/// A promise, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// What, as a short phrase: "send the training outline".
    pub text: String,
    /// The day by which, when one was named.
    pub due_on: Option<Date>,
}

/// Keeps a promise that was made today, outside of a conversation or in one that is recorded already; in the latter
/// case it counts as made on that day.
///
/// # Errors
/// Refuses an unknown person or conversation, a promise without words, and a day before it was made.
pub fn add_commitment(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    person: PersonId,
    side: Side,
    promise: &Promise,
    conversation: Option<ConversationId>,
) -> Decision {
    on_the_list(campaign, person)?;
    let conversation = conversation.map(|id| held(campaign, id)).transpose()?;
    if let Some(other) = conversation.filter(|conversation| conversation.person != person) {
        return Err(Refusal::method(
            format!("Conversation {} was with {}.", other.id, campaign.name(other.person)),
            "Leave the conversation out, or name the one with this person.",
        ));
    }
    let made_on = conversation.map_or(today, |conversation| conversation.held_on);
    let made = Made { person, conversation: conversation.map(|conversation| conversation.id), side, made_on };
    Ok(vec![commitment(ids, made, promise)?])
}

/// Says what became of a promise: kept, released, or open again. Saying it twice changes nothing.
///
/// # Errors
/// Refuses a promise that is not there.
pub fn settle_commitment(campaign: &Campaign, today: Date, id: CommitmentId, state: CommitmentState) -> Decision {
    let standing = promised(campaign, id)?;
    if standing.state == state {
        return Ok(Vec::new());
    }
    let settled_on = (state != CommitmentState::Open).then_some(today);
    Ok(vec![Commitment { state, settled_on, ..standing.clone() }.into()])
}

/// Words a promise otherwise, or names another day. It stays made on the day it was made, and kept if it was kept.
///
/// # Errors
/// Refuses a promise that is not there, one without words, and a day before it was made.
pub fn edit_commitment(campaign: &Campaign, id: CommitmentId, promise: &Promise) -> Decision {
    let standing = promised(campaign, id)?;
    let (text, due_on) = worded(promise, standing.made_on)?;
    let edited = Commitment { text, due_on, ..standing.clone() };
    Ok(if edited == *standing { Vec::new() } else { vec![edited.into()] })
}

/// The seeker reminded them of what they offered. Saying it twice changes nothing: the first day stands.
///
/// # Errors
/// Refuses a promise that is not there.
pub fn remind(campaign: &Campaign, today: Date, id: CommitmentId) -> Decision {
    let standing = promised(campaign, id)?;
    let reminded = Commitment { reminded_on: Some(today), ..standing.clone() };
    Ok(if standing.reminded_on.is_some() { Vec::new() } else { vec![reminded.into()] })
}

fn promised(campaign: &Campaign, id: CommitmentId) -> Result<&Commitment, Refusal> {
    campaign.commitments.get(&id).ok_or_else(|| {
        Refusal::unknown(
            format!("There is no promise {id}."),
            "`halfhour list show PERSON` shows the promises between you.",
        )
    })
}

/// The promises of one side in one conversation. Empty lines of a form are passed over.
pub(crate) fn commitments(ids: &Ids, conversation: &Conversation, side: Side, promises: &[Promise]) -> Decision {
    let made =
        Made { person: conversation.person, conversation: Some(conversation.id), side, made_on: conversation.held_on };
    let said = promises.iter().filter(|promise| line(&promise.text).is_some());
    said.map(|promise| commitment(ids, made, promise)).collect()
}

/// The circumstances of a promise.
#[derive(Clone, Copy)]
struct Made {
    person: PersonId,
    conversation: Option<ConversationId>,
    side: Side,
    made_on: Date,
}

fn commitment(ids: &Ids, made: Made, promise: &Promise) -> Result<Change, Refusal> {
    let (text, due_on) = worded(promise, made.made_on)?;
    let commitment = Commitment {
        id: ids.fresh(),
        person: made.person,
        conversation: made.conversation,
        side: made.side,
        text,
        made_on: made.made_on,
        due_on,
        state: CommitmentState::Open,
        settled_on: None,
        reminded_on: None,
    };
    Ok(commitment.into())
}

/// What was promised and by when, fit to be kept.
fn worded(promise: &Promise, made_on: Date) -> Result<(String, Option<Date>), Refusal> {
    let text = line(&promise.text).ok_or_else(|| {
        Refusal::usage("A promise needs a few words.", "Say what was promised, such as \"send the outline\".")
    })?;
    if let Some(due_on) = promise.due_on.filter(|due_on| *due_on < made_on) {
        return Err(Refusal::method(
            format!("{} lies before the day of the promise.", spoken(due_on, made_on)),
            "Give the day by which it is due, or leave it out.",
        ));
    }
    Ok((text, promise.due_on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::list::Person;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 24);

    fn with_a_promise(due_on: Option<Date>) -> Result<(Campaign, CommitmentId), Refusal> {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        let maria: PersonId = ids.fresh();
        campaign.apply([Person::named(maria, "Maria Lopez", TODAY).into()]);
        let promise = Promise { text: "send the outline".to_owned(), due_on };
        campaign.apply(add_commitment(&campaign, &ids, TODAY, maria, Side::Mine, &promise, None)?);
        let id = *campaign.commitments.keys().next().unwrap();
        Ok((campaign, id))
    }

    #[test]
    fn a_promise_is_kept_and_opened_again() {
        let (mut campaign, id) = with_a_promise(None).unwrap();
        campaign.apply(settle_commitment(&campaign, TODAY, id, CommitmentState::Kept).unwrap());
        assert_eq!(campaign.commitments[&id].settled_on, Some(TODAY));
        assert_eq!(settle_commitment(&campaign, TODAY, id, CommitmentState::Kept), Ok(vec![]));
        campaign.apply(settle_commitment(&campaign, TODAY, id, CommitmentState::Open).unwrap());
        assert_eq!(
            (campaign.commitments[&id].state, campaign.commitments[&id].settled_on),
            (CommitmentState::Open, None)
        );
    }

    #[test]
    fn a_promise_is_worded_otherwise_and_stays_the_same_promise() {
        let (mut campaign, id) = with_a_promise(None).unwrap();
        let edit = |text: &str, due_on| Promise { text: text.to_owned(), due_on };
        campaign.apply(edit_commitment(&campaign, id, &edit("send both outlines", Some(TODAY))).unwrap());
        let promise = &campaign.commitments[&id];
        assert_eq!((promise.text.as_str(), promise.due_on), ("send both outlines", Some(TODAY)));
        assert_eq!(edit_commitment(&campaign, id, &edit("send both outlines", Some(TODAY))), Ok(vec![]));
        let refused = |promise| edit_commitment(&campaign, id, &promise).unwrap_err().kind;
        assert_eq!([refused(edit(" ", None)), refused(edit("x", Some(date(2026, 11, 1))))], [No::Usage, No::Method]);
    }

    #[test]
    fn a_promise_is_not_due_before_it_was_made() {
        assert_eq!(with_a_promise(Some(date(2026, 11, 20))).unwrap_err().kind, No::Method);
        assert!(with_a_promise(Some(TODAY)).is_ok());
    }
}

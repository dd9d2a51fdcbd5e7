//! Notes an opportunity: through whom it came, and in which conversation (row M4).

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::conversation::record::held;
use crate::day::spoken;
use crate::id::{ConversationId, Ids, PersonId};
use crate::list::written::{line, prose};
use crate::momentum::{Opportunity, OpportunityState, OpportunityStep};

/// What the seeker tells of a new opportunity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewOpportunity {
    /// What it is.
    pub title: String,
    /// Where.
    pub organization: Option<String>,
    /// The person through whom it came; taken from the conversation when only that is told.
    pub through: Option<PersonId>,
    /// The conversation in which it came up.
    pub conversation: Option<ConversationId>,
    /// How far it is; "heard of" when not told.
    pub state: Option<OpportunityState>,
    /// Since when; today when not told.
    pub on: Option<Date>,
    /// What the seeker wants to remember.
    pub notes: Option<String>,
}

/// Notes an opportunity.
///
/// # Errors
/// When it has no title, its day lies ahead, the person or the conversation is not there, or the conversation was with
/// somebody else than the person through whom it came.
pub fn add_opportunity(campaign: &Campaign, ids: &Ids, today: Date, new: NewOpportunity) -> Decision {
    let title = titled(&new.title)?;
    let on = not_ahead(new.on.unwrap_or(today), today)?;
    let held = known_conversation(campaign, new.conversation)?;
    known_person(campaign, new.through)?;
    if let (Some(through), Some(held)) = (new.through, held.filter(|held| Some(*held) != new.through)) {
        return Err(with_somebody_else(&campaign.name(held), &campaign.name(through)));
    }
    let opportunity = Opportunity {
        id: ids.fresh(),
        title,
        organization: new.organization.as_deref().and_then(line),
        through: new.through.or(held),
        conversation: new.conversation,
        steps: vec![OpportunityStep { state: new.state.unwrap_or(OpportunityState::HeardOf), on }],
        notes: new.notes.as_deref().and_then(prose),
    };
    Ok(vec![opportunity.into()])
}

fn with_somebody_else(held: &str, through: &str) -> Refusal {
    Refusal::method(
        format!("That conversation was with {held}, not with {through}."),
        "Leave out through whom it came, or the conversation.",
    )
}

pub(super) fn titled(title: &str) -> Result<String, Refusal> {
    line(title).ok_or_else(|| {
        Refusal::usage(
            "An opportunity needs a few words that say what it is.",
            "For instance: `halfhour opportunity add \"Training coordinator\"`.",
        )
    })
}

pub(super) fn not_ahead(on: Date, today: Date) -> Result<Date, Refusal> {
    if on <= today {
        return Ok(on);
    }
    Err(Refusal::method(
        format!("{} has not come yet; a step is noted once it happened.", spoken(on, today)),
        "Give a day up to today with `--on`.",
    ))
}

pub(super) fn known_person(campaign: &Campaign, id: Option<PersonId>) -> Result<(), Refusal> {
    let Some(id) = id else { return Ok(()) };
    let person = campaign.people.get(&id).filter(|person| !person.forgotten);
    person.map(|_| ()).ok_or_else(|| {
        Refusal::unknown(format!("Nobody on your list has the id {id}."), "`halfhour list` shows everybody.")
    })
}

/// The person of that conversation.
pub(super) fn known_conversation(campaign: &Campaign, id: Option<ConversationId>) -> Result<Option<PersonId>, Refusal> {
    let Some(id) = id else { return Ok(None) };
    Ok(Some(held(campaign, id)?.person))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Change, Fact, No};
    use crate::conversation::{Conversation, Ladder};
    use crate::id::Id;
    use crate::list::Person;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn scene() -> Campaign {
        let mut campaign = Campaign::default();
        let ana = PersonId::from_number(1);
        let held = Conversation {
            id: ConversationId::from_number(1),
            person: ana,
            ask: None,
            held_on: date(2026, 11, 2),
            ladder: Ladder::MadeTheCall,
            learned: None,
            directions: Vec::new(),
            organizations: Vec::new(),
            story: None,
            thanked_on: None,
            in_touch_on: None,
            led_further: Vec::new(),
        };
        let bo = Person::named(PersonId::from_number(2), "Bo Lind", date(2026, 9, 1));
        campaign.apply([Person::named(ana, "Ana Pereira", date(2026, 9, 1)).into(), bo.into(), held.into()]);
        campaign
    }

    fn coordinator() -> NewOpportunity {
        NewOpportunity { title: " Training\u{7} \n coordinator ".into(), ..NewOpportunity::default() }
    }

    fn in_the_conversation() -> NewOpportunity {
        NewOpportunity { conversation: Some(ConversationId::from_number(1)), ..coordinator() }
    }

    fn added(new: NewOpportunity) -> Opportunity {
        let changes = add_opportunity(&scene(), &Ids::default(), TODAY, new).unwrap();
        match changes.as_slice() {
            [Change::Write(Fact::Opportunity(opportunity))] => opportunity.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn without_more_it_was_heard_of_today() {
        let opportunity = added(coordinator());
        assert_eq!(opportunity.title, "Training coordinator");
        assert_eq!(opportunity.steps, [OpportunityStep { state: OpportunityState::HeardOf, on: TODAY }]);
    }

    #[test]
    fn a_conversation_says_through_whom_it_came() {
        let opportunity = added(in_the_conversation());
        assert_eq!(opportunity.through, Some(PersonId::from_number(1)));
    }

    #[rstest::rstest]
    #[case(NewOpportunity::default(), No::Usage)]
    #[case(NewOpportunity { on: Some(date(2026, 11, 23)), ..coordinator() }, No::Method)]
    #[case(NewOpportunity { through: Some(PersonId::from_number(9)), ..coordinator() }, No::Unknown)]
    #[case(NewOpportunity { conversation: Some(ConversationId::from_number(9)), ..coordinator() }, No::Unknown)]
    #[case(NewOpportunity { through: Some(PersonId::from_number(2)), ..in_the_conversation() }, No::Method)]
    fn what_cannot_be_is_refused(#[case] new: NewOpportunity, #[case] kind: No) {
        let refusal = add_opportunity(&scene(), &Ids::default(), TODAY, new).unwrap_err();
        assert_eq!(refusal.kind, kind, "{refusal}");
    }
}

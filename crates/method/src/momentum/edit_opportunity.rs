//! Corrects what was told of an opportunity, its steps and their days too (row M4).

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::day::spoken;
use crate::id::{ConversationId, OpportunityId, PersonId};
use crate::list::written::{line, prose};
use crate::momentum::add_opportunity::{known_conversation, known_person, not_ahead, titled};
use crate::momentum::step_opportunity::{ends, known};
use crate::momentum::{Opportunity, OpportunityState, OpportunityStep};

/// What to correct. `None` leaves it as it is; `Some(None)` takes it away.
#[derive(Debug, Clone, PartialEq, Default)]
#[expect(missing_docs, reason = "each field is named after the one that it corrects")]
pub struct OpportunityEdit {
    pub title: Option<String>,
    pub organization: Option<Option<String>>,
    pub through: Option<Option<PersonId>>,
    pub conversation: Option<Option<ConversationId>>,
    pub notes: Option<Option<String>>,
    pub steps: Option<Vec<OpportunityStep>>,
}

/// Corrects an opportunity. What already stands so gives no change.
///
/// # Errors
/// When it, the person or the conversation is not there, the title or the steps would be empty, or the steps could not have
/// come one after the other.
pub fn edit_opportunity(campaign: &Campaign, today: Date, id: OpportunityId, edit: OpportunityEdit) -> Decision {
    let stands = known(campaign, id)?;
    known_person(campaign, edit.through.flatten())?;
    known_conversation(campaign, edit.conversation.flatten())?;
    let edited = Opportunity {
        title: edit.title.map_or_else(|| Ok(stands.title.clone()), |title| titled(&title))?,
        organization: edit
            .organization
            .map_or_else(|| stands.organization.clone(), |name| name.as_deref().and_then(line)),
        through: edit.through.unwrap_or(stands.through),
        conversation: edit.conversation.unwrap_or(stands.conversation),
        notes: edit.notes.map_or_else(|| stands.notes.clone(), |text| text.as_deref().and_then(prose)),
        steps: edit.steps.map_or_else(|| Ok(stands.steps.clone()), |steps| in_order(today, steps))?,
        ..stands.clone()
    };
    Ok(if edited == *stands { Vec::new() } else { vec![edited.into()] })
}

/// Moves the last step of that state to another day, or takes it away when no day is given.
///
/// # Errors
/// When there is no such opportunity or step, and as [`edit_opportunity`].
pub fn correct_step(
    campaign: &Campaign,
    today: Date,
    id: OpportunityId,
    state: OpportunityState,
    on: Option<Date>,
) -> Decision {
    let stands = known(campaign, id)?;
    let mut steps = stands.steps.clone();
    let place = steps.iter().rposition(|step| step.state == state).ok_or_else(|| {
        Refusal::method(
            format!("{} is not noted as {state}.", stands.title),
            "`halfhour opportunity` shows the steps of each.",
        )
    })?;
    match on {
        Some(on) => steps[place].on = on,
        None => drop(steps.remove(place)),
    }
    edit_opportunity(campaign, today, id, OpportunityEdit { steps: Some(steps), ..OpportunityEdit::default() })
}

/// The steps by their days, each once; what was heard of comes first, and an end last.
pub(super) fn in_order(today: Date, steps: Vec<OpportunityStep>) -> Result<Vec<OpportunityStep>, Refusal> {
    let mut steps = each_once(steps);
    steps.sort_by_key(|step| step.on);
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else {
        return Err(Refusal::method(
            "An opportunity has at least one step.",
            "If all of it was a slip, take back the step that noted it: `halfhour history`.",
        ));
    };
    not_ahead(last.on, today)?;
    let is_late = |step: &&OpportunityStep| step.state == OpportunityState::HeardOf && step.on > first.on;
    let is_early = |step: &&OpportunityStep| ends(step.state) && step.on < last.on;
    if let Some(heard) = steps.iter().find(is_late) {
        let (heard, first_on) = (spoken(heard.on, today), spoken(first.on, today));
        return Err(Refusal::method(
            format!("You cannot have heard of it on {heard}: {} was on {first_on}.", first.state),
            "Give an earlier day with `--on`, or correct the other one first.",
        ));
    }
    if let Some(end) = steps.iter().find(is_early) {
        return Err(Refusal::method(
            format!("It was still going on {}: {}.", spoken(last.on, today), last.state),
            format!("Give {} that day or a later one with `--on`.", end.state),
        ));
    }
    Ok(steps)
}

/// Equal steps need not stand side by side: the first of them stays where it was.
fn each_once(steps: Vec<OpportunityStep>) -> Vec<OpportunityStep> {
    let mut once: Vec<OpportunityStep> = Vec::with_capacity(steps.len());
    for step in steps {
        if !once.contains(&step) {
            once.push(step);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::id::{Id, Ids};
    use crate::momentum::add_opportunity::{NewOpportunity, add_opportunity};
    use crate::momentum::step_opportunity::step_opportunity;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn scene() -> (Campaign, OpportunityId) {
        let mut campaign = Campaign::default();
        let new = NewOpportunity {
            title: "Training coordinator".into(),
            organization: Some("Riverbend Hospital".into()),
            ..NewOpportunity::default()
        };
        let changes = add_opportunity(&campaign, &Ids::default(), TODAY, new).unwrap();
        campaign.apply(changes);
        (campaign, OpportunityId::from_number(1))
    }

    #[test]
    fn what_is_not_named_stays() {
        let (mut campaign, id) = scene();
        let edit = OpportunityEdit { title: Some("Trainer".into()), ..OpportunityEdit::default() };
        let changes = edit_opportunity(&campaign, TODAY, id, edit).unwrap();
        campaign.apply(changes);
        let stands = &campaign.opportunities[&id];
        assert_eq!((stands.title.as_str(), stands.organization.as_deref()), ("Trainer", Some("Riverbend Hospital")));
    }

    #[test]
    fn what_is_taken_away_goes_and_nothing_new_is_no_change() {
        let (mut campaign, id) = scene();
        let edit = OpportunityEdit { organization: Some(None), ..OpportunityEdit::default() };
        let changes = edit_opportunity(&campaign, TODAY, id, edit.clone()).unwrap();
        campaign.apply(changes);
        assert_eq!(campaign.opportunities[&id].organization, None);
        assert_eq!(edit_opportunity(&campaign, TODAY, id, edit), Ok(Vec::new()));
    }

    #[test]
    fn an_empty_title_and_an_unknown_person_are_refused() {
        let (campaign, id) = scene();
        let empty = OpportunityEdit { title: Some("  ".into()), ..OpportunityEdit::default() };
        assert_eq!(edit_opportunity(&campaign, TODAY, id, empty).unwrap_err().kind, No::Usage);
        let nobody = OpportunityEdit { through: Some(Some(PersonId::from_number(7))), ..OpportunityEdit::default() };
        assert_eq!(edit_opportunity(&campaign, TODAY, id, nobody).unwrap_err().kind, No::Unknown);
    }

    fn step(state: OpportunityState, day: i8) -> OpportunityStep {
        OpportunityStep { state, on: date(2026, 11, day) }
    }

    /// Heard of on the 2nd, applied for on the 9th, gone on the 20th.
    fn gone() -> (Campaign, OpportunityId) {
        use OpportunityState::{Applied, Gone, HeardOf};
        let (mut campaign, id) = scene();
        let steps = vec![step(HeardOf, 2), step(Applied, 9), step(Gone, 20)];
        let edit = OpportunityEdit { steps: Some(steps), ..OpportunityEdit::default() };
        campaign.apply(edit_opportunity(&campaign, TODAY, id, edit).unwrap());
        (campaign, id)
    }

    #[rstest::rstest]
    #[case::another_day(OpportunityState::Applied, Some(5), Ok(vec![2, 5, 20]))]
    #[case::the_first_day(OpportunityState::HeardOf, Some(9), Ok(vec![9, 9, 20]))]
    #[case::taken_away(OpportunityState::Gone, None, Ok(vec![2, 9]))]
    #[case::heard_of_too_late(OpportunityState::HeardOf, Some(10), Err("cannot have heard of it"))]
    #[case::gone_too_early(OpportunityState::Gone, Some(8), Err("still going"))]
    #[case::not_yet(OpportunityState::Gone, Some(23), Err("has not come yet"))]
    #[case::never_noted(OpportunityState::Offer, Some(9), Err("is not noted as offer"))]
    fn a_step_is_corrected(
        #[case] state: OpportunityState,
        #[case] on: Option<i8>,
        #[case] days: Result<Vec<i8>, &str>,
    ) {
        let (mut campaign, id) = gone();
        match (correct_step(&campaign, TODAY, id, state, on.map(|day| date(2026, 11, day))), days) {
            (Ok(changes), Ok(days)) => {
                campaign.apply(changes);
                let stand: Vec<i8> = campaign.opportunities[&id].steps.iter().map(|step| step.on.day()).collect();
                assert_eq!(stand, days);
            }
            (Err(no), Err(says)) => assert!(no.message.contains(says), "{no}"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn equal_steps_stand_once_in_the_order_of_the_first() {
        use OpportunityState::{Interview, Offer};
        let twice = vec![step(Interview, 5), step(Offer, 5), step(Interview, 5), step(Interview, 4)];
        assert_eq!(in_order(TODAY, twice), Ok(vec![step(Interview, 4), step(Interview, 5), step(Offer, 5)]));
    }

    #[test]
    fn one_step_stands_once_and_what_was_heard_of_can_be_told_again() {
        let (mut campaign, id) = gone();
        let twice = vec![step(OpportunityState::Interview, 5), step(OpportunityState::Interview, 5)];
        let edit = OpportunityEdit { steps: Some(twice), ..OpportunityEdit::default() };
        campaign.apply(edit_opportunity(&campaign, TODAY, id, edit).unwrap());
        assert_eq!(campaign.opportunities[&id].steps.len(), 1);
        let heard = step_opportunity(&campaign, TODAY, id, OpportunityState::HeardOf, date(2026, 11, 2)).unwrap();
        campaign.apply(heard);
        assert_eq!(campaign.opportunities[&id].steps[0].state, OpportunityState::HeardOf);
    }

    #[test]
    fn what_was_heard_of_twice_leaves_the_other_steps_to_be_corrected() {
        use OpportunityState::{Applied, HeardOf};
        let (mut campaign, id) = scene();
        let steps = vec![step(HeardOf, 3), step(Applied, 9)];
        let edit = OpportunityEdit { steps: Some(steps), ..OpportunityEdit::default() };
        campaign.apply(edit_opportunity(&campaign, TODAY, id, edit).unwrap());
        campaign.apply(step_opportunity(&campaign, TODAY, id, HeardOf, date(2026, 11, 1)).unwrap());
        campaign.apply(correct_step(&campaign, TODAY, id, Applied, Some(date(2026, 11, 2))).unwrap());
        assert_eq!(campaign.opportunities[&id].steps, [step(HeardOf, 1), step(Applied, 2)]);
    }

    #[test]
    fn the_only_step_stays() {
        let (campaign, id) = scene();
        let no = correct_step(&campaign, TODAY, id, OpportunityState::HeardOf, None).unwrap_err();
        assert!(no.message.contains("at least one step"), "{no}");
    }
}

//! Notes how far an opportunity went: applied, interview, offer, taken, gone (row M17).

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::day::spoken;
use crate::id::OpportunityId;
use crate::momentum::add_opportunity::not_ahead;
use crate::momentum::edit_opportunity::in_order;
use crate::momentum::{Opportunity, OpportunityState, OpportunityStep};

/// Notes a step. Steps may come in any order and be noted late, but none before the day from which on it is known; taken
/// and gone end it. It is heard of once: told again, that step moves to the new day. A step that stands already gives no
/// change.
///
/// # Errors
/// When there is no such opportunity, it has ended, the day lies ahead or before the first step, it would be heard of after
/// another step, or an end would lie before a step.
pub fn step_opportunity(
    campaign: &Campaign,
    today: Date,
    id: OpportunityId,
    state: OpportunityState,
    on: Date,
) -> Decision {
    let opportunity = known(campaign, id)?;
    let on = not_ahead(on, today)?;
    if ends(opportunity.state()) {
        return Err(Refusal::method(
            format!("{} has ended: {}.", opportunity.title, opportunity.state()),
            "If it begins anew, note it again with `halfhour opportunity add TITLE`; if that was a slip, `halfhour undo`.",
        ));
    }
    if let Some(first) = opportunity.steps.first().filter(|first| state != OpportunityState::HeardOf && on < first.on) {
        return Err(Refusal::method(
            format!(
                "{} comes before its first step: {} on {}.",
                spoken(on, today),
                first.state,
                spoken(first.on, today)
            ),
            format!(
                "Give a later day with `--on`, or correct the first one: `halfhour opportunity correct {id} {} --on DAY`.",
                first.state.word()
            ),
        ));
    }
    let last = opportunity.steps.last().filter(|last| ends(state) && on < last.on);
    if let Some(last) = last {
        return Err(Refusal::method(
            format!("It was still going on {}: {}.", spoken(last.on, today), last.state),
            "Give that day or a later one with `--on`.",
        ));
    }
    let step = OpportunityStep { state, on };
    if opportunity.steps.contains(&step) {
        return Ok(Vec::new());
    }
    let mut stepped = opportunity.clone();
    if state == OpportunityState::HeardOf {
        stepped.steps.retain(|step| step.state != OpportunityState::HeardOf);
        stepped.steps.insert(0, step);
        stepped.steps = in_order(today, stepped.steps)?;
    } else {
        stepped.steps.push(step);
        // Stable: of two steps on one day, the one told later is the later one.
        stepped.steps.sort_by_key(|step| step.on);
    }
    Ok(vec![stepped.into()])
}

/// The opportunity with that id.
pub(super) fn known(campaign: &Campaign, id: OpportunityId) -> Result<&Opportunity, Refusal> {
    campaign.opportunities.get(&id).ok_or_else(|| {
        Refusal::unknown(
            format!("There is no opportunity with the id {id}."),
            "`halfhour opportunity` shows them with their ids.",
        )
    })
}

pub(super) fn ends(state: OpportunityState) -> bool {
    matches!(state, OpportunityState::Taken | OpportunityState::Gone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::id::Id;
    use OpportunityState::{Applied, Gone, HeardOf, Interview, Offer, Taken};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn id() -> OpportunityId {
        OpportunityId::from_number(1)
    }

    fn november(day: i8) -> Date {
        date(2026, 11, day)
    }

    /// Plays steps on an opportunity that was heard of on 2 November.
    fn played(steps: &[(OpportunityState, i8)]) -> Result<Campaign, Refusal> {
        let mut campaign = Campaign::default();
        campaign.apply([Opportunity {
            id: id(),
            title: "Training coordinator".into(),
            organization: None,
            through: None,
            conversation: None,
            steps: vec![OpportunityStep { state: HeardOf, on: november(2) }],
            notes: None,
        }
        .into()]);
        for (state, day) in steps {
            let changes = step_opportunity(&campaign, TODAY, id(), *state, november(*day))?;
            campaign.apply(changes);
        }
        Ok(campaign)
    }

    #[rstest::rstest]
    #[case(&[(Applied, 3), (Interview, 10)], Interview)]
    #[case(&[(Offer, 4)], Offer)]
    #[case(&[(Interview, 10), (Applied, 3)], Interview)]
    #[case(&[(Applied, 3), (Gone, 3)], Gone)]
    fn steps_come_in_any_order(#[case] steps: &[(OpportunityState, i8)], #[case] now: OpportunityState) {
        assert_eq!(played(steps).unwrap().opportunities[&id()].state(), now);
    }

    #[rstest::rstest]
    #[case(&[(Taken, 5), (Interview, 10)])]
    #[case(&[(Gone, 5), (Gone, 6)])]
    #[case(&[(Interview, 10), (Gone, 9)])]
    #[case(&[(Applied, 23)])]
    #[case::before_it_was_heard_of(&[(Applied, 1)])]
    #[case::heard_of_after_another_step(&[(Applied, 3), (HeardOf, 4)])]
    fn what_cannot_be_is_refused(#[case] steps: &[(OpportunityState, i8)]) {
        let refusal = played(steps).unwrap_err();
        assert_eq!(refusal.kind, No::Method);
    }

    #[test]
    fn a_step_told_twice_stands_once() {
        let campaign = played(&[(Applied, 3), (Applied, 3)]).unwrap();
        assert_eq!(campaign.opportunities[&id()].steps.len(), 2);
    }

    #[rstest::rstest]
    #[case::earlier(&[(HeardOf, 1)], &[(HeardOf, 1)])]
    #[case::later(&[(HeardOf, 4)], &[(HeardOf, 4)])]
    #[case::on_the_day_of_another_step(&[(Applied, 3), (HeardOf, 3)], &[(HeardOf, 3), (Applied, 3)])]
    #[case::what_came_before_it_can_be_noted_then(
        &[(HeardOf, 1), (Interview, 5), (Applied, 1)], &[(HeardOf, 1), (Applied, 1), (Interview, 5)])]
    fn it_is_heard_of_once(#[case] steps: &[(OpportunityState, i8)], #[case] stand: &[(OpportunityState, i8)]) {
        let campaign = played(steps).unwrap();
        let noted = campaign.opportunities[&id()].steps.iter().map(|step| (step.state, step.on.day()));
        assert_eq!(noted.collect::<Vec<_>>(), stand);
    }

    #[test]
    fn an_unknown_opportunity_is_refused() {
        let refusal = step_opportunity(&Campaign::default(), TODAY, id(), Applied, TODAY).unwrap_err();
        assert_eq!(refusal.kind, No::Unknown);
    }
}

//! Corrects what was told of an opportunity; its steps stay as they are (row M4).

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::id::{ConversationId, OpportunityId, PersonId};
use crate::list::written::{line, prose};
use crate::momentum::Opportunity;
use crate::momentum::add_opportunity::{known_conversation, known_person, titled};
use crate::momentum::step_opportunity::known;

/// What to correct. `None` leaves it as it is; `Some(None)` takes it away.
#[derive(Debug, Clone, PartialEq, Default)]
#[expect(missing_docs, reason = "each field is named after the one that it corrects")]
pub struct OpportunityEdit {
    pub title: Option<String>,
    pub organization: Option<Option<String>>,
    pub through: Option<Option<PersonId>>,
    pub conversation: Option<Option<ConversationId>>,
    pub notes: Option<Option<String>>,
}

/// Corrects an opportunity. What already stands so gives no change.
///
/// # Errors
/// When it, the person or the conversation is not there, or the title would be empty.
pub fn edit_opportunity(campaign: &Campaign, id: OpportunityId, edit: OpportunityEdit) -> Decision {
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
        ..stands.clone()
    };
    Ok(if edited == *stands { Vec::new() } else { vec![edited.into()] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::id::{Id, Ids};
    use crate::momentum::add_opportunity::{NewOpportunity, add_opportunity};
    use jiff::civil::date;

    fn scene() -> (Campaign, OpportunityId) {
        let mut campaign = Campaign::default();
        let new = NewOpportunity {
            title: "Training coordinator".into(),
            organization: Some("Riverbend Hospital".into()),
            ..NewOpportunity::default()
        };
        let changes = add_opportunity(&campaign, &Ids::default(), date(2026, 11, 22), new).unwrap();
        campaign.apply(changes);
        (campaign, OpportunityId::from_number(1))
    }

    #[test]
    fn what_is_not_named_stays() {
        let (mut campaign, id) = scene();
        let edit = OpportunityEdit { title: Some("Trainer".into()), ..OpportunityEdit::default() };
        let changes = edit_opportunity(&campaign, id, edit).unwrap();
        campaign.apply(changes);
        let stands = &campaign.opportunities[&id];
        assert_eq!((stands.title.as_str(), stands.organization.as_deref()), ("Trainer", Some("Riverbend Hospital")));
    }

    #[test]
    fn what_is_taken_away_goes_and_nothing_new_is_no_change() {
        let (mut campaign, id) = scene();
        let edit = OpportunityEdit { organization: Some(None), ..OpportunityEdit::default() };
        let changes = edit_opportunity(&campaign, id, edit.clone()).unwrap();
        campaign.apply(changes);
        assert_eq!(campaign.opportunities[&id].organization, None);
        assert_eq!(edit_opportunity(&campaign, id, edit), Ok(Vec::new()));
    }

    #[test]
    fn an_empty_title_and_an_unknown_person_are_refused() {
        let (campaign, id) = scene();
        let empty = OpportunityEdit { title: Some("  ".into()), ..OpportunityEdit::default() };
        assert_eq!(edit_opportunity(&campaign, id, empty).unwrap_err().kind, No::Usage);
        let nobody = OpportunityEdit { through: Some(Some(PersonId::from_number(7))), ..OpportunityEdit::default() };
        assert_eq!(edit_opportunity(&campaign, id, nobody).unwrap_err().kind, No::Unknown);
    }
}

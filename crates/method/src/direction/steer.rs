//! Saying where the search should go (row M1).
//!
//! Fields, roles, organizations and places are lists in the seeker's words. It refuses to take away what is not there.

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::direction::{Direction, SearchKind};
use crate::list::edit::ListEdit;
use crate::list::written::{self, fold};

/// What to say. Nothing is touched unless it is named here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steering {
    /// The kind of search.
    pub search: Option<SearchKind>,
    /// Fields of work.
    pub fields: ListEdit,
    /// Roles.
    pub roles: ListEdit,
    /// Organizations.
    pub organizations: ListEdit,
    /// Places.
    pub places: ListEdit,
}

/// Says where the search should go. What changes nothing gives no change.
///
/// # Errors
/// When a word is empty, or one that should go is not there.
pub fn steer(campaign: &Campaign, steering: &Steering) -> Decision {
    let stands = &campaign.direction;
    let steered = Direction {
        search: steering.search.or(stands.search),
        fields: words("field", &stands.fields, &steering.fields)?,
        roles: words("role", &stands.roles, &steering.roles)?,
        organizations: words("organization", &stands.organizations, &steering.organizations)?,
        places: words("place", &stands.places, &steering.places)?,
        ..stands.clone()
    };
    Ok(if steered == *stands { Vec::new() } else { vec![steered.into()] })
}

/// The list after the edit; words are compared without case and accents.
fn words(noun: &str, stands: &[String], edit: &ListEdit) -> Result<Vec<String>, Refusal> {
    let mut kept: Vec<String> = Vec::new();
    let typed = edit.set.iter().flatten().chain(&edit.add);
    let stood = stands.iter().filter(|_| edit.set.is_none());
    for word in stood.chain(typed) {
        let word = written::needed(&format!("The {noun}"), word, "Say it in a few words.")?;
        if !kept.iter().any(|one| fold(one) == fold(&word)) {
            kept.push(word);
        }
    }
    for word in &edit.remove {
        let Some(place) = kept.iter().position(|one| fold(one) == fold(word)) else {
            return Err(Refusal::unknown(
                format!("“{}” is no {noun} of your direction.", word.trim()),
                "`halfhour me` shows your direction.",
            ));
        };
        kept.remove(place);
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;

    fn played(steps: &[ListEdit]) -> Vec<String> {
        let mut campaign = Campaign::default();
        for fields in steps {
            let steering = Steering { fields: fields.clone(), ..Steering::default() };
            campaign.apply(steer(&campaign, &steering).unwrap());
        }
        campaign.direction.fields
    }

    #[test]
    fn words_come_once_and_go() {
        let (add, again) = (ListEdit::adding("Patient safety"), ListEdit::adding("patient  SAFETY"));
        let remove = ListEdit { remove: vec!["patient safety".into()], ..ListEdit::default() };
        assert_eq!(played(&[add.clone(), again]), ["Patient safety"]);
        assert!(played(&[add, remove]).is_empty());
    }

    #[test]
    fn a_whole_list_can_be_set() {
        let set = ListEdit { set: Some(vec!["Training".into()]), ..ListEdit::default() };
        assert_eq!(played(&[ListEdit::adding("Safety"), set]), ["Training"]);
    }

    #[test]
    fn what_is_not_there_cannot_go() {
        let remove = ListEdit { remove: vec!["x".into()], ..ListEdit::default() };
        let steering = Steering { roles: remove, ..Steering::default() };
        assert_eq!(steer(&Campaign::default(), &steering).unwrap_err().kind, No::Unknown);
    }

    #[test]
    fn the_kind_of_search_is_said_once() {
        let mut campaign = Campaign::default();
        let steering = Steering { search: Some(SearchKind::ChangeCareers), ..Steering::default() };
        campaign.apply(steer(&campaign, &steering).unwrap());
        assert_eq!(campaign.direction.search, Some(SearchKind::ChangeCareers));
        assert_eq!(steer(&campaign, &steering), Ok(vec![]));
    }
}

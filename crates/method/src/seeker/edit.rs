//! What the seeker tells about themselves: name, one line, addresses, profiles, and whether they are employed.
//!
//! Serves every step that signs, asks or imports. It refuses what is no address and no link.

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::list::edit::ListEdit;
use crate::list::{address, written};
use crate::seeker::Seeker;

/// What to tell. Nothing is touched unless it is named here; an empty text clears.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SeekerEdit {
    /// The name, as they sign.
    pub name: Option<String>,
    /// One line about them.
    pub headline: Option<String>,
    /// E-mail addresses.
    pub addresses: ListEdit,
    /// Links to their own profiles.
    pub links: ListEdit,
    /// Whether they are employed now.
    pub employed_now: Option<bool>,
    /// Where they are employed now. Telling it says that they are.
    pub employer: Option<String>,
}

/// Tells something about the seeker. What changes nothing gives no change.
///
/// # Errors
/// When an address or a link does not look like one, or somebody who is not employed names an employer.
pub fn edit_seeker(campaign: &Campaign, edit: &SeekerEdit) -> Decision {
    let stands = &campaign.seeker;
    let line = |touched: &Option<String>, stood: &Option<String>| match touched {
        Some(text) => written::line(text),
        None => stood.clone(),
    };
    let edited = Seeker {
        name: line(&edit.name, &stands.name),
        headline: line(&edit.headline, &stands.headline),
        addresses: edit.addresses.apply(&stands.addresses, address::needed_email)?,
        links: edit.links.apply(&stands.links, address::needed_link)?,
        ..employed(stands, edit)?
    };
    Ok(if edited == *stands { Vec::new() } else { vec![edited.into()] })
}

fn employed(stands: &Seeker, edit: &SeekerEdit) -> Result<Seeker, Refusal> {
    let named = edit.employer.as_deref().map(written::line);
    if edit.employed_now == Some(false) && named.iter().flatten().next().is_some() {
        return Err(Refusal::usage(
            "You cannot be employed there and not employed at once.",
            "Say either where you work now, or that you are not employed.",
        ));
    }
    let is_named = named.as_ref().is_some_and(Option::is_some);
    let employed_now = if is_named { Some(true) } else { edit.employed_now.or(stands.employed_now) };
    let employer = named.unwrap_or_else(|| stands.employer.clone());
    Ok(Seeker { employed_now, employer: employer.filter(|_| employed_now != Some(false)), ..stands.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;

    fn played(edits: &[SeekerEdit]) -> Campaign {
        let mut campaign = Campaign::default();
        for edit in edits {
            campaign.apply(edit_seeker(&campaign, edit).unwrap());
        }
        campaign
    }

    fn employer(name: &str) -> SeekerEdit {
        SeekerEdit { employer: Some(name.into()), ..SeekerEdit::default() }
    }

    #[test]
    fn a_value_is_set_and_cleared() {
        let named = |name: &str| SeekerEdit { name: Some(name.into()), ..SeekerEdit::default() };
        assert_eq!(played(&[named(" Mia  Lund ")]).seeker.name.as_deref(), Some("Mia Lund"));
        assert_eq!(played(&[named("Mia"), named("")]).seeker.name, None);
        assert_eq!(edit_seeker(&played(&[named("Mia")]), &named("Mia")), Ok(vec![]));
    }

    #[test]
    fn addresses_come_and_go() {
        let add = SeekerEdit { addresses: ListEdit::adding("Mia@X.example"), ..SeekerEdit::default() };
        let remove = ListEdit { remove: vec!["mia@x.EXAMPLE".into()], ..ListEdit::default() };
        let remove = SeekerEdit { addresses: remove, ..SeekerEdit::default() };
        assert_eq!(played(&[add.clone(), add.clone()]).seeker.addresses, ["mia@x.example"]);
        assert!(played(&[add, remove]).seeker.addresses.is_empty());
    }

    #[test]
    fn naming_an_employer_says_that_one_is_employed() {
        let seeker = played(&[employer("Harbor")]).seeker;
        assert_eq!((seeker.employed_now, seeker.employer.as_deref()), (Some(true), Some("Harbor")));
        let left = SeekerEdit { employed_now: Some(false), ..SeekerEdit::default() };
        let seeker = played(&[employer("Harbor"), left]).seeker;
        assert_eq!((seeker.employed_now, seeker.employer), (Some(false), None));
    }

    #[test]
    fn one_cannot_be_employed_and_not() {
        let both = SeekerEdit { employed_now: Some(false), ..employer("Harbor") };
        assert_eq!(edit_seeker(&Campaign::default(), &both).unwrap_err().kind, No::Usage);
    }
}

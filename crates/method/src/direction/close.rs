//! Closing the search, and taking it up again (row M17).
//!
//! Nothing is taken away: a closed search only rests. It refuses to close twice, and names what is still open first.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::day::spoken;
use crate::direction::Direction;
use crate::momentum::still_open::name_first;

/// Closes the search; `anyway` when what is still open was named already.
///
/// # Errors
/// When it is closed already, and while something is still open, unless it shall be closed anyway.
pub fn close_search(campaign: &Campaign, today: Date, anyway: bool) -> Decision {
    if let Some(day) = campaign.direction.closed_on {
        return Err(Refusal::method(
            format!("Your search was closed on {}.", spoken(day, today)),
            "`halfhour closing reopen` takes it up again.",
        ));
    }
    if !anyway {
        name_first(campaign, today, "your search is not closed", "rest")?;
    }
    let closed_on = Some(today);
    Ok(vec![Direction { closed_on, ..campaign.direction.clone() }.into()])
}

/// Takes a closed search up again.
///
/// # Errors
/// When it is open.
pub fn reopen_search(campaign: &Campaign) -> Decision {
    if campaign.direction.closed_on.is_none() {
        return Err(Refusal::method("Your search is open.", "`halfhour today` says what comes next."));
    }
    let closed_on = None;
    Ok(vec![Direction { closed_on, ..campaign.direction.clone() }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::conversation::Ladder::NotMuch;
    use crate::scene::{Scene, TODAY};

    #[test]
    fn a_search_is_closed_once_and_taken_up_again() {
        let mut campaign = Campaign::default();
        assert_eq!(reopen_search(&campaign).unwrap_err().kind, No::Method);
        campaign.apply(close_search(&campaign, TODAY, false).unwrap());
        let refusal = close_search(&campaign, TODAY, false).unwrap_err();
        assert_eq!(refusal.message, "Your search was closed on Sunday 22 November.");
        campaign.apply(reopen_search(&campaign).unwrap());
        assert_eq!(campaign, Campaign::default());
    }

    #[test]
    fn what_is_still_open_is_named_before_it_is_closed() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.met(1, TODAY, NotMuch);
        let refusal = close_search(&scene.campaign, TODAY, false).unwrap_err();
        assert_eq!(refusal.kind, No::Method);
        assert_eq!(
            refusal.message,
            "Something is still open, so your search is not closed yet:\n- Ana Pereira helped you and has not heard yet how \
             the search ended."
        );
        scene.campaign.apply(close_search(&scene.campaign, TODAY, true).unwrap());
        assert_eq!(scene.campaign.direction.closed_on, Some(TODAY));
    }
}

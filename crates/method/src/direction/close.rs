//! Closing the search, and taking it up again (row M17).
//!
//! Nothing is taken away: a closed search only rests. It refuses to close twice.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::day::spoken;
use crate::direction::Direction;

/// Closes the search.
///
/// # Errors
/// When it is closed already.
pub fn close_search(campaign: &Campaign, today: Date) -> Decision {
    if let Some(day) = campaign.direction.closed_on {
        return Err(Refusal::method(
            format!("Your search was closed on {}.", spoken(day, today)),
            "`halfhour closing reopen` takes it up again.",
        ));
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
    use crate::list::scene::TODAY;

    #[test]
    fn a_search_is_closed_once_and_taken_up_again() {
        let mut campaign = Campaign::default();
        assert_eq!(reopen_search(&campaign).unwrap_err().kind, No::Method);
        campaign.apply(close_search(&campaign, TODAY).unwrap());
        let refusal = close_search(&campaign, TODAY).unwrap_err();
        assert_eq!(refusal.message, "Your search was closed on Sunday 22 November.");
        campaign.apply(reopen_search(&campaign).unwrap());
        assert_eq!(campaign, Campaign::default());
    }
}

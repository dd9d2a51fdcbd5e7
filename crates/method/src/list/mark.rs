//! Marking somebody: known and respected, close, set aside, not before a day, released from the quiet search.
//!
//! Serves the first step; the first calls go to those whom the seeker knows and respects (row M5). It refuses nothing that
//! is on the list: how somebody is seen is the seeker's to say.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::id::PersonId;
use crate::list::Person;
use crate::list::standing::standing;

/// Which marks to set (`Some(true)`) and which to take off (`Some(false)`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// Known and respected.
    pub respected: Option<bool>,
    /// Close.
    pub close: Option<bool>,
    /// Never to be suggested.
    pub set_aside: Option<bool>,
    /// Released from the quiet search.
    pub released: Option<bool>,
    /// Not to be suggested before a day; `Some(None)` takes it off.
    pub not_before_on: Option<Option<Date>>,
}

/// Sets and takes off marks. Marks that already stand give no change.
///
/// # Errors
/// When nobody has that id.
pub fn mark_person(campaign: &Campaign, id: PersonId, marks: Marks) -> Decision {
    let stands = standing(campaign, id)?;
    let marked = Person {
        respected: marks.respected.unwrap_or(stands.respected),
        close: marks.close.unwrap_or(stands.close),
        set_aside: marks.set_aside.unwrap_or(stands.set_aside),
        released: marks.released.unwrap_or(stands.released),
        not_before_on: marks.not_before_on.unwrap_or(stands.not_before_on),
        ..stands.clone()
    };
    Ok(if marked == *stands { Vec::new() } else { vec![marked.into()] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::scene::{TODAY, ana, p};

    #[test]
    fn a_mark_is_set_and_taken_off() {
        let mut campaign = ana();
        let before = campaign.clone();
        let on = Marks { respected: Some(true), not_before_on: Some(Some(TODAY)), ..Marks::default() };
        campaign.apply(mark_person(&campaign, p(1), on).unwrap());
        let person = &campaign.people[&p(1)];
        assert!(person.respected && !person.close && person.not_before_on == Some(TODAY));
        assert_eq!(mark_person(&campaign, p(1), on), Ok(vec![]), "it stands already");
        let off = Marks { respected: Some(false), not_before_on: Some(None), ..Marks::default() };
        campaign.apply(mark_person(&campaign, p(1), off).unwrap());
        assert_eq!(campaign, before);
    }
}

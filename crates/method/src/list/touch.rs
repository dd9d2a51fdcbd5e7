//! The last day on which the seeker and each person were in touch.
//!
//! Serves the list. A letter that came in and was never answered makes no tie, and an ask that nobody answered is no touch.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use crate::ask::Answer;
use crate::campaign::Campaign;
use crate::id::PersonId;
use crate::list::Correspondence;

/// Letters between the seeker and one person: those of every address of theirs.
pub type Letters<'a> = BTreeMap<PersonId, Vec<&'a Correspondence>>;

/// Which correspondence belongs to whom. An address that nobody on the list has belongs to nobody.
pub fn letters(campaign: &Campaign) -> Letters<'_> {
    let mut owners: HashMap<&str, Vec<PersonId>> = HashMap::new();
    if !campaign.correspondence.is_empty() {
        for shown in campaign.everybody() {
            for address in shown.emails().into_iter().chain(shown.links()) {
                owners.entry(address).or_default().push(shown.id);
            }
        }
    }
    let mut letters = Letters::new();
    for one in campaign.correspondence.values() {
        for owner in owners.get(one.address.as_str()).into_iter().flatten() {
            letters.entry(*owner).or_default().push(one);
        }
    }
    letters
}

/// The last day of a conversation, an answer or a letter with each person. Who is missing was never in touch.
pub fn last_in_touch(campaign: &Campaign) -> BTreeMap<PersonId, Date> {
    let mut last: BTreeMap<PersonId, Date> = BTreeMap::new();
    let mut touch = |person: PersonId, day: Date| {
        let known = last.entry(person).or_insert(day);
        *known = day.max(*known);
    };
    for held in campaign.conversations.values() {
        touch(held.person, held.held_on);
    }
    for ask in campaign.asks.values() {
        let answered = ask.answer.is_some_and(|answer| answer != Answer::Silent);
        if let Some(day) = ask.answered_on.filter(|_| answered) {
            touch(ask.person, day);
        }
    }
    for (person, letters) in letters(campaign) {
        if letters.iter().any(|one| one.is_a_tie()) {
            let days = letters.iter().filter_map(|one| one.days.keys().next_back());
            for day in days {
                touch(person, *day);
            }
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::CorrespondenceId;
    use crate::id::Id;
    use crate::list::scene::{ana, p};
    use jiff::civil::date;

    fn wrote(sent: u32, received: u32) -> Correspondence {
        Correspondence {
            id: CorrespondenceId::from_number(1),
            importer: "mail".into(),
            address: "ana@harbor.example".into(),
            days: BTreeMap::from([(date(2024, 3, 1), crate::list::Letters { sent, received })]),
        }
    }

    #[test]
    fn a_letter_that_was_answered_is_a_touch() {
        let mut campaign = ana();
        campaign.apply([wrote(1, 1).into()]);
        assert_eq!(last_in_touch(&campaign), BTreeMap::from([(p(1), date(2024, 3, 1))]));
    }

    #[test]
    fn a_letter_that_was_never_answered_is_none() {
        let mut campaign = ana();
        campaign.apply([wrote(0, 5).into()]);
        assert!(last_in_touch(&campaign).is_empty());
    }
}

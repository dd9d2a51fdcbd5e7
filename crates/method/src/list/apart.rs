//! Two entries that look like one person and are two: the seeker says so once, and it is remembered.
//!
//! Serves the first step. Neither an import nor the list of duplicates makes them one afterwards; only the seeker does, by
//! merging them. It refuses to tell somebody apart from themselves.

use std::collections::BTreeSet;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::id::{Ids, PersonId};
use crate::list::Apart;
use crate::list::merge::Becomes;
use crate::list::standing::standing;

/// Remembers that these two are not one person. What is remembered already gives no change.
///
/// # Errors
/// When they are one entry, or one of them is not on the list.
pub fn tell_apart(campaign: &Campaign, ids: &Ids, a: PersonId, b: PersonId) -> Decision {
    standing(campaign, a)?;
    standing(campaign, b)?;
    if a == b {
        let name = campaign.name(a);
        return Err(Refusal::method(
            format!("{name} ({a}) is one entry and cannot be told apart from themselves."),
            format!("If files mix two people in it, `halfhour list show {a}` lists the rows that can be split off."),
        ));
    }
    let known = are_apart(campaign, a, b);
    Ok(if known { Vec::new() } else { vec![Apart::of(ids.fresh(), a, b).into()] })
}

/// Whether the seeker said that these two are not one person.
pub fn are_apart(campaign: &Campaign, a: PersonId, b: PersonId) -> bool {
    campaign.aparts.values().any(|apart| apart.is_about(a, b))
}

/// What becomes of such words when people are made one: they follow, and those about the two who are one now are taken
/// away.
pub(crate) fn following(campaign: &Campaign, becomes: &Becomes, changes: &mut Vec<Change>) {
    let now = |id: PersonId| becomes.get(&id).copied().unwrap_or(id);
    let moves = |apart: &Apart| becomes.contains_key(&apart.a) || becomes.contains_key(&apart.b);
    let stays = campaign.aparts.values().filter(|apart| !moves(apart));
    let mut said: BTreeSet<(PersonId, PersonId)> = stays.map(|apart| (apart.a, apart.b)).collect();
    for apart in campaign.aparts.values().filter(|apart| moves(apart)) {
        let next = Apart::of(apart.id, now(apart.a), now(apart.b));
        let stands = next.a != next.b && said.insert((next.a, next.b));
        changes.push(if stands { next.into() } else { Change::Remove(apart.id.into()) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::list::merge::merge_people;
    use crate::list::scene::{ids_after, p, people};
    use rstest::rstest;

    fn told(pairs: &[(u64, u64)]) -> Campaign {
        let mut campaign = people(&["Kim Lee", "Kim Lee", "Kim Lee"]);
        for (a, b) in pairs {
            let changes = tell_apart(&campaign, &ids_after(&campaign), p(*a), p(*b)).unwrap();
            campaign.apply(changes);
        }
        campaign
    }

    fn said(campaign: &Campaign) -> Vec<(PersonId, PersonId)> {
        campaign.aparts.values().map(|apart| (apart.a, apart.b)).collect()
    }

    #[test]
    fn it_is_said_once_whoever_comes_first() {
        assert_eq!(said(&told(&[(2, 1), (1, 2)])), [(p(1), p(2))]);
    }

    #[test]
    fn merging_takes_it_back_and_carries_the_rest_along() {
        let mut campaign = told(&[(1, 2), (2, 3), (1, 3)]);
        campaign.apply(merge_people(&campaign, p(1), p(2)).unwrap());
        assert_eq!(said(&campaign), [(p(1), p(3))]);
    }

    #[rstest]
    #[case::themselves(1, 1, No::Method)]
    #[case::nobody(1, 9, No::Unknown)]
    fn what_cannot_be_told_apart_is_refused(#[case] a: u64, #[case] b: u64, #[case] kind: No) {
        let campaign = told(&[]);
        assert_eq!(tell_apart(&campaign, &ids_after(&campaign), p(a), p(b)).unwrap_err().kind, kind);
    }
}

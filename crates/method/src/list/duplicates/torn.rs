//! Which proofs hold where an entry is proven to be one with two others who are surely not one.
//!
//! Serves the import and the list of duplicates. Where two in one web of proofs are surely not one, everybody in it goes
//! with whichever of the two is fewer steps away, and who is as near to the one as to the other goes with neither. It looks
//! at the whole web at once, and so refuses to care who came first.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A proof that two entries are one person, by their places, the smaller first.
pub type Proof = (usize, usize);

/// In a larger web than this nothing is torn: what so many share is nobody's own.
const CROWD: usize = 64;

/// A proof between these two.
pub fn proof(one: usize, other: usize) -> Proof {
    (one.min(other), one.max(other))
}

/// The proofs that join nobody, because they lead from somebody to who surely is another.
pub fn torn(proofs: &BTreeSet<Proof>, is_denied: impl Fn(usize, usize) -> bool) -> BTreeSet<Proof> {
    let near = neighbours(proofs.iter().copied());
    let mut webs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, first) in webs_of(&near) {
        webs.entry(first).or_default().push(place);
    }
    let mut torn = BTreeSet::new();
    for web in webs.values().filter(|web| (3..=CROWD).contains(&web.len())) {
        let denied =
            web.iter().enumerate().flat_map(|(nth, one)| web[nth + 1..].iter().map(move |other| (*one, *other)));
        let denied: Vec<Proof> = denied.filter(|(one, other)| is_denied(*one, *other)).collect();
        for (one, other) in denied {
            let (from_one, from_other) = (steps(&near, one), steps(&near, other));
            let side = |place: &usize| from_one.get(place).cmp(&from_other.get(place));
            let all = web.iter().flat_map(|place| near[place].iter().map(|next| proof(*place, *next)));
            torn.extend(all.filter(|(a, b)| side(a) != side(b)));
        }
    }
    torn
}

/// For everybody in these proofs, the first of all whom they are one with.
pub fn webs(proofs: impl Iterator<Item = Proof>) -> BTreeMap<usize, usize> {
    webs_of(&neighbours(proofs))
}

type Neighbours = BTreeMap<usize, Vec<usize>>;

fn neighbours(proofs: impl Iterator<Item = Proof>) -> Neighbours {
    let mut near = Neighbours::new();
    for (one, other) in proofs {
        near.entry(one).or_default().push(other);
        near.entry(other).or_default().push(one);
    }
    near
}

fn webs_of(near: &Neighbours) -> BTreeMap<usize, usize> {
    let mut webs = BTreeMap::new();
    for first in near.keys() {
        if !webs.contains_key(first) {
            webs.extend(steps(near, *first).into_keys().map(|place| (place, *first)));
        }
    }
    webs
}

/// How many proofs lie between this one and everybody in the same web.
fn steps(near: &Neighbours, from: usize) -> BTreeMap<usize, usize> {
    let mut steps = BTreeMap::from([(from, 0)]);
    let mut next = VecDeque::from([(from, 0)]);
    while let Some((place, far)) = next.pop_front() {
        for other in near.get(&place).into_iter().flatten() {
            steps.entry(*other).or_insert_with(|| {
                next.push_back((*other, far + 1));
                far + 1
            });
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case::nobody_is_denied(&[(1, 2), (2, 3)], &[], &[])]
    #[case::one_between_two_goes_with_neither(&[(1, 2), (2, 3)], &[(1, 3)], &[(1, 2), (2, 3)])]
    #[case::two_between_two_go_with_the_nearer(&[(1, 2), (2, 3), (3, 4)], &[(1, 4)], &[(2, 3)])]
    #[case::who_is_one_of_three_stays_with_the_others(
        &[(1, 2), (1, 3), (2, 3), (1, 4), (2, 4), (3, 4), (4, 5)], &[(1, 5), (2, 5), (3, 5)], &[(1, 4), (2, 4), (3, 4), (4, 5)]
    )]
    #[case::two_between_two_stay_together(
        &[(1, 2), (1, 3), (2, 3), (2, 4), (3, 4)], &[(1, 4)], &[(1, 2), (1, 3), (2, 4), (3, 4)]
    )]
    #[case::another_web_is_left_alone(&[(1, 2), (2, 3), (5, 6), (6, 7)], &[(1, 3)], &[(1, 2), (2, 3)])]
    fn what_is_torn(#[case] proofs: &[Proof], #[case] denied: &[Proof], #[case] expected: &[Proof]) {
        let found = torn(&proofs.iter().copied().collect(), |one, other| denied.contains(&proof(one, other)));
        assert_eq!(found.into_iter().collect::<Vec<_>>(), expected);
    }

    proptest! {
        #[test]
        fn nobody_is_one_with_who_surely_is_another(
            proofs in prop::collection::btree_set((0..9_usize, 0..9_usize), 0..20),
            denied in prop::collection::btree_set((0..9_usize, 0..9_usize), 0..6),
        ) {
            let pairs = |some: BTreeSet<Proof>| some.into_iter().filter(|(a, b)| a != b).map(|(a, b)| proof(a, b));
            let denied: BTreeSet<Proof> = pairs(denied).collect();
            let proofs: BTreeSet<Proof> = pairs(proofs).filter(|pair| !denied.contains(pair)).collect();
            let torn = torn(&proofs, |one, other| denied.contains(&proof(one, other)));
            let webs = webs(proofs.difference(&torn).copied());
            for (one, other) in denied {
                prop_assert!(webs.get(&one).is_none_or(|web| webs.get(&other) != Some(web)));
            }
        }
    }
}

//! The ways of the compact graph against those of a plain Dijkstra, and how different three of them are.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::*;

/// Numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit)).unwrap()
    }
}

/// What a plain Dijkstra says the cheapest way of at most so many nodes costs.
fn dijkstra(arcs: &[Arc], search: &Search) -> Option<u32> {
    let mut out: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
    for (from, to, cost) in arcs {
        out.entry(*from).or_default().push((*to, *cost));
    }
    let mut ends: BTreeMap<u32, u32> = BTreeMap::new();
    for (node, cost) in &search.ends {
        let cheapest = ends.entry(*node).or_insert(*cost);
        *cheapest = (*cheapest).min(*cost);
    }
    let begins =
        (0_u32..).zip(&search.begins).filter_map(|(node, cost)| Some(Reverse(((*cost)?, 1_usize, node, false))));
    let mut open: BinaryHeap<_> = begins.collect();
    let mut settled = BTreeSet::new();
    while let Some(Reverse((cost, nodes, node, arrived))) = open.pop() {
        if arrived {
            return Some(cost);
        }
        if nodes > search.longest || !settled.insert((node, nodes)) {
            continue;
        }
        open.extend(ends.get(&node).map(|end| Reverse((cost + end, nodes, node, true))));
        let on = out.get(&node).into_iter().flatten();
        open.extend(on.map(|(to, step)| Reverse((cost + step, nodes + 1, *to, false))));
    }
    None
}

/// A few dozen people, some of them with many acquaintances, some with none.
fn anything(chance: &mut Chance, nodes: u32) -> (Vec<Arc>, Search) {
    let arcs = (0..nodes * (1 + chance.below(5)))
        .map(|_| {
            let hub = chance.below(3) == 0;
            let from = chance.below(if hub { 1 + nodes / 8 } else { nodes });
            (from, chance.below(nodes), 1 + chance.below(3_000_000))
        })
        .collect();
    let begins = (0..nodes).map(|_| (chance.below(4) == 0).then(|| chance.below(3_000_000))).collect();
    let ends = vec![(chance.below(nodes), 0), (chance.below(nodes), chance.below(700_000))];
    (arcs, Search { begins, ends, longest: 4, ..Search::default() })
}

fn whole(arcs: &[Arc], search: &Search, found: &Found) -> Option<u32> {
    let step = |from: u32, to: u32| arcs.iter().filter(|arc| (arc.0, arc.1) == (from, to)).map(|arc| arc.2).min();
    let end = search.ends.iter().filter(|(node, _)| Some(node) == found.nodes.last()).map(|(_, cost)| *cost).min()?;
    let steps: Option<u32> = found.nodes.windows(2).map(|two| step(two[0], two[1])).sum();
    Some(search.begins[found.nodes[0] as usize]? + steps? + end)
}

#[test]
fn a_thousand_times_the_way_costs_what_a_plain_dijkstra_says() {
    let (mut chance, mut found) = (Chance(7), 0);
    for case in 0..1_000 {
        let nodes = 2 + chance.below(60);
        let (arcs, mut search) = anything(&mut chance, nodes);
        // Of every four one without a limit that could be felt.
        search.longest = if case % 4 == 0 { nodes as usize } else { 1 + case % 4 };
        let way = best(&Graph::of(nodes as usize, &arcs), &search, &vec![false; nodes as usize]);
        assert_eq!(way.as_ref().map(|way| way.cost), dijkstra(&arcs, &search), "case {case}");
        if let Some(way) = way {
            found += 1;
            assert!(way.nodes.len() <= search.longest);
            assert_eq!(whole(&arcs, &search, &way), Some(way.cost), "case {case}: {way:?}");
        }
    }
    assert!(found > 500, "most of them have a way: {found}");
}

#[test]
fn several_ways_share_nobody_and_each_is_the_cheapest_that_is_left() {
    let mut chance = Chance(11);
    for _ in 0..200 {
        let nodes = 10 + chance.below(40);
        let (mut arcs, search) = anything(&mut chance, nodes);
        let found = ways(&Graph::of(nodes as usize, &arcs), &search, 3);
        let mut seen = BTreeSet::new();
        for way in &found {
            assert_eq!(Some(way.cost), dijkstra(&arcs, &search_without(&search, &seen)));
            assert!(way.nodes.iter().all(|node| seen.insert(*node)), "{found:?}");
            arcs.retain(|arc| !seen.contains(&arc.0) && !seen.contains(&arc.1));
        }
    }
}

fn search_without(search: &Search, seen: &BTreeSet<u32>) -> Search {
    let mut left = search.clone();
    for node in seen {
        left.begins[*node as usize] = None;
    }
    left.ends.retain(|(node, _)| !seen.contains(node));
    left
}

#[test]
fn the_one_who_is_sought_stands_at_the_end_of_each_way() {
    let arcs = [(0, 2, 10), (1, 2, 20)];
    let search = Search {
        begins: vec![Some(1), Some(1), Some(100)],
        ends: vec![(2, 0)],
        longest: 4,
        shared: vec![2],
        ..Search::default()
    };
    let nodes: Vec<_> = ways(&Graph::of(3, &arcs), &search, 3).into_iter().map(|way| way.nodes).collect();
    assert_eq!(nodes, [vec![0, 2], vec![1, 2], vec![2]]);
}

#[test]
fn of_two_ways_that_cost_the_same_the_shorter_one_comes() {
    let arcs = [(0, 1, 5), (1, 2, 5), (0, 2, 10)];
    let search = Search {
        begins: vec![Some(0), None, None],
        ends: vec![(2, 0)],
        longest: 4,
        shared: vec![2],
        ..Search::default()
    };
    assert_eq!(ways(&Graph::of(3, &arcs), &search, 1)[0].nodes, [0, 2]);
}

#[test]
fn a_few_steps_beside_the_graph_count_as_if_they_were_in_it() {
    let mut chance = Chance(13);
    for case in 0..300 {
        let nodes = 2 + chance.below(60);
        let (arcs, mut search) = anything(&mut chance, nodes);
        let whole = ways(&Graph::of(nodes as usize, &arcs), &search, 1);
        let (most, few) = arcs.split_at(arcs.len() * 3 / 4);
        search.also = few.to_vec();
        search.also.sort_by_key(|(_, to, _)| *to);
        let split = ways(&Graph::of(nodes as usize, most), &search, 1);
        let costs = |found: &[Found]| found.iter().map(|way| way.cost).collect::<Vec<_>>();
        assert_eq!(costs(&split), costs(&whole), "case {case}");
    }
}

#[test]
fn a_closed_node_stands_on_no_way() {
    let arcs = [(0, 1, 1), (1, 2, 1), (0, 3, 5), (3, 2, 5)];
    let closed = vec![false, true];
    let search =
        Search { begins: vec![Some(0), None, None, None], ends: vec![(2, 0)], longest: 4, closed, ..Search::default() };
    assert_eq!(ways(&Graph::of(4, &arcs), &search, 1)[0].nodes, [0, 3, 2]);
}

#[test]
fn to_whoever_was_met_no_way_comes_from_another() {
    let arcs = [(0, 1, 1), (1, 2, 1), (0, 2, 50)];
    let only_first = vec![false, true, false];
    let search = Search {
        begins: vec![Some(0), Some(10), None],
        ends: vec![(2, 0)],
        longest: 4,
        shared: vec![2],
        only_first,
        ..Search::default()
    };
    let nodes: Vec<_> = ways(&Graph::of(3, &arcs), &search, 3).into_iter().map(|way| way.nodes).collect();
    assert_eq!(nodes, [vec![1, 2], vec![0, 2]]);
}

#[rstest::rstest]
#[case::sure(1.0, Some(0))]
#[case::half(0.5, Some(693_147))]
#[case::never(0.0, None)]
#[case::below(-1.0, None)]
#[case::no_number(f64::NAN, None)]
fn a_step_costs_what_it_leaves_to_chance(#[case] probability: f64, #[case] expected: Option<u32>) {
    assert_eq!(cost(probability), expected);
}

#[test]
fn nobody_leads_nowhere() {
    assert_eq!(ways(&Graph::of(0, &[(0, 1, 1)]), &Search::default(), 3), []);
    assert_eq!(ways(&Graph::default(), &Search { longest: 4, ..Search::default() }, 3), []);
}

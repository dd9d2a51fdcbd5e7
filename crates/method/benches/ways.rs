//! How long the best three ways to somebody take: `cargo bench -p method --bench ways`.
//!
//! Villages of some dozen people who know each other, and one acquaintance in five that leads out of them; the seeker
//! knows every twentieth person. The baseline of the same run is a plain Dijkstra over a table of neighbours, which finds
//! one way only.

#![expect(clippy::expect_used, reason = "a measurement that cannot be set up has nothing to measure")]

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::hint::black_box;
use std::sync::OnceLock;

use divan::Bencher;
use jiff::civil::{Date, date};
use method::campaign::Campaign;
use method::id::{AcquaintanceId, Id, PersonId};
use method::list::path::circle::Circle;
use method::list::path::graph::{Arc, Graph, Search, cost, ways};
use method::list::path::{Target, path_in};
use method::list::{Acquaintance, Person};

const TODAY: Date = date(2026, 11, 23);

/// People, and ten acquaintances for each.
const SIZES: [u32; 4] = [2_000, 20_000, 60_000, 200_000];

/// How many people are sought, one after the other, so that no single one decides the figure.
const SOUGHT: usize = 16;

fn main() {
    divan::main();
}

/// Numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit)).expect("below a number that fits")
    }
}

/// Who knows whom, each pair once, with the weight in hundredths.
fn pairs(people: u32) -> Vec<(u32, u32, u32)> {
    const VILLAGE: u32 = 40;
    let mut chance = Chance(u64::from(people));
    let mut pair = |number: u32| {
        let one = number % people;
        let near = (one / VILLAGE * VILLAGE + chance.below(VILLAGE)).min(people - 1);
        let other = if chance.below(5) == 0 { chance.below(people) } else { near };
        (one, other, 20 + chance.below(700))
    };
    (0..people * 10).map(&mut pair).collect()
}

/// What is searched, and who is sought.
struct Made {
    graph: Graph,
    neighbours: HashMap<u32, Vec<(u32, u32)>>,
    begins: Vec<Option<u32>>,
    sought: Vec<u32>,
}

fn made(people: u32) -> &'static Made {
    static MADE: [OnceLock<Made>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
    let place = SIZES.iter().position(|size| *size == people).expect("one of the sizes");
    MADE[place].get_or_init(|| {
        let step = |weight: u32| cost(0.7 * f64::from(weight) / f64::from(weight + 100)).expect("above nothing");
        let pairs = pairs(people);
        let both = pairs.iter().flat_map(|(a, b, weight)| [(*a, *b, step(*weight)), (*b, *a, step(*weight))]);
        let arcs: Vec<Arc> = both.collect();
        let mut neighbours: HashMap<u32, Vec<(u32, u32)>> = HashMap::new();
        for (from, to, cost) in &arcs {
            neighbours.entry(*from).or_default().push((*to, *cost));
        }
        let mut chance = Chance(3);
        let known = |chance: &mut Chance| cost(0.05 + f64::from(chance.below(60)) / 100.0);
        let begins: Vec<Option<u32>> =
            (0..people).map(|one| (one % 20 == 0).then(|| known(&mut chance)).flatten()).collect();
        let sought = (0..SOUGHT).map(|_| chance.below(people / 20) * 20 + 7).collect();
        Made { graph: Graph::of(people as usize, &arcs), neighbours, begins, sought }
    })
}

#[divan::bench(args = SIZES)]
fn the_best_three_ways(bencher: Bencher<'_, '_>, people: u32) {
    let made = made(people);
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        let sought = made.sought[turn % SOUGHT];
        let search = Search {
            begins: made.begins.clone(),
            ends: vec![(sought, 0)],
            longest: 4,
            shared: vec![sought],
            ..Search::default()
        };
        black_box(ways(&made.graph, &search, 3))
    });
}

#[divan::bench(args = SIZES, max_time = 5)]
fn baseline_one_way_by_a_plain_dijkstra(bencher: Bencher<'_, '_>, people: u32) {
    let made = made(people);
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        black_box(dijkstra(made, made.sought[turn % SOUGHT]))
    });
}

fn dijkstra(made: &Made, sought: u32) -> Option<u32> {
    let mut best: HashMap<u32, u32> = HashMap::new();
    let begins = (0..).zip(&made.begins).filter_map(|(node, cost)| Some(Reverse(((*cost)?, node))));
    let mut open: BinaryHeap<Reverse<(u32, u32)>> = begins.collect();
    while let Some(Reverse((cost, node))) = open.pop() {
        if node == sought {
            return Some(cost);
        }
        if best.get(&node).is_some_and(|known| *known <= cost) {
            continue;
        }
        best.insert(node, cost);
        for (to, step) in made.neighbours.get(&node).into_iter().flatten() {
            if best.get(to).is_none_or(|known| *known > cost + step) {
                open.push(Reverse((cost + step, *to)));
            }
        }
    }
    None
}

/// A campaign with the same people and acquaintances, and its circle.
fn campaign(people: u32) -> &'static (Campaign, Circle) {
    static MADE: OnceLock<(Campaign, Circle)> = OnceLock::new();
    MADE.get_or_init(|| {
        let mut campaign = Campaign::default();
        let address = |number: u32| format!("p{number}@example.com");
        for number in 0..people {
            let id = PersonId::from_number(u64::from(number) + 1);
            let mut person = Person::named(id, format!("Person {number}"), TODAY);
            person.emails = vec![address(number)];
            person.respected = number % 20 == 0;
            campaign.people.insert(id, person);
        }
        for (place, (a, b, weight)) in (1..).zip(pairs(people)) {
            let id = AcquaintanceId::from_number(place);
            let years = vec![(2026, weight * Acquaintance::WHOLE / 100)];
            let (a, b) = (address(a.min(b)), address(a.max(b)));
            let pair = Acquaintance { id, importer: "mail".into(), a, b, years, last_on: TODAY };
            campaign.acquaintances.insert(id, pair);
        }
        let circle = Circle::of(&campaign, TODAY);
        (campaign, circle)
    })
}

/// From the campaign in memory to the words, with the circle made before.
#[divan::bench]
fn the_whole_answer_for_20_000_people(bencher: Bencher<'_, '_>) {
    let (campaign, circle) = campaign(20_000);
    let target = Target::Person(PersonId::from_number(4_008));
    bencher.bench(|| black_box(path_in(campaign, circle, TODAY, &target)));
}

#[divan::bench]
fn the_circle_of_20_000_people(bencher: Bencher<'_, '_>) {
    let (campaign, _) = campaign(20_000);
    bencher.bench(|| black_box(Circle::of(campaign, TODAY)));
}

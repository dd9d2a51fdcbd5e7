//! Whether the slate finds sooner whoever makes the call: many invented searches in many invented worlds.
//! `cargo xtask simulate`.
//!
//! A world is a table of figures ([`world::FIGURES`]), a seeker is a real campaign, and our policy is the slate of the
//! program itself. It prints a table and refuses to prove anything about people: it shows what follows from the figures.

#![expect(clippy::print_stdout, clippy::disallowed_macros, reason = "a measurement prints")]

mod chance;
mod list;
mod measure;
mod policy;
mod search;
mod world;

use measure::{Spread, of};
use policy::Policy;
use world::{World, worlds};

/// Invented seekers in each world. The same seekers meet every world and every policy.
const SEEKERS: u64 = 600;

fn main() {
    println!("| world | {} | ours by the best simple one |", Policy::ALL.map(Policy::name).join(" | "));
    println!("|---|{}---|", "---|".repeat(Policy::ALL.len()));
    let rows: Vec<(World, Vec<Spread>)> = worlds().into_iter().map(told).collect();
    let means: Vec<Spread> = (0..Policy::ALL.len()).map(|place| over_worlds(&rows, place)).collect();
    let cells: Vec<String> = means.iter().map(|spread| format!("{:.1}", spread.mean)).collect();
    println!("| **mean over worlds** | {} | {:.2} |", cells.join(" | "), by_the_best_simple(&means));
    let worst = rows.iter().max_by(|one, other| by_the_best_simple(&one.1).total_cmp(&by_the_best_simple(&other.1)));
    if let Some((world, spreads)) = worst {
        println!("\nOurs is worst beside a simple policy in “{}”: {:.2}.", world.name, by_the_best_simple(spreads));
    }
}

/// Each world is printed as soon as it is done: all of them take minutes.
fn told(world: World) -> (World, Vec<Spread>) {
    let spreads = row(&world);
    let cells: Vec<String> = spreads.iter().map(ToString::to_string).collect();
    println!("| {} | {} | {:.2} |", world.name, cells.join(" | "), by_the_best_simple(&spreads));
    (world, spreads)
}

/// How many conversations each policy needed in that world.
fn row(world: &World) -> Vec<Spread> {
    let needed = |policy| (0..SEEKERS).map(|seed| search::conversations(world, policy, seed)).collect::<Vec<f64>>();
    Policy::ALL.map(|policy| of(&needed(policy))).to_vec()
}

/// Ours, which stands last, by the best of the others.
fn by_the_best_simple(spreads: &[Spread]) -> f64 {
    let Some((ours, simple)) = spreads.split_last() else { return f64::NAN };
    ours.mean / simple.iter().map(|spread| spread.mean).fold(f64::INFINITY, f64::min)
}

fn over_worlds(rows: &[(World, Vec<Spread>)], place: usize) -> Spread {
    of(&rows.iter().filter_map(|(_, spreads)| Some(spreads.get(place)?.mean)).collect::<Vec<f64>>())
}

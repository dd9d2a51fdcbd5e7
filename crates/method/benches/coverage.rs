//! How often the ranges that momentum shows hold what they should, and how often its claim is false.
//!
//! It serves M16. `cargo xtask bench coverage` plays invented searches of which the truth is known, asks momentum about
//! each, and counts. In the worlds that the stated priors describe, an 80% interval must hold the truth between 75 and 85
//! times of a hundred; the other worlds are shown without a bar. Everything is drawn from fixed seeds.
#![expect(clippy::print_stdout, clippy::disallowed_macros, reason = "a bench talks to whoever started it")]

#[path = "coverage/world.rs"]
mod world;

use jiff::civil::Date;
use method::campaign::Campaign;
use method::list::so_far::SoFar;
use method::momentum::chance::Chance;
use method::momentum::claim_only_what_is_nearly_sure::{Claim, claim};
use method::momentum::gauge::momentum;
use method::momentum::lineage::Lineage;
use world::{Kind, World, search, today};

const SEARCHES: u32 = 2000;

fn main() {
    println!("80% intervals, {SEARCHES} searches each: how many hold the truth, in percent\n");
    println!("| world | conversations | people named | who talk with you |\n|---|---|---|---|");
    for kind in Kind::ALL {
        for conversations in [8, 20, 60] {
            let [named, held] = covered(kind, conversations);
            println!("| {} | {conversations} | {named:.1} | {held:.1} |", kind.in_words());
        }
    }
    println!("\n| the next call, looked ahead after | range holds | range without the upper end |\n|---|---|---|");
    for weeks in [6, 12, 26] {
        let (holds, open) = calls(weeks);
        println!("| {weeks} weeks | {holds:.1} | {open:.1} |");
    }
    println!("\n| claims in | at the end | in some week of the search | of them true |\n|---|---|---|---|");
    for (what, better) in [("a world without differences", 0.0), ("a world in which one story leads further", 0.4)] {
        let [end, ever, true_ones] = claims(better);
        println!("| {what} | {end:.1} | {ever:.1} | {true_ones:.1} |");
    }
}

fn percent(count: u32, of: u32) -> f64 {
    100.0 * f64::from(count) / f64::from(of.max(1))
}

/// Of people named and of conversations that follow.
fn covered(kind: Kind, conversations: u32) -> [f64; 2] {
    let mut chance = Chance::seeded(u64::from(conversations));
    let mut hits = [0, 0];
    for _ in 0..SEARCHES {
        let world = World::drawn(kind, &mut chance);
        let campaign = search(&world, conversations, &mut chance);
        let brings = momentum(&campaign, today(conversations)).sustain.brings;
        let truth = [world.named, world.named * world.talks];
        for ((hit, step), truth) in hits.iter_mut().zip([&brings[0], &brings[2]]).zip(truth) {
            *hit += u32::from(step.low <= truth && truth <= step.high);
        }
    }
    hits.map(|hit| percent(hit, SEARCHES))
}

/// Of the weeks until the next call, on searches with enough conversations and a pace.
fn calls(weeks: u32) -> (f64, f64) {
    let mut chance = Chance::seeded(u64::from(weeks));
    let (mut looked, mut holds, mut open) = (0, 0, 0);
    while looked < SEARCHES {
        let (pace, share) = (chance.gamma(1.0, 1.0), chance.beta(1.0, 1.0));
        let campaign = world::paced(pace, share, weeks, &mut chance);
        let ahead = momentum(&campaign, world::after(weeks)).ahead;
        let Some(low) = ahead.low_weeks else { continue };
        looked += 1;
        let waited = chance.wait(pace * share);
        let is_below = ahead.high_weeks.is_none_or(|high| waited <= f64::from(high));
        holds += u32::from(waited > f64::from(low) - 1.0 && is_below);
        open += u32::from(ahead.high_weeks.is_none());
    }
    (percent(holds, looked), percent(open, looked))
}

/// How many searches of a hundred conversations claim something at their end, how many ever did when they were looked at
/// each week, and of the claims at the end those about the story that leads further.
fn claims(better: f64) -> [f64; 3] {
    let searches = SEARCHES / 4;
    let mut chance = Chance::seeded(3);
    let (mut end, mut ever, mut true_ones) = (0, 0, 0);
    for _ in 0..searches {
        let weeks = world::compared(better, 100, &mut chance);
        let looks: Vec<_> = weeks.iter().map(|(campaign, on)| claimed(campaign, *on)).collect();
        ever += u32::from(looks.iter().any(Option::is_some));
        if let Some(claim) = looks.last().and_then(Option::as_ref) {
            end += 1;
            true_ones += u32::from(claim.which == world::BETTER);
        }
    }
    [percent(end, searches), percent(ever, searches), percent(true_ones, end)]
}

/// The claim that momentum would make on that day.
fn claimed(campaign: &Campaign, on: Date) -> Option<Claim> {
    let so_far = SoFar::of(campaign);
    claim(campaign, &so_far, &Lineage::of(campaign, &so_far, on), on)
}

//! Whether closeness foretells to whom somebody goes on writing: `cargo xtask bench ties`.
//!
//! Mailboxes are cut on a day half a year before their end. Everybody in one is put in order by closeness, and for
//! comparison by the number of days with letters, by the last day, and by days that count less the longer they are ago.
//! The figure is the area under the curve: how probable it is that somebody whom the seeker wrote to after the cut stands
//! before somebody whom they did not write to. It refuses to tune anything.

#![expect(clippy::print_stdout, clippy::disallowed_macros, reason = "a measurement prints")]

use jiff::civil::Date;
use method::campaign::Campaign;
use method::id::{CorrespondenceId, Id, PersonId};
use method::list::closeness::Ties;
use method::list::{Correspondence, Person};

#[path = "ties/worlds.rs"]
mod worlds;
use worlds::{CUT, Days, WORLDS, day};

/// What people are put in order by, the largest first.
const ORDERS: [&str; 4] = ["closeness", "count", "recency", "decay"];

/// After so many days a letter counts half where letters fade.
const HALF: f64 = 180.0;

/// The seeds: two that are known by now, and one that was not looked at before the formula was settled.
const SEEDS: [u64; 3] = [2_026, 11_26, 31_337];

fn main() {
    println!("| seed | world | {} | people written to again |", ORDERS.join(" | "));
    println!("|---|---|---|---|---|---|---|");
    for seed in SEEDS {
        let mut sums = [0.0; ORDERS.len()];
        for world in WORLDS {
            let mailboxes = world.mailboxes(seed);
            let (areas, again) = judge(&mailboxes);
            let told: Vec<String> = areas.iter().map(|area| format!("{area:.3}")).collect();
            println!("| {seed} | {}: {} | {} | {:.0} % |", world.name, world.like, told.join(" | "), again * 100.0);
            sums.iter_mut().zip(areas).for_each(|(sum, area)| *sum += area);
        }
        let means: Vec<String> = sums.iter().map(|sum| format!("{:.3}", sum / WORLDS.len() as f64)).collect();
        println!("| {seed} | mean | {} | |", means.join(" | "));
    }
}

/// The mean area of each order over the mailboxes, and the share of people who were written to again.
fn judge(mailboxes: &[Vec<Days>]) -> ([f64; ORDERS.len()], f64) {
    let (mut sums, mut counted, mut again, mut people) = ([0.0; ORDERS.len()], 0.0, 0, 0);
    for mailbox in mailboxes {
        let known: Vec<(Days, bool)> = mailbox.iter().filter_map(cut).collect();
        let is_written_to: Vec<bool> = known.iter().map(|(_, after)| *after).collect();
        people += known.len();
        again += is_written_to.iter().filter(|is| **is).count();
        let before: Vec<Days> = known.into_iter().map(|(before, _)| before).collect();
        let Some(areas) = areas(&before, &is_written_to) else { continue };
        sums.iter_mut().zip(areas).for_each(|(sum, area)| *sum += area);
        counted += 1.0;
    }
    (sums.map(|sum| sum / counted), again as f64 / people as f64)
}

/// What is known before the cut, and whether the seeker wrote after it; nobody to whom the seeker had not written before,
/// because that is no tie.
fn cut(days: &Days) -> Option<(Days, bool)> {
    let before: Days = days.range(..day(CUT)).map(|(day, letters)| (*day, *letters)).collect();
    let after = days.range(day(CUT)..).any(|(_, letters)| letters.sent > 0);
    before.values().any(|letters| letters.sent > 0).then_some((before, after))
}

fn areas(before: &[Days], after: &[bool]) -> Option<[f64; ORDERS.len()]> {
    let today = day(CUT);
    let campaign = campaign(before);
    let ties = Ties::of(&campaign, today);
    let ago = |on: &Date| f64::from(method::day::days_between(*on, today));
    let by = |value: &dyn Fn(usize, &Days) -> f64| {
        let values: Vec<f64> = before.iter().enumerate().map(|(place, days)| value(place, days)).collect();
        area(&values, after)
    };
    Some([
        by(&|place, _| ties.closeness(PersonId::from_number(place as u64 + 1)))?,
        by(&|_, days| days.len() as f64)?,
        by(&|_, days| days.keys().next_back().map_or(f64::MIN, |last| -ago(last)))?,
        by(&|_, days| days.keys().map(|on| libm::exp2(-ago(on) / HALF)).sum())?,
    ])
}

fn campaign(before: &[Days]) -> Campaign {
    let mut campaign = Campaign::default();
    for (number, days) in (1..).zip(before) {
        let address = format!("p{number}@example.com");
        let mut person = Person::named(PersonId::from_number(number), format!("Person {number}"), day(0));
        person.emails = vec![address.clone()];
        let id = CorrespondenceId::from_number(number);
        let letters = Correspondence { id, importer: "mail".into(), address, days: days.clone() };
        campaign.apply([person.into(), letters.into()]);
    }
    campaign
}

/// The area under the curve; equal values count half. None where all are of one kind.
fn area(values: &[f64], is_after: &[bool]) -> Option<f64> {
    let mut pairs = (0.0, 0.0);
    for (one, _) in values.iter().zip(is_after).filter(|(_, is)| **is) {
        for (other, _) in values.iter().zip(is_after).filter(|(_, is)| !**is) {
            pairs.0 += if one > other {
                1.0
            } else if one == other {
                0.5
            } else {
                0.0
            };
            pairs.1 += 1.0;
        }
    }
    (pairs.1 > 0.0).then(|| pairs.0 / pairs.1)
}

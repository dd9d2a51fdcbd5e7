//! `momentum`: is it working? The ladder over the weeks, how many came how far, and what each chain waits for.

pub mod closing;
pub mod map;
pub mod opportunity;
pub mod share;

mod weeks;

use std::process::ExitCode;

use method::day::spoken;
use method::momentum::chains::{Chain, WaitsFor};
use method::momentum::funnel::{FunnelStep, Step};
use method::momentum::gauge::{Momentum, momentum};
use method::momentum::judge_the_pace_from_eight_conversations_on::{Brings, Sustain};
use serde::Serialize;
use store::Scope;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, counted, short};

/// How wide a name may be before it is cut.
const NAME: usize = 60;

/// How many chains are shown; the map shows them all.
const CHAINS: usize = 10;

/// How many signs the longest bar has.
const BAR: usize = 30;

/// Momentum, as `--json` prints it.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Report {
    momentum: Momentum,
    #[serde(skip)]
    today: jiff::civil::Date,
}

impl Show for Report {
    fn show(&self, text: &mut Text) {
        let Momentum { weeks, ladder, sustain, ahead, claim, funnel, chains } = &self.momentum;
        if weeks.is_empty() {
            text.line("Nothing has happened yet that could be shown; the weeks begin with your first ask.");
            text.muted("Whom to ask: `halfhour next`.");
            return;
        }
        weeks::show(text, weeks, ladder, true);
        let said: Vec<&str> = funnel.iter().map(|step| step.step.in_plain_words()).collect();
        show_funnel(text, funnel, &said);
        self.show_chains(text, chains);
        text.heading("What one conversation leads to");
        text.line(&sustain.text);
        show_steps(text, sustain);
        if !ahead.text.is_empty() {
            text.heading("Looking ahead");
            ahead.text.iter().for_each(|sentence| text.line(sentence));
            ahead.assumes.iter().for_each(|assumed| text.muted(assumed));
        }
        if let Some(claim) = claim {
            text.heading("What led further");
            text.line(&claim.text);
        }
    }
}

/// What comes of one conversation, each step with its range.
fn show_steps(text: &mut Text, sustain: &Sustain) {
    let row = |step: &Brings| {
        let (guess, range) = step.in_words();
        vec![step.outcome.in_plain_words().to_owned(), format!("about {guess}"), range]
    };
    text.table(&sustain.brings.iter().map(row).collect::<Vec<_>>());
}

impl Report {
    fn show_chains(&self, text: &mut Text, chains: &[Chain]) {
        text.heading("Chains");
        if chains.is_empty() {
            text.line("Nobody has named anybody to you yet. The last question of each half hour asks for a person.");
            return;
        }
        for chain in chains.iter().take(CHAINS) {
            self.show_chain(text, chain);
        }
        match chains.len().saturating_sub(CHAINS) {
            0 => text.muted("Who led to whom: `halfhour map`."),
            more => text.muted(format!("And {more} more. Who led to whom: `halfhour map`.")),
        }
    }

    fn show_chain(&self, text: &mut Text, chain: &Chain) {
        let name = short(&chain.person.name, NAME);
        let people = counted(led_to(chain), "person", "people");
        let steps = match chain.depth {
            0..=2 => String::new(),
            deep => format!(", {} steps deep", deep - 1),
        };
        text.point(format!("{name} ({}) led to {people}{steps}.", chain.person.id));
        text.hanging("    ", self.waits(chain));
    }

    /// What the chain waits for, in a sentence.
    fn waits(&self, chain: &Chain) -> String {
        let (Some(person), Some(since_on), Some(what)) = (&chain.waiting_on, chain.since_on, chain.waits_for) else {
            return "Nothing in it waits for anybody.".to_owned();
        };
        let who = format!("{} ({})", short(&person.name, NAME), person.id);
        let since = spoken(since_on, self.today);
        match what {
            WaitsFor::Introduction => format!("Waits for the introduction that {who} offered, since {since}."),
            WaitsFor::YourAsk => format!("Waits for you to ask {who}, since {since}."),
            WaitsFor::Answer => format!("Waits for the answer of {who}, since {since}."),
            WaitsFor::Conversation => format!("Waits for the conversation with {who}, who said yes on {since}."),
        }
    }
}

/// How many people stand below.
fn led_to(chain: &Chain) -> usize {
    chain.led_to.iter().map(|next| 1 + led_to(next)).sum()
}

/// A bar for each step from the first ask on. The list itself would dwarf the rest, and is told as a number.
fn show_funnel(text: &mut Text, funnel: &[FunnelStep], said: &[&str]) {
    text.heading("How many people came how far");
    let most = funnel.iter().filter(|step| step.step != Step::OnTheList).map(|step| step.people).max().unwrap_or(0);
    let row = |(step, says): (&FunnelStep, &&str)| {
        let bar = if step.step == Step::OnTheList { String::new() } else { bar(step.people, most) };
        vec![(*says).to_owned(), format!("{:>5}", step.people), bar]
    };
    text.table(&funnel.iter().zip(said).map(row).collect::<Vec<_>>());
}

/// One sign for each person while there is room, else in proportion; somebody is never nobody.
fn bar(people: usize, most: usize) -> String {
    let signs = if most <= BAR { people } else { (people * BAR).div_ceil(most) };
    "=".repeat(signs)
}

/// Shows momentum.
pub fn run(door: &Door) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Everyone)?;
    door.show(&Report { momentum: momentum(&campaign, door.today), today: door.today })
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[rstest::rstest]
    #[case(3, 5, "===")]
    #[case(0, 5, "")]
    #[case(0, 0, "")]
    #[case(100, 100, "==============================")]
    #[case(1, 1000, "=")]
    fn a_bar_fits_and_somebody_is_never_nobody(#[case] people: usize, #[case] most: usize, #[case] drawn: &str) {
        assert_eq!(bar(people, most), drawn);
    }
}

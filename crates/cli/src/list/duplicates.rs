//! `list duplicates`: who may stand on the list twice, side by side.

use std::num::NonZeroUsize;
use std::process::ExitCode;

use clap::Args;
use method::campaign::Campaign;
use method::list::duplicates::beside::{Line, beside};
use method::list::duplicates::{Duplicate, Verdict, duplicates};
use serde::Serialize;
use store::Scope;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, counted, short};

/// How many pairs a terminal shows unless it is asked for more.
const A_FEW: usize = 10;

/// How wide a cell of the comparison may be, in columns.
const CELL: usize = 30;

#[derive(Debug, Args)]
pub struct Wish {
    /// At most so many; on a terminal 10 unless you say more
    #[arg(short = 'n', value_name = "N")]
    most: Option<NonZeroUsize>,
}

/// The pairs, as `--json` prints them.
#[derive(Serialize)]
#[serde(transparent)]
struct Pairs {
    pairs: Vec<Duplicate>,
    #[serde(skip)]
    shown: Vec<Beside>,
    #[serde(skip)]
    more: usize,
}

/// Two entries as people see them.
struct Beside {
    names: [String; 2],
    lines: Vec<Line>,
}

impl Show for Pairs {
    fn show(&self, text: &mut Text) {
        if self.pairs.is_empty() {
            text.line("Nobody seems to stand on your list twice.");
            return;
        }
        for (pair, beside) in self.pairs.iter().zip(&self.shown) {
            show_pair(text, pair, beside);
        }
        text.gap();
        let total = counted(self.pairs.len() + self.more, "pair", "pairs");
        match self.more {
            0 => text.muted(format!("{total}.")),
            more => text.muted(format!(
                "{total}, {more} of them not shown: `halfhour list duplicates -n {}` shows all.",
                self.pairs.len() + more
            )),
        }
    }
}

fn show_pair(text: &mut Text, pair: &Duplicate, beside: &Beside) {
    let [one, other] = &beside.names;
    let sure = match pair.verdict {
        Verdict::Same => "one person",
        Verdict::Likely => "likely one person",
        Verdict::Possible => "possibly one person",
    };
    text.heading(format!("{one} ({}) and {other} ({}): {sure}", pair.a, pair.b));
    let cell = |values: &[String]| short(&values.join(", "), CELL);
    let rows = beside.lines.iter().map(|line| vec![line.label.to_owned(), cell(&line.a), cell(&line.b)]);
    text.table(&rows.collect::<Vec<_>>());
    for sentence in &pair.evidence {
        text.point(sentence);
    }
    text.command(format!("halfhour list merge {} {}", pair.a, pair.b));
    text.command(format!("halfhour list different {} {}", pair.a, pair.b));
}

/// Shows the pairs.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Everyone)?;
    let mut pairs = duplicates(&campaign);
    let most = wish.most.map(NonZeroUsize::get).unwrap_or(if door.json() { usize::MAX } else { A_FEW });
    let more = pairs.len().saturating_sub(most);
    pairs.truncate(most);
    let shown = if door.json() { Vec::new() } else { pairs.iter().map(|pair| of_pair(&campaign, pair)).collect() };
    door.show(&Pairs { pairs, shown, more })
}

fn of_pair(campaign: &Campaign, pair: &Duplicate) -> Beside {
    Beside { names: [campaign.name(pair.a), campaign.name(pair.b)], lines: beside(campaign, pair.a, pair.b) }
}

//! `share`: a page for a coach or a few peers, without anybody's name. It is looked at before it is saved.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use method::momentum::share::{Chosen, Link, Shared, share};
use serde::Serialize;
use store::Scope;

use super::weeks;
use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::new_file;
use crate::text::Text;

/// A page to share with a coach or a few peers. Without a file it shows what would be in it.
#[derive(Debug, Args)]
pub struct Wish {
    /// The new file; nothing is written over one that exists
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Leave a part out
    #[arg(long, value_name = "PART", value_parser = ["plan", "counts", "ladder", "chains"])]
    without: Vec<String>,
    /// Letters instead of initials
    #[arg(long)]
    letters: bool,
}

/// What goes onto the page, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Look {
    #[serde(flatten)]
    shared: Shared,
    /// Where it was saved.
    saved: Option<PathBuf>,
}

impl Show for Look {
    fn show(&self, text: &mut Text) {
        if let Some(file) = &self.saved {
            text.line(format!("Saved the page to {}.", file.display()));
            text.muted("It holds no name, no organization and no note.");
            return;
        }
        if let Some(plan) = &self.shared.plan {
            text.heading("The plan");
            text.line(plan.in_words());
        }
        if let Some(counts) = &self.shared.counts {
            super::show_funnel(text, &counts.funnel, &counts.said);
            text.line(&counts.one_brings);
            counts.ahead.iter().for_each(|sentence| text.line(sentence));
        }
        if let Some(climbed) = self.shared.ladder.as_ref().filter(|climbed| !climbed.weeks.is_empty()) {
            weeks::show(text, &climbed.weeks, &climbed.ladder, false);
        }
        if let Some(chains) = &self.shared.chains {
            text.heading("Who led to whom");
            if !chains.is_empty() {
                text.line("The search");
            }
            show_links(text, "", chains);
        }
        text.gap();
        text.muted("No name, no organization and no note is in it. Save it: `halfhour share --save FILE`");
    }
}

fn show_links(text: &mut Text, before: &str, links: &[Link]) {
    if links.is_empty() && before.is_empty() {
        text.line("Nobody has named anybody yet.");
    }
    for (number, link) in (1..).zip(links) {
        let last = number == links.len();
        let mark = format!("{before}{}", if last { "└─ " } else { "├─ " });
        let inner = format!("{before}{}", if last { "   " } else { "│  " });
        text.branch(&mark, &inner, format!("{}: {}", link.label, capital(&link.how_far)));
        show_links(text, &inner, &link.led_to);
    }
}

/// Shows it, or saves it.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let with = |part: &str| !wish.without.iter().any(|without| without == part);
    let chosen = Chosen {
        plan: with("plan"),
        counts: with("counts"),
        ladder: with("ladder"),
        chains: with("chains"),
        letters: wish.letters,
    };
    let shared = share(&door.read(Scope::Everyone)?, door.today, chosen);
    if let Some(file) = &wish.save {
        new_file::write(file, web::shared_page(&shared).as_bytes()).map_err(|problem| match problem.kind() {
            io::ErrorKind::AlreadyExists => Failure::file(
                format!("{} exists already, and nothing was written.", file.display()),
                "Name another file: `halfhour share --save FILE`",
            ),
            _ => Failure::file(
                format!("{} could not be written: {problem}.", file.display()),
                "Name a file in a folder of your own.",
            ),
        })?;
    }
    door.show(&Look { shared, saved: wish.save.clone() })
}

//! `list forget`: the one thing that cannot be undone.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use method::list::forget::{Found, forget_person};
use method::speech::article::with_article;
use serde::Serialize;
use store::{Scope, Store};

use crate::args::Who;
use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, counted};

/// Forgets a person for good: what files say, what you told, letters, words, and all of the history's old values.
#[derive(Debug, Args)]
pub struct Wish {
    #[command(flatten)]
    who: Who,
    /// Yes, for good
    #[arg(long)]
    yes: bool,
}

#[derive(Debug, Serialize)]
struct Forgotten {
    found: Found,
    /// Copies beside the campaign, made before, that still remember.
    copies: Vec<PathBuf>,
}

impl Show for Forgotten {
    fn show(&self, text: &mut Text) {
        text.line("Forgotten. Where a chain went through them, it says \"someone\".");
        let found = &self.found;
        let gone = [
            (found.records, "row of files", "rows of files"),
            (found.correspondence, "address with its letters", "addresses with their letters"),
            (found.acquaintances, "pair of people who know each other", "pairs of people who know each other"),
            (found.commitments, "promise", "promises"),
            (
                found.kept_without_words,
                "ask or conversation, of which only the day stays",
                "asks and conversations, of which only the days stay",
            ),
            (found.replaced.len(), "other place where their name stood", "other places where their name stood"),
        ];
        for (count, one, many) in gone.into_iter().filter(|(count, ..)| *count > 0) {
            text.point(counted(count, one, many));
        }
        for place in &found.left {
            let kind = with_article(place.kind.word());
            text.warm(format!("A name like theirs still stands in {kind} ({place}). Only you can tell whose it is."));
        }
        for copy in &self.copies {
            text.warm(format!("This older copy of your campaign still remembers: {}", copy.display()));
        }
        text.muted("Backups and exports that you made yourself still remember them too.");
    }
}

/// Forgets, when it is meant.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let (campaign, person) = door.read_person(&wish.who)?;
    if !wish.yes {
        return Err(Failure::refused(
            format!(
                "Forgetting {} cannot be undone, and neither can anything before it. Nothing was done yet.",
                campaign.name(person)
            ),
            format!("If you mean it: `halfhour list forget {person} --yes`"),
        ));
    }
    let found = forget_person(&door.read(Scope::Everything)?, person)?.found;
    let forgotten = door.store()?.forget(store::Door::CommandLine, Scope::Everything, &|campaign, _| {
        Ok(forget_person(campaign, person)?.changes)
    })?;
    door.show(&Forgotten { found, copies: forgotten.copies })
}

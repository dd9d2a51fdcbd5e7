//! `list`: everybody, or those whom a query finds.

use std::num::NonZeroUsize;
use std::process::ExitCode;

use clap::Args;
use method::list::listing::{Listed, listing};
use method::list::search::search;
use serde::Serialize;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, counted, short};

#[derive(Debug, Args)]
pub struct LookWish {
    /// Part of a name, organization or title
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    /// Only those who stand there: not_asked, asked, accepted, declined, met or set_aside
    #[arg(long, value_name = "STAGE", value_parser = ["not_asked", "asked", "accepted", "declined", "met", "set_aside"])]
    stage: Option<String>,
    /// At most so many; on a terminal 40 unless you say more
    #[arg(short = 'n', value_name = "N")]
    most: Option<NonZeroUsize>,
}

/// The people, as `--json` prints them.
#[derive(Serialize)]
#[serde(transparent)]
struct People {
    people: Vec<Listed>,
    #[serde(skip)]
    more: usize,
    #[serde(skip)]
    searched: bool,
}

impl Show for People {
    fn show(&self, text: &mut Text) {
        if self.people.is_empty() {
            return self.show_nobody(text);
        }
        text.table(&self.people.iter().map(row).collect::<Vec<_>>());
        let total = counted(self.people.len() + self.more, "person", "people");
        match self.more {
            0 => text.muted(format!("{total}.")),
            more => text.muted(format!(
                "{total}, {more} of them not shown: `halfhour list -n {}` shows all.",
                self.people.len() + more
            )),
        }
    }
}

impl People {
    fn show_nobody(&self, text: &mut Text) {
        if self.searched {
            text.line("Nobody on your list fits.");
            text.muted("`halfhour list` shows everybody.");
        } else {
            text.line("Your list is empty.");
            text.muted(
                "Bring people in: `halfhour import FILE`, or one by one: `halfhour list add \"NAME, ORGANIZATION\"`",
            );
        }
    }
}

fn row(one: &Listed) -> Vec<String> {
    let work = [one.title.as_deref(), one.organization.as_deref()];
    let work = work.into_iter().flatten().collect::<Vec<_>>().join(", ");
    vec![one.id.to_string(), short(&one.name, 40), short(&work, 60), one.stage.to_string()]
}

/// Shows the people.
pub fn run(door: &Door, wish: &LookWish) -> Result<ExitCode, Failure> {
    let campaign = door.read_ties()?;
    let found = search(&campaign, &wish.query.join(" "));
    let mut people = listing(&campaign, door.today, &found);
    people.retain(|one| wish.stage.as_deref().is_none_or(|stage| one.stage.word() == stage));
    let most = wish.most.map(NonZeroUsize::get).unwrap_or(if door.json() { usize::MAX } else { 40 });
    let more = people.len().saturating_sub(most);
    people.truncate(most);
    door.show(&People { people, more, searched: !wish.query.is_empty() || wish.stage.is_some() })
}

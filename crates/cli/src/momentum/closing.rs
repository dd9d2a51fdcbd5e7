//! `closing`: the end of the search. Everybody who helped, a thank-you to each; then rest, or a new search.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use method::campaign::Campaign;
use method::day::{spoken, spoken_when};
use method::direction::begin::begin_anew;
use method::direction::close::{close_search, reopen_search};
use method::follow_through::ahead::meetings;
use method::id::Ids;
use method::list::find::find;
use method::momentum::closing::{Closing, Giver, closing};
use method::momentum::still_open::{AT_FIRST, cut, still_open};
use method::momentum::thank_at_the_end::thank_at_the_end;
use serde::Serialize;
use store::{Scope, Step};

use crate::args::Who;
use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::text::{Text, short};

/// The end of the search. Without a verb it shows everybody who helped, and what each did.
#[derive(Debug, Args)]
pub struct Wish {
    #[command(subcommand)]
    verb: Option<Verb>,
    /// At most so many of those who helped, 20 unless you say more; and of what is still open, 10
    #[arg(short = 'n', value_name = "N")]
    most: Option<NonZeroUsize>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// A thank-you to one of them, to make your own
    Draft(Who),
    /// You thanked them
    Thanked(Who),
    /// Close the search: nothing is due any more, and everybody stays
    Rest(Anyway),
    /// Take a closed search up again
    Reopen,
    /// Begin a new search with the same people, strengths and ties; a copy of the old one stays beside it
    Begin(Anyway),
}

/// Whether to go on although something is still open.
#[derive(Debug, Clone, Copy, Args)]
struct Anyway {
    /// Although meetings, promises or thank-yous are still open
    #[arg(long)]
    anyway: bool,
}

/// How many of those who helped are shown, unless more are wanted.
const GIVERS: usize = 20;

/// How wide a name may be before it is cut.
const NAME: usize = 60;

/// Everybody who helped, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Report {
    #[serde(flatten)]
    closing: Closing,
    #[serde(skip)]
    today: Date,
    /// How many of those who helped are shown.
    #[serde(skip)]
    givers: usize,
    /// How many sentences about what is still open are shown.
    #[serde(skip)]
    open: usize,
}

impl Show for Report {
    fn show(&self, text: &mut Text) {
        let Closing { closed_on, taken, helped, .. } = &self.closing;
        text.line(&self.closing.text);
        if let Some(taken) = taken {
            let at = taken.organization.as_ref().map_or_else(String::new, |name| format!(", {}", short(name, NAME)));
            text.line(format!("You took {}{at}, on {}.", short(&taken.title, NAME), spoken(taken.on, self.today)));
        }
        for giver in helped.iter().take(self.givers) {
            self.show_giver(text, giver);
        }
        if let Some(more) = helped.len().checked_sub(self.givers).filter(|more| *more > 0) {
            text.muted(format!("And {more} more: `halfhour closing -n {}`", helped.len()));
        }
        show_open(text, &self.closing.still_open, self.open);
        text.gap();
        match closed_on {
            Some(on) => {
                text.line(format!("You closed the search {}.", spoken_when(*on, self.today)));
                text.muted("Take it up again: `halfhour closing reopen`. A new one: `halfhour closing begin`.");
            }
            None => text.muted("When it has come to its end: `halfhour closing rest`."),
        }
    }
}

fn show_open(text: &mut Text, still_open: &[String], most: usize) {
    if still_open.is_empty() {
        return;
    }
    text.gap();
    text.line("Still open");
    let (shown, more) = cut(still_open, most);
    for sentence in shown {
        text.point(sentence);
    }
    if let Some(more) = more {
        text.muted(more);
    }
}

impl Report {
    fn show_giver(&self, text: &mut Text, giver: &Giver) {
        text.point(format!("{} ({})", short(&giver.person.name, NAME), giver.person.id));
        text.hanging("    ", format!("{}.", capital(&giver.did.join("; "))));
        match giver.thanked_on {
            Some(on) => text.hanging("    ", format!("Thanked on {}.", spoken(on, self.today))),
            None => text.hanging("    ", format!("To thank: `halfhour closing draft {}`.", giver.person.id)),
        }
    }
}

/// A draft, as `--json` prints it.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Draft(Giver);

impl Show for Draft {
    fn show(&self, text: &mut Text) {
        for line in self.0.draft.lines() {
            text.line(line);
        }
    }

    fn beside(&self, text: &mut Text) {
        text.gap();
        text.muted("Changed it? `halfhour check` reads it before you send it.");
        text.muted(format!("When it is sent: `halfhour closing thanked {}`.", self.0.person.id));
    }
}

/// A closed search, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Rested {
    step: Option<Step>,
    still_open: Vec<String>,
}

impl Show for Rested {
    fn show(&self, text: &mut Text) {
        text.line("Closed the search.");
        show_open(text, &self.still_open, AT_FIRST);
        if !self.still_open.is_empty() {
            text.gap();
            text.muted("Nothing of it is due here any more. To take the search up again: `halfhour closing reopen`.");
        }
    }
}

/// A new search, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Begun {
    step: Option<Step>,
    /// What was still agreed or promised in the search that ended.
    still_open: Vec<String>,
    /// Where the search that ended is kept.
    former: PathBuf,
    /// What of it goes on, in a sentence.
    #[serde(skip)]
    goes_on: Option<&'static str>,
}

impl Show for Begun {
    fn show(&self, text: &mut Text) {
        text.line("A new search begins, with the same people, strengths and ties.");
        text.line(format!("The one that ended is kept in {}.", self.former.display()));
        // Nothing of it is to be found in the new search, so all of it stands here.
        show_open(text, &self.still_open, usize::MAX);
        if !self.still_open.is_empty() {
            text.gap();
        }
        if let Some(sentence) = self.goes_on {
            text.line(sentence);
        }
        text.muted("Where it should go: `halfhour me --field FIELD --role ROLE`. To go back: `halfhour undo`.");
    }
}

/// Carries it out.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    match wish.verb {
        None => {
            let campaign = door.read(Scope::Told)?;
            let most = |otherwise| wish.most.map_or(otherwise, NonZeroUsize::get);
            let (givers, open) = (most(GIVERS), most(AT_FIRST));
            door.show(&Report { closing: closing(&campaign, door.today), today: door.today, givers, open })
        }
        Some(Verb::Draft(who)) => draft(door, &who),
        Some(Verb::Thanked(who)) => door.change_and_tell(Scope::Everyone, |campaign, ids| {
            thank_at_the_end(campaign, ids, door.today, find(campaign, &who.query())?)
        }),
        Some(Verb::Rest(wish)) => rest(door, wish),
        Some(Verb::Reopen) => door.change_and_tell(Scope::Told, |campaign, _| reopen_search(campaign)),
        Some(Verb::Begin(wish)) => begin(door, wish),
    }
}

fn draft(door: &Door, who: &Who) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Everyone)?;
    let person = door.person(&campaign, who)?;
    let giver = closing(&campaign, door.today).helped.into_iter().find(|giver| giver.person.id == person);
    let giver = giver.ok_or_else(|| {
        Failure::refused(
            format!("Nothing is on record that {} did for your search.", campaign.name(person)),
            "`halfhour closing` shows everybody who helped.",
        )
    })?;
    door.show(&Draft(giver))
}

fn rest(door: &Door, wish: Anyway) -> Result<ExitCode, Failure> {
    let changed = door.change(Scope::Told, |campaign, _| close_search(campaign, door.today, wish.anyway))?;
    let still_open = still_open(&door.read(Scope::Told)?, door.today);
    door.show(&Rested { step: door.step(changed.step)?, still_open })
}

fn begin(door: &Door, wish: Anyway) -> Result<ExitCode, Failure> {
    // A no comes before the copy.
    let ended = door.read(Scope::Told)?;
    begin_anew(&ended, &Ids::default(), door.today, wish.anyway).map_err(Failure::from)?;
    let former = door.store()?.keep_copy("new-search")?;
    let changed = door.change(Scope::Told, |campaign, ids| begin_anew(campaign, ids, door.today, wish.anyway))?;
    let still_open = still_open(&ended, door.today);
    let goes_on = goes_on(&door.read(Scope::Told)?, door.today);
    door.show(&Begun { step: door.step(changed.step)?, still_open, former, goes_on })
}

/// What a search that has just begun took along, in a sentence.
fn goes_on(begun: &Campaign, today: Date) -> Option<&'static str> {
    match (meetings(begun, today).is_empty(), begun.commitments.is_empty()) {
        (true, true) => None,
        (false, true) => Some("What you agreed stands: your meetings ahead go on in the new search."),
        (true, false) => Some("What you promised stands: it goes on in the new search."),
        (false, false) => Some("What you agreed and what you promised stands: it goes on in the new search."),
    }
}

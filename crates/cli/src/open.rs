//! `open`: the local pages in a browser. Serves every step.
//!
//! The address holds a token that lets one browser in, once. Typed again while the pages are open, it opens another
//! window on them. It ends with Ctrl-C.

use std::process::ExitCode;

use clap::Args;
use method::demo::demo;
use serde::Serialize;
use store::{Place, Scope, Sqlite, Store};
use web::{Opened, Opening, Problem};

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::Text;

/// The whole method in your browser. The pages are served on this machine, to this account only, until Ctrl-C.
#[derive(Debug, Args)]
pub struct Wish {
    /// The port; otherwise 4830, or the next one that is free
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    port: Option<u16>,
    /// Only print the address
    #[arg(long)]
    no_browser: bool,
    /// An invented search, in a file that is thrown away at the end
    #[arg(long)]
    demo: bool,
}

#[derive(Debug, Serialize)]
struct Address {
    /// Good for one browser, once.
    address: String,
    /// Whether the pages were open already.
    joined: bool,
    #[serde(skip)]
    is_demo: bool,
}

impl Show for Address {
    fn show(&self, text: &mut Text) {
        text.verbatim(&self.address);
        match (self.joined, self.is_demo) {
            (true, _) => text.muted("The pages are open already; this lets one more browser in."),
            (false, true) => text.muted("An invented search, thrown away at the end. Ctrl-C ends it."),
            (false, false) => text.muted("Good for one browser, once. Ctrl-C ends it; everything you did is saved."),
        }
    }
}

/// Opens the pages and serves them until told to end.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    // Held until the end: it takes the invented search with it.
    let (opening, _thrown_away) = match wish.demo {
        true => invented(door, wish)?,
        false => (opening(door, wish), None),
    };
    let mut shown = Ok(ExitCode::SUCCESS);
    web::open(&opening, |opened| {
        let (address, joined) = match opened {
            Opened::Running(address) => (address, false),
            Opened::Joined(address) => (address, true),
        };
        shown = door.show(&Address { address: address.to_owned(), joined, is_demo: wish.demo });
        if !wish.no_browser && open::that_detached(address).is_err() {
            let mut text = Text::default();
            text.muted("No browser could be opened; copy the address into one.");
            eprint_text(&text.finish());
        }
    })?;
    shown
}

fn opening(door: &Door, wish: &Wish) -> Opening {
    Opening { file: door.data().to_owned(), place: door.place(), fixed_on: door.fixed_day(), port: wish.port }
}

/// The demo, in a folder that goes when it is dropped.
fn invented(door: &Door, wish: &Wish) -> Result<(Opening, Option<tempfile::TempDir>), Failure> {
    let folder = tempfile::tempdir().map_err(|problem| {
        Failure::file(format!("No folder for the invented search could be made: {problem}."), "Make room on the disk.")
    })?;
    let file = folder.path().join("demo.db");
    let store = Sqlite::open(&file, Place::Given)?;
    store.change(store::Door::App, Scope::Ties, &|campaign, ids| demo(campaign, ids, door.today))?;
    Ok((Opening { file, place: Place::Given, ..opening(door, wish) }, Some(folder)))
}

/// Beside the output, for people only.
fn eprint_text(text: &str) {
    use std::io::Write;
    // Nobody may be listening any more; then there is nothing left to say.
    let _ = anstream::stderr().write_all(text.as_bytes());
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        let hint = problem.hint();
        match problem {
            Problem::Campaign(error) => error.into(),
            Problem::Taken(_) => Failure::usage(problem.to_string(), hint),
            Problem::System(_) | Problem::Randomness(_) => Failure::file(problem.to_string(), hint),
        }
    }
}

//! `path`: the ways to be introduced to a person or into an organization.

use std::process::ExitCode;

use clap::Args;
use method::campaign::PersonRef;
use method::list::path::target::target;
use method::list::path::{Path, Paths, Target, path};
use method::list::slate::HeldBack;
use serde::Serialize;
use store::Scope;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, short};

/// The ways to be introduced to a person, or into an organization: through whom, and what speaks for each.
#[derive(Debug, Args)]
pub struct Wish {
    /// A person, as anywhere, or an organization by its name
    #[arg(value_name = "TARGET", required = true, num_args = 1..)]
    target: Vec<String>,
}

/// How wide a name may be before it is cut.
const NAME: usize = 60;

/// The ways, as `--json` prints them.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Ways {
    /// The ways.
    pub paths: Paths,
    /// The organization where each way should end, when it is one.
    #[serde(skip)]
    pub into: Option<String>,
}

impl Show for Ways {
    fn show(&self, text: &mut Text) {
        let Paths { target, paths, held_back, note } = &self.paths;
        if !paths.is_empty() {
            let into = if self.into.is_some() { "into" } else { "to" };
            text.heading(format!("Ways {into} {}", short(target, NAME)));
        }
        for (place, path) in (1..).zip(paths) {
            self.show_path(text, place, path);
        }
        if paths.is_empty() {
            text.line(note);
        }
        if !held_back.is_empty() {
            text.heading("Held back for now");
        }
        for HeldBack { person, reason, .. } in held_back {
            text.point(format!("{} ({}): {reason}", short(&person.name, NAME), person.id));
        }
        if !paths.is_empty() {
            text.gap();
            text.muted(note);
            how_to_go_on(text, paths);
        }
    }
}

/// The way to the first person, when they may be asked now.
fn how_to_go_on(text: &mut Text, paths: &[Path]) {
    let first = paths.first().filter(|path| path.held_back.is_empty());
    let Some(first) = first.and_then(|path| path.people.first()) else { return };
    let it = if paths.len() == 1 { "It" } else { "The first of these" };
    text.muted(format!("{it} begins with {}: `halfhour case {}`.", short(&first.name, NAME), first.id));
}

impl Ways {
    fn show_path(&self, text: &mut Text, place: usize, path: &Path) {
        let people = path.people.iter().map(|person| format!("{} ({})", short(&person.name, NAME), person.id));
        let into = self.into.as_deref().map(|name| short(name, NAME));
        let steps: Vec<String> = std::iter::once("You".to_owned()).chain(people).chain(into.clone()).collect();
        text.hanging(&format!("{place}. "), steps.join(" → "));
        for evidence in &path.evidence {
            text.hanging("   - ", evidence);
        }
        for HeldBack { person, reason, .. } in &path.held_back {
            text.hanging("   ", format!("Held back for now: {} ({}). {reason}", short(&person.name, NAME), person.id));
        }
        let step = format!(
            "{} → {}",
            end(path.weakest.from.as_ref(), Some("you")),
            end(path.weakest.to.as_ref(), into.as_deref())
        );
        text.hanging("   ", format!("Weakest step: {step}. {}", path.weakest.reason));
        text.hanging("   ", format!("{}.", path.request));
        // Whoever is not asked now needs no day to be asked again.
        for step in path.steps.iter().filter(|_| path.held_back.is_empty()) {
            text.hanging("   ", format!("{}.", step.follow_up));
        }
        if let Some(warning) = &path.warning {
            text.hanging("   ", format!("{warning}."));
        }
    }
}

/// One end of a step: a person, or what stands where nobody is.
fn end(person: Option<&PersonRef>, nobody: Option<&str>) -> String {
    person.map_or_else(|| nobody.unwrap_or_default().to_owned(), |person| short(&person.name, NAME))
}

/// Shows the ways.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Everything)?;
    let target = target(&campaign, &wish.target.join(" "))?;
    let paths = path(&campaign, door.today, &target)?;
    let into = match target {
        Target::Person(_) => None,
        Target::Organization(name) => Some(name),
    };
    door.show(&Ways { paths, into })
}

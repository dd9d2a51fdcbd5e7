//! `organizations`: where you would like to be, what was spoken of, where people are, and one of them with everything.

use std::process::ExitCode;

use clap::Args;
use method::campaign::PersonRef;
use method::day::dated;
use method::list::organizations::{Organization, OrganizationReport, Organizations, organization_in, organizations};
use method::list::path::circle::Circle;
use method::list::path::target::organization_meant;
use method::list::path::{Paths, Target, path_in};
use method::speech::times;
use serde::Serialize;
use store::Scope;

use super::path::Ways;
use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, counted, short};

/// The organizations of your search: where you would like to be, what was spoken of, and where people are. With a name,
/// one of them: who is there, who used to be, what was said, and the way in.
#[derive(Debug, Args)]
pub struct Wish {
    /// The name of one, or a part of it
    #[arg(value_name = "NAME", num_args = 0..)]
    name: Vec<String>,
    /// How many to show of each kind
    #[arg(short, long, value_name = "COUNT", default_value_t = 20)]
    n: usize,
}

/// How wide a name may be before it is cut.
const NAME: usize = 60;

/// Shows them, or one.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    if wish.name.is_empty() {
        return door.show(&All { all: organizations(&door.read(Scope::Everyone)?, ""), n: wish.n });
    }
    let campaign = door.read(Scope::Everything)?;
    let name = organization_meant(&campaign, &wish.name.join(" "))?;
    let circle = Circle::of(&campaign, door.today);
    let report = organization_in(&campaign, Some(&circle), &name);
    let target = Target::Organization(report.name.clone());
    let paths = path_in(&campaign, &circle, door.today, &target)?;
    door.show(&One { report, ways: paths })
}

/// The list, in its parts.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct All {
    all: Organizations,
    #[serde(skip)]
    n: usize,
}

impl Show for All {
    fn show(&self, text: &mut Text) {
        let parts = [
            ("Where you would like to be", &self.all.wanted),
            ("Spoken of", &self.all.spoken_of),
            ("Where people on your list are", &self.all.others),
            ("You follow them, and know nobody there yet", &self.all.followed),
        ];
        if parts.iter().all(|(_, part)| part.is_empty()) {
            text.line(
                "No organization is known yet. Name one where you would like to be: `halfhour me --organization NAME`.",
            );
            return;
        }
        for (says, part) in parts.iter().filter(|(_, part)| !part.is_empty()) {
            text.heading(*says);
            for one in part.iter().take(self.n) {
                text.point(line(one));
            }
            if part.len() > self.n {
                text.muted(format!("And {} more: `halfhour organizations -n {}`", part.len() - self.n, part.len()));
            }
        }
    }
}

fn line(one: &Organization) -> String {
    let mut known: Vec<String> = Vec::new();
    if one.people > 0 {
        known.push(counted(one.people, "person on your list", "people on your list"));
    }
    if one.spoken_of > 0 {
        known.push(format!("spoken of {}", times(one.spoken_of)));
    }
    if one.is_followed {
        known.push("you follow it".to_owned());
    }
    if known.is_empty() {
        known.push("nobody known there yet".to_owned());
    }
    format!("{}: {}", short(&one.name, NAME), known.join(", "))
}

/// One of them, and the ways in.
#[derive(Debug, Serialize)]
struct One {
    #[serde(flatten)]
    report: OrganizationReport,
    ways: Paths,
}

impl Show for One {
    fn show(&self, text: &mut Text) {
        let report = &self.report;
        text.heading(short(&report.name, NAME));
        text.line(report.stands());
        self.show_people(text);
        if !report.said.is_empty() {
            text.heading("Who spoke of it");
        }
        for said in &report.said {
            let learned = said.learned.as_deref().map(|learned| format!(": {learned}")).unwrap_or_default();
            text.point(format!("{} on {}{learned}", said.person.name, dated(said.held_on)));
        }
        if self.ways.paths.is_empty() {
            text.gap();
        }
        Ways { paths: self.ways.clone(), into: Some(report.name.clone()) }.show(text);
    }
}

impl One {
    fn show_people(&self, text: &mut Text) {
        let named = |person: &PersonRef| format!("{} ({})", short(&person.name, NAME), person.id);
        if !self.report.there.is_empty() {
            text.heading("Who is there");
        }
        for one in &self.report.there {
            let title = one.title.as_deref().map(|title| format!(", {title}")).unwrap_or_default();
            let stage = one.stage.in_passing().map(|said| format!(": {said}")).unwrap_or_default();
            text.point(format!("{}{title}{stage}", named(&one.person)));
        }
        let parts =
            [("Probably there still", &self.report.probably_there), ("Used to be there", &self.report.were_there)];
        for (says, people) in parts.into_iter().filter(|(_, people)| !people.is_empty()) {
            text.heading(says);
            for one in people {
                text.point(format!("{}: {}", named(&one.person), one.says));
            }
        }
    }
}

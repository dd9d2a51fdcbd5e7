//! The case for a person: looks at it, and writes it by flags or in an editor.

pub mod remarks;

mod page;

use std::process::ExitCode;

use clap::Args;
use method::campaign::Campaign;
use method::case::report::{CaseReport, case};
use method::case::set_case::{CaseWords, set_case};
use method::id::PersonId;
use store::{Changed, Scope};

use crate::args::Who;
use crate::door::{Door, Show};
use crate::editor;
use crate::failure::Failure;
use crate::text::Text;
use crate::written;

/// Why this person: the purpose of the call, the outcome you seek, and why them. What you do not write is made from what
/// you told elsewhere.
#[derive(Debug, Args)]
pub struct Wish {
    #[command(flatten)]
    who: Who,
    /// What the call is for; an empty text goes back to what was told elsewhere
    #[arg(long, value_name = "TEXT")]
    purpose: Option<String>,
    /// What you hope to know or have afterwards
    #[arg(long, value_name = "TEXT")]
    outcome: Option<String>,
    /// Why this person
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// Write it in your editor
    #[arg(long, conflicts_with_all = ["purpose", "outcome", "why"])]
    edit: bool,
}

impl Show for CaseReport {
    fn show(&self, text: &mut Text) {
        text.heading(format!("The case for {}", self.person.name));
        text.field("Purpose", self.purpose.as_ref());
        text.field("Outcome", self.outcome.as_ref());
        text.field("Why this person, as you would say it", self.why.as_ref());
        remarks::remarks(text, &self.remarks);
        if !self.prefilled.is_empty() {
            text.gap();
            text.muted(format!(
                "Made from what you told: {0}. Your own words: `halfhour case {1} --why \"…\"`, or all of it in your editor: \
                 `halfhour case {1} --edit`",
                self.prefilled.join(", "),
                self.person.id
            ));
        }
        remarks::missing(text, &self.missing);
    }
}

/// Shows the case, or writes it.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    let (campaign, person) = door.read_person(&wish.who)?;
    if wish.edit {
        return edit(door, &campaign, person);
    }
    let words = CaseWords { purpose: wish.purpose, outcome: wish.outcome, why: wish.why };
    if words == CaseWords::default() {
        return door.show(&case(&campaign, door.today, person)?);
    }
    let changed = write(door, person, &words, None)?;
    tell(door, person, Some(&changed))
}

fn edit(door: &Door, campaign: &Campaign, person: PersonId) -> Result<ExitCode, Failure> {
    let shown = case(campaign, door.today, person)?;
    let changed = editor::edit("case", &page::explanation(&shown), &page::lay_out(&shown), |back| {
        write(door, person, &page::read(&shown, back)?, Some(&shown.version))
    })?;
    tell(door, person, changed.as_ref())
}

fn write(door: &Door, person: PersonId, words: &CaseWords, based_on: Option<&str>) -> Result<Changed, Failure> {
    door.change(Scope::Everyone, |campaign, ids| set_case(campaign, ids, person, words.clone(), based_on))
}

fn tell(door: &Door, person: PersonId, changed: Option<&Changed>) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Ties)?;
    written::show(door, changed, case(&campaign, door.today, person)?)
}

//! `list merge`, `list different` and `list split`: one entry or two.

use std::cell::Cell;
use std::process::ExitCode;

use clap::Args;
use method::campaign::Campaign;
use method::id::{PersonId, RecordId};
use method::list::apart::tell_apart;
use method::list::find::find;
use method::list::merge::{merge_people, nothing_agrees};
use method::list::split::{Told, split_person};
use serde::Serialize;
use store::{Scope, Store};

use crate::args::Who;
use crate::door::{self, Door, Show};
use crate::failure::Failure;
use crate::text::Text;

/// Makes two entries one person.
#[derive(Debug, Args)]
pub struct MergeWish {
    /// The one whose id and own words stay: a name in quotes, an e-mail address or an id
    #[arg(value_name = "KEEP")]
    keep: String,
    /// The other entry of the same person
    #[arg(value_name = "OTHER")]
    other: String,
}

/// Merges.
pub fn merge(door: &Door, wish: &MergeWish) -> Result<ExitCode, Failure> {
    let doubted: Cell<Option<PersonId>> = Cell::new(None);
    let changed = door.change(Scope::Ties, |campaign, _| {
        let (keep, other) = (find(campaign, &wish.keep)?, find(campaign, &wish.other)?);
        let changes = merge_people(campaign, keep, other)?;
        doubted.set(nothing_agrees(campaign, keep, other).then_some(keep));
        Ok(changes)
    })?;
    let kept = doubted.get();
    door.show(&Merged { told: door::Told { step: door.step(changed.step)? }, nothing_agrees: kept.is_some(), kept })
}

/// Two entries became one.
#[derive(Debug, Serialize)]
struct Merged {
    #[serde(flatten)]
    told: door::Told,
    /// Whether nothing that was known of the two agreed.
    nothing_agrees: bool,
    /// Then the one who was kept.
    #[serde(skip)]
    kept: Option<PersonId>,
}

impl Show for Merged {
    fn show(&self, text: &mut Text) {
        self.told.show(text);
        if let Some(person) = self.kept {
            text.muted(format!(
                "Nothing that is known of the two agrees. If they are two people: `halfhour list split {person}`"
            ));
        }
    }
}

/// Remembers that two entries are two people.
#[derive(Debug, Args)]
pub struct DifferentWish {
    /// One entry: a name in quotes, an e-mail address or an id
    #[arg(value_name = "ONE")]
    one: String,
    /// The other entry, who is somebody else
    #[arg(value_name = "OTHER")]
    other: String,
}

/// Remembers it.
pub fn different(door: &Door, wish: &DifferentWish) -> Result<ExitCode, Failure> {
    door.change_and_tell(Scope::Ties, |campaign, ids| {
        tell_apart(campaign, ids, find(campaign, &wish.one)?, find(campaign, &wish.other)?)
    })
}

/// Makes one entry two people. Without --record it takes the last merging of this person back, as it was.
#[derive(Debug, Args)]
pub struct SplitWish {
    #[command(flatten)]
    who: Who,
    /// A row that belongs to the second person, by its id in `halfhour list show`; may be given again
    #[arg(long = "record", value_name = "ID")]
    records: Vec<RecordId>,
    /// What you told goes with those rows too
    #[arg(long, requires = "records")]
    with_told: bool,
}

/// Splits.
pub fn split(door: &Door, wish: &SplitWish) -> Result<ExitCode, Failure> {
    let (campaign, person) = door.read_person(&wish.who)?;
    if wish.records.is_empty() {
        return match door.store()?.part(store::Door::CommandLine, person)? {
            Some(changed) => door.tell(changed.step),
            None => Err(never_merged(&campaign, person)),
        };
    }
    let told = if wish.with_told { Told::Goes } else { Told::Stays };
    door.change_and_tell(Scope::Ties, |campaign, ids| split_person(campaign, ids, person, &wish.records, told))
}

fn never_merged(campaign: &Campaign, person: PersonId) -> Failure {
    let shown = campaign.shown(person);
    let hint = match shown.records.last() {
        Some(row) if shown.records.len() > 1 => format!(
            "Say which rows are about the other person, such as `halfhour list split {person} --record {row}`; `halfhour list \
             show {person}` names them.",
            row = row.id
        ),
        _ => format!("`halfhour list show {person}` shows what is known of them."),
    };
    Failure::usage(format!("{} was not made of two entries here.", shown.name()), hint)
}

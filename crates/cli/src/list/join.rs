//! `list merge`, `list different` and `list split`: one entry or two.

use std::process::ExitCode;

use clap::Args;
use method::id::RecordId;
use method::list::apart::tell_apart;
use method::list::find::find;
use method::list::merge::merge_people;
use method::list::split::{Told, split_person};
use store::Scope;

use crate::args::Who;
use crate::door::Door;
use crate::failure::Failure;

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
    door.change_and_tell(Scope::Ties, |campaign, _| {
        merge_people(campaign, find(campaign, &wish.keep)?, find(campaign, &wish.other)?)
    })
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

/// Makes one entry two people.
#[derive(Debug, Args)]
pub struct SplitWish {
    #[command(flatten)]
    who: Who,
    /// A row that belongs to the second person, by its id in `halfhour list show`; may be given again
    #[arg(long = "record", value_name = "ID", required = true)]
    records: Vec<RecordId>,
    /// What you told goes with those rows too
    #[arg(long)]
    with_told: bool,
}

/// Splits.
pub fn split(door: &Door, wish: &SplitWish) -> Result<ExitCode, Failure> {
    let told = if wish.with_told { Told::Goes } else { Told::Stays };
    let (_, person) = door.read_person(&wish.who)?;
    door.change_and_tell(Scope::Ties, |campaign, ids| split_person(campaign, ids, person, &wish.records, told))
}

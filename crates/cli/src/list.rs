//! The list on the command line: look, add, edit, mark, duplicates, merge, split, forget; and beside it `import`, `next`, `path`.

pub mod import;
pub mod next;
pub mod organizations;
pub mod path;

mod duplicates;
mod forget;
mod join;
mod look;
mod show;
mod told;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::door::Door;
use crate::failure::Failure;

/// The people you know. Without a verb it shows them; a query searches names, organizations and titles.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Wish {
    #[command(flatten)]
    look: look::LookWish,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Add a person, by name or in one line: "Ana Pereira, Harbor Freight, known since 2018"
    Add(told::AddWish),
    /// Everything about one person
    Show(show::Wish),
    /// Tell something about a person; an empty value takes your own word back
    Edit(told::EditWish),
    /// Mark a person: known and respected, close, set aside, released
    Mark(told::MarkWish),
    /// Who may stand on the list twice, with what speaks for it and against it
    Duplicates(duplicates::Wish),
    /// Make two entries one person; the first one's id and your own words stay
    Merge(join::MergeWish),
    /// Remember that two entries are two people, however alike they look
    Different(join::DifferentWish),
    /// Make one entry two people, by the rows of files that belong to the second
    Split(join::SplitWish),
    /// Forget a person for good. This cannot be undone
    Forget(forget::Wish),
}

/// Carries it out.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    match wish.verb {
        None => look::run(door, &wish.look),
        Some(Verb::Add(wish)) => told::add(door, &wish),
        Some(Verb::Show(wish)) => show::run(door, &wish),
        Some(Verb::Edit(wish)) => told::edit(door, &wish),
        Some(Verb::Mark(wish)) => told::mark(door, &wish),
        Some(Verb::Duplicates(wish)) => duplicates::run(door, &wish),
        Some(Verb::Different(wish)) => join::different(door, &wish),
        Some(Verb::Merge(wish)) => join::merge(door, &wish),
        Some(Verb::Split(wish)) => join::split(door, &wish),
        Some(Verb::Forget(wish)) => forget::run(door, &wish),
    }
}

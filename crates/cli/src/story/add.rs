//! `story add`: a new version, or one that is told already written anew in the editor.

use std::process::ExitCode;

use clap::Args;
use method::change::{Change, Fact};
use method::id::StoryId;
use method::story::find::told_as;
use method::story::write_story::{add_story, rewrite_story};
use store::{Changed, Scope};

use crate::door::Door;
use crate::editor;
use crate::failure::Failure;
use crate::plain_text;
use crate::story::whole;
use crate::written;

/// Writes a version.
#[derive(Debug, Args)]
pub struct AddWish {
    /// What you call this version, such as "short"; a - behind it takes the text from standard input
    #[arg(value_name = "NAME", required = true, num_args = 1..)]
    name: Vec<String>,
    /// The words to say
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// Write it in your editor; a version that is told already is written anew
    #[arg(long, conflicts_with = "text")]
    edit: bool,
}

/// Writes it.
pub fn run(door: &Door, wish: &AddWish) -> Result<ExitCode, Failure> {
    let (name, input) = match wish.name.as_slice() {
        [name @ .., dash] if dash == "-" => (name.join(" "), true),
        name => (name.join(" "), false),
    };
    if name.trim().is_empty() {
        return Err(Failure::usage(
            "This version needs a name.",
            "For instance: `halfhour story add short --text \"…\"`",
        ));
    }
    match (wish.text.clone(), wish.edit, input) {
        (Some(text), false, false) => add(door, &name, &text),
        (None, true, false) => edit(door, &name),
        (None, false, true) => add(door, &name, &plain_text::from_input()?.replace("\r\n", "\n")),
        (None, false, false) => Err(Failure::usage(
            "The words are missing.",
            format!("Give them: `halfhour story add {name} --text \"…\"`, or write them in your editor by --edit."),
        )),
        _ => Err(Failure::usage("The words can come from one place only.", "Take one of --text, --edit and -.")),
    }
}

fn add(door: &Door, name: &str, text: &str) -> Result<ExitCode, Failure> {
    let changed = write_new(door, name, text)?;
    tell(door, &changed)
}

fn write_new(door: &Door, name: &str, text: &str) -> Result<Changed, Failure> {
    door.change(Scope::Told, |campaign, ids| add_story(campaign, ids, door.today, Some(name), text))
}

fn edit(door: &Door, name: &str) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Told)?;
    let old = told_as(&campaign, name);
    let explanation = [
        format!("Your story “{name}”: what you do best, one thing that shows it, and where you want to do it next."),
        "Ninety seconds are about 210 words. Save, and close the editor.".to_owned(),
    ];
    let text = old.map_or("", |old| old.text.as_str());
    let changed = editor::edit("story", &explanation, text, |back| match old {
        Some(old) => door.change(Scope::Told, |campaign, ids| rewrite_story(campaign, ids, door.today, old.id, back)),
        None => write_new(door, name, back),
    })?;
    match (changed, old) {
        (Some(changed), _) => tell(door, &changed),
        (None, Some(old)) => written::show(door, None, whole(&campaign, old.id)?),
        (None, None) => Err(Failure::refused("Nothing was written in the editor, so there is no new version.", "")),
    }
}

fn tell(door: &Door, changed: &Changed) -> Result<ExitCode, Failure> {
    let new = changed.changes.iter().find_map(written_story);
    match new {
        Some(id) => written::show(door, Some(changed), whole(&door.read(Scope::Told)?, id)?),
        None => door.tell(changed.step),
    }
}

fn written_story(change: &Change) -> Option<StoryId> {
    match change {
        Change::Write(Fact::Story(story)) if !story.dropped => Some(story.id),
        _ => None,
    }
}

//! `ask words PERSON`: the seeker's own words for an ask, for one person or as their usual ones.

use std::process::ExitCode;

use clap::Args;
use method::ask::draft::ask_draft;
use method::ask::own_words::{drop_words, keep_words, make_usual};
use store::Scope;

use super::draft::FormWish;
use crate::args::Who;
use crate::door::Door;
use crate::editor;
use crate::failure::Failure;
use crate::plain_text;
use crate::written;

/// Keeps own words.
#[derive(Debug, Args)]
pub struct WordsWish {
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    form: FormWish,
    /// The words to say or write; - takes them from standard input
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// Write them in your editor, beginning with what stands now
    #[arg(long, conflicts_with = "text")]
    edit: bool,
    /// Make them your usual words: what holds only for this person becomes a slot, such as {name} or {tie}
    #[arg(long)]
    usual: bool,
    /// Let go of your own words for this person; with --usual, of your usual ones
    #[arg(long, conflicts_with_all = ["text", "edit"])]
    drop: bool,
}

/// Keeps them, or lets go of them, and shows what will be said now.
pub fn run(door: &Door, wish: &WordsWish) -> Result<ExitCode, Failure> {
    let (campaign, person) = door.read_person(&wish.who)?;
    let form = wish.form.form();
    let stands = ask_draft(&campaign, door.today, person, form)?;
    let keep = |text: &str| {
        door.change(Scope::Ties, |campaign, ids| match wish.usual {
            true => make_usual(campaign, ids, door.today, person, form, text),
            false => keep_words(campaign, ids, door.today, person, form, text),
        })
    };
    let changed = if wish.drop {
        Some(door.change(Scope::Ties, |campaign, _| drop_words(campaign, (!wish.usual).then_some(person), form))?)
    } else if let Some(text) = &wish.text {
        Some(if text == "-" { keep(&plain_text::from_input()?)? } else { keep(text)? })
    } else if wish.edit {
        let explanation = [format!("Your words for {}. Save, and close the editor.", stands.person.name)];
        editor::edit("ask", &explanation, &stands.text, keep)?
    } else if wish.usual {
        Some(keep(&stands.text)?)
    } else {
        return Err(Failure::usage(
            "The words are missing.",
            format!("Give them: `halfhour ask words {person} --text \"…\"`, or write them in your editor by --edit."),
        ));
    };
    let campaign = door.read(Scope::Ties)?;
    written::show(door, changed.as_ref(), ask_draft(&campaign, door.today, person, form)?)
}

//! The story: its versions, one of them, a new one, and one laid aside.

mod add;
mod begin;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use method::campaign::Campaign;
use method::day::dated;
use method::id::StoryId;
use method::story::beats::Length;
use method::story::find::find_story;
use method::story::report::{StoryReport, stories};
use method::story::write_story::lay_story_aside;
use serde::Serialize;
use store::Scope;

use crate::case::remarks;
use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, counted};

/// Your story, in versions: how long each takes to say, who heard it, and how far those conversations went.
#[derive(Debug, Args)]
pub struct Wish {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// A first version from what you told, for 30 or 90 seconds, to make your own
    Begin(begin::BeginWish),
    /// Write a version: the text by --text, in your editor by --edit, or on standard input by -
    Add(add::AddWish),
    /// One version, to be read aloud
    Show(NameWish),
    /// Lay a version aside; conversations that heard it remember it
    Drop(NameWish),
}

/// Which version.
#[derive(Debug, Args)]
struct NameWish {
    /// The name of a version, or its id
    #[arg(value_name = "NAME", required = true, num_args = 1..)]
    name: Vec<String>,
}

/// Every version, the newest first; those laid aside come last.
#[derive(Debug, Serialize)]
struct Stories {
    stories: Vec<StoryReport>,
}

impl Show for Stories {
    fn show(&self, text: &mut Text) {
        if self.stories.is_empty() {
            text.line("You have not written your story yet.");
            text.muted(
                "What you do best, one thing that shows it, and where you want to do it next. \
                 Begin with what you told already: `halfhour story begin`, or write it: `halfhour story add short --edit`",
            );
            return;
        }
        for story in &self.stories {
            text.heading(title(story));
            text.line(length(story));
            heard(text, story);
            if !story.dropped {
                remarks::remarks(text, &story.remarks);
            }
        }
    }
}

/// One version, whole.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Whole {
    story: StoryReport,
}

impl Show for Whole {
    fn show(&self, text: &mut Text) {
        let story = &self.story;
        text.heading(title(story));
        text.line(&story.text);
        text.gap();
        text.muted(length(story));
        heard(text, story);
        for told in &story.told {
            text.muted_point(format!("{} on {}: {}", told.person.name, dated(told.held_on), told.ladder));
        }
        remarks::remarks(text, &story.remarks);
    }
}

fn title(story: &StoryReport) -> String {
    format!("{} ({}){}", story.name, story.id, if story.dropped { ", laid aside" } else { "" })
}

fn length(story: &StoryReport) -> String {
    let words = counted(story.words, "word", "words");
    let seconds = counted(story.seconds, "second", "seconds");
    let fits = match story.fits {
        Some(Length::Thirty) => " It fits into 30 seconds.",
        Some(Length::Ninety) => " It fits into 90 seconds.",
        None => "",
    };
    format!("{words}, about {seconds} to say.{fits} Written on {}.", dated(story.written_on))
}

fn heard(text: &mut Text, story: &StoryReport) {
    if let Some(furthest) = story.furthest {
        let told = counted(story.told.len(), "conversation", "conversations");
        text.line(format!("Told in {told}; the furthest: {furthest}."));
    }
}

/// Shows the versions, or does what the verb says.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    match wish.verb {
        None => door.show(&Stories { stories: stories(&door.read(Scope::Told)?) }),
        Some(Verb::Begin(wish)) => begin::run(door, &wish),
        Some(Verb::Add(wish)) => add::run(door, &wish),
        Some(Verb::Show(wish)) => {
            let campaign = door.read(Scope::Told)?;
            let story = find_story(&campaign, &wish.name.join(" "))?;
            door.show(&whole(&campaign, story)?)
        }
        Some(Verb::Drop(wish)) => {
            let name = wish.name.join(" ");
            door.change_and_tell(Scope::Told, |campaign, _| {
                lay_story_aside(campaign, find_story(campaign, &name)?, true)
            })
        }
    }
}

fn whole(campaign: &Campaign, id: StoryId) -> Result<Whole, Failure> {
    let story = stories(campaign).into_iter().find(|story| story.id == id);
    let story = story.ok_or_else(|| {
        Failure::refused(
            "This version is gone; another window may have removed it.",
            "See your versions: `halfhour story`",
        )
    })?;
    Ok(Whole { story })
}

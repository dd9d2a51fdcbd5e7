//! `story begin`: a first version, put together from the beats. What was told fills them; a flag says one otherwise.

use std::process::ExitCode;

use clap::Args;
use method::case::remark::Remark;
use method::story::beats::{Beat, Beats, Length, beats, framed};
use method::story::report::{remarks as pointed_out, seconds};
use method::story::write_story::add_story;
use serde::Serialize;
use store::Scope;

use crate::case::remarks;
use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, counted};

/// A first version from what you told: what you do best, one proof, what it changed, where next, and an opening.
#[derive(Debug, Args)]
pub struct BeginWish {
    /// For how many seconds: 30 or 90
    #[arg(long, value_name = "N", default_value = "90", value_parser = ["30", "90"])]
    seconds: String,
    /// What you do best
    #[arg(long, value_name = "TEXT")]
    best: Option<String>,
    /// One thing you did that shows it, with a figure
    #[arg(long, value_name = "TEXT")]
    proof: Option<String>,
    /// What it changed, and for whom
    #[arg(long, value_name = "TEXT")]
    changed: Option<String>,
    /// Where you would like to do it next
    #[arg(long, value_name = "TEXT")]
    next: Option<String>,
    /// What you would like them to tell you
    #[arg(long, value_name = "TEXT")]
    opening: Option<String>,
    /// Keep it as a version with this name
    #[arg(long, value_name = "NAME")]
    keep: Option<String>,
}

/// The beginning, and what would make it better.
#[derive(Debug, Serialize)]
struct Begun {
    text: String,
    seconds: usize,
    beats: Beats,
    remarks: Vec<Remark>,
    missing: Vec<String>,
}

impl Show for Begun {
    fn show(&self, text: &mut Text) {
        if self.text.is_empty() {
            text.line("Nothing is known yet to begin with.");
        } else {
            text.line(&self.text);
            text.muted(format!("About {} to say.", counted(self.seconds, "second", "seconds")));
            remarks::remarks(text, &self.remarks);
        }
        remarks::missing(text, &self.missing);
        if !self.text.is_empty() {
            text.gap();
            text.muted("Say it in your own words, then keep it: `halfhour story begin --keep short`, or `halfhour story add short --edit`");
        }
    }
}

impl BeginWish {
    fn said(&self, beat: Beat) -> Option<&str> {
        let words = match beat {
            Beat::Best => &self.best,
            Beat::Proof => &self.proof,
            Beat::Changed => &self.changed,
            Beat::Next => &self.next,
            Beat::Opening => &self.opening,
        };
        words.as_deref()
    }
}

/// Shows it, or keeps it.
pub fn run(door: &Door, wish: &BeginWish) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Told)?;
    let mut told = beats(&campaign);
    for beat in Beat::ALL {
        if let Some(words) = wish.said(*beat) {
            told.tell(*beat, &framed(&campaign, *beat, words));
        }
    }
    let length = Length::from_word(&wish.seconds).unwrap_or(Length::Ninety);
    let text = told.text(length);
    if let Some(name) = &wish.keep {
        return door
            .change_and_tell(Scope::Told, |campaign, ids| add_story(campaign, ids, door.today, Some(name), &text));
    }
    let missing = told.missing().into_iter().map(missing).collect();
    door.show(&Begun {
        seconds: seconds(&text),
        remarks: if text.is_empty() { Vec::new() } else { pointed_out(&campaign.direction, &text) },
        text,
        beats: told,
        missing,
    })
}

fn missing(beat: Beat) -> String {
    format!("{} `halfhour story begin --{} \"…\"`", beat.asks(), beat.word())
}

//! `check`: the draft check on a file or on standard input. It needs no campaign and keeps nothing.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use method::ask::Form;
use method::draft::pointed::{Pointed, pointed};
use method::draft::{Finding, Severity, check_in_form, has_own_words, looks_english};
use serde::Serialize;

use crate::ask::draft::forms;
use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::plain_text;
use crate::text::{Text, counted};

/// Reads a draft before you send it. It finds what asks for a job, asks who is hiring or makes your search their problem,
/// and shows how to say it instead. Where none of these stands it gives advice. Nothing is kept. The exit code is 1 when
/// one of the three was found; for advice alone it is 0; it is 3 when the text does not look like English, the only language
/// that is known, and so nothing was checked.
#[derive(Debug, Args)]
pub struct Wish {
    /// A text file; without one, or with -, standard input is read
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// In which form the draft goes; then its length is looked at too
    #[arg(long, value_name = "FORM", value_parser = forms())]
    form: Option<String>,
}

/// What was found, in the order of the text.
#[derive(Debug, Serialize)]
struct Checked {
    findings: Vec<Finding>,
    /// Whether the draft looks like English, the only language that the check knows.
    english: bool,
}

impl Show for Checked {
    fn show(&self, text: &mut Text) {
        let phrases = pointed(&self.findings);
        phrases.iter().for_each(|phrase| show(text, phrase));
        if !phrases.is_empty() {
            text.gap();
            text.muted(format!("{} to say differently.", counted(phrases.len(), "thing", "things")));
        }
        if self.is_unread() {
            text.line("This does not look like English, the only language that this check knows.");
        } else if self.findings.is_empty() {
            text.line("Nothing in this draft gets in the way of a conversation.");
        }
    }
}

impl Checked {
    /// Whether nothing can be said about it, because it is in another language.
    fn is_unread(&self) -> bool {
        !self.english && self.findings.is_empty()
    }
}

/// One phrase: what it does in plain words, why that hurts, and how to say it instead.
fn show(text: &mut Text, phrase: &Pointed) {
    let does = if phrase.is_advice() { "(advice)" } else { &phrase.does };
    text.heading(format!("“{}” {does}", phrase.quote));
    for finding in &phrase.findings {
        match finding.severity {
            Severity::Fault => text.hanging("  ", finding.why),
            Severity::Advice => text.hanging("  ", format!("{} {}", finding.says, finding.why)),
        }
        text.hanging("  Instead: ", finding.instead);
    }
}

/// The exit code where a draft is in another language: it was not checked, so it is neither clean nor faulty.
const UNREAD: u8 = 3;

/// Checks.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let draft = match wish.file.as_deref().filter(|file| *file != Path::new("-")) {
        Some(file) => plain_text::from_file(file)?,
        None => plain_text::from_input()?,
    };
    if !draft.chars().any(char::is_alphanumeric) {
        return Err(Failure::file(
            "There is no draft to check: not a word was found in it.",
            "Name a text file: `halfhour check FILE`. Or paste your draft: `halfhour check -`",
        ));
    }
    if !has_own_words(&draft) {
        return Err(Failure::file(
            "There is no draft of your own to check: all of it is quoted or forwarded.",
            "Add what you write yourself, or take away the marks of a quote.",
        ));
    }
    let form = wish.form.as_deref().and_then(Form::from_word);
    let longest = form.map(Form::longest).unwrap_or_default();
    let checked = Checked { findings: check_in_form(&draft, longest), english: looks_english(&draft) };
    let shown = door.show(&checked)?;
    let faulty = checked.findings.iter().any(|finding| finding.severity == Severity::Fault);
    Ok(match () {
        () if faulty => ExitCode::from(1),
        () if checked.is_unread() => ExitCode::from(UNREAD),
        () => shown,
    })
}

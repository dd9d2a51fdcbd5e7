//! `check`: the draft check on a file or on standard input. It needs no campaign and keeps nothing.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use method::ask::Form;
use method::draft::{Finding, Severity, check_in_form, looks_english};
use serde::Serialize;

use crate::ask::draft::forms;
use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::plain_text;
use crate::text::{Text, counted};

/// Reads a draft before you send it. It finds what asks for a job, asks who is hiring or makes your search their problem,
/// and shows how to say it instead. Where none of these stands it gives advice. Nothing is kept. The exit code is 1 when
/// one of the three was found; for advice alone it is 0.
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
        for finding in &self.findings {
            let advice = if finding.severity == Severity::Advice { " (advice)" } else { "" };
            text.heading(format!("“{}”{advice}", one_line(&finding.quote)));
            text.hanging("  ", format!("{} {}", finding.says, finding.why));
            text.hanging("  Instead: ", finding.instead);
        }
        if !self.findings.is_empty() {
            text.gap();
            text.muted(format!("{} to say differently.", counted(self.findings.len(), "thing", "things")));
        }
        if !self.english && self.findings.is_empty() {
            text.line("This does not look like English, the only language that this check knows.");
        } else if self.findings.is_empty() {
            text.line("Nothing in this draft gets in the way of a conversation.");
        }
    }
}

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
    let form = wish.form.as_deref().and_then(Form::from_word);
    let longest = form.map(Form::longest).unwrap_or_default();
    let checked = Checked { findings: check_in_form(&draft, longest), english: looks_english(&draft) };
    let shown = door.show(&checked)?;
    let faulty = checked.findings.iter().any(|finding| finding.severity == Severity::Fault);
    Ok(if faulty { ExitCode::from(1) } else { shown })
}

fn one_line(quote: &str) -> String {
    quote.split_whitespace().collect::<Vec<_>>().join(" ")
}

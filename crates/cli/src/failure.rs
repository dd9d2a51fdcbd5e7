//! Every way in which a command can fail, with its exit code. An error says what is the matter and what to do.

use std::io::Write;
use std::process::ExitCode;

use method::change::{No, Refusal};
use serde::Serialize;

use crate::same_file::SameFile;

/// A command that could not be carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// A word for programs.
    pub kind: String,
    /// What is the matter.
    pub message: String,
    /// The way out.
    pub hint: String,
    #[serde(skip)]
    exit: u8,
}

/// A failure as a program reads it. A type of its own keeps the order of its fields, whatever else was built.
#[derive(Serialize)]
struct Answer<'a> {
    error: &'a Failure,
}

/// The command line is wrong, or a name is ambiguous.
const USAGE: u8 = 2;
/// A file cannot be used.
const FILE: u8 = 3;
/// The campaign file cannot be used.
const CAMPAIGN: u8 = 4;
/// The method says no, and nothing was written.
const METHOD: u8 = 5;

impl Failure {
    /// The command line is wrong.
    pub fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new("usage", USAGE, message, hint)
    }

    /// A file, other than the campaign, cannot be used.
    pub fn file(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new("file", FILE, message, hint)
    }

    /// The campaign file cannot be used.
    pub fn campaign(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new("campaign", CAMPAIGN, message, hint)
    }

    /// The door says no on the method's behalf, and nothing was written.
    pub fn refused(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Refusal::method(message, hint).into()
    }

    fn new(kind: &str, exit: u8, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { kind: kind.to_owned(), message: message.into(), hint: hint.into(), exit }
    }

    /// The same, with the campaign file in the commands that it names.
    pub fn on(self, same_file: &SameFile) -> Self {
        Self { message: same_file.in_commands(&self.message), hint: same_file.in_commands(&self.hint), ..self }
    }

    /// Prints it, for people or as JSON, and gives its exit code.
    pub fn report(&self, json: bool) -> ExitCode {
        let clean = crate::text::clean;
        let text = if json {
            serde_json::to_string(&Answer { error: self }).unwrap_or_default()
        } else if self.hint.is_empty() {
            format!("halfhour: {}", clean(&self.message))
        } else {
            format!("halfhour: {}\n{}", clean(&self.message), clean(&self.hint))
        };
        // Nobody may be listening any more; then there is nothing left to say.
        let _ = writeln!(anstream::stderr(), "{text}");
        ExitCode::from(self.exit)
    }
}

impl From<Refusal> for Failure {
    fn from(no: Refusal) -> Self {
        let exit = match no.kind {
            No::Unknown | No::Ambiguous | No::Usage => USAGE,
            No::Method | No::Stale => METHOD,
        };
        Self::new(no.kind.word(), exit, no.message, no.hint)
    }
}

/// Reports what clap found: help and version are no failures, and with `--json` the error is JSON too.
pub fn report_usage(problem: &clap::Error) -> ExitCode {
    if !problem.use_stderr() {
        return match problem.print() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let json = std::env::args_os().any(|argument| argument == "--json");
    crate::usage::failure(problem).report(json)
}

//! `export`: everything that is told and imported, as JSON lines in a ZIP. The same campaign gives the same bytes.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use store::Scope;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::new_file;
use crate::text::{Text, counted};

/// Writes everything as JSON lines in a ZIP, one member for each kind of fact, in a stable order and without history.
#[derive(Debug, Args)]
pub struct Wish {
    /// The new file, or - for standard output; nothing is written over one that exists
    #[arg(value_name = "FILE", default_value = "halfhour-export.zip")]
    file: PathBuf,
}

#[derive(Debug, Serialize)]
struct Exported {
    file: PathBuf,
    facts: usize,
    #[serde(skip)]
    is_of_nobody: bool,
}

impl Show for Exported {
    fn show(&self, text: &mut Text) {
        text.line(format!("Wrote {} to {}.", counted(self.facts, "fact", "facts"), self.file.display()));
        text.muted(match self.is_of_nobody {
            true => "Nobody is on your list yet: it holds only what you told about yourself.",
            false => "It holds your friends' details: keep it where only you can read it.",
        });
    }
}

/// Writes the export.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Everything)?;
    let is_of_nobody = campaign.everybody().next().is_none()
        && campaign.correspondence.is_empty()
        && campaign.acquaintances.is_empty()
        && campaign.sources.is_empty();
    let facts = campaign.facts();
    let bytes = formats::export::write(&facts).map_err(|problem| unwritable(&wish.file, &problem))?;
    if wish.file == Path::new("-") {
        io::stdout().lock().write_all(&bytes).map_err(|problem| unwritable(&wish.file, &problem))?;
        return Ok(ExitCode::SUCCESS);
    }
    new_file::write(&wish.file, &bytes).map_err(|problem| unwritable(&wish.file, &problem))?;
    door.show(&Exported { file: wish.file.clone(), facts: facts.len(), is_of_nobody })
}

fn unwritable(file: &Path, problem: &io::Error) -> Failure {
    let file = file.display();
    match problem.kind() {
        io::ErrorKind::AlreadyExists => Failure::file(
            format!("{file} exists already, and nothing was written."),
            "Name another file: `halfhour export FILE`",
        ),
        _ => Failure::file(format!("{file} could not be written: {problem}."), "Name a file in a folder of your own."),
    }
}

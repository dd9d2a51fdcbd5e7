//! What an independent parser says of the calendars that leave the program: Python's icalendar reads them.
//!
//! It is installed into a folder of its own under `target/` and is neither committed nor shipped.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::shell::{root, run, succeeds};
use crate::stages::test_ignored;
use crate::tools;

/// The parser, and the version against which the calendars were held.
const PARSER: &str = "icalendar==6.3.1";

/// Runs the test that writes calendars and has them read.
pub fn read(install: bool) -> Result<()> {
    tools::for_the_calendars(install)?;
    let python = python(&root().join("target/icalendar"))?;
    let variables: [(&str, &OsStr); 1] = [("ICALENDAR_PYTHON", python.as_os_str())];
    test_ignored("-p halfhour --test calendar", &variables)
}

/// A Python that knows the parser.
fn python(place: &Path) -> Result<PathBuf> {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    let python = place.join(folder).join("python");
    let knows = |python: &Path| succeeds(Command::new(python).args(["-c", "import icalendar"]));
    if !knows(&python) {
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(place))?;
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", PARSER]))?;
    }
    Ok(python)
}

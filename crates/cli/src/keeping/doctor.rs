//! `doctor`: looks whether the campaign file is sound, and changes nothing.

use std::process::ExitCode;

use serde::Serialize;
use store::Defect;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::Text;

#[derive(Debug, Serialize)]
struct Diagnosis {
    file: std::path::PathBuf,
    /// Whether there is a file at all; before the first use there is none, and nothing is wrong with that.
    begun: bool,
    defects: Vec<Defect>,
}

impl Show for Diagnosis {
    fn show(&self, text: &mut Text) {
        if !self.begun {
            text.line(format!("No search is begun yet; it will stand at {}.", self.file.display()));
            return;
        }
        if self.defects.is_empty() {
            text.line(format!("{} is sound.", self.file.display()));
            return;
        }
        for defect in &self.defects {
            text.warm(&defect.message);
            text.muted(&defect.hint);
        }
    }
}

/// Looks; exit code 1 when something is wrong.
pub fn run(door: &Door) -> Result<ExitCode, Failure> {
    let mut defects = door.doctor();
    let begun = !matches!(defects.as_slice(), [only] if only.kind == "missing");
    if !begun {
        defects.clear();
    }
    let diagnosis = Diagnosis { file: door.data().to_path_buf(), begun, defects };
    let shown = door.show(&diagnosis)?;
    Ok(if diagnosis.defects.is_empty() { shown } else { ExitCode::from(1) })
}

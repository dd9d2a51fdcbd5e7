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
    defects: Vec<Defect>,
}

impl Show for Diagnosis {
    fn show(&self, text: &mut Text) {
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
    let diagnosis = Diagnosis { file: door.data().to_path_buf(), defects: door.doctor() };
    let shown = door.show(&diagnosis)?;
    Ok(if diagnosis.defects.is_empty() { shown } else { ExitCode::from(1) })
}

//! What a command wrote, and how it stands now. Serves every step in which words are written.

use std::process::ExitCode;

use serde::Serialize;
use store::{Changed, Step};

use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::text::Text;

/// The step of history, and beside it what stands now.
#[derive(Debug, Serialize)]
pub struct Written<T> {
    /// None when everything stood like that already.
    step: Option<Step>,
    #[serde(flatten)]
    now: T,
}

impl<T: Show> Show for Written<T> {
    fn show(&self, text: &mut Text) {
        match &self.step {
            Some(step) => text.line(format!("{}.", capital(&step.text))),
            None => text.line("It stood like that already; nothing was changed."),
        }
        self.now.show(text);
    }
}

/// Shows what was written, and how it stands now.
pub fn show(door: &Door, changed: Option<&Changed>, now: impl Show) -> Result<ExitCode, Failure> {
    let step = door.step(changed.and_then(|changed| changed.step))?;
    door.show(&Written { step, now })
}

//! `demo`: an invented search of ten weeks, to look around in.

use std::process::ExitCode;

use method::demo::demo;
use serde::Serialize;
use store::{Scope, Step};

use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::text::Text;

#[derive(Debug, Serialize)]
struct Written {
    step: Option<Step>,
}

impl Show for Written {
    fn show(&self, text: &mut Text) {
        if let Some(step) = &self.step {
            text.line(format!("{}.", capital(&step.text)));
        }
        text.line("Everybody in it is invented.");
        text.muted(
            "Look around: `halfhour today`, `halfhour next`, `halfhour momentum`, `halfhour map`, `halfhour list`",
        );
        text.muted("When you have seen enough, `halfhour undo` takes it out again.");
    }
}

/// Writes it into an empty campaign.
pub fn run(door: &Door) -> Result<ExitCode, Failure> {
    let changed = door.change(Scope::Ties, |campaign, ids| demo(campaign, ids, door.today))?;
    door.show(&Written { step: door.step(changed.step)? })
}

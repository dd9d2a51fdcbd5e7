//! `method`: the method in a few words, each step with the command that does it. Serves every step.

use std::process::ExitCode;

use method::guide::{GUIDE, Guide, Point};
use serde::Serialize;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::Text;

/// The method, as `--json` prints it.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Told {
    guide: Guide,
}

impl Show for Told {
    fn show(&self, text: &mut Text) {
        let Guide { opening, is, is_not, steps, uneasy } = self.guide;
        text.line(opening);
        points(text, "What it is", is);
        points(text, "What it is not", is_not);
        text.heading("Step by step");
        for (place, step) in (1..).zip(steps) {
            text.hanging(&format!("{place}. "), format!("{}. {}", step.name, step.says));
            let commands: Vec<String> = step.ways.iter().map(|way| format!("`{}`", way.command)).collect();
            text.hanging("   ", commands.join(", "));
        }
        text.heading("When you hesitate");
        text.line(uneasy);
    }
}

fn points(text: &mut Text, heading: &str, points: &[Point]) {
    text.heading(heading);
    for point in points {
        text.point(format!("{}. {}", point.name, point.says));
    }
}

/// Tells the method.
pub fn run(door: &Door) -> Result<ExitCode, Failure> {
    door.show(&Told { guide: GUIDE })
}

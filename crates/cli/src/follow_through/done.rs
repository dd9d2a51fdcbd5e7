//! `done`: a move, or one part of it, is done.

use std::cell::RefCell;
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use method::follow_through::done::{done as decide, parts_meant};
use method::follow_through::moves::{Part, moves};
use serde::Serialize;
use store::{Scope, Step};

use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::text::{Text, counted};

/// You did it. What it is about is recorded: thanks, a call, a promise kept.
#[derive(Debug, Args)]
pub struct DoneWish {
    /// The move, by its id in `halfhour today`
    #[arg(value_name = "MOVE")]
    id: String,
    /// One part of it, by its number or id; otherwise all of it
    #[arg(value_name = "PART")]
    part: Option<String>,
}

#[derive(Serialize)]
struct Done {
    /// The step of history; none when everything stood like that already.
    step: Option<Step>,
    /// What is done.
    parts: Vec<Part>,
    /// How many moves are still due today or before.
    left: usize,
}

impl Show for Done {
    fn show(&self, text: &mut Text) {
        if let Some(step) = self.step.as_ref().filter(|_| self.parts.len() == 1) {
            text.line(format!("{}.", capital(&step.text)));
        } else {
            text.line("Done:");
            self.parts.iter().for_each(|part| text.point(&part.text));
        }
        match self.left {
            0 => text.muted("Nothing else is due today."),
            left => text.muted(format!("{} more due: halfhour today", counted(left, "move", "moves"))),
        }
    }
}

/// Does a move.
pub fn done(door: &Door, wish: &DoneWish) -> Result<ExitCode, Failure> {
    let (id, part) = (wish.id.as_str(), wish.part.as_deref());
    let meant = RefCell::new(Vec::new());
    let changed = door.change(Scope::Told, |campaign, ids| {
        meant.replace(parts_meant(campaign, door.today, id, part)?);
        decide(campaign, ids, door.today, id, part)
    })?;
    let step = door.step(changed.step)?;
    door.show(&Done { step, parts: meant.take(), left: due_by(door, door.today)? })
}

/// How many moves are due on that day or before.
fn due_by(door: &Door, day: Date) -> Result<usize, Failure> {
    let campaign = door.read(Scope::Told)?;
    Ok(moves(&campaign, door.today).iter().filter(|one| one.due_on <= day && one.person.is_some()).count())
}

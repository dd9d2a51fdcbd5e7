//! `done`: a move, or one part of it, is done.

use std::cell::RefCell;
use std::process::ExitCode;

use clap::Args;
use method::ask::Ask;
use method::campaign::PersonRef;
use method::change::{Change, Fact};
use method::follow_through::done::{done as decide, parts_meant};
use method::follow_through::moves::{Part, moves};
use method::id::PersonId;
use serde::Serialize;
use store::{Scope, Step};

use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::follow_through::agenda::scope;
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
    /// Who was asked by doing it, and may answer now.
    asked: Option<PersonRef>,
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
        if let Some(asked) = &self.asked {
            text.line(format!("When {} answers: `halfhour ask answer {} accepted --on DAY`", asked.name, asked.id));
        }
        match self.left {
            0 => text.muted("Nothing else is due today."),
            left => text.muted(format!("{} due: `halfhour today`", counted(left, "more move is", "more moves are"))),
        }
    }
}

/// Does a move.
pub fn done(door: &Door, wish: &DoneWish) -> Result<ExitCode, Failure> {
    let (id, part) = (wish.id.as_str(), wish.part.as_deref());
    let meant = RefCell::new(Vec::new());
    let changed = door.change(scope(door)?, |campaign, ids| {
        meant.replace(parts_meant(campaign, door.today, id, part)?);
        decide(campaign, ids, door.today, id, part)
    })?;
    let step = door.step(changed.step)?;
    let campaign = door.read(Scope::Told)?;
    let left =
        moves(&campaign, door.today).iter().filter(|one| one.due_on <= door.today && one.person.is_some()).count();
    let asked = changed.changes.iter().find_map(newly_asked).map(|person| campaign.person_ref(person));
    door.show(&Done { step, parts: meant.take(), asked, left })
}

fn newly_asked(change: &Change) -> Option<PersonId> {
    match change {
        Change::Write(Fact::Ask(ask)) if *ask == Ask::made(ask.id, ask.person, ask.form, ask.asked_on) => {
            Some(ask.person)
        }
        _ => None,
    }
}

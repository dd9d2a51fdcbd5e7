//! What a rule says: one thing that is due, with its day and its reason.
//!
//! Serves following through. It holds the shape that all rules share; it knows none of them.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Key};
use crate::follow_through::view::View;
use crate::id::{Ids, PersonId};
use crate::rules::Rule;

/// A rule that makes moves.
#[derive(Debug)]
pub struct MoveRule {
    /// What it says and rests on.
    pub rule: &'static Rule,
    /// Its short name in ids: `thank` in `thank-c3`.
    pub code: &'static str,
    /// Everything that it makes due, near and far.
    pub due: fn(&View) -> Vec<Due>,
    /// What doing it writes; refuses where only recording the thing itself does it.
    pub done: fn(&Campaign, &Ids, Date, &Due) -> Decision,
    /// Whether saying that it is done is enough; otherwise only recording the thing itself does it, and `done` refuses.
    pub by_saying: bool,
    /// What it means that it is not needed.
    pub unneeded: Unneeded,
}

/// What it means that something is not needed.
#[derive(Debug, Clone, Copy)]
pub enum Unneeded {
    /// It is never said again about the same subject.
    ForGood,
    /// It comes round again and again, so it rests for that many days.
    RestsFor(i32),
    /// A fact of its own says it, or it cannot be said.
    Says(fn(&Campaign, &Ids, Date, &Due) -> Decision),
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// With whom; none when it is nobody in particular.
    pub person: Option<PersonId>,
    /// The fact that it is about.
    pub about: Key,
    /// The day.
    pub due_on: Date,
    /// The last day on which it is still worth saying; none when it stands until it is done.
    pub expires_on: Option<Date>,
    /// What to do, in one short sentence.
    pub text: String,
    /// Why, in one short sentence.
    pub why: String,
    /// The command that does it, where `done` alone would not be the thing itself.
    pub command: Option<String>,
}

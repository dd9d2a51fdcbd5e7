//! Keeps the campaign in one file. The only crate that knows SQL.
//!
//! [`Store`] is the contract: load, decide and write in one transaction, undo, history. [`Sqlite`] keeps it in one SQLite
//! file. What a change means is none of this crate's business: it takes [`method::change::Change`]s as they come, and
//! refuses only what would leave a fact that mentions nothing.

mod error;
mod sqlite;
mod store;

pub use error::Error;
pub use sqlite::Sqlite;
pub use sqlite::doctor::{Defect, doctor};
pub use sqlite::keeping::{Restored, copies_beside, restore};
pub use sqlite::open::Place;
pub use sqlite::scope::at_home;
pub use store::{Changed, Decide, Door, Forgotten, Known, Scope, Step, StepId, Store, Undone};

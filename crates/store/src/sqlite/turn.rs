//! Whose turn it is to write, when several write to one file. Serves every step.
//!
//! SQLite keeps no queue: whoever asks in the instant between two writes gets the file, and its own waiting asks only ten
//! times a second. Somebody who writes again and again could so keep everybody else out until they give up. Here whoever
//! waits asks every few milliseconds, and whoever has just written leaves a moment to the others first.

use std::cell::Cell;
use std::time::{Duration, Instant};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::open::PATIENCE;
use super::trouble::Trouble;

/// What whoever has just written leaves to the others.
const MOMENT: Duration = Duration::from_millis(1);

/// How long SQLite waits by itself before it is asked anew; it asks after 1, 3 and 8 milliseconds.
const SLICE: Duration = Duration::from_millis(8);

/// The turns of one connection.
#[derive(Debug)]
pub struct Turn {
    patience: Cell<Duration>,
    written: Cell<Option<Instant>>,
}

impl Default for Turn {
    fn default() -> Self {
        Turn { patience: Cell::new(PATIENCE), written: Cell::new(None) }
    }
}

impl Turn {
    /// How long it waits before it gives up.
    pub fn set_patience(&self, patience: Duration) {
        self.patience.set(patience);
    }

    /// A write has ended: the next one of this connection leaves a moment to the others.
    pub fn ended(&self) {
        self.written.set(Some(Instant::now()));
    }

    /// Begins a write, as soon as nobody else is writing.
    ///
    /// # Errors
    /// When others kept the file busy for longer than the patience, and everything that SQLite knows about files.
    pub fn begin<'a>(&self, file: &'a Connection) -> Result<Transaction<'a>, Trouble> {
        if let Some(rest) = self.written.take().and_then(|written| MOMENT.checked_sub(written.elapsed())) {
            std::thread::sleep(rest);
        }
        let patience = self.patience.get();
        file.busy_timeout(SLICE.min(patience))?;
        let began = begin_within(file, patience);
        // A read, and the rest of this write, wait as SQLite does.
        file.busy_timeout(patience)?;
        began
    }
}

fn begin_within(file: &Connection, patience: Duration) -> Result<Transaction<'_>, Trouble> {
    let since = Instant::now();
    loop {
        match Transaction::new_unchecked(file, TransactionBehavior::Immediate).map_err(Trouble::from) {
            // Where SQLite sees no use in waiting, it says so at once.
            Err(trouble) if trouble.is_busy() && since.elapsed() < patience => std::thread::sleep(MOMENT),
            began => return began,
        }
    }
}

//! Files of any size: mailboxes and calendars, read from beginning to end without ever being held whole.
//!
//! Serves the list. An importer of such files is one file and one line in [`STREAMS`]. It refuses to count without
//! knowing which addresses are the seeker's: they decide who wrote to whom. Whether anything stands there is looked at
//! first, so that nobody is asked about a file of tasks.

use std::io::{self, Read};

use method::list::reading::{Me, Reading};

use crate::calendar;
use crate::ledger::Ledger;
use crate::mail::{letter, mbox};
use crate::unusable::Unusable;
use crate::window::Window;

/// So many bytes are looked through for a message or a meeting before somebody is asked whose they are.
const LOOKED_AT: u64 = 4 << 20;

/// Every importer of files of any size.
pub const STREAMS: &[Stream] = &[mbox::STREAM, calendar::STREAM, letter::STREAM];

/// One kind of file that may be of any size.
#[derive(Debug)]
pub struct Stream {
    /// The name in machine output. Kinds of the same name are about the same things.
    pub kind: &'static str,
    /// The name for people.
    pub title: &'static str,
    /// Whether a file is of this kind, by its first bytes.
    pub(crate) recognise: fn(&[u8]) -> bool,
    /// Reads it from beginning to end.
    pub(crate) read: fn(&mut Window<'_>, &mut Ledger) -> io::Result<()>,
}

/// The first importer that knows the file.
pub(crate) fn recognise(start: &[u8]) -> Option<&'static Stream> {
    STREAMS.iter().find(|stream| (stream.recognise)(start))
}

/// Reads one such file. `tick` is told how many bytes have been read.
pub(crate) fn read(
    stream: &Stream,
    file: &str,
    input: &mut dyn Read,
    me: &Me,
    tick: &mut dyn FnMut(u64),
) -> Result<Reading, Unusable> {
    let no = |fault| Unusable::from_io(file, fault);
    let mut ledger = Ledger::new(me);
    if me.addresses.is_empty() {
        let mut beginning = input.take(LOOKED_AT);
        (stream.read)(&mut Window::new(&mut beginning, tick), &mut ledger).map_err(no)?;
        return match beginning.limit() > 0 && ledger.is_empty() {
            true => Err(Unusable::NothingInIt { file: file.to_owned(), title: stream.title }),
            false => Err(Unusable::WhoseMail { file: file.to_owned(), title: stream.title }),
        };
    }
    (stream.read)(&mut Window::new(input, tick), &mut ledger).map_err(no)?;
    Ok(ledger.reading(file, stream.kind))
}

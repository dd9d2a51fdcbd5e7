//! calendars
use crate::ledger::Ledger;
use crate::streams::Stream;
use crate::window::Window;
use std::io;
/// The importer.
pub(crate) const STREAM: Stream = Stream { kind: "calendar", title: "calendar", recognise, read };
fn recognise(_start: &[u8]) -> bool {
    false
}
fn read(_window: &mut Window<'_>, _ledger: &mut Ledger) -> io::Result<()> {
    Ok(())
}

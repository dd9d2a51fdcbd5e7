//! Writes the campaign file that is kept in `tests/kept/` for each schema: `cargo run -p store --example keep -- FILE`.
//!
//! Run it once when a schema is released; from then on the file shows that such files still open. It refuses to write
//! over a file.

#[path = "../tests/scene/search.rs"]
mod scene;

use std::path::PathBuf;

use jiff::Timestamp;
use method::list::Person;
use store::{Door, Place, Scope, Sqlite, Store};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let to = PathBuf::from(std::env::args_os().nth(1).ok_or("name the file to be written")?);
    let folder = tempfile::tempdir()?;
    let store = Sqlite::open(folder.path().join("campaign.db"), Place::Given)?
        .with_clock(|| Timestamp::constant(1_795_428_000, 0));
    store.change(Door::CommandLine, Scope::Told, &|_, ids| Ok(scene::whole_search(ids)))?;
    store.change(Door::App, Scope::Told, &|campaign, _| {
        let ana = campaign.people.values().take(1);
        Ok(ana.map(|ana| Person { close: true, ..ana.clone() }.into()).collect())
    })?;
    store.undo(Door::App, None)?;
    store.backup(&to)?;
    Ok(())
}

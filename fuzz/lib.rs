//! What every target holds: no panic, and read is found and rejected together; of mail and meetings, counted, passed over
//! and rejected together.

use std::io::Cursor;

use method::list::reading::{Findings, Me};

/// Reads the bytes behind a beginning that leads them to one parser.
pub fn hold(beginning: &str, bytes: &[u8]) {
    let whole = [beginning.as_bytes(), bytes].concat();
    let me = Me { addresses: vec!["me@example.com".to_owned()], ..Me::default() };
    let Ok(readings) = formats::read("file", Cursor::new(whole), &me, &mut |_| ()) else { return };
    for reading in &readings {
        let found = match &reading.findings {
            Findings::People(rows) => rows.len(),
            Findings::Seeker(rows) => rows.len(),
            Findings::Exchanges(found) => {
                let skipped: usize = found.skipped.values().sum();
                assert_eq!(reading.read, found.counted + skipped + found.rejected);
                continue;
            }
            Findings::Correspondence(_) => continue,
        };
        assert_eq!(reading.read, found + reading.rejected());
    }
}

//! A new file that only its owner may read, and never one in the place of another. Serves export and import.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

/// Writes it.
///
/// # Errors
/// When it exists already, or the system does not let it be written.
pub fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).and_then(|mut to| to.write_all(bytes))
}

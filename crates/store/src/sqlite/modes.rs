//! Who may look into files and folders: their owner and nobody else. Serves every step.
//!
//! On systems without such permissions it does nothing, and says so by being short.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::path::Path;

/// Makes an empty file that only its owner may read; refuses when something is there.
pub fn make_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a folder, and those above it, that only its owner may look into.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Whether others than the owner may read it.
pub fn is_open_to_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = (path, fs::metadata::<&Path>);
        false
    }
}

/// Keeps others from reading a file or looking into a folder, where that can be done; what cannot is found by `doctor`.
pub fn close_to_others(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if is_open_to_others(path) {
            let mode = if path.is_dir() { 0o700 } else { 0o600 };
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

//! The files of a folder, in an order that does not depend on the disk.
//!
//! Serves the list. It refuses to follow links out of the folder, to go deeper than anybody sorts their files, and to
//! look at what the computer put there for itself.

use std::fs;
use std::path::{Path, PathBuf};

use crate::archive::MEMBERS;
use crate::mail::maildir::{PARTS, is_maildir};
use crate::unusable::Unusable;

/// How many folders may stand inside each other.
const DEPTH: usize = 16;

/// Every file in a folder and in the folders inside it, sorted by path; none that begins with a full stop, and none of
/// the messages that a mail server keeps there, which are read as one source.
///
/// # Errors
/// When the folder cannot be read, or holds more than [`MEMBERS`] files.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Unusable> {
    let mut files = Vec::new();
    gather(folder, DEPTH, &mut files)?;
    if files.len() > MEMBERS {
        let file = folder.display().to_string();
        return Err(Unusable::TooManyMembers { file, found: files.len(), limit: MEMBERS });
    }
    files.sort();
    Ok(files)
}

fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Unusable> {
    let problem = |problem| Unusable::from_io(&folder.display().to_string(), problem);
    let is_mail = is_maildir(folder);
    for entry in fs::read_dir(folder).map_err(problem)? {
        let entry = entry.map_err(problem)?;
        let kind = entry.file_type().map_err(problem)?;
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        let is_message = is_mail && PARTS.iter().any(|part| entry.file_name() == *part);
        if is_hidden || is_message || files.len() > MEMBERS {
            continue;
        }
        if kind.is_dir() && depth > 0 {
            gather(&entry.path(), depth - 1, files)?;
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_in_the_order_of_their_names_without_hidden_ones() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("b/c")).unwrap();
        for name in ["z.csv", "b/c/a.vcf", "b/a.csv", ".hidden", "b/.DS_Store"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let found = files_in(folder.path()).unwrap();
        let names: Vec<_> = found.iter().map(|path| path.strip_prefix(folder.path()).unwrap().to_owned()).collect();
        assert_eq!(names, ["b/a.csv", "b/c/a.vcf", "z.csv"].map(PathBuf::from));
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let missing = files_in(Path::new("nowhere/at all")).unwrap_err();
        assert_eq!(missing.to_string(), "at all: there is no such file");
    }
}

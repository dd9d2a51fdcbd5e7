//! The address at which calendar programs of this machine read the seeker's calendar. Serves following through.
//!
//! Its key is no key of a run: it opens nothing but the calendar, and holds until the seeker takes it away. It lies in a
//! file beside the campaign that only its owner may read, and not in the campaign: so no backup, export or history
//! carries it, and another copy of the campaign has none.

use std::fs::{self, OpenOptions};
use std::io::{Error, ErrorKind, Result, Write};
use std::path::{Path, PathBuf};

use crate::secret::Secret;

/// The key that stands, if there is one.
pub fn standing(campaign: &Path) -> Option<Secret> {
    Secret::told(fs::read_to_string(place(campaign, "feed")).ok()?.trim())
}

/// Makes a fresh key; one that stood opens nothing any more.
///
/// # Errors
/// When it cannot be written, or the system has no randomness to give.
pub fn make(campaign: &Path) -> Result<Secret> {
    let secret = Secret::fresh().map_err(|problem| Error::other(problem.to_string()))?;
    let (new, place) = (place(campaign, "feed-new"), place(campaign, "feed"));
    remove(&new)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&new)?.write_all(format!("{}\n", secret.word()).as_bytes())?;
    fs::rename(&new, &place)?;
    Ok(secret)
}

/// Takes the key away.
///
/// # Errors
/// When it stands and cannot be removed.
pub fn take_away(campaign: &Path) -> Result<()> {
    remove(&place(campaign, "feed"))
}

/// The address, for a program on this machine.
pub fn address(port: u16, secret: &Secret) -> String {
    format!("http://127.0.0.1:{port}/calendar/{}.ics", secret.word())
}

/// Whether that path shows the key that stands.
pub(crate) fn is_shown(campaign: &Path, path: &str) -> bool {
    let shown = path.strip_prefix("/calendar/").and_then(|name| name.strip_suffix(".ics"));
    shown.is_some_and(|shown| standing(campaign).is_some_and(|key| key.is(shown)))
}

fn remove(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(problem) if problem.kind() != ErrorKind::NotFound => Err(problem),
        _ => Ok(()),
    }
}

fn place(campaign: &Path, ending: &str) -> PathBuf {
    let mut name = campaign.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    campaign.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_holds_until_another_is_made_or_it_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let campaign = folder.path().join("campaign.db");
        assert!(standing(&campaign).is_none() && take_away(&campaign).is_ok());
        let first = make(&campaign).unwrap();
        let path = |secret: &Secret| format!("/calendar/{}.ics", secret.word());
        assert_eq!(standing(&campaign).as_ref(), Some(&first));
        assert!(is_shown(&campaign, &path(&first)) && !is_shown(&campaign, "/calendar/.ics"));
        let second = make(&campaign).unwrap();
        assert!(!is_shown(&campaign, &path(&first)) && is_shown(&campaign, &path(&second)));
        take_away(&campaign).unwrap();
        assert!(!is_shown(&campaign, &path(&second)));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        make(&folder.path().join("campaign.db")).unwrap();
        let mode = fs::metadata(folder.path().join("campaign.db.feed")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }
}

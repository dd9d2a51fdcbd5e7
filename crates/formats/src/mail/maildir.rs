//! A folder in which every message is a file of its own, as mail servers keep it: `cur`, `new`, and folders of these.
//!
//! Serves the list. Of each file only the header is read. It refuses to follow links out of the folder, and to look into
//! `tmp`, where messages are not whole yet.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use method::list::reading::{Me, Reading};

use super::headers::Headers;
use super::{KIND, message};
use crate::Progress;
use crate::ledger::Ledger;
use crate::unusable::{Unusable, base_name};
use crate::window::Window;

/// The parts of such a folder, as servers name them.
pub(crate) const PARTS: [&str; 3] = ["cur", "new", "tmp"];

/// How deep folders stand in folders.
const DEEPEST: usize = 16;

/// Whether a folder itself is kept as a mail server keeps it.
pub fn is_maildir(folder: &Path) -> bool {
    folder.join("cur").is_dir() && folder.join("new").is_dir()
}

/// Whether such a folder stands anywhere in a folder.
pub(crate) fn holds_maildirs(folder: &Path) -> bool {
    holds(folder, 0)
}

fn holds(folder: &Path, depth: usize) -> bool {
    let deeper = |one: &PathBuf| depth < DEEPEST && is_open(one) && holds(one, depth + 1);
    is_maildir(folder) || inside(folder).iter().any(deeper)
}

/// Whether one looks into a folder that stands outside of mail: hidden ones are the computer's own, but for mail.
fn is_open(folder: &Path) -> bool {
    is_maildir(folder) || !base_name(&folder.display().to_string()).starts_with('.')
}

/// Reads all messages in such a folder and in the folders in it, as one source.
///
/// `progress` is told of messages, not of bytes.
///
/// # Errors
/// When the folder cannot be read or holds no message, or when nobody said which addresses are the seeker's.
pub fn read_maildir(folder: &Path, me: &Me, progress: &mut dyn FnMut(Progress)) -> Result<Reading, Unusable> {
    let name = base_name(&folder.display().to_string());
    let mut files = Vec::new();
    gather(folder, (0, false), &mut files).map_err(|fault| Unusable::from_io(&name, fault))?;
    if files.is_empty() {
        return Err(Unusable::NothingInIt { file: name, title: "mail folder" });
    }
    if me.addresses.is_empty() {
        return Err(Unusable::WhoseMail { file: name, title: "mail folder" });
    }
    files.sort_by_cached_key(|path| (path.parent().and_then(Path::parent).map(Path::to_owned), unmarked(path)));
    let total = u64::try_from(files.len()).unwrap_or(u64::MAX);
    let (mut ledger, mut headers) = (Ledger::new(me), Headers::default());
    for (done, file) in (0..).zip(&files) {
        progress(Progress { done, total });
        take(file, &mut ledger, &mut headers);
    }
    progress(Progress { done: total, total });
    Ok(ledger.reading(&name, KIND))
}

fn take(path: &Path, ledger: &mut Ledger, headers: &mut Headers) {
    let place = ledger.begin();
    let read = File::open(path).and_then(|mut file| {
        let mut tick = |_| ();
        headers.read(&mut Window::small(&mut file, &mut tick))
    });
    match read {
        Ok(()) => message::take(ledger, headers, None, (place, 1)),
        Err(fault) => ledger.reject(place, 1, &format!("{} cannot be read: {fault}.", unmarked(path))),
    }
}

/// The name without what a mail program marks on it, such as that the message was seen.
fn unmarked(path: &Path) -> String {
    let name = base_name(&path.display().to_string());
    name.split(":2,").next().unwrap_or_default().to_owned()
}

/// The messages in a folder. `depth` is how deep it stands, and whether in mail: elsewhere `new` is a folder like others.
fn gather(folder: &Path, (depth, is_in_mail): (usize, bool), files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let is_mail = is_in_mail || is_maildir(folder);
    let parts = ["cur", "new"].map(|part| folder.join(part));
    for part in parts.iter().filter(|part| is_mail && part.is_dir()) {
        for entry in fs::read_dir(part)? {
            let entry = entry?;
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if entry.file_type()?.is_file() && !is_hidden {
                files.push(entry.path());
            }
        }
    }
    for one in inside(folder).iter().filter(|one| depth < DEEPEST && (is_mail || is_open(one))) {
        gather(one, (depth + 1, is_mail), files)?;
    }
    Ok(())
}

/// The folders in a folder, links and those of the server itself left out.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
    let is_mail = is_maildir(folder);
    folders.retain(|path| !is_mail || !PARTS.iter().any(|part| path.ends_with(part)));
    folders.sort();
    folders
}

//! Other people's files: bytes in, findings and problems out.
//!
//! Serves the first step, the list. [`read`] is the one door: it takes an archive or a single file, recognises what
//! it holds by content, and gives one [`Reading`] per file that it knows. It refuses to fail at a line: whatever is
//! wrong in a row becomes a problem with its place, and only a file that yields nothing at all is [`Unusable`]. It
//! never stores what people wrote to each other.

mod archive;
mod content;
mod dates;
mod encoding;
pub mod export;
mod gather;
mod google_contacts;
mod linkedin;
mod links;
mod looks;
mod numbered;
mod outlook;
mod person;
pub mod rejects;
mod sources;
mod table;
mod unusable;
mod vcard;

use std::io::{Read, Seek};

use method::list::reading::{Findings, Me, Reading, SeekerRow};

use content::Content;
use sources::{Found, Start};

pub use archive::{ARCHIVE_BYTES, MEMBERS, RATIO, RATIO_FREE_BYTES};
pub use content::FILE_BYTES;
pub use sources::{SOURCES, Source};
pub use unusable::Unusable;

/// How far the reading of one file has come, for a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that have been read.
    pub done: u64,
    /// Bytes that will be read. It does not change while one file is read.
    pub total: u64,
}

/// Reads an archive or a single file.
///
/// `file_name` may be a path; only its last part is used, to name the file. `me` is what is known of the seeker; what
/// an archive tells about them is used for its other members too. `progress` is called now and then with growing
/// values, last with `done == total`.
///
/// The readings of an archive come in the order of [`SOURCES`], then of the archive. Messages may give two readings:
/// the letters, and the seeker's own profile link. A known member without rows gives none.
///
/// At most [`FILE_BYTES`] are read from a file or a member of an archive, [`ARCHIVE_BYTES`] from all members,
/// [`MEMBERS`] members are looked at, and a member beyond [`RATIO_FREE_BYTES`] may hold at most [`RATIO`] times what
/// it takes up in the archive.
///
/// # Errors
/// When the file cannot be read, or holds nothing that is known, or not a single row.
pub fn read(
    file_name: &str,
    mut input: impl Read + Seek,
    me: &Me,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<Reading>, Unusable> {
    let file = unusable::base_name(file_name);
    let mut desk = Desk { me: me.clone(), done: 0, total: 0, progress };
    let start = content::first_bytes(&file, &mut input)?;
    let readings = if looks::is_zip(&start) {
        read_archive(&file, input, &mut desk)
    } else {
        read_single(&file, input, &mut desk)
    }?;
    desk.finish();
    Ok(readings)
}

fn read_single(file: &str, input: impl Read, desk: &mut Desk) -> Result<Vec<Reading>, Unusable> {
    let content = Content::read(file, input)?;
    let text = content.text();
    if text.trim().is_empty() {
        return Err(Unusable::Empty { file: file.to_owned() });
    }
    let Some(source) = sources::recognise(&Start { name: file, text: &text }) else {
        return Err(looks::unknown(file, &content.bytes, &text));
    };
    desk.total = content.size();
    let readings = desk.take(source, &content, &text);
    if readings.is_empty() {
        return Err(Unusable::NoRows { file: file.to_owned(), title: source.title });
    }
    Ok(readings)
}

fn read_archive(file: &str, input: impl Read + Seek, desk: &mut Desk) -> Result<Vec<Reading>, Unusable> {
    let mut archive = archive::Archive::open(file, input)?;
    let known = archive.known()?;
    desk.total = known.iter().map(|member| member.size).sum();
    let mut readings = Vec::new();
    for member in &known {
        let content = archive.content(member)?;
        readings.extend(desk.take(member.source, &content, &content.text()));
    }
    match known.first() {
        Some(first) if readings.is_empty() => {
            Err(Unusable::NoRows { file: format!("{file}/{}", first.name), title: first.source.title })
        }
        _ => Ok(readings),
    }
}

/// What is known while one file is read: the seeker so far, and how far the bar is.
struct Desk<'p> {
    me: Me,
    done: u64,
    total: u64,
    progress: &'p mut dyn FnMut(Progress),
}

impl Desk<'_> {
    /// The readings of one content; what it tells about the seeker is remembered for the next ones.
    fn take(&mut self, source: &Source, content: &Content, text: &str) -> Vec<Reading> {
        let (before, size) = (self.done, content.size());
        let mut reported = 0;
        let mut tick = |at: usize| {
            let read = scaled(size, at, text.len());
            if read >= reported + (64 << 10) {
                reported = read;
                (self.progress)(Progress { done: (before + read).min(self.total), total: self.total });
            }
        };
        let found = (source.read)(text, &self.me, &mut tick);
        self.done = before + size;
        let digest = content.digest();
        let rows = found.into_iter().filter(|found| found.read > 0);
        let readings: Vec<Reading> = rows.map(|found| found.into_reading(content, text, &digest)).collect();
        readings.iter().for_each(|reading| learn(&mut self.me, &reading.findings));
        readings
    }

    fn finish(&mut self) {
        (self.progress)(Progress { done: self.total, total: self.total });
    }
}

impl Found {
    fn into_reading(self, content: &Content, text: &str, digest: &str) -> Reading {
        let Found { kind, read, findings, problems, columns, cut } = self;
        let left_out = rejects::left_out(content, text, cut.as_ref(), &problems);
        let (file, kind, digest) = (content.file.clone(), kind.to_owned(), digest.to_owned());
        Reading { file, kind, digest, read, findings, problems, columns, left_out }
    }
}

fn scaled(size: u64, at: usize, of: usize) -> u64 {
    let (at, of) = (u128::try_from(at).unwrap_or(0), u128::try_from(of).unwrap_or(1).max(1));
    u64::try_from(u128::from(size) * at / of).unwrap_or(size).min(size)
}

fn learn(me: &mut Me, findings: &Findings) {
    let Findings::Seeker(rows) = findings else {
        return;
    };
    for row in rows {
        match row {
            SeekerRow::Profile { name: Some(name), .. } => me.names.push(name.clone()),
            SeekerRow::Address { email } => me.addresses.push(email.clone()),
            SeekerRow::Link { link } => me.links.push(link.clone()),
            _ => {}
        }
    }
}

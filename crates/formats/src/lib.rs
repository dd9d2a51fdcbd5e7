//! Other people's files: bytes in, findings and problems out.
//!
//! Serves the first step, the list. [`read`] is the one door: it takes an archive or a single file, recognises what
//! it holds by content, and gives one [`Reading`] per file that it knows. It refuses to fail at a line: whatever is
//! wrong in a row becomes a problem with its place, and only a file that yields nothing at all is [`Unusable`]. It
//! never stores what people wrote to each other.

mod archive;
mod calendar;
mod columns;
mod content;
mod dates;
mod encoding;
pub mod event;
pub mod export;
mod folder;
mod gather;
mod google_contacts;
pub mod holidays;
mod json_resume;
mod ledger;
mod linkedin;
mod links;
mod looks;
mod mail;
mod numbered;
mod outlook;
mod own_archive;
mod people_table;
mod person;
pub mod rejects;
mod several;
mod sources;
mod streams;
mod table;
pub mod timetable;
mod unusable;
mod vcard;
mod window;

use std::collections::BTreeMap;
use std::io::{Read, Seek, SeekFrom};

use method::list::reading::{Findings, Me, Reading, SeekerRow};

use archive::Importer;
use content::Content;
use sources::{Found, Start};

pub use archive::{ARCHIVE_BYTES, MEMBERS, RATIO, RATIO_FREE_BYTES};
pub use columns::{Map, WrongMap};
pub use content::FILE_BYTES;
pub use folder::files_in;
pub use mail::maildir::{is_maildir, read_maildir};
pub use several::{Named, Skipped, Taken, read_all};
pub use sources::{SOURCES, Source};
pub use streams::{STREAMS, Stream};
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
/// Mailboxes and calendars may be of any size. Of other files at most [`FILE_BYTES`] are read from a file or a member of
/// an archive, [`ARCHIVE_BYTES`] from all members. [`MEMBERS`] members are looked at, and a member beyond [`RATIO_FREE_BYTES`] may hold at most [`RATIO`] times what
/// it takes up in the archive.
///
/// # Errors
/// When the file cannot be read, or holds nothing that is known, or not a single row; for mail, when nobody said which
/// addresses are the seeker's.
pub fn read(
    file_name: &str,
    input: impl Read + Seek,
    me: &Me,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<Reading>, Unusable> {
    Ok(read_as(file_name, input, me, &Asked::default(), progress)?.readings)
}

/// How a file is to be read, where its content leaves a choice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Which columns are what, in a table that no importer knows.
    pub map: Map,
    /// The same for files of this name alone, before what is said of all.
    pub each: BTreeMap<String, Map>,
    /// The file was not named by itself but stands among others, such as in a folder: no columns are guessed then,
    /// because a table there may list anything.
    pub is_among_others: bool,
}

/// As [`read`], with what the seeker said about the file, and with what an archive held besides.
///
/// # Errors
/// As [`read`].
pub fn read_as(
    file_name: &str,
    mut input: impl Read + Seek,
    me: &Me,
    asked: &Asked,
    progress: &mut dyn FnMut(Progress),
) -> Result<Taken, Unusable> {
    let file = unusable::base_name(file_name);
    let map = asked.each.get(&file).unwrap_or(&asked.map);
    let mut desk = Desk { me: me.clone(), map, is_among_others: asked.is_among_others, done: 0, total: 0, progress };
    let start = content::first_bytes(&file, &mut input)?;
    let taken = if looks::is_zip(&start) {
        read_archive(&file, input, &mut desk)?
    } else if let Some(stream) = streams::recognise(&start) {
        read_stream(&file, input, stream, &mut desk)?.into()
    } else {
        read_single(&file, input, &mut desk)?.into()
    };
    desk.finish();
    Ok(taken)
}

/// Where a file stands among several that are read together: what tells about the seeker stands before what needs it.
/// Files that no importer knows stand last.
///
/// # Errors
/// When the file cannot be read.
pub fn rank(file_name: &str, input: &mut (impl Read + Seek)) -> Result<usize, Unusable> {
    let file = unusable::base_name(file_name);
    let start = content::first_bytes(&file, input)?;
    if looks::is_zip(&start) {
        return Ok(0);
    }
    if streams::recognise(&start).is_some() {
        return Ok(usize::MAX);
    }
    let source = sources::recognise(&Start { name: &file, text: &encoding::decode(&start) });
    Ok(source.map_or(SOURCES.len(), sources::rank))
}

/// What readings can only tell together, such as which connection it was who wrote a recommendation. An archive does so
/// by itself; files that were read one by one want it when all are read.
pub fn settle(readings: &mut [Reading]) {
    linkedin::recommendations::find_links(readings);
}

/// What readings tell of the seeker, for the files that are read after them.
pub fn learn(me: &mut Me, readings: &[Reading]) {
    readings.iter().for_each(|reading| learn_from(me, &reading.findings));
}

fn read_single(file: &str, input: impl Read, desk: &mut Desk) -> Result<Vec<Reading>, Unusable> {
    let content = Content::read(file, input)?;
    let text = content.text();
    if text.trim().is_empty() {
        return Err(Unusable::Empty { file: file.to_owned() });
    }
    let Some(source) = desk.recognise(&Start { name: file, text: &text }, desk.is_among_others) else {
        return Err(desk.unknown(looks::unknown(file, &content.bytes, &text)));
    };
    desk.total = content.size();
    let readings = desk.take(source, &content, &text);
    if readings.is_empty() {
        return Err(Unusable::NoRows { file: file.to_owned(), title: source.title });
    }
    Ok(readings)
}

fn read_stream(
    file: &str,
    mut input: impl Read + Seek,
    stream: &Stream,
    desk: &mut Desk,
) -> Result<Vec<Reading>, Unusable> {
    let size = input.seek(SeekFrom::End(0)).and_then(|size| input.rewind().map(|()| size));
    desk.total = size.map_err(|fault| Unusable::from_io(file, fault))?;
    let reading = desk.take_stream(stream, file, &mut input)?;
    if reading.read == 0 {
        return Err(Unusable::NothingInIt { file: file.to_owned(), title: stream.title });
    }
    Ok(vec![reading])
}

fn read_archive(file: &str, input: impl Read + Seek, desk: &mut Desk) -> Result<Taken, Unusable> {
    let mut archive = archive::Archive::open(file, input)?;
    let (known, alone) = archive.known(|start| desk.recognise(start, true))?;
    desk.total = known.iter().map(|member| member.size).sum();
    let mut readings = Vec::new();
    for member in &known {
        match member.importer {
            Importer::Whole(source) => {
                let content = archive.content(member)?;
                readings.extend(desk.take(source, &content, &content.text()));
            }
            Importer::Stream(stream) => {
                let path = format!("{file}/{}", member.name);
                let reading = archive.stream(member, |input| desk.take_stream(stream, &path, input))?;
                readings.extend((reading.read > 0).then_some(reading));
            }
        }
    }
    settle(&mut readings);
    match known.first() {
        Some(first) if readings.is_empty() => {
            Err(Unusable::NoRows { file: format!("{file}/{}", first.name), title: first.importer.title() })
        }
        _ => Ok(Taken { readings, skipped: alone.iter().map(|why| several::skipped(file, why)).collect() }),
    }
}

/// What is known while one file is read: the seeker so far, and how far the bar is.
struct Desk<'p> {
    me: Me,
    map: &'p Map,
    is_among_others: bool,
    done: u64,
    total: u64,
    progress: &'p mut dyn FnMut(Progress),
}

impl Desk<'_> {
    /// The importer of a file; a table whose columns the seeker named is read as told.
    fn recognise(&self, start: &Start, is_among_others: bool) -> Option<&'static Source> {
        if people_table::fits(start.text, self.map) {
            return Some(&people_table::SOURCE);
        }
        sources::recognise(start).filter(|source| !is_among_others || source.kind != people_table::SOURCE.kind)
    }

    /// What to say of a table that has other columns than the seeker named.
    fn unknown(&self, looks: Unusable) -> Unusable {
        let wanted: Vec<String> = self.map.columns().into_iter().map(str::to_owned).collect();
        match looks {
            Unusable::OtherTable { file, columns } if !wanted.is_empty() => {
                Unusable::OtherColumns { file, wanted, columns }
            }
            other => other,
        }
    }

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
        let found = if source.kind == people_table::SOURCE.kind {
            people_table::read_as(text, self.map, &mut tick)
        } else {
            (source.read)(text, &self.me, &mut tick)
        };
        self.done = before + size;
        let digest = content.digest();
        let rows = found.into_iter().filter(|found| found.read > 0);
        let mut readings: Vec<Reading> = rows.map(|found| found.into_reading(content, text, &digest)).collect();
        linkedin::recommendations::keep_received(&mut readings);
        learn(&mut self.me, &readings);
        readings
    }

    /// The reading of one file of any size.
    fn take_stream(&mut self, stream: &Stream, file: &str, input: &mut dyn Read) -> Result<Reading, Unusable> {
        let (before, total) = (self.done, self.total);
        let mut read = 0;
        let mut tick = |at: u64| {
            if at >= read + (1 << 20) {
                read = at;
                (self.progress)(Progress { done: (before + at).min(total), total });
            }
        };
        let reading = streams::read(stream, file, input, &self.me, &mut tick)?;
        self.done = (before + read).min(total);
        Ok(reading)
    }

    fn finish(&mut self) {
        (self.progress)(Progress { done: self.total, total: self.total });
    }
}

impl Found {
    fn into_reading(self, content: &Content, text: &str, digest: &str) -> Reading {
        let Found { kind, read, findings, problems, columns, said, cut } = self;
        let left_out = rejects::left_out(content, text, cut.as_ref(), &problems);
        let (file, kind, digest) = (content.file.clone(), kind.into_owned(), digest.to_owned());
        Reading { file, kind, digest, read, findings, problems, columns, said, left_out }
    }
}

/// The name for people of a kind of file; empty when there is no such kind.
pub fn title(kind: &str) -> &'static str {
    let whole = SOURCES.iter().map(|source| (source.kind, source.title));
    let mut all = whole.chain(STREAMS.iter().map(|stream| (stream.kind, stream.title)));
    all.find(|(one, _)| *one == kind).map_or("", |(_, title)| title)
}

fn scaled(size: u64, at: usize, of: usize) -> u64 {
    let (at, of) = (u128::try_from(at).unwrap_or(0), u128::try_from(of).unwrap_or(1).max(1));
    u64::try_from(u128::from(size) * at / of).unwrap_or(size).min(size)
}

fn learn_from(me: &mut Me, findings: &Findings) {
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

//! ZIP archives: which members are known, and their content, within limits.
//!
//! Serves the list. It refuses to believe the sizes that an archive claims, to read more than a limit, and to leave
//! out a member that is locked or broken without a word.

use std::io::{self, Read, Seek};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use crate::content::{Content, FILE_BYTES, START_BYTES};
use crate::encoding;
use crate::looks;
use crate::own_archive;
use crate::sources::{self, SOURCES, Source, Start};
use crate::streams::{self, Stream};
use crate::unusable::Unusable;

/// The most members that an archive may have.
pub const MEMBERS: usize = 5_000;

/// The most bytes that are unpacked from one archive: 1 GiB.
pub const ARCHIVE_BYTES: u64 = 1 << 30;

/// How many times its packed size a member may hold.
pub const RATIO: u64 = 100;

/// Below this size a member may hold any number of times its packed size: 8 MiB.
pub const RATIO_FREE_BYTES: u64 = 8 << 20;

/// An archive that has been opened.
pub(crate) struct Archive<R> {
    file: String,
    zip: ZipArchive<R>,
    size: u64,
    unpacked: u64,
}

/// A member that an importer knows.
pub(crate) struct Member {
    /// Its path in the archive.
    pub name: String,
    /// The importer.
    pub importer: Importer,
    /// How many bytes it claims to hold.
    pub size: u64,
    /// Where its parts stand in the archive, in their order; one part unless it is an export of our own.
    parts: Vec<usize>,
}

/// What reads a member.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Importer {
    /// It is read whole.
    Whole(&'static Source),
    /// It passes by.
    Stream(&'static Stream),
}

impl Importer {
    /// The name for people.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Importer::Whole(source) => source.title,
            Importer::Stream(stream) => stream.title,
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Importer::Whole(source) => source.kind,
            Importer::Stream(stream) => stream.kind,
        }
    }

    /// What tells about the seeker stands before what needs it, and what may be of any size comes last.
    fn place(self) -> usize {
        match self {
            Importer::Whole(source) => sources::rank(source),
            Importer::Stream(_) => SOURCES.len(),
        }
    }
}

impl<R: Read + Seek> Archive<R> {
    /// Reads the list of members.
    pub(crate) fn open(file: &str, mut input: R) -> Result<Self, Unusable> {
        let file = file.to_owned();
        let size = input.seek(io::SeekFrom::End(0)).map_err(|error| Unusable::from_io(&file, error))?;
        let zip = ZipArchive::new(input).map_err(|_| Unusable::Damaged { file: file.clone(), member: None })?;
        if zip.len() > MEMBERS {
            return Err(Unusable::TooManyMembers { file, found: zip.len(), limit: MEMBERS });
        }
        Ok(Self { file, zip, size, unpacked: 0 })
    }

    /// The members that importers know, in the order of the importers, and why others that people may have meant to bring
    /// in are left alone. There is at least one that is known.
    pub(crate) fn known(
        &mut self,
        recognise: impl Fn(&Start) -> Option<&'static Source>,
    ) -> Result<(Vec<Member>, Vec<Unusable>), Unusable> {
        let names = self.names()?;
        if let Some(looks) = looks::disguised(&names.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>()) {
            return Err(Unusable::NotKnown { file: self.file.clone(), looks });
        }
        if let Some(own) = self.own_export(&names)? {
            return Ok((vec![own], Vec::new()));
        }
        let (mut known, mut alone) = (Vec::new(), Vec::new());
        for (index, name) in &names {
            match self.recognise(*index, name, &recognise)? {
                Ok(member) => known.push(member),
                Err(why) => alone.push(why),
            }
        }
        if known.is_empty() {
            if let Some(nested) = alone.into_iter().find(|why| matches!(why, Unusable::Nested { .. })) {
                return Err(nested);
            }
            let holds: Vec<String> = names.iter().take(8).map(|(_, name)| name.clone()).collect();
            let more = names.len() - holds.len();
            return Err(Unusable::NothingKnown { file: self.file.clone(), holds, more });
        }
        known.sort_by_key(|member| member.importer.place());
        // An export of a network holds dozens of tables of no use here; whoever asked for it did not choose them.
        let is_chosen = !known.iter().any(|member| member.importer.kind().starts_with("linkedin"));
        alone.retain(|why| matches!(why, Unusable::Nested { .. }) || is_chosen && is_meant(why));
        Ok((known, alone))
    }

    /// The whole content of a member.
    pub(crate) fn content(&mut self, member: &Member) -> Result<Content, Unusable> {
        let mut whole = Content { file: self.file.clone(), bytes: Vec::new() };
        for part in &member.parts {
            let content = self.part(*part, &member.name)?;
            match member.parts.as_slice() {
                [_] => return Ok(content),
                _ => whole.bytes.extend(content.bytes),
            }
        }
        Ok(whole)
    }

    /// An export of our own: all its parts are one content, because each is only understood with the others.
    fn own_export(&mut self, names: &[(usize, String)]) -> Result<Option<Member>, Unusable> {
        let Some((mark, name)) = names.iter().find(|(_, name)| name == own_archive::MARK) else {
            return Ok(None);
        };
        let is_own = |start: &Start| Some(&own_archive::SOURCE).filter(|source| (source.recognise)(start));
        let Ok(known) = self.recognise(*mark, name, is_own)? else {
            return Ok(None);
        };
        let others = names.iter().filter(|(_, name)| name.ends_with(".jsonl")).map(|(index, _)| *index);
        Ok(Some(Member { parts: std::iter::once(*mark).chain(others).collect(), ..known }))
    }

    fn part(&mut self, index: usize, name: &str) -> Result<Content, Unusable> {
        let file = format!("{}/{name}", self.file);
        let room = ARCHIVE_BYTES.saturating_sub(self.unpacked);
        let size = self.size;
        let packed = self.entry(index, name)?;
        let limit = packed.compressed_size().min(size).saturating_mul(RATIO).max(RATIO_FREE_BYTES);
        let bytes = unpack(packed, FILE_BYTES.min(limit).min(room) + 1)
            .map_err(|_| Unusable::Damaged { file: self.file.clone(), member: Some(name.to_owned()) })?;
        let content = Content { file, bytes };
        let file = || content.file.clone();
        self.unpacked = self.unpacked.saturating_add(content.size());
        match content.size() {
            size if size > FILE_BYTES => Err(Unusable::TooLarge { file: file(), mebibytes: FILE_BYTES >> 20 }),
            size if size > limit => Err(Unusable::Swells { file: file(), ratio: RATIO }),
            size if size > room => Err(Unusable::TooLarge { file: self.file.clone(), mebibytes: ARCHIVE_BYTES >> 20 }),
            _ => Ok(content),
        }
    }

    /// Lets a member of any size pass by, as long as it does not swell beyond all measure.
    pub(crate) fn stream<T>(
        &mut self,
        member: &Member,
        pass: impl FnOnce(&mut dyn Read) -> Result<T, Unusable>,
    ) -> Result<T, Unusable> {
        let (file, size) = (self.file.clone(), self.size);
        let first = member.parts.first().copied().unwrap_or_default();
        let packed = self.entry(first, &member.name)?;
        let limit = packed.compressed_size().min(size).saturating_mul(RATIO).max(RATIO_FREE_BYTES);
        let mut input = packed.take(limit);
        let done = pass(&mut input).map_err(|fault| match fault {
            Unusable::Unreadable { .. } => Unusable::Damaged { file: file.clone(), member: Some(member.name.clone()) },
            other => other,
        })?;
        match input.limit() {
            0 if limit < member.size => Err(Unusable::Swells { file: format!("{file}/{}", member.name), ratio: RATIO }),
            _ => Ok(done),
        }
    }

    /// Index and name of every member that is a file and was put there by the person, not by their computer.
    fn names(&mut self) -> Result<Vec<(usize, String)>, Unusable> {
        let mut names = Vec::new();
        for index in 0..self.zip.len() {
            let damaged = |file: &str| Unusable::Damaged { file: file.to_owned(), member: None };
            let entry = self.zip.by_index_raw(index).map_err(|_| damaged(&self.file))?;
            let name = tidy(&entry.name().map_err(|_| damaged(&self.file))?);
            let base = name.rsplit('/').next().unwrap_or_default();
            if entry.is_file() && !base.starts_with("._") && !name.starts_with("__MACOSX/") {
                if entry.encrypted() {
                    return Err(Unusable::Locked { file: self.file.clone(), member: name });
                }
                names.push((index, name));
            }
        }
        Ok(names)
    }

    fn recognise(
        &mut self,
        index: usize,
        name: &str,
        recognise: impl Fn(&Start) -> Option<&'static Source>,
    ) -> Result<Result<Member, Unusable>, Unusable> {
        let damaged = Unusable::Damaged { file: self.file.clone(), member: Some(name.to_owned()) };
        let entry = self.entry(index, name)?;
        let size = entry.size();
        let bytes = unpack(entry, START_BYTES).map_err(|_| damaged)?;
        let base = name.rsplit('/').next().unwrap_or_default();
        let member = |importer| Member { name: name.to_owned(), importer, size, parts: vec![index] };
        if looks::is_zip(&bytes) {
            let end = base.rsplit('.').next().unwrap_or_default().to_lowercase();
            return Ok(Err(if DOCUMENTS.contains(&end.as_str()) {
                looks::unknown(&format!("{}/{name}", self.file), &bytes, "")
            } else {
                Unusable::Nested { file: self.file.clone(), member: name.to_owned() }
            }));
        }
        if let Some(stream) = streams::recognise(&bytes) {
            return Ok(Ok(member(Importer::Stream(stream))));
        }
        let text = encoding::decode(&bytes);
        let source = recognise(&Start { name: base, text: &text });
        Ok(match source {
            Some(source) => Ok(Member { size: size.min(FILE_BYTES), ..member(Importer::Whole(source)) }),
            None => Err(looks::unknown(&format!("{}/{name}", self.file), &bytes, &text)),
        })
    }

    fn entry(&mut self, index: usize, name: &str) -> Result<ZipFile<'_, R>, Unusable> {
        let (file, member) = (self.file.clone(), name.to_owned());
        self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
                Unusable::OtherPacking { file, member }
            }
            _ => Unusable::Damaged { file, member: Some(member) },
        })
    }
}

/// Endings of documents that are ZIPs inside, and hold nobody's people.
const DOCUMENTS: [&str; 9] = ["docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "jar", "pages"];

/// Whether a member that nobody knows is of a kind in which people keep whom they know.
fn is_meant(why: &Unusable) -> bool {
    let (Unusable::NotKnown { file, .. } | Unusable::OtherTable { file, .. }) = why else { return false };
    let end = file.rsplit('.').next().unwrap_or_default().to_lowercase();
    ["csv", "vcf", "ics", "eml", "mbox"].contains(&end.as_str())
}

/// At most `limit` bytes of a member.
fn unpack<R: Read>(member: ZipFile<'_, R>, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    member.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The path of a member without anything that could mislead on a screen.
fn tidy(name: &str) -> String {
    let clean: String = name.chars().filter(|c| !c.is_control()).map(|c| if c == '\\' { '/' } else { c }).collect();
    let parts: Vec<&str> = clean.split('/').filter(|part| !matches!(*part, "" | "." | "..")).collect();
    parts.join("/")
}

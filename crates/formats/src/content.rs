//! The bytes of one file or one member of an archive, never more than a limit.
//!
//! Serves the list. A content is held as a whole while it is read; it refuses to grow beyond [`FILE_BYTES`].

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Read, Seek};

use sha2::{Digest as _, Sha256};

use crate::encoding;
use crate::unusable::Unusable;

/// The most bytes that are read from a file, or from a member of an archive: 256 MiB.
pub const FILE_BYTES: u64 = 256 << 20;

/// The bytes of one file, with the name under which it is reported.
#[derive(Debug)]
pub(crate) struct Content {
    /// Base name of the file; inside an archive `archive.zip/Member.csv`.
    pub file: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

impl Content {
    /// All bytes of a file.
    pub(crate) fn read(file: &str, input: impl Read) -> Result<Self, Unusable> {
        let mut bytes = Vec::new();
        input.take(FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|error| Unusable::from_io(file, error))?;
        let content = Self { file: file.to_owned(), bytes };
        if content.size() > FILE_BYTES {
            return Err(Unusable::TooLarge { file: file.to_owned(), mebibytes: FILE_BYTES >> 20 });
        }
        Ok(content)
    }

    pub(crate) fn size(&self) -> u64 {
        u64::try_from(self.bytes.len()).unwrap_or(u64::MAX)
    }

    pub(crate) fn text(&self) -> Cow<'_, str> {
        encoding::decode(&self.bytes)
    }

    /// SHA-256 of the bytes in lower-case hexadecimal.
    pub(crate) fn digest(&self) -> String {
        Sha256::digest(&self.bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// How much of a file is looked at to recognise it: 64 KiB.
pub(crate) const START_BYTES: u64 = 64 << 10;

/// The first bytes, with the input wound back to its beginning.
pub(crate) fn first_bytes(file: &str, input: &mut (impl Read + Seek)) -> Result<Vec<u8>, Unusable> {
    let mut start = Vec::new();
    let taken =
        input.by_ref().take(START_BYTES).read_to_end(&mut start).and_then(|_| input.seek(io::SeekFrom::Start(0)));
    taken.map(|_| start).map_err(|error| Unusable::from_io(file, error))
}

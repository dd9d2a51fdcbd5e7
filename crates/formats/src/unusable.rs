//! Why a file cannot be used, in words, with the way out.
//!
//! Serves the list. Every message names the file by its base name and the place in it; it refuses to quote what
//! people wrote.

use std::io;

use method::list::reading::LeftOut;
use thiserror::Error;

use crate::sources::SOURCES;

/// A file that yields nothing.
#[derive(Debug, Error)]
pub enum Unusable {
    /// There is no such file.
    #[error("{file}: there is no such file")]
    Missing {
        /// Base name.
        file: String,
    },
    /// It is a folder.
    #[error("{file} is a folder")]
    Folder {
        /// Base name.
        file: String,
    },
    /// The system does not let it be read.
    #[error("{file} cannot be read: {source}")]
    Unreadable {
        /// Base name.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// Nothing stands in it.
    #[error("{file} is empty")]
    Empty {
        /// Base name, or `archive/member`.
        file: String,
    },
    /// It is something else.
    #[error("{file} looks like {looks}, not like a file that halfhour reads")]
    NotKnown {
        /// Base name.
        file: String,
        /// What it looks like, with its article: `a PNG picture`.
        looks: &'static str,
    },
    /// It is a table of something else.
    #[error("{file} is a table that halfhour does not know; its first line reads: {}", in_line(columns))]
    OtherTable {
        /// Base name.
        file: String,
        /// What stands in its first line, at most twelve cells.
        columns: Vec<String>,
    },
    /// It is a table without the columns that the seeker named.
    #[error("{file} has no columns {}; its first line reads: {}", wanted.join(", "), in_line(columns))]
    OtherColumns {
        /// Base name.
        file: String,
        /// The columns that were named.
        wanted: Vec<String>,
        /// What stands in its first line, at most twelve cells.
        columns: Vec<String>,
    },
    /// It holds a header and nothing else.
    #[error("{file} has the header of {title}, but not a single row")]
    NoRows {
        /// Base name, or `archive/member`.
        file: String,
        /// What it would be.
        title: &'static str,
    },
    /// It is mail or a calendar in which no message and no event stands.
    #[error("{file} is a {title}, and nothing stands in it that halfhour reads")]
    NothingInIt {
        /// Base name, or `archive/member`.
        file: String,
        /// What it is.
        title: &'static str,
    },
    /// Mail or meetings, and nobody said which addresses are the seeker's.
    #[error("{file} is a {title}, and halfhour does not know yet which addresses in it are yours")]
    WhoseMail {
        /// Base name, or `archive/member`.
        file: String,
        /// What it is.
        title: &'static str,
    },
    /// The archive wants a password.
    #[error("{file} is locked with a password, starting with {member}")]
    Locked {
        /// Base name.
        file: String,
        /// The first locked member.
        member: String,
    },
    /// The archive or one of its members is broken.
    #[error("{file} is damaged{}", member.as_ref().map_or(String::new(), |member| format!(": {member} cannot be unpacked")))]
    Damaged {
        /// Base name.
        file: String,
        /// The broken member; none when the list of members itself cannot be read.
        member: Option<String>,
    },
    /// The archive is packed in a way that is not known.
    #[error("{file}: {member} is packed in a way that halfhour cannot unpack")]
    OtherPacking {
        /// Base name.
        file: String,
        /// The member.
        member: String,
    },
    /// It holds nothing but another archive.
    #[error("{file} holds another ZIP, {member}, and halfhour does not look into a ZIP inside a ZIP")]
    Nested {
        /// Base name.
        file: String,
        /// The inner archive.
        member: String,
    },
    /// More bytes than are read.
    #[error("{file} holds more than {mebibytes} MiB, which is more than halfhour reads")]
    TooLarge {
        /// Base name, or `archive/member`.
        file: String,
        /// The limit.
        mebibytes: u64,
    },
    /// A member swells up beyond all measure: a ZIP bomb.
    #[error("{file} swells to more than {ratio} times its packed size, as no export does")]
    Swells {
        /// `archive/member`.
        file: String,
        /// The limit.
        ratio: u64,
    },
    /// More members than are looked at.
    #[error("{file} holds {found} files, and halfhour looks at no more than {limit}")]
    TooManyMembers {
        /// Base name.
        file: String,
        /// How many there are.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// Not one row of it, or of any file beside it, could be used.
    #[error("Not one {unit} of {file} could be used ({title}); {reason}")]
    Fruitless {
        /// Base name, or `archive/member`.
        file: String,
        /// What it is.
        title: &'static str,
        /// What it is made of: rows or cards.
        unit: &'static str,
        /// The first problem with it.
        reason: String,
        /// The rows of all files, as they stand there.
        left_out: Option<LeftOut>,
    },
    /// Mail or meetings of which nothing counts.
    #[error("Nothing in {file} counts ({read} read: {why})")]
    NothingCounts {
        /// Base name, or `archive/member`.
        file: String,
        /// Messages or events.
        read: usize,
        /// How many were left out for which reason, and the first problem.
        why: String,
        /// The places of what could not be read.
        left_out: Option<LeftOut>,
    },
    /// A folder without a single file.
    #[error("There is not a single file in {file}")]
    EmptyFolder {
        /// Base name.
        file: String,
    },
    /// A folder of which no file could be used.
    #[error("{file} holds no file that could be read, of {found} that were looked at. {}", first.trim_end_matches('.'))]
    NothingInFolder {
        /// Base name.
        file: String,
        /// How many were looked at.
        found: usize,
        /// Why the first of them is of no use.
        first: String,
    },
    /// The archive holds no file that is known.
    #[error("{file} holds no file that halfhour knows{}", listed(holds, *more))]
    NothingKnown {
        /// Base name.
        file: String,
        /// The first members, at most eight.
        holds: Vec<String>,
        /// How many more there are.
        more: usize,
    },
}

impl Unusable {
    /// What to say of a file that could not be opened or read. `file_name` may be a path.
    pub fn from_io(file_name: &str, source: io::Error) -> Self {
        let file = base_name(file_name);
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { file },
            io::ErrorKind::IsADirectory => Self::Folder { file },
            _ => Self::Unreadable { file, source },
        }
    }

    /// Of several files that were handed in together, that one stopped them all.
    pub fn none_taken(names: &[&str]) -> Option<String> {
        const NAMED: usize = 8;
        let shown: Vec<String> = names.iter().take(NAMED).map(|name| base_name(name)).collect();
        let more = names.len().saturating_sub(NAMED);
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        (names.len() > 1).then(|| format!("None of them was taken: {}{more}.", shown.join(", ")))
    }

    /// What was left out of files that gave nothing, to be mended.
    pub fn left_out(&self) -> Option<&LeftOut> {
        match self {
            Self::Fruitless { left_out, .. } | Self::NothingCounts { left_out, .. } => left_out.as_ref(),
            _ => None,
        }
    }

    /// The way out, in one or two sentences.
    pub fn hint(&self) -> String {
        match self {
            Self::Missing { .. } => "Check the spelling and the folder that you are in.".to_owned(),
            Self::Folder { .. } => "Bring in the ZIP, or the single files in the folder.".to_owned(),
            Self::Nested { member, .. } => {
                format!("Unpack it, then bring in {}.", base_name(member))
            }
            Self::Unreadable { .. } => "Check that you may open the file, and that its disk is connected.".to_owned(),
            Self::Empty { .. } | Self::Damaged { .. } => {
                "Download or copy it again; it did not arrive whole.".to_owned()
            }
            Self::NotKnown { looks, .. } => {
                format!("{}{}", crate::looks::way_out(looks), readable())
            }
            Self::OtherTable { .. } => {
                format!(
                    "When it lists people, say which column holds their names, for instance with `--map name=COLUMN`; \
                     a header line must stand near the top. {}",
                    readable()
                )
            }
            Self::OtherColumns { .. } => {
                "Write the headings as they stand there, and name the column of the names too.".to_owned()
            }
            Self::NothingInIt { title, .. } if *title == crate::calendar::STREAM.title => {
                "Meetings are read; tasks, free times and time zones alone tell of nobody.".to_owned()
            }
            Self::NothingInIt { .. } => "Choose a mailbox or a mail folder in which messages stand.".to_owned(),
            Self::NoRows { .. } => "Ask for the export again, and tick everything that you want in it.".to_owned(),
            Self::WhoseMail { title, .. } => whose(title),
            Self::Locked { .. } => {
                "Unpack it with its password, then bring in the files that came out of it.".to_owned()
            }
            Self::OtherPacking { .. } => "Unpack it, then bring in the files that came out of it.".to_owned(),
            Self::TooManyMembers { .. } => "Unpack it, and bring in only the files that you need.".to_owned(),
            Self::TooLarge { .. } | Self::Swells { .. } => {
                "If you trust it, unpack it and bring in the files that you need.".to_owned()
            }
            Self::Fruitless { unit, .. } => {
                format!("Look at that {unit}, or ask for the export again. Nothing was written.")
            }
            Self::NothingCounts { .. } => {
                "If you have other addresses, name them: `halfhour import FILE --me ADDRESS`. \
                                           Nothing was written."
                    .to_owned()
            }
            Self::EmptyFolder { .. } => {
                "Bring in the folder that holds the export, or the ZIP as it was downloaded.".to_owned()
            }
            Self::NothingInFolder { .. } => {
                "Bring in a file by itself to have its columns guessed, or the ZIP as it was downloaded.".to_owned()
            }
            Self::NothingKnown { .. } => readable(),
        }
    }
}

/// How to say which addresses are the seeker's; a calendar may hold public holidays, which need none.
fn whose(title: &str) -> String {
    let name_them = "Name them, or import your LinkedIn export first, which has them: `halfhour import FILE --me \
                     you@example.com`";
    if title == crate::calendar::STREAM.title {
        return format!("{name_them}. If it holds public holidays: `halfhour me --holidays FILE`");
    }
    name_them.to_owned()
}

/// Whoever shows it ends the sentence.
fn in_line(columns: &[String]) -> String {
    columns.join(", ").trim_end_matches('.').to_owned()
}

fn readable() -> String {
    let others = SOURCES.iter().map(|source| source.title).filter(|title| !title.starts_with("LinkedIn "));
    let mut titles: Vec<&str> = others.collect();
    let last = titles.pop().unwrap_or_default();
    format!(
        "halfhour reads the ZIP that LinkedIn sends you, single files of it, mailboxes, calendars, {} and any other {}.",
        titles.join(", "),
        last.trim_start_matches("a ")
    )
}

fn listed(holds: &[String], more: usize) -> String {
    match (holds.is_empty(), more) {
        (true, _) => "; it is empty".to_owned(),
        (false, 0) => format!("; it holds {}", holds.join(", ")),
        (false, more) => format!("; it holds {} and {more} more", holds.join(", ")),
    }
}

/// The last part of a path, whichever way its slashes lean.
pub(crate) fn base_name(file_name: &str) -> String {
    let name = file_name.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = name.chars().filter(|c| !c.is_control()).collect();
    if clean.is_empty() { "the file".to_owned() } else { clean }
}

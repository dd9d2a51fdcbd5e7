//! Everything that can go wrong with a campaign file, in plain words and with a way out. Serves every step.
//!
//! It never holds a word of what the file says about people.

use std::path::{Path, PathBuf};

use method::change::Refusal;

use crate::store::StepId;

/// Why a campaign could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The method says no; nothing was written.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// Later steps touched the same facts, so a step cannot be taken back alone; nothing was written.
    #[error("Step {step} cannot be taken back alone: {} touched the same things later.", list(.later))]
    InTheWay {
        /// The step that was to be taken back.
        step: StepId,
        /// Those steps, newest first, each with what it did.
        later: Vec<(StepId, String)>,
    },
    /// The folder of the file is not there.
    #[error("There is no folder `{}`, so there can be no campaign file in it.", .0.display())]
    NoFolder(PathBuf),
    /// The path is a folder.
    #[error("`{}` is a folder, not a campaign file.", .0.display())]
    IsAFolder(PathBuf),
    /// The file is no SQLite file.
    #[error("`{}` is not a campaign file: something else is in it.", .0.display())]
    NotACampaign(PathBuf),
    /// The file belongs to another program.
    #[error("`{}` is a file of another program, not of halfhour. It was left alone.", .0.display())]
    OfAnotherProgram(PathBuf),
    /// A newer program wrote it.
    #[error("`{}` was written by a newer halfhour than this one (its form is {theirs}, this one knows {ours}).", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema.
        theirs: i64,
        /// The newest schema known here.
        ours: i64,
    },
    /// There is no such file.
    #[error("There is no file `{}`.", .0.display())]
    Missing(PathBuf),
    /// Something stands already where a file was to be written.
    #[error("`{}` is there already, and nothing is written over it.", .0.display())]
    Exists(PathBuf),
    /// The file or its folder may only be read.
    #[error("`{}` may only be read, so nothing was written.", .0.display())]
    ReadOnly(PathBuf),
    /// The system does not let us in.
    #[error("This account may not open `{}`.", .0.display())]
    Denied(PathBuf),
    /// Another process kept the file busy for too long.
    #[error("Another program is writing to `{}` and did not finish in time. Nothing was written.", .0.display())]
    Busy(PathBuf),
    /// The disk is full, or could not be written.
    #[error("The disk is full or could not be written, so nothing was written to `{}`. It stands as before.", .0.display())]
    DiskFull(PathBuf),
    /// The file is broken.
    #[error("`{}` is damaged: {what}.", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, without any value of it.
        what: String,
    },
    /// A change would leave a fact that mentions nothing. A decision is wrong, not the seeker.
    #[error("This would leave something without what it belongs to, so nothing was written.")]
    Dangling,
    /// It is forgotten, but old bytes are still in the file: another program has it open, or the disk is full.
    #[error("It is forgotten, but old bytes could not be scrubbed from `{}` yet.", .0.display())]
    NotScrubbed(PathBuf),
    /// Anything else that SQLite says.
    #[error("`{}` could not be used: {what}.", .path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What SQLite or the system says.
        what: String,
    },
}

impl Error {
    /// The way out, in one sentence.
    pub fn hint(&self) -> String {
        match self {
            Error::Refused(no) => no.hint.clone(),
            Error::InTheWay { later, .. } => match later.first() {
                Some((newest, _)) => {
                    format!("Take those back first, the newest of them first: `halfhour undo {newest}`")
                }
                None => String::new(),
            },
            Error::NoFolder(path) => format!("Make it first: mkdir -p '{}'", path.display()),
            Error::IsAFolder(path) => {
                format!("Name a file in it: `halfhour --data '{}'`", path.join("campaign.db").display())
            }
            Error::NotACampaign(_) | Error::OfAnotherProgram(_) => {
                "Name another file with --data, or a new one, which halfhour then makes.".to_owned()
            }
            Error::Newer { .. } => "Install the newer halfhour again; nothing was changed.".to_owned(),
            Error::Missing(_) => "Look at the name and the folder again.".to_owned(),
            Error::Exists(_) => "Give a name that is not taken yet.".to_owned(),
            Error::ReadOnly(path) => format!("Let yourself write to it: chmod u+w '{}'", path.display()),
            Error::Denied(path) => format!("See who may: ls -ld '{}'", path.display()),
            Error::Busy(_) => "Wait a moment and do it again, or close the other program.".to_owned(),
            Error::DiskFull(_) => "Make room on the disk and do it again.".to_owned(),
            Error::Damaged { .. } => {
                "See what is left: `halfhour doctor`. Then go back to a backup: `halfhour restore FILE`".to_owned()
            }
            Error::Dangling => "Please report this: it is a mistake of halfhour's, not of yours.".to_owned(),
            Error::NotScrubbed(_) => {
                "Close every other halfhour and make room on the disk; the next one that opens the file scrubs it."
                    .to_owned()
            }
            Error::Unusable { .. } => "See more: `halfhour doctor`".to_owned(),
        }
    }

    /// One word for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Error::Refused(no) => no.kind.word(),
            Error::InTheWay { .. } => "in_the_way",
            Error::NoFolder(_) => "no_folder",
            Error::IsAFolder(_) => "is_a_folder",
            Error::NotACampaign(_) => "not_a_campaign",
            Error::OfAnotherProgram(_) => "of_another_program",
            Error::Newer { .. } => "newer",
            Error::Missing(_) => "missing",
            Error::Exists(_) => "exists",
            Error::ReadOnly(_) => "read_only",
            Error::Denied(_) => "denied",
            Error::Busy(_) => "busy",
            Error::DiskFull(_) => "disk_full",
            Error::Damaged { .. } => "damaged",
            Error::Dangling => "dangling",
            Error::NotScrubbed(_) => "not_scrubbed",
            Error::Unusable { .. } => "unusable",
        }
    }
}

/// The steps as a sentence names them: `step 9 (asked Ana by call) and step 7 (…)`.
fn list(steps: &[(StepId, String)]) -> String {
    let named: Vec<String> = steps.iter().map(|(id, text)| format!("step {id} ({text})")).collect();
    match named.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) if rest.len() < 5 => format!("{} and {last}", rest.join(", ")),
        Some(_) => format!("{} and {} more", named[..4].join(", "), named.len() - 4),
        None => "nothing".to_owned(),
    }
}

/// What the system said about a file, in our words.
pub(crate) fn of_system(path: &Path, problem: &std::io::Error) -> Error {
    use std::io::ErrorKind;
    let path = path.to_owned();
    match problem.kind() {
        ErrorKind::NotFound => Error::Missing(path),
        ErrorKind::AlreadyExists => Error::Exists(path),
        ErrorKind::PermissionDenied => Error::Denied(path),
        ErrorKind::ReadOnlyFilesystem => Error::ReadOnly(path),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Error::DiskFull(path),
        ErrorKind::IsADirectory => Error::IsAFolder(path),
        _ => Error::Unusable { path, what: problem.to_string() },
    }
}

//! What went wrong inside a transaction, before it is told to anybody. Serves every step.
//!
//! It refuses to pass on a message of SQLite's that could quote a value.

use std::path::Path;

use method::change::Refusal;
use rusqlite::{ErrorCode, ffi};

use super::rows::Unreadable;
use crate::error::Error;

/// Something of ours, or something of SQLite's that still has to be put into words.
#[derive(Debug)]
pub enum Trouble {
    /// Already in words.
    Told(Error),
    /// As SQLite says it.
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for Trouble {
    fn from(problem: rusqlite::Error) -> Self {
        Trouble::Sql(problem)
    }
}

impl From<Error> for Trouble {
    fn from(problem: Error) -> Self {
        Trouble::Told(problem)
    }
}

impl From<Refusal> for Trouble {
    fn from(no: Refusal) -> Self {
        Trouble::Told(no.into())
    }
}

impl Trouble {
    /// Whether another process was in the way.
    pub fn is_busy(&self) -> bool {
        matches!(self, Trouble::Sql(problem) if matches!(
            problem.sqlite_error_code(),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
        ))
    }

    /// In words, about that file.
    pub fn about(self, path: &Path) -> Error {
        match self {
            Trouble::Told(problem) => problem,
            Trouble::Sql(problem) => of_sqlite(path, &problem),
        }
    }
}

/// The same in our words.
fn of_sqlite(path: &Path, problem: &rusqlite::Error) -> Error {
    let path = path.to_owned();
    if let rusqlite::Error::FromSqlConversionFailure(_, _, inner) = problem {
        let what = match inner.downcast_ref::<Unreadable>() {
            Some(unreadable) => unreadable.to_string(),
            None => "a value cannot be read".to_owned(),
        };
        return Error::Damaged { path, what };
    }
    let Some(failure) = problem.sqlite_error() else {
        return Error::Unusable { path, what: "SQLite was asked something that it does not understand".to_owned() };
    };
    match (failure.code, failure.extended_code) {
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Error::Busy(path),
        (ErrorCode::DiskFull, _) => Error::DiskFull(path),
        (ErrorCode::SystemIoFailure, code) if WRITING.contains(&code) => Error::DiskFull(path),
        (ErrorCode::ReadOnly, _) => Error::ReadOnly(path),
        (ErrorCode::NotADatabase, _) => Error::NotACampaign(path),
        (ErrorCode::DatabaseCorrupt, _) => Error::Damaged { path, what: "SQLite finds it inconsistent".to_owned() },
        (ErrorCode::CannotOpen | ErrorCode::PermissionDenied, _) => Error::Denied(path),
        (_, ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Error::Dangling,
        _ => Error::Unusable { path, what: ffi::code_to_str(failure.extended_code).to_lowercase() },
    }
}

/// What the system says when a disk takes nothing more.
const WRITING: &[i32] = &[
    ffi::SQLITE_IOERR_WRITE,
    ffi::SQLITE_IOERR_FSYNC,
    ffi::SQLITE_IOERR_DIR_FSYNC,
    ffi::SQLITE_IOERR_TRUNCATE,
    ffi::SQLITE_IOERR_SHMSIZE,
    ffi::SQLITE_IOERR_SHMMAP,
];

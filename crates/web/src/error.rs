//! What a page says when it cannot do what was asked, with the status that goes with it; and why an app does not start.
//!
//! Serves every step. The words are those of the method and of the store; this only finds them a page.

use axum::http::StatusCode;
use method::change::{No, Refusal};

use crate::said;
use crate::shell::size;

/// Why a page could not be shown or a change not be made.
#[derive(Debug)]
pub enum Trouble {
    /// There is nothing at that address.
    NoSuchPage,
    /// The address is there, but it is no page to look at.
    NotToLookAt,
    /// More was sent than is taken, which is so many bytes.
    TooMuch(usize),
    /// There is no room for what was sent.
    NoRoom,
    /// The form could not be read.
    Unreadable,
    /// The method or the campaign file says no.
    Campaign(store::Error),
    /// A page broke. It is our mistake.
    Broken,
}

impl From<store::Error> for Trouble {
    fn from(error: store::Error) -> Self {
        Trouble::Campaign(error)
    }
}

impl From<Refusal> for Trouble {
    fn from(no: Refusal) -> Self {
        Trouble::Campaign(no.into())
    }
}

impl Trouble {
    /// Whether what a form showed was changed meanwhile.
    pub fn is_stale(&self) -> bool {
        matches!(self, Trouble::Campaign(store::Error::Refused(no)) if no.kind == No::Stale)
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Trouble::NoSuchPage => StatusCode::NOT_FOUND,
            Trouble::NotToLookAt => StatusCode::METHOD_NOT_ALLOWED,
            Trouble::TooMuch(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Trouble::NoRoom => StatusCode::INSUFFICIENT_STORAGE,
            Trouble::Unreadable => StatusCode::BAD_REQUEST,
            Trouble::Campaign(store::Error::Refused(no)) => match no.kind {
                No::Unknown => StatusCode::NOT_FOUND,
                No::Method | No::Stale => StatusCode::CONFLICT,
                No::Usage | No::Ambiguous => StatusCode::BAD_REQUEST,
            },
            Trouble::Campaign(store::Error::InTheWay { .. }) => StatusCode::CONFLICT,
            Trouble::Campaign(store::Error::Busy(_)) => StatusCode::SERVICE_UNAVAILABLE,
            Trouble::Campaign(_) | Trouble::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The heading of the page.
    pub fn title(&self) -> &'static str {
        match self {
            Trouble::NoSuchPage => "There is no such page",
            Trouble::NotToLookAt => "That is not a page to look at",
            Trouble::TooMuch(_) => "That is too much at once",
            Trouble::NoRoom => "The disk has no room for that",
            Trouble::Unreadable => "That could not be read",
            Trouble::Campaign(store::Error::Refused(no)) => match no.kind {
                No::Unknown => "That is not here",
                No::Ambiguous => "Which one is meant?",
                No::Stale => "It changed meanwhile",
                No::Usage | No::Method => "Not like that",
            },
            Trouble::Campaign(store::Error::InTheWay { .. }) => "Later steps are in the way",
            Trouble::Campaign(_) => "The campaign file could not be used",
            Trouble::Broken => "This page broke",
        }
    }

    /// What is the matter.
    pub fn message(&self) -> String {
        match self {
            Trouble::NoSuchPage => "Perhaps the person or the page is not there any more.".to_owned(),
            Trouble::NotToLookAt => "It only takes what a form sends. Nothing was changed.".to_owned(),
            Trouble::TooMuch(limit) => {
                let most = size(u64::try_from(*limit).unwrap_or(u64::MAX));
                format!(
                    "What was sent is larger than {most}, which is the most that this page takes. Nothing was changed."
                )
            }
            Trouble::NoRoom => "What was sent could not be laid down on this machine. Nothing was changed.".to_owned(),
            Trouble::Unreadable => "The form arrived in a shape that makes no sense. Nothing was changed.".to_owned(),
            Trouble::Campaign(store::Error::Refused(no)) if no.kind == No::Unknown => said::refusal(&no.message),
            Trouble::Campaign(error) => error.to_string(),
            Trouble::Broken => "It is a mistake of halfhour's, not of yours. Nothing was changed.".to_owned(),
        }
    }

    /// The way out.
    pub fn hint(&self) -> String {
        match self {
            Trouble::NoSuchPage | Trouble::NotToLookAt => String::new(),
            Trouble::TooMuch(_) => {
                "Go back and send less at once: of an archive, only the files that you need.".to_owned()
            }
            Trouble::NoRoom => "Make room on the disk and send it again.".to_owned(),
            Trouble::Unreadable | Trouble::Broken => "Go back and try it again.".to_owned(),
            Trouble::Campaign(error) => error.hint(),
        }
    }
}

/// Why the app could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The campaign file cannot be used.
    #[error(transparent)]
    Campaign(#[from] store::Error),
    /// Something else listens on the port.
    #[error("Another program uses port {0} on this machine.")]
    Taken(u16),
    /// The system does not let us listen, or serve.
    #[error("This machine does not let halfhour serve its pages: {0}.")]
    System(#[from] std::io::Error),
    /// The system has no randomness to give.
    #[error("This machine gave no random numbers, so the pages could not be kept private: {0}.")]
    Randomness(#[from] getrandom::Error),
}

impl Problem {
    /// The way out, in one sentence.
    pub fn hint(&self) -> String {
        match self {
            Problem::Campaign(error) => error.hint(),
            Problem::Taken(_) => "Choose another one: halfhour open --port 4850".to_owned(),
            Problem::System(_) | Problem::Randomness(_) => "The command line still works: halfhour today".to_owned(),
        }
    }
}

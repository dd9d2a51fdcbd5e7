//! Mail as it is kept: mailboxes of every kind, folders of messages, single messages.
//!
//! Serves the list: with whom the seeker wrote, when, and who wrote. Only headers are read; bodies pass by. It refuses
//! to keep a word of what was written.

pub(crate) mod day;
pub(crate) mod decode;
pub(crate) mod headers;
pub(crate) mod letter;
pub(crate) mod maildir;
pub(crate) mod mbox;
mod message;

/// The name of all kinds of mail in records and in machine output. They are one, so that a message that was exported in
/// two ways does not count twice.
pub(crate) const KIND: &str = "mail";

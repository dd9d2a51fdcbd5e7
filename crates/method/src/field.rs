//! What each column of a noun means, and to whom it is private.

use crate::words::words;

words! {
    /// Whose secret a value is. It decides what may leave in a page to share, and what forgetting must scrub.
    pub enum Privacy {
        /// About the seeker.
        Mine = "mine",
        /// About other people, who were not asked.
        AboutOthers = "about_others",
        /// Never shown outside its own page, never exported.
        Secret = "secret",
    }
}

/// One field of a noun, named as its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Name in code, in the file and in JSON.
    pub name: &'static str,
    /// What people read beside the value.
    pub label: &'static str,
    /// One line of help.
    pub help: &'static str,
    /// Whose secret it is.
    pub privacy: Privacy,
    /// Headings under which other programs write it; lower case.
    pub headings: &'static [&'static str],
}

/// A field about the seeker or their search.
pub const fn mine(name: &'static str, label: &'static str, help: &'static str) -> Field {
    Field { name, label, help, privacy: Privacy::Mine, headings: &[] }
}

/// A field about other people.
pub const fn theirs(name: &'static str, label: &'static str, help: &'static str) -> Field {
    Field { name, label, help, privacy: Privacy::AboutOthers, headings: &[] }
}

impl Field {
    /// The same field, recognised in imported tables under these headings.
    pub const fn headed(mut self, headings: &'static [&'static str]) -> Self {
        self.headings = headings;
        self
    }
}

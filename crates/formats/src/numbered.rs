//! Columns that come in numbers: `E-mail 1 - Value`, `E-mail 2 - Value`.
//!
//! Serves the list: address books as tables.

use crate::table::Header;

/// Headings with a number in their middle, in lower case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numbered<'n> {
    pub before: &'n str,
    pub after: &'n str,
}

impl Numbered<'_> {
    /// Where they stand, in the order of the table.
    pub(crate) fn columns(self, header: &Header) -> Vec<usize> {
        let is_one = |name: &str| {
            let number = name.strip_prefix(self.before).and_then(|rest| rest.strip_suffix(self.after));
            number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
        };
        header.names().enumerate().filter(|(_, name)| is_one(name)).map(|(at, _)| at).collect()
    }
}

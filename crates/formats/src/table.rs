//! Tables: delimited text with a header somewhere near its top.
//!
//! Serves the list. A table is found by the names in its header, whatever stands before it and whatever separates
//! its cells. It refuses to guess columns by their order.

mod header;
mod records;
mod rows;
mod split;
#[cfg(test)]
mod tests;

pub(crate) use header::{Header, first_columns};
pub(crate) use records::Cells;
pub(crate) use rows::{Row, Table};

//! The pages, one file each: what it reads, what its form does, its markup. `parts` holds what pages share.
//!
//! Serves every step. A page is a function from a visit to an answer; a decision of the method does the rest.

pub mod parts;

pub mod add;
pub mod check;
pub mod closing;
pub mod duplicates;
pub mod entries;
pub mod history;
pub mod import;
pub mod look;
pub mod next;
pub mod people;
pub mod person;
pub mod talk;
pub mod prepare;
pub mod promises;
pub mod sheet;
pub mod map;
pub mod me;
pub mod method;
pub mod momentum;
pub mod opportunities;
pub mod organizations;
pub mod search;
pub mod share;
pub mod story;
pub mod today;
pub mod week;
pub mod settings;
pub mod welcome;

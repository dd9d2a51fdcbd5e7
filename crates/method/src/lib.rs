//! The method of half-hour conversations: nouns, rules and decisions, without clock, disk or network.

pub mod draft;
pub mod list;

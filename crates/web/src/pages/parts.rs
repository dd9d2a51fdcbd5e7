//! What pages share: people, forms, moves, the week, the ladder. Serves every page. Nothing here reads or writes.

pub mod about;
pub mod debrief;
pub mod drop;
pub mod file;
pub mod form;
pub mod heard;
pub mod introductions;
pub mod long;
pub mod moves;
pub mod person;
pub mod quiet;
pub mod rungs;
pub mod talk;
pub mod timeline;
pub mod times;
pub mod unread;
pub mod ways;
pub mod week;

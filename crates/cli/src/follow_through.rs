//! `today`, `done` and `later`: what is due, derived from what happened.

pub mod shown;

mod agenda;
mod done;
mod later;

pub use agenda::today;
pub use done::{DoneWish, done};
pub use later::{LaterWish, later};

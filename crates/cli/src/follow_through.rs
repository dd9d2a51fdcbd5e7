//! `today`, `done`, `later`, `week` and `calendar`: what is due, derived from what happened, and the week that carries it.

pub mod calendar;
pub mod shown;
pub mod times;
pub mod week;

mod agenda;
mod done;
mod later;

pub use agenda::{Wish as TodayWish, today};
pub use done::{DoneWish, done};
pub use later::{LaterWish, later};

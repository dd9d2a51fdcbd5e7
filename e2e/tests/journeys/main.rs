//! Journeys of a person through the local pages, in a real Chromium in front of the real program.
//!
//! Serves every step. Each journey reads as what somebody does. They are run by `cargo xtask test browser`, which builds
//! the program and brings the browser; they refuse to pass without one.

#![expect(clippy::unwrap_used, reason = "a browser that does not answer is a broken test")]

mod after_the_call;
mod everybody;
mod first_run;
mod keyboard;
mod nothing_leaves;
mod nothing_is_lost;
mod paper;
mod phone;

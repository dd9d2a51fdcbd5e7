//! A real Chromium in front of the real program: what the journeys in `tests/` and the pictures of the README stand on.
//!
//! Serves every step. It starts `halfhour open` on a file that is thrown away, a chromedriver on a free port and a
//! browser without a window, and ends all of them when they are dropped, after a failure too. It refuses to reach
//! anything but this machine: a browser of ours resolves no other name.

pub mod app;
pub mod axe;
pub mod browser;
pub mod own_rules;
pub mod pages;
pub mod process;

pub use app::App;
pub use browser::{Browser, Look, Script, Width};

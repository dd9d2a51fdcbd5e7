//! The local pages: the whole method in a browser, served on this machine alone. Serves every step.
//!
//! [`open`] binds a port on loopback and serves until it is told to end. Which pages there are stands in
//! [`routes::ROUTES`], who is let in stands in `guard.rs`. This floor decides nothing about a search: it reads what was
//! typed, hands it to a decision of `method`, and shows one value. It refuses everybody who is not on this machine and
//! does not hold the key of this run, and makes no request of its own.

mod assets;
mod commands;
mod enter;
mod error;
pub mod feed;
mod guard;
mod jobs;
mod held;
mod join;
mod reading;
pub mod routes;
mod once;
mod said;
mod secret;
mod seen;
mod serve;
mod shell;
mod state;
mod visit;

mod pages;

pub use error::Problem;
pub use pages::map::drawing::drawing as map_picture;
pub use pages::share::file as shared_page;
pub use serve::{FIRST_PORT, Opened, Opening, open};
pub use state::App;

//! The pages, walked as a browser would, but without a port: one module per group of pages, and the run they share.
#![expect(clippy::unwrap_used, reason = "a request that cannot be made is a broken test")]

mod run;
mod upload;

mod routes;

mod follow;
mod history;
mod import;
mod momentum;
mod between;
mod check;
mod closing;
mod hostile;
mod next_and_people;
mod opportunities;
mod organizations;
mod own;
mod people;
mod prepare;
mod settings;
mod welcome;
mod search;
mod share;
mod story;
mod ties;
mod sheet;

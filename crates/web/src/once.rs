//! Forms that add something are taken once: whoever presses the button twice is led where the first press led.
//!
//! Serves every page that adds. What was sent is kept as a fingerprint, and only for the newest forms of this run.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use axum::http::header;

use crate::seen::fingerprint;
use crate::visit::{Answer, Visit};

/// The hidden field of such a form. It is another word on every page, so that the same words can be meant twice.
pub const FIELD: &str = "once";

/// So many forms are remembered; the oldest goes first.
const REMEMBERED: usize = 64;

/// Where the newest forms led, by their fingerprints.
#[derive(Debug, Default)]
pub struct Taken(Mutex<VecDeque<(String, String)>>);

impl Taken {
    /// Takes the form of this visit, unless the very same was taken already. A second press waits for the first.
    ///
    /// # Errors
    /// Why it was not taken. Then nothing is remembered, and it may be sent again.
    pub fn once(&self, visit: &Visit, take: impl FnOnce() -> Answer) -> Answer {
        if visit.field(FIELD).is_empty() {
            return take();
        }
        let form = fingerprint(&(&visit.path, &visit.form));
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, to)) = taken.iter().rfind(|(one, to)| *one == form && !was_taken_back(visit, to)) {
            return visit.go(to);
        }
        let answer = take()?;
        let to = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
        if let Some(to) = to {
            if taken.len() >= REMEMBERED {
                taken.pop_front();
            }
            taken.push_back((form, to.to_owned()));
        }
        Ok(answer)
    }
}

/// Whether what the form did was undone meanwhile. Then it may be sent once more.
fn was_taken_back(visit: &Visit, to: &str) -> bool {
    let step = to.rsplit_once("done=").map(|(_, step)| step);
    let newest = visit.app.history(Some(REMEMBERED)).unwrap_or_default();
    newest.iter().any(|one| one.undone_by.is_some() && step == Some(one.id.to_string().as_str()))
}

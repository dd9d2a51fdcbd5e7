//! One request as a page sees it: the day, the campaign, what was typed, and the answers that it can give.
//!
//! Serves every page. A page is a plain function from a [`Visit`] to an [`Answer`]; it runs on a thread of its own and
//! may wait for the file. What it is handed was let in by the guard already.

use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use jiff::civil::Date;
use maud::Markup;
use method::campaign::Campaign;
use method::change::{Decision, Refusal};
use method::day::{self, Toward};
use method::id::Ids;
use method::list::path::circle::Circle;
use serde::Serialize;
use store::{Changed, Scope, StepId};

use crate::error::Trouble;
use crate::held::Held;
use crate::reading::Sent;
use crate::state::App;
use crate::{seen, shell};

/// What a page comes to.
pub type Answer = Result<Response, Trouble>;

/// One request.
#[derive(Debug)]
pub struct Visit {
    /// The run of the app.
    pub app: Arc<App>,
    /// The day for every rule.
    pub today: Date,
    /// The path, such as `/people/p12`.
    pub path: String,
    /// The headers as they came.
    pub headers: HeaderMap,
    /// Whether only the head of the answer is wanted.
    pub is_head: bool,
    /// Parts of the path by their names in the table of routes.
    pub parts: Vec<(String, String)>,
    /// What stands behind the question mark.
    pub query: Vec<(String, String)>,
    /// What the form sent.
    pub form: Vec<(String, String)>,
    /// The files that the form sent, where its line of the table takes files.
    pub files: Vec<Sent>,
    /// Where they lie; it goes when the visit ends, unless somebody else holds it too.
    pub folder: Option<Arc<tempfile::TempDir>>,
    /// The campaign as this visit saw it first, so that one page tells one state of it.
    pub seen: Mutex<Option<Arc<Held>>>,
}

impl Visit {
    /// Everything, as it stood when this visit looked first, or after its own change.
    pub fn campaign(&self) -> Result<Arc<Campaign>, Trouble> {
        Ok(Arc::clone(&self.held()?.campaign))
    }

    /// The same, with what is made from it once for many pages.
    pub fn held(&self) -> Result<Arc<Held>, Trouble> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match seen.as_ref() {
            Some(held) => Ok(Arc::clone(held)),
            None => Ok(Arc::clone(seen.insert(self.app.held()?))),
        }
    }

    /// Who knows whom among everybody on the list.
    pub fn circle(&self) -> Result<Arc<Circle>, Trouble> {
        Ok(self.app.circle(&*self.held()?)?)
    }

    /// A part of the path, read as an id or a number: `visit.part::<PersonId>("person")?`.
    ///
    /// # Errors
    /// There is no such page when it cannot be one.
    pub fn part<T: FromStr>(&self, name: &str) -> Result<T, Trouble> {
        value(&self.parts, name).parse().map_err(|_| Trouble::NoSuchPage)
    }

    /// A value behind the question mark, trimmed; empty when it is not there.
    pub fn query(&self, name: &str) -> &str {
        value(&self.query, name)
    }

    /// A field of the form, trimmed; empty when it is not there.
    pub fn field(&self, name: &str) -> &str {
        value(&self.form, name)
    }

    /// A field that may stay empty.
    pub fn told(&self, name: &str) -> Option<String> {
        Some(self.field(name)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// All fields of that name, trimmed, the empty ones left out.
    pub fn fields(&self, name: &str) -> Vec<&str> {
        let all = self.form.iter().filter(|(key, _)| key == name).map(|(_, value)| value.trim());
        all.filter(|value| !value.is_empty()).collect()
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.form.iter().any(|(key, _)| key == name)
    }

    /// A field as a day, from a date field or in words such as "next tuesday".
    ///
    /// # Errors
    /// When it is no day.
    pub fn day(&self, name: &str, toward: Toward) -> Result<Date, Trouble> {
        let text = self.field(name);
        let no_day = || {
            Refusal::usage(
                if text.is_empty() { "No day was named.".to_owned() } else { format!("“{text}” is not a day.") },
                "Go back and choose one, or write it: 2026-11-24, tomorrow, next friday, 24 nov.",
            )
        };
        Ok(day::read(text, self.today, toward).map_err(|why| why.refusal(self.today, no_day))?)
    }

    /// Whether this is still what the form showed. Its form holds [`crate::pages::parts::form::seen`] of the same fact.
    ///
    /// # Errors
    /// When somebody changed it meanwhile, in another tab or on the command line.
    pub fn unchanged(&self, fact: &impl Serialize) -> Result<(), Refusal> {
        seen::unchanged(fact, self.field(seen::FIELD))
    }

    /// The same for a form whose words may stand already, as when it was sent, looked at again with Back, and sent once more:
    /// then nothing is to be written, and nobody is told of a change that was their own.
    ///
    /// # Errors
    /// As [`Visit::unchanged`], and the decision's own no.
    pub fn unless_changed(&self, fact: &impl Serialize, decide: impl FnOnce() -> Decision) -> Decision {
        match self.unchanged(fact) {
            Ok(()) => decide(),
            Err(stale) => decide().ok().filter(Vec::is_empty).ok_or(stale),
        }
    }

    /// Takes a form that adds something, once however often its button was pressed. It holds
    /// [`crate::pages::parts::form::once`].
    ///
    /// # Errors
    /// Why it was not taken.
    pub fn once(&self, take: impl FnOnce() -> Answer) -> Answer {
        self.app.taken().once(self, take)
    }

    /// Loads, decides and writes in one transaction. What the decision looks at must be within the scope.
    ///
    /// # Errors
    /// The decision's own no, or why the file could not be used.
    pub fn change(&self, scope: Scope, decide: impl Fn(&Campaign, &Ids) -> Decision) -> Result<Changed, Trouble> {
        // What was seen before is let go, so that the campaign in memory can move on in place.
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(self.app.change(scope, &decide)?)
    }

    /// A page within the frame.
    pub fn page(&self, title: &str, body: Markup) -> Answer {
        Ok(shell::page(self, StatusCode::OK, title, &body))
    }

    /// A page within the frame, with a status of its own.
    pub fn page_with(&self, status: StatusCode, title: &str, body: Markup) -> Answer {
        Ok(shell::page(self, status, title, &body))
    }

    /// A page that says no to what a form sent and shows the form again, with what was typed.
    pub fn page_again(&self, trouble: &Trouble, title: &str, body: Markup) -> Answer {
        Ok(shell::page(self, trouble.status(), title, &body))
    }

    /// After a change: on to that page, which says what was done and offers to take it back.
    pub fn done(&self, to: &str, step: Option<StepId>) -> Answer {
        self.go(&done(to, step))
    }

    /// On to another page of ours.
    pub fn go(&self, to: &str) -> Answer {
        Ok(redirect(to))
    }

    /// The page from which a form was sent, when the form names it in `back` and it is one of ours; else the fallback.
    /// Browsers read `/\evil` and `/<TAB>/evil` as addresses elsewhere, so neither is one of ours.
    pub fn back(&self, otherwise: &str) -> String {
        let back = self.field("back");
        let ours = back.starts_with('/')
            && !back.starts_with("//")
            && !back.contains(|letter: char| letter == '\\' || letter.is_control());
        let path = if ours { back } else { otherwise };
        path.split(['?', '#']).next().unwrap_or(otherwise).to_owned()
    }

    /// A cookie by its name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        crate::guard::cookie(&self.headers, name)
    }
}

/// The address of a page that says what was done.
pub fn done(to: &str, step: Option<StepId>) -> String {
    let mark = if to.contains('?') { '&' } else { '?' };
    let step = step.map_or_else(|| "nothing".to_owned(), |step| step.to_string());
    format!("{to}{mark}done={step}")
}

/// See other: the browser asks for that page with a GET.
pub fn redirect(to: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(to) = to.parse() {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

fn value<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

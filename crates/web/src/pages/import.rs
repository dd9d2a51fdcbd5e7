//! Import: files come in, with a look first when one likes; what became of every row; and past imports with their undo.
//!
//! Serves the list (row M7). The reading itself is a job, so that a large file never leaves the window blank. It refuses
//! to write anything when a file cannot be used.

mod account;

use std::time::Duration;

use axum::http::StatusCode;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use method::day::spoken_when;
use method::telling::is_import;
use store::{Step, StepId};

use super::parts::{drop, form};
use crate::error::Trouble;
use crate::jobs::{self, Job, Outcome, Stage, Wish};
use crate::shell::{capital, size};
use crate::visit::{Answer, Visit};

/// How much may be sent at once, in bytes. It is laid down on the disk, not held in memory.
pub const AT_MOST: usize = 1 << 30;

/// How long a form waits for its files before it shows how far they are.
const PATIENCE: Duration = Duration::from_millis(700);

/// How many past imports are shown.
const PAST: usize = 20;

/// The page.
pub fn show(visit: &Visit) -> Answer {
    visit.page("Import", page(visit, &html! {})?)
}

fn page(visit: &Visit, refused: &Markup) -> Result<Markup, Trouble> {
    Ok(html! {
        h1 { "Bring in the people you know" }
        p.intro { "From the ZIP that LinkedIn sends you, or from single files of it. The same file again changes nothing." }
        (refused)
        (choose())
        (drop::how_to_get_it())
        (past(visit)?)
    })
}

/// The form: several files at once, a look first or straight in.
fn choose() -> Markup {
    html! {
        form.stack method="post" action="/import" enctype="multipart/form-data" {
            (drop::files("Your files", "Drop them here, or choose them. Several at once are one step, which one undo takes back."))
            div.row {
                button.btn.first name="do" value="bring" { "Bring them in" }
                button.btn name="do" value="look" { "Look first" }
            }
        }
    }
}

/// Past imports, each with its undo.
fn past(visit: &Visit) -> Result<Markup, Trouble> {
    let steps = visit.app.history(None)?;
    // No undo crosses a forgetting.
    let last_final = steps.iter().find(|step| step.is_final).map_or(StepId(0), |step| step.id);
    let imports: Vec<&Step> = steps.iter().filter(|step| is_import(&step.text)).take(PAST).collect();
    Ok(html! {
        @if !imports.is_empty() {
            h2 { "Brought in before" }
            ol.moves { @for step in imports { li { (one_past(visit, step, step.id > last_final)) } } }
        }
    })
}

fn one_past(visit: &Visit, step: &Step, can_be_undone: bool) -> Markup {
    let on = step.at.to_zoned(TimeZone::system()).date();
    html! {
        div.move.past[step.undone_by.is_some()] {
            div.words {
                p.what dir="auto" { (capital(&step.text)) }
                p.why { (capital(&spoken_when(on, visit.today))) @if let Some(by) = step.undone_by { ", taken back by step " (by) } }
            }
            div.do {
                @if step.undone_by.is_none() && can_be_undone { (form::undo("/import", step.id, "Undo")) }
            }
        }
    }
}

/// Takes files in and begins to read them.
pub fn bring(visit: &Visit) -> Answer {
    if visit.files.is_empty() {
        let refused = form::refused("No file was chosen.", "Drop one on the field, or choose it, then send it again.");
        return visit.page_with(StatusCode::BAD_REQUEST, "Import", page(visit, &refused)?);
    }
    begin(visit, visit.field("do") == "look", false)
}

/// Begins to read the files of this visit, and shows how far they are.
pub fn begin(visit: &Visit, look_only: bool, welcome: bool) -> Answer {
    let wish = Wish { files: visit.files.clone(), folder: visit.folder.clone(), look_only, welcome };
    follow(visit, wish)
}

fn follow(visit: &Visit, wish: Wish) -> Answer {
    let job = jobs::begin(&visit.app, wish)?;
    job.wait(PATIENCE);
    visit.go(&format!("/import/{}", job.id))
}

/// Brings in what was only looked at.
pub fn after_a_look(visit: &Visit) -> Answer {
    match visit.app.jobs().find(visit.part("job")?) {
        Some(job) => follow(visit, Wish { look_only: false, ..job.wish.clone() }),
        None => visit.go("/import"),
    }
}

/// How far the files are, then what became of them.
pub fn result(visit: &Visit) -> Answer {
    // After a new start nobody knows of it any more; what it brought in stands among the past imports.
    let Some(job) = visit.app.jobs().find(visit.part("job")?) else { return visit.go("/import") };
    match job.stage() {
        Stage::Over(outcome) => over(visit, &job, &outcome),
        stage => visit.page("Reading", reading(&stage)),
    }
}

/// A page that looks again by itself, every second.
fn reading(stage: &Stage) -> Markup {
    html! {
        meta http-equiv="refresh" content="1";
        h1 { "Reading your files" }
        div.stack role="status" {
            @match stage {
                Stage::Reading { file, done, total } => {
                    p dir="auto" { bdi { (file) } }
                    progress.wide max=(total) value=(done) aria-label="Read so far" {}
                    p.muted { (size(*done)) " of " (size(*total)) }
                }
                Stage::Waiting => p { "Waiting for the files before these." },
                Stage::Writing | Stage::Over(_) => { p { "Sorting out who is who." } progress.wide aria-label="Nearly done" {} }
            }
        }
        p.muted { "This page goes on by itself. You may leave it: what you sent is read to its end." }
    }
}

fn over(visit: &Visit, job: &Job, outcome: &Outcome) -> Answer {
    match outcome {
        Outcome::No { message, hint } => {
            let refused = form::refused(message, hint);
            let body = if job.wish.welcome { on_the_way(&refused) } else { page(visit, &refused)? };
            visit.page_with(StatusCode::BAD_REQUEST, "That file cannot be used", body)
        }
        Outcome::Looked(account) => visit.page("What would happen", looked(job, account)),
        Outcome::Brought(account, step) => visit.page("Brought in", brought(visit, job, account, *step)?),
    }
}

/// A file that cannot be used, on the way through Welcome: another one, or on without.
fn on_the_way(refused: &Markup) -> Markup {
    html! {
        h1 { "That file cannot be used" }
        (refused)
        form.stack method="post" action="/welcome" enctype="multipart/form-data" {
            input type="hidden" name="only" value="files";
            (drop::files("Another file", "Drop it here, or choose it."))
            div.row { button.btn.first { "Bring it in" } a.btn.quiet href="/welcome/people" { "Go on without" } }
        }
        (drop::how_to_get_it())
    }
}

fn looked(job: &Job, told: &method::list::import::account::Account) -> Markup {
    html! {
        h1 { "What would happen" }
        p.intro { "Nothing was written yet." }
        (account::told(told, &format!("/import/{}", job.id)))
        form.row method="post" action={ "/import/" (job.id) } {
            button.btn.first { "Bring them in" }
            a.btn.quiet href="/import" { "Choose other files" }
        }
    }
}

fn brought(
    visit: &Visit,
    job: &Job,
    told: &method::list::import::account::Account,
    step: Option<StepId>,
) -> Result<Markup, Trouble> {
    let here = format!("/import/{}", job.id);
    let step = step.map(|step| visit.app.step(step)).transpose()?.flatten();
    let stands = step.as_ref().is_some_and(|step| step.undone_by.is_none());
    let (to, says) = if job.wish.welcome { ("/welcome/people", "Go on") } else { ("/next", "Whom to call next") };
    Ok(html! {
        h1 { (account::in_short(told, stands)) }
        @match &step {
            None => p.intro { "Everything was known already, so nothing was changed." },
            Some(_) if !stands => p.intro { "You took it back, so nothing of it stands." },
            Some(_) => {}
        }
        (account::told(told, &here))
        div.row {
            a.btn.first href=(to) { (says) }
            @if let Some(step) = step.as_ref().filter(|_| stands) { (form::undo(&here, step.id, "Take it back")) }
        }
    })
}

//! Import: files come in, with a look first when one likes; what became of every row; and past imports with their undo.
//!
//! Serves the list (row M7). The reading itself is a job, so that a large file never leaves the window blank. It refuses
//! to write anything when a file cannot be used.

mod account;
mod asked;
mod columns;
pub mod offered;

use std::collections::BTreeMap;
use std::time::Duration;

use axum::http::StatusCode;
use formats::Map;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use method::change::Refusal;
use method::day::spoken_when;
use method::telling::is_import;
use store::{Step, StepId};

use super::parts::file::saved_as;
use super::parts::{drop, form};
use crate::error::Trouble;
use crate::jobs::{self, Asks, Job, Outcome, Stage, Told, Wish};
use crate::shell::{capital, grouped, size};
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
        p.intro { "From the ZIP that LinkedIn sends you, or from address books, mailboxes, calendars and tables. The same file again changes nothing." }
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
            (drop::folder())
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
    let (files, folder) = (visit.files.clone(), visit.folder.clone());
    follow(
        visit,
        Wish { files, folder, look_only, welcome, me: Vec::new(), map: Map::default(), maps: BTreeMap::new() },
    )
}

fn follow(visit: &Visit, wish: Wish) -> Answer {
    let job = jobs::begin(&visit.app, wish)?;
    job.wait(PATIENCE);
    visit.go(&format!("/import/{}", job.id))
}

/// Goes on with files that were sent already: with what was looked at, or with what was asked about them.
pub fn again(visit: &Visit) -> Answer {
    let Some(job) = visit.app.jobs().find(visit.part("job")?) else { return visit.go("/import") };
    let wish = Wish { look_only: visit.field("do") == "look", ..job.wish.clone() };
    match asked::answered(visit, wish) {
        Ok(wish) => follow(visit, wish),
        Err(Trouble::Campaign(store::Error::Refused(no))) => match job.stage() {
            Stage::Over(outcome) => over(visit, &job, &outcome, Some(&no)),
            _ => Err(no.into()),
        },
        Err(other) => Err(other),
    }
}

/// The rows that were left out, as a file. It is gone with the job.
pub fn left_out(visit: &Visit) -> Answer {
    let Some(job) = visit.app.jobs().find(visit.part("job")?) else { return visit.go("/import") };
    let Stage::Over(outcome) = job.stage() else { return Err(Trouble::NoSuchPage) };
    let left = match &*outcome {
        Outcome::Looked(told) | Outcome::Brought(told, _) => told.left_out.as_ref(),
        Outcome::No { left_out, .. } => left_out.as_ref(),
    }
    .ok_or(Trouble::NoSuchPage)?;
    let kind = match left.extension {
        "vcf" => "text/vcard",
        "zip" => "application/zip",
        _ => "text/csv",
    };
    Ok(saved_as(&format!("halfhour-left-out-{}.{}", visit.today, left.extension), kind, left.bytes.clone()))
}

/// How far the files are, then what became of them.
pub fn result(visit: &Visit) -> Answer {
    // After a new start nobody knows of it any more; what it brought in stands among the past imports.
    let Some(job) = visit.app.jobs().find(visit.part("job")?) else { return visit.go("/import") };
    match job.stage() {
        Stage::Over(outcome) => over(visit, &job, &outcome, None),
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

/// What came of it; with a no to what was just answered, its reason above the same page.
fn over(visit: &Visit, job: &Job, outcome: &Outcome, no: Option<&Refusal>) -> Answer {
    let status = if no.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let no = html! { @if let Some(no) = no { (form::refused(&no.message, &no.hint)) } };
    match outcome {
        Outcome::No { message, hint, asks: Asks::Nothing, left_out } => {
            let refused = html! {
                (form::refused(message, hint))
                @if let Some(left) = left_out { (account::to_mend(left, &format!("/import/{}", job.id))) }
            };
            let body = if job.wish.welcome { on_the_way(&refused) } else { page(visit, &refused)? };
            visit.page_with(StatusCode::BAD_REQUEST, "That file cannot be used", body)
        }
        Outcome::No { message, hint, asks, .. } => visit.page_with(
            StatusCode::BAD_REQUEST,
            "One question first",
            asked::page(visit, job, (message, hint), asks, &no),
        ),
        Outcome::Looked(told) => visit.page_with(status, "What would happen", html! { (looked(job, told, &no)) }),
        Outcome::Brought(told, step) => visit.page_with(status, "Brought in", brought(visit, job, told, *step)?),
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

fn looked(job: &Job, told: &Told, no: &Markup) -> Markup {
    let here = format!("/import/{}", job.id);
    html! {
        h1 { "What would happen" }
        p.intro { "Nothing was written yet." }
        (no)
        (account::told(told, &here, !columns::are_guessed(&told.account), &offered::named))
        (asked::other_addresses(&told.account, &here, "look"))
        form.stack method="post" action=(here) {
            (columns::of_a_look(&told.account))
            div.row {
                button.btn.first { "Bring them in" }
                @if columns::are_guessed(&told.account) { button.btn name="do" value="look" { "Look again" } }
                a.btn.quiet href="/import" { "Choose other files" }
            }
        }
    }
}

fn brought(visit: &Visit, job: &Job, told: &Told, step: Option<StepId>) -> Result<Markup, Trouble> {
    let here = format!("/import/{}", job.id);
    let step = step.map(|step| visit.app.step(step)).transpose()?.flatten();
    let stands = step.as_ref().is_some_and(|step| step.undone_by.is_none());
    let (to, says) = if job.wish.welcome { ("/welcome/people", "Go on") } else { ("/next", "Whom to call next") };
    let campaign = visit.campaign()?;
    Ok(html! {
        h1 { (account::in_short(&told.account, stands)) }
        @match &step {
            None => p.intro { "Everything was known already, so nothing was changed." },
            Some(_) if !stands => p.intro { "You took it back, so nothing of it stands." },
            Some(_) => {}
        }
        (account::told(told, &here, true, &|those| offered::to_choose(visit, &campaign, those, &here)))
        (asked::other_addresses(&told.account, &here, "bring"))
        @if stands && told.twice > 0 { (twice(told.twice)) }
        div.row {
            a.btn.first href=(to) { (says) }
            @if let Some(step) = step.as_ref().filter(|_| stands) { (form::undo(&here, step.id, "Take it back")) }
        }
    })
}

/// Who may stand there twice by now.
fn twice(people: usize) -> Markup {
    html! {
        p {
            @if people == 1 { "One person" } @else { (grouped(people)) " people" }
            " may stand on your list twice. " a href="/people/duplicates" { "Look at duplicates" }
        }
    }
}

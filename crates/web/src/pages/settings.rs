//! Your data: where it is, copies of it, coming back from a copy, taking it with you, forgetting somebody, the quiet search
//! and the look. Serves every step.
//!
//! It shows the file as what it is: one file of yours. It refuses to put a backup in its place unless that is meant, and
//! then keeps a copy of what stood.

pub mod download;
pub mod forget;

use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use maud::{Markup, html};
use store::Defect;

use super::look;
use super::parts::{form, quiet};
use crate::error::Trouble;
use crate::shell::{grouped, size};
use crate::visit::{Answer, Visit};

/// How large a backup may be that is sent, in bytes.
pub const AT_MOST: usize = 1 << 30;

/// The page.
pub fn show(visit: &Visit) -> Answer {
    visit.page("Your files", page(visit, &html! {})?)
}

fn page(visit: &Visit, refused: &Markup) -> Result<Markup, Trouble> {
    let campaign = visit.campaign()?;
    Ok(html! {
        h1 { "Your files" }
        p.intro { "Everything you wrote and brought in is one file on this machine. Nothing of it is sent anywhere." }
        (restored(visit))
        (place(visit)?)
        (backup())
        (restore(visit, refused)?)
        section.part {
            h2 { "Take it with you" }
            p { "Everything as plain text for other programs: one line for each fact, in a ZIP." }
            p { a.btn href="/settings/download/export" download { "Download the export" } }
        }
        section.part {
            h2 { "Forget somebody" }
            p { "Whoever asks you to can be forgotten for good: what files say, what you wrote, letters, and every old value." }
            p { a.btn href="/settings/forget" { "Choose whom" } }
        }
        section.part #quiet {
            h2 { "The quiet search" }
            (quiet::question(&campaign, "/settings", None, &html! { button.btn { "Save" } }))
            (quiet::colleagues(&campaign, "/settings", visit.query("colleague")))
        }
        section.part {
            h2 { "The first steps" }
            p { "What you look for, whom you respect, whom you talked to: the five steps of the beginning, with your answers in them." }
            p { a.btn href="/welcome" { "Go through them again" } }
        }
        section.part.looks {
            h2 { "How it looks" }
            (look::switch(visit))
        }
    })
}

/// Where the file is, how large, and whether it is sound.
fn place(visit: &Visit) -> Result<Markup, Trouble> {
    let file = visit.app.file();
    let wal = PathBuf::from(format!("{}-wal", file.display()));
    let bytes: u64 =
        [file, wal.as_path()].iter().filter_map(|path| path.metadata().ok()).map(|found| found.len()).sum();
    let campaign = visit.campaign()?;
    let people = campaign.everybody().count();
    let steps = visit.app.history(Some(1))?.first().map_or(0, |newest| newest.id.0);
    Ok(html! {
        section.part {
            h2 { "Where it is" }
            p { code { (file.display()) } }
            p.muted {
                (size(bytes)) ", " (grouped(people)) @if people == 1 { " person, " } @else { " people, " }
                (steps) @if steps == 1 { " step." } @else { " steps." }
            }
            @if visit.query("look") == "over" { (looked_over(&store::doctor(file))) }
            @else {
                form action="/settings" { button.btn name="look" value="over" { "Look it over" } }
            }
        }
    })
}

/// What the look over found, in plain words.
fn looked_over(defects: &[Defect]) -> Markup {
    html! {
        @if defects.is_empty() {
            div.finding.fine.stack role="status" { p { strong { "The file is sound." } } p { "Every fact in it reads back, and so does its history." } }
        }
        @for defect in defects { (form::refused(&defect.message, &defect.hint)) }
    }
}

fn backup() -> Markup {
    html! {
        section.part {
            h2 { "Make a backup" }
            p { "A copy of the whole file, its history included. It holds your friends’ details: keep it where only you can read it." }
            p { a.btn.first href="/settings/download/backup" download { "Download a backup" } }
        }
    }
}

/// Coming back from a backup, a sent one or one of the copies beside the file.
fn restore(visit: &Visit, refused: &Markup) -> Result<Markup, Trouble> {
    let people = visit.campaign()?.everybody().count();
    let copies = store::copies_beside(visit.app.file());
    Ok(html! {
        section.part #restore {
            h2 { "Come back from a backup" }
            p {
                "What stands now" @if people > 0 { ", with " (grouped(people)) @if people == 1 { " person," } @else { " people," } }
                " is replaced by what the backup holds. A copy of it stays beside the file, so that you can go back."
            }
            (refused)
            form.stack method="post" action="/settings/restore" enctype="multipart/form-data" {
                div.field {
                    label for="backup" { "The backup" }
                    input.drop #backup type="file" name="backup";
                }
                (form::tick("meant", "Replace what stands now", false))
                p { button.btn { "Put the backup in place" } }
            }
            @if !copies.is_empty() {
                h3 { "Copies beside the file" }
                p.help { "Kept before a change that no undo takes back. Delete them yourself when you need them no more." }
                ul.plain.ruled.stack { @for copy in &copies { li.held-back { (one_copy(copy)) } } }
            }
        }
    })
}

fn one_copy(copy: &Path) -> Markup {
    let name = base_name(copy);
    html! {
        div { bdi { (name) } " " small { (copy.metadata().map(|found| size(found.len())).unwrap_or_default()) } }
        form.inline method="post" action="/settings/restore" {
            input type="hidden" name="meant" value="yes";
            button.btn name="copy" value=(name) aria-label={ "Put it back: " (name) } { "Put it back" }
        }
    }
}

fn base_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Said once, after coming back.
fn restored(visit: &Visit) -> Markup {
    let kept = visit.query("kept");
    html! {
        @if visit.query("restored") == "yes" {
            div.flash role="status" {
                p { "The backup stands now." @if !kept.is_empty() { " What stood before is kept as " bdi { (kept) } "." } }
            }
        }
    }
}

/// Puts a backup in the place of what stands.
pub fn bring_back(visit: &Visit) -> Answer {
    let again = |message: &str, hint: &str| {
        let body = page(visit, &form::refused(message, hint))?;
        visit.page_with(StatusCode::BAD_REQUEST, "Your files", body)
    };
    let copies = store::copies_beside(visit.app.file());
    let copy = copies.into_iter().find(|path| base_name(path) == visit.field("copy"));
    let sent = visit.files.first().map(|sent| (sent.path.clone(), sent.name.clone()));
    let Some((from, name)) = copy.map(|path| (path.clone(), base_name(&path))).or(sent) else {
        return again("No backup was chosen.", "Choose the file that you downloaded as a backup.");
    };
    if !visit.ticked("meant") {
        return again("Nothing was replaced: the box was not ticked.", "Tick it, and choose the backup once more.");
    }
    match visit.app.restore(&from) {
        Ok(restored) => {
            let mut to = form_urlencoded::Serializer::new("/settings?restored=yes".to_owned());
            to.append_pair("kept", &restored.copy.as_deref().map(base_name).unwrap_or_default());
            visit.go(&to.finish())
        }
        // The words of the store name the place where it was laid down, which nobody knows.
        Err(no) => again(&no.to_string().replace(&from.display().to_string(), &name), &hint_for(&no)),
    }
}

/// The way out, as far as it can be gone in a browser.
fn hint_for(no: &store::Error) -> String {
    match no {
        store::Error::NotACampaign(_) | store::Error::OfAnotherProgram(_) => {
            "Choose a file that was downloaded here as a backup. What stood before still stands.".to_owned()
        }
        store::Error::Damaged { .. } => "Choose another backup. What stood before still stands.".to_owned(),
        other => other.hint(),
    }
}

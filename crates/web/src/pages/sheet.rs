//! The call sheet: everything for one half hour on one page, on the screen, on one sheet of paper, and as one file that a
//! telephone shows. Serves the ask and the conversation. It changes nothing.

mod code;
mod paper;

use formats::event::{Event, sequence};
use maud::{Markup, html};
use method::ask::meeting::meeting_with;
use method::ask::sheet::{Sheet, sheet};
use method::change::{No, Refusal};
use method::id::PersonId;
use method::list::written::fold;

use super::parts::file;
use super::parts::form::refused;
use super::prepare::wanting;
use crate::routes;
use crate::visit::{Answer, Visit};
pub use paper::when_and_where;
use paper::{Paper, paper};

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let id: PersonId = visit.part("person")?;
    let sheet = match sheet(&campaign, visit.today, id) {
        Ok(sheet) => sheet,
        Err(no) if no.kind == No::Method => return visit.page("Call sheet", not_yet(id, &campaign.name(id), &no)),
        Err(no) => return Err(no.into()),
    };
    let off = sheet.meeting.as_ref().and_then(|meeting| campaign.week.day_off(meeting.on));
    let day_off = off.map(|day| day.note(visit.today));
    let body = html! {
        (paper(&on_paper(visit, &sheet, false)?))
        (beneath(id, &sheet, day_off.as_deref()))
    };
    visit.page(&format!("Call sheet: {}", sheet.person.name), body)
}

/// The same as one file, with nothing outside of it.
pub fn saved(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let sheet = sheet(&campaign, visit.today, visit.part("person")?)?;
    let title = format!("Half an hour with {}", sheet.person.name);
    let whole = file::by_itself(&title, "alone whole", &paper(&on_paper(visit, &sheet, true)?));
    let name = format!("half-hour-{}.html", plain(&sheet.person.name));
    Ok(file::saved_as(&name, "text/html; charset=utf-8", whole))
}

/// The meeting as a file for a calendar.
pub fn calendar(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let person: PersonId = visit.part("person")?;
    let (ask, meeting) = meeting_with(&campaign, person)?;
    let newest = visit.app.history(Some(1))?.first().map_or(0, |newest| newest.id.0);
    let event = Event::of(&campaign, ask, meeting, sequence(newest, visit.today))
        .map_err(|unknown| Refusal::method(unknown.to_string(), "Note the answer once more, with another zone."))?;
    let name = format!("half-hour-{}.ics", plain(&campaign.name(person)));
    Ok(file::saved_as(&name, "text/calendar; charset=utf-8", event.file(visit.app.now())))
}

/// What the paper is made from: the sheet, and the meeting as a telephone reads it.
fn on_paper<'a>(visit: &'a Visit, sheet: &'a Sheet, is_saved: bool) -> Result<Paper<'a>, crate::error::Trouble> {
    let campaign = visit.campaign()?;
    let meeting = meeting_with(&campaign, sheet.person.id).ok().filter(|_| sheet.meeting.is_some());
    // A telephone reads the picture once, so that it need not know how new it is.
    let event = meeting.and_then(|(ask, meeting)| Event::of(&campaign, ask, meeting, 0).ok());
    Ok(Paper { sheet, today: visit.today, is_saved, event })
}

/// A name as part of the name of a file, on any system.
fn plain(name: &str) -> String {
    let plain: String =
        fold(name).chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut name = words.join("-");
    name.truncate(60);
    if name.is_empty() { "sheet".to_owned() } else { name }
}

/// There is nothing to ask yet, so there is no half hour to lay out.
fn not_yet(id: PersonId, name: &str, no: &Refusal) -> Markup {
    html! {
        h1 { "Call sheet" }
        p.intro { "For half an hour with " bdi { (name) } "." }
        div.stack {
            (refused(&no.message, &no.hint))
            p { a.btn.first href={ "/people/" (id) "/prepare" } { "Prepare" } }
        }
    }
}

/// What can be done with it, on the screen only.
fn beneath(id: PersonId, sheet: &Sheet, day_off: Option<&str>) -> Markup {
    html! {
        div.do.row.sheet-ways {
            @if routes::stands("/people/{person}/talk") { a.btn.first href={ "/people/" (id) "/talk" } { "After the call" } }
            a.btn href={ "/people/" (id) "/sheet.html" } download { "Save for your phone" }
            @if sheet.meeting.is_some() { a.btn href={ "/people/" (id) "/meeting.ics" } download { "Add to your calendar" } }
            a.btn href={ "/people/" (id) "/prepare" } { "Change it" }
        }
        @if let Some(note) = day_off { p.do { (note) } }
        p.do.muted { "Printed, it is one sheet, with room for notes. Saved, it is one file to send to your phone." }
        @if !sheet.missing.is_empty() {
            details.do.otherwise { summary { "It gets better with" } (wanting(&sheet.missing)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_gives_a_name_for_a_file() {
        for (name, file) in
            [("Zoë O'Neil", "zoe-o-neil"), ("../../etc", "etc"), ("🦊", "fox"), ("\"; x=\r\n", "x"), ("!", "sheet")]
        {
            assert_eq!(plain(name), file);
        }
        assert_eq!(plain(&"ä".repeat(300)).len(), 60);
    }
}

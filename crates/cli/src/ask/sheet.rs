//! `sheet`: everything for one half hour on one page.

use std::process::ExitCode;

use clap::Args;
use formats::event::{Event, sequence};
use jiff::civil::{Date, Time};
use method::ask::Meeting;
use method::ask::meeting::meeting_with;
use method::ask::sheet::{Sheet, SheetMeeting, SheetPromise, sheet};
use method::campaign::Campaign;
use method::day;
use method::id::PersonId;
use serde::Serialize;
use store::Store;

use crate::args::Who;
use crate::case::remarks;
use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::questions;
use crate::text::{Text, counted};

/// Everything for the half hour on one page: why you call, how to open, what to ask, your story, how to end.
#[derive(Debug, Args)]
pub struct Wish {
    #[command(flatten)]
    who: Who,
    /// Print the meeting as a calendar file (.ics) instead: halfhour sheet PERSON --ics > meeting.ics
    #[arg(long)]
    ics: bool,
}

#[derive(Debug, Serialize)]
struct Page {
    #[serde(flatten)]
    sheet: Sheet,
    #[serde(skip)]
    today: Date,
}

impl Show for Page {
    fn show(&self, text: &mut Text) {
        let sheet = &self.sheet;
        self.whom(text);
        text.heading("Why you talk");
        text.field("Purpose", sheet.case.purpose.as_ref());
        text.field("Outcome", sheet.case.outcome.as_ref());
        text.field("Why them", sheet.case.why.as_ref());
        remarks::remarks(text, &sheet.case.remarks);
        text.heading("Open");
        for line in &sheet.opening {
            text.hanging("  ", line);
        }
        text.heading("Ask");
        questions::plan(text, &sheet.questions);
        self.bring(text);
        text.heading("End");
        let last = sheet.questions.questions.last().map(|asked| &asked.text);
        for line in sheet.ending.iter().filter(|line| Some(*line) != last) {
            text.hanging("  ", line);
        }
        remarks::missing(text, &sheet.missing);
    }
}

impl Page {
    fn whom(&self, text: &mut Text) {
        let sheet = &self.sheet;
        text.heading(&sheet.person.name);
        let work = [sheet.title.as_deref(), sheet.organization.as_deref()];
        let work: Vec<&str> = work.into_iter().flatten().collect();
        if !work.is_empty() {
            text.line(work.join(", "));
        }
        text.field("You meet", sheet.meeting.as_ref().map(|meeting| self.meeting(meeting)));
        text.field("Telephone", Some(sheet.phones.join(", ")));
        text.field("E-mail", Some(sheet.emails.join(", ")));
        let since = sheet.known_since_on.map(|day| format!("since {}", day.year()));
        let known: Vec<String> = sheet.how_known.iter().map(|told| format!("“{told}”")).chain(since).collect();
        text.field("How you know each other", Some(known.join(", ")));
        text.field("You value", sheet.valued_for.as_ref());
        text.field("You noted", sheet.notes.as_ref());
        text.field("Named by", sheet.referred_by.as_ref().map(|person| &person.name));
        for (label, promises) in [("You promised", &sheet.promised_by_you), ("They promised", &sheet.promised_by_them)]
        {
            for promise in promises {
                text.field(label, Some(self.promise(promise)));
            }
        }
    }

    /// What the seeker brings: the story, ideas to try, strengths.
    fn bring(&self, text: &mut Text) {
        let sheet = &self.sheet;
        if let Some(story) = &sheet.story {
            text.heading(format!("Your story, {}", counted(story.seconds, "second", "seconds")));
            for line in story.text.lines() {
                text.hanging("  ", line);
            }
        }
        if !sheet.ideas.is_empty() {
            text.heading("Ideas to try out");
            for idea in &sheet.ideas {
                let heard = match (idea.warmer, idea.colder) {
                    (0, 0) => String::new(),
                    (warmer, colder) => format!(" (so far {warmer} warmer, {colder} colder)"),
                };
                text.point(format!("{}{heard}", idea.text));
            }
        }
        if !sheet.strengths.is_empty() {
            text.heading("What you do well");
            for strength in &sheet.strengths {
                match &strength.proof {
                    Some(proof) => text.point(format!("{}: {proof}", strength.name)),
                    None => text.point(format!("{} (nothing shows it yet)", strength.name)),
                }
            }
        }
    }

    fn meeting(&self, meeting: &SheetMeeting) -> String {
        said(meeting.on, self.today, meeting.time, meeting.zone.as_deref(), meeting.place.as_deref())
    }

    fn promise(&self, promise: &SheetPromise) -> String {
        let due = promise.due_on.map(|day| format!(", by {}", day::spoken(day, self.today)));
        format!("{}{}", promise.text, due.unwrap_or_default())
    }
}

/// A meeting as one says it: "Tuesday 24 November at 14:00 (Europe/Berlin), the café by the gate".
pub fn when_and_where(meeting: &Meeting, today: Date) -> String {
    said(meeting.on, today, meeting.time, meeting.zone.as_deref(), meeting.place.as_deref())
}

fn said(on: Date, today: Date, time: Option<Time>, zone: Option<&str>, place: Option<&str>) -> String {
    let time = time.map(|time| format!(" at {}:{:02}", time.hour(), time.minute()));
    let zone = zone.map(|zone| format!(" ({zone})"));
    let place = place.map(|place| format!(", {place}"));
    let more: String = [time, zone, place].into_iter().flatten().collect();
    format!("{}{more}", day::spoken(on, today))
}

/// Shows the page.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let (campaign, person) = door.read_person(&wish.who)?;
    if wish.ics {
        return calendar(door, &campaign, person);
    }
    door.show(&Page { sheet: sheet(&campaign, door.today, person)?, today: door.today })
}

/// Prints the meeting, for a calendar.
fn calendar(door: &Door, campaign: &Campaign, person: PersonId) -> Result<ExitCode, Failure> {
    let (ask, meeting) = meeting_with(campaign, person)?;
    let newest = door.store()?.history(Some(1))?.first().map_or(0, |newest| newest.id.0);
    let event = Event::of(campaign, ask, meeting, sequence(newest, door.today)).map_err(|unknown| {
        Failure::usage(unknown.to_string(), format!("Name another one: `halfhour ask move {person} --zone ZONE`"))
    })?;
    Door::raw_out(&event.file(door.now()))
}

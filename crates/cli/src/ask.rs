//! The ask: the words for it, its record, its answer, and the meeting that comes of it.

pub mod check;
pub mod sheet;

mod answer;
mod draft;
mod log;
mod meeting;
mod words;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use method::ask::{Answer, Meeting, MeetingState};
use method::campaign::PersonRef;
use method::case::remark::Remark;
use method::change::{Change, Fact};
use method::day;
use method::day::workdays::DayOff;
use method::id::AskId;
use method::list::slate::keep_the_search_quiet;
use serde::Serialize;
use store::{Changed, Scope, Step};

use crate::args::Who;
use crate::case::remarks;
use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::text::Text;

/// Asks a person for half an hour. With a name it shows the words; the verbs record what happened.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Wish {
    #[command(flatten)]
    who: Option<Who>,
    #[command(flatten)]
    form: draft::FormWish,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Keep your own words for an ask, for this person or as your usual ones
    Words(words::WordsWish),
    /// Record that you asked
    Log(log::LogWish),
    /// Record what they answered: accepted, declined, silent, not-now or someone-else
    Answer(answer::AnswerWish),
    /// Move a meeting to another day, time or place
    Move(meeting::MoveWish),
    /// Call a meeting off
    Cancel(meeting::WhoseWish),
    /// Say that a meeting did not take place
    Missed(meeting::WhoseWish),
}

/// What was recorded, and which command comes next.
#[derive(Debug, Serialize)]
struct Recorded {
    /// None when everything stood like that already.
    step: Option<Step>,
    /// The ask as it stands now.
    ask: Option<AskNow>,
    /// That the meeting stands on a day off, where it does.
    day_off: Option<DayOff>,
    /// What the draft check finds in the words that were kept with the ask.
    remarks: Vec<Remark>,
    /// That they work where the search is quiet.
    #[serde(skip)]
    quiet: Option<String>,
    #[serde(skip)]
    next: Option<String>,
    #[serde(skip)]
    today: Date,
}

/// The ask as it stands, with days as they were understood.
#[derive(Debug, Serialize)]
struct AskNow {
    id: AskId,
    person: PersonRef,
    asked_on: Date,
    answer: Option<Answer>,
    until_on: Option<Date>,
    meeting: Option<Meeting>,
}

impl Show for Recorded {
    fn show(&self, text: &mut Text) {
        match &self.step {
            Some(step) => text.line(format!("{}.", capital(&step.text))),
            None => text.line("It stood like that already; nothing was changed."),
        }
        if let Some(days) = self.ask.as_ref().and_then(|ask| ask.days(self.today)) {
            text.line(days);
        }
        if let Some(day_off) = &self.day_off {
            text.line(day_off.note(self.today));
        }
        if let Some(quiet) = &self.quiet {
            text.line(quiet);
        }
        remarks::remarks(text, &self.remarks);
        if let Some(next) = &self.next {
            text.muted(next);
        }
    }
}

impl AskNow {
    /// The days as they were understood, when they are not today.
    fn days(&self, today: Date) -> Option<String> {
        let said = |day: Date| day::spoken(day, today);
        if let Some(meeting) = self.meeting.as_ref().filter(|meeting| meeting.state == MeetingState::Planned) {
            return Some(format!("You meet on {}.", sheet::when_and_where(meeting, today)));
        }
        if let Some(until) = self.until_on {
            return Some(format!("You ask again from {} on.", said(until)));
        }
        (self.answer.is_none() && self.asked_on != today).then(|| format!("That was on {}.", said(self.asked_on)))
    }
}

fn recorded(door: &Door, changed: &Changed, next: Option<String>) -> Result<ExitCode, Failure> {
    recorded_with(door, changed, Vec::new(), next)
}

/// The same, with what is pointed out about the words.
fn recorded_with(
    door: &Door,
    changed: &Changed,
    remarks: Vec<Remark>,
    next: Option<String>,
) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Told)?;
    // Where somebody works may stand in a file; it is asked for only while the search is quiet somewhere.
    let campaign = if campaign.seeker.employed_now == Some(true) { door.read(Scope::Everyone)? } else { campaign };
    let ask = changed.changes.iter().find_map(|change| match change {
        Change::Write(Fact::Ask(ask)) => Some(AskNow {
            id: ask.id,
            person: campaign.person_ref(ask.person),
            asked_on: ask.asked_on,
            answer: ask.answer,
            until_on: ask.until_on,
            meeting: ask.meeting.clone(),
        }),
        _ => None,
    });
    let planned = |ask: &AskNow| {
        ask.meeting.as_ref().filter(|meeting| meeting.state == MeetingState::Planned).map(|it| campaign.at_home(it).on)
    };
    let day_off = ask.as_ref().and_then(planned).and_then(|on| campaign.week.day_off(on)).cloned();
    let quiet = ask.as_ref().and_then(|ask: &AskNow| keep_the_search_quiet::remark(&campaign, ask.person.id));
    let quiet = quiet.map(|remark| remark.text);
    door.show(&Recorded { step: door.step(changed.step)?, ask, day_off, remarks, quiet, next, today: door.today })
}

/// Shows the words, or does what the verb says.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    match (wish.verb, wish.who) {
        (Some(Verb::Words(wish)), _) => words::run(door, &wish),
        (Some(Verb::Log(wish)), _) => log::run(door, &wish),
        (Some(Verb::Answer(wish)), _) => answer::run(door, &wish),
        (Some(Verb::Move(wish)), _) => meeting::move_to(door, &wish),
        (Some(Verb::Cancel(wish)), _) => meeting::cancel(door, &wish),
        (Some(Verb::Missed(wish)), _) => meeting::missed(door, &wish),
        (None, Some(who)) => draft::run(door, &who, &wish.form),
        (None, None) => Err(Failure::usage("Whom do you want to ask?", "Name a person: `halfhour ask PERSON`")),
    }
}

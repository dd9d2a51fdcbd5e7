//! `later`: a move, or one part of it, can wait until another day, or is not needed.

use std::cell::RefCell;
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use method::campaign::{Campaign, PersonRef};
use method::day::{self, Toward, spoken};
use method::follow_through::done::parts_meant;
use method::follow_through::later::later as decide;
use method::follow_through::moves::Part;
use method::follow_through::not_needed::not_needed as decide_unneeded;
use method::follow_through::{keep_what_you_promised, record_after_the_meeting};
use serde::Serialize;
use store::{Scope, Step};

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::follow_through::agenda::scope;
use crate::text::Text;

/// Not today: it comes back on the day you name, or never when it is not needed.
#[derive(Debug, Args)]
pub struct LaterWish {
    /// The move, by its id in `halfhour today`
    #[arg(value_name = "MOVE")]
    id: String,
    /// The day, such as tomorrow or next tuesday; a number before it picks one part of the move
    #[arg(value_name = "DATE", required_unless_present = "not_needed", num_args = 1..)]
    words: Vec<String>,
    /// It is not needed at all; a number picks one part. A promise is released
    #[arg(long)]
    not_needed: bool,
}

#[derive(Serialize)]
struct PutOff {
    /// The step of history; none when everything stood like that already.
    step: Option<Step>,
    /// What can wait.
    parts: Vec<Part>,
    /// The day on which it comes back.
    until_on: Date,
    #[serde(skip)]
    today: Date,
    /// With whom a meeting stands that only the reminder was put off for.
    #[serde(skip)]
    meeting_with: Option<PersonRef>,
}

impl Show for PutOff {
    fn show(&self, text: &mut Text) {
        text.line(format!("Put off to {}:", spoken(self.until_on, self.today)));
        self.parts.iter().for_each(|part| text.point(&part.text));
        if let Some(person) = &self.meeting_with {
            text.muted(format!(
                "Your meeting with {} stays on its day. To move it: `halfhour ask move {} --on DAY`",
                person.name, person.id
            ));
        }
    }
}

#[derive(Serialize)]
struct Unneeded {
    /// The step of history; none when everything stood like that already.
    step: Option<Step>,
    /// What is not needed.
    parts: Vec<Part>,
}

impl Show for Unneeded {
    fn show(&self, text: &mut Text) {
        text.line("Not needed:");
        self.parts.iter().for_each(|part| text.point(&part.text));
        match self.parts.iter().filter(|part| part.rule == keep_what_you_promised::RULE.name).count() {
            0 => {}
            1 => text.line("Your promise no longer stands."),
            _ => text.line("Your promises no longer stand."),
        }
        if let Some(step) = &self.step {
            text.muted(format!("`halfhour undo {}` brings it back.", step.id));
        }
    }
}

fn not_needed(door: &Door, wish: &LaterWish) -> Result<ExitCode, Failure> {
    let part = match wish.words.as_slice() {
        [] => None,
        [part] => Some(part.as_str()),
        _ => {
            let hint = format!("`halfhour later {} --not-needed`, or with the number of one part before it.", wish.id);
            return Err(Failure::usage("A move is put off to a day or not needed, not both.", hint));
        }
    };
    let meant = RefCell::new(Vec::new());
    let changed = door.change(scope(door)?, |campaign, ids| {
        meant.replace(parts_meant(campaign, door.today, &wish.id, part)?);
        decide_unneeded(campaign, ids, door.today, &wish.id, part)
    })?;
    door.show(&Unneeded { step: door.step(changed.step)?, parts: meant.take() })
}

/// Puts a move off.
pub fn later(door: &Door, wish: &LaterWish) -> Result<ExitCode, Failure> {
    if wish.not_needed {
        return not_needed(door, wish);
    }
    let (part, until_on) = part_and_day(door, &wish.words)?;
    let meant = RefCell::new(Vec::new());
    let changed = door.change(scope(door)?, |campaign, ids| {
        meant.replace(parts_meant(campaign, door.today, &wish.id, part)?);
        decide(campaign, ids, door.today, &wish.id, part, until_on)
    })?;
    let step = door.step(changed.step)?;
    let parts = meant.take();
    let campaign = door.read(Scope::Told)?;
    let meeting_with = parts.iter().find_map(|part| meeting_ahead(&campaign, door.today, part));
    door.show(&PutOff { step, parts, until_on, today: door.today, meeting_with })
}

/// Whom the seeker still meets, when this part is the meeting itself.
fn meeting_ahead(campaign: &Campaign, today: Date, part: &Part) -> Option<PersonRef> {
    let ask = campaign.asks.get(&part.about.to_string().parse().ok()?)?;
    let stands = ask.planned_meeting().is_some_and(|meeting| campaign.at_home(meeting).on >= today);
    (stands && part.rule == record_after_the_meeting::RULE.name).then(|| campaign.person_ref(ask.person))
}

/// All the words are the day, or the first one is a part and the others are the day. Where both can be read, the
/// reading that lies ahead is meant: "2 nov 24" is part 2, and not a day in the year 24.
fn part_and_day<'a>(door: &Door, words: &'a [String]) -> Result<(Option<&'a str>, Date), Failure> {
    let read = |words: &[String]| day::parse(&words.join(" "), door.today, Toward::Future);
    let whole = read(words);
    if let Some(day) = whole.filter(|day| *day > door.today) {
        return Ok((None, day));
    }
    let split = words.split_first().and_then(|(part, day)| Some((Some(part.as_str()), read(day)?)));
    match (split, whole) {
        (Some(split), _) => Ok(split),
        (None, Some(day)) => Ok((None, day)),
        (None, None) => Ok((None, door.day_ahead(&words.join(" "))?)),
    }
}

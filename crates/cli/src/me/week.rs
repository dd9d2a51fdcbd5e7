//! What `me` can be told about the week: times for calls, weekdays, days off.

use std::fs::File;
use std::path::PathBuf;

use clap::Args;
use formats::holidays::{Holidays, read};
use method::change::Refusal;
use method::day::workdays::DayOff;
use method::direction::week::WeekEdit;

use crate::door::Door;
use crate::failure::Failure;

#[derive(Debug, Args)]
pub struct WeekWords {
    /// A time that you keep for a call: "tue 10:00"
    #[arg(long, value_name = "DAY TIME")]
    slot: Vec<String>,
    /// Take one away
    #[arg(long, value_name = "DAY TIME")]
    drop_slot: Vec<String>,
    /// How many conversations a week you want to hold
    #[arg(long, value_name = "N")]
    conversations: Option<u32>,
    /// The days of the week on which you do what is due, such as "tue thu sat"; "" goes back to Monday to Friday
    #[arg(long, value_name = "DAYS")]
    weekdays: Option<String>,
    /// A day on which nothing shall be due: "25 dec", or "24 dec to 2 jan, away"
    #[arg(long, value_name = "DAY")]
    day_off: Vec<String>,
    /// A calendar of public holidays (.ics): its whole days become days off
    #[arg(long, value_name = "FILE")]
    holidays: Option<PathBuf>,
    /// It is no day off after all
    #[arg(long, value_name = "DAY")]
    drop_day_off: Vec<String>,
}

impl WeekWords {
    /// What the calendar of holidays says, when one was named.
    pub fn holidays(&self, door: &Door) -> Result<Option<(String, Holidays)>, Failure> {
        let Some(path) = &self.holidays else { return Ok(None) };
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let file = File::open(path).map_err(|problem| {
            Failure::file(format!("{name}: the file could not be opened: {problem}."), "Look at its name and place.")
        })?;
        let found = read(file, door.today);
        let found = found.map_err(|no| Failure::file(format!("{name}: {no}"), no.hint()))?;
        Ok(Some((name, found)))
    }

    /// What is to be planned.
    pub fn edit(&self, door: &Door, holidays: Option<&Holidays>) -> Result<WeekEdit, Refusal> {
        let words = |days: &String| days.split([' ', ',']).filter(|day| !day.is_empty()).map(str::to_owned).collect();
        Ok(WeekEdit {
            set: None,
            add: self.slot.clone(),
            remove: self.drop_slot.clone(),
            conversations: self.conversations.map(Some),
            weekdays: self.weekdays.as_ref().map(words),
            all_off: None,
            off: [holidays.map(|found| found.days.clone()).unwrap_or_default(), days(door, &self.day_off)?].concat(),
            not_off: days(door, &self.drop_day_off)?.into_iter().map(|day| day.on).collect(),
        })
    }
}

fn days(door: &Door, texts: &[String]) -> Result<Vec<DayOff>, Refusal> {
    let read = |text: &String| {
        DayOff::parse(text, door.today).ok_or_else(|| {
            Refusal::usage(
                format!("“{text}” is neither a day nor one day to a later one."),
                "Write it like this: 25 dec, or 24 dec to 2 jan, away.",
            )
        })
    };
    Ok(texts.iter().map(read).collect::<Result<Vec<_>, _>>()?.concat())
}

//! What became of a calendar of holidays: which days are off now, which were already, and what was left out.

use formats::holidays::{Holidays, LeftOut};
use jiff::civil::Date;
use method::day::spoken;
use method::day::workdays::DayOff;
use serde::Serialize;
use store::Step;

use crate::door::Show;
use crate::text::{Text, counted};

/// The account of one file.
#[derive(Debug, Serialize)]
pub struct Account {
    /// The step of history; none when everything stood like that already.
    step: Option<Step>,
    /// The file, by its last name.
    file: String,
    /// Events that were read; those taken and those left out add up to it.
    read: usize,
    /// Events that are days off.
    taken: usize,
    /// Days that are off now.
    new: Vec<DayOff>,
    /// How many of its days were off already.
    known: usize,
    /// What was left out, by reason.
    left_out: Vec<LeftOut>,
    /// How many of its days lie within a year, where they are more than public holidays can be.
    suspiciously_many: Option<usize>,
    #[serde(skip)]
    today: Date,
}

impl Account {
    /// Holds what was found against the days that were off before.
    pub fn of(step: Option<Step>, file: String, found: Holidays, before: &[DayOff], today: Date) -> Self {
        let is_known = |day: &DayOff| before.iter().any(|known| known.on == day.on);
        let suspiciously_many = found.suspiciously_many(today);
        let (known, new): (Vec<DayOff>, Vec<DayOff>) = found.days.into_iter().partition(is_known);
        let Holidays { read, taken, left_out, .. } = found;
        Account { step, file, read, taken, new, known: known.len(), left_out, suspiciously_many, today }
    }
}

impl Show for Account {
    fn show(&self, text: &mut Text) {
        text.line(format!("{}: {} read.", self.file, counted(self.read, "event", "events")));
        match self.new.len() {
            0 => text.line("No day is off that was not off already."),
            count => text.line(format!("{} off from now on:", counted(count, "day is", "days are"))),
        }
        for day in &self.new {
            let name = day.name.as_deref().map(|name| format!(": {name}")).unwrap_or_default();
            text.point(format!("{}{name}", spoken(day.on, self.today)));
        }
        if self.known > 0 && !self.new.is_empty() {
            text.line(format!("{} off already.", counted(self.known, "day was", "days were")));
        }
        for left in &self.left_out {
            let events = counted(left.count, "event", "events");
            text.muted(format!("Left out: {events}, {} (the first on line {}).", left.reason, left.line));
        }
        if let Some(many) = self.suspiciously_many {
            text.line(format!(
                "That is {many} days off within a year, more than public holidays are. Perhaps it is another calendar."
            ));
        }
        if let Some(step) = &self.step {
            text.muted(format!("`halfhour undo {}` takes them back.", step.id));
        }
    }
}

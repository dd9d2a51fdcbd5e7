//! Days of the demo, told so that the search always ended yesterday, whatever day it is.

use jiff::civil::Date;

use crate::day::workdays::Workdays;
use crate::day::{plus_days, week_start};

/// How long the search has gone on, in weeks.
pub(super) const WEEKS: i32 = 10;

/// A day of the demo.
#[derive(Debug, Clone, Copy)]
pub(super) enum On {
    /// A working day, 0 to 4, of one of the ten weeks before this one, 0 to 9.
    Week(i32, i32),
    /// So many business days before today; 0 is today, or the last business day when today is none.
    Ago(u32),
    /// So many business days from today.
    Ahead(u32),
}

impl On {
    /// The day itself, seen from today.
    pub fn day(self, today: Date) -> Date {
        let workdays = Workdays::default();
        match self {
            On::Week(week, weekday) => plus_days(week_start(today), 7 * (week - WEEKS) + weekday),
            On::Ago(days) => {
                (0..days).fold(workdays.on_or_before(today), |day, _| workdays.on_or_before(plus_days(day, -1)))
            }
            On::Ahead(days) => workdays.after(today, days),
        }
    }
}

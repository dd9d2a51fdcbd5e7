//! The seeker's own clock, for meetings that were agreed in another time zone.
//!
//! Serves following through: a meeting at nine in Tokyo is prepared, kept and written down on the evening before in New
//! York. It refuses to know zones, which the machine does; whoever reads a campaign from its file brings the clock along.

use jiff::civil::{Date, DateTime, Time};

use crate::ask::Meeting;

/// What the seeker's clock shows when one in a zone shows this; none where nobody knows that zone.
pub type Reads = fn(DateTime, &str) -> Option<DateTime>;

/// The clock; by itself it takes every meeting for one at home.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnClock(Option<Reads>);

/// The clock is the machine's and no part of what was told.
impl PartialEq for OwnClock {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl OwnClock {
    /// A clock that reads others.
    pub fn new(reads: Reads) -> Self {
        OwnClock(Some(reads))
    }

    /// When a meeting is, on this clock. Without an hour its day stands as it was agreed, and in a zone that nobody knows
    /// its hour is unknown.
    pub fn at_home(self, meeting: &Meeting) -> AtHome {
        let agreed = meeting.time.map(|time| meeting.on.to_datetime(time));
        let home = match (agreed, meeting.zone.as_deref(), self.0) {
            (Some(there), Some(zone), Some(reads)) => reads(there, zone),
            _ => agreed,
        };
        AtHome {
            on: home.map_or(meeting.on, DateTime::date),
            time: home.map(DateTime::time),
            is_elsewhere: home != agreed,
        }
    }
}

/// When something is, on the seeker's own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AtHome {
    /// The day.
    pub on: Date,
    /// The time of day, where one was agreed.
    pub time: Option<Time>,
    /// Whether the clock at the place of the meeting shows something else.
    pub is_elsewhere: bool,
}

impl AtHome {
    /// ` at 10:00`, when the time is agreed; ` at 19:00 your time`, when it is another one there.
    pub fn at_time(&self) -> String {
        let yours = if self.is_elsewhere { " your time" } else { "" };
        self.time.map_or_else(String::new, |time| format!(" at {}:{:02}{yours}", time.hour(), time.minute()))
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::{date, time};

    use super::*;
    use crate::ask::MeetingState;

    /// One zone, ten hours ahead of the seeker's.
    fn east(there: DateTime, zone: &str) -> Option<DateTime> {
        (zone == "East").then(|| there.saturating_sub(10.hours()))
    }

    #[rstest::rstest]
    #[case::the_evening_before(Some(9), Some("East"), 23, " at 23:00 your time")]
    #[case::the_same_day(Some(19), Some("East"), 24, " at 9:00 your time")]
    #[case::at_home(Some(9), None, 24, " at 9:00")]
    #[case::a_zone_that_nobody_knows(Some(9), Some("Nowhere"), 24, "")]
    #[case::without_an_hour(None, Some("East"), 24, "")]
    fn a_meeting_elsewhere_is_told_on_the_own_clock(
        #[case] hour: Option<i8>,
        #[case] zone: Option<&str>,
        #[case] day: i8,
        #[case] at: &str,
    ) {
        let (on, time) = (date(2026, 11, 24), hour.map(|hour| time(hour, 0, 0, 0)));
        let (zone, state) = (zone.map(str::to_owned), MeetingState::Planned);
        let home = OwnClock::new(east).at_home(&Meeting { on, time, zone, place: None, state, moved: 0 });
        assert_eq!((home.on.day(), home.at_time().as_str()), (day, at));
    }
}

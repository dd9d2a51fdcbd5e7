//! The days on which the seeker does what is due: their own weekdays, less their days off (row M12).
//!
//! Serves following through. Monday to Friday until told otherwise. A week without any working day would leave every
//! move without a day, so it counts as one in which every day will do.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::{Toward, Unread, days_between, long_weekday, plus_days, read, short_weekday, spoken, weekday};

/// The longest break that is looked across, in days. Nobody is off for longer; it keeps every search for a day short.
const LONGEST_BREAK: i32 = 400;

/// The longest row of days off that is told in one line, in days.
const MOST_IN_A_ROW: i32 = 366;

/// How long ago days off that are told without a year may have ended, in days. Whoever writes "30 sep" in November hardly
/// means the one that is over.
const LATELY: i32 = 7;

/// A day of the week on which things are done, written as `mon`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Workday(pub Weekday);

/// One day on which nothing is due, such as a public holiday or a day of rest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DayOff {
    /// The day.
    pub on: Date,
    /// What it is called, when that is known: "New Year's Day".
    pub name: Option<String>,
}

impl DayOff {
    /// That it is a day off, in a sentence.
    pub fn note(&self, today: Date) -> String {
        let name = self.name.as_ref().map(|name| format!(": {name}")).unwrap_or_default();
        format!("{} is one of your days off{name}.", spoken(self.on, today))
    }

    /// Reads `25 dec`, `24 dec to 2 jan` and `25 dec, Christmas`: one day, or one to another, both included, and what
    /// they are called. None when that is no day, ends before it begins, lasts longer than a year, or is told without a
    /// year and was over more than a week ago.
    pub fn parse(text: &str, today: Date) -> Option<Vec<DayOff>> {
        let (days, name) = text.split_once(',').map_or((text, ""), |(days, name)| (days, name.trim()));
        let (from, until) = days.split_once(" to ").unwrap_or((days, days));
        // What has begun already is told whole, and what ended within a week is told and taken back like any other.
        let (from, until) = (or_over(from, today, Date::MIN)?, or_over(until, today, plus_days(today, -LATELY))?);
        let far = days_between(from, until);
        let name = Some(name.to_owned()).filter(|name| !name.is_empty());
        let days = (0..=far).map(|far| DayOff { on: plus_days(from, far), name: name.clone() });
        (0..=MOST_IN_A_ROW).contains(&far).then(|| days.collect())
    }
}

/// A row of days off in which a day lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Away {
    /// The last of them.
    pub until_on: Date,
    /// The name that the day and all behind it in the row share; none when they are called differently, or nothing.
    pub name: Option<String>,
}

impl Away {
    /// The row of that day; none on a day that is no day off.
    pub fn on(days_off: &[DayOff], day: Date) -> Option<Away> {
        let off = |day: Date| days_off.iter().find(|off| off.on == day);
        let mut name = off(day)?.name.clone();
        let mut until_on = day;
        while let Some(next) = off(plus_days(until_on, 1)).filter(|_| until_on < Date::MAX) {
            until_on = plus_days(until_on, 1);
            // Thanksgiving is no name for the days behind it.
            name = name.filter(|name| next.name.as_ref() == Some(name));
        }
        Some(Away { until_on, name })
    }

    /// That the seeker is away, in a sentence.
    pub fn in_words(&self, today: Date) -> String {
        let name =
            self.name.as_deref().filter(|name| *name != "away").map(|name| format!(": {name}")).unwrap_or_default();
        match self.until_on == today {
            true => format!("Today is one of your days off{name}."),
            false => format!("You are away until {}{name}.", spoken(self.until_on, today)),
        }
    }
}

/// A day ahead, or one that is over but not longer ago than that. A day with its year is meant as it stands.
fn or_over(text: &str, today: Date, earliest: Date) -> Option<Date> {
    match read(text, today, Toward::Future) {
        Ok(day) => Some(day),
        Err(Unread::Over(day)) => Some(day).filter(|day| *day >= earliest),
        Err(_) => None,
    }
}

/// Which days count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workdays {
    weekdays: [bool; 7],
    off: BTreeSet<Date>,
}

impl Default for Workdays {
    /// Monday to Friday.
    fn default() -> Self {
        Workdays { weekdays: [true, true, true, true, true, false, false], off: BTreeSet::new() }
    }
}

impl Workdays {
    /// These weekdays, Monday to Friday when none is told, less these days.
    pub fn new(weekdays: &[Workday], off: &[DayOff]) -> Self {
        let mut workdays = Workdays { off: off.iter().map(|day| day.on).collect(), ..Workdays::default() };
        if !weekdays.is_empty() {
            workdays.weekdays = [false; 7];
        }
        for Workday(day) in weekdays {
            workdays.weekdays[usize::from(day.to_monday_zero_offset().unsigned_abs())] = true;
        }
        workdays
    }

    /// Whether things are done on that day of the week.
    pub fn keeps(&self, day: Workday) -> bool {
        self.weekdays[usize::from(day.0.to_monday_zero_offset().unsigned_abs())]
    }

    /// Whether things are done on that day.
    pub fn has(&self, day: Date) -> bool {
        self.keeps(Workday(day.weekday())) && !self.off.contains(&day)
    }

    /// The day itself when it counts, else the working day before.
    pub fn on_or_before(&self, day: Date) -> Date {
        self.nearest(day, -1)
    }

    /// The day itself when it counts, else the next working day.
    pub fn on_or_after(&self, day: Date) -> Date {
        self.nearest(day, 1)
    }

    /// The `count`th working day after that day.
    pub fn after(&self, day: Date, count: u32) -> Date {
        (0..count).fold(day, |day, _| self.on_or_after(plus_days(day, 1)))
    }

    fn nearest(&self, day: Date, step: i32) -> Date {
        (0..LONGEST_BREAK).map(|far| plus_days(day, far * step)).find(|day| self.has(*day)).unwrap_or(day)
    }
}

impl Workday {
    /// Reads `mon`, `Monday` or `mondays`.
    pub fn parse(text: &str) -> Option<Workday> {
        weekday(text.trim()).map(Workday)
    }

    /// The weekday in full, lower case.
    pub fn long(self) -> &'static str {
        long_weekday(self.0)
    }
}

impl std::fmt::Display for Workday {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(short_weekday(self.0))
    }
}

impl Serialize for Workday {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Workday {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Workday::parse(&text).ok_or_else(|| serde::de::Error::custom("a weekday is written like `mon`"))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// A Friday.
    const FRIDAY: Date = date(2026, 11, 20);

    fn off(on: Date) -> DayOff {
        DayOff { on, name: None }
    }

    fn weekdays(text: &str) -> Vec<Workday> {
        text.split_whitespace().map(|day| Workday::parse(day).unwrap()).collect()
    }

    #[test]
    fn the_weekend_is_skipped() {
        let usual = Workdays::default();
        assert_eq!(usual.after(FRIDAY, 1), date(2026, 11, 23));
        assert_eq!(usual.after(FRIDAY, 7), date(2026, 12, 1));
        assert_eq!(usual.on_or_before(date(2026, 11, 22)), FRIDAY);
        assert_eq!(usual.on_or_after(date(2026, 11, 21)), date(2026, 11, 23));
        assert_eq!(usual.after(FRIDAY, 0), FRIDAY);
    }

    #[test]
    fn a_nurse_on_shifts_has_weekdays_of_her_own() {
        let hers = Workdays::new(&weekdays("tue thu Saturdays"), &[]);
        assert_eq!(hers.after(FRIDAY, 1), date(2026, 11, 21));
        assert_eq!(hers.after(FRIDAY, 2), date(2026, 11, 24));
        assert_eq!(hers.on_or_before(FRIDAY), date(2026, 11, 19));
    }

    #[test]
    fn days_off_are_skipped_too() {
        let with_a_holiday = Workdays::new(&[], &[off(date(2026, 11, 23)), off(FRIDAY)]);
        assert_eq!(with_a_holiday.after(date(2026, 11, 19), 1), date(2026, 11, 24));
        assert_eq!(with_a_holiday.on_or_before(FRIDAY), date(2026, 11, 19));
    }

    #[rstest::rstest]
    #[case(date(2026, 12, 26), Some("You are away until Saturday 2 January 2027."))]
    #[case(date(2027, 1, 2), Some("Today is one of your days off."))]
    #[case(date(2026, 12, 23), None)]
    fn a_row_of_days_off_is_told_by_its_end(#[case] today: Date, #[case] says: Option<&str>) {
        let days_off = DayOff::parse("24 dec to 2 jan, away", FRIDAY).unwrap();
        assert_eq!(Away::on(&days_off, today).map(|away| away.in_words(today)).as_deref(), says);
    }

    #[rstest::rstest]
    #[case::one("25 dec", &["2026-12-25"])]
    #[case::with_its_name("2026-12-25, Christmas", &["2026-12-25 Christmas"])]
    #[case::a_row_over_new_year("31 dec to 1 jan, away", &["2026-12-31 away", "2027-01-01 away"])]
    #[case::a_row_that_has_begun("19 nov to 21 nov", &["2026-11-19", "2026-11-20", "2026-11-21"])]
    #[case::one_that_is_over("18 nov", &["2026-11-18"])]
    #[case::one_that_was_over_a_week_ago("13 nov", &["2026-11-13"])]
    #[case::one_that_is_long_over("12 nov", &[])]
    #[case::one_of_some_months_ago("30 sep", &[])]
    #[case::the_same_with_its_year("2026-09-30", &["2026-09-30"])]
    #[case::a_row_that_is_long_over("30 sep to 1 oct", &[])]
    #[case::weekdays("monday to tuesday", &["2026-11-23", "2026-11-24"])]
    #[case::backwards("25 dec to 24 dec 2026", &[])]
    #[case::no_day("soon", &[])]
    #[case::nothing("", &[])]
    fn days_off_are_told_as_people_write_them(#[case] text: &str, #[case] days: &[&str]) {
        let told = DayOff::parse(text, FRIDAY).unwrap_or_default();
        let told = told.iter().map(|day| format!("{} {}", day.on, day.name.as_deref().unwrap_or_default()));
        assert_eq!(told.map(|day| day.trim().to_owned()).collect::<Vec<_>>(), days);
    }

    #[test]
    fn whoever_is_never_there_still_gets_a_day() {
        let never: Vec<DayOff> = (-500..500).map(|far| off(plus_days(FRIDAY, far))).collect();
        assert_eq!(Workdays::new(&[], &never).after(FRIDAY, 2), date(2026, 11, 22));
        assert_eq!(Workdays::default().after(Date::MAX, 3), Date::MAX);
    }
}

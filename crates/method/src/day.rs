//! Days as people say them. "Today" is always handed in.

use jiff::ToSpan;
pub use jiff::civil::Date;
use jiff::civil::{Time, Weekday};

pub use without_year::Unread;

pub mod own_clock;
mod without_year;
pub mod workdays;

/// That many calendar days later; the calendar's ends are not crossed.
pub fn plus_days(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// Whole days from one day to another; negative when the other is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// The Monday of that day's week.
pub fn week_start(day: Date) -> Date {
    plus_days(day, -i32::from(day.weekday().to_monday_zero_offset()))
}

/// Which way a bare weekday or a day without a year points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// A plan: "tuesday" is the next one, never today.
    Future,
    /// A report: "tuesday" is the last one, today included.
    Past,
    /// Neither: "tuesday" is the last one, and a day without a year is the one that lies nearest.
    Near,
}

/// Reads a day as people say it: `2026-11-24`, `today`, `tomorrow`, `yesterday`, `tue`, `next tuesday`, `last friday`,
/// `next week`, `in 3 days`, `in two weeks`, `3 days ago`, `24 Nov`, `Nov 24 2026`, `24 November`, `24.11.`, `24.11.2026`.
/// None when it cannot be meant.
pub fn parse(text: &str, today: Date, toward: Toward) -> Option<Date> {
    read(text, today, toward).ok()
}

/// The same, with the reason why it cannot be meant.
///
/// # Errors
/// It is no day, or a day without a year that lies on the other side of today and near it: "27 nov" as a plan, three days
/// later, is hardly meant for the year after.
pub fn read(text: &str, today: Date, toward: Toward) -> Result<Date, Unread> {
    let text = text.trim().to_lowercase();
    let words: Vec<&str> = text.split([' ', ',', '.']).filter(|word| !word.is_empty()).collect();
    match day_of_some_year(&text, &words) {
        Some((day, month)) => without_year::in_its_year(today, month, day, toward),
        None => whole(&text, &words, today, toward).ok_or(Unread::NotADay),
    }
}

/// A day and a month, and no year.
fn day_of_some_year(text: &str, words: &[&str]) -> Option<(i8, i8)> {
    match words {
        [day, month] if is_dotted(text) => Some((day.parse().ok()?, month.parse().ok()?)),
        [a, b] => day_and_month(a, b),
        _ => None,
    }
}

fn whole(text: &str, words: &[&str], today: Date, toward: Toward) -> Option<Date> {
    match words {
        [iso] if iso.len() == 10 && iso.as_bytes()[4] == b'-' => iso.parse().ok(),
        ["today" | "now"] => Some(today),
        ["tomorrow"] => Some(plus_days(today, 1)),
        ["yesterday"] => Some(plus_days(today, -1)),
        ["next", "week"] => Some(plus_days(week_start(today), 7)),
        ["last", "week"] => Some(plus_days(week_start(today), -7)),
        ["next" | "on", day] => weekday(day).map(|weekday| weekday_after(today, weekday)),
        ["last", day] => weekday(day).map(|weekday| weekday_before(today, weekday)),
        ["in", count, unit] => Some(plus_days(today, span_of(count, unit)?)),
        [count, unit, "ago"] => Some(plus_days(today, -span_of(count, unit)?)),
        [day] => weekday(day).map(|weekday| match toward {
            Toward::Future => weekday_after(today, weekday),
            _ if today.weekday() == weekday => today,
            _ => weekday_before(today, weekday),
        }),
        [day, month, year] if is_dotted(text) => {
            Date::new(full_year(year)?, month.parse().ok()?, day.parse().ok()?).ok()
        }
        [a, b, year] => {
            let (day, month) = day_and_month(a, b)?;
            Date::new(year.parse().ok()?, month, day).ok()
        }
        _ => None,
    }
}

/// A day of the week that is meant: `this`, `last` or `next`, with or without "week", else any day of it.
pub fn of_week(text: &str, today: Date) -> Option<Date> {
    match text.trim().to_lowercase().as_str() {
        "" | "this" | "this week" => Some(today),
        "last" => Some(plus_days(today, -7)),
        "next" => Some(plus_days(today, 7)),
        other => parse(other, today, Toward::Near),
    }
}

/// Digits and dots, as days are written on the Continent: the day comes first.
fn is_dotted(text: &str) -> bool {
    text.contains('.') && text.chars().all(|letter| letter.is_ascii_digit() || letter == '.' || letter == ' ')
}

fn full_year(year: &str) -> Option<i16> {
    match (year.len(), year.parse().ok()?) {
        (4, year) => Some(year),
        (2, year) => Some(2000 + year),
        _ => None,
    }
}

/// The next such weekday, never that day itself.
pub fn weekday_after(day: Date, weekday: Weekday) -> Date {
    plus_days(day, i32::from(day.weekday().until(weekday) + 6) % 7 + 1)
}

fn weekday_before(day: Date, weekday: Weekday) -> Date {
    plus_days(weekday_after(day, weekday), if day.weekday() == weekday { -14 } else { -7 })
}

/// Reads a weekday by its English name or the first three letters or more of it.
pub fn weekday(text: &str) -> Option<Weekday> {
    let text = text.to_lowercase();
    if text.len() < 3 {
        return None;
    }
    WEEKDAYS.iter().find(|(name, _)| name.starts_with(text.trim_end_matches('s')) || *name == text).map(|(_, day)| *day)
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// A weekday in three letters, lower case.
pub fn short_weekday(weekday: Weekday) -> &'static str {
    &long_weekday(weekday)[..3]
}

fn long_weekday(weekday: Weekday) -> &'static str {
    WEEKDAYS[usize::from(weekday.to_monday_zero_offset().unsigned_abs())].0
}

/// Reads a time of day: `10`, `10:30`, `9.30`, `2pm`, `2:30 pm`.
pub fn time(text: &str) -> Option<Time> {
    let text = text.trim().to_lowercase().replace(' ', "").replace('.', ":");
    let (clock, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(0)),
        (_, Some(clock)) => (clock, Some(12)),
        _ => (text.as_str(), None),
    };
    let (hour, minute) = clock.split_once(':').unwrap_or((clock, "0"));
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
        None => hour,
    };
    Time::new(hour, minute, 0, 0).ok()
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a month by its English name or the first three letters or more of it; 1 is January.
pub fn month(text: &str) -> Option<i8> {
    let text = text.to_lowercase();
    if text.len() < 3 {
        return None;
    }
    (1..).zip(MONTHS).find(|(_, name)| name.starts_with(text.as_str())).map(|(number, _)| number)
}

fn day_and_month(a: &str, b: &str) -> Option<(i8, i8)> {
    let ordinal = |text: &str| text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok();
    match (month(a), month(b)) {
        (Some(month), None) => Some((ordinal(b)?, month)),
        (None, Some(month)) => Some((ordinal(a)?, month)),
        _ => None,
    }
}

fn span_of(count: &str, unit: &str) -> Option<i32> {
    let count = match count {
        "a" | "an" | "one" => 1,
        "two" => 2,
        "three" => 3,
        digits => digits.parse::<u16>().ok()?.into(),
    };
    match unit.trim_end_matches('s') {
        "day" => Some(count),
        "week" => Some(count * 7),
        _ => None,
    }
}

/// A day as it stands in running text: `Tuesday 24 November`, with the year when it is not this one.
pub fn spoken(day: Date, today: Date) -> String {
    let (weekday, month) =
        (capital(long_weekday(day.weekday())), capital(MONTHS[usize::from(day.month().unsigned_abs()) - 1]));
    if day.year() == today.year() {
        format!("{weekday} {} {month}", day.day())
    } else {
        format!("{weekday} {} {month} {}", day.day(), day.year())
    }
}

/// A weekday in running text: `Tuesday`.
pub fn spoken_weekday(weekday: Weekday) -> String {
    capital(long_weekday(weekday))
}

/// A day since which something is, as far as it was told: the first of a year stands for that year, "2014".
pub fn as_told(day: Date) -> String {
    if day.day_of_year() == 1 { day.year().to_string() } else { day.to_string() }
}

/// A day that is long past, as it stands in running text: `March 2021`.
pub fn spoken_month(day: Date) -> String {
    let month = capital(MONTHS[usize::from(day.month().unsigned_abs()) - 1]);
    format!("{month} {}", day.year())
}

/// A day that stands alone or is read on any other day: `24 November 2026`.
pub fn dated(day: Date) -> String {
    format!("{} {}", day.day(), spoken_month(day))
}

/// When something is or was, in running text: `today`, `yesterday`, `tomorrow`, else `on Tuesday 24 November`.
pub fn spoken_when(day: Date, today: Date) -> String {
    match days_between(today, day) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        _ => format!("on {}", spoken(day, today)),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// A Sunday.
    const TODAY: Date = date(2026, 11, 22);

    #[rstest::rstest]
    #[case("2026-12-01", Some(date(2026, 12, 1)))]
    #[case("today", Some(TODAY))]
    #[case("tomorrow", Some(date(2026, 11, 23)))]
    #[case("tuesday", Some(date(2026, 11, 24)))]
    #[case("next Tuesday", Some(date(2026, 11, 24)))]
    #[case("sunday", Some(date(2026, 11, 29)))]
    #[case("in 3 days", Some(date(2026, 11, 25)))]
    #[case("in two weeks", Some(date(2026, 12, 6)))]
    #[case("24 Nov", Some(date(2026, 11, 24)))]
    #[case("nov 3", None)]
    #[case("sep 3", Some(date(2027, 9, 3)))]
    #[case("3rd November 2026", Some(date(2026, 11, 3)))]
    #[case("31.12.", Some(date(2026, 12, 31)))]
    #[case("24. 11.", Some(date(2026, 11, 24)))]
    #[case("3.9", Some(date(2027, 9, 3)))]
    #[case("3.11.2026", Some(date(2026, 11, 3)))]
    #[case("3.11.26", Some(date(2026, 11, 3)))]
    #[case("31.2.", None)]
    #[case("11.24.", None)]
    #[case("24 11", None)]
    #[case("someday", None)]
    #[case("2026-02-30", None)]
    #[case("", None)]
    fn a_plan_points_ahead(#[case] text: &str, #[case] day: Option<Date>) {
        assert_eq!(parse(text, TODAY, Toward::Future), day);
    }

    #[rstest::rstest]
    #[case("friday", Some(date(2026, 11, 20)))]
    #[case("sunday", Some(TODAY))]
    #[case("last sunday", Some(date(2026, 11, 15)))]
    #[case("yesterday", Some(date(2026, 11, 21)))]
    #[case("3 days ago", Some(date(2026, 11, 19)))]
    #[case("24 Nov", None)]
    #[case("31.12.", None)]
    #[case("24 Feb", Some(date(2026, 2, 24)))]
    fn a_report_points_back(#[case] text: &str, #[case] day: Option<Date>) {
        assert_eq!(parse(text, TODAY, Toward::Past), day);
    }

    #[rstest::rstest]
    #[case("", 16)]
    #[case("This week", 16)]
    #[case("last", 9)]
    #[case("last week", 9)]
    #[case("next", 23)]
    #[case("next week", 23)]
    #[case("friday", 16)]
    #[case("last friday", 16)]
    #[case("1 dec", 30)]
    fn a_week_is_meant_by_its_name_or_a_day_of_it(#[case] text: &str, #[case] monday: i8) {
        assert_eq!(of_week(text, TODAY).map(week_start), Some(date(2026, 11, monday)));
        assert_eq!(of_week("someday", TODAY), None);
    }

    #[rstest::rstest]
    #[case(TODAY, "today")]
    #[case(date(2026, 11, 23), "tomorrow")]
    #[case(date(2026, 11, 21), "yesterday")]
    #[case(date(2026, 11, 24), "on Tuesday 24 November")]
    #[case(date(2027, 1, 4), "on Monday 4 January 2027")]
    fn near_days_are_said_as_people_say_them(#[case] day: Date, #[case] when: &str) {
        assert_eq!(spoken_when(day, TODAY), when);
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (text, hour, minute) in
            [("10", 10, 0), ("9.30", 9, 30), ("2pm", 14, 0), ("12 am", 0, 0), ("2:30 PM", 14, 30)]
        {
            assert_eq!(time(text), Time::new(hour, minute, 0, 0).ok(), "{text}");
        }
        assert_eq!(time("25:00"), None);
        assert_eq!(time("noonish"), None);
    }
}

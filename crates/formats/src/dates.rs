//! Reads the days that exports and spreadsheet programs write.
//!
//! Serves the list. It reads `16 Dec 2024`, `18-Jun-24`, `Dec 16, 2024`, `4/4/18, 10:35 AM`, `31.12.2018`,
//! `2024-03-20 10:00:00 UTC` and, for positions and schools, `Sep 2020`, `2020-09` and `2020`. A time of day is left
//! out and no time zone is applied: the day is the one that is written. It refuses to guess a month or a day.

use jiff::civil::{Date, date};
use method::list::birthday::Birthday;

/// LinkedIn opened on this day: no connection, message or invitation is older.
const LINKEDIN_OPENED: Date = date(2003, 5, 5);

/// The oldest and the newest day that is believed at all.
const BELIEVED: std::ops::Range<i16> = 1900..2100;

/// Which of day and month stands first in `4/5/18`. A file says it by its first value that leaves no choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Order {
    /// `4/5/18` is 5 April, as exports from the United States have it.
    #[default]
    MonthFirst,
    /// `4/5/18` is 4 May.
    DayFirst,
}

impl Order {
    /// What the values of one file show; month first when none shows it or when they disagree.
    pub(crate) fn of<'v>(values: impl IntoIterator<Item = std::borrow::Cow<'v, str>>) -> Order {
        let (mut day_first, mut month_first) = (false, false);
        for value in values {
            if let [Part::Number(first, 1..=2), Part::Number(second, 1..=2), Part::Number(..), ..] = parts(&value)[..] {
                day_first |= first > 12 && second <= 12;
                month_first |= second > 12 && first <= 12;
            }
        }
        if day_first && !month_first { Order::DayFirst } else { Order::MonthFirst }
    }
}

/// Why a value gives no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoDay {
    /// It is not written in any way that is known.
    Unreadable,
    /// It is a day before LinkedIn existed.
    BeforeLinkedIn,
}

impl NoDay {
    /// The rest of a sentence that starts with the name of the column.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            NoDay::Unreadable => "is no date that can be read",
            NoDay::BeforeLinkedIn => "is a day before LinkedIn existed (May 2003)",
        }
    }
}

/// The day on which something happened on LinkedIn.
pub(crate) fn day_on_linkedin(value: &str, order: Order) -> Result<Date, NoDay> {
    match moment(value, order) {
        Some((day, Precision::Day)) if day < LINKEDIN_OPENED => Err(NoDay::BeforeLinkedIn),
        Some((day, Precision::Day)) => Ok(day),
        _ => Err(NoDay::Unreadable),
    }
}

/// The day on which a period begins or ends: the first of the month or of the year where no more is written.
pub(crate) fn day_of_period(value: &str, order: Order) -> Option<Date> {
    moment(value, order).map(|(day, _)| day)
}

/// The year that some address books write for none: a leap year before all that is believed.
const NO_YEAR: [&str; 2] = ["1604", "0001"];

/// A day of birth: `1984-04-12`, `19840412`, `--04-12`, `--0412`, `1604-04-12` for one without a year, or as any day.
pub(crate) fn birthday(value: &str, order: Order) -> Option<Birthday> {
    let value = value.trim();
    let (year, rest) = match value.strip_prefix("--") {
        Some(rest) => (None, rest),
        None => (value.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit())), value.get(4..)?),
    };
    let digits: String = rest.split(['T', ' ']).next()?.chars().filter(|c| *c != '-').collect();
    let plain = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain && (year.is_some() || value.starts_with("--")) {
        let (month, day) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?);
        let year = year.filter(|year| !NO_YEAR.contains(year)).map(str::parse).transpose().ok()?;
        return Birthday::new(year, month, day).filter(|_| year.is_none_or(|year| BELIEVED.contains(&year)));
    }
    match moment(value, order) {
        Some((day, Precision::Day)) => Some(day.into()),
        _ => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Precision {
    Day,
    Month,
    Year,
}

/// A run of digits with its length, or a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Number(i16, usize),
    Month(i8),
    Word,
}

fn moment(value: &str, order: Order) -> Option<(Date, Precision)> {
    use Part::{Month, Number, Word};
    let all = parts(value);
    let written = if all.first() == Some(&Word) { &all[1..] } else { &all[..] };
    let dotted = value.contains('.') && !value.contains('/');
    match *written {
        [Number(y, 4), Number(m, 1..=2), Number(d, 1..=2), ..] => day(y, small(m)?, small(d)?),
        [Number(y, 4), Month(m), Number(d, 1..=2), ..] => day(y, m, small(d)?),
        [Number(d, 1..=2), Month(m), Number(y, length), ..] => day(year(y, length)?, m, small(d)?),
        // As clocks write it: the time stands before the year.
        [Month(m), Number(d, 1..=2), Number(_, 2), Number(_, 2), Number(_, 2), .., Number(y, 4)] => {
            day(y, m, small(d)?)
        }
        [Month(m), Number(d, 1..=2), Number(y, length), ..] => day(year(y, length)?, m, small(d)?),
        [Number(a, 1..=2), Number(b, 1..=2), Number(y, length), ..] => {
            let swapped = a > 12 || (b <= 12 && (dotted || order == Order::DayFirst));
            let (d, m) = if swapped { (a, b) } else { (b, a) };
            day(year(y, length)?, small(m)?, small(d)?)
        }
        [Month(m), Number(y, length)] => first_of(year(y, length)?, m, Precision::Month),
        [Number(m, 1..=2), Number(y, 4)] | [Number(y, 4), Number(m, 1..=2)] => first_of(y, small(m)?, Precision::Month),
        [Number(y, 4)] => first_of(y, 1, Precision::Year),
        _ => None,
    }
}

fn day(y: i16, m: i8, d: i8) -> Option<(Date, Precision)> {
    let day = BELIEVED.contains(&y).then(|| Date::new(y, m, d).ok())??;
    Some((day, Precision::Day))
}

fn first_of(y: i16, m: i8, precision: Precision) -> Option<(Date, Precision)> {
    day(y, m, 1).map(|(day, _)| (day, precision))
}

/// Two digits mean 1969 to 2068.
fn year(number: i16, length: usize) -> Option<i16> {
    match (length, number) {
        (4, year) => Some(year),
        (2, 0..=68) => Some(2000 + number),
        (2, _) => Some(1900 + number),
        _ => None,
    }
}

fn small(number: i16) -> Option<i8> {
    i8::try_from(number).ok()
}

/// The runs of digits and the words of a value; at most eight of them, with the `th` of `16th` left out.
fn parts(value: &str) -> Vec<Part> {
    let mut rest = value.trim();
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let kind = class(first);
        let end = rest.find(|c| class(c) != kind).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        match kind {
            Class::Digit => found.push(number(run)),
            Class::Letter if matches!(run, "st" | "nd" | "rd" | "th") => {}
            Class::Letter => found.push(word(run)),
            Class::Other => {}
        }
        if found.len() == 8 {
            break;
        }
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        _ if c.is_alphabetic() => Class::Letter,
        _ => Class::Other,
    }
}

fn number(run: &str) -> Part {
    run.parse().map_or(Part::Word, |value| Part::Number(value, run.len()))
}

fn word(run: &str) -> Part {
    method::day::month(run).map_or(Part::Word, Part::Month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::as_linkedin_writes_it("16 Dec 2024", date(2024, 12, 16))]
    #[case::as_a_spreadsheet_writes_it("18-Jun-24", date(2024, 6, 18))]
    #[case::with_a_time_of_day("4/4/18, 10:35 AM", date(2018, 4, 4))]
    #[case::month_first("4/5/18", date(2018, 4, 5))]
    #[case::with_a_time_zone("2024-03-20 10:00:00 UTC", date(2024, 3, 20))]
    #[case::with_slashes("2024/03/20 10:00:00 UTC", date(2024, 3, 20))]
    #[case::as_machines_write_it("2024-03-20T23:59:59Z", date(2024, 3, 20))]
    #[case::in_american("Dec 16, 2024", date(2024, 12, 16))]
    #[case::with_a_weekday("Mon, 16 December 2024", date(2024, 12, 16))]
    #[case::as_a_clock_writes_it("Wed Jun 24 12:43:42 UTC 2026", date(2026, 6, 24))]
    #[case::with_an_ordinal("16th Sept 2024", date(2024, 9, 16))]
    #[case::dotted("5.4.2018", date(2018, 4, 5))]
    #[case::day_that_cannot_be_a_month("31/12/2018", date(2018, 12, 31))]
    fn a_day_on_linkedin(#[case] value: &str, #[case] expected: Date) {
        assert_eq!(day_on_linkedin(value, Order::MonthFirst), Ok(expected));
    }

    #[rstest]
    #[case::a_month_that_is_a_weekday("9-Mon-99", NoDay::Unreadable)]
    #[case::nothing("", NoDay::Unreadable)]
    #[case::a_thirtieth_of_february("30 Feb 2024", NoDay::Unreadable)]
    #[case::no_day("Sep 2020", NoDay::Unreadable)]
    #[case::three_digits("4/4/018", NoDay::Unreadable)]
    #[case::a_long_number("99999999999999999999", NoDay::Unreadable)]
    #[case::two_digits_of_last_century("9-Mar-99", NoDay::BeforeLinkedIn)]
    #[case::an_empty_clock("01 Jan 1970", NoDay::BeforeLinkedIn)]
    fn no_day_on_linkedin(#[case] value: &str, #[case] expected: NoDay) {
        assert_eq!(day_on_linkedin(value, Order::MonthFirst), Err(expected));
    }

    #[rstest]
    #[case("Sep 2020", date(2020, 9, 1))]
    #[case("2020", date(2020, 1, 1))]
    #[case("2020-09", date(2020, 9, 1))]
    #[case("09/2020", date(2020, 9, 1))]
    #[case("Sep-20", date(2020, 9, 1))]
    #[case("Sep-98", date(1998, 9, 1))]
    #[case("1 Sep 2020", date(2020, 9, 1))]
    fn a_period_starts_with_its_month_or_year(#[case] value: &str, #[case] expected: Date) {
        assert_eq!(day_of_period(value, Order::MonthFirst), Some(expected));
    }

    #[rstest]
    #[case("1984-04-12", Some("1984-04-12"))]
    #[case("19840412", Some("1984-04-12"))]
    #[case("1984-04-12T00:00:00Z", Some("1984-04-12"))]
    #[case(" --04-12", Some("--04-12"))]
    #[case("--0412", Some("--04-12"))]
    #[case::as_a_telephone_writes_it("1604-02-29", Some("--02-29"))]
    #[case::as_an_office_writes_it("4/12/1984", Some("1984-04-12"))]
    #[case("12 Apr 1984", Some("1984-04-12"))]
    #[case::an_office_without_a_day("0/0/00", None)]
    #[case("1984", None)]
    #[case("1984-13-12", None)]
    #[case("circa 1800", None)]
    #[case("é--0412", None)]
    fn a_birthday_may_have_no_year(#[case] value: &str, #[case] expected: Option<&str>) {
        assert_eq!(birthday(value, Order::MonthFirst).map(|day| day.to_string()).as_deref(), expected);
    }

    #[rstest]
    #[case::one_value_shows_it(&["4/5/18", "31/5/18"], Order::DayFirst)]
    #[case::none_shows_it(&["4/5/18"], Order::MonthFirst)]
    #[case::they_disagree(&["31/5/18", "5/31/18"], Order::MonthFirst)]
    #[case::other_styles_say_nothing(&["2024-03-31", "31 Dec 2018"], Order::MonthFirst)]
    fn the_order_of_day_and_month_is_that_of_the_file(#[case] values: &[&str], #[case] expected: Order) {
        assert_eq!(Order::of(values.iter().map(|value| (*value).into())), expected);
    }

    #[test]
    fn a_day_first_file_reads_four_five_as_the_fourth_of_may() {
        assert_eq!(day_on_linkedin("4/5/18", Order::DayFirst), Ok(date(2018, 5, 4)));
    }
}

//! The day on which a message was written, as programs of forty years wrote it.
//!
//! Serves mailboxes. Only the day is looked for, in the writer's own time zone. It refuses days on which nobody wrote
//! mail: they come from clocks that were never set.

use jiff::civil::Date;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The first year that is believed. Clocks that were never set begin in 1970, 1979 or 1980.
const FIRST_YEAR: i16 = 1982;

/// The last year that is believed.
const LAST_YEAR: i16 = 2099;

/// The day in a `Date` field (`Mon, 23 Nov 2026 10:00:00 +0100`), in the first line of a message in a mailbox
/// (`Mon Nov 23 10:00:00 2026`), or in the form of ISO 8601. Years of two digits and those that counted on from 99 are
/// understood.
pub(crate) fn day(text: &str) -> Option<Date> {
    let text: String = without_comments(text);
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != ':').filter(|w| !w.is_empty()).collect();
    iso(&words).or_else(|| with_month_name(&words)).filter(|day| is_believed(*day))
}

/// Whether anybody can have written, or met by a calendar, on such a day.
pub(crate) fn is_believed(day: Date) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year())
}

fn with_month_name(words: &[&str]) -> Option<Date> {
    let (place, month) = words.iter().enumerate().find_map(|(place, word)| Some((place, month(word)?)))?;
    let number = |word: &&str| word.parse::<i16>().ok().filter(|_| word.len() <= 4);
    let before = place.checked_sub(1).and_then(|place| words.get(place)).and_then(number);
    let mut after = words[place + 1..].iter();
    let day = match before.filter(|day| (1..=31).contains(day)) {
        Some(day) => day,
        None => after.next().and_then(number)?,
    };
    // A zone may stand before the year, and times before either: none of them is a bare number of a year's kind.
    let written = after.find(|word| number(word).is_some() && !word.starts_with('0') || two_digits(word))?;
    let day = i8::try_from(day).ok()?;
    Date::new(full_year(number(written)?), month, day).ok()
}

fn two_digits(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// 26 is 2026, 99 is 1999, and 102 is what some programs made of 2002.
fn full_year(year: i16) -> i16 {
    match year {
        0..50 => 2000 + year,
        50..1000 => 1900 + year,
        _ => year,
    }
}

fn month(word: &str) -> Option<i8> {
    let start = word.get(..3)?.to_ascii_lowercase();
    let whole = word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let place = MONTHS.iter().position(|month| *month == start).filter(|_| whole)?;
    i8::try_from(place + 1).ok()
}

/// `2026-11-23T10:00:00Z`
fn iso(words: &[&str]) -> Option<Date> {
    let [year, month, day, ..] = words else { return None };
    let day = day.split(['T', 't']).next()?;
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn without_comments(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(text.len().min(80));
    for letter in text.chars().take(200) {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rstest::rstest;

    #[rstest]
    #[case("Mon, 23 Nov 2026 10:00:00 +0100")]
    #[case("Mon, 23 Nov 2026 23:59:59 -1200 (a comment, 1 Jan 2020)")]
    #[case("23 Nov 26 10:00 GMT")]
    #[case("Monday, 23-Nov-26 10:00:00 UTC")]
    #[case("Mon Nov 23 10:00:00 2026")]
    #[case("Mon Nov 23 10:00:00 +0000 2026")]
    #[case("Mon Nov 23 10:00:00 CET 2026")]
    #[case("MON,23 NOV 2026 10:00:00")]
    #[case("2026-11-23T10:00:00Z")]
    #[case("Mon, 23 November 2026")]
    #[case("Mon, 23 Nov 126 10:00:00 +0000")]
    fn the_day_is_found(#[case] text: &str) {
        assert_eq!(day(text), Some(date(2026, 11, 23)));
    }

    #[rstest]
    #[case::a_year_that_counted_on("Fri, 4 Jan 102 10:00:00 +0000", Some(date(2002, 1, 4)))]
    #[case::of_the_last_century("04 Jan 99 10:00 EST", Some(date(1999, 1, 4)))]
    #[case::a_clock_that_was_never_set("Tue, 1 Jan 1980 00:00:00 +0000", None)]
    #[case::in_1979("Mon, 31 Dec 1979 23:00:00 -0100", None)]
    #[case::no_day("sometime in May", None)]
    #[case::no_such_day("31 Feb 2020 10:00:00 +0000", None)]
    #[case::nothing("", None)]
    fn years_are_understood(#[case] text: &str, #[case] expected: Option<Date>) {
        assert_eq!(day(text), expected);
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in ".*") {
            day(&text);
        }
    }
}

//! A day of birth as address books write it: often without a year.
//!
//! Serves the list. It is written `YYYY-MM-DD`, or `--MM-DD` where nobody told the year, and refuses days that no
//! calendar has.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Any leap year: in it every day that can be a birthday exists.
const LEAP: i16 = 2000;

/// A day of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Birthday {
    year: Option<i16>,
    month: i8,
    day: i8,
}

/// What stands there is no day of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a day of birth is written YYYY-MM-DD, or --MM-DD without a year")]
pub struct NoBirthday;

impl Birthday {
    /// The year may be missing. None when no calendar has that day.
    pub fn new(year: Option<i16>, month: i8, day: i8) -> Option<Self> {
        Date::new(year.unwrap_or(LEAP), month, day).ok()?;
        Some(Birthday { year, month, day })
    }

    /// The year, when it was told.
    pub fn year(self) -> Option<i16> {
        self.year
    }

    /// Month and day, from 1.
    pub fn month_and_day(self) -> (i8, i8) {
        (self.month, self.day)
    }
}

impl From<Date> for Birthday {
    fn from(day: Date) -> Self {
        Birthday { year: Some(day.year()), month: day.month(), day: day.day() }
    }
}

impl fmt::Display for Birthday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "--{:02}-{:02}", self.month, self.day),
        }
    }
}

impl FromStr for Birthday {
    type Err = NoBirthday;

    fn from_str(text: &str) -> Result<Self, NoBirthday> {
        let (year, rest) = match text.strip_prefix("--") {
            Some(rest) => (None, rest),
            None => {
                let (year, rest) = text.split_once('-').ok_or(NoBirthday)?;
                (Some(number(year, 4)?), rest)
            }
        };
        let (month, day) = rest.split_once('-').ok_or(NoBirthday)?;
        let small = |text| number(text, 2).and_then(|number| i8::try_from(number).map_err(|_| NoBirthday));
        Birthday::new(year, small(month)?, small(day)?).ok_or(NoBirthday)
    }
}

fn number(text: &str, length: usize) -> Result<i16, NoBirthday> {
    let digits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or(NoBirthday)
}

impl TryFrom<String> for Birthday {
    type Error = NoBirthday;

    fn try_from(text: String) -> Result<Self, NoBirthday> {
        text.parse()
    }
}

impl From<Birthday> for String {
    fn from(day: Birthday) -> String {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("1984-04-12")]
    #[case::without_a_year("--04-12")]
    #[case::of_a_leap_year("1984-02-29")]
    #[case::of_some_leap_year("--02-29")]
    fn a_day_of_birth_reads_back(#[case] text: &str) {
        assert_eq!(text.parse::<Birthday>().map(|day| day.to_string()), Ok(text.to_owned()));
        let json = serde_json::to_string(&text.parse::<Birthday>().unwrap()).unwrap();
        assert_eq!(json, format!("\"{text}\""));
    }

    #[rstest]
    #[case("")]
    #[case("12 April")]
    #[case("1983-02-29")]
    #[case("--13-01")]
    #[case("--4-12")]
    #[case("84-04-12")]
    #[case("+984-04-12")]
    fn no_day_of_birth(#[case] text: &str) {
        assert_eq!(text.parse::<Birthday>(), Err(NoBirthday));
    }
}

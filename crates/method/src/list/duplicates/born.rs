//! Birthdays as files write them, with or without the year, and how alike two of them are.
//!
//! Serves the question whether two entries are one person. It refuses to correct: a day that cannot be is still compared.

use crate::list::birthday::Birthday;

/// A day of birth, made ready to be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Born {
    /// The year, if told.
    pub year: Option<u16>,
    /// The month as written.
    pub month: u8,
    /// The day as written.
    pub day: u8,
}

/// How alike two birthdays are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Another day.
    Different,
    /// The same year and month, the same day of another year, or two digits off.
    Partly,
    /// A slip: one digit off, or day and month exchanged.
    Slip,
    /// The same day, the year is not told.
    SameDay,
    /// The same.
    Same,
}

impl Born {
    /// Reads `1980-05-17`, `19800517`, `--05-17` or `--0517`. None when it is none of these.
    pub fn of(written: &str) -> Option<Self> {
        let written = written.trim();
        let written = written.split('T').next().unwrap_or(written);
        let digits: String = written.chars().filter(char::is_ascii_digit).collect();
        let plain = written.chars().all(|letter| letter.is_ascii_digit() || "-/.".contains(letter));
        let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u16>().ok();
        let small = |range| number(range).and_then(|number| u8::try_from(number).ok());
        match digits.len() {
            8 if plain => Some(Born { year: number(0..4), month: small(4..6)?, day: small(6..8)? }),
            4 if plain && written.starts_with("--") => {
                Some(Born { year: None, month: small(0..2)?, day: small(2..4)? })
            }
            _ => None,
        }
    }

    /// How alike the two are.
    pub fn alike(&self, other: &Born) -> Alike {
        let same_day = (self.month, self.day) == (other.month, other.day);
        let (Some(a), Some(b)) = (self.year, other.year) else {
            return if same_day { Alike::SameDay } else { Alike::Different };
        };
        let exchanged = a == b && (self.month, self.day) == (other.day, other.month);
        match self.digits_off(other) {
            0 => Alike::Same,
            1 => Alike::Slip,
            _ if exchanged || self.is_turned(other) => Alike::Slip,
            2 => Alike::Partly,
            _ if same_day || (a == b && (self.month == other.month || self.day == other.day)) => Alike::Partly,
            _ => Alike::Different,
        }
    }

    fn digits(&self) -> [u16; 8] {
        let (year, month, day) = (self.year.unwrap_or(0), u16::from(self.month), u16::from(self.day));
        [year / 1000 % 10, year / 100 % 10, year / 10 % 10, year % 10, month / 10, month % 10, day / 10, day % 10]
    }

    fn digits_off(&self, other: &Born) -> usize {
        self.digits().iter().zip(other.digits()).filter(|(a, b)| *a != b).count()
    }

    /// Whether two neighbouring digits are exchanged.
    fn is_turned(&self, other: &Born) -> bool {
        let (a, b) = (self.digits(), other.digits());
        (0..7).any(|place| {
            let mut turned = a;
            turned.swap(place, place + 1);
            turned == b
        })
    }
}

impl std::fmt::Display for Born {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "--{:02}-{:02}", self.month, self.day),
        }
    }
}

impl From<Birthday> for Born {
    fn from(day: Birthday) -> Self {
        let (month, on) = day.month_and_day();
        let year = day.year().map(i16::unsigned_abs);
        Born { year, month: month.unsigned_abs(), day: on.unsigned_abs() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("1980-05-17", "19800517", Alike::Same)]
    #[case("1980-05-17", "--05-17", Alike::SameDay)]
    #[case("1980-05-12", "1980-12-05", Alike::Slip)]
    #[case("1980-05-17", "1981-05-17", Alike::Slip)]
    #[case("1980-05-17", "1980-05-71", Alike::Slip)]
    #[case("1980-05-17", "1980-05-29", Alike::Partly)]
    #[case("1980-05-17", "1963-11-02", Alike::Different)]
    fn two_birthdays(#[case] a: &str, #[case] b: &str, #[case] alike: Alike) {
        let (a, b) = (Born::of(a).unwrap(), Born::of(b).unwrap());
        assert_eq!(a.alike(&b), alike);
        assert_eq!(b.alike(&a), alike);
    }

    #[rstest]
    #[case("")]
    #[case("May")]
    #[case("1980")]
    #[case("in 1980, on 05 17")]
    fn no_birthday(#[case] written: &str) {
        assert_eq!(Born::of(written), None);
    }
}

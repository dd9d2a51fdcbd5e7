//! A day without a year, in the year in which it is meant.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Toward, dated, days_between, spoken};
use crate::change::Refusal;

/// How near a day on the other side of today may lie before the year after or before is no longer meant, in months.
const NEAR: i32 = 2;

/// Why words cannot be meant as a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// They are no day.
    NotADay,
    /// A day of the past was asked for, and this one comes soon.
    NotYet(Date),
    /// A day ahead was asked for, and this one has just been.
    Over(Date),
}

impl Unread {
    /// Says so, with the way out; `no_day` is what is said of words that are no day.
    pub fn refusal(self, today: Date, no_day: impl FnOnce() -> Refusal) -> Refusal {
        let with_year = |day: Date, years: i32| dated(day.saturating_add(years.years()));
        match self {
            Unread::NotADay => no_day(),
            Unread::NotYet(day) => Refusal::usage(
                format!("{} has not come yet.", spoken(day, today)),
                format!("If another year is meant, write it too: {}.", with_year(day, -1)),
            ),
            Unread::Over(day) => Refusal::usage(
                format!("{} is over.", spoken(day, today)),
                format!("If another year is meant, write it too: {}.", with_year(day, 1)),
            ),
        }
    }
}

/// That day in the year in which it is meant.
pub(super) fn in_its_year(today: Date, month: i8, day: i8, toward: Toward) -> Result<Date, Unread> {
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let days: Vec<Date> = years.into_iter().filter_map(|year| Date::new(year, month, day).ok()).collect();
    let (soon, lately) = (today.saturating_add(NEAR.months()), today.saturating_sub(NEAR.months()));
    let meant = match toward {
        Toward::Near => days.iter().min_by_key(|day| days_between(today, **day).abs()),
        Toward::Future => match days.iter().find(|day| lately <= **day && **day < today) {
            Some(over) => return Err(Unread::Over(*over)),
            None => days.iter().find(|day| **day >= today),
        },
        Toward::Past => match days.iter().find(|day| today < **day && **day <= soon) {
            Some(ahead) => return Err(Unread::NotYet(*ahead)),
            None => days.iter().rfind(|day| **day <= today),
        },
    };
    meant.copied().ok_or(Unread::NotADay)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::read;
    use jiff::civil::date;

    /// A Monday.
    const TODAY: Date = date(2026, 11, 30);

    #[rstest::rstest]
    #[case("27 nov", Toward::Future, Err(Unread::Over(date(2026, 11, 27))))]
    #[case("30 sep", Toward::Future, Err(Unread::Over(date(2026, 9, 30))))]
    #[case("29 sep", Toward::Future, Ok(date(2027, 9, 29)))]
    #[case("30 nov", Toward::Future, Ok(TODAY))]
    #[case("8 jan", Toward::Future, Ok(date(2027, 1, 8)))]
    #[case("1 dec", Toward::Past, Err(Unread::NotYet(date(2026, 12, 1))))]
    #[case("8.1.", Toward::Past, Err(Unread::NotYet(date(2027, 1, 8))))]
    #[case("31 jan", Toward::Past, Ok(date(2026, 1, 31)))]
    #[case("30 nov", Toward::Past, Ok(TODAY))]
    #[case("1 dec 2025", Toward::Past, Ok(date(2025, 12, 1)))]
    #[case("27 nov", Toward::Near, Ok(date(2026, 11, 27)))]
    #[case("8 jan", Toward::Near, Ok(date(2027, 1, 8)))]
    #[case("29 feb", Toward::Past, Err(Unread::NotADay))]
    #[case("friday week", Toward::Past, Err(Unread::NotADay))]
    fn no_year_is_jumped_unsaid(#[case] text: &str, #[case] toward: Toward, #[case] day: Result<Date, Unread>) {
        assert_eq!(read(text, TODAY, toward), day);
    }

    #[test]
    fn a_day_that_was_is_over_in_the_new_year_too() {
        assert_eq!(read("27 dec", date(2027, 1, 6), Toward::Future), Err(Unread::Over(date(2026, 12, 27))));
    }

    #[test]
    fn the_way_to_say_a_year_is_named() {
        let no = Unread::Over(date(2026, 11, 27)).refusal(TODAY, || unreachable!());
        assert_eq!(
            (no.message.as_str(), no.hint.as_str()),
            ("Friday 27 November is over.", "If another year is meant, write it too: 27 November 2027.")
        );
        let no = Unread::NotYet(date(2026, 12, 1)).refusal(TODAY, || unreachable!());
        assert!(no.message.ends_with("has not come yet.") && no.hint.ends_with("1 December 2025."), "{no}");
    }
}

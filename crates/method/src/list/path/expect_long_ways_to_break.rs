//! What is to be expected of a way of three steps or more, and when to follow up at each of them (row M17).

use jiff::civil::Date;

use crate::day::workdays::Workdays;
use crate::follow_through::silence::{ONCE_MORE_AFTER, SECOND_PERSON_AFTER};
use crate::rules::Rule;

/// Long ways seldom arrive by themselves.
pub const RULE: Rule = Rule {
    name: "expect_long_ways_to_break",
    says: "Do not count on a long way. Give each step a day, and when nothing has come by then, follow up yourself.",
    why: "At every step a part of what was asked is not passed on: of long chains that were to reach a stranger, very few \
          arrived.",
    evidence: &["E5", "E15", "M17"],
};

/// A way of so many people is a long one.
const LONG: usize = 3;

/// So many working days more for each step that somebody else takes; with those until a second person is tried it makes the
/// seven of E15.
const EACH: u32 = ONCE_MORE_AFTER - SECOND_PERSON_AFTER;

/// The day on which to follow up on each of so many steps, when the first person is asked today and that step has so many
/// working days.
pub(super) fn days(workdays: &Workdays, today: Date, first: u32, steps: usize) -> Vec<Date> {
    let asked_on = workdays.on_or_after(today);
    let after = (0..steps).map(|place| first + EACH * u32::try_from(place).unwrap_or(u32::MAX / EACH - 2));
    after.map(|days| workdays.after(asked_on, days)).collect()
}

/// The day on which whoever was asked today is asked once more.
pub(super) fn once_more_on(workdays: &Workdays, today: Date) -> Date {
    workdays.after(workdays.on_or_after(today), ONCE_MORE_AFTER)
}

/// What is said of a way of so many people, which is open now or not.
pub(super) fn warning(people: usize, is_open: bool) -> Option<String> {
    let steps = ["three", "four"].get(people.checked_sub(LONG)?).unwrap_or(&"many");
    let then = if is_open { ", and follow up on the days below" } else { "" };
    Some(format!(
        "A way of {steps} steps: each of them has to be passed on, and long ways seldom arrive. Ask for a shorter one in \
         every conversation{then}"
    ))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_step_has_a_working_day_of_its_own() {
        let (monday, sunday) = (date(2026, 11, 23), date(2026, 11, 22));
        let days_from = |today| days(&Workdays::default(), today, 3, 3);
        let expected = [date(2026, 11, 26), date(2026, 12, 2), date(2026, 12, 8)];
        assert_eq!((days_from(monday), days_from(sunday)), (expected.to_vec(), expected.to_vec()));
        assert_eq!(days(&Workdays::default(), monday, 3, 0), []);
    }

    #[test]
    fn only_long_ways_are_warned_of() {
        assert_eq!((warning(0, true), warning(2, true)), (None, None));
        assert!(warning(3, true).unwrap().starts_with("A way of three steps:"));
        assert!(warning(4, false).unwrap().starts_with("A way of four steps:"));
    }
}

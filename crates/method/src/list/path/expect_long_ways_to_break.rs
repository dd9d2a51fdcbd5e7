//! What is to be expected of a way of three steps or more, and when to follow up at each of them (row M17).

use jiff::civil::Date;

use crate::day::workdays::Workdays;
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

/// After so many working days whoever did not answer is asked once more (E15).
const FIRST: u32 = 3;

/// So many more for each step that somebody else takes; with the first it makes the seven of E15.
const EACH: u32 = 4;

/// The day on which to follow up on each of so many steps, when the first person is asked today.
pub(super) fn days(workdays: &Workdays, today: Date, steps: usize) -> Vec<Date> {
    let asked_on = workdays.on_or_after(today);
    let after = (0..steps).map(|place| FIRST + EACH * u32::try_from(place).unwrap_or(u32::MAX / EACH - 1));
    after.map(|days| workdays.after(asked_on, days)).collect()
}

/// What is said of a way of so many people.
pub(super) fn warning(people: usize) -> Option<String> {
    let steps = ["three", "four"].get(people.checked_sub(LONG)?).unwrap_or(&"many");
    Some(format!(
        "A way of {steps} steps: each of them has to be passed on, and long ways seldom arrive. Ask for a shorter one in \
         every conversation, and follow up on the days below"
    ))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_step_has_a_working_day_of_its_own() {
        let (monday, sunday) = (date(2026, 11, 23), date(2026, 11, 22));
        let days_from = |today| days(&Workdays::default(), today, 3);
        let expected = [date(2026, 11, 26), date(2026, 12, 2), date(2026, 12, 8)];
        assert_eq!((days_from(monday), days_from(sunday)), (expected.to_vec(), expected.to_vec()));
        assert_eq!(days(&Workdays::default(), monday, 0), []);
    }

    #[test]
    fn only_long_ways_are_warned_of() {
        assert_eq!((warning(0), warning(2)), (None, None));
        assert!(warning(3).unwrap().starts_with("A way of three steps:"));
        assert!(warning(4).unwrap().starts_with("A way of four steps:"));
    }
}

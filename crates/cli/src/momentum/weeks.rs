//! The ladder over the weeks as a picture of plain signs: one line a week, and for each conversation as many strokes as
//! rungs were reached. Serves `momentum`. It reads without colour, and says the same in words beside it.

use jiff::civil::Date;
use method::conversation::Ladder;
use method::momentum::weeks::{Rungs, Week};

use crate::text::{Text, counted};

/// How many lines are shown; `--json` has every week.
const LINES: usize = 26;

/// From so many empty weeks in a row on, they share a line.
const A_BREAK: usize = 3;

/// How many conversations of one week are drawn; the words count them all.
const DRAWN: usize = 8;

/// Draws the weeks, and the whole search below them. `own` where whoever searches looks at it.
pub fn show(text: &mut Text, weeks: &[Week], whole: &Rungs, own: bool) {
    let whose = if own { "your" } else { "the" };
    text.heading(format!("How far {whose} conversations went, week by week"));
    let mut lines = lines(weeks);
    let earlier = lines.len().saturating_sub(LINES);
    if earlier > 0 {
        text.muted("The weeks before these are in `halfhour momentum --json`.");
    }
    lines.drain(..earlier);
    text.table(&lines);
    let held = counts(whole);
    let all: usize = held.iter().map(|(_, count)| count).sum();
    if all > 0 {
        let legend = Ladder::ALL.iter().map(|rung| format!("{} {rung}", strokes(*rung)));
        text.muted(format!("One group of strokes for each conversation: {}.", legend.collect::<Vec<_>>().join(", ")));
        text.line(format!("{} in all: {}.", counted(all, "conversation", "conversations"), in_words(&held)));
    }
}

fn lines(weeks: &[Week]) -> Vec<Vec<String>> {
    let mut lines = Vec::new();
    let mut rest = weeks;
    while let Some(week) = rest.first() {
        let empty = rest.iter().take_while(|week| is_empty(week)).count();
        if empty >= A_BREAK {
            lines.push(vec![day(week.starts_on), String::new(), format!("{empty} quiet weeks")]);
            rest = &rest[empty..];
        } else {
            lines.push(line(week));
            rest = &rest[1..];
        }
    }
    lines
}

fn is_empty(week: &Week) -> bool {
    (week.asks, week.held, week.referrals) == (0, 0, 0)
}

fn line(week: &Week) -> Vec<String> {
    let held = counts(&week.ladder);
    let each = held.iter().flat_map(|(rung, count)| std::iter::repeat_n(strokes(*rung), *count));
    let mut picture = each.take(DRAWN).collect::<Vec<_>>().join(" ");
    if week.held > DRAWN {
        picture.push_str(" …");
    }
    let mut words = vec![in_words(&held)];
    if week.referrals > 0 {
        words.push(format!("{} named", counted(week.referrals, "person", "people")));
    }
    if week.asks > 0 {
        words.push(counted(week.asks, "ask", "asks"));
    }
    words.retain(|words| !words.is_empty());
    vec![day(week.starts_on), picture, words.join("; ")]
}

/// How many conversations reached which rung, the highest first.
fn counts(rungs: &Rungs) -> [(Ladder, usize); 4] {
    [
        (Ladder::MadeTheCall, rungs.made_the_call),
        (Ladder::NamedSomeone, rungs.named_someone),
        (Ladder::Listened, rungs.listened),
        (Ladder::NotMuch, rungs.not_much),
    ]
}

fn in_words(held: &[(Ladder, usize)]) -> String {
    let some = held.iter().filter(|(_, count)| *count > 0);
    some.map(|(rung, count)| format!("{count} {rung}")).collect::<Vec<_>>().join(", ")
}

/// As many strokes as rungs were reached.
fn strokes(rung: Ladder) -> String {
    "|".repeat(1 + Ladder::ALL.iter().take_while(|lower| **lower < rung).count())
}

/// The Monday: `16 Nov 2026`.
fn day(monday: Date) -> String {
    format!("{:>2} {}", monday.day(), monday.strftime("%b %Y"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn week(starts_on: Date, asks: usize, ladder: Rungs) -> Week {
        let held = ladder.not_much + ladder.listened + ladder.named_someone + ladder.made_the_call;
        Week { starts_on, asks, held, referrals: ladder.named_someone, ladder }
    }

    #[test]
    fn a_line_says_in_words_what_it_draws() {
        let ladder = Rungs { not_much: 1, named_someone: 2, ..Rungs::default() };
        let line = line(&week(date(2026, 11, 2), 3, ladder));
        assert_eq!(line, [" 2 Nov 2026", "||| ||| |", "2 named someone, 1 not much; 2 people named; 3 asks"]);
    }

    #[test]
    fn a_break_takes_one_line() {
        let day = |day| date(2026, 9, 7).saturating_add(jiff::Span::new().weeks(day));
        let mut weeks: Vec<Week> = (0..6).map(|number| week(day(number), 0, Rungs::default())).collect();
        weeks[0].asks = 1;
        weeks[5].asks = 2;
        let lines = lines(&weeks);
        assert_eq!(lines.iter().map(|line| line[2].as_str()).collect::<Vec<_>>(), ["1 ask", "4 quiet weeks", "2 asks"]);
    }

    #[test]
    fn a_crowded_week_stays_on_its_line() {
        let ladder = Rungs { made_the_call: 40, ..Rungs::default() };
        let line = line(&week(date(2026, 11, 2), 0, ladder));
        assert!(line[1].ends_with(" …") && line[1].len() < 50, "{line:?}");
        assert_eq!(line[2], "40 made the call");
    }
}

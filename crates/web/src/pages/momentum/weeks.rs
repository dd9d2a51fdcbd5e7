//! The ladder over the weeks as a picture, and the same as a table. Serves row M16.
//!
//! Each conversation is a small box that is filled as high as its rung, so that it reads without colour. Weeks stand
//! side by side, the present one last; a long break at the end is told in words. It says in words what it draws, and draws no line through anybody's week.

use jiff::civil::Date;
use maud::{Markup, html};
use method::conversation::Ladder;
use method::day::spoken;
use method::momentum::weeks::{Rungs, Week};

/// How many weeks are drawn; the table has them all.
const DRAWN: usize = 26;

/// More weeks than this are drawn in a strip that scrolls.
const FITTING: usize = 13;

/// From so many weeks without a conversation at the end on, they are told and not drawn.
const A_BREAK: usize = 3;

/// How many conversations of a week are drawn; above them stands how many more there were.
const MOST: usize = 6;

/// Units of the picture: the pitch of weeks, the side of a box, the pitch of boxes, the ground for the words below.
const WEEK: usize = 26;
const BOX: usize = 16;
const PITCH: usize = 19;
const BELOW: usize = 28;

/// The picture. `own` where whoever searches looks at it.
pub fn picture(weeks: &[Week], today: Date, own: bool) -> Markup {
    let (weeks, quiet) = weeks.split_at(weeks.len() - quiet_at_the_end(weeks));
    let shown = &weeks[weeks.len().saturating_sub(DRAWN)..];
    let tallest = shown.iter().map(|week| week.held.min(MOST)).max().unwrap_or(0).max(2);
    let is_crowded = shown.iter().any(|week| week.held > MOST);
    let ground = tallest * PITCH + if is_crowded { PITCH } else { 4 };
    let (width, height) = (shown.len().max(4) * WEEK + 8, ground + BELOW);
    let scale = |length: usize| length * 3 / 2;
    html! {
        figure.weeks {
            div.scroll tabindex=[(shown.len() > FITTING).then_some("0")] role="group" aria-label="Week by week" {
                svg.strip[shown.len() > FITTING] role="img" aria-labelledby="weeks-title weeks-told"
                    width=(scale(width)) height=(scale(height)) viewBox=(format!("0 0 {width} {height}")) {
                    title #weeks-title { "How far " @if own { "your" } @else { "the" } " conversations went, week by week" }
                    desc #weeks-told { (in_a_sentence(weeks, shown, today)) }
                    path.ground d=(format!("M0 {ground}.5H{width}")) {}
                    @for (place, week) in shown.iter().enumerate() { (column(week, place, ground)) (below(shown, place, ground)) }
                }
            }
            figcaption {
                (legend())
                @if let Some(first) = quiet.first() { p { (quiet.len()) " quiet weeks since " (spoken(first.starts_on, today)) ": no conversation is written down." } }
            }
        }
    }
}

/// How many weeks at the end are told and not drawn; none where nothing could be drawn instead.
fn quiet_at_the_end(weeks: &[Week]) -> usize {
    let quiet = weeks.iter().rev().take_while(|week| week.held == 0).count();
    if quiet >= A_BREAK && quiet < weeks.len() { quiet } else { 0 }
}

fn column(week: &Week, place: usize, ground: usize) -> Markup {
    let left = 4 + place * WEEK + (WEEK - BOX) / 2;
    let rungs = highest_first(&week.ladder);
    let more = week.held.saturating_sub(MOST);
    html! {
        g {
            title { (day(week.starts_on)) ": " (in_words(week)) }
            @for (number, rung) in rungs.take(MOST).enumerate() { (filled(rung, left, ground - 3 - number * PITCH - BOX)) }
            @if more > 0 {
                text x=(left + BOX / 2) y=(ground - MOST * PITCH - 6) text-anchor="middle" { "+" (more) }
            }
        }
    }
}

/// A box, filled as high as the rung.
fn filled(rung: Ladder, left: usize, top: usize) -> Markup {
    let high = BOX / 4 * (1 + lower_than(rung));
    html! {
        rect.box x=(left) y=(top) width=(BOX) height=(BOX) rx="3" {}
        rect.on x=(left) y=(top + BOX - high) width=(BOX) height=(high) rx="3" {}
    }
}

/// The day of the month below each Monday, and the month where it begins.
fn below(shown: &[Week], place: usize, ground: usize) -> Markup {
    let starts_on = shown[place].starts_on;
    let is_new = place == 0 || shown[place - 1].starts_on.month() != starts_on.month();
    let middle = 4 + place * WEEK + WEEK / 2;
    html! {
        text x=(middle) y=(ground + 12) text-anchor="middle" { (starts_on.day()) }
        @if is_new { text.month x=(middle) y=(ground + 24) text-anchor="middle" { (starts_on.strftime("%b")) } }
    }
}

fn legend() -> Markup {
    html! {
        ul.legend {
            @for rung in Ladder::ALL {
                li { svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" { (filled(*rung, 0, 0)) } (rung) }
            }
        }
    }
}

/// What the picture shows, for whoever does not see it.
fn in_a_sentence(weeks: &[Week], shown: &[Week], today: Date) -> String {
    let held: usize = shown.iter().map(|week| week.held).sum();
    let since = shown.first().map_or_else(String::new, |week| format!(" since {}", spoken(week.starts_on, today)));
    let earlier = if weeks.len() > shown.len() { " Earlier weeks are in the table." } else { "" };
    let last = shown.iter().rev().find(|week| week.held > 0);
    let last = last.map_or_else(String::new, |week| {
        format!(" The last week with any began on {}: {}.", spoken(week.starts_on, today), in_words(week))
    });
    let conversations = if held == 1 { "conversation" } else { "conversations" };
    format!("{held} {conversations}{since}.{last} The table below has every week.{earlier}")
}

/// Every week, newest first.
pub fn table(weeks: &[Week]) -> Markup {
    html! {
        details.told {
            summary { "The same as a table" }
            div.scroll tabindex="0" role="group" aria-label="Every week" {
                table {
                    caption { "Every week, the newest first. Weeks begin on Monday." }
                    thead { tr {
                        th scope="col" { "Week of" }
                        th scope="col" { "Asks" }
                        th scope="col" { "Held" }
                        @for rung in Ladder::ALL { th scope="col" { (crate::shell::capital(&rung.to_string())) } }
                        th scope="col" { "People named" }
                    } }
                    tbody {
                        @for week in weeks.iter().rev() {
                            tr {
                                th scope="row" { (day(week.starts_on)) }
                                td { (week.asks) }
                                td { (week.held) }
                                @for (_, count) in lowest_first(&week.ladder) { td { (count) } }
                                td { (week.referrals) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn in_words(week: &Week) -> String {
    let some = lowest_first(&week.ladder).into_iter().rev().filter(|(_, count)| *count > 0);
    let all: Vec<String> = some.map(|(rung, count)| format!("{count} {rung}")).collect();
    if all.is_empty() { "no conversation".to_owned() } else { all.join(", ") }
}

/// The rungs of a week's conversations, one for each; the highest stand on the ground.
fn highest_first(rungs: &Rungs) -> impl Iterator<Item = Ladder> {
    lowest_first(rungs).into_iter().rev().flat_map(|(rung, count)| std::iter::repeat_n(rung, count))
}

fn lowest_first(rungs: &Rungs) -> [(Ladder, usize); 4] {
    [
        (Ladder::NotMuch, rungs.not_much),
        (Ladder::Listened, rungs.listened),
        (Ladder::NamedSomeone, rungs.named_someone),
        (Ladder::MadeTheCall, rungs.made_the_call),
    ]
}

fn lower_than(rung: Ladder) -> usize {
    Ladder::ALL.iter().take_while(|lower| **lower < rung).count()
}

/// `16 Nov 2026`.
fn day(monday: Date) -> String {
    monday.strftime("%-d %b %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use method::day::plus_days;

    /// One conversation, and then so many weeks without one.
    fn then_quiet(weeks: i32) -> String {
        let one = Rungs { listened: 1, ..Rungs::default() };
        let week = |place: i32, ladder: Rungs| Week {
            starts_on: plus_days(date(2026, 11, 2), 7 * place),
            asks: 0,
            held: ladder.listened,
            referrals: 0,
            ladder,
        };
        let quiet = (1..=weeks).map(|place| week(place, Rungs::default()));
        let all: Vec<Week> = std::iter::once(week(0, one)).chain(quiet).collect();
        picture(&all, date(2027, 6, 1), true).into_string()
    }

    #[test]
    fn a_long_break_at_the_end_is_told_and_leaves_the_picture_its_boxes() {
        let page = then_quiet(30);
        assert!(
            page.contains("30 quiet weeks since Monday 9 November 2026: no conversation is written down."),
            "{page}"
        );
        assert!(page.contains("2 Nov 2026: 1 listened"), "{page}");
        let page = then_quiet(2);
        assert!(!page.contains("quiet weeks") && page.contains("16 Nov 2026: no conversation"), "{page}");
    }
}

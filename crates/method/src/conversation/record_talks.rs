//! Conversations that were held already, jotted down by the line: "Ben Okafor, 3 Nov: said to look at ports".
//!
//! Serves the conversation, for whoever begins in the middle of a search (row M16). All lines are one step. It refuses
//! to guess a day: a line without one comes back with the reason.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Refusal;
use crate::conversation::record::{Debrief, record_conversation};
use crate::day::{self, Toward};
use crate::id::Ids;
use crate::list::lines::{Lines, each_line, find_or_add, with};

/// One line, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Talk {
    /// The name, and what tells people of one name apart.
    who: String,
    held_on: Date,
    learned: Option<String>,
}

/// Records what the lines tell; who is not on the list yet comes onto it.
pub fn record_talks(campaign: &Campaign, ids: &Ids, today: Date, text: &str) -> Lines {
    each_line(campaign, text, |campaign, line| {
        let talk = read(line, today)?;
        let (person, mut changes) = find_or_add(campaign, ids, today, &talk.who)?;
        let after = with(campaign, &changes);
        let debrief = Debrief { learned: talk.learned, ..Debrief::of(person, talk.held_on) };
        // What can be done on the command line is of no use within a list of lines.
        let told = record_conversation(&after, ids, today, &debrief);
        changes.extend(told.map_err(|no| Refusal { hint: "Leave this line out.".to_owned(), ..no })?);
        Ok(changes)
    })
}

/// Reads one line: a name, a day, and after a colon or a comma what was said.
fn read(line: &str, today: Date) -> Result<Talk, Refusal> {
    let (head, said) = line.split_once(':').map_or((line, ""), |(head, said)| (head, said.trim()));
    let parts: Vec<&str> = head.split([',', ';', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let (who, held_on, rest) = match parts.as_slice() {
        [] => return Err(Refusal::usage("No person is named.", "Begin with a name.")),
        [one] => ending_in_a_day(one, today).map(|(name, on)| (name, on, "".to_owned())),
        several => with_a_day(several, today),
    }
    .ok_or_else(|| no_day(&parts, today))?;
    let learned: Vec<&str> = [rest.as_str(), said].into_iter().filter(|words| !words.is_empty()).collect();
    Ok(Talk { who, held_on, learned: Some(learned.join(": ")).filter(|words| !words.is_empty()) })
}

/// The parts before the first that is a day, that day, and those behind it. A year may stand apart: "Nov 3, 2026".
fn with_a_day(parts: &[&str], today: Date) -> Option<(String, Date, String)> {
    (1..parts.len()).find_map(|at| {
        let year = parts.get(at + 1).filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()));
        let with_year = year.and_then(|year| past(&format!("{} {year}", parts[at]), today)).map(|on| (on, at + 2));
        let (on, behind) = with_year.or_else(|| Some((past(parts[at], today)?, at + 1)))?;
        Some((parts[..at].join(", "), on, parts[behind..].join(", ")))
    })
}

/// A name with a day behind it and no comma between. One word alone is taken for a day only where nobody is called so.
fn ending_in_a_day(text: &str, today: Date) -> Option<(String, Date)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let split = |count: usize| {
        let (name, day) = words.split_at_checked(words.len().checked_sub(count)?)?;
        let day = day.join(" ");
        let is_plain = count > 1 || matches!(day.to_lowercase().as_str(), "today" | "yesterday") || day.contains('-');
        let on = past(&day, today).filter(|_| is_plain && !name.is_empty())?;
        Some((name.join(" "), on))
    };
    [3, 2, 1].into_iter().find_map(split)
}

fn past(text: &str, today: Date) -> Option<Date> {
    day::parse(text.trim_start_matches("on "), today, Toward::Past)
}

fn no_day(parts: &[&str], today: Date) -> Refusal {
    let hint = "Write the day behind the name: last tuesday, 3 Nov, 2026-11-03, two weeks ago.";
    let soon = |part: &&str| day::read(part, today, Toward::Past).err().filter(|why| *why != day::Unread::NotADay);
    if let Some(why) = parts.iter().find_map(soon) {
        return why.refusal(today, || Refusal::usage("No day is named.", hint));
    }
    match parts {
        [_, first, ..] => Refusal::usage(format!("“{first}” is not a day."), hint),
        _ => Refusal::usage("No day is named.", hint),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;
    use crate::list::scene::{TODAY, ids_after, people};

    #[rstest]
    #[case("Ana Pereira, last tuesday", "Ana Pereira", date(2026, 11, 17), "")]
    #[case("Ben Okafor, 3 Nov: said to look at ports", "Ben Okafor", date(2026, 11, 3), "said to look at ports")]
    #[case("Ben Okafor, Nov 3, 2025, liked the outline", "Ben Okafor", date(2025, 11, 3), "liked the outline")]
    #[case("Noa Levi, Quay 4, yesterday: ports: yes", "Noa Levi, Quay 4", date(2026, 11, 21), "ports: yes")]
    #[case("Ana Pereira last tuesday", "Ana Pereira", date(2026, 11, 17), "")]
    #[case("Ana 2026-11-03", "Ana", date(2026, 11, 3), "")]
    #[case("Ana, on friday", "Ana", date(2026, 11, 20), "")]
    fn a_line_is_read_as_it_was_meant(#[case] line: &str, #[case] who: &str, #[case] on: Date, #[case] said: &str) {
        let talk = read(line, TODAY).unwrap();
        assert_eq!((talk.who.as_str(), talk.held_on, talk.learned.as_deref().unwrap_or_default()), (who, on, said));
    }

    #[rstest]
    #[case("Ana Pereira", "No day is named.")]
    #[case("Ana Pereira, someday", "“someday” is not a day.")]
    #[case("Ana Pereira, 1 dec", "Tuesday 1 December has not come yet.")]
    #[case("Lan Sun", "No day is named.")]
    #[case(", : ;", "No person is named.")]
    #[case("tuesday", "No day is named.")]
    fn a_line_without_a_day_comes_back(#[case] line: &str, #[case] why: &str) {
        assert_eq!(read(line, TODAY).unwrap_err().message, why);
    }

    fn recorded(text: &str) -> (usize, usize, Vec<String>) {
        let mut campaign = people(&["Ana Pereira"]);
        let lines = record_talks(&campaign, &ids_after(&campaign), TODAY, text);
        campaign.apply(lines.changes);
        let why = lines.unread.into_iter().map(|unread| unread.no.message).collect();
        (campaign.conversations.len(), campaign.people.len(), why)
    }

    #[test]
    fn all_lines_that_can_be_read_are_recorded() {
        let (talks, people, unread) = recorded("ana, last tuesday: ports\nBen Okafor, 3 Nov\nBo Lind, tomorrow");
        assert_eq!((talks, people), (2, 2), "Ben comes onto the list, and Bo not yet");
        assert_eq!(unread, ["Monday 23 November has not come yet."]);
    }

    #[test]
    fn the_same_line_twice_is_one_conversation() {
        let (talks, _, unread) = recorded("Ana Pereira, 3 Nov\nana pereira, 3 nov");
        assert_eq!((talks, unread.len()), (1, 1));
    }
}

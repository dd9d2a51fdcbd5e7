//! Several lines at once, each about one person: what can be read is taken, the rest comes back with the reason.
//!
//! Serves the first step, and whatever else is jotted down by the line. It refuses to guess: a name that several people
//! have, or that is nearly somebody's, comes back.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Fact, Refusal};
use crate::id::{Ids, PersonId};
use crate::list::add::add_person;
use crate::list::find;
use crate::list::line::told_in_a_line;
use crate::list::mark::{Marks, mark_person};
use crate::organization::key;

/// What became of the lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lines {
    /// What the lines that could be read come to, all in one step.
    pub changes: Vec<Change>,
    /// How many were read.
    pub read: usize,
    /// Those that were not, in their order.
    pub unread: Vec<Unread>,
}

/// A line that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// As it was typed.
    pub line: String,
    /// Why not, and the way out.
    pub no: Refusal,
}

/// Reads the lines in their order, each on top of what those before it said. Empty ones are passed over.
pub fn each_line(campaign: &Campaign, text: &str, decide: impl Fn(&Campaign, &str) -> Decision) -> Lines {
    let (mut after, mut lines) = (campaign.clone(), Lines::default());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match decide(&after, line) {
            Ok(changes) => {
                after.apply(changes.iter().cloned());
                lines.changes.extend(changes);
                lines.read += 1;
            }
            Err(no) => lines.unread.push(Unread { line: line.to_owned(), no }),
        }
    }
    lines
}

/// Marks those named in the lines as known and respected; who is not on the list yet comes onto it.
pub fn respect_lines(campaign: &Campaign, ids: &Ids, today: Date, text: &str) -> Lines {
    each_line(campaign, text, |campaign, line| {
        let (person, mut changes) = find_or_add(campaign, ids, today, line)?;
        let after = with(campaign, &changes);
        let marks = Marks { respected: Some(true), ..Marks::default() };
        let marked = mark_person(&after, person, marks)?;
        if !marked.is_empty() {
            // Somebody who was just added is written once, with the mark.
            changes = marked;
        }
        Ok(changes)
    })
}

/// The campaign after these changes; the same one where nothing changes.
pub(crate) fn with<'a>(campaign: &'a Campaign, changes: &[Change]) -> Cow<'a, Campaign> {
    let mut after = Cow::Borrowed(campaign);
    if !changes.is_empty() {
        after.to_mut().apply(changes.iter().cloned());
    }
    after
}

/// Whom a line means by the name that it begins with, and what it takes to have them on the list. What else stands in the
/// line tells people of one name apart, and is kept of somebody new. "new" behind the name insists that it is somebody new.
///
/// # Errors
/// When several people could be meant, or somebody on the list is called nearly so.
pub fn find_or_add(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    line: &str,
) -> Result<(PersonId, Vec<Change>), Refusal> {
    let (line, insists) = without_new(line);
    let told = told_in_a_line(&line, today);
    let name = told.name.as_deref().unwrap_or_default();
    let meant = if insists { Vec::new() } else { meant_there(campaign, name, told.organization.as_deref()) };
    match meant.as_slice() {
        [one] => Ok((*one, Vec::new())),
        [] => {
            let nearly = find::nearly(campaign, name).filter(|_| !insists);
            if let Some(id) = nearly {
                return Err(nearly_so(campaign, name, id));
            }
            let changes = add_person(campaign, ids, today, &told)?;
            let added = changes.iter().find_map(|change| match change {
                Change::Write(Fact::Person(person)) => Some(person.id),
                _ => None,
            });
            added.map(|id| (id, changes)).ok_or_else(|| Refusal::usage("No person is named.", "Begin with a name."))
        }
        _ => find::find(campaign, name).map(|id| (id, Vec::new())),
    }
}

/// The line without the word "new" among its parts, and whether it stood there.
fn without_new(line: &str) -> (String, bool) {
    let parts: Vec<&str> = line.split(',').collect();
    let is_new = |part: &&str| part.trim().eq_ignore_ascii_case("new");
    let insists = parts.iter().skip(1).any(is_new);
    let kept: Vec<&str> =
        parts.iter().enumerate().filter(|(at, part)| *at == 0 || !is_new(part)).map(|(_, part)| *part).collect();
    (kept.join(","), insists)
}

/// Whom the name means; where several are called so, those who work at that place.
fn meant_there(campaign: &Campaign, name: &str, place: Option<&str>) -> Vec<PersonId> {
    let meant = find::meant(campaign, name);
    let Some(place) = place.and_then(key).filter(|_| meant.len() > 1) else { return meant };
    let works_there = |id: &PersonId| campaign.shown(*id).organization().and_then(key).as_ref() == Some(&place);
    let there: Vec<PersonId> = meant.iter().copied().filter(works_there).collect();
    if there.is_empty() { meant } else { there }
}

fn nearly_so(campaign: &Campaign, name: &str, id: PersonId) -> Refusal {
    Refusal::unknown(
        format!("Nobody on your list is called {name}, but {} is.", campaign.name(id)),
        format!("Write the name as it stands there. If it is somebody else, write “new” behind it: {name}, new"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::scene::{TODAY, ids_after, people};

    const NAMES: [&str; 4] = ["Ana Pereira", "Noa Levi", "Noa Lindqvist", "José García"];

    fn respected(text: &str) -> (Vec<String>, Vec<String>) {
        let mut campaign = people(&NAMES);
        let lines = respect_lines(&campaign, &ids_after(&campaign), TODAY, text);
        campaign.apply(lines.changes);
        let marked = campaign.people.values().filter(|person| person.respected);
        let marked = marked.map(|person| campaign.name(person.id)).collect();
        (marked, lines.unread.into_iter().map(|unread| unread.no.message).collect())
    }

    #[test]
    fn who_is_on_the_list_is_marked_and_others_come_onto_it() {
        let (marked, unread) = respected("ana pereira\n\n  Chidi Okafor, Quay 4\njose garcia");
        assert_eq!(marked, ["Ana Pereira", "José García", "Chidi Okafor"]);
        assert!(unread.is_empty(), "{unread:?}");
    }

    #[test]
    fn a_name_that_two_have_comes_back_with_both() {
        let (marked, unread) = respected("Noa\nAna Pereira");
        assert_eq!(marked, ["Ana Pereira"], "the other line is taken all the same");
        assert!(unread[0].contains("p2 Noa Levi") && unread[0].contains("p3 Noa Lindqvist"), "{unread:?}");
    }

    #[test]
    fn a_slip_of_the_pen_adds_nobody() {
        let (marked, unread) = respected("Anna Pereira");
        assert!(marked.is_empty(), "{marked:?}");
        assert_eq!(unread, ["Nobody on your list is called Anna Pereira, but Ana Pereira is."]);
        let (marked, _) = respected("Anna Pereira, new, Quay 4\nLea Levi");
        assert_eq!(marked, ["Anna Pereira", "Lea Levi"], "one may insist, and a family name in common is no slip");
    }

    #[test]
    fn the_same_name_twice_is_one_person() {
        let (marked, unread) = respected("Chidi Okafor\nchidi okafor");
        assert_eq!((marked.len(), unread.len()), (1, 0));
    }

    #[test]
    fn where_they_work_tells_them_apart() {
        let mut campaign = people(&["Noa Levi", "Noa Levi"]);
        for (number, place) in [(1, "Harbor Freight"), (2, "Quay 4")] {
            campaign.people.get_mut(&crate::list::scene::p(number)).unwrap().organization = Some(place.into());
        }
        let found = find_or_add(&campaign, &ids_after(&campaign), TODAY, "noa levi, quay 4").unwrap();
        assert_eq!(found, (crate::list::scene::p(2), Vec::new()));
    }
}

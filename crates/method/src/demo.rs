//! The demo: ten weeks of an invented search, to look at and to try things on.
//!
//! Serves every door. Everybody in it is invented. It is played through the same decisions as a real search, relative to
//! today, and refuses a campaign in which anything stands already.

use jiff::civil::{Date, date};

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::id::Ids;
use crate::list::edit::{PersonEdit, edit_person};
use crate::list::find::find;
use crate::list::import::import;
use crate::list::mark::{Marks, mark_person};
use crate::list::reading::{Findings, Letter, PersonRow, Reading};

mod cast;
mod days;
mod play;
mod search;
mod seeker;
mod talks;

use cast::{CAST, Cast};
use days::On;
use play::Play;
use search::{Event, SEARCH};

/// Ten weeks of an invented search that ended today.
///
/// # Errors
/// Refuses a campaign that is not empty.
pub fn demo(campaign: &Campaign, ids: &Ids, today: Date) -> Decision {
    if !campaign.is_empty() {
        return Err(Refusal::method(
            "There is a search in this file already, and the demo would mix with it.",
            "Give the demo a file of its own: `halfhour --data look.db demo`",
        ));
    }
    let mut play = Play { campaign: campaign.clone(), ids, today };
    let begins_on = On::Week(0, 0).day(today);
    let told = import(&play.campaign, ids, begins_on, &readings(today));
    play.take(told.changes);
    let told = seeker::told(&play.campaign, ids)?;
    play.take(told);
    for cast in CAST {
        let changes = told_of(&play.campaign, begins_on, cast)?;
        play.take(changes);
    }
    let mut events: Vec<(Date, Event)> = SEARCH.iter().map(|(on, event)| (on.day(today), *event)).collect();
    events.sort_by_key(|(day, _)| *day);
    for (day, event) in events {
        play.event(day, event)?;
    }
    let stood = campaign.facts();
    let facts = play.campaign.facts().into_iter();
    Ok(facts.filter(|fact| !stood.contains(fact)).map(Change::Write).collect())
}

/// What the seeker tells of somebody when the search begins.
fn told_of(campaign: &Campaign, today: Date, cast: &Cast) -> Decision {
    let id = find(campaign, cast.name)?;
    let edit = PersonEdit {
        known_since_on: cast.since.map(|year| Some(date(year, 1, 1))),
        how_known: cast.how.map(str::to_owned),
        valued_for: cast.valued.map(str::to_owned),
        ..PersonEdit::default()
    };
    let mut played = campaign.clone();
    let mut changes = edit_person(&played, today, id, &edit, None)?;
    played.apply(changes.iter().cloned());
    let mark = |mark: bool| mark.then_some(true);
    let marks = Marks { respected: mark(cast.respected), close: mark(cast.close), ..Marks::default() };
    changes.extend(mark_person(&played, id, marks)?);
    Ok(changes)
}

/// The files that an import would have read.
fn readings(today: Date) -> [Reading; 3] {
    let people = (1..).zip(CAST).map(|(place, cast)| row(place, cast)).collect();
    let letters: Vec<Letter> = CAST.iter().flat_map(|cast| letters(today, cast)).collect();
    let letters = (1..).zip(letters).map(|(place, letter)| Letter { place, ..letter }).collect();
    [
        reading("demo_people", "demo-people.csv", 1, Findings::People(people)),
        reading("demo_seeker", "demo-seeker.csv", 2, Findings::Seeker(seeker::rows())),
        reading("demo_letters", "demo-letters.csv", 3, Findings::Correspondence(letters)),
    ]
}

fn reading(kind: &str, file: &str, number: u8, findings: Findings) -> Reading {
    let read = match &findings {
        Findings::People(rows) => rows.len(),
        Findings::Seeker(rows) => rows.len(),
        Findings::Correspondence(letters) => letters.len(),
        Findings::Exchanges(found) => found.counted,
    };
    Reading {
        file: file.to_owned(),
        kind: kind.to_owned(),
        digest: format!("{number:064x}"),
        read,
        findings,
        problems: Vec::new(),
        columns: Vec::new(),
        said: Vec::new(),
        left_out: None,
    }
}

fn row(place: u32, cast: &Cast) -> PersonRow {
    PersonRow {
        place,
        key: email(cast.name),
        name: cast.name.to_owned(),
        emails: vec![email(cast.name)],
        organization: Some(cast.organization.to_owned()),
        title: Some(cast.title.to_owned()),
        ..PersonRow::default()
    }
}

/// An address under a name that is kept free for examples.
fn email(name: &str) -> String {
    let plain = any_ascii::any_ascii(name).to_lowercase();
    let words: Vec<String> =
        plain.split_whitespace().map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect()).collect();
    let end = ["com", "org", "net"][name.len() % 3];
    format!("{}@example.{end}", words.join("."))
}

/// One letter each way in the first and in the last of the years in which they wrote.
fn letters(today: Date, cast: &Cast) -> Vec<Letter> {
    let Some((first, last)) = cast.wrote else { return Vec::new() };
    let mut letters = Vec::new();
    for (years, is_first) in [(first, true), (last, false)] {
        let on = seeker::letter_on(today, years, is_first);
        let letter = |sent| Letter { place: 0, address: email(cast.name), on, sent };
        letters.extend([letter(true), letter(false)]);
    }
    letters
}

#[cfg(test)]
mod tests;

//! Address books as vCards 2.1, 3.0 and 4.0, mixed in one file or not.
//!
//! Serves the list. A file is read card by card: a broken one is left out with its place, and the others stand. Pictures
//! and sounds are passed over unread. It refuses cards of organizations and of groups, and keeps no note that somebody
//! wrote into a card.

mod cards;
mod properties;
mod quoted_printable;

use method::list::reading::{Findings, Me, PersonRow, Problem};

use cards::{Card, Cards, Flaw};
use properties::{Property, properties};

use crate::dates::Order;
use crate::gather::Reason;
use crate::person::{Person, Seen};
use crate::rejects::{Cut, Form};
use crate::sources::{Found, Source, Start};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "vcard", title: "vCards", recognise, read };

/// How far into a file the first card may begin.
const PREAMBLE_LINES: usize = 50;

fn recognise(start: &Start) -> bool {
    start.text.lines().take(PREAMBLE_LINES).any(cards::begins)
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let (mut rows, mut problems, mut cut, mut seen) = (Vec::new(), Vec::new(), Vec::new(), Seen::new());
    let (mut read, mut notes) = (0, Vec::new());
    for card in Cards::new(text) {
        read += 1;
        tick(card.end);
        let made = person(&card, &mut notes, &mut seen);
        problems.extend(notes.drain(..).map(|note| problem(&card, note, false)));
        match made {
            Ok(row) => rows.push(row),
            Err(reason) => {
                cut.push(card.line..=card.last);
                problems.push(problem(&card, reason, true));
            }
        }
    }
    let cut = Some(Cut { form: Form::Cards, rows: cut });
    vec![Found { cut, ..Found::new(SOURCE.kind, read, Findings::People(rows), problems) }]
}

fn problem(card: &Card<'_>, reason: Reason, rejected: bool) -> Problem {
    Problem { place: card.place, line: card.line, reason: reason.into_owned(), rejected, skipped: false }
}

fn person(card: &Card<'_>, notes: &mut Vec<Reason>, seen: &mut Seen) -> Result<PersonRow, Reason> {
    match card.flaw {
        Some(Flaw::Unended) => return Err("The card has no end: END:VCARD is missing.".into()),
        Some(Flaw::Stray) => return Err("These lines belong to no card: BEGIN:VCARD is missing.".into()),
        Some(Flaw::TooLong) => return Err("The card is longer than any address book writes.".into()),
        None => {}
    }
    let told = Told::of(&properties(card.text));
    if let Some(reason) = told.is_no_person() {
        return Err(reason.into());
    }
    if card.text.contains('\u{fffd}') {
        notes.push("Some characters of the card could not be read.".into());
    }
    told.person.into_row(card.place, Order::MonthFirst, notes, seen)
}

/// What a card says.
#[derive(Default)]
struct Told {
    person: Person,
    kind: String,
    is_shown_as_organization: bool,
}

impl Told {
    fn of(properties: &[Property]) -> Self {
        let mut told = Told::default();
        for property in properties {
            told.take(property);
        }
        told
    }

    fn take(&mut self, property: &Property) {
        let person = &mut self.person;
        let text = || Some(property.text()).filter(|text| !text.trim().is_empty());
        let first = |known: &mut Option<String>| {
            if known.is_none() {
                *known = text();
            }
        };
        match property.name.as_str() {
            "FN" => first(&mut person.name),
            "N" => name_parts(person, property),
            "NICKNAME" => person.other_names.extend(property.list(',')),
            "X-MAIDENNAME" => person.other_names.extend(text()),
            "EMAIL" => person.emails.extend(text()),
            "TEL" if !property.is_only("fax") => person.phones.extend(text()),
            "URL" | "X-SOCIALPROFILE" | "SOCIALPROFILE" => person.links.extend(text()),
            "ORG" if person.organization.is_none() => person.organization = property.parts().into_iter().next(),
            "TITLE" => person.title = text().or(person.title.take()),
            "ROLE" => first(&mut person.title),
            "BDAY" => first(&mut person.birthday),
            "ADR" => person.postal.extend(postal(property)),
            "UID" => first(&mut person.uid),
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => self.kind = property.text().trim().to_lowercase(),
            "X-ABSHOWAS" => self.is_shown_as_organization = property.text().trim().eq_ignore_ascii_case("company"),
            _ => {}
        }
    }

    fn is_no_person(&self) -> Option<&'static str> {
        let has_parts = self.person.given.is_some() || self.person.family.is_some();
        match self.kind.as_str() {
            "group" => Some("It is a group of people and no person."),
            "org" | "organization" => Some("It is the card of an organization."),
            _ if self.is_shown_as_organization && !has_parts => Some("It is the card of an organization."),
            _ if !has_parts && self.person.name.is_some() && self.person.name == self.person.organization => {
                Some("It is the card of an organization.")
            }
            _ => None,
        }
    }
}

/// Family name, given name, further names; what stands before and after a name is in the whole name.
fn name_parts(person: &mut Person, property: &Property) {
    let mut parts = property.parts().into_iter().map(|part| Some(part).filter(|part| !part.trim().is_empty()));
    let mut next = || parts.next().flatten();
    (person.family, person.given, person.middle) = (next(), next(), next());
}

/// Street, town, region, code and country in one line; a box and a flat stand before them.
fn postal(property: &Property) -> Option<String> {
    let parts: Vec<String> = property.parts().into_iter().filter(|part| !part.trim().is_empty()).collect();
    let lines: Vec<String> = parts.iter().flat_map(|part| part.lines()).map(|line| line.trim().to_owned()).collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}

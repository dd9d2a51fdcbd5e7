//! One line about a person, as one would jot it down: "Ana Pereira, Harbor Freight, known since 2018".
//!
//! Serves the first step. The name comes first; the rest is recognised by its look. It refuses nothing: what it cannot
//! place becomes the organization, then the title, then a note, and the door shows how it was read.

use jiff::civil::{Date, date};

use crate::day::{self, Toward};
use crate::list::address;
use crate::list::behind::behind;
use crate::list::edit::{ListEdit, PersonEdit};

/// Reads one line. Parts are separated by commas, semicolons or line ends.
pub fn told_in_a_line(text: &str, today: Date) -> PersonEdit {
    let parts = text.split([',', ';', '\n', '،', '，']).map(str::trim).filter(|part| !part.is_empty());
    let mut parts = parts.peekable();
    let Some(name) = parts.next() else { return PersonEdit::default() };
    let read = behind(name, &mut parts);
    let mut told = PersonEdit { name: Some(read.name), ..PersonEdit::default() };
    for part in parts {
        place(&mut told, part, today);
    }
    // What somebody works as is a title where none was told; other letters are no title, and not lost.
    let mut letters: Vec<&str> = read.degrees;
    match (read.occupation, &told.title) {
        (Some(occupation), None) => told.title = Some(occupation.to_owned()),
        (Some(occupation), Some(_)) => letters.insert(0, occupation),
        (None, _) => {}
    }
    if !letters.is_empty() {
        note(&mut told, &letters.join(", "));
    }
    told
}

fn note(told: &mut PersonEdit, part: &str) {
    let notes = told.notes.take().map_or_else(String::new, |notes| notes + ", ");
    told.notes = Some(notes + part);
}

fn place(told: &mut PersonEdit, part: &str, today: Date) {
    if let Some(since) = known_since(part, today) {
        told.known_since_on = Some(Some(since));
    } else if let Some(email) = address::email(part) {
        told.emails.add.push(email);
    } else if let Some(link) = page(part) {
        told.links.add.push(link);
    } else if is_phone(part) {
        told.phones.add.push(part.to_owned());
    } else if let Some(how) = how_known(part) {
        told.how_known = Some(how.to_owned());
    } else if let Some(value) = after(part, &["valued for ", "i value "]) {
        told.valued_for = Some(value.to_owned());
    } else if let (None, None, Some((title, place))) = (&told.organization, &told.title, part.split_once(" at ")) {
        told.title = Some(title.trim().to_owned());
        told.organization = Some(place.trim().to_owned());
    } else if told.organization.is_none() {
        told.organization = Some(part.to_owned());
    } else if told.title.is_none() {
        told.title = Some(part.to_owned());
    } else {
        note(told, part);
    }
}

/// Reads since when somebody is known: `2018`, `May 2018`, `2018-05`, or a day. A year means its first day.
pub fn since(text: &str, today: Date) -> Option<Date> {
    let text = text.trim();
    let year = |text: &str| {
        let four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i16>().ok().filter(|_| four)
    };
    if let Some(year) = year(text) {
        return Some(date(year, 1, 1));
    }
    if let Some((month, last)) = text.rsplit_once(' ')
        && let (Some(month), Some(year)) = (day::month(month.trim()), year(last))
    {
        return Date::new(year, month, 1).ok();
    }
    if let Some((first, month)) = text.split_once('-')
        && let (Some(year), Ok(month)) = (year(first), month.parse::<i8>())
    {
        return Date::new(year, month, 1).ok();
    }
    day::parse(text, today, Toward::Past)
}

fn known_since(part: &str, today: Date) -> Option<Date> {
    let said = after(part, &["known since ", "since ", "i have known them since "])?;
    since(said, today)
}

fn how_known(part: &str) -> Option<&str> {
    let lower = part.to_lowercase();
    let said = ["we ", "known from ", "from "].iter().any(|start| lower.starts_with(start));
    said.then_some(part)
}

/// What follows one of these beginnings, whatever its case.
fn after<'a>(part: &'a str, beginnings: &[&str]) -> Option<&'a str> {
    beginnings.iter().find_map(|beginning| {
        let head = part.get(..beginning.len())?;
        let rest = part.get(beginning.len()..)?;
        head.eq_ignore_ascii_case(beginning).then_some(rest.trim())
    })
}

fn page(part: &str) -> Option<String> {
    let looks = part.contains("://") || part.starts_with("www.") || part.contains('/');
    looks.then(|| address::link(part)).flatten()
}

fn is_phone(part: &str) -> bool {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let plain = |c: char| c.is_ascii_digit() || " +-()./".contains(c);
    digits >= 6 && part.chars().all(plain)
}

/// Adds one value to the e-mail addresses, links or numbers, whichever it looks like. None when it is none of these.
pub fn reached_at(value: &str) -> Option<PersonEdit> {
    let mut told = PersonEdit::default();
    if let Some(email) = address::email(value) {
        told.emails = ListEdit::adding(email);
    } else if let Some(link) = page(value) {
        told.links = ListEdit::adding(link);
    } else if is_phone(value) {
        told.phones = ListEdit::adding(value);
    } else {
        return None;
    }
    Some(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::scene::TODAY;
    use rstest::rstest;

    #[test]
    fn a_line_is_read_as_it_was_meant() {
        let told = told_in_a_line("Ana Pereira, Harbor Freight, known since 2018", TODAY);
        assert_eq!(told.name.as_deref(), Some("Ana Pereira"));
        assert_eq!(told.organization.as_deref(), Some("Harbor Freight"));
        assert_eq!(told.known_since_on, Some(Some(date(2018, 1, 1))));
        assert_eq!(told.title, None);
    }

    #[test]
    fn every_part_finds_its_place() {
        let told = told_in_a_line(
            "Bo Lind, foreman at Quay 4, Bo@quay.example, linkedin.com/in/bo, +47 22 33 44 55, \
             we worked the night shift together, valued for his calm, likes tea, plays chess",
            TODAY,
        );
        assert_eq!(told.title.as_deref(), Some("foreman"));
        assert_eq!(told.organization.as_deref(), Some("Quay 4"));
        assert_eq!(told.emails.add, ["bo@quay.example"]);
        assert_eq!(told.links.add, ["linkedin.com/in/bo"]);
        assert_eq!(told.phones.add, ["+47 22 33 44 55"]);
        assert_eq!(told.how_known.as_deref(), Some("we worked the night shift together"));
        assert_eq!(told.valued_for.as_deref(), Some("his calm"));
        assert_eq!(told.notes.as_deref(), Some("likes tea, plays chess"));
    }

    #[rstest]
    #[case("Maria Garcia, RN", "Maria Garcia", Some("RN"), None, None)]
    #[case(
        "Maria Garcia, RN, BSN, Riverside Health",
        "Maria Garcia",
        Some("RN"),
        Some("Riverside Health"),
        Some("BSN")
    )]
    #[case("Garcia, Maria, charge nurse at Quay, RN", "Maria Garcia", Some("charge nurse"), Some("Quay"), Some("RN"))]
    fn letters_behind_a_name_are_no_organization(
        #[case] text: &str,
        #[case] name: &str,
        #[case] title: Option<&str>,
        #[case] organization: Option<&str>,
        #[case] notes: Option<&str>,
    ) {
        let told = told_in_a_line(text, TODAY);
        assert_eq!(told.name.as_deref(), Some(name));
        let read = (told.title.as_deref(), told.organization.as_deref(), told.notes.as_deref());
        assert_eq!(read, (title, organization, notes));
    }

    #[rstest]
    #[case("2018", Some(date(2018, 1, 1)))]
    #[case("May 2019", Some(date(2019, 5, 1)))]
    #[case("2019-05", Some(date(2019, 5, 1)))]
    #[case("2019-05-17", Some(date(2019, 5, 17)))]
    #[case("17 May 2019", Some(date(2019, 5, 17)))]
    #[case("2019-13", None)]
    #[case("long ago", None)]
    #[case("", None)]
    fn since_when(#[case] text: &str, #[case] day: Option<Date>) {
        assert_eq!(since(text, TODAY), day);
    }

    #[rstest]
    #[case("")]
    #[case(",,,")]
    #[case("دانا، מִלָּה, 🦊 at 🦊")]
    fn no_line_is_too_odd(#[case] text: &str) {
        told_in_a_line(text, TODAY);
    }
}

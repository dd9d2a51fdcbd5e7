//! Telling something about a person: every value can be set and cleared.
//!
//! Serves the first step. An own word always wins over a file's; cleared, the file's shows again. It refuses an edit that
//! rests on what no longer stands, and an address that somebody else on the list has alone.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, No, Refusal};
use crate::id::PersonId;
use crate::list::duplicates::called::Level;
use crate::list::duplicates::card::Card;
use crate::list::duplicates::proof::is_proof;
use crate::list::duplicates::reach::is_shared;
use crate::list::duplicates::weigh::weigh;
use crate::list::standing::{holder, standing};
use crate::list::{Person, address, written};

/// For how many years two people may have known each other.
const LIFETIME: i64 = 110;

/// What to tell about a person. Nothing is touched unless it is named here; an empty text clears the own word.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PersonEdit {
    /// The name.
    pub name: Option<String>,
    /// E-mail addresses.
    pub emails: ListEdit,
    /// Telephone numbers.
    pub phones: ListEdit,
    /// Links.
    pub links: ListEdit,
    /// The organization.
    pub organization: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// Since when they are known; `Some(None)` clears it.
    pub known_since_on: Option<Option<Date>>,
    /// How they know each other.
    pub how_known: Option<String>,
    /// What the seeker values in them.
    pub valued_for: Option<String>,
    /// Notes.
    pub notes: Option<String>,
}

/// What to do with a list of values: first the whole list, then what is added, then what is taken away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListEdit {
    /// The whole list.
    pub set: Option<Vec<String>>,
    /// Added at the end, once.
    pub add: Vec<String>,
    /// Taken away.
    pub remove: Vec<String>,
}

impl ListEdit {
    /// Adds one value.
    pub fn adding(value: impl Into<String>) -> Self {
        ListEdit { add: vec![value.into()], ..ListEdit::default() }
    }

    /// Whether it touches anything.
    pub fn is_empty(&self) -> bool {
        self.set.is_none() && self.add.is_empty() && self.remove.is_empty()
    }

    /// The list after the edit, each value in its normal form and once.
    ///
    /// # Errors
    /// When a value has no normal form.
    pub fn apply(
        &self,
        values: &[String],
        normal: impl Fn(&str) -> Result<String, Refusal>,
    ) -> Result<Vec<String>, Refusal> {
        let mut kept: Vec<String> = Vec::new();
        let set = self.set.as_deref();
        let typed = set.unwrap_or_default().iter().chain(&self.add);
        let stood = values.iter().filter(|_| set.is_none()).cloned();
        for value in stood.map(Ok).chain(typed.map(|value| normal(value))) {
            let value = value?;
            if !kept.contains(&value) {
                kept.push(value);
            }
        }
        for value in &self.remove {
            let value = normal(value)?;
            kept.retain(|one| *one != value);
        }
        Ok(kept)
    }
}

/// Tells something about a person who is on the list. An edit that changes nothing gives no change.
///
/// `based_on` is the person as they stood when the edit was begun, for instance when a page was opened.
///
/// # Errors
/// `Stale` when a value that the edit touches was changed since then; otherwise when a value cannot be meant, or an
/// address belongs to somebody else on the list.
pub fn edit_person(
    campaign: &Campaign,
    today: Date,
    id: PersonId,
    edit: &PersonEdit,
    based_on: Option<&Person>,
) -> Decision {
    let stands = standing(campaign, id)?;
    if let Some(based_on) = based_on {
        refuse_stale(edit, based_on, stands)?;
    }
    refuse_nameless(campaign, edit, stands)?;
    refuse_recorded(campaign, id, edit)?;
    let edited = edited(campaign, today, stands, edit)?;
    Ok(if edited == *stands { Vec::new() } else { vec![edited.into()] })
}

/// The person after the edit.
pub(crate) fn edited(campaign: &Campaign, today: Date, stands: &Person, edit: &PersonEdit) -> Result<Person, Refusal> {
    let line = |touched: &Option<String>, stood: &Option<String>| match touched {
        Some(text) => written::line(text),
        None => stood.clone(),
    };
    let prose = |touched: &Option<String>, stood: &Option<String>| match touched {
        Some(text) => written::prose(text),
        None => stood.clone(),
    };
    let person = Person {
        name: line(&edit.name, &stands.name),
        emails: edit.emails.apply(&stands.emails, address::needed_email)?,
        phones: edit.phones.apply(&stands.phones, phone)?,
        links: edit.links.apply(&stands.links, address::needed_link)?,
        organization: line(&edit.organization, &stands.organization),
        title: line(&edit.title, &stands.title),
        known_since_on: edit.known_since_on.unwrap_or(stands.known_since_on),
        how_known: line(&edit.how_known, &stands.how_known),
        valued_for: line(&edit.valued_for, &stands.valued_for),
        notes: prose(&edit.notes, &stands.notes),
        ..stands.clone()
    };
    if edit.known_since_on.flatten().is_some_and(|since| since > today) {
        return Err(Refusal::usage(
            "That day is still to come.",
            "Say since when you have known them, for instance 2018.",
        ));
    }
    if edit.known_since_on.flatten().is_some_and(|since| since < today.saturating_sub(LIFETIME.years())) {
        return Err(Refusal::usage(
            "That is longer ago than anybody has known anybody.",
            "Say since when you have known them, for instance 2018.",
        ));
    }
    let new = |address: &&String| !stands.emails.contains(address) && !stands.links.contains(address);
    for address in person.emails.iter().chain(&person.links).filter(new) {
        refuse_taken(campaign, address, &person)?;
    }
    Ok(person)
}

fn phone(typed: &str) -> Result<String, Refusal> {
    written::line(typed).filter(|phone| phone.chars().any(char::is_numeric)).ok_or_else(|| {
        Refusal::usage(
            format!("“{}” does not look like a telephone number.", typed.trim()),
            "Write it as you would dial it.",
        )
    })
}

/// An address of somebody else, unless people share it: a role, a household, the front page of a company.
fn refuse_taken(campaign: &Campaign, address: &str, person: &Person) -> Result<(), Refusal> {
    let id = person.id;
    let mut card = Card::of_told(person);
    campaign.shown(id).records.iter().for_each(|record| card.add_record(record));
    let shares = |other: &PersonId| {
        let weighed = weigh(&card, &Card::of_person(&campaign.shown(*other)), campaign.people.len());
        let is_family = weighed.called.is_some_and(|called| called.family != Level::Different);
        !is_proof(&weighed) && ((weighed.is_household() && is_family) || is_shared(address))
    };
    let Some(other) = holder(campaign, address, Some(id)).filter(|other| !shares(other)) else {
        return Ok(());
    };
    let way_out = if campaign.people.contains_key(&id) {
        format!("If they are one person: `halfhour list merge {other} {id}`.")
    } else {
        format!("To tell more about them: `halfhour list edit {other}`.")
    };
    let name = campaign.name(other);
    Err(Refusal::method(format!("{name} ({other}) already has {address}."), way_out))
}

/// A person must keep a name: an own one that is cleared needs a record's below it.
fn refuse_nameless(campaign: &Campaign, edit: &PersonEdit, stands: &Person) -> Result<(), Refusal> {
    let cleared = edit.name.as_deref().is_some_and(|name| written::line(name).is_none());
    if cleared && campaign.shown(stands.id).records.is_empty() {
        return Err(Refusal::usage(
            "No file tells their name, so it cannot be left empty.",
            "Give the name as you would say it.",
        ));
    }
    Ok(())
}

/// A value of a file stays with the file.
fn refuse_recorded(campaign: &Campaign, id: PersonId, edit: &PersonEdit) -> Result<(), Refusal> {
    let shown = campaign.shown(id);
    for record in &shown.records {
        let emails = edit.emails.remove.iter().filter_map(|email| address::email(email));
        let links = edit.links.remove.iter().filter_map(|link| address::link(link));
        let phones = edit.phones.remove.iter().filter_map(|phone| written::line(phone));
        let held =
            |value: &String| [&record.emails, &record.links, &record.phones].iter().any(|all| all.contains(value));
        if let Some(value) = emails.chain(links).chain(phones).find(held) {
            let source = campaign.sources.get(&record.source);
            let file = source.map_or("a file", |source| source.file.as_str());
            return Err(Refusal::method(
                format!("{value} comes from {file}, so it stays with what that file says."),
                format!("If that row is about somebody else: `halfhour list split {id}`."),
            ));
        }
    }
    Ok(())
}

fn refuse_stale(edit: &PersonEdit, based_on: &Person, stands: &Person) -> Result<(), Refusal> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let day = |value: Option<Date>| value.map_or_else(String::new, |day| day.to_string());
    let list = |values: &Vec<String>| values.join(", ");
    let row = |touched, label, of: &dyn Fn(&Person) -> String| (touched, label, of(based_on), of(stands));
    let fields = [
        row(edit.name.is_some(), "name", &|p| text(&p.name)),
        row(!edit.emails.is_empty(), "e-mail", &|p| list(&p.emails)),
        row(!edit.phones.is_empty(), "phone", &|p| list(&p.phones)),
        row(!edit.links.is_empty(), "links", &|p| list(&p.links)),
        row(edit.organization.is_some(), "organization", &|p| text(&p.organization)),
        row(edit.title.is_some(), "title", &|p| text(&p.title)),
        row(edit.known_since_on.is_some(), "day since which you know them", &|p| day(p.known_since_on)),
        row(edit.how_known.is_some(), "way you know each other", &|p| text(&p.how_known)),
        row(edit.valued_for.is_some(), "line on what you value in them", &|p| text(&p.valued_for)),
        row(edit.notes.is_some(), "notes", &|p| text(&p.notes)),
    ];
    let Some((_, label, _, now)) = fields.into_iter().find(|(touched, _, before, now)| *touched && before != now)
    else {
        return Ok(());
    };
    let now = if now.is_empty() { "It is empty now.".to_owned() } else { format!("It now says “{now}”.") };
    Err(Refusal::new(
        No::Stale,
        format!("The {label} was changed meanwhile. {now}"),
        "Look at it once more, and save again if your words still hold.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::scene::{TODAY, ana, p};
    use jiff::civil::date;
    use rstest::rstest;

    fn titled(title: &str) -> PersonEdit {
        PersonEdit { title: Some(title.into()), ..PersonEdit::default() }
    }

    fn played(edit: &PersonEdit) -> Campaign {
        let mut campaign = ana();
        let changes = edit_person(&campaign, TODAY, p(1), edit, None).unwrap();
        campaign.apply(changes);
        campaign
    }

    #[test]
    fn an_own_word_wins_and_cleared_lets_the_file_speak_again() {
        let mut campaign = played(&titled("Head of planning"));
        assert_eq!(campaign.shown(p(1)).title(), Some("Head of planning"));
        let changes = edit_person(&campaign, TODAY, p(1), &titled(""), None).unwrap();
        campaign.apply(changes);
        assert_eq!(campaign.shown(p(1)).title(), Some("Planner"));
    }

    #[test]
    fn what_changes_nothing_writes_nothing() {
        assert_eq!(edit_person(&ana(), TODAY, p(2), &titled("Foreman"), None), Ok(vec![]));
        assert_eq!(edit_person(&ana(), TODAY, p(2), &PersonEdit::default(), None), Ok(vec![]));
    }

    #[test]
    fn addresses_are_kept_once_and_in_one_form() {
        let edit = PersonEdit {
            emails: ListEdit { add: vec!["A@home.example".into(), "a@HOME.example".into()], ..ListEdit::default() },
            ..PersonEdit::default()
        };
        assert_eq!(played(&edit).people[&p(1)].emails, ["a@home.example"]);
    }

    #[rstest]
    #[case::no_address(PersonEdit { emails: ListEdit::adding("ana at home"), ..PersonEdit::default() }, No::Usage)]
    #[case::no_link(PersonEdit { links: ListEdit::adding("here"), ..PersonEdit::default() }, No::Usage)]
    #[case::no_number(PersonEdit { phones: ListEdit::adding("call me"), ..PersonEdit::default() }, No::Usage)]
    #[case::nameless(PersonEdit { name: Some(" \u{7}".into()), ..PersonEdit::default() }, No::Usage)]
    #[case::to_come(PersonEdit { known_since_on: Some(Some(date(2030, 1, 1))), ..PersonEdit::default() }, No::Usage)]
    #[case::taken(PersonEdit { emails: ListEdit::adding("ana@harbor.example"), ..PersonEdit::default() }, No::Method)]
    fn what_cannot_be_meant_is_refused(#[case] edit: PersonEdit, #[case] kind: No) {
        let refusal = edit_person(&ana(), TODAY, p(2), &edit, None).unwrap_err();
        assert_eq!(refusal.kind, kind, "{refusal}");
    }

    #[rstest]
    #[case::a_household("Bo Pereira", "ana@harbor.example", true)]
    #[case::the_same_person("Ana Costa", "ana@harbor.example", false)]
    #[case::a_mistake("Bo Lind", "ana@harbor.example", false)]
    fn a_household_may_share_an_address(#[case] name: &str, #[case] address: &str, #[case] may: bool) {
        let edit = PersonEdit { name: Some(name.into()), emails: ListEdit::adding(address), ..PersonEdit::default() };
        assert_eq!(edit_person(&ana(), TODAY, p(2), &edit, None).is_ok(), may);
    }

    #[test]
    fn the_one_who_has_the_address_is_named() {
        let edit = PersonEdit { emails: ListEdit::adding("ana@harbor.example"), ..PersonEdit::default() };
        let refusal = edit_person(&ana(), TODAY, p(2), &edit, None).unwrap_err();
        assert_eq!(refusal.message, "Ana Pereira (p1) already has ana@harbor.example.");
        assert_eq!(refusal.hint, "If they are one person: `halfhour list merge p1 p2`.");
    }

    #[test]
    fn a_value_of_a_file_stays_with_the_file() {
        let edit = PersonEdit {
            emails: ListEdit { remove: vec!["ana@harbor.example".into()], ..ListEdit::default() },
            ..PersonEdit::default()
        };
        let refusal = edit_person(&ana(), TODAY, p(1), &edit, None).unwrap_err();
        assert!(refusal.message.contains("Connections.csv"), "{refusal}");
    }

    #[test]
    fn an_edit_on_what_no_longer_stands_shows_what_does() {
        let campaign = ana();
        let before = Person { title: Some("Clerk".into()), ..campaign.people[&p(2)].clone() };
        let refusal = edit_person(&campaign, TODAY, p(2), &titled("Captain"), Some(&before)).unwrap_err();
        assert_eq!(refusal.kind, No::Stale);
        assert_eq!(refusal.message, "The title was changed meanwhile. It now says “Foreman”.");
    }

    #[test]
    fn an_edit_elsewhere_is_no_hindrance() {
        let campaign = ana();
        let before = Person { notes: Some("old".into()), ..campaign.people[&p(2)].clone() };
        assert!(edit_person(&campaign, TODAY, p(2), &titled("Captain"), Some(&before)).is_ok());
    }

    #[test]
    fn nobody_cannot_be_edited() {
        let refusal = edit_person(&ana(), TODAY, p(9), &titled("x"), None).unwrap_err();
        assert_eq!(refusal.kind, No::Unknown);
    }
}

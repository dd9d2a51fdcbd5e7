//! What was told about a person, as a form: values, words and marks. Serves the list.
//!
//! An own word wins over a file's; an empty field lets the file's word show again, which stands in it as a hint.

use jiff::civil::Date;
use maud::{Markup, html};
use method::change::Refusal;
use method::day::{Toward, plus_days};
use method::follow_through::later::FARTHEST;
use method::list::Person;
use method::list::edit::{ListEdit, PersonEdit};
use method::list::line::since;
use method::list::mark::Marks;
use method::list::portrait::Portrait;

use super::form;
use crate::error::Trouble;
use crate::visit::Visit;

/// The form. After a refusal it shows what was typed.
pub fn fields(visit: &Visit, one: &Portrait) -> Markup {
    let told = &one.told;
    let held =
        |name: &str, stood: &str| if visit.form.is_empty() { stood.to_owned() } else { visit.field(name).to_owned() };
    let text = |name: &str, stood: &Option<String>| held(name, stood.as_deref().unwrap_or_default());
    html! {
        (form::seen(told))
        div.pair {
            (value("name", "Name", &text("name", &told.name), from_files(one, "name")))
            (value("organization", "Organization", &text("organization", &told.organization), from_files(one, "organization")))
            (value("title", "Title", &text("title", &told.title), from_files(one, "title")))
            (form::line("known_since", "Known since", "", &held("known_since", &told.known_since_on.map(year).unwrap_or_default())))
            (value("emails", "E-mail", &held("emails", &told.emails.join(", ")), from_files(one, "email")))
            (value("phones", "Phone", &held("phones", &told.phones.join(", ")), from_files(one, "phone")))
        }
        (value("links", "Pages about them", &held("links", &told.links.join(", ")), from_files(one, "link")))
        (form::line("how_known", "How you know each other", "For instance: we worked the night shift together", &text("how_known", &told.how_known)))
        (form::line("valued_for", "What you value in them", "For instance: how calmly you run things. It becomes part of the ask.", &text("valued_for", &told.valued_for)))
        (form::lines("notes", "Notes", "", &text("notes", &told.notes)))
        (marks(visit, told))
    }
}

fn marks(visit: &Visit, told: &Person) -> Markup {
    let ticked = |name: &str, stood: bool| if visit.form.is_empty() { stood } else { visit.ticked(name) };
    let not_before = told.not_before_on.map(|day| day.to_string()).unwrap_or_default();
    let not_before = if visit.form.is_empty() { not_before } else { visit.field("not_before").to_owned() };
    html! {
        fieldset {
            legend { "Marks" }
            (form::tick("respected", "I know and respect them", ticked("respected", told.respected)))
            (form::tick("close", "We are close", ticked("close", told.close)))
            (form::tick("set_aside", "Never suggest them", ticked("set_aside", told.set_aside)))
            (form::tick("released", "They may know of my search, although they work where I do", ticked("released", told.released)))
            div.field.day {
                label for="not_before" { "Do not suggest them before" }
                input #not_before type="date" name="not_before" value=(not_before) max=(plus_days(visit.today, FARTHEST));
            }
        }
    }
}

fn value(name: &str, label: &str, told: &str, from_file: Option<&str>) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            input #(name) type="text" name=(name) value=(told) placeholder=[from_file] dir="auto" autocomplete="off";
        }
    }
}

fn from_files<'a>(one: &'a Portrait, field: &str) -> Option<&'a str> {
    let value = one.values.iter().find(|value| value.field == field && value.from.is_some());
    value.map(|value| value.value.as_str())
}

/// A first of January is how a year alone is kept.
fn year(day: Date) -> String {
    if day.day_of_year() == 1 { day.year().to_string() } else { day.to_string() }
}

/// Reads what is told.
///
/// # Errors
/// When since when they are known is no time.
pub fn told(visit: &Visit) -> Result<PersonEdit, Trouble> {
    let text = |name: &str| Some(visit.field(name).to_owned());
    let list = |name: &str| {
        let all = visit.field(name).split([',', ';', '\n']).map(str::trim).filter(|one| !one.is_empty());
        ListEdit { set: Some(all.map(str::to_owned).collect()), ..ListEdit::default() }
    };
    let known_since_on = match visit.field("known_since") {
        "" => None,
        when => Some(since(when, visit.today).ok_or_else(|| {
            Refusal::usage(
                format!("“{when}” is not a time."),
                "Write a year, a month or a day: 2018, May 2018 or 2018-05-14.",
            )
        })?),
    };
    Ok(PersonEdit {
        name: text("name"),
        emails: list("emails"),
        phones: list("phones"),
        links: list("links"),
        organization: text("organization"),
        title: text("title"),
        known_since_on: Some(known_since_on),
        how_known: text("how_known"),
        valued_for: text("valued_for"),
        notes: text("notes"),
    })
}

/// Reads the marks.
///
/// # Errors
/// When a day is no day.
pub fn marked(visit: &Visit) -> Result<Marks, Trouble> {
    let not_before =
        if visit.field("not_before").is_empty() { None } else { Some(visit.day("not_before", Toward::Future)?) };
    Ok(Marks {
        respected: Some(visit.ticked("respected")),
        close: Some(visit.ticked("close")),
        set_aside: Some(visit.ticked("set_aside")),
        released: Some(visit.ticked("released")),
        not_before_on: Some(not_before),
    })
}

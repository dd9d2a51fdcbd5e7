//! `list add`, `list edit` and `list mark`: what you tell about people.

use std::process::ExitCode;

use clap::Args;
use method::campaign::PersonRef;
use method::change::{Change, Fact};
use method::list::add::{add_person, doubts};
use method::list::edit::{ListEdit, PersonEdit, edit_person};
use method::list::line::{since, told_in_a_line};
use method::list::mark::{Marks, mark_person};
use serde::Serialize;
use store::{Scope, Step};

use crate::args::Who;
use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::Text;

/// What can be told. An empty value takes your own word back, so that what a file says shows again.
#[derive(Debug, Args)]
struct Words {
    /// An e-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Vec<String>,
    /// A telephone number
    #[arg(long, value_name = "NUMBER")]
    phone: Vec<String>,
    /// A link to a page about them
    #[arg(long, value_name = "LINK")]
    link: Vec<String>,
    /// Where they work
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// What they do there
    #[arg(long)]
    title: Option<String>,
    /// Since when you know each other: a year, a month or a day
    #[arg(long, value_name = "WHEN")]
    known_since: Option<String>,
    /// How you know each other, as you would say it to them: "we worked the night shift together"
    #[arg(long, value_name = "TEXT")]
    how_known: Option<String>,
    /// What you value in them, as you would say it to them: "how calmly you run things"
    #[arg(long, value_name = "TEXT")]
    valued_for: Option<String>,
    /// Whatever else you want to remember
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
}

impl Words {
    /// Lays these words over what was told in a line.
    fn over(&self, door: &Door, told: PersonEdit) -> Result<PersonEdit, Failure> {
        let known_since_on = match self.known_since.as_deref() {
            None => told.known_since_on,
            Some("") => Some(None),
            Some(text) => Some(Some(since(text, door.today).ok_or_else(|| unclear_since(text))?)),
        };
        Ok(PersonEdit {
            name: told.name,
            emails: adding(told.emails, &self.email),
            phones: adding(told.phones, &self.phone),
            links: adding(told.links, &self.link),
            organization: self.organization.clone().or(told.organization),
            title: self.title.clone().or(told.title),
            known_since_on,
            how_known: self.how_known.clone().or(told.how_known),
            valued_for: self.valued_for.clone().or(told.valued_for),
            notes: self.notes.clone().or(told.notes),
        })
    }
}

/// Adds values to a list; an empty value empties it first.
fn adding(mut list: ListEdit, values: &[String]) -> ListEdit {
    if values.iter().any(String::is_empty) {
        list.set = Some(Vec::new());
    }
    list.add.extend(values.iter().filter(|value| !value.is_empty()).cloned());
    list
}

fn unclear_since(text: &str) -> Failure {
    Failure::usage(format!("`{text}` is not a time."), "Write a year, a month or a day: 2018, May 2018 or 2018-05-14.")
}

/// Adds a person.
#[derive(Debug, Args)]
pub struct AddWish {
    /// A name, or a line such as "Ana Pereira, Harbor Freight, known since 2018"
    #[arg(value_name = "NAME", required = true, num_args = 1..)]
    line: Vec<String>,
    #[command(flatten)]
    words: Words,
    /// You know and respect them
    #[arg(long)]
    respected: bool,
    /// You are close
    #[arg(long)]
    close: bool,
}

/// Adds a person, marks included, in one step.
pub fn add(door: &Door, wish: &AddWish) -> Result<ExitCode, Failure> {
    let told = wish.words.over(door, told_in_a_line(&wish.line.join(" "), door.today))?;
    let changed = door.change(Scope::Everyone, |campaign, ids| {
        let mut changes = add_person(campaign, ids, door.today, &told)?;
        for change in &mut changes {
            if let Change::Write(Fact::Person(person)) = change {
                person.respected |= wish.respected;
                person.close |= wish.close;
            }
        }
        Ok(changes)
    })?;
    let campaign = door.read(Scope::Everyone)?;
    let person = changed.changes.iter().find_map(|change| match change {
        Change::Write(Fact::Person(person)) => Some(campaign.person_ref(person.id)),
        _ => None,
    });
    let in_a_line = wish.words.organization.is_none();
    let doubts = person.iter().flat_map(|person| doubts(&campaign, person.id, in_a_line)).collect();
    door.show(&Added { step: door.step(changed.step)?, person, doubts })
}

/// Who was added.
#[derive(Debug, Serialize)]
struct Added {
    step: Option<Step>,
    person: Option<PersonRef>,
    /// What may have been meant otherwise.
    #[serde(skip)]
    doubts: Vec<String>,
}

impl Show for Added {
    fn show(&self, text: &mut Text) {
        let Some(person) = &self.person else { return };
        text.line(format!("Added {} ({}).", person.name, person.id));
        self.doubts.iter().for_each(|doubt| text.muted(doubt));
    }
}

/// Tells something about a person.
#[derive(Debug, Args)]
pub struct EditWish {
    #[command(flatten)]
    who: Who,
    /// The name
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    words: Words,
}

/// Edits a person.
pub fn edit(door: &Door, wish: &EditWish) -> Result<ExitCode, Failure> {
    let edit = PersonEdit { name: wish.name.clone(), ..wish.words.over(door, PersonEdit::default())? };
    if edit == PersonEdit::default() {
        return Err(Failure::usage(
            "There is nothing to change in that.",
            "Say what, for instance: `halfhour list edit PERSON --title \"Head of Training\"`",
        ));
    }
    let (_, person) = door.read_person(&wish.who)?;
    door.change_and_tell(Scope::Everyone, |campaign, _| edit_person(campaign, door.today, person, &edit, None))
}

/// Marks a person.
#[derive(Debug, Args)]
pub struct MarkWish {
    #[command(flatten)]
    who: Who,
    /// You know and respect them
    #[arg(long, overrides_with = "no_respected")]
    respected: bool,
    /// Take that mark off
    #[arg(long)]
    no_respected: bool,
    /// You are close
    #[arg(long, overrides_with = "no_close")]
    close: bool,
    /// Take that mark off
    #[arg(long)]
    no_close: bool,
    /// Never suggest them
    #[arg(long, overrides_with = "no_set_aside")]
    set_aside: bool,
    /// Suggest them again
    #[arg(long)]
    no_set_aside: bool,
    /// Suggest them although they work where you work
    #[arg(long, overrides_with = "no_released")]
    released: bool,
    /// Hold them back again
    #[arg(long)]
    no_released: bool,
    /// Do not suggest them before this day; an empty value takes that off
    #[arg(long, value_name = "DAY")]
    not_before: Option<String>,
}

/// Marks a person.
pub fn mark(door: &Door, wish: &MarkWish) -> Result<ExitCode, Failure> {
    let marks = Marks {
        respected: either(wish.respected, wish.no_respected),
        close: either(wish.close, wish.no_close),
        set_aside: either(wish.set_aside, wish.no_set_aside),
        released: either(wish.released, wish.no_released),
        not_before_on: match wish.not_before.as_deref() {
            None => None,
            Some("") => Some(None),
            Some(text) => Some(Some(door.day_ahead(text)?)),
        },
    };
    if marks == Marks::default() {
        return Err(Failure::usage(
            "No mark was named.",
            "Name one: --respected, --close, --set-aside, --released or --not-before DAY.",
        ));
    }
    let (_, person) = door.read_person(&wish.who)?;
    door.change_and_tell(Scope::Everyone, |campaign, _| mark_person(campaign, person, marks))
}

fn either(on: bool, off: bool) -> Option<bool> {
    (on || off).then_some(on)
}

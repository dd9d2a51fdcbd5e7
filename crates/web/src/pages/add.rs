//! Adding people by typing: one line or many, each as one would jot it down. Serves the list.

use std::cell::RefCell;

use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::{Change, Decision, Fact};
use method::id::Ids;
use method::list::add::{add_person, doubts};
use method::list::line::told_in_a_line;
use method::list::lines::each_line;
use method::list::mark::{Marks, mark_person};
use store::{Changed, Scope};

use super::parts::form;
use crate::error::Trouble;
use crate::visit::{Answer, Visit};

/// How many people are pointed out at once.
const DOUBTFUL: usize = 5;

/// The page.
pub fn show(visit: &Visit) -> Answer {
    visit.page("Add people", page(&html! {}, "", true))
}

fn page(refused: &Markup, lines: &str, respected: bool) -> Markup {
    html! {
        h1 { "Add people" }
        p.intro { "One line for each, as you would jot it down. Only the name is needed." }
        (refused)
        form.stack method="post" action="/add" {
            (form::once())
            (form::lines("people", "Who", "Ana Pereira, Harbor Freight, known since 2018, ana@example.org", lines))
            (form::tick("respected", "I know and respect them", respected))
            p { button.btn.first { "Add" } }
        }
    }
}

/// The same for one name, within another page.
pub fn one_line(back: &str) -> Markup {
    name_it(back, true)
}

/// The same where something else is the obvious next action.
pub fn one_line_aside(back: &str) -> Markup {
    name_it(back, false)
}

fn name_it(back: &str, is_first: bool) -> Markup {
    html! {
        form.one-line method="post" action="/add" {
            (form::once())
            (form::back(back))
            input type="hidden" name="respected" value="yes";
            label.sr for="people" { "A name, and where they work" }
            input #people type="text" name="people" placeholder="Ana Pereira, Harbor Freight" autocomplete="off" dir="auto" required;
            button.btn.first[is_first] { "Add" }
        }
    }
}

/// Adds them, all or none, and once.
pub fn add(visit: &Visit) -> Answer {
    visit.once(|| taken(visit))
}

fn taken(visit: &Visit) -> Answer {
    let (text, respected) = (visit.field("people"), visit.ticked("respected"));
    let line = RefCell::new(String::new());
    let changed = visit.change(Scope::Ties, |campaign, ids| {
        let lines = each_line(campaign, text, |so_far, told| one(so_far, ids, visit, told, respected));
        if let Some(unread) = lines.unread.into_iter().next() {
            line.replace(unread.line);
            return Err(unread.no);
        }
        if lines.read == 0 { one(campaign, ids, visit, "", respected) } else { Ok(lines.changes) }
    });
    match changed {
        Ok(changed) => visit.done(&looked_at(visit, &changed)?, changed.step),
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
            let about = line.take();
            let message = if about.is_empty() || !text.contains('\n') {
                trouble.message()
            } else {
                format!("{about}: {}", trouble.message())
            };
            let refused = form::refused(&message, &trouble.hint());
            visit.page_again(&trouble, "Add people", page(&refused, text, respected))
        }
        Err(trouble) => Err(trouble),
    }
}

/// The page to go on to, which also says of whom something may have been meant otherwise.
fn looked_at(visit: &Visit, changed: &Changed) -> Result<String, Trouble> {
    let campaign = visit.campaign()?;
    let added = changed.changes.iter().filter_map(|change| match change {
        Change::Write(Fact::Person(person)) => Some(person.id),
        _ => None,
    });
    let doubtful = added.filter(|id| !doubts(&campaign, *id, true).is_empty()).take(DOUBTFUL);
    let doubtful: Vec<String> = doubtful.map(|id| id.to_string()).collect();
    let back = visit.back("/add");
    Ok(if doubtful.is_empty() { back } else { format!("{back}?look={}", doubtful.join("-")) })
}

/// What may have been meant otherwise of those who were just added, as the address names them.
pub fn to_look_at(visit: &Visit) -> Vec<String> {
    let named = visit.query("look").split('-').take(DOUBTFUL).filter_map(|id| id.parse().ok());
    let Ok(campaign) = visit.campaign() else { return Vec::new() };
    let here = named.filter(|id| campaign.people.contains_key(id));
    here.flat_map(|id| doubts(&campaign, id, true)).collect()
}

/// One person, marked when they are respected.
fn one(campaign: &Campaign, ids: &Ids, visit: &Visit, told: &str, respected: bool) -> Decision {
    let mut changes = add_person(campaign, ids, visit.today, &told_in_a_line(told, visit.today))?;
    let added = changes.iter().find_map(|change| match change {
        Change::Write(Fact::Person(person)) => Some(person.id),
        _ => None,
    });
    if let Some(person) = added.filter(|_| respected) {
        // The mark asks for nobody else, so the list is not copied for it.
        let mut alone = Campaign::default();
        alone.apply(changes.iter().cloned());
        let marks = Marks { respected: Some(true), ..Marks::default() };
        changes = mark_person(&alone, person, marks)?;
    }
    Ok(changes)
}

//! Promises outside of a conversation: noted when they are made, worded otherwise when they change. Serves conversation and
//! following through (row M11). What became of one is said wherever it stands.

use maud::{Markup, html};
use method::conversation::promise::{Promise, add_commitment, edit_commitment};
use method::conversation::{Commitment, Side};
use method::day::{Toward, plus_days};
use method::id::{CommitmentId, PersonId};
use store::Scope;

use super::parts::{form, person};
use crate::error::Trouble;
use crate::visit::{Answer, Visit};

/// A form that notes one more promise with this person.
pub fn one_more(visit: &Visit, person: PersonId) -> Markup {
    html! {
        details.otherwise {
            summary { "Note a promise" }
            form.stack.debrief method="post" action={ (person::page(person)) "/promises" } {
                (form::once())
                div.row {
                    label.tick { input type="radio" name="side" value=(Side::Mine.word()) checked; span { "You promised" } }
                    label.tick { input type="radio" name="side" value=(Side::Theirs.word()); span { "They promised" } }
                }
                (words(visit, "new", "", ""))
                p { button.btn { "Note it" } }
            }
        }
    }
}

/// A form that words a promise otherwise.
pub fn otherwise(visit: &Visit, promise: &Commitment, back: &str) -> Markup {
    let due = promise.due_on.map(|day| day.to_string()).unwrap_or_default();
    html! {
        details.otherwise {
            summary aria-label={ "Change the promise: " (promise.text) } { "Change" }
            (wording(visit, promise, back, &promise.text, &due))
        }
    }
}

fn wording(visit: &Visit, promise: &Commitment, back: &str, text: &str, due: &str) -> Markup {
    html! {
        form.debrief method="post" action={ "/promises/" (promise.id) "/edit" } {
            (form::back(back))
            (form::seen(promise))
            (words(visit, &promise.id.to_string(), text, due))
            p { button.btn { "Save" } }
        }
    }
}

fn words(visit: &Visit, id: &str, text: &str, due: &str) -> Markup {
    html! {
        div.line.promise {
            div {
                label for={ "text-" (id) } { "What" }
                input id={ "text-" (id) } type="text" name="text" required value=(text) placeholder="send the outline" autocomplete="off" dir="auto";
            }
            div.by {
                label for={ "due-" (id) } { "By " span.muted { "(if a day was named)" } }
                input id={ "due-" (id) } type="date" name="due" value=(due) max=(plus_days(visit.today, 3650));
            }
        }
    }
}

fn promise(visit: &Visit) -> Result<Promise, Trouble> {
    let due_on = if visit.field("due").is_empty() { None } else { Some(visit.day("due", Toward::Future)?) };
    Ok(Promise { text: visit.field("text").to_owned(), due_on })
}

/// Notes it, once.
pub fn add(visit: &Visit) -> Answer {
    visit.once(|| noted(visit))
}

fn noted(visit: &Visit) -> Answer {
    let (id, promise): (PersonId, Promise) = (visit.part("person")?, promise(visit)?);
    let side = Side::from_word(visit.field("side")).ok_or(Trouble::Unreadable)?;
    let changed = visit.change(Scope::Everyone, |campaign, ids| {
        add_commitment(campaign, ids, visit.today, id, side, &promise, None)
    })?;
    visit.done(&person::page(id), changed.step)
}

/// Words it otherwise.
pub fn edit(visit: &Visit) -> Answer {
    let (id, promise): (CommitmentId, Promise) = (visit.part("promise")?, promise(visit)?);
    let changed = visit.change(Scope::Told, |campaign, _| match campaign.commitments.get(&id) {
        Some(stands) => visit.unless_changed(stands, || edit_commitment(campaign, id, &promise)),
        None => edit_commitment(campaign, id, &promise),
    });
    let stands = visit.campaign()?.commitments.get(&id).cloned();
    match (changed, stands) {
        (Ok(changed), _) => visit.done(&visit.back("/"), changed.step),
        (Err(trouble @ Trouble::Campaign(store::Error::Refused(_))), Some(stands)) => again(visit, &stands, &trouble),
        (Err(trouble), _) => Err(trouble),
    }
}

/// The promise alone, with the words that were typed and what stands now.
fn again(visit: &Visit, stands: &Commitment, trouble: &Trouble) -> Answer {
    const TITLE: &str = "Change the promise";
    let due = stands.due_on.map(|day| day.to_string()).unwrap_or_default();
    let now = vec![("What", "text", stands.text.clone()), ("By", "due", due)];
    let body = html! {
        h1 { (TITLE) }
        (form::not_taken(visit, trouble, &now))
        (wording(visit, stands, &visit.back("/"), visit.field("text"), visit.field("due")))
    };
    visit.page_again(trouble, TITLE, body)
}

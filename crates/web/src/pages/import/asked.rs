//! What only the seeker can say of their files: which addresses are theirs, and what the columns of a table are. Serves the
//! list. The files are not sent a second time.

use formats::Map;
use maud::{Markup, html};
use method::change::Refusal;
use method::list::address;
use method::list::edit::ListEdit;
use method::list::import::account::Account;
use method::seeker::edit::{SeekerEdit, edit_seeker};
use store::Scope;

use super::columns;
use crate::error::Trouble;
use crate::jobs::{Asks, Job, Wish};
use crate::pages::parts::form;
use crate::visit::Visit;

/// The question, with what was typed. `why` is what the files lack, and the way out.
pub fn page(visit: &Visit, job: &Job, why: (&str, &str), asks: &Asks, no: &Markup) -> Markup {
    let (title, body) = match asks {
        Asks::Columns(columns) => ("What does this table hold?", columns::to_choose(columns)),
        _ => ("Which addresses are yours?", addresses(visit)),
    };
    html! {
        h1 { (title) }
        p.intro { bdi { (why.0) } " " (why.1) }
        (no)
        form.stack method="post" action={ "/import/" (job.id) } {
            (body)
            div.row {
                button.btn.first name="do" value=(if job.wish.look_only { "look" } else { "bring" }) { "Go on" }
                @if job.wish.welcome { a.btn.quiet href="/welcome/people" { "Go on without" } }
                @else { a.btn.quiet href="/import" { "Choose other files" } }
            }
        }
    }
}

fn addresses(visit: &Visit) -> Markup {
    let help = "All that you write mail from or are invited at, with spaces between them.";
    html! {
        (form::line("me", "Your e-mail addresses", help, visit.field("me")))
        (form::tick("remember", "Remember them for the next time", visit.form.is_empty() || visit.ticked("remember")))
    }
}

/// The same question where mail was read and little of it counts, so that an address may be missing.
pub fn other_addresses(account: &Account, here: &str, goes_on: &str) -> Markup {
    let mail: Vec<_> = account.sources.iter().filter_map(|source| source.messages).collect();
    let (counted, skipped) =
        mail.iter().fold((0, 0), |(counted, skipped), one| (counted + one.counted, skipped + one.skipped));
    html! {
        @if skipped > counted {
            details.also {
                summary { "Do you have other addresses?" }
                p.muted { "Much of it was passed over. If some of it was written or accepted from another address of yours, name that; nothing is sent again." }
                form.stack method="post" action=(here) {
                    (form::line("me", "Your other e-mail addresses", "With spaces between them.", ""))
                    (form::tick("remember", "Remember them for the next time", true))
                    p { button.btn name="do" value=(goes_on) { "Read it again" } }
                }
            }
        }
    }
}

/// The wish with what was answered. Addresses that are to be remembered are written first, as a step of their own.
///
/// # Errors
/// When what was typed is no address, or no column is a name.
pub fn answered(visit: &Visit, wish: Wish) -> Result<Wish, Trouble> {
    let mut wish = wish;
    if visit.ticked("me") {
        wish.me.extend(own_addresses(visit)?);
        wish.me.dedup();
    }
    let columns = visit.fields(columns::FIELD);
    if !columns.is_empty() {
        wish.map = Map::parse(&columns).map_err(|no| Refusal::usage(format!("{no}."), "Choose it from the list."))?;
        refuse_nameless(&wish.map)?;
    }
    for (file, columns) in columns::of_each(visit) {
        let map = Map::parse(&columns).map_err(|no| Refusal::usage(format!("{no}."), "Choose it from the list."))?;
        refuse_nameless(&map)?;
        wish.maps.insert(file, map);
    }
    Ok(wish)
}

fn refuse_nameless(map: &Map) -> Result<(), Refusal> {
    let hint = "Say which column holds the name, whole or in parts.";
    let no = || Refusal::usage("No column is a name, so nobody could be named.", hint);
    if map.names_somebody() { Ok(()) } else { Err(no()) }
}

fn own_addresses(visit: &Visit) -> Result<Vec<String>, Trouble> {
    let typed = visit.field("me").split([' ', ',', ';', '\n', '\t']).filter(|word| !word.is_empty());
    let addresses = typed.map(address::needed_email).collect::<Result<Vec<String>, Refusal>>()?;
    if addresses.is_empty() {
        return Err(Refusal::usage("No address was named.", "For instance: you@example.com").into());
    }
    if visit.ticked("remember") {
        let edit = ListEdit { add: addresses.clone(), ..ListEdit::default() };
        let edit = SeekerEdit { addresses: edit, ..SeekerEdit::default() };
        visit.change(Scope::Told, |campaign, _| edit_seeker(campaign, &edit))?;
    }
    Ok(addresses)
}

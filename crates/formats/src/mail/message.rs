//! What one message tells: who wrote to whom on which day. Or why it tells nothing.
//!
//! Serves mailboxes. It refuses lists, machines and shared mailboxes, mail that is not the seeker's, and drafts, each
//! with its reason.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::day::day;
use super::decode::{Party, parties};
use super::headers::Headers;
use crate::ledger::{Ledger, Way, is_person};

/// A letter to more people than this is a circular.
const MOST_RECIPIENTS: usize = 50;

/// Why a message does not count.
enum Left {
    /// It could be read.
    Skipped(&'static str),
    /// It could not.
    Rejected(&'static str),
}

use Left::{Rejected, Skipped};

/// Takes up one message. `envelope` is the day in the line before its header, `at` its number and its line.
pub(crate) fn take(ledger: &mut Ledger, headers: &Headers, envelope: Option<Date>, at: (u32, u32)) {
    for field in headers.all() {
        ledger.mark(field);
    }
    match letter(ledger, headers, envelope) {
        Ok(()) => ledger.count(),
        Err(Skipped(reason)) => ledger.skip(reason),
        Err(Rejected(reason)) => ledger.reject(at.0, at.1, reason),
    }
}

fn letter(ledger: &mut Ledger, headers: &Headers, envelope: Option<Date>) -> Result<(), Left> {
    if !headers.any {
        return Err(Rejected("It has no header."));
    }
    let is_first = match headers.field("message-id").trim_ascii() {
        [] => ledger.is_first(&[headers.field("from"), headers.field("date"), headers.field("to")].concat()),
        id => ledger.is_first(id),
    };
    if !is_first {
        return Err(Skipped("the same message again"));
    }
    not_by_a_person(ledger, headers)?;
    let mut from = parties(headers.field("from"));
    if from.is_empty() {
        from = parties(headers.field("sender"));
    }
    let from = from.into_iter().next().ok_or(Rejected("From names nobody."))?;
    let mut to = parties(headers.field("to"));
    to.extend(parties(headers.field("cc")));
    let sent = ledger.is_own(&from.address);
    let is_mine = to.iter().filter(|party| ledger.is_own(&party.address)).count() > 0;
    if !sent && !is_mine {
        return Err(Skipped("none of your addresses stands in it"));
    }
    if !sent && !is_person(&from.address) {
        return Err(Skipped("from a machine or a shared mailbox"));
    }
    to.retain(|party| is_person(&party.address) && !ledger.is_own(&party.address));
    to.sort_by(|a, b| (&a.address, &a.name).cmp(&(&b.address, &b.name)));
    to.dedup_by(|a, b| a.address == b.address);
    write_down(ledger, headers, envelope, sent, &from, &to)
}

/// The day, then who wrote to whom, then who may know whom.
fn write_down(
    ledger: &mut Ledger,
    headers: &Headers,
    envelope: Option<Date>,
    sent: bool,
    from: &Party,
    to: &[Party],
) -> Result<(), Left> {
    if sent && to.is_empty() {
        return Err(Skipped("to nobody but yourself, lists and shared mailboxes"));
    }
    if sent && to.len() > MOST_RECIPIENTS {
        return Err(Skipped("to more than fifty people at once"));
    }
    let on = written_on(headers, envelope, ledger.today)?;
    for party in to.iter().filter(|_| sent) {
        ledger.exchange(party, on, Way::Sent);
    }
    let mut others: BTreeSet<&str> = to.iter().map(|party| party.address.as_str()).collect();
    if !sent {
        ledger.exchange(from, on, Way::Received);
        ledger.name(from, on);
        others.insert(&from.address);
    }
    to.iter().for_each(|party| ledger.name(party, on));
    ledger.together(&others, on);
    Ok(())
}

/// The day in `Date`, else the day on which the last server received it, else that of the line before the header. A day
/// after tomorrow comes from a wrong clock; tomorrow it may be already where the writer is.
fn written_on(headers: &Headers, envelope: Option<Date>, today: Date) -> Result<Date, Left> {
    let text = |name: &str| String::from_utf8_lossy(headers.field(name)).into_owned();
    let received = || day(text("received").rsplit_once(';')?.1);
    let days = [day(&text("date")), received(), envelope];
    let latest = today.tomorrow().unwrap_or(today);
    match days.iter().flatten().find(|day| **day <= latest) {
        Some(day) => Ok(*day),
        None if days.iter().flatten().next().is_some() => Err(Rejected("It is dated later than tomorrow.")),
        None => Err(Rejected("It has no date that can be read.")),
    }
}

/// Lists, machines, and what was never sent or thrown away.
fn not_by_a_person(ledger: &mut Ledger, headers: &Headers) -> Result<(), Left> {
    let is_list = ["list-id", "list-post", "list-unsubscribe"].iter().any(|name| !headers.field(name).is_empty());
    if is_list || matches!(headers.word("precedence").as_str(), "list" | "bulk" | "junk") {
        list_addresses(headers).into_iter().for_each(|address| ledger.note_list(address));
        return Err(Skipped("mail of a list or to many"));
    }
    let automatic = headers.word("auto-submitted");
    if !matches!(automatic.as_str(), "" | "no") || headers.word("precedence") == "auto_reply" {
        return Err(Skipped("written by a machine"));
    }
    let labels = headers.word("x-gmail-labels");
    let labelled = |label: &str| labels.split(',').any(|one| one.trim() == label);
    if labelled("spam") || labelled("trash") {
        return Err(Skipped("spam, or thrown away"));
    }
    if labelled("drafts") || labelled("draft") {
        return Err(Skipped("a draft that was never sent"));
    }
    let status = u32::from_str_radix(&headers.word("x-mozilla-status"), 16).unwrap_or(0);
    if status & 0x0008 != 0 {
        return Err(Skipped("spam, or thrown away"));
    }
    Ok(())
}

/// Where letters to the list are sent: `<mailto:choir@lists.example.org>`, `<choir.lists.example.org>`.
fn list_addresses(headers: &Headers) -> Vec<String> {
    let inside = |text: &str| Some(text.rsplit_once('<')?.1.split('>').next()?.to_owned());
    let post = inside(&headers.word("list-post"));
    let id = inside(&headers.word("list-id")).map(|id| id.replacen('.', "@", 1));
    let addresses = post.into_iter().chain(id);
    addresses.filter_map(|address| method::list::address::email(address.split('?').next()?)).collect()
}

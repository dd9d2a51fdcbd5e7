//! Calendars: with whom the seeker met, and on which days.
//!
//! Serves the list. Events pass one by one; of each only what says who and when is kept while it is looked at. It refuses
//! to know what an event was about, and takes nothing for a meeting that has no other people in it.

mod event;
mod text;

use std::collections::{BTreeSet, HashMap};
use std::io;

use jiff::civil::Date;

use self::event::{Event, Series};
use self::text::{EventText, Texts};
use crate::ledger::{Ledger, Way, is_person};
use crate::mail::decode::Party;
use crate::streams::Stream;
use crate::window::Window;

/// The importer.
pub(crate) const STREAM: Stream = Stream { kind: "calendar", title: "calendar", recognise, read };

/// The most events that wait for others of their series.
const MOST_WAITING: usize = 20_000;

/// In a meeting of more people than this nobody meets anybody.
const MOST_PEOPLE: usize = 50;

fn recognise(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    start.get(..15).is_some_and(|start| start.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"))
}

fn read(window: &mut Window<'_>, ledger: &mut Ledger) -> io::Result<()> {
    let today = ledger.today;
    let mut texts = Texts::default();
    let mut series: HashMap<String, Vec<EventText>> = HashMap::new();
    let mut waiting = 0;
    while let Some(mut one) = texts.next_event(window)? {
        one.place = ledger.begin();
        ledger.mark(one.text.as_bytes());
        if !one.ended {
            ledger.reject(one.place, one.line, "The event breaks off before its end.");
            continue;
        }
        // Exceptions from a series may stand anywhere: they wait for it, and it waits for them.
        match one.series().filter(|_| waiting < MOST_WAITING) {
            Some(uid) => {
                waiting += 1;
                series.entry(uid).or_default().push(one);
            }
            None => take(ledger, today, &[one], &texts),
        }
    }
    let mut series: Vec<Vec<EventText>> = series.into_values().collect();
    series.sort_by_key(|events| events.first().map(|first| first.place));
    series.iter().for_each(|events| take(ledger, today, events, &texts));
    Ok(())
}

/// Takes up one event, or all of one series.
fn take(ledger: &mut Ledger, today: Date, events: &[EventText], texts: &Texts) {
    let Some(series) = Series::read(events, texts, today) else {
        for one in events {
            ledger.reject(one.place, one.line, "The event cannot be read.");
        }
        return;
    };
    for (one, event) in events.iter().zip(&series.events) {
        match meeting(ledger, event) {
            Ok(others) => {
                event.notes.iter().for_each(|note| ledger.note(one.place, one.line, note));
                write_down(ledger, event, &others);
            }
            Err(Left::Skipped(reason)) => ledger.skip(reason),
            Err(Left::Rejected(reason)) => ledger.reject(one.place, one.line, reason),
        }
    }
}

/// Why an event is no meeting that was held.
enum Left {
    Skipped(&'static str),
    Rejected(&'static str),
}

/// Who was there beside the seeker, if it was a meeting and was held.
fn meeting(ledger: &mut Ledger, event: &Event) -> Result<Vec<Party>, Left> {
    let skipped = |reason| Err(Left::Skipped(reason));
    if event.guests.is_empty() {
        return skipped("with nobody else");
    }
    if event.guests.iter().filter(|guest| ledger.is_own(&guest.party.address)).count() == 0 {
        return skipped("none of your addresses stands in it");
    }
    if event.cancelled {
        return skipped("cancelled");
    }
    if event.guests.iter().any(|guest| guest.declined && ledger.is_own(&guest.party.address)) {
        return skipped("you declined it");
    }
    if event.is_whole_day {
        return skipped("for a whole day");
    }
    let others = others(ledger, event);
    match (others.len(), event.flaw) {
        (0, _) => skipped("with nobody else"),
        (count, _) if count > MOST_PEOPLE => skipped("with more than fifty people"),
        (_, Some(flaw)) => Err(Left::Rejected(flaw)),
        _ if event.days.is_empty() => skipped("not held yet, or never"),
        _ => Ok(others),
    }
}

/// Everybody who was there but the seeker: whoever declined was not, and a room is nobody.
fn others(ledger: &mut Ledger, event: &Event) -> Vec<Party> {
    let was_there = |address: &str| !event.guests.iter().any(|one| one.declined && one.party.address == address);
    let mut others: Vec<Party> = event.guests.iter().map(|guest| guest.party.clone()).collect();
    others.sort_by(|a, b| (&a.address, a.name.is_none(), &a.name).cmp(&(&b.address, b.name.is_none(), &b.name)));
    others.dedup_by(|a, b| a.address == b.address);
    others.retain(|one| was_there(&one.address) && is_person(&one.address) && !ledger.is_own(&one.address));
    others
}

fn write_down(ledger: &mut Ledger, event: &Event, others: &[Party]) {
    let addresses: BTreeSet<&str> = others.iter().map(|party| party.address.as_str()).collect();
    for on in &event.days {
        for party in others {
            ledger.exchange(party, *on, Way::Met);
            ledger.name(party, *on);
        }
        ledger.together(&addresses, *on);
    }
    ledger.count();
}

//! The seeker's times for calls, each with the next person. Serves following through (row M12).

use jiff::civil::Date;
use maud::{Markup, html};
use method::day::spoken;
use method::follow_through::slots::{Offer, SlotAhead, SlotFor};

use super::person;
use crate::held::Held;

/// How many of the slate are looked at, at most.
const OFFERS: usize = 5;

/// People of the slate, the first one first.
pub fn offers(held: &Held, today: Date) -> Vec<Offer> {
    held.slate(today, OFFERS).slate.iter().cloned().map(Offer::from).collect()
}

/// The times in their order. With `first`, the next call among them is the obvious action of the page.
pub fn list(slots: &[SlotAhead], today: Date, first: bool) -> Markup {
    let next = slots.iter().position(|slot| slot.what == SlotFor::Call).filter(|_| first);
    html! {
        ul.plain.ruled.times {
            @for (place, slot) in slots.iter().enumerate() { li { (time(slot, today, next == Some(place))) } }
        }
    }
}

fn time(slot: &SlotAhead, today: Date, first: bool) -> Markup {
    let day = if slot.on == today { "Today".to_owned() } else { spoken(slot.on, today) };
    html! {
        div.words {
            p.what {
                span.when { (day) ", " (slot.time.strftime("%-H:%M")) } " "
                @match (&slot.person, slot.what) {
                    (Some(one), SlotFor::Meeting) => { "You meet " (person::name(one)) }
                    (Some(one), SlotFor::Asked) => { "You asked " (person::name(one)) }
                    (Some(one), _) => { "Call " (person::name(one)) }
                    (None, _) => { "A time for a call" }
                }
            }
            @if !slot.why.is_empty() { p.why { (slot.why) } }
        }
        div.do {
            @match (&slot.person, slot.what) {
                (Some(one), SlotFor::Meeting) => { a.btn.quiet href={ "/people/" (one.id) "/sheet" } { "Call sheet" } }
                (Some(_), SlotFor::Asked) => {}
                (Some(one), _) => { a.btn.first[first] href={ "/people/" (one.id) "/prepare" } { "Prepare" } }
                (None, _) => { a.btn.quiet href="/next" { "Choose someone" } }
            }
        }
    }
}

//! The chains: who led to how many, what each waits for since when, and the page that moves it on. Serves row M17.

use jiff::civil::Date;
use maud::{Markup, html};
use method::day::spoken;
use method::momentum::chains::{Chain, WaitsFor};

use crate::commands::way;
use crate::pages::parts::person;

/// How many chains are shown; the map shows them all.
const SHOWN: usize = 5;

/// The chains; those that wait for something stand first. A closed search asks nobody.
pub fn chains(chains: &[Chain], today: Date, is_closed: bool) -> Markup {
    let mut ordered: Vec<&Chain> = chains.iter().collect();
    ordered.sort_by_key(|chain| (chain.since_on.is_none(), chain.waits_for != Some(WaitsFor::YourAsk), chain.since_on));
    let next = |chain: &Chain| next(chain).filter(|_| !is_closed);
    let first = ordered.iter().position(|chain| next(chain).is_some());
    html! {
        h2 { "Chains" }
        @if ordered.is_empty() {
            div.calm { p { "Nobody has named anybody to you yet. The last question of each half hour asks for a person." } @if !is_closed { (call_next()) } }
        } @else {
            ul.plain.ruled.chains {
                @for (place, chain) in ordered.iter().take(SHOWN).enumerate() {
                    li { (one(chain, today, next(chain), Some(place) == first)) }
                }
            }
            (and_the_rest(ordered.len().saturating_sub(SHOWN), first.is_some() || is_closed))
        }
    }
}

fn one(chain: &Chain, today: Date, next: Option<(String, &str)>, is_first: bool) -> Markup {
    html! {
        div.chain {
            div {
                p.what { (person::name(&chain.person)) " led to " (people(led_to(chain))) (deep(chain)) "." }
                p.why { (waits(chain, today)) }
            }
            @if let Some((to, says)) = next {
                div.do { a.btn.first[is_first] href=(to) { (says) } }
            }
        }
    }
}

fn people(count: usize) -> String {
    if count == 1 { "one person".to_owned() } else { format!("{count} people") }
}

fn deep(chain: &Chain) -> String {
    if chain.depth <= 2 { String::new() } else { format!(", {} steps deep", chain.depth - 1) }
}

/// What the chain waits for, in a sentence.
fn waits(chain: &Chain, today: Date) -> Markup {
    let (Some(on), Some(since_on), Some(what)) = (&chain.waiting_on, chain.since_on, chain.waits_for) else {
        return html! { "Nothing is awaited." };
    };
    let (who, since) = (person::name(on), spoken(since_on, today));
    html! {
        @match what {
            WaitsFor::Introduction => { "Waits for the introduction that " (who) " offered on " (since) "." }
            WaitsFor::YourAsk => { "Waits for your ask to " (who) ", since " (since) "." }
            WaitsFor::Answer => { "Waits for the answer of " (who) ", whom you asked on " (since) "." }
            WaitsFor::Conversation => { "Waits for the conversation with " (who) ", who said yes on " (since) "." }
        }
    }
}

/// The page that moves it on, where it is the seeker's turn.
fn next(chain: &Chain) -> Option<(String, &'static str)> {
    let on = chain.waiting_on.as_ref()?.id;
    let (command, says) = match chain.waits_for? {
        WaitsFor::YourAsk | WaitsFor::Conversation => ("ask", "Prepare"),
        WaitsFor::Introduction | WaitsFor::Answer => return None,
    };
    way(&format!("halfhour {command} {on}")).map(|way| (way.to, says))
}

fn and_the_rest(more: usize, is_your_turn: bool) -> Markup {
    html! {
        @if !is_your_turn { (call_next()) }
        @if let Some(way) = way("halfhour map") {
            p { @if more > 0 { "And " (more) " more. " } a href=(way.to) { "See who led to whom" } }
        }
    }
}

/// Where no chain waits for the seeker, a new one can begin.
fn call_next() -> Markup {
    html! { @if let Some(way) = way("halfhour next") { p { a.btn.first href=(way.to) { "Whom to call next" } } } }
}

/// How many people stand below.
pub fn led_to(chain: &Chain) -> usize {
    chain.led_to.iter().map(|next| 1 + led_to(next)).sum()
}

//! Duplicates: two entries that may be one person, side by side; same, different, or later. Serves the list.
//!
//! It shows before what would be kept, and decides nothing itself. Later writes nothing: the pair comes again another time.

use maud::{Markup, html};
use method::campaign::{Campaign, PersonRef};
use method::change::Refusal;
use method::id::PersonId;
use method::list::apart::tell_apart;
use method::list::duplicates::beside::{Line, beside};
use method::list::duplicates::{Duplicate, Verdict};
use method::list::merge::merge_people;
use store::Scope;

use super::parts::person;
use crate::error::Trouble;
use crate::shell::grouped;
use crate::visit::{Answer, Visit};

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let held = visit.held()?;
    let (campaign, pairs) = (&held.campaign, held.duplicates());
    let from: usize = visit.query("from").parse().unwrap_or(0);
    visit.page(
        "Duplicates",
        html! {
            h1 { "Duplicates" }
            @match pairs.get(from) {
                Some(pair) => {
                    p.intro { "Two entries that may be one person. What you say here can be taken back." }
                    (side_by_side(campaign, pair, from, pairs.len()))
                },
                None if pairs.is_empty() => div.calm { p { "Nobody seems to stand on your list twice." } (to_people()) },
                None => div.calm {
                    p { "That was the last pair. Those you left for later come again when you look the next time." }
                    p.row { a.btn.first href="/people" { "See the list" } a.btn href="/people/duplicates" { "Begin again" } }
                },
            }
        },
    )
}

fn to_people() -> Markup {
    html! { p { a.btn.first href="/people" { "See the list" } } }
}

fn side_by_side(campaign: &Campaign, pair: &Duplicate, from: usize, all: usize) -> Markup {
    html! {
        section.twice aria-labelledby="pair" {
            div.head {
                h2 #pair { (in_plain_words(pair.verdict)) }
                p.count { "Pair " (grouped(from + 1)) " of " (grouped(all)) }
            }
            (table(campaign, pair, &beside(campaign, pair.a, pair.b)))
            h3 { "Why" }
            ul.reasons {
                @for sentence in &pair.evidence {
                    li.against[sentence.starts_with("But ")] dir="auto" { (sentence) }
                }
            }
            (answers(pair, from))
        }
    }
}

fn in_plain_words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Same => "This is one person",
        Verdict::Likely => "This is likely one person",
        Verdict::Possible => "This may be one person",
    }
}

fn table(campaign: &Campaign, pair: &Duplicate, lines: &[Line]) -> Markup {
    let entry = |id: PersonId| person::name(&PersonRef { id, name: campaign.name(id) });
    html! {
        table.beside {
            thead { tr {
                th scope="col" { span.sr { "What" } }
                th scope="col" { small { "One entry" } (entry(pair.a)) }
                th scope="col" { small { "The other" } (entry(pair.b)) }
                th scope="col" { small { "If they are one" } "What is kept" }
            } }
            tbody {
                @for line in lines {
                    tr {
                        th scope="row" { (line.label) }
                        td data-label="One entry" { (values(&line.a)) }
                        td data-label="The other" { (values(&line.b)) }
                        td.kept data-label="If one" { (values(&line.kept)) }
                    }
                }
            }
        }
    }
}

fn values(values: &[String]) -> Markup {
    html! {
        @for (place, value) in values.iter().enumerate() { @if place > 0 { br; } bdi { (value) } }
    }
}

/// Same, different, later; each has a key, and works with scripts off.
fn answers(pair: &Duplicate, from: usize) -> Markup {
    html! {
        form.row.answers method="post" action="/people/duplicates" {
            input type="hidden" name="a" value=(pair.a);
            input type="hidden" name="b" value=(pair.b);
            input type="hidden" name="from" value=(from);
            button.btn.first name="answer" value="same" data-key="s" { "One person " kbd { "s" } }
            button.btn name="answer" value="different" data-key="d" { "Two people " kbd { "d" } }
            a.btn.quiet href={ "/people/duplicates?from=" (from + 1) } data-key="l" { "Later " kbd { "l" } }
        }
    }
}

/// Takes the answer, and goes on with the next pair.
pub fn answer(visit: &Visit) -> Answer {
    let person = |name: &str| visit.field(name).parse::<PersonId>().map_err(|_| Trouble::Unreadable);
    let (a, b) = (person("a")?, person("b")?);
    let changed = match visit.field("answer") {
        "same" => visit.change(Scope::Ties, |campaign, _| merge_people(campaign, a, b))?,
        "different" => visit.change(Scope::Ties, |campaign, ids| tell_apart(campaign, ids, a, b))?,
        _ => return Err(Refusal::usage("No answer was given.", "Go back and choose one of the three.").into()),
    };
    let from: usize = visit.field("from").parse().unwrap_or(0);
    visit.done(&format!("/people/duplicates?from={from}"), changed.step)
}

//! One entry or two: makes two entries of one person one, and an entry of two people two. Serves the list (row M7).
//!
//! Nothing is lost either way, and both can be taken back from the page that follows.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::{Change, Fact, Refusal};
use method::day::spoken_when;
use method::id::{PersonId, RecordId};
use method::list::find::{candidate, find};
use method::list::merge::merge_people;
use method::list::portrait::{Portrait, portrait};
use method::list::split::{Told, split_person};
use method::list::written::fold;
use store::{Changed, Scope, Step};

use super::parts::{form, person};
use crate::error::Trouble;
use crate::visit::{Answer, Visit};

const TITLE: &str = "One entry or two";

/// How many others are offered.
const A_FEW: usize = 6;

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let one = portrait(&campaign, visit.part("person")?)?;
    visit.page(TITLE, page(visit, &campaign, &one, &html! {})?)
}

fn page(visit: &Visit, campaign: &Campaign, one: &Portrait, refused: &Markup) -> Result<Markup, Trouble> {
    let merged = visit.app.merged(one.person.id)?;
    Ok(html! {
        h1 { (TITLE) }
        p.intro { "About " (person::name(&one.person)) ". Nothing is lost either way, and you can take it back." }
        (refused)
        div.stack {
            @if let Some(step) = &merged { (was_two(visit, one.person.id, step)) }
            (same(visit, campaign, one)) (two(one))
        }
    })
}

/// Made of two entries by mistake: each comes back as it was.
fn was_two(visit: &Visit, id: PersonId, step: &Step) -> Markup {
    let on = step.at.to_zoned(TimeZone::system()).date();
    html! {
        section {
            h2 { "You made two entries one here" }
            p.help { "That was " (spoken_when(on, visit.today)) ". Each comes back as it was; what happened since stays here." }
            form method="post" action={ (person::page(id)) "/part" } {
                (form::seen(&step.id))
                p { button.btn { "Make them two again" } }
            }
        }
    }
}

/// Others of nearly that name, and a field for anybody else.
fn same(visit: &Visit, campaign: &Campaign, one: &Portrait) -> Markup {
    let near = alike(campaign, one);
    html! {
        section {
            h2 { "Somebody else on your list is the same person" }
            form method="post" action={ (person::page(one.person.id)) "/merge" } {
                @for (id, says) in &near {
                    label.tick { input type="radio" name="same" value=(id); span dir="auto" { (says) } }
                }
                (form::line("other", if near.is_empty() { "Who is it?" } else { "Or somebody else" }, "A name, an address or an id", visit.field("other")))
                p { button.btn { "Make them one" } }
            }
        }
    }
}

/// Entries that share the first or the last word of the name, those with both first.
fn alike(campaign: &Campaign, one: &Portrait) -> Vec<(PersonId, String)> {
    let name = fold(&one.person.name);
    let words: Vec<&str> = name.split_whitespace().filter(|word| word.len() > 2).collect();
    let others = campaign.everybody().filter(|other| other.id != one.person.id);
    let shared = |name: &str| fold(name).split_whitespace().filter(|word| words.contains(word)).count();
    let mut near: Vec<(usize, PersonId)> = others.map(|other| (shared(other.name()), other.id)).collect();
    near.retain(|(shared, _)| *shared > 0);
    near.sort_by_key(|(shared, id)| (std::cmp::Reverse(*shared), *id));
    near.into_iter().take(A_FEW).map(|(_, id)| (id, candidate(&campaign.shown(id)))).collect()
}

/// The rows of files, to be ticked; one row alone cannot be split.
fn two(one: &Portrait) -> Markup {
    html! {
        @if !one.records.is_empty() && (one.records.len() > 1 || one.told.name.is_some()) {
            section {
                h2 { "This entry is really two people" }
                p.help { "Tick what belongs to the other one. What happened so far stays here." }
                form method="post" action={ (person::page(one.person.id)) "/split" } {
                    (form::seen(&one.records))
                    @for row in &one.records {
                        label.tick {
                            input type="checkbox" name="record" value=(row.record.id);
                            span dir="auto" {
                                (row.record.name)
                                @for more in [&row.record.title, &row.record.organization].into_iter().flatten() { ", " (more) }
                                " " span.muted { bdi { (row.origin.file) } ", row " (row.origin.place) }
                            }
                        }
                    }
                    (form::tick("told", "What I told about them belongs to the other one too", false))
                    p { button.btn { "Make them two" } }
                }
            }
        }
    }
}

/// Makes them one.
pub fn merge(visit: &Visit) -> Answer {
    let id: PersonId = visit.part("person")?;
    let named = if visit.field("same").is_empty() || !visit.field("other").is_empty() { "other" } else { "same" };
    let changed =
        visit.change(Scope::Ties, |campaign, _| merge_people(campaign, id, find(campaign, visit.field(named))?));
    match changed {
        Ok(changed) => visit.done(&person::page(id), changed.step),
        Err(trouble) => again(visit, id, trouble),
    }
}

/// Makes them two, and shows the new one.
pub fn split(visit: &Visit) -> Answer {
    let id: PersonId = visit.part("person")?;
    let records: Vec<RecordId> = visit.fields("record").iter().filter_map(|record| record.parse().ok()).collect();
    let told = if visit.ticked("told") { Told::Goes } else { Told::Stays };
    let changed = visit.change(Scope::Ties, |campaign, ids| {
        visit
            .unchanged(&portrait(campaign, id)?.records)
            .map_err(|stale| stale.hinting("Below is what stands now. Tick again what belongs to the other person."))?;
        if records.is_empty() {
            return Err(Refusal::usage("Nothing is ticked.", "Tick the rows that belong to the other person."));
        }
        split_person(campaign, ids, id, &records, told)
    });
    match changed {
        Ok(changed) => {
            let new = changed.changes.iter().find_map(|change| match change {
                Change::Write(Fact::Person(new)) if new.id != id => Some(new.id),
                _ => None,
            });
            visit.done(&person::page(new.unwrap_or(id)), changed.step)
        }
        Err(trouble) => again(visit, id, trouble),
    }
}

/// Makes them two again, as both were before a step made them one.
pub fn part(visit: &Visit) -> Answer {
    let id: PersonId = visit.part("person")?;
    match parted(visit, id) {
        Ok(changed) => visit.done(&person::page(id), changed.step),
        Err(trouble) => again(visit, id, trouble),
    }
}

/// Parts them, unless the page showed another step: whoever presses the button twice does not part a third one too.
fn parted(visit: &Visit, id: PersonId) -> Result<Changed, Trouble> {
    let nothing = || Refusal::method("This entry was not made of two here.", "Below is what can be done with it.");
    let step = visit.app.merged(id)?.ok_or_else(nothing)?;
    visit.unchanged(&step.id).map_err(|stale| stale.hinting("Below is what stands now."))?;
    Ok(visit.app.part(id)?.ok_or_else(nothing)?)
}

fn again(visit: &Visit, id: PersonId, trouble: Trouble) -> Answer {
    if !matches!(trouble, Trouble::Campaign(store::Error::Refused(_))) {
        return Err(trouble);
    }
    let campaign = visit.campaign()?;
    let one = portrait(&campaign, id)?;
    let refused = form::refused(&trouble.message(), &trouble.hint());
    visit.page_again(&trouble, TITLE, page(visit, &campaign, &one, &refused)?)
}

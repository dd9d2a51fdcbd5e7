//! The map: who led to whom, as a tree from the seeker outward that can be read, clicked and printed. Serves row M17.
//!
//! It is a nested list, so that it reads aloud as what it is. People who led to nobody yet stand apart, below the trees.

pub mod drawing;

use jiff::civil::Date;
use maud::{Markup, html};
use method::momentum::map::{Map, Place, map};

use super::parts::file::saved_as;
use super::parts::{person, rungs};
use crate::commands::way;
use crate::shell::grouped;
use crate::visit::{Answer, Visit};

/// So many people who led to nobody yet are shown unfolded.
const FEW: usize = 12;

/// With more people than this in the trees, what lies deep is folded.
const MANY: usize = 60;

/// Every so many generations of a large map one fold begins.
const FOLD: usize = 4;

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let map = map(&campaign, visit.today);
    if map.led_to.is_empty() {
        return visit.page("Map", nothing_yet());
    }
    let (led_on, alone): (Vec<&Place>, Vec<&Place>) = map.led_to.iter().partition(|place| !place.led_to.is_empty());
    let is_whole = visit.query("all") == "yes";
    let is_large = led_on.iter().map(|place| 1 + below(place)).sum::<usize>() > MANY;
    let (folds, folds_alone) = (is_large && !is_whole, alone.len() > FEW && !is_whole);
    visit.page(
        "Map",
        html! {
            h1 { "Who led to whom" }
            p.intro { (opening(&map)) }
            p.do { a href="/map.svg" download { "Save it as a picture" } ", for any program or printer." }
            @if folds || folds_alone { p.do { a href="/map?all=yes" { "Unfold everything" } ", for instance to print it." } }
            @if !led_on.is_empty() { (tree(&map, &led_on, folds, visit.today)) }
            @if !alone.is_empty() { (by_themselves(&alone, folds_alone, visit.today)) }
        },
    )
}

/// The same as a picture in a file of its own.
pub fn picture(visit: &Visit) -> Answer {
    let drawn = drawing::drawing(&map(&*visit.campaign()?, visit.today), visit.today);
    Ok(saved_as(&format!("who-led-to-whom-{}.svg", visit.today), "image/svg+xml", drawn))
}

fn opening(map: &Map) -> String {
    let named: usize = map.led_to.iter().map(below).sum();
    let first = map.led_to.len();
    let first =
        if first == 1 { "one person you asked or met".to_owned() } else { format!("{first} people you asked or met") };
    match (named, deepest(&map.led_to)) {
        (0, _) => format!("It begins with {first}. Whoever they name will stand to the right of them."),
        (1, _) => format!("It began with {first}. They led to one more."),
        (named, 2) => format!("It began with {first}. They led to {named} more."),
        (named, deep) => {
            format!("It began with {first}. They led to {named} more, the longest way {} steps.", deep - 1)
        }
    }
}

fn tree(map: &Map, places: &[&Place], folds: bool, today: Date) -> Markup {
    html! {
        div.scroll.tree tabindex="0" role="group" aria-label="Who led to whom" {
            p.root { span.knot aria-hidden="true" {} bdi { (map.seeker.as_deref().unwrap_or("You")) } }
            ul { @for place in places { (branch(place, folds, today)) } }
        }
    }
}

fn branch(place: &Place, folds: bool, today: Date) -> Markup {
    let is_fold = folds && place.generation % FOLD == FOLD - 1;
    let next = html! { ul { @for next in &place.led_to { (branch(next, folds, today)) } } };
    html! {
        li {
            (one(place, today))
            @if place.led_to.is_empty() {}
            @else if is_fold { details.fold { summary { "led on to " (people(below(place))) } (next) } }
            @else { (next) }
        }
    }
}

fn people(count: usize) -> String {
    if count == 1 { "one more".to_owned() } else { format!("{} more", grouped(count)) }
}

fn one(place: &Place, today: Date) -> Markup {
    html! {
        div.place {
            p.who {
                strong { (person::name(&place.person)) }
                @if let Some(organization) = &place.organization { span.muted { ", " bdi { (organization) } } }
            }
            p.far {
                @if let Some(rung) = place.ladder { (rungs::picture(rung)) " " }
                (crate::shell::capital(&place.how_far())) "."
                @if let Some(waiting) = &place.waiting { " " span.waits { (crate::shell::capital(&waiting.in_words(today))) "." } }
            }
        }
    }
}

/// Those who led to nobody yet.
fn by_themselves(places: &[&Place], folds: bool, today: Date) -> Markup {
    html! {
        details.told.fold open[!folds] {
            summary { h2 { "Asked or met, and no name yet" } " " span.count { (grouped(places.len())) } }
            ul.plain.ruled.singles { @for place in places { li { (one(place, today)) } } }
        }
    }
}

fn nothing_yet() -> Markup {
    html! {
        h1 { "Who led to whom" }
        div.calm {
            p { "Nobody was asked, met or named yet, so there is no map to draw. It begins with the first person you ask." }
            @if let Some(way) = way("halfhour next") { p { a.btn.first href=(way.to) { "Whom to call first" } } }
            @else if let Some(way) = way("halfhour list add") { p { a.btn.first href=(way.to) { (way.says) } } }
        }
    }
}

fn below(place: &Place) -> usize {
    place.led_to.iter().map(|next| 1 + below(next)).sum()
}

fn deepest(places: &[Place]) -> usize {
    places.iter().map(|place| place.generation.max(deepest(&place.led_to))).max().unwrap_or(0)
}

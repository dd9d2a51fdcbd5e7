//! The map as a picture of its own: an SVG that any program opens and any printer prints. Serves row M17.
//!
//! From the seeker outward, one column for each generation. It has its colours in it and needs nothing from outside.

use jiff::civil::Date;
use maud::{Markup, html};
use method::momentum::map::{Map, Place, Waiting};

/// Units: a card, and the pitch of columns and rows.
const CARD: (usize, usize) = (252, 50);
const PITCH: (usize, usize) = (292, 60);
const EDGE: usize = 24;
/// The column of the seeker.
const ROOT: usize = 120;

/// How many signs of a line fit a card.
const NAME: usize = 28;
const LINE: usize = 40;

/// The picture.
pub fn drawing(map: &Map, today: Date) -> String {
    let mut sheet = Sheet { today, rows: 0, deepest: 0, cards: Vec::new(), lines: Vec::new() };
    // Those who led on stand first, as on the page.
    let (led_on, alone): (Vec<&Place>, Vec<&Place>) = map.led_to.iter().partition(|place| !place.led_to.is_empty());
    let way = led_on.len();
    let tops: Vec<usize> = led_on.into_iter().chain(alone).map(|place| sheet.place(place)).collect();
    // The seeker stands where the ways begin, not in the middle of everybody who was asked.
    let root = middle(if way > 0 { &tops[..way] } else { &tops });
    let from_root: Vec<Markup> = tops.iter().map(|top| line(EDGE + ROOT, root, left(1), *top)).collect();
    let (width, height) = (left(sheet.deepest + 1) + EDGE, sheet.rows.max(1) * PITCH.1 + 2 * EDGE);
    let seeker = short(map.seeker.as_deref().unwrap_or("You"), 14);
    let whole = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox=(format!("0 0 {width} {height}"))
            role="img" aria-labelledby="title" font-family="system-ui, sans-serif" {
            title #title { "Who led to whom" }
            rect width=(width) height=(height) fill="#fbfaf6" {}
            g fill="none" stroke="#8b877d" stroke-width="1.5" { @for line in from_root.iter().chain(&sheet.lines) { (line) } }
            circle cx=(EDGE + 8) cy=(root) r="6" fill="#0b6359" {}
            text x=(EDGE + 20) y=(root + 5) font-size="15" font-weight="600" fill="#1d2126" { (seeker) }
            @for card in &sheet.cards { (card) }
        }
    };
    whole.into_string()
}

/// What was drawn so far.
struct Sheet {
    today: Date,
    rows: usize,
    deepest: usize,
    cards: Vec<Markup>,
    lines: Vec<Markup>,
}

impl Sheet {
    /// Draws a person and all whom they led to; gives the height of their middle.
    fn place(&mut self, place: &Place) -> usize {
        self.deepest = self.deepest.max(place.generation);
        let tops: Vec<usize> = place.led_to.iter().map(|next| self.place(next)).collect();
        let at = if tops.is_empty() {
            self.rows += 1;
            EDGE + (self.rows - 1) * PITCH.1 + PITCH.1 / 2
        } else {
            middle(&tops)
        };
        let right = left(place.generation) + CARD.0;
        self.lines.extend(tops.iter().map(|top| line(right, at, left(place.generation + 1), *top)));
        self.cards.push(self.card(place, at));
        at
    }

    fn card(&self, place: &Place, at: usize) -> Markup {
        let (x, y) = (left(place.generation), at - CARD.1 / 2);
        let waits = place.waiting.as_ref().map(|waiting| waiting.in_words(self.today));
        let told = std::iter::once(place.how_far()).chain(waits).collect::<Vec<_>>().join("; ");
        let below = place.waiting.as_ref().map_or_else(|| place.how_far(), Waiting::in_short);
        let stroke = if place.waiting.is_some() { "#8f4a06" } else { "#e4dfd4" };
        html! {
            g {
                title { (clean(&place.person.name)) ": " (told) }
                rect x=(x) y=(y) width=(CARD.0) height=(CARD.1) rx="8" fill="#fff" stroke=(stroke) {}
                text x=(x + 12) y=(y + 21) font-size="14" font-weight="600" fill="#1d2126" { (short(&place.person.name, NAME)) }
                text x=(x + 12) y=(y + 38) font-size="11" fill="#5c636d" { (short(&below, LINE)) }
            }
        }
    }
}

fn left(generation: usize) -> usize {
    EDGE + ROOT + 40 + generation.saturating_sub(1) * PITCH.0
}

fn middle(tops: &[usize]) -> usize {
    match (tops.first(), tops.last()) {
        (Some(first), Some(last)) => usize::midpoint(*first, *last),
        _ => EDGE + PITCH.1 / 2,
    }
}

fn line(from: usize, at: usize, to: usize, top: usize) -> Markup {
    let bend = usize::midpoint(from, to);
    html! { path d=(format!("M{from} {at}C{bend} {at} {bend} {top} {to} {top}")) {} }
}

/// A line that fits, without signs that no picture may hold.
fn short(text: &str, most: usize) -> String {
    let text = clean(text);
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

fn clean(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')).collect()
}

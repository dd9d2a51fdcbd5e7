//! Which entries are worth comparing: those that share a key, such as how the name sounds, or a birthday.
//!
//! Serves the list of duplicates. Comparing everybody with everybody would take a hundred times as long for ten times as
//! many people; here the work grows with the list. A key that very many share tells nothing and is left to the others.

use super::card::Card;
use super::nicknames;
use super::word::Word;
use super::written_name::Name;

/// More entries than these under one key are not compared by it: a name alone, or something that hardly two share.
const FEW: usize = 24;
const MANY: usize = 80;

/// Pairs of places in the slice that are worth comparing, the smaller place first, each once.
pub fn pairs(cards: &[Card]) -> Vec<(u32, u32)> {
    let mut keys: Vec<(u64, u32)> = Vec::with_capacity(cards.len() * 16);
    for (place, card) in (0..).zip(cards) {
        keys_of(card, &mut |kind, most, parts| keys.push((key(kind, most, parts), place)));
    }
    keys.sort_unstable();
    keys.dedup();
    let mut pairs = Vec::new();
    for block in keys.chunk_by(|a, b| a.0 == b.0) {
        let most = if block[0].0 & 1 == 1 { MANY } else { FEW };
        if block.len() > most {
            continue;
        }
        for (nth, (_, a)) in block.iter().enumerate() {
            pairs.extend(block[nth + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// A key as a number (FNV-1a). The last bit says how many may share it. That two keys give one number costs a comparison
/// and nothing else.
fn key(kind: u8, many: bool, parts: &[&str]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    add(kind);
    for part in parts {
        part.bytes().for_each(&mut add);
        add(0);
    }
    (hash & !1) | u64::from(many)
}

type Add<'a> = &'a mut dyn FnMut(u8, bool, &[&str]);

fn keys_of(card: &Card, add: Add<'_>) {
    for email in &card.emails {
        add(b'e', true, &[&email.key]);
        if email.local.len() >= 6 && !email.is_role {
            add(b'm', false, &[&email.local]);
        }
    }
    card.phones.iter().for_each(|phone| add(b'p', true, &[&phone.key]));
    card.links.iter().for_each(|link| add(b'l', true, &[&link.key]));
    let mut text = String::new();
    for born in &card.born {
        let (month, day) = (born.month.to_string(), born.day.to_string());
        text = born.year.map_or_else(String::new, |year| year.to_string());
        add(b'b', true, &[&text, &month, &day]);
        add(b'y', false, &["", &month, &day]);
    }
    for name in card.names.iter().take(4) {
        keys_of_name(name, add);
        keys_with_name(card, name, &text, add);
    }
    for postal in &card.postal {
        let longest = postal.words.iter().max_by_key(|word| word.len()).map_or("", String::as_str);
        if let [first, .., last] = postal.numbers.as_slice() {
            add(b'h', false, &[first, last]);
        }
        if let [first, ..] = postal.numbers.as_slice() {
            add(b's', false, &[first, longest]);
        }
    }
}

/// The name alone: as it sounds in either order, its bones, its beginnings, its short forms, its initial.
fn keys_of_name(name: &Name, add: Add<'_>) {
    let Some(last) = name.family.last() else {
        if let Some(first) = name.given.first() {
            add(b'1', false, &[&first.sound]);
        }
        return;
    };
    let Some(first) = name.given.first() else {
        add(b'1', false, &[&last.sound]);
        return;
    };
    both(b'n', [&first.sound, &last.sound], add);
    both(b'o', [&first.bones, &last.bones], add);
    both(b'3', [start(&first.text, 3), start(&last.text, 3)], add);
    add(b'1', false, &[&first.sound]);
    add(b'1', false, &[&last.sound]);
    both(b'i', [start(&first.text, 1), &last.sound], add);
    both(b'i', [start(&last.text, 1), &first.sound], add);
    for group in nicknames::groups(&first.text) {
        both(b'g', [&group.to_string(), &last.sound], add);
    }
    for other in name.given.iter().skip(1).chain(&name.also) {
        both(b'n', [&other.sound, &last.sound], add);
        both(b'n', [&first.sound, &other.sound], add);
        nicknames::groups(&other.text).iter().for_each(|group| both(b'g', [&group.to_string(), &last.sound], add));
    }
    for other in name.family.iter().rev().skip(1) {
        both(b'n', [&first.sound, &other.sound], add);
    }
    let letters = |words: &[Word]| words.iter().map(|word| word.sound.as_str()).collect::<String>();
    if name.given.len() + name.family.len() > 2 {
        both(b'n', [&letters(&name.given), &letters(&name.family)], add);
    }
}

/// One word of the name with something else, so that widespread names are found where more agrees.
fn keys_with_name(card: &Card, name: &Name, year: &str, add: Add<'_>) {
    for word in name.given.first().into_iter().chain(name.family.last()) {
        for organization in card.organizations.iter().take(8) {
            add(b'w', false, &[&word.sound, &organization.key]);
        }
        for postal in &card.postal {
            for number in &postal.numbers {
                add(b'z', false, &[&word.sound, number]);
            }
            if let Some(longest) = postal.words.iter().max_by_key(|word| word.len()) {
                add(b't', false, &[&word.sound, longest]);
            }
        }
        for born in &card.born {
            add(b'a', false, &[&word.sound, &born.month.to_string(), &born.day.to_string()]);
            add(b'c', false, &[&word.sound, year, &born.month.to_string()]);
            add(b'd', false, &[start(&word.text, 2), year, &born.day.to_string()]);
        }
        if let Some(title) = card.titles.first() {
            add(b'j', false, &[&word.sound, &title.key]);
        }
    }
}

/// Two parts in either order.
fn both(kind: u8, mut parts: [&str; 2], add: Add<'_>) {
    parts.sort_unstable();
    add(kind, false, &parts);
}

fn start(text: &str, letters: usize) -> &str {
    text.get(..letters.min(text.len())).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(name: &str) -> Card {
        let mut card = Card::default();
        card.name(name, None, None);
        card
    }

    #[test]
    fn those_who_share_a_key_are_compared_once() {
        let cards = ["Ana Pereira", "Bo Lind", "Pereira, Ana", "A. Pereira", "Robert Lind", "Bob Lind"].map(card);
        let pairs = pairs(&cards);
        for pair in [(0, 2), (0, 3), (4, 5)] {
            assert_eq!(pairs.iter().filter(|found| **found == pair).count(), 1, "{pair:?}");
        }
        assert!(!pairs.contains(&(0, 1)));
    }

    #[test]
    fn a_name_that_very_many_have_is_not_compared_by_itself() {
        let mut cards = vec![card("John Smith"); 200];
        assert_eq!(pairs(&cards), []);
        for place in [3, 7] {
            cards[place].work(Some("Harbor"), None);
        }
        assert_eq!(pairs(&cards), [(3, 7)]);
    }
}

//! The seeker's usual words: a text with slots, so that it says of each person only what holds for them (row M5). It turns
//! words that were written for one person into such a text, and fills it for another. It refuses to carry a fact over: what
//! is still about the first person is named, and a sentence whose slot stays empty is left out.

use super::draft::pieces::Pieces;
use crate::campaign::{Campaign, Shown};
use crate::case::about_them::about_them;
use crate::change::Refusal;
use crate::speech::{fold, name, says, work};

/// Slots that are a sentence of their own, and how they are told.
const SENTENCES: [&str; 4] = ["tie", "silence", "value", "inside"];

/// Slots that stand inside a sentence.
const WORDS: [&str; 3] = ["hello", "name", "organization"];

/// Every slot with what it stands for, for those who write them by hand.
pub const SLOTS: &[(&str, &str)] = &[
    ("hello", "Hello, and the name"),
    ("name", "the name alone"),
    ("organization", "where they work"),
    ("tie", "how you know each other, or who named them"),
    ("silence", "that it has been a good while, when it has"),
    ("value", "what you value in them"),
    ("inside", "why they see it well"),
];

/// The usual text for one person; none when nothing of it can be said.
pub fn filled(text: &str, pieces: &Pieces, shown: &Shown<'_>) -> Option<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let segments = segments(line);
        let said: Vec<String> = segments.iter().filter_map(|segment| fill(segment, pieces, shown)).collect();
        let gone = !segments.is_empty() && said.is_empty();
        let twice = line.trim().is_empty() && lines.last().is_none_or(String::is_empty);
        if !gone && !twice {
            lines.push(said.join(" "));
        }
    }
    let text = lines.join("\n").trim().to_owned();
    text.chars().any(char::is_alphabetic).then_some(text)
}

/// A line in sentences; a slot that is a sentence stands alone.
fn segments(line: &str) -> Vec<String> {
    let mut line = line.trim().to_owned();
    for slot in SENTENCES {
        line = line.replace(&format!("{{{slot}}}"), &format!("\n{{{slot}}}\n"));
    }
    let mut segments = Vec::new();
    for part in line.split('\n').map(str::trim).filter(|part| !part.is_empty()) {
        let mut start = 0;
        for (place, mark) in part.match_indices(['.', '?', '!']) {
            let end = place + mark.len();
            let before = part[start..place].rsplit(' ').next().unwrap_or_default();
            if part[end..].starts_with(' ') && !name::is_title(before) {
                segments.push(part[start..end].trim().to_owned());
                start = end;
            }
        }
        segments.push(part[start..].trim().to_owned());
    }
    segments.retain(|segment| !segment.is_empty());
    segments
}

fn fill(segment: &str, pieces: &Pieces, shown: &Shown<'_>) -> Option<String> {
    let mut pieces_of = segment.split('{');
    let mut filled = pieces_of.next().unwrap_or_default().to_owned();
    for piece in pieces_of {
        let (slot, rest) = piece.split_once('}')?;
        filled.push_str(&value(slot, pieces, shown)?);
        filled.push_str(rest);
    }
    Some(filled)
}

fn value(slot: &str, pieces: &Pieces, shown: &Shown<'_>) -> Option<String> {
    match slot {
        "hello" => Some(pieces.hello()),
        "name" => pieces.whom.clone(),
        "organization" => shown.organization().and_then(work::organization),
        "tie" => pieces.tie.clone(),
        "silence" => pieces.silence.clone(),
        "value" => pieces.value.clone(),
        "inside" => pieces.inside.clone(),
        _ => None,
    }
}

/// Words that were written for this person, with slots where something holds for them alone.
///
/// # Errors
/// Refuses a slot that there is none of, and a sentence that is about this person and cannot be turned into a slot.
pub fn with_slots(campaign: &Campaign, text: &str, pieces: &Pieces, shown: &Shown<'_>) -> Result<String, Refusal> {
    known_slots(text)?;
    let mut text = text.trim().replace("\r\n", "\n");
    let sentences =
        [("tie", &pieces.tie), ("silence", &pieces.silence), ("value", &pieces.value), ("inside", &pieces.inside)];
    for (slot, sentence) in sentences {
        if let Some(sentence) = sentence {
            text = text.replace(sentence.as_str(), &format!("{{{slot}}}"));
        }
    }
    text = text.replace(&pieces.hello(), "{hello}");
    let (kept, signed) = without_signature(campaign, &text);
    text = kept;
    whose_name(campaign, &text, pieces, shown)?;
    let organization = shown.organization().and_then(work::organization);
    let names = [name::said(shown.name()), pieces.whom.clone()];
    for (slot, words) in names.into_iter().map(|name| ("name", name)).chain([("organization", organization)]) {
        if let Some(words) = words {
            text = whole_words(&text, &words, &format!("{{{slot}}}"));
        }
    }
    match about_them(campaign, text.lines().flat_map(segments), shown) {
        Some(sentence) => Err(Refusal::method(
            format!("“{sentence}” is about {}, and would be said to others.", campaign.name(shown.id)),
            "Put {tie} where it says how you know each other and {value} where it says what you value, or take it out.",
        )),
        None => Ok(text.replace(SIGNED_WHOLE, &signed.whole).replace(SIGNED, &signed.line)),
    }
}

/// Stand for the seeker's own name while slots are set: no slot may stand over it, though a word of it is shared.
const SIGNED_WHOLE: &str = "\u{e000}";
const SIGNED: &str = "\u{e001}";

/// What the seeker wrote of their own name.
#[derive(Default)]
struct Signed {
    /// The whole name, as they sign.
    whole: String,
    /// The last line, when it is nothing but words of their name.
    line: String,
}

fn without_signature(campaign: &Campaign, text: &str) -> (String, Signed) {
    let Some(whole) = name::own(&campaign.seeker) else { return (text.to_owned(), Signed::default()) };
    let mut text = whole_words(text, &whole, SIGNED_WHOLE);
    let own = fold(&whole);
    let last = text.rsplit_once('\n').map(|(_, last)| last.trim().to_owned()).unwrap_or_default();
    let said = fold(&last);
    let is_signature = !said.is_empty() && said.split(' ').all(|word| own.split(' ').any(|one| one == word));
    if !is_signature {
        return (text, Signed { whole, line: String::new() });
    }
    text.truncate(text.len() - last.len());
    (text + SIGNED, Signed { whole, line: last })
}

/// Refuses words where a name may be the seeker's own as well as the other's; the first line greets the other.
fn whose_name(campaign: &Campaign, text: &str, pieces: &Pieces, shown: &Shown<'_>) -> Result<(), Refusal> {
    let own = fold(campaign.seeker.name.as_deref().unwrap_or_default());
    let theirs = fold(&format!("{} {}", shown.name(), pieces.whom.as_deref().unwrap_or_default()));
    let after = text.split_once('\n').map_or("", |(_, after)| after);
    let mut shared = theirs.split(' ').filter(|word| own.split(' ').any(|one| one == *word));
    match shared.find(|word| word.len() > 1 && says(after, word)) {
        Some(_) => Err(Refusal::method(
            format!("You and {} share a name, and these words do not say whose is meant.", campaign.name(shown.id)),
            "Write {name} where theirs is meant, and your own whole or on a line of its own at the end.",
        )),
        None => Ok(()),
    }
}

/// Refuses braces that are no slot of ours.
///
/// # Errors
/// Names what stands there and the slots that there are.
pub fn known_slots(text: &str) -> Result<(), Refusal> {
    let mut found = text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest));
    match found.find(|slot| !SENTENCES.contains(slot) && !WORDS.contains(slot)) {
        Some(slot) => {
            let all: Vec<String> = SLOTS.iter().map(|(slot, means)| format!("{{{slot}}} ({means})")).collect();
            Err(Refusal::usage(format!("There is nothing called {{{slot}}}."), format!("There is {}.", all.join(", "))))
        }
        None => Ok(()),
    }
}

/// The text with these words, where they stand as whole words, replaced.
fn whole_words(text: &str, words: &str, with: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find(words) {
        let end = place + words.len();
        let is_whole = !rest[..place].chars().next_back().is_some_and(char::is_alphanumeric)
            && !rest[end..].chars().next().is_some_and(char::is_alphanumeric);
        out.push_str(&rest[..place]);
        out.push_str(if is_whole { with } else { words });
        rest = &rest[end..];
    }
    out + rest
}

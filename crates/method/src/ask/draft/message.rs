//! The ask as a short message (row M5; E14), under three hundred characters, as some places allow no more, or under four
//! hundred. What matters most goes in first, and the rest only as far as there is room: whole sentences, never a part.

use super::pieces::Pieces;

/// The most characters, counted as Unicode scalar values.
pub const MOST: usize = 299;

/// The most characters where there is a little more room.
pub const MOST_LONGER: usize = 399;

/// The words, in at most so many characters.
pub fn text(pieces: &Pieces, most: usize) -> String {
    let about = pieces.about.as_deref().map(|about| format!("about {about}"));
    let about = about.unwrap_or_else(|| "for you".to_owned());
    let working = if pieces.heading.contains("still") { "I'm still working out" } else { "I'm working out" };
    let brings = format!("{working} my next step and have {} {about}.", pieces.brings());
    let short = format!("I have {}.", pieces.brings());
    let close = pieces.short_close();
    // In the order in which it is said, each with its turn to be taken in while there is room.
    let parts: [(usize, Option<String>); 8] = [
        (1, Some(format!("{},\n", pieces.hello()))),
        (3, pieces.tie.as_deref().map(spaced)),
        (7, pieces.silence.as_deref().map(spaced)),
        (5, pieces.value.as_deref().map(spaced)),
        (4, Some(spaced(&brings))),
        (6, pieces.inside.as_deref().map(spaced)),
        (0, Some(close.to_owned())),
        (2, pieces.me.as_deref().map(|me| format!("\n{me}"))),
    ];
    let mut taken = [false; 8];
    for turn in 0..parts.len() {
        if let Some(place) = parts.iter().position(|(when, _)| *when == turn) {
            taken[place] = true;
            if written(&parts, taken).chars().count() > most {
                taken[place] = false;
            }
        }
    }
    let text = written(&parts, taken);
    // Without room for where it should go there is still room to say that questions come.
    let shorter = text.replace(close, &format!("{short} {close}"));
    if !taken[4] && shorter.chars().count() <= most { shorter } else { text }
}

fn spaced(sentence: &str) -> String {
    format!("{sentence} ")
}

fn written(parts: &[(usize, Option<String>); 8], taken: [bool; 8]) -> String {
    let there = parts.iter().zip(taken).filter(|(_, taken)| *taken);
    there.filter_map(|((_, words), _)| words.as_deref()).collect()
}

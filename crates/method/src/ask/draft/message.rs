//! The ask as a short message (row M5; E14): under three hundred characters. What matters most goes in first, and the
//! rest only as far as there is room.

use super::pieces::Pieces;

/// The most characters, counted as Unicode scalar values.
pub const MOST: usize = 299;

const CLOSE: &str = "Would you be open to half an hour, in person or by phone?";

/// The words.
pub fn text(pieces: &Pieces) -> String {
    let about = pieces.about.as_deref().map(|about| format!("about {about}"));
    let about = about.unwrap_or_else(|| "for you".to_owned());
    let brings = format!("I'm working out my next step and have {} {about}.", pieces.brings());
    let short = format!("I have {}.", pieces.brings());
    // In the order in which it is said, each with its turn to be taken in while there is room.
    let parts: [(usize, Option<String>); 6] = [
        (1, Some(format!("{},\n", pieces.hello()))),
        (3, pieces.tie.as_deref().map(spaced)),
        (5, pieces.value.as_deref().map(spaced)),
        (4, Some(spaced(&brings))),
        (0, Some(CLOSE.to_owned())),
        (2, pieces.me.as_deref().map(|me| format!("\n{me}"))),
    ];
    let mut taken = [false; 6];
    for turn in 0..parts.len() {
        if let Some(place) = parts.iter().position(|(when, _)| *when == turn) {
            taken[place] = true;
            if written(&parts, taken).chars().count() > MOST {
                taken[place] = false;
            }
        }
    }
    let text = written(&parts, taken);
    // Without room for where it should go there is still room to say that questions come.
    let shorter = text.replace(CLOSE, &format!("{short} {CLOSE}"));
    if !taken[3] && shorter.chars().count() <= MOST { shorter } else { text }
}

fn spaced(sentence: &str) -> String {
    format!("{sentence} ")
}

fn written(parts: &[(usize, Option<String>); 6], taken: [bool; 6]) -> String {
    let there = parts.iter().zip(taken).filter(|(_, taken)| *taken);
    there.filter_map(|((_, words), _)| words.as_deref()).collect()
}

//! The ask as a short message (row M5; E14): under three hundred characters. What matters least is left out first.

use super::pieces::Pieces;

/// The most characters, counted as Unicode scalar values.
pub const MOST: usize = 299;

const CLOSE: &str = "Would you be open to half an hour, in person or by phone?";

/// The words.
pub fn text(pieces: &Pieces) -> String {
    let about = pieces
        .about
        .as_deref()
        .map(|about| format!("I have {} about {about}.", pieces.brings()));
    let brings = about.unwrap_or_else(|| format!("I have {} for you.", pieces.brings()));
    let signed = pieces.me.as_deref().map(|me| format!("\n{me}"));
    // In the order in which they are said, each with how long it may stay: the smaller number goes first.
    let mut said: Vec<(u8, String)> = vec![(9, format!("{},", pieces.hello()))];
    said.extend(pieces.tie.clone().map(|tie| (6, tie)));
    said.extend(pieces.value.clone().map(|value| (2, value)));
    said.extend(pieces.heading.clone().map(|heading| (3, heading)));
    said.push((5, brings));
    said.push((10, CLOSE.to_owned()));
    said.extend(signed.map(|signed| (8, signed)));
    loop {
        let text = said
            .iter()
            .map(|(_, words)| words.as_str())
            .collect::<Vec<_>>()
            .join(" ")
            .replace(" \n", "\n");
        if text.chars().count() <= MOST || said.len() == 1 {
            return text;
        }
        let least = (0..said.len())
            .min_by_key(|place| said[*place].0)
            .unwrap_or(0);
        said.remove(least);
    }
}

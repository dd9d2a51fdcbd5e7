//! The ask by e-mail (row M5; E14): the tie first, then what it is about, a question at the end, under a hundred words.

use super::call::join;
use super::pieces::Pieces;

/// Longer subjects are cut off on a telephone.
const MOST_LETTERS: usize = 60;

/// The subject.
pub fn subject(pieces: &Pieces) -> String {
    let about = pieces.about.as_deref().map(|about| format!("Half an hour about {about}?"));
    about
        .filter(|subject| subject.chars().count() <= MOST_LETTERS)
        .unwrap_or_else(|| "Half an hour of questions?".to_owned())
}

/// The words, in paragraphs, signed where the seeker's name is known.
pub fn text(pieces: &Pieces) -> String {
    let wish = pieces.wish();
    let paragraphs = [
        Some(format!("{},", pieces.hello())),
        join([pieces.tie.as_deref(), pieces.silence.as_deref(), pieces.value.as_deref()]),
        join([Some(&pieces.heading), pieces.inside.as_deref(), Some(&wish)]),
        Some(pieces.close().to_owned()),
        pieces.me.as_deref().map(|me| format!("Kind regards,\n{me}")),
    ];
    paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

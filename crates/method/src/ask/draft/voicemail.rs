//! The ask on a voicemail (row M5): short enough to be heard to its end. It ends with the question, so that they have it
//! in mind when the seeker calls again.

use super::pieces::Pieces;

/// The words.
pub fn text(pieces: &Pieces) -> String {
    let about = pieces.about.as_deref().map_or_else(String::new, |about| format!(" about {about}"));
    let view = if pieces.ideas == 0 { "I'd like to hear how you see things" } else { "I'd like your view on them" };
    let calling = format!("I'm calling because I have {}{about}, and {view}.", pieces.brings());
    let lines = [
        Some(pieces.spoken_hello()),
        pieces.tie.clone(),
        Some(calling),
        Some(format!("I'll call you again, so there is no need to call back. {}", pieces.close())),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

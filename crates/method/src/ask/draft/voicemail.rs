//! The ask on a voicemail (row M5): short enough to be heard to its end. The question comes before the
//! word that the seeker calls again, so that nobody is asked something and told not to answer.

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
        Some(pieces.close().to_owned()),
        Some("I'll call you again to hear what you say, so there is no need to call back.".to_owned()),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

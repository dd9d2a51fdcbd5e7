//! A QR code as a picture: what a telephone's camera takes over from the screen or from paper. Serves the ask.
//!
//! It is drawn here, as one path. The words that it holds always stand beside it; what would make it too fine for a camera
//! gets no picture.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// The longest text, in octets; beyond it the squares become too small on paper.
const LONGEST: usize = 700;

/// White squares around the code. The standard asks for four.
const MARGIN: usize = 4;

/// The picture of these words; `title` names it and `holds` says what a camera will find. None when they are too many.
pub fn picture(words: &str, id: &str, title: &str, holds: &str) -> Option<Markup> {
    if words.len() > LONGEST {
        return None;
    }
    let code = QrCode::with_error_correction_level(words, EcLevel::M).ok()?;
    let (side, path) = (code.width() + 2 * MARGIN, path(&code));
    Some(html! {
        svg.code viewBox={ "0 0 " (side) " " (side) } role="img" aria-labelledby={ (id) "-title " (id) "-holds" } {
            title id={ (id) "-title" } { (title) }
            desc id={ (id) "-holds" } { (holds) }
            rect.paper width=(side) height=(side) {}
            path.ink d=(path) {}
        }
    })
}

/// All dark squares, each run of a row as one stroke.
fn path(code: &QrCode) -> String {
    let (width, squares) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (row, squares) in squares.chunks(width.max(1)).enumerate() {
        let mut column = 0;
        for run in squares.chunk_by(|one, other| one == other) {
            if run.first() == Some(&Color::Dark) {
                let _ = write!(path, "M{} {}h{}v1h-{}z", column + MARGIN, row + MARGIN, run.len(), run.len());
            }
            column += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_becomes_a_small_picture_with_its_words() {
        let picture = picture("tel:+15550100", "dial", "Dial", "+1 555 0100 & more").unwrap().into_string();
        assert!(picture.contains("<desc id=\"dial-holds\">+1 555 0100 &amp; more</desc>"), "{picture}");
        assert!(picture.contains("viewBox=\"0 0 29 29\""), "21 squares and the margin: {picture}");
        // The upper left corner of every code: seven dark squares in a row.
        assert!(picture.contains("d=\"M4 4h7v1h-7z"), "{picture}");
    }

    #[test]
    fn what_no_camera_could_read_is_not_drawn() {
        assert!(picture(&"x".repeat(700), "a", "", "").is_some());
        assert!(picture(&"x".repeat(701), "a", "", "").is_none());
    }
}

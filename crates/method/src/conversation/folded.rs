//! When two short phrases are the same phrase, whatever their capitals, accents and spaces.
//!
//! Serves the conversation: directions and organizations are typed anew each time. It refuses to guess at near misses.

/// The phrase without capitals, accents and superfluous spaces. For comparing only, never for showing.
pub fn folded(phrase: &str) -> String {
    let ascii = any_ascii::any_ascii(phrase).to_lowercase();
    let plain = ascii.split_whitespace().collect::<Vec<_>>().join(" ");
    // Some signs have no plain letter; two phrases of such signs are not the same for that.
    if plain.is_empty() { phrase.trim().to_lowercase() } else { plain }
}

/// The phrase as it will be kept: without spaces around it; none when nothing is left.
pub fn phrase(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Patient safety", "patient  SAFETY ")]
    #[case("Café Zürich", "cafe zurich")]
    fn the_same_phrase_however_it_is_typed(#[case] one: &str, #[case] other: &str) {
        assert_eq!(folded(one), folded(other));
    }

    #[test]
    fn another_phrase_stays_another() {
        assert_ne!(folded("nursing"), folded("nursing homes"));
        assert_eq!(phrase("   "), None);
    }
}

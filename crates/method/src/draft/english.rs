//! Whether a text looks like English, the one language that the draft check knows.
//!
//! Serves the doors, so that they can say so. It refuses to name another language.

/// Words without which hardly any English sentence is made, and which few other languages share.
const FUNCTION_WORDS: &[&str] = &[
    "the", "of", "and", "to", "you", "your", "i", "my", "is", "are", "was", "it", "that", "this", "with", "for",
    "have", "has", "would", "could", "can", "if", "be", "but", "not", "from", "what", "who", "how", "at", "we", "they",
    "there", "been", "hi", "please", "thanks", "do", "about", "me", "in", "a", "on", "any", "some", "u", "ur", "im",
    "i'm", "don't", "know", "hello", "dear", "will", "help", "job",
];

/// Whether a text looks like English. A text without words does.
pub fn looks_english(text: &str) -> bool {
    let (mut words, mut known) = (0_usize, 0_usize);
    for word in text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}')
        .filter(|w| w.chars().any(char::is_alphabetic))
        .take(2000)
    {
        words += 1;
        let word = word.to_lowercase().replace('\u{2019}', "'");
        known += usize::from(FUNCTION_WORDS.contains(&word.as_str()));
    }
    words == 0 || (words < 4 && text.is_ascii()) || known * 100 >= words * 18
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_other_languages() {
        assert!(looks_english("Would you be open to half an hour next week?"));
        assert!(looks_english("hey can u spare 30 min"));
        assert!(looks_english(""));
        assert!(!looks_english("Hätten Sie nächste Woche eine halbe Stunde Zeit für ein Gespräch mit mir?"));
        assert!(!looks_english("Bonjour, auriez-vous une demi-heure la semaine prochaine pour en parler ?"));
        assert!(!looks_english("¿Tendría usted media hora la semana que viene para hablar conmigo?"));
        assert!(!looks_english("来週、三十分ほどお時間をいただけますか。よろしくお願いします。"));
        assert!(!looks_english("Hoi Anna, heb je volgende week een half uur voor een paar vragen?"));
    }
}

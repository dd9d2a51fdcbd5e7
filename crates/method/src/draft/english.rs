//! Whether a text looks like English, the one language that the draft check knows.
//!
//! Serves the doors, so that they can say so. It refuses to name another language.

/// Words without which hardly any English sentence is made, and which few other languages share.
const FUNCTION_WORDS: &[&str] = &[
    "the", "of", "and", "to", "you", "your", "i", "my", "is", "are", "was", "it", "that", "this", "with", "for",
    "have", "has", "would", "could", "can", "if", "be", "but", "not", "from", "what", "who", "how", "at", "we", "they",
    "there", "been", "hi", "please", "thanks", "do", "about", "me", "in", "a", "on", "any", "some", "u", "ur", "im",
    "i'm", "don't", "know", "hello", "dear", "will", "help", "job", "need", "abt", "any1", "anyone", "some1",
    "someone", "ppl", "thx", "pls", "plz", "lmk", "atm", "tmrw", "2moro", "2morrow", "thurs", "gonna", "wanna", "dont",
    "cant", "ive", "idk", "btw", "luv", "wd", "cuz", "bc", "hey", "free", "quick", "work", "hour", "talk", "your",
    "got", "where", "when",
];

/// Words without which hardly any sentence of some other languages is made.
const FOREIGN_WORDS: &[&str] = &[
    "ik", "een", "het", "je", "de", "van", "op", "en", "und", "der", "die", "das", "ist", "nicht", "ich", "du", "mit",
    "ein", "eine", "auf", "le", "la", "les", "des", "est", "une", "un", "pour", "que", "qui", "vous", "el", "los",
    "las", "para", "por", "una", "con", "es", "il", "che", "di", "per", "non", "não", "uma", "com", "você", "och",
    "att", "jag", "som", "det", "og", "er", "na", "się", "nie", "ja", "se",
];

/// Whether a text looks like English, as one writes or texts it. A text without words does.
pub fn looks_english(text: &str) -> bool {
    let (mut words, mut known, mut foreign) = (0_usize, 0_usize, 0_usize);
    for word in text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}')
        .filter(|w| w.chars().any(char::is_alphabetic))
        .take(2000)
    {
        words += 1;
        let word = word.to_lowercase().replace('\u{2019}', "'");
        known += usize::from(FUNCTION_WORDS.contains(&word.as_str()));
        foreign += usize::from(FOREIGN_WORDS.contains(&word.as_str()));
    }
    let enough = (words < 4 && text.is_ascii()) || known * 100 >= words * 18;
    words == 0 || enough && (foreign == 0 || foreign < known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_other_languages() {
        assert!(looks_english("Would you be open to half an hour next week?"));
        assert!(looks_english("hey can u spare 30 min"));
        assert!(looks_english("Hey Ana! Any1 need a nurse atm? lmk"));
        assert!(looks_english("gm! u around 2moro? need ur thoughts on nursing lol"));
        assert!(looks_english("Dear Ms de la Cruz, would you have half an hour for me?"));
        assert!(looks_english(""));
        assert!(!looks_english("Hoi Anna, ik zoek een job in de zorg, is er iets in jouw team?"));
        assert!(!looks_english("Ciao, hai mezz'ora per me la settimana prossima? In ufficio o al telefono"));
        assert!(!looks_english("Hätten Sie nächste Woche eine halbe Stunde Zeit für ein Gespräch mit mir?"));
        assert!(!looks_english("Bonjour, auriez-vous une demi-heure la semaine prochaine pour en parler ?"));
        assert!(!looks_english("¿Tendría usted media hora la semana que viene para hablar conmigo?"));
        assert!(!looks_english("来週、三十分ほどお時間をいただけますか。よろしくお願いします。"));
        assert!(!looks_english("Hoi Anna, heb je volgende week een half uur voor een paar vragen?"));
    }
}

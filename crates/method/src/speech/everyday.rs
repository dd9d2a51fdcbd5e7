//! Everyday words of trades, so that "Patient Safety" can be said as "patient safety" while "Python" stays as it is.
//! Serves the sentences of every step. It refuses to guess: a word that is not here is left as it was written.

/// The phrase with small first letters, when every word in it that starts large is an everyday word.
pub fn small(phrase: &str) -> String {
    let everyday = |word: &str| {
        let plain = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        let one = plain.strip_suffix('s').unwrap_or(&plain);
        let known = EVERYDAY.split_whitespace().any(|word| word == plain || word == one);
        known || (plain.ends_with("ing") && !NAMES.contains(&plain.as_str()))
    };
    let words: Vec<&str> = phrase.split(' ').collect();
    let clear = words.iter().all(|word| !starts_large(word) || everyday(word));
    if !clear {
        return phrase.to_owned();
    }
    words
        .iter()
        .map(|word| if shouts(word) { (*word).to_owned() } else { word.to_lowercase() })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether it is a word of every day, in lower case.
pub(crate) fn is_everyday(word: &str) -> bool {
    EVERYDAY.split_whitespace().any(|one| one == word)
}

fn starts_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !shouts(word)
}

/// A short form such as "TIG" or "IT".
fn shouts(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_uppercase()).count() > 1
}

const NAMES: &[&str] = &["beijing", "boeing", "king", "ming", "sterling", "reading"];

/// Read in any order; the file is kept in the order of the alphabet.
const EVERYDAY: &str = include_str!("everyday.txt");

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Patient Safety", "patient safety")]
    #[case("Calming a busy ward", "calming a busy ward")]
    #[case("TIG Welding", "TIG welding")]
    #[case("Charge Nurse", "charge nurse")]
    #[case("Python", "Python")]
    #[case("Microsoft Excel", "Microsoft Excel")]
    #[case("German cooking", "German cooking")]
    #[case("IT", "IT")]
    fn only_everyday_words_become_small(#[case] written: &str, #[case] said: &str) {
        assert_eq!(small(written), said);
    }
}

//! Words as the seeker typed them, made fit to be kept.
//!
//! Serves the list and the seeker's own page. It drops what cannot be seen (control characters) and refuses nothing that
//! a person could be called: long names, emoji and right-to-left writing pass unchanged.

use crate::change::Refusal;

/// Whether it is no letter but an order to the screen: a control character, or one that turns the writing round until
/// another one ends it. Marks inside right-to-left writing and between the parts of a picture are none.
pub fn is_order(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// One line: orders to the screen are dropped, runs of white space become one space. None when nothing visible is left.
pub fn line(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.chars().filter(|letter| !is_order(*letter)).collect())
        .filter(|word: &String| !word.is_empty())
        .collect();
    Some(words.join(" ")).filter(|line| is_visible(line))
}

/// Several lines: orders to the screen are dropped, line ends stay. None when nothing visible is left.
pub fn prose(text: &str) -> Option<String> {
    let kept: String = text.replace('\t', " ").chars().filter(|letter| *letter == '\n' || !is_order(*letter)).collect();
    Some(kept.trim().to_owned()).filter(|prose| is_visible(prose))
}

/// A line that must not be empty.
///
/// # Errors
/// With the given hint when nothing visible is left of it.
pub fn needed(what: &str, text: &str, hint: &str) -> Result<String, Refusal> {
    line(text).ok_or_else(|| Refusal::usage(format!("{what} is missing."), hint))
}

/// The text as it is compared: Latin letters, lower case, single spaces. "José  GARCÍA" and "jose garcia" are the same.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        // Most names are, and a list has thousands.
        let mut folded = String::with_capacity(text.len());
        for word in text.split_ascii_whitespace() {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
        }
        return folded;
    }
    let plain = any_ascii::any_ascii(text).to_lowercase();
    if plain.trim().is_empty() {
        // Nothing of it has a Latin form (some symbols): it is compared as it is.
        return text.trim().to_lowercase();
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_visible(text: &str) -> bool {
    let unseen = |letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
    };
    !text.chars().all(unseen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::spaces("  Ana \t Pereira\n", Some("Ana Pereira"))]
    #[case::control("Ana\u{7} Per\u{0}eira", Some("Ana Pereira"))]
    #[case::turned_round("\u{202E}Ana\u{202C} Pereira", Some("Ana Pereira"))]
    #[case::emoji("🦊", Some("🦊"))]
    #[case::emoji_of_many_parts("👩‍👩‍👧‍👦", Some("👩‍👩‍👧‍👦"))]
    #[case::right_to_left("דנה כהן", Some("דנה כהן"))]
    #[case::blank(" \n\t ", None)]
    #[case::only_control("\u{1}\u{2}", None)]
    #[case::only_unseen("\u{200B}\u{FEFF}", None)]
    fn a_line_keeps_what_can_be_seen(#[case] typed: &str, #[case] kept: Option<&str>) {
        assert_eq!(line(typed).as_deref(), kept);
    }

    #[test]
    fn a_name_of_three_hundred_letters_is_a_name() {
        let name = "ä".repeat(300);
        assert_eq!(line(&name), Some(name));
    }

    #[test]
    fn prose_keeps_its_lines() {
        assert_eq!(prose(" a\r\n\u{7}b \n"), Some("a\nb".to_owned()));
    }

    #[rstest]
    #[case("José  GARCÍA", "jose garcia")]
    #[case("Łukasz Øst", "lukasz ost")]
    #[case("", "")]
    fn folding_takes_accents_and_case_away(#[case] text: &str, #[case] folded: &str) {
        assert_eq!(fold(text), folded);
    }
}

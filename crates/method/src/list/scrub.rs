//! Taking a name out of what was written.
//!
//! Serves forgetting. It takes out whole names, addresses and numbers, whatever their case, accents and the marks between
//! their words; it refuses to guess at one word of a name that stands alone, because that may be somebody else's.

/// Names, addresses and numbers that are taken out, each split into folded words.
#[derive(Debug, Default)]
pub(crate) struct Needles(Vec<Vec<String>>);

/// How many marks may stand between two words of one name: "Pereira, Ana".
const MARKS_BETWEEN: usize = 3;

impl Needles {
    /// Adds a text that is taken out wherever it stands as a whole.
    pub(crate) fn add(&mut self, text: &str) {
        let is_mark = |letter: char| !letter.is_alphanumeric() && folded(letter).next().is_some();
        let mut words: Vec<String> = text.split(is_mark).map(|word| word.chars().flat_map(folded).collect()).collect();
        words.retain(|word: &String| !word.is_empty());
        if words.is_empty() && !text.trim().is_empty() {
            // A name of nothing but signs.
            words.push(text.trim().chars().flat_map(folded).collect());
        }
        if words.iter().any(|word| !word.is_empty()) && !self.0.contains(&words) {
            self.0.push(words);
            self.0.sort_by_key(|words| std::cmp::Reverse(words.iter().map(String::len).sum::<usize>()));
        }
    }

    /// The text with "someone" in every such place; none when there is no such place.
    pub(crate) fn taken_out_of(&self, text: &str) -> Option<String> {
        let mut left = String::with_capacity(text.len());
        let (mut at, mut before, mut found) = (0, None, false);
        while let Some(letter) = text[at..].chars().next() {
            let begins = !(before.is_some_and(joins) && joins(letter));
            if let Some(length) = begins.then(|| self.length_at(&text[at..])).flatten() {
                left.push_str("someone");
                found = true;
                before = text[at..at + length].chars().next_back();
                at += length;
            } else {
                left.push(letter);
                before = Some(letter);
                at += letter.len_utf8();
            }
        }
        found.then_some(left)
    }

    /// How many bytes at the beginning of the text are one of the needles.
    fn length_at(&self, text: &str) -> Option<usize> {
        self.0.iter().find_map(|words| length_of(words, text)).filter(|length| *length > 0)
    }
}

fn length_of(words: &[String], text: &str) -> Option<usize> {
    let mut rest = text;
    for (nth, word) in words.iter().enumerate() {
        if nth > 0 {
            let marks = rest.chars().take_while(|letter| !letter.is_alphanumeric()).count();
            let after = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
            if !(1..=MARKS_BETWEEN).contains(&marks) {
                return None;
            }
            rest = after;
        }
        rest = without_start(rest, word)?;
    }
    let last = text[..text.len() - rest.len()].chars().next_back();
    let goes_on = rest.chars().next().is_some_and(joins) && last.is_some_and(joins);
    (!goes_on).then(|| text.len() - rest.len())
}

/// What follows the word, which is folded; marks that belong to its last letter are passed over.
fn without_start<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut expected = word.chars().peekable();
    for (at, letter) in text.char_indices() {
        let mut plain = folded(letter).peekable();
        if expected.peek().is_none() && plain.peek().is_some() {
            return Some(&text[at..]);
        }
        for letter in plain {
            if expected.next() != Some(letter) {
                return None;
            }
        }
    }
    expected.peek().is_none().then_some("")
}

/// A letter as it is compared: plain and small. Nothing for a mark upon a letter, or one that cannot be seen.
fn folded(letter: char) -> impl Iterator<Item = char> {
    let plain = any_ascii::any_ascii_char(letter);
    // Letters of such a script stay as they are: many that look different sound alike.
    let own = stands_close(letter) || (plain.is_empty() && letter.is_alphanumeric());
    let plain = if own { "" } else { plain };
    own.then_some(letter).into_iter().flat_map(char::to_lowercase).chain(plain.chars().flat_map(char::to_lowercase))
}

/// Whether a word goes on through this letter. In scripts without spaces none does.
fn joins(letter: char) -> bool {
    letter.is_alphanumeric() && !stands_close(letter)
}

/// Whether the letter is of a script that puts no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese.
fn stands_close(letter: char) -> bool {
    matches!(letter,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn taken_out(needles: &[&str], text: &str) -> Option<String> {
        let mut all = Needles::default();
        needles.iter().for_each(|needle| all.add(needle));
        all.taken_out_of(text)
    }

    #[rstest]
    #[case::whole("Ana Pereira named Bo.", Some("someone named Bo."))]
    #[case::any_case("ask ANA  pereira's team", Some("ask someone's team"))]
    #[case::over_a_line_end("Ana\nPereira", Some("someone"))]
    #[case::with_a_mark_between("Ana-Pereira", Some("someone"))]
    #[case::twice("Ana Pereira, Ana Pereira", Some("someone, someone"))]
    #[case::address("mail ana@harbor.example.", Some("mail someone."))]
    #[case::given_name_alone("Ana said yes", None)]
    #[case::part_of_another("Diana Pereiras", None)]
    #[case::longer_name("Joana Pereira", None)]
    #[case::far_apart("Ana -- and then -- Pereira", None)]
    #[case::accents("née Łucja İnan", None)]
    #[case::empty("", None)]
    fn whole_names_are_taken_out(#[case] text: &str, #[case] left: Option<&str>) {
        assert_eq!(taken_out(&["Ana Pereira", "ana@harbor.example"], text).as_deref(), left);
    }

    #[rstest]
    #[case::without_accents("José García", "ask jose garcia", "ask someone")]
    #[case::with_accents("Jose Garcia", "ask José García", "ask someone")]
    #[case::in_two_signs("José", "ask Jose\u{301}.", "ask someone.")]
    #[case::sharp_s("Grete Weiß", "GRETE WEISS", "someone")]
    #[case::between_other_letters("张伟", "请问张伟吗", "请问someone吗")]
    #[case::beside_other_letters("Ana Pereira", "我问Ana Pereira了", "我问someone了")]
    #[case::with_a_picture("Ben 🦊 Okafor", "Ben Okafor", "someone")]
    #[case::nothing_but_a_picture("🦊", "met 🦊 today", "met someone today")]
    fn a_name_is_found_however_it_is_written(#[case] name: &str, #[case] text: &str, #[case] left: &str) {
        assert_eq!(taken_out(&[name], text).as_deref(), Some(left));
    }

    #[test]
    fn what_only_sounds_alike_stays() {
        assert_eq!(taken_out(&["张伟"], "章伟"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in ".*", name in ".*") {
            taken_out(&[&name], &text);
        }
    }
}

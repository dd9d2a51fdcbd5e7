//! Taking a name out of what was written.
//!
//! Serves forgetting. It takes out whole names, addresses and numbers, whatever their case and spacing; it refuses to guess
//! at a given name that stands alone, because that may be somebody else's.

/// Names, addresses and numbers that are taken out, each split into words.
#[derive(Debug, Default)]
pub(crate) struct Needles(Vec<Vec<String>>);

impl Needles {
    /// Adds a text that is taken out wherever it stands as a whole.
    pub(crate) fn add(&mut self, text: &str) {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        if !words.is_empty() && !self.0.contains(&words) {
            self.0.push(words);
            self.0.sort_by_key(|words| std::cmp::Reverse(words.iter().map(String::len).sum::<usize>()));
        }
    }

    /// The text with "someone" in every such place; none when there is no such place.
    pub(crate) fn taken_out_of(&self, text: &str) -> Option<String> {
        let mut left = String::with_capacity(text.len());
        let (mut at, mut before, mut found) = (0, None, false);
        while let Some(letter) = text[at..].chars().next() {
            let begins = !before.is_some_and(char::is_alphanumeric);
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
        self.0.iter().find_map(|words| length_of(words, text))
    }
}

fn length_of(words: &[String], text: &str) -> Option<usize> {
    let mut rest = text;
    for (nth, word) in words.iter().enumerate() {
        if nth > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        rest = without_start(rest, word)?;
    }
    let ends = !rest.chars().next().is_some_and(char::is_alphanumeric);
    ends.then(|| text.len() - rest.len())
}

/// What follows the word, which is in lower case.
fn without_start<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut expected = word.chars().peekable();
    for (at, letter) in text.char_indices() {
        if expected.peek().is_none() {
            return Some(&text[at..]);
        }
        for small in letter.to_lowercase() {
            if expected.next() != Some(small) {
                return None;
            }
        }
    }
    expected.peek().is_none().then_some("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::whole("Ana Pereira named Bo.", Some("someone named Bo."))]
    #[case::any_case("ask ANA  pereira's team", Some("ask someone's team"))]
    #[case::over_a_line_end("Ana\nPereira", Some("someone"))]
    #[case::twice("Ana Pereira, Ana Pereira", Some("someone, someone"))]
    #[case::address("mail ana@harbor.example.", Some("mail someone."))]
    #[case::given_name_alone("Ana said yes", None)]
    #[case::part_of_another("Diana Pereiras", None)]
    #[case::longer_name("Joana Pereira", None)]
    #[case::accents("née Łucja İnan", None)]
    #[case::empty("", None)]
    fn whole_names_are_taken_out(#[case] text: &str, #[case] left: Option<&str>) {
        let mut needles = Needles::default();
        needles.add("Ana Pereira");
        needles.add("ana@harbor.example");
        assert_eq!(needles.taken_out_of(text).as_deref(), left);
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in ".*", name in ".*") {
            let mut needles = Needles::default();
            needles.add(&name);
            needles.taken_out_of(&text);
        }
    }
}

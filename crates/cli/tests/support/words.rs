//! Splits a typed line as a shell does, as far as transcripts need it: spaces, and single or double quotes.

/// The words of a line.
pub fn split(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut begun) = (Vec::new(), String::new(), None, false);
    for letter in line.chars() {
        match (letter, quote) {
            ('"' | '\'', None) => (quote, begun) = (Some(letter), true),
            (letter, Some(open)) if letter == open => quote = None,
            (' ', None) if begun => {
                words.push(std::mem::take(&mut word));
                begun = false;
            }
            (' ', None) => {}
            (letter, _) => {
                word.push(letter);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

#[test]
fn quotes_keep_words_together() {
    assert_eq!(
        split(r#"halfhour list add "Ana Pereira" --note 'say "hi"' """#),
        ["halfhour", "list", "add", "Ana Pereira", "--note", "say \"hi\"", ""]
    );
}

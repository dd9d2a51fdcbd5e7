//! Splits a command as a shell does, as far as the name of an editor needs it. It refuses to expand anything.

/// The words of a line; none when a quote stays open.
pub fn split(line: &str) -> Option<Vec<String>> {
    let (mut words, mut word) = (Vec::new(), None::<String>);
    let mut quote = None;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            ('\'' | '"', None) => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (letter, Some(open)) if letter == open => quote = None,
            (letter, None) if letter.is_whitespace() => words.extend(word.take()),
            // A path of Windows is full of backslashes; only these are marked by one.
            ('\\', None | Some('"')) if letters.peek().is_some_and(|next| matches!(next, ' ' | '\\' | '"' | '\'')) => {
                word.get_or_insert_default().extend(letters.next());
            }
            (letter, _) => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("nano", &["nano"])]
    #[case("  code  --wait ", &["code", "--wait"])]
    #[case("'/opt/my editor/bin' -f", &["/opt/my editor/bin", "-f"])]
    #[case(r"/opt/my\ editor -f", &["/opt/my editor", "-f"])]
    #[case(r#""C:\Program Files\ed.exe" """#, &[r"C:\Program Files\ed.exe", ""])]
    #[case("", &[])]
    fn a_line_becomes_words(#[case] line: &str, #[case] words: &[&str]) {
        assert_eq!(split(line).as_deref(), Some(words.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice()));
    }

    #[test]
    fn an_open_quote_is_noticed() {
        assert_eq!(split("vim 'and then"), None);
    }
}

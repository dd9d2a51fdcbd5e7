//! Breaks long lines at spaces. Serves every command's text. It refuses to break a word, or a command between backticks,
//! which somebody may want to copy.

use super::columns_of;

/// The text in lines of at most so many columns. The first line begins at column `first`; the lines that follow it are
/// indented by `then`, and by what the line itself was indented. A line that fits is left as it is.
pub fn wrap(text: &str, width: usize, first: usize, then: usize) -> String {
    let mut wrapped = String::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        let (start, indent) = if number == 0 { (first, then) } else { (then, then) };
        if number > 0 {
            wrapped.push('\n');
            wrapped.extend(std::iter::repeat_n(' ', if line.is_empty() { 0 } else { indent }));
        }
        wrap_line(&mut wrapped, line, width, start, indent);
    }
    wrapped
}

fn wrap_line(wrapped: &mut String, line: &str, width: usize, start: usize, indent: usize) {
    if start + columns_of(line) <= width {
        wrapped.push_str(line);
        return;
    }
    let words = line.trim_start_matches(' ');
    let own = line.len() - words.len();
    wrapped.extend(std::iter::repeat_n(' ', own));
    let indent = indent + own;
    let (mut at, mut begun) = (start + own, false);
    for piece in pieces(words) {
        let wide = columns_of(piece);
        if begun && at + 1 + wide > width {
            wrapped.push('\n');
            wrapped.extend(std::iter::repeat_n(' ', indent));
            at = indent;
        } else if begun {
            wrapped.push(' ');
            at += 1;
        }
        wrapped.push_str(piece);
        at += wide;
        begun = true;
    }
}

/// The words of a line; a command between backticks is one word, with the marks that touch it.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut begun, mut inside) = (0, false);
    for (place, letter) in line.char_indices() {
        match letter {
            '`' => inside = !inside && line[place + 1..].contains('`'),
            ' ' if !inside => {
                pieces.push(&line[begun..place]);
                begun = place + 1;
            }
            _ => {}
        }
    }
    pieces.push(&line[begun..]);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("one two three", "one two\nthree")]
    #[case("  - one two three", "  - one\n  two\n  three")]
    #[case("short\nand a longer line", "short\nand a\nlonger\nline")]
    #[case("incomprehensibilities are", "incomprehensibilities\nare")]
    #[case("say: `a b c d e f`.", "say:\n`a b c d e f`.")]
    #[case("it`s as it is", "it`s as it\nis")]
    #[case("時間時間 時間", "時間時間\n時間")]
    #[case("fits  well", "fits  well")]
    #[case("", "")]
    fn lines_break_at_spaces(#[case] text: &str, #[case] wrapped: &str) {
        assert_eq!(wrap(text, 10, 0, 0), wrapped);
    }

    #[test]
    fn what_follows_stands_below_the_words() {
        assert_eq!(wrap("one two three", 12, 4, 4), "one two\n    three");
        assert_eq!(wrap("one\n\ntwo", 12, 4, 4), "one\n\n    two");
    }
}

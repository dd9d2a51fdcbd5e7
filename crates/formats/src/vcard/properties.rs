//! The lines of one card as properties: unfolded, decoded, without groups.
//!
//! Serves the list. It takes what 2.1, 3.0 and 4.0 write, each as the others would not: soft line breaks, bare
//! parameters, escapes. It refuses to unpack pictures, sounds and keys.

use super::cards;
use super::quoted_printable;

/// One property of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Property {
    /// Its name in capitals, without a group.
    pub name: String,
    /// Its types, in lower case.
    types: Vec<String>,
    /// The value as it stands, escapes and all.
    value: String,
}

impl Property {
    /// The value as one text.
    pub(super) fn text(&self) -> String {
        unescaped(&self.value)
    }

    /// The value cut at semicolons; parts of parts are joined with spaces.
    pub(super) fn parts(&self) -> Vec<String> {
        cut(&self.value, ';').into_iter().map(|part| unescaped(part).trim().to_owned()).collect()
    }

    /// The value cut at every such sign.
    pub(super) fn list(&self, sign: char) -> Vec<String> {
        cut(&self.value, sign).into_iter().map(unescaped).collect()
    }

    /// Whether this is its only use, such as a number that only a fax answers.
    pub(super) fn is_only(&self, kind: &str) -> bool {
        let uses = ["voice", "cell", "fax", "pager", "video", "text", "msg", "modem"];
        let mut told = self.types.iter().filter(|own| uses.contains(&own.as_str())).peekable();
        told.peek().is_some() && told.all(|own| own == kind)
    }
}

/// Properties that hold pictures, sounds and keys.
const UNREAD: [&str; 5] = ["PHOTO", "LOGO", "SOUND", "KEY", "AGENT"];

/// The properties of a card, of cards inside it none.
pub(super) fn properties(card: &str) -> Vec<Property> {
    let mut lines = card.split(['\n', '\r']).filter(|line| !line.is_empty()).peekable();
    let is_old = card.lines().any(|line| line.trim().eq_ignore_ascii_case("VERSION:2.1"));
    let (mut found, mut depth) = (Vec::new(), 0_usize);
    while let Some(line) = lines.next() {
        depth += usize::from(cards::begins(line));
        let mut head = Head::of(line);
        let is_inside = depth > 1;
        let is_unread = is_inside || head.as_ref().is_none_or(|head| UNREAD.contains(&head.name.as_str()));
        let mut value = head.as_mut().map(|head| std::mem::take(&mut head.value)).unwrap_or_default();
        if head.as_ref().is_some_and(|head| head.is_quoted_printable) {
            while value.ends_with('=') {
                let Some(next) = lines.next() else { break };
                value.pop();
                value.push_str(next);
            }
        }
        while let Some(folded) = lines.next_if(|next| next.starts_with([' ', '\t'])) {
            if !is_unread {
                value.push_str(if is_old { folded } else { &folded[1..] });
            }
        }
        if is_end(line) {
            depth = depth.saturating_sub(1);
        }
        if let Some(head) = head.filter(|_| !is_unread) {
            found.push(head.property(value));
        }
    }
    found
}

fn is_end(line: &str) -> bool {
    line.trim().eq_ignore_ascii_case("END:VCARD")
}

/// What stands before the value of a property.
struct Head {
    name: String,
    types: Vec<String>,
    charset: Option<String>,
    is_quoted_printable: bool,
    value: String,
}

impl Head {
    /// None for a line without a colon.
    fn of(line: &str) -> Option<Self> {
        let colon = unquoted(line, ':').next()?;
        let (head, value) = (&line[..colon], &line[colon + 1..]);
        let mut words = cut_unquoted(head, ';').into_iter();
        let name = words.next().unwrap_or_default().trim().trim_start_matches('\u{feff}');
        let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
        let mut read =
            Head { name, types: Vec::new(), charset: None, is_quoted_printable: false, value: value.to_owned() };
        words.for_each(|word| read.parameter(word));
        Some(read)
    }

    /// `TYPE=home,work`, `CHARSET=UTF-8`, `ENCODING=QUOTED-PRINTABLE`, or such a value alone.
    fn parameter(&mut self, word: &str) {
        let (name, value) = word.split_once('=').unwrap_or(("", word));
        let value = value.trim().trim_matches('"').to_ascii_lowercase();
        match name.trim().to_ascii_uppercase().as_str() {
            "CHARSET" => self.charset = Some(value),
            "ENCODING" | "" if value == "quoted-printable" => self.is_quoted_printable = true,
            "TYPE" | "" => self.types.extend(value.split(',').map(str::to_owned)),
            _ => {}
        }
    }

    fn property(self, value: String) -> Property {
        let value = match self.is_quoted_printable {
            true => quoted_printable::decode(&value, self.charset.as_deref()),
            false => value,
        };
        Property { name: self.name, types: self.types, value }
    }
}

/// Where a sign stands outside of quotation marks, in bytes.
fn unquoted(text: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut is_quoted = false;
    text.char_indices().filter_map(move |(at, letter)| {
        is_quoted ^= letter == '"';
        (letter == sign && !is_quoted).then_some(at)
    })
}

fn cut_unquoted(text: &str, sign: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for at in unquoted(text, sign) {
        parts.push(&text[from..at]);
        from = at + sign.len_utf8();
    }
    parts.push(&text[from..]);
    parts
}

/// Cuts at every sign that no backslash stands before.
fn cut(value: &str, sign: char) -> Vec<&str> {
    let (mut parts, mut from, mut is_escaped) = (Vec::new(), 0, false);
    for (at, letter) in value.char_indices() {
        if letter == sign && !is_escaped {
            parts.push(&value[from..at]);
            from = at + sign.len_utf8();
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    parts.push(&value[from..]);
    parts
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(sign @ ('\\' | ',' | ';' | ':')) => text.push(sign),
                // 2.1 knows no escapes: the backslash is meant.
                Some(other) => text.extend(['\\', other]),
                None => text.push('\\'),
            },
            (letter, false) => text.push(letter),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn one(lines: &str) -> Property {
        properties(&format!("BEGIN:VCARD\n{lines}\nEND:VCARD"))
            .into_iter()
            .find(|property| !matches!(property.name.as_str(), "BEGIN" | "END" | "VERSION"))
            .unwrap()
    }

    #[rstest]
    #[case::plain("FN:Ana", "FN", "Ana")]
    #[case::a_group("item1.EMAIL;type=INTERNET:ana@example.com", "EMAIL", "ana@example.com")]
    #[case::small_letters("fn:Ana", "FN", "Ana")]
    #[case::folded("NOTE:one\n  two\n\tthree", "NOTE", "one twothree")]
    #[case::folded_in_2_1("VERSION:2.1\nNOTE:one\n two", "NOTE", "one two")]
    #[case::coded("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB", "FN", "Zoë")]
    #[case::coded_bare("FN;QUOTED-PRINTABLE:Zo=EB", "FN", "Zoë")]
    #[case::coded_over_lines("FN;ENCODING=QUOTED-PRINTABLE:Zo=\n=C3=\n=AB Brandt", "FN", "Zoë Brandt")]
    #[case::a_colon_in_quotation_marks("TEL;X=\"a:b\":123", "TEL", "123")]
    #[case::escapes("NOTE:a\\, b\\n\\\\c", "NOTE", "a, b\n\\c")]
    #[case::no_escape("FN:C:\\temp", "FN", "C:\\temp")]
    fn a_line_becomes_a_property(#[case] lines: &str, #[case] name: &str, #[case] text: &str) {
        let property = one(lines);
        assert_eq!((property.name.as_str(), property.text().as_str()), (name, text));
    }

    #[test]
    fn pictures_and_cards_inside_are_passed_over() {
        let card = "PHOTO;BASE64:\n AAAA\n BBBB\n\nAGENT:\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nFN:Ana";
        assert_eq!(one(card).text(), "Ana");
    }

    #[test]
    fn parts_keep_their_escaped_signs() {
        assert_eq!(one("ORG:Smith\\; Sons;Boats, small").parts(), ["Smith; Sons", "Boats, small"]);
        assert_eq!(one("NICKNAME:Bo,B\\,B").list(','), ["Bo", "B,B"]);
    }

    #[rstest]
    #[case("TEL;TYPE=WORK,FAX:1", true)]
    #[case("TEL;WORK;FAX:1", true)]
    #[case("TEL;WORK;FAX;VOICE:1", false)]
    #[case("TEL;HOME:1", false)]
    fn a_number_may_be_only_for_a_fax(#[case] line: &str, #[case] expected: bool) {
        assert_eq!(one(line).is_only("fax"), expected);
    }
}

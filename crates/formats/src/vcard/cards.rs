//! Takes a file apart into cards, and knows on which lines each one stands.
//!
//! Serves the list. A card ends where it says so, or where the next one begins; a card inside a card (an agent of 2.1)
//! belongs to the outer one. It refuses to lose lines that belong to no card: they are one of their own, with a flaw.

/// The longest card that is believed: pictures included, 16 MiB.
const CARD_BYTES: usize = 16 << 20;

/// How deep cards may stand inside cards.
const DEPTH: usize = 8;

/// One card as it stands in the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Card<'t> {
    /// The nth of the file, from 1.
    pub place: u32,
    /// Its first line, from 1.
    pub line: u32,
    /// Its last line.
    pub last: u32,
    /// Where the next one may start, in bytes.
    pub end: usize,
    /// Everything from BEGIN to END.
    pub text: &'t str,
    /// Why it is none.
    pub flaw: Option<Flaw>,
}

/// What can be wrong with a card as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// The next card begins, or the file ends, before it ends.
    Unended,
    /// Lines before a card, between two or after one.
    Stray,
    /// Longer than is believed.
    TooLong,
}

/// The cards of a text, one by one.
pub(super) struct Cards<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    place: u32,
}

/// Whether a line begins a card.
pub(super) fn begins(line: &str) -> bool {
    is(line, "BEGIN")
}

fn ends(line: &str) -> bool {
    is(line, "END")
}

fn is(line: &str, word: &str) -> bool {
    let line = line.trim_start_matches('\u{feff}').trim();
    // A group may stand before it, item1.BEGIN, and so may the name of an agent.
    line.rsplit_once(':').is_some_and(|(name, value)| {
        let name = name.trim().rsplit(['.', ':']).next().unwrap_or_default();
        name.eq_ignore_ascii_case(word) && value.trim().eq_ignore_ascii_case("VCARD")
    })
}

/// How a remark begins that [`crate::rejects`] writes before a card. It stands between cards even where one has no end.
const REMARK: &str = "# record ";

/// Whether a line is of no matter outside of cards: blank, or a remark.
fn is_nothing(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\0' | '\u{1a}'));
    line.is_empty() || line.starts_with('#')
}

impl<'t> Cards<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Cards { text, at: 0, line: 1, place: 0 }
    }

    /// The line at the byte `at`, and where the next one starts.
    fn line_at(&self, at: usize) -> (&'t str, usize) {
        let rest = &self.text[at..];
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let next = match rest.as_bytes().get(end..) {
            Some([b'\r', b'\n', ..]) => end + 2,
            Some([_, ..]) => end + 1,
            _ => end,
        };
        (&rest[..end], at + next)
    }

    fn skip_nothing(&mut self) {
        while self.at < self.text.len() {
            let (line, next) = self.line_at(self.at);
            if !is_nothing(line) {
                break;
            }
            self.at = next;
            self.line = self.line.saturating_add(1);
        }
    }

    /// How many lines the unit at the current line takes up, where it ends, and what is wrong with it.
    fn extent(&self) -> (u32, usize, Option<Flaw>) {
        let (first, mut at) = self.line_at(self.at);
        let is_stray = !begins(first);
        let (mut lines, mut depth, mut agent) = (1_u32, 1_usize, false);
        if is_stray && ends(first) {
            return (1, at, Some(Flaw::Stray));
        }
        while at < self.text.len() {
            let (line, next) = self.line_at(at);
            if line.starts_with(REMARK) {
                return (lines, at, Some(if is_stray { Flaw::Stray } else { Flaw::Unended }));
            }
            if begins(line) {
                if is_stray || !(agent || names_agent(line)) || depth >= DEPTH {
                    return (lines, at, Some(if is_stray { Flaw::Stray } else { Flaw::Unended }));
                }
                depth += 1;
            }
            // The line before a card inside a card names it; blank lines may stand between.
            agent = is_agent(line) || (agent && line.trim().is_empty());
            (at, lines) = (next, lines.saturating_add(1));
            if ends(line) {
                depth -= 1;
                if is_stray || depth == 0 {
                    return (lines, at, is_stray.then_some(Flaw::Stray));
                }
            }
        }
        (lines, at, Some(if is_stray { Flaw::Stray } else { Flaw::Unended }))
    }
}

fn is_agent(line: &str) -> bool {
    names_agent(line) && line.trim_end().ends_with(':')
}

fn names_agent(line: &str) -> bool {
    let name = line.split([':', ';']).next().unwrap_or_default().trim();
    name.rsplit('.').next().is_some_and(|name| name.eq_ignore_ascii_case("AGENT"))
}

impl<'t> Iterator for Cards<'t> {
    type Item = Card<'t>;

    fn next(&mut self) -> Option<Card<'t>> {
        self.skip_nothing();
        if self.at >= self.text.len() {
            return None;
        }
        let (lines, end, flaw) = self.extent();
        let text = &self.text[self.at..end];
        let line = self.line;
        self.place = self.place.saturating_add(1);
        self.line = self.line.saturating_add(lines);
        self.at = end;
        let flaw = flaw.or((text.len() > CARD_BYTES).then_some(Flaw::TooLong));
        Some(Card { place: self.place, line, last: self.line - 1, end, text, flaw })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const A: &str = "BEGIN:VCARD\nFN:A\nEND:VCARD\n";

    #[rstest]
    #[case::two(&[A, A], &[(1, 3, None), (4, 6, None)])]
    #[case::with_a_mark_and_blank_lines(&["\u{feff}", A, "\r\n\r\n", A], &[(1, 3, None), (6, 8, None)])]
    #[case::one_without_an_end(&["BEGIN:VCARD\nFN:B\n", A], &[(1, 2, Some(Flaw::Unended)), (3, 5, None)])]
    #[case::one_without_a_beginning(&[A, "FN:B\nEND:VCARD\n", A], &[(1, 3, None), (4, 5, Some(Flaw::Stray)), (6, 8, None)])]
    #[case::an_end_alone(&[A, "END:VCARD\n", A], &[(1, 3, None), (4, 4, Some(Flaw::Stray)), (5, 7, None)])]
    #[case::an_agent(&["begin:vcard\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nFN:A\nend:vcard"], &[(1, 7, None)])]
    #[case::an_agent_on_the_same_line(&["BEGIN:VCARD\nAGENT:BEGIN:VCARD\nEND:VCARD\nFN:A\nEND:VCARD"], &[(1, 5, None)])]
    #[case::cut_off(&[A, "BEGIN:VCARD\nFN:"], &[(1, 3, None), (4, 5, Some(Flaw::Unended))])]
    #[case::a_remark(&["# record 1, line 1: cut off\r\n", A], &[(2, 4, None)])]
    #[case::a_remark_after_one_without_an_end(&["BEGIN:VCARD\n# record 2, line 9: stray\nFN:B\nEND:VCARD\n"], &[(1, 1, Some(Flaw::Unended)), (3, 4, Some(Flaw::Stray))])]
    #[case::nothing(&["\n \n"], &[])]
    fn every_line_belongs_to_something(#[case] texts: &[&str], #[case] expected: &[(u32, u32, Option<Flaw>)]) {
        let text = texts.concat();
        let cards: Vec<_> = Cards::new(&text).map(|card| (card.line, card.last, card.flaw)).collect();
        assert_eq!(cards, expected);
    }
}

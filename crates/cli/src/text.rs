//! Words for the terminal: a few shapes, so that every command looks like the next one. Long lines are wrapped here and
//! nowhere else.

mod wrap;

use std::fmt::Write as _;

use clap::builder::styling::{AnsiColor, Style};
use method::list::written;

const HEADING: Style = Style::new().bold();
const MUTED: Style = Style::new().dimmed();
const WARM: Style = AnsiColor::Yellow.on_default();

/// The narrowest and the widest page, in columns; wider lines are hard to read.
const NARROWEST: usize = 40;
const WIDEST: usize = 100;

/// A page of text under construction.
#[derive(Debug)]
pub struct Text {
    out: String,
    /// How many columns a line may take.
    width: usize,
}

impl Default for Text {
    /// As wide as the terminal says it is, and 80 columns when it does not say.
    fn default() -> Self {
        let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
        Self { out: String::new(), width: told.unwrap_or(80).clamp(NARROWEST, WIDEST) }
    }
}

impl Text {
    /// A page of that width, for tests.
    #[cfg(test)]
    pub fn of_width(width: usize) -> Self {
        Self { out: String::new(), width }
    }

    /// A heading, with a blank line before it unless it is the first.
    pub fn heading(&mut self, words: impl AsRef<str>) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.styled(HEADING, words.as_ref());
        self.out.push('\n');
    }

    /// A line.
    pub fn line(&mut self, words: impl AsRef<str>) {
        self.hanging("", words);
    }

    /// A line that begins with a mark, such as a number; what is wrapped stands below the words.
    pub fn hanging(&mut self, mark: &str, words: impl AsRef<str>) {
        let indent = columns_of(mark);
        let _ = writeln!(self.out, "{mark}{}", wrap::wrap(&clean(words.as_ref()), self.width, indent, indent));
    }

    /// A line of a tree: `mark` stands before it, and `below` before what is wrapped.
    pub fn branch(&mut self, mark: &str, below: &str, words: impl AsRef<str>) {
        // However deep the tree, some room is left for the words.
        let room = self.width.saturating_sub(columns_of(mark)).max(NARROWEST / 2);
        let words = wrap::wrap(&clean(words.as_ref()), room, 0, 0);
        let _ = writeln!(self.out, "{mark}{}", words.replace('\n', &format!("\n{below}")));
    }

    /// Words to be pasted elsewhere: left as they are, never wrapped.
    pub fn verbatim(&mut self, words: impl AsRef<str>) {
        let _ = writeln!(self.out, "{}", clean(words.as_ref()));
    }

    /// A line that steps back: a reason, an id, a hint.
    pub fn muted(&mut self, words: impl AsRef<str>) {
        self.styled(MUTED, words.as_ref());
        self.out.push('\n');
    }

    /// A line that asks for attention.
    pub fn warm(&mut self, words: impl AsRef<str>) {
        self.styled(WARM, words.as_ref());
        self.out.push('\n');
    }

    /// An indented point.
    pub fn point(&mut self, words: impl AsRef<str>) {
        self.hanging("  - ", words);
    }

    /// An indented point that steps back.
    pub fn muted_point(&mut self, words: impl AsRef<str>) {
        let words = wrap::wrap(&clean(words.as_ref()), self.width, 4, 4);
        let _ = writeln!(self.out, "{MUTED}  - {words}{MUTED:#}");
    }

    /// A labelled value; nothing when there is none.
    pub fn field(&mut self, label: &str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value.as_ref().map(AsRef::as_ref).filter(|value| !value.is_empty()) {
            let value = wrap::wrap(&clean(value), self.width, columns_of(label) + 2, 2);
            let _ = writeln!(self.out, "{MUTED}{label}:{MUTED:#} {value}");
        }
    }

    /// Where the page stands now, for [`Text::take_back`].
    pub fn mark(&self) -> usize {
        self.out.len()
    }

    /// Takes back what was written since, for instance a heading under which nothing came.
    pub fn take_back(&mut self, mark: usize) {
        self.out.truncate(mark);
    }

    /// A blank line.
    pub fn gap(&mut self) {
        self.out.push('\n');
    }

    /// Columns, each as wide as its widest cell; the last one is not padded.
    pub fn table(&mut self, rows: &[Vec<String>]) {
        let cell = |cell: &String| clean(cell).replace('\n', " ");
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| columns_of(cell)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in &rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                let gap = width.saturating_sub(columns_of(cell)) + 2;
                let _ = write!(line, "{cell}{:gap$}", "");
            }
            let _ = writeln!(self.out, "{}", line.trim_end());
        }
    }

    fn styled(&mut self, style: Style, words: &str) {
        let _ = write!(self.out, "{style}{}{style:#}", wrap::wrap(&clean(words), self.width, 0, 0));
    }

    /// The page as it stands.
    pub fn finish(self) -> String {
        self.out
    }
}

/// How many columns a terminal needs for it.
fn columns_of(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

/// Cuts what would break a table or a tree, so that it takes at most so many columns; `halfhour list show` has the whole.
pub fn short(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if columns_of(&text) <= most {
        return text;
    }
    let mut cut = String::new();
    for letter in text.chars() {
        cut.push(letter);
        if columns_of(&cut) >= most {
            cut.pop();
            break;
        }
    }
    cut.trim_end().to_owned() + "…"
}

/// Leaves out what gives orders to a terminal: moves the cursor, changes colours, turns the line round. A name may hold
/// anything.
pub fn clean(text: &str) -> String {
    text.replace('\t', " ").chars().filter(|letter| *letter == '\n' || !written::is_order(*letter)).collect()
}

/// A count with its noun: `1 person`, `3 people`.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

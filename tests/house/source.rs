//! A Rust file taken apart into code, comments and strings, without parsing it.
//!
//! A rule about code must not trip over a comment, and a rule about words must tell an identifier from a quotation.

/// What a stretch of a file is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Code,
    Comment,
    Text,
}

/// One Rust file.
pub struct Source {
    /// From the root of the repository.
    pub path: String,
    /// As it is on disk.
    pub text: String,
    pieces: Vec<(Kind, String)>,
}

impl Source {
    pub fn new(path: &str, text: String) -> Self {
        let mut pieces: Vec<(Kind, String)> = Vec::new();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (kind, length) = first_piece(rest);
            match pieces.last_mut() {
                Some((Kind::Code, code)) if kind == Kind::Code => code.push_str(&rest[..length]),
                _ => pieces.push((kind, rest[..length].to_string())),
            }
            rest = &rest[length..];
        }
        Source { path: path.to_string(), text, pieces }
    }

    /// The file with everything but these kinds turned into spaces; lines stay where they are.
    pub fn only(&self, kinds: &[Kind]) -> String {
        let blank = |text: &str| text.chars().map(|sign| if sign == '\n' { sign } else { ' ' }).collect();
        let shown = |(kind, text): &(Kind, String)| if kinds.contains(kind) { text.clone() } else { blank(text) };
        self.pieces.iter().map(shown).collect()
    }

    /// The code alone.
    pub fn code(&self) -> String {
        self.only(&[Kind::Code])
    }

    /// The strings, each with its line, counted from 1.
    pub fn strings(&self) -> Vec<(usize, &str)> {
        let mut line = 1;
        let mut strings = Vec::new();
        for (kind, text) in &self.pieces {
            if *kind == Kind::Text {
                strings.push((line, text.trim_start_matches(['r', 'b', 'c', '#']).trim_matches(['"', '#'])));
            }
            line += text.matches('\n').count();
        }
        strings
    }

    /// Whether the whole file is a test.
    pub fn is_test(&self) -> bool {
        self.path.split('/').any(|part| part == "tests" || part == "tests.rs" || part == "benches")
    }

    /// Lines before the first `#[cfg(test)]`; none in a file that is a test itself.
    pub fn lines_without_tests(&self) -> usize {
        let code = self.code();
        if self.is_test() { 0 } else { code.lines().take_while(|line| line.trim() != "#[cfg(test)]").count() }
    }
}

/// Every module that code reaches through a path beginning so, as (line, first part of the path): for `crate::` in
/// `use crate::{list::Person, story};` that is `list` and `story`.
pub fn reached(code: &str, prefix: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let line = code[..at].matches('\n').count() + 1;
        let inside_a_name = code[..at].ends_with(|sign: char| sign.is_alphanumeric() || sign == '_' || sign == ':');
        let rest = code[at + prefix.len()..].trim_start();
        let parts = rest.strip_prefix('{').map_or_else(|| vec![first_name(rest)], group);
        found.extend(parts.into_iter().filter(|_| !inside_a_name).map(|part| (line, part)));
    }
    found
}

/// The first name of every member of a use group whose opening brace is behind us.
fn group(rest: &str) -> Vec<String> {
    let (mut depth, mut names, mut start) = (0, Vec::new(), 0);
    for (at, sign) in rest.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(first_name(rest[start..at].trim_start()));
                start = at + 1;
            }
            _ => {}
        }
        if sign == '}' && depth == 0 && start == at + 1 {
            break;
        }
    }
    names
}

fn first_name(text: &str) -> String {
    text.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect()
}

/// Kind and length in bytes of what `rest`, which is not empty, begins with.
fn first_piece(rest: &str) -> (Kind, usize) {
    if rest.starts_with("//") {
        return (Kind::Comment, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (Kind::Comment, block_comment(rest));
    }
    let word = rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(rest.len());
    let after = &rest[word..];
    match &rest[..word] {
        "" | "b" | "c" if after.starts_with('"') => (Kind::Text, word + quoted(after, '"')),
        "r" | "br" | "cr" if after.trim_start_matches('#').starts_with('"') => (Kind::Text, word + raw(after)),
        "" | "b" if is_char(after) => (Kind::Code, word + quoted(after, '\'')),
        "" => (Kind::Code, rest.chars().next().map_or(1, char::len_utf8)),
        _ => (Kind::Code, word),
    }
}

fn block_comment(rest: &str) -> usize {
    let (mut at, mut depth) = (0, 0);
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        let (open, close) = (here.starts_with(b"/*"), here.starts_with(b"*/"));
        at += if open || close { 2 } else { 1 };
        depth += i32::from(open) - i32::from(close);
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// Length up to and with the closing quote; a backslash takes the next sign with it.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, sign) in rest.char_indices().skip(1) {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if sign == quote => return at + sign.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

fn raw(rest: &str) -> usize {
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    let end = format!("\"{}", "#".repeat(hashes));
    rest[hashes + 1..].find(&end).map_or(rest.len(), |at| hashes + 1 + at + end.len())
}

/// Tells `'a'` and `'\n'` from the lifetime `'a`.
fn is_char(rest: &str) -> bool {
    let mut signs = rest.chars();
    signs.next() == Some('\'') && (signs.next() == Some('\\') || signs.next() == Some('\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, code: &str, strings: &[(usize, &str)]) {
        let source = Source::new("some.rs", text.to_string());
        assert_eq!(source.code().split_whitespace().collect::<Vec<_>>().join(" "), code);
        assert_eq!(source.strings(), strings);
    }

    #[test]
    fn comments_and_strings_are_no_code() {
        check("let a = 1; // let b", "let a = 1;", &[]);
        check("a /* b /* c */ d *//**/ e", "a e", &[]);
        check("f(\"x \\\" // y\");\ng(\"z\")", "f( ); g( )", &[(1, "x \\\" // y"), (2, "z")]);
    }

    #[test]
    fn raw_strings_end_with_as_many_hashes_as_they_begin() {
        check("f(r#\"a \" b\"#, br\"c\") + bar", "f( , ) + bar", &[(1, "a \" b"), (1, "c")]);
    }

    #[test]
    fn a_quoted_sign_is_no_string_and_a_lifetime_is_no_quote() {
        check("f('\"', b'\\'', '\\\\'); g::<'a>(\"s\", 'é')", "f('\"', b'\\'', '\\\\'); g::<'a>( , 'é')", &[(1, "s")]);
    }

    #[test]
    fn a_use_group_reaches_each_of_its_members() {
        let code = "use crate::{list::{Person, Record}, story};\nlet a = crate::ask::B; mycrate::no::C";
        let expected = [(1, "list".to_string()), (1, "story".to_string()), (2, "ask".to_string())];
        assert_eq!(reached(code, "crate::"), expected);
    }

    #[test]
    fn what_stands_under_cfg_test_is_not_counted() {
        let text = "//! Doc\nfn a() {}\n#[cfg(test)]\nmod tests {}\n";
        assert_eq!(Source::new("src/a.rs", text.into()).lines_without_tests(), 2);
        assert_eq!(Source::new("tests/a.rs", text.into()).lines_without_tests(), 0);
    }
}

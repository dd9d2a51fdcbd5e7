//! Commands and the pages that do the same. The method names commands in its moves and hints; in a browser they are links.
//!
//! Serves every page. A command whose page is not there stays a command, which works too.

use maud::{Markup, html};

use crate::pages::next::address;
use crate::routes;

/// How a command begins, the page that does it, and what the link says. A longer beginning stands before a shorter one.
const PAGES: &[(&str, &str, &str)] = &[
    ("halfhour list duplicates", "/people/duplicates", "Look at duplicates"),
    ("halfhour list merge", "/people/duplicates", "Look at duplicates"),
    ("halfhour list show", "/people/{person}", "Their page"),
    ("halfhour list edit", "/people/{person}?edit=yes#edit", "Their page"),
    ("halfhour list mark", "/people/{person}?edit=yes#edit", "Their page"),
    ("halfhour list add", "/add", "Add someone"),
    ("halfhour list forget", "/settings/forget/{person}", "Forget them"),
    ("halfhour list", "/people", "Your list"),
    ("halfhour next", "/next", "Choose someone"),
    ("halfhour path", "/organizations", "Find the way in"),
    ("halfhour case", "/people/{person}/prepare", "Make the case"),
    ("halfhour questions", "/people/{person}/prepare", "Choose questions"),
    ("halfhour ask move", "/people/{person}/prepare#meeting", "Their page"),
    ("halfhour ask cancel", "/people/{person}/prepare#meeting", "Their page"),
    ("halfhour ask missed", "/people/{person}/prepare#meeting", "Their page"),
    ("halfhour ask answer", "/people/{person}/answer", "Note the answer"),
    ("halfhour ask", "/people/{person}/prepare", "Prepare"),
    ("halfhour sheet", "/people/{person}/sheet", "Call sheet"),
    ("halfhour conversation", "/people/{person}/talk", "After the call"),
    ("halfhour check", "/check", "The draft check"),
    ("halfhour story", "/story", "Your story"),
    ("halfhour opportunity", "/opportunities", "Opportunities"),
    ("halfhour momentum", "/momentum", "Momentum"),
    ("halfhour map", "/map", "Map"),
    ("halfhour share", "/share", "A page to share"),
    ("halfhour closing", "/closing", "The end of the search"),
    ("halfhour import", "/import", "Bring in a file"),
    ("halfhour me", "/me", "About you"),
    ("halfhour method", "/method", "The method"),
    ("halfhour help method", "/method", "The method"),
    ("halfhour today", "/", "Today"),
    ("halfhour week", "/week", "The week"),
    ("halfhour calendar", "/week", "The week"),
    ("halfhour history", "/history", "History"),
    ("halfhour undo", "/history", "History"),
    ("halfhour backup", "/settings", "Your files"),
    ("halfhour restore", "/settings", "Your files"),
    ("halfhour export", "/settings", "Your files"),
    ("halfhour doctor", "/settings", "Your files"),
];

/// A page that does what a command does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Its address.
    pub to: String,
    /// What the link says.
    pub says: &'static str,
}

/// The page that does what this command does.
pub fn way(command: &str) -> Option<Way> {
    if let Some(there) = command.strip_prefix("halfhour next --at ") {
        return Some(Way { to: address(&unquoted(there)), says: "Choose someone there" });
    }
    let (start, path, says) = PAGES.iter().find(|(start, ..)| begins(command, start))?;
    let rest = command.get(start.len()..).unwrap_or_default();
    let page = path.split(['?', '#']).next().unwrap_or_default();
    let person = rest.split_whitespace().next().filter(|word| is_person(word));
    match person {
        _ if !path.contains("{person}") => routes::stands(path).then(|| Way { to: (*path).to_owned(), says }),
        Some(person) if routes::stands(page) => {
            let form = rest.split_once("--form ").map_or_else(String::new, |(_, form)| format!("?form={form}"));
            Some(Way { to: path.replace("{person}", person) + &form, says })
        }
        Some(person) if routes::stands("/people/{person}") => {
            Some(Way { to: format!("/people/{person}"), says: "Their page" })
        }
        _ => None,
    }
}

/// A name as a command holds it, see `method::speech::ways::typed`.
fn unquoted(name: &str) -> String {
    let within = |sign: char| name.strip_prefix(sign)?.strip_suffix(sign);
    match (within('"'), within('\'')) {
        (Some(plain), _) => plain.to_owned(),
        (None, Some(guarded)) => guarded.replace(r"'\''", "'"),
        (None, None) => name.to_owned(),
    }
}

/// A sentence of the method: what stands between backquotes, or after a colon, is a command and becomes a link. A sentence
/// that ends with its command has no full stop of its own, so that the command can be copied; with a link it gets one.
pub fn told(text: &str) -> Markup {
    let quoted = text.split('`').enumerate();
    html! {
        @for (place, piece) in quoted {
            @if place % 2 == 1 { (command(piece)) }
            @else if let Some((before, after)) = piece.split_once("halfhour ").filter(|(before, _)| before.ends_with(": ")) {
                (before) (command(&format!("halfhour {after}")))
            } @else { (piece) }
        }
        @if ends_with_a_link(text) { "." }
    }
}

fn ends_with_a_link(text: &str) -> bool {
    let quoted = text.strip_suffix('`').and_then(|rest| rest.rsplit_once('`'));
    let told = quoted.map(|(before, last)| (before, last.to_owned()));
    let told =
        told.or_else(|| text.rsplit_once(": halfhour ").map(|(before, last)| (before, format!("halfhour {last}"))));
    told.is_some_and(|(before, last)| !before.trim().is_empty() && !last.contains('`') && way(&last).is_some())
}

fn command(text: &str) -> Markup {
    html! {
        @match way(text) {
            Some(way) => a href=(way.to) { (way.says) },
            None => code { (text) },
        }
    }
}

fn begins(command: &str, start: &str) -> bool {
    command.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn is_person(word: &str) -> bool {
    word.parse::<method::id::PersonId>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_with_a_page_becomes_a_link() {
        assert_eq!(way("halfhour history").map(|way| way.to), Some("/history".to_owned()));
        assert_eq!(way("halfhour frobnicate"), None);
        assert_eq!(told("`halfhour history` shows it.").into_string(), "<a href=\"/history\">History</a> shows it.");
        assert_eq!(told("First: halfhour undo 9").into_string(), "First: <a href=\"/history\">History</a>.");
        assert_eq!(told("`halfhour history`").into_string(), "<a href=\"/history\">History</a>", "a command alone");
        let moved = told("Move it: `halfhour ask move p3 --on DAY`").into_string();
        assert_eq!(moved, "Move it: <a href=\"/people/p3/prepare#meeting\">Their page</a>.");
        let there = way("halfhour next --at 'Quay $(x) c'\\''s'").map(|way| way.to);
        assert_eq!(there.as_deref(), Some("/next?at=Quay+%24%28x%29+c%27s"), "with the organization");
        let theirs = way("halfhour list edit p3 --how-known \"…\"").map(|way| way.to);
        assert_eq!(theirs.as_deref(), Some("/people/p3?edit=yes#edit"), "open where it is written");
        let by_mail = way("halfhour ask p3 --form email").map(|way| way.to);
        assert_eq!(by_mail.as_deref(), Some("/people/p3/prepare?form=email"), "in the form that was chosen");
    }

    #[test]
    fn other_words_stay_text() {
        assert_eq!(told("`<b>` is `halfhour x`").into_string(), "<code>&lt;b&gt;</code> is <code>halfhour x</code>");
    }
}

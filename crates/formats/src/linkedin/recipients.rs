//! To whom a message went: links where the file has them, else names.
//!
//! Serves the list. Older exports join the names of recipients with commas, and names hold commas of their own
//! (`Jane Doe, Ph.D.`): it refuses to make a person out of a degree.

use std::collections::{HashMap, HashSet};

use super::folded;
use super::slips::Slip;

/// LinkedIn's name for everybody who has left.
const NOBODY: &str = "linkedin member";

/// Who writes under which name in one mailbox.
#[derive(Debug, Default)]
pub(super) struct Directory {
    /// The link of a folded name; none when several write under it.
    links: HashMap<String, Option<String>>,
    /// Folded names of senders.
    names: HashSet<String>,
}

impl Directory {
    pub(super) fn of(slips: &[Slip]) -> Self {
        let mut all = Self::default();
        for slip in slips {
            all.names.extend(slip.from.as_ref().map(|name| folded(name)));
            all.note(slip.from.as_ref(), slip.from_link.as_ref());
            if let [link] = slip.to_links.as_slice() {
                all.note(slip.to.as_ref(), Some(link));
            }
        }
        all
    }

    fn note(&mut self, name: Option<&String>, link: Option<&String>) {
        let (Some(name), Some(link)) = (name, link) else {
            return;
        };
        let known = self.links.entry(folded(name)).or_insert_with(|| Some(link.clone()));
        if known.as_ref() != Some(link) {
            *known = None;
        }
    }

    /// The link of the only one who writes under a name.
    pub(super) fn link(&self, name: &str) -> Option<String> {
        self.links.get(&folded(name)).cloned().flatten()
    }

    /// The address of somebody of whom the file tells only the name: their link where another message tells it, else
    /// `name:` and the name as written. None for those who have left.
    pub(super) fn address(&self, name: &str) -> Option<String> {
        let left = folded(name) == NOBODY;
        (!left).then(|| self.link(name).unwrap_or_else(|| format!("name:{name}")))
    }

    /// The names in one text. Known names come first, then what follows a comma and is no title belongs to the next.
    pub(super) fn names(&self, joined: &str) -> Vec<String> {
        let pieces: Vec<&str> = joined.split(", ").collect();
        let mut names: Vec<String> = Vec::new();
        let mut at = 0;
        while at < pieces.len() {
            let known = (1..=4).rev().filter(|n| at + n <= pieces.len()).find(|n| self.knows(&pieces[at..at + n]));
            let end = known.map_or_else(|| after_titles(&pieces, at + 1), |n| at + n);
            names.push(pieces[at..end].join(", "));
            at = end;
        }
        names.retain(|name| !name.trim().is_empty());
        names
    }

    fn knows(&self, pieces: &[&str]) -> bool {
        self.names.contains(&folded(&pieces.join(", ")))
    }
}

fn after_titles(pieces: &[&str], mut at: usize) -> usize {
    while pieces.get(at).is_some_and(|piece| is_title(piece)) {
        at += 1;
    }
    at
}

/// `Ph.D.`, `MBA`, `PMP®`, `Jr`: one word with a full stop or of capitals, or a short known one.
fn is_title(piece: &str) -> bool {
    let letters: String = piece.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.chars().count() <= 6 && letters.chars().all(char::is_uppercase);
    let known = ["phd", "jr", "sr", "msc", "bsc", "esq", "meng"].contains(&letters.to_lowercase().as_str());
    !piece.contains(' ') && (capitals || known || piece.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Anna Berg", &["Anna Berg"])]
    #[case("Anna Berg, Carl Diaz", &["Anna Berg", "Carl Diaz"])]
    #[case("Jane Doe, Ph.D., MBA, Carl Diaz", &["Jane Doe, Ph.D., MBA", "Carl Diaz"])]
    #[case("Eli Fox, The Builder, Carl Diaz", &["Eli Fox, The Builder", "Carl Diaz"])]
    fn recipients_of_an_older_export_are_told_apart(#[case] joined: &str, #[case] expected: &[&str]) {
        let names = HashSet::from([folded("Eli Fox, The Builder")]);
        let directory = Directory { names, ..Directory::default() };
        assert_eq!(directory.names(joined), expected);
    }
}

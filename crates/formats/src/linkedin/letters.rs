//! From slips to letters: with whom the seeker wrote, when, and who wrote.
//!
//! Serves the list. A letter of the seeker's to several people is one letter to each of them; a letter from somebody
//! is one letter, however many received it. Drafts are no letters. It refuses a letter without a day, without a
//! direction or without anybody at its other end, and says which of these it was.

use method::list::reading::{Letter, Problem};

use super::own::Own;
use super::recipients::Directory;
use super::slips::Slip;
use super::{Reason, folded};

/// What the letters of one file are made with.
pub(super) struct Mailbox<'m> {
    /// The seeker.
    pub own: &'m Own,
    /// Who writes under which name.
    pub directory: Directory,
    /// Whether a sender without a link is an advertisement: in files that have a column for it and where anybody may
    /// write to anybody.
    pub links_are_told: bool,
    /// Whether the text of recipients is one name, commas included.
    pub one_recipient: bool,
    /// The name of the column of days, for people.
    pub day: &'static str,
}

impl Mailbox<'_> {
    /// The letters, and a problem for every slip that is none. Either in the order of the file.
    pub(super) fn letters(&self, slips: &[Slip]) -> (Vec<Letter>, Vec<Problem>) {
        let (mut letters, mut problems) = (Vec::new(), Vec::new());
        for slip in slips {
            match self.of(slip) {
                Ok(those) => letters.extend(those),
                Err(reason) => problems.push(slip.rejected(reason)),
            }
        }
        (letters, problems)
    }

    fn of(&self, slip: &Slip) -> Result<Vec<Letter>, Reason> {
        if slip.draft {
            return Err("A draft: it was never sent.".into());
        }
        let on = slip.on.ok_or_else(|| format!("{} is no date that can be read.", self.day))?;
        let sent = self.own.wrote(slip).ok_or("It is not clear whether you wrote it or received it.")?;
        let addresses = if sent { self.recipients(slip)? } else { vec![self.sender(slip)?] };
        Ok(addresses.into_iter().map(|address| Letter { place: slip.place, address, on, sent }).collect())
    }

    fn sender(&self, slip: &Slip) -> Result<String, Reason> {
        if let Some(link) = &slip.from_link {
            return Ok(link.clone());
        }
        let left = "The sender has no name and no profile link: they may have left LinkedIn.";
        let name = slip.from.as_ref().ok_or(left)?;
        if self.links_are_told {
            let none = "The sender has no profile link: an advertisement, or somebody who has left LinkedIn.";
            return self.directory.link(name).ok_or(none.into());
        }
        self.directory.address(name).ok_or(left.into())
    }

    fn recipients(&self, slip: &Slip) -> Result<Vec<String>, Reason> {
        let mut addresses: Vec<String> = match (slip.to_links.is_empty(), &slip.to) {
            (false, _) => slip.to_links.clone(),
            (true, None) => Vec::new(),
            (true, Some(joined)) => self.named(joined),
        };
        let mut seen = self.own.links.clone();
        addresses.retain(|address| seen.insert(address.clone()));
        if addresses.is_empty() {
            return Err("No recipient is named: they may have left LinkedIn.".into());
        }
        Ok(addresses)
    }

    /// The addresses of everybody else in a text of names.
    fn named(&self, joined: &str) -> Vec<String> {
        let names = if self.one_recipient { vec![joined.to_owned()] } else { self.directory.names(joined) };
        let others = names.into_iter().filter(|name| !self.own.names.contains(&folded(name)));
        others.filter_map(|name| self.directory.address(&name)).collect()
    }
}

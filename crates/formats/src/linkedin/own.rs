//! Which of the people in a mailbox is the seeker.
//!
//! Serves the list: without it no message has a direction. What the seeker told comes first; else it is the link, or
//! the name, that stands in nearly every conversation. It refuses to choose when two stand there equally often.

use std::collections::{HashMap, HashSet};

use method::list::reading::Me;

use super::folded;
use super::slips::Slip;

/// The seeker, as a mailbox shows them.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// Links that are theirs.
    pub links: HashSet<String>,
    /// Names that are theirs, folded.
    pub names: HashSet<String>,
    /// The link under which they stand in this file.
    pub found: Option<String>,
}

impl Own {
    /// Looks for the seeker in a mailbox.
    pub(super) fn find(slips: &[Slip], me: &Me) -> Self {
        let mut own = Self::given(slips, me);
        own.found = own.known_link(slips).or_else(|| own.named_link(slips)).or_else(|| usual(slips, links_of));
        if own.found.is_none() && own.names.is_empty() {
            own.names.extend(usual(slips, names_of));
            own.found = own.named_link(slips);
        }
        own.links.extend(own.found.clone());
        let mine = |slip: &&Slip| slip.from_link.is_some() && slip.from_link == own.found;
        let names: Vec<String> =
            slips.iter().filter(mine).filter_map(|slip| Some(folded(slip.from.as_ref()?))).collect();
        own.names.extend(names);
        own
    }

    /// What the seeker told, as far as it stands in this mailbox: an old name or link would make every message one
    /// that they received.
    fn given(slips: &[Slip], me: &Me) -> Self {
        let seen: HashSet<String> = slips.iter().flat_map(links_of).collect();
        let links = me.links.iter().filter_map(|link| crate::links::link(link)).filter(|link| seen.contains(link));
        let written: Vec<String> = slips.iter().flat_map(names_of).collect();
        let names = me.names.iter().map(|name| folded(name));
        let names = names.filter(|name| !name.is_empty() && written.iter().any(|all| all.contains(name)));
        Self { links: links.collect(), names: names.collect(), found: None }
    }

    /// Whether the seeker wrote it; none when that cannot be told.
    pub(super) fn wrote(&self, slip: &Slip) -> Option<bool> {
        let named = slip.from.as_ref().map(|name| self.names.contains(&folded(name)));
        let linked = slip.from_link.as_ref().map(|link| self.links.contains(link));
        let by_link = linked.filter(|_| !self.links.is_empty());
        let by_name = named.filter(|_| !self.names.is_empty());
        slip.sent.or(by_link).or(by_name)
    }

    /// A link that the seeker gave and that stands in the file.
    fn known_link(&self, slips: &[Slip]) -> Option<String> {
        slips.iter().flat_map(links_of).find(|link| self.links.contains(link))
    }

    /// The link from which a name of the seeker's writes, when it is only one.
    fn named_link(&self, slips: &[Slip]) -> Option<String> {
        let mine = |slip: &&Slip| slip.from.as_ref().is_some_and(|name| self.names.contains(&folded(name)));
        let links: HashSet<&String> = slips.iter().filter(mine).filter_map(|slip| slip.from_link.as_ref()).collect();
        if links.len() == 1 { links.into_iter().next().cloned() } else { None }
    }
}

/// Who stands in at least two conversations, in four of five at least, and in more than anybody else.
fn usual(slips: &[Slip], parties: fn(&Slip) -> Vec<String>) -> Option<String> {
    let mut threads: HashMap<String, HashSet<String>> = HashMap::new();
    for slip in slips {
        let parties = parties(slip);
        if parties.len() > 1 || slip.thread.is_some() {
            threads.entry(thread(slip, &parties)).or_default().extend(parties);
        }
    }
    let mut counts: HashMap<&String, usize> = HashMap::new();
    threads.values().flatten().for_each(|party| *counts.entry(party).or_default() += 1);
    let total = threads.values().filter(|parties| !parties.is_empty()).count();
    let best = counts.values().copied().max()?;
    let mut first = counts.iter().filter(|(_, count)| **count == best);
    match (first.next(), first.next()) {
        (Some((party, _)), None) if best > 1 && best * 5 >= total * 4 => Some((*party).clone()),
        _ => None,
    }
}

/// The conversation: what the file calls it, else those who take part in it.
fn thread(slip: &Slip, parties: &[String]) -> String {
    slip.thread.clone().unwrap_or_else(|| {
        let mut parties = parties.to_vec();
        parties.sort();
        parties.join("\n")
    })
}

fn links_of(slip: &Slip) -> Vec<String> {
    slip.from_link.iter().chain(&slip.to_links).cloned().collect()
}

fn names_of(slip: &Slip) -> Vec<String> {
    slip.from.iter().chain(&slip.to).map(|name| folded(name)).collect()
}

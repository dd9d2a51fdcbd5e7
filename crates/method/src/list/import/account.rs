//! What became of every row of an import, in the shape of `import --json`.
//!
//! Serves the first step. Only files of people enter the totals. It refuses to lose a row: read is always created, merged,
//! unchanged and rejected together.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::list::reading::{ColumnUse, Exchanges, Findings, Letter, Problem, Reading};

/// The whole account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Account {
    /// One entry for each file or member of an archive.
    pub sources: Vec<SourceAccount>,
    /// All files of people together.
    pub totals: Tally,
}

impl Account {
    pub(super) fn of(sources: Vec<SourceAccount>) -> Self {
        let mut totals = Tally::default();
        for source in &sources {
            totals.add(source.people);
        }
        Account { sources, totals }
    }
}

/// The account of one file or member of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceAccount {
    /// Its base name; inside an archive `archive.zip/Member.csv`.
    pub file: String,
    /// Which importer read it.
    pub source: String,
    /// What became of the rows about people; all zero for other files.
    #[serde(flatten)]
    pub people: Tally,
    /// What became of facts that are not people; null for files of people.
    pub facts: Option<Facts>,
    /// What became of messages; null for other files.
    pub messages: Option<Messages>,
    /// Why messages were skipped, and how many for each reason.
    pub skipped: Vec<Skipped>,
    /// Pairs of people of whom it is new that they know each other, or how well.
    pub acquaintances: usize,
    /// Strengths of the seeker's for which this file told a proof.
    pub proofs: usize,
    /// Correspondents with mail both ways who are not on the list, the busiest first.
    pub offered: Vec<Offered>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// For a table whose columns were guessed: what each was taken for.
    pub columns: Vec<ColumnUse>,
    #[serde(skip)]
    digest: String,
}

impl SourceAccount {
    pub(super) fn of(reading: &Reading) -> Self {
        SourceAccount {
            file: reading.file.clone(),
            source: reading.kind.clone(),
            people: Tally::default(),
            facts: None,
            messages: None,
            skipped: Vec::new(),
            acquaintances: 0,
            proofs: 0,
            offered: Vec::new(),
            problems: reading.problems.clone(),
            columns: reading.columns.clone(),
            digest: reading.digest.clone(),
        }
    }
}

/// What became of rows about people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// Rows.
    pub read: usize,
    /// They brought a new person.
    pub created: usize,
    /// They gave somebody on the list something new.
    pub merged: usize,
    /// They told nothing new.
    pub unchanged: usize,
    /// They could not be used.
    pub rejected: usize,
    /// They are about somebody who was forgotten, and left out for that.
    #[serde(skip_serializing_if = "is_none")]
    pub forgotten: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "that is how serde asks")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.read += other.read;
        self.created += other.created;
        self.merged += other.merged;
        self.unchanged += other.unchanged;
        self.rejected += other.rejected;
        self.forgotten += other.forgotten;
    }
}

/// What became of facts that are not people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Facts {
    /// Facts in the file, those that could not be used included.
    pub read: usize,
    /// New ones.
    pub added: usize,
    /// Known ones.
    pub unchanged: usize,
    /// Those that could not be used.
    pub rejected: usize,
}

impl Facts {
    pub(super) fn of(found: usize, added: usize, rejected: usize) -> Self {
        Facts { read: found + rejected, added, unchanged: found.saturating_sub(added), rejected }
    }

    fn and(self, other: Facts) -> Facts {
        Facts {
            read: self.read + other.read,
            added: self.added + other.added,
            unchanged: self.unchanged + other.unchanged,
            rejected: self.rejected + other.rejected,
        }
    }
}

/// What became of messages. One message to several people counts once here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Messages {
    /// Messages.
    pub read: usize,
    /// They count as correspondence.
    pub counted: usize,
    /// Drafts, messages to nobody in particular and the like.
    pub skipped: usize,
    /// They could not be used.
    pub rejected: usize,
}

impl Messages {
    pub(super) fn of(reading: &Reading, found: &[Letter]) -> Self {
        let counted = found.iter().map(|letter| letter.place).collect::<BTreeSet<_>>().len();
        let rejected = reading.problems.iter().filter(|problem| problem.rejected && !problem.skipped).count();
        let read = reading.read.max(counted + reading.rejected());
        Messages { read, counted, skipped: read - counted - rejected, rejected }
    }
}

impl Messages {
    pub(super) fn added_up(reading: &Reading, found: &Exchanges) -> Self {
        let skipped: usize = found.skipped.values().sum();
        let read = reading.read.max(found.counted + skipped + found.rejected);
        Messages {
            read,
            counted: found.counted,
            skipped: read - found.counted - found.rejected,
            rejected: found.rejected,
        }
    }
}

/// Why messages were left out although they could be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Why.
    pub reason: &'static str,
    /// How many.
    pub count: usize,
}

impl Skipped {
    /// The reasons, the most frequent first.
    pub(super) fn of(skipped: &BTreeMap<&'static str, usize>) -> Vec<Skipped> {
        let mut all: Vec<Skipped> = skipped.iter().map(|(reason, count)| Skipped { reason, count: *count }).collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.count));
        all
    }
}

/// A correspondent who is not on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offered {
    /// The address or profile link.
    pub address: String,
    /// The name that stood beside it, where the file tells one.
    pub name: Option<String>,
    /// Letters by the seeker.
    pub sent: u32,
    /// Letters to the seeker.
    pub received: u32,
    /// Meetings with them.
    pub met: u32,
    /// The day of the last letter or meeting.
    pub last_on: Date,
}

/// Files an account. What one file tells of the seeker beside its messages stands in the entry of those messages.
pub(super) fn file(accounts: &mut Vec<SourceAccount>, account: SourceAccount) {
    let beside = accounts.last_mut().filter(|last| {
        last.file == account.file
            && last.digest == account.digest
            && last.facts.is_some()
            && (last.messages.is_none() != account.messages.is_none())
    });
    let Some(last) = beside else {
        accounts.push(account);
        return;
    };
    if account.messages.is_some() {
        last.source = account.source;
        last.messages = account.messages;
    }
    last.facts = Some(last.facts.unwrap_or_default().and(account.facts.unwrap_or_default()));
    last.skipped.extend(account.skipped);
    last.problems.extend(account.problems);
}

/// Counts a proof in the entry of the file that told it.
pub(super) fn count_proof(accounts: &mut [SourceAccount], readings: &[Reading], told_it: impl Fn(&Reading) -> bool) {
    let Some(reading) = readings.iter().find(|reading| told_it(reading)) else { return };
    let mut all = accounts.iter_mut();
    if let Some(account) = all.find(|account| account.file == reading.file && account.digest == reading.digest) {
        account.proofs += 1;
    }
}

/// The entry in which the messages of this reading stand.
pub(super) fn of<'a>(accounts: &'a mut [SourceAccount], reading: &Reading) -> Option<&'a mut SourceAccount> {
    let is_mail = matches!(reading.findings, Findings::Correspondence(_) | Findings::Exchanges(_));
    accounts.iter_mut().find(|account| {
        is_mail && account.file == reading.file && account.source == reading.kind && account.messages.is_some()
    })
}

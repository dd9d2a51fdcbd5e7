//! The catalogue of importers: every kind of file that is known.
//!
//! Serves the list. An importer is one file and one line here. It recognises its files by what stands in them, and
//! refuses to go by a name alone.

use std::borrow::Cow;

use method::list::reading::{ColumnUse, Findings, Me, Problem, Said};

use crate::linkedin::{
    company_follows, connections, education, email_addresses, endorsements, invitations, messages, phone_book,
    positions, profile, recommendations, skills,
};
use crate::rejects::Cut;
use crate::{google_contacts, json_resume, outlook, own_archive, people_table, vcard};

/// Every importer, in the order in which the members of an archive are read: what tells about the seeker stands
/// before what needs it.
pub const SOURCES: &[Source] = &[
    connections::SOURCE,
    vcard::SOURCE,
    google_contacts::SOURCE,
    outlook::SOURCE,
    own_archive::SOURCE,
    phone_book::SOURCE,
    endorsements::SOURCE,
    recommendations::SOURCE,
    profile::SOURCE,
    email_addresses::SOURCE,
    positions::SOURCE,
    education::SOURCE,
    skills::SOURCE,
    company_follows::SOURCE,
    json_resume::SOURCE,
    messages::SOURCE,
    invitations::SOURCE,
    people_table::SOURCE,
];

/// One kind of file.
#[derive(Debug)]
pub struct Source {
    /// The name in records and in machine output, for instance `linkedin_connections`. It never changes.
    pub kind: &'static str,
    /// The name for people.
    pub title: &'static str,
    /// Whether a file is of this kind, by its beginning.
    pub(crate) recognise: fn(&Start) -> bool,
    /// Reads the whole text. It is told who the seeker is and tells how many bytes of the text it has read.
    pub(crate) read: Reader,
}

/// What an importer is called with: text, seeker, and whom to tell how many bytes have been read.
pub(crate) type Reader = fn(&str, &Me, &mut dyn FnMut(usize)) -> Vec<Found>;

/// The beginning of a file: at least its first 64 KiB, or all of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start<'t> {
    /// Base name.
    pub name: &'t str,
    /// The text.
    pub text: &'t str,
}

/// What an importer found; [`method::list::reading::Reading`] without the file.
#[derive(Debug)]
pub(crate) struct Found {
    /// As in [`Source::kind`]; our own export gives back what other importers found.
    pub kind: Cow<'static, str>,
    /// Rows that were read, rejected ones included.
    pub read: usize,
    /// What was found.
    pub findings: Findings,
    /// What could not be read, in the order of the file.
    pub problems: Vec<Problem>,
    /// What guessed columns were taken for.
    pub columns: Vec<ColumnUse>,
    /// What stands there about the seeker's work.
    pub said: Vec<Said>,
    /// Where the rows stand that were left out; none where only their places may be told.
    pub cut: Option<Cut>,
}

impl Found {
    /// What was found in a file of a known kind.
    pub(crate) fn new(
        kind: impl Into<Cow<'static, str>>,
        read: usize,
        findings: Findings,
        problems: Vec<Problem>,
    ) -> Self {
        Found { kind: kind.into(), read, findings, problems, columns: Vec::new(), said: Vec::new(), cut: None }
    }
}

/// Where an importer stands in the order of reading.
pub(crate) fn rank(source: &Source) -> usize {
    SOURCES.iter().position(|own| own.kind == source.kind).unwrap_or(SOURCES.len())
}

/// The first importer that knows the file.
pub(crate) fn recognise(start: &Start) -> Option<&'static Source> {
    SOURCES.iter().find(|source| (source.recognise)(start))
}

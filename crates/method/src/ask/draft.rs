//! Writes the ask in four forms from facts only (row M5): how you know each other, what you value in them, half an hour,
//! questions and ideas, and a close that they can say yes or no to. It refuses to invent: a sentence whose fact is missing
//! is left out, and the fact is asked for. It does not ask for a job, nor who is hiring, nor make the search theirs (M10).

use jiff::civil::Date;
use serde::Serialize;

use super::own_words::{own, usual};
use super::{Form, one_open_ask_at_a_time, one_organization_at_a_time};
use crate::campaign::{Campaign, PersonRef};
use crate::case::remark::{Remark, faults};
use crate::case::whom::listed;
use crate::change::Refusal;
use crate::id::PersonId;
use crate::list::slate::keep_the_search_quiet;
use crate::questions::{plan, questions_before_the_ask};
use crate::words::words;
use pieces::Pieces;

pub mod call;
pub mod email;
pub mod message;
pub mod missing;
pub mod pieces;
pub mod relation;
pub mod voicemail;

/// What to say when the call goes another way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Otherwise {
    /// When: "they are busy".
    pub when: String,
    /// What to say then.
    pub say: String,
}

/// An ask, ready to be said or sent, for the seeker to make their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskDraft {
    /// Who is asked.
    pub person: PersonRef,
    /// How.
    pub form: Form,
    /// The subject of an e-mail; null in the other forms.
    pub subject: Option<String>,
    /// The words. A message of ours has fewer than 300 characters.
    pub text: String,
    /// A message with a little more room, fewer than 400 characters; null where it would say nothing more.
    pub longer: Option<String>,
    /// Whose words they are.
    pub whose: Whose,
    /// What to say when a call goes another way; empty in the written forms.
    pub otherwise: Vec<Otherwise>,
    /// What is pointed out.
    pub remarks: Vec<Remark>,
    /// What would make it better, one line each, with the command that tells it.
    pub missing: Vec<String>,
}

words! {
    /// Whose words an ask is made of.
    pub enum Whose {
        /// Ours, from what the seeker told.
        Ours = "ours",
        /// The seeker's usual ones, with what is known of this person put in.
        Usual = "usual",
        /// The seeker's own, for this person.
        Own = "own",
    }
}

/// The ask for a person, in this form: the seeker's own words, else their usual ones, else ours.
///
/// # Errors
/// Refuses (unknown) when the person is not on the list.
pub fn ask_draft(campaign: &Campaign, today: Date, person: PersonId, form: Form) -> Result<AskDraft, Refusal> {
    listed(campaign, person)?;
    let pieces = Pieces::known(campaign, today, person);
    let (whose, text) = match (own(campaign, person, form), usual(campaign, today, person, form)) {
        (Some(own), _) => (Whose::Own, own.to_owned()),
        (None, Some(usual)) => (Whose::Usual, usual),
        (None, None) => (Whose::Ours, ours(&pieces, form)),
    };
    let longer = (form == Form::Message && whose == Whose::Ours).then(|| message::text(&pieces, message::MOST_LONGER));
    Ok(AskDraft {
        person: campaign.person_ref(person),
        form,
        subject: (form == Form::Email).then(|| email::subject(&pieces)),
        longer: longer.filter(|longer| *longer != text),
        otherwise: if form == Form::Call { call::otherwise(&pieces) } else { Vec::new() },
        remarks: remarks(campaign, today, person).into_iter().chain(about_words(whose, &text)).collect(),
        text,
        whose,
        missing: missing::missing(campaign, today, person, form),
    })
}

/// The words that we make from what was told.
pub fn ours(pieces: &Pieces, form: Form) -> String {
    match form {
        Form::Call => call::text(pieces),
        Form::Voicemail => voicemail::text(pieces),
        Form::Email => email::text(pieces),
        Form::Message => message::text(pieces, message::MOST),
    }
}

/// What the draft check finds in words that are not ours.
fn about_words(whose: Whose, text: &str) -> Vec<Remark> {
    if whose == Whose::Ours {
        return Vec::new();
    }
    faults(text)
}

fn remarks(campaign: &Campaign, today: Date, person: PersonId) -> Vec<Remark> {
    let questions = plan::questions_for(campaign, today, person);
    let first = questions.is_empty().then(|| {
        let text = "You have no questions for them yet. With questions in hand the call is easier to make.";
        Remark::by(&questions_before_the_ask::RULE, text)
    });
    let standing = one_open_ask_at_a_time::standing(campaign, person).map(|standing| {
        let no = one_open_ask_at_a_time::refusal(campaign, today, standing);
        Remark::by(&one_open_ask_at_a_time::RULE, no.message)
    });
    let quiet = keep_the_search_quiet::remark(campaign, person);
    let other = one_organization_at_a_time::remark(campaign, today, person);
    quiet.into_iter().chain(standing).chain(first).chain(other).collect()
}

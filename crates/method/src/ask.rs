//! Fifth step, the ask: a request for a half hour, its answer and the meeting that comes of it (rows M5, M10).

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::draft::Longest;
use crate::field::{Field, mine, theirs};
use crate::id::{AskId, PersonId};
use crate::words::words;
pub use wording::Wording;

pub mod answer;
pub mod draft;
pub mod log;
pub mod marks;
pub mod meeting;
pub mod named;
pub mod one_open_ask_at_a_time;
pub mod one_organization_at_a_time;
pub mod sheet;
pub mod own_words;
pub mod someone_else;
pub mod usual_words;
pub mod wording;

words! {
    /// How it was asked. The call is the default: it bonds more and feels no more awkward (E12).
    pub enum Form {
        /// By telephone, spoken with them.
        Call = "call",
        /// On their voicemail.
        Voicemail = "voicemail",
        /// By e-mail.
        Email = "email",
        /// By a short message.
        Message = "message",
    }
}

impl Form {
    /// How long an ask in this form may be and still be short (E14). What is spoken is counted in words: a hundred are
    /// three quarters of a minute, which a voicemail may last; a call is a talk of two, and may take twice as many.
    pub fn longest(self) -> Longest {
        match self {
            Self::Call => Longest { words: Some(200), chars: None },
            Self::Voicemail | Self::Email => Longest { words: Some(100), chars: None },
            Self::Message => Longest { words: None, chars: Some(400) },
        }
    }
}

words! {
    /// What they said.
    pub enum Answer {
        /// Yes: a meeting stands.
        Accepted = "accepted",
        /// No.
        Declined = "declined",
        /// Nothing, and the seeker let it go.
        Silent = "silent",
        /// Not before a day.
        NotNow = "not_now",
        /// They named someone else instead, which is a referral.
        SomeoneElse = "someone_else",
    }
}

words! {
    /// What became of a meeting that was arranged.
    pub enum MeetingState {
        /// It stands.
        Planned = "planned",
        /// It was called off.
        Cancelled = "cancelled",
        /// The day came, and it did not take place.
        Missed = "missed",
    }
}

/// A meeting that an ask led to. It is kept at the place's own time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// The day.
    pub on: Date,
    /// The time of day; none when only the day is agreed.
    pub time: Option<Time>,
    /// The time zone by its IANA name, when it is not the seeker's own.
    pub zone: Option<String>,
    /// Where, or by which means.
    pub place: Option<String>,
    /// What became of it.
    pub state: MeetingState,
    /// How often it was moved.
    pub moved: u32,
}

/// One ask.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Its id.
    pub id: AskId,
    /// Who was asked.
    pub person: PersonId,
    /// How.
    pub form: Form,
    /// The day.
    pub asked_on: Date,
    /// The words used, when the seeker wants to keep them.
    pub words: Option<String>,
    /// What they said; none while the ask is open.
    pub answer: Option<Answer>,
    /// The day of the answer.
    pub answered_on: Option<Date>,
    /// With "not now": the day from which to ask again.
    pub until_on: Option<Date>,
    /// With "accepted": the meeting.
    pub meeting: Option<Meeting>,
    /// The day on which the seeker prepared for the meeting.
    pub prepared_on: Option<Date>,
    /// The day on which a second person there was tried, after three quiet business days (E15).
    pub second_tried_on: Option<Date>,
    /// The day on which the seeker asked once more, after seven quiet business days (E15).
    pub reminded_on: Option<Date>,
}

impl Ask {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        theirs("person", "Person", "Who was asked."),
        mine("form", "How", "By call, voicemail, e-mail or message."),
        mine("asked_on", "Asked on", "The day."),
        mine("words", "Your words", "What you said or wrote."),
        theirs("answer", "Answer", "What they said."),
        theirs("answered_on", "Answered on", "The day of the answer."),
        theirs("until_on", "Not before", "When to ask again."),
        theirs("meeting", "Meeting", "When and where you meet."),
        mine("prepared_on", "Prepared on", "The day you prepared."),
        mine("second_tried_on", "Second person tried on", "The day you tried someone else there."),
        mine("reminded_on", "Asked again on", "The day you asked once more."),
    ];

    /// An ask that was just made.
    pub fn made(id: AskId, person: PersonId, form: Form, asked_on: Date) -> Self {
        Ask {
            id,
            person,
            form,
            asked_on,
            words: None,
            answer: None,
            answered_on: None,
            until_on: None,
            meeting: None,
            prepared_on: None,
            second_tried_on: None,
            reminded_on: None,
        }
    }

    /// Whether an answer is still awaited.
    pub fn is_open(&self) -> bool {
        self.answer.is_none()
    }

    /// The meeting that stands, if any.
    pub fn planned_meeting(&self) -> Option<&Meeting> {
        self.meeting.as_ref().filter(|meeting| meeting.state == MeetingState::Planned)
    }
}

impl Noun for Ask {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        vec![self.person.into()]
    }
}

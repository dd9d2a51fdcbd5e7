//! `ask answer`: what they said.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use jiff::civil::{Date, Time};
use method::ask::answer::{Said, answer_ask};
use method::ask::named::name_and_organization;
use method::change::{Change, Fact};
use method::day;
use method::id::PersonId;
use store::{Changed, Scope};

use crate::args::Who;
use crate::ask::recorded;
use crate::door::Door;
use crate::failure::Failure;

/// Records the answer to an ask, or corrects it.
#[derive(Debug, Args)]
pub struct AnswerWish {
    #[command(flatten)]
    who: Who,
    /// What they said
    #[arg(value_name = "ANSWER", required = true)]
    answer: Word,
    #[command(flatten)]
    meeting: MeetingWish,
    /// Not now: the day from which to ask again
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// Someone else: whom they named, and where that person works
    #[arg(long, value_name = "NAME, ORGANIZATION")]
    named: Option<String>,
    /// The day of the answer, when it was not today
    #[arg(long, value_name = "DAY")]
    answered: Option<String>,
}

/// What they said, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Word {
    /// Yes, and you meet
    Accepted,
    /// No
    Declined,
    /// Nothing, and you let it go
    Silent,
    /// Not before a day
    NotNow,
    /// Somebody else instead
    SomeoneElse,
}

/// When and where you meet.
#[derive(Debug, Default, Args)]
pub struct MeetingWish {
    /// The day of the meeting
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// The time of the meeting, such as 10:30 or 2pm
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    /// The time zone, when it is not your own, such as Europe/Berlin
    #[arg(long, value_name = "ZONE")]
    pub zone: Option<String>,
    /// Where you meet, or by which means
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
}

impl MeetingWish {
    /// The day, when one was given.
    pub fn day(&self, door: &Door) -> Result<Option<Date>, Failure> {
        self.on.as_deref().map(|text| door.day_ahead(text)).transpose()
    }

    /// The time, when one was given.
    pub fn time(&self) -> Result<Option<Time>, Failure> {
        let read = |text: &str| {
            day::time(text).ok_or_else(|| {
                Failure::usage(format!("`{text}` is not a time of day."), "Write it like 10:30, 9 or 2pm.")
            })
        };
        self.at.as_deref().map(read).transpose()
    }

    fn first_flag(&self) -> Option<&'static str> {
        let flags = [(&self.on, "--on"), (&self.at, "--at"), (&self.zone, "--zone"), (&self.place, "--place")];
        flags.into_iter().find_map(|(given, flag)| given.as_ref().map(|_| flag))
    }
}

impl AnswerWish {
    /// Refuses a flag that belongs to another answer.
    fn flags_fit(&self) -> Result<(), Failure> {
        let given = [
            (self.meeting.first_flag(), Word::Accepted),
            (self.until.as_ref().map(|_| "--until"), Word::NotNow),
            (self.named.as_ref().map(|_| "--named"), Word::SomeoneElse),
        ];
        for (flag, word) in given {
            if let Some(flag) = flag.filter(|_| word != self.answer) {
                return Err(Failure::usage(
                    format!("{flag} goes with the answer `{}`.", typed(word)),
                    "Leave it out, or give that answer.",
                ));
            }
        }
        Ok(())
    }

    fn said(&self, door: &Door, person: PersonId) -> Result<Said, Failure> {
        self.flags_fit()?;
        let missing = |message: &str, flags: &str| {
            Failure::usage(message, format!("`halfhour ask answer {person} {} {flags}`", typed(self.answer)))
        };
        Ok(match self.answer {
            Word::Accepted => Said::Accepted {
                on: self.meeting.day(door)?.ok_or_else(|| missing("On which day do you meet?", "--on DAY"))?,
                time: self.meeting.time()?,
                zone: self.meeting.zone.clone(),
                place: self.meeting.place.clone(),
            },
            Word::Declined => Said::Declined,
            Word::Silent => Said::Silent,
            Word::NotNow => {
                let until = self.until.as_deref().ok_or_else(|| missing("From which day on?", "--until DAY"))?;
                Said::NotNow { until: door.day_ahead(until)? }
            }
            Word::SomeoneElse => {
                let named = self.named.as_deref();
                let named = named.ok_or_else(|| missing("Whom did they name?", "--named \"NAME, ORGANIZATION\""))?;
                let (name, organization) = name_and_organization(named);
                Said::SomeoneElse { name, organization }
            }
        })
    }
}

fn typed(word: Word) -> String {
    word.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

/// Records it.
pub fn run(door: &Door, wish: &AnswerWish) -> Result<ExitCode, Failure> {
    let (_, person) = door.read_person(&wish.who)?;
    let said = wish.said(door, person)?;
    let on = wish.answered.as_deref().map(|text| door.day_past(Some(text))).transpose()?;
    let changed =
        door.change(Scope::Everyone, |campaign, ids| answer_ask(campaign, ids, door.today, person, said.clone(), on))?;
    let next = next(door, wish.answer, person, &changed)?;
    recorded(door, &changed, next)
}

/// The command that comes next.
fn next(door: &Door, answer: Word, person: PersonId, changed: &Changed) -> Result<Option<String>, Failure> {
    Ok(match answer {
        Word::Accepted => Some(format!("Everything for the half hour on one page: `halfhour sheet {person}`")),
        Word::Declined | Word::Silent => Some("Whom to call next: `halfhour next`".to_owned()),
        Word::NotNow => None,
        Word::SomeoneElse => {
            let named = changed.changes.iter().find_map(|change| match change {
                Change::Write(Fact::Referral(named)) => Some(named.person),
                _ => None,
            });
            let campaign = door.read(Scope::Told)?;
            named.map(|named| format!("The words to ask {}: `halfhour ask {named}`", campaign.name(named)))
        }
    })
}

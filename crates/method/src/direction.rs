//! Where the search should go, the week that carries it, and ideas to try (rows M1, M3, M12 of the method).

use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

use crate::change::{Key, Noun};
use crate::day::workdays::{DayOff, Workday, Workdays};
use crate::field::{Field, mine};
use crate::id::{DirectionId, IdeaId, WeekId};
use crate::words::words;

// Decisions.
pub mod begin;
pub mod close;
pub mod ideas;
pub mod steer;
pub mod week;

words! {
    /// What kind of search it is.
    pub enum SearchKind {
        /// Looking for work.
        FindAJob = "find_a_job",
        /// Leaving one job for another in the same line of work.
        ChangeJobs = "change_jobs",
        /// Moving into another line of work.
        ChangeCareers = "change_careers",
    }
}

/// The direction of a campaign: a search is not vague once one of its lists has something in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Direction {
    /// Its id.
    pub id: DirectionId,
    /// The kind of search, when told.
    pub search: Option<SearchKind>,
    /// Fields of work, such as "patient safety".
    pub fields: Vec<String>,
    /// Roles, such as "training coordinator".
    pub roles: Vec<String>,
    /// Organizations.
    pub organizations: Vec<String>,
    /// Places.
    pub places: Vec<String>,
    /// The day on which the search was closed; none while it goes on.
    pub closed_on: Option<Date>,
    /// How many searches of the seeker's came before this one in the file.
    #[serde(default)]
    pub earlier_searches: u32,
}

impl Direction {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("search", "Kind of search", "Find a job, change jobs, or change careers."),
        mine("fields", "Fields", "Lines of work that draw you."),
        mine("roles", "Roles", "What you would like to be."),
        mine("organizations", "Organizations", "Where you would like to be."),
        mine("places", "Places", "Where that could be."),
        mine("closed_on", "Closed on", "The day the search came to its end."),
        mine("earlier_searches", "Searches before", "How many searches of yours came before this one."),
    ];

    /// A direction that was not set yet.
    pub fn unset(id: DirectionId) -> Self {
        Direction {
            id,
            search: None,
            fields: Vec::new(),
            roles: Vec::new(),
            organizations: Vec::new(),
            places: Vec::new(),
            closed_on: None,
            earlier_searches: 0,
        }
    }

    /// Whether nothing says yet where the search should go.
    pub fn is_unset(&self) -> bool {
        self.fields.is_empty() && self.roles.is_empty() && self.organizations.is_empty()
    }
}

impl Noun for Direction {
    fn key(&self) -> Key {
        self.id.into()
    }
}

/// One time in the week that the seeker keeps for a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The day of the week.
    pub weekday: Weekday,
    /// The time of day.
    pub time: Time,
}

/// The seeker's own plan for a week. A written weekly plan is the one habit with strong evidence (E30).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Week {
    /// Its id.
    pub id: WeekId,
    /// Times kept for calls, in the order of the week.
    pub slots: Vec<Slot>,
    /// How many conversations a week the seeker wants to hold; none until they said so.
    pub conversations: Option<u32>,
    /// Days of the week on which things are done; Monday to Friday while none is told.
    #[serde(default)]
    pub weekdays: Vec<Workday>,
    /// Days on which nothing is due, in their order.
    #[serde(default)]
    pub days_off: Vec<DayOff>,
    /// The day on which the seeker last wrote to somebody only to warm up (E11).
    #[serde(default)]
    pub warmed_up_on: Option<Date>,
}

impl Week {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("slots", "Your times", "When you call, such as tue 10:00."),
        mine("conversations", "Conversations a week", "How many you want to hold."),
        mine("weekdays", "Your weekdays", "The days of the week on which you do what is due."),
        mine("days_off", "Days off", "Days on which nothing is due, such as holidays."),
        mine("warmed_up_on", "Warmed up on", "The day you last wrote an easy message."),
    ];

    /// A week without a plan.
    pub fn unplanned(id: WeekId) -> Self {
        Week {
            id,
            slots: Vec::new(),
            conversations: None,
            weekdays: Vec::new(),
            days_off: Vec::new(),
            warmed_up_on: None,
        }
    }

    /// The days that count for everything that is due.
    pub fn workdays(&self) -> Workdays {
        Workdays::new(&self.weekdays, &self.days_off)
    }

    /// That day off, where it is one.
    pub fn day_off(&self, on: Date) -> Option<&DayOff> {
        self.days_off.iter().find(|day| day.on == on)
    }

    /// How many conversations the plan asks for: as told, else one for each slot.
    pub fn goal(&self) -> u32 {
        self.conversations.unwrap_or(self.slots.len().try_into().unwrap_or(u32::MAX))
    }
}

impl Noun for Week {
    fn key(&self) -> Key {
        self.id.into()
    }
}

/// A candidate direction. It stands on the call sheet, and each conversation can make it warmer or colder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Idea {
    /// Its id.
    pub id: IdeaId,
    /// The idea, as a short phrase.
    pub text: String,
    /// The day on which it came up.
    pub noted_on: Date,
    /// Laid aside by the seeker.
    pub dropped: bool,
}

impl Idea {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        mine("text", "Idea", "A direction to try out in conversations."),
        mine("noted_on", "Noted on", "The day it came up."),
        mine("dropped", "Laid aside", "Not shown any more."),
    ];
}

impl Noun for Idea {
    fn key(&self) -> Key {
        self.id.into()
    }
}

impl Slot {
    /// Reads `tue 10:00`, `Tuesday 10` or `thu 9.30`.
    pub fn parse(text: &str) -> Option<Slot> {
        let (day, time) = text.trim().split_once(char::is_whitespace)?;
        Some(Slot { weekday: crate::day::weekday(day)?, time: crate::day::time(time.trim())? })
    }
}

impl std::fmt::Display for Slot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:02}:{:02}", crate::day::short_weekday(self.weekday), self.time.hour(), self.time.minute())
    }
}

impl Serialize for Slot {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Slot {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Slot::parse(&text).ok_or_else(|| serde::de::Error::custom("a slot is written like `tue 10:00`"))
    }
}

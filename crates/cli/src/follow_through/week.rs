//! `week`: the review of one week on one page, and the times of the days ahead.

use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use method::day::{of_week, plus_days, spoken};
use method::follow_through::review::{Review, review};
use method::follow_through::slots::{SlotAhead, spoken as times_in_words};
use method::follow_through::what_changes::write_what_changes;
use serde::Serialize;
use store::Scope;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::follow_through::times::{show as show_times, times};
use crate::text::{Text, counted};

/// What happened in a week, what you learned, what changes; and your times in the days ahead.
#[derive(Debug, Args)]
pub struct Wish {
    /// A day of the week that you mean, such as "last friday", or "last week"; otherwise this week
    #[arg(value_name = "DAY", num_args = 0..)]
    of: Vec<String>,
    /// Write what changes from there, in your own words; the week after shows it. An empty text takes it back
    #[arg(long, value_name = "WORDS")]
    changes: Option<String>,
}

#[derive(Debug, Serialize)]
struct Week {
    #[serde(flatten)]
    review: Review,
    /// The seeker's times in the next seven days.
    times: Vec<SlotAhead>,
    #[serde(skip)]
    today: Date,
    /// The search is not closed.
    #[serde(skip)]
    goes_on: bool,
}

impl Show for Week {
    fn show(&self, text: &mut Text) {
        let week = &self.review;
        text.heading(format!("{} to {}", spoken(week.starts_on, self.today), spoken(week.ends_on, self.today)));
        text.line(week.opening(self.today));
        if week.planned.is_none() && self.goes_on && week.ends_on >= self.today {
            text.muted("`halfhour me --slot \"tue 10:00\"` plans times for calls.");
        }
        if let Some(before) = &week.before {
            text.line(format!("From the week before: {before}"));
        }
        self.meetings(text);
        if !week.is_ahead(self.today) {
            self.happened(text);
        }
        self.learned(text);
        self.changes(text);
        if self.looks_ahead() {
            self.ahead(text);
        }
    }
}

impl Week {
    fn looks_ahead(&self) -> bool {
        self.goes_on && plus_days(self.review.ends_on, 7) >= self.today
    }

    /// The times, where they stand beneath the week.
    fn shown_times(&self) -> &[SlotAhead] {
        if self.looks_ahead() && !self.review.is_ahead(self.today) { &self.times } else { &[] }
    }

    fn meetings(&self, text: &mut Text) {
        let meetings = self.review.meetings_beside(self.shown_times());
        if meetings.is_empty() {
            return;
        }
        text.heading("Meetings");
        for one in meetings {
            let came = one.came_of_it().map(|came| format!("; {came}")).unwrap_or_default();
            let place = one.agreed.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
            text.point(format!("{} {} {}{place}{came}", one.opening(), one.person.name, one.when(self.today)));
        }
    }

    fn happened(&self, text: &mut Text) {
        let happened = &self.review.happened;
        text.heading("What happened");
        for talk in &happened.talks {
            let day = spoken(talk.on, self.today);
            text.point(format!("{day}: you talked with {} ({})", talk.person.name, talk.ladder));
        }
        for asked in &happened.asked {
            text.point(format!("You asked {}", asked.name));
        }
        for one in &happened.answered {
            text.point(format!("{} {}", one.person.name, one.says()));
        }
        for thanked in &happened.thanked {
            text.point(format!("You thanked {}", thanked.name));
        }
        for kept in &happened.kept {
            text.point(format!("You kept a promise to {}: {}", kept.person.name, kept.text.trim_end_matches('.')));
        }
        for one in &happened.let_go {
            text.point(format!("No longer due: {}", one.text));
        }
        if *happened == Default::default() {
            text.line(self.review.nothing(self.today));
        }
    }

    fn learned(&self, text: &mut Text) {
        let learned = &self.review.learned;
        if *learned == Default::default() {
            return;
        }
        text.heading("What you learned");
        for one in &learned.words {
            text.point(format!("{} (from {})", one.text, one.person.name));
        }
        if !learned.organizations.is_empty() {
            text.point(format!("Organizations: {}", learned.organizations.join(", ")));
        }
    }

    fn changes(&self, text: &mut Text) {
        let changes = &self.review.changes;
        if *changes == Default::default() && self.review.happened == Default::default() {
            return;
        }
        text.heading("What changes");
        if let Some(own) = &changes.own {
            text.point(own);
        }
        for idea in &changes.ideas {
            text.point(format!("{}: {} warmer, {} colder", idea.text, idea.warmer, idea.colder));
        }
        for named in &changes.named {
            text.point(format!("{} was named by {}", named.person.name, named.by.name));
        }
        for one in &changes.opportunities {
            text.point(format!("{}: {}", one.title, one.state));
        }
        if changes.own.is_none() {
            let of =
                if self.review.ends_on < self.today { format!(" {}", self.review.starts_on) } else { String::new() };
            text.muted(format!("In your own words, for the week after: `halfhour week{of} --changes \"WORDS\"`"));
        }
    }

    fn ahead(&self, text: &mut Text) {
        let next = &self.review.next;
        text.heading("The week after");
        for meeting in &next.meetings {
            text.point(format!("You meet {} on {}", meeting.person.name, spoken(meeting.here_on, self.today)));
        }
        if next.to_call > 0 {
            let were = if next.to_call == 1 { "was" } else { "were" };
            text.point(format!("{} to call who {were} named to you", counted(next.to_call, "person", "people")));
        }
        if next.promised > 0 {
            text.point(format!("{} to keep", counted(next.promised, "promise", "promises")));
        }
        for day in &next.days_off {
            let name = day.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
            text.point(format!("{} is a day off{name}", spoken(day.on, self.today)));
        }
        if next.slots.is_empty() && next.days_off.is_empty() {
            text.point("No times for calls are planned");
        } else if !next.slots.is_empty() {
            text.point(format!("Your times: {}", times_in_words(&next.slots)));
        }
        let times = self.shown_times();
        if !times.is_empty() {
            text.heading("Your times in the next seven days");
            show_times(text, times, self.today);
        }
    }
}

/// Shows the week.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let words = wish.of.join(" ");
    let Some(of) = of_week(&words, door.today) else {
        return Err(Failure::usage(
            format!("“{words}” is no day of a week."),
            "Name one: `halfhour week last`, or `halfhour week 2026-11-16`.",
        ));
    };
    if let Some(words) = &wish.changes {
        return door
            .change_and_tell(Scope::Told, |campaign, ids| write_what_changes(campaign, ids, door.today, of, words));
    }
    let (campaign, times) = times(door, 7)?;
    let goes_on = campaign.direction.closed_on.is_none();
    door.show(&Week { review: review(&campaign, of, door.today), times, today: door.today, goes_on })
}

//! `today`: what is overdue, due today and due in the next seven days, each with its reason.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use method::day::workdays::Away;
use method::day::{spoken, spoken_when};
use method::follow_through::ahead::{Ahead, MeetingAhead, WeekSoFar, ahead, wait_until_back};
use method::follow_through::moves::{Move, moves};
use method::follow_through::silence::looks_for_a_second_person;
use method::follow_through::slots::SlotAhead;
use serde::Serialize;
use store::Scope;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::follow_through::shown::{how_to_go_on, one_move};
use crate::follow_through::times::{show as show_times, times_of};
use crate::text::{Text, counted};

/// How many moves of each kind are shown, unless more are wanted.
const MOST: usize = 10;

/// Over what waits for the end of days off.
const BACK: &str = "When you are back";

/// What is due today, and why.
#[derive(Debug, Default, Args)]
pub struct Wish {
    /// At most so many that are due, and as many of the next seven days; 10 unless you say more
    #[arg(short = 'n', value_name = "N")]
    most: Option<NonZeroUsize>,
}

/// What is due, as `--json` prints it.
#[derive(Serialize)]
struct Today {
    moves: Vec<Move>,
    #[serde(flatten)]
    ahead: Ahead,
    /// The seeker's times in the next seven days, each with the next person.
    times: Vec<SlotAhead>,
    /// The days off in which today lies; null on any other day.
    away: Option<Away>,
    /// The ids of what is due and waits until the seeker is back.
    #[serde(skip)]
    waits_until_back: BTreeSet<String>,
    #[serde(skip)]
    today: Date,
    /// How many of each kind are shown.
    #[serde(skip)]
    most: usize,
    /// Nobody is on the list yet.
    #[serde(skip)]
    is_empty: bool,
    #[serde(skip)]
    closed_on: Option<Date>,
}

/// How much must be known to name every move as `today` does: whether somebody else can be tried, everybody decides.
pub fn scope(door: &Door) -> Result<Scope, Failure> {
    let looks = looks_for_a_second_person(&door.read(Scope::Told)?, door.today);
    Ok(if looks { Scope::Everyone } else { Scope::Told })
}

/// Shows the moves.
pub fn today(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let mut campaign = door.read(Scope::Told)?;
    if campaign.people.is_empty() || looks_for_a_second_person(&campaign, door.today) {
        // People of whom only a file tells are not loaded; whether the list is empty must not depend on that, nor whether
        // somebody else can be tried.
        campaign = door.read(Scope::Everyone)?;
    }
    let times = times_of(door, &campaign, 7)?;
    let away = Away::on(&campaign.week.days_off, door.today);
    door.show(&Today {
        times,
        waits_until_back: away.as_ref().map(|away| wait_until_back(&campaign, door.today, away)).unwrap_or_default(),
        away,
        moves: moves(&campaign, door.today),
        ahead: ahead(&campaign, door.today),
        today: door.today,
        most: wish.most.map_or(MOST, NonZeroUsize::get),
        is_empty: campaign.everybody().next().is_none(),
        closed_on: campaign.direction.closed_on,
    })
}

impl Show for Today {
    fn show(&self, text: &mut Text) {
        if let Some(closed_on) = self.closed_on {
            return show_closed(text, closed_on, self.today);
        }
        if self.is_empty && self.moves.iter().all(|one| one.person.is_none()) {
            return show_first_step(text);
        }
        if let Some(away) = &self.away {
            text.line(away.in_words(self.today));
        }
        if self.moves.is_empty() {
            text.line("Nothing is due today, and nothing in the next seven days.");
            text.line("If you have half an hour, `halfhour next` says whom you could call.");
        } else {
            self.show_moves(text);
        }
        if !self.times.is_empty() {
            text.heading("Your times");
            show_times(text, &self.times, self.today);
        }
        self.show_ahead(text);
        how_to_go_on(text, &self.moves);
    }
}

impl Today {
    fn show_moves(&self, text: &mut Text) {
        // What is due comes in one order, as on the page: first what is lost by waiting, whether its day was today or not.
        let (due, soon): (Vec<&Move>, Vec<&Move>) = self.moves.iter().partition(|one| one.due_on <= self.today);
        let (back, now): (Vec<&Move>, Vec<&Move>) =
            due.into_iter().partition(|one| self.waits_until_back.contains(&one.id));
        let today = format!("Due today, {}", spoken(self.today, self.today));
        if back.is_empty() && now.is_empty() {
            let (heading, nothing) = match self.away {
                Some(_) => (BACK, "Nothing waits for you."),
                None => (today.as_str(), "Nothing is due today."),
            };
            text.heading(heading);
            text.line(nothing);
        }
        for (heading, moves) in [(today.as_str(), now), (BACK, back), ("In the next seven days", soon)] {
            if !moves.is_empty() {
                text.heading(heading);
                moves.iter().take(self.most).for_each(|one| one_move(text, one, self.today));
                if let Some(more) = moves.len().checked_sub(self.most).filter(|more| *more > 0) {
                    text.muted(format!("And {more} more: `halfhour today -n {}`", moves.len()));
                }
            }
        }
    }

    fn show_ahead(&self, text: &mut Text) {
        let week = week(self.ahead.week);
        let meetings: Vec<String> = self.ahead.meetings.iter().map(|one| meeting(one, self.today)).collect();
        let meetings = (!meetings.is_empty()).then(|| format!("Further ahead you meet {}.", meetings.join("; ")));
        if week.is_some() || meetings.is_some() {
            text.gap();
        }
        for line in week.into_iter().chain(meetings) {
            text.line(line);
        }
    }
}

/// The week against the seeker's own plan; silent without one.
fn week(week: WeekSoFar) -> Option<String> {
    let planned = week.planned?;
    let conversations = counted(planned.try_into().unwrap_or(usize::MAX), "conversation", "conversations");
    let arranged = match week.arranged {
        0 => String::new(),
        more => format!(", {more} arranged"),
    };
    Some(format!("Your plan for this week is {conversations}: {} held{arranged}.", week.held))
}

fn meeting(meeting: &MeetingAhead, today: Date) -> String {
    let at = meeting.time.map_or_else(String::new, |time| format!(" at {}:{:02}", time.hour(), time.minute()));
    let zone = meeting.zone.as_ref().filter(|_| meeting.time.is_some());
    let zone = zone.map_or_else(String::new, |zone| format!(" ({zone})"));
    format!("{} on {}{at}{zone}", meeting.person.name, spoken(meeting.on, today))
}

fn show_closed(text: &mut Text, closed_on: Date, today: Date) {
    text.line(format!("You closed your search {}, so nothing is due.", spoken_when(closed_on, today)));
    text.muted(
        "Who helped, and a thank-you to each: `halfhour closing`. To take it up again: `halfhour closing reopen`",
    );
}

fn show_first_step(text: &mut Text) {
    text.heading("A first step");
    text.line("Your list is empty, and every search begins with one name.");
    text.line("Whom do you know and respect? Write down one:");
    text.command("halfhour list add \"Ana Pereira, Harbor Freight\" --respected");
    text.line("Or bring in many at once, for instance the copy of your data that LinkedIn gives you:");
    text.command("halfhour import FILE");
    text.line("To look around first, in an invented search with a file of its own:");
    text.command("halfhour --data demo.db demo");
}

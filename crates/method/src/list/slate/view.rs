//! What the rules of the slate look at: the campaign, the ties, and which organizations matter, gathered once.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::ask::Answer;
use crate::ask::one_organization_at_a_time::QUIET_DAYS;
use crate::campaign::{Campaign, PersonRef, Shown};
use crate::day::week_start;
use crate::id::PersonId;
use crate::list::Person;
use crate::list::closeness::Ties;
use crate::list::slate::aims::Aims;
use crate::list::slate::keep_the_search_quiet::employers;
use crate::organization::key;
use crate::title::Title;

/// Everything a rule of the slate may look at.
pub(super) struct View<'a> {
    pub campaign: &'a Campaign,
    pub today: Date,
    /// The Monday of this week.
    pub week_starts_on: Date,
    /// Whoever was silent since then is a long-silent tie.
    pub silent_since_on: Date,
    pub ties: &'a Ties<'a>,
    /// Where the seeker wants to go and where they come from.
    pub aims: Rc<Aims<'a>>,
    /// Organizations of the direction: their place in it and their name there.
    pub wanted: BTreeMap<String, (i64, &'a str)>,
    /// Where the seeker works now, while employed.
    pub employers: BTreeSet<String>,
    /// Where the seeker used to work: the name there.
    pub worked_at: BTreeMap<String, &'a crate::seeker::Position>,
    /// Organizations in which somebody was asked just now, or is to be met: who.
    pub busy: BTreeMap<String, PersonId>,
}

/// Somebody on the list.
pub(super) struct Candidate<'a> {
    pub shown: Shown<'a>,
    /// What the seeker told of them.
    pub told: &'a Person,
    /// The organization, comparable.
    pub key: Option<String>,
    read: OnceCell<Option<Title>>,
}

impl<'a> Candidate<'a> {
    pub fn id(&self) -> PersonId {
        self.shown.id
    }

    pub fn organization(&self) -> Option<&'a str> {
        self.shown.organization()
    }

    pub fn title(&self) -> Option<&'a str> {
        self.shown.title()
    }

    /// The title, ready to be compared.
    pub fn read_title(&self) -> Option<&Title> {
        self.read.get_or_init(|| self.title().map(Title::read)).as_ref()
    }

    /// Since when they know each other, as told; a day that is still to come is not believed.
    pub fn known_since(&self, today: Date) -> Option<Date> {
        self.told.known_since_on.filter(|since| *since <= today)
    }

    pub fn person(&self) -> PersonRef {
        PersonRef { id: self.shown.id, name: self.shown.name().to_owned() }
    }
}

impl<'a> View<'a> {
    pub fn of(campaign: &'a Campaign, ties: &'a Ties<'a>, today: Date) -> Self {
        let wanted = (0..).zip(&campaign.direction.organizations);
        let worked_at = campaign.positions.values();
        let mut view = View {
            campaign,
            today,
            week_starts_on: week_start(today),
            silent_since_on: silent_since(today),
            ties,
            aims: Rc::new(Aims::of(campaign)),
            wanted: wanted.filter_map(|(place, name)| Some((key(name)?, (place, name.as_str())))).collect(),
            employers: employers(campaign),
            worked_at: worked_at.filter_map(|position| Some((key(&position.organization)?, position))).collect(),
            busy: BTreeMap::new(),
        };
        view.busy = view.busy_organizations();
        view
    }

    /// The same on an earlier day: what is on record stays, what time does is undone.
    pub fn on(&self, day: Date) -> Self {
        let mut view = View {
            today: day,
            silent_since_on: silent_since(day),
            wanted: self.wanted.clone(),
            employers: self.employers.clone(),
            worked_at: self.worked_at.clone(),
            busy: BTreeMap::new(),
            aims: Rc::clone(&self.aims),
            ..*self
        };
        view.busy = view.busy_organizations();
        view
    }

    /// Closeness as time has faded it by the day of this view.
    pub fn closeness(&self, id: PersonId) -> f64 {
        self.ties.closeness_on(id, self.today)
    }

    /// Everybody on the list, in the order of their ids.
    pub fn candidates(&self) -> impl Iterator<Item = Candidate<'a>> {
        self.campaign.everybody().filter_map(as_candidate)
    }

    /// One of them.
    pub fn candidate(&self, id: PersonId) -> Option<Candidate<'a>> {
        as_candidate(self.campaign.shown(id)).filter(|candidate| !candidate.told.forgotten)
    }

    fn busy_organizations(&self) -> BTreeMap<String, PersonId> {
        let (so_far, workdays) = (&self.ties.so_far, self.campaign.week.workdays());
        let busy = |id: &PersonId| {
            so_far.ask_that_stands(*id).is_some_and(|ask| {
                let just_asked = ask.is_open() && workdays.after(ask.asked_on, QUIET_DAYS) > self.today;
                let to_be_met = ask.answer == Some(Answer::Accepted)
                    && ask.planned_meeting().is_some_and(|meeting| meeting.on >= self.today);
                just_asked || to_be_met
            })
        };
        let at = |id: PersonId| Some((key(self.campaign.shown(id).organization()?)?, id));
        so_far.everybody().filter(busy).filter_map(at).collect()
    }
}

/// Three years before.
fn silent_since(day: Date) -> Date {
    day.saturating_sub(3.years())
}

fn as_candidate(shown: Shown<'_>) -> Option<Candidate<'_>> {
    Some(Candidate { told: shown.told()?, key: shown.organization().and_then(key), read: OnceCell::new(), shown })
}

//! What the rules of the slate look at: the campaign, the ties, and which organizations matter, gathered once.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::ask::Answer;
use crate::ask::one_organization_at_a_time::QUIET_DAYS;
use crate::campaign::{Campaign, PersonRef, Shown};
use crate::day::week_start;
use crate::id::{PersonId, SourceId};
use crate::list::Person;
use crate::list::closeness::Ties;
use crate::list::slate::aims::Aims;
use crate::list::slate::once::{Once, Place, Work};
use crate::list::tie::recommended;
use crate::organization::key;

/// Everything a rule of the slate may look at.
pub(super) struct View<'a> {
    pub campaign: &'a Campaign,
    pub today: Date,
    /// The Monday of this week.
    pub week_starts_on: Date,
    /// Whoever was silent since then is a long-silent tie.
    pub silent_since_on: Date,
    pub ties: &'a Ties<'a>,
    /// The aims, and what was read beside them.
    pub once: Rc<Once<'a>>,
    /// Organizations in which somebody was asked just now, or is to be met: who.
    pub busy: BTreeMap<String, PersonId>,
    /// The files that tell who recommended whom, with what they tell of everybody in them.
    recommendations: Vec<(SourceId, &'static str)>,
}

/// Somebody on the list.
pub(super) struct Candidate<'a> {
    pub shown: Shown<'a>,
    /// What the seeker told of them.
    pub told: &'a Person,
    /// Whether they were ever asked, met or named.
    pub has_a_past: bool,
    once: Rc<Once<'a>>,
    place: OnceCell<Option<Rc<Place<'a>>>>,
    work: OnceCell<Option<Rc<Work>>>,
    /// Closeness as last asked for, with the day and with what the ties left out then: a slate looks at two days.
    closeness: Cell<Option<((Date, Date), f64)>>,
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

    /// Where they work, held against the aims.
    pub fn place(&self) -> Option<&Place<'a>> {
        let read = || self.organization().map(|name| self.once.organization(name));
        self.place.get_or_init(read).as_deref()
    }

    /// The organization, comparable.
    pub fn key(&self) -> Option<&str> {
        self.place()?.key.as_deref()
    }

    /// Counts them among the people of their organization.
    pub fn count(&self) {
        if let Some(place) = self.place() {
            place.people.set(place.people.get() + 1);
        }
    }

    /// Whether their title stands higher than any of the seeker's.
    pub fn is_higher(&self) -> bool {
        let own = self.once.aims.standing;
        own.zip(self.work()).is_some_and(|(own, work)| work.title.standing() > own)
    }

    /// What they do, held against the aims.
    pub fn work(&self) -> Option<&Work> {
        self.work.get_or_init(|| self.title().map(|title| self.once.title(title))).as_deref()
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
        let mut view = View {
            campaign,
            today,
            week_starts_on: week_start(today),
            silent_since_on: silent_since(today),
            ties,
            once: Rc::new(Once::of(Aims::of(campaign))),
            busy: BTreeMap::new(),
            recommendations: recommendations(campaign),
        };
        view.busy = view.busy_organizations();
        view
    }

    /// The same on an earlier day: what files tell stays, what time did is undone, and so is, with these ties, what was
    /// asked since.
    pub fn on(&self, day: Date, ties: &'a Ties<'a>) -> Self {
        let mut view = View {
            today: day,
            ties,
            silent_since_on: silent_since(day),
            busy: BTreeMap::new(),
            once: Rc::clone(&self.once),
            recommendations: self.recommendations.clone(),
            ..*self
        };
        view.busy = view.busy_organizations();
        view
    }

    pub fn aims(&self) -> &Aims<'a> {
        &self.once.aims
    }

    /// Closeness as time has faded it by the day of this view.
    pub fn closeness(&self, candidate: &Candidate<'_>) -> f64 {
        let by = (self.today, self.ties.leave_out_from());
        if let Some((_, known)) = candidate.closeness.get().filter(|(then, _)| *then == by) {
            return known;
        }
        let closeness = self.ties.closeness_of(candidate.id(), Some(candidate.told), self.today);
        candidate.closeness.set(Some((by, closeness)));
        closeness
    }

    /// The same as a whole number, for orders.
    pub fn thousandths(&self, candidate: &Candidate<'_>) -> i64 {
        #[expect(clippy::cast_possible_truncation, reason = "closeness is between 0 and 1")]
        let thousandths = (self.closeness(candidate) * 1000.0) as i64;
        thousandths
    }

    /// Who of the two wrote the other a recommendation, as a file tells.
    pub fn recommended(&self, candidate: &Candidate<'_>) -> Option<&'static str> {
        let tells = |source| self.recommendations.iter().find(|(file, _)| *file == source).map(|(_, says)| *says);
        candidate
            .shown
            .records
            .iter()
            .filter(|_| !self.recommendations.is_empty())
            .find_map(|record| tells(record.source))
    }

    /// Everybody on the list, in the order of their ids.
    pub fn candidates(&self) -> impl Iterator<Item = Candidate<'a>> {
        self.campaign.everybody().filter_map(|shown| self.as_candidate(shown))
    }

    /// One of them.
    pub fn candidate(&self, id: PersonId) -> Option<Candidate<'a>> {
        self.as_candidate(self.campaign.shown(id)).filter(|candidate| !candidate.told.forgotten)
    }

    fn as_candidate(&self, shown: Shown<'a>) -> Option<Candidate<'a>> {
        Some(Candidate {
            told: shown.told()?,
            has_a_past: self.ties.so_far.is_about(shown.id),
            once: Rc::clone(&self.once),
            place: OnceCell::new(),
            work: OnceCell::new(),
            closeness: Cell::new(None),
            shown,
        })
    }

    fn busy_organizations(&self) -> BTreeMap<String, PersonId> {
        let (so_far, workdays) = (&self.ties.so_far, self.campaign.week.workdays());
        let busy = |id: &PersonId| {
            so_far.ask_that_stands(*id).is_some_and(|ask| {
                let just_asked = ask.is_open() && workdays.after(ask.asked_on, QUIET_DAYS) > self.today;
                let to_be_met = ask.answer == Some(Answer::Accepted)
                    && ask.planned_meeting().is_some_and(|meeting| self.campaign.at_home(meeting).on >= self.today);
                just_asked || to_be_met
            })
        };
        let at = |id: PersonId| Some((key(self.campaign.shown(id).organization()?)?, id));
        so_far.everybody().filter(busy).filter_map(at).collect()
    }
}

fn recommendations(campaign: &Campaign) -> Vec<(SourceId, &'static str)> {
    campaign.sources.values().filter_map(|source| Some((source.id, recommended(source)?))).collect()
}

/// Three years before.
fn silent_since(day: Date) -> Date {
    day.saturating_sub(3.years())
}

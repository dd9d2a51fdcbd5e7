//! What the rules of the slate look at: the campaign, the ties, and which organizations matter, gathered once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use crate::ask::Answer;
use crate::ask::one_organization_at_a_time::QUIET_DAYS;
use crate::campaign::{Campaign, PersonRef, Shown};
use crate::id::PersonId;
use crate::list::Person;
use crate::list::closeness::Ties;
use crate::list::slate::keep_the_search_quiet::employers;
use crate::organization::key;

/// Everything a rule of the slate may look at.
pub(super) struct View<'a> {
    pub campaign: &'a Campaign,
    pub today: Date,
    /// Whoever was silent since then is a long-silent tie.
    pub silent_since_on: Date,
    pub ties: Ties<'a>,
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

    pub fn person(&self) -> PersonRef {
        PersonRef { id: self.shown.id, name: self.shown.name().to_owned() }
    }
}

impl<'a> View<'a> {
    pub fn of(campaign: &'a Campaign, today: Date) -> Self {
        let wanted = (0..).zip(&campaign.direction.organizations);
        let worked_at = campaign.positions.values();
        let mut view = View {
            campaign,
            today,
            silent_since_on: today.saturating_sub(3.years()),
            ties: Ties::of(campaign, today),
            wanted: wanted.filter_map(|(place, name)| Some((key(name)?, (place, name.as_str())))).collect(),
            employers: employers(campaign),
            worked_at: worked_at.filter_map(|position| Some((key(&position.organization)?, position))).collect(),
            busy: BTreeMap::new(),
        };
        view.busy = view.busy_organizations();
        view
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

fn as_candidate(shown: Shown<'_>) -> Option<Candidate<'_>> {
    Some(Candidate { told: shown.told()?, key: shown.organization().and_then(key), shown })
}

//! Invented scenes, for tests: what happened in November 2026, told in small steps, and the moves that follow.
//!
//! Days are counted from 1 November 2026, a Sunday; day 31 is 1 December. Numbers of ids begin at 1 in each scene.

use jiff::civil::{Date, date};

use crate::ask::named::named_person;
use crate::ask::{Answer, Ask, Form, Meeting, MeetingState};
use crate::campaign::Campaign;
use crate::change::Decision;
use crate::conversation::capture_referral::Named;
use crate::conversation::promise::{Promise, add_commitment};
use crate::conversation::record::{Debrief, record_conversation};
use crate::conversation::thanks::introduced;
use crate::conversation::{Ladder, Side};
use crate::day::plus_days;
use crate::follow_through::due::MoveRule;
use crate::follow_through::moves::moves;
use crate::id::{Ids, PersonId, ReferralId};
use crate::list::Person;

/// That day of November 2026.
pub fn day(number: i32) -> Date {
    plus_days(date(2026, 11, 1), number - 1)
}

/// What happened so far.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    pub campaign: Campaign,
    pub ids: Ids,
    pub today: i32,
}

/// The parts that this rule makes due, as `day id`, in the order in which they are shown.
#[track_caller]
pub fn check(rule: &MoveRule, scene: Scene, today: i32, expected: &[&str]) {
    let parts = moves(&scene.campaign, day(today)).into_iter().flat_map(|one| {
        let number = crate::day::days_between(day(1), one.due_on) + 1;
        let of_rule = one.parts.into_iter().filter(|part| part.rule == rule.rule.name);
        of_rule.map(move |part| format!("{number} {}", part.id)).collect::<Vec<_>>()
    });
    assert_eq!(parts.collect::<Vec<_>>(), expected);
}

impl Scene {
    pub fn on(today: i32) -> Self {
        Scene { today, ..Scene::default() }
    }

    pub fn later_on(self, today: i32) -> Self {
        Scene { today, ..self }
    }

    pub fn person(&mut self, name: &str) -> PersonId {
        let (id, new) = named_person(&self.campaign, &self.ids, day(self.today), name, None);
        self.campaign.apply(new);
        id
    }

    #[track_caller]
    pub fn decide(mut self, decision: impl Fn(&Campaign, &Ids, Date) -> Decision) -> Self {
        let changes = decision(&self.campaign, &self.ids, day(self.today)).unwrap();
        self.campaign.apply(changes);
        self
    }

    pub fn knows(mut self, name: &str, organization: &str) -> Self {
        let new = named_person(&self.campaign, &self.ids, day(self.today), name, Some(organization)).1;
        self.campaign.apply(new);
        self
    }

    /// So many conversations a week, one for each time when it is 0, at these times.
    pub fn plans(mut self, conversations: u32, slots: &[&str]) -> Self {
        self.campaign.week.conversations = Some(conversations).filter(|count| *count > 0);
        self.campaign.week.slots = slots.iter().filter_map(|text| crate::direction::Slot::parse(text)).collect();
        self
    }

    fn told(mut self, name: &str, change: impl Fn(&mut Person)) -> Self {
        let id = self.person(name);
        let mut person = self.campaign.people[&id].clone();
        change(&mut person);
        self.campaign.apply([person.into()]);
        self
    }

    pub fn sets_aside(self, name: &str) -> Self {
        self.told(name, |person| person.set_aside = true)
    }

    pub fn releases(self, name: &str) -> Self {
        self.told(name, |person| person.released = true)
    }

    /// The seeker is employed there.
    pub fn works_at(mut self, organization: &str) -> Self {
        self.campaign.seeker.employed_now = Some(true);
        self.campaign.seeker.employer = Some(organization.to_owned());
        self
    }

    pub fn not_before(self, name: &str, number: i32) -> Self {
        self.told(name, |person| person.not_before_on = Some(day(number)))
    }

    pub fn forgets(self, name: &str) -> Self {
        self.told(name, |person| person.forgotten = true)
    }

    pub fn closes(mut self) -> Self {
        self.campaign.direction.closed_on = Some(day(self.today));
        self
    }

    pub fn asks(mut self, name: &str) -> Self {
        let person = self.person(name);
        self.campaign.apply([Ask::made(self.ids.fresh(), person, Form::Email, day(self.today)).into()]);
        self
    }

    #[track_caller]
    fn last_ask(mut self, name: &str, change: impl Fn(&mut Ask, Date)) -> Self {
        let person = self.person(name);
        let mut ask = self.campaign.asks.values().rfind(|ask| ask.person == person).unwrap().clone();
        change(&mut ask, day(self.today));
        self.campaign.apply([ask.into()]);
        self
    }

    fn answers(self, name: &str, answer: Answer) -> Self {
        self.last_ask(name, |ask, today| (ask.answer, ask.answered_on) = (Some(answer), Some(today)))
    }

    pub fn accepts(self, name: &str, meeting_on: i32) -> Self {
        self.answers(name, Answer::Accepted).last_ask(name, |ask, _| {
            let state = MeetingState::Planned;
            ask.meeting = Some(Meeting { on: day(meeting_on), time: None, zone: None, place: None, state, moved: 0 });
        })
    }

    fn meeting_is(self, name: &str, state: MeetingState) -> Self {
        self.last_ask(name, |ask, _| ask.meeting.as_mut().unwrap().state = state)
    }

    pub fn cancelled(self, name: &str) -> Self {
        self.meeting_is(name, MeetingState::Cancelled)
    }

    pub fn missed(self, name: &str) -> Self {
        self.meeting_is(name, MeetingState::Missed)
    }

    pub fn declines(self, name: &str) -> Self {
        self.answers(name, Answer::Declined)
    }

    pub fn lets_go(self, name: &str) -> Self {
        self.answers(name, Answer::Silent)
    }

    pub fn not_now(self, name: &str, until: i32) -> Self {
        self.answers(name, Answer::NotNow).last_ask(name, |ask, _| ask.until_on = Some(day(until)))
    }

    #[track_caller]
    pub fn debriefs(mut self, name: &str, tell: impl Fn(&mut Debrief)) -> Self {
        let mut debrief = Debrief::of(self.person(name), day(self.today));
        tell(&mut debrief);
        self.decide(|campaign, ids, today| record_conversation(campaign, ids, today, &debrief))
    }

    /// A talk that led to little.
    pub fn talks_with(self, name: &str) -> Self {
        self.debriefs(name, |_| ())
    }

    pub fn talks_and_learns(self, name: &str) -> Self {
        self.debriefs(name, |debrief| debrief.ladder = Some(Ladder::Listened))
    }

    fn names(self, by: &str, name: &str, introduction: bool) -> Self {
        self.debriefs(by, |debrief| {
            debrief.named = vec![Named { name: name.to_owned(), organization: None, introduction }];
        })
    }

    /// A talk in which somebody was named.
    pub fn referred_by(self, by: &str, name: &str) -> Self {
        self.names(by, name, false)
    }

    /// A talk in which an introduction was offered.
    pub fn offered_by(self, by: &str, name: &str) -> Self {
        self.names(by, name, true)
    }

    pub fn introduced_to(mut self, name: &str) -> Self {
        let person = self.person(name);
        let referral: ReferralId = self.campaign.referrals.values().find(|named| named.person == person).unwrap().id;
        self.decide(|campaign, _, today| introduced(campaign, today, referral, today))
    }

    fn commits(mut self, name: &str, side: Side, due: Option<i32>) -> Self {
        let person = self.person(name);
        let promise = Promise { text: "send the outline".to_owned(), due_on: due.map(day) };
        self.decide(|campaign, ids, today| add_commitment(campaign, ids, today, person, side, &promise, None))
    }

    pub fn promises(self, name: &str, due: Option<i32>) -> Self {
        self.commits(name, Side::Mine, due)
    }

    pub fn gets_a_promise_of(self, name: &str, due: Option<i32>) -> Self {
        self.commits(name, Side::Theirs, due)
    }

    pub fn promised_by(self, name: &str, due: i32) -> Self {
        self.commits(name, Side::Theirs, Some(due))
    }

    #[track_caller]
    pub fn done(self, id: &str) -> Self {
        self.decide(|campaign, ids, today| super::done::done(campaign, ids, today, id, None))
    }

    #[track_caller]
    pub fn not_needed(self, id: &str) -> Self {
        self.decide(|campaign, ids, today| super::not_needed::not_needed(campaign, ids, today, id, None))
    }

    #[track_caller]
    pub fn later(self, id: &str, until: i32) -> Self {
        self.decide(|campaign, ids, today| super::later::later(campaign, ids, today, id, None, day(until)))
    }
}

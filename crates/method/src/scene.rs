//! Invented campaigns for tests: built by hand in a few words, or thrown together by chance.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::ask::{Answer, Ask, Form, Meeting, MeetingState};
use crate::campaign::Campaign;
use crate::change::Change;
use crate::conversation::{Conversation, Ladder, Referral};
use crate::day::plus_days;
use crate::id::{
    AcquaintanceId, AskId, ConversationId, CorrespondenceId, Id, PersonId, PositionId, RecordId, ReferralId, SourceId,
};
use crate::list::{Acquaintance, Correspondence, Letters, Past, Person, Record};
use crate::seeker::Position;

/// A Sunday.
pub(crate) const TODAY: Date = date(2026, 11, 22);

pub(crate) fn p(number: u64) -> PersonId {
    PersonId::from_number(number)
}

/// A campaign that grows by what is told of it.
#[derive(Default)]
pub(crate) struct Scene {
    pub campaign: Campaign,
}

impl Scene {
    /// People known by name only: p1, p2 and so on.
    pub fn of(names: &[&str]) -> Self {
        let mut scene = Scene::default();
        for (number, name) in (1..).zip(names) {
            scene.write(Person::named(p(number), *name, date(2026, 9, 1)));
        }
        scene
    }

    pub fn write(&mut self, fact: impl Into<Change>) -> &mut Self {
        self.campaign.apply([fact.into()]);
        self
    }

    pub fn person(&mut self, number: u64, change: impl FnOnce(&mut Person)) -> &mut Self {
        let mut person = self.campaign.people[&p(number)].clone();
        change(&mut person);
        self.write(person)
    }

    pub fn at(&mut self, number: u64, organization: &str) -> &mut Self {
        self.person(number, |person| person.organization = Some(organization.into()))
    }

    pub fn respected(&mut self, number: u64) -> &mut Self {
        self.person(number, |person| person.respected = true)
    }

    pub fn known_since(&mut self, number: u64, year: i16) -> &mut Self {
        self.person(number, |person| person.known_since_on = Some(date(year, 1, 1)))
    }

    pub fn asked(&mut self, number: u64, on: Date, answer: Option<Answer>) -> &mut Self {
        let id = AskId::from_number(self.campaign.asks.len() as u64 + 1);
        let mut ask = Ask::made(id, p(number), Form::Call, on);
        ask.answer = answer;
        ask.answered_on = answer.map(|_| on);
        self.write(ask)
    }

    pub fn meeting(&mut self, number: u64, asked_on: Date, on: Date) -> &mut Self {
        self.asked(number, asked_on, Some(Answer::Accepted));
        let mut ask = self.campaign.asks.values().next_back().unwrap().clone();
        let state = MeetingState::Planned;
        ask.meeting = Some(Meeting { on, time: None, zone: None, place: None, state, moved: 0 });
        self.write(ask)
    }

    pub fn met(&mut self, number: u64, held_on: Date, ladder: Ladder) -> &mut Self {
        self.write(Conversation {
            id: ConversationId::from_number(self.campaign.conversations.len() as u64 + 1),
            person: p(number),
            ask: None,
            held_on,
            ladder,
            learned: None,
            directions: Vec::new(),
            organizations: Vec::new(),
            story: None,
            thanked_on: None,
            in_touch_on: None,
            led_further: Vec::new(),
        })
    }

    /// `by` named `person`, in the last conversation with `by` if there was one.
    pub fn named(&mut self, by: u64, person: u64, named_on: Date) -> &mut Self {
        let held = self.campaign.conversations.values().filter(|held| held.person == p(by));
        let conversation = held.map(|held| held.id).next_back();
        self.write(Referral {
            id: ReferralId::from_number(self.campaign.referrals.len() as u64 + 1),
            by: p(by),
            person: p(person),
            conversation,
            ask: None,
            named_on,
            introduction: false,
            introduced_on: None,
            reported_on: None,
        })
    }

    pub fn last_referral(&mut self, change: impl FnOnce(&mut Referral)) -> &mut Self {
        let mut referral = self.campaign.referrals.values().next_back().unwrap().clone();
        change(&mut referral);
        self.write(referral)
    }

    pub fn wants(&mut self, organization: &str) -> &mut Self {
        let mut direction = self.campaign.direction.clone();
        direction.organizations.push(organization.into());
        self.write(direction)
    }

    pub fn employed_at(&mut self, employer: &str) -> &mut Self {
        let mut seeker = self.campaign.seeker.clone();
        seeker.employed_now = Some(true);
        seeker.employer = Some(employer.into());
        self.write(seeker)
    }

    pub fn worked_at(&mut self, organization: &str, from: i16, until: i16) -> &mut Self {
        self.write(Position {
            id: PositionId::from_number(self.campaign.positions.len() as u64 + 1),
            organization: organization.into(),
            title: None,
            started_on: Some(date(from, 1, 1)),
            ended_on: Some(date(until, 1, 1)),
            source: None,
        })
    }

    /// A record as a network's export gives it, with a day of connection.
    pub fn connected(&mut self, number: u64, on: Date) -> &mut Self {
        self.write(record(number, Some(on), Vec::new()))
    }

    /// A record of which an earlier file said something else.
    pub fn used_to_be_at(&mut self, number: u64, organization: &str, until_on: Date) -> &mut Self {
        let past = Past { organization: Some(organization.into()), title: None, until_on };
        self.write(record(number, None, vec![past]))
    }

    /// Two who stood on the same letters, at the first address of each; the weights of years are in parts of a whole.
    pub fn acquainted(&mut self, id: u64, a: u64, b: u64, years: &[(i16, u32)], last_on: Date) -> &mut Self {
        let address = |number: u64| {
            let told = &self.campaign.people[&p(number)].emails;
            told.first().cloned().unwrap_or_else(|| format!("p{number}@example.com"))
        };
        let (a, b, years) = (address(a), address(b), years.to_vec());
        let id = AcquaintanceId::from_number(id);
        self.write(Acquaintance { id, importer: "mail".into(), a, b, years, last_on })
    }

    /// Letters on those days, written by both sides.
    pub fn wrote(&mut self, number: u64, days: &[Date]) -> &mut Self {
        let address = format!("p{number}@example.com");
        self.person(number, |person| person.emails = vec![address.clone()]);
        self.write(Correspondence {
            id: CorrespondenceId::from_number(number),
            importer: "mailbox".into(),
            address,
            days: days.iter().map(|day| (*day, Letters { sent: 1, received: 1, met: 0 })).collect(),
        })
    }
}

fn record(number: u64, connected_on: Option<Date>, past: Vec<Past>) -> Record {
    Record {
        id: RecordId::from_number(number),
        person: p(number),
        source: SourceId::from_number(1),
        row_key: format!("row {number}"),
        place: 1,
        name: format!("Person {number}"),
        given: None,
        family: None,
        emails: Vec::new(),
        phones: Vec::new(),
        links: Vec::new(),
        organization: None,
        title: None,
        connected_on,
        birthday: None,
        postal: Vec::new(),
        other_names: Vec::new(),
        past,
    }
}

/// Something that may happen in a search, told by small numbers so that people and days meet often.
#[derive(Debug, Clone)]
enum Event {
    At(u64, u8),
    Marked(u64, u8),
    Asked(u64, i32, Option<Answer>),
    ToMeet(u64, i32, i32),
    Met(u64, i32, Ladder),
    Named(u64, u64, i32, bool),
    Wrote(u64, i32),
    Wants(u8),
    EmployedAt(u8),
}

/// Days up to twelve years back, and some that lie ahead, as broken files have them.
fn days() -> impl Strategy<Value = i32> + Clone {
    prop_oneof![8 => -90..=0_i32, 2 => -4400..0_i32, 1 => 0..30_i32]
}

fn event() -> impl Strategy<Value = Event> {
    let who = 1..=9_u64;
    let answer = proptest::option::of(proptest::sample::select(Answer::ALL));
    let ladder = proptest::sample::select(Ladder::ALL);
    prop_oneof![
        3 => (who.clone(), 0..4_u8).prop_map(|(who, at)| Event::At(who, at)),
        3 => (who.clone(), 0..6_u8).prop_map(|(who, mark)| Event::Marked(who, mark)),
        3 => (who.clone(), days(), answer).prop_map(|(who, on, answer)| Event::Asked(who, on, answer)),
        1 => (who.clone(), days(), days()).prop_map(|(who, asked, on)| Event::ToMeet(who, asked, on)),
        4 => (who.clone(), days(), ladder).prop_map(|(who, on, ladder)| Event::Met(who, on, ladder)),
        5 => (who.clone(), who.clone(), days(), any::<bool>())
            .prop_map(|(by, who, on, introduction)| Event::Named(by, who, on, introduction)),
        1 => (who, days()).prop_map(|(who, on)| Event::Wrote(who, on)),
        1 => (0..4_u8).prop_map(Event::Wants),
        1 => (0..4_u8).prop_map(Event::EmployedAt),
    ]
}

const ORGANIZATIONS: [&str; 4] = ["Acme, Inc.", "ACME", "Harbor Freight", "Riverbend Hospital"];

fn play(scene: &mut Scene, event: Event) {
    let organization = |number: u8| ORGANIZATIONS[usize::from(number) % ORGANIZATIONS.len()];
    let day = |days: i32| plus_days(TODAY, days);
    match event {
        Event::At(who, at) => scene.at(who, organization(at)),
        Event::Marked(who, mark) => scene.person(who, |person| match mark {
            0 => person.respected = true,
            1 => person.close = true,
            2 => person.set_aside = true,
            3 => person.forgotten = true,
            4 => person.not_before_on = Some(day(5)),
            _ => person.known_since_on = Some(day(-3000)),
        }),
        Event::Asked(who, on, answer) => scene.asked(who, day(on), answer),
        Event::ToMeet(who, asked, on) => scene.meeting(who, day(asked), day(on)),
        Event::Met(who, on, ladder) => scene.met(who, day(on), ladder),
        Event::Named(by, who, on, introduction) => {
            scene.named(by, who, day(on)).last_referral(|referral| referral.introduction = introduction)
        }
        Event::Wrote(who, on) => scene.wrote(who, &[day(on)]),
        Event::Wants(at) => scene.wants(organization(at)),
        Event::EmployedAt(at) => scene.employed_at(organization(at)),
    };
}

/// Campaigns thrown together by chance: nine people, circles of names, days out of order.
pub(crate) fn campaigns() -> impl Strategy<Value = Campaign> {
    proptest::collection::vec(event(), 0..60).prop_map(|events| {
        let names = ["Ana", "Bo", "Chidi", "Dana", "Emre", "Farah", "Gil", "Hana", "Ines"];
        let mut scene = Scene::of(&names);
        for event in events {
            play(&mut scene, event);
        }
        scene.campaign
    })
}

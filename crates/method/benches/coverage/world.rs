//! Worlds of which the truth is known, and searches played in them.

use jiff::civil::{Date, date};
use method::ask::{Answer, Ask, Form};
use method::campaign::Campaign;
use method::conversation::{Conversation, Ladder, Referral};
use method::day::plus_days;
use method::id::{AskId, ConversationId, Id, PersonId, QuestionPlanId, ReferralId, StoryId};
use method::list::Person;
use method::momentum::chance::Chance;
use method::questions::{Question, QuestionKind, QuestionPlan};
use method::story::Story;

const START: Date = date(2026, 1, 5);

/// What people do in a world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// As the priors say.
    Stated,
    /// A few people name most of those who are named.
    FewNameMost,
    /// People from later in the search name half as many.
    DriesUp,
    /// Half of all answers come after two months.
    SlowAnswers,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Stated, Kind::FewNameMost, Kind::DriesUp, Kind::SlowAnswers];

    pub fn in_words(self) -> &'static str {
        match self {
            Kind::Stated => "as the priors state",
            Kind::FewNameMost => "a few people name most",
            Kind::DriesUp => "the second half names half as many",
            Kind::SlowAnswers => "half of the answers take two months",
        }
    }
}

/// One world.
#[derive(Debug, Clone, Copy)]
pub struct World {
    kind: Kind,
    /// People named per conversation, on average.
    pub named: f64,
    /// The share of them who talk with the seeker.
    pub talks: f64,
}

impl World {
    pub fn drawn(kind: Kind, chance: &mut Chance) -> Self {
        World { kind, named: chance.gamma(1.0, 1.0), talks: chance.beta(1.0, 1.8) }
    }

    /// How many the conversation at this place of the search names.
    fn names(&self, place: u32, of: u32, chance: &mut Chance) -> u32 {
        let mean = match self.kind {
            Kind::Stated | Kind::SlowAnswers => self.named,
            Kind::FewNameMost => self.named * chance.gamma(0.4, 0.4),
            Kind::DriesUp if place * 2 > of => self.named * 2.0 / 3.0,
            Kind::DriesUp => self.named * 4.0 / 3.0,
        };
        chance.poisson(mean)
    }

    fn days_to_answer(&self, chance: &mut Chance) -> i32 {
        let slow = self.kind == Kind::SlowAnswers && chance.happens(0.5);
        if slow { 60 } else { 5 }
    }
}

/// A day on which two conversations a week have come to that number.
pub fn today(conversations: u32) -> Date {
    held_on(conversations)
}

fn held_on(place: u32) -> Date {
    plus_days(START, i32::try_from(place).unwrap_or_default() * 7 / 2)
}

/// A search of so many conversations: first with whoever was named and said yes, else with people from the list.
pub fn search(world: &World, conversations: u32, chance: &mut Chance) -> Campaign {
    let mut search = Search::default();
    let mut waiting: Vec<(Date, PersonId)> = Vec::new();
    for place in 0..conversations {
        let on = held_on(place);
        let ready = waiting.iter().position(|(answered_on, _)| *answered_on <= on);
        let person = ready.map(|place| waiting.remove(place).1).unwrap_or_else(|| search.person());
        let held = search.hold(person, on, Ladder::Listened);
        for _ in 0..world.names(place, conversations, chance) {
            let named = search.named(person, held, on);
            let answered_on = plus_days(on, 2 + world.days_to_answer(chance));
            let says_yes = chance.happens(world.talks);
            if says_yes {
                waiting.push((answered_on, named));
            }
            let answer = if says_yes { Answer::Accepted } else { Answer::Declined };
            let answer = (answered_on <= today(conversations)).then_some((answer, answered_on));
            search.ask(named, Form::Call, plus_days(on, 2), answer);
        }
    }
    search.campaign
}

/// The end of so many weeks.
pub fn after(weeks: u32) -> Date {
    plus_days(START, 7 * i32::try_from(weeks).unwrap_or_default())
}

/// A search with a steady pace: conversations a week, and the share of them in which somebody makes a call.
pub fn paced(pace: f64, share: f64, weeks: u32, chance: &mut Chance) -> Campaign {
    let mut search = Search::default();
    for day in 0..i32::try_from(weeks).unwrap_or_default() * 7 {
        for _ in 0..chance.poisson(pace / 7.0) {
            let person = search.person();
            let rung = if chance.happens(share) { Ladder::MadeTheCall } else { Ladder::Listened };
            search.hold(person, plus_days(START, day + 1), rung);
        }
    }
    search.campaign
}

/// The claim that is true where one story leads further.
pub const BETTER: &str = "Your story “First”";

/// A search in which forms, groups, stories and questions fall by chance, looked at every week; the first story leads
/// further by that much.
pub fn compared(better: f64, conversations: u32, chance: &mut Chance) -> Vec<(Campaign, Date)> {
    let mut search = Search::default();
    for (number, name) in (1..).zip(["First", "Second", "Third"]) {
        search.story(number, name);
    }
    let mut looks = Vec::new();
    for place in 0..conversations {
        let (on, person) = (held_on(place), search.person());
        search.marked(person, chance);
        let form = [Form::Call, Form::Voicemail, Form::Email, Form::Message][pick(chance, 4)];
        let yes = if chance.happens(0.5) { Answer::Accepted } else { Answer::Declined };
        let other = search.person();
        search.ask(other, form, on, Some((yes, on)));
        search.plan(person, chance);
        let story = pick(chance, 3);
        let share = 0.35 + if story == 0 { better } else { 0.0 };
        let rung = if chance.happens(share) { Ladder::NamedSomeone } else { Ladder::Listened };
        search.hold(person, on, rung);
        search.told(StoryId::from_number(story as u64 + 1));
        if place % 2 == 1 {
            looks.push((search.campaign.clone(), on));
        }
    }
    looks
}

fn pick(chance: &mut Chance, of: usize) -> usize {
    (0..of).find(|place| chance.happens(1.0 / (of - place) as f64)).unwrap_or_default()
}

#[derive(Default)]
struct Search {
    campaign: Campaign,
}

impl Search {
    fn person(&mut self) -> PersonId {
        let id = PersonId::from_number(self.campaign.people.len() as u64 + 1);
        self.campaign.people.insert(id, Person::named(id, "Somebody", START));
        id
    }

    fn marked(&mut self, id: PersonId, chance: &mut Chance) {
        if let Some(person) = self.campaign.people.get_mut(&id) {
            (person.close, person.respected) = (chance.happens(0.3), chance.happens(0.5));
        }
    }

    fn hold(&mut self, person: PersonId, held_on: Date, ladder: Ladder) -> ConversationId {
        let id = ConversationId::from_number(self.campaign.conversations.len() as u64 + 1);
        let held = Conversation {
            id,
            person,
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
        };
        self.campaign.conversations.insert(id, held);
        id
    }

    fn told(&mut self, story: StoryId) {
        if let Some(mut last) = self.campaign.conversations.last_entry() {
            last.get_mut().story = Some(story);
        }
    }

    fn named(&mut self, by: PersonId, held: ConversationId, named_on: Date) -> PersonId {
        let person = self.person();
        let id = ReferralId::from_number(self.campaign.referrals.len() as u64 + 1);
        let referral = Referral {
            id,
            by,
            person,
            conversation: Some(held),
            ask: None,
            named_on,
            introduction: false,
            introduced_on: None,
            reported_on: None,
        };
        self.campaign.referrals.insert(id, referral);
        person
    }

    fn ask(&mut self, person: PersonId, form: Form, asked_on: Date, answer: Option<(Answer, Date)>) {
        let id = AskId::from_number(self.campaign.asks.len() as u64 + 1);
        let mut ask = Ask::made(id, person, form, asked_on);
        (ask.answer, ask.answered_on) = answer.unzip();
        self.campaign.asks.insert(id, ask);
    }

    fn story(&mut self, number: u64, name: &str) {
        let id = StoryId::from_number(number);
        let story = Story { id, name: name.into(), text: String::new(), written_on: START, dropped: false };
        self.campaign.stories.insert(id, story);
    }

    fn plan(&mut self, person: PersonId, chance: &mut Chance) {
        let id = QuestionPlanId::from_number(person.number());
        let kinds = QuestionKind::ALL.iter().filter(|_| chance.happens(0.5));
        let questions = kinds.map(|kind| Question::new(*kind, "?")).collect();
        self.campaign.question_plans.insert(id, QuestionPlan { id, person, questions });
    }
}

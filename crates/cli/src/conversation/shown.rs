//! A conversation as people read it: what was kept, and what follows from it.

use jiff::civil::Date;
use method::conversation::talks::{PromisedThen, Talk, Talks};
use method::conversation::{CommitmentState, Ladder, Side, Warmth};
use method::day::spoken;
use method::follow_through::moves::Move;
use method::id::PersonId;
use serde::Serialize;
use store::Step;

use crate::door::{Show, capital};
use crate::follow_through::shown;
use crate::text::Text;

/// The conversations held with one person.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Held {
    pub talks: Talks,
    #[serde(skip)]
    pub today: Date,
}

impl Show for Held {
    fn show(&self, text: &mut Text) {
        let person = &self.talks.person;
        if self.talks.conversations.is_empty() {
            text.line(format!("No conversation with {} is recorded yet.", person.name));
        }
        for talk in &self.talks.conversations {
            text.heading(format!("{} ({})", capital(&spoken(talk.held_on, self.today)), talk.id));
            how_far(text, talk);
            show_talk(text, talk, self.today);
        }
        text.gap();
        text.line("To record one, tell as much or as little as you like:");
        text.command(format!("halfhour conversation {} --learned \"…\" --named \"NAME, ORGANIZATION\"", person.id));
        text.muted("There is also --introduced, --promised \"TEXT by DAY\", --warmer and --colder: `halfhour conversation --help`");
        text.line(format!("It led to little? `halfhour conversation {} --ladder not_much`", person.id));
    }
}

/// A conversation that was just recorded or corrected.
#[derive(Serialize)]
pub struct Recorded {
    /// The step of history; none when everything stood like that already.
    pub step: Option<Step>,
    /// With whom.
    #[serde(skip)]
    pub person: PersonId,
    /// What is kept of it now.
    pub conversation: Option<Talk>,
    /// What follows from it.
    pub moves: Vec<Move>,
    /// It was recorded before; otherwise the step tells already how far it went.
    #[serde(skip)]
    pub is_corrected: bool,
    /// The seeker said how far it went.
    #[serde(skip)]
    pub is_rung_told: bool,
    #[serde(skip)]
    pub today: Date,
}

impl Show for Recorded {
    fn show(&self, text: &mut Text) {
        match &self.step {
            Some(step) => text.line(format!("{}.", capital(&step.text))),
            None => text.line("It stood like that already; nothing was changed."),
        }
        if let Some(talk) = &self.conversation {
            text.muted(format!("{}, {}", talk.id, spoken(talk.held_on, self.today)));
            let is_lowest = talk.ladder == Ladder::NotMuch;
            if self.is_corrected || is_lowest && self.is_rung_told {
                how_far(text, talk);
            } else if is_lowest {
                text.point("How far it went is not told; it counts as not much until you say it:");
                text.command(format!("halfhour conversation {} --correct {} --ladder listened", self.person, talk.id));
            }
            show_talk(text, talk, self.today);
        }
        self.when_it_comes(text);
        if self.moves.is_empty() {
            return;
        }
        text.heading("What follows");
        for one in &self.moves {
            shown::one_move(text, one, self.today);
        }
        shown::how_to_go_on(text, &self.moves);
    }
}

impl Recorded {
    /// What is awaited of them has no move of its own; this says how it is written down once it came.
    fn when_it_comes(&self, text: &mut Text) {
        let Some(talk) = &self.conversation else { return };
        let awaited = |promise: &&PromisedThen| promise.side == Side::Theirs && promise.state == CommitmentState::Open;
        if let Some(promise) = talk.promises.iter().find(awaited) {
            text.muted(format!("When they have kept it: `halfhour conversation settle {} kept`", promise.id));
        }
        if let Some(named) = talk.named.iter().find(|named| named.introduction && named.introduced_on.is_none()) {
            text.muted(format!("When you were introduced: `halfhour conversation introduced {}`", named.person.id));
        }
    }
}

fn how_far(text: &mut Text, talk: &Talk) {
    text.point(format!("How far it went: {}", talk.ladder));
}

/// Everything else that was kept of it, one point each.
fn show_talk(text: &mut Text, talk: &Talk, today: Date) {
    if let Some(ask) = talk.ask {
        text.point(format!("Your ask {ask} led to it"));
    }
    if let Some(learned) = &talk.learned {
        text.point(format!("You learned: {learned}"));
    }
    for named in &talk.named {
        let organization = named.organization.as_deref().map_or_else(String::new, |place| format!(", {place}"));
        let how = match (named.introduced_on, named.introduction) {
            (Some(_), _) => "They introduced you to",
            (None, true) => "An introduction to",
            (None, false) => "They named",
        };
        text.point(format!("{how} {}{organization} ({})", named.person.name, named.person.id));
    }
    if !talk.organizations.is_empty() {
        text.point(format!("Organizations: {}", talk.organizations.join(", ")));
    }
    for promise in &talk.promises {
        text.point(promised(promise, today));
    }
    for (warmth, label) in [(Warmth::Warmer, "Warmer"), (Warmth::Colder, "Colder")] {
        let heard = talk.directions.iter().filter(|heard| heard.warmth == warmth);
        let heard: Vec<&str> = heard.map(|heard| heard.direction.as_str()).collect();
        if !heard.is_empty() {
            text.point(format!("{label}: {}", heard.join(", ")));
        }
    }
    for question in &talk.led_further {
        text.point(format!("Led further: {question}"));
    }
    if let Some(story) = &talk.story {
        text.point(format!("Your story: {story}"));
    }
    if let Some(thanked_on) = talk.thanked_on {
        text.point(format!("Thanked on {}", spoken(thanked_on, today)));
    }
}

fn promised(promise: &PromisedThen, today: Date) -> String {
    let who = match promise.side {
        Side::Mine => "You promised",
        Side::Theirs => "They promised",
    };
    let by = promise.due_on.map_or_else(String::new, |day| format!(", by {}", spoken(day, today)));
    let state = match promise.state {
        CommitmentState::Open => String::new(),
        settled => format!(", {settled}"),
    };
    format!("{who}: {}{by} ({}{state})", promise.text, promise.id)
}

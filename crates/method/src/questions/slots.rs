//! What the slots of a question are filled with: facts as they can be said (rows M9, M14). Serves the library. A fact
//! that cannot be said leaves its slot empty, and then the question is not used.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::case::bearing::bearing;
use crate::direction::{Idea, SearchKind};
use crate::id::PersonId;
use crate::seeker::Strength;
use crate::seeker::proof::is_quoted;
use crate::speech::{aim, phrase, work};

/// Every slot that a question may have.
pub const SLOTS: &[&str] =
    &["strength", "proof", "role", "field", "aim", "organization", "move", "years", "idea", "idea2"];

/// Every tag that a question may have.
pub const TAGS: &[&str] = &["made_your_move", "long_silent", "in_direction"];

/// Values for slots, and which tags are true.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slots {
    values: BTreeMap<&'static str, String>,
    tags: Vec<&'static str>,
}

impl Slots {
    /// What is known for a conversation with this person.
    pub fn known(campaign: &Campaign, today: Date, person: PersonId) -> Slots {
        let direction = &campaign.direction;
        let mut slots = Slots::default();
        if let Some((said, proof)) = strengths(campaign).into_iter().next() {
            slots.put("strength", Some(said));
            slots.put("proof", proof);
        }
        slots.put("role", aim::role(direction));
        slots.put("field", aim::fields(direction).into_iter().next());
        slots.put("aim", aim::aim(direction));
        slots.put("move", career_move(campaign));
        let shown = campaign.shown(person);
        slots.put("organization", shown.organization().and_then(work::organization));
        slots.put("years", shown.told().and_then(|told| years(told.known_since_on?, today)));
        let mut ideas = ideas(campaign).into_iter();
        slots.put("idea", ideas.next().map(|(_, said)| said));
        slots.put("idea2", ideas.next().map(|(_, said)| said));
        let bears = bearing(campaign, today, person);
        let tags = [bears.made_your_move, bears.long_silent, bears.in_direction()];
        slots.tags = TAGS.iter().zip(tags).filter_map(|(tag, is)| is.then_some(*tag)).collect();
        slots
    }

    fn put(&mut self, slot: &'static str, value: Option<String>) {
        self.values.extend(value.map(|value| (slot, value)));
    }

    /// Whether this slot can be filled.
    pub fn has(&self, slot: &str) -> bool {
        self.values.contains_key(slot)
    }

    /// Whether this tag is true of the person.
    pub fn is_true(&self, tag: &str) -> bool {
        self.tags.contains(&tag)
    }

    /// The text with its slots filled, and how many there were; none when one stays empty.
    pub fn fill(&self, text: &str) -> Option<(String, usize)> {
        let mut pieces = text.split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        let mut count = 0;
        for piece in pieces {
            let (slot, rest) = piece.split_once('}')?;
            filled.push_str(self.values.get(slot)?);
            filled.push_str(rest);
            count += 1;
        }
        Some((filled, count))
    }
}

/// How many years lie between, in words up to twelve; none below three, which nobody makes much of, and above seventy.
fn years(since: Date, today: Date) -> Option<String> {
    const WORDS: [&str; 10] = ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let years = usize::try_from(today.year() - since.year()).ok().filter(|years| (3..=70).contains(years))?;
    Some(WORDS.get(years - 3).map_or_else(|| years.to_string(), |word| (*word).to_owned()))
}

/// What a strength can be shown by aloud.
fn aloud(strength: &Strength) -> Option<&str> {
    strength.proof.as_deref().filter(|proof| !is_quoted(proof))
}

/// Strengths as they can be said, each with its proof: told ones before imported ones, proven ones first.
pub fn strengths(campaign: &Campaign) -> Vec<(String, Option<String>)> {
    let mut all: Vec<&Strength> = campaign.strengths.values().filter(|strength| !strength.dropped).collect();
    all.sort_by_key(|strength| (aloud(strength).is_none(), strength.source.is_some(), strength.id));
    let said = all
        .into_iter()
        .filter_map(|strength| Some((work::strength(&strength.name)?, aloud(strength).and_then(work::proof))));
    said.collect()
}

/// Ideas as they can be said, those least talked about first, then the older ones.
pub fn ideas(campaign: &Campaign) -> Vec<(&Idea, String)> {
    let talked = |idea: &Idea| {
        let heard = campaign.conversations.values().flat_map(|talk| &talk.directions);
        heard.filter(|heard| crate::speech::fold(&heard.direction) == crate::speech::fold(&idea.text)).count()
    };
    let mut all: Vec<&Idea> = campaign.ideas.values().filter(|idea| !idea.dropped).collect();
    all.sort_by_key(|idea| (talked(idea), idea.noted_on, idea.id));
    all.into_iter().filter_map(|idea| Some((idea, phrase(&idea.text)?))).collect()
}

/// "from working as a staff nurse into patient safety", when careers are changed and both ends are known.
fn career_move(campaign: &Campaign) -> Option<String> {
    if campaign.direction.search != Some(SearchKind::ChangeCareers) {
        return None;
    }
    let positions = campaign.positions.values();
    let latest = positions.max_by_key(|position| (position.ended_on.is_none(), position.started_on, position.id))?;
    let from = latest.title.as_deref().and_then(work::title)?;
    let from = work::as_role(&from)?;
    let direction = &campaign.direction;
    let to = match aim::fields(direction).into_iter().next() {
        Some(field) => format!("into {field}"),
        None => format!("to working as {}", aim::role(direction)?),
    };
    Some(format!("from working as {from} {to}"))
}

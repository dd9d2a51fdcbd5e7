//! What the slots of a question are filled with: facts as they can be said (rows M9, M14). Serves the library. A fact
//! that cannot be said leaves its slot empty, and then the question is not used.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::campaign::{Campaign, Shown};
use crate::case::bearing::bearing;
use crate::case::near::{is_near_field, is_near_role};
use crate::case::prefill::{giver, referral};
use crate::conversation::{Conversation, Ladder};
use crate::direction::{Idea, SearchKind};
use crate::id::PersonId;
use crate::seeker::Strength;
use crate::seeker::proof::is_quoted;
use crate::speech::{aim, list_of, phrase, told, work};

/// Every slot that a question may have.
pub const SLOTS: &[&str] = &[
    "strength",
    "proof",
    "role",
    "field",
    "aim",
    "organization",
    "work",
    "value",
    "giver",
    "move",
    "their_move",
    "years",
    "learned",
    "others",
    "pointed",
    "still",
    "idea",
    "idea2",
];

/// Every tag that a question may have; the first says the most.
pub const TAGS: &[&str] =
    &["met", "made_your_move", "idea", "idea2", "valued", "long_silent", "named", "in_direction", "elsewhere"];

/// Values for slots, and which tags are true.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slots {
    values: BTreeMap<&'static str, String>,
    tags: Vec<&'static str>,
    /// Slots that are about the work this person does.
    apt: Vec<&'static str>,
}

impl Slots {
    /// What is known for a conversation with this person.
    pub fn known(campaign: &Campaign, today: Date, person: PersonId) -> Slots {
        let mut slots = Slots::default();
        slots.of_the_seeker(campaign);
        slots.of_the_direction(campaign, campaign.shown(person).title().unwrap_or_default());
        slots.of_the_person(campaign, today, person);
        let mut ideas = ideas_for(campaign, &campaign.shown(person)).into_iter();
        slots.put("idea", ideas.next());
        slots.put("idea2", ideas.next());
        let bears = bearing(campaign, today, person);
        slots.put("their_move", bears.their_move.clone());
        let met = earlier(campaign, today, person);
        slots.of_earlier_talks(campaign, today, &met);
        let of_slot = |tag: &str, slots: &Slots| match tag {
            "met" => !met.is_empty(),
            "made_your_move" => bears.made_your_move,
            "valued" => slots.has("value"),
            "long_silent" => bears.long_silent,
            "named" => slots.has("giver"),
            "in_direction" => bears.in_direction(),
            "elsewhere" => bears.elsewhere,
            idea => slots.has(idea),
        };
        slots.tags = TAGS.iter().copied().filter(|tag| of_slot(tag, &slots)).collect();
        slots
    }

    fn of_the_seeker(&mut self, campaign: &Campaign) {
        if let Some((said, proof)) = strengths(campaign).into_iter().next() {
            self.put("strength", Some(said));
            self.put("proof", proof);
        }
        self.put("move", career_move(campaign));
    }

    /// The field and the role that are near this work, else the first ones.
    fn of_the_direction(&mut self, campaign: &Campaign, title: &str) {
        let direction = &campaign.direction;
        let fields = aim::fields(direction);
        let field = fields.iter().find(|field| is_near_field(title, field));
        let roles = || direction.roles.iter().filter(|role| work::as_role(role).is_some());
        let role = roles().find(|role| is_near_role(title, role));
        self.apt.extend(field.map(|_| "field").into_iter().chain(role.map(|_| "role")));
        self.put("aim", field.cloned().or_else(|| aim::aim(direction)));
        self.put("role", role.and_then(|role| work::as_role(role)).or_else(|| aim::role(direction)));
        self.put("field", field.or(fields.first()).cloned());
    }

    fn of_the_person(&mut self, campaign: &Campaign, today: Date, person: PersonId) {
        let shown = campaign.shown(person);
        self.put("organization", shown.organization().and_then(work::organization));
        self.put(
            "work",
            shown
                .title()
                .filter(|title| is_done_now(title))
                .and_then(work::title)
                .and_then(|title| work::as_role(&title)),
        );
        let told = shown.told();
        self.put("years", told.and_then(|told| years(told.known_since_on?, today)));
        self.put("value", told.and_then(|told| told::valued(told.valued_for.as_deref()?)));
        self.put("giver", referral(campaign, person).and_then(|named| giver(campaign, named)));
    }

    fn of_earlier_talks(&mut self, campaign: &Campaign, today: Date, met: &[&Conversation]) {
        let Some(last) = met.last() else { return };
        let with = campaign.shown(last.person);
        let can_be_said = last.learned.as_deref().filter(|_| last.ladder > Ladder::NotMuch);
        self.put("learned", can_be_said.and_then(|told| told::learned(told, with.name())));
        let mut in_this_search = campaign.conversations.values();
        let is_known_to_them = in_this_search.any(|talk| talk.person == last.person && talk.held_on <= today);
        self.put("still", Some(if is_known_to_them { "still" } else { "now" }.to_owned()));
        let since = campaign.talks_ever().filter(|talk| talk.held_on > last.held_on && talk.held_on <= today);
        let others: BTreeSet<PersonId> = since.map(|talk| talk.person).filter(|id| *id != last.person).collect();
        self.put("others", others_in_words(others.len()));
        let named = met.iter().flat_map(|talk| &talk.organizations).filter_map(|name| work::organization(name));
        let named: Vec<String> = named.collect();
        self.put("pointed", (!named.is_empty()).then(|| list_of(&named, "and")));
    }

    fn put(&mut self, slot: &'static str, value: Option<String>) {
        self.values.extend(value.map(|value| (slot, value)));
    }

    /// Whether this slot can be filled.
    pub fn has(&self, slot: &str) -> bool {
        self.values.contains_key(slot)
    }

    /// What this slot is filled with.
    pub fn value(&self, slot: &str) -> Option<&str> {
        self.values.get(slot).map(String::as_str)
    }

    /// Whether a line is about the work this person does.
    pub fn is_apt(&self, line: &str) -> bool {
        self.apt.iter().any(|slot| line.contains(&format!("{{{slot}}}")))
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
            // A short form brings its full stop along: "an M.D."
            filled.push_str(if filled.ends_with('.') { rest.strip_prefix('.').unwrap_or(rest) } else { rest });
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

/// The talks with somebody, in this search and before it, the latest last.
fn earlier(campaign: &Campaign, today: Date, person: PersonId) -> Vec<&Conversation> {
    let talks = campaign.talks_ever().filter(|talk| talk.person == person && talk.held_on <= today);
    let mut talks: Vec<&Conversation> = talks.collect();
    talks.sort_by_key(|talk| (talk.held_on, talk.id));
    talks
}

fn others_in_words(count: usize) -> Option<String> {
    const WORDS: [&str; 5] = ["one other", "two others", "three others", "four others", "five others"];
    let word = count.checked_sub(1).map(|place| WORDS.get(place).copied().unwrap_or("several others"));
    word.map(str::to_owned)
}

/// Whether it is work that they do, not work that they did.
fn is_done_now(title: &str) -> bool {
    const OVER: &[&str] = &["retired", "former", "formerly", "ex", "emeritus", "emerita"];
    !crate::speech::fold(title).split(' ').any(|word| OVER.contains(&word))
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

/// The ideas to try out on this person: the one that is near their own work alone, else two, those least talked about.
fn ideas_for(campaign: &Campaign, shown: &Shown<'_>) -> Vec<String> {
    let ideas = ideas(campaign);
    let work: Vec<&str> = [shown.title(), shown.organization()].into_iter().flatten().collect();
    let near = ideas.iter().find(|(_, said)| work.iter().any(|work| shares_a_word(said, work)));
    match near {
        Some((_, said)) => vec![said.clone()],
        None => ideas.into_iter().take(2).map(|(_, said)| said).collect(),
    }
}

/// Whether a longer word stands in both: "teaching at a community college", "Port Alder Community College".
fn shares_a_word(one: &str, other: &str) -> bool {
    const LONG: usize = 5;
    let other = crate::speech::fold(other);
    crate::speech::fold(one).split(' ').any(|word| word.len() >= LONG && other.split(' ').any(|same| same == word))
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

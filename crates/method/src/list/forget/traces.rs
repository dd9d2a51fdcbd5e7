//! What gives a person away, and every place where it may stand.
//!
//! Serves forgetting, in the first step; whoever keeps the campaign uses it for the texts of former steps. It refuses to
//! touch the names of other people, and what files say of them.

use std::collections::BTreeSet;

use super::{Found, Place};
use crate::campaign::{Campaign, Shown};
use crate::change::{Fact, Key, Noun};
use crate::id::PersonId;
use crate::list::Source;
use crate::list::scrub::Needles;
use crate::list::standing::holder;
use crate::list::written::fold;
use crate::speech::name::{full, is_title};

/// The names, addresses and numbers of one person.
#[derive(Debug)]
pub struct Traces {
    id: PersonId,
    addresses: BTreeSet<String>,
    /// Everything that means nobody else.
    whole: Needles,
    /// The same without names of one word, which may be an organization's too.
    sure: Needles,
    /// Single words of their names.
    alone: Needles,
}

impl Traces {
    /// What gives this person away, as they are known before they are forgotten.
    pub fn of(campaign: &Campaign, id: PersonId) -> Self {
        let shown = campaign.shown(id);
        let mut traces = Traces {
            id,
            addresses: BTreeSet::new(),
            whole: Needles::default(),
            sure: Needles::default(),
            alone: Needles::default(),
        };
        let names = names(&shown);
        for name in names.iter().collect::<BTreeSet<_>>() {
            traces.note_name(campaign, name);
        }
        for nickname in shown.other_names().into_iter().filter(|name| !name.contains(' ')) {
            traces.alone.add(nickname);
        }
        let own = shown.emails().into_iter().chain(shown.links());
        let own: Vec<&str> = own.filter(|one| holder(campaign, one, Some(id)).is_none()).collect();
        for text in own.iter().copied().chain(shown.phones()).chain(shown.postal()) {
            traces.whole.add(text);
            traces.sure.add(text);
        }
        traces.addresses = own.into_iter().map(str::to_owned).collect();
        traces.addresses.extend(addresses_by_name(campaign, id, &names));
        traces
    }

    /// The text with "someone" wherever it gives them away; none when it does not.
    pub fn taken_out_of(&self, text: &str) -> Option<String> {
        self.whole.taken_out_of(text)
    }

    fn note_name(&mut self, campaign: &Campaign, name: &str) {
        let said = full(name).unwrap_or_else(|| name.to_owned());
        let words: Vec<&str> = said.split_whitespace().collect();
        for text in std::iter::once(name.to_owned()).chain(parts(&words)) {
            let is_whole = (text == name || text == said) && words.len() > 1;
            if is_whole || !is_shared(campaign, self.id, &text) {
                self.whole.add(&text);
                if words.len() > 1 {
                    self.sure.add(&text);
                }
            }
        }
        for word in [words.first(), words.last()].into_iter().flatten().filter(|word| !is_title(word)) {
            self.alone.add(word);
        }
    }

    /// The fact without the person; none when nothing of it may stay.
    pub(super) fn without(&self, mut fact: Fact, found: &mut Found) -> Option<Fact> {
        match &mut fact {
            Fact::Record(record) if record.person == self.id => {
                found.records += 1;
                return None;
            }
            Fact::Correspondence(letters) if self.addresses.contains(&letters.address) => {
                found.correspondence += 1;
                return None;
            }
            Fact::Acquaintance(pair) if self.addresses.contains(&pair.a) || self.addresses.contains(&pair.b) => {
                found.acquaintances += 1;
                return None;
            }
            Fact::Commitment(promise) if promise.person == self.id => {
                found.commitments += 1;
                return None;
            }
            Fact::Apart(apart) if apart.a == self.id || apart.b == self.id => return None,
            Fact::Earlier(earlier) if earlier.person == self.id => return None,
            Fact::Case(case) if case.person == self.id => return None,
            Fact::QuestionPlan(plan) if plan.person == self.id => return None,
            Fact::Wording(wording) if wording.person == Some(self.id) => return None,
            Fact::Ask(ask) if ask.person == self.id => {
                found.kept_without_words += 1;
                ask.words = None;
                if let Some(meeting) = &mut ask.meeting {
                    meeting.place = None;
                }
            }
            Fact::Conversation(held) if held.person == self.id => {
                found.kept_without_words += 1;
                held.learned = None;
                held.led_further.clear();
            }
            Fact::Person(person) if person.id == self.id => return Some(fact),
            _ => (),
        }
        if let Fact::Source(source) = &mut fact {
            self.take_back_what_they_said(source);
        }
        self.scrub(&mut fact, found);
        Some(fact)
    }

    /// What they wrote about the seeker's work, as a file has it.
    fn take_back_what_they_said(&self, source: &mut Source) {
        let is_theirs = |by: &String| self.whole.taken_out_of(by).is_some();
        if let Some(said) = &mut source.said {
            said.retain(|one| !one.by.as_ref().is_some_and(is_theirs));
        }
    }

    fn scrub(&self, fact: &mut Fact, found: &mut Found) {
        let Key { kind, number } = fact.key();
        let place = Place { kind, number };
        let (mut replaced, mut left) = (false, false);
        let mut scrub = |texts: Vec<&mut String>, needles: &Needles| {
            for text in texts {
                if let Some(scrubbed) = needles.taken_out_of(text) {
                    *text = scrubbed;
                    replaced = true;
                }
                left |= self.whole.taken_out_of(text).is_some() || self.alone.taken_out_of(text).is_some();
            }
        };
        scrub(free_texts(fact), &self.whole);
        scrub(named_things(fact), &self.sure);
        if let Fact::Record(record) = fact {
            let said = [&record.organization, &record.title];
            left |= said.into_iter().flatten().any(|text| self.sure.taken_out_of(text).is_some());
        }
        found.replaced.extend(replaced.then_some(place));
        found.left.extend(left.then_some(place));
    }
}

/// Every name under which they are known.
fn names(shown: &Shown<'_>) -> Vec<String> {
    let told = shown.told().and_then(|person| person.name.as_deref());
    let mut names: Vec<String> = told.map(str::to_owned).into_iter().collect();
    for record in &shown.records {
        names.push(record.name.clone());
        // A nickname of one word may be a word like any other; see `Traces::of`.
        names.extend(record.other_names.iter().filter(|name| name.contains(' ')).cloned());
        if let (Some(given), Some(family)) = (&record.given, &record.family) {
            names.extend([format!("{given} {family}"), format!("{family} {given}"), format!("{family}{given}")]);
        }
    }
    names
}

/// What a name is turned and shortened to: any two or more of its words in a row, and the first with the last.
fn parts(words: &[&str]) -> Vec<String> {
    let words = &words[..words.len().min(8)];
    let mut parts: Vec<String> = Vec::new();
    for length in 2..=words.len() {
        parts.extend(words.windows(length).map(|some| some.join(" ")));
    }
    if let [first, .., last] = words {
        parts.extend([format!("{first} {last}"), format!("{last} {first}")]);
    }
    parts
}

/// Older exports know correspondents by name only. Such letters go, unless somebody else on the list has that name.
fn addresses_by_name(campaign: &Campaign, id: PersonId, names: &[String]) -> Vec<String> {
    let said = names.iter().filter_map(|name| full(name));
    let mut own: BTreeSet<String> = names.iter().cloned().chain(said).map(|name| fold(&name)).collect();
    for other in campaign.everybody().filter(|other| other.id != id) {
        own.remove(&fold(other.name()));
    }
    let addresses = campaign.correspondence.values().map(|letters| &letters.address);
    let theirs =
        addresses.filter(|address| address.strip_prefix("name:").is_some_and(|name| own.contains(&fold(name))));
    theirs.cloned().collect()
}

/// Whether a name, or a part of one, also stands in somebody else's name.
fn is_shared(campaign: &Campaign, id: PersonId, name: &str) -> bool {
    let mut needle = Needles::default();
    needle.add(name);
    let mut others = campaign.everybody().filter(|shown| shown.id != id);
    others.any(|shown| needle.taken_out_of(shown.name()).is_some())
}

fn some<const N: usize>(texts: [&mut Option<String>; N]) -> Vec<&mut String> {
    texts.into_iter().flatten().collect()
}

/// Every place of a fact where the seeker writes freely, and so may have written a name; a file is often called by one.
fn free_texts(fact: &mut Fact) -> Vec<&mut String> {
    match fact {
        Fact::Seeker(seeker) => some([&mut seeker.headline]),
        Fact::Strength(strength) => some([&mut strength.proof]),
        Fact::Idea(idea) => vec![&mut idea.text],
        Fact::Person(person) => some([&mut person.how_known, &mut person.valued_for, &mut person.notes]),
        Fact::Case(case) => vec![&mut case.purpose, &mut case.outcome, &mut case.why],
        Fact::QuestionPlan(plan) => plan.questions.iter_mut().map(|one| &mut one.text).collect(),
        Fact::Story(story) => vec![&mut story.name, &mut story.text],
        Fact::Wording(wording) => vec![&mut wording.text],
        Fact::Ask(ask) => {
            let place = ask.meeting.as_mut().and_then(|meeting| meeting.place.as_mut());
            ask.words.as_mut().into_iter().chain(place).collect()
        }
        Fact::Conversation(held) => {
            held.learned.iter_mut().chain(held.led_further.iter_mut().map(|one| &mut one.text)).collect()
        }
        Fact::Commitment(promise) => vec![&mut promise.text],
        Fact::WeekLine(line) => vec![&mut line.text],
        Fact::Source(source) => {
            let said = source.said.iter_mut().flatten();
            std::iter::once(&mut source.file).chain(said.map(|one| &mut one.text)).collect()
        }
        Fact::Opportunity(opportunity) => {
            let mut texts = vec![&mut opportunity.title];
            texts.extend(opportunity.notes.as_mut());
            texts
        }
        Fact::Position(_)
        | Fact::School(_)
        | Fact::Followed(_)
        | Fact::Direction(_)
        | Fact::Week(_)
        | Fact::Record(_)
        | Fact::Apart(_)
        | Fact::Correspondence(_)
        | Fact::Acquaintance(_)
        | Fact::Referral(_)
        | Fact::Earlier(_)
        | Fact::Later(_)
        | Fact::LastThanks(_) => Vec::new(),
    }
}

/// Every place where the seeker names something: an organization, a field, a skill. One word there is no person's name.
fn named_things(fact: &mut Fact) -> Vec<&mut String> {
    match fact {
        Fact::Seeker(seeker) => some([&mut seeker.employer]),
        Fact::Strength(strength) => vec![&mut strength.name],
        Fact::Position(position) => {
            std::iter::once(&mut position.organization).chain(position.title.as_mut()).collect()
        }
        Fact::Followed(followed) => vec![&mut followed.organization],
        Fact::School(school) => std::iter::once(&mut school.name).chain(school.degree.as_mut()).collect(),
        Fact::Direction(direction) => {
            let whither = direction.fields.iter_mut().chain(&mut direction.roles);
            whither.chain(&mut direction.organizations).chain(&mut direction.places).collect()
        }
        Fact::Person(person) => some([&mut person.organization, &mut person.title]),
        Fact::Conversation(held) => {
            let heard = held.directions.iter_mut().map(|heard| &mut heard.direction);
            heard.chain(&mut held.organizations).collect()
        }
        Fact::Opportunity(opportunity) => some([&mut opportunity.organization]),
        _ => Vec::new(),
    }
}

//! What a step did that is more than one fact: an import, a merge, several things told at once, a new search.
//!
//! Serves the history. It says what was done as a whole where there is such a whole, and each thing where there is none.

use super::happened::of_conversation;
use super::{IMPORTED, count, counted, of_fact, written};
use crate::campaign::Campaign;
use crate::change::{Change, Fact, Kind, Noun};
use crate::conversation::Conversation;
use crate::id::{Id, PersonId};
use crate::list::Person;
use crate::speech::list_of;

/// Whether a closed search makes room for a new one.
pub(super) fn begins_anew(before: &Campaign, changes: &[Change]) -> bool {
    let came_before = before.direction.earlier_searches;
    before.direction.closed_on.is_some()
        && written(changes).any(|fact| matches!(fact, Fact::Direction(one) if one.earlier_searches > came_before))
}

pub(super) fn of_import(before: &Campaign, changes: &[Change]) -> Option<String> {
    let files: Vec<&str> = written(changes)
        .filter_map(|fact| if let Fact::Source(source) = fact { Some(source.file.as_str()) } else { None })
        .collect();
    let first = files.first()?.split('/').next()?;
    let is_new = |fact: &&Fact| matches!(fact, Fact::Person(person) if !before.people.contains_key(&person.id));
    let people = written(changes).filter(is_new).count();
    let more = files.iter().any(|file| !file.starts_with(first));
    let files = if more { format!("{first} and more") } else { first.to_owned() };
    Some(match people {
        0 => format!("{IMPORTED}{files}"),
        _ => format!("{IMPORTED}{files}: {}", counted(people, "new person", "new people")),
    })
}

pub(super) fn of_whole_search(before: &Campaign, changes: &[Change]) -> Option<String> {
    let (people, asks, conversations) =
        (count(changes, Kind::Person), count(changes, Kind::Ask), count(changes, Kind::Conversation));
    (before.is_empty() && people > 1 && asks > 1 && conversations > 1).then(|| {
        format!(
            "wrote a whole search: {}, {}, {}",
            counted(people, "person", "people"),
            counted(asks, "ask", "asks"),
            counted(conversations, "conversation", "conversations")
        )
    })
}

/// Several conversations, or several people, jotted down at once.
pub(super) fn of_several(before: &Campaign, changes: &[Change]) -> Option<String> {
    let is_new =
        |fact: &&Fact| matches!(fact, Fact::Conversation(talk) if !before.conversations.contains_key(&talk.id));
    let talks = written(changes).filter(is_new).count();
    let people: Vec<&Person> =
        written(changes).filter_map(|fact| if let Fact::Person(one) = fact { Some(one) } else { None }).collect();
    let new = people.iter().filter(|one| !before.people.contains_key(&one.id)).count();
    if talks > 1 {
        let added = counted(new, "person", "people");
        let added = if new == 0 { String::new() } else { format!(" and added {added}") };
        return Some(format!("recorded {talks} conversations{added}"));
    }
    let was_respected = |one: &Person| before.people.get(&one.id).is_some_and(|old| old.respected);
    let all = people.len() > 1 && people.len() == changes.len();
    if all && people.iter().all(|one| one.respected && !was_respected(one)) {
        let all = people.len();
        return Some(match new {
            0 => format!("marked {all} people as known and respected"),
            new if new == all => format!("added {all} people as known and respected"),
            new => format!("marked {all} people as known and respected, {new} of them new on your list"),
        });
    }
    (all && new == people.len()).then(|| format!("added {new} people"))
}

/// Somebody who was not on the list, and the conversation with them.
pub(super) fn of_new_talk(before: &Campaign, changes: &[Change]) -> Option<String> {
    let Change::Write(Fact::Person(person)) = changes.first()? else { return None };
    let talk = written(changes).find_map(|fact| match fact {
        Fact::Conversation(talk) if talk.person == person.id => Some(talk),
        _ => None,
    })?;
    let is_new = !before.people.contains_key(&person.id) && !before.conversations.contains_key(&talk.id);
    is_new.then(|| format!("added {{{}}}; {}", person.id, of_conversation(before, talk)))
}

/// A person goes, and what was known of them moves to another: the two were made one.
pub(super) fn of_merge(before: &Campaign, changes: &[Change]) -> Option<String> {
    let gone = changes.iter().find_map(|change| match change {
        Change::Remove(key) if key.kind == Kind::Person => Some(PersonId::from_number(key.number)),
        _ => None,
    })?;
    let told = written(changes).find_map(|fact| if let Fact::Person(person) = fact { Some(person.id) } else { None });
    let kept = told.or_else(|| moved(before, changes).find(|(from, _)| *from == gone).map(|(_, to)| to))?;
    Some(format!("made {{{kept}}} and {gone} one person"))
}

/// From whom to whom rows of files move.
pub(super) fn moved<'a>(
    before: &'a Campaign,
    changes: &'a [Change],
) -> impl Iterator<Item = (PersonId, PersonId)> + 'a {
    written(changes).filter_map(|fact| {
        let Fact::Record(record) = fact else { return None };
        let from = before.records.get(&record.id)?.person;
        (from != record.person).then_some((from, record.person))
    })
}

/// What the seeker tells of themselves and of the search, which may be much at once.
const OWN: &[Kind] =
    &[Kind::Seeker, Kind::Strength, Kind::Position, Kind::School, Kind::Direction, Kind::Week, Kind::Idea];

/// What parts of one move are about.
const FOLLOWED_THROUGH: &[Kind] =
    &[Kind::Ask, Kind::Conversation, Kind::Referral, Kind::Commitment, Kind::Later, Kind::Week];

/// Each of several things that were told, or done, at once.
pub(super) fn of_each(before: &Campaign, changes: &[Change]) -> Option<String> {
    let facts: Vec<&Fact> = written(changes).collect();
    if facts.len() < 2 || facts.len() < changes.len() {
        return None;
    }
    let stood = |fact: &Fact| match fact {
        Fact::Ask(ask) => before.asks.contains_key(&ask.id),
        Fact::Conversation(held) => before.conversations.contains_key(&held.id),
        Fact::Referral(referral) => before.referrals.contains_key(&referral.id),
        Fact::Commitment(promise) => before.commitments.contains_key(&promise.id),
        _ => true,
    };
    let all = |kinds: &[Kind]| facts.iter().all(|fact| kinds.contains(&fact.key().kind));
    let is_told = all(OWN);
    let is_done = all(FOLLOWED_THROUGH) && facts.iter().all(|fact| stood(fact));
    (is_told || is_done).then(|| {
        let strengths = of_strengths(&facts);
        let is_joined = strengths.is_some();
        let others = facts.iter().filter(|fact| !is_joined || fact.key().kind != Kind::Strength);
        // The rung that an introduction lifts is told with it.
        let is_lifted = |fact: &&&Fact| matches!(fact, Fact::Conversation(held) if is_introduced(before, &facts, held));
        let others = others.filter(|fact| !is_lifted(fact));
        let mut said: Vec<String> = Vec::new();
        for text in others.map(|fact| of_fact(before, fact, changes)).chain(strengths) {
            if !said.contains(&text) {
                said.push(text);
            }
        }
        said.join("; ")
    })
}

/// Whether nothing but the rung of this talk changes, and with an introduction that was offered in it.
fn is_introduced(before: &Campaign, facts: &[&Fact], held: &Conversation) -> bool {
    let only_lifted = before
        .conversations
        .get(&held.id)
        .is_some_and(|old| old.ladder < held.ladder && Conversation { ladder: held.ladder, ..old.clone() } == *held);
    let came = |fact: &&Fact| matches!(fact, Fact::Referral(one) if one.conversation == Some(held.id) && one.introduced_on.is_some());
    only_lifted && facts.iter().any(came)
}

/// More than one strength that was told, in one breath; none where it is another case.
fn of_strengths(facts: &[&Fact]) -> Option<String> {
    let strengths = facts.iter().filter_map(|fact| if let Fact::Strength(one) = fact { Some(one) } else { None });
    let strengths: Vec<_> = strengths.collect();
    let names: Vec<String> = strengths.iter().map(|one| one.name.clone()).collect();
    (strengths.len() > 1 && strengths.iter().all(|one| !one.dropped))
        .then(|| format!("told {} strengths: {}", names.len(), list_of(&names, "and")))
}

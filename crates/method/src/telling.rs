//! What a step of the history says: one line, told from the changes themselves, so that every door says the same.
//!
//! People stand in it as placeholders, `{p12}`, and are named only when it is shown. So no name is ever written into the
//! history, and a forgotten person is forgotten there too.

use std::collections::BTreeMap;

use crate::ask::{Answer, Form};
use crate::campaign::Campaign;
use crate::change::{Change, Fact, Key, Kind, Noun};
use crate::conversation::{Commitment, CommitmentState, Ladder, Side};
use crate::day::dated;
use crate::direction::Direction;
use crate::follow_through::resting;
use crate::id::{CaseId, Id, LaterId, PersonId, QuestionPlanId};
use crate::list::Person;

mod edited;
mod put_off;

/// Tells these changes, made to that campaign, in one line without a full stop.
pub fn telling(before: &Campaign, changes: &[Change]) -> String {
    if begins_anew(before, changes) {
        return "began a new search".to_owned();
    }
    // Whoever is forgotten also goes out of what files say.
    if let Some(Change::Write(Fact::Person(Person { forgotten: true, .. }))) = changes.first() {
        return "forgot someone".to_owned();
    }
    if let Some(text) = of_whole_search(before, changes).or_else(|| of_import(before, changes)) {
        return text;
    }
    if let Some(text) = of_merge(before, changes).or_else(|| of_several(before, changes)) {
        return text;
    }
    match changes.first() {
        None => "changed nothing".to_owned(),
        Some(Change::Write(fact)) => of_fact(before, fact, changes) + &of_resting(before, changes),
        Some(Change::Remove(key)) => of_removal(before, *key),
    }
}

/// Says that promises of the seeker rest from now on, so that none is lost without a word.
fn of_resting(before: &Campaign, changes: &[Change]) -> String {
    match resting::begins(before, changes) {
        0 => String::new(),
        1 => "; your promise rests".to_owned(),
        many => format!("; your {many} promises rest"),
    }
}

/// Whether a closed search makes room for a new one: its direction is emptied. Taking up a search of which nothing was
/// told would look the same, if nothing else went with it.
fn begins_anew(before: &Campaign, changes: &[Change]) -> bool {
    let unset = Direction::unset(before.direction.id);
    let emptied = [Change::Remove(before.direction.key()), unset.clone().into()];
    let told = Direction { closed_on: None, ..before.direction.clone() } != unset;
    let goes = |change: &Change| matches!(change, Change::Remove(key) if key.kind != Kind::Direction);
    before.direction.closed_on.is_some()
        && changes.iter().any(|change| emptied.contains(change))
        && (told || changes.iter().any(goes))
}

/// Whether a step with that line brought files in.
pub fn is_import(text: &str) -> bool {
    text.starts_with(IMPORTED)
}

const IMPORTED: &str = "imported ";

/// Puts names in the place of the people's placeholders.
pub fn with_names(text: &str, name: impl Fn(PersonId) -> String) -> String {
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        told.push_str(&rest[..start]);
        rest = &rest[start..];
        let person = rest.find('}').and_then(|end| Some((end, rest[1..end].parse::<PersonId>().ok()?)));
        let Some((end, person)) = person else {
            told.push('{');
            rest = &rest[1..];
            continue;
        };
        told.push_str(&name(person));
        rest = &rest[end + 1..];
    }
    told.push_str(rest);
    told
}

fn of_import(before: &Campaign, changes: &[Change]) -> Option<String> {
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

fn of_whole_search(before: &Campaign, changes: &[Change]) -> Option<String> {
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
fn of_several(before: &Campaign, changes: &[Change]) -> Option<String> {
    let is_new =
        |fact: &&Fact| matches!(fact, Fact::Conversation(talk) if !before.conversations.contains_key(&talk.id));
    let talks = written(changes).filter(is_new).count();
    if talks > 1 {
        return Some(format!("recorded {talks} conversations"));
    }
    let people: Vec<&Person> =
        written(changes).filter_map(|fact| if let Fact::Person(one) = fact { Some(one) } else { None }).collect();
    let was_respected = |one: &Person| before.people.get(&one.id).is_some_and(|old| old.respected);
    let all = people.len() > 1 && people.len() == changes.len();
    if all && people.iter().all(|one| one.respected && !was_respected(one)) {
        return Some(format!("marked {} people as known and respected", people.len()));
    }
    (all && people.iter().all(|one| !before.people.contains_key(&one.id)))
        .then(|| format!("added {} people", people.len()))
}

fn of_fact(before: &Campaign, fact: &Fact, changes: &[Change]) -> String {
    match fact {
        Fact::Seeker(fact) => edited::seeker(&before.seeker, fact),
        Fact::Strength(fact) => {
            let verb = if fact.dropped { "took away" } else { "told" };
            format!("{verb} a strength: {}", fact.name)
        }
        Fact::Position(fact) => format!("told a position at {}", fact.organization),
        Fact::School(fact) => format!("told a school: {}", fact.name),
        Fact::Followed(_) => "noted which organizations you follow".to_owned(),
        Fact::Direction(fact) => match (fact.closed_on, before.direction.closed_on) {
            (Some(_), None) => "closed the search".to_owned(),
            (None, Some(_)) => "opened the search again".to_owned(),
            _ => edited::direction(&before.direction, fact),
        },
        Fact::Week(fact) => edited::week(&before.week, fact),
        Fact::Idea(fact) => format!("{} an idea: {}", if fact.dropped { "laid aside" } else { "noted" }, fact.text),
        Fact::Source(fact) => format!("{IMPORTED}{}", fact.file),
        Fact::Person(fact) => of_person(before, fact, changes),
        Fact::Record(fact) => format!("sorted what files say about {{{}}}", fact.person),
        Fact::Apart(fact) => format!("noted that {{{}}} and {{{}}} are two people", fact.a, fact.b),
        Fact::Correspondence(_) => "counted letters".to_owned(),
        Fact::Acquaintance(_) => "noted who knows whom".to_owned(),
        Fact::Case(fact) => format!("made the case for {{{}}}", fact.person),
        Fact::QuestionPlan(fact) => format!("chose questions for {{{}}}", fact.person),
        Fact::Story(fact) => {
            format!("{} a story: {}", if fact.dropped { "laid aside" } else { "wrote" }, fact.name)
        }
        Fact::Wording(fact) => match fact.person {
            Some(person) => format!("kept your own words for {{{person}}}"),
            None => format!("made your own words the usual ones: {}", fact.form),
        },
        Fact::Ask(fact) => of_ask(before, fact),
        Fact::Conversation(fact) => of_conversation(before, fact),
        Fact::Referral(fact) => match before.referrals.get(&fact.id) {
            Some(old) if old.reported_on != fact.reported_on => {
                format!("reported back to {{{}}} about {{{}}}", fact.by, fact.person)
            }
            Some(old) if old.introduced_on != fact.introduced_on && fact.introduced_on.is_some() => {
                format!("noted that {{{}}} introduced you to {{{}}}", fact.by, fact.person)
            }
            _ => format!("noted that {{{}}} named {{{}}}", fact.by, fact.person),
        },
        Fact::Commitment(fact) => of_commitment(before, fact),
        Fact::Later(fact) => put_off::told(before, fact),
        Fact::LastThanks(fact) => format!("thanked {{{}}} at the end of the search", fact.person),
        Fact::Opportunity(fact) => {
            let what = if before.opportunities.contains_key(&fact.id) { "how far it went" } else { "an opportunity" };
            format!("noted {what}: {}, {}", fact.title, fact.state())
        }
    }
}

/// A person goes, and what was known of them moves to another: the two were made one.
fn of_merge(before: &Campaign, changes: &[Change]) -> Option<String> {
    let gone = changes.iter().find_map(|change| match change {
        Change::Remove(key) if key.kind == Kind::Person => Some(PersonId::from_number(key.number)),
        _ => None,
    })?;
    let told = written(changes).find_map(|fact| if let Fact::Person(person) = fact { Some(person.id) } else { None });
    let kept = told.or_else(|| moved(before, changes).find(|(from, _)| *from == gone).map(|(_, to)| to))?;
    Some(format!("made {{{kept}}} and {gone} one person"))
}

/// From whom to whom rows of files move.
fn moved<'a>(before: &'a Campaign, changes: &'a [Change]) -> impl Iterator<Item = (PersonId, PersonId)> + 'a {
    written(changes).filter_map(|fact| {
        let Fact::Record(record) = fact else { return None };
        let from = before.records.get(&record.id)?.person;
        (from != record.person).then_some((from, record.person))
    })
}

fn of_person(before: &Campaign, new: &Person, changes: &[Change]) -> String {
    let id = new.id;
    let Some(old) = before.people.get(&id) else {
        return match moved(before, changes).next() {
            Some((from, to)) if to == id => format!("told {{{id}}} apart from {{{from}}}"),
            _ => format!("added {{{id}}}"),
        };
    };
    let marks = [
        (old.respected, new.respected, "known and respected"),
        (old.close, new.close, "close"),
        (old.set_aside, new.set_aside, "set aside"),
        (old.released, new.released, "released"),
    ];
    let told = |now: bool| -> String {
        let marks = marks.iter().filter(|(old, new, _)| old != new && *new == now).map(|(.., mark)| *mark);
        marks.collect::<Vec<_>>().join(", ")
    };
    match (told(true), told(false), new.not_before_on.filter(|day| old.not_before_on != Some(*day))) {
        (set, off, None) if set.is_empty() && off.is_empty() => edited::person(old, new),
        (set, _, _) if !set.is_empty() => format!("marked {{{id}}} as {set}"),
        (_, off, _) if !off.is_empty() => format!("{{{id}}} is no longer marked as {off}"),
        (.., day) => format!("keeps {{{id}}} for {}", day.map_or_else(String::new, dated)),
    }
}

fn of_ask(before: &Campaign, new: &crate::ask::Ask) -> String {
    let person = new.person;
    let Some(old) = before.asks.get(&new.id) else {
        let how = match new.form {
            Form::Call => "in a call",
            Form::Voicemail => "by voicemail",
            Form::Email => "by e-mail",
            Form::Message => "by message",
        };
        return format!("asked {{{person}}} {how}");
    };
    match (old.answer != new.answer, new.answer) {
        (true, Some(Answer::Accepted)) => format!("{{{person}}} said yes"),
        (true, Some(Answer::Declined)) => format!("{{{person}}} said no"),
        (true, Some(Answer::NotNow)) => format!("{{{person}}} said not now"),
        (true, Some(Answer::SomeoneElse)) => format!("{{{person}}} named someone else instead"),
        (true, Some(Answer::Silent)) => format!("let the ask to {{{person}}} go: no answer came"),
        (true, None) => format!("took back the answer of {{{person}}}"),
        _ if old.meeting != new.meeting => match &new.meeting {
            Some(meeting) if meeting.moved > old.meeting.as_ref().map_or(0, |old| old.moved) => {
                format!("moved the meeting with {{{person}}} to {}", dated(meeting.on))
            }
            Some(meeting) => format!("meeting with {{{person}}}: {}", meeting.state),
            None => format!("took back the meeting with {{{person}}}"),
        },
        _ if old.prepared_on != new.prepared_on => format!("prepared for {{{person}}}"),
        _ if old.reminded_on != new.reminded_on => format!("asked {{{person}}} once more"),
        _ => edited::ask(old, new),
    }
}

fn of_conversation(before: &Campaign, new: &crate::conversation::Conversation) -> String {
    match before.conversations.get(&new.id) {
        None => format!("talked with {{{}}}: {}", new.person, how_far(new.ladder)),
        Some(old) => edited::conversation(old, new),
    }
}

/// How far it went, so that nobody wonders who made the call.
fn how_far(ladder: Ladder) -> &'static str {
    match ladder {
        Ladder::NotMuch => "not much came of it",
        Ladder::Listened => "they listened",
        Ladder::NamedSomeone => "they named someone",
        Ladder::MadeTheCall => "they made the call for you",
    }
}

fn of_commitment(before: &Campaign, new: &Commitment) -> String {
    let who = match new.side {
        Side::Mine => format!("your promise to {{{}}}", new.person),
        Side::Theirs => format!("the promise of {{{}}}", new.person),
    };
    match (before.commitments.get(&new.id), new.state) {
        (None, _) => format!("noted {who}"),
        (Some(old), state) if old.state == state => edited::commitment(old, new, &who),
        (_, CommitmentState::Open) => format!("opened {who} again"),
        (_, state) => format!("{who}: {state}"),
    }
}

fn of_removal(before: &Campaign, key: Key) -> String {
    let case = before.cases.get(&CaseId::from_number(key.number));
    let plan = before.question_plans.get(&QuestionPlanId::from_number(key.number));
    match (key.kind, case, plan) {
        (Kind::Case, Some(case), _) => format!("took back the case for {{{}}}", case.person),
        (Kind::QuestionPlan, _, Some(plan)) => format!("took fresh questions for {{{}}}", plan.person),
        (Kind::Wording, ..) => "took back your own words for an ask".to_owned(),
        (Kind::Apart, ..) => "took back that two people are not one".to_owned(),
        (Kind::Later, ..) => match before.laters.get(&LaterId::from_number(key.number)) {
            Some(later) => put_off::brought_back(before, &later.part),
            None => "brought a move back".to_owned(),
        },
        (Kind::Person, ..) => format!("took p{} off the list", key.number),
        (kind, ..) => format!("removed a {kind}"),
    }
}

fn written(changes: &[Change]) -> impl Iterator<Item = &Fact> {
    changes.iter().filter_map(|change| if let Change::Write(fact) = change { Some(fact) } else { None })
}

/// How many different facts of that kind are written.
fn count(changes: &[Change], kind: Kind) -> usize {
    let keys: BTreeMap<Key, ()> =
        changes.iter().map(|change| (change.key(), ())).filter(|(key, ())| key.kind == kind).collect();
    keys.len()
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::Ask;
    use crate::id::Ids;
    use jiff::civil::date;

    #[test]
    fn a_step_names_nobody_until_it_is_shown() {
        let (ids, today) = (Ids::default(), date(2026, 11, 23));
        let person = Person::named(ids.fresh(), "Ana Pereira", today);
        let mut campaign = Campaign::default();
        let added = [person.clone().into()];
        assert_eq!(telling(&campaign, &added), "added {p1}");
        campaign.apply(added);
        let asked = [Change::from(Ask::made(ids.fresh(), person.id, Form::Call, today))];
        let text = telling(&campaign, &asked);
        assert_eq!(text, "asked {p1} in a call");
        assert_eq!(with_names(&text, |id| campaign.name(id)), "asked Ana Pereira in a call");
    }

    #[test]
    fn a_mark_is_told_as_a_mark() {
        let (ids, today) = (Ids::default(), date(2026, 11, 23));
        let person = Person::named(ids.fresh(), "Ana Pereira", today);
        let mut campaign = Campaign::default();
        campaign.apply([person.clone().into()]);
        let marked = [Change::from(Person { respected: true, ..person })];
        assert_eq!(telling(&campaign, &marked), "marked {p1} as known and respected");
    }

    #[test]
    fn an_import_counts_only_those_who_are_new() {
        let (ids, today) = (Ids::default(), date(2026, 11, 23));
        let mut campaign = Campaign::default();
        let known = Person::named(ids.fresh(), "Ana Pereira", today);
        let known_id = known.id;
        campaign.apply([known.clone().into()]);
        let source = crate::list::Source {
            id: ids.fresh(),
            importer: "linkedin_connections".into(),
            file: "Later.csv".into(),
            digest: "d".into(),
            imported_on: today,
            said: None,
        };
        let merged = [Change::from(Person { close: true, ..known }), source.into()];
        assert_eq!(telling(&campaign, &merged), "imported Later.csv");
        let forgotten = Person { forgotten: true, ..Person::untold(known_id, today) };
        let gone = [Change::from(forgotten), merged[1].clone()];
        assert_eq!(telling(&campaign, &gone), "forgot someone", "who also goes out of what a file says");
        let new = Person::named(ids.fresh(), "Bo Lind", today);
        let more: Vec<Change> = merged.into_iter().chain([new.into()]).collect();
        assert_eq!(telling(&campaign, &more), "imported Later.csv: 1 new person");
    }

    #[test]
    fn merging_and_splitting_are_told_as_such() {
        use crate::list::{merge::merge_people, scene, split};
        let mut campaign = scene::ana();
        campaign.apply([Person::untold(scene::p(3), scene::TODAY).into(), scene::record(3, 3, "Ana Perez").into()]);
        // The one who is kept is the same as before, so that a keeper leaves that change out.
        let mut merged = merge_people(&campaign, scene::p(1), scene::p(3)).unwrap();
        merged.remove(0);
        assert_eq!(telling(&campaign, &merged), "made {p1} and p3 one person");
        campaign.apply(merged);
        let (ids, record) = (scene::ids_after(&campaign), Id::from_number(3));
        let split = split::split_person(&campaign, &ids, scene::p(1), &[record], split::Told::Stays).unwrap();
        assert_eq!(telling(&campaign, &split), "told {p3} apart from {p1}");
    }

    #[test]
    fn several_people_at_once_are_counted() {
        let (ids, today) = (Ids::default(), date(2026, 11, 23));
        let new = |respected| Change::from(Person { respected, ..Person::named(ids.fresh(), "Ana", today) });
        let before = Campaign::default();
        assert_eq!(telling(&before, &[new(true), new(true)]), "marked 2 people as known and respected");
        assert_eq!(telling(&before, &[new(true), new(false)]), "added 2 people");
        assert_eq!(telling(&before, &[new(true)]), "added {p5}");
    }

    #[test]
    fn braces_in_a_text_are_left_alone() {
        assert_eq!(with_names("told a strength: {p} {x {p2}", |id| id.to_string()), "told a strength: {p} {x p2");
    }
}

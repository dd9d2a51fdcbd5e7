//! What a step of the history says: one line, told from the changes themselves, so that every door says the same.
//!
//! People stand in it as placeholders, `{p12}`, and are named only when it is shown. So no name is ever written into the
//! history, and a forgotten person is forgotten there too.

use std::collections::BTreeMap;

use crate::campaign::Campaign;
use crate::change::{Change, Fact, Key, Kind};
use crate::day::dated;
use crate::follow_through::resting;
use crate::id::{CaseId, Id, LaterId, PersonId, QuestionPlanId, WeekLineId};
use crate::list::Person;

mod edited;
mod happened;
mod put_off;
mod several;

use happened::{of_ask, of_commitment, of_conversation, of_person};
use several::{begins_anew, moved, of_each, of_import, of_merge, of_new_talk, of_several, of_whole_search};

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
    if let Some(text) =
        of_merge(before, changes).or_else(|| of_several(before, changes)).or_else(|| of_new_talk(before, changes))
    {
        return text;
    }
    if let Some(text) = of_each(before, changes) {
        return text + &of_resting(before, changes);
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

/// Whether a step with that line brought files in.
pub fn is_import(text: &str) -> bool {
    text.starts_with(IMPORTED)
}

const IMPORTED: &str = "imported ";

/// Puts names in the place of the people's placeholders.
pub fn with_names(text: &str, name: impl Fn(PersonId) -> String) -> String {
    if let Some(start) = text.find("made {")
        && let Some([kept, gone]) = made_one(&text[start..])
    {
        let (kept, gone) = (name(kept), name(gone));
        let both = if kept == gone { format!("two entries of {kept}") } else { format!("{kept} and {gone}") };
        return format!("{}made {both} one person", &text[..start]);
    }
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

/// That one entry became two again: who came out of whom.
pub fn told_apart(parted: PersonId, from: PersonId) -> String {
    format!("told {{{parted}}} apart from {{{from}}}")
}

/// Whether a step that took another back was told as [`told_apart`] tells it, before or after names are put in. Then it is
/// a step of its own, and no undo.
pub fn is_telling_apart(text: &str) -> bool {
    text.starts_with("told ") && text.contains(" apart from ")
}

/// Whom a step with this text made one, as it stands before names are put in: who kept the id, and who went.
pub fn made_one(text: &str) -> Option<[PersonId; 2]> {
    let (kept, gone) = text.strip_prefix("made {")?.strip_suffix(" one person")?.split_once("} and ")?;
    Some([kept.parse().ok()?, gone.parse().ok()?])
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
        Fact::Earlier(fact) => format!("kept what was between you and {{{}}} before", fact.person),
        Fact::Later(fact) => put_off::told(before, fact),
        Fact::WeekLine(fact) => format!("wrote what changes after the week of {}", dated(fact.week_on)),
        Fact::LastThanks(fact) => format!("thanked {{{}}} at the end of the search", fact.person),
        Fact::Opportunity(fact) => {
            let what = if before.opportunities.contains_key(&fact.id) { "how far it went" } else { "an opportunity" };
            format!("noted {what}: {}, {}", fact.title, fact.state())
        }
    }
}

fn of_removal(before: &Campaign, key: Key) -> String {
    let case = before.cases.get(&CaseId::from_number(key.number));
    let plan = before.question_plans.get(&QuestionPlanId::from_number(key.number));
    match (key.kind, case, plan) {
        (Kind::Case, Some(case), _) => format!("took back the case for {{{}}}", case.person),
        (Kind::QuestionPlan, _, Some(plan)) => format!("took fresh questions for {{{}}}", plan.person),
        (Kind::WeekLine, ..) => match before.week_lines.get(&WeekLineId::from_number(key.number)) {
            Some(line) => format!("took back what changes after the week of {}", dated(line.week_on)),
            None => "took back what changes after a week".to_owned(),
        },
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
    use crate::ask::{Ask, Form};
    use crate::direction::Direction;
    use crate::follow_through::not_needed::not_needed;
    use crate::follow_through::scene::{Scene, day};
    use crate::id::Ids;
    use crate::seeker::Seeker;
    use crate::seeker::strengths::{ToldStrength, edit_strengths};
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
        let text = telling(&campaign, &merged);
        assert_eq!(text, "made {p1} and p3 one person");
        assert_eq!(made_one(&text), Some([scene::p(1), scene::p(3)]));
        assert_eq!(made_one("told {p3} apart from {p1}"), None);
        campaign.apply(merged);
        let (ids, record) = (scene::ids_after(&campaign), Id::from_number(3));
        let split = split::split_person(&campaign, &ids, scene::p(1), &[record], split::Told::Stays).unwrap();
        assert_eq!(telling(&campaign, &split), "told {p3} apart from {p1}");
    }

    #[test]
    fn a_telling_apart_is_known_by_its_words() {
        let text = told_apart(Id::from_number(3), Id::from_number(1));
        assert!(is_telling_apart(&text));
        assert!(is_telling_apart(&with_names(&text, |_| "Bo {Lind} apart".to_owned())));
        assert!(!is_telling_apart(&format!("took back step 2: {text}")));
        assert!(!is_telling_apart("made {p1} and p3 one person"));
    }

    #[test]
    fn both_names_stand_in_a_merging_and_one_that_is_the_same_stands_once() {
        let name = |id: PersonId| if id.number() == 3 { "Bo Lind" } else { "Ana Pereira" }.to_owned();
        for (text, says) in [
            ("made {p1} and p3 one person", "made Ana Pereira and Bo Lind one person"),
            (
                "took back step 4: made {p1} and p2 one person",
                "took back step 4: made two entries of Ana Pereira one person",
            ),
            ("made {p1} and {p3} wait", "made Ana Pereira and Bo Lind wait"),
        ] {
            assert_eq!(with_names(text, name), says);
        }
    }

    #[test]
    fn several_people_at_once_are_counted() {
        let (ids, today) = (Ids::default(), date(2026, 11, 23));
        let new = |respected| Change::from(Person { respected, ..Person::named(ids.fresh(), "Ana", today) });
        let before = Campaign::default();
        assert_eq!(telling(&before, &[new(true), new(true)]), "added 2 people as known and respected");
        assert_eq!(telling(&before, &[new(true), new(false)]), "added 2 people");
        assert_eq!(telling(&before, &[new(false)]), "added {p5}");
        assert_eq!(telling(&before, &[new(true)]), "added {p6} as known and respected");
        let old = Person::named(ids.fresh(), "Bo", today);
        let mut there = before.clone();
        there.apply([old.clone().into()]);
        let marked = |old: &Person| Change::from(Person { respected: true, ..old.clone() });
        let both = "marked 2 people as known and respected, 1 of them new on your list";
        assert_eq!(telling(&there, &[marked(&old), new(true)]), both);
    }

    #[test]
    fn a_conversation_with_somebody_new_says_both() {
        use crate::conversation::record_talks::record_talks;
        let (before, today) = (Campaign::default(), date(2026, 11, 23));
        let said = |lines: &str| telling(&before, &record_talks(&before, &Ids::default(), today, lines).changes);
        assert_eq!(said("Ben Okafor, 3 Nov: said to look at ports"), "added {p1}; talked with {p1}: they listened");
        assert_eq!(said("Ben Okafor, 3 Nov\nAna Lind, 4 Nov"), "recorded 2 conversations and added 2 people");
    }

    #[test]
    fn each_of_several_things_told_at_once_is_said() {
        let ids = Ids::default();
        let before = Campaign::default();
        let seeker = Seeker { name: Some("Dana".into()), ..before.seeker.clone() };
        let direction = Direction { fields: vec!["safety".into()], ..before.direction.clone() };
        let strength = |name: &str| edit_strengths(&before, &ids, &[ToldStrength::parse(name)], &[]).unwrap();
        let told: Vec<Change> = vec![seeker.into(), direction.into()];
        let one: Vec<Change> = told.iter().cloned().chain(strength("listening")).collect();
        let said = "noted your name; set where the search should go: fields; told a strength: listening";
        assert_eq!(telling(&before, &one), said);
        let two: Vec<Change> = one.into_iter().chain(strength("teaching")).collect();
        assert!(telling(&before, &two).ends_with("told 2 strengths: listening and teaching"));
    }

    #[test]
    fn a_promise_that_is_dropped_with_its_move_is_said() {
        let scene = Scene::on(17).talks_and_learns("Maria").promises("Maria", Some(18));
        let changes = not_needed(&scene.campaign, &scene.ids, day(17), "thank-c1", None).unwrap();
        let said = "said that thanking {p1} is not needed; your promise to {p1}: released";
        assert_eq!(telling(&scene.campaign, &changes), said);
    }

    #[test]
    fn braces_in_a_text_are_left_alone() {
        assert_eq!(with_names("told a strength: {p} {x {p2}", |id| id.to_string()), "told a strength: {p} {x p2");
    }
}

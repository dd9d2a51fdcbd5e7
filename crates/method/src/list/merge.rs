//! Two entries that are one person become one.
//!
//! Serves the first step. Records move, what was told is joined, and everything that happened follows. The first person
//! named keeps the id. It refuses to lose a word: what cannot stand in its field goes into the notes.

use std::collections::{BTreeMap, BTreeSet};

use crate::ask::{Ask, Wording};
use crate::campaign::Campaign;
use crate::change::{Change, Decision, Fact, Key, Noun, Refusal};
use crate::conversation::{Commitment, Conversation, Earlier, Referral};
use crate::follow_through::Later;
#[cfg(test)]
use crate::follow_through::Until;
use crate::id::PersonId;
use crate::list::apart;
use crate::list::duplicates::card::Card;
use crate::list::duplicates::evidence;
use crate::list::join::{join_told, note_case, note_words, with_questions_of};
use crate::list::standing::standing;
use crate::list::{Person, Record};
use crate::momentum::{LastThanks, Opportunity};

/// Who becomes whom. The one whom somebody becomes never becomes another.
pub(crate) type Becomes = BTreeMap<PersonId, PersonId>;

/// Makes `b` part of `a`: `a` keeps the id, and their own words win.
///
/// # Errors
/// When they are the same already, or one of them is not on the list.
pub fn merge_people(campaign: &Campaign, a: PersonId, b: PersonId) -> Decision {
    let kept = standing(campaign, a)?;
    standing(campaign, b)?;
    if a == b {
        let name = campaign.name(kept.id);
        return Err(Refusal::method(
            format!("{name} ({a}) cannot be merged with themselves."),
            "Name two different entries; `halfhour list` shows their ids.",
        ));
    }
    Ok(called_as_before(campaign, a, merged(campaign, &BTreeMap::from([(b, a)]))))
}

/// The one who is kept goes on being called as before where another row would come first now, unless the seeker's own
/// words name them.
fn called_as_before(campaign: &Campaign, kept: PersonId, mut changes: Vec<Change>) -> Vec<Change> {
    let before = campaign.shown(kept);
    let moved = changes.iter().filter_map(|change| match change {
        Change::Write(Fact::Record(record)) => Some(record),
        _ => None,
    });
    let after = campaign.shown_with(kept, moved, |_| None).records.first().map(|record| record.name.clone());
    let differs = !before.records.is_empty() && after.is_some_and(|after| after != before.name());
    if let Some(Change::Write(Fact::Person(person))) = changes.first_mut()
        && person.name.is_none()
        && differs
    {
        person.name = Some(before.name().to_owned());
    }
    changes
}

/// Whether nothing that is known of the two speaks for one person.
pub fn nothing_agrees(campaign: &Campaign, a: PersonId, b: PersonId) -> bool {
    let cards = [a, b].map(|id| Card::of_person(&campaign.shown(id)));
    evidence(&cards[0], &cards[1]).iter().all(|sentence| sentence.starts_with("But "))
}

/// All the changes that make these people one, those who keep their id first.
pub(crate) fn merged(campaign: &Campaign, becomes: &Becomes) -> Vec<Change> {
    let mut kept = people(campaign, becomes);
    let mut changes = Vec::new();
    prepared(campaign, becomes, &mut kept, &mut changes);
    worded(campaign, becomes, &mut kept, &mut changes);
    happened(campaign, becomes, &mut changes);
    let dropped = referrals(campaign, becomes, &mut changes);
    laters(campaign, becomes, &dropped, &mut changes);
    apart::following(campaign, becomes, &mut changes);
    let mut all: Vec<Change> = kept.into_values().map(Change::from).collect();
    all.append(&mut changes);
    all.extend(becomes.keys().map(|gone| Change::Remove((*gone).into())));
    all
}

fn people(campaign: &Campaign, becomes: &Becomes) -> BTreeMap<PersonId, Person> {
    let mut kept: BTreeMap<PersonId, Person> = BTreeMap::new();
    for (gone, to) in becomes {
        let (Some(gone), Some(stands)) = (campaign.people.get(gone), campaign.people.get(to)) else {
            continue;
        };
        join_told(kept.entry(*to).or_insert_with(|| stands.clone()), gone);
    }
    kept
}

/// Cases and question plans: a person has one of each. The second case goes into the notes, and the seeker's own
/// questions go into the plan that stays.
fn prepared(campaign: &Campaign, becomes: &Becomes, kept: &mut BTreeMap<PersonId, Person>, changes: &mut Vec<Change>) {
    let stays = |id: &PersonId| !becomes.contains_key(id);
    let mut cased: BTreeSet<PersonId> = campaign.cases.values().map(|case| case.person).filter(stays).collect();
    for case in campaign.cases.values() {
        let Some(to) = becomes.get(&case.person) else {
            continue;
        };
        if cased.insert(*to) {
            changes.push(crate::case::Case { person: *to, ..case.clone() }.into());
        } else {
            if let Some(person) = kept.get_mut(to) {
                note_case(person, case);
            }
            changes.push(Change::Remove(case.id.into()));
        }
    }
    let plans = campaign.question_plans.values();
    let mut planned: BTreeMap<PersonId, crate::questions::QuestionPlan> =
        plans.clone().filter(|plan| stays(&plan.person)).map(|plan| (plan.person, plan.clone())).collect();
    for plan in plans {
        let Some(to) = becomes.get(&plan.person) else {
            continue;
        };
        if let Some(stands) = planned.get_mut(to) {
            changes.push(Change::Remove(plan.id.into()));
            with_questions_of(stands, plan);
            changes.push(stands.clone().into());
        } else {
            let moved = crate::questions::QuestionPlan { person: *to, ..plan.clone() };
            planned.insert(*to, moved.clone());
            changes.push(moved.into());
        }
    }
}

/// Own words for an ask. Those of the one who is kept stay; the others then go into the notes.
fn worded(campaign: &Campaign, becomes: &Becomes, kept: &mut BTreeMap<PersonId, Person>, changes: &mut Vec<Change>) {
    let all = || campaign.wordings.values().filter_map(|wording| Some((wording, wording.person?)));
    let mut stands: BTreeSet<_> =
        all().filter(|(_, person)| !becomes.contains_key(person)).map(|(one, person)| (person, one.form)).collect();
    for (wording, person) in all() {
        let Some(to) = becomes.get(&person) else {
            continue;
        };
        if stands.insert((*to, wording.form)) {
            changes.push(Wording { person: Some(*to), ..wording.clone() }.into());
        } else {
            if let Some(person) = kept.get_mut(to) {
                note_words(person, wording);
            }
            changes.push(Change::Remove(wording.id.into()));
        }
    }
}

fn happened(campaign: &Campaign, becomes: &Becomes, changes: &mut Vec<Change>) {
    for record in campaign.records.values() {
        if let Some(person) = becomes.get(&record.person).copied() {
            changes.push(Record { person, ..record.clone() }.into());
        }
    }
    for ask in campaign.asks.values() {
        if let Some(person) = becomes.get(&ask.person).copied() {
            changes.push(Ask { person, ..ask.clone() }.into());
        }
    }
    for held in campaign.conversations.values() {
        if let Some(person) = becomes.get(&held.person).copied() {
            changes.push(Conversation { person, ..held.clone() }.into());
        }
    }
    for promise in campaign.commitments.values() {
        if let Some(person) = becomes.get(&promise.person).copied() {
            changes.push(Commitment { person, ..promise.clone() }.into());
        }
    }
    for opportunity in campaign.opportunities.values() {
        if let Some(person) = opportunity.through.and_then(|through| becomes.get(&through)) {
            changes.push(Opportunity { through: Some(*person), ..opportunity.clone() }.into());
        }
    }
    last_thanks(campaign, becomes, changes);
    earlier(campaign, becomes, changes);
}

/// Whoever was thanked stays thanked, once.
fn last_thanks(campaign: &Campaign, becomes: &Becomes, changes: &mut Vec<Change>) {
    let mut thanked: BTreeSet<PersonId> = campaign.last_thanks.values().map(|thanks| thanks.person).collect();
    for thanks in campaign.last_thanks.values() {
        if let Some(person) = becomes.get(&thanks.person).copied() {
            let moved = LastThanks { person, ..thanks.clone() };
            changes.push(if thanked.insert(person) { moved.into() } else { Change::Remove(thanks.key()) });
        }
    }
}

/// What is left of earlier searches follows, and there is one entry for each person.
fn earlier(campaign: &Campaign, becomes: &Becomes, changes: &mut Vec<Change>) {
    let now = |id: PersonId| becomes.get(&id).copied().unwrap_or(id);
    let (gone, stays): (Vec<&Earlier>, Vec<&Earlier>) =
        campaign.earlier.values().partition(|one| becomes.contains_key(&one.person));
    let mut left: BTreeMap<PersonId, Earlier> = BTreeMap::new();
    for one in stays.into_iter().chain(gone) {
        let moved = one.following(now);
        let joined = match left.remove(&moved.person) {
            Some(known) => {
                changes.push(Change::Remove(one.key()));
                known.joined(&moved)
            }
            None => moved,
        };
        left.insert(joined.person, joined);
    }
    let changed = left.into_values().filter(|one| campaign.earlier.get(&one.id) != Some(one));
    changes.extend(changed.map(Change::from));
}

/// Referrals follow; one by which somebody would name themselves is taken away. Gives those that were taken away.
fn referrals(campaign: &Campaign, becomes: &Becomes, changes: &mut Vec<Change>) -> BTreeSet<Key> {
    let now = |id: PersonId| becomes.get(&id).copied().unwrap_or(id);
    let mut dropped = BTreeSet::new();
    for referral in campaign.referrals.values() {
        let (by, person) = (now(referral.by), now(referral.person));
        if (by, person) == (referral.by, referral.person) {
            continue;
        }
        if by == person {
            dropped.insert(referral.key());
            changes.push(Change::Remove(referral.key()));
        } else {
            changes.push(Referral { by, person, ..referral.clone() }.into());
        }
    }
    dropped
}

/// What was put off for somebody stays put off. The name of such a part ends in the id of its subject.
fn laters(campaign: &Campaign, becomes: &Becomes, dropped: &BTreeSet<Key>, changes: &mut Vec<Change>) {
    let gone: BTreeMap<String, String> = becomes.iter().map(|(gone, to)| (gone.to_string(), to.to_string())).collect();
    let dropped: BTreeSet<String> = dropped.iter().map(ToString::to_string).collect();
    let mut parts: BTreeSet<String> = campaign.laters.values().map(|later| later.part.clone()).collect();
    for later in campaign.laters.values() {
        let Some((rule, subject)) = later.part.rsplit_once('-') else {
            continue;
        };
        if dropped.contains(subject) {
            changes.push(Change::Remove(later.id.into()));
        } else if let Some(to) = gone.get(subject) {
            let part = format!("{rule}-{to}");
            changes.push(if parts.insert(part.clone()) {
                Later { part, ..later.clone() }.into()
            } else {
                Change::Remove(later.id.into())
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::Form;
    use crate::case::Case;
    use crate::change::No;
    use crate::conversation::Ladder;
    use crate::id::{AskId, CaseId, Id, LaterId};
    use crate::list::scene::{TODAY, ana, p, record, referral};
    use rstest::rstest;

    fn case(number: u64, person: u64, purpose: &str) -> Case {
        Case {
            id: CaseId::from_number(number),
            person: p(person),
            purpose: purpose.into(),
            outcome: "two names".into(),
            why: "she planned it".into(),
        }
    }

    fn played(facts: Vec<Change>) -> Campaign {
        let mut campaign = ana();
        campaign.apply([Person::named(p(3), "Cai Wen", TODAY).into()]);
        campaign.apply(facts);
        let changes = merge_people(&campaign, p(2), p(1)).unwrap();
        assert!(matches!(&changes[0], Change::Write(crate::change::Fact::Person(kept)) if kept.id == p(2)));
        campaign.apply(changes);
        campaign
    }

    #[test]
    fn records_move_and_own_words_win() {
        let campaign = played(vec![]);
        assert!(!campaign.people.contains_key(&p(1)));
        let shown = campaign.shown(p(2));
        assert_eq!((shown.name(), shown.title()), ("Bo Lind", Some("Foreman")));
        assert_eq!(shown.emails(), ["ana@harbor.example"]);
    }

    #[test]
    fn whoever_is_kept_goes_on_being_called_as_before() {
        let mut campaign = ana();
        campaign.apply([Person::untold(p(3), TODAY).into(), record(3, 3, "Cai Wen").into()]);
        let changes = merge_people(&campaign, p(1), p(3)).unwrap();
        campaign.apply(changes);
        let shown = campaign.shown(p(1));
        assert_eq!((shown.name(), shown.records[0].name.as_str()), ("Ana Pereira", "Cai Wen"));
    }

    #[test]
    fn two_of_whom_nothing_agrees_are_noticed() {
        let mut campaign = ana();
        campaign.apply([Person::untold(p(3), TODAY).into(), record(3, 3, "Ana Pereira").into()]);
        assert!(nothing_agrees(&campaign, p(1), p(2)));
        assert!(!nothing_agrees(&campaign, p(1), p(3)));
    }

    #[test]
    fn what_happened_follows() {
        let ask = Ask::made(AskId::from_number(1), p(1), Form::Call, TODAY);
        let campaign = played(vec![ask.into(), referral(1, 1, 3).into(), referral(2, 3, 1).into()]);
        assert!(campaign.asks.values().all(|ask| ask.person == p(2)));
        let named: Vec<_> = campaign.referrals.values().map(|one| (one.by, one.person)).collect();
        assert_eq!(named, [(p(2), p(3)), (p(3), p(2))]);
    }

    #[test]
    fn nobody_names_themselves() {
        let later = Later { id: LaterId::from_number(1), part: "call-f1".into(), until_on: Until::Day(TODAY) };
        let campaign = played(vec![referral(1, 1, 2).into(), later.into()]);
        assert!(campaign.referrals.is_empty() && campaign.laters.is_empty());
    }

    #[test]
    fn a_second_case_is_kept_in_the_notes() {
        let campaign = played(vec![case(1, 1, "patient safety").into(), case(2, 2, "training").into()]);
        let cases: Vec<_> = campaign.cases.values().map(|case| case.purpose.as_str()).collect();
        assert_eq!(cases, ["training"]);
        assert!(campaign.people[&p(2)].notes.as_deref().unwrap().contains("patient safety"));
    }

    #[test]
    fn an_only_case_moves() {
        let campaign = played(vec![case(1, 1, "patient safety").into()]);
        assert_eq!(campaign.cases[&CaseId::from_number(1)].person, p(2));
    }

    #[test]
    fn what_was_put_off_stays_put_off() {
        let later = Later { id: LaterId::from_number(1), part: "warm_up-p1".into(), until_on: Until::Day(TODAY) };
        let campaign = played(vec![later.into()]);
        assert_eq!(campaign.laters[&LaterId::from_number(1)].part, "warm_up-p2");
    }

    /// What was between the seeker and somebody in an earlier search: a conversation, and a name that was given.
    fn before(number: u64, person: u64, by: u64) -> Earlier {
        let held = Conversation {
            id: Id::from_number(number),
            person: p(person),
            ask: None,
            held_on: TODAY,
            ladder: Ladder::NamedSomeone,
            learned: None,
            directions: Vec::new(),
            organizations: Vec::new(),
            story: None,
            thanked_on: None,
            in_touch_on: None,
            led_further: Vec::new(),
        };
        let named = vec![referral(number, by, person)];
        Earlier { id: Id::from_number(number), person: p(person), asks: Vec::new(), conversations: vec![held], named }
    }

    /// Of each person who is left: who it is, how many conversations there were, and who named them.
    fn left(campaign: &Campaign) -> Vec<(u64, PersonId, Vec<PersonId>, Vec<PersonId>)> {
        let people = |one: &Earlier| one.conversations.iter().map(|held| held.person).collect();
        let by = |one: &Earlier| one.named.iter().map(|named| named.by).collect();
        campaign.earlier.values().map(|one| (one.id.number(), one.person, people(one), by(one))).collect()
    }

    #[test]
    fn what_was_in_earlier_searches_is_joined_and_follows() {
        let campaign = played(vec![before(1, 1, 3).into(), before(2, 2, 1).into(), before(3, 3, 1).into()]);
        assert_eq!(left(&campaign), [(2, p(2), vec![p(2), p(2)], vec![p(3)]), (3, p(3), vec![p(3)], vec![p(2)])]);
    }

    #[test]
    fn what_was_with_only_one_of_them_moves() {
        let campaign = played(vec![before(1, 1, 3).into()]);
        assert_eq!(left(&campaign), [(1, p(2), vec![p(2)], vec![p(3)])]);
    }

    #[rstest]
    #[case::themselves(1, 1, No::Method)]
    #[case::nobody(1, 9, No::Unknown)]
    fn what_cannot_be_merged_is_refused(#[case] a: u64, #[case] b: u64, #[case] kind: No) {
        assert_eq!(merge_people(&ana(), p(a), p(b)).unwrap_err().kind, kind);
    }
}

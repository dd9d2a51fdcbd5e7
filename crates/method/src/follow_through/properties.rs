//! What holds for the moves of every search, however it went. Serves following through; it tests and builds nothing.

use proptest::prelude::*;

use crate::ask::Answer;
use crate::campaign::Campaign;
use crate::change::{Change, No, Noun};
use crate::conversation::{Commitment, CommitmentState, Side};
use crate::day::plus_days;
use crate::direction::begin::begin_anew;
use crate::direction::close::close_search;
use crate::follow_through::done::done;
use crate::follow_through::moves::{Move, every_move, moves, standing_parts};
use crate::follow_through::not_needed::not_needed;
use crate::follow_through::scene::{Scene, day};
use crate::follow_through::slots::{SlotFor, slots};
use crate::follow_through::view::View;
use crate::follow_through::{Later, Until};
use crate::id::{CommitmentId, ReferralId};
use crate::list::mark::{Marks, mark_person};
use crate::list::stage::{Stage, stage};
use crate::telling::telling;
use jiff::civil::Date;

const NAMES: [&str; 4] = ["Maria", "Dan", "Ruth", "Sam"];

/// One step of an invented search.
#[derive(Debug, Clone)]
enum Step {
    Wait(i32),
    Ask(usize),
    Accept(usize, i32),
    Decline(usize),
    NotNow(usize, i32),
    Cancel(usize),
    Talk(usize),
    Refer(usize, usize),
    Offer(usize, usize),
    Promise(usize, Option<i32>),
    SetAside(usize),
    Later(usize, i32),
    Done(usize),
    NotNeeded(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let who = 0..NAMES.len();
    prop_oneof![
        3 => (1..6).prop_map(Step::Wait),
        3 => who.clone().prop_map(Step::Ask),
        2 => (who.clone(), 0..9).prop_map(|(who, days)| Step::Accept(who, days)),
        1 => who.clone().prop_map(Step::Decline),
        1 => (who.clone(), 1..20).prop_map(|(who, days)| Step::NotNow(who, days)),
        1 => who.clone().prop_map(Step::Cancel),
        3 => who.clone().prop_map(Step::Talk),
        3 => (who.clone(), who.clone()).prop_map(|(by, who)| Step::Refer(by, who)),
        2 => (who.clone(), who.clone()).prop_map(|(by, who)| Step::Offer(by, who)),
        3 => (who.clone(), proptest::option::of(0..12)).prop_map(|(who, due)| Step::Promise(who, due)),
        1 => who.prop_map(Step::SetAside),
        2 => (0..9_usize, 1..9).prop_map(|(which, days)| Step::Later(which, days)),
        2 => (0..9_usize).prop_map(Step::Done),
        1 => (0..9_usize).prop_map(Step::NotNeeded),
    ]
}

fn search() -> impl Strategy<Value = Scene> {
    proptest::collection::vec(step(), 0..24).prop_map(|steps| steps.into_iter().fold(Scene::on(2), play))
}

/// Plays one step where it makes sense, and leaves the scene as it is where it does not.
fn play(mut scene: Scene, step: Step) -> Scene {
    let today = scene.today;
    match step {
        Step::Wait(days) => scene.later_on(today + days),
        Step::Ask(who) if !under_way(&mut scene, who) => scene.asks(NAMES[who]),
        Step::Accept(who, days) if has_open_ask(&mut scene, who) => scene.accepts(NAMES[who], today + days),
        Step::Decline(who) if has_open_ask(&mut scene, who) => scene.declines(NAMES[who]),
        Step::NotNow(who, days) if has_open_ask(&mut scene, who) => scene.not_now(NAMES[who], today + days),
        Step::Cancel(who) if meets(&mut scene, who) => scene.cancelled(NAMES[who]),
        Step::Talk(who) => scene.debriefs(NAMES[who], |debrief| debrief.another = true),
        Step::Refer(by, who) if by != who && !talked_today(&mut scene, by) => scene.referred_by(NAMES[by], NAMES[who]),
        Step::Offer(by, who) if by != who && !talked_today(&mut scene, by) => scene.offered_by(NAMES[by], NAMES[who]),
        Step::Promise(who, due) => scene.promises(NAMES[who], due.map(|days| today + days)),
        Step::SetAside(who) => scene.sets_aside(NAMES[who]),
        Step::Later(which, days) => put_off(scene, which, days),
        Step::Done(which) => do_one(scene, which),
        Step::NotNeeded(which) => leave_one(scene, which),
        _ => scene,
    }
}

fn has_open_ask(scene: &mut Scene, who: usize) -> bool {
    let person = scene.person(NAMES[who]);
    // The newest ask is the one that the scene answers.
    scene.campaign.asks.values().rfind(|ask| ask.person == person).is_some_and(|ask| ask.is_open())
}

fn meets(scene: &mut Scene, who: usize) -> bool {
    let person = scene.person(NAMES[who]);
    let last = scene.campaign.asks.values().rfind(|ask| ask.person == person);
    last.is_some_and(|ask| ask.answer == Some(Answer::Accepted) && ask.planned_meeting().is_some())
}

fn under_way(scene: &mut Scene, who: usize) -> bool {
    has_open_ask(scene, who) || meets(scene, who)
}

fn talked_today(scene: &mut Scene, who: usize) -> bool {
    let (person, today) = (scene.person(NAMES[who]), day(scene.today));
    scene.campaign.conversations.values().any(|talk| talk.person == person && talk.held_on == today)
}

fn put_off(scene: Scene, which: usize, days: i32) -> Scene {
    let moves = every_move(&scene.campaign, day(scene.today));
    let Some(one) = moves.get(which) else {
        return scene;
    };
    let until = plus_days(day(scene.today), days);
    let (campaign, ids, today) = (&scene.campaign, &scene.ids, day(scene.today));
    match super::later::later(campaign, ids, today, &one.id, None, until) {
        Ok(changes) => scene.decide(|_, _, _| Ok(changes.clone())),
        Err(_) => scene,
    }
}

fn do_one(scene: Scene, which: usize) -> Scene {
    let moves = every_move(&scene.campaign, day(scene.today));
    let Some(one) = moves.get(which) else {
        return scene;
    };
    match done(&scene.campaign, &scene.ids, day(scene.today), &one.id, None) {
        Ok(changes) => scene.decide(|_, _, _| Ok(changes.clone())),
        Err(_) => scene,
    }
}

fn leave_one(scene: Scene, which: usize) -> Scene {
    let moves = every_move(&scene.campaign, day(scene.today));
    let Some(one) = moves.get(which) else {
        return scene;
    };
    match not_needed(&scene.campaign, &scene.ids, day(scene.today), &one.id, None) {
        Ok(changes) => scene.decide(|_, _, _| Ok(changes.clone())),
        Err(_) => scene,
    }
}

fn times(moves: &[Move], part: &str) -> usize {
    moves.iter().flat_map(|one| &one.parts).filter(|known| known.id == part).count()
}

/// What an undo writes: the fact that stood before, or its removal.
fn taken_back(before: &Campaign, change: &Change) -> Change {
    let key = change.key();
    let stood = before.facts().into_iter().find(|fact| fact.key() == key);
    stood.map_or(Change::Remove(key), Change::Write)
}

fn is_open(promise: &Commitment) -> bool {
    promise.side == Side::Mine && promise.state == CommitmentState::Open
}

fn open_promises(scene: &Scene) -> Vec<CommitmentId> {
    let view = View::of(&scene.campaign, day(scene.today));
    let promises = scene.campaign.commitments.values();
    let promises = promises.filter(|promise| is_open(promise) && !view.leaves_alone(promise.person));
    promises.map(|promise| promise.id).collect()
}

/// The parts that are promises, each with its day.
fn promised(campaign: &Campaign, on: Date) -> Vec<(String, Date)> {
    let every = every_move(campaign, on);
    let parts = every.iter().flat_map(|one| one.parts.iter().map(|part| (part.id.clone(), one.due_on)));
    let mut promised: Vec<_> = parts.filter(|(id, _)| id.starts_with("keep-")).collect();
    promised.sort_unstable();
    promised
}

/// Told apart from `View::waits` on purpose: nobody talked with them or asked them since, and nothing is under way.
fn unasked(scene: &Scene) -> Vec<ReferralId> {
    let view = View::of(&scene.campaign, day(scene.today));
    let referrals = scene.campaign.referrals.values().filter(|referral| {
        let person = referral.person;
        let asks = || scene.campaign.asks.values().filter(move |ask| ask.person == person);
        let talks = scene.campaign.conversations.values().filter(|talk| talk.person == person);
        let part = format!("call-{}", referral.id);
        let never = |later: &Later| later.part == part && later.until_on == Until::Never;
        !view.leaves_alone(person)
            && !scene.campaign.laters.values().any(never)
            && talks.into_iter().all(|talk| talk.held_on < referral.named_on)
            && asks().all(|ask| ask.asked_on < referral.named_on && ask.answer == Some(Answer::Silent))
    });
    referrals.map(|referral| referral.id).collect()
}

proptest! {
    #[test]
    fn a_closed_search_makes_no_move(scene in search()) {
        let scene = scene.closes();
        for ahead in 0..40 {
            prop_assert_eq!(moves(&scene.campaign, day(scene.today + ahead)), vec![]);
        }
    }

    #[test]
    fn every_open_promise_and_every_unasked_referral_is_a_part_of_exactly_one_move(scene in search()) {
        let parts: Vec<String> = open_promises(&scene)
            .iter().map(|id| format!("keep-{id}"))
            .chain(unasked(&scene).iter().map(|id| format!("call-{id}")))
            .collect();
        let every = every_move(&scene.campaign, day(scene.today));
        for part in &parts {
            prop_assert_eq!(times(&every, part), 1, "{}", part);
        }
        // Whatever was put off or promised far ahead has come into the window by then.
        let months_later = moves(&scene.campaign, day(scene.today + 60));
        for part in &parts {
            prop_assert_eq!(times(&months_later, part), 1, "{} in two months", part);
        }
    }

    #[test]
    fn an_open_promise_goes_on_as_the_same_part_however_often_a_search_begins_anew(scene in search()) {
        let (today, mut anew) = (day(scene.today), scene.campaign.clone());
        for _ in 0..2 {
            anew.apply(close_search(&anew, today, true).unwrap());
            anew.apply(begin_anew(&anew, &scene.ids, today, true).unwrap());
            for ahead in [0, 60] {
                let on = plus_days(today, ahead);
                prop_assert_eq!(promised(&anew, on), promised(&scene.campaign, on));
            }
        }
    }

    #[test]
    fn no_part_is_doubled_and_a_person_has_one_move_a_day(scene in search(), ahead in 0..20) {
        let every = every_move(&scene.campaign, day(scene.today + ahead));
        for part in every.iter().flat_map(|one| &one.parts) {
            prop_assert_eq!(times(&every, &part.id), 1, "{}", &part.id);
        }
        let mut days: Vec<_> = every.iter().filter_map(|one| Some((one.due_on, one.person.as_ref()?.id))).collect();
        let all = days.len();
        days.sort_unstable();
        days.dedup();
        prop_assert_eq!(days.len(), all);
        let today = day(scene.today + ahead);
        prop_assert!(every.is_sorted_by_key(|one| one.due_on.max(today)));
    }

    #[test]
    fn doing_what_a_move_says_takes_it_away(scene in search()) {
        let today = day(scene.today);
        for one in every_move(&scene.campaign, today) {
            match done(&scene.campaign, &scene.ids, today, &one.id, None) {
                Ok(changes) => {
                    let mut after = scene.campaign.clone();
                    after.apply(changes);
                    let left = every_move(&after, today);
                    for part in &one.parts {
                        prop_assert_eq!(times(&left, &part.id), 0, "{}", &part.id);
                    }
                }
                Err(no) => prop_assert_eq!(no.kind, No::Method),
            }
        }
    }

    #[test]
    fn what_is_not_needed_goes_and_its_undo_brings_it_back(scene in search()) {
        let today = day(scene.today);
        let before = every_move(&scene.campaign, today);
        for one in &before {
            match not_needed(&scene.campaign, &scene.ids, today, &one.id, None) {
                Ok(changes) => {
                    let mut after = scene.campaign.clone();
                    after.apply(changes.clone());
                    // What comes round again rests beyond the window; what is seldom due may come back within it.
                    let left = every_move(&after, today);
                    for part in &one.parts {
                        let stands = left.iter().filter(|other| other.due_on <= today);
                        prop_assert_eq!(stands.filter(|other| times(std::slice::from_ref(other), &part.id) > 0).count(), 0, "{}", &part.id);
                    }
                    after.apply(changes.iter().map(|change| taken_back(&scene.campaign, change)));
                    prop_assert_eq!(&every_move(&after, today), &before);
                }
                Err(no) => prop_assert_eq!(no.kind, No::Method),
            }
        }
    }

    #[test]
    fn what_is_due_falls_on_a_working_day(scene in search()) {
        let usual = scene.campaign.week.workdays();
        for one in standing_parts(&scene.campaign, day(scene.today)) {
            // A meeting has its own day; what happened on a Sunday, or was agreed on it, has no working day before.
            let own = ["record", "thank", "keep", "prepare", "arrange"].contains(&one.rule.code);
            prop_assert!(own || usual.has(one.usually_on), "{} {}", one.id(), one.usually_on);
        }
    }

    #[test]
    fn a_move_keeps_its_id_and_its_day_while_it_stands(scene in search()) {
        let today = day(scene.today);
        let tomorrow = every_move(&scene.campaign, plus_days(today, 1));
        for one in every_move(&scene.campaign, today) {
            let Some(same) = tomorrow.iter().find(|other| times(std::slice::from_ref(other), &one.id) == 1) else {
                continue;
            };
            prop_assert_eq!(&same.id, &one.id);
            // Choosing the next when nothing is open, and an easy message, are due on whatever day it is.
            if !["next-d1", "warm-d1"].contains(&one.id.as_str()) {
                prop_assert_eq!(same.due_on, one.due_on);
            }
        }
    }

    #[test]
    fn each_time_has_somebody_else_to_call_and_nobody_who_is_left_alone(scene in search()) {
        let scene = scene.plans(2, &["mon 9", "tue 10", "thu 10"]);
        let view = View::of(&scene.campaign, day(scene.today));
        let times = slots(&scene.campaign, day(scene.today), 14, Vec::new);
        let mut called: Vec<_> = times.iter().filter(|time| time.what == SlotFor::Call).collect();
        let all = called.len();
        prop_assert!(called.iter().filter_map(|time| time.person.as_ref()).all(|one| !view.leaves_alone(one.id)));
        called.sort_by_key(|time| time.person.as_ref().map(|person| person.id));
        called.dedup_by_key(|time| time.person.as_ref().map(|person| person.id));
        prop_assert_eq!(called.len(), all);
        prop_assert!(times.is_sorted_by_key(|time| (time.on, time.time)));
    }

    #[test]
    fn nobody_who_declined_or_is_set_aside_is_in_a_move(scene in search(), who in 0..NAMES.len(), ahead in 0..20) {
        let scene = if has_open_ask(&mut scene.clone(), who) { scene.declines(NAMES[who]) } else { scene };
        for one in every_move(&scene.campaign, day(scene.today + ahead)) {
            let stage = one.person.as_ref().map(|person| stage(&scene.campaign, person.id));
            prop_assert!(!matches!(stage, Some(Stage::Declined | Stage::SetAside)), "{} {:?}", one.id, stage);
        }
    }

    #[test]
    fn a_promise_that_no_move_is_about_rests_and_the_step_that_made_it_rest_said_so(scene in search(), who in 0..NAMES.len()) {
        let mut scene = scene;
        let person = scene.person(NAMES[who]);
        let promises: Vec<_> = scene.campaign.commitments.values().filter(|one| is_open(one) && one.person == person).collect();
        let today = day(scene.today);
        let marks = Marks { set_aside: Some(true), ..Marks::default() };
        let changes = mark_person(&scene.campaign, person, marks).unwrap();
        let stood = every_move(&scene.campaign, today);
        let stood = promises.iter().filter(|one| times(&stood, &format!("keep-{}", one.id)) == 1).count();
        let told = telling(&scene.campaign, &changes);
        prop_assert_eq!(told.contains("rest"), stood > 0, "{}", told);
    }

    #[test]
    fn those_set_aside_are_left_alone(scene in search(), who in 0..NAMES.len()) {
        let mut scene = scene.sets_aside(NAMES[who]);
        let person = scene.person(NAMES[who]);
        for ahead in 0..20 {
            let moves = every_move(&scene.campaign, day(scene.today + ahead));
            prop_assert!(moves.iter().all(|one| one.person.as_ref().is_none_or(|other| other.id != person)));
        }
    }
}

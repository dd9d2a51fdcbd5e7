//! One whole search, from an empty list to momentum, without any file: the method as one reads it aloud.

#![expect(clippy::expect_used, reason = "a story that cannot go on is a failed test")]

use jiff::civil::{Date, date, time};
use method::ask::answer::{Said, answer_ask};
use method::ask::log::{AskMade, log_ask};
use method::ask::sheet::sheet;
use method::ask::{Answer, Form};
use method::campaign::Campaign;
use method::case::set_case::{CaseWords, set_case};
use method::change::{Change, Decision, No};
use method::conversation::Ladder;
use method::conversation::capture_referral::Named;
use method::conversation::promise::Promise;
use method::conversation::record::{Debrief, record_conversation};
use method::direction::ideas::add_ideas;
use method::direction::steer::{Steering, steer};
use method::follow_through::done::done;
use method::follow_through::moves::moves;
use method::id::{Ids, PersonId};
use method::list::edit::ListEdit;
use method::list::find::find;
use method::list::import::import;
use method::list::mark::{Marks, mark_person};
use method::list::reading::{Findings, PersonRow, Reading};
use method::list::slate::slate;
use method::momentum::gauge::momentum;
use method::momentum::map::map;
use method::questions::QuestionKind;
use method::questions::set_questions::keep_questions;
use method::seeker::strengths::{ToldStrength, edit_strengths};

/// A search in memory: what a store does, without keeping anything.
#[derive(Default)]
struct Search {
    campaign: Campaign,
    ids: Ids,
}

impl Search {
    fn decide(&mut self, decision: impl FnOnce(&Campaign, &Ids) -> Decision) -> Vec<Change> {
        let changes = decision(&self.campaign, &self.ids).expect("the method says yes");
        self.campaign.apply(changes.clone());
        changes
    }

    fn person(&self, name: &str) -> PersonId {
        find(&self.campaign, name).expect("one person is meant")
    }

    /// What is due, as `day person: text`.
    fn due(&self, today: Date) -> Vec<String> {
        let told = |one: &method::follow_through::moves::Move| {
            let who = one.person.as_ref().map_or("you", |person| person.name.as_str());
            format!("{} {who}: {}", one.due_on, one.rule)
        };
        moves(&self.campaign, today).iter().map(told).collect()
    }
}

fn connections(people: &[(&str, &str, &str)]) -> Reading {
    let row = |(place, (name, organization, title)): (u32, &(&str, &str, &str))| PersonRow {
        place,
        key: format!("name:{name}||1"),
        name: (*name).to_owned(),
        organization: Some((*organization).to_owned()),
        title: Some((*title).to_owned()),
        ..PersonRow::default()
    };
    Reading {
        file: "Connections.csv".to_owned(),
        kind: "linkedin_connections".to_owned(),
        digest: "of the whole file".to_owned(),
        read: people.len(),
        findings: Findings::People((1..).zip(people).map(row).collect()),
        problems: Vec::new(),
        columns: Vec::new(),
        said: Vec::new(),
        left_out: None,
    }
}

const MONDAY: Date = date(2026, 11, 23);
const THURSDAY: Date = date(2026, 11, 26);

#[test]
fn a_search_from_the_first_file_to_momentum() {
    let mut search = Search::default();
    bring_people_in(&mut search);
    say_where_it_should_go(&mut search);
    let ana = choose_whom_to_call(&mut search);
    prepare_and_ask(&mut search, ana);
    talk(&mut search, ana);
    follow_through(&mut search);
}

fn bring_people_in(search: &mut Search) {
    // The list comes from a file that the seeker already has. Importing it again changes nothing.
    let file = connections(&[
        ("Ana Pereira", "Harbor Freight", "Shift Manager"),
        ("Ben Okafor", "Harbor Freight", "Planner"),
        ("Cleo Marsh", "North Clinic", "Head of Training"),
    ]);
    search.decide(|campaign, ids| Ok(import(campaign, ids, MONDAY, std::slice::from_ref(&file)).changes));
    assert_eq!(search.campaign.people.len(), 3);
    assert_eq!(import(&search.campaign, &search.ids, MONDAY, std::slice::from_ref(&file)).changes, []);
}

fn say_where_it_should_go(search: &mut Search) {
    // The seeker says what they do best and where it should go.
    let strength = ToldStrength::parse("training crews: halved accidents in two years");
    search.decide(|campaign, ids| edit_strengths(campaign, ids, &[strength], &[]));
    let role = Steering { roles: ListEdit::adding("training coordinator"), ..Steering::default() };
    search.decide(|campaign, _| steer(campaign, &role));
    search.decide(|campaign, ids| add_ideas(campaign, ids, MONDAY, &["safety training".to_owned()]));
}

fn choose_whom_to_call(search: &mut Search) -> PersonId {
    // Whom to call first: a guess, until somebody is marked as known and respected.
    let first = slate(&search.campaign, MONDAY, 5);
    assert!(first.note.is_some(), "while nobody is marked, it says that it is a guess");
    let ana = search.person("Ana");
    search.decide(|campaign, _| mark_person(campaign, ana, Marks { respected: Some(true), ..Marks::default() }));
    let marked = slate(&search.campaign, MONDAY, 5);
    assert_eq!(marked.slate[0].person.name, "Ana Pereira");
    assert_eq!(marked.slate[0].group.word(), "know_and_respect");
    assert!(!marked.slate.iter().any(|one| one.person.name == "Ben Okafor"), "never two at one organization");
    ana
}

fn prepare_and_ask(search: &mut Search, ana: PersonId) {
    // Case and questions come before the ask. The last question asks for another person.
    let purpose =
        CaseWords { purpose: Some("Learn how crews are trained in freight".to_owned()), ..Default::default() };
    search.decide(|campaign, ids| set_case(campaign, ids, ana, purpose.clone(), None));
    search.decide(|campaign, ids| keep_questions(campaign, ids, MONDAY, ana));
    let plan = search.campaign.question_plans.values().next().expect("a plan is kept");
    assert_eq!(plan.questions.last().map(|question| question.kind), Some(QuestionKind::People));

    // The ask, a yes, and everything for the half hour on one page.
    search.decide(|campaign, ids| {
        log_ask(campaign, ids, MONDAY, ana, AskMade { form: Form::Call, on: None, words: None })
    });
    let yes = Said::Accepted { on: THURSDAY, time: Some(time(10, 0, 0, 0)), zone: None, place: None };
    search.decide(|campaign, ids| answer_ask(campaign, ids, MONDAY, ana, yes, None));
    assert_eq!(search.campaign.asks.values().next().and_then(|ask| ask.answer), Some(Answer::Accepted));
    assert_eq!(sheet(&search.campaign, THURSDAY, ana).expect("a sheet").person.name, "Ana Pereira");
}

fn talk(search: &mut Search, ana: PersonId) {
    // The conversation: two people named, one of them introduced, and a promise.
    let named = |name: &str, organization: &str, introduction| Named {
        name: name.to_owned(),
        organization: Some(organization.to_owned()),
        introduction,
    };
    let debrief = Debrief {
        learned: Some("Every port trains its own crews".to_owned()),
        named: vec![named("Dara Singh", "Quay Logistics", false), named("Cleo Marsh", "North Clinic", true)],
        promised: vec![Promise { text: "send the training outline".to_owned(), due_on: Some(date(2026, 11, 30)) }],
        ..Debrief::of(ana, THURSDAY)
    };
    search.decide(|campaign, ids| record_conversation(campaign, ids, THURSDAY, &debrief));
    let held = search.campaign.conversations.values().next().expect("a conversation was held");
    assert_eq!(held.ladder, Ladder::NamedSomeone);
    assert_eq!(search.campaign.people.len(), 4, "Dara is new, Cleo was on the list already");

    // A second conversation for the same half hour is a slip, and nothing is written.
    let again = record_conversation(&search.campaign, &search.ids, THURSDAY, &debrief);
    assert_eq!(again.expect_err("the method says no").kind, No::Method);
}

fn follow_through(search: &mut Search) {
    // What follows is derived, and doing it makes it go.
    assert_eq!(
        search.due(THURSDAY),
        [
            "2026-11-27 Ana Pereira: thank_within_a_day",
            "2026-11-30 Ana Pereira: keep_what_you_promised",
            "2026-11-30 Dara Singh: call_the_referred",
            "2026-12-03 Cleo Marsh: call_the_referred",
        ]
    );
    let friday = date(2026, 11, 27);
    let thank = moves(&search.campaign, friday)[0].id.clone();
    search.decide(|campaign, ids| done(campaign, ids, friday, &thank, None));
    assert!(!search.due(friday).iter().any(|due| due.contains("thank")));

    // Momentum and the map are read off what happened; no figure is claimed from one conversation.
    let reading = momentum(&search.campaign, friday);
    assert_eq!((reading.ladder.named_someone, reading.sustain.estimate), (1, None));
    let map = map(&search.campaign, friday);
    let led: Vec<&str> = map.led_to[0].led_to.iter().map(|place| place.person.name.as_str()).collect();
    assert_eq!((map.led_to[0].person.name.as_str(), led), ("Ana Pereira", vec!["Dara Singh", "Cleo Marsh"]));
}

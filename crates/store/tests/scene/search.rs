//! A search with one of everything, for tests of stores: invented people, every kind of fact, every kind of value.

use jiff::civil::{Date, date, time};
use method::ask::{Answer, Ask, Form, Meeting, MeetingState, Wording};
use method::case::Case;
use method::change::Change;
use method::conversation::{Commitment, CommitmentState, Conversation, Earlier, Heard, Ladder, Referral, Side, Warmth};
use method::direction::{Direction, Idea, SearchKind, Slot, Week};
use method::follow_through::{Later, Until, WeekLine};
use method::id::{ConversationId, Id, Ids, PersonId};
use method::list::reading::Said;
use method::list::{Acquaintance, Correspondence, Letters, Past, Person, Record, Source};
use method::momentum::{LastThanks, Opportunity, OpportunityState, OpportunityStep};
use method::questions::{Question, QuestionKind, QuestionPlan};
use method::seeker::{Followed, Position, School, Seeker, Strength};
use method::story::Story;

/// The day of the scene.
pub const TODAY: Date = date(2026, 11, 23);

/// One of everything. With fresh ids Ana is p1, Ben p2, Cleo p3: Ana is known and respected, Ben was named by her, Cleo is known from a file only.
pub fn whole_search(ids: &Ids) -> Vec<Change> {
    let source = Source {
        id: ids.fresh(),
        importer: "linkedin_connections".into(),
        file: "export.zip/Connections.csv".into(),
        digest: "ab".repeat(32),
        imported_on: TODAY,
        said: Some(vec![Said {
            text: "Nobody calms a ward like her.".into(),
            by: Some("Ana Pereira".into()),
            of: vec!["night shifts".into()],
        }]),
    };
    let ana = Person {
        emails: vec!["ana@example.org".into()],
        phones: vec!["+1 555 0100".into()],
        known_since_on: Some(date(2019, 5, 1)),
        how_known: Some("we worked the night shift together".into()),
        valued_for: Some("how calmly you run things".into()),
        respected: true,
        not_before_on: Some(date(2026, 12, 1)),
        notes: Some("likes \"tea\" & ünïcode ☕".into()),
        ..Person::named(ids.fresh(), "Ana Pereira", date(2026, 9, 1))
    };
    let ben = Person::untold(ids.fresh(), TODAY);
    let cleo = Person::untold(ids.fresh(), TODAY);
    let records = [
        record(ids, ana.id, &source, 1, "Ana Pereira"),
        record(ids, ben.id, &source, 2, "Ben Okafor"),
        record(ids, cleo.id, &source, 3, "Cleo Marsh"),
    ];
    let letters = Correspondence {
        id: ids.fresh(),
        importer: "linkedin_messages".into(),
        address: "ana@example.org".into(),
        days: [
            (date(2026, 1, 2), Letters { sent: 1, received: 2, met: 0 }),
            (TODAY, Letters { received: 1, ..Letters::default() }),
        ]
        .into(),
    };
    let mut changes: Vec<Change> = vec![source.clone().into(), ana.clone().into(), ben.clone().into(), cleo.into()];
    changes.extend(records.map(Change::from));
    changes.push(letters.into());
    changes.push(know_each_other(ids).into());
    changes.extend(seekers_side(ids, &source));
    changes.extend(talked_with(ids, ana.id, ben.id));
    changes
}

/// Ana and Ben were on the same letters.
pub fn know_each_other(ids: &Ids) -> Acquaintance {
    Acquaintance {
        id: ids.fresh(),
        importer: "mail".into(),
        a: "ana@example.org".into(),
        b: "ben@example.org".into(),
        years: [(2025, 210), (2026, 420)].into(),
        last_on: TODAY,
    }
}

/// A record with every value.
pub fn record(ids: &Ids, person: PersonId, source: &Source, place: u32, name: &str) -> Record {
    let (given, family) = name.split_once(' ').unwrap_or((name, ""));
    Record {
        id: ids.fresh(),
        person,
        source: source.id,
        row_key: format!("example.org/in/{}", given.to_lowercase()),
        place,
        name: name.into(),
        given: Some(given.into()),
        family: Some(family.into()),
        emails: vec![format!("{}@example.org", given.to_lowercase())],
        phones: Vec::new(),
        links: vec![format!("example.org/in/{}", given.to_lowercase())],
        organization: Some("Northgate Clinic".into()),
        title: Some("Night charge nurse".into()),
        connected_on: Some(date(2018, 6, 18)),
        birthday: None,
        postal: Vec::new(),
        other_names: Vec::new(),
        past: vec![Past { organization: Some("Old Mill".into()), title: None, until_on: date(2024, 1, 1) }],
    }
}

fn seekers_side(ids: &Ids, source: &Source) -> Vec<Change> {
    let seeker = Seeker {
        name: Some("Dana Whitlock".into()),
        addresses: vec!["whitlock@example.org".into()],
        employed_now: Some(true),
        employer: Some("Eastside".into()),
        ..Seeker::unknown(Id::from_number(1))
    };
    let direction = Direction {
        search: Some(SearchKind::ChangeCareers),
        fields: vec!["patient safety".into()],
        earlier_searches: 1,
        ..Direction::unset(Id::from_number(1))
    };
    let slots = ["tue 10:00", "thu 16:30"].iter().filter_map(|text| Slot::parse(text)).collect();
    vec![
        seeker.into(),
        direction.into(),
        Week { slots, conversations: Some(2), ..Week::unplanned(Id::from_number(1)) }.into(),
        Strength {
            id: ids.fresh(),
            name: "calming a busy ward".into(),
            proof: None,
            proof_source: None,
            source: Some(source.id),
            dropped: false,
        }
        .into(),
        Position {
            id: ids.fresh(),
            organization: "Eastside".into(),
            title: Some("Nurse".into()),
            started_on: Some(date(2015, 1, 1)),
            ended_on: None,
            source: Some(source.id),
        }
        .into(),
        School {
            id: ids.fresh(),
            name: "City College".into(),
            degree: Some("BSc".into()),
            started_on: None,
            ended_on: Some(date(2014, 6, 30)),
            source: None,
        }
        .into(),
        Followed {
            id: ids.fresh(),
            organization: "Quayside Clinic".into(),
            followed_on: Some(date(2026, 6, 24)),
            source: Some(source.id),
        }
        .into(),
        Idea { id: ids.fresh(), text: "simulation training".into(), noted_on: TODAY, dropped: false }.into(),
    ]
}

fn talked_with(ids: &Ids, ana: PersonId, ben: PersonId) -> Vec<Change> {
    let story = Story {
        id: ids.fresh(),
        name: "short".into(),
        text: "I calm busy wards.\nNow I want to teach it.".into(),
        written_on: TODAY,
        dropped: false,
    };
    let ask = Ask {
        answer: Some(Answer::Accepted),
        answered_on: Some(TODAY),
        meeting: Some(Meeting {
            on: date(2026, 11, 26),
            time: Some(time(10, 30, 0, 0)),
            zone: Some("Europe/Lisbon".into()),
            place: Some("by telephone".into()),
            state: MeetingState::Planned,
            moved: 1,
        }),
        ..Ask::made(ids.fresh(), ana, Form::Call, TODAY)
    };
    let conversation = Conversation {
        id: ids.fresh(),
        person: ana,
        ask: Some(ask.id),
        held_on: TODAY,
        ladder: Ladder::NamedSomeone,
        learned: Some("they train on Fridays".into()),
        directions: vec![Heard { direction: "simulation training".into(), warmth: Warmth::Warmer }],
        organizations: vec!["Harbor House".into()],
        story: Some(story.id),
        thanked_on: None,
        in_touch_on: None,
        led_further: Vec::new(),
    };
    let questions = vec![Question::new(QuestionKind::People, "Who else should I talk to?")];
    vec![
        Case {
            id: ids.fresh(),
            person: ana,
            purpose: "a field".into(),
            outcome: "a view".into(),
            why: "she did it".into(),
        }
        .into(),
        QuestionPlan { id: ids.fresh(), person: ana, questions }.into(),
        Wording { id: ids.fresh(), person: Some(ana), form: Form::Email, text: "Hello Ana,".into() }.into(),
        story.into(),
        ask.into(),
        Later { id: ids.fresh(), part: format!("thank-{}", conversation.id), until_on: Until::Day(date(2026, 11, 25)) }
            .into(),
        conversation.clone().into(),
    ]
    .into_iter()
    .chain(led_to(ids, ana, ben, conversation.id))
    .collect()
}

fn led_to(ids: &Ids, ana: PersonId, ben: PersonId, conversation: ConversationId) -> Vec<Change> {
    let referral = Referral {
        id: ids.fresh(),
        by: ana,
        person: ben,
        conversation: Some(conversation),
        ask: None,
        named_on: TODAY,
        introduction: true,
        introduced_on: None,
        reported_on: None,
    };
    let promise = Commitment {
        id: ids.fresh(),
        person: ana,
        conversation: Some(conversation),
        side: Side::Mine,
        text: "send the training outline".into(),
        made_on: TODAY,
        due_on: Some(date(2026, 11, 30)),
        state: CommitmentState::Open,
        settled_on: None,
        reminded_on: None,
    };
    let opportunity = Opportunity {
        id: ids.fresh(),
        title: "Training coordinator".into(),
        organization: Some("Harbor House".into()),
        through: Some(ana),
        conversation: Some(conversation),
        steps: vec![OpportunityStep { state: OpportunityState::HeardOf, on: TODAY }],
        notes: None,
    };
    let thanks = LastThanks { id: ids.fresh(), person: ana, thanked_on: TODAY };
    let earlier = Earlier {
        id: ids.fresh(),
        person: ana,
        asks: Vec::new(),
        conversations: Vec::new(),
        named: vec![Referral { by: ben, person: ana, named_on: date(2024, 5, 6), ..referral.clone() }],
    };
    let line = WeekLine { id: ids.fresh(), week_on: TODAY, text: "Ask Ben in a call, not by e-mail".into() };
    vec![referral.into(), promise.into(), opportunity.into(), thanks.into(), earlier.into(), line.into()]
}

//! Whatever was told, in whatever shape, what comes out can be said: no empty slot, no double space, no wrong article.

use jiff::civil::Date;
use method::ask::Form;
use method::ask::Wording;
use method::ask::draft::{Whose, ask_draft};
use method::ask::log::{AskMade, log_ask};
use method::ask::sheet::sheet;
use method::case::wants_a_job::wants_a_job;
use method::change::Refusal;
use method::conversation::record::{Debrief, record_conversation};
use method::direction::SearchKind;
use method::draft::{Severity, check};
use method::follow_through::moves::moves;
use method::questions::ends_with_another_person::asks_for_another_person;
use method::questions::report::questions;
use method::story::beats::{Length, beats};
use method::story::report::seconds;
use proptest::prelude::*;

use crate::seekers::{Scene, TODAY};

/// What a person could type anywhere: something usual, something odd, or nothing.
fn told(usual: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        1 => Just(None),
        4 => proptest::sample::select(usual).prop_map(|text| Some(text.to_owned())),
        1 => "\\PC{0,40}".prop_map(Some),
        1 => "[ .,{}\\[\\]a-z\n\t-]{0,200}".prop_map(Some),
    ]
}

const NAMES: &[&str] = &[
    "Maya Osei",
    "Dr. Ann Lee",
    "J. Q.",
    "Lee, Sam",
    "MARIA",
    "someone",
    "Ana María de la Cruz y Montenegro",
    "X Æ",
    "Юрий Петров",
    "李小龍",
    "Ngũgĩ wa Thiong'o",
    "Ağaoğlu Şükrü",
];
const FIELDS: &[&str] = &["patient safety", "Healthcare", "R&D", "IT", "working with children", "Oil & Gas", "AI."];
const ROLES: &[&str] = &[
    "engineer",
    "Analyst (remote)",
    "UX designer",
    "nurses",
    "operations",
    "an inspector",
    "MRI technician",
    "hourly worker",
    "university lecturer",
    "Nurse/Trainer",
    "the head of a school",
];
const PLACES: &[&str] = &[
    "Mercy Health",
    "University of Leeds",
    "Self-employed",
    "N/A",
    "US Army",
    "St. Mary's",
    "Acme Inc.",
    "Ministerium für Bildung, Jugend und Sport des Landes Brandenburg",
    "Société nationale des chemins de fer français",
    "Åkerö & Söner",
];
const TITLES: &[&str] = &["Director of Nursing", "engineer", "RN | Dreamer", "Helping people, always", "CEO at Acme"];
const KNOWN: &[&str] =
    &["we met at choir", "worked together", "old boss", "she trained me", "from church", "We", "Met in 2014"];
const VALUED: &[&str] =
    &["how calmly you run things", "her patience", "honest", "straight talk", "gives advice", "your eye"];
const STRENGTHS: &[&str] =
    &["calming a ward", "Project Management", "adaptable", "I weld", "good at selling", "I'm patient"];
const PROOFS: &[&str] =
    &["cut falls by a third", "Falls went down", "We opened on time. Nobody was hurt.", "3 of 4", "led"];
const IDEAS: &[&str] = &["teaching", "could I open a bakery?", "Consulting.", "one; two"];

prop_compose! {
    fn anybody()(
        names in (told(NAMES), told(NAMES)),
        direction in (told(FIELDS), told(ROLES), told(PLACES)),
        work in (told(PLACES), told(TITLES)),
        tie in (told(KNOWN), told(VALUED), proptest::option::of(1950i16..2030)),
        strength in (told(STRENGTHS), told(PROOFS)),
        ideas in (told(IDEAS), told(IDEAS)),
        flags in (any::<bool>(), any::<bool>()),
    ) -> Scene {
        let owned = |text: &Option<String>| text.clone().into_iter().collect::<Vec<_>>();
        let mut scene = Scene::new("anybody", names.0.as_deref().unwrap_or_default(), "placeholder");
        scene = scene.person(|person| {
            person.name = names.1;
            (person.organization, person.title) = work;
            (person.how_known, person.valued_for) = (tie.0, tie.1);
            person.known_since_on = tie.2.map(|year| Date::new(year, 1, 1).unwrap());
        });
        scene.campaign.direction.search = flags.0.then_some(SearchKind::ChangeCareers);
        scene.campaign.direction.fields = owned(&direction.0);
        scene.campaign.direction.roles = owned(&direction.1);
        scene.campaign.direction.organizations = owned(&direction.2);
        if let Some(name) = strength.0 { scene = scene.strength(&name, strength.1.as_deref()); }
        for idea in [ideas.0, ideas.1].into_iter().flatten() { scene = scene.idea(&idea); }
        if flags.1 { scene = scene.named_by("Sam Lee", TODAY); }
        scene.was("Staff Nurse", "Mercy Health")
    }
}

/// What no sentence of ours may look like.
fn can_be_said(text: &str) -> Result<(), TestCaseError> {
    for wrong in [
        "  ",
        "{",
        "}",
        "[",
        " .",
        " ,",
        " ?",
        "..",
        ",.",
        "None",
        "since .",
        "Hello .",
        "Hello ,",
        "Hello someone",
        " a a ",
        " an a ",
        " a an ",
        " the the ",
    ] {
        prop_assert!(!text.contains(wrong), "{wrong:?} in {text:?}");
    }
    for wrong in
        [" a engineer", " a analyst", " a inspector", " an UX", " a MRI", " an university", " a hour", " an nurse"]
    {
        prop_assert!(!text.contains(wrong), "{wrong:?} in {text:?}");
    }
    prop_assert!(!text.trim().is_empty());
    let faults: Vec<_> = check(text).into_iter().filter(|found| found.severity == Severity::Fault).collect();
    prop_assert_eq!(faults, vec![], "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_ask_can_be_said_and_ends_with_an_open_close(scene in anybody()) {
        for form in Form::ALL {
            let draft = ask_draft(&scene.campaign, TODAY, scene.person, *form).unwrap();
            can_be_said(&draft.text)?;
            let unsigned = match method::speech::name::own(&scene.campaign.seeker) {
                Some(me) if matches!(form, Form::Email | Form::Message) => {
                    let bare = draft.text.trim_end_matches(me.as_str()).trim_end();
                    bare.trim_end_matches("Kind regards,").trim_end().to_owned()
                }
                _ => draft.text.clone(),
            };
            // A machine is told at the end that nobody need call back; everybody else hears the question last.
            let last = if *form == Form::Voicemail { "no need to call back." } else { "?" };
            prop_assert!(unsigned.ends_with(last), "{unsigned:?}");
            prop_assert!(unsigned.contains("Would you be open to"));
            prop_assert_eq!(wants_a_job(&draft.text), None);
            prop_assert_eq!(draft.subject.is_some(), *form == Form::Email);
            prop_assert!(draft.longer.as_ref().is_none_or(|longer| longer.chars().count() < 400));
            if let Some(longer) = &draft.longer { can_be_said(longer)?; }
            for line in draft.subject.iter().chain(draft.otherwise.iter().map(|other| &other.say)) { can_be_said(line)?; }
            if *form == Form::Message { prop_assert!(draft.text.chars().count() < 300); }
        }
    }

    #[test]
    fn a_plan_has_six_to_eight_questions_and_ends_with_another_person(scene in anybody()) {
        let asked = match questions(&scene.campaign, TODAY, scene.person) {
            Ok(asked) => asked,
            Err(Refusal { message, .. }) => {
                prop_assert!(message.starts_with("There is no question"));
                return Ok(());
            }
        };
        prop_assert!((6..=8).contains(&asked.questions.len()));
        for question in &asked.questions {
            can_be_said(&question.text)?;
            prop_assert!(question.text.ends_with('?'));
            prop_assert_eq!(&question.remarks, &vec![], "{:?}", question);
        }
        let minutes: usize = asked.questions.iter().map(|question| question.minutes).sum();
        prop_assert_eq!(minutes + asked.opening_minutes + asked.closing_minutes, 30);
        prop_assert!(asks_for_another_person(&asked.questions.last().unwrap().text));
        prop_assert!(asked.questions.windows(2).all(|two| two[0].kind <= two[1].kind));
    }

    #[test]
    fn a_story_made_from_facts_can_be_said(scene in anybody()) {
        let beats = beats(&scene.campaign);
        for length in Length::ALL {
            let text = beats.text(*length);
            if !text.is_empty() { can_be_said(&text)?; }
            prop_assert!(*length == Length::Ninety || seconds(&text) <= 30 || text == beats.best);
        }
    }

    #[test]
    fn usual_words_can_be_said_to_anybody(scene in anybody(), form in proptest::sample::select(Form::ALL)) {
        let usual = "{hello}, {tie} {silence} {value}\n{inside} I have some questions.\n\nWould you be open to half an hour, {name}?";
        let wording = Wording { id: scene.ids.fresh(), person: None, form, text: usual.to_owned() };
        let mut campaign = scene.campaign.clone();
        campaign.apply([wording.into()]);
        let draft = ask_draft(&campaign, TODAY, scene.person, form).unwrap();
        prop_assert_eq!(draft.whose, Whose::Usual);
        can_be_said(&draft.text)?;
    }

    #[test]
    fn moves_can_be_said(scene in anybody(), days in 0..30i32) {
        let asked = AskMade { form: Form::Email, on: None, words: None };
        let mut campaign = scene.campaign.clone();
        campaign.apply(log_ask(&campaign, &scene.ids, TODAY, scene.person, asked).unwrap());
        campaign.apply(record_conversation(&campaign, &scene.ids, TODAY, &Debrief {
            learned: Some("much".to_owned()), ..Debrief::of(scene.person, TODAY) }).unwrap());
        for one in moves(&campaign, method::day::plus_days(TODAY, days)) {
            for part in &one.parts {
                let words = format!("{} {}", part.text, part.why);
                let faults: Vec<_> = check(&words).into_iter().filter(|found| found.severity == Severity::Fault).collect();
                prop_assert_eq!(faults, vec![], "{}", words);
            }
        }
    }

    #[test]
    fn a_sheet_says_what_can_be_said(scene in anybody()) {
        let Ok(sheet) = sheet(&scene.campaign, TODAY, scene.person) else { return Ok(()); };
        for line in sheet.opening.iter().filter(|line| !line.is_empty()).chain(&sheet.ending).chain(&sheet.case.purpose).chain(&sheet.case.outcome) { can_be_said(line)?; }
        prop_assert!(serde_json::to_string(&sheet).is_ok());
    }
}

//! Who comes up, who does not, and what is said of each.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::ask::Answer;
use crate::conversation::Ladder;
use crate::rules::RULES;
use crate::scene::{Scene, TODAY, campaigns, p};

const NAMES: [&str; 4] = ["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Whitfield"];

fn people() -> Scene {
    Scene::of(&NAMES)
}

fn next(scene: &Scene) -> Slate {
    slate(&scene.campaign, TODAY, 5)
}

/// Name and group of everybody on the slate.
fn order(scene: &Scene) -> Vec<(String, Group)> {
    next(scene).slate.into_iter().map(|suggestion| (suggestion.person.name, suggestion.group)).collect()
}

fn reasons(scene: &Scene, number: u64) -> Vec<String> {
    let slate = next(scene).slate;
    let found = slate.into_iter().find(|suggestion| suggestion.person.id == p(number));
    found.map(|suggestion| suggestion.reasons).unwrap_or_default()
}

/// Why somebody is held back, with the rule.
fn held(scene: &Scene, number: u64) -> Option<(String, &'static str)> {
    let held_back = next(scene).held_back;
    held_back.into_iter().find(|held| held.person.id == p(number)).map(|held| (held.reason, held.rule))
}

#[test]
fn first_the_named_then_the_respected_then_the_wanted_then_the_silent() {
    let mut scene = people();
    scene.known_since(1, 2015).wrote(1, &[date(2020, 5, 4)]);
    scene.at(2, "Riverbend Hospital").wants("RIVERBEND HOSPITAL, Inc.");
    scene.respected(3).named(3, 4, date(2026, 11, 12));
    let expected = [
        ("Dana Whitfield", Group::Referred),
        ("Chidi Okafor", Group::KnowAndRespect),
        ("Bo Lind", Group::TargetOrganization),
        ("Ana Pereira", Group::LongSilent),
    ];
    assert_eq!(order(&scene), expected.map(|(name, group)| (name.to_owned(), group)));
}

#[test]
fn somebody_named_comes_with_the_day_the_name_and_the_offer() {
    let mut scene = people();
    scene.named(1, 2, date(2026, 11, 12)).last_referral(|referral| referral.introduction = true);
    let expected = ["Named on Thursday 12 November by Ana Pereira", "Ana Pereira offered to introduce you"];
    assert_eq!(reasons(&scene, 2), expected);
}

#[test]
fn somebody_named_and_called_since_waits_no_more() {
    let mut scene = people();
    scene.named(1, 2, date(2026, 7, 1)).asked(2, date(2026, 7, 3), Some(Answer::Silent));
    assert_ne!(order(&scene)[0], ("Bo Lind".to_owned(), Group::Referred));
    scene.named(3, 2, date(2026, 11, 20));
    assert_eq!(order(&scene)[0], ("Bo Lind".to_owned(), Group::Referred));
    assert_eq!(reasons(&scene, 2)[0], "Named on Friday 20 November by Chidi Okafor");
}

#[test]
fn somebody_known_and_respected_comes_with_your_own_words() {
    let mut scene = people();
    scene.respected(1).known_since(1, 2024).person(1, |person| {
        person.valued_for = Some("how calmly you run things.".into());
    });
    let expected =
        ["You know and respect them", "What you value in them: “how calmly you run things”", "Known since 2024"];
    assert_eq!(reasons(&scene, 1), expected);
}

#[test]
fn a_person_of_two_groups_has_the_reasons_of_both() {
    let mut scene = people();
    scene.respected(1).at(1, "Acme LLC").wants("Acme");
    let expected =
        ["You know and respect them", "Works at one of the organizations of your direction, there called Acme"];
    assert_eq!(reasons(&scene, 1), expected);
}

#[test]
fn a_connection_on_a_network_is_neither_acquaintance_nor_silence() {
    let mut scene = people();
    scene.connected(1, date(2012, 3, 14));
    assert_eq!(order(&scene)[0], ("Ana Pereira".to_owned(), Group::KnowAndRespect));
    let expected = ["You connected online in March 2012", "A guess: you have not marked them as known and respected"];
    assert_eq!(reasons(&scene, 1), expected);
}

#[rstest::rstest]
#[case(&[date(2020, 5, 4)], "Last in touch in May 2020, as far as is on record")]
#[case(&[], "Nothing between you is on record for the last three years")]
fn a_silence_is_told_as_far_as_it_is_known(#[case] letters: &[Date], #[case] reason: &str) {
    let mut scene = people();
    scene.known_since(1, 2015);
    if !letters.is_empty() {
        scene.wrote(1, letters);
    }
    assert_eq!(order(&scene)[0].1, Group::LongSilent);
    assert_eq!(reasons(&scene, 1)[..2], [reason, "Known since 2015"]);
}

#[test]
fn three_years_of_silence_are_three_years() {
    let mut scene = people();
    scene.known_since(1, 2015).wrote(1, &[date(2023, 11, 23)]);
    assert!(!order(&scene).contains(&("Ana Pereira".to_owned(), Group::LongSilent)));
    scene.wrote(1, &[date(2023, 11, 22)]);
    assert!(order(&scene).contains(&("Ana Pereira".to_owned(), Group::LongSilent)));
}

#[test]
fn a_guess_begins_with_signs_of_an_acquaintance() {
    let mut scene = people();
    scene.connected(1, date(2012, 3, 14)).wrote(2, &[date(2026, 5, 4)]);
    scene.at(3, "Harbor Freight").worked_at("Harbor Freight Inc.", 2015, 2019);
    let names: Vec<String> = order(&scene).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names[..3], ["Chidi Okafor", "Bo Lind", "Ana Pereira"]);
    assert_eq!(reasons(&scene, 2)[0], "You wrote to each other, last in May 2026");
    assert_eq!(reasons(&scene, 3)[0], "You worked there too, from 2015 to 2019");
}

#[test]
fn while_nobody_is_marked_the_slate_says_that_it_is_a_guess_and_how_to_mark() {
    let mut scene = people();
    let note = next(&scene).note.unwrap();
    assert!(note.contains("a guess") && note.contains("`halfhour list mark PERSON --respected`"), "{note}");
    scene.respected(1).wants("Acme");
    assert_eq!(next(&scene).note, None);
}

#[test]
fn without_a_direction_the_slate_says_how_to_set_it() {
    let mut scene = people();
    scene.respected(1);
    assert!(next(&scene).note.unwrap().contains("halfhour me"));
}

#[test]
fn an_empty_list_says_how_to_fill_it() {
    let slate = slate(&Campaign::default(), TODAY, 5);
    assert!(slate.slate.is_empty() && slate.note.unwrap().contains("`halfhour import FILE`"));
}

#[test]
fn when_everybody_declined_the_slate_says_so_and_what_to_do() {
    let mut scene = people();
    for number in 1..=4 {
        scene.asked(number, date(2026, 3, 2), Some(Answer::Declined));
    }
    let slate = next(&scene);
    assert_eq!((slate.slate.len(), slate.held_back.len()), (0, 4));
    assert!(slate.note.unwrap().contains("`halfhour list add NAME`"));
}

#[test]
fn one_person_is_enough() {
    assert_eq!(order(&Scene::of(&["Ana Pereira"])).len(), 1);
}

#[test]
fn a_closed_search_suggests_nobody() {
    let mut scene = people();
    let mut direction = scene.campaign.direction.clone();
    direction.closed_on = Some(date(2026, 11, 20));
    scene.respected(1).write(direction);
    let slate = next(&scene);
    assert!(slate.slate.is_empty() && slate.held_back.is_empty());
    assert_eq!(slate.note.unwrap(), "This search was closed on Friday 20 November, so nobody is suggested.");
}

#[rstest::rstest]
#[case(Some(Answer::Declined), date(2025, 1, 6), Some("accept_a_no"))]
#[case(None, date(2026, 11, 20), Some("wait_for_the_answer"))]
#[case(None, date(2026, 6, 1), Some("wait_for_the_answer"))]
#[case(Some(Answer::Accepted), date(2026, 11, 18), Some("meeting_comes_first"))]
#[case(Some(Answer::Silent), date(2026, 11, 1), Some("let_an_ask_rest"))]
#[case(Some(Answer::Silent), date(2026, 10, 11), None)]
#[case(Some(Answer::NotNow), date(2026, 11, 1), Some("let_an_ask_rest"))]
#[case(Some(Answer::SomeoneElse), date(2026, 11, 1), Some("let_an_ask_rest"))]
fn an_ask_holds_back_for_as_long_as_it_should(
    #[case] answer: Option<Answer>,
    #[case] asked_on: Date,
    #[case] rule: Option<&str>,
) {
    let mut scene = people();
    scene.respected(1).asked(1, asked_on, answer);
    assert_eq!(held(&scene, 1).map(|(_, rule)| rule), rule);
}

#[test]
fn not_now_until_a_day_holds_back_until_that_day() {
    let mut scene = people();
    scene.asked(1, date(2026, 11, 1), Some(Answer::NotNow));
    let mut ask = scene.campaign.asks.values().next().unwrap().clone();
    ask.until_on = Some(date(2026, 11, 23));
    scene.write(ask.clone());
    assert_eq!(held(&scene, 1).unwrap().0, "Not before Monday 23 November, they said");
    ask.until_on = Some(TODAY);
    scene.write(ask);
    assert_eq!(held(&scene, 1), None);
}

#[test]
fn your_own_word_holds_back() {
    let mut scene = people();
    scene.person(1, |person| person.set_aside = true);
    scene.person(2, |person| person.not_before_on = Some(date(2026, 12, 1)));
    assert_eq!(held(&scene, 1).unwrap().0, "You set them aside");
    assert_eq!(held(&scene, 2).unwrap().0, "Not before Tuesday 1 December, as you noted");
}

#[test]
fn whoever_was_met_lately_rests_for_eight_weeks() {
    let mut scene = people();
    scene.met(1, date(2026, 9, 28), Ladder::Listened).met(2, date(2026, 9, 27), Ladder::Listened);
    assert_eq!(held(&scene, 1).unwrap().0, "You spoke on Monday 28 September");
    assert_eq!(held(&scene, 2), None);
}

#[test]
fn a_quiet_search_stays_quiet_until_each_is_released() {
    let mut scene = people();
    scene.employed_at("Acme, Inc.").at(1, "ACME").at(2, "Acme").respected(1);
    scene.person(2, |person| person.released = true);
    assert_eq!(held(&scene, 1).unwrap().1, "keep_the_search_quiet");
    assert!(order(&scene).iter().any(|(name, _)| name == "Bo Lind"));
    let mut seeker = scene.campaign.seeker.clone();
    seeker.employed_now = Some(false);
    scene.write(seeker);
    assert_eq!(order(&scene)[0].0, "Ana Pereira");
}

#[test]
fn several_at_one_organization_wait_each_with_the_reason() {
    let mut scene = people();
    for number in 1..=4 {
        scene.at(number, "Acme").respected(number);
    }
    for number in 2..=4 {
        assert_eq!(held(&scene, number).unwrap().0, "Ana Pereira of the same organization comes first");
    }
    scene.person(3, |person| person.set_aside = true);
    assert_eq!(held(&scene, 3).unwrap().1, "leave_out_whom_you_set_aside");
}

#[test]
fn a_name_that_was_given_comes_before_a_colleague_and_it_is_said_why() {
    let mut scene = people();
    scene.at(1, "Acme").at(2, "Acme").respected(1).named(3, 2, date(2026, 11, 20));
    assert_eq!(held(&scene, 1).unwrap().0, "Bo Lind of the same organization was named to you and comes first");
}

#[test]
fn of_two_people_at_one_organization_the_second_waits() {
    let mut scene = people();
    scene.at(1, "Acme").at(2, "ACME Inc").respected(1).respected(2);
    let expected = ("Ana Pereira of the same organization comes first".to_owned(), "one_person_per_organization");
    assert_eq!(held(&scene, 2), Some(expected));
}

#[rstest::rstest]
#[case(date(2026, 11, 18), true)]
#[case(date(2026, 11, 17), false)]
fn a_second_person_there_waits_for_three_business_days(#[case] asked_on: Date, #[case] waits: bool) {
    let mut scene = people();
    scene.at(1, "Acme").at(2, "ACME Inc").asked(1, asked_on, None);
    let rule = held(&scene, 2).map(|(_, rule)| rule);
    assert_eq!(rule, waits.then_some("one_organization_at_a_time"));
}

#[test]
fn a_meeting_keeps_the_organization_for_itself() {
    let mut scene = people();
    scene.at(1, "Acme").at(2, "Acme").meeting(1, date(2026, 11, 2), date(2026, 11, 26));
    assert_eq!(held(&scene, 1).unwrap().0, "You meet on Thursday 26 November");
    assert_eq!(held(&scene, 2).unwrap().0, "You are in touch with Ana Pereira of the same organization just now");
}

proptest! {
    #[test]
    fn whatever_happened_the_slate_keeps_its_word(campaign in campaigns(), n in 0..8_usize) {
        let slate = slate(&campaign, TODAY, n);
        prop_assert!(slate.slate.len() <= n);
        let mut keys: Vec<String> = slate
            .slate
            .iter()
            .filter_map(|suggestion| crate::organization::key(suggestion.organization.as_deref()?))
            .collect();
        let all = keys.len();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), all, "two people of one organization");
        let rules: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        for suggestion in &slate.slate {
            prop_assert!((1..=3).contains(&suggestion.reasons.len()));
            prop_assert!(suggestion.reasons.iter().all(|reason| !reason.trim().is_empty()));
            prop_assert!(rules.contains(&suggestion.rule));
            prop_assert!(slate.held_back.iter().all(|held| held.person.id != suggestion.person.id));
            let person = &campaign.people[&suggestion.person.id];
            prop_assert!(!person.set_aside && !person.forgotten);
        }
        for held in &slate.held_back {
            prop_assert!(!held.reason.trim().is_empty() && rules.contains(&held.rule));
        }
    }

    #[test]
    fn a_longer_slate_begins_like_the_shorter_one(campaign in campaigns()) {
        let (short, long) = (slate(&campaign, TODAY, 2), slate(&campaign, TODAY, 6));
        prop_assert!(long.slate.starts_with(&short.slate));
    }
}

#[test]
fn whoever_was_asked_in_vain_comes_later_and_is_told_so() {
    let mut scene = people();
    scene.respected(1).known_since(1, 2000).respected(2).asked(1, date(2026, 7, 1), Some(Answer::Silent));
    assert_eq!(order(&scene)[0].0, "Bo Lind");
    assert_eq!(reasons(&scene, 1)[1], "You asked on Wednesday 1 July and heard nothing");
}

#[test]
fn whoever_was_met_before_comes_up_with_the_day() {
    let mut scene = people();
    scene.respected(1).met(1, date(2026, 7, 1), Ladder::Listened).met(2, date(2026, 7, 2), Ladder::Listened);
    assert_eq!(reasons(&scene, 1)[1], "You last spoke on Wednesday 1 July");
    let guessed = ["You last spoke on Thursday 2 July", "A guess: you have not marked them as known and respected"];
    assert_eq!(reasons(&scene, 2), guessed);
}

#[rstest::rstest]
#[case::silent(Some(Answer::Silent), true)]
#[case::someone_else(Some(Answer::SomeoneElse), true)]
#[case::not_now(Some(Answer::NotNow), false)]
#[case::no(Some(Answer::Declined), false)]
fn whoever_is_named_after_an_ask_came_to_nothing_need_not_rest(
    #[case] answer: Option<Answer>,
    #[case] suggested: bool,
) {
    let mut scene = people();
    scene.asked(2, date(2026, 11, 9), answer).named(1, 2, date(2026, 11, 16));
    assert_eq!(held(&scene, 2).is_none(), suggested, "{:?}", held(&scene, 2));
}

#[test]
fn whoever_is_named_after_a_conversation_need_not_rest() {
    let mut scene = people();
    scene.met(2, date(2026, 11, 9), Ladder::Listened);
    assert_eq!(held(&scene, 2).unwrap().1, "let_a_conversation_rest");
    scene.named(1, 2, date(2026, 11, 16));
    assert_eq!(held(&scene, 2), None);
}

#[test]
fn a_yes_after_a_talk_by_chance_stands_until_they_meet() {
    let mut scene = people();
    scene.asked(2, date(2026, 11, 2), Some(Answer::Accepted)).met(2, date(2026, 11, 5), Ladder::Listened);
    let mut ask = scene.campaign.asks.values().next().unwrap().clone();
    ask.answered_on = Some(date(2026, 11, 9));
    scene.write(ask);
    assert_eq!(held(&scene, 2).unwrap().1, "meeting_comes_first");
}

#[test]
fn who_is_held_back_at_work_is_pointed_out_before_the_ask_too() {
    let mut scene = people();
    scene.campaign.seeker.employed_now = Some(true);
    scene.campaign.seeker.employer = Some("Quay Ltd".into());
    scene.at(2, "Quay");
    let remarks = |scene: &Scene| {
        let draft = crate::ask::draft::ask_draft(&scene.campaign, TODAY, p(2), crate::ask::Form::Call).unwrap();
        draft.remarks.into_iter().map(|remark| remark.rule).collect::<Vec<_>>()
    };
    assert!(remarks(&scene).contains(&"keep_the_search_quiet"));
    scene.person(2, |person| person.released = true);
    assert!(!remarks(&scene).contains(&"keep_the_search_quiet"));
}

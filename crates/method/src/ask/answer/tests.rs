//! What is answered, and what becomes of the meeting, played on one person.

use super::*;
use crate::ask::Form;
use crate::ask::log::{AskMade, log_ask};
use crate::ask::meeting::{MeetingChange, cancel_meeting, miss_meeting, move_meeting};
use crate::change::No;
use crate::conversation::{Conversation, Ladder};
use crate::list::Person;
use jiff::civil::{date, time};

const TODAY: Date = date(2026, 11, 23);
const THURSDAY: Date = date(2026, 11, 26);

struct Scene {
    campaign: Campaign,
    ids: Ids,
    maya: PersonId,
}

/// Maya was asked on Friday.
fn asked() -> Scene {
    let (mut campaign, ids) = (Campaign::default(), Ids::default());
    let person = Person::named(ids.fresh(), "Maya Osei", TODAY);
    let maya = person.id;
    campaign.apply([person.into()]);
    let mut scene = Scene { campaign, ids, maya };
    scene.log(Some(date(2026, 11, 20))).unwrap();
    scene
}

impl Scene {
    fn take(&mut self, decision: Decision) -> Result<(), Refusal> {
        self.campaign.apply(decision?);
        Ok(())
    }
    fn log(&mut self, on: Option<Date>) -> Result<(), Refusal> {
        let made = AskMade { form: Form::Call, on, words: None };
        self.take(log_ask(&self.campaign, &self.ids, TODAY, self.maya, made))
    }
    fn answer(&mut self, said: Said) -> Result<(), Refusal> {
        self.take(answer_ask(&self.campaign, &self.ids, TODAY, self.maya, said, None))
    }
    fn ask(&self) -> &Ask {
        self.campaign.asks.values().next_back().unwrap()
    }
}

fn yes(on: Date) -> Said {
    Said::Accepted { on, time: Some(time(16, 30, 0, 0)), zone: None, place: Some("the café".to_owned()) }
}

fn named(name: &str) -> Said {
    Said::SomeoneElse { name: name.to_owned(), organization: None }
}

#[test]
fn a_second_ask_waits_for_the_answer_to_the_first() {
    let mut scene = asked();
    let no = scene.log(None).unwrap_err();
    assert!(no.hint.contains("halfhour ask answer p1"), "{no:?}");
    scene.answer(Said::Declined).unwrap();
    scene.log(None).unwrap();
    assert_eq!(scene.campaign.asks.len(), 2);
}

#[test]
fn a_yes_makes_a_meeting_that_stands_in_the_way_of_another_ask() {
    let mut scene = asked();
    scene.answer(yes(THURSDAY)).unwrap();
    let meeting = scene.ask().planned_meeting().unwrap();
    assert_eq!((meeting.on, meeting.moved), (THURSDAY, 0));
    assert!(scene.log(None).unwrap_err().message.contains("Thursday 26 November"));
}

#[test]
fn a_meeting_for_a_past_day_is_refused_with_the_way_out() {
    let mut scene = asked();
    let no = scene.answer(yes(date(2026, 11, 21))).unwrap_err();
    assert_eq!(no.kind, No::Method);
    assert!(no.hint.contains("halfhour conversation p1 --on 2026-11-21"), "{no:?}");
    assert!(scene.ask().is_open());
    scene.answer(yes(TODAY)).unwrap();
}

#[rstest::rstest]
#[case(Said::NotNow { until: TODAY })]
#[case(named("  "))]
#[case(named("maya  OSEI"))]
#[case(Said::Accepted { on: THURSDAY, time: None, zone: Some("my time".to_owned()), place: None })]
fn what_cannot_be_is_refused(#[case] said: Said) {
    assert!(asked().answer(said).is_err());
}

#[test]
fn an_answer_is_neither_from_the_future_nor_older_than_the_ask() {
    let scene = asked();
    for day in [date(2026, 11, 24), date(2026, 11, 19)] {
        let decision = answer_ask(&scene.campaign, &scene.ids, TODAY, scene.maya, Said::Declined, Some(day));
        assert!(decision.is_err(), "{day}");
    }
}

#[test]
fn someone_else_is_a_referral_and_a_correction_takes_it_back() {
    let mut scene = asked();
    scene.answer(named("Sam Lee")).unwrap();
    let referral = scene.campaign.referrals.values().next().unwrap().clone();
    assert_eq!((referral.by, referral.ask), (scene.maya, Some(scene.ask().id)));
    assert_eq!(scene.campaign.name(referral.person), "Sam Lee");
    let again = answer_ask(&scene.campaign, &scene.ids, TODAY, scene.maya, named("Sam Lee"), None);
    assert_eq!(again, Ok(vec![]));
    scene.answer(named("Kim Roy")).unwrap();
    assert_eq!(scene.campaign.referrals.len(), 1);
    scene.answer(Said::Silent).unwrap();
    assert!(scene.campaign.referrals.is_empty());
    assert_eq!(scene.ask().answer, Some(Answer::Silent));
}

#[test]
fn an_answer_stands_once_a_conversation_came_of_it() {
    let mut scene = asked();
    scene.answer(yes(TODAY)).unwrap();
    let talk = Conversation {
        id: scene.ids.fresh(),
        person: scene.maya,
        ask: Some(scene.ask().id),
        held_on: TODAY,
        ladder: Ladder::Listened,
        learned: None,
        directions: Vec::new(),
        organizations: Vec::new(),
        story: None,
        thanked_on: None,
        in_touch_on: None,
        led_further: Vec::new(),
    };
    scene.campaign.apply([talk.into()]);
    assert!(scene.answer(Said::Declined).is_err());
    assert!(cancel_meeting(&scene.campaign, scene.maya).is_err());
    scene.log(None).unwrap();
}

#[test]
fn a_moved_meeting_counts_its_moves_and_another_place_is_no_move() {
    let mut scene = asked();
    scene.answer(yes(THURSDAY)).unwrap();
    let friday = MeetingChange { on: Some(date(2026, 11, 27)), ..MeetingChange::default() };
    scene.take(move_meeting(&scene.campaign, TODAY, scene.maya, friday)).unwrap();
    let meeting = scene.ask().planned_meeting().unwrap();
    assert_eq!((meeting.moved, meeting.time, meeting.place.as_deref()), (1, None, Some("the café")));
    let place = MeetingChange { place: Some("by phone".to_owned()), ..MeetingChange::default() };
    scene.take(move_meeting(&scene.campaign, TODAY, scene.maya, place)).unwrap();
    assert_eq!(scene.ask().planned_meeting().unwrap().moved, 1);
    let nowhere = MeetingChange {
        place: Some(String::new()),
        zone: Some(" ".to_owned()),
        open_time: true,
        ..MeetingChange::default()
    };
    scene.take(move_meeting(&scene.campaign, TODAY, scene.maya, nowhere)).unwrap();
    let meeting = scene.ask().planned_meeting().unwrap();
    assert_eq!((&meeting.place, &meeting.zone, meeting.time), (&None, &None, None), "what is emptied goes");
    let past = MeetingChange { on: Some(date(2026, 11, 20)), ..MeetingChange::default() };
    assert!(move_meeting(&scene.campaign, TODAY, scene.maya, past).is_err());
}

#[test]
fn a_missed_meeting_can_be_arranged_anew_and_one_to_come_cannot_be_missed() {
    let mut scene = asked();
    scene.answer(yes(THURSDAY)).unwrap();
    assert!(miss_meeting(&scene.campaign, TODAY, scene.maya).is_err());
    let late = date(2026, 11, 27);
    scene.take(miss_meeting(&scene.campaign, late, scene.maya)).unwrap();
    assert_eq!(scene.ask().planned_meeting(), None);
    let anew = MeetingChange { on: Some(date(2026, 12, 1)), ..MeetingChange::default() };
    scene.take(move_meeting(&scene.campaign, late, scene.maya, anew)).unwrap();
    assert_eq!(scene.ask().planned_meeting().unwrap().moved, 1);
    scene.take(cancel_meeting(&scene.campaign, scene.maya)).unwrap();
    scene.log(None).unwrap();
}

#[test]
fn whoever_meets_after_all_names_nobody_in_their_place() {
    let mut scene = asked();
    scene.answer(yes(THURSDAY)).unwrap();
    scene.answer(named("Sam Lee")).unwrap();
    assert_eq!(scene.campaign.referrals.len(), 1);
    let anew = MeetingChange { on: Some(date(2026, 12, 1)), ..MeetingChange::default() };
    scene.take(move_meeting(&scene.campaign, TODAY, scene.maya, anew)).unwrap();
    assert!(scene.campaign.referrals.is_empty(), "as when they answer yes");
}

#[test]
fn nobody_is_asked_who_was_set_aside_or_before_it_happens() {
    let mut scene = asked();
    scene.answer(Said::Declined).unwrap();
    assert!(scene.log(Some(THURSDAY)).is_err());
    scene.campaign.people.get_mut(&scene.maya).unwrap().set_aside = true;
    assert!(scene.log(None).is_err());
    scene.campaign.people.get_mut(&scene.maya).unwrap().forgotten = true;
    assert_eq!(scene.log(None).unwrap_err().kind, No::Unknown);
}
#[test]
fn somebody_whom_they_named_before_and_who_still_waits_is_no_second_referral() {
    let mut scene = asked();
    scene.answer(named("Sam Lee")).unwrap();
    scene.log(None).unwrap();
    scene.answer(named("Sam Lee")).unwrap();
    assert_eq!((scene.campaign.asks.len(), scene.campaign.referrals.len()), (2, 1));
}

#[test]
fn a_meeting_called_off_long_ago_does_not_come_back_while_a_new_ask_is_open() {
    let mut scene = asked();
    scene.answer(yes(THURSDAY)).unwrap();
    scene.take(cancel_meeting(&scene.campaign, scene.maya)).unwrap();
    scene.log(None).unwrap();
    let friday = MeetingChange { on: Some(date(2026, 11, 27)), ..MeetingChange::default() };
    let no = move_meeting(&scene.campaign, TODAY, scene.maya, friday).unwrap_err();
    assert!(no.hint.contains("halfhour ask answer p1 accepted"), "{no:?}");
}

#[test]
fn another_answer_on_another_day_is_given_on_that_day() {
    let mut scene = asked();
    scene.answer(yes(THURSDAY)).unwrap();
    scene.take(cancel_meeting(&scene.campaign, scene.maya)).unwrap();
    let said = Said::NotNow { until: date(2026, 12, 14) };
    scene.take(answer_ask(&scene.campaign, &scene.ids, THURSDAY, scene.maya, said, None)).unwrap();
    assert_eq!(scene.ask().answered_on, Some(THURSDAY));
    let later = Said::NotNow { until: date(2026, 12, 18) };
    scene.take(answer_ask(&scene.campaign, &scene.ids, date(2026, 11, 27), scene.maya, later, None)).unwrap();
    assert_eq!(scene.ask().answered_on, Some(THURSDAY), "the same answer, corrected");
}

#[rstest::rstest]
#[case::a_no(Said::Declined)]
#[case::not_now(Said::NotNow { until: date(2026, 12, 14) })]
#[case::nothing(Said::Silent)]
fn a_yes_that_was_taken_back_leaves_a_meeting_that_was_called_off(#[case] said: Said) {
    let mut scene = asked();
    scene.answer(yes(THURSDAY)).unwrap();
    scene.answer(said.clone()).unwrap();
    let meeting = scene.ask().meeting.as_ref().unwrap();
    assert_eq!((meeting.on, meeting.state), (THURSDAY, MeetingState::Cancelled));
    let friday = MeetingChange { on: Some(date(2026, 11, 27)), ..MeetingChange::default() };
    scene.take(move_meeting(&scene.campaign, TODAY, scene.maya, friday)).unwrap();
    assert_eq!((scene.ask().answer, scene.ask().until_on), (Some(Answer::Accepted), None), "they said yes after all");
    scene.answer(said).unwrap();
    scene.answer(yes(THURSDAY)).unwrap();
    assert_eq!(scene.ask().planned_meeting().unwrap().moved, 2);
}

//! Records what they answered (row M11), and corrects it for as long as no conversation came of it. Refuses a meeting on
//! a day that is over: what is past is a conversation, and recorded as one.

use jiff::civil::{Date, Time};

use super::one_open_ask_at_a_time::held;
use super::someone_else::{no_longer_named, refer, stands};
use super::{Answer, Ask, Meeting, MeetingState};
use crate::campaign::Campaign;
use crate::case::whom::listed;
use crate::change::{Change, Decision, Refusal};
use crate::day;
use crate::id::{Ids, PersonId};

/// What they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Yes, and this was arranged.
    Accepted {
        /// The day.
        on: Date,
        /// The time of day, when one was named.
        time: Option<Time>,
        /// The time zone by its IANA name, when it is not the seeker's own.
        zone: Option<String>,
        /// Where, or by which means.
        place: Option<String>,
    },
    /// No.
    Declined,
    /// Nothing, and the seeker lets it go.
    Silent,
    /// Not before this day.
    NotNow {
        /// The day from which to ask again.
        until: Date,
    },
    /// Somebody else instead, which is a referral.
    SomeoneElse {
        /// Their name.
        name: String,
        /// Where they work, when it was said.
        organization: Option<String>,
    },
}

/// Records the answer to the person's open ask; without an open one it corrects the answer to the latest. `on` is the
/// day of the answer; none for today.
///
/// # Errors
/// Refuses an unknown person, one who was not asked, an ask that led to a conversation, days that cannot be, a zone that
/// is no zone, and a person named after themselves.
pub fn answer_ask(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    person: PersonId,
    said: Said,
    on: Option<Date>,
) -> Decision {
    listed(campaign, person)?;
    let ask = answerable(campaign, today, person)?;
    let on = answered_on(campaign, today, ask, on)?;
    let mut answered = Ask { answered_on: Some(on), until_on: None, meeting: None, ..ask.clone() };
    let mut more = Vec::new();
    answered.answer = Some(match said {
        Said::Accepted { on, time, zone, place } => {
            still_to_come(campaign, today, person, on)?;
            let moved = ask.meeting.as_ref().map_or(0, |meeting| meeting.moved);
            let zone = zone.map(|zone| is_a_zone(&zone)).transpose()?;
            answered.meeting =
                Some(Meeting { on, time, zone, place: filled(place), state: MeetingState::Planned, moved });
            Answer::Accepted
        }
        Said::Declined => Answer::Declined,
        Said::Silent => Answer::Silent,
        Said::NotNow { until } => {
            ahead(today, person, until)?;
            answered.until_on = Some(until);
            Answer::NotNow
        }
        Said::SomeoneElse { name, organization } => {
            more = refer(campaign, ids, on, ask, &name, organization.as_deref())?;
            Answer::SomeoneElse
        }
    });
    let mut changes: Vec<Change> = if answered == *ask { Vec::new() } else { vec![answered.into()] };
    changes.extend(no_longer_named(campaign, ask, &more));
    changes.extend(more.into_iter().filter(|change| !stands(campaign, change)));
    Ok(changes)
}

/// The open ask, else the latest that led to no conversation.
fn answerable(campaign: &Campaign, today: Date, person: PersonId) -> Result<&Ask, Refusal> {
    let asks = campaign.asks.values().filter(|ask| ask.person == person);
    let Some(ask) = asks.max_by_key(|ask| (ask.is_open(), ask.asked_on, ask.id)) else {
        return Err(Refusal::method(
            format!("You have not asked {} yet.", campaign.name(person)),
            format!("Record the ask first: `halfhour ask log {person} --form call`"),
        ));
    };
    if held(campaign, ask) {
        return Err(Refusal::method(
            format!("Your ask of {} led to a conversation already.", day::spoken(ask.asked_on, today)),
            format!("Record a new ask: `halfhour ask log {person} --form call`"),
        ));
    }
    Ok(ask)
}

fn answered_on(campaign: &Campaign, today: Date, ask: &Ask, on: Option<Date>) -> Result<Date, Refusal> {
    // A correction keeps the day of the answer unless another is given.
    let on = on.or(ask.answered_on).unwrap_or(today);
    let name = campaign.name(ask.person);
    if on > today {
        return Err(Refusal::method(
            format!("{} is still to come; {name} cannot have answered then.", day::spoken(on, today)),
            "Leave the day of the answer out to mean today.",
        ));
    }
    if on < ask.asked_on {
        return Err(Refusal::method(
            format!("You asked {name} on {}, so the answer cannot be older.", day::spoken(ask.asked_on, today)),
            "Leave the day of the answer out to mean today.",
        ));
    }
    Ok(on)
}

/// Refuses a meeting on a day that is over.
///
/// # Errors
/// With the way out: what took place is recorded as a conversation.
pub(super) fn still_to_come(campaign: &Campaign, today: Date, person: PersonId, on: Date) -> Result<(), Refusal> {
    if on >= today {
        return Ok(());
    }
    Err(Refusal::method(
        format!(
            "{} is over, so no meeting with {} can be arranged for it.",
            day::spoken(on, today),
            campaign.name(person)
        ),
        format!("If it took place, record the conversation instead: `halfhour conversation {person} --on {on}`"),
    ))
}

fn ahead(today: Date, person: PersonId, until: Date) -> Result<(), Refusal> {
    if until > today {
        return Ok(());
    }
    Err(Refusal::method(
        format!("{} is not ahead of you.", day::spoken(until, today)),
        format!("Name a day to come: `halfhour ask answer {person} not-now --until \"in 3 weeks\"`"),
    ))
}

/// The zone, when it looks like an IANA name.
///
/// # Errors
/// Refuses what cannot be one.
pub(super) fn is_a_zone(zone: &str) -> Result<String, Refusal> {
    let zone = zone.trim();
    let letters = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '_' | '+' | '-');
    let named =
        zone == "UTC" || zone.split_once('/').is_some_and(|(area, place)| !area.is_empty() && !place.is_empty());
    if named && zone.chars().all(letters) {
        return Ok(zone.to_owned());
    }
    Err(Refusal::usage(
        format!("“{zone}” is not the name of a time zone."),
        "Write it like Europe/Berlin or America/New_York, or leave it out for your own.",
    ))
}

pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::Form;
    use super::super::log::{AskMade, log_ask};
    use super::super::meeting::{MeetingChange, cancel_meeting, miss_meeting, move_meeting};
    use super::*;
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
    fn nobody_is_asked_who_was_set_aside_or_before_it_happens() {
        let mut scene = asked();
        scene.answer(Said::Declined).unwrap();
        assert!(scene.log(Some(THURSDAY)).is_err());
        scene.campaign.people.get_mut(&scene.maya).unwrap().set_aside = true;
        assert!(scene.log(None).is_err());
        scene.campaign.people.get_mut(&scene.maya).unwrap().forgotten = true;
        assert_eq!(scene.log(None).unwrap_err().kind, No::Unknown);
    }
}

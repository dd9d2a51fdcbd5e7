//! How close two people are, as letters, meetings and the seeker's own word tell it.

use super::*;
use crate::id::{CorrespondenceId, Id};
use crate::list::Letters;
use crate::list::{Correspondence, Person};
use jiff::civil::date;

const TODAY: Date = date(2026, 11, 22);

fn ana() -> PersonId {
    PersonId::from_number(1)
}

fn with(change: impl FnOnce(&mut Person)) -> Campaign {
    let mut person = Person::named(ana(), "Ana Pereira", date(2026, 9, 1));
    person.emails = vec!["ana@example.com".into()];
    change(&mut person);
    let mut campaign = Campaign::default();
    campaign.apply([person.into()]);
    campaign
}

fn letters(campaign: &mut Campaign, address: &str, days: &[(Date, u32, u32)]) {
    let number = campaign.correspondence.len() as u64 + 1;
    campaign.apply([Correspondence {
        id: CorrespondenceId::from_number(number),
        importer: format!("importer{number}"),
        address: address.into(),
        days: days
            .iter()
            .map(|(day, sent, received)| {
                let letters = Letters { sent: *sent, received: *received, met: 0 };
                (*day, letters)
            })
            .collect(),
    }
    .into()]);
}

fn closeness(campaign: &Campaign) -> f64 {
    Ties::of(campaign, TODAY).closeness(ana())
}

#[test]
fn nothing_known_is_zero() {
    assert_eq!(closeness(&with(|_| ())), 0.0);
    assert_eq!(closeness(&Campaign::default()), 0.0);
}

#[test]
fn each_mark_brings_closer_and_nothing_reaches_one() {
    let close = closeness(&with(|person| person.close = true));
    let both = with(|person| {
        person.close = true;
        person.respected = true;
    });
    let all = with(|person| {
        person.close = true;
        person.respected = true;
        person.known_since_on = Some(date(1990, 1, 1));
    });
    assert!(0.0 < close && close < closeness(&both));
    assert!(closeness(&both) < closeness(&all) && closeness(&all) < 1.0);
}

#[test]
fn letters_that_were_never_answered_by_the_seeker_make_no_tie() {
    let mut campaign = with(|_| ());
    letters(&mut campaign, "ana@example.com", &[(date(2026, 11, 1), 0, 3)]);
    let ties = Ties::of(&campaign, TODAY);
    assert_eq!(ties.closeness(ana()), 0.0);
    assert_eq!(ties.last_in_touch_on(ana()), None);
}

#[test]
fn letters_of_two_addresses_and_two_importers_count_as_one_correspondence() {
    let mut campaign = with(|person| person.links = vec!["linkedin.com/in/ana".into()]);
    letters(&mut campaign, "ana@example.com", &[(date(2026, 3, 1), 0, 1)]);
    letters(&mut campaign, "linkedin.com/in/ana", &[(date(2026, 2, 1), 1, 0), (date(2026, 3, 1), 0, 1)]);
    let ties = Ties::of(&campaign, TODAY);
    let wrote = ties.wrote(ana()).expect("a tie");
    assert_eq!((wrote.sent_days, wrote.received_days, wrote.days), (1, 1, 2));
    assert_eq!(ties.last_in_touch_on(ana()), Some(date(2026, 3, 1)));
}

#[test]
fn newer_and_mutual_letters_bring_closer() {
    let of = |days: &[(Date, u32, u32)]| {
        let mut campaign = with(|_| ());
        letters(&mut campaign, "ana@example.com", days);
        closeness(&campaign)
    };
    let mutual = of(&[(date(2026, 10, 1), 1, 1)]);
    assert!(mutual > of(&[(date(2020, 10, 1), 1, 1)]));
    assert!(mutual > of(&[(date(2026, 10, 1), 1, 0)]));
    assert!(mutual < of(&[(date(2026, 9, 1), 1, 1), (date(2026, 10, 1), 1, 1)]));
}

#[test]
fn whoever_comes_back_every_year_at_this_time_is_closer_than_one_who_does_not() {
    let of = |month: i8| {
        let mut campaign = with(|_| ());
        let days: Vec<_> = (2023..=2025).map(|year| (date(year, month, 20), 1, 1)).collect();
        letters(&mut campaign, "ana@example.com", &[days, vec![(date(2026, 6, 20), 1, 1)]].concat());
        let ties = Ties::of(&campaign, TODAY);
        (ties.wrote(ana()).unwrap().season, ties.closeness(ana()))
    };
    let (christmas, summer) = (of(12), of(8));
    assert!(christmas.0 > 0.2 && summer.0 == 0.0, "{} {}", christmas.0, summer.0);
    assert!(christmas.1 > summer.1);
}

#[test]
fn one_letter_too_few_says_little_and_one_of_sixty_says_much() {
    let of = |sent: u32, received: u32| {
        let mut campaign = with(|_| ());
        let day = |number: u32| crate::day::plus_days(TODAY, -i32::try_from(number).unwrap());
        let days = (0..60).map(|number| (day(number), u32::from(number < sent), u32::from(number < received)));
        letters(&mut campaign, "ana@example.com", &days.collect::<Vec<_>>());
        closeness(&campaign)
    };
    assert!(of(50, 60) > 0.9 * of(60, 60));
    assert!(of(1, 60) < 0.3 * of(60, 60));
}

#[test]
fn a_meeting_is_a_tie_although_nobody_wrote() {
    let met = |days: &[Date]| {
        let mut campaign = with(|_| ());
        let days = days.iter().map(|day| (*day, Letters { met: 1, ..Letters::default() })).collect();
        let id = CorrespondenceId::from_number(1);
        campaign.apply([
            Correspondence { id, importer: "calendar".into(), address: "ana@example.com".into(), days }.into()
        ]);
        campaign
    };
    let once = met(&[date(2026, 10, 1)]);
    let ties = Ties::of(&once, TODAY);
    assert_eq!(ties.last_in_touch_on(ana()), Some(date(2026, 10, 1)));
    assert!(ties.wrote(ana()).is_some_and(|tie| tie.letters.is_none() && !tie.both()));
    assert!(ties.closeness(ana()) < closeness(&met(&[date(2026, 9, 1), date(2026, 10, 1)])));
}

#[test]
fn a_letter_from_the_future_is_not_believed() {
    let mut campaign = with(|_| ());
    letters(&mut campaign, "ana@example.com", &[(date(2027, 1, 1), 1, 1)]);
    assert_eq!(Ties::of(&campaign, TODAY).last_in_touch_on(ana()), None);
}

#[test]
fn letters_and_meetings_have_days_of_their_own() {
    let mut campaign = with(|_| ());
    letters(&mut campaign, "ana@example.com", &[(date(2026, 3, 1), 0, 1), (date(2026, 11, 1), 1, 0)]);
    let mut days = campaign.correspondence.values().next().unwrap().clone();
    days.days.insert(date(2020, 3, 2), Letters { met: 1, ..Letters::default() });
    campaign.apply([days.into()]);
    let wrote = *Ties::of(&campaign, TODAY).wrote(ana()).expect("a tie");
    assert_eq!(wrote.letters, Some((date(2026, 3, 1), date(2026, 11, 1))));
    assert_eq!(wrote.meetings, Some((date(2020, 3, 2), date(2020, 3, 2))));
    assert_eq!((wrote.first_on, wrote.last_on), (date(2020, 3, 2), date(2026, 11, 1)));
}

#[test]
fn what_was_never_answered_is_kept_and_counts_for_nothing() {
    let mut campaign = with(|_| ());
    letters(&mut campaign, "ana@example.com", &[(date(2026, 3, 1), 0, 1)]);
    let ties = Ties::of(&campaign, TODAY);
    assert!(ties.heard(ana()).is_some() && ties.wrote(ana()).is_none() && ties.everybody().is_empty());
    assert_eq!((ties.closeness(ana()), ties.last_in_touch_on(ana())), (0.0, None));
}

//! The demo is a whole search, on whatever day it is played.

use jiff::civil::{Date, date};

use super::*;
use crate::conversation::CommitmentState;
use crate::day::plus_days;
use crate::id::Id;
use crate::list::Person;
use crate::list::slate::slate;
use crate::momentum::gauge::momentum;

/// A Tuesday.
const TODAY: Date = date(2026, 11, 24);

fn played(today: Date) -> Campaign {
    let mut campaign = Campaign::default();
    let changes = demo(&campaign, &Ids::default(), today).unwrap();
    campaign.apply(changes);
    campaign
}

#[test]
fn it_is_a_search_of_ten_weeks() {
    let campaign = played(TODAY);
    assert_eq!(campaign.people.len(), 60);
    assert_eq!(campaign.asks.len(), 25);
    assert_eq!(campaign.conversations.len(), 12);
    assert_eq!((campaign.ideas.len(), campaign.opportunities.len(), campaign.stories.len()), (2, 3, 2));
    for state in [CommitmentState::Kept, CommitmentState::Open] {
        assert!(campaign.commitments.values().any(|promise| promise.state == state), "{state}");
    }
    assert!(momentum(&campaign, TODAY).chains.iter().any(|chain| chain.depth >= 3));
}

#[test]
fn it_can_be_played_on_any_day() {
    for days in 0..28 {
        let today = plus_days(date(2027, 12, 20), days);
        let campaign = played(today);
        let asked = campaign.asks.values().map(|ask| ask.asked_on);
        assert!(asked.into_iter().all(|day| day <= today), "{today}");
        assert_eq!((campaign.asks.len(), campaign.conversations.len()), (25, 12), "{today}");
    }
}

#[test]
fn everybody_has_an_address_that_is_kept_free_for_examples() {
    let campaign = played(TODAY);
    let addresses =
        campaign.everybody().flat_map(|shown| shown.emails().into_iter().map(str::to_owned).collect::<Vec<_>>());
    let addresses: Vec<String> = addresses.collect();
    assert_eq!(addresses.len(), 51);
    for address in addresses {
        let host = address.split_once('@').unwrap().1;
        assert!(["example.com", "example.org", "example.net"].contains(&host), "{address}");
    }
}

#[test]
fn it_has_somebody_to_call_next_and_somebody_held_back() {
    let slate = slate(&played(TODAY), TODAY, 5);
    assert_eq!(slate.slate.len(), 5);
    assert!(slate.held_back.iter().any(|held| held.rule == "keep_the_search_quiet"));
    assert!(slate.held_back.iter().any(|held| held.rule == "accept_a_no"));
}

#[test]
fn it_refuses_to_mix_with_a_search() {
    let mut campaign = Campaign::default();
    campaign.apply([Person::named(crate::id::PersonId::from_number(1), "Ana Pereira", TODAY).into()]);
    let refusal = demo(&campaign, &Ids::default(), TODAY).unwrap_err();
    assert!(refusal.hint.contains("halfhour --data"));
}

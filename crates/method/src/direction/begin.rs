//! Beginning a new search with the same people, strengths and ties (row M17).
//!
//! What belongs to the search that ended is taken away in one step, which can be taken back; whoever carries this out
//! keeps a copy of the file first. Of every tie there stays when they talked, what was answered, and who named whom. What
//! was given to a person and not to a search goes on: a meeting that is still to come, and an open promise of the seeker's.
//! It refuses while a search is open, and names what of it is still agreed or promised first.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::ask::Ask;
use crate::campaign::Campaign;
use crate::change::{Change, Decision, Key, Kind, Noun, Refusal};
use crate::conversation::Commitment;
use crate::conversation::earlier::left_of;
use crate::direction::Direction;
use crate::follow_through::ahead::to_come;
use crate::follow_through::resting::open;
use crate::follow_through::view::View;
use crate::id::{AskId, Ids};
use crate::momentum::still_open::name_first;

/// Begins anew on that day; `anyway` when what is still open was named already.
///
/// # Errors
/// When the search that stands was not closed, and while something of it is still open, unless it shall begin anyway.
pub fn begin_anew(campaign: &Campaign, ids: &Ids, today: Date, anyway: bool) -> Decision {
    if campaign.direction.closed_on.is_none() {
        return Err(Refusal::method(
            "Your search is still open, and a new one would end it.",
            "`halfhour closing rest` closes it first.",
        ));
    }
    if !anyway {
        name_first(campaign, today, "no new search begins", "begin")?;
    }
    let go_on = GoOn::of(campaign, today);
    let mut changes = go_on.freed();
    let ended = campaign.facts().into_iter().map(|fact| fact.key());
    let ended = ended.filter(|key| belongs_to_one_search(key.kind) && !go_on.keys.contains(key));
    changes.extend(ended.map(Change::Remove));
    changes.extend(left_of(campaign, ids, |ask| go_on.asks.contains_key(&ask)).into_iter().map(Change::from));
    let earlier_searches = campaign.direction.earlier_searches.saturating_add(1);
    changes.push(Direction { earlier_searches, ..Direction::unset(campaign.direction.id) }.into());
    Ok(changes)
}

/// What belongs to a search and goes on in the next one.
struct GoOn<'a> {
    /// Asks whose meeting is still to come.
    asks: BTreeMap<AskId, &'a Ask>,
    /// Open promises of the seeker's.
    promises: Vec<&'a Commitment>,
    /// All of it, with what was put off about it.
    keys: BTreeSet<Key>,
}

impl<'a> GoOn<'a> {
    fn of(campaign: &'a Campaign, today: Date) -> Self {
        let asks: BTreeMap<AskId, &Ask> = to_come(&View::of(campaign, today)).map(|(ask, _)| (ask.id, ask)).collect();
        let promises: Vec<&Commitment> = open(campaign).filter(|one| campaign.knows(one.person)).collect();
        let mut keys: BTreeSet<Key> = asks.keys().map(|id| Key::from(*id)).collect();
        keys.extend(promises.iter().map(|one| Key::from(one.id)));
        let subjects: BTreeSet<String> = keys.iter().map(Key::to_string).collect();
        let about = |part: &str| part.rsplit_once('-').is_some_and(|(_, subject)| subjects.contains(subject));
        keys.extend(campaign.laters.values().filter(|later| about(&later.part)).map(|later| Key::from(later.id)));
        GoOn { asks, promises, keys }
    }

    /// The same without what ends: the case and the questions that were prepared, and the conversation in which something
    /// was promised.
    fn freed(&self) -> Vec<Change> {
        let prepared = self.asks.values().filter(|ask| ask.prepared_on.is_some());
        let promised = self.promises.iter().filter(|one| one.conversation.is_some());
        let asks = prepared.map(|ask| Ask { prepared_on: None, ..(*ask).clone() }.into());
        asks.chain(promised.map(|one| Commitment { conversation: None, ..(*one).clone() }.into())).collect()
    }
}

/// Whether it ends with its search, unless it goes on; see [`GoOn`]. The direction is no longer what it was, but there always
/// is one. The week stays: its times and days off are those of a life, not of a search.
fn belongs_to_one_search(kind: Kind) -> bool {
    match kind {
        Kind::Idea
        | Kind::Case
        | Kind::QuestionPlan
        | Kind::Story
        | Kind::Wording
        | Kind::Ask
        | Kind::Conversation
        | Kind::Referral
        | Kind::Commitment
        | Kind::Later
        | Kind::WeekLine
        | Kind::Opportunity
        | Kind::LastThanks => true,
        Kind::Seeker
        | Kind::Direction
        | Kind::Earlier
        | Kind::Strength
        | Kind::Position
        | Kind::School
        | Kind::Followed
        | Kind::Week
        | Kind::Source
        | Kind::Person
        | Kind::Record
        | Kind::Apart
        | Kind::Correspondence
        | Kind::Acquaintance => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::Answer;
    use crate::ask::meeting::{MeetingChange, cancel_meeting, move_meeting};
    use crate::change::No;
    use crate::conversation::Ladder::NamedSomeone;
    use crate::conversation::promise::Promise;
    use crate::direction::close::{close_search, reopen_search};
    use crate::follow_through::moves::{every_move, moves};
    use crate::follow_through::not_needed::not_needed;
    use crate::follow_through::review::review;
    use crate::follow_through::scene::{Scene as Followed, day};
    use crate::list::slate::{Group, slate};
    use crate::list::tie::tie;
    use crate::scene::{Scene, TODAY, p};
    use crate::telling::telling;
    use jiff::civil::date;

    #[test]
    fn people_strengths_and_ties_stay_and_the_search_goes() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        scene.wants("Riverbend Hospital").wrote(1, &[TODAY]).worked_at("Harbor Hospital", 2010, 2015);
        scene.asked(1, TODAY, None).met(1, TODAY, NamedSomeone).named(1, 2, TODAY);
        assert_eq!(begin_anew(&scene.campaign, &Ids::default(), TODAY, true).unwrap_err().kind, No::Method);
        let mut campaign = scene.campaign;
        campaign.apply(close_search(&campaign, TODAY, true).unwrap());
        let refusal = begin_anew(&campaign, &Ids::default(), TODAY, false).unwrap_err();
        assert!(refusal.message.starts_with("Something is still open, so no new search begins yet:\n- "));
        let changes = begin_anew(&campaign, &Ids::default(), TODAY, true).unwrap();
        assert_eq!(telling(&campaign, &changes), "began a new search");
        assert_eq!(telling(&campaign, &reopen_search(&campaign).unwrap()), "opened the search again");
        let before = campaign.clone();
        campaign.apply(changes);
        assert_eq!((&campaign.people, &campaign.positions), (&before.people, &before.positions));
        assert_eq!(campaign.correspondence, before.correspondence);
        assert!(campaign.conversations.is_empty() && campaign.asks.is_empty() && campaign.referrals.is_empty());
        assert!(campaign.direction.is_unset() && campaign.direction.closed_on.is_none());
    }

    /// Ana was talked with and named Bo, who was never called; Chidi said no.
    fn begun() -> Campaign {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor"]);
        scene.met(1, date(2026, 11, 5), NamedSomeone).named(1, 2, date(2026, 11, 5));
        scene.asked(3, date(2026, 11, 19), Some(Answer::Declined)).respected(1).respected(3);
        let mut campaign = scene.campaign;
        campaign.apply(close_search(&campaign, TODAY, true).unwrap());
        campaign.apply(begin_anew(&campaign, &Ids::default(), TODAY, true).unwrap());
        campaign
    }

    #[test]
    fn whom_to_call_next_knows_what_was_before() {
        let slate = slate(&begun(), TODAY, 5);
        let held: Vec<_> = slate.held_back.iter().map(|one| (one.person.name.as_str(), one.reason.as_str())).collect();
        assert_eq!(
            held,
            [
                ("Chidi Okafor", "They said no on Thursday 19 November"),
                ("Ana Pereira", "You spoke on Thursday 5 November"),
            ]
        );
        let suggested: Vec<_> =
            slate.slate.iter().map(|one| (one.person.name.as_str(), one.reasons[0].as_str())).collect();
        assert_eq!(suggested, [("Bo Lind", "Named on Thursday 5 November by Ana Pereira")]);
    }

    #[test]
    fn a_tie_keeps_its_days_its_answers_and_who_named_whom() {
        let campaign = begun();
        let said = |number| {
            let tie = tie(&campaign, TODAY, p(number)).unwrap();
            tie.signs.into_iter().map(|sign| sign.text).collect::<Vec<_>>()
        };
        assert_eq!(
            said(1),
            ["You talked on Thursday 5 November, before this search", "Last in touch in November 2026"]
        );
        assert_eq!(said(2), ["Ana Pereira named them to you on Thursday 5 November, before this search"]);
        assert_eq!(said(3)[0], "They said no on Thursday 19 November, before this search");
        assert_eq!(
            moves(&campaign, TODAY).iter().filter(|one| one.person.is_some()).count(),
            0,
            "nothing is due of it"
        );
    }

    #[test]
    fn a_name_of_long_ago_is_no_longer_warm() {
        let campaign = begun();
        let group = |on| slate(&campaign, on, 5).slate.iter().find(|one| one.person.id == p(2)).map(|one| one.group);
        assert_eq!(group(TODAY), Some(Group::Referred));
        assert_ne!(group(date(2027, 3, 1)), Some(Group::Referred));
    }

    #[test]
    fn a_meeting_that_is_still_to_come_goes_on() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Whitfield"]);
        for (number, on) in [(1, 26), (2, 22), (3, 21), (4, 27)] {
            scene.meeting(number, date(2026, 11, 9), date(2026, 11, on));
        }
        let mut prepared = scene.campaign.asks.values().next().unwrap().clone();
        (prepared.prepared_on, prepared.meeting.as_mut().unwrap().place) = (Some(TODAY), Some("by telephone".into()));
        scene.write(prepared).asked(4, date(2026, 11, 16), Some(Answer::Declined));
        let mut campaign = scene.campaign;
        campaign.apply(close_search(&campaign, TODAY, true).unwrap());
        campaign.apply(begin_anew(&campaign, &Ids::default(), TODAY, true).unwrap());
        let named = |who: Vec<crate::id::PersonId>| who.iter().map(|id| campaign.name(*id)).collect::<Vec<_>>();
        assert_eq!(named(campaign.asks.values().map(|ask| ask.person).collect()), ["Ana Pereira", "Bo Lind"]);
        assert_eq!(
            named(campaign.earlier.values().map(|one| one.person).collect()),
            ["Chidi Okafor", "Dana Whitfield"]
        );
        let due = moves(&campaign, TODAY).into_iter().map(|one| one.id).collect::<Vec<_>>();
        assert_eq!(
            due,
            ["prepare-a2", "record-a2", "prepare-a1", "record-a1"],
            "what was prepared went with its search"
        );
        let week = review(&campaign, TODAY, TODAY);
        let stands: Vec<_> = week.meetings.iter().map(|one| (one.opening(), one.person.id)).collect();
        assert_eq!((stands, week.next.meetings.len()), (vec![("You meet", p(2))], 1));
        let moved = MeetingChange { on: Some(date(2026, 11, 30)), ..MeetingChange::default() };
        assert_eq!(move_meeting(&campaign, TODAY, p(1), moved).unwrap().len(), 1);
        let off = cancel_meeting(&campaign, p(1)).unwrap();
        assert_eq!(telling(&campaign, &off), "meeting with {p1}: cancelled");
        let held = slate(&campaign, TODAY, 5).held_back.into_iter().find(|one| one.person.id == p(1)).unwrap();
        assert_eq!(held.reason, "You meet on Thursday 26 November");
    }

    #[test]
    fn what_you_promised_goes_on_and_what_others_offered_ends() {
        let promise = Promise { text: "send the outline".into(), due_on: None };
        let scene = Followed::on(16).debriefs("Maria", |debrief| debrief.promised = vec![promise.clone()]);
        let scene = scene.promises("Dan", Some(18)).done("keep-m2").gets_a_promise_of("Dan", Some(18));
        let scene = scene.promises("Ruth", Some(18)).asks("Ruth").declines("Ruth").later("keep-m1", 27);
        let anew = scene.closes().decide(|campaign, ids, today| begin_anew(campaign, ids, today, true));
        let told: Vec<_> =
            anew.campaign.commitments.values().map(|one| (one.id.to_string(), one.conversation)).collect();
        assert_eq!(
            told,
            [("m1".to_owned(), None), ("m4".to_owned(), None)],
            "what is kept ends, and what others offered"
        );
        let keep = |scene: &Followed| {
            let moves = every_move(&scene.campaign, day(16)).into_iter().filter(|one| one.id.starts_with("keep"));
            moves.map(|one| (one.id, one.due_on)).collect::<Vec<_>>()
        };
        let put_off = || ("keep-m1".to_owned(), day(27));
        assert_eq!(keep(&anew), [put_off()], "put off it stays, and where they said no it rests");
        assert_eq!(keep(&anew.asks("Ruth")), [("keep-m4".to_owned(), day(18)), put_off()]);
    }

    #[test]
    fn a_name_that_need_not_be_called_waits_in_no_search() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor"]);
        scene.met(1, date(2026, 11, 19), NamedSomeone);
        scene.named(1, 2, date(2026, 11, 19)).named(1, 3, date(2026, 11, 19));
        let ids = Ids::default();
        scene.campaign.apply(not_needed(&scene.campaign, &ids, TODAY, "call-f1", None).unwrap());
        let mut campaign = scene.campaign;
        campaign.apply(close_search(&campaign, TODAY, true).unwrap());
        campaign.apply(begin_anew(&campaign, &ids, TODAY, true).unwrap());
        let referred = slate(&campaign, TODAY, 5).slate.into_iter().filter(|one| one.group == Group::Referred);
        assert_eq!(referred.map(|one| one.person.name).collect::<Vec<_>>(), ["Chidi Okafor"]);
    }

    #[test]
    fn a_search_of_which_nothing_was_told_begins_anew_and_is_not_taken_up_again() {
        let mut campaign = Campaign::default();
        campaign.apply(close_search(&campaign, TODAY, true).unwrap());
        let (anew, again) =
            (begin_anew(&campaign, &Ids::default(), TODAY, true).unwrap(), reopen_search(&campaign).unwrap());
        assert_eq!(telling(&campaign, &anew), "began a new search");
        assert_eq!(telling(&campaign, &again), "opened the search again");
    }
}

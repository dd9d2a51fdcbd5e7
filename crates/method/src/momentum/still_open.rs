//! What is still agreed or promised when a search comes to its end (row M17).
//!
//! Closing takes nothing away and answers nobody, so whoever waits is named first. It refuses to say what to do about it.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Refusal;
use crate::conversation::{CommitmentState, Side};
use crate::day::{plus_days, spoken};
use crate::follow_through::ahead::agreed;
use crate::follow_through::prepare_before_the_meeting::meetings_ahead;
use crate::follow_through::view::View;
use crate::id::PersonId;
use crate::momentum::OpportunityState;
use crate::momentum::closing::{deeds, those};

/// Meetings ahead in the order of their days, then what the seeker promised, then the opportunities that somebody decides
/// about, then who was not told how it ended; each as a sentence.
pub fn still_open(campaign: &Campaign, today: Date) -> Vec<String> {
    open_beside(campaign, today, deeds(campaign, today).into_keys())
}

/// As [`still_open`], where it is known who helped.
pub(super) fn open_beside(campaign: &Campaign, today: Date, helped: impl Iterator<Item = PersonId>) -> Vec<String> {
    let mut open: Vec<String> = meetings(campaign, today).collect();
    open.extend(promises(campaign));
    open.extend(opportunities(campaign));
    open.extend(not_thanked(campaign, helped));
    open
}

/// So many days after a meeting it is still worth writing down how it went.
const REMEMBERED_FOR: i32 = 28;

/// How many of the sentences are shown unless more are wanted.
pub const AT_FIRST: usize = 10;

/// At most so many of the sentences, and a line that says how to see all when some are left out.
pub fn cut(still_open: &[String], most: usize) -> (&[String], Option<String>) {
    let (shown, left) = still_open.split_at(most.min(still_open.len()));
    let more =
        (!left.is_empty()).then(|| format!("And {} more: `halfhour closing -n {}`", left.len(), still_open.len()));
    (shown, more)
}

/// Names what is still open before something ends, in place of which `what` is said: "your search is not closed". `verb`
/// of `closing` goes on all the same.
///
/// # Errors
/// While anything is open.
pub(crate) fn name_first(campaign: &Campaign, today: Date, what: &str, verb: &str) -> Result<(), Refusal> {
    let open = still_open(campaign, today);
    if open.is_empty() {
        return Ok(());
    }
    let (shown, more) = cut(&open, AT_FIRST);
    let named: String = shown.iter().chain(&more).map(|sentence| format!("\n- {sentence}")).collect();
    Err(Refusal::method(
        format!("Something is still open, so {what} yet:{named}"),
        format!("To go on all the same: `halfhour closing {verb} --anyway`. To say thank you: `halfhour closing`."),
    ))
}

fn not_thanked(campaign: &Campaign, helped: impl Iterator<Item = PersonId>) -> Option<String> {
    let is_thanked = |id: &PersonId| campaign.last_thanks.values().any(|thanks| thanks.person == *id);
    let left: Vec<PersonId> = helped.filter(|id| !is_thanked(id)).collect();
    match left.as_slice() {
        [] => None,
        [one] => Some(format!("{} helped you and has not heard yet how the search ended.", campaign.name(*one))),
        _ => those(campaign, &left).map(|who| format!("{who} helped you and have not heard yet how the search ended.")),
    }
}

/// Those that are ahead, and those that are over and not written down.
fn meetings(campaign: &Campaign, today: Date) -> impl Iterator<Item = String> {
    let view = View::of(campaign, today);
    let ahead = agreed(&view).into_iter();
    let mut over: Vec<(Date, String)> = meetings_ahead(&view)
        .map(|(ask, meeting)| (campaign.at_home(meeting).on, campaign.name(ask.person)))
        .filter(|(on, _)| *on < today && plus_days(*on, REMEMBERED_FOR) >= today)
        .collect();
    over.sort();
    let over = over.into_iter().map(move |(on, name)| {
        format!("You were to meet {name} on {}; how it went is not written down.", spoken(on, today))
    });
    over.chain(ahead.map(move |one| format!("You meet {} on {}.", one.person.name, spoken(one.here_on, today))))
}

fn promises(campaign: &Campaign) -> impl Iterator<Item = String> {
    let open = campaign.commitments.values().filter(|promise| {
        promise.side == Side::Mine && promise.state == CommitmentState::Open && campaign.knows(promise.person)
    });
    open.map(|promise| {
        format!("You promised {}: {}.", campaign.name(promise.person), promise.text.trim_end_matches('.'))
    })
}

fn opportunities(campaign: &Campaign) -> impl Iterator<Item = String> {
    let decided = [OpportunityState::HeardOf, OpportunityState::Taken, OpportunityState::Gone];
    let open = campaign.opportunities.values().filter(move |one| !decided.contains(&one.state()));
    open.map(|one| format!("“{}” is not decided: {}.", one.title, one.state()))
}

#[cfg(test)]
mod tests {
    use super::{AT_FIRST, CommitmentState, OpportunityState, Side, cut, still_open};
    use crate::ask::Answer;
    use crate::conversation::Commitment;
    use crate::conversation::Ladder::NotMuch;
    use crate::follow_through::ahead::meetings;
    use crate::id::{CommitmentId, Id, OpportunityId};
    use crate::momentum::{LastThanks, Opportunity, OpportunityStep};
    use crate::scene::{Scene, TODAY, p};
    use jiff::civil::date;

    fn promise(number: u64, side: Side, state: CommitmentState) -> Commitment {
        Commitment {
            id: CommitmentId::from_number(number),
            person: p(1),
            conversation: None,
            side,
            text: "send the outline.".into(),
            made_on: date(2026, 11, 2),
            due_on: None,
            state,
            settled_on: None,
            reminded_on: None,
        }
    }

    fn opportunity(number: u64, state: OpportunityState) -> Opportunity {
        Opportunity {
            id: OpportunityId::from_number(number),
            title: format!("Place {number}"),
            organization: None,
            through: None,
            conversation: None,
            steps: vec![OpportunityStep { state, on: date(2026, 11, 2) }],
            notes: None,
        }
    }

    #[test]
    fn meetings_ahead_promises_and_what_others_decide_are_named() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Whitfield"]);
        scene.meeting(4, date(2026, 11, 2), date(2026, 11, 20));
        scene.meeting(2, date(2026, 11, 2), date(2026, 11, 26));
        scene.meeting(3, date(2026, 11, 2), date(2026, 11, 24));
        scene.write(promise(1, Side::Mine, CommitmentState::Open));
        scene.write(opportunity(1, OpportunityState::Interview));
        assert_eq!(
            still_open(&scene.campaign, TODAY),
            [
                "You were to meet Dana Whitfield on Friday 20 November; how it went is not written down.",
                "You meet Chidi Okafor on Tuesday 24 November.",
                "You meet Bo Lind on Thursday 26 November.",
                "You promised Ana Pereira: send the outline.",
                "“Place 1” is not decided: interview.",
            ]
        );
    }

    #[test]
    fn whoever_helped_and_was_not_thanked_at_the_end_is_named() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Whitfield"]);
        scene.met(1, date(2026, 11, 2), NotMuch);
        assert_eq!(
            still_open(&scene.campaign, TODAY),
            ["Ana Pereira helped you and has not heard yet how the search ended."]
        );
        scene.met(2, date(2026, 11, 3), NotMuch);
        assert_eq!(
            still_open(&scene.campaign, TODAY),
            ["Ana Pereira and Bo Lind helped you and have not heard yet how the search ended."]
        );
        scene.met(3, date(2026, 11, 3), NotMuch).met(4, date(2026, 11, 3), NotMuch);
        assert_eq!(
            still_open(&scene.campaign, TODAY),
            ["4 people helped you and have not heard yet how the search ended."]
        );
        for number in 1..=4 {
            scene.write(LastThanks { id: Id::from_number(number), person: p(number), thanked_on: TODAY });
        }
        assert_eq!(still_open(&scene.campaign, TODAY), Vec::<String>::new());
    }

    #[test]
    fn what_is_long_is_cut_and_the_command_beneath_it_shows_all() {
        let all: Vec<String> = (1..=12).map(|number| format!("{number}.")).collect();
        let (shown, more) = cut(&all, AT_FIRST);
        assert_eq!((shown.len(), more.as_deref()), (10, Some("And 2 more: `halfhour closing -n 12`")));
        assert_eq!(cut(&all, 12), (all.as_slice(), None));
    }

    #[test]
    fn what_is_over_and_what_others_promised_is_not() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        scene.meeting(2, date(2026, 9, 2), date(2026, 10, 9));
        scene.write(promise(1, Side::Theirs, CommitmentState::Open));
        scene.write(promise(2, Side::Mine, CommitmentState::Kept));
        scene.write(opportunity(1, OpportunityState::HeardOf));
        scene.write(opportunity(2, OpportunityState::Taken));
        scene.write(opportunity(3, OpportunityState::Gone));
        assert_eq!(still_open(&scene.campaign, TODAY), Vec::<String>::new());
    }

    #[test]
    fn a_meeting_is_named_here_when_it_is_named_among_those_ahead() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor"]);
        for number in 1..=3 {
            scene.meeting(number, date(2026, 11, 2), date(2026, 11, 26));
        }
        scene.asked(2, date(2026, 11, 9), Some(Answer::Declined));
        scene.person(3, |chidi| chidi.set_aside = true);
        let ahead = meetings(&scene.campaign, TODAY).into_iter().map(|one| one.person.id);
        assert_eq!(ahead.collect::<Vec<_>>(), [p(1)]);
        assert_eq!(still_open(&scene.campaign, TODAY), ["You meet Ana Pereira on Thursday 26 November."]);
    }
}

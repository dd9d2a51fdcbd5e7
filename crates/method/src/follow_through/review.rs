//! The review of one week: what happened, what was learned, what changes (E30).
//!
//! Serves following through (row M12). All of it is derived. It holds the week against the seeker's own plan, and counts
//! no streak, no score and nothing that did not happen.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::ask::Answer;
use crate::campaign::{Campaign, PersonRef};
use crate::conversation::{CommitmentState, Conversation, Ladder, Side, Warmth};
use crate::day::{plus_days, week_start};
use crate::follow_through::at_the_end::{LetGo, let_go_between};
use crate::follow_through::next_week::NextWeek;
use crate::follow_through::slots::{SlotAhead, SlotFor};
use crate::follow_through::view::View;
use crate::follow_through::week_meetings::{Became, MeetingOfWeek, meetings_between};
use crate::follow_through::what_changes::{line_before, line_of};
use crate::momentum::OpportunityState;

/// One week, looked back on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Review {
    /// Its Monday.
    pub starts_on: Date,
    /// Its Sunday.
    pub ends_on: Date,
    /// How many conversations the plan asks for; none without a plan, and none for weeks that are over, of which nobody
    /// knows what was planned.
    pub planned: Option<u32>,
    /// Its meetings, but for those that were held.
    pub meetings: Vec<MeetingOfWeek>,
    /// What the seeker wrote, at the end of the week before, that changes from there.
    pub before: Option<String>,
    /// What happened.
    pub happened: Happened,
    /// What was learned.
    pub learned: Learned,
    /// What changes.
    pub changes: Changes,
    /// The week that follows.
    pub next: NextWeek,
}

/// What happened, each in the order of the days.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Happened {
    /// Conversations that were held.
    pub talks: Vec<Talked>,
    /// Who was asked.
    pub asked: Vec<PersonRef>,
    /// Who answered, and what.
    pub answered: Vec<Answered>,
    /// Who was thanked.
    pub thanked: Vec<PersonRef>,
    /// Promises of the seeker's that were kept: to whom, and what.
    pub kept: Vec<Words>,
    /// What was owed and is no longer due.
    pub let_go: Vec<LetGo>,
}

/// One conversation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Talked {
    /// With whom.
    pub person: PersonRef,
    /// The day.
    pub on: Date,
    /// How far it went.
    pub ladder: Ladder,
}

/// What somebody said to an ask.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answered {
    /// Who.
    pub person: PersonRef,
    /// What.
    pub answer: Answer,
}

impl Answered {
    /// The answer as one would tell it: "said yes".
    pub fn says(&self) -> &'static str {
        match self.answer {
            Answer::Accepted => "said yes",
            Answer::Declined => "said no",
            Answer::NotNow => "said not now",
            Answer::SomeoneElse => "named someone else instead",
            Answer::Silent => "did not answer, and you let it go",
        }
    }
}

/// Words of the seeker's about somebody.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Words {
    /// About whom.
    pub person: PersonRef,
    /// The words.
    pub text: String,
}

/// Somebody who was named.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Named {
    /// Who.
    pub person: PersonRef,
    /// By whom.
    pub by: PersonRef,
}

/// An opportunity that went a step further.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moved {
    /// What it is.
    pub title: String,
    /// How far it is.
    pub state: OpportunityState,
}

/// What was learned.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Learned {
    /// In the seeker's words, and from whom.
    pub words: Vec<Words>,
    /// Organizations that were named.
    pub organizations: Vec<String>,
}

/// What changes from there.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Changes {
    /// In the seeker's own words.
    pub own: Option<String>,
    /// Ideas that became warmer or colder.
    pub ideas: Vec<IdeaHeard>,
    /// Who was named, and by whom.
    pub named: Vec<Named>,
    /// Opportunities that moved: title and how far they are.
    pub opportunities: Vec<Moved>,
}

/// How an idea fared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IdeaHeard {
    /// The idea.
    pub text: String,
    /// How many conversations made it warmer.
    pub warmer: usize,
    /// How many made it colder.
    pub colder: usize,
}

impl Review {
    /// Whether conversations changed anything, besides what the seeker wrote.
    pub fn shows_changes(&self) -> bool {
        Changes { own: None, ..self.changes.clone() } != Changes::default()
    }

    /// Its meetings, but for those that stand on one of these times: whoever shows both names each once.
    pub fn meetings_beside(&self, times: &[SlotAhead]) -> Vec<&MeetingOfWeek> {
        let holds = |one: &MeetingOfWeek, slot: &SlotAhead| {
            slot.what == SlotFor::Meeting && slot.person.as_ref() == Some(&one.person)
        };
        let stands = |one: &MeetingOfWeek| one.became == Became::Stands && times.iter().any(|slot| holds(one, slot));
        self.meetings.iter().filter(|one| !stands(one)).collect()
    }

    /// Whether the week has not begun yet.
    pub fn is_ahead(&self, today: Date) -> bool {
        self.starts_on > today
    }

    /// The week in a sentence.
    pub fn opening(&self, today: Date) -> String {
        let held = match self.happened.talks.len() {
            _ if self.is_ahead(today) => "It is still ahead".to_owned(),
            0 if self.ends_on >= today => "No conversation is written down yet".to_owned(),
            0 => "No conversation is written down".to_owned(),
            1 => "One conversation".to_owned(),
            many => format!("{many} conversations"),
        };
        self.planned.map_or_else(|| format!("{held}."), |planned| format!("{held}; your plan is {planned} a week."))
    }

    /// What is said where nothing happened.
    pub fn nothing(&self, today: Date) -> &'static str {
        if self.ends_on >= today { "Nothing is written down yet." } else { "Nothing is written down for this week." }
    }
}

/// The week in which that day lies, looked back on from today.
pub fn review(campaign: &Campaign, of: Date, today: Date) -> Review {
    let (starts_on, ends_on) = (week_start(of), plus_days(week_start(of), 6));
    let view = View::of(campaign, today);
    let week = Within { campaign, starts_on, ends_on };
    let goes_on = campaign.direction.closed_on.is_none();
    Review {
        starts_on,
        ends_on,
        planned: Some(campaign.week.goal()).filter(|goal| *goal > 0 && goes_on && ends_on >= today),
        meetings: meetings_between(&view, starts_on, ends_on),
        before: line_before(campaign, starts_on).map(str::to_owned),
        happened: week.happened(&view),
        learned: week.learned(),
        changes: week.changes(),
        next: NextWeek::after(&view, ends_on),
    }
}

struct Within<'a> {
    campaign: &'a Campaign,
    starts_on: Date,
    ends_on: Date,
}

impl<'a> Within<'a> {
    fn has(&self, day: Option<Date>) -> bool {
        day.is_some_and(|day| (self.starts_on..=self.ends_on).contains(&day))
    }

    fn talks(&self) -> Vec<&'a Conversation> {
        let held = self.campaign.conversations.values().filter(|talk| self.has(Some(talk.held_on)));
        let mut talks: Vec<&Conversation> = held.collect();
        talks.sort_by_key(|talk| (talk.held_on, talk.id));
        talks
    }

    fn happened(&self, view: &View) -> Happened {
        let campaign = self.campaign;
        let person = |id| campaign.person_ref(id);
        let asks = || campaign.asks.values();
        let promises = campaign.commitments.values();
        let kept = promises.filter(|one| one.side == Side::Mine && one.state == CommitmentState::Kept);
        let talks = self.talks().into_iter();
        Happened {
            talks: talks
                .map(|talk| Talked { person: person(talk.person), on: talk.held_on, ladder: talk.ladder })
                .collect(),
            asked: asks().filter(|ask| self.has(Some(ask.asked_on))).map(|ask| person(ask.person)).collect(),
            answered: asks()
                .filter(|ask| self.has(ask.answered_on))
                .filter_map(|ask| Some(Answered { person: person(ask.person), answer: ask.answer? }))
                .collect(),
            thanked: campaign
                .conversations
                .values()
                .filter(|talk| self.has(talk.thanked_on))
                .map(|talk| person(talk.person))
                .collect(),
            kept: kept
                .filter(|one| self.has(one.settled_on))
                .map(|one| Words { person: person(one.person), text: one.text.clone() })
                .collect(),
            let_go: let_go_between(view, self.starts_on, self.ends_on),
        }
    }

    fn learned(&self) -> Learned {
        let talks = self.talks();
        let words = talks.iter().filter_map(|talk| {
            Some(Words { person: self.campaign.person_ref(talk.person), text: talk.learned.clone()? })
        });
        let mut organizations: Vec<String> = Vec::new();
        for name in talks.iter().flat_map(|talk| &talk.organizations) {
            if !organizations.iter().any(|known| crate::organization::same(known, name)) {
                organizations.push(name.clone());
            }
        }
        Learned { words: words.collect(), organizations }
    }

    fn changes(&self) -> Changes {
        let campaign = self.campaign;
        let mut ideas: BTreeMap<String, IdeaHeard> = BTreeMap::new();
        for heard in self.talks().into_iter().flat_map(|talk| &talk.directions) {
            let text = heard.direction.clone();
            let idea = ideas.entry(text.to_lowercase()).or_insert(IdeaHeard { text, warmer: 0, colder: 0 });
            match heard.warmth {
                Warmth::Warmer => idea.warmer += 1,
                Warmth::Colder => idea.colder += 1,
            }
        }
        let named = campaign.referrals.values().filter(|referral| self.has(Some(referral.named_on)));
        let moved = campaign.opportunities.values().filter_map(|one| {
            let last = one.steps.iter().rev().find(|step| self.has(Some(step.on)))?;
            Some(Moved { title: one.title.clone(), state: last.state })
        });
        Changes {
            own: line_of(campaign, self.starts_on).map(str::to_owned),
            ideas: ideas.into_values().collect(),
            named: named
                .map(|one| Named { person: campaign.person_ref(one.person), by: campaign.person_ref(one.by) })
                .collect(),
            opportunities: moved.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::workdays::DayOff;
    use crate::follow_through::scene::{Scene, day};

    fn names(people: &[PersonRef]) -> Vec<&str> {
        people.iter().map(|person| person.name.as_str()).collect()
    }

    #[test]
    fn a_week_tells_what_happened_in_it_and_nothing_else() {
        let scene = Scene::on(13).talks_with("Ruth").later_on(16).asks("Dan").talks_and_learns("Maria");
        let scene = scene.later_on(17).done("thank-c2").accepts("Dan", 25);
        let week = review(&scene.campaign, day(18), day(18));
        assert_eq!((week.starts_on, week.ends_on), (day(16), day(22)));
        assert_eq!(week.happened.talks.iter().map(|talk| talk.person.name.as_str()).collect::<Vec<_>>(), ["Maria"]);
        assert_eq!((names(&week.happened.asked), names(&week.happened.thanked)), (vec!["Dan"], vec!["Maria"]));
        assert_eq!(week.happened.answered[0].answer, Answer::Accepted);
        assert_eq!(week.next.meetings.len(), 1);
        assert_eq!(review(&scene.campaign, day(10), day(18)).happened.talks.len(), 1, "the week before has its own");
    }

    #[test]
    fn a_meeting_on_one_of_the_times_is_not_told_beside_them() {
        let scene = Scene::on(16).asks("Dan").accepts("Dan", 18);
        let week = review(&scene.campaign, day(16), day(16));
        let person = Some(week.meetings[0].person.clone());
        let slot = SlotAhead {
            on: day(18),
            time: jiff::civil::time(10, 0, 0, 0),
            what: SlotFor::Meeting,
            person,
            why: String::new(),
            rule: None,
        };
        assert_eq!(week.meetings_beside(std::slice::from_ref(&slot)), Vec::<&MeetingOfWeek>::new());
        assert_eq!(week.meetings_beside(&[SlotAhead { what: SlotFor::Call, ..slot }]).len(), 1);
        assert_eq!(week.meetings_beside(&[]).len(), 1);
    }

    #[test]
    fn what_changes_are_people_ideas_and_opportunities() {
        let scene = Scene::on(16).referred_by("Maria", "Dan").promises("Maria", Some(27));
        let week = review(&scene.campaign, day(16), day(20));
        assert_eq!(
            (week.changes.named[0].person.name.as_str(), week.changes.named[0].by.name.as_str()),
            ("Dan", "Maria")
        );
        assert_eq!((week.next.to_call, week.next.promised), (1, 1));
        assert_eq!(week.planned, None);
    }

    #[test]
    fn todays_plan_is_told_of_no_week_that_is_over() {
        let scene = Scene::on(16).plans(2, &["tue 10"]);
        let says = |of| review(&scene.campaign, day(of), day(18)).opening(day(18));
        assert_eq!(says(18), "No conversation is written down yet; your plan is 2 a week.");
        assert_eq!(says(11), "No conversation is written down.");
        assert_eq!(says(25), "It is still ahead; your plan is 2 a week.");
    }

    #[test]
    fn a_time_on_a_day_off_is_none_of_the_week_after() {
        let mut scene = Scene::on(16).plans(2, &["tue 10", "thu 10"]).referred_by("Maria", "Dan");
        scene.campaign.week.days_off = [24, 30].map(|on| DayOff { on: day(on), name: None }).into();
        let next = review(&scene.campaign, day(16), day(18)).next;
        assert_eq!((next.slots.len(), next.days_off[0].on, next.days_off.len()), (1, day(24), 1));
        let further = review(&scene.campaign, day(23), day(18)).next;
        assert_eq!((further.to_call, further.slots.len()), (0, 2), "who waits now does not wait for that week");
    }

    #[test]
    fn a_quiet_week_is_empty_and_a_closed_search_looks_no_further() {
        let scene = Scene::on(16).referred_by("Maria", "Dan");
        let quiet = review(&scene.campaign, day(2), day(20));
        assert_eq!((quiet.happened, quiet.learned), (Happened::default(), Learned::default()));
        assert_eq!(review(&scene.closes().campaign, day(16), day(20)).next, NextWeek::default());
    }
}

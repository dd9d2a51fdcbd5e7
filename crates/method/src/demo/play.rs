//! Plays the demo through the same decisions as everybody's search, day by day.

use jiff::civil::{Date, time};

use super::days::On;
use super::search::Event;
use super::talks::Talk;
use crate::ask::Form;
use crate::ask::answer::{Said, answer_ask};
use crate::ask::log::{AskMade, log_ask};
use crate::ask::marks::mark_prepared;
use crate::ask::meeting::{MeetingChange, cancel_meeting, miss_meeting, move_meeting};
use crate::campaign::Campaign;
use crate::case::set_case::{CaseWords, set_case};
use crate::change::{Change, Decision, Refusal};
use crate::conversation::capture_referral::Named;
use crate::conversation::promise::{Promise, settle_commitment};
use crate::conversation::record::{Debrief, record_conversation};
use crate::conversation::thanks::{introduced, report_back, thank};
use crate::conversation::{CommitmentState, Heard};
use crate::id::{CommitmentId, ConversationId, Ids, OpportunityId, PersonId, ReferralId};
use crate::list::find::find;
use crate::momentum::add_opportunity::{NewOpportunity, add_opportunity};
use crate::momentum::step_opportunity::step_opportunity;
use crate::questions::set_questions::keep_questions;
use crate::story::write_story::add_story;

/// A campaign that is being played.
pub(super) struct Play<'a> {
    pub campaign: Campaign,
    pub ids: &'a Ids,
    /// The day on which the demo ends.
    pub today: Date,
}

impl Play<'_> {
    /// Lets something happen.
    pub fn take(&mut self, changes: impl IntoIterator<Item = Change>) {
        self.campaign.apply(changes);
    }

    /// Lets the event happen on that day.
    pub fn event(&mut self, day: Date, event: Event) -> Result<(), Refusal> {
        let changes = match event {
            Event::Asked(who, form) => self.asked(who, form, day),
            Event::Yes(..) | Event::No(_) | Event::Silent(_) | Event::NotNow(..) | Event::SomeoneElse(..) => {
                self.answered(day, event)
            }
            Event::Moved(..) | Event::Missed(_) | Event::Cancelled(_) => self.meeting(day, event),
            Event::Held(talk) => self.held(talk, day),
            Event::Case(who, purpose, outcome) => self.case(who, purpose, outcome),
            Event::Questions(who) => keep_questions(&self.campaign, self.ids, day, self.who(who)?),
            Event::Story(name, text) => add_story(&self.campaign, self.ids, day, Some(name), text),
            Event::Opportunity(title, organization, through) => self.opportunity(title, organization, through, day),
            Event::Step(title, state) => {
                step_opportunity(&self.campaign, day, self.opportunity_called(title)?, state, day)
            }
            Event::Thanked(_) | Event::Kept(_) | Event::Introduced(..) | Event::Reported(..) | Event::Prepared(_) => {
                self.followed(day, event)
            }
        }?;
        self.take(changes);
        Ok(())
    }

    fn who(&self, name: &str) -> Result<PersonId, Refusal> {
        find(&self.campaign, name)
    }

    fn on(&self, on: On) -> Date {
        on.day(self.today)
    }

    fn asked(&self, who: &str, form: Form, day: Date) -> Decision {
        let made = AskMade { form, on: Some(day), words: None };
        log_ask(&self.campaign, self.ids, day, self.who(who)?, made)
    }

    fn answered(&self, day: Date, event: Event) -> Decision {
        let (who, said) = match event {
            Event::Yes(who, on) => {
                let on = self.on(on);
                (who, Said::Accepted { on, time: Some(time(10, 0, 0, 0)), zone: None, place: None })
            }
            Event::No(who) => (who, Said::Declined),
            Event::NotNow(who, until) => (who, Said::NotNow { until: self.on(until) }),
            Event::SomeoneElse(who, name, organization) => {
                let (name, organization) = (name.to_owned(), Some(organization.to_owned()));
                (who, Said::SomeoneElse { name, organization })
            }
            Event::Silent(who) => (who, Said::Silent),
            _ => return Ok(Vec::new()),
        };
        answer_ask(&self.campaign, self.ids, day, self.who(who)?, said, Some(day))
    }

    fn meeting(&self, day: Date, event: Event) -> Decision {
        match event {
            Event::Moved(who, on) => {
                let time = Some(time(10, 0, 0, 0));
                let change = MeetingChange { on: Some(self.on(on)), time, ..MeetingChange::default() };
                move_meeting(&self.campaign, day, self.who(who)?, change)
            }
            Event::Missed(who) => miss_meeting(&self.campaign, day, self.who(who)?),
            Event::Cancelled(who) => cancel_meeting(&self.campaign, self.who(who)?),
            _ => Ok(Vec::new()),
        }
    }

    fn held(&self, talk: &Talk, day: Date) -> Decision {
        let promises = |promises: &[(&str, Option<On>)]| -> Vec<Promise> {
            let promise = |(text, due): &(&str, Option<On>)| Promise {
                text: (*text).to_owned(),
                due_on: due.map(|due| self.on(due)),
            };
            promises.iter().map(promise).collect()
        };
        let named = talk.named.iter().map(|(name, organization, introduction)| Named {
            name: (*name).to_owned(),
            organization: Some((*organization).to_owned()),
            introduction: *introduction,
        });
        let heard = talk
            .directions
            .iter()
            .map(|(direction, warmth)| Heard { direction: (*direction).to_owned(), warmth: *warmth });
        let debrief = Debrief {
            ladder: talk.ladder,
            learned: Some(talk.learned.to_owned()),
            directions: heard.collect(),
            organizations: talk.organizations.iter().map(|name| (*name).to_owned()).collect(),
            named: named.collect(),
            promised: promises(talk.promised),
            promised_to_me: promises(talk.promised_to_me),
            story: self.campaign.stories.keys().next_back().copied(),
            ..Debrief::of(self.who(talk.who)?, day)
        };
        record_conversation(&self.campaign, self.ids, day, &debrief)
    }

    fn followed(&self, day: Date, event: Event) -> Decision {
        match event {
            Event::Thanked(who) => thank(&self.campaign, day, self.last_conversation(who)?),
            Event::Kept(words) => {
                settle_commitment(&self.campaign, day, self.promise_called(words)?, CommitmentState::Kept)
            }
            Event::Introduced(by, who) => introduced(&self.campaign, day, self.referral(by, who)?, day),
            Event::Reported(by, who) => report_back(&self.campaign, day, self.referral(by, who)?),
            Event::Prepared(who) => {
                let person = self.who(who)?;
                let ask = self.campaign.asks.values().rfind(|ask| ask.person == person);
                ask.map_or_else(|| Err(missing(who)), |ask| mark_prepared(&self.campaign, day, ask.id))
            }
            _ => Ok(Vec::new()),
        }
    }

    fn case(&self, who: &str, purpose: &str, outcome: &str) -> Decision {
        let words =
            CaseWords { purpose: Some(purpose.to_owned()), outcome: Some(outcome.to_owned()), ..CaseWords::default() };
        set_case(&self.campaign, self.ids, self.who(who)?, words, None)
    }

    fn opportunity(&self, title: &str, organization: &str, through: Option<&str>, day: Date) -> Decision {
        let new = NewOpportunity {
            title: title.to_owned(),
            organization: Some(organization.to_owned()),
            through: through.map(|who| self.who(who)).transpose()?,
            conversation: through.and_then(|who| self.last_conversation(who).ok()),
            ..NewOpportunity::default()
        };
        add_opportunity(&self.campaign, self.ids, day, new)
    }

    fn opportunity_called(&self, title: &str) -> Result<OpportunityId, Refusal> {
        let mut opportunities = self.campaign.opportunities.values();
        let found = opportunities.find(|opportunity| opportunity.title == title);
        found.map(|opportunity| opportunity.id).ok_or_else(|| missing(title))
    }

    fn last_conversation(&self, who: &str) -> Result<ConversationId, Refusal> {
        let person = self.who(who)?;
        let found = self.campaign.conversations.values().rfind(|held| held.person == person);
        found.map(|held| held.id).ok_or_else(|| missing(who))
    }

    fn promise_called(&self, words: &str) -> Result<CommitmentId, Refusal> {
        let mut promises = self.campaign.commitments.values();
        let found = promises.find(|promise| promise.text.starts_with(words));
        found.map(|promise| promise.id).ok_or_else(|| missing(words))
    }

    fn referral(&self, by: &str, who: &str) -> Result<ReferralId, Refusal> {
        let (by, person) = (self.who(by)?, self.who(who)?);
        let mut referrals = self.campaign.referrals.values();
        let found = referrals.find(|referral| referral.by == by && referral.person == person);
        found.map(|referral| referral.id).ok_or_else(|| missing(who))
    }
}

/// The tables of the demo do not fit each other; a test holds that they do.
fn missing(what: &str) -> Refusal {
    Refusal::unknown(format!("The demo knows nothing of “{what}” yet."), "This is a mistake in the demo, not yours.")
}

//! Chains: who led to whom, how deep each goes, and on whom it waits since when (row M17).

use jiff::civil::Date;
use serde::Serialize;

use crate::ask::{Answer, Ask};
use crate::campaign::{Campaign, PersonRef};
use crate::conversation::Referral;
use crate::id::PersonId;
use crate::list::so_far::SoFar;
use crate::momentum::lineage::Lineage;
use crate::words::words;

words! {
    /// What a chain waits for.
    pub enum WaitsFor {
        /// The introduction that somebody offered.
        Introduction = "introduction",
        /// The seeker's own ask.
        YourAsk = "your_ask",
        /// The answer to it.
        Answer = "answer",
        /// The conversation, after a yes.
        Conversation = "conversation",
    }
}

/// A person and all whom they led to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chain {
    /// Who.
    pub person: PersonRef,
    /// How many people deep it goes from here on, this one counted: 1 where it ends.
    pub depth: usize,
    /// On whom it waits, anywhere from here on: the one who has waited longest. None when nothing is awaited. A person
    /// whom the seeker is still to ask counts, since the chain stands still at them.
    pub waiting_on: Option<PersonRef>,
    /// Since when.
    pub since_on: Option<Date>,
    /// For what.
    pub waits_for: Option<WaitsFor>,
    /// The people named by this one.
    pub led_to: Vec<Chain>,
}

/// Where one person's part of a chain stands still.
pub(super) struct Wait {
    pub on: PersonId,
    pub since_on: Date,
    pub what: WaitsFor,
}

/// Every chain that has more than one person in it: those that wait for somebody first, and of these and of the others the
/// oldest person first.
pub fn chains(campaign: &Campaign, so_far: &SoFar<'_>, lineage: &Lineage<'_>, today: Date) -> Vec<Chain> {
    let mut chains: Vec<Chain> = lineage.roots().map(|root| chain(campaign, so_far, lineage, today, root)).collect();
    chains.sort_by_key(|chain| chain.waiting_on.is_none());
    chains
}

fn chain(campaign: &Campaign, so_far: &SoFar<'_>, lineage: &Lineage<'_>, today: Date, id: PersonId) -> Chain {
    let named = lineage.led_to(id).iter();
    let led_to: Vec<Chain> = named.map(|referral| chain(campaign, so_far, lineage, today, referral.person)).collect();
    let own = lineage.through(id).and_then(|referral| wait(campaign, so_far, referral, today));
    let own = own.map(|wait| (wait.since_on, campaign.person_ref(wait.on), wait.what));
    let below = led_to.iter().filter_map(|chain| Some((chain.since_on?, chain.waiting_on.clone()?, chain.waits_for?)));
    let longest = own.into_iter().chain(below).min_by_key(|(since_on, ..)| *since_on);
    let (since_on, waiting_on, waits_for) = match longest {
        Some((since_on, person, what)) => (Some(since_on), Some(person), Some(what)),
        None => (None, None, None),
    };
    let depth = 1 + led_to.iter().map(|chain| chain.depth).max().unwrap_or(0);
    Chain { person: campaign.person_ref(id), depth, waiting_on, since_on, waits_for, led_to }
}

/// What is awaited of the person who was named, or of the one who named them. Nothing once they were met, said no, named
/// someone else, stayed silent, or were set aside, and where the seeker said that calling them is not needed.
pub(super) fn wait(campaign: &Campaign, so_far: &SoFar<'_>, referral: &Referral, today: Date) -> Option<Wait> {
    let id = referral.person;
    let person = campaign.people.get(&id)?;
    let met = so_far.conversations(id).iter().any(|held| held.held_on >= referral.named_on);
    if met || person.set_aside || person.forgotten {
        return None;
    }
    let stands_anyway = |ask: &Ask| rests(ask, today) || matches!(ask.answer, None | Some(Answer::Declined));
    let holds = |ask: &&Ask| ask.asked_on >= referral.named_on || stands_anyway(ask);
    match so_far.ask_that_stands(id).filter(holds) {
        Some(ask) => awaited(ask, today).map(|(since_on, what)| Wait { on: id, since_on, what }),
        None if so_far.is_let_be(referral) => None,
        None if referral.introduction && referral.introduced_on.is_none() => {
            Some(Wait { on: referral.by, since_on: referral.named_on, what: WaitsFor::Introduction })
        }
        None => {
            let since_on = referral.introduced_on.unwrap_or(referral.named_on);
            Some(Wait { on: id, since_on, what: WaitsFor::YourAsk })
        }
    }
}

/// After a "not now" nobody waits until its day, also when somebody named them since.
fn rests(ask: &Ask, today: Date) -> bool {
    ask.answer == Some(Answer::NotNow) && ask.until_on.is_some_and(|day| day > today)
}

fn awaited(ask: &Ask, today: Date) -> Option<(Date, WaitsFor)> {
    let answered_on = ask.answered_on.unwrap_or(ask.asked_on);
    match ask.answer {
        None => Some((ask.asked_on, WaitsFor::Answer)),
        Some(Answer::Accepted) => Some((answered_on, WaitsFor::Conversation)),
        Some(Answer::NotNow) if rests(ask, today) => None,
        Some(Answer::NotNow) => Some((answered_on, WaitsFor::YourAsk)),
        Some(Answer::Declined | Answer::Silent | Answer::SomeoneElse) => None,
    }
}

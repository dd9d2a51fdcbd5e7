//! An answer that names somebody else instead is a referral (rows M11, M16). Serves the answer; refuses no name, and the
//! name of the one who was asked.

use jiff::civil::Date;

use super::Ask;
use super::named::{named_person, not_yourself};
use crate::campaign::Campaign;
use crate::change::{Change, Fact, Refusal};
use crate::conversation::Referral;
use crate::id::Ids;
use crate::list::so_far::SoFar;

/// The referral to somebody else, and the person where they are new.
pub(super) fn refer(
    campaign: &Campaign,
    ids: &Ids,
    on: Date,
    ask: &Ask,
    name: &str,
    organization: Option<&str>,
) -> Result<Vec<Change>, Refusal> {
    let by = ask.person;
    if !name.chars().any(char::is_alphabetic) {
        return Err(Refusal::usage(
            "Whom did they name?",
            format!("Write the name: `halfhour ask answer {by} someone-else --named \"Sam Lee\"`"),
        ));
    }
    not_yourself(campaign, name)?;
    let (person, new) = named_person(campaign, ids, on, name, organization);
    if person == by {
        return Err(Refusal::usage(
            format!("{} is the one you asked.", campaign.name(by)),
            format!("Write whom they named: `halfhour ask answer {by} someone-else --named \"Sam Lee\"`"),
        ));
    }
    let so_far = SoFar::of(campaign);
    let mut before = so_far.named(person).iter().copied().filter(|named| named.by == by);
    // The same answer again, or a name that they gave before and that still waits, is no second referral.
    let before = before.find(|named| named.ask == Some(ask.id) || so_far.waits(named));
    let referral = before.cloned().unwrap_or_else(|| Referral {
        id: ids.fresh(),
        by,
        person,
        conversation: None,
        ask: Some(ask.id),
        named_on: on,
        introduction: false,
        introduced_on: None,
        reported_on: None,
    });
    Ok(new.into_iter().chain([referral.into()]).collect())
}

/// Referrals of an earlier answer to the same ask that no longer hold. The person stays on the list.
pub(super) fn no_longer_named(campaign: &Campaign, ask: &Ask, now: &[Change]) -> Vec<Change> {
    let old = campaign.referrals.values().filter(|named| named.ask == Some(ask.id) && named.conversation.is_none());
    let old = old.map(|named| named.id.into()).filter(|key| !now.iter().any(|change| change.key() == *key));
    old.map(Change::Remove).collect()
}

/// Whether this change would write what stands already.
pub(super) fn stands(campaign: &Campaign, change: &Change) -> bool {
    let Change::Write(Fact::Referral(named)) = change else {
        return false;
    };
    campaign.referrals.get(&named.id) == Some(named)
}

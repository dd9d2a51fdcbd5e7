//! The courtesies after a conversation: thanking, telling the one who named somebody, and the introduction that came.
//!
//! Serves the conversation and the moves. Saying any of it twice changes nothing: the first day stands.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::conversation::record::held;
use crate::conversation::{Conversation, Referral};
use crate::id::{ConversationId, ReferralId};

/// The seeker thanked them.
///
/// # Errors
/// Refuses a conversation that is not there.
pub fn thank(campaign: &Campaign, today: Date, id: ConversationId) -> Decision {
    let conversation = held(campaign, id)?;
    let thanked = Conversation { thanked_on: Some(today), ..conversation.clone() };
    Ok(unless(conversation.thanked_on.is_some(), thanked))
}

/// The seeker told the one who named somebody how it went.
///
/// # Errors
/// Refuses a referral that is not there.
pub fn report_back(campaign: &Campaign, today: Date, id: ReferralId) -> Decision {
    let referral = named(campaign, id)?;
    let reported = Referral { reported_on: Some(today), ..referral.clone() };
    Ok(unless(referral.reported_on.is_some(), reported))
}

/// The introduction was made, whether it had been offered or not.
///
/// # Errors
/// Refuses a referral that is not there.
pub fn introduced(campaign: &Campaign, today: Date, id: ReferralId) -> Decision {
    let referral = named(campaign, id)?;
    let introduced = Referral { introduction: true, introduced_on: Some(today), ..referral.clone() };
    Ok(unless(referral.introduced_on.is_some(), introduced))
}

fn unless(already: bool, fact: impl Into<Change>) -> Vec<Change> {
    if already { Vec::new() } else { vec![fact.into()] }
}

fn named(campaign: &Campaign, id: ReferralId) -> Result<&Referral, Refusal> {
    campaign
        .referrals
        .get(&id)
        .ok_or_else(|| Refusal::unknown(format!("There is no referral {id}."), "`halfhour map` shows who named whom."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, day};
    use crate::id::Id;

    #[test]
    fn the_first_day_stands() {
        let (talk, referral) = (ConversationId::from_number(1), ReferralId::from_number(1));
        let mut campaign = Scene::on(16).referred_by("Maria", "Dan").campaign;
        campaign.apply(thank(&campaign, day(17), talk).unwrap());
        campaign.apply(report_back(&campaign, day(17), referral).unwrap());
        campaign.apply(introduced(&campaign, day(17), referral).unwrap());
        assert_eq!(campaign.conversations[&talk].thanked_on, Some(day(17)));
        assert_eq!(campaign.referrals[&referral].reported_on, Some(day(17)));
        let kept = &campaign.referrals[&referral];
        assert_eq!((kept.introduction, kept.introduced_on), (true, Some(day(17))));
        for again in [thank(&campaign, day(18), talk), report_back(&campaign, day(18), referral)] {
            assert_eq!(again, Ok(vec![]));
        }
        assert_eq!(introduced(&campaign, day(18), referral), Ok(vec![]));
    }

    #[test]
    fn what_is_not_there_is_refused() {
        let campaign = Campaign::default();
        assert!(thank(&campaign, day(17), ConversationId::from_number(1)).is_err());
        assert!(report_back(&campaign, day(17), ReferralId::from_number(1)).is_err());
    }
}

//! The courtesies after a conversation: thanking, telling the one who named somebody, and the introduction that came.
//!
//! Serves the conversation and the moves. Saying any of it twice changes nothing: the first day stands.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, No, Refusal};
use crate::conversation::record::{can_have_happened, held};
use crate::conversation::{Conversation, Ladder, Referral};
use crate::day::spoken;
use crate::id::{ConversationId, PersonId, ReferralId};

/// The seeker thanked them.
///
/// # Errors
/// Refuses a conversation that is not there.
pub fn thank(campaign: &Campaign, today: Date, id: ConversationId) -> Decision {
    let conversation = held(campaign, id)?;
    let thanked = Conversation { thanked_on: Some(today), ..conversation.clone() };
    Ok(unless(conversation.thanked_on.is_some(), thanked))
}

/// The seeker wrote to them again, long after the talk.
///
/// # Errors
/// Refuses a conversation that is not there.
pub fn keep_in_touch(campaign: &Campaign, today: Date, id: ConversationId) -> Decision {
    let conversation = held(campaign, id)?;
    let kept = Conversation { in_touch_on: Some(today), ..conversation.clone() };
    Ok(unless(conversation.in_touch_on >= Some(today), kept))
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

/// The introduction was made on that day, whether it had been offered or not. With it the conversation in which it was
/// offered reached the highest rung.
///
/// # Errors
/// Refuses a referral that is not there, a day that has not come, and one before they were named.
pub fn introduced(campaign: &Campaign, today: Date, id: ReferralId, on: Date) -> Decision {
    let referral = named(campaign, id)?;
    can_have_happened(on, today)?;
    if on < referral.named_on {
        return Err(Refusal::method(
            format!("{} only named them on {}.", campaign.name(referral.by), spoken(referral.named_on, today)),
            "Choose a day from then on with `--on DAY`.",
        ));
    }
    let introduced = Referral { introduction: true, introduced_on: Some(on), ..referral.clone() };
    let mut changes = unless(referral.introduced_on.is_some(), introduced);
    let talk = referral.conversation.and_then(|id| campaign.conversations.get(&id));
    if let Some(talk) = talk.filter(|talk| !changes.is_empty() && talk.ladder < Ladder::MadeTheCall) {
        changes.push(Conversation { ladder: Ladder::MadeTheCall, ..talk.clone() }.into());
    }
    Ok(changes)
}

/// The referral by which the seeker was introduced to this person: the one whose introduction was offered, else the only
/// one; `by` says whose it is where several could be meant. One that was introduced already when no other is left.
///
/// # Errors
/// Refuses somebody whom nobody named, and asks whose introduction it was when several could be meant.
pub fn referral_made_warm(campaign: &Campaign, person: PersonId, by: Option<PersonId>) -> Result<ReferralId, Refusal> {
    let named = campaign.referrals.values().filter(|referral| referral.person == person);
    let named: Vec<&Referral> = named.filter(|referral| by.is_none_or(|by| referral.by == by)).collect();
    let awaited: Vec<&Referral> = named.iter().copied().filter(|referral| referral.introduced_on.is_none()).collect();
    let offered: Vec<&Referral> = awaited.iter().copied().filter(|referral| referral.introduction).collect();
    let meant = [offered, awaited, named].into_iter().find(|some| !some.is_empty()).unwrap_or_default();
    let several = meant.iter().any(|referral| Some(referral.by) != meant.first().map(|first| first.by));
    match meant.first() {
        Some(first) if !several => Ok(first.id),
        Some(first) => {
            let givers: Vec<String> = meant.iter().map(|referral| campaign.name(referral.by)).collect();
            Err(Refusal::new(
                No::Ambiguous,
                format!("Whose introduction to {} was it: {}?", campaign.name(person), givers.join(" or ")),
                format!(
                    "Say it with `--by`, for instance `halfhour conversation introduced {person} --by {}`.",
                    first.by
                ),
            ))
        }
        None => Err(nobody_named(campaign, person, by)),
    }
}

fn nobody_named(campaign: &Campaign, person: PersonId, by: Option<PersonId>) -> Refusal {
    let name = campaign.name(person);
    let message = match by {
        Some(by) => format!("It is not on record that {} named {name}.", campaign.name(by)),
        None => format!("It is not on record that anybody named {name}."),
    };
    let hint = format!("A conversation records it: `halfhour conversation PERSON --introduced \"{name}\"`");
    Refusal::method(message, hint)
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
        campaign.apply(introduced(&campaign, day(17), referral, day(17)).unwrap());
        assert_eq!(campaign.conversations[&talk].thanked_on, Some(day(17)));
        assert_eq!(campaign.referrals[&referral].reported_on, Some(day(17)));
        let kept = &campaign.referrals[&referral];
        assert_eq!((kept.introduction, kept.introduced_on), (true, Some(day(17))));
        assert_eq!(campaign.conversations[&talk].ladder, Ladder::MadeTheCall);
        for again in [thank(&campaign, day(18), talk), report_back(&campaign, day(18), referral)] {
            assert_eq!(again, Ok(vec![]));
        }
        assert_eq!(introduced(&campaign, day(18), referral, day(18)), Ok(vec![]));
    }

    #[test]
    fn what_is_not_there_is_refused() {
        let campaign = Campaign::default();
        assert!(thank(&campaign, day(17), ConversationId::from_number(1)).is_err());
        assert!(report_back(&campaign, day(17), ReferralId::from_number(1)).is_err());
    }

    #[rstest::rstest]
    #[case::before_they_were_named(15)]
    #[case::on_a_day_to_come(19)]
    fn an_introduction_has_its_day(#[case] on: i32) {
        let campaign = Scene::on(16).offered_by("Maria", "Dan").campaign;
        assert!(introduced(&campaign, day(18), ReferralId::from_number(1), day(on)).is_err());
    }

    #[rstest::rstest]
    #[case::the_only_one(Scene::on(16).referred_by("Maria", "Dan"), None, Ok("f1"))]
    #[case::an_offer_comes_first(Scene::on(16).referred_by("Maria", "Dan").offered_by("Ruth", "Dan"), None, Ok("f2"))]
    #[case::two_offers_are_told_apart(
        Scene::on(16).offered_by("Maria", "Dan").offered_by("Ruth", "Dan"), None, Err(No::Ambiguous))]
    #[case::by_whose_it_was(Scene::on(16).offered_by("Maria", "Dan").offered_by("Ruth", "Dan"), Some("Ruth"), Ok("f2"))]
    #[case::one_that_came_before(Scene::on(16).offered_by("Maria", "Dan").introduced_to("Dan"), None, Ok("f1"))]
    #[case::nobody_named_them(Scene::on(16).knows("Dan", "Quay"), None, Err(No::Method))]
    #[case::not_the_one_who_named_them(Scene::on(16).referred_by("Maria", "Dan"), Some("Ruth"), Err(No::Method))]
    fn whose_introduction_it_was(
        #[case] mut scene: Scene,
        #[case] by: Option<&str>,
        #[case] expected: Result<&str, No>,
    ) {
        let (dan, by) = (scene.person("Dan"), by.map(|by| scene.person(by)));
        let found = referral_made_warm(&scene.campaign, dan, by);
        assert_eq!(found.map(|id| id.to_string()).map_err(|no| no.kind), expected.map(str::to_owned));
    }
}

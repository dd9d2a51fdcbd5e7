//! Keeping the people whom somebody named (rows M3, M11).
//!
//! Serves the conversation, while it is recorded and afterwards. It refuses a name without letters and somebody who
//! names themselves. It never merges people: the same name at another organization is another person.

use jiff::civil::Date;

use crate::ask::named::{named_person, not_yourself};
use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::conversation::record::{can_have_happened, held, on_the_list};
use crate::conversation::{Conversation, Ladder, Referral};
use crate::follow_through::view::View;
use crate::id::{ConversationId, Ids, PersonId};
use crate::list::written::{fold, line};

/// A person who was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name, as it was said.
    pub name: String,
    /// Where they are, when that was said.
    pub organization: Option<String>,
    /// Whether the one who named them said they would introduce the seeker.
    pub introduction: bool,
}

/// Keeps a person who was named in a conversation that is recorded already, and lifts its rung to at least that.
///
/// # Errors
/// Refuses an unknown conversation, an empty name, and the conversation's own person.
pub fn capture_referral(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    conversation: ConversationId,
    named: &Named,
) -> Decision {
    let conversation = held(campaign, conversation)?;
    let mut changes = capture_all(campaign, ids, today, conversation, std::slice::from_ref(named))?;
    if conversation.ladder < Ladder::NamedSomeone {
        changes.push(Conversation { ladder: Ladder::NamedSomeone, ..conversation.clone() }.into());
    }
    Ok(changes)
}

/// Keeps a person whom somebody named outside of any conversation: in a letter, or in passing.
///
/// # Errors
/// Refuses an unknown giver, a day that has not come, an empty name, and somebody who names themselves.
pub fn capture_referral_in_passing(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    by: PersonId,
    named_on: Date,
    named: &Named,
) -> Decision {
    on_the_list(campaign, by)?;
    can_have_happened(named_on, today)?;
    capture(campaign, ids, today, Giver { by, conversation: None, named_on }, named)
}

/// Keeps everybody who was named in one conversation; somebody named twice is kept once.
pub(crate) fn capture_all(
    campaign: &Campaign,
    ids: &Ids,
    today: Date,
    conversation: &Conversation,
    named: &[Named],
) -> Decision {
    let giver = Giver { by: conversation.person, conversation: Some(conversation.id), named_on: conversation.held_on };
    let mut changes = Vec::new();
    for named in each_person_once(named)? {
        changes.extend(capture(campaign, ids, today, giver, &named)?);
    }
    Ok(changes)
}

/// Who named somebody, and when.
#[derive(Clone, Copy)]
struct Giver {
    by: PersonId,
    conversation: Option<ConversationId>,
    named_on: Date,
}

/// The referral, and the person when they are new. A person whom the same giver named before, and who still waits to be
/// called, needs no second referral; an introduction offered now is added to the first.
fn capture(campaign: &Campaign, ids: &Ids, today: Date, giver: Giver, named: &Named) -> Decision {
    not_yourself(campaign, &named.name)?;
    let (person, new_person) = named_person(campaign, ids, today, &named.name, named.organization.as_deref());
    if person == giver.by {
        return Err(Refusal::method(
            format!("{} cannot name themselves.", campaign.name(person)),
            "Give the person they named with `--named \"NAME, ORGANIZATION\"`.",
        ));
    }
    let view = View::of(campaign, today);
    let mut standing = campaign.referrals.values();
    let standing = standing.find(|known| known.by == giver.by && known.person == person && view.waits(known));
    if let Some(standing) = standing {
        let lifted = Referral { introduction: true, ..standing.clone() };
        let lifted = (named.introduction && !standing.introduction).then(|| Change::from(lifted));
        return Ok(new_person.into_iter().chain(lifted).collect());
    }
    let referral = Referral {
        id: ids.fresh(),
        by: giver.by,
        person,
        conversation: giver.conversation,
        ask: None,
        named_on: giver.named_on,
        introduction: named.introduction,
        introduced_on: None,
        reported_on: None,
    };
    Ok(new_person.into_iter().chain([referral.into()]).collect())
}

fn each_person_once(named: &[Named]) -> Result<Vec<Named>, Refusal> {
    let mut kept: Vec<Named> = Vec::new();
    for one in named {
        let name = line(&one.name).ok_or_else(|| {
            Refusal::usage("A person who was named needs a name.", "An organization alone goes with `--organization`.")
        })?;
        let one = Named { name, organization: one.organization.as_deref().and_then(line), ..*one };
        match kept.iter_mut().find(|known| same_person(known, &one)) {
            Some(known) => {
                known.introduction |= one.introduction;
                known.organization = known.organization.take().or(one.organization);
            }
            None => kept.push(one),
        }
    }
    Ok(kept)
}

fn same_person(one: &Named, other: &Named) -> bool {
    let organizations = (one.organization.as_deref().map(fold), other.organization.as_deref().map(fold));
    fold(&one.name) == fold(&other.name)
        && (matches!(organizations, (None, _) | (_, None)) || organizations.0 == organizations.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, day};
    use crate::id::Id;

    fn dan(introduction: bool) -> Named {
        Named { name: "Dan".to_owned(), organization: None, introduction }
    }

    fn kinds(decision: Decision) -> Vec<&'static str> {
        decision.unwrap().iter().map(|change| change.key().kind.word()).collect()
    }

    fn captured(scene: &Scene, named: &Named) -> Decision {
        let last = *scene.campaign.conversations.keys().next_back().unwrap();
        capture_referral(&scene.campaign, &scene.ids, day(scene.today), last, named)
    }

    #[test]
    fn a_name_remembered_later_lifts_the_rung() {
        let scene = Scene::on(16).talks_with("Maria");
        assert_eq!(kinds(captured(&scene, &dan(false))), ["person", "referral", "conversation"]);
    }

    #[test]
    fn somebody_named_again_while_they_wait_is_one_referral() {
        let scene = Scene::on(16).referred_by("Maria", "Dan").later_on(17);
        assert_eq!(captured(&scene, &dan(false)), Ok(vec![]));
        assert_eq!(kinds(captured(&scene, &dan(true))), ["referral"], "an introduction offered now is kept");
    }

    #[test]
    fn somebody_named_again_after_a_talk_is_a_new_referral() {
        let scene = Scene::on(9).referred_by("Maria", "Dan").later_on(12).talks_with("Dan");
        let scene = scene.later_on(16).talks_and_learns("Maria");
        assert_eq!(kinds(captured(&scene, &dan(false))), ["referral", "conversation"]);
    }

    #[test]
    fn a_name_may_come_in_passing() {
        let mut scene = Scene::on(16);
        let maria = scene.person("Maria");
        let capture =
            |on| capture_referral_in_passing(&scene.campaign, &scene.ids, day(16), maria, day(on), &dan(false));
        assert_eq!(kinds(capture(12)), ["person", "referral"]);
        assert!(capture(17).is_err(), "not on a day to come");
    }

    #[test]
    fn a_name_is_kept_without_what_cannot_be_seen() {
        let named = |name: &str| Named { name: name.to_owned(), organization: None, introduction: false };
        assert_eq!(each_person_once(&[named("Dan\u{1b} \u{202e} Ek")]), Ok(vec![named("Dan Ek")]));
        assert!(each_person_once(&[named("\u{200b}")]).is_err());
    }

    #[test]
    fn a_conversation_that_is_not_there_names_nobody() {
        let scene = Scene::on(16);
        let nowhere = ConversationId::from_number(4);
        assert!(capture_referral(&scene.campaign, &scene.ids, day(16), nowhere, &dan(false)).is_err());
    }
}

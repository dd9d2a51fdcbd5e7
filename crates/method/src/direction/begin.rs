//! Beginning a new search with the same people, strengths and ties (row M17).
//!
//! What belongs to the search that ended is taken away in one step, which can be taken back; whoever carries this out
//! keeps a copy of the file first. It refuses while a search is open.

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Kind, Noun, Refusal};

/// Begins anew.
///
/// # Errors
/// When the search that stands was not closed.
pub fn begin_anew(campaign: &Campaign) -> Decision {
    if campaign.direction.closed_on.is_none() {
        return Err(Refusal::method(
            "Your search is still open, and a new one would end it.",
            "`halfhour closing rest` closes it first.",
        ));
    }
    let ended = campaign.facts().into_iter().map(|fact| fact.key()).filter(|key| belongs_to_one_search(key.kind));
    Ok(ended.map(Change::Remove).collect())
}

/// Whether it ends with its search. The week stays: its times and days off are those of a life, not of a search.
fn belongs_to_one_search(kind: Kind) -> bool {
    match kind {
        Kind::Direction
        | Kind::Idea
        | Kind::Case
        | Kind::QuestionPlan
        | Kind::Story
        | Kind::Wording
        | Kind::Ask
        | Kind::Conversation
        | Kind::Referral
        | Kind::Commitment
        | Kind::Later
        | Kind::Opportunity
        | Kind::LastThanks => true,
        Kind::Seeker
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
    use crate::change::No;
    use crate::conversation::Ladder::NamedSomeone;
    use crate::direction::close::{close_search, reopen_search};
    use crate::scene::{Scene, TODAY};
    use crate::telling::telling;

    #[test]
    fn people_strengths_and_ties_stay_and_the_search_goes() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        scene.wants("Riverbend Hospital").wrote(1, &[TODAY]).worked_at("Harbor Hospital", 2010, 2015);
        scene.asked(1, TODAY, None).met(1, TODAY, NamedSomeone).named(1, 2, TODAY);
        assert_eq!(begin_anew(&scene.campaign).unwrap_err().kind, No::Method);
        let mut campaign = scene.campaign;
        campaign.apply(close_search(&campaign, TODAY).unwrap());
        let changes = begin_anew(&campaign).unwrap();
        assert_eq!(telling(&campaign, &changes), "began a new search");
        let direction = Change::from(crate::direction::Direction::unset(campaign.direction.id));
        assert_eq!(telling(&campaign, &[direction]), "began a new search", "as it is written");
        assert_eq!(telling(&campaign, &reopen_search(&campaign).unwrap()), "opened the search again");
        let before = campaign.clone();
        campaign.apply(changes);
        assert_eq!((&campaign.people, &campaign.positions), (&before.people, &before.positions));
        assert_eq!(campaign.correspondence, before.correspondence);
        assert!(campaign.conversations.is_empty() && campaign.asks.is_empty() && campaign.referrals.is_empty());
        assert!(campaign.direction.is_unset() && campaign.direction.closed_on.is_none());
    }
}

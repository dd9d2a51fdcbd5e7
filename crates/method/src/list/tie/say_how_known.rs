//! Saying in one click how two know each other: "We worked together at Quay Ltd" (row M2).
//!
//! It writes the seeker's own words and nothing else, and takes away none that stand.

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::id::{PersonId, PositionId, SchoolId};
use crate::list::Person;
use crate::list::standing::standing;
use crate::list::written::fold;
use crate::speech::says;

/// What is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// They worked together there.
    WorkedAt(PositionId),
    /// They learned together there.
    LearnedAt(SchoolId),
}

/// Adds the words. What stands already gives no change.
///
/// # Errors
/// When nobody has that id, or the place is not among the seeker's own.
pub fn say_how_known(campaign: &Campaign, id: PersonId, said: Said) -> Decision {
    let stands = standing(campaign, id)?;
    let place = match said {
        Said::WorkedAt(position) => campaign.positions.get(&position).map(|one| ("worked", &one.organization)),
        Said::LearnedAt(school) => campaign.schools.get(&school).map(|one| ("learned", &one.name)),
    };
    let Some((did, place)) = place else {
        return Err(Refusal::unknown(
            "That place is not among those where you have been.",
            "`halfhour me` shows where you worked and learned.",
        ));
    };
    let words = format!("We {did} together at {place}");
    let told = match &stands.how_known {
        Some(told) if says(told, &words) => return Ok(Vec::new()),
        Some(told) => format!("{}. {words}", told.trim_end_matches('.')),
        None => words,
    };
    Ok(vec![Person { how_known: Some(told), ..stands.clone() }.into()])
}

/// What can be said of them in one click: where the seeker worked and learned, the last place first, less what their own
/// words name already.
pub fn sayings(campaign: &Campaign, id: PersonId) -> Vec<(Said, String)> {
    let told = campaign.people.get(&id).and_then(|person| person.how_known.as_deref()).unwrap_or_default();
    let mut worked: Vec<_> = campaign.positions.values().collect();
    worked.sort_by_key(|one| (std::cmp::Reverse(one.started_on), one.id));
    let worked = worked.into_iter().map(|one| (Said::WorkedAt(one.id), one.organization.trim()));
    let learned = campaign.schools.values().map(|one| (Said::LearnedAt(one.id), one.name.trim()));
    let mut names: Vec<String> = Vec::new();
    let mut sayings = Vec::new();
    for (said, name) in worked.chain(learned).filter(|(_, name)| !says(told, name)) {
        if !names.contains(&fold(name)) {
            names.push(fold(name));
            sayings.push((said, name.to_owned()));
        }
    }
    sayings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::id::Id;
    use crate::scene::{Scene, p};

    #[test]
    fn one_click_writes_the_words_and_a_second_one_nothing() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.worked_at("Quay Ltd", 2011, 2015);
        let said = Said::WorkedAt(PositionId::from_number(1));
        let changes = say_how_known(&scene.campaign, p(1), said).unwrap();
        scene.campaign.apply(changes);
        assert_eq!(scene.campaign.people[&p(1)].how_known.as_deref(), Some("We worked together at Quay Ltd"));
        assert_eq!(say_how_known(&scene.campaign, p(1), said), Ok(vec![]));
        assert_eq!(sayings(&scene.campaign, p(1)), []);
    }

    #[test]
    fn own_words_stay() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.worked_at("Quay Ltd", 2011, 2015).person(1, |person| person.how_known = Some("My neighbour.".into()));
        let changes = say_how_known(&scene.campaign, p(1), Said::WorkedAt(PositionId::from_number(1))).unwrap();
        scene.campaign.apply(changes);
        let told = scene.campaign.people[&p(1)].how_known.clone();
        assert_eq!(told.as_deref(), Some("My neighbour. We worked together at Quay Ltd"));
    }

    #[test]
    fn a_place_that_is_not_ones_own_is_refused() {
        let scene = Scene::of(&["Ana Pereira"]);
        for said in [Said::WorkedAt(PositionId::from_number(9)), Said::LearnedAt(SchoolId::from_number(9))] {
            assert_eq!(say_how_known(&scene.campaign, p(1), said).unwrap_err().kind, No::Unknown);
        }
    }

    #[test]
    fn a_name_that_stands_inside_another_word_is_not_said_yet() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.worked_at("Arc", 2011, 2015);
        scene.person(1, |person| person.how_known = Some("We marched together at Arcade".into()));
        assert_eq!(sayings(&scene.campaign, p(1)).len(), 1);
        scene.person(1, |person| person.how_known = Some("We worked together at Arcade".into()));
        let changes = say_how_known(&scene.campaign, p(1), Said::WorkedAt(PositionId::from_number(1))).unwrap();
        assert_eq!(changes.len(), 1);
    }

    #[test]
    fn each_place_is_offered_once_the_last_one_first() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.worked_at("Quay Ltd", 2011, 2013).worked_at("Harbor", 2015, 2018).worked_at("quay ltd", 2013, 2015);
        let names: Vec<String> = sayings(&scene.campaign, p(1)).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["Harbor", "quay ltd"]);
    }
}

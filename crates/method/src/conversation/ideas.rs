//! Directions that came up become ideas to try (row M3).
//!
//! Serves the conversation. It refuses to judge them: warmer and colder are the seeker's words.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Change;
use crate::conversation::{Heard, Warmth};
use crate::direction::Idea;
use crate::id::Ids;
use crate::list::written::{fold, line};

/// The directions in the words of the ideas they match, and the ideas that have to be written for them.
///
/// A direction that matches no idea becomes a new one. An idea that was laid aside comes back when it grew warmer. Where
/// a direction was given twice, the last word counts.
pub fn heard_directions(
    campaign: &Campaign,
    ids: &Ids,
    held_on: Date,
    directions: &[Heard],
) -> (Vec<Heard>, Vec<Change>) {
    let mut heard: Vec<Heard> = Vec::new();
    let mut changes = Vec::new();
    for direction in directions {
        let Some(text) = line(&direction.direction) else {
            continue;
        };
        let warmth = direction.warmth;
        let earlier = heard.iter_mut().find(|heard| fold(&heard.direction) == fold(&text));
        if let Some(earlier) = earlier {
            earlier.warmth = warmth;
            continue;
        }
        let known = campaign.ideas.values().find(|idea| fold(&idea.text) == fold(&text));
        let idea = match known {
            Some(idea) => Idea { dropped: idea.dropped && warmth == Warmth::Colder, ..idea.clone() },
            None => Idea { id: ids.fresh(), text, noted_on: held_on, dropped: false },
        };
        heard.push(Heard { direction: idea.text.clone(), warmth });
        if known != Some(&idea) {
            changes.push(idea.into());
        }
    }
    (heard, changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DAY: Date = date(2026, 11, 24);

    fn said(direction: &str, warmth: Warmth) -> Heard {
        Heard { direction: direction.to_owned(), warmth }
    }

    fn with_idea(text: &str, dropped: bool) -> (Campaign, Ids) {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        let idea = Idea { id: ids.fresh(), text: text.to_owned(), noted_on: DAY, dropped };
        campaign.apply([idea.into()]);
        (campaign, ids)
    }

    #[test]
    fn a_new_direction_becomes_an_idea() {
        let (heard, changes) =
            heard_directions(&Campaign::default(), &Ids::default(), DAY, &[said(" teaching ", Warmth::Warmer)]);
        assert_eq!(heard, [said("teaching", Warmth::Warmer)]);
        assert_eq!(changes.len(), 1);
    }

    #[test]
    fn a_known_idea_keeps_its_own_words() {
        let (campaign, ids) = with_idea("Patient safety", false);
        let (heard, changes) = heard_directions(&campaign, &ids, DAY, &[said("patient SAFETY", Warmth::Colder)]);
        assert_eq!((heard, changes), (vec![said("Patient safety", Warmth::Colder)], vec![]));
    }

    #[rstest::rstest]
    #[case::warmer_brings_it_back(Warmth::Warmer, 1)]
    #[case::colder_leaves_it_aside(Warmth::Colder, 0)]
    fn an_idea_laid_aside(#[case] warmth: Warmth, #[case] changes: usize) {
        let (campaign, ids) = with_idea("teaching", true);
        assert_eq!(heard_directions(&campaign, &ids, DAY, &[said("teaching", warmth)]).1.len(), changes);
    }

    #[test]
    fn the_last_word_on_a_direction_counts() {
        let said = [said("teaching", Warmth::Warmer), said("Teaching", Warmth::Colder)];
        let (heard, changes) = heard_directions(&Campaign::default(), &Ids::default(), DAY, &said);
        assert_eq!((heard.len(), heard[0].warmth, changes.len()), (1, Warmth::Colder, 1));
    }
}

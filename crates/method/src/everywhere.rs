//! Looking for words everywhere: people, organizations, and what was noted of them. Serves every step.
//!
//! It compares as the list does: parts of words in any order, whatever their case and accents. It shows what is found
//! with the words around it, and refuses to rank people.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::id::{ConversationId, OpportunityId, PersonId, StoryId};
use crate::list::organizations::{Organization, organizations};
use crate::list::search::search;
use crate::list::written::fold;

/// What a search found.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Everywhere {
    /// People, in the order of their names.
    pub people: Vec<PersonId>,
    /// Organizations: those of the direction, then those that were spoken of, then the others.
    pub organizations: Vec<Organization>,
    /// Notes, in the order of the method.
    pub notes: Vec<Note>,
}

/// A note that holds the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Where it stands.
    pub place: Place,
    /// The words before the one that was found, the word, and those after it.
    pub excerpt: (String, String, String),
}

/// Where a note stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Place {
    /// What the seeker told about a person.
    Person(PersonRef),
    /// Why somebody is called.
    Case(PersonRef),
    /// A conversation: what was learned, and the ideas that came up.
    Conversation(ConversationId, PersonRef, Date),
    /// A promise by either side.
    Promise(PersonRef),
    /// An opportunity, with its title.
    Opportunity(OpportunityId, String),
    /// A version of the story, with its name.
    Story(StoryId, String),
    /// What changes after the week that begins on that day.
    Week(Date),
    /// An idea to try, or a strength.
    Own,
}

/// Words around the one that was found.
const BEFORE: usize = 8;
const AFTER: usize = 14;

/// The longest word of an excerpt; nobody writes longer ones to be read.
const LONGEST: usize = 40;

/// Everything in which every word of the query stands; nothing for an empty query.
pub fn everywhere(campaign: &Campaign, query: &str) -> Everywhere {
    let folded = fold(query);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() {
        return Everywhere::default();
    }
    let found = organizations(campaign, query);
    Everywhere {
        people: search(campaign, query),
        organizations: [found.wanted, found.spoken_of, found.others, found.followed].concat(),
        notes: notes(campaign, &words),
    }
}

fn notes(campaign: &Campaign, words: &[&str]) -> Vec<Note> {
    let mut found = Vec::new();
    let mut look = |place: &dyn Fn() -> Place, texts: &[Option<&str>]| {
        let text = texts.iter().flatten().copied().collect::<Vec<&str>>().join(" · ");
        if let Some(excerpt) = excerpt(&text, words) {
            found.push(Note { place: place(), excerpt });
        }
    };
    for told in campaign.people.values().filter(|told| !told.forgotten) {
        let texts = [told.how_known.as_deref(), told.valued_for.as_deref(), told.notes.as_deref()];
        if texts.iter().any(Option::is_some) {
            look(&|| Place::Person(campaign.person_ref(told.id)), &texts);
        }
    }
    for case in campaign.cases.values() {
        let texts = [Some(case.purpose.as_str()), Some(&case.outcome), Some(&case.why)];
        look(&|| Place::Case(campaign.person_ref(case.person)), &texts);
    }
    for held in campaign.conversations.values() {
        let ideas = held.directions.iter().map(|heard| Some(heard.direction.as_str()));
        let texts: Vec<Option<&str>> = std::iter::once(held.learned.as_deref()).chain(ideas).collect();
        look(&|| Place::Conversation(held.id, campaign.person_ref(held.person), held.held_on), &texts);
    }
    for promise in campaign.commitments.values() {
        look(&|| Place::Promise(campaign.person_ref(promise.person)), &[Some(&promise.text)]);
    }
    for one in campaign.opportunities.values() {
        look(&|| Place::Opportunity(one.id, one.title.clone()), &[Some(&one.title), one.notes.as_deref()]);
    }
    for line in campaign.week_lines.values() {
        look(&|| Place::Week(line.week_on), &[Some(&line.text)]);
    }
    for story in campaign.stories.values().filter(|story| !story.dropped) {
        look(&|| Place::Story(story.id, story.name.clone()), &[Some(&story.name), Some(&story.text)]);
    }
    for strength in campaign.strengths.values().filter(|strength| !strength.dropped) {
        look(&|| Place::Own, &[Some(&strength.name), strength.proof.as_deref()]);
    }
    for idea in campaign.ideas.values().filter(|idea| !idea.dropped) {
        look(&|| Place::Own, &[Some(&idea.text)]);
    }
    found
}

/// The words around the first one that was found; none unless every word of the query stands in the text.
fn excerpt(text: &str, words: &[&str]) -> Option<(String, String, String)> {
    let folded = fold(text);
    if !words.iter().all(|word| folded.contains(word)) {
        return None;
    }
    let all: Vec<&str> = text.split_whitespace().collect();
    // A query word can reach over a gap of the text where letters of its kind stand close; then the beginning is shown.
    let at = all.iter().position(|one| words.iter().any(|word| fold(one).contains(word))).unwrap_or(0);
    let (from, to) = (at.saturating_sub(BEFORE), all.len().min(at + 1 + AFTER));
    let side = |part: &[&str]| part.iter().map(|word| cut(word)).collect::<Vec<String>>().join(" ");
    let before = if from > 0 { format!("… {}", side(&all[from..at])) } else { side(&all[..at]) };
    let after = side(all.get(at + 1..to).unwrap_or_default());
    let after = if to < all.len() { format!("{after} …") } else { after };
    Some((before, all.get(at).map(|word| cut(word)).unwrap_or_default(), after))
}

fn cut(word: &str) -> String {
    if word.chars().count() <= LONGEST {
        return word.to_owned();
    }
    word.chars().take(LONGEST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::conversation::Ladder;
    use crate::scene::Scene;

    fn scene() -> Scene {
        let mut scene = Scene::of(&["Zoë Müller", "Bo Lind"]);
        scene.at(1, "Crédit Rural").met(1, date(2026, 11, 2), Ladder::Listened);
        let mut held = scene.campaign.conversations.values().next().unwrap().clone();
        held.learned = Some("They train their own welders, and the café is where people meet.".into());
        scene.write(held).person(2, |bo| bo.notes = Some("Likes sailing.".into()));
        scene
    }

    fn counts(query: &str) -> (usize, usize, usize) {
        let found = everywhere(&scene().campaign, query);
        (found.people.len(), found.organizations.len(), found.notes.len())
    }

    #[rstest::rstest]
    #[case::a_person("zoe", (1, 0, 0))]
    #[case::an_organization_and_who_is_there("credit", (1, 1, 0))]
    #[case::what_was_learned("WELDERS cafe", (0, 0, 1))]
    #[case::what_was_told("sail", (0, 0, 1))]
    #[case::nothing("quux", (0, 0, 0))]
    #[case::no_words("  ", (0, 0, 0))]
    fn words_are_found_wherever_they_stand(#[case] query: &str, #[case] found: (usize, usize, usize)) {
        assert_eq!(counts(query), found);
    }

    #[test]
    fn an_excerpt_shows_the_words_around() {
        let text = "one two three four five six seven eight nine ten Éleven twelve";
        let (before, hit, after) = excerpt(text, &["eleven"]).unwrap();
        assert_eq!(
            (before.as_str(), hit.as_str(), after.as_str()),
            ("… three four five six seven eight nine ten", "Éleven", "twelve")
        );
    }

    #[test]
    fn a_note_of_a_hundred_thousand_letters_gives_a_short_excerpt() {
        let (_, hit, after) = excerpt(&"ä".repeat(100_000), &["aa"]).unwrap();
        assert_eq!((hit.chars().count(), after.as_str()), (LONGEST + 1, ""));
        let many = "word ".repeat(20_000);
        let (before, _, after) = excerpt(&format!("{many}needle {many}"), &["needle"]).unwrap();
        assert!(before.len() + after.len() < 200);
    }
}

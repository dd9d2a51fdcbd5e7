//! The versions of the story: how long each takes to say, who heard it and how far those conversations went (row M15).

use jiff::civil::Date;
use serde::Serialize;

use super::beats::Length;
use super::{
    Story, story_asks_for_no_job, story_does_not_end_flat, story_fits_ninety_seconds, story_is_no_list_of_duties,
    story_names_a_direction, story_shows_a_proof, story_speaks_plainly, story_tells_what_changed,
};
use crate::campaign::{Campaign, PersonRef};
use crate::case::remark::{Remark, other_faults};
use crate::conversation::Ladder;
use crate::direction::Direction;
use crate::id::{ConversationId, StoryId};

/// How fast a story is told: words a minute.
pub const WORDS_A_MINUTE: usize = 140;

/// One conversation that heard a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The conversation.
    pub conversation: ConversationId,
    /// With whom.
    pub person: PersonRef,
    /// The day.
    pub held_on: Date,
    /// How far it went.
    pub ladder: Ladder,
}

/// One version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoryReport {
    /// Its id.
    pub id: StoryId,
    /// What the seeker calls it.
    pub name: String,
    /// The words to say.
    pub text: String,
    /// The day on which it was written.
    pub written_on: Date,
    /// Not told any more.
    pub dropped: bool,
    /// How many words it has.
    pub words: usize,
    /// How many seconds it takes, at 140 words a minute, rounded up.
    pub seconds: usize,
    /// Into how many seconds it fits, 30 or 90; null when it is too long for both.
    pub fits: Option<Length>,
    /// Who heard it, oldest first.
    pub told: Vec<Told>,
    /// How far the best of those conversations went; null while nobody heard it.
    pub furthest: Option<Ladder>,
    /// What is pointed out.
    pub remarks: Vec<Remark>,
}

/// Every version, the newest first; those laid aside come last.
pub fn stories(campaign: &Campaign) -> Vec<StoryReport> {
    let mut versions: Vec<&Story> = campaign.stories.values().collect();
    versions.sort_by_key(|story| (story.dropped, std::cmp::Reverse((story.written_on, story.id))));
    versions.into_iter().map(|story| report(campaign, story)).collect()
}

/// The version to tell: the newest that was not laid aside.
pub fn latest(campaign: &Campaign) -> Option<StoryReport> {
    stories(campaign).into_iter().find(|story| !story.dropped)
}

/// How many seconds it takes to say these words.
pub fn seconds(text: &str) -> usize {
    (text.split_whitespace().count() * 60).div_ceil(WORDS_A_MINUTE)
}

/// What is pointed out about these words, written down or not yet.
pub fn remarks(direction: &Direction, text: &str) -> Vec<Remark> {
    let about_the_story = [
        story_fits_ninety_seconds::remark(text),
        story_shows_a_proof::remark(text),
        story_tells_what_changed::remark(text),
        story_is_no_list_of_duties::remark(text),
        story_speaks_plainly::remark(text),
        story_names_a_direction::remark(direction, text),
        story_does_not_end_flat::remark(text),
        story_asks_for_no_job::remark(text),
    ];
    let others = other_faults(text, |sentence| story_asks_for_no_job::remark(sentence).is_some());
    about_the_story.into_iter().flatten().chain(others).collect()
}

fn report(campaign: &Campaign, story: &Story) -> StoryReport {
    let talks = campaign.conversations.values().filter(|talk| talk.story == Some(story.id));
    let mut told: Vec<Told> = talks
        .map(|talk| Told {
            conversation: talk.id,
            person: campaign.person_ref(talk.person),
            held_on: talk.held_on,
            ladder: talk.ladder,
        })
        .collect();
    told.sort_by_key(|told| (told.held_on, told.conversation));
    StoryReport {
        id: story.id,
        name: story.name.clone(),
        text: story.text.clone(),
        written_on: story.written_on,
        dropped: story.dropped,
        words: story.text.split_whitespace().count(),
        seconds: seconds(&story.text),
        fits: Length::of(seconds(&story.text)),
        furthest: told.iter().map(|told| told.ladder).max(),
        told,
        remarks: remarks(&campaign.direction, &story.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("I was responsible for wards. I am proactive. I need a job.", &["story_is_no_list_of_duties", "story_asks_for_no_job"], true)]
    #[case("I ran a ward, and falls went down by a third. Are you hiring on your team?", &["asks_who_is_hiring"], true)]
    #[case("I ran a ward, and falls went down by a third. I was not asking for a job then.", &["story_asks_for_no_job", "asks_for_a_job"], false)]
    fn a_story_is_read_by_the_draft_check_too(#[case] text: &str, #[case] rules: &[&str], #[case] out: bool) {
        let said: Vec<&str> = remarks(&Campaign::default().direction, text).iter().map(|remark| remark.rule).collect();
        assert!(rules.iter().all(|rule| said.contains(rule) == out), "{said:?}");
    }

    #[rstest::rstest]
    #[case("I want a job at your company.", &["story_asks_for_no_job"])]
    #[case("I need a job.", &["story_asks_for_no_job"])]
    #[case("I need a job. Are you hiring on your team?", &["story_asks_for_no_job", "asks_who_is_hiring"])]
    fn nothing_is_said_twice_of_one_phrase(#[case] end: &str, #[case] rules: &[&str]) {
        let text = format!("I ran a ward, and falls went down by a third. {end}");
        let said = remarks(&Campaign::default().direction, &text).into_iter().map(|remark| remark.rule);
        let about_a_job = |rule: &&str| rule.contains("job") || rule.contains("hiring");
        assert_eq!(said.filter(about_a_job).collect::<Vec<_>>(), rules);
    }
}

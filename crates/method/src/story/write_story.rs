//! Writes versions of the story (row M15). A version is never overwritten, so that each conversation can say which one
//! it heard; writing it anew lays the older one aside.

use jiff::civil::Date;

use super::Story;
use crate::campaign::Campaign;
use crate::change::{Change, Decision, No, Refusal};
use crate::id::{Ids, StoryId};
use crate::speech::fold;

/// Adds a version. Without a name it is called "version 2" and so on.
///
/// # Errors
/// Refuses an empty story, a name that is in use, and words that another version has already.
pub fn add_story(campaign: &Campaign, ids: &Ids, today: Date, name: Option<&str>, text: &str) -> Decision {
    let text = worded(text)?;
    let told = || campaign.stories.values().filter(|story| !story.dropped);
    if let Some(same) = told().find(|story| story.text == text) {
        return Err(Refusal::method(
            format!("Your version “{}” says this already.", same.name),
            "See your versions: `halfhour story`",
        ));
    }
    let name = match name.map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => free_name(campaign),
    };
    if let Some(same) = told().find(|story| fold(&story.name) == fold(&name)) {
        return Err(Refusal::method(
            format!("There is a version called “{}” already.", same.name),
            format!("Write it anew: `halfhour story add \"{}\" --edit`, or give this one another name.", same.name),
        ));
    }
    Ok(vec![Story { id: ids.fresh(), name, text, written_on: today, dropped: false }.into()])
}

/// Writes a version anew: a new one with the same name; the older is laid aside and stays with the conversations that
/// heard it.
///
/// # Errors
/// Refuses an unknown version, an empty story, and a version that was laid aside meanwhile (stale).
pub fn rewrite_story(campaign: &Campaign, ids: &Ids, today: Date, story: StoryId, text: &str) -> Decision {
    let old = found(campaign, story)?;
    let text = worded(text)?;
    if old.text == text {
        return Ok(Vec::new());
    }
    if old.dropped {
        let newer = campaign.stories.values().rfind(|story| !story.dropped && fold(&story.name) == fold(&old.name));
        let now = newer.map_or_else(|| "Now it is laid aside.".to_owned(), |new| format!("Now it says:\n{}", new.text));
        return Err(Refusal::new(
            No::Stale,
            format!("“{}” was written anew or laid aside while you were writing. {now}", old.name),
            "Nothing of yours was saved over it. Look at your versions: `halfhour story`",
        ));
    }
    let new = Story { id: ids.fresh(), text, written_on: today, ..old.clone() };
    Ok(vec![new.into(), Story { dropped: true, ..old.clone() }.into()])
}

/// Lays a version aside, or takes it up again.
///
/// # Errors
/// Refuses an unknown version, and to take one up whose name a newer one has.
pub fn lay_story_aside(campaign: &Campaign, story: StoryId, aside: bool) -> Decision {
    let old = found(campaign, story)?;
    if old.dropped == aside {
        return Ok(Vec::new());
    }
    let newer = campaign.stories.values().find(|story| !story.dropped && fold(&story.name) == fold(&old.name));
    if let Some(newer) = newer.filter(|_| !aside) {
        return Err(Refusal::method(
            format!("You tell “{}” in other words since.", newer.name),
            "Lay those aside first, or put the older words into them.",
        ));
    }
    Ok(vec![Change::from(Story { dropped: aside, ..old.clone() })])
}

fn found(campaign: &Campaign, story: StoryId) -> Result<&Story, Refusal> {
    let found = campaign.stories.get(&story);
    found.ok_or_else(|| {
        Refusal::unknown(format!("There is no version {story} of your story."), "See your versions: `halfhour story`")
    })
}

fn worded(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().any(char::is_alphanumeric) {
        return Ok(text.to_owned());
    }
    Err(Refusal::usage(
        "There are no words in this story.",
        "Say what you do best, one thing that shows it, and where you want to do it next: `halfhour story add short --text \"…\"`",
    ))
}

fn free_name(campaign: &Campaign) -> String {
    let mut number = campaign.stories.len() + 1;
    while campaign.stories.values().any(|story| story.name == format!("version {number}")) {
        number += 1;
    }
    format!("version {number}")
}

#[cfg(test)]
mod tests {
    use super::super::report::{latest, stories};
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn a_version_written_anew_leaves_the_older_where_it_was_told() {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        campaign.apply(add_story(&campaign, &ids, TODAY, None, "I weld. Next I want to inspect.").unwrap());
        let old = latest(&campaign).unwrap().id;
        campaign.apply(rewrite_story(&campaign, &ids, TODAY, old, "I weld pipes. Next I want to inspect.").unwrap());
        let versions = stories(&campaign);
        assert_eq!(versions.iter().map(|story| story.dropped).collect::<Vec<_>>(), [false, true]);
        assert_eq!(versions[0].name, versions[1].name);
        let no = rewrite_story(&campaign, &ids, TODAY, old, "Third").unwrap_err();
        assert_eq!(no.kind, No::Stale);
        assert!(no.message.contains("I weld pipes."), "{no}");
    }

    #[test]
    fn an_older_version_comes_back_only_when_its_name_is_free() {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        campaign.apply(add_story(&campaign, &ids, TODAY, Some("short"), "I weld.").unwrap());
        let old = latest(&campaign).unwrap().id;
        campaign.apply(rewrite_story(&campaign, &ids, TODAY, old, "I weld pipes.").unwrap());
        assert_eq!(lay_story_aside(&campaign, old, false).unwrap_err().kind, No::Method);
        let new = latest(&campaign).unwrap().id;
        campaign.apply(lay_story_aside(&campaign, new, true).unwrap());
        campaign.apply(lay_story_aside(&campaign, old, false).unwrap());
        assert_eq!(latest(&campaign).unwrap().text, "I weld.");
    }

    #[test]
    fn a_story_of_140_words_takes_a_minute() {
        assert_eq!(super::super::report::seconds(&"word ".repeat(140)), 60);
        assert!(super::super::story_fits_ninety_seconds::remark(&"word ".repeat(210)).is_none());
        assert!(super::super::story_fits_ninety_seconds::remark(&"word ".repeat(211)).is_some());
    }

    #[test]
    fn the_same_story_twice_and_an_empty_one_are_refused() {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        campaign.apply(add_story(&campaign, &ids, TODAY, Some("short"), "I weld.").unwrap());
        assert!(add_story(&campaign, &ids, TODAY, None, "I weld. ").is_err());
        assert!(add_story(&campaign, &ids, TODAY, Some("Short"), "I weld pipes.").is_err());
        assert!(add_story(&campaign, &ids, TODAY, None, " … ").is_err());
        let remarks = &latest(&campaign).unwrap().remarks;
        assert!(remarks.iter().any(|remark| remark.rule == "story_names_a_direction"));
    }
}

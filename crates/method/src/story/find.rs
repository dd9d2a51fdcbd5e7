//! Which version of the story is meant (row M15). Serves whoever names one; refuses to guess between several.

use super::Story;
use crate::campaign::Campaign;
use crate::change::{No, Refusal};
use crate::id::StoryId;
use crate::speech::fold;

/// The version with this id or this name, or the only one with these words in its name. One that is told wins over those
/// that were laid aside, and of these the newest is meant.
///
/// # Errors
/// `Unknown` when there is none, `Ambiguous` when several are told.
pub fn find_story(campaign: &Campaign, query: &str) -> Result<StoryId, Refusal> {
    if let Some(story) = query.trim().parse().ok().and_then(|id| campaign.stories.get(&id)) {
        return Ok(story.id);
    }
    let exact = named(campaign, query, |name, query| name == query);
    let found = if exact.is_empty() { named(campaign, query, |name, query| name.contains(query)) } else { exact };
    match found.as_slice() {
        [] => Err(Refusal::unknown(
            format!("There is no version “{}” of your story.", query.trim()),
            "See your versions: `halfhour story`",
        )),
        [one] => Ok(one.id),
        several => {
            let versions: Vec<String> = several.iter().map(|story| format!("{} {}", story.id, story.name)).collect();
            Err(Refusal::new(
                No::Ambiguous,
                format!("“{}” could be:\n  {}", query.trim(), versions.join("\n  ")),
                format!("Use the id, for instance {}.", several[0].id),
            ))
        }
    }
}

/// The version that is told under exactly this name.
pub fn told_as<'a>(campaign: &'a Campaign, name: &str) -> Option<&'a Story> {
    named(campaign, name, |name, query| name == query).into_iter().find(|story| !story.dropped)
}

fn named<'a>(campaign: &'a Campaign, query: &str, fits: impl Fn(&str, &str) -> bool) -> Vec<&'a Story> {
    let query = fold(query);
    let fits = |story: &&Story| !query.is_empty() && fits(&fold(&story.name), &query);
    let found: Vec<&Story> = campaign.stories.values().filter(fits).collect();
    let told: Vec<&Story> = found.iter().copied().filter(|story| !story.dropped).collect();
    if told.is_empty() { found.last().copied().into_iter().collect() } else { told }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Ids;
    use crate::story::write_story::{add_story, lay_story_aside, rewrite_story};
    use jiff::civil::date;

    fn told() -> Campaign {
        let (mut campaign, ids, today) = (Campaign::default(), Ids::default(), date(2026, 11, 23));
        for (name, text) in [("short", "I weld."), ("for hospitals", "I nurse."), ("for schools", "I teach.")] {
            campaign.apply(add_story(&campaign, &ids, today, Some(name), text).unwrap());
        }
        let short = find_story(&campaign, "short").unwrap();
        campaign.apply(rewrite_story(&campaign, &ids, today, short, "I weld pipes.").unwrap());
        campaign.apply(lay_story_aside(&campaign, "y3".parse().unwrap(), true).unwrap());
        campaign
    }

    #[rstest::rstest]
    #[case("Short", "y4")]
    #[case("y1", "y1")]
    #[case("hospital", "y2")]
    #[case("for", "y2")]
    #[case("for schools", "y3")]
    fn a_version_is_found(#[case] query: &str, #[case] id: &str) {
        assert_eq!(find_story(&told(), query).map(|found| found.to_string()).as_deref(), Ok(id));
    }

    #[rstest::rstest]
    #[case("", No::Unknown)]
    #[case("🦊", No::Unknown)]
    #[case("o", No::Ambiguous)]
    fn nothing_is_guessed(#[case] query: &str, #[case] kind: No) {
        assert_eq!(find_story(&told(), query).unwrap_err().kind, kind);
    }
}

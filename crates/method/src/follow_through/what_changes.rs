//! Writing what changes after a week, in one's own words: the end of a review (row M12, E30).
//!
//! Serves following through. The next week shows it, so that it is read when it matters. It asks for nothing: a week
//! without a line is as good as any. It refuses weeks that have not begun.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::day::{plus_days, week_start};
use crate::follow_through::WeekLine;
use crate::id::Ids;

/// The most letters of a line. More is a diary.
pub const MOST: usize = 500;

/// Writes what changes after the week in which that day lies, in place of what stood; nothing takes it back.
///
/// # Errors
/// Refuses weeks ahead, and more letters than [`MOST`].
pub fn write_what_changes(campaign: &Campaign, ids: &Ids, today: Date, of: Date, text: &str) -> Decision {
    let week_on = week_start(of);
    if week_on > today {
        return Err(Refusal::method(
            "That week is still ahead.",
            "What changes is written at the end of a week: `halfhour week --changes \"WORDS\"`.",
        ));
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > MOST {
        return Err(Refusal::usage(
            format!("That is longer than {MOST} letters."),
            "A sentence or two is what one remembers on Monday.",
        ));
    }
    let stands = campaign.week_lines.values().find(|line| line.week_on == week_on);
    Ok(match stands {
        Some(line) if text.is_empty() => vec![Change::Remove(line.id.into())],
        Some(line) if line.text == text => Vec::new(),
        Some(line) => vec![WeekLine { text, ..line.clone() }.into()],
        None if text.is_empty() => Vec::new(),
        None => vec![WeekLine { id: ids.fresh(), week_on, text }.into()],
    })
}

/// What the seeker wrote for the week that begins on that Monday.
pub fn line_of(campaign: &Campaign, week_on: Date) -> Option<&str> {
    let line = campaign.week_lines.values().find(|line| line.week_on == week_on);
    line.map(|line| line.text.as_str())
}

/// What they wrote for the week before that one, which holds from there on.
pub(super) fn line_before(campaign: &Campaign, week_on: Date) -> Option<&str> {
    line_of(campaign, plus_days(week_on, -7))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::follow_through::review::review;
    use crate::follow_through::scene::{Scene, day};

    fn written(scene: &Scene, of: i32, text: &str) -> Scene {
        let mut scene = scene.clone();
        let changes = write_what_changes(&scene.campaign, &scene.ids, day(scene.today), day(of), text).unwrap();
        scene.campaign.apply(changes);
        scene
    }

    #[test]
    fn the_line_stands_in_its_week_and_above_the_next() {
        let scene = written(&Scene::on(20), 18, "  Call first,\n then write ");
        let of = |on: i32| review(&scene.campaign, day(on), day(25));
        assert_eq!(of(20).changes.own.as_deref(), Some("Call first, then write"));
        assert_eq!((of(25).before.as_deref(), of(25).changes.own.clone()), (Some("Call first, then write"), None));
        assert_eq!(of(20).before, None);
    }

    #[test]
    fn it_is_written_anew_and_taken_back() {
        let scene = written(&Scene::on(20), 20, "Call first");
        let anew = written(&scene, 16, "Call on Tuesdays");
        assert_eq!((anew.campaign.week_lines.len(), line_of(&anew.campaign, day(16))), (1, Some("Call on Tuesdays")));
        assert!(
            write_what_changes(&anew.campaign, &anew.ids, day(20), day(20), "Call on Tuesdays").unwrap().is_empty()
        );
        let taken_back = write_what_changes(&anew.campaign, &anew.ids, day(20), day(20), " ").unwrap();
        assert_eq!(
            crate::telling::telling(&anew.campaign, &taken_back),
            "took back what changes after the week of 16 November 2026"
        );
        assert!(written(&anew, 20, " ").campaign.week_lines.is_empty());
        assert!(written(&Scene::on(20), 20, "").campaign.week_lines.is_empty());
    }

    #[rstest::rstest]
    #[case::of_a_week_ahead(23, "Call first".to_owned(), No::Method)]
    #[case::a_diary(20, "a".repeat(MOST + 1), No::Usage)]
    fn what_is_no_line_is_refused(#[case] of: i32, #[case] text: String, #[case] kind: No) {
        let scene = Scene::on(20);
        assert_eq!(write_what_changes(&scene.campaign, &scene.ids, day(20), day(of), &text).unwrap_err().kind, kind);
    }
}

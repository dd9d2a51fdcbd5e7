//! Putting a move off to a day of the seeker's choice (row M12: no guilt).
//!
//! Serves following through. It refuses days that are no later, and days so far off that they would mean never.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::day::{plus_days, spoken};
use crate::follow_through::done::chosen;
use crate::follow_through::{Later, Until};
use crate::id::Ids;

/// How far a move may be put off, in days.
pub const FARTHEST: i32 = 366;

/// Puts a move, or one part of it, off until a day; a former putting off is replaced. `id` and `part` mean the same as
/// for [`super::done::done`]. The day is taken as it is, also on a weekend.
///
/// # Errors
/// Refuses ids that are not there, today and earlier, days up to the one on which it is due anyway, and days more than
/// a year ahead.
pub fn later(campaign: &Campaign, ids: &Ids, today: Date, id: &str, part: Option<&str>, until_on: Date) -> Decision {
    let parts = chosen(campaign, today, id, part)?;
    if until_on <= today {
        return Err(Refusal::method(
            format!("{} is not later than today.", spoken(until_on, today)),
            format!("Name a day ahead: `halfhour later {id} tomorrow`, or `\"next tuesday\"`."),
        ));
    }
    if until_on > plus_days(today, FARTHEST) {
        return Err(Refusal::method(
            "That is more than a year away.",
            format!(
                "Name a nearer day, or say that it is not needed: `halfhour later {id} --not-needed`. `halfhour list mark \
                 PERSON --set-aside` ends all moves with somebody."
            ),
        ));
    }
    if let Some(sooner) = parts.iter().find(|part| until_on <= part.usually_on) {
        return Err(Refusal::method(
            format!("It is not due before {} anyway.", spoken(sooner.usually_on, today)),
            "Name a day after that one, or leave it as it is.",
        ));
    }
    Ok(parts.iter().map(|part| put_off(campaign, ids, part.id(), Until::Day(until_on))).collect())
}

/// The part is put off until then, in place of a former day.
pub(super) fn put_off(campaign: &Campaign, ids: &Ids, part: String, until_on: Until) -> Change {
    let former = campaign.laters.values().find(|later| later.part == part);
    Later { id: former.map_or_else(|| ids.fresh(), |later| later.id), part, until_on }.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::follow_through::moves::moves;
    use crate::follow_through::scene::{Scene, day};

    fn two_parts() -> Scene {
        Scene::on(17).talks_and_learns("Maria").promises("Maria", Some(18))
    }

    fn put_off(scene: &Scene, until: i32) -> Decision {
        later(&scene.campaign, &scene.ids, day(scene.today), "Thank-C1", None, day(until))
    }

    #[test]
    fn a_move_comes_back_whole_on_the_day_under_the_same_id() {
        let scene = two_parts().later("thank-c1", 21);
        let moves = moves(&scene.campaign, day(17));
        assert_eq!((moves[0].id.as_str(), moves[0].due_on, moves[0].parts.len()), ("thank-c1", day(21), 2));
    }

    #[test]
    fn a_part_can_be_put_off_alone() {
        let moves = moves(&two_parts().later("keep-m1", 19).campaign, day(17));
        let moves: Vec<_> = moves.iter().map(|one| (one.id.as_str(), one.due_on)).collect();
        assert_eq!(moves, [("thank-c1", day(18)), ("keep-m1", day(19))]);
    }

    #[test]
    fn a_new_day_replaces_the_former_also_a_sooner_one() {
        let scene = two_parts().later("thank-c1", 27).later("thank-c1", 20);
        assert_eq!(scene.campaign.laters.len(), 2, "one for each part");
        assert!(scene.campaign.laters.values().all(|later| later.until_on == Until::Day(day(20))));
    }

    #[test]
    fn choosing_the_next_can_wait_too() {
        let scene = Scene::on(16).knows("Maria", "Mercy").later("next-d1", 19);
        assert_eq!(moves(&scene.campaign, day(17))[0].due_on, day(19));
        assert_eq!(moves(&scene.campaign, day(20))[0].due_on, day(20));
    }

    #[rstest::rstest]
    #[case::yesterday(16)]
    #[case::today(17)]
    #[case::the_day_on_which_it_is_due_anyway(18)]
    #[case::more_than_a_year_ahead(17 + FARTHEST + 1)]
    fn days_that_make_no_sense_are_refused(#[case] until: i32) {
        assert_eq!(put_off(&two_parts(), until).unwrap_err().kind, No::Method);
    }

    #[test]
    fn an_overdue_move_can_be_put_off_to_tomorrow() {
        assert!(put_off(&two_parts().later_on(24), 25).is_ok());
    }

    #[test]
    fn what_is_not_there_cannot_wait() {
        let scene = Scene::on(17);
        assert_eq!(put_off(&scene, 20).unwrap_err().kind, No::Unknown);
    }
}

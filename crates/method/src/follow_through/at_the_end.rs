//! The end of what is due: what is owed says for four weeks that it may be let go, and the week in which it goes names it.
//!
//! Serves following through (row M12: no guilt). Nothing that is owed ends without a word. It reproaches nobody, and what was
//! done late after all is not named.

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::PersonRef;
use crate::day::plus_days;
use crate::follow_through::due::{Due, MoveRule};
use crate::follow_through::moves::{MOVE_RULES, Standing, part_id, put_off};
use crate::follow_through::view::View;
use crate::follow_through::{remind_of_their_offer, report_back, set_up_the_meeting, thank_within_a_day};

/// What is owed to somebody, or by them, and so does not end without a word.
const OWED: &[&MoveRule] =
    &[&thank_within_a_day::MOVE, &set_up_the_meeting::MOVE, &report_back::MOVE, &remind_of_their_offer::MOVE];

/// For so many days after its last day it is said that it may be let go.
const LAST_WORD: i32 = 28;

/// What was owed and is no longer due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetGo {
    /// With whom.
    pub person: Option<PersonRef>,
    /// What there was to do, without a full stop.
    pub text: String,
}

/// After its last day what is owed says for four weeks that it may be let go, and stands behind all else. Anything else is
/// over.
pub(super) fn at_its_end(part: Standing, today: Date) -> Option<Standing> {
    match part.due.expires_on {
        Some(last) if today > plus_days(last, LAST_WORD) => None,
        Some(last) if today > last => OWED.iter().any(|rule| rule.code == part.rule.code).then(|| {
            let text = format!("{} You may also let it go.", part.due.text);
            Standing { weight: part.weight + MOVE_RULES.len(), due: Due { text, ..part.due }, ..part }
        }),
        _ => Some(part),
    }
}

/// What went of itself in these days, in their order; up to today, and to the day on which the search was closed.
pub(super) fn let_go_between(view: &View, from: Date, until: Date) -> Vec<LetGo> {
    let until = until.min(view.today).min(view.campaign.direction.closed_on.unwrap_or(Date::MAX));
    let owed = OWED.iter().flat_map(|rule| (rule.due)(view).into_iter().map(|due| (rule.code, due)));
    let needed = owed.filter(|(code, due)| !view.is_unneeded(&part_id(code, due)));
    let ended = needed.filter_map(|(code, due)| {
        let due = put_off(view, code, due);
        let ended_on = plus_days(due.expires_on?, LAST_WORD + 1);
        (from..=until).contains(&ended_on).then_some((ended_on, due))
    });
    let mut ended: Vec<(Date, Due)> = ended.collect();
    ended.sort_by_key(|(on, due)| (*on, due.about));
    let told = ended.into_iter().map(|(_, due)| LetGo {
        person: due.person.map(|person| view.campaign.person_ref(person)),
        text: due.text.strip_suffix('.').unwrap_or(&due.text).to_owned(),
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use crate::follow_through::moves::moves;
    use crate::follow_through::review::review;
    use crate::follow_through::scene::{Scene, day};

    /// What the week of that day names, looked at on another.
    fn named(scene: &Scene, of: i32, today: i32) -> Vec<String> {
        let week = review(&scene.campaign, day(of), day(today));
        week.happened.let_go.into_iter().map(|one| one.text).collect()
    }

    #[test]
    fn what_goes_of_itself_is_named_once_in_the_week_in_which_it_goes() {
        let scene = Scene::on(2).talks_with("Maria");
        let is_due = |today| moves(&scene.campaign, day(today)).iter().any(|one| one.id == "thank-c1");
        assert!(is_due(44) && !is_due(45));
        assert_eq!(named(&scene, 44, 44), Vec::<String>::new(), "it may still be done");
        assert_eq!(named(&scene, 45, 45), ["Thank Maria"]);
        assert_eq!(named(&scene, 45, 80), ["Thank Maria"], "that week goes on saying so");
        assert_eq!((named(&scene, 38, 80), named(&scene, 52, 80)), (vec![], vec![]), "and no other does");
    }

    #[test]
    fn whatever_was_done_or_said_about_it_leaves_nothing_to_name() {
        let scene = Scene::on(2).talks_with("Maria");
        assert_eq!(named(&scene.clone().later_on(20).done("thank-c1"), 45, 45), Vec::<String>::new());
        assert_eq!(named(&scene.clone().later_on(20).not_needed("thank-c1"), 45, 45), Vec::<String>::new());
        assert_eq!(named(&scene.clone().sets_aside("Maria"), 45, 45), Vec::<String>::new());
        let closed = scene.clone().later_on(30).closes();
        assert_eq!(named(&closed, 45, 45), Vec::<String>::new(), "a closed search lets nothing go");
        let put_off = scene.later_on(10).later("thank-c1", 17);
        assert_eq!(named(&put_off, 45, 80), Vec::<String>::new());
        assert_eq!(named(&put_off, 59, 80), ["Thank Maria"], "what was put off lives longer");
    }

    #[test]
    fn what_is_not_owed_goes_without_a_word() {
        let scene = Scene::on(2).talks_and_learns("Maria").done("thank-c1");
        for week in 0..20 {
            assert_eq!(named(&scene, 2 + 7 * week, 150), Vec::<String>::new());
        }
    }
}

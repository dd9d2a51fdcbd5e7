//! Saying that a move is not needed (row M12: no guilt).
//!
//! Serves following through. A promise is released; what comes round again and again rests for a while; anything else is
//! not said again about the same subject. Undo brings it back. It refuses where only a fact can tell what became of it.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Decision;
use crate::day::plus_days;
use crate::follow_through::Until;
use crate::follow_through::done::{chosen, others};
use crate::follow_through::due::Unneeded;
use crate::follow_through::later::put_off;
use crate::follow_through::moves::Standing;
use crate::id::Ids;

/// Says that a move, or one part of it, is not needed. `id` and `part` mean the same as for [`super::done::done`].
///
/// # Errors
/// Refuses ids that are not there, and meetings of which nobody said what became; then nothing is written.
pub fn not_needed(campaign: &Campaign, ids: &Ids, today: Date, id: &str, part: Option<&str>) -> Decision {
    let chosen = chosen(campaign, today, id, part)?;
    let mut changes = Vec::new();
    for (place, one) in chosen.iter().enumerate() {
        let new = alone(campaign, ids, today, one);
        let several = chosen.len() > 1;
        changes.extend(new.map_err(|no| if several { others(no, "later", id, place, " --not-needed") } else { no })?);
    }
    Ok(changes)
}

fn alone(campaign: &Campaign, ids: &Ids, today: Date, one: &Standing) -> Decision {
    match one.rule.unneeded {
        Unneeded::ForGood => Ok(vec![put_off(campaign, ids, one.id(), Until::Never)]),
        Unneeded::RestsFor(days) => {
            let until_on = Until::Day(plus_days(today.max(one.usually_on), days));
            Ok(vec![put_off(campaign, ids, one.id(), until_on)])
        }
        Unneeded::Says(decide) => decide(campaign, ids, today, &one.due),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Change, Fact, No};
    use crate::conversation::CommitmentState;
    use crate::follow_through::moves::moves;
    use crate::follow_through::scene::{Scene, day};
    use crate::list::slate::slate;
    use crate::momentum::gauge::momentum;
    use crate::momentum::map::map;

    fn parts(scene: &Scene) -> Vec<String> {
        let moves = moves(&scene.campaign, day(scene.today));
        moves.iter().flat_map(|one| &one.parts).map(|part| part.id.clone()).collect()
    }

    #[test]
    fn it_is_not_said_again_and_the_rest_stands() {
        let scene = Scene::on(17).talks_and_learns("Maria").promises("Dan", Some(18)).not_needed("thank-c1");
        assert_eq!(parts(&scene), ["keep-m1"]);
        assert_eq!(parts(&scene.later_on(24)), ["keep-m1"]);
    }

    #[test]
    fn one_part_can_be_said_alone() {
        let scene = Scene::on(17).talks_and_learns("Maria").promises("Maria", Some(18));
        let changes = not_needed(&scene.campaign, &scene.ids, day(17), "thank-c1", Some("2")).unwrap();
        let [Change::Write(Fact::Commitment(promise))] = changes.as_slice() else { panic!("{changes:?}") };
        assert_eq!(promise.state, CommitmentState::Released);
    }

    #[test]
    fn choosing_the_next_rests_for_a_week() {
        let scene = Scene::on(16).knows("Maria", "Mercy").not_needed("next-d1");
        assert!(parts(&scene.clone().later_on(15)).is_empty());
        assert_eq!(moves(&scene.campaign, day(23))[0].due_on, day(23));
    }

    /// Why the slate holds somebody back, and whether a chain or the map waits for them.
    fn held_and_waits(scene: &Scene) -> (Option<String>, bool, bool) {
        let today = day(scene.today);
        let held = slate(&scene.campaign, today, 5).held_back.into_iter().find(|held| held.person.name == "Dan");
        let map = map(&scene.campaign, today);
        let waits = momentum(&scene.campaign, today).chains[0].waits_for.is_some();
        (held.map(|held| held.reason), waits, map.led_to[0].led_to[0].waiting.is_some())
    }

    #[test]
    fn whoever_need_not_be_called_is_waited_for_nowhere() {
        let named = Scene::on(16).offered_by("Maria", "Dan").later_on(17);
        assert_eq!(held_and_waits(&named), (None, true, true));
        let let_be = named.not_needed("call-f1");
        let says = "You said that calling them is not needed".to_owned();
        assert_eq!(held_and_waits(&let_be), (Some(says), false, false));
        let anew = let_be.later_on(18).referred_by("Ruth", "Dan");
        assert_eq!(held_and_waits(&anew).0, None, "somebody named them anew");
    }

    #[test]
    fn what_became_of_a_meeting_is_needed() {
        let scene = Scene::on(16).asks("Maria").accepts("Maria", 17).promises("Maria", Some(17));
        let no = not_needed(&scene.campaign, &scene.ids, day(17), "record-a1", None).unwrap_err();
        assert_eq!(no.kind, No::Method);
        assert!(no.hint.contains("halfhour ask missed p1"), "{}", no.hint);
        assert!(no.hint.ends_with("`halfhour later record-a1 2 --not-needed`"), "{}", no.hint);
    }

    #[test]
    fn what_is_not_there_is_not_needed_by_nobody() {
        let scene = Scene::on(16);
        assert_eq!(not_needed(&scene.campaign, &scene.ids, day(16), "thank-c9", None).unwrap_err().kind, No::Unknown);
    }
}

//! Saying that a move is done: the fact that its rule is about is recorded.
//!
//! Serves following through. Because the fact itself is written, moves, timeline and funnel cannot disagree. It refuses
//! where only recording the thing itself would be true.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Refusal};
use crate::follow_through::moves::{Part, Standing, as_part, grouped, standing_parts};
use crate::id::Ids;

/// Records that a move, or one part of it, is done.
///
/// `id` is the id of a move or of a part. The id of a move means all of it, although its first part has the same id;
/// `part` picks one part by its number (from 1) or its id. The id of any later part means that part alone.
///
/// # Errors
/// Refuses ids that are not there, and parts that only recording the thing itself does; then nothing is written.
pub fn done(campaign: &Campaign, ids: &Ids, today: Date, id: &str, part: Option<&str>) -> Decision {
    let chosen = chosen(campaign, today, id, part)?;
    let mut after = Cow::Borrowed(campaign);
    let mut changes = Vec::new();
    for (place, one) in chosen.iter().enumerate() {
        let gone = place > 0 && !standing_parts(&after, today).iter().any(|still| still.id() == one.id());
        if gone {
            continue;
        }
        let new = (one.rule.done)(&after, ids, today, &one.due);
        let new = new.map_err(|no| if chosen.len() > 1 { others(no, "done", id, place, "") } else { no })?;
        if chosen.len() > 1 {
            after.to_mut().apply(new.iter().cloned());
        }
        changes.extend(new);
    }
    Ok(changes)
}

/// Where one part says no, the others can still be done alone.
pub(super) fn others(no: Refusal, verb: &str, id: &str, refused: usize, option: &str) -> Refusal {
    let (id, other) = (id.trim(), if refused == 0 { 2 } else { 1 });
    let hint = format!("{}\nA number picks one of the other parts: `halfhour {verb} {id} {other}{option}`", no.hint);
    Refusal { hint, ..no }
}

/// The parts of which saying that they are done is taken, each by its id.
pub fn by_saying(campaign: &Campaign, today: Date) -> BTreeSet<String> {
    let ids = Ids::default();
    let parts = standing_parts(campaign, today);
    let can = parts.iter().filter(|one| (one.rule.done)(campaign, &ids, today, &one.due).is_ok());
    can.map(Standing::id).collect()
}

/// The parts that [`done`] and [`super::later::later`] would take these words to mean, in their order.
///
/// # Errors
/// Refuses ids that are not there.
pub fn parts_meant(campaign: &Campaign, today: Date, id: &str, part: Option<&str>) -> Result<Vec<Part>, Refusal> {
    Ok(chosen(campaign, today, id, part)?.iter().map(as_part).collect())
}

/// The parts that are meant, in their order.
///
/// # Errors
/// Refuses ids that are not there.
pub(crate) fn chosen(campaign: &Campaign, today: Date, id: &str, part: Option<&str>) -> Result<Vec<Standing>, Refusal> {
    let id = id.trim().to_lowercase();
    let groups = grouped(standing_parts(campaign, today), today);
    let whole = groups.iter().find(|group| group.first().is_some_and(|first| first.id() == id));
    match (whole, part) {
        (Some(group), None) => Ok(group.clone()),
        (Some(group), Some(part)) => one_part(group, &id, part).map(|part| vec![part]),
        (None, _) => {
            let alone = groups.iter().flatten().find(|one| one.id() == id);
            alone.map(|part| vec![part.clone()]).ok_or_else(|| {
                Refusal::unknown(
                    format!("There is no move `{id}`, or it is done already."),
                    "`halfhour today` shows the moves that stand, each with its id.",
                )
            })
        }
    }
}

fn one_part(group: &[Standing], id: &str, part: &str) -> Result<Standing, Refusal> {
    let part = part.trim().to_lowercase();
    let by_number = part.parse::<usize>().ok().and_then(|number| group.get(number.checked_sub(1)?));
    let found = by_number.or_else(|| group.iter().find(|one| one.id() == part));
    found.cloned().ok_or_else(|| {
        Refusal::unknown(
            format!("The move {id} has no part `{part}`."),
            format!("Its parts are 1 to {}; `halfhour today` shows them.", group.len()),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::follow_through::scene::{Scene, day};

    /// Thanks are due on Wednesday the 18th, and so are two promises.
    fn three_parts() -> Scene {
        Scene::on(17).talks_and_learns("Maria").promises("Maria", Some(18)).promises("Maria", Some(18))
    }

    fn written(scene: &Scene, id: &str, part: Option<&str>) -> Vec<String> {
        let changes = done(&scene.campaign, &scene.ids, day(scene.today), id, part).unwrap();
        changes.iter().map(|change| change.key().to_string()).collect()
    }

    #[rstest::rstest]
    #[case::a_move_means_all_of_it("thank-c1", None, &["c1", "m1", "m2"])]
    #[case::its_first_part_by_number("thank-c1", Some("1"), &["c1"])]
    #[case::its_first_part_by_id("thank-c1", Some("thank-c1"), &["c1"])]
    #[case::a_part_by_number("thank-c1", Some("3"), &["m2"])]
    #[case::a_part_by_its_own_id("keep-m2", None, &["m2"])]
    #[case::capitals_do_not_matter(" Thank-C1", Some("KEEP-M1"), &["m1"])]
    fn what_is_done(#[case] id: &str, #[case] part: Option<&str>, #[case] facts: &[&str]) {
        assert_eq!(written(&three_parts(), id, part), facts);
    }

    #[rstest::rstest]
    #[case::no_such_move("thank-c9", None)]
    #[case::no_id_at_all("", None)]
    #[case::no_such_part("thank-c1", Some("4"))]
    #[case::parts_begin_with_one("thank-c1", Some("0"))]
    #[case::a_part_of_another_move("thank-c1", Some("call-f1"))]
    fn what_is_not_there(#[case] id: &str, #[case] part: Option<&str>) {
        let scene = three_parts();
        let no = done(&scene.campaign, &scene.ids, day(17), id, part).unwrap_err();
        assert_eq!(no.kind, No::Unknown);
        assert!(no.hint.contains("halfhour today"), "{}", no.hint);
    }

    #[test]
    fn the_parts_can_be_named_before_they_are_done() {
        let meant = |part| parts_meant(&three_parts().campaign, day(17), "thank-c1", part).unwrap();
        assert_eq!(meant(None).len(), 3);
        assert_eq!(meant(Some("2"))[0].id, "keep-m1");
    }

    #[test]
    fn done_twice_is_not_there_any_more() {
        let scene = three_parts().done("thank-c1");
        assert_eq!(done(&scene.campaign, &scene.ids, day(17), "thank-c1", None).unwrap_err().kind, No::Unknown);
    }

    #[test]
    fn one_call_answers_two_who_named_the_same_person() {
        let scene = Scene::on(16).referred_by("Maria", "Dan").referred_by("Ruth", "Dan");
        assert_eq!(written(&scene, "call-f1", None), ["a1"]);
    }

    #[rstest::rstest]
    #[case::the_next_person(Scene::on(16).knows("Maria", "Mercy"), "next-d1", "halfhour next")]
    #[case::a_meeting(Scene::on(16).asks("Maria").accepts("Maria", 16), "record-a1", "halfhour conversation p1")]
    #[case::a_day_to_find(
        Scene::on(16).asks("Maria").accepts("Maria", 16).missed("Maria"), "arrange-a1", "halfhour ask answer p1")]
    fn some_things_are_only_done_by_doing_them(#[case] scene: Scene, #[case] id: &str, #[case] command: &str) {
        let parts = parts_meant(&scene.campaign, day(16), id, None).unwrap();
        assert!(parts.iter().any(|part| !part.by_saying), "whoever shows it knows that saying so is not enough");
        let no = done(&scene.campaign, &scene.ids, day(16), id, None).unwrap_err();
        assert_eq!(no.kind, No::Method);
        assert!(no.hint.contains(command), "{}", no.hint);
    }

    #[test]
    fn where_one_part_is_refused_nothing_is_written() {
        let scene = Scene::on(16).asks("Maria").accepts("Maria", 17).promises("Maria", Some(17));
        let no = done(&scene.campaign, &scene.ids, day(17), "record-a1", None).unwrap_err();
        assert!(no.hint.ends_with("`halfhour done record-a1 2`"), "{}", no.hint);
        assert_eq!(written(&scene, "record-a1", Some("2")), ["m1"]);
    }
}

//! The moves: what is due, why, and with whom (row M11).
//!
//! Serves following through. Moves are derived anew each time from what happened. Nothing is typed in as a task, and
//! nothing is stored but the day to which the seeker put a part off, if it ever comes back.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef};
use crate::day::{days_between, plus_days};
use crate::follow_through::at_the_end::at_its_end;
use crate::follow_through::due::{Due, MoveRule};
use crate::follow_through::view::View;
use crate::follow_through::{
    ask_again, call_the_referred, choose_the_next, keep_what_you_promised, let_go_kindly, prepare_before_the_meeting,
    quiet_after_seven, quiet_after_three, record_after_the_meeting, remind_of_their_offer, report_back,
    set_up_the_meeting, stay_in_touch, thank_within_a_day, warm_up,
};
use crate::id::PersonId;

/// The rules that make moves, ordered by what is lost by waiting.
///
/// What cannot be made good comes first: a meeting one walks into unprepared, a talk that fades, thanks that grow stale,
/// a word not kept. Silence can wait a day longer than any of these. The last rule looks at what the others said.
pub const MOVE_RULES: &[&MoveRule] = &[
    &prepare_before_the_meeting::MOVE,
    &record_after_the_meeting::MOVE,
    &thank_within_a_day::MOVE,
    &keep_what_you_promised::MOVE,
    &call_the_referred::MOVE,
    &set_up_the_meeting::MOVE,
    &ask_again::MOVE,
    &report_back::MOVE,
    &remind_of_their_offer::MOVE,
    &quiet_after_three::MOVE,
    &quiet_after_seven::MOVE,
    &let_go_kindly::MOVE,
    &stay_in_touch::MOVE,
    &warm_up::MOVE,
    &choose_the_next::MOVE,
];

/// How many days ahead `today` looks.
pub const DAYS_AHEAD: i32 = 7;

/// Everything that is due for one person on one day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Move {
    /// The id of its first part.
    pub id: String,
    /// With whom; none when it is nobody in particular.
    pub person: Option<PersonRef>,
    /// The day on which it is or was due.
    pub due_on: Date,
    /// What to do first.
    pub text: String,
    /// Why.
    pub why: String,
    /// The rule of the first part.
    pub rule: &'static str,
    /// All of it, ordered by what is lost by waiting.
    pub parts: Vec<Part>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// The short name of its rule and the id of its subject: `thank-c3`. The same on every day.
    pub id: String,
    /// Its rule.
    pub rule: &'static str,
    /// What to do.
    pub text: String,
    /// Why.
    pub why: String,
    /// The id of the fact that it is about.
    pub about: String,
    /// The command that does it, where it is more than saying that it is done.
    pub command: Option<String>,
    /// The command that shows a draft for it, where one can be made from what was said.
    pub draft: Option<String>,
    /// Whether saying that it is done is enough; otherwise the command is the way.
    pub by_saying: bool,
    /// Whether it can be said that it is not needed.
    pub may_be_unneeded: bool,
}

/// Moves as a page shows them.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Agenda {
    /// Their day has passed.
    pub overdue: Vec<Move>,
    /// Due today.
    pub today: Vec<Move>,
    /// Due within the next seven days.
    pub this_week: Vec<Move>,
}

/// What is overdue, due today and due within the next seven days. What is due already is ordered by what is lost by waiting
/// longer, what lies ahead by its day and then by the same.
pub fn moves(campaign: &Campaign, today: Date) -> Vec<Move> {
    let last = plus_days(today, DAYS_AHEAD);
    every_move(campaign, today).into_iter().filter(|one| one.due_on <= last).collect()
}

/// The same moves for a calendar, which may be read on any day: every day in them is written out.
pub fn moves_written_out(campaign: &Campaign, today: Date) -> Vec<Move> {
    let last = plus_days(today, DAYS_AHEAD);
    let mut view = View::of(campaign, today);
    view.writes_days_out = true;
    let moves = grouped(standing_in(view), today);
    moves.iter().filter_map(|group| as_move(campaign, group)).filter(|one| one.due_on <= last).collect()
}

/// The same moves, grouped for a page.
pub fn agenda(campaign: &Campaign, today: Date) -> Agenda {
    let mut agenda = Agenda::default();
    for one in moves(campaign, today) {
        match one.due_on.cmp(&today) {
            std::cmp::Ordering::Less => agenda.overdue.push(one),
            std::cmp::Ordering::Equal => agenda.today.push(one),
            std::cmp::Ordering::Greater => agenda.this_week.push(one),
        }
    }
    agenda
}

/// All moves, however far ahead.
pub(crate) fn every_move(campaign: &Campaign, today: Date) -> Vec<Move> {
    grouped(standing_parts(campaign, today), today).iter().filter_map(|group| as_move(campaign, group)).collect()
}

/// One part that stands, before it is worded for output.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    /// Its rule.
    pub rule: &'static MoveRule,
    /// Its place among the rules, or behind all of them once it may be let go.
    pub weight: usize,
    /// What the rule said; the day moved to where the seeker put it.
    pub due: Due,
    /// The day that the rule itself gave.
    pub usually_on: Date,
}

impl Standing {
    /// The id of the part.
    pub fn id(&self) -> String {
        part_id(self.rule.code, &self.due)
    }

    /// Whether its last day is over, and it may be let go.
    fn is_late(&self) -> bool {
        self.weight >= MOVE_RULES.len()
    }
}

/// The id of a part: the short name of its rule, and its subject.
pub(super) fn part_id(code: &str, due: &Due) -> String {
    format!("{code}-{}", due.about)
}

/// Every part that stands. A closed campaign has none.
pub(crate) fn standing_parts(campaign: &Campaign, today: Date) -> Vec<Standing> {
    standing_in(View::of(campaign, today))
}

/// The same, told as that view tells days.
pub(super) fn standing_in(mut view: View) -> Vec<Standing> {
    if view.campaign.direction.closed_on.is_some() {
        return Vec::new();
    }
    let today = view.today;
    let mut parts: Vec<Standing> = Vec::new();
    for (weight, rule) in MOVE_RULES.iter().copied().enumerate() {
        let last = plus_days(today, DAYS_AHEAD);
        view.is_busy = parts.iter().any(|part| part.due.due_on <= last && !part.is_late());
        let needed = (rule.due)(&view).into_iter().filter(|due| !view.is_unneeded(&part_id(rule.code, due)));
        let standing = needed.map(|due| {
            let usually_on = due.due_on;
            let due = Due { text: with_one_stop(due.text), ..due };
            Standing { rule, weight, due: put_off(&view, rule.code, due), usually_on }
        });
        parts.extend(standing.filter_map(|part| at_its_end(part, today)));
    }
    parts
}

/// A name that ends with a full stop ends the sentence with it: "Thank Sam Reed Jr."
fn with_one_stop(text: String) -> String {
    match text.strip_suffix("..") {
        Some(before) if !before.ends_with('.') => format!("{before}."),
        _ => text,
    }
}

/// Moves what was put off to its new day; its last day moves along.
pub(super) fn put_off(view: &View, code: &str, due: Due) -> Due {
    match view.put_off_until(&part_id(code, &due)) {
        Some(until_on) if until_on > due.due_on => Due {
            expires_on: due.expires_on.map(|last| plus_days(until_on, days_between(due.due_on, last))),
            due_on: until_on,
            ..due
        },
        _ => due,
    }
}

/// Parts by day and person, each group and all groups in their order. What is about nobody stands alone.
pub(crate) fn grouped(parts: Vec<Standing>, today: Date) -> Vec<Vec<Standing>> {
    let mut groups: BTreeMap<(Date, Option<PersonId>, Option<String>), Vec<Standing>> = BTreeMap::new();
    for part in parts {
        let alone = part.due.person.is_none().then(|| part.id());
        groups.entry((part.due.due_on, part.due.person, alone)).or_default().push(part);
    }
    let mut groups: Vec<Vec<Standing>> = groups.into_values().collect();
    for group in &mut groups {
        group.sort_by_key(|part| (part.weight, part.due.about));
    }
    // What waited longest is not always what suffers most from it: among what is due, the rules decide.
    groups.sort_by_key(|group| {
        let due = |part: &Standing| (part.due.due_on.max(today), part.weight, part.due.due_on, part.due.about);
        group.first().map(due)
    });
    groups
}

fn as_move(campaign: &Campaign, group: &[Standing]) -> Option<Move> {
    let parts: Vec<Part> = group.iter().map(as_part).collect();
    let (first, due) = (parts.first()?, &group.first()?.due);
    Some(Move {
        id: first.id.clone(),
        person: due.person.map(|person| campaign.person_ref(person)),
        due_on: due.due_on,
        text: first.text.clone(),
        why: first.why.clone(),
        rule: first.rule,
        parts,
    })
}

pub(crate) fn as_part(part: &Standing) -> Part {
    Part {
        id: part.id(),
        rule: part.rule.rule.name,
        text: part.due.text.clone(),
        why: part.due.why.clone(),
        about: part.due.about.to_string(),
        command: part.due.command.clone(),
        draft: thank_within_a_day::draft(part.rule, &part.due),
        by_saying: part.rule.by_saying,
        may_be_unneeded: part.rule.code != record_after_the_meeting::MOVE.code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::remark::faults;
    use crate::follow_through::scene::{Scene, day};
    use crate::rules::RULES;

    fn ids(moves: &[Move]) -> Vec<String> {
        let ids = |one: &Move| one.parts.iter().map(|part| part.id.clone()).collect::<Vec<_>>().join(" + ");
        moves.iter().map(ids).collect()
    }

    #[test]
    fn what_is_due_for_one_person_on_one_day_is_one_move() {
        let scene = Scene::on(17).talks_and_learns("Maria").promises("Maria", Some(18)).promises("Dan", Some(18));
        assert_eq!(ids(&moves(&scene.campaign, day(17))), ["thank-c1 + keep-m1", "keep-m2"]);
    }

    #[rstest::rstest]
    #[case("me?…", "me")]
    #[case("?…", "someone")]
    #[case("Sam Reed Jr.", "Sam Reed Jr")]
    fn a_name_does_not_break_the_sentence(#[case] name: &str, #[case] said: &str) {
        let scene = Scene::on(12).talks_and_learns(name);
        assert_eq!(moves(&scene.campaign, day(12))[0].text, format!("Thank {said}."));
        for part in moves(&Scene::on(9).asks(name).campaign, day(12)).iter().flat_map(|one| &one.parts) {
            let words = format!("{} {}", part.text, part.why);
            assert_eq!(faults(&words).len(), 0, "{words}");
        }
    }

    #[test]
    fn moves_are_grouped_for_a_page() {
        let scene = Scene::on(16).promises("Maria", Some(16)).promises("Dan", Some(18)).promises("Ruth", Some(25));
        let agenda = agenda(&scene.campaign, day(18));
        assert_eq!(ids(&agenda.overdue), ["keep-m1"]);
        assert_eq!(ids(&agenda.today), ["keep-m2"]);
        assert_eq!(ids(&agenda.this_week), ["keep-m3"]);
    }

    #[test]
    fn among_what_is_due_comes_first_what_suffers_most_from_waiting() {
        let scene = Scene::on(2).promises("Ruth", Some(4)).later_on(17).talks_and_learns("Maria").asks("Dan");
        let scene = scene.accepts("Dan", 19);
        let order = ["prepare-a1", "thank-c1", "keep-m1", "record-a1"];
        assert_eq!(ids(&moves(&scene.campaign, day(18))), order, "the promise is overdue since the 4th");
    }

    #[test]
    fn what_is_owed_does_not_end_without_a_word_and_comes_last() {
        let scene = Scene::on(2).talks_and_learns("Maria").later_on(17).promises("Dan", Some(18)).later_on(20);
        let moves = moves(&scene.campaign, day(20));
        assert_eq!(ids(&moves), ["keep-m1", "warm-d1", "thank-c1"]);
        assert_eq!(moves[2].text, "Thank Maria. You may also let it go.");
        let let_go = scene.not_needed("thank-c1");
        assert_eq!(ids(&super::moves(&let_go.campaign, day(20))), ["keep-m1", "warm-d1"]);
    }

    #[test]
    fn the_window_ends_with_the_seventh_day() {
        let scene = Scene::on(16).talks_and_learns("Ruth").promises("Maria", Some(26));
        assert!(!ids(&moves(&scene.campaign, day(18))).contains(&"keep-m1".to_owned()));
        assert!(ids(&moves(&scene.campaign, day(19))).contains(&"keep-m1".to_owned()));
    }

    #[test]
    fn a_closed_search_asks_for_nothing() {
        let scene = Scene::on(16).referred_by("Maria", "Dan").promises("Maria", None).closes();
        assert_eq!(moves(&scene.campaign, day(18)), []);
    }

    #[test]
    fn forgotten_people_are_nobodys_move() {
        let scene = Scene::on(16).referred_by("Maria", "Dan").forgets("Dan").forgets("Maria");
        assert_eq!(ids(&moves(&scene.campaign, day(18))), ["next-d1"]);
    }

    #[test]
    fn each_rule_that_makes_moves_is_in_the_catalogue_once_and_has_its_own_short_name() {
        let mut codes: Vec<&str> = MOVE_RULES.iter().map(|rule| rule.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), MOVE_RULES.len());
        for one in MOVE_RULES {
            assert_eq!(RULES.iter().filter(|rule| rule.name == one.rule.name).count(), 1, "{}", one.rule.name);
        }
    }

    #[test]
    fn the_shape_that_scripts_read() {
        let scene = Scene::on(19).offered_by("Maria Lopez", "Dan Okafor").promises("Maria Lopez", Some(20));
        let moves = moves(&scene.campaign, day(20));
        insta::assert_snapshot!(serde_json::to_string_pretty(&moves).unwrap());
    }
}

//! The people of one organization, each suggested with reasons or held back with one: for whoever likes the organization of
//! a suggestion better than the person (row M7).
//!
//! One slate holds one person of each organization; here they stand side by side, and it is said that they are to be asked
//! one after the other (E15).

use jiff::civil::Date;

use super::said::suggestion;
use super::view::{Candidate, View};
use super::{Slate, held_back, note, ranked};
use crate::campaign::Campaign;
use crate::list::closeness::Ties;
use crate::list::organizations::identity;

/// Said of several who could be called.
const ONE_AFTER_THE_OTHER: &str = "Colleagues talk, so ask one of them, and the next when that one has answered.";

/// At most `n` of the people at that organization, in the order in which they would come up, and those who are held back.
pub fn slate_at(campaign: &Campaign, today: Date, organization: &str, n: usize) -> Slate {
    if let Some(note) = note::closed(campaign, today) {
        return Slate::of_nobody(note);
    }
    let ties = Ties::of(campaign, today);
    let view = View::of(campaign, &ties, today);
    let wanted = identity(organization);
    let is_there = |candidate: &Candidate<'_>| match candidate.key() {
        Some(key) => key == wanted,
        None => candidate.organization().is_some_and(|name| identity(name) == wanted),
    };
    let ranked = ranked(&view, (&view, &[]), is_there);
    let free = ranked.iter().filter(|one| !one.is_held).take(n);
    let slate: Vec<_> = free.filter_map(|one| suggestion(&view, *one)).collect();
    let note = match slate.len() {
        _ if ranked.is_empty() => Some(nobody_there(organization)),
        0 | 1 => None,
        _ => Some(ONE_AFTER_THE_OTHER.to_owned()),
    };
    Slate { slate, comfortable: None, held_back: held_back(&view, &ranked, Vec::new()), note }
}

fn nobody_there(organization: &str) -> String {
    let name = organization.trim();
    format!("Nobody on your list is at “{name}”. Who could introduce you there: `halfhour path ORGANIZATION`.")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::slate;
    use super::*;
    use crate::scene::{Scene, TODAY};

    /// Three at one organization, written three ways, and one elsewhere.
    fn scene() -> Scene {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Whitfield"]);
        scene
            .at(1, "Riverbend Hospital")
            .at(2, "Riverbend Hospital, Inc.")
            .at(3, "RIVERBEND HOSPITAL")
            .at(4, "Quay School");
        scene.respected(2);
        scene
    }

    fn names(slate: &Slate) -> Vec<&str> {
        slate.slate.iter().map(|one| one.person.name.as_str()).collect()
    }

    #[test]
    fn everybody_there_stands_side_by_side_with_reasons() {
        let slate = slate_at(&scene().campaign, TODAY, "riverbend hospital", 9);
        assert_eq!(names(&slate), ["Bo Lind", "Ana Pereira", "Chidi Okafor"]);
        assert!(slate.slate.iter().all(|one| !one.reasons.is_empty() && one.others == 2));
        assert_eq!(slate.note.as_deref(), Some(ONE_AFTER_THE_OTHER));
    }

    #[test]
    fn a_suggestion_counts_its_colleagues_however_they_write_their_organization() {
        let slate = slate(&scene().campaign, TODAY, 5);
        let others: Vec<_> = slate.slate.iter().map(|one| (one.person.name.as_str(), one.others)).collect();
        assert_eq!(others, [("Bo Lind", 2), ("Dana Whitfield", 0)]);
    }

    #[test]
    fn whoever_is_not_to_be_called_there_is_held_back_with_the_reason() {
        let mut scene = scene();
        scene.person(1, |person| person.set_aside = true);
        scene.asked(2, date(2026, 11, 22), None);
        let slate = slate_at(&scene.campaign, TODAY, "Riverbend Hospital", 9);
        assert!(slate.slate.is_empty() && slate.note.is_none(), "{slate:?}");
        let rules: Vec<&str> = slate.held_back.iter().map(|one| one.rule).collect();
        assert_eq!(rules.len(), 3);
        for rule in ["leave_out_whom_you_set_aside", "wait_for_the_answer", "one_organization_at_a_time"] {
            assert!(rules.contains(&rule), "{rule} of {rules:?}");
        }
    }

    #[rstest::rstest]
    #[case::unknown("Maple Bakery")]
    #[case::nothing("")]
    #[case::no_letter("🙂")]
    #[case::a_quote("'; drop table")]
    fn where_nobody_is_there_it_says_so(#[case] organization: &str) {
        let slate = slate_at(&scene().campaign, TODAY, organization, 9);
        assert!(slate.slate.is_empty() && slate.held_back.is_empty());
        assert!(slate.note.unwrap().starts_with("Nobody on your list is at “"));
    }

    #[test]
    fn a_name_without_a_letter_is_an_organization_too() {
        let mut scene = scene();
        scene.at(4, "🙂");
        assert_eq!(names(&slate_at(&scene.campaign, TODAY, "🙂", 9)), ["Dana Whitfield"]);
    }

    #[test]
    fn a_closed_search_suggests_nobody_here_either() {
        let mut scene = scene();
        scene.campaign.direction.closed_on = Some(TODAY);
        assert!(slate_at(&scene.campaign, TODAY, "Riverbend Hospital", 9).slate.is_empty());
    }
}

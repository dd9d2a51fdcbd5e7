//! While the seeker is employed, nobody at their employer hears of the search by accident. The slate holds them back, and
//! the moves keep to it too; where the seeker turns to one of them all the same, the case and the ask point it out before
//! a word is said.

use std::collections::BTreeSet;

use super::Hold;
use super::view::{Candidate, View};
use crate::campaign::Campaign;
use crate::case::remark::Remark;
use crate::id::PersonId;
use crate::organization::key;
use crate::rules::Rule;

/// The quiet search.
pub const RULE: Rule = Rule {
    name: "keep_the_search_quiet",
    says: "While you are employed, people at your employer are held back until you release each of them.",
    why: "Who hears of your search at work is yours to decide.",
    evidence: &["M1", "M7"],
};

pub(super) const HOLD: Hold = Hold { rule: &RULE, of_a_past: false, reason };

fn reason(_: &View<'_>, candidate: &Candidate<'_>) -> Option<String> {
    let quiet = candidate.place().is_some_and(|place| place.is_own);
    (quiet && !candidate.told.released).then(|| words("They work", candidate.id()))
}

/// Points out that this person works where the seeker works now, unless they may know of the search.
pub fn remark(campaign: &Campaign, person: PersonId) -> Option<Remark> {
    let released = campaign.people.get(&person).is_some_and(|told| told.released);
    let quiet = !released && is_kept_from(&employers(campaign), campaign.shown(person).organization());
    quiet.then(|| Remark::by(&RULE, words(&format!("{} works", campaign.name(person)), person)))
}

fn words(who_works: &str, id: PersonId) -> String {
    format!(
        "{who_works} where you work now, and your search is quiet there. If they may know of it: \
         `halfhour list mark {id} --released`"
    )
}

/// Where the seeker works now, by the names' keys; empty unless they said that they are employed.
pub fn employers(campaign: &Campaign) -> BTreeSet<String> {
    let seeker = &campaign.seeker;
    if seeker.employed_now != Some(true) {
        return BTreeSet::new();
    }
    if let Some(employer) = &seeker.employer {
        return key(employer).into_iter().collect();
    }
    // Told to be employed, but not where: what the profile says still lasts is taken for it, to be on the safe side.
    let lasting = campaign.positions.values().filter(|position| position.ended_on.is_none());
    lasting.filter_map(|position| key(&position.organization)).collect()
}

/// Said when the seeker is employed and nobody can be held back, because neither they nor a file told where.
pub fn where_is_not_told(campaign: &Campaign) -> Option<&'static str> {
    let is_open = campaign.seeker.employed_now == Some(true) && employers(campaign).is_empty();
    is_open.then_some(
        "You are employed, but it is not told where. Until you name the place, nobody there can be held back.",
    )
}

/// Whether the search is quiet at that organization.
pub fn is_kept_from(employers: &BTreeSet<String>, organization: Option<&str>) -> bool {
    organization.and_then(key).is_some_and(|key| employers.contains(&key))
}

#[cfg(test)]
mod tests {
    use super::where_is_not_told;
    use crate::ask::Form;
    use crate::ask::draft::ask_draft;
    use crate::case::report::case;
    use crate::scene::{Scene, TODAY, p};

    /// Which rules speak up before the seeker turns to the first person.
    fn pointed_out(scene: &Scene) -> [bool; 2] {
        let named = |rules: Vec<&str>| rules.contains(&"keep_the_search_quiet");
        let ask = ask_draft(&scene.campaign, TODAY, p(1), Form::Call).unwrap().remarks;
        let case = case(&scene.campaign, TODAY, p(1)).unwrap().remarks;
        [ask, case].map(|remarks| named(remarks.iter().map(|remark| remark.rule).collect()))
    }

    #[test]
    fn whoever_is_employed_is_told_that_the_place_is_missing() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        assert_eq!(where_is_not_told(&scene.campaign), None);
        scene.campaign.seeker.employed_now = Some(true);
        assert!(where_is_not_told(&scene.campaign).is_some());
        scene.employed_at("Harbor Hospital");
        assert_eq!(where_is_not_told(&scene.campaign), None);
    }

    #[test]
    fn a_colleague_is_pointed_out_before_a_word_is_said() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.at(1, "Harbor Hospital").employed_at("HARBOR HOSPITAL, Inc.");
        assert_eq!(pointed_out(&scene), [true, true]);
    }

    #[test]
    fn who_was_released_or_works_elsewhere_is_not() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.at(1, "Harbor Hospital").employed_at("Riverbend Clinic");
        assert_eq!(pointed_out(&scene), [false, false]);
        scene.employed_at("Harbor Hospital").person(1, |person| person.released = true);
        assert_eq!(pointed_out(&scene), [false, false]);
    }
}

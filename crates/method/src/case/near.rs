//! Whether somebody's work is near a field or a role, by its words: "Training Manager" is near "workplace training".
//! Serves the bearing. It only chooses what is asked and claims nothing, so it is more generous than the slate, which
//! gives its reasons in words.

use crate::speech::{fold, says};

/// Words that many trades have in common.
const SHARED: &str = "manager management coordinator director head lead senior junior assistant associate officer specialist \
    worker work works working chief president vice partner consultant team project program programme services service \
    operations deputy general staff of the and for in at a an to workplace public new";

/// Work that goes by several names: beginnings of words.
const FAMILIES: &[&[&str]] = &[
    &["train", "instruct", "teach", "educat", "learn", "coach", "tutor", "lectur"],
    &["nurs", "midwif", "ward", "clinic", "patient"],
    &["account", "audit", "bookkeep", "tax"],
    &["warehous", "logistic", "freight", "dispatch"],
    &["cook", "chef", "kitchen", "cater"],
];

/// Two words that are one line of work.
const TEACHING: &[&str] = &["staff development", "people development", "talent development"];

/// Whether a title is near a field.
pub(crate) fn is_near_field(title: &str, field: &str) -> bool {
    let field = stems(&fold(field));
    let taught = TEACHING.iter().any(|words| says(title, words));
    let title = stems(&fold(title));
    let teaches = |stem: &String| FAMILIES[0].contains(&stem.as_str());
    field.iter().any(|wanted| title.iter().any(|has| is_kin(has, wanted)) || (taught && teaches(wanted)))
}

/// Whether a title is near a role. The last word of a role says only what somebody is in it: a learning designer is near a
/// learning coach, and not a graphic designer.
pub(crate) fn is_near_role(title: &str, role: &str) -> bool {
    let role = fold(role);
    match role.rsplit_once(' ') {
        Some((about, _)) if !role.contains(" of ") && !stems(about).is_empty() => is_near_field(title, about),
        _ => is_near_field(title, &role),
    }
}

fn is_kin(one: &str, other: &str) -> bool {
    let together = |family: &&[&str]| family.contains(&one) && family.contains(&other);
    one == other || FAMILIES.iter().any(together)
}

fn stems(words: &str) -> Vec<String> {
    let own =
        words.split(' ').filter(|word| !word.is_empty() && !SHARED.split_whitespace().any(|shared| shared == *word));
    own.map(stem).collect()
}

const ENDINGS: &[&str] = &[
    "ments", "ment", "ings", "ing", "ions", "ion", "ants", "ant", "ians", "ian", "ists", "ist", "ers", "ors", "er",
    "or", "es", "e", "s", "y",
];

/// The beginning that "trainer" and "training" have in common. A train is no training, production no product, and what
/// passes customs no customer.
fn stem(word: &str) -> String {
    if ["train", "trains", "production", "customs"].contains(&word) {
        return format!("{word}.");
    }
    let shorter = ENDINGS.iter().find_map(|end| word.strip_suffix(end).filter(|rest| rest.len() >= 4));
    shorter.unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Training Manager", "workplace training", true)]
    #[case("Bus Operations Trainer", "workplace training", true)]
    #[case("Instructor", "workplace training", true)]
    #[case("Head of Staff Development", "workplace training", true)]
    #[case("Staff Nurse", "patient safety", true)]
    #[case("Inspector", "weld inspection", true)]
    #[case("Train Driver", "workplace training", false)]
    #[case("Master Carpenter", "workplace training", false)]
    #[case("Workplace Manager", "workplace training", false)]
    #[case("Production Supervisor", "product", false)]
    #[case("Customs officer", "customer service", false)]
    #[case("Customs officer", "customs", true)]
    #[case("Customer Care Lead", "customer service", true)]
    fn a_title_is_near_a_field(#[case] title: &str, #[case] field: &str, #[case] near: bool) {
        assert_eq!(is_near_field(title, field), near);
    }

    #[rstest::rstest]
    #[case("Learning Coach", "learning designer", true)]
    #[case("Graphic Designer", "learning designer", false)]
    #[case("Head of Product", "Product Manager", true)]
    #[case("Welder", "welder", true)]
    fn a_title_is_near_a_role(#[case] title: &str, #[case] role: &str, #[case] near: bool) {
        assert_eq!(is_near_role(title, role), near);
    }
}

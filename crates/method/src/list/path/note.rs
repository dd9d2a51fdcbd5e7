//! What is said below the ways: what is not known, and what would add more.

use super::{Path, Target};

const DIRECT: &str = "Only direct ways are known yet: people on your list who are there or used to be, and people who named \
                      somebody there.";
const YOUR_CALL: &str = "Only direct ways are known yet: your own call.";
const BEYOND: &str = "Who else knows whom is not known yet.";
const MORE: &str = "An export of your network does not tell who knows whom; your mail or your calendar would, and each \
                    conversation that you note can add a way.";
const WIDER: &str = "Who knows whom is read from letters and meetings that you were part of, from names that you were given, \
                     and from years at the same small organization. There may be ways that nobody wrote down: ask.";

/// The note. The last two tell whether anybody is left out, and whether the seeker works there.
pub(super) fn note(
    name: &str,
    target: &Target,
    is_bare: bool,
    paths: &[Path],
    (somebody_left_out, is_employer): (bool, bool),
) -> String {
    let is_direct = paths.iter().all(|path| path.people.len() == 1);
    let known = match (is_bare, is_direct, target) {
        (false, ..) => WIDER.to_owned(),
        (true, true, Target::Organization(_)) => format!("{DIRECT} {MORE}"),
        (true, true, Target::Person(_)) => format!("{YOUR_CALL} {MORE}"),
        (true, false, _) => format!("{BEYOND} {MORE}"),
    };
    match (paths.is_empty(), is_employer, somebody_left_out) {
        (true, true, _) => {
            format!(
                "You work at {name}, so your search is quiet there: nobody there is asked, but for those who may know of it."
            )
        }
        (true, false, true) => {
            format!("No way to {name} is open now. In your next conversation, ask whom else they know there. {known}")
        }
        (true, false, false) => {
            format!("No way to {name} is known yet. In your next conversation, ask whom they know there. {known}")
        }
        (false, ..) => known,
    }
}

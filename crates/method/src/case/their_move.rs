//! The move that somebody made, as the seeker wrote it down: "how you went from the front desk into training". Serves the
//! bearing and the questions. It reads the seeker's own words and refuses what does not say from where and to where.

use crate::speech::phrase;

const VERBS: &[&str] =
    &["went from ", "moved from ", "changed from ", "switched from ", "came over from ", "made it from "];

/// Who it is said of; the words stand right before the verb.
const WHO: &[&str] = &["you", "they", "she", "he"];

/// "from the front desk into training"; none where these words do not say it.
pub(super) fn their_move(told: &str) -> Option<String> {
    let text = told.split_whitespace().collect::<Vec<_>>().join(" ");
    let verb = VERBS.iter().filter_map(|verb| Some((text.find(verb)?, *verb))).min()?;
    let before = text[..verb.0].trim_end().rsplit(' ').next()?.to_lowercase();
    let from = &text[verb.0 + verb.1.len() - "from ".len()..];
    let end = from.find([',', '.', ';', '?', '!', ':']).unwrap_or(from.len());
    let clause = from[..end].split(" and ").next()?;
    let whole = WHO.contains(&before.as_str()) && towards(clause).is_some() && clause.chars().count() <= MOST_LETTERS;
    phrase(clause).filter(|_| whole)
}

/// Longer ones are a story.
const MOST_LETTERS: usize = 70;

/// Where it led: "training".
pub(super) fn towards(clause: &str) -> Option<&str> {
    [" into ", " to "].iter().find_map(|word| clause.split_once(word)).map(|(_, there)| there)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(
        "To hear how you went from the front desk into training, and what it takes.",
        Some("from the front desk into training")
    )]
    #[case("She moved from nursing to teaching", Some("from nursing to teaching"))]
    #[case("I went from law into pottery", None)]
    #[case("You went from strength", None)]
    #[case("You run wards.", None)]
    fn it_says_from_where_and_to_where(#[case] told: &str, #[case] said: Option<&str>) {
        assert_eq!(their_move(told).as_deref(), said);
    }
}

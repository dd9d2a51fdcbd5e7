//! Whether a few own words ask for a job. Serves the checks of the case and of the questions (row M10).
//!
//! The draft check reads sentences that ask; what a case says is rarely a sentence ("An interview by Friday"), so a few
//! wordings are known here besides. It keeps still when in doubt.

use crate::draft::{asks_for_a_job, asks_who_is_hiring, check};
use crate::speech::fold;

/// Wordings that want a job, as they look when folded. Spaces at both ends make them whole words.
const WANTS: &[&str] = &[
    " a job ",
    " the job ",
    " get hired ",
    " be hired ",
    " hire me ",
    " hiring me ",
    " an offer ",
    " job offer ",
    " an interview ",
    " get an interview ",
    " interview me ",
    " a position ",
    " recommend me ",
    " refer me ",
    " my resume ",
    " my cv ",
    " are you hiring ",
    " is hiring ",
    " openings ",
    " vacancies ",
    " a vacancy ",
    " a job opening ",
];

/// Words before which the same wording wants nothing: "not a job".
const NOT: &[&str] = &["not", "no", "never", "without", "nor", "than"];

/// Words by which a question about somebody's past job is told apart: "how did you get the job".
const ABOUT_THEM: &[&str] = &[" did you ", " your job ", " do the job ", " on the job ", " of the job "];

/// The words that ask for a job, as they were found; none when there are none.
pub fn wants_a_job(text: &str) -> Option<String> {
    let rules = [asks_for_a_job::RULE.rule.name, asks_who_is_hiring::RULE.rule.name];
    let asks = check(text).into_iter().find(|found| rules.contains(&found.rule));
    asks.map(|found| found.quote).or_else(|| names_a_job(text))
}

/// A wording that wants a job without being a sentence.
fn names_a_job(text: &str) -> Option<String> {
    // A comma ends what is learned, as "then" does.
    let learned = format!(" {} ", fold(&text.replace([',', ';', ':'], " then ")));
    let text = format!(" {} ", fold(text));
    if ABOUT_THEM.iter().any(|words| text.contains(words)) {
        return None;
    }
    WANTS.iter().find_map(|words| {
        let place = text.find(words)?;
        let before: Vec<&str> = text[..place].split_whitespace().rev().take(4).collect();
        let denied = before.iter().any(|word| NOT.contains(word));
        let how = learned.split_once(words).is_some_and(|(before, _)| learns_how(before));
        (!denied && !how).then(|| words.trim().to_owned())
    })
}

/// Words that end what is learned: of the seeker's own, or something that is done besides.
const ENDS_WHAT_IS_LEARNED: &[&str] = &[" i ", " and ", " then "];

/// Whether it is how others came to it that is wanted: "learn how people get an interview".
fn learns_how(before: &str) -> bool {
    let others = before.rsplit_once(" how ").map(|(_, others)| format!(" {others} "));
    others.is_some_and(|others| !ENDS_WHAT_IS_LEARNED.iter().any(|end| others.contains(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Get a job at Mercy", Some("a job"))]
    #[case("An interview by Friday", Some("an interview"))]
    #[case("Who is hiring in your field?", Some("Who is hiring"))]
    #[case("Could you pass on my résumé?", Some("Could you pass on my résumé"))]
    #[case("Find out how I can get an interview", Some("an interview"))]
    #[case("Learn how people get a job in training", None)]
    #[case("See how wards work and get a job at Quay", Some("a job"))]
    #[case("See how wards work, get a job at Quay", Some("a job"))]
    #[case("See how wards work and how people get a job there", None)]
    #[case("Not a job, just a view", None)]
    #[case("How did you get the job you have now?", None)]
    #[case("What did you learn on the job?", None)]
    #[case("Understand patient safety, and one more person to talk to", None)]
    fn only_clear_words_want_a_job(#[case] text: &str, #[case] found: Option<&str>) {
        assert_eq!(wants_a_job(text).as_deref(), found);
    }
}

//! The case as a page for an editor, and what was written on it. It refuses a page on which a heading is gone: then
//! nobody can tell which words belong where.

use method::case::report::CaseReport;
use method::case::set_case::CaseWords;

use crate::failure::Failure;

const HEADINGS: [&str; 3] = ["Purpose:", "Outcome:", "Why this person:"];

/// What stands above the page.
pub fn explanation(shown: &CaseReport) -> Vec<String> {
    vec![
        format!("The case for {}. Write below each heading, save, and close the editor.", shown.person.name),
        "What you empty goes back to what you told elsewhere.".to_owned(),
    ]
}

/// The page.
pub fn lay_out(shown: &CaseReport) -> String {
    let parts = HEADINGS.iter().zip(parts(shown));
    parts.map(|(heading, words)| format!("{heading}\n{}\n\n", words.unwrap_or_default())).collect()
}

/// What was written that was not shown already.
///
/// # Errors
/// When a heading is gone, or words stand above the first one.
pub fn read(shown: &CaseReport, back: &str) -> Result<CaseWords, Failure> {
    let mut written: [Option<Vec<&str>>; 3] = [None, None, None];
    let mut below = None;
    for line in back.lines().map(str::trim) {
        let mut words = line;
        let heading = HEADINGS.iter().position(|heading| line.starts_with(heading));
        if let Some(place) = heading.filter(|place| written[*place].is_none()) {
            words = &line[HEADINGS[place].len()..];
            below = Some(place);
        }
        match below {
            Some(place) => written[place].get_or_insert_default().extend(words.split_whitespace()),
            None if words.is_empty() => {}
            None => return Err(lost(HEADINGS[0])),
        }
    }
    let [purpose, outcome, why] = [0, 1, 2].map(|place| {
        let words = written[place].as_ref().ok_or_else(|| lost(HEADINGS[place]))?;
        let before = parts(shown)[place].unwrap_or_default();
        let same = words.iter().copied().eq(before.split_whitespace());
        Ok::<_, Failure>((!same).then(|| words.join(" ")))
    });
    Ok(CaseWords { purpose: purpose?, outcome: outcome?, why: why? })
}

fn parts(shown: &CaseReport) -> [Option<&str>; 3] {
    [shown.purpose.as_deref(), shown.outcome.as_deref(), shown.why.as_deref()]
}

fn lost(heading: &str) -> Failure {
    Failure::refused(
        format!("The heading “{heading}” is gone, so nobody can tell which words belong where. Nothing was written."),
        "Leave the three headings as they are, and write below them.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::campaign::Campaign;
    use method::case::report::case;
    use method::id::Ids;
    use method::list::Person;

    fn shown() -> CaseReport {
        let (mut campaign, ids, today) = (Campaign::default(), Ids::default(), jiff::civil::date(2026, 11, 23));
        let maya = Person::named(ids.fresh(), "Maya Osei", today);
        let id = maya.id;
        campaign.apply([maya.into()]);
        case(&campaign, today, id).unwrap()
    }

    #[test]
    fn only_what_was_written_is_taken() {
        let shown = shown();
        let page = lay_out(&shown);
        assert_eq!(read(&shown, &page).unwrap(), CaseWords::default());
        let page = page.replace("Purpose:\n", "Purpose: Learn how\n  wards train.\n");
        let words = read(&shown, &page).unwrap();
        assert_eq!(words.purpose.as_deref(), Some("Learn how wards train."));
        assert_eq!((words.outcome, words.why), (None, None));
    }

    #[test]
    fn an_emptied_part_is_empty_and_a_lost_heading_is_refused() {
        let shown = shown();
        let words = read(&shown, "Purpose:\nOutcome:\nWhy this person:\n").unwrap();
        assert_eq!(words.outcome.as_deref(), Some(""));
        for page in ["", "Learn.", "Learn.\nPurpose:\nOutcome:\nWhy this person:", "Purpose:\nOutcome:"] {
            assert!(read(&shown, page).is_err(), "{page}");
        }
    }
}

//! Writes the case in the seeker's own words (row M8). Only what they wrote is kept; the rest is made from facts again
//! whenever it is shown. Refuses an edit that is based on words which changed meanwhile.

use super::Case;
use super::report::{version, written};
use super::version::still_based;
use super::whom::listed;
use crate::campaign::Campaign;
use crate::change::{Change, Decision};
use crate::id::{Ids, PersonId};

/// What the seeker wrote; none leaves a part as it is, an empty text goes back to what the facts give.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseWords {
    /// What the call is for.
    pub purpose: Option<String>,
    /// What they hope to know or have afterwards.
    pub outcome: Option<String>,
    /// Why this person.
    pub why: Option<String>,
}

/// Writes the case. `based_on` is the version of the report that an editor was opened on.
///
/// # Errors
/// Refuses an unknown person, and a stale edit.
pub fn set_case(
    campaign: &Campaign,
    ids: &Ids,
    person: PersonId,
    words: CaseWords,
    based_on: Option<&str>,
) -> Decision {
    listed(campaign, person)?;
    let old = written(campaign, person);
    still_based(
        based_on,
        &version(old),
        &format!("The case for {}", campaign.name(person)),
        &newer(old),
        &format!("`halfhour case {person}`"),
    )?;
    let before = old.cloned().unwrap_or_else(|| Case {
        id: ids.fresh(),
        person,
        purpose: String::new(),
        outcome: String::new(),
        why: String::new(),
    });
    let tidy = |new: Option<String>, old: &str| new.map_or_else(|| old.to_owned(), |new| new.trim().to_owned());
    let case = Case {
        purpose: tidy(words.purpose, &before.purpose),
        outcome: tidy(words.outcome, &before.outcome),
        why: tidy(words.why, &before.why),
        ..before.clone()
    };
    if case == before {
        return Ok(Vec::new());
    }
    let emptied = case.purpose.is_empty() && case.outcome.is_empty() && case.why.is_empty();
    Ok(vec![if emptied { Change::Remove(case.id.into()) } else { case.into() }])
}

fn newer(case: Option<&Case>) -> String {
    let Some(case) = case else {
        return "Nothing of your own any more.".to_owned();
    };
    let parts = [("purpose", &case.purpose), ("outcome", &case.outcome), ("why", &case.why)];
    let parts = parts.iter().filter(|(_, words)| !words.is_empty());
    let parts: Vec<String> = parts.map(|(name, words)| format!("{name}: {words}")).collect();
    parts.join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::report::case;
    use super::*;
    use crate::change::No;
    use crate::list::Person;
    use jiff::civil::{Date, date};

    const TODAY: Date = date(2026, 11, 23);

    fn knowing_maya(ids: &Ids) -> (Campaign, PersonId) {
        let mut campaign = Campaign::default();
        let maya = Person::named(ids.fresh(), "Maya Osei", TODAY);
        let id = maya.id;
        campaign.apply([maya.into()]);
        (campaign, id)
    }

    fn purpose(words: &str) -> CaseWords {
        CaseWords { purpose: Some(words.to_owned()), ..CaseWords::default() }
    }

    #[test]
    fn one_part_is_written_and_the_others_stay_with_the_facts() {
        let ids = Ids::default();
        let (mut campaign, maya) = knowing_maya(&ids);
        let changes = set_case(&campaign, &ids, maya, purpose("Learn how wards train"), None).unwrap();
        campaign.apply(changes);
        let report = case(&campaign, TODAY, maya).unwrap();
        assert_eq!(report.purpose.as_deref(), Some("Learn how wards train"));
        assert_eq!(report.prefilled, ["outcome"]);
    }

    #[test]
    fn an_edit_of_older_words_is_refused_and_shows_the_newer() {
        let ids = Ids::default();
        let (mut campaign, maya) = knowing_maya(&ids);
        let opened = case(&campaign, TODAY, maya).unwrap().version;
        let changes = set_case(&campaign, &ids, maya, purpose("Learn how wards train"), Some(&opened));
        campaign.apply(changes.unwrap());
        let no = set_case(&campaign, &ids, maya, purpose("Something else"), Some(&opened)).unwrap_err();
        assert_eq!(no.kind, No::Stale);
        assert!(no.message.contains("Learn how wards train"), "{no}");
    }

    #[test]
    fn emptying_every_part_takes_the_case_away_and_no_edit_writes_nothing() {
        let ids = Ids::default();
        let (mut campaign, maya) = knowing_maya(&ids);
        campaign.apply(set_case(&campaign, &ids, maya, purpose("Learn"), None).unwrap());
        assert_eq!(set_case(&campaign, &ids, maya, purpose("Learn "), None), Ok(vec![]));
        campaign.apply(set_case(&campaign, &ids, maya, purpose(""), None).unwrap());
        assert!(campaign.cases.is_empty());
    }
}

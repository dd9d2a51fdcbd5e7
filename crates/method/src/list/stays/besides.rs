//! Who was at an organization, or probably still is, of those of whom no file says that they are there now. The ways in
//! and the page of an organization both ask it here, so that they never disagree.

use jiff::civil::Date;

use super::Stay;
use crate::campaign::{Campaign, Shown};
use crate::day::spoken_month;
use crate::list::organizations::identity;
use crate::list::tie::recommended;

/// What tells that somebody is not, or not surely, at an organization any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Besides<'a> {
    /// A file of that day no longer said that they are there.
    NoLonger(Date),
    /// They were there when one of the two recommended the other, on that day.
    Recommended(Date),
    /// They were there in those years, as letters or the seeker's own words tell.
    Was(&'a Stay),
    /// The same up to now or nearly so, and nothing says that they are anywhere else.
    ProbablyStill(&'a Stay),
}

impl Besides<'_> {
    /// The last day on which they are known to have been there; of a year, its end.
    pub fn until_on(&self) -> Date {
        match self {
            Besides::NoLonger(day) | Besides::Recommended(day) => *day,
            Besides::Was(stay) | Besides::ProbablyStill(stay) => Date::new(stay.until, 12, 31).unwrap_or(Date::MAX),
        }
    }

    /// What tells it, in words that follow the name: "wrote to you from an address at riverbend.example in 2026".
    pub fn says(&self) -> String {
        match self {
            Besides::NoLonger(day) => {
                format!("used to be there; a file of {} no longer said so", spoken_month(*day))
            }
            Besides::Recommended(day) => {
                format!("was there in {}, when the recommendation was written", spoken_month(*day))
            }
            Besides::Was(stay) | Besides::ProbablyStill(stay) => stay.said(),
        }
    }
}

/// What tells of somebody at the organization of that identity. `stays` are theirs; whoever is there as a file or the seeker
/// says is not asked about.
pub fn besides<'a>(
    campaign: &Campaign,
    shown: &Shown<'_>,
    stays: &'a [Stay],
    wanted: &str,
    today: Date,
) -> Option<Besides<'a>> {
    let past = shown.records.iter().flat_map(|record| record.past.iter().map(|past| (record.source, past)));
    let there = past.filter(|(_, past)| past.organization.as_deref().is_some_and(|name| identity(name) == wanted));
    if let Some((source, past)) = there.max_by_key(|(_, past)| past.until_on) {
        let saw_them = campaign.sources.get(&source).and_then(recommended).is_some();
        return Some(if saw_them { Besides::Recommended(past.until_on) } else { Besides::NoLonger(past.until_on) });
    }
    let stay = stays.iter().filter(|stay| stay.key == wanted).max_by_key(|stay| stay.until)?;
    let is_recent = stay.until >= today.year().saturating_sub(1) && shown.organization().is_none();
    Some(if is_recent { Besides::ProbablyStill(stay) } else { Besides::Was(stay) })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;
    use crate::list::stays::By;
    use crate::organization::key;
    use crate::scene::{Scene, TODAY, p};

    fn stay(until: i16) -> Stay {
        let by = By::Address("riverbend.example".into());
        Stay { key: key("Riverbend").unwrap(), name: "Riverbend".into(), from: 2014, until, by }
    }

    #[rstest]
    #[case::this_year(2026, None, true)]
    #[case::last_year(2025, None, true)]
    #[case::before(2024, None, false)]
    #[case::elsewhere_since(2026, Some("Quay Ltd"), false)]
    fn letters_of_lately_tell_that_they_are_probably_there_still(
        #[case] until: i16,
        #[case] elsewhere: Option<&str>,
        #[case] still: bool,
    ) {
        let mut scene = Scene::of(&["Bo Lind"]);
        scene.person(1, |person| person.organization = elsewhere.map(str::to_owned));
        let stays = [stay(until)];
        let found = besides(&scene.campaign, &scene.campaign.shown(p(1)), &stays, "riverbend", TODAY).unwrap();
        assert_eq!(matches!(found, Besides::ProbablyStill(_)), still);
        assert_eq!(found.until_on(), date(until, 12, 31));
    }

    #[test]
    fn a_file_that_no_longer_says_so_comes_before_letters() {
        let mut scene = Scene::of(&["Bo Lind"]);
        scene.used_to_be_at(1, "RIVERBEND", date(2026, 3, 3));
        let stays = [stay(2026)];
        let found = besides(&scene.campaign, &scene.campaign.shown(p(1)), &stays, "riverbend", TODAY);
        assert_eq!(found, Some(Besides::NoLonger(date(2026, 3, 3))));
    }

    #[test]
    fn a_recommendation_tells_that_they_were_there_when_it_was_written() {
        let mut scene = Scene::of(&["Bo Lind"]);
        scene.used_to_be_at(1, "RIVERBEND", date(2018, 3, 4));
        let record = scene.campaign.records.values().next().unwrap().clone();
        let (importer, file) = ("linkedin_recommendations".into(), "Recommendations_Received.csv".into());
        scene.write(crate::list::Source { id: record.source, importer, file, ..crate::list::scene::source(2) });
        let found = besides(&scene.campaign, &scene.campaign.shown(p(1)), &[], "riverbend", TODAY).unwrap();
        assert_eq!(found.says(), "was there in March 2018, when the recommendation was written");
    }
}

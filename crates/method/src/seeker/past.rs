//! Where the seeker worked and learned.
//!
//! Serves the steps that look for shared employers and schools. It refuses an end before the beginning, and to guess which
//! of several is meant.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Decision, Key, No, Refusal};
use crate::id::Ids;
use crate::list::line::since;
use crate::list::written::{self, fold};
use crate::seeker::{Position, School};

/// A stretch of the seeker's past, as told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stretch {
    /// The organization or the school.
    pub place: String,
    /// The title, or what was learned.
    pub what: Option<String>,
    /// First day.
    pub started_on: Option<Date>,
    /// Last day; none while it lasts.
    pub ended_on: Option<Date>,
}

impl Stretch {
    /// Reads a position as people write it, "charge nurse, Harbor Hospital, 2015-2019": what, where, and the years last.
    /// One part alone is where.
    pub fn position(line: &str, today: Date) -> Stretch {
        let (mut parts, years) = parts_and_years(line, today);
        let place = if parts.len() > 1 { parts.remove(1) } else { parts.remove(0) };
        Stretch { place, what: parts.into_iter().next(), started_on: years.0, ended_on: years.1 }
    }

    /// Reads a school, "Harbor College, nursing, 2011-2014": where, what, and the years last.
    pub fn school(line: &str, today: Date) -> Stretch {
        let (mut parts, years) = parts_and_years(line, today);
        let place = parts.remove(0);
        Stretch { place, what: parts.into_iter().next(), started_on: years.0, ended_on: years.1 }
    }
}

type Years = (Option<Date>, Option<Date>);

/// The parts between commas, never none, and the years if the last part is some.
fn parts_and_years(line: &str, today: Date) -> (Vec<String>, Years) {
    let mut parts: Vec<String> = line.split(',').map(|part| part.trim().to_owned()).collect();
    let years = parts.last().filter(|_| parts.len() > 1).and_then(|last| years(last, today));
    if years.is_some() {
        parts.pop();
    }
    (parts, years.unwrap_or_default())
}

/// Reads "2015-2019", "2015 to 2019", "2015-" or "since 2015".
fn years(text: &str, today: Date) -> Option<Years> {
    let text = text.trim_start_matches("since ").replace(" to ", "-").replace('–', "-");
    let (from, until) = text.split_once('-').unwrap_or((&text, ""));
    let until = until.trim();
    let lasts = until.is_empty() || until.eq_ignore_ascii_case("now") || until.eq_ignore_ascii_case("today");
    let ended_on = if lasts { None } else { Some(since(until, today)?) };
    Some((Some(since(from, today)?), ended_on))
}

/// Adds a position. One that is there already, with the same organization, title and first day, gets the last day told.
///
/// # Errors
/// When the organization is missing, or it ends before it begins.
pub fn add_position(campaign: &Campaign, ids: &Ids, told: &Stretch) -> Decision {
    let (organization, title) = checked("The organization", told)?;
    let mark = |organization: &str, title: Option<&str>| (fold(organization), title.map(fold));
    let is_same = |one: &&Position| {
        mark(&one.organization, one.title.as_deref()) == mark(&organization, title.as_deref())
            && one.started_on == told.started_on
    };
    let known = campaign.positions.values().find(is_same);
    let position = Position {
        id: known.map_or_else(|| ids.fresh(), |known| known.id),
        organization,
        title,
        started_on: told.started_on,
        ended_on: told.ended_on,
        source: known.and_then(|known| known.source),
    };
    Ok(if known == Some(&position) { Vec::new() } else { vec![position.into()] })
}

/// Adds a school. One that is there already, with the same name and degree, gets the days told.
///
/// # Errors
/// As for positions.
pub fn add_school(campaign: &Campaign, ids: &Ids, told: &Stretch) -> Decision {
    let (name, degree) = checked("The school", told)?;
    let mark = |name: &str, degree: Option<&str>| (fold(name), degree.map(fold));
    let is_same = |one: &&School| mark(&one.name, one.degree.as_deref()) == mark(&name, degree.as_deref());
    let known = campaign.schools.values().find(is_same);
    let school = School {
        id: known.map_or_else(|| ids.fresh(), |known| known.id),
        name,
        degree,
        started_on: told.started_on,
        ended_on: told.ended_on,
        source: known.and_then(|known| known.source),
    };
    Ok(if known == Some(&school) { Vec::new() } else { vec![school.into()] })
}

/// Takes a position away, named by its id, its organization or both organization and title.
///
/// # Errors
/// When none is meant, or several are.
pub fn remove_position(campaign: &Campaign, query: &str) -> Decision {
    let named = campaign.positions.values().map(|one| {
        let title = one.title.as_deref().unwrap_or_default();
        (one.id.into(), format!("{} {title}", one.organization))
    });
    remove("position", query, named)
}

/// Takes a school away, named by its id or its name.
///
/// # Errors
/// As for positions.
pub fn remove_school(campaign: &Campaign, query: &str) -> Decision {
    let named = campaign.schools.values().map(|one| {
        let degree = one.degree.as_deref().unwrap_or_default();
        (one.id.into(), format!("{} {degree}", one.name))
    });
    remove("school", query, named)
}

fn checked(what: &str, told: &Stretch) -> Result<(String, Option<String>), Refusal> {
    let place = written::needed(what, &told.place, "Give its name.")?;
    if let (Some(started), Some(ended)) = (told.started_on, told.ended_on)
        && ended < started
    {
        return Err(Refusal::usage(
            format!("It would end on {ended}, before it begins on {started}."),
            "Look at the two days once more.",
        ));
    }
    Ok((place, told.what.as_deref().and_then(written::line)))
}

fn remove(noun: &str, query: &str, named: impl Iterator<Item = (Key, String)>) -> Decision {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let all: Vec<(Key, String)> = named.collect();
    let by_id = all.iter().filter(|(key, _)| key.to_string() == query);
    let by_name = all.iter().filter(|(_, name)| {
        let name = fold(name);
        !words.is_empty() && words.iter().all(|word| name.contains(word))
    });
    let by_id: Vec<_> = by_id.collect();
    let meant = if by_id.is_empty() { by_name.collect() } else { by_id };
    match meant.as_slice() {
        [(key, _)] => Ok(vec![crate::change::Change::Remove(*key)]),
        [] => Err(Refusal::unknown(
            format!("No {noun} of yours is meant by “{query}”."),
            "`halfhour me` shows them with their ids.",
        )),
        several => {
            let lines: Vec<String> = several.iter().map(|(key, name)| format!("{key} {}", name.trim())).collect();
            Err(Refusal::new(No::Ambiguous, format!("“{query}” could be:\n  {}", lines.join("\n  ")), "Use the id."))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::scene::ids_after;
    use jiff::civil::date;
    use rstest::rstest;

    fn stretch(place: &str, what: &str) -> Stretch {
        Stretch { place: place.into(), what: Some(what.into()), started_on: Some(date(2019, 1, 1)), ended_on: None }
    }

    fn scene() -> Campaign {
        let mut campaign = Campaign::default();
        for told in [stretch("Harbor Hospital", "Nurse"), stretch("Harbor Hospital", "Charge nurse")] {
            let changes = add_position(&campaign, &ids_after(&campaign), &told).unwrap();
            campaign.apply(changes);
        }
        campaign
    }

    #[test]
    fn the_same_position_is_there_once() {
        let mut campaign = scene();
        let ended = Stretch { ended_on: Some(date(2020, 1, 1)), ..stretch("harbor hospital", "nurse") };
        campaign.apply(add_position(&campaign, &ids_after(&campaign), &ended).unwrap());
        assert_eq!(campaign.positions.len(), 2);
        assert!(campaign.positions.values().any(|one| one.ended_on == ended.ended_on));
    }

    #[test]
    fn a_school_is_there_once() {
        let mut campaign = Campaign::default();
        for _ in 0..2 {
            let changes = add_school(&campaign, &ids_after(&campaign), &stretch("Bergen", "BSc")).unwrap();
            campaign.apply(changes);
        }
        assert_eq!(campaign.schools.len(), 1);
        assert!(remove_school(&campaign, "bergen").is_ok());
    }

    #[rstest]
    #[case::id("j1", None)]
    #[case::words("charge harbor", None)]
    #[case::several("harbor", Some(No::Ambiguous))]
    #[case::none("quux", Some(No::Unknown))]
    #[case::nothing("", Some(No::Unknown))]
    fn a_position_is_named_like_a_person(#[case] query: &str, #[case] no: Option<No>) {
        assert_eq!(remove_position(&scene(), query).err().map(|refusal| refusal.kind), no);
    }

    #[test]
    fn nothing_ends_before_it_begins() {
        let told = Stretch { ended_on: Some(date(2018, 1, 1)), ..stretch("Harbor", "Nurse") };
        let refusal = add_position(&Campaign::default(), &Ids::default(), &told).unwrap_err();
        assert_eq!(refusal.kind, No::Usage);
    }
}

//! Two entries side by side, and beside them what would be shown if they were one.
//!
//! Serves the list of duplicates: whoever decides sees before what would be kept. It changes nothing, and refuses to leave
//! out a value that only one of the two has.

use crate::campaign::{Campaign, Shown};
use crate::change::Change;
use crate::day::as_told;
use crate::id::PersonId;
use crate::list::merge::merge_people;

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub label: &'static str,
    /// What stands with the first.
    pub a: Vec<String>,
    /// What stands with the second.
    pub b: Vec<String>,
    /// What would be shown if they were one.
    pub kept: Vec<String>,
}

/// The lines in which at least one of the two has something.
pub fn beside(campaign: &Campaign, a: PersonId, b: PersonId) -> Vec<Line> {
    let (one, other) = (values(campaign, a), values(campaign, b));
    let merged = merged(campaign, a, b);
    let kept = values(&merged, a);
    let lines = one.into_iter().zip(other).zip(kept);
    let lines = lines.map(|(((label, a), (_, b)), (_, kept))| Line { label, a, b, kept });
    lines.filter(|line| !line.a.is_empty() || !line.b.is_empty()).collect()
}

/// A campaign of these two alone, made one.
fn merged(campaign: &Campaign, a: PersonId, b: PersonId) -> Campaign {
    // What is shown first goes by the kind of file.
    let mut both = Campaign::default();
    both.sources.clone_from(&campaign.sources);
    for id in [a, b] {
        let shown = campaign.shown(id);
        both.apply(shown.told().cloned().map(Change::from));
        both.apply(shown.records.iter().map(|record| (*record).clone().into()));
    }
    let happened = |person: PersonId| person == a || person == b;
    both.apply(campaign.asks.values().filter(|one| happened(one.person)).cloned().map(Change::from));
    both.apply(campaign.conversations.values().filter(|one| happened(one.person)).cloned().map(Change::from));
    both.apply(campaign.cases.values().filter(|one| happened(one.person)).cloned().map(Change::from));
    if let Ok(changes) = merge_people(&both, a, b) {
        both.apply(changes);
    }
    both
}

fn values(campaign: &Campaign, id: PersonId) -> Vec<(&'static str, Vec<String>)> {
    let shown = campaign.shown(id);
    let one = |value: Option<&str>| value.map(str::to_owned).into_iter().collect::<Vec<_>>();
    let many = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect::<Vec<_>>();
    vec![
        ("Name", one(Some(shown.name()))),
        ("Also called", many(shown.other_names())),
        ("Title", one(shown.title())),
        ("Organization", one(shown.organization())),
        ("E-mail", many(shown.emails())),
        ("Phone", many(shown.phones())),
        ("Links", many(shown.links())),
        ("Birthday", shown.birthday().map(|day| day.to_string()).into_iter().collect()),
        ("Address", many(shown.postal())),
        ("You said", said(&shown)),
        ("So far", so_far(campaign, id)),
    ]
}

/// What the seeker told of them beside how they are reached.
fn said(shown: &Shown<'_>) -> Vec<String> {
    let Some(told) = shown.told() else {
        return Vec::new();
    };
    let marks = [(told.respected, "known and respected"), (told.close, "close"), (told.set_aside, "set aside")];
    let marks = marks.into_iter().filter(|(stands, _)| *stands).map(|(_, mark)| mark.to_owned());
    let since = told.known_since_on.map(|day| format!("known since {}", as_told(day)));
    let words = [&told.how_known, &told.valued_for, &told.notes].into_iter().flatten().cloned();
    marks.chain(since).chain(words).collect()
}

fn so_far(campaign: &Campaign, id: PersonId) -> Vec<String> {
    let asks = campaign.asks.values().filter(|ask| ask.person == id).count();
    let conversations = campaign.conversations.values().filter(|held| held.person == id).count();
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let told = [counted(asks, "ask", "asks"), counted(conversations, "conversation", "conversations")];
    told.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Person;
    use crate::list::scene::{TODAY, ana, p};

    #[test]
    fn what_would_be_kept_is_shown_and_nothing_is_changed() {
        let mut campaign = ana();
        let told =
            Person { emails: vec!["bo@home.example".into()], close: true, ..Person::named(p(2), "Ana P.", TODAY) };
        campaign.apply([told.into()]);
        let before = campaign.clone();
        let lines = beside(&campaign, p(1), p(2));
        assert_eq!(campaign, before);
        let mail = lines.iter().find(|line| line.label == "E-mail").unwrap();
        assert_eq!((mail.a.join(" "), mail.b.join(" ")), ("ana@harbor.example".into(), "bo@home.example".into()));
        assert_eq!(mail.kept, ["bo@home.example", "ana@harbor.example"]);
        let said = lines.iter().find(|line| line.label == "You said").unwrap();
        assert_eq!((said.a.len(), said.kept.join(" ")), (0, "close".to_owned()));
        assert!(lines.iter().all(|line| line.label != "Birthday"), "nobody has one");
    }
}

//! Everybody by name, with the words by which they are found, so that thousands are looked through while one types.
//!
//! Serves the list. It is made once for a campaign and holds nothing that is not in it; whoever keeps it makes it anew when
//! somebody came, went or was renamed. It grades nobody.

use std::collections::BTreeSet;

use crate::campaign::{Campaign, Shown};
use crate::id::PersonId;
use crate::list::written::fold;
use crate::organization::key;

/// Everybody on the list, in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByName {
    rows: Vec<Row>,
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub id: PersonId,
    /// Name, organization, title, addresses and other names as they are compared, with line ends between.
    text: String,
    /// Where they work, comparable; none when that is not known.
    pub organization: Option<String>,
}

impl ByName {
    /// Everybody on this list; the forgotten are not among them.
    pub fn of(campaign: &Campaign) -> Self {
        let mut rows: Vec<Row> = campaign.everybody().map(|shown| row(&shown)).collect();
        rows.sort_by(|one, other| one.place().cmp(&other.place()));
        ByName { rows }
    }

    /// Puts these people in their places anew, as this campaign shows them; whoever is not in it any more goes.
    pub fn move_on(&mut self, campaign: &Campaign, touched: &BTreeSet<PersonId>) {
        self.rows.retain(|row| !touched.contains(&row.id));
        let here = touched.iter().filter(|id| campaign.knows(**id));
        for row in here.map(|id| row(&campaign.shown(*id))) {
            let at = self.rows.partition_point(|other| other.place() < row.place());
            self.rows.insert(at, row);
        }
    }

    /// Those in whose name, other names, organization, title or e-mail address every word of the query stands; everybody for an empty
    /// query.
    pub fn found(&self, query: &str) -> impl Iterator<Item = &Row> {
        let query = fold(query);
        let words: Vec<String> = query.split_whitespace().map(str::to_owned).collect();
        self.rows.iter().filter(move |row| words.iter().all(|word| row.text.contains(word.as_str())))
    }
}

impl Row {
    /// Where they stand: by name, and those of one name by who came first.
    fn place(&self) -> (&str, PersonId) {
        (self.text.split('\n').next().unwrap_or_default(), self.id)
    }
}

fn row(shown: &Shown<'_>) -> Row {
    let organization = shown.organization();
    let more = [organization, shown.title()].into_iter().flatten().chain(shown.emails()).chain(shown.other_names());
    let mut text = fold(shown.name());
    for more in more {
        text.push('\n');
        text.push_str(&fold(more));
    }
    Row { id: shown.id, text, organization: organization.and_then(key) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Scene;

    #[test]
    fn they_stand_by_name_whatever_their_writing() {
        let scene = Scene::of(&["zoë Roy", "Ana Pereira", "ana Bell", "Émile Costa"]);
        let names: Vec<String> = ByName::of(&scene.campaign).found("").map(|row| scene.campaign.name(row.id)).collect();
        assert_eq!(names, ["ana Bell", "Ana Pereira", "Émile Costa", "zoë Roy"]);
    }

    #[test]
    fn whoever_changed_stands_as_if_all_were_made_anew() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Hill"]);
        let mut by_name = ByName::of(&scene.campaign);
        scene.person(1, |person| person.name = Some("Zoë Pereira".into()));
        scene.person(2, |person| person.forgotten = true).at(3, "Riverbend Hospital");
        by_name.move_on(&scene.campaign, &[1, 2, 3].map(crate::scene::p).into());
        assert_eq!(by_name, ByName::of(&scene.campaign));
    }

    #[test]
    fn ways_of_writing_one_organization_are_one() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        scene.at(1, "Riverbend Hospital").at(2, "RIVERBEND HOSPITAL, Inc.");
        let by_name = ByName::of(&scene.campaign);
        let places: Vec<_> = by_name.found("riverbend").map(|row| row.organization.clone()).collect();
        assert_eq!(places, [Some("riverbend hospital".to_owned()), Some("riverbend hospital".to_owned())]);
    }
}

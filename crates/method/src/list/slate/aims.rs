//! The direction and the seeker's own past, read once so that thousands of titles can be compared with them.

use std::collections::{BTreeMap, BTreeSet};

use crate::campaign::Campaign;
use crate::direction::SearchKind;
use crate::list::slate::keep_the_search_quiet::employers;
use crate::organization::{distinctive, key};
use crate::seeker::Position;
use crate::title::Title;

/// Where the seeker wants to go and where they come from, ready to be compared.
pub(super) struct Aims<'a> {
    /// Roles of the direction.
    pub roles: Vec<Wish<'a>>,
    /// Fields of the direction.
    pub fields: Vec<Wish<'a>>,
    /// What the seeker was, as their positions say.
    pub was: Vec<Was<'a>>,
    /// The highest standing that the seeker's titles tell; none without a title.
    pub standing: Option<i8>,
    /// What the seeker does best.
    pub strengths: Vec<Wish<'a>>,
    /// Where the seeker worked, works and learned.
    pub places: Vec<Place<'a>>,
    /// Whether they change careers.
    pub changes_careers: bool,
    /// Organizations of the direction by their keys: their place in it and their name there.
    pub wanted: BTreeMap<String, (i64, &'a str)>,
    /// Where the seeker works now, while employed.
    pub employers: BTreeSet<String>,
    /// Where the seeker works or worked.
    pub worked_at: BTreeMap<String, &'a Position>,
}

/// A role, a field or a strength.
pub(super) struct Wish<'a> {
    pub text: &'a str,
    pub title: Title,
}

/// A title of the seeker.
pub(super) struct Was<'a> {
    pub text: &'a str,
    pub title: Title,
}

/// An employer or a school of the seeker.
pub(super) struct Place<'a> {
    pub name: &'a str,
    pub key: String,
    /// The words that tell it from others.
    pub words: BTreeSet<String>,
    /// What the seeker does or did there, as a clause: "where you work now".
    pub clause: &'static str,
}

impl<'a> Aims<'a> {
    pub fn of(campaign: &'a Campaign) -> Self {
        let wish = |text: &'a String| Some(Wish { text, title: Title::read(text) }).filter(|one| !one.title.is_bare());
        let titles = campaign.positions.values().filter_map(|position| position.title.as_deref());
        let was = |text: &'a str| Some(Was { text, title: Title::read(text) }).filter(|one| !one.title.is_bare());
        let wanted = (0..).zip(&campaign.direction.organizations);
        let positions = campaign.positions.values();
        let strengths = campaign.strengths.values().filter(|strength| !strength.dropped);
        Aims {
            standing: titles.clone().map(|text| Title::read(text).standing()).max(),
            strengths: strengths.map(|strength| &strength.name).filter_map(wish).collect(),
            roles: campaign.direction.roles.iter().filter_map(wish).collect(),
            fields: campaign.direction.fields.iter().filter_map(wish).collect(),
            was: titles.filter_map(was).collect(),
            places: places(campaign),
            changes_careers: campaign.direction.search == Some(SearchKind::ChangeCareers),
            wanted: wanted.filter_map(|(place, name)| Some((key(name)?, (place, name.as_str())))).collect(),
            employers: employers(campaign),
            worked_at: positions.filter_map(|position| Some((key(&position.organization)?, position))).collect(),
        }
    }

    /// The place of the seeker with that key.
    pub fn place(&self, key: &str) -> Option<&Place<'a>> {
        self.places.iter().find(|place| place.key == key)
    }
}

fn places(campaign: &Campaign) -> Vec<Place<'_>> {
    let seeker = &campaign.seeker;
    let employer = seeker.employer.as_deref().filter(|_| seeker.employed_now == Some(true));
    let employer = employer.map(|name| (name, "where you work now"));
    // A position without an end may only have an end that nobody wrote down.
    let positions = campaign.positions.values().map(|one| (one.organization.as_str(), "where you have worked too"));
    let schools = campaign.schools.values().map(|one| (one.name.as_str(), "where you learned"));
    let named = employer.into_iter().chain(positions).chain(schools);
    let mut places: Vec<Place<'_>> = Vec::new();
    for (name, clause) in named {
        let Some(key) = key(name).filter(|key| places.iter().all(|place| place.key != *key)) else { continue };
        places.push(Place { name, key, words: distinctive(name).into_iter().collect(), clause });
    }
    places
}

//! An invented seeker: a real campaign with a hundred and fifty people on its list, and beside each what only the world
//! knows. It refuses to show the policies more than a real campaign would hold.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use method::campaign::Campaign;
use method::change::Change;
use method::direction::SearchKind;
use method::id::{Id, PersonId};
use method::list::{Correspondence, Letters, Past, Person, Record};
use method::seeker::Position;

use crate::chance::Chance;
use crate::world::{Figure, Tie, World};

/// A Monday: the search begins.
pub const FIRST_DAY: Date = date(2026, 1, 5);

const PEOPLE: u64 = 150;

/// What the world knows of somebody.
#[derive(Debug, Clone)]
pub struct Persona {
    pub tie: Tie,
    pub in_direction: bool,
    /// Trusted and of higher standing.
    pub is_trusted: bool,
    pub is_higher: bool,
    pub made_the_move: bool,
    /// What comes of an ask and of a half hour is settled beforehand, so that policies differ by whom they ask alone.
    pub draws: [f64; 3],
}

impl Persona {
    fn of(tie: Tie, chance: &mut Chance) -> Self {
        // Those who are close know the same corner of the world, which is why weaker ties help (E1).
        let (direction, trust) = match tie {
            Tie::Strong => (0.10, 0.8),
            Tie::Middle => (0.20, 0.4),
            Tie::Dormant => (0.20, 0.5),
            Tie::Weak => (0.15, 0.05),
            Tie::Named => (0.60, 0.0),
        };
        let in_direction = chance.happens(direction);
        Persona {
            tie,
            in_direction,
            is_trusted: chance.happens(trust),
            is_higher: chance.happens(0.25),
            made_the_move: chance.happens(0.3) && in_direction,
            draws: [chance.even(), chance.even(), chance.even()],
        }
    }

    pub fn answers(&self, world: &World) -> bool {
        self.draws[0] < world.answers(self.tie)
    }

    pub fn makes_the_call(&self, world: &World) -> bool {
        let times = |stands: bool, figure: Figure| if stands { world.of(figure) } else { 1.0 };
        let silent_and_useful = self.tie == Tie::Dormant && self.is_trusted && self.is_higher;
        let chance = world.calls(self.tie)
            * times(self.in_direction, Figure::Direction)
            * times(silent_and_useful, Figure::Standing)
            * times(self.made_the_move, Figure::Move);
        self.draws[1] < chance
    }

    pub fn names_somebody(&self, world: &World) -> bool {
        self.draws[2] < world.of(Figure::Names)
    }
}

/// A seeker at the beginning of the search.
pub struct Seeker {
    pub campaign: Campaign,
    pub personas: BTreeMap<PersonId, Persona>,
    seed: u64,
}

impl Seeker {
    /// The seeker with that number, the same in every world.
    pub fn of(seed: u64) -> Self {
        let mut chance = Chance::of(&[seed]);
        let mut seeker = Seeker { campaign: aims(&mut chance), personas: BTreeMap::new(), seed };
        for number in 1..=PEOPLE {
            let tie = match chance.even() {
                at if at < 0.10 => Tie::Strong,
                at if at < 0.30 => Tie::Middle,
                at if at < 0.55 => Tie::Dormant,
                _ => Tie::Weak,
            };
            let persona = Persona::of(tie, &mut chance);
            seeker.add(PersonId::from_number(number), persona, FIRST_DAY, &mut chance);
        }
        seeker
    }

    /// Somebody whom that person names, the same whoever asks and whenever.
    pub fn name_somebody(&mut self, by: PersonId, on: Date) -> PersonId {
        let mut chance = Chance::of(&[self.seed, by.number()]);
        let id = PersonId::from_number(1_000 + by.number());
        let persona = Persona::of(Tie::Named, &mut chance);
        self.add(id, persona, on, &mut chance);
        id
    }

    fn add(&mut self, id: PersonId, persona: Persona, on: Date, chance: &mut Chance) {
        let mut person = Person::named(id, name(chance), on);
        (person.title, person.organization) = work(&persona, chance);
        // Nobody marks everybody whom they respect, or is close to.
        person.respected = persona.is_trusted && chance.happens(0.5);
        person.close = persona.tie == Tie::Strong && chance.happens(0.5);
        let years = match persona.tie {
            Tie::Strong => chance.between(3, 15),
            Tie::Middle => chance.between(1, 8),
            Tie::Dormant => chance.between(6, 20),
            Tie::Weak | Tie::Named => 0,
        };
        let is_told = years > 0 && chance.happens(0.5);
        person.known_since_on = is_told.then(|| FIRST_DAY.saturating_sub(i64::try_from(years).unwrap_or(1).years()));
        person.emails = vec![format!("{id}@example.com")];
        let mut changes: Vec<Change> = letters(&person, persona.tie, chance).map(Change::from).into_iter().collect();
        if persona.made_the_move {
            changes.push(recorded(&person).into());
        }
        changes.push(person.into());
        self.campaign.apply(changes);
        self.personas.insert(id, persona);
    }
}

const WANTED: [&str; 3] = ["Riverbend Hospital", "Northgate Clinic", "Quayside Trust"];

/// A charge nurse who wants to go into training and patient safety; every other one of them changes careers.
fn aims(chance: &mut Chance) -> Campaign {
    let mut campaign = Campaign::default();
    let direction = &mut campaign.direction;
    direction.roles = vec!["Training coordinator".into()];
    direction.fields = vec!["Patient safety".into()];
    direction.organizations = WANTED.map(str::to_owned).to_vec();
    direction.search = Some(if chance.happens(0.5) { SearchKind::ChangeCareers } else { SearchKind::FindAJob });
    campaign.apply([Position {
        id: Id::from_number(1),
        organization: "Harbor Hospital".into(),
        title: Some("Charge nurse".into()),
        started_on: Some(date(2012, 1, 1)),
        ended_on: None,
        source: None,
    }
    .into()]);
    campaign
}

fn name(chance: &mut Chance) -> String {
    let letters = |chance: &mut Chance, many: usize| -> String {
        (0..many).filter_map(|_| char::from_u32(97 + u32::try_from(chance.between(0, 25)).unwrap_or(0))).collect()
    };
    format!("{} {}", letters(chance, 5), letters(chance, 7))
}

/// Title and organization. Whoever is in the direction shows it by one of the three; whoever is not by none.
fn work(persona: &Persona, chance: &mut Chance) -> (Option<String>, Option<String>) {
    let elsewhere = format!("Firm {}", chance.between(1, 60));
    let rank = if persona.is_higher { "Director of " } else { "" };
    let (title, organization) = match (persona.in_direction, chance.between(0, 2)) {
        (true, 0) => (format!("{rank}Training coordinator"), elsewhere),
        (true, 1) => (format!("{rank}Patient safety"), elsewhere),
        (true, place) => (format!("{rank}Accounting"), WANTED[usize::try_from(place).unwrap_or(0)].to_owned()),
        (false, place) => {
            let work = ["Accounting", "Sales", "Nursing"][usize::try_from(place).unwrap_or(0)];
            (format!("{rank}{work}"), elsewhere)
        }
    };
    (Some(title), Some(organization))
}

/// What their correspondence shows: how often, and how long ago.
fn letters(person: &Person, tie: Tie, chance: &mut Chance) -> Option<Correspondence> {
    let (days, newest, oldest) = match tie {
        Tie::Strong => (chance.between(8, 30), 5, 400),
        Tie::Middle => (chance.between(2, 6), 60, 800),
        Tie::Dormant => (chance.between(1, 12), 1_200, 3_600),
        Tie::Weak | Tie::Named => return None,
    };
    let mut day = || FIRST_DAY.saturating_sub(i64::try_from(chance.between(newest, oldest)).unwrap_or(0).days());
    let both = Letters { sent: 1, received: 1, met: 0 };
    let days = (0..days).map(|_| (day(), both)).collect();
    let address = person.emails.first()?.clone();
    Some(Correspondence { id: Id::from_number(person.id.number()), importer: "mail".into(), address, days })
}

/// What an earlier file said: they were where the seeker is.
fn recorded(person: &Person) -> Record {
    let was =
        Past { organization: Some("Harbor Hospital".into()), title: Some("Nurse".into()), until_on: date(2020, 3, 2) };
    Record {
        id: Id::from_number(person.id.number()),
        person: person.id,
        source: Id::from_number(1),
        row_key: person.id.to_string(),
        place: 1,
        name: person.name.clone().unwrap_or_default(),
        given: None,
        family: None,
        emails: Vec::new(),
        phones: Vec::new(),
        links: Vec::new(),
        organization: None,
        title: None,
        connected_on: None,
        birthday: None,
        postal: Vec::new(),
        other_names: Vec::new(),
        past: vec![was],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seeker_is_the_same_every_time_and_unlike_the_next() {
        assert_eq!(Seeker::of(1).campaign, Seeker::of(1).campaign);
        assert_ne!(Seeker::of(1).campaign, Seeker::of(2).campaign);
        assert_eq!(Seeker::of(1).campaign.people.len(), 150);
    }

    #[test]
    fn what_the_world_knows_shows_in_the_campaign_and_no_more() {
        let seeker = Seeker::of(3);
        for (id, persona) in &seeker.personas {
            let written = seeker.campaign.correspondence.values().any(|one| one.id.number() == id.number());
            assert_eq!(written, persona.tie != Tie::Weak);
            let told = &seeker.campaign.people[id];
            assert!(!told.respected || persona.is_trusted);
            assert!(!persona.made_the_move || persona.in_direction);
        }
    }
}

//! Where people were and in which years, as far as anything with dates says so: the addresses that they wrote from, and
//! what the seeker told of working together (E6).
//!
//! Serves what is known of a tie, and the ways in. It refuses to take the day of an import for a year at an employer: a
//! file that names where somebody works does not say since when.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::campaign::{Campaign, Shown};
use crate::id::PersonId;
use crate::list::together::worked_at;
use crate::organization::{distinctive, key};

mod besides;

pub use besides::{Besides, besides};

/// Some years at one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stay {
    /// The organization, as it is compared.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The first year that is known.
    pub from: i16,
    /// The last year that is known.
    pub until: i16,
    /// What says so.
    pub by: By,
}

/// What says where somebody was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Letters from an address there; the part after the sign.
    Address(String),
    /// The seeker, who worked there with them. The years are the seeker's own: nobody said theirs.
    OwnWords,
}

impl Stay {
    /// What says so, of somebody: "wrote to you from an address at riverbend.example from 2014 to 2016".
    pub fn said(&self) -> String {
        let years = years((self.from, self.until));
        match &self.by {
            By::Address(host) => format!("wrote to you from an address at {host} {years}"),
            By::OwnWords => format!("worked there with you, as you said; you were there {years}"),
        }
    }

    /// The years that both were at the same place, the first and the last.
    pub fn overlap(&self, other: &Stay) -> Option<(i16, i16)> {
        let (from, until) = (self.from.max(other.from), self.until.min(other.until));
        (self.key == other.key && from <= until).then_some((from, until))
    }
}

/// Years in running text: "in 2016", "from 2015 to 2018".
pub fn years((from, until): (i16, i16)) -> String {
    if from == until { format!("in {from}") } else { format!("from {from} to {until}") }
}

/// Where the seeker worked, with years; what has no first day is not among them.
pub fn of_the_seeker(campaign: &Campaign, today: Date) -> Vec<Stay> {
    let positions = campaign.positions.values().filter_map(|position| {
        let from = position.started_on?.year();
        let until = position.ended_on.map_or(today.year(), Date::year);
        let name = position.organization.trim().to_owned();
        Some(Stay { key: key(&name)?, name, from, until, by: By::OwnWords })
    });
    positions.filter(|stay| stay.from <= stay.until).collect()
}

/// Where these people were, as letters and the seeker's own words tell. Letters count where the campaign has them.
pub fn of(campaign: &Campaign, people: &[Shown<'_>], today: Date) -> BTreeMap<PersonId, Vec<Stay>> {
    let own = of_the_seeker(campaign, today);
    let addresses = written(campaign, people, today);
    let places = Places::named(campaign, addresses.values().flatten().map(|one| one.label).collect());
    let mut stays = BTreeMap::new();
    for shown in people {
        let written = addresses.get(&shown.id).into_iter().flatten();
        let mut theirs: Vec<Stay> = written.filter_map(|one| places.stay(one, shown)).collect();
        theirs.extend(in_own_words(&own, shown));
        if !theirs.is_empty() {
            theirs.sort();
            theirs.dedup();
            stays.insert(shown.id, theirs);
        }
    }
    stays
}

/// What the seeker told: "we worked together at Harbor Hospital", beside the years of the seeker's own position there.
fn in_own_words(own: &[Stay], shown: &Shown<'_>) -> Vec<Stay> {
    let Some(told) = shown.told().and_then(|told| told.how_known.as_deref()) else { return Vec::new() };
    own.iter().filter(|stay| worked_at(told, &stay.name)).cloned().collect()
}

/// An address that somebody wrote from.
struct Written<'a> {
    /// What stands after the sign.
    host: &'a str,
    /// The part of it that may be a name.
    label: &'a str,
    from: i16,
    until: i16,
}

/// From which addresses each of them wrote, and in which years.
fn written<'a>(campaign: &'a Campaign, people: &[Shown<'a>], today: Date) -> BTreeMap<PersonId, Vec<Written<'a>>> {
    let mut written: BTreeMap<PersonId, Vec<Written<'a>>> = BTreeMap::new();
    if campaign.correspondence.is_empty() {
        return written;
    }
    let mut holders: BTreeMap<&str, Vec<PersonId>> = BTreeMap::new();
    for shown in people {
        for address in shown.emails() {
            holders.entry(address).or_default().push(shown.id);
        }
    }
    for letters in campaign.correspondence.values() {
        let Some(holders) = holders.get(letters.address.as_str()) else { continue };
        let Some((label, (_, host))) = label(&letters.address).zip(letters.address.rsplit_once('@')) else { continue };
        let mut received = letters.days.range(..=today).filter(|(_, day)| day.received > 0).map(|(day, _)| day.year());
        let Some(from) = received.next() else { continue };
        let until = received.next_back().unwrap_or(from);
        for person in holders {
            written.entry(*person).or_default().push(Written { host, label, from, until });
        }
    }
    written
}

/// The part of an address that may be the name of an organization; none where everybody may have an address.
pub(super) fn label(address: &str) -> Option<&str> {
    let (_, host) = address.rsplit_once('@')?;
    let (front, _) = host.rsplit_once('.')?;
    let label = front.rsplit('.').find(|part| !MIDDLE.contains(part))?;
    (label.len() >= 3 && !FOR_EVERYBODY.contains(&label)).then_some(label)
}

/// Parts that stand between a name and the end.
const MIDDLE: &[&str] = &["co", "com", "org", "net", "ac", "edu", "gov", "or", "go", "ne"];

/// Where anybody may have an address, whoever they work for.
const FOR_EVERYBODY: &[&str] = &[
    "gmail",
    "googlemail",
    "yahoo",
    "ymail",
    "hotmail",
    "outlook",
    "live",
    "msn",
    "icloud",
    "mac",
    "aol",
    "gmx",
    "web",
    "proton",
    "protonmail",
    "fastmail",
    "zoho",
    "mail",
    "email",
    "qq",
    "163",
    "126",
    "yandex",
    "rambler",
    "orange",
    "free",
    "laposte",
    "libero",
    "t-online",
    "comcast",
    "verizon",
    "att",
    "cox",
    "charter",
    "btinternet",
    "virginmedia",
    "sky",
    "bigpond",
    "shaw",
    "rogers",
    "telus",
    "hey",
    "tutanota",
    "posteo",
    "mailbox",
    "naver",
    "daum",
    "hanmail",
    "seznam",
    "wanadoo",
    "sfr",
    "bluewin",
    "telenet",
    "skynet",
    "ziggo",
    "xs4all",
    "example",
];

/// Organizations by the part of an address that names them.
struct Places {
    by_label: BTreeMap<String, Option<(String, String)>>,
}

impl Places {
    /// Every organization that is named anywhere and whose name is one of these labels; where two have the same, none.
    fn named(campaign: &Campaign, labels: BTreeSet<&str>) -> Self {
        let mut by_label: BTreeMap<String, Option<(String, String)>> = BTreeMap::new();
        if labels.is_empty() {
            return Places { by_label };
        }
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for name in every_name(campaign) {
            if !seen.insert(name) {
                continue;
            }
            let Some(key) = key(name) else { continue };
            for label in spellings(name).into_iter().filter(|label| labels.contains(label.as_str())) {
                let place = by_label.entry(label).or_insert_with(|| Some((key.clone(), name.trim().to_owned())));
                if place.as_ref().is_some_and(|(other, _)| *other != key) {
                    *place = None;
                }
            }
        }
        Places { by_label }
    }

    /// Where an address was: at the organization that the person is known to be or have been at, or else at the only one
    /// of that name.
    fn stay(&self, written: &Written<'_>, shown: &Shown<'_>) -> Option<Stay> {
        let past = shown.records.iter().flat_map(|record| &record.past).filter_map(|past| past.organization.as_deref());
        let theirs = shown.organization().into_iter().chain(past);
        let theirs = theirs.filter(|name| {
            distinctive(name).first().is_some_and(|word| word == written.label)
                || spellings(name).contains(written.label)
        });
        let theirs = theirs.filter_map(|name| Some((key(name)?, name.trim().to_owned()))).next();
        let (key, name) = theirs.or_else(|| self.by_label.get(written.label).cloned().flatten())?;
        let by = By::Address(written.host.to_owned());
        Some(Stay { key, name, from: written.from, until: written.until, by })
    }
}

/// The ways in which a name may stand in an address: all of it, or the words that tell it from others.
fn spellings(name: &str) -> BTreeSet<String> {
    let all = key(name).unwrap_or_default().replace(' ', "");
    [all, distinctive(name).concat()].into_iter().filter(|one| one.len() >= 3).collect()
}

fn every_name(campaign: &Campaign) -> impl Iterator<Item = &str> {
    let told = campaign.people.values().filter_map(|person| person.organization.as_deref());
    let recorded = campaign.records.values().filter_map(|record| record.organization.as_deref());
    let past = campaign.records.values().flat_map(|record| &record.past);
    let own = campaign.positions.values().map(|position| position.organization.as_str());
    let aims = campaign.direction.organizations.iter().map(String::as_str);
    told.chain(recorded).chain(past.filter_map(|past| past.organization.as_deref())).chain(own).chain(aims)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;
    use crate::id::{CorrespondenceId, Id};
    use crate::list::{Correspondence, Letters};
    use crate::scene::{Scene, TODAY, p};

    /// Letters from that address of p1, one at the beginning of each of these years.
    fn wrote_from(scene: &mut Scene, address: &str, years: &[i16]) {
        let id = CorrespondenceId::from_number(scene.campaign.correspondence.len() as u64 + 1);
        let letters = Letters { sent: 1, received: 1, met: 0 };
        let days = years.iter().map(|year| (date(*year, 1, 5), letters)).collect();
        scene.person(1, |person| person.emails.push(address.into()));
        scene.write(Correspondence { id, importer: "mail".into(), address: address.into(), days });
    }

    fn known(scene: &Scene) -> Vec<(String, i16, i16)> {
        let stays = of(&scene.campaign, &[scene.campaign.shown(p(1))], TODAY);
        let stays = stays.into_values().flatten();
        stays.map(|stay| (stay.name, stay.from, stay.until)).collect()
    }

    #[test]
    fn letters_from_an_address_tell_the_years_at_an_organization() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        scene.at(1, "Quay School").at(2, "Riverbend Hospital");
        wrote_from(&mut scene, "ana@riverbend.example", &[2014, 2016]);
        wrote_from(&mut scene, "ana@gmail.com", &[2018]);
        assert_eq!(known(&scene), [("Riverbend Hospital".to_owned(), 2014, 2016)]);
    }

    #[test]
    fn where_two_organizations_have_the_name_only_their_own_past_decides() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor"]);
        scene.at(2, "Harbor Clinic").at(3, "Harbor School");
        wrote_from(&mut scene, "ana@harbor.example", &[2014]);
        assert_eq!(known(&scene), []);
        scene.used_to_be_at(1, "Harbor Freight", date(2020, 1, 1));
        assert_eq!(known(&scene), [("Harbor Freight".to_owned(), 2014, 2014)]);
    }

    #[test]
    fn own_words_have_the_years_of_the_own_position() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.worked_at("Quay Ltd", 2011, 2015);
        scene.person(1, |person| person.how_known = Some("We worked together at Quay.".into()));
        assert_eq!(known(&scene), [("Quay Ltd".to_owned(), 2011, 2015)]);
        scene.person(1, |person| person.how_known = Some("A friend of the Quay family".into()));
        assert_eq!(known(&scene), []);
    }

    #[rstest]
    #[case(("Quay", 2010, 2014), ("Quay", 2012, 2018), Some((2012, 2014)))]
    #[case(("Quay", 2010, 2014), ("Quay", 2014, 2014), Some((2014, 2014)))]
    #[case::one_after_the_other(("Quay", 2010, 2014), ("Quay", 2015, 2018), None)]
    #[case::elsewhere(("Quay", 2010, 2014), ("Harbor", 2010, 2014), None)]
    fn years_are_shared_at_one_place(
        #[case] a: (&str, i16, i16),
        #[case] b: (&str, i16, i16),
        #[case] shared: Option<(i16, i16)>,
    ) {
        let stay = |(name, from, until): (&str, i16, i16)| Stay {
            key: key(name).unwrap(),
            name: name.into(),
            from,
            until,
            by: By::OwnWords,
        };
        assert_eq!(stay(a).overlap(&stay(b)), shared);
    }

    #[rstest]
    #[case("ana@harbor.example", Some("harbor"))]
    #[case("ana@mail.harbor.co.uk", Some("harbor"))]
    #[case("ana@gmail.com", None)]
    #[case("linkedin.com/in/ana", None)]
    #[case("ana@localhost", None)]
    #[case("", None)]
    fn the_part_that_may_be_a_name(#[case] address: &str, #[case] expected: Option<&str>) {
        assert_eq!(label(address), expected);
    }
}

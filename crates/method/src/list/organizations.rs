//! The organizations of a search: where the seeker would like to be, those that were spoken of, and those where people
//! on the list are. One of them with everybody there, and what was said of it (rows M1, M7, M14).
//!
//! Serves the list and the ways in. Two ways of writing one name are one organization; it refuses to rank them.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::{Campaign, PersonRef, Shown};
use crate::conversation::Ladder;
use crate::id::{ConversationId, OpportunityId, PersonId};
use crate::list::path::circle::Circle;
use crate::list::so_far::SoFar;
use crate::list::stage::{Stage, stage_in};
use crate::list::written::fold;
use crate::organization::key;

/// One organization, as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organization {
    /// Its name, as it was written first.
    pub name: String,
    /// Whether the seeker would like to be there.
    pub is_wanted: bool,
    /// How many people on the list are there.
    pub people: usize,
    /// How many times it was spoken of: named in a conversation, somebody named who is there, or an opportunity there.
    pub spoken_of: usize,
    /// Whether the seeker follows it on a network.
    pub is_followed: bool,
}

/// Every organization once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Organizations {
    /// Where the seeker would like to be, in their order.
    pub wanted: Vec<Organization>,
    /// Others that were spoken of, the most often named first.
    pub spoken_of: Vec<Organization>,
    /// Others where people on the list are, those with the most people first.
    pub others: Vec<Organization>,
    /// Others that the seeker follows on a network, where nobody is known, in the order of their names.
    pub followed: Vec<Organization>,
}

impl Organizations {
    /// All of them, in this order.
    pub fn all(&self) -> Vec<&Organization> {
        [&self.wanted, &self.spoken_of, &self.others, &self.followed].into_iter().flatten().collect()
    }
}

/// The organizations in whose names every word of the query stands; all of them for an empty query.
pub fn organizations(campaign: &Campaign, query: &str) -> Organizations {
    let mut counted = Counted::default();
    for name in &campaign.direction.organizations {
        counted.of(name).is_wanted = true;
    }
    let held = campaign.conversations.values().flat_map(|held| &held.organizations);
    let there = campaign.opportunities.values().filter_map(|opportunity| opportunity.organization.as_ref());
    for name in held.chain(there) {
        counted.of(name).spoken_of += 1;
    }
    for referral in campaign.referrals.values() {
        if let Some(name) = campaign.shown(referral.person).organization() {
            counted.of(name).spoken_of += 1;
        }
    }
    for shown in campaign.everybody() {
        if let Some(name) = shown.organization() {
            counted.of(name).people += 1;
        }
    }
    for followed in campaign.followed.values() {
        counted.of(&followed.organization).is_followed = true;
    }
    sorted(counted.all, query)
}

/// What makes two ways of writing a name one organization. Where the name has no letter, the name itself.
pub fn identity(name: &str) -> String {
    key(name).unwrap_or_else(|| fold(name))
}

fn sorted(all: Vec<Organization>, query: &str) -> Organizations {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut sorted = Organizations::default();
    for one in all {
        if !words.is_empty() {
            let name = fold(&one.name);
            if !words.iter().all(|word| name.contains(word)) {
                continue;
            }
        }
        match (one.is_wanted, one.spoken_of, one.people) {
            (true, _, _) => sorted.wanted.push(one),
            (false, 0, 0) => sorted.followed.push(one),
            (false, 0, _) => sorted.others.push(one),
            (false, _, _) => sorted.spoken_of.push(one),
        }
    }
    sorted.spoken_of.sort_by(|a, b| b.spoken_of.cmp(&a.spoken_of).then_with(|| a.name.cmp(&b.name)));
    sorted.followed.sort_by_cached_key(|one| fold(&one.name));
    sorted.others.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.name.cmp(&b.name)));
    sorted
}

/// Organizations while they are counted. Thousands of people share few ways of writing, so each is looked at once.
#[derive(Default)]
struct Counted<'a> {
    all: Vec<Organization>,
    by_identity: BTreeMap<String, usize>,
    as_written: HashMap<&'a str, usize>,
}

impl<'a> Counted<'a> {
    fn of(&mut self, name: &'a str) -> &mut Organization {
        let place = match self.as_written.get(name) {
            Some(place) => *place,
            None => {
                let place = *self.by_identity.entry(identity(name)).or_insert(self.all.len());
                if place == self.all.len() {
                    let name = name.trim().to_owned();
                    self.all.push(Organization { name, is_wanted: false, people: 0, spoken_of: 0, is_followed: false });
                }
                self.as_written.insert(name, place);
                place
            }
        };
        &mut self.all[place]
    }
}

/// One organization with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrganizationReport {
    /// Its name, as it was written first; as it was asked for when nothing here names it.
    pub name: String,
    /// As it stands among the organizations of the direction; none when the seeker does not aim at it.
    pub wanted_as: Option<String>,
    /// Who is there, in the order of their names.
    pub there: Vec<There>,
    /// Who used to be there, the last to leave first.
    pub were_there: Vec<WasThere>,
    /// The conversations that spoke of it, the newest first.
    pub said: Vec<Said>,
    /// What came up there.
    pub opportunities: Vec<OpportunityId>,
    /// Whether the seeker follows it on a network.
    pub is_followed: bool,
}

/// Somebody who is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct There {
    /// Who.
    pub person: PersonRef,
    /// What they do there.
    pub title: Option<String>,
    /// How far things have come with them.
    pub stage: Stage,
}

/// Somebody who used to be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WasThere {
    /// Who.
    pub person: PersonRef,
    /// The day of the file that no longer said so, or the end of the last year in which they wrote from there.
    pub until_on: Date,
    /// What else than a file tells it, in words: an address that they wrote from, or the seeker.
    pub says: Option<String>,
}

/// A conversation that spoke of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The conversation.
    pub conversation: ConversationId,
    /// With whom.
    pub person: PersonRef,
    /// The day.
    pub held_on: Date,
    /// How far it went.
    pub ladder: Ladder,
    /// What was learned, whole.
    pub learned: Option<String>,
    /// Who was named then and is there.
    pub named: Vec<PersonRef>,
}

impl OrganizationReport {
    /// How it stands with the seeker, in a sentence.
    pub fn stands(&self) -> &'static str {
        match (&self.wanted_as, self.is_followed, self.is_unknown()) {
            (Some(_), true, _) => "You would like to be there, and you follow it.",
            (Some(_), false, _) => "You would like to be there.",
            (None, true, _) => "You follow it; it is not among those where you would like to be.",
            (None, false, true) => "Nothing here speaks of it yet.",
            (None, false, false) => "Not among those where you would like to be.",
        }
    }

    /// Whether nothing here names it.
    pub fn is_unknown(&self) -> bool {
        let empty = [self.there.is_empty(), self.were_there.is_empty(), self.said.is_empty()];
        self.wanted_as.is_none()
            && self.opportunities.is_empty()
            && !self.is_followed
            && empty.into_iter().all(|empty| empty)
    }
}

/// What is known of the organization with that name, however it is written.
pub fn organization(campaign: &Campaign, name: &str) -> OrganizationReport {
    organization_in(campaign, None, name)
}

/// The same, with those who wrote from an address there as the circle knows them.
pub fn organization_in(campaign: &Campaign, circle: Option<&Circle>, name: &str) -> OrganizationReport {
    let wanted = Wanted { identity: identity(name), folded: fold(name) };
    let so_far = SoFar::of(campaign);
    let wanted_as = campaign.direction.organizations.iter().find(|name| wanted.is(name)).cloned();
    let (mut there, mut were_there, mut written) = (Vec::new(), Vec::new(), wanted_as.clone());
    for shown in campaign.everybody() {
        if let Some(name) = shown.organization().filter(|name| wanted.is(name)) {
            written = written.or_else(|| Some(name.trim().to_owned()));
            let title = shown.title().map(str::to_owned);
            there.push(There {
                person: campaign.person_ref(shown.id),
                title,
                stage: stage_in(campaign, &so_far, shown.id),
            });
        } else if let Some((until_on, says)) = was_there(&shown, circle, &wanted) {
            were_there.push(WasThere { person: campaign.person_ref(shown.id), until_on, says });
        }
    }
    let followed = campaign.followed.values().map(|one| &one.organization).find(|name| wanted.is(name));
    let written = written.or_else(|| followed.map(|name| name.trim().to_owned()));
    there.sort_by_cached_key(|one| fold(&one.person.name));
    were_there.sort_by_key(|one| (std::cmp::Reverse(one.until_on), one.person.id));
    let opportunities = campaign.opportunities.values();
    let opportunities = opportunities.filter(|one| one.organization.as_deref().is_some_and(|name| wanted.is(name)));
    OrganizationReport {
        name: written.unwrap_or_else(|| name.trim().to_owned()),
        wanted_as,
        said: said(campaign, &wanted, &there),
        there,
        were_there,
        opportunities: opportunities.map(|one| one.id).collect(),
        is_followed: campaign.followed.values().any(|one| wanted.is(&one.organization)),
    }
}

/// Until when somebody was there, and what tells it when no file does.
fn was_there(shown: &Shown<'_>, circle: Option<&Circle>, wanted: &Wanted) -> Option<(Date, Option<String>)> {
    let past = shown.records.iter().flat_map(|record| &record.past);
    let there = past.filter(|past| past.organization.as_deref().is_some_and(|name| wanted.is(name)));
    if let Some(until_on) = there.map(|past| past.until_on).max() {
        return Some((until_on, None));
    }
    let stay = circle?.stays(shown.id).iter().rev().find(|stay| stay.key == wanted.identity)?;
    let until_on = Date::new(stay.until, 12, 31).unwrap_or(Date::MAX);
    Some((until_on, Some(stay.said())))
}

/// The organization that is looked for.
struct Wanted {
    identity: String,
    folded: String,
}

impl Wanted {
    fn is(&self, name: &str) -> bool {
        identity(name) == self.identity
    }

    /// Whether a text speaks of it. Very short names stand inside too many words to say so.
    fn stands_in(&self, text: &str) -> bool {
        let names = [&self.identity, &self.folded].into_iter().filter(|name| name.chars().count() > 3);
        let text = fold(text);
        names.into_iter().any(|name| text.contains(name.as_str()))
    }
}

fn said(campaign: &Campaign, wanted: &Wanted, there: &[There]) -> Vec<Said> {
    let is_there = |id: PersonId| there.iter().any(|one| one.person.id == id);
    let mut named: BTreeMap<ConversationId, Vec<PersonId>> = BTreeMap::new();
    for referral in campaign.referrals.values().filter(|referral| is_there(referral.person)) {
        if let Some(held) = referral.conversation {
            named.entry(held).or_default().push(referral.person);
        }
    }
    let spoke_of_it = campaign.conversations.values().filter(|held| {
        named.contains_key(&held.id)
            || held.organizations.iter().any(|name| wanted.is(name))
            || held.learned.as_deref().is_some_and(|learned| wanted.stands_in(learned))
    });
    let mut said: Vec<Said> = spoke_of_it
        .map(|held| Said {
            conversation: held.id,
            person: campaign.person_ref(held.person),
            held_on: held.held_on,
            ladder: held.ladder,
            learned: held.learned.clone(),
            named: named.get(&held.id).into_iter().flatten().map(|id| campaign.person_ref(*id)).collect(),
        })
        .collect();
    said.sort_by_key(|said| std::cmp::Reverse((said.held_on, said.conversation)));
    said
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::id::{FollowedId, Id};
    use crate::scene::{Scene, TODAY, p};
    use crate::seeker::Followed;

    fn scene() -> Scene {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Hill"]);
        scene.at(1, "Riverbend Hospital, Inc.").at(2, "RIVERBEND HOSPITAL").at(3, "Quay School").at(4, "Quay School");
        scene.wants("Riverbend Hospital").met(1, date(2026, 11, 2), Ladder::NamedSomeone).named(
            1,
            3,
            date(2026, 11, 2),
        );
        scene
    }

    fn names(all: &[Organization]) -> Vec<(&str, usize, usize)> {
        all.iter().map(|one| (one.name.as_str(), one.people, one.spoken_of)).collect()
    }

    #[test]
    fn each_stands_once_and_where_it_belongs() {
        let mut scene = scene();
        scene.at(4, "Harbor 🙂");
        let all = organizations(&scene.campaign, "");
        assert_eq!(names(&all.wanted), [("Riverbend Hospital", 2, 0)]);
        assert_eq!(names(&all.spoken_of), [("Quay School", 1, 1)]);
        assert_eq!(names(&all.others), [("Harbor 🙂", 1, 0)]);
    }

    #[rstest::rstest]
    #[case("river hosp", 1)]
    #[case("QUAY", 1)]
    #[case("école", 0)]
    #[case("", 2)]
    fn a_part_of_a_name_finds_it(#[case] query: &str, #[case] found: usize) {
        let all = organizations(&scene().campaign, query);
        assert_eq!(all.wanted.len() + all.spoken_of.len() + all.others.len(), found);
    }

    #[test]
    fn one_tells_who_is_there_and_what_was_said() {
        let mut scene = scene();
        let mut held = scene.campaign.conversations.values().next().unwrap().clone();
        held.learned = Some("At Riverbend hospital they train their own.".into());
        scene.write(held);
        let report = organization(&scene.campaign, "riverbend hospital inc");
        let there: Vec<&str> = report.there.iter().map(|one| one.person.name.as_str()).collect();
        assert_eq!(there, ["Ana Pereira", "Bo Lind"]);
        assert_eq!(report.wanted_as.as_deref(), Some("Riverbend Hospital"));
        assert_eq!(report.said.len(), 1);
        let quay = organization(&scene.campaign, "quay school");
        assert_eq!(quay.said[0].named[0].name, "Chidi Okafor");
        assert_eq!((quay.name.as_str(), quay.wanted_as), ("Quay School", None));
    }

    #[test]
    fn followed_ones_stand_where_something_else_is_known_or_by_themselves() {
        let mut scene = scene();
        for (number, name) in [(1, "Riverbend hospital"), (2, "Saltmarsh Trust"), (3, "Quay School")] {
            scene.write(Followed {
                id: FollowedId::from_number(number),
                organization: name.into(),
                followed_on: None,
                source: None,
            });
        }
        let all = organizations(&scene.campaign, "");
        assert_eq!(names(&all.followed), [("Saltmarsh Trust", 0, 0)]);
        assert!(all.wanted[0].is_followed && all.spoken_of[0].is_followed);
        let report = organization(&scene.campaign, "saltmarsh trust");
        assert!(report.is_followed && !report.is_unknown());
        assert_eq!((report.name.as_str(), report.there.len()), ("Saltmarsh Trust", 0));
    }

    #[test]
    fn whoever_wrote_from_an_address_there_used_to_be_there() {
        let mut scene = scene();
        scene.wrote(3, &[date(2014, 3, 1), date(2016, 3, 1)]);
        let mut letters = scene.campaign.correspondence.values().next().unwrap().clone();
        letters.address = "chidi@riverbend.example".into();
        scene.person(3, |person| person.emails = vec!["chidi@riverbend.example".into()]).write(letters);
        let circle = Circle::of(&scene.campaign, TODAY);
        let report = organization_in(&scene.campaign, Some(&circle), "Riverbend Hospital");
        let [was] = report.were_there.as_slice() else { panic!("{:?}", report.were_there) };
        assert_eq!(was.says.as_deref(), Some("wrote to you from an address at riverbend.example from 2014 to 2016"));
        assert_eq!((was.person.id, was.until_on), (p(3), date(2016, 12, 31)));
    }

    #[rstest::rstest]
    #[case("'; drop table")]
    #[case("—")]
    #[case("🙂")]
    #[case("")]
    fn what_nothing_names_is_unknown_and_no_fault(#[case] name: &str) {
        let report = organization(&scene().campaign, name);
        assert!(report.is_unknown() && report.name == name);
    }
}

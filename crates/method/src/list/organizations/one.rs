//! One organization: who is there and who was, what was said of it, and what came up there (rows M1, M7, M14).
//!
//! Serves the ways in, and the page of an organization. It refuses to say that somebody left where only a letter's address
//! tells that they were there, and lately.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::identity;
use crate::campaign::{Campaign, PersonRef, Shown};
use crate::conversation::Ladder;
use crate::id::{ConversationId, OpportunityId, PersonId};
use crate::list::path::circle::Circle;
use crate::list::so_far::SoFar;
use crate::list::stage::{Stage, stage_in};
use crate::list::stays::{Besides, besides};
use crate::list::written::fold;

/// One organization with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrganizationReport {
    /// Its name, as it was written first; as it was asked for when nothing here names it.
    pub name: String,
    /// As it stands among the organizations of the direction; none when the seeker does not aim at it.
    pub wanted_as: Option<String>,
    /// Who is there, in the order of their names.
    pub there: Vec<There>,
    /// Who was there lately, as letters or the seeker's own words tell, and of whom nothing says that they are elsewhere.
    pub probably_there: Vec<WasThere>,
    /// Who used to be there, the last to leave first.
    pub were_there: Vec<WasThere>,
    /// The conversations that spoke of it, the newest first.
    pub said: Vec<Said>,
    /// What came up there.
    pub opportunities: Vec<OpportunityId>,
    /// Whether the seeker follows it on a network.
    pub is_followed: bool,
    /// Whether the seeker works or worked there.
    pub is_own: bool,
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

/// Somebody who used to be there, or probably still is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WasThere {
    /// Who.
    pub person: PersonRef,
    /// The day of the file that no longer said so, or of a recommendation, or the end of the last year in which they wrote
    /// from there.
    pub until_on: Date,
    /// What tells it, in words that follow the name: a file, an address that they wrote from, or the seeker.
    pub says: String,
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
            (None, false, false) if self.is_own => "You work there, or have worked there.",
            (None, false, true) => "Nothing here speaks of it yet.",
            (None, false, false) => "Not among those where you would like to be.",
        }
    }

    /// Whether nothing here names it.
    pub fn is_unknown(&self) -> bool {
        let people = [self.there.is_empty(), self.probably_there.is_empty(), self.were_there.is_empty()];
        self.wanted_as.is_none()
            && self.opportunities.is_empty()
            && !self.is_followed
            && !self.is_own
            && self.said.is_empty()
            && people.into_iter().all(|empty| empty)
    }
}

/// What is known of the organization with that name, however it is written.
pub fn organization(campaign: &Campaign, name: &str) -> OrganizationReport {
    organization_in(campaign, None, name)
}

/// The same, with those who wrote from an address there as the circle knows them.
pub fn organization_in(campaign: &Campaign, circle: Option<&Circle>, name: &str) -> OrganizationReport {
    let wanted = Wanted { identity: identity(name), folded: fold(name) };
    let so_far = SoFar::ever(campaign);
    let wanted_as = campaign.direction.organizations.iter().find(|name| wanted.is(name)).cloned();
    let (mut there, mut probably_there, mut were_there) = (Vec::new(), Vec::new(), Vec::new());
    let mut written = wanted_as.clone();
    for shown in campaign.everybody() {
        if let Some(name) = shown.organization().filter(|name| wanted.is(name)) {
            written = written.or_else(|| Some(name.trim().to_owned()));
            let title = shown.title().map(str::to_owned);
            there.push(There {
                person: campaign.person_ref(shown.id),
                title,
                stage: stage_in(campaign, &so_far, shown.id),
            });
        } else if let Some(found) = was_there(campaign, &shown, circle, &wanted) {
            let one =
                WasThere { person: campaign.person_ref(shown.id), until_on: found.until_on(), says: found.says() };
            let is_still = matches!(found, Besides::ProbablyStill(_));
            if is_still { &mut probably_there } else { &mut were_there }.push(one);
        }
    }
    let followed = campaign.followed.values().map(|one| &one.organization).find(|name| wanted.is(name));
    let written = written.or_else(|| followed.map(|name| name.trim().to_owned()));
    let own = campaign.positions.values().map(|one| one.organization.as_str());
    let own = own.chain(campaign.seeker.employer.as_deref()).find(|name| wanted.is(name));
    let written = written.or_else(|| own.map(|name| name.trim().to_owned()));
    let is_own = own.is_some();
    there.sort_by_cached_key(|one| fold(&one.person.name));
    for people in [&mut probably_there, &mut were_there] {
        people.sort_by_key(|one| (std::cmp::Reverse(one.until_on), one.person.id));
    }
    let opportunities = campaign.opportunities.values();
    let opportunities = opportunities.filter(|one| one.organization.as_deref().is_some_and(|name| wanted.is(name)));
    OrganizationReport {
        name: written.unwrap_or_else(|| name.trim().to_owned()),
        wanted_as,
        said: said(campaign, &wanted, &there),
        there,
        probably_there,
        were_there,
        opportunities: opportunities.map(|one| one.id).collect(),
        is_followed: campaign.followed.values().any(|one| wanted.is(&one.organization)),
        is_own,
    }
}

/// What tells that somebody was there; without a circle only what files tell.
fn was_there<'a>(
    campaign: &Campaign,
    shown: &Shown<'_>,
    circle: Option<&'a Circle>,
    wanted: &Wanted,
) -> Option<Besides<'a>> {
    let stays = circle.map(|circle| circle.stays(shown.id)).unwrap_or_default();
    besides(campaign, shown, stays, &wanted.identity, circle.map_or(Date::MAX, Circle::made_on))
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

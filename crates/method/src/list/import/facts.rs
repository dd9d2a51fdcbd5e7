//! What files tell about the seeker fills what is empty, and never overrides what was told.
//!
//! Serves the import of the first step. A strength without a proof gets the sentence that names it best. It refuses to bring
//! back a strength, or a proof, that the seeker took away.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Change;
use crate::id::{Ids, SourceId};
use crate::list::reading::{Said, SeekerRow};
use crate::list::written::{self, fold};
use crate::seeker::proof;
use crate::seeker::{Followed, Position, School, Seeker, Strength};

/// The seeker's side as it stands during an import.
pub(super) struct Own<'a> {
    campaign: &'a Campaign,
    ids: &'a Ids,
    seeker: Seeker,
    strengths: Vec<Strength>,
    positions: Vec<Position>,
    schools: Vec<School>,
    followed: Vec<Followed>,
    said: Vec<(SourceId, &'a Said)>,
}

impl<'a> Own<'a> {
    pub(super) fn new(campaign: &'a Campaign, ids: &'a Ids) -> Self {
        Own {
            campaign,
            ids,
            seeker: campaign.seeker.clone(),
            strengths: campaign.strengths.values().cloned().collect(),
            positions: campaign.positions.values().cloned().collect(),
            schools: campaign.schools.values().cloned().collect(),
            followed: campaign.followed.values().cloned().collect(),
            said: proof::said_in(campaign).collect(),
        }
    }

    /// Takes the facts of one file and gives how many were new.
    pub(super) fn take(&mut self, rows: &[SeekerRow], source: SourceId) -> usize {
        rows.iter().filter(|row| self.take_row(row, source)).count()
    }

    /// Hears what a file says about the seeker's work, beside what earlier files said.
    pub(super) fn hear(&mut self, said: &'a [Said], source: SourceId) {
        self.said.extend(said.iter().map(|one| (source, one)));
    }

    /// Gives strengths the proof that files tell, and says from which file for each. One that an earlier file told
    /// gives way to a better one, so that it does not matter which file comes first; the seeker's own never does.
    pub(super) fn prove(&mut self) -> Vec<SourceId> {
        let mut proven = Vec::new();
        for strength in &mut self.strengths {
            let is_open = strength.proof.is_none() == strength.proof_source.is_none();
            if strength.dropped || !is_open {
                continue;
            }
            let Some((told, source)) = proof::found(&strength.name, self.said.iter().copied()) else { continue };
            let is_better =
                strength.proof.as_ref().is_none_or(|stands| proof::is_better(&strength.name, &told, stands));
            if is_better {
                (strength.proof, strength.proof_source) = (Some(told), Some(source));
                proven.push(source);
            }
        }
        proven
    }

    fn take_row(&mut self, row: &SeekerRow, source: SourceId) -> bool {
        match row {
            SeekerRow::Profile { name, headline } => {
                let name = fill(&mut self.seeker.name, name.as_deref());
                fill(&mut self.seeker.headline, headline.as_deref()) | name
            }
            SeekerRow::Address { email } => add(&mut self.seeker.addresses, &email.to_lowercase()),
            SeekerRow::Link { link } => add(&mut self.seeker.links, link),
            SeekerRow::Skill { name } => self.take_skill(name, source),
            SeekerRow::Follows { organization, followed_on } => self.take_followed(organization, *followed_on, source),
            SeekerRow::Position { organization, title, started_on, ended_on } => self.take_position(Position {
                id: crate::id::Id::from_number(0),
                organization: organization.clone(),
                title: title.clone(),
                started_on: *started_on,
                ended_on: *ended_on,
                source: Some(source),
            }),
            SeekerRow::School { name, degree, started_on, ended_on } => self.take_school(School {
                id: crate::id::Id::from_number(0),
                name: name.clone(),
                degree: degree.clone(),
                started_on: *started_on,
                ended_on: *ended_on,
                source: Some(source),
            }),
        }
    }

    fn take_skill(&mut self, name: &str, source: SourceId) -> bool {
        let Some(name) = written::line(name) else {
            return false;
        };
        let folded = fold(&name);
        if self.strengths.iter().any(|known| fold(&known.name) == folded) {
            return false;
        }
        let (id, source) = (self.ids.fresh(), Some(source));
        self.strengths.push(Strength { id, name, proof: None, proof_source: None, source, dropped: false });
        true
    }

    /// A position that a file told may come to its end in a later one; one that the seeker told stays as told.
    fn take_position(&mut self, told: Position) -> bool {
        let mark = |one: &Position| {
            let title = one.title.as_deref().map(fold);
            (fold(&one.organization), title, one.started_on)
        };
        match self.positions.iter_mut().find(|known| mark(known) == mark(&told)) {
            Some(known) => {
                let ends = known.ended_on.is_none() && known.source.is_some() && told.ended_on.is_some();
                if ends {
                    known.ended_on = told.ended_on;
                }
                ends
            }
            None => {
                self.positions.push(Position { id: self.ids.fresh(), ..told });
                true
            }
        }
    }

    fn take_school(&mut self, told: School) -> bool {
        let mark = |one: &School| (fold(&one.name), one.degree.as_deref().map(fold));
        let is_known = self.schools.iter().any(|known| mark(known) == mark(&told));
        if !is_known {
            self.schools.push(School { id: self.ids.fresh(), ..told });
        }
        !is_known
    }

    /// The first day is kept: whoever stopped and began again has known it since then.
    fn take_followed(&mut self, organization: &str, followed_on: Option<Date>, source: SourceId) -> bool {
        let Some(organization) = written::line(organization) else {
            return false;
        };
        let folded = fold(&organization);
        match self.followed.iter_mut().find(|known| fold(&known.organization) == folded) {
            Some(known) => {
                let first = [known.followed_on, followed_on].into_iter().flatten().min();
                let is_new = known.followed_on != first;
                known.followed_on = first;
                is_new
            }
            None => {
                let (id, source) = (self.ids.fresh(), Some(source));
                self.followed.push(Followed { id, organization, followed_on, source });
                true
            }
        }
    }

    /// Whether this is one of the seeker's own addresses or links.
    pub(super) fn has(&self, address: &str) -> bool {
        let mut own = self.seeker.addresses.iter().chain(&self.seeker.links);
        own.any(|one| one == address)
    }

    pub(super) fn changes(self) -> Vec<Change> {
        let stands = self.campaign;
        let mut changes: Vec<Change> = Vec::new();
        if self.seeker != stands.seeker {
            changes.push(self.seeker.into());
        }
        let strengths = self.strengths.into_iter().filter(|one| stands.strengths.get(&one.id) != Some(one));
        changes.extend(strengths.map(Change::from));
        let positions = self.positions.into_iter().filter(|one| stands.positions.get(&one.id) != Some(one));
        changes.extend(positions.map(Change::from));
        let schools = self.schools.into_iter().filter(|one| stands.schools.get(&one.id) != Some(one));
        changes.extend(schools.map(Change::from));
        let followed = self.followed.into_iter().filter(|one| stands.followed.get(&one.id) != Some(one));
        changes.extend(followed.map(Change::from));
        changes
    }
}

fn fill(known: &mut Option<String>, told: Option<&str>) -> bool {
    let told = told.and_then(written::line).filter(|_| known.is_none());
    if told.is_some() {
        *known = told.clone();
    }
    told.is_some()
}

fn add(known: &mut Vec<String>, told: &str) -> bool {
    let is_new = !told.is_empty() && !known.iter().any(|one| one == told);
    if is_new {
        known.push(told.to_owned());
    }
    is_new
}

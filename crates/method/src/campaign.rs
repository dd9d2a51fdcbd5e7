//! The campaign: what the seeker told, and what the files said, as one value.
//!
//! Reports and rules read it; decisions read it and return changes; only [`Campaign::apply`] moves it on. How much of
//! records, correspondence and acquaintances is loaded is up to whoever loads it, see the scopes of the store.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::ask::wording::Wording;
use crate::ask::{Ask, Meeting};
use crate::case::Case;
use crate::change::{Change, Fact, Key, Kind};
use crate::conversation::{Commitment, Conversation, Earlier, Referral};
use crate::day::own_clock::{AtHome, OwnClock};
use crate::direction::{Direction, Idea, Week};
use crate::follow_through::{Later, WeekLine};
use crate::id::{
    AcquaintanceId, ApartId, AskId, CaseId, CommitmentId, ConversationId, CorrespondenceId, DirectionId, EarlierId,
    FollowedId, Id, IdeaId, LastThanksId, LaterId, OpportunityId, PersonId, PositionId, QuestionPlanId, RecordId,
    ReferralId, SchoolId, SeekerId, SourceId, StoryId, StrengthId, WeekId, WeekLineId, WordingId,
};
use crate::list::{Acquaintance, Apart, Correspondence, Person, Record, Source};
use crate::momentum::{LastThanks, Opportunity};
use crate::questions::QuestionPlan;
use crate::seeker::{Followed, Position, School, Seeker, Strength};
use crate::story::Story;
pub use shown::{PersonRef, Shown};

mod shown;

/// One campaign of one seeker.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field is named after the noun that it holds")]
pub struct Campaign {
    pub seeker: Seeker,
    pub strengths: BTreeMap<StrengthId, Strength>,
    pub positions: BTreeMap<PositionId, Position>,
    pub schools: BTreeMap<SchoolId, School>,
    pub followed: BTreeMap<FollowedId, Followed>,
    pub direction: Direction,
    pub week: Week,
    pub ideas: BTreeMap<IdeaId, Idea>,
    pub sources: BTreeMap<SourceId, Source>,
    pub people: BTreeMap<PersonId, Person>,
    pub records: BTreeMap<RecordId, Record>,
    pub aparts: BTreeMap<ApartId, Apart>,
    pub correspondence: BTreeMap<CorrespondenceId, Correspondence>,
    pub acquaintances: BTreeMap<AcquaintanceId, Acquaintance>,
    pub cases: BTreeMap<CaseId, Case>,
    pub question_plans: BTreeMap<QuestionPlanId, QuestionPlan>,
    pub stories: BTreeMap<StoryId, Story>,
    pub wordings: BTreeMap<WordingId, Wording>,
    pub asks: BTreeMap<AskId, Ask>,
    pub conversations: BTreeMap<ConversationId, Conversation>,
    pub referrals: BTreeMap<ReferralId, Referral>,
    pub commitments: BTreeMap<CommitmentId, Commitment>,
    pub earlier: BTreeMap<EarlierId, Earlier>,
    pub laters: BTreeMap<LaterId, Later>,
    pub week_lines: BTreeMap<WeekLineId, WeekLine>,
    pub opportunities: BTreeMap<OpportunityId, Opportunity>,
    pub last_thanks: BTreeMap<LastThanksId, LastThanks>,
    pub own_clock: OwnClock,
    /// Which records tell about whom; follows from `records`.
    records_of: BTreeSet<(PersonId, RecordId)>,
}

impl Default for Campaign {
    fn default() -> Self {
        Campaign {
            seeker: Seeker::unknown(SeekerId::from_number(1)),
            strengths: BTreeMap::new(),
            positions: BTreeMap::new(),
            schools: BTreeMap::new(),
            followed: BTreeMap::new(),
            direction: Direction::unset(DirectionId::from_number(1)),
            week: Week::unplanned(WeekId::from_number(1)),
            ideas: BTreeMap::new(),
            sources: BTreeMap::new(),
            people: BTreeMap::new(),
            records: BTreeMap::new(),
            aparts: BTreeMap::new(),
            correspondence: BTreeMap::new(),
            acquaintances: BTreeMap::new(),
            cases: BTreeMap::new(),
            question_plans: BTreeMap::new(),
            stories: BTreeMap::new(),
            wordings: BTreeMap::new(),
            asks: BTreeMap::new(),
            conversations: BTreeMap::new(),
            referrals: BTreeMap::new(),
            commitments: BTreeMap::new(),
            earlier: BTreeMap::new(),
            laters: BTreeMap::new(),
            week_lines: BTreeMap::new(),
            opportunities: BTreeMap::new(),
            last_thanks: BTreeMap::new(),
            own_clock: OwnClock::default(),
            records_of: BTreeSet::new(),
        }
    }
}

impl Campaign {
    /// The person as shown: what the seeker told first, then what the records say, in their order.
    pub fn shown(&self, id: PersonId) -> Shown<'_> {
        Shown {
            id,
            person: self.people.get(&id),
            records: in_order(self.records_of(id).collect(), |source| self.importer(source)),
        }
    }

    /// The person as they will be shown once these records of theirs are there too, the later one of each id. What kind of
    /// file a new one comes from is for whoever reads that file to say.
    pub(crate) fn shown_with<'a>(
        &'a self,
        id: PersonId,
        new: impl IntoIterator<Item = &'a Record>,
        importer: impl Fn(SourceId) -> Option<&'a str>,
    ) -> Shown<'a> {
        let records: BTreeMap<RecordId, &Record> = self.records_of(id).chain(new).map(|one| (one.id, one)).collect();
        let importer = |source| importer(source).or_else(|| self.importer(source));
        Shown { id, person: self.people.get(&id), records: in_order(records.into_values().collect(), importer) }
    }

    fn importer(&self, source: SourceId) -> Option<&str> {
        self.sources.get(&source).map(|source| source.importer.as_str())
    }

    fn records_of(&self, id: PersonId) -> impl Iterator<Item = &Record> {
        let (first, last) = (RecordId::from_number(0), RecordId::from_number(u64::MAX));
        self.records_of.range((id, first)..=(id, last)).filter_map(|(_, record)| self.records.get(record))
    }

    /// Everybody on the list, as shown; the forgotten are not among them.
    pub fn everybody(&self) -> impl Iterator<Item = Shown<'_>> {
        // All three go by ids, and files name people in the order in which they come onto the list, so that one walk beside
        // the other finds what thousands of look-ups would.
        let mut records_of = self.records_of.iter().peekable();
        let mut records = self.records.range(..).peekable();
        self.people.values().filter(|person| !person.forgotten).map(move |person| {
            while records_of.next_if(|(id, _)| *id < person.id).is_some() {}
            let theirs = std::iter::from_fn(|| records_of.next_if(|(id, _)| *id == person.id));
            let mut found = Vec::new();
            for (_, wanted) in theirs {
                if records.peek().is_none_or(|(id, _)| *id != wanted) {
                    records = self.records.range(*wanted..).peekable();
                }
                found.extend(records.next_if(|(id, _)| *id == wanted).map(|(_, record)| record));
            }
            Shown { id: person.id, person: Some(person), records: in_order(found, |source| self.importer(source)) }
        })
    }

    /// Takes in all the records there are, as a store reads them; thousands at once are put in order faster than one by
    /// one.
    pub fn hold_records(&mut self, records: BTreeMap<RecordId, Record>) {
        self.records_of = records.values().map(|record| (record.person, record.id)).collect();
        self.records = records;
    }

    /// Whether somebody is on the list, and was not forgotten.
    pub fn knows(&self, id: PersonId) -> bool {
        self.people.get(&id).is_some_and(|person| !person.forgotten)
    }

    /// Whether somebody is on the list, and was neither set aside nor forgotten.
    pub fn is_here(&self, id: PersonId) -> bool {
        self.people.get(&id).is_some_and(|person| !person.set_aside && !person.forgotten)
    }

    /// When a meeting is, on the seeker's own clock.
    pub fn at_home(&self, meeting: &Meeting) -> AtHome {
        self.own_clock.at_home(meeting)
    }

    /// Id and name, for output.
    pub fn person_ref(&self, id: PersonId) -> PersonRef {
        PersonRef { id, name: self.shown(id).name().to_owned() }
    }

    /// The name as shown.
    pub fn name(&self, id: PersonId) -> String {
        self.shown(id).name().to_owned()
    }

    /// Moves the value on by these changes.
    pub fn apply(&mut self, changes: impl IntoIterator<Item = Change>) {
        for change in changes {
            match change {
                Change::Write(fact) => self.write(fact),
                Change::Remove(key) => self.remove(key),
            }
        }
    }

    fn write(&mut self, fact: Fact) {
        match fact {
            Fact::Seeker(fact) => self.seeker = fact,
            Fact::Direction(fact) => self.direction = fact,
            Fact::Week(fact) => self.week = fact,
            Fact::Strength(fact) => put(&mut self.strengths, fact.id, fact),
            Fact::Position(fact) => put(&mut self.positions, fact.id, fact),
            Fact::School(fact) => put(&mut self.schools, fact.id, fact),
            Fact::Followed(fact) => put(&mut self.followed, fact.id, fact),
            Fact::Idea(fact) => put(&mut self.ideas, fact.id, fact),
            Fact::Source(fact) => put(&mut self.sources, fact.id, fact),
            Fact::Person(fact) => put(&mut self.people, fact.id, fact),
            Fact::Record(fact) => {
                self.unlink(fact.id);
                self.records_of.insert((fact.person, fact.id));
                put(&mut self.records, fact.id, fact);
            }
            Fact::Apart(fact) => put(&mut self.aparts, fact.id, fact),
            Fact::Correspondence(fact) => put(&mut self.correspondence, fact.id, fact),
            Fact::Acquaintance(fact) => put(&mut self.acquaintances, fact.id, fact),
            Fact::Case(fact) => put(&mut self.cases, fact.id, fact),
            Fact::QuestionPlan(fact) => put(&mut self.question_plans, fact.id, fact),
            Fact::Story(fact) => put(&mut self.stories, fact.id, fact),
            Fact::Wording(fact) => put(&mut self.wordings, fact.id, fact),
            Fact::Ask(fact) => put(&mut self.asks, fact.id, fact),
            Fact::Conversation(fact) => put(&mut self.conversations, fact.id, fact),
            Fact::Referral(fact) => put(&mut self.referrals, fact.id, fact),
            Fact::Commitment(fact) => put(&mut self.commitments, fact.id, fact),
            Fact::Earlier(fact) => put(&mut self.earlier, fact.id, fact),
            Fact::Later(fact) => put(&mut self.laters, fact.id, fact),
            Fact::WeekLine(fact) => put(&mut self.week_lines, fact.id, fact),
            Fact::Opportunity(fact) => put(&mut self.opportunities, fact.id, fact),
            Fact::LastThanks(fact) => put(&mut self.last_thanks, fact.id, fact),
        }
    }

    fn remove(&mut self, key: Key) {
        match key.kind {
            Kind::Seeker => self.seeker = Seeker::unknown(self.seeker.id),
            Kind::Direction => self.direction = Direction::unset(self.direction.id),
            Kind::Week => self.week = Week::unplanned(self.week.id),
            Kind::Strength => take(&mut self.strengths, key),
            Kind::Position => take(&mut self.positions, key),
            Kind::School => take(&mut self.schools, key),
            Kind::Followed => take(&mut self.followed, key),
            Kind::Idea => take(&mut self.ideas, key),
            Kind::Source => take(&mut self.sources, key),
            Kind::Person => take(&mut self.people, key),
            Kind::Record => {
                self.unlink(RecordId::from_number(key.number));
                take(&mut self.records, key);
            }
            Kind::Apart => take(&mut self.aparts, key),
            Kind::Correspondence => take(&mut self.correspondence, key),
            Kind::Acquaintance => take(&mut self.acquaintances, key),
            Kind::Case => take(&mut self.cases, key),
            Kind::QuestionPlan => take(&mut self.question_plans, key),
            Kind::Story => take(&mut self.stories, key),
            Kind::Wording => take(&mut self.wordings, key),
            Kind::Ask => take(&mut self.asks, key),
            Kind::Conversation => take(&mut self.conversations, key),
            Kind::Referral => take(&mut self.referrals, key),
            Kind::Commitment => take(&mut self.commitments, key),
            Kind::Earlier => take(&mut self.earlier, key),
            Kind::Later => take(&mut self.laters, key),
            Kind::WeekLine => take(&mut self.week_lines, key),
            Kind::Opportunity => take(&mut self.opportunities, key),
            Kind::LastThanks => take(&mut self.last_thanks, key),
        }
    }

    fn unlink(&mut self, id: RecordId) {
        if let Some(record) = self.records.get(&id) {
            self.records_of.remove(&(record.person, id));
        }
    }

    /// Every fact that is loaded, in the order in which facts are exported.
    pub fn facts(&self) -> Vec<Fact> {
        let mut facts: Vec<Fact> = vec![self.seeker.clone().into()];
        facts.extend(self.strengths.values().cloned().map(Fact::from));
        facts.extend(self.positions.values().cloned().map(Fact::from));
        facts.extend(self.schools.values().cloned().map(Fact::from));
        facts.extend(self.followed.values().cloned().map(Fact::from));
        facts.push(self.direction.clone().into());
        facts.push(self.week.clone().into());
        facts.extend(self.ideas.values().cloned().map(Fact::from));
        facts.extend(self.sources.values().cloned().map(Fact::from));
        facts.extend(self.people.values().cloned().map(Fact::from));
        facts.extend(self.records.values().cloned().map(Fact::from));
        facts.extend(self.aparts.values().cloned().map(Fact::from));
        facts.extend(self.correspondence.values().cloned().map(Fact::from));
        facts.extend(self.acquaintances.values().cloned().map(Fact::from));
        facts.extend(self.cases.values().cloned().map(Fact::from));
        facts.extend(self.question_plans.values().cloned().map(Fact::from));
        facts.extend(self.stories.values().cloned().map(Fact::from));
        facts.extend(self.wordings.values().cloned().map(Fact::from));
        facts.extend(self.asks.values().cloned().map(Fact::from));
        facts.extend(self.conversations.values().cloned().map(Fact::from));
        facts.extend(self.referrals.values().cloned().map(Fact::from));
        facts.extend(self.commitments.values().cloned().map(Fact::from));
        facts.extend(self.earlier.values().cloned().map(Fact::from));
        facts.extend(self.laters.values().cloned().map(Fact::from));
        facts.extend(self.week_lines.values().cloned().map(Fact::from));
        facts.extend(self.opportunities.values().cloned().map(Fact::from));
        facts.extend(self.last_thanks.values().cloned().map(Fact::from));
        facts
    }

    /// Whether nothing was told or imported yet.
    pub fn is_empty(&self) -> bool {
        *self == Campaign::default()
    }
}

/// Records of one person, the one that is shown first at the beginning: by the kind of file, so that it does not matter
/// which of two files came first, and of one kind the file that was imported last.
fn in_order<'r>(mut records: Vec<&'r Record>, importer: impl Fn(SourceId) -> Option<&'r str>) -> Vec<&'r Record> {
    if records.len() > 1 {
        let kind = |record: &Record| importer(record.source).map(Source::precedence);
        records.sort_by_key(|record| (kind(record), Reverse((record.source, record.place, record.id))));
    }
    records
}

fn put<I: Id, T>(facts: &mut BTreeMap<I, T>, id: I, fact: T) {
    facts.insert(id, fact);
}

fn take<I: Id, T>(facts: &mut BTreeMap<I, T>, key: Key) {
    facts.remove(&I::from_number(key.number));
}

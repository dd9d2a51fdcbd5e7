//! What is left of earlier searches between the seeker and one person (row M17).
//!
//! Serves every step that asks what was before: whom to call, what to say, who named whom. It keeps who, when and how far,
//! and refuses to keep a word: what was written belongs to the search that ended, and its file stands beside this one.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ask::{Answer, Ask, Meeting};
use crate::campaign::Campaign;
use crate::change::{Key, Noun};
use crate::conversation::{Conversation, Referral};
use crate::field::{Field, theirs};
use crate::id::{AskId, EarlierId, Ids, PersonId};
use crate::list::so_far::SoFar;

/// What was between the seeker and one person in searches that came to their end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Earlier {
    /// Its id.
    pub id: EarlierId,
    /// The person.
    pub person: PersonId,
    /// When they were asked and what they said, without a word of it.
    pub asks: Vec<Ask>,
    /// When they talked and how far it went, without what was said.
    pub conversations: Vec<Conversation>,
    /// Who named them, and when.
    pub named: Vec<Referral>,
}

impl Earlier {
    /// Labels and privacy of the columns.
    pub const FIELDS: &[Field] = &[
        theirs("person", "Person", "Whom it is about."),
        theirs("asks", "Asked before", "When you asked in an earlier search, and what they said."),
        theirs("conversations", "Talked before", "When you talked in an earlier search."),
        theirs("named", "Named before", "Who named them in an earlier search."),
    ];

    /// What moves when people become one: everything goes to the one who stays, and nobody has named themselves.
    pub(crate) fn following(&self, now: impl Fn(PersonId) -> PersonId) -> Self {
        let person = now(self.person);
        let mut moved = Earlier { person, ..self.clone() };
        moved.asks.iter_mut().for_each(|ask| ask.person = person);
        moved.conversations.iter_mut().for_each(|held| held.person = person);
        moved.named.iter_mut().for_each(|named| (named.person, named.by) = (person, now(named.by)));
        moved.named.retain(|named| named.by != person);
        moved
    }

    /// The same with what another entry of the same person has.
    pub(crate) fn joined(mut self, other: &Earlier) -> Self {
        self.asks.extend(other.asks.iter().cloned());
        self.conversations.extend(other.conversations.iter().cloned());
        self.named.extend(other.named.iter().cloned());
        self
    }
}

impl Noun for Earlier {
    fn key(&self) -> Key {
        self.id.into()
    }
    fn mentions(&self) -> Vec<Key> {
        let by = self.named.iter().map(|named| named.by);
        std::iter::once(self.person).chain(by).map(Key::from).collect()
    }
}

/// What is left of this search when it makes room for the next, for each person with whom anything was, beside what is left
/// of searches before it. The forgotten are not among them, nor an ask that goes on, nor a name of which the seeker said
/// that calling is not needed: it would wait anew.
pub(crate) fn left_of(campaign: &Campaign, ids: &Ids, goes_on: impl Fn(AskId) -> bool) -> Vec<Earlier> {
    let so_far = SoFar::of(campaign);
    let mut left: BTreeMap<PersonId, Earlier> =
        campaign.earlier.values().map(|one| (one.person, one.clone())).collect();
    let mut of = |person: PersonId, keep: &dyn Fn(&mut Earlier)| {
        if campaign.knows(person) {
            let (asks, conversations, named) = Default::default();
            keep(left.entry(person).or_insert_with(|| Earlier { id: ids.fresh(), person, asks, conversations, named }));
        }
    };
    for ask in campaign.asks.values().filter(|ask| !goes_on(ask.id)) {
        of(ask.person, &|left| left.asks.push(without_words_of_ask(ask)));
    }
    for held in campaign.conversations.values() {
        of(held.person, &|left| left.conversations.push(without_words(held)));
    }
    for referral in campaign.referrals.values().filter(|referral| !so_far.is_let_be(referral)) {
        of(referral.person, &|left| left.named.push(referral.clone()));
    }
    left.into_values().filter(|one| campaign.earlier.get(&one.id) != Some(one)).collect()
}

/// An ask that nobody answered is let go with its search.
fn without_words_of_ask(ask: &Ask) -> Ask {
    let meeting = ask.meeting.as_ref().map(|meeting| Meeting { place: None, ..meeting.clone() });
    Ask { words: None, meeting, answer: ask.answer.or(Some(Answer::Silent)), ..ask.clone() }
}

fn without_words(held: &Conversation) -> Conversation {
    Conversation {
        learned: None,
        directions: Vec::new(),
        organizations: Vec::new(),
        story: None,
        led_further: Vec::new(),
        ..held.clone()
    }
}

/// The days on which the seeker talked with a person, in this search and before it, up to that day.
pub(crate) fn talked_on(campaign: &Campaign, person: PersonId, today: Date) -> impl Iterator<Item = Date> {
    let held = campaign.talks_ever().filter(move |held| held.person == person && held.held_on <= today);
    held.map(|held| held.held_on)
}

/// What was in this search and in those before it, the earlier searches first: a tie is older than a search.
impl Campaign {
    /// Every ask.
    pub fn asks_ever(&self) -> impl Iterator<Item = &Ask> {
        self.earlier.values().flat_map(|one| &one.asks).chain(self.asks.values())
    }

    /// Every conversation; of those before this search the days and how far they went, and no word.
    pub fn talks_ever(&self) -> impl Iterator<Item = &Conversation> {
        self.earlier.values().flat_map(|one| &one.conversations).chain(self.conversations.values())
    }

    /// Every name that was given.
    pub fn names_ever(&self) -> impl Iterator<Item = &Referral> {
        self.earlier.values().flat_map(|one| &one.named).chain(self.referrals.values())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::Ladder::NamedSomeone;
    use crate::scene::{Scene, TODAY, p};
    use jiff::civil::date;

    #[test]
    fn days_answers_and_names_are_left_and_no_word() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind", "Chidi Okafor"]);
        scene.met(1, date(2026, 11, 5), NamedSomeone).named(1, 2, date(2026, 11, 5)).asked(2, date(2026, 11, 9), None);
        let mut held = scene.campaign.conversations.values().next().unwrap().clone();
        held.learned = Some("they plan by hand".into());
        scene.write(held);
        let left = left_of(&scene.campaign, &Ids::default(), |_| false);
        let told: Vec<_> = left
            .iter()
            .map(|one| {
                (one.person, one.conversations.len(), one.asks.first().and_then(|ask| ask.answer), one.named.len())
            })
            .collect();
        assert_eq!(told, [(p(1), 1, None, 0), (p(2), 0, Some(Answer::Silent), 1)]);
        assert!(!serde_json::to_string(&left).unwrap().contains("by hand"));
    }

    #[test]
    fn a_second_search_adds_to_what_is_left_of_the_first() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.met(1, date(2026, 10, 5), NamedSomeone);
        let first = left_of(&scene.campaign, &Ids::default(), |_| false);
        scene.campaign.conversations.clear();
        scene.campaign.apply(first.into_iter().map(crate::change::Change::from));
        assert_eq!(left_of(&scene.campaign, &Ids::default(), |_| false), [], "nothing new");
        scene.met(1, TODAY, NamedSomeone);
        let second = left_of(&scene.campaign, &Ids::default(), |_| false);
        assert_eq!(second.len(), 1);
        assert_eq!(talked_on(&scene.campaign, p(1), TODAY).collect::<Vec<_>>(), [date(2026, 10, 5), TODAY]);
    }

    #[test]
    fn nobody_has_named_themselves_when_two_become_one() {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        scene.met(1, TODAY, NamedSomeone).named(1, 2, TODAY);
        let left = left_of(&scene.campaign, &Ids::default(), |_| false);
        let one = left[1].following(|id| if id == p(1) { p(2) } else { id });
        assert_eq!((one.person, one.named.len()), (p(2), 0));
        assert_eq!(left[0].following(|_| p(2)).joined(&one).conversations[0].person, p(2));
    }
}

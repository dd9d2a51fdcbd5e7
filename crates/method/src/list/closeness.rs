//! How close the seeker and a person are, from 0 to 1, and when they were last in touch.
//!
//! Serves the list and the ways in. Closeness sorts and tests; it is never shown as a grade, and nobody is suggested for
//! closeness alone (E1). The day of a click on a network counts for nothing here.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use crate::ask::Answer;
use crate::campaign::Campaign;
use crate::day::days_between;
use crate::id::PersonId;
use crate::list::Person;
use crate::list::so_far::SoFar;

mod letters;

pub use letters::Wrote;
use letters::{holders, share, wrote};

/// What is known of the ties between the seeker and everybody on the list, on one day.
#[derive(Debug)]
pub struct Ties<'a> {
    campaign: &'a Campaign,
    today: Date,
    /// What happened so far, for whoever needs both.
    pub so_far: SoFar<'a>,
    /// From this day on what was asked and talked about is left out.
    before: Date,
    wrote: Arc<BTreeMap<PersonId, Wrote>>,
}

impl<'a> Ties<'a> {
    /// The ties of this campaign on that day. Built once for everybody: one pass over addresses and letters.
    pub fn of(campaign: &'a Campaign, today: Date) -> Self {
        let letters = campaign.correspondence.values().map(|letters| letters.address.as_str());
        let holders = if campaign.correspondence.is_empty() { HashMap::new() } else { holders(campaign, letters) };
        Ties::with_letters(campaign, today, Arc::new(wrote(campaign, today, &holders)))
    }

    /// The same where it is known already when everybody wrote, from ties to the same people on the same day: see
    /// [`Ties::letters`].
    pub(super) fn with_letters(campaign: &'a Campaign, today: Date, wrote: Arc<BTreeMap<PersonId, Wrote>>) -> Self {
        Ties { campaign, today, so_far: SoFar::ever(campaign), before: Date::MAX, wrote }
    }

    /// When everybody wrote, to be kept.
    pub(super) fn letters(&self) -> Arc<BTreeMap<PersonId, Wrote>> {
        Arc::clone(&self.wrote)
    }

    /// The tie to one person on that day; of the others no letters are counted.
    pub fn of_one(campaign: &'a Campaign, today: Date, id: PersonId) -> Self {
        let shown = campaign.shown(id);
        let addresses = shown.emails().into_iter().chain(shown.links());
        let holders: HashMap<&str, Vec<PersonId>> = addresses.map(|address| (address, vec![id])).collect();
        Ties::with_letters(campaign, today, Arc::new(wrote(campaign, today, &holders)))
    }

    /// The same without what was asked and talked about from that day on.
    #[must_use]
    pub fn before(&self, day: Date) -> Self {
        let so_far = SoFar::ever_before(self.campaign, day);
        Ties { campaign: self.campaign, today: self.today, so_far, before: day, wrote: Arc::clone(&self.wrote) }
    }

    /// From which day on these ties leave out what was asked and talked about; the last of all days where nothing is.
    pub(super) fn leave_out_from(&self) -> Date {
        self.before
    }

    /// Everybody with whom something is on record: a conversation, an ask, a referral, letters.
    pub fn everybody(&self) -> BTreeSet<PersonId> {
        let wrote = self.wrote.iter().filter(|(_, wrote)| wrote.is_a_tie()).map(|(id, _)| *id);
        self.so_far.everybody().chain(wrote).collect()
    }

    /// When they wrote to each other; none without a tie.
    pub fn wrote(&self, id: PersonId) -> Option<&Wrote> {
        self.heard(id).filter(|wrote| wrote.is_a_tie())
    }

    /// The same also of somebody whom the seeker never answered: for a sentence, and for nothing that is counted.
    pub fn heard(&self, id: PersonId) -> Option<&Wrote> {
        self.wrote.get(&id)
    }

    /// The last day on which a conversation was held, an ask was answered, they met by the calendar, or a letter went in
    /// either direction of a correspondence that is a tie. None when nothing of the kind is on record.
    pub fn last_in_touch_on(&self, id: PersonId) -> Option<Date> {
        let held = self.so_far.conversations(id).iter().map(|held| held.held_on);
        let answered =
            self.so_far.asks(id).iter().filter_map(|ask| {
                ask.answered_on.filter(|_| ask.answer.is_some_and(|answer| answer != Answer::Silent))
            });
        let wrote = self.wrote(id).map(|wrote| wrote.last_on);
        held.chain(answered).filter(|day| *day <= self.today).chain(wrote).max()
    }

    /// Closeness from 0 (nothing known) to below 1.
    ///
    /// Each sign is a share of what is missing to 1, so that signs add up, no sign takes anything away, and no sum
    /// passes 1: `1 − Π (1 − share)`. The shares:
    /// - marked as close 0.6, as known and respected 0.3;
    /// - known since: up to 0.3, half of it after five years;
    /// - the newest conversation: 0.5, halved with every year since;
    /// - letters and meetings: 0.6 × (1 − (1 − recency × regularity) × (1 − 0.2 × season)) × mutuality, each from 0 to 1.
    ///
    /// *Recency* is `120 / (120 + days since the last)`. *Regularity* is `(n / (n + 1))^0.7` with the number of days of
    /// letters, each counting half with every 150 days that it is ago. *Season* says how much they come back at the time
    /// of the year that comes now. *Mutuality* is `1.1 x / (x + 0.1)` with `x` the smaller over the larger number of days
    /// of the two sides, one added to each, so that one letter too few says little and one of sixty says much; in a
    /// meeting both spoke.
    ///
    /// The shares of marks, years and conversations are a first setting, not a finding; the signs are those of E6. What
    /// letters are worth was tried on mailboxes that were made up, see docs/benchmarks.md. Rounded to thousandths.
    pub fn closeness(&self, id: PersonId) -> f64 {
        self.closeness_on(id, self.today)
    }

    /// Closeness as time would have faded it by that day, with everything that is on record.
    pub fn closeness_on(&self, id: PersonId, day: Date) -> f64 {
        self.closeness_of(id, self.campaign.people.get(&id), day)
    }

    /// The same for whoever has at hand what was told of them: of thousands it need not be looked up.
    pub(crate) fn closeness_of(&self, id: PersonId, person: Option<&Person>, day: Date) -> f64 {
        let (newest, wrote) = (self.newest_conversation(id), self.wrote(id));
        let is_told = person.is_some_and(|person| person.close || person.respected || person.known_since_on.is_some());
        // Most of a long list are mere names.
        if !is_told && newest.is_none() && wrote.is_none() {
            return 0.0;
        }
        let marked = |mark: bool, share: f64| if mark { share } else { 0.0 };
        let known_since = person.and_then(|person| person.known_since_on);
        let shares = [
            marked(person.is_some_and(|person| person.close), 0.6),
            marked(person.is_some_and(|person| person.respected), 0.3),
            known_since.map_or(0.0, |since| {
                let years = years_between(since, day);
                0.3 * years / (years + 5.0)
            }),
            newest.map_or(0.0, |held_on| 0.5 * recency(held_on, day)),
            wrote.map_or(0.0, |wrote| share(wrote, day)),
        ];
        let missing: f64 = shares.iter().map(|share| 1.0 - share).product();
        libm::round((1.0 - missing) * 1000.0) / 1000.0
    }

    fn newest_conversation(&self, id: PersonId) -> Option<Date> {
        let held = self.so_far.conversations(id).iter().map(|held| held.held_on);
        held.filter(|day| *day <= self.today).max()
    }
}

/// 1 on the day, a half after a year, a quarter after two.
fn recency(from: Date, day: Date) -> f64 {
    libm::exp2(-years_between(from, day))
}

/// None of them below 0.
fn years_between(from: Date, day: Date) -> f64 {
    f64::from(days_between(from, day).max(0)) / 365.25
}

#[cfg(test)]
mod tests;

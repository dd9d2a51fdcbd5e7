//! How things stand, looked up once for all rules.
//!
//! Serves following through. It answers questions that several rules ask, and suggests nothing.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use jiff::civil::Date;

use crate::ask::{Answer, Ask};
use crate::campaign::Campaign;
use crate::conversation::{Conversation, Referral};
use crate::day::workdays::Workdays;
use crate::day::{plus_days, spoken, spoken_when};
use crate::follow_through::Until;
use crate::follow_through::moves::DAYS_AHEAD;
use crate::id::{AskId, PersonId};
use crate::list::slate::keep_the_search_quiet::{employers, is_kept_from};
use crate::list::so_far::SoFar;
use crate::organization::key;
use crate::speech::name::in_a_sentence;

/// A campaign on one day, with its asks and conversations by person.
#[derive(Debug)]
pub struct View<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The day.
    pub today: Date,
    /// The days that count.
    pub workdays: Workdays,
    /// Whether some other move is due within the window; set once the other rules have spoken.
    pub is_busy: bool,
    /// Whether days are written out although they are near, for what is read on another day.
    pub writes_days_out: bool,
    so_far: SoFar<'a>,
    by_ask: BTreeMap<AskId, &'a Conversation>,
    employers: BTreeSet<String>,
    laters: BTreeMap<&'a str, Until>,
    /// Who of everybody is at which organization, by its key; gathered when it is first asked for.
    colleagues: Rc<OnceCell<HashMap<String, Vec<PersonId>>>>,
}

impl<'a> View<'a> {
    /// The campaign as it stands on that day.
    pub fn of(campaign: &'a Campaign, today: Date) -> Self {
        let held = campaign.conversations.values();
        View {
            campaign,
            today,
            workdays: campaign.week.workdays(),
            is_busy: false,
            writes_days_out: false,
            so_far: SoFar::of(campaign),
            by_ask: held.filter_map(|held| Some((held.ask?, held))).collect(),
            employers: employers(campaign),
            laters: laters(campaign),
            colleagues: Rc::default(),
        }
    }

    /// The same with every day written out. Who is where is not gathered again.
    pub fn with_days_written_out(&self) -> View<'a> {
        View { writes_days_out: true, colleagues: Rc::clone(&self.colleagues), ..View::of(self.campaign, self.today) }
    }

    /// Whether somebody else is known at that organization whom one may call.
    pub fn knows_another_at(&self, organization: &str, person: PersonId) -> bool {
        let colleagues = self.colleagues.get_or_init(|| colleagues(self.campaign));
        let there = key(organization).and_then(|key| colleagues.get(&key)).into_iter().flatten();
        there.copied().any(|other| other != person && self.campaign.is_here(other) && !self.leaves_alone(other))
    }

    /// Whether that day is within the days that `today` looks ahead. What only comes round again and again, and is owed to
    /// nobody, is no move before.
    pub fn sees(&self, day: Date) -> bool {
        day <= plus_days(self.today, DAYS_AHEAD)
    }

    /// The name as shown, in running text.
    pub fn name(&self, person: PersonId) -> String {
        in_a_sentence(self.campaign.shown(person).name())
    }

    /// A day in running text.
    pub fn day(&self, day: Date) -> String {
        spoken(day, self.today)
    }

    /// When something is or was, in running text: `yesterday`, `on Tuesday 24 November`.
    pub fn when(&self, day: Date) -> String {
        if self.writes_days_out { format!("on {}", self.day(day)) } else { spoken_when(day, self.today) }
    }

    /// Conversations with one person, the oldest first.
    pub fn talks_with(&self, person: PersonId) -> &[&'a Conversation] {
        self.so_far.conversations(person)
    }

    /// The conversation that an ask led to.
    pub fn talk_after(&self, ask: AskId) -> Option<&'a Conversation> {
        self.by_ask.get(&ask).copied()
    }

    /// The newest ask to one person.
    pub fn last_ask_to(&self, person: PersonId) -> Option<&'a Ask> {
        self.so_far.asks(person).last().copied()
    }

    /// Whether no move is about them: they are set aside or forgotten, or declined when last asked and have not talked
    /// with the seeker since. A promise between the two rests for as long, over searches; see [`super::resting`].
    pub fn leaves_alone(&self, person: PersonId) -> bool {
        leaves_alone(self.campaign, &self.so_far, person)
    }

    /// Whether that organization is the seeker's employer, where the search is quiet.
    pub fn is_quiet_at(&self, organization: &str) -> bool {
        is_kept_from(&self.employers, Some(organization))
    }

    /// Whether a person who was named still waits to be called, and may be: they are neither to be left alone nor
    /// among those at work from whom the search is kept.
    pub fn waits(&self, referral: &Referral) -> bool {
        let person = referral.person;
        let released = self.campaign.people.get(&person).is_some_and(|person| person.released);
        let kept_quiet = !released && is_kept_from(&self.employers, self.campaign.shown(person).organization());
        !kept_quiet && !self.leaves_alone(person) && self.so_far.waits(referral)
    }

    /// The day until which the seeker put a part off.
    pub fn put_off_until(&self, part: &str) -> Option<Date> {
        self.laters.get(part)?.day()
    }

    /// Whether the seeker said that this part is not needed.
    pub fn is_unneeded(&self, part: &str) -> bool {
        self.laters.get(part) == Some(&Until::Never)
    }
}

/// Whether nothing may be asked of that person, and no move is about them; see [`View::leaves_alone`].
pub(super) fn leaves_alone(campaign: &Campaign, so_far: &SoFar, person: PersonId) -> bool {
    let declined = |ask: &Ask| ask.answer == Some(Answer::Declined);
    !campaign.is_here(person) || so_far.ask_that_stands(person).is_some_and(declined)
}

/// What the seeker put off, by part. What is never needed stands above any day.
fn laters(campaign: &Campaign) -> BTreeMap<&str, Until> {
    let mut laters: BTreeMap<&str, Until> = BTreeMap::new();
    for later in campaign.laters.values() {
        let until = laters.entry(&later.part).or_insert(later.until_on);
        let (old, new) = (until.day().unwrap_or(Date::MAX), later.until_on.day().unwrap_or(Date::MAX));
        if new > old {
            *until = later.until_on;
        }
    }
    laters
}
/// Everybody with an organization, by its key. Many share one way of writing it, which is read once.
fn colleagues(campaign: &Campaign) -> HashMap<String, Vec<PersonId>> {
    let mut written: HashMap<&str, Vec<PersonId>> = HashMap::new();
    for shown in campaign.everybody() {
        if let Some(there) = shown.organization() {
            written.entry(there).or_default().push(shown.id);
        }
    }
    let mut by_key: HashMap<String, Vec<PersonId>> = HashMap::with_capacity(written.len());
    for (there, people) in written {
        by_key.entry(key(there).unwrap_or_default()).or_default().extend(people);
    }
    by_key
}

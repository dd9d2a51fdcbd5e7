//! Whom a seeker asks in a week: four simple ways to go through a list, and the slate of the program.
//!
//! Each of them calls those first who were named by somebody: what is compared is the order of everybody else.

use jiff::civil::Date;
use method::campaign::Campaign;
use method::id::{Id, PersonId};
use method::list::closeness::Ties;
use method::list::slate::slate;

use crate::chance::Chance;

/// So many are asked in a week.
pub const A_WEEK: usize = 5;

/// A way to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    Random,
    Alphabetical,
    ClosestFirst,
    MostRecentFirst,
    Ours,
}

impl Policy {
    /// The simple ones, and ours last.
    pub const ALL: [Policy; 5] =
        [Policy::Random, Policy::Alphabetical, Policy::ClosestFirst, Policy::MostRecentFirst, Policy::Ours];

    /// As the table heads it.
    pub fn name(self) -> &'static str {
        match self {
            Policy::Random => "random",
            Policy::Alphabetical => "alphabetical",
            Policy::ClosestFirst => "closest first",
            Policy::MostRecentFirst => "most recent first",
            Policy::Ours => "ours",
        }
    }

    /// Whom to ask in the week that begins on that day, at most five, none of them twice.
    pub fn choose(self, campaign: &Campaign, on: Date, seed: u64) -> Vec<PersonId> {
        if self == Policy::Ours {
            return slate(campaign, on, A_WEEK).slate.into_iter().map(|one| one.person.id).collect();
        }
        let ties = Ties::of(campaign, on);
        let order = |id: PersonId| match self {
            Policy::Random => Chance::of(&[seed, id.number()]).even(),
            Policy::ClosestFirst => -ties.closeness(id),
            // Days are counted from one that is before all of them.
            Policy::MostRecentFirst => ties.last_in_touch_on(id).map_or(0.0, |day| -f64::from(days(day))),
            Policy::Alphabetical | Policy::Ours => 0.0,
        };
        let is_free = |id: &PersonId| !campaign.asks.values().any(|ask| ask.person == *id);
        let mut free: Vec<PersonId> = campaign.people.keys().copied().filter(is_free).collect();
        free.sort_by_cached_key(|id| campaign.name(*id));
        free.sort_by(|one, other| {
            let named = |id: PersonId| ties.so_far.named(id).is_empty();
            named(*one).cmp(&named(*other)).then(order(*one).total_cmp(&order(*other)))
        });
        free.truncate(A_WEEK);
        free
    }
}

fn days(day: Date) -> i32 {
    method::day::days_between(jiff::civil::date(1970, 1, 1), day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::{FIRST_DAY, Seeker};

    #[test]
    fn each_policy_asks_five_people_and_they_differ() {
        let seeker = Seeker::of(5);
        let chosen: Vec<Vec<PersonId>> =
            Policy::ALL.iter().map(|policy| policy.choose(&seeker.campaign, FIRST_DAY, 5)).collect();
        for (place, one) in chosen.iter().enumerate() {
            assert_eq!(one.len(), A_WEEK);
            assert!(!chosen[..place].contains(one), "{one:?}");
        }
    }

    #[test]
    fn the_closest_are_the_closest() {
        let seeker = Seeker::of(5);
        let ties = Ties::of(&seeker.campaign, FIRST_DAY);
        let closeness: Vec<f64> = Policy::ClosestFirst
            .choose(&seeker.campaign, FIRST_DAY, 5)
            .into_iter()
            .map(|id| ties.closeness(id))
            .collect();
        assert!(closeness.is_sorted_by(|one, other| one >= other), "{closeness:?}");
        let nobody_else_is_closer =
            seeker.campaign.people.keys().filter(|id| ties.closeness(**id) > closeness[0]).count();
        assert_eq!(nobody_else_is_closer, 0);
    }
}

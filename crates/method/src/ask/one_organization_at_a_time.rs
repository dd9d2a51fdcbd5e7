//! Rule: inside one organization, one ask at a time (E15). After three quiet business days a second person there may be
//! tried. It only points out; the seeker may know better.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::case::remark::Remark;
use crate::day;
use crate::id::PersonId;
use crate::organization::key;
use crate::rules::Rule;

/// Business days after which a second person in the same organization may be tried.
pub const QUIET_DAYS: u32 = 3;

/// The rule.
pub const RULE: Rule = Rule {
    name: "one_organization_at_a_time",
    says: "Ask one person in an organization at a time; try a second one after three quiet business days.",
    why: "People in one place talk to each other, and each should feel that it is their view you want.",
    evidence: &["E15"],
};

/// Points out that somebody else in the same organization was asked and has not answered yet.
pub fn remark(campaign: &Campaign, today: Date, person: PersonId) -> Option<Remark> {
    let workdays = campaign.week.workdays();
    let place = key(campaign.shown(person).organization()?)?;
    let mut asks = campaign.asks.values().filter(|ask| ask.is_open() && ask.person != person);
    let other = asks.find(|ask| {
        let there = campaign.shown(ask.person);
        there.organization().and_then(key).as_ref() == Some(&place) && workdays.after(ask.asked_on, QUIET_DAYS) > today
    })?;
    let until = workdays.after(other.asked_on, QUIET_DAYS);
    Some(Remark::by(
        &RULE,
        format!(
            "You asked {} at the same organization on {}. Give it until {}.",
            campaign.name(other.person),
            day::spoken(other.asked_on, today),
            day::spoken(until, today)
        ),
    ))
}

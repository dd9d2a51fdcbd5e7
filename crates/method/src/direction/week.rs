//! The seeker's own plan for a week: a written plan is the one habit with strong evidence (row M12, E30).
//!
//! It refuses times that cannot be read or that overlap, and more conversations than a week holds.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::day::dated;
use crate::day::workdays::{DayOff, Workday};
use crate::direction::{Slot, Week};

/// More conversations a week than anybody holds; most likely a slip of the finger.
const MOST: u32 = 40;

/// More days off than anybody plans ahead.
const MOST_OFF: usize = 1_000;

/// What to plan. Nothing is touched unless it is named here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekEdit {
    /// Instead of the times that stand: these, such as `tue 10:00`.
    pub set: Option<Vec<String>>,
    /// Times to keep besides.
    pub add: Vec<String>,
    /// Times to give up.
    pub remove: Vec<String>,
    /// Conversations a week; `Some(None)` goes back to one for each time.
    pub conversations: Option<Option<u32>>,
    /// The days of the week on which things are done; none of them goes back to Monday to Friday.
    pub weekdays: Option<Vec<String>>,
    /// Instead of the days off that stand: these.
    pub all_off: Option<Vec<DayOff>>,
    /// Days off to add, each with what it is called.
    pub off: Vec<DayOff>,
    /// Days off that are none after all.
    pub not_off: Vec<Date>,
}

/// Plans the week. What changes nothing gives no change.
///
/// # Errors
/// When a time cannot be read, one to give up is not kept, or the number is beyond a week.
pub fn plan_week(campaign: &Campaign, edit: &WeekEdit) -> Decision {
    let stands = &campaign.week;
    let mut slots: Vec<Slot> = stands.slots.iter().filter(|_| edit.set.is_none()).copied().collect();
    for text in edit.set.iter().flatten().chain(&edit.add) {
        let slot = slot(text)?;
        if !slots.contains(&slot) {
            slots.push(slot);
        }
    }
    for text in &edit.remove {
        let slot = slot(text)?;
        if !slots.contains(&slot) {
            return Err(Refusal::unknown(format!("{slot} is not among your times."), "`halfhour me` shows them."));
        }
        slots.retain(|one| *one != slot);
    }
    slots.sort_by_key(|slot| (slot.weekday.to_monday_zero_offset(), slot.time));
    half_an_hour_each(&slots, &stands.slots)?;
    let conversations = edit.conversations.unwrap_or(stands.conversations);
    if conversations.is_some_and(|count| count > MOST) {
        return Err(Refusal::usage(
            format!("More than {MOST} conversations do not fit into a week."),
            "Two or three a week are plenty.",
        ));
    }
    let weekdays = edit.weekdays.as_ref().map_or_else(|| Ok(stands.weekdays.clone()), |told| weekdays(told))?;
    let week = Week { slots, conversations, weekdays, days_off: days_off(stands, edit)?, ..stands.clone() };
    Ok(if week == *stands { Vec::new() } else { vec![week.into()] })
}

/// The seeker wrote to somebody only to warm up.
pub fn warmed_up(campaign: &Campaign, today: Date) -> Vec<Change> {
    let week = &campaign.week;
    if week.warmed_up_on >= Some(today) {
        Vec::new()
    } else {
        vec![Week { warmed_up_on: Some(today), ..week.clone() }.into()]
    }
}

/// Minutes of one time.
const MINUTES: i32 = 30;

/// Refuses a new time that overlaps with another of its day. Those that stood before stand.
fn half_an_hour_each(slots: &[Slot], stood: &[Slot]) -> Result<(), Refusal> {
    let minutes = |slot: &Slot| i32::from(slot.time.hour()) * 60 + i32::from(slot.time.minute());
    let overlaps = |one: &Slot, other: &Slot| {
        let is_new = !(stood.contains(one) && stood.contains(other));
        is_new && one.weekday == other.weekday && minutes(other) - minutes(one) < MINUTES
    };
    for pair in slots.windows(2) {
        if let [one, other] = pair
            && overlaps(one, other)
        {
            return Err(Refusal::usage(
                format!("{one} and {other} are less than half an hour apart."),
                "A time for a call is half an hour. Keep one of the two, or move one of them.",
            ));
        }
    }
    Ok(())
}

/// In the order of the week, each once.
fn weekdays(told: &[String]) -> Result<Vec<Workday>, Refusal> {
    let read = |text: &String| {
        Workday::parse(text).ok_or_else(|| {
            Refusal::usage(format!("“{}” is not a day of the week.", text.trim()), "Write mon, tue, wed and so on.")
        })
    };
    let mut weekdays = told.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    weekdays.sort_by_key(|day| day.0.to_monday_zero_offset());
    weekdays.dedup();
    Ok(weekdays)
}

/// A day that was off already keeps its name unless a new one is told.
fn days_off(stands: &Week, edit: &WeekEdit) -> Result<Vec<DayOff>, Refusal> {
    let mut days: BTreeMap<Date, Option<String>> =
        edit.all_off.as_ref().unwrap_or(&stands.days_off).iter().map(|day| (day.on, day.name.clone())).collect();
    for day in &edit.off {
        let name = days.entry(day.on).or_default();
        *name = day.name.clone().or_else(|| name.take());
    }
    for day in &edit.not_off {
        if days.remove(day).is_none() {
            return Err(Refusal::unknown(
                format!("{} is not among your days off.", dated(day.to_owned())),
                "`halfhour me` shows them.",
            ));
        }
    }
    if days.len() > MOST_OFF {
        return Err(Refusal::usage("These are more days off than fit.", "Name those of the coming year."));
    }
    Ok(days.into_iter().map(|(on, name)| DayOff { on, name }).collect())
}

fn slot(text: &str) -> Result<Slot, Refusal> {
    Slot::parse(text).ok_or_else(|| {
        Refusal::usage(
            format!("“{}” is not a time in a week.", text.trim()),
            "Write a day and a time, such as tue 10:00.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use jiff::civil::date;
    use rstest::rstest;

    fn owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn planned() -> Campaign {
        let mut campaign = Campaign::default();
        let edit = WeekEdit { add: owned(&["thu 9", "Tuesday 10:00", "tue 10"]), ..WeekEdit::default() };
        campaign.apply(plan_week(&campaign, &edit).unwrap());
        campaign
    }

    #[test]
    fn times_stand_once_and_in_order() {
        let campaign = planned();
        let slots: Vec<String> = campaign.week.slots.iter().map(ToString::to_string).collect();
        assert_eq!(slots, ["tue 10:00", "thu 09:00"]);
        assert_eq!(campaign.week.goal(), 2, "one conversation for each time");
    }

    #[rstest]
    #[case::unreadable(WeekEdit { add: owned(&["whenever"]), ..WeekEdit::default() }, No::Usage)]
    #[case::not_kept(WeekEdit { remove: owned(&["fri 10"]), ..WeekEdit::default() }, No::Unknown)]
    #[case::less_than_half_an_hour_apart(WeekEdit { add: owned(&["tue 10:15"]), ..WeekEdit::default() }, No::Usage)]
    #[case::two_new_ones(WeekEdit { set: Some(owned(&["fri 9", "fri 9:29"])), ..WeekEdit::default() }, No::Usage)]
    #[case::no_weekday(WeekEdit { weekdays: Some(owned(&["someday"])), ..WeekEdit::default() }, No::Usage)]
    #[case::not_off(WeekEdit { not_off: vec![date(2026, 12, 25)], ..WeekEdit::default() }, No::Unknown)]
    #[case::too_many(WeekEdit { conversations: Some(Some(400)), ..WeekEdit::default() }, No::Usage)]
    fn what_cannot_be_planned_is_refused(#[case] edit: WeekEdit, #[case] kind: No) {
        assert_eq!(plan_week(&planned(), &edit).unwrap_err().kind, kind);
    }

    #[test]
    fn times_may_follow_each_other_and_both_are_named_where_they_do_not() {
        let add = |text: &str| plan_week(&planned(), &WeekEdit { add: owned(&[text]), ..WeekEdit::default() });
        assert!(add("tue 10:30").is_ok());
        assert_eq!(add("tue 9:45").unwrap_err().message, "tue 09:45 and tue 10:00 are less than half an hour apart.");
    }

    #[test]
    fn times_that_overlapped_before_stand() {
        let mut campaign = planned();
        campaign.week.slots = ["tue 10", "tue 10:15"].iter().filter_map(|text| Slot::parse(text)).collect();
        let edit = WeekEdit { add: owned(&["fri 10"]), ..WeekEdit::default() };
        assert_eq!(plan_week(&campaign, &edit).unwrap().len(), 1);
    }

    fn off(on: Date, name: Option<&str>) -> DayOff {
        DayOff { on, name: name.map(str::to_owned) }
    }

    #[test]
    fn weekdays_and_days_off_are_told_and_taken_back() {
        let mut campaign = planned();
        let (eve, day) = (date(2026, 12, 24), date(2026, 12, 25));
        let edit = WeekEdit {
            weekdays: Some(owned(&["thu", "Tuesday", "thursdays"])),
            off: vec![off(day, Some("Christmas")), off(eve, None), off(day, None)],
            ..WeekEdit::default()
        };
        campaign.apply(plan_week(&campaign, &edit).unwrap());
        assert_eq!(campaign.week.days_off, [off(eve, None), off(day, Some("Christmas"))]);
        assert_eq!(campaign.week.workdays().after(date(2026, 12, 22), 1), date(2026, 12, 29));
        let edit = WeekEdit { weekdays: Some(Vec::new()), not_off: vec![day, eve], ..WeekEdit::default() };
        campaign.apply(plan_week(&campaign, &edit).unwrap());
        assert_eq!(campaign.week.workdays(), crate::day::workdays::Workdays::default());
    }

    #[test]
    fn the_number_told_wins_and_can_be_taken_back() {
        let mut campaign = planned();
        for (conversations, goal) in [(Some(5), 5), (None, 2)] {
            let edit = WeekEdit { conversations: Some(conversations), ..WeekEdit::default() };
            campaign.apply(plan_week(&campaign, &edit).unwrap());
            assert_eq!(campaign.week.goal(), goal);
        }
    }
}

//! The meetings of one week: those ahead, and those that passed without a talk that is written down.
//!
//! Serves following through (row M12). A meeting that was held stands in the review as its conversation. It blames nobody
//! for one that did not take place.

use jiff::civil::Date;
use serde::Serialize;

use crate::ask::{Meeting, MeetingState};
use crate::campaign::PersonRef;
use crate::day::spoken;
use crate::follow_through::view::View;
use crate::words::words;

words! {
    /// What became of a meeting that was not talked about yet.
    pub enum Became {
        /// It is ahead, or today.
        Stands = "stands",
        /// Its day is over, and nothing says what came of it.
        Passed = "passed",
        /// It did not take place.
        Missed = "missed",
        /// It was called off.
        CalledOff = "called_off",
    }
}

/// One meeting of a week.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeetingOfWeek {
    /// With whom.
    pub person: PersonRef,
    /// When and where, as it was agreed.
    pub agreed: Meeting,
    /// What became of it.
    pub became: Became,
}

impl MeetingOfWeek {
    /// What stands before the name.
    pub fn opening(&self) -> &'static str {
        if self.became == Became::Stands { "You meet" } else { "You were to meet" }
    }

    /// The day, and the hour at the place of the meeting.
    pub fn when(&self, today: Date) -> String {
        let mut when = format!("on {}", spoken(self.agreed.on, today));
        if let Some(time) = self.agreed.time {
            when.push_str(&format!(" at {}", time.strftime("%-H:%M")));
        }
        if let Some(zone) = self.agreed.zone.as_ref().filter(|_| self.agreed.time.is_some()) {
            when.push_str(&format!(" in {zone}"));
        }
        when
    }

    /// What became of it, in words; none while it stands.
    pub fn came_of_it(&self) -> Option<&'static str> {
        match self.became {
            Became::Stands => None,
            Became::Passed => Some("what came of it is not written down"),
            Became::Missed => Some("it did not take place"),
            Became::CalledOff => Some("it was called off"),
        }
    }
}

/// The meetings between two days, both included, in their order.
pub(super) fn meetings_between(view: &View, from: Date, until: Date) -> Vec<MeetingOfWeek> {
    let campaign = view.campaign;
    let agreed = campaign.asks.values().filter_map(|ask| Some((ask, ask.meeting.as_ref()?)));
    let within = agreed.filter(|(_, meeting)| (from..=until).contains(&campaign.at_home(meeting).on));
    let shown = within.filter(|(ask, _)| campaign.is_here(ask.person) && view.talk_after(ask.id).is_none());
    let mut meetings: Vec<MeetingOfWeek> = shown
        .filter_map(|(ask, meeting)| {
            let became = match meeting.state {
                MeetingState::Cancelled => Became::CalledOff,
                MeetingState::Missed => Became::Missed,
                MeetingState::Planned if view.leaves_alone(ask.person) => return None,
                MeetingState::Planned if campaign.at_home(meeting).on < view.today => Became::Passed,
                MeetingState::Planned => Became::Stands,
            };
            Some(MeetingOfWeek { person: campaign.person_ref(ask.person), agreed: meeting.clone(), became })
        })
        .collect();
    meetings.sort_by_key(|meeting| (meeting.agreed.on, meeting.agreed.time, meeting.person.id));
    meetings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::scene::{Scene, day};

    /// The meetings of the week of the 16th, as somebody reads them on that day.
    fn told(scene: &Scene, today: i32) -> Vec<String> {
        let meetings = meetings_between(&View::of(&scene.campaign, day(today)), day(16), day(22));
        let told = meetings.iter().map(|one| {
            let came = one.came_of_it().map(|came| format!("; {came}")).unwrap_or_default();
            format!("{} {} {}{came}", one.opening(), one.person.name, one.when(day(today)))
        });
        told.collect()
    }

    #[rstest::rstest]
    #[case::ahead(Scene::on(16).asks("Dan").accepts("Dan", 18), 17, &["You meet Dan on Wednesday 18 November"])]
    #[case::on_the_day(Scene::on(16).asks("Dan").accepts("Dan", 18), 18, &["You meet Dan on Wednesday 18 November"])]
    #[case::over(Scene::on(16).asks("Dan").accepts("Dan", 18), 20,
        &["You were to meet Dan on Wednesday 18 November; what came of it is not written down"])]
    #[case::missed(Scene::on(16).asks("Dan").accepts("Dan", 18).later_on(19).missed("Dan"), 20,
        &["You were to meet Dan on Wednesday 18 November; it did not take place"])]
    #[case::called_off(Scene::on(16).asks("Dan").accepts("Dan", 18).cancelled("Dan"), 17,
        &["You were to meet Dan on Wednesday 18 November; it was called off"])]
    #[case::in_another_week(Scene::on(16).asks("Dan").accepts("Dan", 23), 17, &[])]
    #[case::with_somebody_set_aside(Scene::on(16).asks("Dan").accepts("Dan", 18).sets_aside("Dan"), 17, &[])]
    #[case::talked_about(Scene::on(16).asks("Dan").accepts("Dan", 18).later_on(18).talks_with("Dan"), 19, &[])]
    fn a_meeting_is_told_as_it_stands(#[case] scene: Scene, #[case] today: i32, #[case] expected: &[&str]) {
        assert_eq!(told(&scene, today), expected);
    }
}

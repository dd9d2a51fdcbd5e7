//! The page that `me` shows: you, your direction, what you do best, your week, and what would help. It shows nothing of
//! other people.

use method::day::{Date, dated};
use method::direction::Direction;
use method::id::SourceId;
use method::questions::strengths_have_proof::UNSHOWN;
use method::seeker::me::Me;
use method::seeker::{Position, School};
use method::speech::ways;

use crate::door::Show;
use crate::text::Text;

/// The seeker's page.
#[derive(serde::Serialize)]
#[serde(transparent)]
pub struct Page(pub Me);

impl Show for Page {
    fn show(&self, text: &mut Text) {
        let me = &self.0;
        text.heading(me.seeker.name.as_deref().unwrap_or("You"));
        text.field("About you", me.seeker.headline.as_deref());
        text.field("Addresses", Some(me.seeker.addresses.join(", ")));
        text.field("Employed", employment(me));
        show_direction(&me.direction, text);
        if !me.strengths.is_empty() {
            text.heading("What you do best");
            for strength in &me.strengths {
                let proof = strength.proof.as_deref().map(|proof| format!(": {proof}")).unwrap_or_default();
                let source = if strength.proof.is_some() { strength.proof_source } else { strength.source };
                text.point(format!("{}{proof}{}", strength.name, from(me, source)));
                if strength.proof.is_none() {
                    text.hanging("    ", UNSHOWN);
                }
            }
            if let Some(bare) = me.strengths.iter().find(|one| one.proof.is_none()) {
                text.command(ways::tell_me("strength", &format!("{}: …", bare.name.replace('"', "”"))));
            }
        }
        show_past(me, text);
        let followed: Vec<&str> = me.followed.iter().map(|one| one.organization.as_str()).collect();
        text.field("You follow", Some(followed.join(", ")));
        show_plan(me, text);
        if !me.missing.is_empty() {
            text.heading("What would help");
            for missing in &me.missing {
                text.line(missing.text);
                text.command(&missing.hint);
                if let Some(otherwise) = missing.otherwise {
                    text.line("Or, if you are not:");
                    text.command(otherwise);
                }
            }
        }
    }
}

fn employment(me: &Me) -> Option<String> {
    match (me.seeker.employed_now?, &me.seeker.employer) {
        (true, Some(place)) => Some(format!("at {place}; people there are held back until you release them")),
        (true, None) => Some("yes".to_owned()),
        (false, _) => Some("no".to_owned()),
    }
}

fn show_direction(direction: &Direction, text: &mut Text) {
    if direction.is_unset() && direction.search.is_none() && direction.places.is_empty() {
        return;
    }
    text.heading("Where the search should go");
    text.field("Kind", direction.search.map(|kind| kind.to_string()));
    text.field("Fields", Some(direction.fields.join(", ")));
    text.field("Roles", Some(direction.roles.join(", ")));
    text.field("Organizations", Some(direction.organizations.join(", ")));
    text.field("Places", Some(direction.places.join(", ")));
    text.field("Closed on", direction.closed_on.map(method::day::dated));
}

fn show_past(me: &Me, text: &mut Text) {
    if me.positions.is_empty() && me.schools.is_empty() {
        return;
    }
    text.heading("Where you have been");
    for Position { id, organization, title, started_on, ended_on, source } in &me.positions {
        let what = title.as_ref().map(|title| format!("{title}, ")).unwrap_or_default();
        text.point(format!("{what}{organization}{} ({id}){}", span(*started_on, *ended_on), from(me, *source)));
    }
    for School { id, name, degree, started_on, ended_on, source } in &me.schools {
        let what = degree.as_ref().map(|degree| format!(", {degree}")).unwrap_or_default();
        text.point(format!("{name}{what}{} ({id}){}", span(*started_on, *ended_on), from(me, *source)));
    }
}

/// The file that something came from, behind it.
fn from(me: &Me, source: Option<SourceId>) -> String {
    me.from(source).map(|file| format!(" (from {file})")).unwrap_or_default()
}

fn span(from: Option<Date>, until: Option<Date>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => format!(", {} to {}", from.year(), until.year()),
        (Some(from), None) => format!(", since {}", from.year()),
        (None, Some(until)) => format!(", until {}", until.year()),
        (None, None) => String::new(),
    }
}

fn show_plan(me: &Me, text: &mut Text) {
    if !me.ideas.is_empty() {
        text.heading("Ideas to try");
        for idea in &me.ideas {
            text.point(&idea.text);
        }
    }
    if me.conversations > 0 {
        text.heading("Your week");
        let slots: Vec<String> = me.slots.iter().map(ToString::to_string).collect();
        text.field("Times for calls", Some(slots.join(", ")));
        text.field("Conversations a week", Some(me.conversations.to_string()));
    }
    let weekdays: Vec<&str> = me.weekdays.iter().map(|day| day.long()).collect();
    text.field("Your weekdays", Some(weekdays.join(", ")));
    let days_off = me.days_off.iter().map(|day| match &day.name {
        Some(name) => format!("{} ({name})", dated(day.on)),
        None => dated(day.on),
    });
    text.field("Days off", Some(days_off.collect::<Vec<_>>().join(", ")));
}

//! `list show`: everything about one person.

use std::process::ExitCode;

use clap::Args;
use method::ask::MeetingState;
use method::conversation::{Commitment, CommitmentState};
use method::day::{Date, dated};
use method::list::portrait::{Named, Portrait, portrait};
use method::list::tie::{SignKind, Tie, tie};
use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::args::Who;
use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::Text;

/// Everything about one person.
#[derive(Debug, Args)]
pub struct Wish {
    #[command(flatten)]
    who: Who,
}

/// Shows them.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let (campaign, person) = door.read_person(&wish.who)?;
    door.show(&Page { one: portrait(&campaign, person)?, tie: tie(&campaign, door.today, person)? })
}

struct Page {
    one: Portrait,
    tie: Tie,
}

impl Serialize for Page {
    /// As the portrait, with one difference: `person` is id and name everywhere, as programs are promised.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut json = serde_json::to_value(&self.one).map_err(S::Error::custom)?;
        json["tie"] = serde_json::to_value(&self.tie).map_err(S::Error::custom)?;
        let person = json["person"].clone();
        name_people(&mut json, &person);
        json.serialize(to)
    }
}

/// Puts id and name in the place of every bare id; in a portrait it is always the same person's.
fn name_people(json: &mut Value, person: &Value) {
    match json {
        Value::Object(fields) => {
            for (field, value) in fields {
                match field.as_str() {
                    "person" | "through" if value.is_string() => *value = person.clone(),
                    _ => name_people(value, person),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| name_people(value, person)),
        _ => {}
    }
}

impl Show for Page {
    fn show(&self, text: &mut Text) {
        let one = &self.one;
        text.heading(format!("{} ({})", one.person.name, one.person.id));
        for value in one.values.iter().filter(|value| value.field != "name") {
            let from = value.from.as_ref().map(|from| format!("  ({}, record {})", from.file, from.place));
            text.field(label(value.field), Some(format!("{}{}", value.value, from.unwrap_or_default())));
        }
        show_told(one, text);
        show_tie(&self.tie, text);
        show_files(one, text);
        show_what_happened(one, text);
    }
}

/// From one day to another, or on the one day.
fn between(first_on: Date, last_on: Date) -> String {
    if first_on == last_on {
        format!("on {}", dated(last_on))
    } else {
        format!("{} to {}", dated(first_on), dated(last_on))
    }
}

fn label(field: &'static str) -> &'static str {
    match field {
        "organization" => "Organization",
        "title" => "Title",
        "email" => "E-mail",
        "phone" => "Phone",
        "other_name" => "Also called",
        "birthday" => "Birthday",
        "postal" => "Postal address",
        _ => "Link",
    }
}

fn show_told(one: &Portrait, text: &mut Text) {
    let told = &one.told;
    let marks = [
        (told.respected, "known and respected"),
        (told.close, "close"),
        (told.set_aside, "set aside"),
        (told.released, "released"),
    ];
    let marks: Vec<&str> = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
    text.field("Marked", Some(marks.join(", ")));
    text.field("Known since", told.known_since_on.map(|day| day.year().to_string()));
    text.field("How you know each other", told.how_known.as_deref());
    text.field("What you value in them", told.valued_for.as_deref());
    text.field("Not before", told.not_before_on.map(dated));
    text.field("Notes", told.notes.as_deref());
    if let Some(letters) = &one.correspondence {
        let met = match letters.met {
            0 => String::new(),
            met => format!(", {}", crate::text::counted(met as usize, "meeting", "meetings")),
        };
        text.field(
            "Messages",
            Some(format!(
                "{} from you, {} from them{met}, {}",
                letters.sent,
                letters.received,
                between(letters.first_on, letters.last_on)
            )),
        );
    }
}

/// What is known of the tie, less what stands among the values already.
fn show_tie(tie: &Tie, text: &mut Text) {
    let signs = tie.signs.iter().filter(|sign| !matches!(sign.kind, SignKind::KnownSince | SignKind::Conversations));
    let signs: Vec<&str> = signs.map(|sign| sign.text.as_str()).collect();
    if !signs.is_empty() || !tie.findings.is_empty() {
        text.heading("Between you");
    }
    for said in signs.into_iter().chain(tie.findings.iter().map(|finding| finding.text.as_str())) {
        text.point(format!("{said}."));
    }
}

fn show_files(one: &Portrait, text: &mut Text) {
    if one.records.is_empty() {
        return;
    }
    text.heading("What files say");
    for row in &one.records {
        text.point(format!("{}: {}, record {}", row.record.id, row.origin.file, row.origin.place));
    }
    for past in &one.past {
        let was: Vec<&str> = [past.title.as_deref(), past.organization.as_deref()].into_iter().flatten().collect();
        text.point(format!("before {}: {}", dated(past.until_on), was.join(", ")));
    }
}

fn show_what_happened(one: &Portrait, text: &mut Text) {
    let begun = text.mark();
    text.heading("What happened");
    let empty = text.mark();
    for named in &one.named_by {
        text.point(format!("{}: named by {}", dated(named.named_on), named.person.name));
        if let Some(day) = named.introduced_on {
            text.point(format!("{}: introduced by {}", dated(day), named.person.name));
        }
        if let Some(day) = named.reported_on {
            text.point(format!("{}: you told {} how it went", dated(day), named.person.name));
        }
    }
    for ask in one.asks.iter().rev() {
        let answer = ask.answer.map_or_else(|| "no answer yet".to_owned(), |answer| answer.to_string());
        text.point(format!("{}: asked by {}, {answer}", dated(ask.asked_on), ask.form));
        if let Some(meeting) = &ask.meeting {
            let time = meeting.time.map(|time| format!(" at {}", time.strftime("%H:%M"))).unwrap_or_default();
            let is_held =
                meeting.state == MeetingState::Planned && one.conversations.iter().any(|held| held.ask == Some(ask.id));
            let state = if is_held { "held".to_owned() } else { meeting.state.to_string() };
            text.point(format!("{}: meeting{time}, {state}", dated(meeting.on)));
        }
    }
    for held in one.conversations.iter().rev() {
        let learned = held.learned.as_ref().map(|learned| format!(". {learned}")).unwrap_or_default();
        text.point(format!("{}: conversation {}, {}{learned}", dated(held.held_on), held.id, held.ladder));
        if let Some(day) = held.thanked_on {
            text.point(format!("{}: you thanked them", dated(day)));
        }
    }
    for Named { person, named_on, introduced_on, reported_on } in &one.named {
        text.point(format!("{}: named {}", dated(*named_on), person.name));
        if let Some(day) = introduced_on {
            text.point(format!("{}: introduced you to {}", dated(*day), person.name));
        }
        if let Some(day) = reported_on {
            text.point(format!("{}: you told them how it went with {}", dated(*day), person.name));
        }
    }
    for promise in &one.promised_by_you {
        show_promise("you promised", promise, text);
    }
    if one.promises_rest {
        text.muted("What you promised rests for now, and is not among your moves.");
    }
    for promise in &one.promised_by_them {
        show_promise("they promised", promise, text);
    }
    for opportunity in &one.opportunities {
        text.point(format!("opportunity {}: {}, {}", opportunity.id, opportunity.title, opportunity.state()));
    }
    if text.mark() == empty {
        text.take_back(begun);
    }
}

fn show_promise(who: &str, promise: &Commitment, text: &mut Text) {
    let state = match (promise.state, promise.due_on) {
        (CommitmentState::Open, Some(due)) => format!("open, due {}", dated(due)),
        (state, _) => state.to_string(),
    };
    text.point(format!("{}: {who} to {} ({}, {state})", dated(promise.made_on), promise.text, promise.id));
}

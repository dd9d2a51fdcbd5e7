//! Public holidays from a calendar file as days off. Serves `me` (business days).
//!
//! What became of the file stands in the address of the page after it; the days stand in the week.

use std::fs::File;

use formats::holidays::{Holidays, read};
use method::change::{Decision, No, Refusal};
use method::direction::week::{WeekEdit, plan_week};
use store::Scope;

use super::{Part, page};
use crate::error::Trouble;
use crate::pages::parts::form;
use crate::visit::{Answer, Visit};

/// How much may be sent, in bytes.
pub const AT_MOST: usize = formats::holidays::AT_MOST + (64 << 10);

/// Takes the days of the file.
pub fn holidays(visit: &Visit) -> Answer {
    match taken(visit) {
        Ok((to, step)) => visit.done(&to, step),
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
            let why = form::refused(&trouble.message(), &trouble.hint());
            let body = page(visit, &*visit.campaign()?, Some((Part::Week, why)));
            visit.page_again(&trouble, "You", body)
        }
        Err(trouble) => Err(trouble),
    }
}

fn taken(visit: &Visit) -> Result<(String, Option<store::StepId>), Trouble> {
    let (name, found) = found(visit)?;
    let before = visit.campaign()?.week.days_off.clone();
    let edit = WeekEdit { off: found.days.clone(), ..WeekEdit::default() };
    let changed = visit.change(Scope::Told, |campaign, _| -> Decision { plan_week(campaign, &edit) })?;
    let known = found.days.iter().filter(|day| before.iter().any(|other| other.on == day.on)).count();
    let left: Vec<String> = found.left_out.iter().map(|one| format!("{} {}", one.count, one.reason)).collect();
    let mut to = form_urlencoded::Serializer::new("/me?".to_owned());
    to.append_pair("file", &name).append_pair("read", &found.read.to_string());
    to.append_pair("new", &(found.days.len() - known).to_string());
    if known > 0 {
        to.append_pair("known", &known.to_string());
    }
    if let Some(many) = found.suspiciously_many(visit.today) {
        to.append_pair("many", &many.to_string());
    }
    if !left.is_empty() {
        to.append_pair("left", &left.join("; "));
    }
    Ok((to.finish(), changed.step))
}

fn found(visit: &Visit) -> Result<(String, Holidays), Refusal> {
    let sent = visit.files.iter().find(|sent| sent.field == "holidays" && !sent.name.is_empty());
    let Some(sent) = sent else {
        return Err(Refusal::usage("No file was chosen.", "Choose a calendar of public holidays, an .ics file."));
    };
    let name = sent.name.clone();
    let file =
        File::open(&sent.path).map_err(|problem| unusable(&name, &problem.to_string(), "Choose it once more."))?;
    let found = read(file, visit.today).map_err(|no| unusable(&name, &no.to_string(), no.hint()))?;
    Ok((name, found))
}

fn unusable(name: &str, why: &str, hint: &str) -> Refusal {
    Refusal::new(No::Usage, format!("{name}: {why}"), hint)
}

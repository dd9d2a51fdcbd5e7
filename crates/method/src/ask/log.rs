//! Records that somebody was asked (rows M5, M11). Refuses a day to come, a second open ask, and those who were set aside.

use jiff::civil::Date;

use super::one_open_ask_at_a_time::{refusal, standing};
use super::{Ask, Form};
use crate::campaign::Campaign;
use crate::case::whom::listed;
use crate::change::{Decision, Refusal};
use crate::day;
use crate::id::{Ids, PersonId};

/// What the seeker tells about an ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskMade {
    /// How.
    pub form: Form,
    /// The day; none for today.
    pub on: Option<Date>,
    /// The words, when the seeker wants to keep them.
    pub words: Option<String>,
}

/// Records an ask.
///
/// # Errors
/// Refuses an unknown person, one who was set aside, a day to come, and a second ask while one is open or its meeting
/// stands.
pub fn log_ask(campaign: &Campaign, ids: &Ids, today: Date, person: PersonId, made: AskMade) -> Decision {
    let (told, _) = listed(campaign, person)?;
    let name = campaign.name(person);
    let on = made.on.unwrap_or(today);
    if told.set_aside {
        return Err(Refusal::method(
            format!("You set {name} aside."),
            format!("Take {name} up again first: `halfhour list mark {person} --no-set-aside`"),
        ));
    }
    if on > today {
        return Err(Refusal::method(
            format!("{} is still to come; an ask is recorded once it was made.", day::spoken(on, today)),
            format!("Record it on that day: `halfhour ask log {person} --form {}`", made.form.word()),
        ));
    }
    if let Some(standing) = standing(campaign, person) {
        return Err(refusal(campaign, today, standing));
    }
    let words = made.words.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
    Ok(vec![Ask { words, ..Ask::made(ids.fresh(), person, made.form, on) }.into()])
}

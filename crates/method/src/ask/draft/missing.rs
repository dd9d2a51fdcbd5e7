//! What would make the ask better, one line each with the command that tells it (row M5). It asks only for what this
//! person and this form can use: nobody is asked since when they know someone who was just named to them.

use jiff::civil::Date;

use super::pieces::Pieces;
use super::relation::Relation;
use crate::ask::Form;
use crate::campaign::Campaign;
use crate::case::prefill::referral;
use crate::id::PersonId;
use crate::speech::{told, ways};

/// The lines.
pub fn missing(campaign: &Campaign, today: Date, person: PersonId, form: Form) -> Vec<String> {
    let pieces = Pieces::known(campaign, today, person);
    let shown = campaign.shown(person);
    let called = pieces.whom.clone().unwrap_or_else(|| "them".to_owned());
    let mut lines = Vec::new();
    if let Some(person_told) = shown.told().filter(|_| referral(campaign, person).is_none()) {
        let how = person_told.how_known.as_deref();
        let ties = pieces.relation != Relation::Talked;
        if ties && how.and_then(told::how_known).is_none() {
            lines.push(ways::how_known(person, &called, how));
        }
        if ties && person_told.known_since_on.is_none() {
            let what = format!("Say since when you know {called}");
            lines.push(ways::line(&what, &ways::tell(person, "known-since", "2015")));
        }
        if pieces.value.is_none() && form != Form::Voicemail {
            let what = format!("Say what you value in {called}, as you would say it to {called}");
            let line = ways::line(&what, &ways::tell(person, "valued-for", "how calmly you run things"));
            lines.push(ways::unsaid(person_told.valued_for.as_deref()) + &line);
        }
    }
    if campaign.direction.is_unset() {
        lines.push(ways::direction());
    }
    if pieces.me.is_none() {
        lines.push(ways::line("Say how you sign", &ways::tell_me("name", "…")));
    }
    if matches!(form, Form::Call | Form::Voicemail) && shown.phones().is_empty() {
        lines.push(ways::line("Write down the number to call", &ways::tell(person, "phone", "…")));
    }
    if form == Form::Email && shown.emails().is_empty() {
        lines.push(ways::line("Write down the address to write to", &ways::tell(person, "email", "…")));
    }
    lines
}

//! A thank-you at the end of a search, made of what somebody did (row M17).
//!
//! It asks for nothing. It names the organization that was said yes to, and of other people only those whom the reader
//! named to the seeker.

use crate::campaign::Campaign;
use crate::conversation::thank_you::STAY;
use crate::id::PersonId;
use crate::momentum::Opportunity;
use crate::momentum::closing::Deeds;
use crate::speech::name::{greeting, own, those};
use crate::speech::{sentence, tidy};

/// The letter to one of those who helped.
pub(super) fn last_words(campaign: &Campaign, id: PersonId, deeds: &Deeds, taken: Option<&Opportunity>) -> String {
    let hello = match greeting(&campaign.shown(id)) {
        Some(name) => format!("Hello {name},"),
        None => "Hello,".to_owned(),
    };
    let mut said = vec![news(taken)];
    said.extend(time(deeds).map(str::to_owned));
    said.extend(those(campaign, &deeds.named).map(|names| sentence(&format!("You named {names} to me"))));
    said.extend(those(campaign, &deeds.introduced).map(|names| sentence(&format!("You introduced me to {names}"))));
    if deeds.made_the_call {
        said.push("You made a call for me.".to_owned());
    }
    if deeds.on_the_way {
        said.push("The way there went through you.".to_owned());
    }
    let body = said.join(" ");
    let mut letter = vec![hello, body, STAY.to_owned()];
    letter.extend(own(&campaign.seeker));
    letter.join("\n\n")
}

fn news(taken: Option<&Opportunity>) -> String {
    let whom = taken.and_then(|taken| taken.organization.as_deref()).and_then(tidy);
    match (taken, whom) {
        (None, _) => "My search has come to its end.".to_owned(),
        (Some(_), None) => "My search has come to its end: I have said yes to an offer.".to_owned(),
        (Some(_), Some(name)) => sentence(&format!("My search has come to its end: I have said yes to {name}")),
    }
}

fn time(deeds: &Deeds) -> Option<&'static str> {
    match deeds.talks.len() {
        0 => None,
        1 => Some("Thank you for the half hour you gave me."),
        _ => Some("Thank you for the conversations we had."),
    }
}

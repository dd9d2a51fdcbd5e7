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
    let mut said: Vec<String> = news(campaign.direction.closed_on.is_some(), taken).into_iter().collect();
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

/// How it ended; nothing while the search goes on and nothing is taken.
fn news(is_over: bool, taken: Option<&Opportunity>) -> Option<String> {
    let whom = taken.and_then(|taken| taken.organization.as_deref()).and_then(tidy);
    let yes = taken.map(|_| whom.unwrap_or_else(|| "an offer".to_owned()));
    Some(match (yes, is_over) {
        (None, false) => return None,
        (None, true) => "My search has come to its end.".to_owned(),
        (Some(yes), false) => sentence(&format!("I have said yes to {yes}")),
        (Some(yes), true) => sentence(&format!("My search has come to its end: I have said yes to {yes}")),
    })
}

fn time(deeds: &Deeds) -> Option<&'static str> {
    match deeds.talks.len() {
        0 => None,
        1 => Some("Thank you for the half hour you gave me."),
        _ => Some("Thank you for the conversations we had."),
    }
}

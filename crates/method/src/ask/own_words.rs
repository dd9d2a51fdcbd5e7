//! Keeps the seeker's own words for an ask, for one person or as their usual ones, and lets go of them (row M5). Refuses
//! words that are none, and usual words that would tell one person what holds for another.

use jiff::civil::Date;

use super::draft::{ours, pieces::Pieces};
use super::usual_words::{filled, with_slots};
use super::{Form, Wording};
use crate::campaign::Campaign;
use crate::case::whom::listed;
use crate::change::{Change, Decision, Refusal};
use crate::id::{Ids, PersonId};

/// The longest words that are kept, in characters; nobody reads that much aloud.
pub const MOST: usize = 4000;

/// The seeker's own words for this person in this form.
pub fn own(campaign: &Campaign, person: PersonId, form: Form) -> Option<&str> {
    kept(campaign, Some(person), form).map(|wording| wording.text.as_str())
}

/// The seeker's usual words in this form, filled for this person.
pub fn usual(campaign: &Campaign, today: Date, person: PersonId, form: Form) -> Option<String> {
    let usual = kept(campaign, None, form)?;
    filled(&usual.text, &Pieces::known(campaign, today, person), &campaign.shown(person))
}

/// What is kept for this person, or for everybody.
pub fn kept(campaign: &Campaign, person: Option<PersonId>, form: Form) -> Option<&Wording> {
    campaign.wordings.values().find(|wording| wording.person == person && wording.form == form)
}

/// Keeps these words for this person. Words that say what would be said anyway, and no words, let go of what was kept.
///
/// # Errors
/// Refuses an unknown person and words that are too many.
pub fn keep_words(campaign: &Campaign, ids: &Ids, today: Date, person: PersonId, form: Form, text: &str) -> Decision {
    listed(campaign, person)?;
    let text = tidy(text)?;
    let pieces = Pieces::known(campaign, today, person);
    let anyway = usual(campaign, today, person, form).unwrap_or_else(|| ours(&pieces, form));
    let same = text.split_whitespace().eq(anyway.split_whitespace());
    if text.is_empty() || same {
        return Ok(let_go(campaign, Some(person), form));
    }
    Ok(written(campaign, ids, Some(person), form, text))
}

/// Makes these words, written for this person, the usual ones for this form.
///
/// # Errors
/// Refuses an unknown person, no words, too many, a slot that there is none of, and a sentence that is about this person.
pub fn make_usual(campaign: &Campaign, ids: &Ids, today: Date, person: PersonId, form: Form, text: &str) -> Decision {
    let (_, shown) = listed(campaign, person)?;
    let text = tidy(text)?;
    if text.is_empty() {
        return Err(Refusal::usage(
            "There are no words to keep.",
            "Write what you say, then make it your usual words.",
        ));
    }
    let text = with_slots(campaign, &text, &Pieces::known(campaign, today, person), &shown)?;
    let own = let_go(campaign, Some(person), form);
    Ok(written(campaign, ids, None, form, text).into_iter().chain(own).collect())
}

/// Lets go of the words that are kept for this person, or of the usual ones.
///
/// # Errors
/// Refuses an unknown person.
pub fn drop_words(campaign: &Campaign, person: Option<PersonId>, form: Form) -> Decision {
    if let Some(person) = person {
        listed(campaign, person)?;
    }
    Ok(let_go(campaign, person, form))
}

fn let_go(campaign: &Campaign, person: Option<PersonId>, form: Form) -> Vec<Change> {
    kept(campaign, person, form).map(|wording| Change::Remove(wording.id.into())).into_iter().collect()
}

fn written(campaign: &Campaign, ids: &Ids, person: Option<PersonId>, form: Form, text: String) -> Vec<Change> {
    match kept(campaign, person, form) {
        Some(old) if old.text == text => Vec::new(),
        Some(old) => vec![Wording { text, ..old.clone() }.into()],
        None => vec![Wording { id: ids.fresh(), person, form, text }.into()],
    }
}

fn tidy(text: &str) -> Result<String, Refusal> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    let count = text.chars().count();
    if count > MOST {
        return Err(Refusal::usage(
            format!("These words have {count} characters, which is more than anybody reads."),
            format!("Keep them under {MOST}; a hundred words are plenty."),
        ));
    }
    Ok(if text.chars().any(char::is_alphanumeric) { text } else { String::new() })
}

#[cfg(test)]
mod tests;

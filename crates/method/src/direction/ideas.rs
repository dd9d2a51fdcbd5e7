//! Ideas to try: candidate directions that conversations make warmer or colder (row M3).
//!
//! It refuses an idea without words, and to lay aside what is not there.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::direction::Idea;
use crate::id::Ids;
use crate::list::written::{self, fold};

/// Notes ideas. One that is there already stays as it is; one that was laid aside comes back.
///
/// # Errors
/// When one has no words.
pub fn add_ideas(campaign: &Campaign, ids: &Ids, today: Date, texts: &[String]) -> Decision {
    let mut ideas: Vec<Idea> = campaign.ideas.values().cloned().collect();
    for text in texts {
        let hint = "For instance: `halfhour me --idea \"training in hospitals\"`.";
        let text = written::needed("The idea", text, hint)?;
        match ideas.iter_mut().find(|idea| fold(&idea.text) == fold(&text)) {
            Some(known) => known.dropped = false,
            None => ideas.push(Idea { id: ids.fresh(), text, noted_on: today, dropped: false }),
        }
    }
    Ok(changed(campaign, ideas))
}

/// Lays ideas aside, named by id or text.
///
/// # Errors
/// When one is not there.
pub fn drop_ideas(campaign: &Campaign, texts: &[String]) -> Decision {
    let mut ideas: Vec<Idea> = campaign.ideas.values().cloned().collect();
    for text in texts {
        let is_meant =
            |idea: &&mut Idea| !idea.dropped && (fold(&idea.text) == fold(text) || idea.id.to_string() == text.trim());
        let Some(idea) = ideas.iter_mut().find(is_meant) else {
            return Err(Refusal::unknown(
                format!("“{}” is not among your ideas.", text.trim()),
                "`halfhour me` shows them.",
            ));
        };
        idea.dropped = true;
    }
    Ok(changed(campaign, ideas))
}

fn changed(campaign: &Campaign, ideas: Vec<Idea>) -> Vec<Change> {
    let is_new = |idea: &Idea| campaign.ideas.get(&idea.id) != Some(idea);
    ideas.into_iter().filter(is_new).map(Change::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::list::scene::{TODAY, ids_after};

    fn owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn noted(texts: &[&str]) -> Campaign {
        let mut campaign = Campaign::default();
        campaign.apply(add_ideas(&campaign, &Ids::default(), TODAY, &owned(texts)).unwrap());
        campaign
    }

    #[test]
    fn an_idea_is_noted_once() {
        assert_eq!(noted(&["Training", "training ", "Logistics"]).ideas.len(), 2);
    }

    #[test]
    fn an_idea_laid_aside_can_come_back() {
        let mut campaign = noted(&["Training"]);
        campaign.apply(drop_ideas(&campaign, &owned(&["TRAINING"])).unwrap());
        assert!(campaign.ideas.values().all(|idea| idea.dropped));
        assert_eq!(drop_ideas(&campaign, &owned(&["i1"])).unwrap_err().kind, No::Unknown);
        let changes = add_ideas(&campaign, &ids_after(&campaign), TODAY, &owned(&["Training"])).unwrap();
        campaign.apply(changes);
        assert!(campaign.ideas.len() == 1 && campaign.ideas.values().all(|idea| !idea.dropped));
    }

    #[test]
    fn an_idea_has_words() {
        let refusal = add_ideas(&Campaign::default(), &Ids::default(), TODAY, &owned(&[" "])).unwrap_err();
        assert_eq!(refusal.kind, No::Usage);
    }
}

//! What the seeker does best, and what shows it (row M14).
//!
//! A strength that a file told and the seeker took away stays away. It refuses to take away what is not there.

use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::id::{Ids, SourceId};
use crate::list::written::{self, fold};
use crate::seeker::{Strength, proof};

/// A strength as told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ToldStrength {
    /// In a few words.
    pub name: String,
    /// One thing done, and what it changed; an empty text clears it, none leaves it.
    pub proof: Option<String>,
}

impl ToldStrength {
    /// Reads `calming a busy ward: no fall in a year`; what follows the first colon is the proof.
    pub fn parse(text: &str) -> Self {
        let (name, proof) = text.split_once(':').map_or((text, None), |(name, proof)| (name, Some(proof)));
        ToldStrength { name: name.trim().to_owned(), proof: proof.map(|proof| proof.trim().to_owned()) }
    }
}

/// Adds strengths, gives proof to those that are there, and takes others away. Names are compared without case and
/// accents; one that was taken away before comes back when it is told again. A new one without a proof gets the sentence
/// of a file that names it.
///
/// # Errors
/// When a name is missing, or one that should go is not there.
pub fn edit_strengths(campaign: &Campaign, ids: &Ids, add: &[ToldStrength], remove: &[String]) -> Decision {
    let mut strengths: Vec<Strength> = campaign.strengths.values().cloned().collect();
    for told in add {
        let hint = "For instance: `halfhour me --strength \"calming a busy ward\"`.";
        let name = written::needed("The strength", &told.name, hint)?;
        let found = told.proof.is_none().then(|| proof::found(&name, proof::said_in(campaign))).flatten();
        tell(&mut strengths, ids, name, told.proof.as_deref(), found);
    }
    let mut gone = Vec::new();
    for name in remove {
        gone.extend(take_away(&mut strengths, name)?);
    }
    let is_new = |one: &Strength| campaign.strengths.get(&one.id) != Some(one);
    let mut changes: Vec<Change> = strengths.into_iter().filter(is_new).map(Change::from).collect();
    let stood = gone.into_iter().filter(|one| campaign.strengths.contains_key(&one.id));
    changes.extend(stood.map(|one| Change::Remove(one.id.into())));
    Ok(changes)
}

fn tell(
    strengths: &mut Vec<Strength>,
    ids: &Ids,
    name: String,
    proof: Option<&str>,
    found: Option<(String, SourceId)>,
) {
    let folded = fold(&name);
    let known = strengths.iter_mut().find(|one| fold(&one.name) == folded);
    match known {
        Some(known) => {
            known.dropped = false;
            if let Some(proof) = proof.map(written::prose).filter(|proof| *proof != known.proof) {
                // What a file brought and the seeker took away stays away, so its file is remembered.
                known.proof_source = known.proof_source.filter(|_| proof.is_none());
                known.proof = proof;
            }
        }
        None => strengths.push(Strength {
            id: ids.fresh(),
            name,
            proof_source: found.as_ref().map(|(_, source)| *source),
            proof: proof.and_then(written::prose).or(found.map(|(proof, _)| proof)),
            source: None,
            dropped: false,
        }),
    }
}

/// Marks an imported strength as taken away, or takes a told one out and gives it.
fn take_away(strengths: &mut Vec<Strength>, name: &str) -> Result<Option<Strength>, Refusal> {
    let folded = fold(name);
    let known = strengths.iter().position(|one| !one.dropped && fold(&one.name) == folded);
    let Some(place) = known else {
        return Err(Refusal::unknown(
            format!("“{}” is not among your strengths.", name.trim()),
            "`halfhour me` shows them.",
        ));
    };
    if strengths[place].source.is_some() {
        strengths[place].dropped = true;
        return Ok(None);
    }
    Ok(Some(strengths.remove(place)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::id::{Id, SourceId};
    use crate::list::scene::ids_after;
    use rstest::rstest;

    /// Each step adds what begins with `+` and takes away what begins with `-`, separated by `|`.
    fn played(steps: &[&str]) -> Campaign {
        let mut campaign = Campaign::default();
        campaign.apply([Strength {
            id: Id::from_number(1),
            name: "Triage".into(),
            proof: None,
            proof_source: None,
            source: Some(SourceId::from_number(1)),
            dropped: false,
        }
        .into()]);
        for step in steps {
            let told = |sign: char| step.split('|').filter_map(move |one| one.trim().strip_prefix(sign));
            let add: Vec<ToldStrength> = told('+').map(ToldStrength::parse).collect();
            let remove: Vec<String> = told('-').map(str::to_owned).collect();
            let changes = edit_strengths(&campaign, &ids_after(&campaign), &add, &remove).unwrap();
            campaign.apply(changes);
        }
        campaign
    }

    fn shown(campaign: &Campaign) -> Vec<(&str, Option<&str>, bool)> {
        let all = campaign.strengths.values();
        all.map(|one| (one.name.as_str(), one.proof.as_deref(), one.dropped)).collect()
    }

    #[rstest]
    #[case::nothing(&[], &[("Triage", None, false)])]
    #[case::proof_for_a_known_one(&["+triage: halved the wait"], &[("Triage", Some("halved the wait"), false)])]
    #[case::the_same_twice(&["+Calm|+calm: no fall"], &[("Triage", None, false), ("Calm", Some("no fall"), false)])]
    #[case::an_imported_one_stays_away(&["-TRIAGE"], &[("Triage", None, true)])]
    #[case::told_again_it_comes_back(&["-triage", "+Triage"], &[("Triage", None, false)])]
    #[case::a_told_one_goes(&["+Calm", "-calm"], &[("Triage", None, false)])]
    #[case::come_and_gone_at_once(&["+Calm|-calm"], &[("Triage", None, false)])]
    fn strengths_come_and_go(#[case] steps: &[&str], #[case] left: &[(&str, Option<&str>, bool)]) {
        assert_eq!(shown(&played(steps)), left);
    }

    #[rstest]
    #[case::left_as_it_stands("+Triage: cut the wait", Some("cut the wait"), true)]
    #[case::in_your_own_words("+Triage: halved the wait", Some("halved the wait"), false)]
    #[case::taken_away_for_good("+Triage:", None, true)]
    fn a_proof_from_a_file_is(#[case] told: &str, #[case] proof: Option<&str>, #[case] from_file: bool) {
        let mut campaign = played(&[]);
        let mut strength = campaign.strengths.values().next().unwrap().clone();
        (strength.proof, strength.proof_source) = (Some("cut the wait".into()), Some(SourceId::from_number(1)));
        campaign.apply([strength.into()]);
        let told = [ToldStrength::parse(told.trim_start_matches('+'))];
        let changes = edit_strengths(&campaign, &ids_after(&campaign), &told, &[]).unwrap();
        campaign.apply(changes);
        let strength = campaign.strengths.values().next().unwrap();
        assert_eq!((strength.proof.as_deref(), strength.proof_source.is_some()), (proof, from_file));
    }

    #[test]
    fn what_is_not_there_cannot_go() {
        let refusal = edit_strengths(&Campaign::default(), &Ids::default(), &[], &["calm".into()]).unwrap_err();
        assert_eq!(refusal.kind, No::Unknown);
    }

    #[test]
    fn a_strength_has_a_name() {
        let told = [ToldStrength::parse(": a proof of nothing")];
        let refusal = edit_strengths(&Campaign::default(), &Ids::default(), &told, &[]).unwrap_err();
        assert_eq!(refusal.kind, No::Usage);
    }
}

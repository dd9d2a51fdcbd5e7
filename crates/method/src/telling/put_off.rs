//! What was put off or is not needed, in the words of its rule rather than by its id. Serves the history.

use crate::campaign::Campaign;
use crate::day::dated;
use crate::follow_through::{Later, Until};
use crate::id::PersonId;

/// Tells it, with the people as placeholders.
pub(super) fn told(before: &Campaign, later: &Later) -> String {
    let what = what(before, &later.part).unwrap_or_else(|| later.part.clone());
    match later.until_on {
        Until::Day(on) => format!("put off {what} to {}", dated(on)),
        Until::Never => format!("said that {what} is not needed"),
    }
}

/// What stood put off comes back.
pub(super) fn brought_back(before: &Campaign, part: &str) -> String {
    format!("brought {} back", what(before, part).unwrap_or_else(|| part.to_owned()))
}

fn what(campaign: &Campaign, part: &str) -> Option<String> {
    let (code, subject) = part.rsplit_once('-')?;
    let ask = || Some(with(campaign.asks.get(&subject.parse().ok()?)?.person));
    let talk = || Some(with(campaign.conversations.get(&subject.parse().ok()?)?.person));
    let promise = || Some(with(campaign.commitments.get(&subject.parse().ok()?)?.person));
    let referral = || campaign.referrals.get(&subject.parse().ok()?);
    Some(match code {
        "prepare" => format!("preparing for {}", ask()?),
        "record" => format!("writing down how it went with {}", ask()?),
        "thank" => format!("thanking {}", talk()?),
        "keep" => format!("your promise to {}", promise()?),
        "call" => format!("calling {}", with(referral()?.person)),
        "arrange" => format!("finding a day with {}", ask()?),
        "again" => format!("asking {} again", ask()?),
        "report" => format!("reporting back to {} about {}", with(referral()?.by), with(referral()?.person)),
        "offer" => format!("reminding {} of their offer", promise()?),
        "quiet" => format!("trying a second person beside {}", ask()?),
        "remind" => format!("asking {} once more", ask()?),
        "letgo" => format!("letting the ask to {} go", ask()?),
        "touch" => format!("a line to {}", talk()?),
        "warm" => "an easy message".to_owned(),
        "next" => "choosing whom to call next".to_owned(),
        _ => return None,
    })
}

fn with(person: PersonId) -> String {
    format!("{{{person}}}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_through::moves::MOVE_RULES;
    use crate::follow_through::scene::{Scene, day};
    use crate::id::{Id, LaterId};

    fn said(scene: &Scene, part: &str, until_on: Until) -> String {
        told(&scene.campaign, &Later { id: LaterId::from_number(1), part: part.to_owned(), until_on })
    }

    #[test]
    fn it_is_told_in_the_words_of_its_rule() {
        let scene = Scene::on(17).referred_by("Maria", "Dan");
        assert_eq!(said(&scene, "thank-c1", Until::Day(day(20))), "put off thanking {p1} to 20 November 2026");
        assert_eq!(said(&scene, "call-f1", Until::Never), "said that calling {p2} is not needed");
        assert_eq!(said(&scene, "thank-c9", Until::Never), "said that thank-c9 is not needed", "long gone");
        assert_eq!(brought_back(&scene.campaign, "report-f1"), "brought reporting back to {p1} about {p2} back");
    }

    #[test]
    fn every_rule_that_makes_moves_has_its_words() {
        let scene = Scene::on(17).asks("Maria").promises("Maria", None).referred_by("Maria", "Dan");
        for rule in MOVE_RULES {
            let found = ["a1", "c1", "f1", "m1"]
                .iter()
                .any(|subject| what(&scene.campaign, &format!("{}-{subject}", rule.code)).is_some());
            assert!(found, "{}", rule.code);
        }
    }
}

//! Whether the writer wishes to do what a verb says: *I would love to join your team*, *may I join your team*.
//!
//! Serves the draft check. It refuses to call it a wish when somebody else has it.

use super::requests::before;
use super::sentences::Token;
use super::verbs::Form;

/// Words before *to* or a verb in *-ing* that speak of the writer's own wish.
#[rustfmt::skip]
const WISHING: &[&str] = &[
    "keen", "eager", "interested", "excited", "happy", "glad", "delighted", "ready", "willing", "prepared", "honoured",
    "honored", "dream", "chance", "opportunity", "looking", "aiming", "privileged", "thrilled", "proud",
];

/// Whether the writer wishes to do what the verb at this place says.
pub fn wished(tokens: &[Token], at: usize) -> Option<usize> {
    let left = (0..at).rev().take(6).find(|k| {
        !tokens[*k]
            .is(&["just", "even", "possibly", "maybe", "one", "day", "very", "much", "really", "please", "someday"])
    })?;
    let own = |from: usize| {
        (from.saturating_sub(14)..from)
            .rev()
            .find(|k| tokens[*k].is(&["i", "we", "me", "my", "you", "he", "she", "they", "who", "people"]))
    };
    let mine = |from: usize| own(from).filter(|k| tokens[*k].is(&["i", "me", "my", "we"]));
    let wish = |k: usize| {
        ["want", "wish", "love", "like", "hope"].contains(&tokens[k].verb) && tokens[k].form != Some(Form::Past)
            || tokens[k].is(WISHING)
            || tokens[k].is(&["like"])
    };
    if tokens[at].form == Some(Form::Ing) {
        let cue = (left.saturating_sub(2)..=left).rev().find(|k| wish(*k) || tokens[*k].is(&["possibility"]))?;
        return mine(cue).or_else(|| tokens[cue].is(&["interested", "looking"]).then_some(cue));
    }
    if tokens[left].is(&["to"]) {
        let cue = (left.saturating_sub(5)..left).rev().find(|k| {
            wish(*k) || (tokens[*k].is(&["wanted"]) && tokens[k.saturating_sub(1)].is(&["always", "have"]))
        })?;
        return mine(cue).or_else(|| {
            tokens[cue].is(&["chance", "opportunity", "keen", "looking"]).then_some(cue).filter(|_| own(cue).is_none())
        });
    }
    let may = tokens[left].is(&["can", "could", "may", "might", "will"])
        && before(tokens, left).is_some_and(|k| tokens[k].is(&["i"]));
    let inverted = tokens[left].is(&["i"]) && left > 0 && tokens[left - 1].is(&["can", "could", "may", "might", "if"]);
    let let_me = tokens[left].is(&["me"]) && left > 0 && tokens[left - 1].verb == "let";
    (may || inverted || let_me).then_some(left.saturating_sub(1))
}

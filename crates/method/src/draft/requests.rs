//! Whether the reader is asked to do what a verb says: *could you pass it on*, *would you mind passing it on*.
//!
//! Serves the draft check. It walks from the verb to the left until it finds who is to act and who wants it. It refuses
//! to look at negation, which `denial` knows.

use super::sentences::{Sentence, Token};
use super::shapes::opens_clause;
use super::verbs::Form;

/// Words that may stand between a subject and its verb, forms of address among them.
#[rustfmt::skip]
pub const BESIDE: &[&str] = &[
    "please", "kindly", "just", "maybe", "possibly", "also", "quickly", "even", "perhaps", "ever", "still", "then", "really", "somehow",
    "actually", "simply", "always", "gladly", "directly", "quietly", "graciously", "humbly", "sir", "madam", "ma", "maam", "ji", "bro", "mate",
    "uncle", "aunty", "auntie", "dear", "guys", "both", "all", "again", "already", "personally", "not", "urgently", "now", "currently", "happen",
    "abeg", "desperately", "therefore", "sincerely", "honestly", "respectfully", "either",
];

/// The nearest word to the left that is not merely beside the verb.
pub fn before(tokens: &[Token], at: usize) -> Option<usize> {
    let mut k = at.checked_sub(1)?;
    for _ in 0..8 {
        let by_any_chance =
            k >= 2 && tokens[k].is(&["chance"]) && tokens[k - 1].is(&["any"]) && tokens[k - 2].is(&["by"]);
        k = match () {
            () if by_any_chance => k.checked_sub(3)?,
            () if tokens[k].is(BESIDE) => k.checked_sub(1)?,
            () => return Some(k),
        };
    }
    None
}

const MAY: &[&str] = &["can", "could", "will", "would", "might", "may", "should", "must", "shall", "do"];

/// Verbs through which somebody else is asked: *ask your boss to …*.
const THROUGH: &[&str] = &["ask", "tell", "get", "convince", "persuade", "request", "urge", "nudge"];

/// How often one request may stand inside another before nobody can follow.
const DEEPEST: usize = 4;

/// Whether the reader is asked to do what the verb at this place says; returns where the request begins.
pub fn asked(sentence: &Sentence, at: usize, depth: usize) -> Option<usize> {
    if depth > DEEPEST {
        return None;
    }
    match sentence.tokens[at].form? {
        Form::Plain => asked_plain(sentence, at, depth),
        Form::Ing => asked_ing(sentence, at, depth),
        Form::Past => asked_if_past(&sentence.tokens, at),
        Form::Third => None,
    }
}

fn asked_plain(sentence: &Sentence, at: usize, depth: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let urged = (0..at).rev().take(3).find(|k| tokens[*k].is(&["please", "kindly", "abeg"]));
    let Some(left) = before(tokens, at) else {
        return Some(urged.unwrap_or(at));
    };
    let word = &tokens[left];
    if word.mark || word.is(&["and", "or", "then", "but", "so"]) {
        continues(tokens, left).then_some(urged.unwrap_or(at))
    } else if word.is(&["you"]) {
        you_ask(tokens, left)
    } else if word.is(MAY) {
        may_ask(sentence, left).or(urged)
    } else if word.is(&["to"]) {
        asked_to(sentence, left, depth)
    } else if let Some(help) = helping(tokens, left) {
        asked(sentence, help, depth + 1)
    } else if urged.is_some_and(|k| k > left) && !word.is(&["i", "we", "he", "she", "they", "who"]) {
        urged
    } else {
        opens_clause(tokens, at).then_some(at)
    }
}

/// *help me get*, *help get*: where the helping stands.
fn helping(tokens: &[Token], left: usize) -> Option<usize> {
    if tokens[left].verb == "help" {
        return Some(left);
    }
    let further = left.checked_sub(1)?;
    (tokens[left].is(&["me", "us"]) && tokens[further].verb == "help").then_some(further)
}

/// *could you*, *you could*, *anyone who could*, *do …* at the beginning.
fn may_ask(sentence: &Sentence, may: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let Some(k) = before(tokens, may) else {
        return tokens[may].is(&["do", "could", "can", "would"]).then_some(may);
    };
    if tokens[k].is(&["you"]) {
        return Some(k);
    }
    if tokens[k].is(&["who", "that", "anyone", "someone", "somebody", "anybody"]) {
        return seeks_somebody(sentence, k);
    }
    ((tokens[k].mark || tokens[k].is(&["and", "so", "but"])) && tokens[may].is(&["do"])).then_some(may)
}

/// *you* before a plain verb: asked after *could*, *if*, *hope*; told after *when* or on its own.
fn you_ask(tokens: &[Token], you: usize) -> Option<usize> {
    let beside = &["just", "maybe", "perhaps", "possibly", "please", "kindly", "not", "that", "sir"];
    let left = (0..you).rev().take(8).find(|k| !tokens[*k].is(beside))?;
    let cue = &tokens[left];
    let may = cue.is(MAY) && !cue.is(&["do"]);
    let asked_that = tokens[you - 1].is(&["that"])
        && (you.saturating_sub(5)..you).any(|k| {
            tokens[k].is(&["request", "idea", "ask", "wish", "hope", "plea", "favor", "requesting", "suggest"])
        });
    let why_not = cue.is(&["not", "do"]) && (you.saturating_sub(3)..you).any(|k| tokens[k].is(&["why"]));
    if asked_that || why_not || (you >= 1 && tokens[you - 1].is(&["not"]) && you >= 3 && tokens[you - 3].is(&["why"])) {
        return Some(left);
    }
    let asks = may || cue.is(&["if", "whether", "hoping", "wondering", "wishing", "chance", "possible"]);
    (asks
        || ["hope", "wish", "suggest", "propose", "request", "ask", "want", "need", "like"].contains(&cue.verb)
            && cue.form != Some(Form::Past))
    .then_some(left)
}

/// *anyone who could …*, where the reader is asked to name somebody.
fn seeks_somebody(sentence: &Sentence, who: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let from = (0..who).rev().take(8).find(|k| ["know", "introduce", "connect", "point"].contains(&tokens[*k].verb))?;
    (sentence.question || tokens[from].form == Some(Form::Plain)).then_some(from)
}

/// Words before *to* that make it a request if the reader is the one who could.
#[rustfmt::skip]
const ABLE: &[&str] = &[
    "able", "willing", "possible", "happy", "open", "enough", "kind", "comfortable", "prepared", "ready", "mind", "love", "manage", "like",
    "agree", "want", "care", "good", "sure", "free", "favor", "favour", "hesitate", "forget", "remember", "try", "position", "way", "time",
    "possibility", "as", "were", "pain", "trouble", "bother", "problem", "imposition", "much", "feel", "aim",
];

fn asked_to(sentence: &Sentence, to: usize, depth: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let left = before(tokens, to)?;
    if tokens[left].is(&["as", "kind", "enough"]) {
        let kind = (left.saturating_sub(4)..left)
            .rev()
            .find(|k| tokens[*k].is(&["kind", "good", "kindly", "nice", "generous", "be"]));
        let past = (left.saturating_sub(8)..left).any(|k| tokens[k].is(&["was", "were", "thank", "thanks", "been"]));
        if kind.is_some() && !past {
            return kind;
        }
    }
    if tokens[left].is(&["you"]) {
        return asked_you_to(tokens, left);
    }
    if ["assist", "help", "try"].contains(&tokens[left].verb) && left > 0 {
        return asked(sentence, left, depth + 1);
    }
    if ["request", "beg", "plead", "appeal", "implore"].contains(&tokens[left].verb) {
        return Some(left);
    }
    if let Some(through) = asked_through(tokens, left) {
        return asked(sentence, through, depth + 1);
    }
    if tokens[left].is(&["anyone", "someone", "somebody", "anybody"]) {
        return seeks_somebody(sentence, left);
    }
    able_to(sentence, left, to)
}

/// *ask your boss to*: where the asking stands.
fn asked_through(tokens: &[Token], left: usize) -> Option<usize> {
    let through = (left.saturating_sub(5)..left).rev().find(|k| THROUGH.contains(&tokens[*k].verb))?;
    let told = tokens[through].form == Some(Form::Past) || tokens[through + 1].is(&["me", "us"]);
    (!told).then_some(through)
}

/// *would you be able to*, *do not hesitate to*, *would it be possible to*.
fn able_to(sentence: &Sentence, able: usize, to: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    if !tokens[able].is(ABLE) {
        return None;
    }
    let actor = (to.saturating_sub(8)..able).rev().find(|k| tokens[*k].is(&["you", "i", "we", "he", "she", "they"]));
    if let Some(actor) = actor {
        return tokens[actor].is(&["you"]).then_some(actor);
    }
    let urged = tokens[able].is(&["sure", "free", "hesitate", "forget", "remember", "try"]);
    let open = sentence.question
        && tokens[able].is(&[
            "possible",
            "way",
            "possibility",
            "pain",
            "trouble",
            "bother",
            "problem",
            "imposition",
            "much",
        ]);
    let begins = (to.saturating_sub(8)..=able).find(|k| opens_clause(tokens, *k));
    if urged { begins } else { open.then_some(able) }
}

/// *want you to*, *ask you to*; not *nice of you to*.
fn asked_you_to(tokens: &[Token], you: usize) -> Option<usize> {
    let left = before(tokens, you)?;
    let cue = &tokens[left];
    let wants = [
        "want", "need", "like", "love", "ask", "beg", "request", "urge", "expect", "prefer", "implore", "trust",
        "trouble", "bother", "get", "mind", "call", "invite",
    ];
    let asks = wants.contains(&cue.verb) && cue.form != Some(Form::Past) || cue.is(&["like"]);
    let thanked = (0..left).rev().take(5).any(|k| tokens[k].is(&["kind", "nice", "good", "time"]));
    let reached =
        (left.saturating_sub(5)..left).any(|k| tokens[k].is(&["would", "could", "can", "may", "might", "if"]));
    if tokens[left].verb == "ask" && reached {
        return Some(left);
    }
    let leans = cue.is(&["for", "on", "with", "to", "upon"]) && !thanked;
    (asks || leans).then_some(left)
}

/// *and* or a comma before a plain verb: a request goes on if the last one who did something was the reader.
fn continues(tokens: &[Token], join: usize) -> bool {
    for k in (0..join).rev().take(30) {
        let token = &tokens[k];
        let beside = |k: Option<usize>| {
            k.and_then(|k| tokens.get(k)).is_some_and(|t| t.is(MAY) || t.is(&["if", "when", "to", "like"]))
        };
        if token.is(&["please", "kindly"]) || (token.is(&["you"]) && (beside(k.checked_sub(1)) || beside(Some(k + 1))))
        {
            return true;
        }
        let aside = (k.saturating_sub(5)..k).any(|k| tokens[k].is(&["who", "whom", "that", "which", "what", "where"]));
        if token.is(&["i", "we", "he", "she", "they"]) && !aside {
            return tokens[join].mark || tokens[join].is(&["so", "but"]);
        }
    }
    true
}

fn asked_ing(sentence: &Sentence, at: usize, depth: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let mut left = before(tokens, at)?;
    if tokens[left].is(&["you", "your", "me"]) {
        left = before(tokens, left)?;
    }
    let cue = &tokens[left];
    let near = |words: &[&str]| (left.saturating_sub(6)..left).any(|k| tokens[k].is(words));
    let would = near(&["would", "advance", "will"]);
    if ["mind", "consider", "appreciate", "fancy"].contains(&cue.verb)
        || cue.is(&["comfortable", "fancy", "ok", "okay", "worth"])
    {
        (near(&["you", "would", "will"]) || opens_clause(tokens, left)).then_some(left)
    } else if cue.is(&["to"]) {
        near(&["way"]).then_some(left)
    } else if cue.is(&["for"]) {
        (near(&["up"]) || would && near(&["thanks", "thank", "grateful", "appreciated"])).then_some(left)
    } else if cue.is(&["of", "about"]) {
        let kindness = near(&["kindness", "favor", "courtesy", "honor", "service"]) && near(&["me", "us"]);
        if kindness {
            return Some(left);
        }
        let chance = near(&["chance", "possibility", "how", "think", "thought", "thinking", "what"]);
        (chance && (sentence.question || would)).then_some(left)
    } else if cue.is(&["by"]) && near(&["doing", "service", "favor", "kindness", "oblige", "grateful"]) {
        Some(left)
    } else if cue.is(&["in", "with", "by", "at"]) {
        helped_by(sentence, left, would, depth)
    } else {
        None
    }
}

/// *help me in getting*, *your help with getting*.
fn helped_by(sentence: &Sentence, left: usize, would: bool, depth: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let is_help =
        |k: &usize| ["help", "assist", "support"].contains(&tokens[*k].verb) || tokens[*k].is(&["assistance", "hand"]);
    let help = (left.saturating_sub(6)..left).rev().find(is_help)?;
    if help > 0 && tokens[help - 1].is(&["your", "some", "any"]) {
        let thanked = (help.saturating_sub(5)..help).any(|k| tokens[k].is(&["thanks", "thank", "grateful"]));
        return (!thanked || would).then_some(help);
    }
    asked(sentence, help, depth + 1)
}

/// *I would love it if you passed it on*.
fn asked_if_past(tokens: &[Token], at: usize) -> Option<usize> {
    let last = before(tokens, at)?;
    let had = tokens[last].is(&["had", "have", "would"]);
    let you = if had { before(tokens, last)? } else { last };
    if !tokens[you].is(&["you"]) {
        return None;
    }
    let cue = before(tokens, you).filter(|k| tokens[*k].is(&["if", "that"]))?;
    let what_if = cue > 0 && tokens[cue - 1].is(&["what", "how"]);
    (what_if || (0..cue).rev().take(10).any(|k| tokens[k].is(&["would", "appreciate", "love"]))).then_some(cue)
}

/// *did you …*, *have you already …*: the reader is asked whether it was done.
pub fn done(tokens: &[Token], at: usize) -> Option<usize> {
    let you = (at.saturating_sub(6)..at).rev().find(|k| tokens[*k].is(&["you"]))?;
    let cue = you.checked_sub(1)?;
    if tokens[cue].is(&["if", "whether"]) {
        return Some(cue);
    }
    let asks = cue == 0 || opens_clause(tokens, cue) || tokens[cue - 1].is(&["if", "whether", "ask"]);
    (asks && tokens[cue].is(&["did", "have", "had", "were"])).then_some(cue)
}

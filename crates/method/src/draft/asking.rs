//! Who asks whom for what: whether words in a sentence are asked of the reader, wondered about or wished for.
//!
//! Serves the draft check. *Could you pass my résumé on*, *he passed my résumé on* and *thank you for passing my résumé
//! on* hold the same words; here they are told apart by the speaker, the verb's form, negation and reported speech. It
//! refuses to know any phrase of a rule.

use super::denial::{clause_start, denied, reported};
use super::sentences::{Sentence, Token};
use super::shapes::opens_clause;
use super::verbs::Form;

/// How a phrase has to be meant for a rule to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The reader is asked to do what the phrase's first verb says.
    Asked,
    /// As before, or the reader is asked whether it was done.
    AskedOrDone,
    /// The writer asks, openly or in passing, whether it is so.
    Wondered,
    /// The writer wishes to do what the phrase's first verb says.
    Wished,
    /// The words are said at all, not denied and not told of somebody else.
    Said,
}

/// Where the words begin that mean it, if the words from `at` to `end` are meant in this way.
pub fn meant(when: When, sentence: &Sentence, at: usize, end: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    if tokens[at].spoken {
        return None;
    }
    let start = match when {
        When::Asked => asked(sentence, at, 0)?,
        When::AskedOrDone => asked(sentence, at, 0).or_else(|| done(tokens, at))?,
        When::Wondered => wondered(sentence, at, end)?,
        When::Wished => wished(tokens, at)?,
        When::Said => at,
    };
    let clause = clause_start(tokens, at);
    if denied(tokens, clause, at, sentence.question) || reported(tokens, clause, at) {
        return None;
    }
    Some(start.min(at))
}

/// Words that may stand between a subject and its verb, forms of address among them.
const BESIDE: &[&str] = &[
    "please",
    "kindly",
    "just",
    "maybe",
    "possibly",
    "also",
    "quickly",
    "even",
    "perhaps",
    "ever",
    "still",
    "then",
    "really",
    "somehow",
    "actually",
    "simply",
    "always",
    "gladly",
    "directly",
    "quietly",
    "graciously",
    "humbly",
    "sir",
    "madam",
    "ma",
    "maam",
    "ji",
    "bro",
    "mate",
    "uncle",
    "aunty",
    "auntie",
    "dear",
    "guys",
    "both",
    "all",
    "again",
    "already",
    "personally",
    "not",
    "urgently",
    "now",
    "currently",
    "happen",
    "very",
    "kind",
    "much",
    "by",
    "any",
    "chance",
    "at",
    "least",
    "like",
    "so",
    "maybe",
    "abeg",
    "perchance",
    "go",
    "ahead",
];

/// The nearest word to the left that is not merely beside the verb, and how far left that is.
fn before(tokens: &[Token], at: usize) -> Option<usize> {
    (0..at).rev().take(8).find(|k| !tokens[*k].is(BESIDE))
}

const MAY: &[&str] = &[
    "can", "could", "will", "would", "might", "may", "should", "must", "shall", "do",
];

/// Verbs through which somebody else is asked: *ask your boss to …*.
const THROUGH: &[&str] = &[
    "ask", "tell", "get", "convince", "persuade", "request", "urge", "nudge",
];

/// How often one request may stand inside another before nobody can follow.
const DEEPEST: usize = 4;

/// Whether the reader is asked to do what the verb at this place says; returns where the request begins.
fn asked(sentence: &Sentence, at: usize, depth: usize) -> Option<usize> {
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
    let urged = (0..at)
        .rev()
        .take(3)
        .find(|k| tokens[*k].is(&["please", "kindly"]));
    let Some(left) = before(tokens, at) else {
        return Some(urged.unwrap_or(at));
    };
    let word = &tokens[left];
    let further = before(tokens, left);
    if word.mark || word.is(&["and", "or", "then", "but", "so"]) {
        return continues(tokens, left).then_some(urged.unwrap_or(at));
    }
    if word.is(&["you"]) {
        return you_ask(tokens, left);
    }
    if word.is(MAY) {
        return match further {
            Some(k) if tokens[k].is(&["you"]) => Some(k),
            Some(k)
                if tokens[k].is(&["who", "that", "anyone", "someone", "somebody", "anybody"]) =>
            {
                seeks_somebody(sentence, k)
            }
            Some(k) if tokens[k].mark && word.is(&["do"]) => Some(left),
            None if word.is(&["do", "could", "can", "would"]) => Some(left),
            _ => urged,
        };
    }
    if word.is(&["to"]) {
        return asked_to(sentence, left, depth);
    }
    if word.verb == "help" {
        return asked(sentence, left, depth + 1);
    }
    if word.is(&["me", "us"]) && left > 0 && tokens[left - 1].verb == "help" {
        return asked(sentence, left - 1, depth + 1);
    }
    if urged.is_some_and(|k| k > left) && !word.is(&["i", "we", "he", "she", "they", "who"]) {
        return urged;
    }
    opens_clause(tokens, at).then_some(at)
}

/// *you* before a plain verb: asked after *could*, *if*, *hope*; told after *when* or on its own.
fn you_ask(tokens: &[Token], you: usize) -> Option<usize> {
    let left = (0..you).rev().take(8).find(|k| {
        !tokens[*k].is(&[
            "just", "maybe", "perhaps", "possibly", "please", "kindly", "not", "that", "sir",
        ])
    })?;
    let cue = &tokens[left];
    let asks = cue.is(MAY) && !cue.is(&["do"])
        || cue.is(&["if", "whether", "hoping", "wondering", "wishing", "chance"]);
    (asks || ["hope", "wish", "suggest", "propose", "request"].contains(&cue.verb)).then_some(left)
}

/// *anyone who could …*, where the reader is asked to name somebody.
fn seeks_somebody(sentence: &Sentence, who: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let from = (0..who)
        .rev()
        .take(8)
        .find(|k| ["know", "introduce", "connect", "point"].contains(&tokens[*k].verb))?;
    (sentence.question || tokens[from].form == Some(Form::Plain)).then_some(from)
}

/// Words before *to* that make it a request if the reader is the one who could.
const ABLE: &[&str] = &[
    "able",
    "willing",
    "possible",
    "happy",
    "open",
    "enough",
    "kind",
    "comfortable",
    "prepared",
    "ready",
    "mind",
    "love",
    "manage",
    "like",
    "agree",
    "want",
    "care",
    "good",
    "sure",
    "free",
    "favor",
    "favour",
    "hesitate",
    "forget",
    "remember",
    "try",
    "position",
    "way",
    "time",
    "possibility",
];

fn asked_to(sentence: &Sentence, to: usize, depth: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let left = before(tokens, to)?;
    if tokens[left].is(&["you"]) {
        return asked_you_to(tokens, left);
    }
    if ["request", "beg", "plead", "appeal", "implore"].contains(&tokens[left].verb) {
        return Some(left);
    }
    let through = (left.saturating_sub(5)..left)
        .rev()
        .find(|k| THROUGH.contains(&tokens[*k].verb));
    if let Some(through) = through
        && tokens[through].form != Some(Form::Past)
        && !tokens[through + 1].is(&["me", "us"])
    {
        return asked(sentence, through, depth + 1);
    }
    if tokens[left].is(&["anyone", "someone", "somebody", "anybody"]) {
        return seeks_somebody(sentence, left);
    }
    if !tokens[left].is(ABLE) && !tokens[left].is(&["not"]) {
        return None;
    }
    let span = to.saturating_sub(8)..to;
    if span
        .clone()
        .any(|k| tokens[k].is(&["i", "we", "he", "she", "they"]))
    {
        return None;
    }
    let urged = tokens[left].is(&["sure", "free", "hesitate", "forget", "remember", "try"]);
    let open = sentence.question && tokens[left].is(&["possible", "way", "possibility"]);
    let you = span
        .clone()
        .find(|k| tokens[*k].is(&["you"]) || (urged && opens_clause(tokens, *k)));
    you.or_else(|| open.then_some(left))
}

/// *want you to*, *ask you to*; not *nice of you to*.
fn asked_you_to(tokens: &[Token], you: usize) -> Option<usize> {
    let left = before(tokens, you)?;
    let cue = &tokens[left];
    let wants = [
        "want", "need", "like", "love", "ask", "beg", "request", "urge", "expect", "prefer",
        "implore", "trust", "appeal", "plead",
    ];
    let asks = wants.contains(&cue.verb) && cue.form != Some(Form::Past);
    let leans = cue.is(&["for", "on", "with", "to", "upon"])
        && !(0..left)
            .rev()
            .take(5)
            .any(|k| tokens[k].is(&["kind", "nice", "good", "time"]));
    (asks || leans || cue.is(&["like"])).then_some(left)
}

/// *and* or a comma before a plain verb: a request goes on if the last one who did something was the reader.
fn continues(tokens: &[Token], join: usize) -> bool {
    for k in (0..join).rev().take(30) {
        let token = &tokens[k];
        if token.is(&["please", "kindly"]) {
            return true;
        }
        if token.is(&["you"]) {
            let around = [k.checked_sub(1), Some(k + 1)];
            let asks = around
                .into_iter()
                .flatten()
                .filter_map(|k| tokens.get(k))
                .any(|t| t.is(MAY) || t.is(&["if", "when", "to", "like"]));
            if asks {
                return true;
            }
        }
        if token.is(&["i", "we", "he", "she", "they", "who"]) {
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
    let near = left.saturating_sub(6)..left;
    let thanked = near
        .clone()
        .any(|k| tokens[k].is(&["thanks", "thank", "grateful", "appreciated"]));
    let would = near
        .clone()
        .any(|k| tokens[k].is(&["would", "advance", "will"]));
    if ["mind", "consider", "appreciate", "fancy"].contains(&cue.verb)
        || cue.is(&["comfortable", "fancy"])
    {
        let you = near
            .clone()
            .any(|k| tokens[k].is(&["you", "would", "will"]))
            || opens_clause(tokens, left);
        return you.then(|| {
            near.into_iter()
                .find(|k| tokens[*k].is(&["would", "do", "if", "will"]))
                .unwrap_or(left)
        });
    }
    if cue.is(&["for"]) {
        return (thanked && would).then_some(left);
    }
    if cue.is(&["of", "about"]) {
        let chance = near.clone().any(|k| {
            tokens[k].is(&[
                "chance",
                "possibility",
                "how",
                "think",
                "thought",
                "thinking",
                "what",
            ])
        });
        return (chance && (sentence.question || would)).then_some(left);
    }
    if cue.is(&["in", "with", "by", "at"]) {
        let help = near.clone().rev().find(|k| {
            ["help", "assist", "support"].contains(&tokens[*k].verb)
                || tokens[*k].is(&["assistance", "hand"])
        })?;
        let yours = tokens
            .get(help.wrapping_sub(1))
            .is_some_and(|t| t.is(&["your", "some", "any"]));
        return if yours {
            (!thanked || would).then_some(help)
        } else {
            asked(sentence, help, depth + 1)
        };
    }
    None
}

/// *I would love it if you passed it on*.
fn asked_if_past(tokens: &[Token], at: usize) -> Option<usize> {
    let you = before(tokens, at).filter(|k| tokens[*k].is(&["you"]))?;
    let cue = before(tokens, you).filter(|k| tokens[*k].is(&["if"]))?;
    (0..cue)
        .rev()
        .take(10)
        .any(|k| tokens[k].is(&["would"]))
        .then_some(cue)
}

/// *did you …*, *have you already …*: the reader is asked whether it was done.
fn done(tokens: &[Token], at: usize) -> Option<usize> {
    let you = (at.saturating_sub(6)..at)
        .rev()
        .find(|k| tokens[*k].is(&["you"]))?;
    let helper = you
        .checked_sub(1)
        .filter(|k| tokens[*k].is(&["did", "have", "had", "were"]))?;
    let asks = helper == 0
        || opens_clause(tokens, helper)
        || tokens[helper - 1].is(&["if", "whether", "ask"]);
    let whether = you >= 1 && tokens[you - 1].is(&["if", "whether"]);
    (asks || whether).then_some(helper)
}

const WONDERING: &[&str] = &[
    "if",
    "whether",
    "wondering",
    "wonder",
    "curious",
    "hoping",
    "chance",
    "possible",
    "tell",
    "enquire",
    "inquire",
    "ask",
    "asking",
    "any",
    "case",
];

/// Words of seeing and knowing after which *I* tells something and does not ask.
const KNOWING: &[&str] = &[
    "know",
    "see",
    "hear",
    "read",
    "notice",
    "understand",
    "find",
    "remember",
    "think",
    "believe",
    "get",
    "have",
];

/// Whether the writer asks if this is so, openly, in passing or in half a sentence.
fn wondered(sentence: &Sentence, at: usize, end: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    if tokens[at..end]
        .iter()
        .any(|t| t.is(&["no", "not", "never"]))
    {
        return None;
    }
    let clause = clause_start(tokens, at);
    let subject = (clause..at).rev().find(|k| {
        !tokens[*k].is(BESIDE) && !tokens[*k].is(&["have", "had", "will", "would", "could", "to"])
    });
    if subject.is_some_and(|k| tokens[k].is(&["i", "we", "he", "she"])) && !inverted(tokens, clause)
    {
        return None;
    }
    let cue = (clause..end).find(|k| tokens[*k].is(WONDERING) && !opposed(tokens, *k));
    let told = (clause..at).find(|k| {
        KNOWING.contains(&tokens[*k].verb)
            && before(tokens, *k).is_some_and(|k| tokens[k].is(&["i", "we"]))
    });
    if told.is_some_and(|told| cue.is_none_or(|cue| cue < told || cue >= at)) {
        return None;
    }
    let earlier = (clause.saturating_sub(4)..clause)
        .any(|k| tokens[k].is(&["if", "whether"]) && !opposed(tokens, k));
    let asks = sentence.question || cue.is_some() || earlier || inverted(tokens, clause);
    asks.then_some(at)
}

/// *no matter whether*, *regardless of whether*, *no idea whether*.
fn opposed(tokens: &[Token], at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|k| tokens[k].is(&["matter", "regardless", "idea", "care"]))
}

/// *do you*, *is there*, *are they*: a question even without its mark.
fn inverted(tokens: &[Token], clause: usize) -> bool {
    let first = (clause..tokens.len()).find(|k| {
        !tokens[*k].is(BESIDE) && !tokens[*k].is(&["hey", "hi", "hello", "and", "but", "so", "or"])
    });
    first.is_some_and(|k| {
        tokens[k].is(&[
            "do", "does", "is", "are", "have", "has", "can", "could", "would", "will", "might",
            "any", "who", "which",
        ]) && tokens.get(k + 1).is_none_or(|t| {
            t.is(&[
                "you", "there", "your", "anyone", "anybody", "they", "it", "any", "is", "are",
                "the", "company",
            ])
        })
    })
}

/// Words before *to* or a verb in *-ing* that speak of the writer's own wish.
const WISHING: &[&str] = &[
    "keen",
    "eager",
    "interested",
    "excited",
    "happy",
    "glad",
    "delighted",
    "ready",
    "willing",
    "prepared",
    "honoured",
    "honored",
    "dream",
    "chance",
    "opportunity",
    "looking",
    "aiming",
    "privileged",
    "thrilled",
    "proud",
];

/// Whether the writer wishes to do what the verb at this place says.
fn wished(tokens: &[Token], at: usize) -> Option<usize> {
    let left = (0..at).rev().take(6).find(|k| {
        !tokens[*k].is(&[
            "just", "even", "possibly", "maybe", "one", "day", "very", "much", "really", "please",
            "someday",
        ])
    })?;
    let own = |from: usize| {
        (from.saturating_sub(8)..from).rev().find(|k| {
            tokens[*k].is(&[
                "i", "we", "me", "my", "you", "he", "she", "they", "who", "people",
            ])
        })
    };
    let mine = |from: usize| own(from).filter(|k| tokens[*k].is(&["i", "me", "my", "we"]));
    let wish = |k: usize| {
        ["want", "wish", "love", "like", "hope"].contains(&tokens[k].verb)
            && tokens[k].form != Some(Form::Past)
            || tokens[k].is(WISHING)
            || tokens[k].is(&["like"])
    };
    if tokens[at].form == Some(Form::Ing) {
        let cue = (left.saturating_sub(2)..=left)
            .rev()
            .find(|k| wish(*k) || tokens[*k].is(&["possibility"]))?;
        return mine(cue).or_else(|| tokens[cue].is(&["interested", "looking"]).then_some(cue));
    }
    if tokens[left].is(&["to"]) {
        let cue = (left.saturating_sub(5)..left).rev().find(|k| {
            wish(*k)
                || (tokens[*k].is(&["wanted"])
                    && tokens[k.saturating_sub(1)].is(&["always", "have"]))
        })?;
        return mine(cue).or_else(|| {
            tokens[cue]
                .is(&["chance", "opportunity", "keen", "looking"])
                .then_some(cue)
                .filter(|_| own(cue).is_none())
        });
    }
    let may = tokens[left].is(&["can", "could", "may", "might", "will"])
        && before(tokens, left).is_some_and(|k| tokens[k].is(&["i"]));
    let inverted = tokens[left].is(&["i"])
        && left > 0
        && tokens[left - 1].is(&["can", "could", "may", "might", "if"]);
    let let_me = tokens[left].is(&["me"]) && left > 0 && tokens[left - 1].verb == "let";
    (may || inverted || let_me).then_some(left.saturating_sub(1))
}

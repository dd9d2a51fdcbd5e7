//! What takes words back: negation, and that somebody else said them.
//!
//! Serves the draft check: *I am not asking for a job* asks for none, *people ask me for a job* tells of others, while
//! *I am not sure whether you are hiring* still asks. It refuses to look beyond the clause.

use super::sentences::Token;
use super::verbs::Form;

/// Where the clause begins in which this word stands.
pub fn clause_start(tokens: &[Token], at: usize) -> usize {
    for k in (0..at).rev() {
        let next = &tokens[k + 1];
        if tokens[k].mark && !(tokens[k].text == "," && next.is(&["or", "nor", "not", "just", "only"])) {
            return k + 1;
        }
        if tokens[k].is(&[
            "but", "so", "because", "though", "although", "however", "while", "whereas", "unless", "yet", "hence",
        ]) && k + 1 < at
        {
            return k + 1;
        }
        if tokens[k].is(&["and"])
            && next.is(&["i", "you", "we", "please", "kindly", "if", "could", "can", "would", "do", "are", "is", "who"])
        {
            return k + 1;
        }
        let turns = tokens[k].is(&["can", "could", "would", "will", "do", "are"]) && next.is(&["you"]);
        let there = tokens[k].is(&["is", "are"]) && next.is(&["there"]);
        if (turns || there) && k > 0 && !tokens[k - 1].is(&["not", "what", "how", "why", "when"]) {
            return k;
        }
    }
    0
}

/// Words after which a *not* asks or urges all the same.
#[rustfmt::skip]
const STILL_ASKS: &[&str] = &[
    "sure", "certain", "know", "suppose", "imagine", "mind", "hesitate", "forget", "happen", "only", "too", "wait",
    "help", "want", "hurt", "just", "shy", "aware",
];

/// Whether the words at this place are taken back by a negation in their clause.
pub fn denied(tokens: &[Token], clause: usize, at: usize, question: bool) -> bool {
    (clause..at).any(|k| denies(tokens, k, at, question))
}

fn denies(tokens: &[Token], k: usize, at: usize, question: bool) -> bool {
    let next = tokens.get(k + 1).map_or("", |t| t.text.as_str());
    let previous = k.checked_sub(1).map_or("", |p| tokens[p].text.as_str());
    match tokens[k].text.as_str() {
        "not" => !not_still_asks(tokens, k, at, question, previous, next),
        "never" | "without" | "nor" | "neither" | "stop" | "stopped" | "avoid" | "nobody" | "refuse" | "hate"
        | "neednt" => true,
        "no" => {
            ["need", "intention", "expectation", "pressure", "obligation", "plan", "plans", "desire", "wish", "longer"]
                .contains(&next)
        }
        "rather" => next == "than",
        "instead" => next == "of",
        _ => false,
    }
}

fn not_still_asks(tokens: &[Token], k: usize, at: usize, question: bool, previous: &str, next: &str) -> bool {
    let turned = ["you", "there", "your", "anyone", "they", "it"].contains(&next);
    let polite = match next {
        "want" => question,
        "know" => !knows_who(tokens, k),
        _ => STILL_ASKS.contains(&next),
    };
    let you_not = k >= 2 && tokens[k - 2].is(&["you"]) && question && (previous == "do" || previous == "would");
    let or_not = previous == "or" || previous == "if" || previous == "why" || (previous == "whether" && at > k);
    turned || polite || you_not || or_not
}

/// *I do not know who is hiring* tells; *I do not know whether you are hiring* asks.
fn knows_who(tokens: &[Token], not: usize) -> bool {
    tokens.get(not + 2).is_none_or(|t| !t.is(&["if", "whether", "of"]))
}

/// Whether the words at this place are what somebody is thanked for, and not in advance.
pub fn thanked(tokens: &[Token], clause: usize, at: usize) -> bool {
    let thanks = (clause..at).find(|k| tokens[*k].is(&["thanks", "thank", "grateful", "thankful"]));
    let hoped = |k: usize| (clause..at).any(|j| tokens[j].is(&["advance", "would", "if", "will"]) && j.abs_diff(k) < 5);
    thanks.is_some_and(|k| !hoped(k))
}

#[rustfmt::skip]
const SAYING: &[&str] = &[
    "ask", "tell", "say", "write", "beg", "email", "text", "wonder", "want", "suggest", "advise", "think", "warn",
    "request", "expect",
];

/// Whether the words at this place are told as somebody's words of another time or another person.
pub fn reported(tokens: &[Token], clause: usize, at: usize) -> bool {
    let anyone = (clause..at).any(|k| tokens[k].is(&["anyone", "anybody", "someone", "somebody"]));
    (clause..at).any(|k| {
        let heard = anyone && ["say", "tell", "think"].contains(&tokens[k].verb);
        SAYING.contains(&tokens[k].verb) && {
            let sent_here = (k + 1..at).any(|j| {
                tokens[j].is(&["you"])
                    && j > 0
                    && ["ask", "contact", "approach", "write", "call", "message", "reach", "tell"]
                        .contains(&tokens[j - 1].verb)
            });
            !sent_here && !heard && said_by_another(tokens, clause, k)
        }
    })
}

/// Words between a subject and its verb.
#[rustfmt::skip]
const HELPING: &[&str] = &[
    "have", "has", "had", "always", "keep", "keeps", "kept", "be", "been", "is", "are", "was", "were", "just", "also",
    "often", "even", "still", "never", "not", "once",
];

fn said_by_another(tokens: &[Token], clause: usize, k: usize) -> bool {
    let past = tokens[k].form == Some(Form::Past);
    let polite = past && ["want", "wonder", "think"].contains(&tokens[k].verb);
    let Some(subject) = (clause..k).rev().find(|j| !tokens[*j].is(HELPING) && !tokens[*j].text.ends_with("ly")) else {
        return false;
    };
    let word = &tokens[subject];
    match word.text.as_str() {
        "i" | "we" => past && !polite,
        "you" => past,
        "to" => subject > 0 && tokens[subject - 1].is(&["used"]),
        "me" | "and" | "would" | "could" | "can" | "may" | "might" | "will" | "please" | "kindly" | "do" | "did"
        | "am" | "of" | "for" | "by" => false,
        _ => !tokens[k].form.is_some_and(|f| f == Form::Ing && !tokens[k - 1].is(HELPING)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sentences::sentences;
    use super::*;

    fn check(text: &str, word: &str, taken_back: bool) {
        let chars: Vec<char> = text.chars().collect();
        let sentence = &sentences(&chars)[0];
        let at = sentence.tokens.iter().rposition(|t| t.text == word).unwrap();
        let clause = clause_start(&sentence.tokens, at);
        let found = denied(&sentence.tokens, clause, at, sentence.question) || reported(&sentence.tokens, clause, at);
        assert_eq!(found, taken_back, "{text}");
    }

    #[test]
    fn words_are_taken_back() {
        check("I am not asking you for a job.", "job", true);
        check("I'm not looking for work, or a job.", "job", true);
        check("My cousin asked me for a job.", "job", true);
        check("People keep asking me for a job.", "job", true);
        check("You told me to stop asking for a job.", "job", true);
    }

    #[test]
    fn words_are_asked_all_the_same() {
        check("I'm not sure if you have a job.", "job", false);
        check("Don't you have a job?", "job", false);
        check("I don't have work, so give me a job.", "job", false);
        check("I wanted to ask you for a job.", "job", false);
        check("You wouldn't happen to have a job?", "job", false);
        check("Please don't hesitate to offer me a job.", "job", false);
    }
}

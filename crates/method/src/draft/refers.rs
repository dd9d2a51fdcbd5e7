//! What a pronoun stands for: *I attach my résumé. Could you pass it on?* speaks of a résumé.
//!
//! Serves the draft check, across the end of a sentence. It refuses to guess: only the last thing named that a rule
//! looks for can be meant, and only for a few sentences.

use std::sync::LazyLock;

use super::classes::class;
use super::sentences::{Sentence, Token};
use super::tables::Table;

/// For how many sentences a thing is remembered.
const REMEMBERED: usize = 3;

/// Stands for a post that was named; no word of a text is like it, so that only phrases that ask for it find it.
const THE_JOB: &str = "=job";

/// Words that need no pronoun: *I attach my résumé. Would you take a look?*
const LOOKING: &[&str] = &["look", "read", "glance", "think"];

/// Stands for a look at a résumé that was named.
const A_LOOK: &str = "=look";

/// The last thing named that a rule looks for.
#[derive(Debug, Default)]
pub struct Named {
    thing: &'static str,
    sentences_ago: usize,
}

impl Named {
    /// Notes on every pronoun of the sentence what it stands for, and remembers what the sentence names.
    pub fn resolve(&mut self, sentence: &mut Sentence) {
        self.sentences_ago += 1;
        if self.sentences_ago > REMEMBERED {
            self.thing = "";
        }
        for token in &mut sentence.tokens {
            if token.mark || token.spoken {
                continue;
            }
            if let Some(thing) = named_by(token) {
                *self = Self { thing, sentences_ago: 0 };
            } else if stands_for(token, self.thing) {
                token.refers = if token.is(LOOKING) { A_LOOK } else { self.thing };
            }
        }
    }
}

fn named_by(token: &Token) -> Option<&'static str> {
    NAMES.get(token.text.as_str()).copied()
}

/// Words that name a thing, and what a pronoun then stands for.
static NAMES: LazyLock<Table<&str, &str>> = LazyLock::new(|| {
    let papers = class("papers").split_whitespace().map(|word| (word, "resume"));
    let posts = class("vacancy").split_whitespace().chain(["post", "position", "role", "job"]);
    papers.chain(posts.map(|word| (word, THE_JOB))).collect()
});

fn stands_for(token: &Token, thing: &str) -> bool {
    match thing {
        "resume" => token.is(&["it", "them", "mine", "these"]) || token.is(LOOKING),
        THE_JOB => token.is(&["it", "one"]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sentences::sentences;
    use super::*;

    fn check(text: &str, pronoun: &str, thing: &str) {
        let chars: Vec<char> = text.chars().collect();
        let mut named = Named::default();
        let mut last = "";
        for mut sentence in sentences(&chars) {
            named.resolve(&mut sentence);
            last = sentence.tokens.iter().rfind(|t| t.text == pronoun).map_or(last, |t| t.refers);
        }
        assert_eq!(last, thing, "{text}");
    }

    #[test]
    fn pronouns_stand_for_what_was_named_last() {
        check("I attach my résumé. Could you pass it on?", "it", "resume");
        check("Is there a vacancy? Could I have it?", "it", THE_JOB);
        check("The garden is lovely. I like it.", "it", "");
        check("I wrote a CV. We ate. We drank. We sang. I liked it.", "it", "");
    }
}

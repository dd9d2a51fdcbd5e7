//! How many new conversations one conversation leads to, with how sure that is (row M16).
//!
//! Above one the search feeds itself; below one, people from the list keep the pace. It refuses any figure from fewer
//! than eight conversations.

use serde::Serialize;

use crate::momentum::posterior::{Credible, product, rate};
use crate::momentum::tally::{Tally, Tries};
use crate::rules::Rule;
use crate::words::words;

/// No figure from few conversations.
pub const RULE: Rule = Rule {
    name: "judge_the_pace_from_eight_conversations_on",
    says: "From eight conversations on, say how many new ones come of each, and how sure that is.",
    why: "A figure from a handful of conversations is chance, and chance is no reason to lose heart.",
    evidence: &["M16", "E5"],
};

words! {
    /// What comes of a conversation, each a part of the one before.
    pub enum Outcome {
        /// Somebody new is named.
        Named = "named",
        /// They answer when asked.
        Reached = "reached",
        /// A conversation with them is held.
        Held = "held",
    }
}

impl Outcome {
    /// As people say it.
    pub fn in_plain_words(self) -> &'static str {
        match self {
            Outcome::Named => "People named to you",
            Outcome::Reached => "People who answer you",
            Outcome::Held => "New conversations",
        }
    }
}

/// How much of something comes of one conversation.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Brings {
    /// Of what.
    pub outcome: Outcome,
    /// The best guess.
    pub estimate: f64,
    /// In one case of ten it is lower.
    pub low: f64,
    /// In one case of ten it is higher.
    pub high: f64,
}

impl Brings {
    /// The best guess and the range, such as `0.7` and `0.4 to 1.0`; finer where the range is narrow.
    pub fn in_words(&self) -> (String, String) {
        let digits = digits(self.low, self.high);
        (format!("{:.digits$}", self.estimate), format!("{:.digits$} to {:.digits$}", self.low, self.high))
    }
}

/// With one digit a narrow range would begin where it ends.
fn digits(low: f64, high: f64) -> usize {
    if high - low < 0.25 { 2 } else { 1 }
}

/// New conversations for each conversation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sustain {
    /// The best guess; none below eight conversations.
    pub estimate: Option<f64>,
    /// In one case of ten it is lower.
    pub low: Option<f64>,
    /// In one case of ten it is higher.
    pub high: Option<f64>,
    /// From how many conversations.
    pub conversations: usize,
    /// What comes of one conversation, step by step; empty below eight conversations.
    pub brings: Vec<Brings>,
    /// The same in words.
    pub text: String,
    /// The rule that speaks.
    pub rule: &'static str,
}

/// From so many conversations on there is a figure.
pub(super) const ENOUGH: usize = 8;

/// The weak priors, and what the seeker's own record makes of them.
///
/// New people named per conversation: Gamma(1, 1), worth one conversation. The share of them with whom a conversation
/// follows: Beta(1, 1.8), worth about three people, with the mean that E5 gives for passing on at one step. The share of
/// them who answer, and the share of people from the list with whom a conversation follows: Beta(1, 1), worth two people.
/// Only the one of E5 has a source; the others are the least that can be assumed. The record soon outweighs all of them.
pub(super) struct Believed {
    /// Shape and rate of people named per conversation.
    pub named: (f64, f64),
    /// The two weights of the share who answer.
    pub reached: (f64, f64),
    /// Of the share with whom a conversation follows.
    pub held: (f64, f64),
    /// Of the share of people from the list with whom one follows.
    pub from_the_list: (f64, f64),
    /// Of the share of conversations in which they make the call.
    pub calls: (f64, f64),
}

impl Believed {
    /// After these counts.
    pub fn after(tally: &Tally) -> Self {
        let share = |(a, b): (f64, f64), tries: Tries| (a + count(tries.came), b + count(tries.lost));
        let calls = Tries { came: tally.calls, lost: tally.conversations - tally.calls };
        Believed {
            named: (1.0 + count(tally.named), 1.0 + count(tally.conversations)),
            reached: share((1.0, 1.0), tally.reached),
            held: share((1.0, 1.8), tally.held),
            from_the_list: share((1.0, 1.0), tally.from_the_list),
            calls: share((1.0, 1.0), calls),
        }
    }
}

/// As a number to reckon with.
pub(super) fn count(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The figures and their 80% intervals, rounded to hundredths. Sustain is the product of two independent posteriors,
/// the people named and the share of them with whom a conversation follows; its distribution is reckoned, not sampled.
pub fn sustain(tally: &Tally) -> Sustain {
    let conversations = tally.conversations;
    if conversations < ENOUGH {
        let (text, brings) = (too_few(conversations), Vec::new());
        return Sustain { estimate: None, low: None, high: None, conversations, brings, text, rule: RULE.name };
    }
    let believed = Believed::after(tally);
    let held = rounded(product(believed.named, believed.held));
    let brings = [
        (Outcome::Named, rounded(rate(believed.named))),
        (Outcome::Reached, rounded(product(believed.named, believed.reached))),
        (Outcome::Held, held),
    ];
    let brings = brings.map(|(outcome, Credible { mean, low, high })| Brings { outcome, estimate: mean, low, high });
    let Credible { mean, low, high } = held;
    let meaning = match () {
        () if low > 1.0 => "Your search feeds itself.",
        () if high < 1.0 => "So your search also needs people from your list.",
        () => "Whether it feeds itself cannot be told yet; until then it also needs people from your list.",
    };
    let digits = digits(low, high);
    let text = format!(
        "From one conversation come about {mean:.digits$} new ones; four times out of five it is between {low:.digits$} \
         and {high:.digits$}. {meaning}"
    );
    Sustain {
        estimate: Some(mean),
        low: Some(low),
        high: Some(high),
        conversations,
        brings: brings.to_vec(),
        text,
        rule: RULE.name,
    }
}

fn rounded(figure: Credible) -> Credible {
    let round = |value: f64| libm::round(value * 100.0) / 100.0;
    Credible { mean: round(figure.mean), low: round(figure.low), high: round(figure.high) }
}

fn too_few(conversations: usize) -> String {
    let so_far = match conversations {
        0 => "are none".to_owned(),
        1 => format!("is 1; {} more to go", ENOUGH - 1),
        some => format!("are {some}; {} more to go", ENOUGH - some),
    };
    format!("From {ENOUGH} conversations on it can be told how many new ones come of each. So far there {so_far}.")
}

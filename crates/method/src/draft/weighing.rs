//! Weighs what a sentence is made of: for turns of phrase that no rule has written down.
//!
//! Serves the draft check. Each fault is a sum of weights, one for each mark of the sentence; the weights stand in
//! `weighing/weights.txt`, are learned from labelled drafts by `cargo run -p method --example learn`, and can be read.
//! It refuses to learn while it checks, and to judge more than one sentence at a time.

pub mod marks;
pub mod meanings;

use std::sync::LazyLock;

use self::marks::{Earlier, Mark, each_mark, key_of};
use self::meanings::class;
use super::DRAFT_RULES;
use super::rules::Hit;
use super::sentences::{Sentence, Token};
use super::tables::Table;
use super::work;

/// How many faults are weighed; they are the first rules of the catalogue.
pub const FAULTS: usize = 3;

/// A number for each fault, in the order of the catalogue.
pub type PerFault = [f32; FAULTS];

/// Above this the marks alone make it a fault. Chosen, as `DOUBT` was, where drafts that were not learned from lose less
/// in recall than they win in precision.
pub const LINE: PerFault = [0.05, 0.25, 0.1];

/// Below this the marks speak against a phrase that a rule found.
pub const DOUBT: PerFault = [-0.2, -0.6, -0.4];

const WEIGHTS: &str = include_str!("weighing/weights.txt");

struct Weights {
    /// Each mark by its key: its number, and what it adds.
    marks: Table<u64, (usize, PerFault)>,
    /// A bit for the end of every key, because most marks of a sentence are unknown.
    bits: Vec<u64>,
    lean: PerFault,
}

/// How many bits there are: eight for a mark.
const BITS: u64 = 1 << 17;

/// Room for the marks, so that the table need not grow while it is read.
const ROOM: usize = 1 << 15;

static LEARNED: LazyLock<Weights> = LazyLock::new(|| {
    let marks = Table::with_capacity_and_hasher(ROOM, Default::default());
    let mut weights = Weights { marks, bits: vec![0; (BITS / 64) as usize], lean: [0.0; FAULTS] };
    for (number, line) in WEIGHTS.lines().filter(|line| !line.starts_with('#')).enumerate() {
        let mut fields = line.split('\t');
        let Some(name) = fields.next() else { continue };
        let thousandths = [(); FAULTS].map(|()| fields.next().and_then(|field| field.parse::<i16>().ok()).unwrap_or(0));
        let adds = thousandths.map(|weight| f32::from(weight) / 1000.0);
        if name == "lean" {
            weights.lean = adds;
        } else {
            let key = key_of(name);
            weights.bits[place(key)] |= bit(key);
            weights.marks.insert(key, (number, adds));
        }
    }
    weights
});

fn place(key: u64) -> usize {
    ((key % BITS) / 64) as usize
}

fn bit(key: u64) -> u64 {
    1 << (key % 64)
}

impl Weights {
    fn get(&self, key: u64) -> Option<&(usize, PerFault)> {
        if self.bits[place(key)] & bit(key) == 0 { None } else { self.marks.get(&key) }
    }
}

/// What the weights say of one sentence.
#[derive(Debug)]
pub struct Weighed {
    sums: PerFault,
    /// Of every word and fault, how much the marks on it add; empty where no fault is found by them.
    words: Vec<PerFault>,
}

/// Weighs the sentences of a draft, in their order.
pub fn weighed(sentences: &[Sentence]) -> Vec<Weighed> {
    let mut scales = Scales { earlier: Earlier::default(), seen: vec![0; LEARNED.marks.len() + 1], known: Vec::new() };
    (1..).zip(sentences).map(|(number, sentence)| scales.weigh(number, sentence)).collect()
}

struct Scales {
    earlier: Earlier,
    /// Of each mark, in which sentence it was last seen: each counts once.
    seen: Vec<u32>,
    known: Vec<(PerFault, usize, usize)>,
}

impl Scales {
    fn weigh(&mut self, number: u32, sentence: &Sentence) -> Weighed {
        let Self { earlier, seen, known } = self;
        known.clear();
        // In other writing the weights know nothing, and what they add up to says nothing.
        if sentence.tokens.iter().any(|token| token.foreign) {
            return Weighed { sums: [0.0; FAULTS], words: Vec::new() };
        }
        let mut counted = 0;
        each_mark(sentence, earlier, |mark: Mark| {
            work::did(1);
            if let Some((mark_number, adds)) = LEARNED.get(mark.key())
                && seen[*mark_number] != number
            {
                seen[*mark_number] = number;
                known.push((*adds, mark.from, mark.to));
                counted += usize::from(!mark.tells_who_wants());
            }
        });
        let share = share(counted);
        let mut weighed = Weighed { sums: LEARNED.lean, words: Vec::new() };
        for (adds, _, _) in &*known {
            for (sum, add) in weighed.sums.iter_mut().zip(adds) {
                *sum += add * share;
            }
        }
        if weighed.faults().next().is_some() {
            weighed.words = laid_on(known, sentence.tokens.len());
        }
        weighed
    }
}

/// How much the marks on each word add, half on the first word of a mark and half on its last.
fn laid_on(known: &[(PerFault, usize, usize)], words: usize) -> Vec<PerFault> {
    let mut laid = vec![[0.0; FAULTS]; words];
    for (adds, from, to) in known {
        for (fault, add) in adds.iter().enumerate() {
            laid[*from][fault] += add / 2.0;
            laid[*to][fault] += add / 2.0;
        }
    }
    laid
}

/// How much one known mark of so many counts: a long sentence is not more of a fault than a short one.
#[expect(clippy::cast_precision_loss, reason = "a sentence has a few thousand marks at most")]
pub fn share(marks: usize) -> f32 {
    (30.0 / marks.max(1) as f32).sqrt()
}

impl Weighed {
    /// Whether what a rule found of this fault is doubted.
    pub fn doubts(&self, fault: usize) -> bool {
        fault < FAULTS && self.sums[fault] < DOUBT[fault]
    }

    /// The faults that the marks alone show.
    pub fn faults(&self) -> impl Iterator<Item = usize> {
        (0..FAULTS).filter(|fault| self.sums[*fault] > LINE[*fault])
    }

    /// The sum of a fault, to learn from and to show.
    pub fn sum(&self, fault: usize) -> f32 {
        self.sums[fault]
    }

    /// A finding for a fault: the clause whose words weigh most, with those beside it that add to it.
    pub fn hit(&self, fault: usize, sentence: &Sentence) -> Hit {
        let (start, end) = self.heaviest(fault, sentence);
        let instead = instead(fault, &sentence.tokens[start..end]);
        Hit { rule: fault, start, at: start, end, instead, pressed: false }
    }

    fn heaviest(&self, fault: usize, sentence: &Sentence) -> (usize, usize) {
        let clauses = clauses(&sentence.tokens);
        let adds = |clause: &(usize, usize)| -> f32 {
            self.words.get(clause.0..clause.1).unwrap_or_default().iter().map(|word| word[fault]).sum()
        };
        let sums: Vec<f32> = clauses.iter().map(adds).collect();
        let Some(heaviest) = (0..sums.len()).max_by(|a, b| sums[*a].total_cmp(&sums[*b])) else {
            return (0, sentence.tokens.len());
        };
        let enough = |clause: usize| sums[clause] > 0.0 && sums[clause] * BESIDE > sums[heaviest];
        let (mut first, mut last) = (heaviest, heaviest);
        while first > 0 && enough(first - 1) {
            first -= 1;
        }
        while last + 1 < sums.len() && enough(last + 1) {
            last += 1;
        }
        (clauses[first].0, clauses[last].1)
    }
}

/// A clause beside the heaviest is quoted with it if so many of it would weigh as much.
const BESIDE: f32 = 3.0;

/// Where the words between two marks begin and end; one word alone, such as a name, is no clause.
fn clauses(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..=tokens.len() {
        if tokens.get(at).is_none_or(|token| token.mark) {
            if at > start + 1 {
                found.push((start, at));
            }
            start = at + 1;
        }
    }
    found
}

/// How it could be said instead, by what the words mean.
fn instead(fault: usize, words: &[Token]) -> &'static str {
    let rule = DRAFT_RULES[fault];
    let stands = |name: &str| class(name).is_some_and(|class| words.iter().any(|word| word.meant.has(class)));
    let meant = rule.by_meaning.iter().find(|(name, _)| stands(name));
    meant.map_or(rule.asks[0][0].instead, |(_, instead)| instead)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::sentences::sentences;

    fn sentence(text: &str) -> Sentence {
        sentences(&text.chars().collect::<Vec<_>>()).remove(0)
    }

    #[test]
    fn a_sentence_in_another_writing_is_not_weighed() {
        let text = "They named ?\u{2b26c}\u{ffc5}r\u{b6}\u{a5c}\"\u{c0}. They named ?\u{2b26c}, and you talked today.";
        assert!(crate::draft::check(text).iter().all(|found| found.severity != crate::draft::Severity::Fault));
        let scales = |text: &str| weighed(&[sentence(text)]).remove(0);
        assert_eq!(scales("Is there a job for me with Юрий?").faults().count(), 0);
        assert_ne!(scales("Is there a job for me with Yuri?").sum(0), 0.0);
        assert_ne!(scales("Is there a job for me with Đặng?").sum(0), 0.0);
    }

    #[test]
    fn every_class_that_chooses_words_is_known() {
        for (name, _) in DRAFT_RULES.iter().flat_map(|rule| rule.by_meaning) {
            assert!(class(name).is_some(), "{name}");
        }
    }

    #[test]
    fn what_to_say_instead_follows_what_was_meant() {
        let instead_of = |fault, text: &str| instead(fault, &sentence(text).tokens);
        assert!(instead_of(0, "slip my CV under the door").contains("résumé"));
        assert!(instead_of(0, "say my name to the foreman").contains("learn from"));
        assert!(instead_of(2, "proofread everything").contains("one question"));
        assert!(instead_of(2, "my rent is due").contains("leave the door open"));
    }

    #[test]
    fn the_clause_that_weighs_most_is_quoted_with_those_that_add_to_it() {
        let sentence = sentence("Hi Ann, hope all is well, if they need a cook, text me, bye now");
        let words = sentence.tokens.iter().map(|token| match token.text.as_str() {
            "cook" => [0.0, 0.9, 0.0],
            "text" => [0.0, 0.5, 0.0],
            "bye" => [0.0, -0.5, 0.0],
            "well" => [0.0, 0.1, 0.0],
            _ => [0.0; FAULTS],
        });
        let weighed = Weighed { sums: [0.0; FAULTS], words: words.collect() };
        let (start, end) = weighed.heaviest(1, &sentence);
        let quote: Vec<&str> = sentence.tokens[start..end].iter().map(|token| token.text.as_str()).collect();
        assert_eq!(quote.join(" "), "if they need a cook , text me");
    }
}

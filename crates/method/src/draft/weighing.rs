//! Weighs what a sentence is made of: for turns of phrase that no rule has written down.
//!
//! Serves the draft check. Each fault is a sum of weights, one for each mark of the sentence, and a smaller one for each
//! mark of the whole draft: who asks to learn seldom asks for a job beside it. The weights stand in
//! `weighing/weights.txt`, are learned from labelled drafts by `cargo run -p method --example learn`, and can be read.
//! It refuses to learn while it checks, and to find a fault that is in no sentence.

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

/// Above this the marks of a sentence, with those of its draft, make it a fault. Chosen, as `DOUBT` was, where drafts that were not learned from lose less
/// in recall than they win in precision.
pub const LINE: PerFault = [0.1, 0.15, 0.0];

/// Below this the marks of a sentence speak against a phrase that a rule found in it.
pub const DOUBT: PerFault = [-0.1, -0.1, -0.2];

const WEIGHTS: &str = include_str!("weighing/weights.txt");

/// How far the whole draft moves a sentence at most, against a fault and for it: the many decent words around a slip do not
/// unsay it.
const MOVED: (f32, f32) = (-0.5, 1.5);

/// Thousandths for each fault.
type Thousandths = [i16; FAULTS];

/// What a mark adds.
#[derive(Debug, Clone, Copy, Default)]
struct Adds {
    to_sentence: Thousandths,
    to_whole: Thousandths,
}

/// What some marks add up to.
#[derive(Debug, Default)]
struct Sum {
    thousandths: [i32; FAULTS],
    /// How many marks are counted.
    marks: usize,
}

impl Sum {
    fn add(&mut self, adds: Thousandths, is_counted: bool) {
        self.thousandths.iter_mut().zip(adds).for_each(|(sum, add)| *sum += i32::from(add));
        self.marks += usize::from(is_counted);
    }

    /// The sum beside what each fault has by itself.
    #[expect(clippy::cast_precision_loss, reason = "a sum of thousandths is far below sixteen millions")]
    fn beside(&self, lean: Thousandths) -> PerFault {
        let share = share(self.marks);
        let mut all = lean.map(f32::from);
        all.iter_mut().zip(self.thousandths).for_each(|(all, sum)| *all += sum as f32 * share);
        all.map(|thousandths| thousandths / 1000.0)
    }
}

struct Weights {
    /// Each mark by its key: its number. Apart from what it adds, so that what is looked up often stays small.
    marks: Table<u64, u32>,
    /// What each adds, by its number.
    adds: Vec<Adds>,
    /// A bit for the end of every key, because most marks of a sentence are unknown.
    bits: Vec<u64>,
    lean: Adds,
}

/// How many bits there are: eight for a mark.
const BITS: u64 = 1 << 17;

/// Room for the marks, so that the table need not grow while it is read: as many as fit into so many places.
const ROOM: usize = (1 << 15) / 8 * 7;

static LEARNED: LazyLock<Weights> = LazyLock::new(|| {
    let marks = Table::with_capacity_and_hasher(ROOM, Default::default());
    let adds = Vec::with_capacity(ROOM);
    let mut weights = Weights { marks, adds, bits: vec![0; (BITS / 64) as usize], lean: Adds::default() };
    for line in WEIGHTS.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let Some(name) = fields.next() else { continue };
        let mut next = || fields.next().and_then(|field| field.parse().ok()).unwrap_or(0);
        let adds = Adds { to_sentence: [(); FAULTS].map(|()| next()), to_whole: [(); FAULTS].map(|()| next()) };
        if name == "lean" {
            weights.lean = adds;
        } else {
            let key = key_of(name);
            weights.bits[place(key)] |= bit(key);
            weights.marks.insert(key, u32::try_from(weights.adds.len()).unwrap_or(u32::MAX));
            weights.adds.push(adds);
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
    /// The number of a mark, if it is known.
    fn number(&self, key: u64) -> Option<usize> {
        if self.bits[place(key)] & bit(key) == 0 { None } else { self.marks.get(&key).map(|number| *number as usize) }
    }
}

/// What the weights say of one sentence.
#[derive(Debug, Default)]
pub struct Weighed {
    /// What its own marks add up to; none where the weights do not know its writing.
    own: Option<PerFault>,
    /// What the whole draft adds to it: for a fault only in the sentence that says most of it.
    whole: PerFault,
    /// Of every word and fault, how much the marks on it add; empty where no fault can be found by them.
    words: Vec<PerFault>,
}

/// Weighs the sentences of a draft, in their order.
pub fn weighed(sentences: &[Sentence]) -> Vec<Weighed> {
    let mut scales = Scales::new();
    let mut weighed: Vec<Weighed> =
        (1..).zip(sentences).map(|(number, sentence)| scales.weigh(number, sentence)).collect();
    let whole = scales.whole();
    for one in &mut weighed {
        one.whole = whole.map(|add| add.min(0.0));
    }
    for (fault, add) in whole.into_iter().enumerate() {
        let known = weighed.iter_mut().filter(|one| one.own.is_some());
        if let Some(most) = known.max_by(|a, b| a.sum(fault).total_cmp(&b.sum(fault))) {
            most.whole[fault] = add;
        }
    }
    weighed
}

struct Scales {
    earlier: Earlier,
    /// Of each mark, in which sentence it was last seen, from 1 on: in a sentence it counts once, and in the draft too.
    seen: Vec<u32>,
    /// The marks of the sentence that is weighed, and the words they lie on.
    known: Vec<(usize, usize, usize)>,
    whole: Sum,
    /// The most that a sentence says of each fault so far.
    most: PerFault,
}

impl Scales {
    fn new() -> Self {
        Self {
            earlier: Earlier::default(),
            seen: vec![0; LEARNED.adds.len()],
            known: Vec::new(),
            whole: Sum::default(),
            most: [f32::MIN; FAULTS],
        }
    }

    fn weigh(&mut self, number: u32, sentence: &Sentence) -> Weighed {
        let Self { earlier, seen, known, whole, most } = self;
        known.clear();
        // In other writing the weights know nothing, and what they add up to says nothing.
        if sentence.tokens.iter().any(|token| token.foreign) {
            return Weighed::default();
        }
        let mut sum = Sum::default();
        each_mark(sentence, earlier, |mark: Mark| {
            work::did(1);
            let Some(known_as) = LEARNED.number(mark.key()) else { return };
            let before = std::mem::replace(&mut seen[known_as], number);
            if before != number {
                let adds = LEARNED.adds[known_as];
                sum.add(adds.to_sentence, !mark.tells_who_wants());
                known.push((known_as, mark.from, mark.to));
                if before == 0 {
                    whole.add(adds.to_whole, true);
                }
            }
        });
        let own = sum.beside(LEARNED.lean.to_sentence);
        // The draft as a whole may still lift the sentence that says most; so its words are kept until all are weighed.
        let says_most = |fault: usize| own[fault] >= most[fault] && own[fault] + MOVED.1 > LINE[fault];
        let may = (0..FAULTS).any(|fault| says_most(fault) || own[fault] > LINE[fault]);
        let words = if may { laid_on(known, sentence.tokens.len()) } else { Vec::new() };
        most.iter_mut().zip(own).for_each(|(most, own)| *most = most.max(own));
        Weighed { own: Some(own), words, ..Weighed::default() }
    }

    /// What the draft as a whole adds to each of its sentences.
    fn whole(&self) -> PerFault {
        self.whole.beside(LEARNED.lean.to_whole).map(moved)
    }
}

/// What the sum of a whole draft adds to each of its sentences.
pub fn moved(whole: f32) -> f32 {
    whole.clamp(MOVED.0, MOVED.1)
}

/// How much the marks on each word add, half on the first word of a mark and half on its last.
fn laid_on(known: &[(usize, usize, usize)], words: usize) -> Vec<PerFault> {
    let mut laid = vec![[0.0; FAULTS]; words];
    for (mark, from, to) in known {
        for (fault, add) in LEARNED.adds[*mark].to_sentence.iter().enumerate() {
            laid[*from][fault] += f32::from(*add) / 2.0;
            laid[*to][fault] += f32::from(*add) / 2.0;
        }
    }
    laid
}

/// How much one known mark of so many counts: a long sentence or draft is not more of a fault than a short one.
#[expect(clippy::cast_precision_loss, reason = "a sentence has a few thousand marks at most")]
pub fn share(marks: usize) -> f32 {
    (30.0 / marks.max(1) as f32).sqrt()
}

impl Weighed {
    /// Whether what a rule found of this fault is doubted.
    pub fn doubts(&self, fault: usize) -> bool {
        fault < FAULTS && self.own.is_some_and(|own| own[fault] < DOUBT[fault])
    }

    /// The faults that the marks alone show.
    pub fn faults(&self) -> impl Iterator<Item = usize> {
        (0..FAULTS).filter(|fault| self.own.is_some_and(|own| own[*fault] + self.whole[*fault] > LINE[*fault]))
    }

    /// The sum of a fault by the marks of the sentence alone.
    pub fn sum(&self, fault: usize) -> f32 {
        self.own.map_or(0.0, |own| own[fault])
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
        let weighed = Weighed { words: words.collect(), ..Weighed::default() };
        let (start, end) = weighed.heaviest(1, &sentence);
        let quote: Vec<&str> = sentence.tokens[start..end].iter().map(|token| token.text.as_str()).collect();
        assert_eq!(quote.join(" "), "if they need a cook , text me");
    }
}

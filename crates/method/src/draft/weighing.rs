//! Weighs what a sentence is made of: for turns of phrase that no rule has written down.
//!
//! Serves the draft check. Each fault is a sum of weights: one for each mark of the sentence, and one for each mark of the
//! whole draft, since a few words may be a fault in one draft and none in another. The weights stand in
//! `weighing/weights.txt`, are learned from labelled drafts by `cargo run -p method --example learn`, and can be read.
//! It refuses to learn while it checks, and to find a fault that is in no sentence.

mod learned;
pub mod marks;
pub mod meanings;

pub use self::learned::share;
use self::learned::{LEARNED, Sum};
use self::marks::{Earlier, Mark, each_mark};
use self::meanings::class;
use super::DRAFT_RULES;
use super::rules::Hit;
use super::sentences::{Sentence, Token};
use super::work;

/// How many faults are weighed; they are the first rules of the catalogue.
pub const FAULTS: usize = 3;

/// A number for each fault, in the order of the catalogue.
pub type PerFault = [f32; FAULTS];

/// Above this the marks of a sentence, with those of its draft, make it a fault. Chosen, as `DOUBT` was, where drafts that
/// were not learned from lose less in recall than they win in precision.
pub const LINE: PerFault = [0.1, 0.1, 0.05];

/// Below this the marks of a sentence speak against a phrase that a rule found in it.
pub const DOUBT: PerFault = [0.0, 0.0, -0.1];

/// How far the whole draft moves a sentence at most, against a fault and for it: the many decent words around a slip do not
/// unsay it.
const MOVED: (f32, f32) = (-0.5, 1.5);

/// What the weights say of one sentence.
#[derive(Debug, Default)]
pub struct Weighed {
    /// What its own marks add up to; none where the weights do not know its writing.
    own: Option<PerFault>,
    /// What the whole draft has to say against each fault.
    against: PerFault,
    /// Of every word and fault, how much the marks on it add; empty where no fault can be found by them.
    words: Vec<PerFault>,
}

/// Weighs the sentences of a draft, in their order. Beside them, for each fault, the sentence in which the draft as a whole
/// shows it: whether others do by themselves is for the reader to say.
pub fn weighed(sentences: &[Sentence]) -> (Vec<Weighed>, [Option<usize>; FAULTS]) {
    let mut scales = Scales::new();
    let mut weighed: Vec<Weighed> =
        (1..).zip(sentences).map(|(number, sentence)| scales.weigh(number, sentence)).collect();
    let whole = scales.whole();
    weighed.iter_mut().for_each(|one| one.against = whole.map(|add| add.min(0.0)));
    let mut lifted = [None; FAULTS];
    for (fault, sentence) in lifted.iter_mut().enumerate() {
        let (most, at) = scales.most[fault];
        *sentence = at.filter(|_| most + whole[fault] > LINE[fault]);
    }
    (weighed, lifted)
}

struct Scales {
    earlier: Earlier,
    /// Of each mark, in which sentence it was last seen, from 1 on: in a sentence it counts once, and in the draft too.
    seen: Vec<u32>,
    /// The marks of the sentence that is weighed, and the words they lie on.
    known: Vec<(usize, usize, usize)>,
    whole: Sum,
    /// The most that a sentence says of each fault so far, and which does.
    most: [(f32, Option<usize>); FAULTS],
}

impl Scales {
    fn new() -> Self {
        Self {
            earlier: Earlier::default(),
            seen: vec![0; LEARNED.adds.len()],
            known: Vec::new(),
            whole: Sum::default(),
            most: [(f32::MIN, None); FAULTS],
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
        // The draft as a whole may still lift the sentence that says most; so its words are kept until all are weighed. A
        // name alone says nothing.
        let is_said = !clauses(&sentence.tokens).is_empty();
        let mut may = false;
        for (own, (most, line)) in own.into_iter().zip(most.iter_mut().zip(LINE)) {
            let says_most = is_said && own > most.0;
            may |= own > line || (says_most && own + MOVED.1 > line);
            if says_most {
                *most = (own, Some(number as usize - 1));
            }
        }
        let words = if may { laid_on(known, sentence.tokens.len()) } else { Vec::new() };
        Weighed { own: Some(own), words, ..Weighed::default() }
    }

    /// What the draft as a whole says against each fault or for it.
    fn whole(&self) -> PerFault {
        self.whole.beside(LEARNED.lean.to_whole).map(moved)
    }
}

/// How far the sum of a whole draft moves a sentence.
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

impl Weighed {
    /// Whether what a rule found of this fault is doubted.
    pub fn doubts(&self, fault: usize) -> bool {
        fault < FAULTS && self.own.is_some_and(|own| own[fault] < DOUBT[fault])
    }

    /// The faults that the marks alone show.
    pub fn faults(&self) -> impl Iterator<Item = usize> {
        (0..FAULTS).filter(|fault| self.own.is_some_and(|own| own[*fault] + self.against[*fault] > LINE[*fault]))
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
        let scales = |text: &str| weighed(&[sentence(text)]).0.remove(0);
        assert_eq!(scales("Is there a job for me with Юрий?").faults().count(), 0);
        assert_ne!(scales("Is there a job for me with Yuri?").sum(0), 0.0);
        assert_ne!(scales("Is there a job for me with Đặng?").sum(0), 0.0);
    }

    #[test]
    fn a_name_alone_is_never_what_the_draft_as_a_whole_shows() {
        let draft = "Hi Marta. I can start on Monday. My papers are with your office. Say yes. Zanele";
        let sentences = sentences(&draft.chars().collect::<Vec<_>>());
        let (weighed, lifted) = weighed(&sentences);
        assert_ne!(lifted, [None; FAULTS]);
        for at in lifted.into_iter().flatten() {
            assert!(!clauses(&sentences[at].tokens).is_empty() && !weighed[at].words.is_empty());
        }
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

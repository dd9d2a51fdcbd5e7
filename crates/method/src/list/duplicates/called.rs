//! How alike two names are, level by level, and what that tells.
//!
//! Serves the question whether two entries are one person. Either order of given and family name is tried, unless both
//! files told them apart. Two given names that people really have, such as Daniel and Daniela, are no slip of each other.

use super::frequency::{self, Bits};
use super::nicknames::are_forms_of_one;
use super::word::Word;
use super::written_name::Name;

/// How alike two given names, or two family names, are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// One of the two is not told.
    Missing,
    /// The same.
    Same,
    /// One is a short form of the other, or another form: Bob and Robert.
    Form,
    /// Two spellings of one name: Müller and Mueller, Юрий and Yuri.
    Spelling,
    /// One of several names is the same: Ana Costa and Ana Costa Lima, or the middle name.
    Partly,
    /// The family name that somebody had before.
    Before,
    /// One is only an initial, and fits.
    Initial,
    /// A slip.
    Slip,
    /// Nearly the same letters, but two different names.
    Alike,
    /// Different.
    Different,
}

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Called {
    /// Which of the ways to write the first name.
    pub a: usize,
    /// Which of the second.
    pub b: usize,
    /// Given names.
    pub given: Level,
    /// Family names.
    pub family: Level,
    /// Whether they agree only when one of them is turned round.
    pub turned: bool,
    /// Whether one is junior and the other senior.
    pub generations: bool,
    /// Whether one has a junior, a senior or a number behind the name, and the other another one or none.
    pub suffixed: bool,
    /// What it tells for one person, or against.
    pub bits: Bits,
    /// How rare the name is that both share; 0 unless given and family name are the same.
    pub rare: Bits,
}

impl Called {
    /// Whether these are surely two people's names: other given names, or nothing but an initial in common.
    pub fn clearly_different(&self) -> bool {
        match self.given {
            Level::Different | Level::Alike => true,
            Level::Missing | Level::Initial => self.family == Level::Different,
            _ => false,
        }
    }
}

/// Compares the ways in which two names are written, and gives the best fit. None when one has no name.
pub fn compare(a: &[Name], b: &[Name]) -> Option<Called> {
    let mut best: Option<Called> = None;
    for (a_place, a) in a.iter().enumerate().take(MOST) {
        for (b_place, b) in b.iter().enumerate().take(MOST) {
            let called = Called { a: a_place, b: b_place, ..of_two(a, b) };
            if best.is_none_or(|best| called.bits > best.bits) {
                best = Some(called);
            }
        }
    }
    best
}

/// More ways to write one name than these are not compared.
const MOST: usize = 4;

/// Turned round, a given name is compared with a family name: the two go in one order, whoever comes first, so that the
/// answer is the same.
fn of_two(a: &Name, b: &Name) -> Called {
    let (a, b) = if (&a.given, &a.family) <= (&b.given, &b.family) { (a, b) } else { (b, a) };
    let straight = aligned(a, (&a.given, &a.family), b, false);
    if straight.given == Level::Same && straight.family == Level::Same {
        return straight;
    }
    let turned = aligned(a, (&a.family, &a.given), b, true);
    let price = if a.sure && b.sure { TURNED_THOUGH_SURE } else { TURNED };
    let turned = Called { bits: turned.bits - price, ..turned };
    if turned.bits > straight.bits && turned.bits > 0.0 { turned } else { straight }
}

/// What it costs that a name has to be turned round, when a file told which word is which, and when none did.
const TURNED_THOUGH_SURE: Bits = 2.5;
const TURNED: Bits = 0.5;

fn aligned(a: &Name, (a_given, a_family): (&[Word], &[Word]), b: &Name, turned: bool) -> Called {
    let told: [fn(&Word) -> Bits; 2] = if turned { [either, either] } else { [as_given, as_family] };
    let (given, given_bits) = given_level(a_given, &b.given, (&a.also, &b.also), told[0]);
    let sides = ((a_family, a.also.as_slice(), a_given), (b.family.as_slice(), b.also.as_slice(), b.given.as_slice()));
    let (family, family_bits) = family_level(sides, a.sure && b.sure, told[1]);
    let generations = matches!((a.suffix, b.suffix), (Some(a), Some(b)) if a != b);
    let suffixed = a.suffix != b.suffix;
    let mut bits = given_bits + family_bits + middle(a_given, &b.given, given);
    bits -= if generations { 6.0 } else { 0.0 };
    let both = (given, family) == (Level::Same, Level::Same);
    let rare = if both { given_bits + family_bits } else { 0.0 };
    Called { a: 0, b: 0, given, family, turned, generations, suffixed, bits, rare }
}

fn as_given(word: &Word) -> Bits {
    frequency::given(&word.text)
}

fn as_family(word: &Word) -> Bits {
    frequency::family(&word.text)
}

/// What a word tells when it is not known which of the two it is.
fn either(word: &Word) -> Bits {
    as_given(word).min(as_family(word))
}

fn given_level(a: &[Word], b: &[Word], also: (&[Word], &[Word]), told: fn(&Word) -> Bits) -> (Level, Bits) {
    let (Some(first), Some(other)) = (a.first(), b.first()) else {
        return (Level::Missing, 0.0);
    };
    let level = one_given(first, other);
    if level == Level::Same || (a.len() + b.len() > 2 && is_joined(a, b)) {
        return (Level::Same, told(first).max(if level == Level::Same { 0.0 } else { told(other) }));
    }
    let whole = |words: &[Word], word: &Word| !word.is_initial() && words.iter().any(|one| one.text == word.text);
    if whole(a, other) || whole(b, first) || whole(also.0, other) || whole(also.1, first) {
        let word = if whole(a, other) || whole(also.0, other) { other } else { first };
        return (Level::Partly, told(word) - 2.0);
    }
    let less = told(first).min(told(other));
    match level {
        Level::Form => (level, less - 2.0),
        Level::Spelling => (level, less - 1.5),
        Level::Initial => (level, 3.0),
        Level::Slip => (level, 4.5),
        Level::Alike => (level, -3.0),
        _ if first.is_initial() || other.is_initial() => (Level::Different, -4.0),
        _ => (Level::Different, -6.0),
    }
}

fn one_given(a: &Word, b: &Word) -> Level {
    let level = one_word(a, b);
    match level {
        Level::Different | Level::Slip if are_forms_of_one(&a.text, &b.text) => Level::Form,
        Level::Different | Level::Slip if is_short_for(a, b) || is_short_for(b, a) => Level::Form,
        Level::Slip if frequency::is_given(&a.text) && frequency::is_given(&b.text) => Level::Alike,
        _ => level,
    }
}

/// "Dan" for "Danilo": the beginning of a name, unless both are names of their own, such as Daniel and Daniela.
fn is_short_for(short: &Word, long: &Word) -> bool {
    let begins = short.text.len() >= 3 && long.text.len() > short.text.len() && long.text.starts_with(&short.text);
    begins && !(frequency::is_given(&short.text) && frequency::is_given(&long.text))
}

/// Family name, other names, given names.
type Side<'a> = (&'a [Word], &'a [Word], &'a [Word]);

fn family_level((a, b): (Side<'_>, Side<'_>), sure: bool, told: fn(&Word) -> Bits) -> (Level, Bits) {
    let (Some(last), Some(other)) = (a.0.last(), b.0.last()) else {
        return (Level::Missing, 0.0);
    };
    if is_joined(a.0, b.0) {
        return (Level::Same, told(last).max(if a.0.len() == b.0.len() { 0.0 } else { told(other) }));
    }
    let shared = |words: &[Word], in_words: &[Word]| {
        let found = words.iter().filter(|word| !word.is_initial() && in_words.iter().any(|one| one.text == word.text));
        found.map(told).fold(0.0, f64::max)
    };
    let partly = shared(a.0, b.0);
    if partly > 0.0 {
        return (Level::Partly, partly - 2.0);
    }
    let middles = |words: &'_ [Word]| words.get(1..).map(<[Word]>::to_vec).unwrap_or_default();
    if !sure && (a.2.len() > 1 || b.2.len() > 1) {
        let in_middle = shared(a.0, &middles(b.2)).max(shared(b.0, &middles(a.2)));
        if in_middle > 0.0 {
            return (Level::Partly, in_middle - 3.0);
        }
    }
    let before = shared(a.0, b.1).max(shared(a.1, b.0));
    if before > 0.0 {
        return (Level::Before, before - 1.5);
    }
    match one_word(last, other) {
        Level::Spelling => (Level::Spelling, told(last).min(told(other)) - 1.5),
        Level::Initial => (Level::Initial, 3.0),
        Level::Slip if frequency::is_family(&last.text) && frequency::is_family(&other.text) => (Level::Alike, -1.0),
        Level::Slip => (Level::Slip, 5.0),
        Level::Form | Level::Different if are_forms_of_one(&last.text, &other.text) => {
            (Level::Spelling, told(last).min(told(other)) - 2.5)
        }
        _ => (Level::Different, -5.0),
    }
}

/// What the names between the first and the last one tell.
fn middle(a: &[Word], b: &[Word], first: Level) -> Bits {
    let (Some(a), Some(b)) = (a.get(1), b.get(1)) else {
        return 0.0;
    };
    match one_given(a, b) {
        _ if !matches!(first, Level::Same | Level::Form | Level::Spelling | Level::Slip | Level::Initial) => 0.0,
        Level::Same if !a.is_initial() => 4.0,
        Level::Same | Level::Initial => 2.0,
        Level::Different | Level::Alike => -3.0,
        _ => 1.0,
    }
}

/// Whether the words are the same when written together: Anne-Marie and Annemarie, 王小明 and Wang Xiaoming.
fn is_joined(a: &[Word], b: &[Word]) -> bool {
    if a.len() == b.len() {
        return a.iter().zip(b).all(|(a, b)| a.text == b.text);
    }
    let letters = |words: &[Word]| words.iter().map(|word| word.text.len()).sum::<usize>();
    let joined = |words: &'_ [Word]| words.iter().flat_map(|word| word.text.bytes()).collect::<Vec<u8>>();
    letters(a) == letters(b) && joined(a) == joined(b)
}

/// How alike two words are as letters.
fn one_word(a: &Word, b: &Word) -> Level {
    if a.text == b.text {
        return Level::Same;
    }
    if a.is_initial() || b.is_initial() {
        let fits = a.text.as_bytes().first() == b.text.as_bytes().first();
        return if fits { Level::Initial } else { Level::Different };
    }
    if a.sound == b.sound && a.sound.len() > 1 {
        return Level::Spelling;
    }
    if (a.without_vowels || b.without_vowels) && a.bones.len() > 1 && a.bones == b.bones {
        return Level::Spelling;
    }
    if is_slip(&a.text, &b.text) { Level::Slip } else { Level::Different }
}

/// One letter wrong, missing, added or exchanged; two in long words.
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    let allowed = match short {
        0..=2 => return false,
        3 if long == 3 => return false,
        3..=5 => 1,
        6..=8 => 2,
        _ => 3,
    };
    if long - short > allowed {
        return false;
    }
    strsim::osa_distance(a, b) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn called(a: &str, b: &str) -> Called {
        compare(&[Name::of(a, None, None)], &[Name::of(b, None, None)]).unwrap()
    }

    #[rstest]
    #[case::same("Ana Pereira", "ana pereira", Level::Same, Level::Same)]
    #[case::other_order("Pereira, Ana", "Ana Pereira", Level::Same, Level::Same)]
    #[case::other_order_without_a_comma("Zhang Wei", "Wei Zhang", Level::Same, Level::Same)]
    #[case::credentials("Ana Pereira, PMP, MBA", "Ana Pereira", Level::Same, Level::Same)]
    #[case::title_and_picture("Dr. Ana Pereira 🌊", "Ana Pereira", Level::Same, Level::Same)]
    #[case::particle("Ludwig van Beethoven", "Ludwig Beethoven", Level::Same, Level::Same)]
    #[case::together("Anne-Marie Lind", "Annemarie Lind", Level::Same, Level::Same)]
    #[case::another_writing("张伟", "Wei Zhang", Level::Same, Level::Same)]
    #[case::three_syllables("王小明", "Xiaoming Wang", Level::Same, Level::Same)]
    #[case::nickname("Bob Lindqvist", "Robert Lindqvist", Level::Form, Level::Same)]
    #[case::nickname_in_brackets("Wolfram (Chip) Lind", "Chip Lind", Level::Partly, Level::Same)]
    #[case::umlaut("Jürgen Müller", "Juergen Mueller", Level::Spelling, Level::Spelling)]
    #[case::cyrillic("Юрий Гагарин", "Yuri Gagarin", Level::Spelling, Level::Same)]
    #[case::arabic("محمد حداد", "Mohammed Haddad", Level::Spelling, Level::Spelling)]
    #[case::initial("A. Pereira", "Ana Pereira", Level::Initial, Level::Same)]
    #[case::middle_name("Maria Elena Ruiz", "Elena Ruiz", Level::Partly, Level::Same)]
    #[case::double_name("Ana Pereira-Costa", "Ana Pereira", Level::Same, Level::Partly)]
    #[case::maiden_name("Ana Costa (née Pereira)", "Ana Pereira", Level::Same, Level::Before)]
    #[case::slip("Zebulun Quux", "Zebulon Quux", Level::Slip, Level::Same)]
    #[case::two_names("Daniel Quux", "Daniela Quux", Level::Alike, Level::Same)]
    #[case::two_people("Ana Pereira", "Bo Lind", Level::Different, Level::Different)]
    fn how_alike(#[case] a: &str, #[case] b: &str, #[case] given: Level, #[case] family: Level) {
        for found in [called(a, b), called(b, a)] {
            assert_eq!((found.given, found.family), (given, family), "{a} / {b}");
        }
    }

    #[rstest]
    #[case::given("Ana Lind", "Bo Lind", true)]
    #[case::one_letter("Daniel Lind", "Daniela Lind", true)]
    #[case::nickname("Bob Lind", "Robert Lind", false)]
    #[case::marriage("Ana Lind", "Ana Costa", false)]
    #[case::initial("A. Lind", "Ana Lind", false)]
    #[case::only_an_initial("A. Lind", "Ana Costa", true)]
    fn clearly_different(#[case] a: &str, #[case] b: &str, #[case] are: bool) {
        assert_eq!(called(a, b).clearly_different(), are);
    }

    #[test]
    fn a_rare_name_tells_more_and_junior_is_not_senior() {
        assert!(called("Zebulon Quuxley", "Zebulon Quuxley").bits > called("John Smith", "John Smith").bits + 8.0);
        assert!(called("John Smith Jr.", "John Smith Sr.").bits < called("John Smith", "John Smith").bits - 5.0);
    }
}

//! A name as somebody wrote it, taken apart: given and family names, what else they are called, Junior or Senior.
//!
//! Serves the question whether two entries are one person. Titles, letters after the name, particles and pictures are
//! left out; which word is the family name is a guess unless the file says so, and it is kept as a guess.

use super::word::{Word, is_a_word_alone, words};

/// A name taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// As written, for sentences.
    pub written: String,
    /// Given names, the first one first.
    pub given: Vec<Word>,
    /// Family names.
    pub family: Vec<Word>,
    /// Other names, in brackets or quotes: a nickname, or the name before a marriage.
    pub also: Vec<Word>,
    /// Junior, senior, the third.
    pub suffix: Option<&'static str>,
    /// Whether the file told given and family name apart.
    pub sure: bool,
}

impl Name {
    /// Takes a name apart. Given and family names are what the file told apart, if it did.
    pub fn of(written: &str, given: Option<&str>, family: Option<&str>) -> Self {
        let (given, family) = (given.unwrap_or_default(), family.unwrap_or_default());
        let mut name = Name { written: written.trim().to_owned(), ..Name::default() };
        if given.trim().is_empty() && family.trim().is_empty() {
            name.read_whole(written);
            return name;
        }
        if name.written.is_empty() {
            name.written = [given.trim(), family.trim()].join(" ").trim().to_owned();
        }
        let family = name.without_asides(family);
        name.family = bare(name.without_letters(&family));
        let given = name.without_asides(given);
        name.given = bare(name.without_letters(&given));
        name.sure = true;
        name
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.family.is_empty()
    }

    fn read_whole(&mut self, written: &str) {
        let plain = if written.contains('@') { written.split('@').next().unwrap_or_default() } else { written };
        let plain = self.without_asides(plain);
        if let Some((family, given)) = turned_round(&plain) {
            self.family = bare(self.without_letters(family));
            self.given = bare(self.without_letters(given));
            self.sure = true;
            return;
        }
        let mut said = self.without_letters(&plain);
        if let Some(place) = said.iter().position(|word| BORN.contains(&word.text.as_str())).filter(|place| *place > 0)
        {
            self.also.extend(bare(said.split_off(place).split_off(1)));
        }
        let mut all = bare(said);
        let family_first = plain.trim().chars().all(is_a_word_alone);
        if all.len() > 1 && family_first {
            self.given = all.split_off(1);
            self.family = all;
        } else {
            self.family = if all.len() > 1 { all.split_off(all.len() - 1) } else { Vec::new() };
            self.given = all;
        }
    }

    /// The text without what stands in brackets or quotes; that is kept aside.
    fn without_asides(&mut self, text: &str) -> String {
        let mut plain = String::with_capacity(text.len());
        let mut aside = String::new();
        let mut until = None;
        for letter in text.chars() {
            match (until, letter) {
                (None, _) => match closing(letter) {
                    Some(end) => until = Some(end),
                    None => plain.push(letter),
                },
                (Some(end), _) if letter == end => {
                    self.keep_aside(&aside);
                    aside.clear();
                    until = None;
                    plain.push(' ');
                }
                (Some(_), _) => aside.push(letter),
            }
        }
        if until.is_some() {
            self.keep_aside(&aside);
        }
        if plain.chars().any(char::is_alphanumeric) { plain } else { text.to_owned() }
    }

    fn keep_aside(&mut self, aside: &str) {
        let is_pronoun = |word: &Word| PRONOUNS.contains(&word.text.as_str());
        let said = words(aside);
        if said.len() <= 3 && !said.iter().any(is_pronoun) {
            self.also.extend(said.into_iter().filter(|word| !BORN.contains(&word.text.as_str()) && !word.is_initial()));
        }
    }

    /// The words without titles before and letters after the name. What stands after a comma is left out when it is
    /// letters.
    fn without_letters(&mut self, text: &str) -> Vec<Word> {
        let name = text.split([',', ';', '|', '/']).find(|part| part.chars().any(char::is_alphabetic)).unwrap_or(text);
        for part in text.split([',', ';']).skip(1) {
            self.note_suffix(part);
        }
        let mut raw: Vec<&str> = name.split_whitespace().collect();
        while raw.len() > 1 && raw.last().is_some_and(|word| self.is_letters_after(word)) {
            raw.pop();
        }
        while raw.len() > 1 && raw.first().is_some_and(|word| is_one_of(TITLES, word)) {
            raw.remove(0);
        }
        words(&raw.join(" "))
    }

    fn is_letters_after(&mut self, word: &str) -> bool {
        self.note_suffix(word) || is_one_of(LETTERS, word) || !word.chars().any(char::is_alphabetic)
    }

    fn note_suffix(&mut self, word: &str) -> bool {
        let plain = plain(word);
        let found = SUFFIXES.iter().find(|(written, _)| *written == plain);
        self.suffix = self.suffix.or(found.map(|(_, suffix)| *suffix));
        found.is_some()
    }
}

/// "Osei, Maya" is family name and given name; "Maya Osei, RN" is not.
fn turned_round(text: &str) -> Option<(&str, &str)> {
    let (family, given) = text.split_once([',', '،', '，'])?;
    let is_shouted = |word: &str| {
        let letters = word.chars().filter(|letter| letter.is_alphabetic());
        letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
    };
    let all_shouted = is_shouted(family);
    let is_letters = |word: &str| {
        is_one_of(LETTERS, word)
            || SUFFIXES.iter().any(|(suffix, _)| *suffix == plain(word))
            || (is_shouted(word) && !all_shouted)
    };
    let mut said = given.split([' ', ',']).filter(|word| word.chars().any(char::is_alphabetic)).peekable();
    said.peek()?;
    let named = !said.all(is_letters) && family.split_whitespace().count() <= 3 && !is_letters_first(given);
    (named && family.chars().any(char::is_alphabetic)).then_some((family, given))
}

/// Whether the first thing after the comma is letters after a name, so that all of it is.
fn is_letters_first(given: &str) -> bool {
    given.split([' ', ',']).find(|word| !word.is_empty()).is_some_and(|word| is_one_of(LETTERS, word))
}

/// The words without particles, unless nothing else is there.
fn bare(mut said: Vec<Word>) -> Vec<Word> {
    let is_particle = |word: &Word| PARTICLES.contains(&word.text.as_str());
    if said.iter().any(|word| !is_particle(word)) {
        said.retain(|word| !is_particle(word));
    }
    said
}

fn closing(letter: char) -> Option<char> {
    match letter {
        '(' => Some(')'),
        '[' => Some(']'),
        '"' => Some('"'),
        '“' | '”' | '„' => Some('”'),
        '«' => Some('»'),
        _ => None,
    }
}

fn is_one_of(list: &[&str], word: &str) -> bool {
    list.contains(&plain(word).as_str())
}

fn plain(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

const TITLES: &[&str] = &[
    "dr",
    "prof",
    "professor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "sir",
    "dame",
    "rev",
    "fr",
    "hon",
    "herr",
    "frau",
    "mme",
    "mlle",
    "monsieur",
    "madame",
    "sig",
    "dott",
    "ing",
    "sra",
    "dipl",
    "capt",
    "captain",
    "col",
    "lt",
    "maj",
    "gen",
    "sgt",
    "pastor",
    "rabbi",
    "imam",
    "sheikh",
    "shri",
    "smt",
    "dipling",
    "prof.dr",
    "profdr",
    "mag",
];

/// Letters after a name. Only whole words count, so that nobody loses a family name.
const LETTERS: &[&str] = &[
    "phd", "md", "mba", "pmp", "cpa", "rn", "bsn", "msn", "np", "esq", "cfa", "cfp", "pe", "jd", "dds", "dvm", "msc",
    "bsc", "mph", "llm", "llb", "meng", "beng", "mphil", "dphil", "mscs", "msw", "lcsw", "shrm", "shrmcp", "shrmscp",
    "sphr", "phr", "cissp", "cism", "cisa", "csm", "cspo", "psm", "itil", "prince2", "acca", "aca", "fca", "frcs",
    "mrcp", "facs", "fache", "aia", "leed", "leedap", "pmiacp", "pgmp", "safe", "ccna", "ccie", "aws", "cscp", "cpim",
    "obe", "mbe", "cbe", "ret", "mae", "mfa", "mpa", "mpp", "edd", "med", "psyd", "dnp", "pharmd", "pt", "dpt", "otr",
    "ceng", "cipd", "mcipd", "cipp", "cippe", "cams", "cfe", "cma", "cia", "frm", "caia", "asa", "fsa", "bcba", "bcom",
    "emba", "dba", "rd", "cpt", "hon", "frsa", "sixsigma", "lssbb",
];

const SUFFIXES: &[(&str, &str)] =
    &[("jr", "Jr"), ("junior", "Jr"), ("sr", "Sr"), ("senior", "Sr"), ("ii", "II"), ("iii", "III"), ("iv", "IV")];

const PARTICLES: &[&str] = &[
    "van", "von", "vom", "de", "der", "den", "da", "dos", "das", "do", "del", "della", "di", "la", "las", "los", "le",
    "du", "des", "el", "al", "bin", "ibn", "bint", "ter", "ten", "zu", "zum", "zur", "af", "av", "y", "e", "und",
    "and", "the",
];

/// Words before the name that somebody had before a marriage.
const BORN: &[&str] = &["nee", "geb", "geborene", "born", "formerly", "fka"];

const PRONOUNS: &[&str] = &["she", "her", "hers", "he", "him", "his", "they", "them", "theirs", "elle", "il", "ella"];

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn told(name: &Name) -> String {
        let texts = |words: &[Word]| words.iter().map(|word| word.text.clone()).collect::<Vec<_>>().join(" ");
        let mut told = format!("{} | {}", texts(&name.given), texts(&name.family));
        if !name.also.is_empty() {
            told.push_str(&format!(" | {}", texts(&name.also)));
        }
        told
    }

    #[rstest]
    #[case::plain("Ana Pereira", "ana | pereira")]
    #[case::turned_round("Pereira, Ana", "ana | pereira")]
    #[case::letters_after("Ana Pereira, PMP, MBA", "ana | pereira")]
    #[case::letters_without_a_comma("Ana Pereira PMP MBA", "ana | pereira")]
    #[case::unknown_letters("Ana Pereira, XQZ", "ana | pereira")]
    #[case::titles("Prof. Dr. Ana Pereira", "ana | pereira")]
    #[case::pictures("🚀 Ana Pereira 🌊", "ana | pereira")]
    #[case::particles("Ludwig van Beethoven", "ludwig | beethoven")]
    #[case::a_nickname("Robert (Bob) Lind", "robert | lind | bob")]
    #[case::before_a_marriage("Ana Pereira (née Costa)", "ana | pereira | costa")]
    #[case::born("Ana Pereira geb. Costa", "ana | pereira | costa")]
    #[case::pronouns("Ana Pereira (she/her)", "ana | pereira")]
    #[case::family_name_first("王小明", "xiao ming | wang")]
    #[case::one_word("Ana", "ana | ")]
    #[case::an_address("ana.pereira@harbor.example", "ana | pereira")]
    #[case::a_short_family_name("Jo Ma", "jo | ma")]
    #[case::only_a_title("Dr", "dr | ")]
    #[case::only_an_aside("(Ana)", "ana |  | ana")]
    #[case::nothing("🚀", " | ")]
    fn a_name_is_taken_apart(#[case] written: &str, #[case] apart: &str) {
        assert_eq!(told(&Name::of(written, None, None)), apart);
    }

    #[test]
    fn what_a_file_tells_apart_is_believed() {
        let name = Name::of("Wei Zhang", Some("Wei"), Some("Zhang, PhD"));
        assert_eq!((told(&name).as_str(), name.sure), ("wei | zhang", true));
    }

    #[rstest]
    #[case("Bo Lind Jr.", Some("Jr"))]
    #[case("Bo Lind, Sr", Some("Sr"))]
    #[case("Bo Lind III", Some("III"))]
    #[case("Bo Lind", None)]
    fn junior_and_senior_are_kept(#[case] written: &str, #[case] suffix: Option<&str>) {
        assert_eq!(Name::of(written, None, None).suffix, suffix);
    }
}

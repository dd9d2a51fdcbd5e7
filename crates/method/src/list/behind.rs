//! What stands behind a name where one jots it down: "Maria Garcia, RN", "Sam Lee, Jr.", "Garcia, Maria".
//!
//! Serves everybody who is typed in a line, on the list or as named by somebody. Organizations are short and in capitals
//! too, so that only known letters count, and a name is turned round only where what stands behind is a given name.

use std::iter::Peekable;

use crate::list::duplicates::{frequency, nicknames};
use crate::speech::fold;

const GENERATIONS: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// Letters that say what somebody works as: they may stand as a title.
const OCCUPATIONS: &[&str] = &[
    "aprn", "cna", "cpa", "crna", "dds", "do", "dpt", "dvm", "emt", "esq", "fnp", "lcsw", "lmft", "lpn", "lvn", "md",
    "np", "otr", "pa-c", "pe", "pharmd", "rn", "rph", "rrt",
];

/// Letters of a degree or a certificate.
const DEGREES: &[&str] = &[
    "ba", "bs", "bsc", "bsn", "ccrn", "cfa", "cpp", "dnp", "edd", "faan", "jd", "llm", "ma", "mba", "med", "mha",
    "mpa", "mph", "ms", "msc", "msn", "msw", "phd", "phr", "pmp", "psyd", "shrm-cp", "shrm-scp", "sphr",
];

/// A name and the letters that stood behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind<'a> {
    /// The name as one says it, with a generation where one was written: "Sam Lee Jr.".
    pub name: String,
    /// What they work as, by such letters: "RN".
    pub occupation: Option<&'a str>,
    /// All other letters.
    pub degrees: Vec<&'a str>,
}

/// Takes what belongs to the name off the parts that follow it.
pub fn behind<'a>(name: &str, parts: &mut Peekable<impl Iterator<Item = &'a str>>) -> Behind<'a> {
    let mut read = Behind { name: name.trim().to_owned(), occupation: None, degrees: Vec::new() };
    if let Some(given) = parts.next_if(|part| may_be_family(name) && is_given(part)) {
        read.name = format!("{given} {}", read.name);
    }
    while let Some(part) = parts.next_if(|part| is_generation(part) || are_letters(part)) {
        for word in part.split_whitespace() {
            match word {
                word if is_generation(word) => read.name = format!("{} {word}", read.name),
                word if is_one_of(word, OCCUPATIONS) && read.occupation.is_none() => read.occupation = Some(word),
                word => read.degrees.push(word),
            }
        }
    }
    read
}

/// The name the other way round, where a line may have meant one: one word, and behind it one more that is no known given
/// name, as in "Nair, Priyanka".
pub fn turned(name: &str, organization: &str) -> Option<String> {
    let is_name = |part: &str| {
        is_one_word(part) && part.chars().all(|letter| letter.is_alphabetic() || "-\u{2019}'".contains(letter))
    };
    let is_capital = |part: &str| part.chars().filter(|letter| letter.is_uppercase()).count() == 1;
    let may_be = |part: &str| is_name(part) && is_capital(part);
    (may_be(name) && may_be(organization)).then(|| format!("{organization} {name}"))
}

fn is_one_word(part: &str) -> bool {
    !part.trim().is_empty() && !part.trim().contains(char::is_whitespace)
}

/// One word that is no given name, or a family name as well.
fn may_be_family(name: &str) -> bool {
    is_one_word(name) && (!is_given(name) || frequency::is_family(&fold(name)))
}

/// One or two words, the first of them a given name: "Maria", "Maria del".
fn is_given(part: &str) -> bool {
    let mut words = part.split_whitespace();
    let first =
        words.next().map(fold).is_some_and(|word| frequency::is_given(&word) || !nicknames::groups(&word).is_empty());
    first && words.count() <= 1
}

fn is_generation(part: &str) -> bool {
    is_one_of(part, GENERATIONS)
}

fn are_letters(part: &str) -> bool {
    part.split_whitespace().all(|word| is_one_of(word, OCCUPATIONS) || is_one_of(word, DEGREES))
}

fn is_one_of(part: &str, words: &[&str]) -> bool {
    words.contains(&part.replace('.', "").to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Maria Garcia, RN, Riverside Health", "Maria Garcia", Some("RN"), &[], Some("Riverside Health"))]
    #[case("Maria Garcia, RN, BSN", "Maria Garcia", Some("RN"), &["BSN"], None)]
    #[case("Maria Garcia, BSN RN, Quay", "Maria Garcia", Some("RN"), &["BSN"], Some("Quay"))]
    #[case("Garcia, Maria", "Maria Garcia", None, &[], None)]
    #[case("Garcia, Maria, R.N., Quay", "Maria Garcia", Some("R.N."), &[], Some("Quay"))]
    #[case("O'Brien, Mary Jane", "Mary Jane O'Brien", None, &[], None)]
    #[case("Sam Lee, Jr., Ph.D., IBM", "Sam Lee Jr.", None, &["Ph.D."], Some("IBM"))]
    #[case("Adeyemi, Ruth, RN", "Ruth Adeyemi", Some("RN"), &[], None)]
    #[case::both_are_given_names("Martin, Paul", "Paul Martin", None, &[], None)]
    #[case::no_family_name("Ana, Carol", "Ana", None, &[], Some("Carol"))]
    #[case::organization("Ana, Riverbend", "Ana", None, &[], Some("Riverbend"))]
    #[case::whole_name("Ana Pereira, Morgan", "Ana Pereira", None, &[], Some("Morgan"))]
    fn what_belongs_to_the_name(
        #[case] text: &str,
        #[case] name: &str,
        #[case] occupation: Option<&str>,
        #[case] degrees: &[&str],
        #[case] next: Option<&str>,
    ) {
        let mut parts = text.split(',').map(str::trim).peekable();
        let first = parts.next().unwrap();
        let read = behind(first, &mut parts);
        assert_eq!((read.name.as_str(), read.occupation, read.degrees.as_slice()), (name, occupation, degrees));
        assert_eq!(parts.next(), next);
    }

    #[rstest]
    #[case("Nair", "Priyanka", Some("Priyanka Nair"))]
    #[case("Ana", "IBM", None)]
    #[case("Ana Pereira", "Quay", None)]
    #[case("Ana", "Quay School", None)]
    fn a_name_that_may_stand_the_other_way_round(#[case] name: &str, #[case] at: &str, #[case] expected: Option<&str>) {
        assert_eq!(turned(name, at).as_deref(), expected);
    }
}

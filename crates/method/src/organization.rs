//! When two names mean one organization: "Acme, Inc." is "ACME".
//!
//! Serves the list, the slate and the ways in. It compares names as written and refuses to know which organization
//! belongs to which other.

use std::borrow::Cow;

use any_ascii::any_ascii;

/// What is equal for every way of writing one organization's name: lower case, plain letters, no marks, no article in
/// front, no legal form at the end, and "center" for "centre". None when there is no letter or digit in it.
pub fn key(name: &str) -> Option<String> {
    let folded = plain(name);
    let mut key = folded.strip_prefix("the ").unwrap_or(&folded);
    while let Some((front, last)) = key.rsplit_once(' ') {
        if last != "and" && !LEGAL_FORMS.contains(&last) {
            break;
        }
        key = front;
    }
    (!key.is_empty()).then(|| key.to_owned())
}

/// Plain letters of any writing, folded.
pub(crate) fn plain(name: &str) -> String {
    fold(&if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(any_ascii(name)) })
}

/// Words in lower case with one space between them. A mark inside a word belongs to it: S.A. is one word, St. Mary's two.
fn fold(plain: &str) -> String {
    american(folded(plain))
}

/// "Centre" is "center" on the other side of the sea, and no other word.
fn american(folded: String) -> String {
    let is_one = |word: &str| word == "centre" || word == "centres";
    if !folded.contains("centre") || !folded.split(' ').any(is_one) {
        return folded;
    }
    let words = folded.split(' ').map(|word| match word {
        "centre" => "center",
        "centres" => "centers",
        other => other,
    });
    words.collect::<Vec<_>>().join(" ")
}

fn folded(plain: &str) -> String {
    let mut folded = String::with_capacity(plain.len());
    for letter in plain.chars() {
        match letter {
            '.' | '\'' | '`' => {}
            '&' => folded.push_str(if folded.ends_with(' ') { "and " } else { " and " }),
            letter if letter.is_ascii_alphanumeric() => folded.push(letter.to_ascii_lowercase()),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whether two names mean one organization.
pub fn same(a: &str, b: &str) -> bool {
    key(a).is_some_and(|a| Some(a) == key(b))
}

/// The words that two names agree in, when those that tell organizations apart are the same in both: "Harbor Hospital" and
/// "Harbor Health System" agree in "harbor". Being alike is no proof of being the same.
pub fn alike(a: &str, b: &str) -> Option<Vec<String>> {
    let (a, b) = (distinctive(a), distinctive(b));
    (!a.is_empty() && a.len() == b.len() && a.iter().all(|word| b.contains(word))).then_some(a)
}

/// The words of a name that tell it from others of its kind.
pub fn distinctive(name: &str) -> Vec<String> {
    let key = key(name).unwrap_or_default();
    let mut words: Vec<String> = Vec::new();
    for word in key.split(' ').filter(|word| word.len() > 1 && !OF_MANY.contains(word)) {
        if !words.iter().any(|one| one == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// Words that stand in the names of many organizations.
const OF_MANY: &[&str] = &[
    "of",
    "and",
    "the",
    "for",
    "at",
    "in",
    "hospital",
    "hospitals",
    "clinic",
    "clinics",
    "health",
    "healthcare",
    "medical",
    "center",
    "care",
    "system",
    "systems",
    "group",
    "holding",
    "holdings",
    "partners",
    "services",
    "service",
    "solutions",
    "international",
    "global",
    "national",
    "technologies",
    "technology",
    "software",
    "consulting",
    "bank",
    "university",
    "college",
    "school",
    "institute",
    "foundation",
    "association",
    "department",
    "city",
    "state",
    "county",
];

/// Words at the end of a name that say what kind of company it is, and nothing about which.
const LEGAL_FORMS: &[&str] = &[
    "inc",
    "incorporated",
    "llc",
    "llp",
    "lp",
    "ltd",
    "limited",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "pbc",
    "gmbh",
    "mbh",
    "ggmbh",
    "ag",
    "kg",
    "kgaa",
    "ohg",
    "ug",
    "se",
    "sa",
    "sas",
    "sarl",
    "srl",
    "spa",
    "bv",
    "nv",
    "ab",
    "asa",
    "aps",
    "oy",
    "oyj",
    "pty",
    "pte",
    "pvt",
    "kk",
    "ltda",
    "lda",
    "sro",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Acme, Inc.", "ACME")]
    #[case("acme", "Acme L.L.C.")]
    #[case("Nordlicht GmbH & Co. KG", "Nordlicht")]
    #[case("Crédit Rural S.A.", "credit rural")]
    #[case("The Harbor Company", "Harbor")]
    #[case("St. Mary's Hospital", "St Marys Hospital")]
    #[case("Marks & Daughters plc", "Marks and Daughters")]
    #[case("Tidewater Pty. Ltd.", "Tidewater")]
    #[case("  B&B  ", "b and b")]
    #[case("St. Anne Medical Center", "St Anne Medical Centre")]
    #[case("Hôpital Rive-Gauche (SA)", "hopital rive gauche")]
    fn two_ways_of_writing_one_organization(#[case] a: &str, #[case] b: &str) {
        assert!(same(a, b), "{:?} {:?}", key(a), key(b));
    }

    #[rstest::rstest]
    #[case("Acme Health", "Acme")]
    #[case("Harbor", "Harbour")]
    #[case("", "")]
    #[case("—", "?!")]
    fn what_is_not_surely_the_same_stays_apart(#[case] a: &str, #[case] b: &str) {
        assert!(!same(a, b));
    }

    #[rstest::rstest]
    #[case("Harbor Hospital", "Harbor Health System", Some("harbor"))]
    #[case("University of Bergen", "Bergen University", Some("bergen"))]
    #[case("Acme", "ACME Group Ltd", Some("acme"))]
    #[case("Harbor Hospital", "Harbor Freight", None)]
    #[case("City Hospital", "City Bank", None)]
    #[case("", "", None)]
    fn names_are_alike_in_the_words_that_tell_them_apart(
        #[case] a: &str,
        #[case] b: &str,
        #[case] words: Option<&str>,
    ) {
        assert_eq!(alike(a, b).map(|agreed| agreed.join(" ")).as_deref(), words);
    }

    #[test]
    fn a_name_of_nothing_but_a_legal_form_keeps_it() {
        assert_eq!(key("Limited").as_deref(), Some("limited"));
        assert_eq!(key("The Company").as_deref(), Some("company"));
    }
}

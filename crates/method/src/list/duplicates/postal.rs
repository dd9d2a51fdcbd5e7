//! Postal addresses as people write them, and how alike two of them are.
//!
//! Serves the question whether two entries are one person. It knows no country and no street: it compares letters, two by
//! two, so that a slip, a missing part or another order costs a little and not everything.

use super::word::words;

/// A postal address that can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postal {
    /// As written, for sentences.
    pub written: String,
    /// Numbers in their order: the house, the postcode.
    pub numbers: Vec<String>,
    /// The words, without those that every street has.
    pub words: Vec<String>,
    pairs: Vec<u16>,
}

/// How alike two addresses are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Another place.
    Different,
    /// The same town, or half of the address.
    Near,
    /// Nearly the same.
    Nearly,
    /// The same.
    Same,
}

impl Postal {
    /// Reads an address; none when there is nothing in it.
    pub fn of(written: &str) -> Option<Self> {
        let (mut numbers, mut named) = (Vec::new(), Vec::new());
        for word in words(written) {
            if word.text.bytes().any(|letter| letter.is_ascii_digit()) {
                numbers.push(word.text);
            } else if !EVERY_STREET.contains(&word.text.as_str()) {
                named.push(word.text);
            }
        }
        if numbers.is_empty() && named.is_empty() {
            return None;
        }
        let mut pairs: Vec<u16> = named.iter().chain(&numbers).flat_map(|word| pairs_of(word)).collect();
        pairs.sort_unstable();
        Some(Postal { written: written.split_whitespace().collect::<Vec<_>>().join(" "), numbers, words: named, pairs })
    }

    /// Whether it names a house, and not only a town.
    pub fn is_a_house(&self) -> bool {
        !self.numbers.is_empty() && self.words.len() + self.numbers.len() > 2
    }

    /// How alike the two are.
    pub fn alike(&self, other: &Postal) -> Alike {
        let share = self.share(other);
        let both = self.is_a_house() && other.is_a_house();
        match share {
            _ if share >= 0.85 && both && self.numbers.iter().any(|number| other.numbers.contains(number)) => {
                Alike::Same
            }
            _ if share >= 0.62 && both && self.may_be_one_house(other) => Alike::Nearly,
            _ if share >= 0.42 || (!both && share >= 0.6) => Alike::Near,
            _ => Alike::Different,
        }
    }

    /// Whether the first of several numbers, which is the house, is the same or a slip.
    fn may_be_one_house(&self, other: &Postal) -> bool {
        let ([one, .., _], [another, .., _]) = (self.numbers.as_slice(), other.numbers.as_slice()) else {
            return true;
        };
        one == another || (one.len().max(another.len()) > 1 && strsim::osa_distance(one, another) <= 1)
    }

    /// The share of pairs of letters that both have, from 0 to 1.
    fn share(&self, other: &Postal) -> f64 {
        let (mut a, mut b, mut both) = (0, 0, 0_u32);
        while let (Some(left), Some(right)) = (self.pairs.get(a), other.pairs.get(b)) {
            both += u32::from(left == right);
            a += usize::from(left <= right);
            b += usize::from(right <= left);
        }
        let all = u32::try_from(self.pairs.len() + other.pairs.len()).unwrap_or(u32::MAX).max(1);
        f64::from(2 * both) / f64::from(all)
    }
}

/// Neighbouring letters, two by two, and the first and the last one alone.
fn pairs_of(word: &str) -> Vec<u16> {
    let bytes = word.as_bytes();
    let pair = |a: u8, b: u8| (u16::from(a) << 8) | u16::from(b);
    let mut pairs: Vec<u16> = bytes.windows(2).map(|two| pair(two[0], two[1])).collect();
    pairs.extend(bytes.first().map(|first| pair(b' ', *first)));
    pairs
}

const EVERY_STREET: &[&str] = &[
    "street",
    "st",
    "str",
    "strasse",
    "road",
    "rd",
    "avenue",
    "ave",
    "av",
    "place",
    "pl",
    "drive",
    "dr",
    "lane",
    "ln",
    "court",
    "ct",
    "crescent",
    "cres",
    "circuit",
    "cct",
    "close",
    "cl",
    "way",
    "terrace",
    "tce",
    "parade",
    "pde",
    "boulevard",
    "blvd",
    "rue",
    "calle",
    "via",
    "apt",
    "apartment",
    "unit",
    "flat",
    "no",
    "nr",
    "floor",
    "the",
    "of",
    "de",
    "la",
    "der",
    "usa",
    "us",
    "uk",
    "germany",
    "australia",
];

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::as_written("12 Quay Road, Harwick, 4021", "12 Quay Rd, Harwick 4021", Alike::Same)]
    #[case::a_slip("12 Quay Road, Harwick, 4021", "12 Quya Road, Harwik, 4021", Alike::Nearly)]
    #[case::another_house_in_town("12 Quay Road, Harwick, 4021", "7 Elm Street, Harwick, 4021", Alike::Near)]
    #[case::elsewhere("12 Quay Road, Harwick, 4021", "3 Mill Lane, Oxbow, 9911", Alike::Different)]
    #[case::only_the_town("Harwick", "Harwick", Alike::Near)]
    fn two_addresses(#[case] a: &str, #[case] b: &str, #[case] alike: Alike) {
        let (a, b) = (Postal::of(a).unwrap(), Postal::of(b).unwrap());
        assert_eq!(a.alike(&b), alike, "{}", a.share(&b));
        assert_eq!(b.alike(&a), alike);
    }

    #[rstest]
    #[case("")]
    #[case(" , — 🦊")]
    fn no_address(#[case] written: &str) {
        assert_eq!(Postal::of(written), None);
    }
}

//! Random words that nobody can guess: the key of this run, and the tokens that are good for one entry.
//!
//! They are compared without telling by the time it takes how much of them was right, and never written to a log.

use std::fmt::{self, Write as _};

/// A random word of 64 letters.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A fresh one, from the system's own source.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn fresh() -> Result<Self, getrandom::Error> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes)?;
        let mut word = String::with_capacity(64);
        bytes.iter().for_each(|byte| _ = write!(word, "{byte:02x}"));
        Ok(Secret(word))
    }

    /// The word that another process told, when it looks like one of ours.
    pub fn told(word: &str) -> Option<Self> {
        let sound = word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        sound.then(|| Secret(word.to_owned()))
    }

    /// The word itself, for an address or a cookie.
    pub fn word(&self) -> &str {
        &self.0
    }

    /// Whether this is the same word.
    pub fn is(&self, word: &str) -> bool {
        let (ours, theirs) = (self.0.as_bytes(), word.as_bytes());
        let different = ours.iter().zip(theirs).fold(0, |all, (a, b)| all | (a ^ b));
        ours.len() == theirs.len() && different == 0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_are_never_the_same_and_each_is_itself() {
        let (one, other) = (Secret::fresh().unwrap(), Secret::fresh().unwrap());
        assert!(one.is(one.word()) && !one.is(other.word()) && !one.is("") && !one.is(&one.word()[1..]));
        assert_eq!(Secret::told(one.word()), Some(one));
    }

    #[test]
    fn a_word_of_another_shape_is_none_of_ours() {
        assert!(Secret::told("short").is_none() && Secret::told(&"x".repeat(64)).is_none());
    }
}

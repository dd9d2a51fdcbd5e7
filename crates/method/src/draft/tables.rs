//! Tables of known words, made once and asked for every word of a draft.
//!
//! Serves the draft check. Their keys are our own, so that nobody can choose words that fall on one another; that is why
//! they may be spread quickly. It refuses words of a draft as keys.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What is known of words.
pub type Table<K, V> = HashMap<K, V, BuildHasherDefault<Spread>>;

/// Spreads the bytes of a word over a number, eight at a time.
#[derive(Debug, Default)]
pub struct Spread(u64);

impl Spread {
    fn mix(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..chunk.len()].copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(eight));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }
}

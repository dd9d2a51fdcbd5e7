//! Which words an editor was opened on, so that a stale edit is noticed. Serves the case and the questions.
//! It is made from the words alone; it refuses to count or to know a time.

use crate::change::{No, Refusal};

/// A short mark of these words: the same words give the same mark in every process.
pub fn version_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    // FNV-1a, 64 bits: small, stable and good enough to notice a change; nothing is secret here.
    let mut mark: u64 = 0xcbf2_9ce4_8422_2325;
    for word in words {
        for byte in word.bytes().chain([0xff]) {
            mark = (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{mark:016x}")
}

/// Refuses when the words are no longer those that the edit was based on, and shows the newer ones.
///
/// # Errors
/// Refuses (stale). An edit that names no version is never stale.
pub fn still_based(on: Option<&str>, version: &str, what: &str, newer: &str, again: &str) -> Result<(), Refusal> {
    if on.is_none_or(|on| on == version) {
        return Ok(());
    }
    Err(Refusal::new(
        No::Stale,
        format!("{what} changed while you were writing. Now it says:\n{newer}"),
        format!("Nothing of yours was saved over it. Look at it and write again: {again}"),
    ))
}

//! Two tabs on one thing: a form remembers what it showed, and a change is refused when that stands no longer.
//!
//! Serves every page that edits. It keeps a fingerprint only, never a value.

use method::change::{No, Refusal};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The hidden field of the form.
pub const FIELD: &str = "seen";

/// The way out wherever a form comes back.
pub const STILL_BELOW: &str =
    "What you wrote is still below. Look at what stands now, and save again if your words still hold.";

/// What a form remembers of a fact that it shows.
pub fn fingerprint(fact: &impl Serialize) -> String {
    let json = serde_json::to_vec(fact).unwrap_or_default();
    Sha256::digest(&json).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether that is still what the form showed.
///
/// # Errors
/// When it changed meanwhile. Nothing is lost: the form comes back with what was typed, and remembers what stands now.
pub fn unchanged(fact: &impl Serialize, remembered: &str) -> Result<(), Refusal> {
    if remembered == fingerprint(fact) {
        return Ok(());
    }
    Err(Refusal::new(No::Stale, "This was changed elsewhere while you wrote, so nothing was overwritten.", STILL_BELOW))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_value_is_told_from_the_same() {
        assert!(unchanged(&"as it was", &fingerprint(&"as it was")).is_ok());
        assert_eq!(unchanged(&"as it is now", &fingerprint(&"as it was")).unwrap_err().kind, No::Stale);
        assert!(unchanged(&"anything", "").is_err());
    }
}

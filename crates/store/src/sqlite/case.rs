//! Second step, the case, as rows. Rows only: what they mean is for `method` to say.

use method::case::Case;

use super::rows::rows;

rows! { Case: "cases" of campaign { person, purpose, outcome, why } }

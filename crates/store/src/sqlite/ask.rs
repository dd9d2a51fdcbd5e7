//! Fifth step, the ask, as rows. Rows only: what they mean is for `method` to say.

use method::ask::{Ask, Wording};

use super::rows::rows;

rows! { Wording: "wordings" of campaign { person, form, text } }
rows! {
    Ask: "asks" of campaign {
        person, form, asked_on, words, answer, answered_on, until_on, meeting, prepared_on, second_tried_on,
        reminded_on,
    }
}

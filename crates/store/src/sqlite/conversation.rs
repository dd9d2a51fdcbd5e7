//! Sixth step, the conversation, as rows: with who was named in it, what was promised, and what is left of earlier searches.
//! Rows only: what they mean is for `method` to say.

use method::conversation::{Commitment, Conversation, Earlier, Referral};

use super::rows::rows;

rows! {
    Conversation: "conversations" of campaign {
        person, ask, held_on, ladder, learned, directions, organizations, story, thanked_on, in_touch_on,
        led_further,
    }
}
rows! {
    Referral: "referrals" of campaign {
        by, person, conversation, ask, named_on, introduction, introduced_on, reported_on,
    }
}
rows! { Earlier: "earlier" of seeker { person, asks, conversations, named } }
rows! {
    Commitment: "commitments" of campaign {
        person, conversation, side, text, made_on, due_on, state, settled_on, reminded_on,
    }
}

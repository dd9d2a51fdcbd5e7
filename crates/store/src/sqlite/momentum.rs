//! Eighth step, momentum, as rows: what the conversations led to. Momentum itself is derived and never kept.

use method::momentum::{LastThanks, Opportunity};

use super::rows::rows;

rows! { Opportunity: "opportunities" of campaign { title, organization, through, conversation, steps, notes } }
rows! { LastThanks: "last_thanks" of campaign { person, thanked_on } }

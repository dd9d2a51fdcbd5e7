//! The direction, the week and the ideas to try, as rows. Rows only: what they mean is for `method` to say.

use method::direction::{Direction, Idea, Week};

use super::rows::rows;

rows! { Direction: "directions" of campaign { search, fields, roles, organizations, places, closed_on, earlier_searches } }
rows! { Week: "weeks" of campaign { slots, conversations, weekdays, days_off, warmed_up_on } }
rows! { Idea: "ideas" of campaign { text, noted_on, dropped } }

//! Seventh step, following through, as rows: what was put off, and what changes after a week; moves themselves never.

use method::follow_through::{Later, WeekLine};

use super::rows::rows;

rows! { Later: "laters" of campaign { part, until_on } }
rows! { WeekLine: "week_lines" of campaign { week_on, text } }

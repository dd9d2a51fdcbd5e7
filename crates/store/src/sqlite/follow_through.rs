//! Seventh step, following through, as rows: only what was put off is kept, moves themselves never.

use method::follow_through::Later;

use super::rows::rows;

rows! { Later: "laters" of campaign { part, until_on } }

//! Fourth step, the story, as rows. Rows only: what they mean is for `method` to say.

use method::story::Story;

use super::rows::rows;

rows! { Story: "stories" of campaign { name, text, written_on, dropped } }

//! Words of any length, as text: what is long shows its beginning, and the rest when it is wanted. Serves every page.

use maud::{Markup, html};

/// How many letters are shown at once.
const SHOWN: usize = 600;

/// The words, with their line ends.
pub fn text(words: &str) -> Markup {
    let cut = words.char_indices().nth(SHOWN).map(|(at, _)| at);
    let (beginning, rest) = words.split_at(cut.unwrap_or(words.len()));
    html! {
        div.said dir="auto" {
            (beginning)
            @if !rest.is_empty() { "…" details.do { summary { "All of it" } div dir="auto" { "…" (rest) } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_there_to_the_last_letter() {
        assert_eq!(text("Ana & Bo").into_string(), "<div class=\"said\" dir=\"auto\">Ana &amp; Bo</div>");
        let long = format!("{}last", "ä".repeat(SHOWN));
        assert!(text(&long).into_string().contains("<summary>All of it</summary><div dir=\"auto\">…last</div>"));
    }
}

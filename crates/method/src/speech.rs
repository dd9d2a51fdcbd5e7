//! Putting what was told into words that a person could say: articles, lists, sentences, and which tellings fit into one.
//!
//! Serves the case, the questions, the story and the ask, and knows no step. It refuses to guess: a telling whose shape
//! does not fit into a sentence gives none, and is asked for again in a better shape; nothing is ever printed half right.

pub mod aim;
pub mod article;
pub mod everyday;
pub mod name;
pub mod told;
pub mod ways;
pub mod work;

/// The most letters that a telling may have to be spoken inside a sentence.
pub const MOST_LETTERS: usize = 90;

/// A telling as it can stand inside a sentence: one line, single spaces, no closing mark, not too long.
/// None when it is empty, holds signs that nobody speaks, or is more than one sentence.
pub fn phrase(told: &str) -> Option<String> {
    let text = tidy(told)?;
    let many = [". ", "!", "?", "; "].iter().any(|end| text.contains(end));
    (!many).then_some(text)
}

/// As [`phrase`], but full stops may stand inside, as in "St. Mary's".
pub fn tidy(told: &str) -> Option<String> {
    let text = told.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text
        .trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '“' | '”' | '*' | '•'))
        .trim_end_matches(|letter: char| {
            letter.is_whitespace() || matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | '…')
        })
        .trim_start_matches(|letter: char| {
            letter.is_whitespace() || matches!(letter, '-' | '–' | ',' | '.' | ';' | ':' | '!' | '?' | '…')
        });
    let spoken = text.chars().any(char::is_alphabetic)
        && !text.contains("://")
        && !text.chars().any(|letter| {
            letter.is_control() || matches!(letter, '{' | '}' | '[' | ']' | '<' | '>' | '|' | '@' | '\\' | '_')
        });
    (spoken && !is_broken(text) && text.chars().count() <= MOST_LETTERS).then(|| text.to_owned())
}

/// The words with the full stop of a short form at their end, such as "M.D.", where they were told with one.
pub(crate) fn with_its_stop(words: String, told: &str) -> String {
    let last = words.rsplit(' ').next().unwrap_or_default();
    let is_short_form = last.contains('.') && last.split('.').all(|part| (1..=2).contains(&part.chars().count()));
    if is_short_form && told.trim_end().ends_with(&format!("{last}.")) { words + "." } else { words }
}

/// Marks where nobody sets them, or a joining word at either end: something is missing there.
pub(crate) fn is_broken(text: &str) -> bool {
    let mark = |letter: char| matches!(letter, '.' | ',' | ';' | ':' | '!' | '?');
    let letters: Vec<char> = text.chars().collect();
    let stray = letters.windows(2).any(|two| mark(two[1]) && (two[0] == ' ' || mark(two[0])));
    let mut words = text.split(' ');
    let joins =
        |word: Option<&str>| word.is_some_and(|word| ["or", "and", "&", "/"].contains(&word.to_lowercase().as_str()));
    stray || joins(words.next()) || joins(words.next_back())
}

/// The same words as a sentence: first letter large, a full stop at the end in place of a comma or colon.
pub fn sentence(text: &str) -> String {
    let text = capital(text.trim().trim_end_matches([',', ';', ':', ' ']));
    if text.ends_with(['.', '?', '!']) { text } else { text + "." }
}

/// The same words with a large first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether it is written in nothing but capitals, as some files write everything, with more than this many of them.
/// Few capitals are a short form: "IT", "TIG", "DJ".
pub(crate) fn is_shouted(text: &str, most: usize) -> bool {
    text.chars().filter(|letter| letter.is_uppercase()).count() > most && !text.chars().any(char::is_lowercase)
}

/// "x", "x or y", "x, y, or z".
pub fn list_of(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first, last] => format!("{first} {word} {last}"),
        [first @ .., last] => format!("{}, {word} {last}", first.join(", ")),
    }
}

/// Lower case, plain letters and digits, single spaces: for comparing, never for showing.
pub fn fold(text: &str) -> String {
    let plain = any_ascii::any_ascii(text).to_lowercase();
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How often, as one says it: once, twice, 3 times.
pub fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        many => format!("{many} times"),
    }
}

/// Whether the text says the phrase, as whole words, in any spelling of its letters.
pub fn says(text: &str, phrase: &str) -> bool {
    let phrase = fold(phrase);
    !phrase.is_empty() && format!(" {} ", fold(text)).contains(&format!(" {phrase} "))
}

/// The sentences of a text, without their closing marks. A short word such as "St." ends none, a short form such as "IT."
/// does.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut ends: Vec<usize> = Vec::new();
    for (place, mark) in text.match_indices(['.', '?', '!', ';', '\n']) {
        let word = text[..place].rsplit(char::is_whitespace).next().unwrap_or_default();
        let short = mark == "." && word.chars().count() < 3 && !is_shouted(word, 1);
        if !short && text[place + mark.len()..].chars().next().is_none_or(char::is_whitespace) || mark == "\n" {
            ends.push(place);
        }
    }
    ends.push(text.len());
    let starts = std::iter::once(0).chain(ends.clone().into_iter().map(|end| text.len().min(end + 1)));
    let found: Vec<&str> = starts.zip(ends).map(|(start, end)| text[start.min(end)..end].trim()).collect();
    found.into_iter().filter(|sentence| !sentence.is_empty())
}

/// The last sentence of a text; empty when there is none.
pub fn last_sentence(text: &str) -> &str {
    let text = text.trim();
    let body = text.trim_end_matches(['.', '?', '!', '…', '"', '”']);
    let mut ends = body.match_indices(['.', '?', '!', '\n']);
    let start = ends
        .rfind(|(place, mark)| body[place + mark.len()..].starts_with(char::is_whitespace))
        .map_or(0, |(place, mark)| place + mark.len());
    text[start..].trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("  calming a  busy\nward. ", Some("calming a busy ward"))]
    #[case("- running a kitchen", Some("running a kitchen"))]
    #[case("", None)]
    #[case(" … ", None)]
    #[case("RN | BSN | Helping people thrive", None)]
    #[case("see https://example.org", None)]
    #[case("I weld. I also paint.", None)]
    #[case("weld .. paint", None)]
    #[case("welding and", None)]
    fn a_telling_is_one_line_or_not_spoken(#[case] told: &str, #[case] spoken: Option<&str>) {
        assert_eq!(phrase(told).as_deref(), spoken);
    }

    #[test]
    fn a_list_reads_as_people_say_it() {
        let items: Vec<String> = ["tea", "milk", "bread"].map(String::from).into();
        assert_eq!(list_of(&items, "or"), "tea, milk, or bread");
        assert_eq!(list_of(&items[..2], "and"), "tea and milk");
        assert_eq!(list_of(&items[..1], "and"), "tea");
    }

    #[test]
    fn a_text_falls_into_sentences() {
        let told = "We worked at St. Mary's. I left! You stayed\nin IT. Good";
        let parts: Vec<&str> = sentences(told).collect();
        assert_eq!(parts, ["We worked at St. Mary's", "I left", "You stayed", "in IT", "Good"]);
    }

    #[test]
    fn whole_words_are_found_in_any_spelling() {
        assert!(says("I met her at São Paulo Health.", "sao paulo"));
        assert!(!says("the rest of it", "res"));
        assert!(!says("anything", ""));
    }

    #[rstest::rstest]
    #[case("What I do best is welding. Where is that of use?", "Where is that of use?")]
    #[case("One only", "One only")]
    #[case("It fell by 3.5 percent.", "It fell by 3.5 percent.")]
    #[case("", "")]
    fn the_last_sentence_stands_alone(#[case] text: &str, #[case] last: &str) {
        assert_eq!(last_sentence(text), last);
    }
}

//! Which sentence of a file shows a strength: one that names it, quoted as it stands.
//!
//! Serves the first step and the questions: what is said of a strength is worth little without one thing done. Words are
//! compared, not meanings. It refuses to write a sentence of its own, and to take more of a text than one sentence.

use crate::campaign::Campaign;
use crate::id::SourceId;
use crate::list::reading::Said;
use crate::list::written::{self, fold};

/// How many words a sentence has that may be a proof: fewer tell nothing, more nobody says aloud.
const WORDS: std::ops::RangeInclusive<usize> = 4..=40;

/// What stands between somebody's name and what they wrote.
const WROTE: &str = " wrote: “";

/// The sentences of a text that may be a proof, as they stand: those of a paragraph, and the lines of a list.
pub fn sentences(text: &str) -> Vec<String> {
    let lines = text.split(['\n', '\r', '•', '·', '▪', '●']);
    let all = lines.flat_map(|line| split(line.trim_start_matches(|c: char| c.is_whitespace() || "-–—*".contains(c))));
    all.filter_map(written::line).filter(|one| WORDS.contains(&one.split(' ').count())).collect()
}

/// Whether a sentence names a strength: its words stand there in their order. A short name, such as Go or R, must be
/// written with the same capitals.
pub fn names(sentence: &str, strength: &str) -> bool {
    stands_in(&words(sentence), strength)
}

/// Of what was said, the proof of a strength: your own words before those of others, one with a figure before one
/// without, then in the order of the alphabet, so that the order of files does not matter.
pub(crate) fn best<'s>(strength: &str, said: impl Iterator<Item = &'s Said>) -> Option<&'s Said> {
    let shows = |one: &&Said| one.of.iter().any(|of| fold(of) == fold(strength)) || names(&one.text, strength);
    said.filter(shows).min_by_key(|one| order(strength, &told(one)))
}

/// What the files of this campaign say, each with its file.
pub(crate) fn said_in(campaign: &Campaign) -> impl Iterator<Item = (SourceId, &Said)> + Clone {
    campaign.sources.values().flat_map(|source| source.said.iter().flatten().map(|one| (source.id, one)))
}

/// Of what files say, the proof of a strength as it is told, and the file.
pub(crate) fn found<'s>(
    strength: &str,
    mut said: impl Iterator<Item = (SourceId, &'s Said)> + Clone,
) -> Option<(String, SourceId)> {
    let best = best(strength, said.clone().map(|(_, one)| one))?;
    let (source, _) = said.find(|(_, one)| *one == best)?;
    Some((told(best), source))
}

/// A sentence with a figure that the seeker wrote in a file and that shows none of the strengths yet.
pub(crate) fn unused(campaign: &Campaign) -> Option<&str> {
    let shows = |text: &str| {
        campaign.strengths.values().any(|one| one.proof.as_deref().is_some_and(|proof| proof.contains(text)))
    };
    let own = said_in(campaign).filter(|(_, one)| one.by.is_none()).map(|(_, one)| one.text.as_str());
    own.filter(|text| tells_a_figure(text)).find(|text| !shows(text))
}

/// Whether a number stands in it, in digits or in words.
fn tells_a_figure(text: &str) -> bool {
    const IN_WORDS: &[&str] =
        &["half", "third", "quarter", "twice", "doubled", "tripled", "two", "three", "four", "five", "ten", "dozen"];
    has_figure(text, "") || words(text).iter().any(|word| IN_WORDS.contains(&fold(word).as_str()))
}

/// The proof in the words of the seeker's page. What somebody else said is told as theirs.
pub(crate) fn told(said: &Said) -> String {
    match &said.by {
        // The full stop is that of the sentence around it.
        Some(by) => format!("{by}{WROTE}{}”", said.text.strip_suffix('.').unwrap_or(&said.text)),
        None => said.text.clone(),
    }
}

/// Whether a proof is what somebody else wrote. That is read, on the sheet and on the seeker's page, and not said aloud: the
/// one who is called may have written it.
pub fn is_quoted(proof: &str) -> bool {
    proof.contains(WROTE)
}

/// Whether one proof, as told, is better than another that a file told.
pub(crate) fn is_better(strength: &str, told: &str, stands: &str) -> bool {
    order(strength, told) < order(strength, stands)
}

/// What stands first is best. It looks at the sentence as it is told, so that it does not matter whether two sentences
/// came in one import or in two; a figure in the name of whoever wrote it is none of the sentence.
fn order(strength: &str, told: &str) -> (bool, bool, String) {
    let sentence = told.split_once(WROTE).map_or(told, |(_, sentence)| sentence);
    (is_quoted(told), !has_figure(sentence, strength), told.to_owned())
}

/// Cuts after a full stop, a question or exclamation mark when a new sentence begins. A short word before a full stop,
/// such as "Dr" or "approx", may be cut off itself, so it ends none.
fn split(line: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    for (at, mark) in line.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?')) {
        let (before, after) = (&line[..at], &line[at + mark.len_utf8()..]);
        let begins = after.trim_start().chars().next().is_some_and(|c| !c.is_lowercase() && c.is_alphanumeric());
        let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_cut_off = mark == '.' && last.chars().count() < 3 && !last.chars().any(|c| c.is_numeric());
        if begins && after.starts_with(char::is_whitespace) && !is_cut_off {
            cuts.push(at + mark.len_utf8());
        }
    }
    cuts.push(line.len());
    cuts.windows(2).map(|pair| &line[pair[0]..pair[1]]).collect()
}

/// The words of a text; `C++`, `C#`, `.NET` and `R&D` are each one.
fn words(text: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '&' | '.');
    let all = text.split(|c| !is_part(c)).map(|word| word.trim_end_matches('.').trim_matches('&'));
    all.filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

fn stands_in(text: &[&str], strength: &str) -> bool {
    let wanted = words(strength);
    // One word of up to three letters is as often a word of something else.
    let is_short = matches!(wanted[..], [one] if one.chars().count() <= 3);
    let same =
        |word: &str, wanted: &str| if is_short { word == wanted } else { is_form_of(&fold(word), &fold(wanted)) };
    !wanted.is_empty()
        && text.windows(wanted.len()).any(|some| some.iter().zip(&wanted).all(|(word, wanted)| same(word, wanted)))
}

/// One of something and several of it are the same word.
fn is_form_of(word: &str, wanted: &str) -> bool {
    word == wanted || word.strip_suffix('s') == Some(wanted) || wanted.strip_suffix('s') == Some(word)
}

/// A figure beside the name itself, which may hold one too.
fn has_figure(text: &str, strength: &str) -> bool {
    let own = words(strength);
    words(text).iter().any(|word| word.chars().any(|c| c.is_ascii_digit()) && !own.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::a_paragraph(
        "Led triage for two years. Cut the wait by a third with Dr. Lind! Was it worth it?",
        &["Led triage for two years.", "Cut the wait by a third with Dr. Lind!", "Was it worth it?"]
    )]
    #[case::a_list("• Rebuilt the triage desk for nights\n- Trained 40 nurses in it", &["Rebuilt the triage desk for nights", "Trained 40 nurses in it"])]
    #[case::a_year_ends_a_sentence("I joined them in 2019. Then we rebuilt it.", &["I joined them in 2019.", "Then we rebuilt it."])]
    #[case::nothing_cut_inside_a_number("Saved 1.5 million in one year", &["Saved 1.5 million in one year"])]
    #[case::too_short_to_tell_anything("Nurse. Triage.", &[])]
    #[case::nothing("", &[])]
    fn a_text_falls_into(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(sentences(text), expected);
    }

    #[test]
    fn a_sentence_without_an_end_is_no_proof() {
        assert_eq!(sentences(&"word ".repeat(60)), Vec::<String>::new());
    }

    #[rstest]
    #[case("I led Patient Safety on nights", "patient safety", true)]
    #[case::one_of_several("Ran three night clinics alone", "Night clinic", true)]
    #[case::joined_with_a_stroke("A habit of problem-solving at night", "Problem solving", true)]
    #[case::in_another_order("The safety of each patient came first", "patient safety", false)]
    #[case::inside_a_word("I painted the whole ward", "Pain", false)]
    #[case::accents("Réanimation for the whole region", "reanimation", true)]
    #[case::a_short_name_as_written("Wrote the scheduler in Go and C++", "Go", true)]
    #[case::a_short_name_that_is_a_word("We let the old system go", "Go", false)]
    #[case::a_letter_in_something_else("Ran the R&D of the region", "R", false)]
    #[case::with_signs("Wrote the scheduler in Go and C++.", "C++", true)]
    #[case::with_a_point("Moved it all to .NET in spring", ".NET", true)]
    #[case::no_word_at_all("Anything at all may stand here", "–", false)]
    fn a_sentence_names(#[case] sentence: &str, #[case] strength: &str, #[case] expected: bool) {
        assert_eq!(names(sentence, strength), expected);
    }

    fn said(text: &str, by: Option<&str>) -> Said {
        Said { text: text.into(), by: by.map(str::to_owned), of: Vec::new() }
    }

    #[rstest]
    #[case::a_figure_first(&[("Led triage for years", None), ("Cut triage waits by 30%", None)], Some("Cut triage waits by 30%"))]
    #[case::own_words_first(
        &[("Nobody does triage in 3 minutes like her", Some("Ana Pereira")), ("Led triage for years", None)],
        Some("Led triage for years")
    )]
    #[case::what_another_said(
        &[("Nobody is calmer at triage.", Some("Ana Pereira"))],
        Some("Ana Pereira wrote: “Nobody is calmer at triage”")
    )]
    #[case::of_equals_by_the_alphabet(&[("Taught triage to all", None), ("Led triage for years", None)], Some("Led triage for years"))]
    #[case::nothing_names_it(&[("Led the night shift", None)], None)]
    fn the_proof_of_triage_is(#[case] all: &[(&str, Option<&str>)], #[case] expected: Option<&str>) {
        let mut all: Vec<Said> = all.iter().map(|(text, by)| said(text, *by)).collect();
        assert_eq!(best("Triage", all.iter()).map(told).as_deref(), expected);
        all.reverse();
        assert_eq!(best("Triage", all.iter()).map(told).as_deref(), expected, "the order does not matter");
    }

    #[test]
    fn what_another_wrote_is_not_said_aloud() {
        let told_of = |by| told(&said("Nobody is calmer at triage.", by));
        assert!(is_quoted(&told_of(Some("Ana Pereira"))) && !is_quoted(&told_of(None)));
    }

    #[test]
    fn a_file_may_know_what_a_sentence_shows_by_another_word() {
        let calm = Said { of: vec!["triage".into()], ..said("Kept the night ward calm", None) };
        assert_eq!(best("Triage", [&calm].into_iter()), Some(&calm));
    }
}

//! The check as a whole: what it finds, what it leaves in peace, and that nothing makes it hang.

use super::*;
use proptest::prelude::*;

fn found(rule: &str, text: &str) -> Vec<String> {
    check(text).into_iter().filter(|f| f.rule == rule).map(|f| f.quote).collect()
}

#[test]
fn every_example_of_every_rule_holds() {
    let mut wrong = Vec::new();
    for rule in DRAFT_RULES {
        assert!(rule.fires.len() >= 12 && rule.silent.len() >= 12, "{} needs more examples", rule.rule.name);
        wrong.extend(
            rule.fires
                .iter()
                .filter(|text| found(rule.rule.name, text).is_empty())
                .map(|text| format!("{} misses: {text}", rule.rule.name)),
        );
        let faults = DRAFT_RULES.iter().filter(|other| other.severity == Severity::Fault);
        let others = faults.filter(|_| rule.severity == Severity::Fault).flat_map(|other| other.silent);
        wrong.extend(
            others
                .chain(rule.silent)
                .filter(|text| !found(rule.rule.name, text).is_empty())
                .map(|text| format!("{} wrongly: {text} {:?}", rule.rule.name, found(rule.rule.name, text))),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_example_of_the_advice_on_the_whole_holds() {
    let mut wrong = Vec::new();
    for known in advice::WHOLE_RULES {
        assert!(known.fires.len() >= 12 && known.silent.len() >= 12, "{} needs more examples", known.rule.name);
        let found = |text: &str| check_in_form(text, known.examples_in).iter().any(|f| f.rule == known.rule.name);
        wrong.extend(
            known.fires.iter().filter(|text| !found(text)).map(|text| format!("{} misses: {text}", known.rule.name)),
        );
        wrong.extend(
            known.silent.iter().filter(|text| found(text)).map(|text| format!("{} wrongly: {text}", known.rule.name)),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_phrase_can_be_two_faults() {
    let both = |text: &str| check(text).iter().map(|f| f.rule).collect::<Vec<_>>();
    assert_eq!(both("Would your group have room for someone like me?").len(), 2);
    assert_eq!(both("Let me know if you hear of any openings.").len(), 2);
    assert_eq!(both("Let me know if you hear of anything."), ["makes_it_their_problem"]);
    assert_eq!(both("Please keep me in mind."), ["makes_it_their_problem"]);
}

#[test]
fn a_view_asked_for_in_few_words_is_no_fault() {
    for text in ["need ur thoughts on nursing lol", "gm! u around 2moro? need ur thoughts on nursing lol"] {
        assert!(check(text).iter().all(|found| found.severity != Severity::Fault), "{text}");
    }
}

#[test]
fn the_model_texts_of_the_method_are_left_in_peace() {
    let trades = [
        ("a nurse", "noticing early what goes wrong", "hospitals"),
        ("an accountant", "closing the books in three days", "firms"),
        ("a welder", "building it right the first time", "yards"),
        ("a teacher of chemistry", "explaining hard things simply", "schools"),
        ("a hiring manager", "hiring people who stay", "companies"),
    ];
    for (trade, strength, places) in trades {
        let texts = [
            format!(
                "I have known you for nine years, and your view as {trade} means a lot to me. Would you sit down with me for half an \
                hour? I have some questions and a few ideas. Are you open to that?"
            ),
            format!(
                "I can show examples of how {strength} saved time and money. What kinds of {places} could use that?"
            ),
            format!(
                "I would like to work for a company that values {strength}. Where would you look, and whom would you talk to?"
            ),
            format!(
                "I'd love to work in one of the {places} that value {strength}. If you were me, where would you look and who would you \
                call?"
            ),
        ];
        for text in texts {
            assert_eq!(check(&text), [], "{text}");
        }
    }
}

#[test]
fn a_text_beyond_the_bound_is_read_up_to_it() {
    let mut text = "Nothing is asked here. ".repeat(50_000);
    text.push_str("Are you hiring?");
    let rules = |text: &str| check(text).iter().map(|f| f.rule).collect::<Vec<_>>();
    assert_eq!(rules(&text), ["keep_it_short"]);
    assert_eq!(rules(&format!("Are you hiring? {text}")), ["asks_who_is_hiring"]);
}

/// Texts that repeat one thing, and what makes each of them hard.
const REPEATED: &[(&str, &str)] = &[
    ("one word", "hiring "),
    ("one word without an end", "abcdefgh"),
    ("no full stop", "could you pass my resume on and "),
    ("only question marks", "?"),
    ("only line breaks", "\n"),
    ("brackets in brackets", "("),
    ("quotation marks", "\""),
    ("an open tag", "<a"),
    ("tags that never close", "<style>"),
    ("quoted tags that never close", "<blockquote>x"),
    ("replies in replies", "> On Mon, 3 Mar 2025, Ann wrote:\n\n"),
    ("what begins many phrases", "you any if please let me know "),
    ("commas", "any, "),
    ("escapes", "&amp;"),
    ("no letters at all", "\u{1F600}"),
];

fn steps(repeated: &str, length: usize) -> usize {
    let text: String = repeated.chars().cycle().take(length).collect();
    super::work::steps(|| {
        check(&text);
    })
}

#[test]
fn the_work_grows_with_the_text_and_no_faster() {
    check("The tables are made before the counting begins.");
    for (what, repeated) in REPEATED {
        let (short, long) = (steps(repeated, 8_000), steps(repeated, 40_000));
        assert!(long <= short * 5 + short / 2 + 1000, "{what}: {short} steps, and {long} for five times the text");
        assert!(long < 40_000 * 120, "{what}: {long} steps");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_repeated_the_work_stays_in_proportion(
        repeated in prop::collection::vec(prop::sample::select(vec![
            "hiring", "you", "any", "if", "could you", "my resume", "let me know", "<b>", "<style>", "&lt;", "?", ". ", "\n", "> ", "(", "\"", " ", ", ",
        ]), 1..6),
    ) {
        let repeated = repeated.concat();
        let (short, long) = (steps(&repeated, 4_000), steps(&repeated, 20_000));
        prop_assert!(long <= short * 5 + short + 2000, "{repeated:?}: {short} steps, and {long} for five times the text");
    }
}

#[test]
fn advice_waits_until_no_fault_stands() {
    let rules = |text: &str| check(text).iter().map(|f| f.rule).collect::<Vec<_>>();
    assert_eq!(rules("Could we meet for a coffee? Are you hiring?"), ["asks_who_is_hiring"]);
    assert_eq!(rules("Could we meet for a coffee?"), ["ask_for_half_an_hour"]);
    assert_eq!(rules("Können wir uns morgen auf einen Kaffee treffen?"), [""; 0]);
}

#[test]
fn the_quote_is_the_text_between_its_ends() {
    let text = "Olá Zoë — « ok ». Could you pass my résumé on to HR?";
    let findings = check(text);
    let cut: String = text.chars().skip(findings[0].start).take(findings[0].end - findings[0].start).collect();
    assert_eq!(cut, findings[0].quote);
    assert_eq!(findings[0].quote, "Could you pass my résumé on to HR");
}

proptest! {
    #[test]
    fn no_text_makes_it_fall(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn no_row_of_its_own_words_makes_it_fall(words in proptest::collection::vec(
        prop::sample::select(vec!["you", "could", "not", "please", "pass", "my", "CV", "?", ",", "to", "hiring", "who", "is", "and", "help", "me",
            "get", "a", "job", "\n", "> ", "\"", "<p>", "On x wrote:", "if", "hear", "of", "anything", "I", "want", "for", "in", "with", "-", "'s", "&amp;"]), 0..60)) {
        let text = words.join(" ");
        for finding in check(&text) {
            prop_assert_eq!(text.chars().skip(finding.start).take(finding.end - finding.start).collect::<String>(), finding.quote);
        }
    }
}

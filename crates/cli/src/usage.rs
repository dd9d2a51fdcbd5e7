//! What is wrong with a command line, in plain words and with the way out. Serves every command; it refuses to show the
//! grammar to somebody who only left a word out.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use method::conversation::Ladder;

use crate::failure::Failure;

/// What the reader of the command line found, as a failure like any other.
pub fn failure(problem: &Error) -> Failure {
    let (message, hint) = match problem.kind() {
        ErrorKind::MissingRequiredArgument => missing(problem),
        ErrorKind::InvalidSubcommand => unknown_command(problem),
        ErrorKind::UnknownArgument => unknown_flag(problem),
        ErrorKind::ArgumentConflict => conflict(problem),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => unfit(problem),
        _ => return Failure::usage(first_line(problem), help(problem)),
    };
    Failure::usage(message, hint)
}

fn missing(problem: &Error) -> (String, String) {
    let first = said(problem, ContextKind::InvalidArg).into_iter().next().unwrap_or_default();
    let word = first.trim_end_matches("...").trim_matches(['<', '>', '[', ']']).to_owned();
    let (what, where_from) = match word.as_str() {
        "PERSON" => ("Who is meant? A name, a part of one or an id is missing.", " `halfhour list` shows everybody."),
        "MOVE" => ("Which move is meant? Its id is missing.", " `halfhour today` shows the moves, each with its id."),
        "DATE" => ("Until which day? It is missing.", ""),
        "NAME" => ("The name is missing.", ""),
        "FILE" => ("The file is missing.", ""),
        "TITLE" => ("What is it called? The title is missing.", ""),
        "TARGET" => ("To whom, or into which organization? It is missing.", ""),
        "ANSWER" => ("What did they say? It is one of accepted, declined, silent, not-now and someone-else.", ""),
        _ => ("", ""),
    };
    let what = if what.is_empty() { format!("{word} is missing.") } else { what.to_owned() };
    let like = usage(problem).map_or_else(String::new, |usage| format!("Type it like this: `{usage}`."));
    (what, format!("{like}{where_from} {}", help(problem)).trim().to_owned())
}

fn unknown_command(problem: &Error) -> (String, String) {
    let typed = said(problem, ContextKind::InvalidSubcommand).join(" ");
    let near = said(problem, ContextKind::SuggestedSubcommand);
    let near: Vec<String> = near.iter().map(|name| format!("`{} {name}`", command(problem))).collect();
    (format!("There is no command `{typed}`."), format!("{}{}", did_you_mean(&near), help(problem)))
}

fn unknown_flag(problem: &Error) -> (String, String) {
    let typed = said(problem, ContextKind::InvalidArg).join(" ");
    let rung = typed.trim_start_matches('-').replace('-', "_");
    let near: Vec<String> = match Ladder::from_word(&rung) {
        Some(rung) if command(problem) == "halfhour conversation" => {
            vec![format!("`--ladder {rung}`", rung = rung.word())]
        }
        _ => said(problem, ContextKind::SuggestedArg).iter().map(|flag| format!("`{flag}`")).collect(),
    };
    (format!("`{}` does not know `{typed}`.", command(problem)), format!("{}{}", did_you_mean(&near), help(problem)))
}

fn conflict(problem: &Error) -> (String, String) {
    let flags = [ContextKind::InvalidArg, ContextKind::PriorArg].map(|kind| said(problem, kind));
    let name = |flag: &String| format!("`{}`", flag.split(' ').next().unwrap_or_default());
    let flags: Vec<String> = flags.iter().flatten().map(name).collect();
    match flags.as_slice() {
        [one, other] if one == other => (format!("{one} can be told only once."), help(problem)),
        flags => (format!("{} do not go together.", flags.join(" and ")), help(problem)),
    }
}

fn unfit(problem: &Error) -> (String, String) {
    let typed = said(problem, ContextKind::InvalidValue).join(" ");
    let place = said(problem, ContextKind::InvalidArg).join(" ").replace(['<', '>', '[', ']'], "").replace("...", "");
    let words = said(problem, ContextKind::ValidValue);
    let near: Vec<String> = said(problem, ContextKind::SuggestedValue).iter().map(|word| format!("`{word}`")).collect();
    let way = match (words.as_slice(), problem.source()) {
        ([], Some(why)) if why.is::<std::num::ParseIntError>() => "It takes a whole number.".to_owned(),
        ([], Some(why)) => capital(&format!("{why}.")),
        ([], None) => String::new(),
        (words, _) => format!("It is one of {}.", words.join(", ")),
    };
    let what = if typed.is_empty() {
        format!("`{place}` is missing its value.")
    } else {
        format!("`{typed}` does not fit `{place}`.")
    };
    (what, format!("{}{way}", did_you_mean(&near)))
}

fn did_you_mean(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("Did you mean {}? ", near.join(" or ")) }
}

fn help(problem: &Error) -> String {
    format!("`{} --help` says more.", command(problem))
}

/// The command itself: the words before the first argument of its usage.
fn command(problem: &Error) -> String {
    let usage = usage(problem).unwrap_or_default();
    let is_name = |word: &&str| word.chars().all(|letter| letter.is_ascii_lowercase());
    let words: Vec<&str> = usage.split(' ').take_while(is_name).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "halfhour".to_owned() } else { words.join(" ") }
}

/// The shortest line that would do, without the options that every command takes.
fn usage(problem: &Error) -> Option<String> {
    let Some(ContextValue::StyledStr(usage)) = problem.get(ContextKind::Usage) else { return None };
    let usage = usage.to_string();
    let line = usage.lines().next()?.trim_start_matches("Usage:").trim();
    let line = line.replace("--data <FILE> ", "").replace("--today <DATE> ", "").replace("--json ", "");
    let line = line.replace(" [OPTIONS]", "").replace("...", "");
    Some(line.replace(['<', '>'], ""))
}

fn first_line(problem: &Error) -> String {
    let text = problem.to_string();
    capital(text.lines().next().unwrap_or_default().trim_start_matches("error: ")) + "."
}

fn said(problem: &Error, kind: ContextKind) -> Vec<String> {
    match problem.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

fn capital(words: &str) -> String {
    crate::door::capital(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said to somebody who typed this.
    fn answer(typed: &str) -> String {
        let problem = crate::args::command().try_get_matches_from(typed.split(' ')).unwrap_err();
        let failure = failure(&problem);
        format!("{}\n{}", failure.message, failure.hint)
    }

    #[rstest::rstest]
    #[case(
        "halfhour ask",
        "Who is meant? A name, a part of one or an id is missing.\nType it like this: `halfhour ask PERSON`. \
         `halfhour list` shows everybody. `halfhour ask --help` says more."
    )]
    #[case(
        "halfhour later thank-c1",
        "Until which day? It is missing.\nType it like this: `halfhour later MOVE DATE`. `halfhour later --help` says \
         more."
    )]
    #[case("halfhour nxt", "There is no command `nxt`.\nDid you mean `halfhour next`? `halfhour --help` says more.")]
    #[case(
        "halfhour ask answer Ana acepted",
        "`acepted` does not fit `ANSWER`.\nDid you mean `accepted`? It is one of accepted, declined, silent, not-now, someone-else."
    )]
    #[case(
        "halfhour story add short --edit --text words",
        "`--edit` and `--text` do not go together.\n`halfhour story add --help` says more."
    )]
    #[case("halfhour undo two", "`two` does not fit `N`.\nIt takes a whole number.")]
    #[case("halfhour ask log Ana --on", "`--on DAY` is missing its value.\n")]
    #[case(
        "halfhour conversation Ana --ladder great",
        "`great` does not fit `--ladder not_much|listened|named_someone|made_the_call`.\nSay one of not_much, \
         listened, named_someone, made_the_call."
    )]
    #[case(
        "halfhour conversation p8 --listened",
        "`halfhour conversation` does not know `--listened`.\nDid you mean `--ladder listened`? `halfhour conversation \
         --help` says more."
    )]
    #[case(
        "halfhour me --employed-until spring",
        "`halfhour me` does not know `--employed-until`.\nDid you mean `--employed-at`? `halfhour me --help` says more."
    )]
    fn a_slip_is_answered_in_plain_words(#[case] typed: &str, #[case] said: &str) {
        assert_eq!(answer(typed), said);
    }
}

//! What steps and refusals say, without the numbers by which the command line names things. Serves every page.
//!
//! On a page the thing itself is there to click, so a number only stands in the way.

use method::id::PersonId;
use store::Door;

/// The text of a step: "took back step 11: thanked Ana Pereira" is "took back: thanked Ana Pereira".
pub fn step(text: &str) -> String {
    for back in ["took back", "brought back"] {
        let numbered = text.strip_prefix(back).and_then(|rest| rest.strip_prefix(" step "));
        let numbered = numbered.and_then(|rest| rest.split_once(": "));
        if let Some((_, what)) = numbered.filter(|(number, _)| is_number(number)) {
            return format!("{back}: {}", step(what));
        }
    }
    text.to_owned()
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Why somebody is not there, or something not taken.
pub fn refusal(message: &str) -> String {
    if let Some((before, after)) = message.split_once(" is recorded already: ") {
        let day = after.split_once(", on ").map(|(_, day)| format!(", on {day}"));
        return format!("{before} is recorded already{}", day.unwrap_or_else(|| ".".to_owned()));
    }
    match message.split_once(' ') {
        Some((id, rest)) if id.parse::<PersonId>().is_ok() => format!("This person {rest}"),
        _ => match message.rsplit_once(" has the id ") {
            Some((who, _)) => format!("{who} is to be found here."),
            None => message.to_owned(),
        },
    }
}

/// By which door a step came, from the word that history has for it.
pub fn door(word: &str) -> &'static str {
    if word == Door::App.word() { "in the browser" } else { "on the command line" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_told_without_numbers() {
        for (text, says) in [
            ("took back step 11: thanked Holly Grant", "took back: thanked Holly Grant"),
            ("took back step 9: brought back step 3: asked Bo", "took back: brought back: asked Bo"),
            ("noted that step 4: is mine", "noted that step 4: is mine"),
            ("took back step by step: no", "took back step by step: no"),
            ("made Ana and Bo one person", "made Ana and Bo one person"),
        ] {
            assert_eq!(step(text), says);
        }
    }

    #[test]
    fn whoever_is_not_there_is_told_without_a_number() {
        assert_eq!(
            refusal("p204 was forgotten; nothing is known of them any more."),
            "This person was forgotten; nothing is known of them any more."
        );
        assert_eq!(refusal("Nobody on your list has the id p9."), "Nobody on your list is to be found here.");
        assert_eq!(refusal("No day was named."), "No day was named.");
        let talk = "A conversation with Ben Okafor on Tuesday 3 November is recorded already: c1.";
        assert_eq!(refusal(talk), "A conversation with Ben Okafor on Tuesday 3 November is recorded already.");
    }
}

//! The ask by telephone, the default form (row M5; E12): a call bonds more and feels no more awkward. It also says what
//! to say when the call goes another way: each way leads back to the half hour, kindly and once.

use super::pieces::Pieces;
use super::{Otherwise, voicemail};

/// The words, one thought a line.
pub fn text(pieces: &Pieces) -> String {
    let first = format!("{} Is this a good moment for two minutes?", pieces.spoken_hello());
    let tie = join([pieces.tie.as_deref(), pieces.silence.as_deref(), pieces.value.as_deref()]);
    let heading = join([Some(&pieces.heading), pieces.inside.as_deref()]);
    let wish = pieces.wish();
    let lines = [Some(first.as_str()), tie.as_deref(), heading.as_deref(), Some(&wish), Some(pieces.close())];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What to say when their voicemail answers, when they are busy, say yes, no, or something else.
pub fn otherwise(pieces: &Pieces) -> Vec<Otherwise> {
    let about = pieces.about.as_deref().map_or_else(String::new, |about| format!(" about {about}"));
    let whom = pieces.whom.as_deref().map_or_else(String::new, |whom| format!(", {whom}"));
    let view = pieces.about.as_deref().map_or_else(|| "things".to_owned(), str::to_owned);
    let say = |when: &str, say: String| Otherwise { when: when.to_owned(), say };
    vec![
        say("their voicemail answers", voicemail::text(pieces).replace('\n', " ")),
        say("they are busy", "Of course. When would be a better time to call you? Two minutes is enough.".to_owned()),
        say(
            "they ask what it is about",
            format!("I have questions{about}, nothing you would need to prepare for. Half an hour is all it takes."),
        ),
        say(
            "they say “send me your résumé”",
            "I will if you want it later. What would help me now is how you see things, and that is on no paper. \
             Would half an hour be all right, in person or by phone?"
                .to_owned(),
        ),
        say(
            "they say “we are not hiring”",
            format!(
                "That is quite all right, I am not calling about a job. I would like to hear how you see {view}. \
                 Would half an hour be all right?"
            ),
        ),
        say("they say yes", format!("Thank you{whom}. Which day would suit you, and where?")),
        say("they say not now", "Of course. When may I call you again?".to_owned()),
        say(
            "they name somebody else",
            format!("That is kind, thank you{whom}. May I say that the name comes from you?"),
        ),
        say(
            "they say no",
            format!("I understand, and thank you for saying so. Who else would you talk to{about} if you were me?"),
        ),
    ]
}

/// The sentences that are there, as one line; none when none is.
pub fn join<const N: usize>(sentences: [Option<&str>; N]) -> Option<String> {
    let there: Vec<&str> = sentences.into_iter().flatten().collect();
    (!there.is_empty()).then(|| there.join(" "))
}

//! Which rung of the ladder a conversation reached (row M16).
//!
//! Serves the conversation. The seeker's own word stands; it refuses only a name without anybody named.

use crate::change::Refusal;
use crate::conversation::Ladder;

/// What happened, as far as it moves the rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Happened {
    /// Something was learned, promised to the seeker, or an organization or direction came up.
    pub listened: bool,
    /// A person was named. An introduction that was offered is a name until it comes.
    pub named: bool,
}

impl Happened {
    /// The rung that follows from it alone.
    fn rung(self) -> Ladder {
        match self {
            Happened { named: true, .. } => Ladder::NamedSomeone,
            Happened { listened: true, .. } => Ladder::Listened,
            _ => Ladder::NotMuch,
        }
    }
}

/// The rung to keep: the seeker's own word, else what follows from what happened.
///
/// A low word stands as it was given, with one exception: where a person was named, the rung is at least that.
///
/// # Errors
/// Refuses the two upper rungs when nobody was named.
pub fn rung(given: Option<Ladder>, happened: Happened) -> Result<Ladder, Refusal> {
    match given {
        None => Ok(happened.rung()),
        Some(given) if given >= Ladder::NamedSomeone && !happened.named => Err(Refusal::method(
            "You say that they named someone, but nobody is named here.",
            "Add the person with `--named \"NAME, ORGANIZATION\"`. An organization alone counts as listened: `--ladder listened`.",
        )),
        Some(given) if happened.named => Ok(given.max(Ladder::NamedSomeone)),
        Some(given) => Ok(given),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Happened = Happened { listened: false, named: false };
    const LISTENED: Happened = Happened { listened: true, ..NOTHING };
    const NAMED: Happened = Happened { named: true, ..NOTHING };

    #[rstest::rstest]
    #[case::nothing_came_of_it(None, NOTHING, Ladder::NotMuch)]
    #[case::something_was_learned(None, LISTENED, Ladder::Listened)]
    #[case::a_person_was_named(None, NAMED, Ladder::NamedSomeone)]
    #[case::a_modest_word_stands(Some(Ladder::NotMuch), LISTENED, Ladder::NotMuch)]
    #[case::a_name_lifts_a_modest_word(Some(Ladder::NotMuch), NAMED, Ladder::NamedSomeone)]
    #[case::they_called_at_once(Some(Ladder::MadeTheCall), NAMED, Ladder::MadeTheCall)]
    fn the_rung_follows(#[case] given: Option<Ladder>, #[case] happened: Happened, #[case] rung_: Ladder) {
        assert_eq!(rung(given, happened), Ok(rung_));
    }

    #[rstest::rstest]
    #[case(Ladder::NamedSomeone)]
    #[case(Ladder::MadeTheCall)]
    fn nobody_named_is_no_name(#[case] given: Ladder) {
        assert!(rung(Some(given), LISTENED).is_err());
    }
}

//! Reads the library of questions and fills its slots (rows M9, M14). Serves the plan. It refuses to leave a slot empty:
//! a question that lacks one is not asked.

use super::led_further::LedFurther;
use super::slots::{Slots, TAGS};
use super::{Question, QuestionKind};

/// The library, as it is written.
pub const LIBRARY: &str = include_str!("library.txt");

/// One line of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// What it is after.
    pub kind: QuestionKind,
    /// Only when this is true of the person.
    pub tag: Option<&'a str>,
    /// The words, with slots.
    pub text: &'a str,
}

/// Every line that can be read, in order.
pub fn lines(library: &str) -> impl Iterator<Item = Line<'_>> {
    library.lines().filter_map(line)
}

fn line(line: &str) -> Option<Line<'_>> {
    let (head, text) = line.trim().split_once(": ")?;
    let (kind, tag) = match head.split_once(" (") {
        Some((kind, tag)) => (kind, Some(tag.strip_suffix(')')?)),
        None => (head, None),
    };
    Some(Line { kind: QuestionKind::from_word(kind)?, tag, text })
}

/// The questions of one kind that can be asked, the best first. Of those that are equally good each `turn` begins with
/// another, so that not everybody hears the same. Whoever was met hears of the kind only what follows on, where there is
/// such a question.
pub fn fillable(kind: QuestionKind, slots: &Slots, led: &LedFurther, turn: u64) -> Vec<Question> {
    let of_kind = lines(LIBRARY).filter(|line| line.kind == kind);
    let mut ready: Vec<(Weight, Question)> = of_kind
        .filter(|line| line.tag.is_none_or(|tag| slots.is_true(tag)))
        .filter_map(|line| {
            let (text, filled) = slots.fill(line.text)?;
            let weight = (line.tag.map_or(0, rank), led.times(line.text), slots.is_apt(line.text), filled);
            Some((weight, Question::new(kind, text)))
        })
        .collect();
    if slots.is_true(MET) && ready.iter().any(|((tag, ..), _)| *tag == rank(MET)) {
        ready.retain(|((tag, ..), _)| *tag == rank(MET) || FOR_EVERYBODY.iter().any(|known| *tag == rank(known)));
    }
    ready.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    for equal in ready.chunk_by_mut(|(one, _), (other, _)| one == other) {
        // Where much is known, the questions stand in the order in which they are best asked.
        if equal[0].0.0 < rank(LEAST_IN_ORDER) {
            let begin = usize::try_from(turn).unwrap_or_default().wrapping_add(kind as usize) % equal.len();
            equal.rotate_left(begin);
        }
    }
    ready.into_iter().map(|(_, question)| question).collect()
}

/// What of two questions comes first: the tag, how often it led further, whether it is about their own work, the slots.
type Weight = (usize, usize, bool, usize);

/// Questions with this tag or one that says more keep their order.
const LEAST_IN_ORDER: &str = "idea2";

/// The tag of whoever was met, and the tags that are about the seeker and so hold for them too.
const MET: &str = "met";
const FOR_EVERYBODY: [&str; 2] = ["idea", "idea2"];

/// How much a tag weighs: the first of [`TAGS`] says the most.
fn rank(tag: &str) -> usize {
    let place = TAGS.iter().position(|known| *known == tag);
    place.map_or(0, |place| TAGS.len() - place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_can_be_read() {
        let written = LIBRARY.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(lines(LIBRARY).count(), written.count());
    }

    #[test]
    fn every_tag_and_slot_is_known() {
        for line in lines(LIBRARY) {
            assert!(line.tag.is_none_or(|tag| super::super::slots::TAGS.contains(&tag)), "{}", line.text);
            let slots = line.text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
            for slot in slots {
                assert!(super::super::slots::SLOTS.contains(&slot), "{slot}");
            }
        }
    }

    #[test]
    fn every_kind_but_the_strength_can_be_asked_without_knowing_anything() {
        let kinds =
            QuestionKind::ALL.iter().filter(|kind| !matches!(kind, QuestionKind::StrengthToPlace | QuestionKind::Own));
        for kind in kinds {
            assert!(!fillable(*kind, &Slots::default(), &LedFurther::default(), 0).is_empty(), "{kind}");
        }
    }

    #[test]
    fn every_kind_has_several_questions_and_none_stands_twice() {
        for kind in QuestionKind::ALL.iter().filter(|kind| **kind != QuestionKind::Own) {
            let texts: Vec<&str> = lines(LIBRARY).filter(|line| line.kind == *kind).map(|line| line.text).collect();
            assert!(texts.len() >= 4, "{kind}");
            assert_eq!(texts.iter().collect::<std::collections::BTreeSet<_>>().len(), texts.len(), "{kind}");
        }
    }

    #[test]
    fn the_last_questions_ask_for_another_person_and_no_other_does() {
        for line in lines(LIBRARY) {
            let asks = super::super::ends_with_another_person::asks_for_another_person(line.text);
            assert_eq!(asks, line.kind == QuestionKind::People, "{}", line.text);
        }
    }

    #[test]
    fn no_question_of_ours_is_closed_or_asks_for_a_job() {
        for line in lines(LIBRARY) {
            assert!(line.text.ends_with('?'), "{}", line.text);
            let faults = crate::draft::check(line.text).into_iter();
            let faults: Vec<_> = faults.filter(|one| one.severity == crate::draft::Severity::Fault).collect();
            assert_eq!(faults, vec![], "{}", line.text);
            assert!(!super::super::questions_stay_open::is_closed(line.text), "{}", line.text);
            assert_eq!(crate::case::wants_a_job::wants_a_job(line.text), None, "{}", line.text);
        }
    }
}

//! What the seeker told about two entries, joined into one.
//!
//! Serves the first step, where two entries turn out to be one person. It refuses to lose a word: where both say something
//! different, the second goes into the notes.

use crate::ask::Wording;
use crate::case::Case;
use crate::day::as_told;
use crate::list::Person;
use crate::questions::{QuestionKind, QuestionPlan};

/// Fills what `kept` lacks from `gone`, unites lists and marks, and notes what differs.
pub(crate) fn join_told(kept: &mut Person, gone: &Person) {
    let mut differs = Vec::new();
    let mut fill = |label: &str, kept: &mut Option<String>, gone: &Option<String>| match (&kept, gone) {
        (None, Some(_)) => kept.clone_from(gone),
        (Some(stays), Some(other)) if stays != other => differs.push(format!("{label}: {other}")),
        _ => (),
    };
    fill("Also called", &mut kept.name, &gone.name);
    fill("Also at", &mut kept.organization, &gone.organization);
    fill("Also works as", &mut kept.title, &gone.title);
    fill("How you know each other", &mut kept.how_known, &gone.how_known);
    fill("What you value in them", &mut kept.valued_for, &gone.valued_for);
    match (kept.known_since_on, gone.known_since_on) {
        (Some(stays), Some(other)) if stays != other => differs.push(format!("Known since: {}", as_told(other))),
        (stays, other) => kept.known_since_on = stays.or(other),
    }
    unite(&mut kept.emails, &gone.emails);
    unite(&mut kept.phones, &gone.phones);
    unite(&mut kept.links, &gone.links);
    kept.respected |= gone.respected;
    kept.close |= gone.close;
    kept.set_aside |= gone.set_aside;
    kept.released |= gone.released;
    kept.not_before_on = kept.not_before_on.max(gone.not_before_on);
    kept.listed_on = kept.listed_on.min(gone.listed_on);
    if let Some(notes) = gone.notes.as_deref().filter(|_| kept.notes != gone.notes) {
        note(kept, notes);
    }
    for line in differs {
        note(kept, &line);
    }
}

/// Keeps a case that cannot stand any more in the notes.
pub(crate) fn note_case(kept: &mut Person, case: &Case) {
    let said = [("Purpose", &case.purpose), ("Outcome", &case.outcome), ("Why them", &case.why)];
    for (label, text) in said.into_iter().filter(|(_, text)| !text.is_empty()) {
        note(kept, &format!("{label}: {text}"));
    }
}

/// Keeps words for an ask that cannot stand any more in the notes.
pub(crate) fn note_words(kept: &mut Person, wording: &Wording) {
    note(kept, &format!("Your words for the {}: {}", wording.form, wording.text));
}

/// Puts the seeker's own questions of another plan before the last one, which asks for another person.
pub(crate) fn with_questions_of(stands: &mut QuestionPlan, other: &QuestionPlan) {
    let own = other.questions.iter().filter(|question| question.kind == QuestionKind::Own);
    for question in own {
        if !stands.questions.contains(question) {
            let last = stands.questions.len().saturating_sub(1);
            stands.questions.insert(last, question.clone());
        }
    }
}

fn note(person: &mut Person, line: &str) {
    let notes = person.notes.get_or_insert_default();
    if !notes.is_empty() {
        notes.push('\n');
    }
    notes.push_str(line);
}

/// Adds to the first list what it lacks.
pub(crate) fn unite(kept: &mut Vec<String>, more: &[String]) {
    for value in more {
        if !kept.contains(value) {
            kept.push(value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::scene::{TODAY, p};
    use crate::questions::Question;

    #[test]
    fn what_is_lacking_is_filled_and_what_differs_is_noted() {
        let mut kept = Person { notes: Some("tea".into()), ..Person::named(p(1), "Ana", TODAY) };
        let gone = Person {
            name: Some("Ana Pereira".into()),
            title: Some("Planner".into()),
            emails: vec!["a@home.example".into()],
            close: true,
            notes: Some("chess".into()),
            ..Person::untold(p(2), TODAY)
        };
        join_told(&mut kept, &gone);
        assert_eq!(kept.name.as_deref(), Some("Ana"));
        assert_eq!(kept.title.as_deref(), Some("Planner"));
        assert_eq!(kept.emails, ["a@home.example"]);
        assert!(kept.close);
        assert_eq!(kept.notes.as_deref(), Some("tea\nchess\nAlso called: Ana Pereira"));
    }

    #[test]
    fn own_questions_stand_before_the_last() {
        let question = |kind, text: &str| Question::new(kind, text);
        let plan =
            |person, questions| QuestionPlan { id: crate::id::Id::from_number(person), person: p(person), questions };
        let last = question(QuestionKind::People, "Who else?");
        let mut stands = plan(1, vec![question(QuestionKind::Trends, "What changes?"), last.clone()]);
        let own = question(QuestionKind::Own, "And the nights?");
        with_questions_of(&mut stands, &plan(2, vec![own.clone(), last.clone()]));
        assert_eq!(stands.questions[1..], [own, last]);
    }
}

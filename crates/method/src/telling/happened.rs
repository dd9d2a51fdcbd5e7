//! What happened with one person: an ask and its answer, a conversation, a promise, a mark.
//!
//! Serves the history, and names nobody.

use super::{edited, moved, told_apart};
use crate::ask::{Answer, Ask, Form};
use crate::campaign::Campaign;
use crate::change::Change;
use crate::conversation::{Commitment, CommitmentState, Conversation, Ladder, Side};
use crate::day::dated;
use crate::list::Person;

pub(super) fn of_person(before: &Campaign, new: &Person, changes: &[Change]) -> String {
    let id = new.id;
    let Some(old) = before.people.get(&id) else {
        return match moved(before, changes).next() {
            Some((from, to)) if to == id => told_apart(id, from),
            _ if new.respected => format!("added {{{id}}} as known and respected"),
            _ => format!("added {{{id}}}"),
        };
    };
    let marks = [
        (old.respected, new.respected, "known and respected"),
        (old.close, new.close, "close"),
        (old.set_aside, new.set_aside, "set aside"),
        (old.released, new.released, "released"),
    ];
    let told = |now: bool| -> String {
        let marks = marks.iter().filter(|(old, new, _)| old != new && *new == now).map(|(.., mark)| *mark);
        marks.collect::<Vec<_>>().join(", ")
    };
    match (told(true), told(false), new.not_before_on.filter(|day| old.not_before_on != Some(*day))) {
        (set, off, None) if set.is_empty() && off.is_empty() => edited::person(old, new),
        (set, _, _) if !set.is_empty() => format!("marked {{{id}}} as {set}"),
        (_, off, _) if !off.is_empty() => format!("{{{id}}} is no longer marked as {off}"),
        (.., day) => format!("keeps {{{id}}} for {}", day.map_or_else(String::new, dated)),
    }
}

pub(super) fn of_ask(before: &Campaign, new: &Ask) -> String {
    let person = new.person;
    let Some(old) = before.asks.get(&new.id) else {
        let how = match new.form {
            Form::Call => "in a call",
            Form::Voicemail => "by voicemail",
            Form::Email => "by e-mail",
            Form::Message => "by message",
        };
        return format!("asked {{{person}}} {how}");
    };
    match (old.answer != new.answer, new.answer) {
        (true, Some(Answer::Accepted)) => format!("{{{person}}} said yes"),
        (true, Some(Answer::Declined)) => format!("{{{person}}} said no"),
        (true, Some(Answer::NotNow)) => format!("{{{person}}} said not now"),
        (true, Some(Answer::SomeoneElse)) => format!("{{{person}}} named someone else instead"),
        (true, Some(Answer::Silent)) => format!("let the ask to {{{person}}} go: no answer came"),
        (true, None) => format!("took back the answer of {{{person}}}"),
        _ if old.meeting != new.meeting => match &new.meeting {
            Some(meeting) if meeting.moved > old.meeting.as_ref().map_or(0, |old| old.moved) => {
                format!("moved the meeting with {{{person}}} to {}", dated(meeting.on))
            }
            Some(meeting) => format!("meeting with {{{person}}}: {}", meeting.state),
            None => format!("took back the meeting with {{{person}}}"),
        },
        _ if old.prepared_on != new.prepared_on => format!("prepared for {{{person}}}"),
        _ if old.reminded_on != new.reminded_on => format!("asked {{{person}}} once more"),
        _ => edited::ask(old, new),
    }
}

pub(super) fn of_conversation(before: &Campaign, new: &Conversation) -> String {
    match before.conversations.get(&new.id) {
        // The lowest rung stands too where nobody said how far it went.
        None if new.ladder == Ladder::NotMuch => format!("talked with {{{}}}", new.person),
        None => format!("talked with {{{}}}: {}", new.person, how_far(new.ladder)),
        Some(old) => edited::conversation(old, new),
    }
}

/// How far it went, so that nobody wonders who made the call.
fn how_far(ladder: Ladder) -> &'static str {
    match ladder {
        Ladder::NotMuch => "not much came of it",
        Ladder::Listened => "they listened",
        Ladder::NamedSomeone => "they named someone",
        Ladder::MadeTheCall => "they made the call for you",
    }
}

pub(super) fn of_commitment(before: &Campaign, new: &Commitment) -> String {
    let who = match new.side {
        Side::Mine => format!("your promise to {{{}}}", new.person),
        Side::Theirs => format!("the promise of {{{}}}", new.person),
    };
    match (before.commitments.get(&new.id), new.state) {
        (None, _) => format!("noted {who}"),
        (Some(old), state) if old.state == state => edited::commitment(old, new, &who),
        (_, CommitmentState::Open) => format!("opened {who} again"),
        (_, state) => format!("{who}: {state}"),
    }
}

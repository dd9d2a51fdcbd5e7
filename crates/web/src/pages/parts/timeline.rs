//! Everything that happened with one person, the newest first. Serves the list, the ask and conversation.
//!
//! It shows days and plain words, nothing else: of letters only that there were some.

use jiff::civil::Date;
use maud::{Markup, html};
use method::ask::{Answer, Ask, MeetingState};
use method::campaign::Campaign;
use method::conversation::talks::{Talk, talk};
use method::conversation::{Commitment, CommitmentState, Side};
use method::list::portrait::{Named, Portrait};

use super::{long, person, rungs, talk as kept};

/// One thing that happened.
struct Event {
    on: Date,
    says: Markup,
}

/// The days and what happened on them.
pub fn timeline(campaign: &Campaign, one: &Portrait, today: Date) -> Markup {
    let mut events = letters_and_names(one);
    events.extend(one.asks.iter().rev().flat_map(|ask| asked(campaign, one, ask, today)));
    let talks = one.conversations.iter().rev().filter_map(|held| talk(campaign, held.id));
    events.extend(talks.flat_map(|talk| talked(&talk)));
    events.extend(one.named.iter().flat_map(named));
    events.extend(one.promised_by_you.iter().chain(&one.promised_by_them).flat_map(promised));
    events.extend(one.opportunities.iter().flat_map(|opportunity| {
        let step = |step: &method::momentum::OpportunityStep| Event {
            on: step.on,
            says: html! { bdi { (opportunity.title) } ": " (step.state) },
        };
        opportunity.steps.iter().map(step).collect::<Vec<_>>()
    }));
    // Newest first, and on one day what comes later in the order above.
    events.sort_by_key(|event| event.on);
    html! {
        ol.plain.timeline {
            @for event in events.iter().rev() {
                li { time datetime=(event.on) { (short(event.on, today)) } div { (event.says) } }
            }
        }
    }
}

/// `Fri 20 Nov`, and of other years `17 May 2024`.
fn short(day: Date, today: Date) -> String {
    let form = if day.year() == today.year() { "%a %-d %b" } else { "%-d %b %Y" };
    day.strftime(form).to_string()
}

fn letters_and_names(one: &Portrait) -> Vec<Event> {
    let mut events = vec![Event { on: one.told.listed_on, says: html! { "You put them on your list." } }];
    if let Some(letters) = one.correspondence {
        events.push(Event { on: letters.first_on, says: html! { "The first letter between you." } });
        if letters.last_on != letters.first_on {
            let all = u64::from(letters.sent) + u64::from(letters.received);
            events.push(Event { on: letters.last_on, says: html! { "The last of " (all) " letters between you." } });
        }
    }
    let by = |named: &Named| Event { on: named.named_on, says: html! { (person::name(&named.person)) " named them." } };
    events.extend(one.named_by.iter().map(by));
    let warm = one.named_by.iter().filter_map(|named| {
        Some(Event { on: named.introduced_on?, says: html! { (person::name(&named.person)) " introduced you." } })
    });
    events.extend(warm);
    events
}

fn asked(campaign: &Campaign, one: &Portrait, ask: &Ask, today: Date) -> Vec<Event> {
    let form = match ask.form {
        method::ask::Form::Call => "You called and asked for half an hour.",
        method::ask::Form::Voicemail => "You left a voicemail that asks for half an hour.",
        method::ask::Form::Email => "You wrote an e-mail that asks for half an hour.",
        method::ask::Form::Message => "You wrote a message that asks for half an hour.",
    };
    let asked = html! {
        (form)
        @if let Some(words) = &ask.words { details { summary { "Your words" } (long::text(words)) } }
    };
    let mut events = vec![Event { on: ask.asked_on, says: asked }];
    events.extend(ask.reminded_on.map(|on| Event { on, says: html! { "You asked once more." } }));
    if let (Some(answer), Some(on)) = (ask.answer, ask.answered_on) {
        events.push(Event { on, says: html! { (answered(answer)) } });
    }
    // Where they talked, the meeting needs no line of its own.
    let talked = one.conversations.iter().any(|held| held.ask == Some(ask.id));
    events.extend(ask.meeting.as_ref().filter(|_| !talked).map(|meeting| {
        let on = campaign.at_home(meeting).on;
        let state = match meeting.state {
            MeetingState::Planned if on >= today => "You meet",
            MeetingState::Planned => "You were to meet",
            MeetingState::Cancelled => "You were to meet; it was cancelled",
            MeetingState::Missed => "You were to meet; it did not happen",
        };
        let time = meeting.time.map(|time| time.strftime(", %-H:%M").to_string());
        let place = meeting.place.as_deref();
        Event {
            on,
            says: html! { (state) @if let Some(time) = time { (time) } @if let Some(place) = place { ", " bdi { (place) } } "." },
        }
    }));
    events
}

fn answered(answer: Answer) -> &'static str {
    match answer {
        Answer::Accepted => "They said yes.",
        Answer::Declined => "They said no.",
        Answer::Silent => "No answer came.",
        Answer::NotNow => "They said: not now.",
        Answer::SomeoneElse => "They pointed you to someone else.",
    }
}

fn talked(talk: &Talk) -> Vec<Event> {
    let says = html! {
        p { a href=(kept::page(talk.person.id, talk.id)) { "You talked" } ". " (rungs::rungs(talk.ladder)) }
        @if let Some(learned) = &talk.learned { (long::text(learned)) }
        @for heard in &talk.directions { p.small { (kept::looks(heard.warmth)) ": " bdi { (heard.direction) } } }
        @if !talk.organizations.is_empty() { p.small { @if talk.organizations.len() == 1 { "Organization: " } @else { "Organizations: " } bdi { (talk.organizations.join(", ")) } } }
    };
    let mut events = vec![Event { on: talk.held_on, says }];
    events.extend(talk.thanked_on.map(|on| Event { on, says: html! { "You thanked them." } }));
    events
}

fn named(named: &Named) -> Vec<Event> {
    let who = person::name(&named.person);
    let mut events = vec![Event { on: named.named_on, says: html! { "They named " (who) "." } }];
    events.extend(named.introduced_on.map(|on| Event { on, says: html! { "They introduced you to " (who) "." } }));
    events
        .extend(named.reported_on.map(|on| Event { on, says: html! { "You told them how it went with " (who) "." } }));
    events
}

fn promised(promise: &Commitment) -> Vec<Event> {
    let (made, kept) = match promise.side {
        Side::Mine => ("You promised: ", "You kept your promise: "),
        Side::Theirs => ("They promised: ", "They kept their promise: "),
    };
    let mut events = vec![Event { on: promise.made_on, says: html! { (made) bdi { (promise.text) } "." } }];
    let settled = match promise.state {
        CommitmentState::Open => None,
        CommitmentState::Kept => Some(kept),
        CommitmentState::Released => Some("Let go: "),
    };
    if let (Some(says), Some(on)) = (settled, promise.settled_on) {
        events.push(Event { on, says: html! { (says) bdi { (promise.text) } "." } });
    }
    events
}

//! After the call: how far it went, what was learned, who was named, what was promised; then what follows from it.
//!
//! Serves conversation (rows M3, M13, M16). Only the rung is asked for, so that it is done in half a minute. It decides
//! nothing: an ask that waits for this conversation is found by the method.

use jiff::civil::Date;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::{Change, Fact, Refusal};
use method::conversation::edit::{ConversationEdit, edit_conversation};
use method::conversation::promise::settle_commitment;
use method::conversation::record::{AskBehind, Debrief, record_conversation};
use method::conversation::talks::{Talk, talk};
use method::conversation::thanks::introduced as decide_introduced;
use method::conversation::what_follows::what_follows;
use method::conversation::{CommitmentState, Ladder};
use method::day::{Toward, dated, spoken, spoken_when};
use method::follow_through::done::by_saying;
use method::id::{CommitmentId, ConversationId, PersonId, ReferralId};
use method::list::standing::standing;
use method::questions::plan::{questions_before, questions_for};
use store::{Changed, Scope};

use super::parts::debrief::{self, Said};
use super::parts::moves::{Desk, list};
use super::parts::{form, person, rungs, talk as kept};
use crate::error::Trouble;
use crate::visit::{Answer, Visit};

const TITLE: &str = "After the call";

/// The form.
pub fn show(visit: &Visit) -> Answer {
    let (campaign, person) = (visit.campaign()?, visit.part("person")?);
    standing(&campaign, person)?;
    visit.page(TITLE, page(visit, &campaign, person, &html! {}))
}

fn page(visit: &Visit, campaign: &Campaign, whom: PersonId, refused: &Markup) -> Markup {
    let learned = visit.field("learned");
    html! {
        h1 { "How did it go with " bdi { (person::called(&campaign.shown(whom))) } "?" }
        p.intro { "Half a minute is enough: how far it went, and whatever you want to remember." }
        (refused)
        div.cols {
            form.stack.debrief method="post" action={ (person::page(whom)) "/talk" } {
                (rungs::choose("ladder", "How far did it go?", Ladder::from_word(visit.field("ladder"))))
                (debrief::fields(visit, learned))
                (debrief::held_on(visit, usual_day(campaign, whom, visit.today)))
                (debrief::led_further(visit, questions_for(campaign, visit.today, whom), &[]))
                (debrief::also(visit, campaign, None))
                @let odd = ["without_ask", "another"];
                details.also open[odd.iter().any(|name| visit.ticked(name)) || !visit.form.is_empty()] {
                    summary { "It was by chance, or the second that day" }
                    (form::tick("without_ask", "We met by chance; what I asked for is still to come", visit.ticked("without_ask")))
                    (form::tick("another", "We talked twice that day, and this is the other time", visit.ticked("another")))
                }
                p { button.btn.first { "Keep it" } }
            }
            (what_was_meant(campaign, whom))
        }
    }
}

/// A meeting that was planned for today or before, else today.
fn usual_day(campaign: &Campaign, person: PersonId, today: Date) -> Date {
    let asks = campaign.asks.values().filter(|ask| ask.person == person);
    let recorded = |on| campaign.conversations.values().any(|held| held.person == person && held.held_on == on);
    let met = asks.filter_map(|ask| ask.planned_meeting()).map(|meeting| campaign.at_home(meeting).on);
    met.filter(|on| *on <= today && !recorded(*on)).max().unwrap_or(today)
}

/// What the seeker meant to find out, to jog the memory.
fn what_was_meant(campaign: &Campaign, person: PersonId) -> Markup {
    let case = campaign.cases.values().find(|case| case.person == person);
    let plan = campaign.question_plans.values().find(|plan| plan.person == person);
    html! {
        @if case.is_some() || plan.is_some() {
            aside.card {
                @if let Some(case) = case { h2 { "You wanted to know" } p dir="auto" { (case.outcome) } }
                @if let Some(plan) = plan.filter(|plan| !plan.questions.is_empty()) {
                    h2 { "Your questions" }
                    ul.plain.small { @for question in &plan.questions { li dir="auto" { (question.text) } } }
                }
            }
        }
    }
}

/// Records it.
pub fn record(visit: &Visit) -> Answer {
    let person: PersonId = visit.part("person")?;
    let recorded = debrief(visit, person).and_then(|debrief| {
        visit.change(Scope::Everyone, |campaign, ids| record_conversation(campaign, ids, visit.today, &debrief))
    });
    match recorded {
        Ok(changed) => match written(&changed) {
            Some(id) => visit.done(&kept::page(person, id), changed.step),
            None => visit.done(&person::page(person), changed.step),
        },
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
            let campaign = visit.campaign()?;
            standing(&campaign, person)?;
            let refused = refused(visit, &campaign, person, &trouble);
            visit.page_again(&trouble, TITLE, page(visit, &campaign, person, &refused))
        }
        Err(trouble) => Err(trouble),
    }
}

fn debrief(visit: &Visit, person: PersonId) -> Result<Debrief, Trouble> {
    let said = debrief::said(visit)?;
    if said.is_nothing() {
        let hint = "Choose how far it went. “Not much” is an answer, too.";
        return Err(Refusal::usage("Nothing is told there yet.", hint).into());
    }
    let Said { ladder, learned, named, promised, promised_to_me, directions, organizations, story, led_further } = said;
    Ok(Debrief {
        ask: if visit.ticked("without_ask") { AskBehind::Without } else { AskBehind::Found },
        another: visit.ticked("another"),
        ladder,
        learned,
        directions,
        organizations,
        named,
        promised,
        promised_to_me,
        story,
        led_further,
        ..Debrief::of(person, held_on(visit)?.unwrap_or(visit.today))
    })
}

fn held_on(visit: &Visit) -> Result<Option<Date>, Trouble> {
    if visit.field("held_on").is_empty() { Ok(None) } else { visit.day("held_on", Toward::Past).map(Some) }
}

fn written(changed: &Changed) -> Option<ConversationId> {
    changed.changes.iter().find_map(|change| match change {
        Change::Write(Fact::Conversation(held)) => Some(held.id),
        _ => None,
    })
}

/// Why it was not taken. Where the method's hint names flags of the command line, this form has a way of its own.
fn refused(visit: &Visit, campaign: &Campaign, person: PersonId, trouble: &Trouble) -> Markup {
    let (message, hint) = (trouble.message(), trouble.hint());
    let day = held_on(visit).ok().flatten().unwrap_or(visit.today);
    let held = campaign.conversations.values().filter(|held| held.person == person);
    let earlier = held.max_by_key(|held| (held.held_on == day, held.held_on, held.id));
    html! {
        @if hint.contains("--another") && let Some(earlier) = earlier {
            div.finding role="alert" {
                p { strong { "You noted a conversation " (spoken_when(earlier.held_on, visit.today)) " already." } }
                p {
                    a href=(kept::page(person, earlier.id)) { "Look at it, or add to it" }
                    ". If this was another day, change the day below; if it was another talk, say so under “It was by chance, or the second that day”."
                }
            }
        } @else if hint.contains("--named") || hint.contains("--organization") {
            (form::refused(&message, "Write the name under “Whom did they name?”. An organization alone goes below, and counts as listened."))
        } @else if hint.contains("`--") {
            (form::refused(&message, "Change it below and send it again."))
        } @else { (form::refused(&message, &hint)) }
    }
}

/// One conversation: what follows from it, what was kept, and the way to add to it.
pub fn after(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let talk = meant(visit, &campaign)?;
    visit.page(&format!("{}, {}", talk.person.name, dated(talk.held_on)), kept_page(visit, &campaign, &talk, &html! {}))
}

/// The conversation of the address; the person in it must be theirs.
fn meant(visit: &Visit, campaign: &Campaign) -> Result<Talk, Trouble> {
    let (person, id): (PersonId, ConversationId) = (visit.part("person")?, visit.part("talk")?);
    talk(campaign, id).filter(|talk| talk.person.id == person).ok_or(Trouble::NoSuchPage)
}

fn kept_page(visit: &Visit, campaign: &Campaign, talk: &Talk, refused: &Markup) -> Markup {
    let follows = what_follows(campaign, visit.today, talk.id).moves;
    let here = kept::page(talk.person.id, talk.id);
    let first = follows.first().map(|one| one.id.as_str());
    let doable = by_saying(campaign, visit.today);
    let desk = Desk { doable: &doable, today: visit.today, here: &here, campaign, with_drafts: true, first };
    html! {
        h1 { (person::name(&talk.person)) }
        p.intro { "You talked on " (spoken(talk.held_on, visit.today)) "." }
        (refused)
        div.cols {
            div {
                h2 { "What follows" }
                @if follows.is_empty() { div.calm { p { "Nothing more follows from it for now." } p { a.btn.first href="/" { "Today" } } } }
                @else { (list(desk, &follows, "What follows")) }
                p { a href={ "/opportunities?talk=" (talk.id) "#new" } { "Did an opportunity come up? Note it" } }
                details.also open[!visit.form.is_empty()] {
                    summary { "Add to it, or correct it" }
                    (correction(visit, campaign, talk, &here))
                }
            }
            aside.card { h2 { "What you kept" } (kept::kept(talk, &here, visit.today)) }
        }
    }
}

fn correction(visit: &Visit, campaign: &Campaign, talk: &Talk, here: &str) -> Markup {
    let held = campaign.conversations.get(&talk.id);
    let story = held.and_then(|held| held.story);
    let asked = held.map(|held| questions_before(campaign, visit.today, held)).unwrap_or_default();
    let ladder = Ladder::from_word(visit.field("ladder")).unwrap_or(talk.ladder);
    let stood = talk.learned.as_deref().unwrap_or_default();
    let learned = if visit.form.is_empty() { stood } else { visit.field("learned") };
    html! {
        form.stack.debrief method="post" action=(here) {
            (form::seen(talk))
            (rungs::choose("ladder", "How far did it go?", Some(ladder)))
            (debrief::fields(visit, learned))
            (debrief::held_on(visit, talk.held_on))
            (debrief::led_further(visit, asked, &talk.led_further))
            (debrief::also(visit, campaign, story))
            p { button.btn { "Keep it like this" } }
        }
    }
}

/// Adds to a conversation, or corrects it.
pub fn correct(visit: &Visit) -> Answer {
    let before = visit.campaign().and_then(|campaign| meant(visit, &campaign))?;
    let (person, id) = (before.person.id, before.id);
    let corrected = edit(visit).and_then(|edit| {
        visit.change(Scope::Everyone, |campaign, ids| {
            if let Some(stands) = talk(campaign, id) {
                visit.unchanged(&stands)?;
            }
            edit_conversation(campaign, ids, visit.today, id, &edit)
        })
    });
    match corrected {
        Ok(changed) => visit.done(&kept::page(person, id), changed.step),
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
            let campaign = visit.campaign()?;
            let stands = meant(visit, &campaign)?;
            let refused = refused(visit, &campaign, person, &trouble);
            visit.page_again(&trouble, TITLE, kept_page(visit, &campaign, &stands, &refused))
        }
        Err(trouble) => Err(trouble),
    }
}

fn edit(visit: &Visit) -> Result<ConversationEdit, Trouble> {
    let Said { ladder, named, promised, promised_to_me, directions, organizations, story, led_further, .. } =
        debrief::said(visit)?;
    Ok(ConversationEdit {
        held_on: held_on(visit)?,
        ladder,
        // The field shows what stands, so that an empty one takes it away.
        learned: Some(visit.field("learned").to_owned()),
        directions,
        organizations,
        named,
        promised,
        promised_to_me,
        story,
        // Every question stands in the form, so that one that is not ticked did not lead further.
        led_further: Some(led_further),
    })
}

/// What became of a promise.
pub fn settle(visit: &Visit) -> Answer {
    let id: CommitmentId = visit.part("promise")?;
    let state = CommitmentState::from_word(visit.field("state")).ok_or(Trouble::Unreadable)?;
    let changed = visit.change(Scope::Told, |campaign, _| settle_commitment(campaign, visit.today, id, state))?;
    visit.done(&visit.back("/"), changed.step)
}

/// An introduction came.
pub fn introduced(visit: &Visit) -> Answer {
    let id: ReferralId = visit.field("referral").parse().map_err(|_| Trouble::Unreadable)?;
    let changed = visit.change(Scope::Told, |campaign, _| decide_introduced(campaign, visit.today, id, visit.today))?;
    visit.done(&visit.back("/"), changed.step)
}

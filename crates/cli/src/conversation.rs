//! `conversation`: how it went, in one line; without any flag, the conversations held with that person.

mod introduced;
mod said;
mod settle;
mod shown;
mod thanks;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use method::campaign::Campaign;
use method::change::{Change, Decision, Fact, Refusal};
use method::conversation::Ladder;
use method::conversation::edit::{ConversationEdit, edit_conversation};
use method::conversation::record::{AskBehind, Debrief, record_conversation};
use method::conversation::talks::{talk, talks};
use method::conversation::what_follows::what_follows;
use method::id::{ConversationId, Ids, PersonId};
use method::questions::plan::{questions_before, questions_for};
use store::Scope;

use crate::args::Who;
use crate::conversation::said::Said;
use crate::conversation::shown::{Held, Recorded};
use crate::door::Door;
use crate::failure::Failure;

/// How it went. Without any flag it shows the conversations held with that person; the verbs say what became of a
/// promise or an introduction.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Wish {
    #[command(flatten)]
    who: Option<Who>,
    #[command(flatten)]
    told: Told,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Say what became of a promise, theirs or yours: kept, released, or open again
    Settle(settle::SettleWish),
    /// Say that somebody introduced you to a person whom they had named
    Introduced(introduced::IntroducedWish),
    /// A thank-you for one of them, made of what was said, to make your own
    Thanks(thanks::ThanksWish),
}

/// What is told of one conversation.
#[derive(Debug, Args)]
struct Told {
    #[command(flatten)]
    said: Said,
    /// It had nothing to do with your ask, which stays open
    #[arg(long)]
    without_ask: bool,
    /// It was another conversation on the same day
    #[arg(long)]
    another: bool,
    /// Add to one that is recorded already, or correct it, by its id
    #[arg(long, value_name = "ID", conflicts_with_all = ["without_ask", "another"])]
    correct: Option<String>,
}

/// Records it, corrects one, or shows those that were held.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    match (&wish.verb, &wish.who) {
        (Some(Verb::Settle(wish)), _) => settle::run(door, wish),
        (Some(Verb::Introduced(wish)), _) => introduced::run(door, wish),
        (Some(Verb::Thanks(wish)), _) => thanks::run(door, wish),
        (None, Some(who)) => tell(door, who, &wish.told),
        (None, None) => Err(Failure::usage("With whom did you talk?", "Name a person: `halfhour conversation PERSON`")),
    }
}

fn tell(door: &Door, who: &Who, wish: &Told) -> Result<ExitCode, Failure> {
    let (campaign, person) = door.read_person(who)?;
    match &wish.correct {
        Some(id) => correct(door, person, &wish.said, conversation_id(id)?),
        None if wish.said.is_nothing() && !wish.without_ask && !wish.another => {
            door.show(&Held { talks: talks(&campaign, person), today: door.today })
        }
        None if wish.said.is_blank() => Err(Failure::usage(
            "Nothing is told there.",
            format!("Say what you heard: `halfhour conversation {person} --learned \"…\"`, or `--ladder not_much`."),
        )),
        None => record(door, person, wish),
    }
}

fn record(door: &Door, person: PersonId, wish: &Told) -> Result<ExitCode, Failure> {
    let said = &wish.said;
    let held_on = door.day_past(said.on.as_deref())?;
    let (promised, promised_to_me) = said.promises(door.today, held_on);
    let debrief = Debrief {
        ask: if wish.without_ask { AskBehind::Without } else { AskBehind::Found },
        another: wish.another,
        ladder: said.ladder,
        learned: said.learned.clone(),
        directions: said.directions(),
        organizations: said.organization.clone(),
        named: said.named(),
        promised,
        promised_to_me,
        ..Debrief::of(person, held_on)
    };
    write(door, (person, said.ladder), None, |campaign, ids| {
        let debrief = Debrief {
            story: said.story(campaign)?,
            led_further: said.led_further(campaign, person, &questions_for(campaign, door.today, person))?,
            ..debrief.clone()
        };
        record_conversation(campaign, ids, door.today, &debrief)
    })
}

fn correct(door: &Door, person: PersonId, said: &Said, id: ConversationId) -> Result<ExitCode, Failure> {
    if said.is_nothing() {
        return Err(Failure::usage(
            "There is nothing to add or to correct in that.",
            format!("Say what, for instance: `halfhour conversation {person} --correct {id} --learned \"…\"`"),
        ));
    }
    let held_on = said.on.as_deref().map(|on| door.day_past(Some(on))).transpose()?;
    let (promised, promised_to_me) = said.promises(door.today, held_on.unwrap_or(door.today));
    let edit = ConversationEdit {
        held_on,
        ladder: said.ladder,
        learned: said.learned.clone(),
        directions: said.directions(),
        organizations: said.organization.clone(),
        named: said.named(),
        promised,
        promised_to_me,
        story: None,
        led_further: None,
    };
    write(door, (person, said.ladder), Some(id), |campaign, ids| {
        held_with(campaign, person, id)?;
        let standing = campaign.conversations.get(&id);
        let asked = standing.map(|talk| questions_before(campaign, door.today, talk)).unwrap_or_default();
        let more = said.led_further(campaign, person, &asked)?;
        let before = standing.map(|held| held.led_further.clone()).unwrap_or_default();
        let all = before.into_iter().map(|question| question.text).chain(more);
        let edit = ConversationEdit { story: said.story(campaign)?, led_further: Some(all.collect()), ..edit.clone() };
        edit_conversation(campaign, ids, door.today, id, &edit)
    })
}

/// Writes, and shows what was kept and what follows from it.
fn write(
    door: &Door,
    (person, rung): (PersonId, Option<Ladder>),
    known: Option<ConversationId>,
    decide: impl Fn(&Campaign, &Ids) -> Decision,
) -> Result<ExitCode, Failure> {
    let changed = door.change(Scope::Everyone, decide)?;
    let written = changed.changes.iter().find_map(|change| match change {
        Change::Write(Fact::Conversation(held)) => Some(held.id),
        _ => None,
    });
    let campaign = door.read(Scope::Told)?;
    let id = known.or(written);
    let follows = id.map(|id| what_follows(&campaign, door.today, id).moves).unwrap_or_default();
    door.show(&Recorded {
        step: door.step(changed.step)?,
        person,
        is_rung_told: rung.is_some(),
        conversation: id.and_then(|id| talk(&campaign, id)),
        moves: follows,
        is_corrected: known.is_some(),
        today: door.today,
    })
}

/// The id of a conversation, as it is typed.
pub fn conversation_id(text: &str) -> Result<ConversationId, Failure> {
    text.trim().to_lowercase().parse().map_err(|_| {
        Failure::usage(
            format!("`{text}` is not the id of a conversation."),
            "An id looks like c3; `halfhour conversation PERSON` shows those with a person.",
        )
    })
}

/// The conversation must have been with that person, so that a slip of one number does not write into another's.
fn held_with(campaign: &Campaign, person: PersonId, id: ConversationId) -> Result<(), Refusal> {
    match campaign.conversations.get(&id) {
        Some(held) if held.person != person => Err(Refusal::method(
            format!("Conversation {id} was with {}.", campaign.name(held.person)),
            format!("`halfhour conversation {person}` shows those with {}.", campaign.name(person)),
        )),
        _ => Ok(()),
    }
}

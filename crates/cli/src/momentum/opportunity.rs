//! `opportunity`: what the conversations led to, and the chain that led there.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use method::campaign::Campaign;
use method::change::{Kind, Refusal};
use method::day::spoken;
use method::id::{ConversationId, Id, OpportunityId};
use method::list::find::find;
use method::momentum::add_opportunity::{NewOpportunity, add_opportunity};
use method::momentum::edit_opportunity::correct_step;
use method::momentum::opportunities::{Opportunities, Shown, opportunities};
use method::momentum::step_opportunity::step_opportunity;
use method::momentum::{OpportunityState, OpportunityStep};
use serde::Serialize;
use store::{Changed, Scope, Step};

use crate::conversation::conversation_id;
use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::text::{Text, short};

/// What the conversations led to. Without a verb it shows every opportunity, with the people who led there.
#[derive(Debug, Args)]
pub struct Wish {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Note an opportunity
    Add(AddWish),
    /// Note how far one went
    Step(StepWish),
    /// Correct the day of a step, or take the step away
    Correct(CorrectWish),
}

/// Notes an opportunity that you heard of.
#[derive(Debug, Args)]
struct AddWish {
    /// What it is, such as "Training coordinator"
    #[arg(value_name = "TITLE", required = true, num_args = 1..)]
    title: Vec<String>,
    /// Where
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// The person through whom it came
    #[arg(long, value_name = "PERSON")]
    through: Option<String>,
    /// The conversation in which you heard of it: its id, such as c3, or the person, for the last one with them
    #[arg(long, value_name = "ID or PERSON")]
    conversation: Option<String>,
    /// The day on which you heard of it; today when not said
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// Whatever you want to remember
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
}

/// Notes how far an opportunity went.
#[derive(Debug, Args)]
struct StepWish {
    /// Its id in `halfhour opportunity`, such as o1
    #[arg(value_name = "ID")]
    id: OpportunityId,
    /// What it is now
    #[arg(value_name = "STATE", value_parser = state_words())]
    state: String,
    /// The day; today when not said
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
}

/// Corrects a step that was noted.
#[derive(Debug, Args)]
struct CorrectWish {
    /// Its id in `halfhour opportunity`, such as o1
    #[arg(value_name = "ID")]
    id: OpportunityId,
    /// Which step; of several the last
    #[arg(value_name = "STATE", value_parser = state_words())]
    state: String,
    /// The day on which it was
    #[arg(long, value_name = "DAY", required_unless_present = "remove")]
    on: Option<String>,
    /// It was a slip: take the step away
    #[arg(long, conflicts_with = "on")]
    remove: bool,
}

fn state_words() -> clap::builder::PossibleValuesParser {
    OpportunityState::ALL.iter().map(|state| state.word()).collect::<Vec<_>>().into()
}

/// How wide a name may be before it is cut.
const NAME: usize = 60;

/// The opportunities, as `--json` prints them.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Report {
    opportunities: Opportunities,
    #[serde(skip)]
    today: Date,
}

impl Show for Report {
    fn show(&self, text: &mut Text) {
        for shown in &self.opportunities.opportunities {
            show_opportunity(text, shown, self.today);
        }
        if !self.opportunities.opportunities.is_empty() {
            text.gap();
        }
        text.line(&self.opportunities.text);
    }
}

fn show_opportunity(text: &mut Text, shown: &Shown, today: Date) {
    let at = shown.organization.as_ref().map_or_else(String::new, |name| format!(", {}", short(name, NAME)));
    text.hanging(&format!("{} ", shown.id), format!("{}{at}", short(&shown.title, 2 * NAME)));
    let steps = shown.steps.iter().map(|step| in_words(step, today)).collect::<Vec<_>>().join(", ");
    text.hanging("   ", format!("{}.", capital(&steps)));
    let people = shown.chain.iter().map(|person| format!("{} ({})", short(&person.name, NAME), person.id));
    let chain: Vec<String> = std::iter::once("you".to_owned()).chain(people).collect();
    if chain.len() > 1 {
        text.hanging("   ", format!("Through people: {}", chain.join(" → ")));
    }
    if let (Some(id), Some(who)) = (shown.conversation, &shown.through) {
        text.hanging("   ", format!("It came up in conversation {id}, with {}.", short(&who.name, NAME)));
    }
    if let Some(notes) = &shown.notes {
        text.hanging("   ", format!("Notes: {notes}"));
    }
}

fn in_words(step: &OpportunityStep, today: Date) -> String {
    format!("{} on {}", step.state, spoken(step.on, today))
}

/// One opportunity after something was noted of it.
#[derive(Debug, Serialize)]
struct Noted {
    /// The step of history; none when it stood like that already.
    step: Option<Step>,
    /// The opportunity as it stands.
    opportunity: Option<Shown>,
    #[serde(skip)]
    today: Date,
}

impl Show for Noted {
    fn show(&self, text: &mut Text) {
        match &self.step {
            Some(step) => text.line(format!("{}.", capital(&step.text))),
            None => text.line("It stood like that already; nothing was changed."),
        }
        let shown = self.opportunity.as_ref();
        if let Some(shown) = shown {
            let steps = shown.steps.iter().map(|step| in_words(step, self.today));
            text.line(format!("{}.", capital(&steps.collect::<Vec<_>>().join(", "))));
        }
        if shown.is_some_and(|shown| shown.state == OpportunityState::Taken) {
            text.muted("Who helped you there, and a thank-you to each: `halfhour closing`");
        }
        let ahead = shown.map(|shown| ahead(shown.state)).unwrap_or_default();
        if let (Some(shown), [next, others @ ..]) = (shown, ahead.as_slice()) {
            let others = others.join(", ");
            text.muted(format!("When it goes further: `halfhour opportunity step {} {next}`, or {others}.", shown.id));
        }
    }
}

/// The states that may follow; none once it has ended.
fn ahead(state: OpportunityState) -> Vec<&'static str> {
    if matches!(state, OpportunityState::Taken | OpportunityState::Gone) {
        return Vec::new();
    }
    OpportunityState::ALL.iter().filter(|later| **later > state).map(|later| later.word()).collect()
}

/// Carries it out.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    match wish.verb {
        None => show(door),
        Some(Verb::Add(wish)) => add(door, &wish),
        Some(Verb::Step(wish)) => step(door, &wish),
        Some(Verb::Correct(wish)) => correct(door, &wish),
    }
}

fn show(door: &Door) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Told)?;
    door.show(&Report { opportunities: opportunities(&campaign, door.today), today: door.today })
}

fn add(door: &Door, wish: &AddWish) -> Result<ExitCode, Failure> {
    let on = door.day_past(wish.on.as_deref())?;
    let changed = door.change(Scope::Everyone, |campaign, ids| {
        let new = NewOpportunity {
            title: wish.title.join(" "),
            organization: wish.organization.clone(),
            through: wish.through.as_deref().map(|who| find(campaign, who)).transpose()?,
            conversation: wish.conversation.as_deref().map(|which| heard_in(campaign, which, on)).transpose()?,
            on: Some(on),
            notes: wish.notes.clone(),
            ..NewOpportunity::default()
        };
        add_opportunity(campaign, ids, door.today, new)
    })?;
    tell(door, &changed)
}

/// The conversation of that id, or the last one with that person up to the day.
fn heard_in(campaign: &Campaign, which: &str, on: Date) -> Result<ConversationId, Refusal> {
    if let Ok(id) = conversation_id(which) {
        return Ok(id);
    }
    let person = find(campaign, which)?;
    let with_them = campaign.conversations.values().filter(|held| held.person == person && held.held_on <= on);
    with_them.max_by_key(|held| (held.held_on, held.id)).map(|held| held.id).ok_or_else(|| {
        Refusal::unknown(
            format!("No conversation with {} is noted up to that day.", campaign.name(person)),
            format!("Note it first with `halfhour conversation {person}`, or say `--through {person}`."),
        )
    })
}

fn step(door: &Door, wish: &StepWish) -> Result<ExitCode, Failure> {
    let on = door.day_past(wish.on.as_deref())?;
    let state = state(&wish.state)?;
    let changed = door.change(Scope::Told, |campaign, _| step_opportunity(campaign, door.today, wish.id, state, on))?;
    tell(door, &changed)
}

fn correct(door: &Door, wish: &CorrectWish) -> Result<ExitCode, Failure> {
    let on = wish.on.as_deref().map(|on| door.day_past(Some(on))).transpose()?;
    let state = state(&wish.state)?;
    let changed = door.change(Scope::Told, |campaign, _| correct_step(campaign, door.today, wish.id, state, on))?;
    tell(door, &changed)
}

fn state(word: &str) -> Result<OpportunityState, Failure> {
    OpportunityState::from_word(word)
        .ok_or_else(|| Failure::usage(format!("`{word}` is no state of an opportunity."), ""))
}

/// Says what was done, with the id that goes further.
fn tell(door: &Door, changed: &Changed) -> Result<ExitCode, Failure> {
    let written = changed.changes.iter().map(method::change::Change::key).find(|key| key.kind == Kind::Opportunity);
    let id = written.map(|key| OpportunityId::from_number(key.number));
    let all = opportunities(&door.read(Scope::Told)?, door.today).opportunities;
    let opportunity = all.into_iter().find(|shown| Some(shown.id) == id);
    door.show(&Noted { step: door.step(changed.step)?, opportunity, today: door.today })
}

//! Opportunities: what the conversations led to, how far each went, and the people who led there. Serves momentum (rows M4,
//! M17). The share is that of the seeker's own opportunities; nobody else's figure stands beside it.

mod forms;

use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::{Decision, Refusal};
use method::day::{Toward, spoken};
use method::id::{ConversationId, Ids, OpportunityId, PersonId};
use method::list::find::find;
use method::momentum::add_opportunity::{NewOpportunity, add_opportunity};
use method::momentum::edit_opportunity::{OpportunityEdit, edit_opportunity};
use method::momentum::opportunities::{Opportunities, Shown, opportunities};
use method::momentum::step_opportunity::step_opportunity;
use method::momentum::{Opportunity, OpportunityState, OpportunityStep};
use store::Scope;

use super::organizations;
use super::parts::{form, person, talk};
use crate::error::Trouble;
use crate::shell::capital;
use crate::visit::{Answer, Visit};
use forms::Desk;

const TITLE: &str = "Opportunities";

/// How many stand unfolded.
const SHOWN: usize = 12;

/// A longer note is folded; in letters.
const NOTE: usize = 600;

/// A chain of more people than this is told by its beginning and its end; the map has all of it.
const WHOLE: usize = 6;

/// What comes back when the method says no.
pub struct Again {
    /// Which form: that of an opportunity, or of a new one.
    about: Option<OpportunityId>,
    /// Why it was not taken.
    why: Markup,
}

/// The page.
pub fn show(visit: &Visit) -> Answer {
    visit.page(TITLE, page(visit, &*visit.campaign()?, None))
}

fn page(visit: &Visit, campaign: &Campaign, again: Option<&Again>) -> Markup {
    let report = opportunities(campaign, visit.today);
    let mut all: Vec<&Shown> = report.opportunities.iter().collect();
    // Those that go on first, and of these the one that moved last.
    all.sort_by_key(|one| (ended(one.state), std::cmp::Reverse((one.since_on, one.id))));
    let desk = Desk { visit, campaign, again };
    html! {
        h1 { (TITLE) }
        p.intro { (opening(&report)) }
        @if !report.opportunities.is_empty() { (dots(&report)) }
        @if report.opportunities.iter().any(|one| one.state == OpportunityState::Taken) {
            p.do { a href="/closing" { "Thank those who helped you there" } }
        }
        div.cols {
            div.opportunities {
                @for one in all.iter().take(SHOWN) { (one_of_them(&desk, one)) }
                @if let Some(others) = all.get(SHOWN..).filter(|others| !others.is_empty()) {
                    details.also open[again.is_some_and(|again| others.iter().any(|one| Some(one.id) == again.about))] {
                        summary { "The other " (others.len()) }
                        @for one in others { (one_of_them(&desk, one)) }
                    }
                }
                @if all.is_empty() { (nothing_yet()) }
            }
            aside.card #new {
                (forms::new(&desk))
                h2 { "When it ends" }
                p { a href="/closing" { "Everybody who helped" } ", and a thank-you to each." }
            }
        }
    }
}

fn opening(report: &Opportunities) -> String {
    if report.opportunities.is_empty() {
        "What your conversations lead to stands here.".to_owned()
    } else {
        report.text.clone()
    }
}

fn nothing_yet() -> Markup {
    html! {
        div.calm {
            p { "Nothing is noted yet. When a conversation brings something up, a vacancy, a plan, a word in passing, note it: \
                 how far it went and who led there will stand beside it." }
        }
    }
}

/// A dot for each; filled when it came through people. The sentence above says the same.
fn dots(report: &Opportunities) -> Markup {
    html! {
        p.dots aria-hidden="true" {
            @for place in 0..report.opportunities.len().min(40) { i.held[place < report.through_people] {} }
        }
    }
}

fn ended(state: OpportunityState) -> bool {
    matches!(state, OpportunityState::Taken | OpportunityState::Gone)
}

fn one_of_them(desk: &Desk, one: &Shown) -> Markup {
    html! {
        section.opportunity id=(one.id) {
            h2 { bdi { (one.title) } }
            @if let Some(name) = &one.organization { p.at { a href=(organizations::address(name)) { bdi { (name) } } } }
            ol.plain.steps-so-far {
                @for (place, step) in one.steps.iter().enumerate() {
                    li.now[place + 1 == one.steps.len()] { (capital(&step.state.to_string())) " " time datetime=(step.on) { (spoken(step.on, desk.visit.today)) } }
                }
            }
            (led_there(one))
            @if let Some(notes) = &one.notes { (noted(notes)) }
            @let is_step = desk.visit.path.ends_with("/step");
            @if is_step { (desk.why(Some(one.id))) }
            @if !ended(one.state) { (forms::step(desk, one)) }
            details.also open[!is_step && desk.is_again(Some(one.id))] { summary { "Correct it" } (forms::edit(desk, one)) }
        }
    }
}

/// What the seeker wants to remember; a long note is folded.
fn noted(notes: &str) -> Markup {
    html! {
        @if notes.chars().count() <= NOTE { p.said dir="auto" { (notes) } }
        @else { details { summary { "Your notes" } p.said dir="auto" { (notes) } } }
    }
}

/// The people who led there, from the first one called.
fn led_there(one: &Shown) -> Markup {
    html! {
        @if one.chain.is_empty() { p.muted { "Nobody is noted as having led there." } }
        @else {
            p.steps-to {
                span { "You" }
                @match one.chain.as_slice() {
                    [first, second, between @ .., last_but_one, last] if between.len() > WHOLE - 4 => {
                        span { (person::name(first)) } span { (person::name(second)) }
                        span { a.muted href="/map?all=yes" { (between.len()) " more" } }
                        span { (person::name(last_but_one)) } span { (person::name(last)) }
                    }
                    all => { @for one in all { span { (person::name(one)) } } }
                }
            }
        }
        @if let (Some(id), Some(who)) = (one.conversation, &one.through) {
            p.small { "It came up in " a href=(talk::page(who.id, id)) { "a conversation" } "." }
        }
    }
}

/// Notes a new one, once.
pub fn add(visit: &Visit) -> Answer {
    visit.once(|| keep(visit))
}

fn keep(visit: &Visit) -> Answer {
    let told = new(visit);
    change(visit, None, |campaign, ids| {
        let mut new = told.as_ref().map_err(Clone::clone)?.clone();
        let came_in = new.conversation.and_then(|id| campaign.conversations.get(&id)).map(|held| held.person);
        // The name of whom the conversation was with need not be unique: it stands there already.
        new.through = through(campaign, visit.field("through"), came_in)?;
        new.conversation = new.conversation.filter(|_| came_in.is_some() && came_in == new.through);
        add_opportunity(campaign, ids, visit.today, new)
    })
}

fn new(visit: &Visit) -> Result<NewOpportunity, Refusal> {
    Ok(NewOpportunity {
        title: visit.field("title").to_owned(),
        organization: visit.told("organization"),
        through: None,
        conversation: visit.field("talk").parse::<ConversationId>().ok(),
        state: OpportunityState::from_word(visit.field("state")),
        on: day(visit)?,
        notes: visit.told("notes").map(|text| text.replace("\r\n", "\n")),
    })
}

/// The day that was chosen, none when the field was left empty.
fn day(visit: &Visit) -> Result<Option<jiff::civil::Date>, Refusal> {
    if visit.field("on").is_empty() {
        return Ok(None);
    }
    a_day(visit, "on").map(Some)
}

fn a_day(visit: &Visit, name: &str) -> Result<jiff::civil::Date, Refusal> {
    visit.day(name, Toward::Past).map_err(|trouble| match trouble {
        Trouble::Campaign(store::Error::Refused(no)) => no,
        other => Refusal::usage(other.message(), other.hint()),
    })
}

/// Whom the field means. A name that stood in it already still means the same person.
fn through(campaign: &Campaign, typed: &str, stood: Option<PersonId>) -> Result<Option<PersonId>, Refusal> {
    match stood {
        _ if typed.is_empty() => Ok(None),
        Some(id) if campaign.name(id).trim() == typed => Ok(Some(id)),
        _ => find(campaign, typed).map(Some),
    }
}

/// Notes how far one went.
pub fn step(visit: &Visit) -> Answer {
    let id: OpportunityId = visit.part("opportunity")?;
    let on = day(visit);
    change(visit, Some(id), |campaign, _| {
        let state = OpportunityState::from_word(visit.field("state"));
        let state =
            state.ok_or_else(|| Refusal::usage("Choose how far it went.", "The list beside the day has the steps."))?;
        step_opportunity(campaign, visit.today, id, state, on.clone()?.unwrap_or(visit.today))
    })
}

/// Corrects what was told of one.
pub fn edit(visit: &Visit) -> Answer {
    let id: OpportunityId = visit.part("opportunity")?;
    change(visit, Some(id), |campaign, _| {
        let stands = campaign.opportunities.get(&id);
        if let Some(stands) = stands {
            visit.unchanged(stands)?;
        }
        let stood = stands.and_then(|stands| method::momentum::opportunities::through(campaign, stands));
        let through = through(campaign, visit.field("through"), stood)?;
        let same = through == stood;
        let edit = OpportunityEdit {
            title: Some(visit.field("title").to_owned()),
            organization: Some(visit.told("organization")),
            through: (!same).then_some(through),
            // Whoever led there was not in that conversation after all.
            conversation: (!same).then_some(None),
            notes: Some(visit.told("notes").map(|text| text.replace("\r\n", "\n"))),
            steps: stands.map(|stands| days(visit, stands)).transpose()?,
        };
        edit_opportunity(campaign, visit.today, id, edit)
    })
}

/// The steps with the days that were chosen; one whose day was emptied goes.
fn days(visit: &Visit, stands: &Opportunity) -> Result<Vec<OpportunityStep>, Refusal> {
    let mut steps = Vec::new();
    for (place, step) in stands.steps.iter().enumerate() {
        let name = forms::day_of_step(place);
        if !visit.form.iter().any(|(key, _)| *key == name) {
            steps.push(step.clone());
        } else if !visit.field(&name).is_empty() {
            steps.push(OpportunityStep { on: a_day(visit, &name)?, ..step.clone() });
        }
    }
    Ok(steps)
}

/// Writes what was decided; a no shows the page again, with the words that were typed in their form.
fn change(visit: &Visit, about: Option<OpportunityId>, decide: impl Fn(&Campaign, &Ids) -> Decision) -> Answer {
    match visit.change(Scope::Everyone, decide) {
        Ok(changed) => visit.done("/opportunities", changed.step),
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
            let campaign = visit.campaign()?;
            if about.is_some_and(|id| !campaign.opportunities.contains_key(&id)) {
                return Err(trouble);
            }
            let why = form::refused(&trouble.message(), &hint(&trouble));
            let body = page(visit, &campaign, Some(&Again { about, why }));
            visit.page_again(&trouble, TITLE, body)
        }
        Err(trouble) => Err(trouble),
    }
}

/// Where the method's hint names a flag of the command line, this page has a field for it.
fn hint(trouble: &Trouble) -> String {
    let hint = trouble.hint();
    match hint.contains("--on") {
        true if hint.contains("opportunity correct") => {
            "Change the day below and send it again, or change the first one under “Correct it”.".to_owned()
        }
        true => "Change the day below and send it again.".to_owned(),
        false if hint.contains("opportunity add") && trouble.message().contains("needs a few words") => {
            "For instance: Training coordinator.".to_owned()
        }
        false => hint,
    }
}

//! Momentum: is it working? The ladder over the weeks, what one conversation leads to, how many came how far, and what
//! each chain waits for. Serves the eighth step (rows M4, M16, M17).
//!
//! All of it is the seeker's own record. It shows no score, no streak and no goal that was missed.

mod chains;
pub mod weeks;

use maud::{Markup, html};
use method::momentum::ahead::Ahead;
use method::momentum::funnel::{FunnelStep, Step};
use method::momentum::gauge::{Momentum, momentum};
use method::momentum::judge_the_pace_from_eight_conversations_on::Sustain;
use method::momentum::opportunities::{Opportunities, opportunities};

use crate::commands::{told, way};
use crate::shell::grouped;
use crate::visit::{Answer, Visit};

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let report = momentum(&campaign, visit.today);
    if report.weeks.is_empty() {
        return visit.page("Momentum", nothing_yet());
    }
    let opportunities = opportunities(&campaign, visit.today);
    visit.page(
        "Momentum",
        html! {
            h1 { "Momentum" }
            p.intro { (opening(&report)) }
            div.cols {
                div {
                    h2 { "How far your conversations went" }
                    (weeks::picture(&report.weeks, visit.today, true))
                    (weeks::table(&report.weeks))
                    (chains::chains(&report.chains, visit.today, campaign.direction.closed_on.is_some()))
                    h2 { "What one conversation leads to" }
                    p { (report.sustain.text) }
                    (steps(&report.sustain))
                    (looking_ahead(&report.ahead))
                    @if let Some(claim) = &report.claim { h2 { "What led further" } p { bdi { (claim.text) } } }
                }
                aside.card {
                    h2 { "How many came how far" }
                    (funnel(&report.funnel, &own_words(&report.funnel)))
                    (came_through(&opportunities))
                    h2 { "Share it" }
                    p { a href="/share" { "A page for a coach or a few peers" } ", without anybody’s name." }
                    h2 { "When it ends" }
                    p { a href="/closing" { "Everybody who helped" } ", and a thank-you to each." }
                }
            }
        },
    )
}

/// The whole search in a sentence.
fn opening(report: &Momentum) -> String {
    let rungs = report.ladder;
    let held = rungs.not_much + rungs.listened + rungs.named_someone + rungs.made_the_call;
    let went_on = rungs.named_someone + rungs.made_the_call;
    match (held, went_on) {
        (0, _) => "You have asked. The first conversation is the next thing to show here.".to_owned(),
        (1, _) => "One conversation so far. Each one that follows makes the picture clearer.".to_owned(),
        (held, 0) => format!("{held} conversations so far. The last question of each asks for another person."),
        (held, 1) => format!("{held} conversations so far. In one of them you were led on to somebody."),
        (held, some) => format!("{held} conversations so far. In {some} of them you were led on to somebody."),
    }
}

/// What comes of one conversation, each step with its range.
fn steps(sustain: &Sustain) -> Markup {
    html! {
        @if !sustain.brings.is_empty() {
            table.funnel.brings {
                caption.sr { "What comes of one conversation" }
                thead.sr { tr { th scope="col" { "What" } th scope="col" { "Best guess" } th scope="col" { "Range" } } }
                tbody {
                    @for step in &sustain.brings {
                        @let (guess, range) = step.in_words();
                        tr {
                            th scope="row" { (step.outcome.in_plain_words()) }
                            td { "about " (guess) }
                            td { (range) }
                        }
                    }
                }
            }
        }
    }
}

/// A range, and what it assumes.
fn looking_ahead(ahead: &Ahead) -> Markup {
    html! {
        @if !ahead.text.is_empty() {
            h2 { "Looking ahead" }
            @for sentence in &ahead.text { p { (sentence) } }
            @if let Some(assumed) = &ahead.assumes { p.small.muted { (assumed) } }
        }
    }
}

fn nothing_yet() -> Markup {
    html! {
        h1 { "Momentum" }
        div.calm {
            p { "The weeks begin with your first ask. From then on this page shows how far each conversation went, and whom \
                 it led to." }
            @if let Some(way) = way("halfhour next") { p { a.btn.first href=(way.to) { "Whom to call first" } } }
            @else if let Some(way) = way("halfhour list add") { p { a.btn.first href=(way.to) { (way.says) } } }
        }
    }
}

/// What the seeker reads of each step.
fn own_words(steps: &[FunnelStep]) -> Vec<&'static str> {
    steps.iter().map(|step| step.step.in_plain_words()).collect()
}

/// A bar for each step from the first ask on, with what is said of it. The list itself would dwarf the rest, and is told
/// as a number.
pub fn funnel(steps: &[FunnelStep], said: &[&str]) -> Markup {
    let most = steps.iter().filter(|step| step.step != Step::OnTheList).map(|step| step.people).max().unwrap_or(0);
    html! {
        table.funnel {
            caption.sr { "How many different people came how far" }
            thead.sr { tr { th scope="col" { "Step" } th scope="col" { "People" } } }
            tbody {
                @for (step, says) in steps.iter().zip(said) {
                    tr {
                        th scope="row" {
                            (says)
                            @if step.step != Step::OnTheList { (bar(step.people, most)) }
                        }
                        td { (grouped(step.people)) }
                    }
                }
            }
        }
    }
}

/// The number beside it says the same.
fn bar(people: usize, most: usize) -> Markup {
    let width = if most == 0 { 0 } else { (people * 100).div_ceil(most) };
    html! {
        svg.bar viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.ground width="100" height="6" {}
            rect.on width=(width) height="6" {}
        }
    }
}

fn came_through(opportunities: &Opportunities) -> Markup {
    html! {
        h2 { "Opportunities" }
        @if opportunities.opportunities.is_empty() {
            p { "None is noted yet. When a conversation brings something up, " a href="/opportunities#new" { "note it" } "." }
        } @else {
            p { (told(&opportunities.text)) }
            (bar(opportunities.through_people, opportunities.opportunities.len()))
            @if let Some(way) = way("halfhour opportunity") { p { a href=(way.to) { "See each, and who led there" } } }
        }
    }
}

//! What to ask the first person of a way: a half hour and a name, never a job (rows M9, M10, M11).

use super::Target;
use super::step::to_call_on;
use super::ways::{End, View};
use crate::conversation::Referral;
use crate::day::spoken;
use crate::follow_through::call_the_referred::{self, is_your_turn};
use crate::id::PersonId;
use crate::list::slate::{HeldBack, let_a_conversation_rest, meeting_comes_first, wait_for_the_answer};

/// What to ask, in one or two sentences. Where the first one, or the one who is sought, is not to be asked now: what to do
/// instead.
pub(super) fn request(view: &View<'_>, target: &Target, way: &[PersonId], end: &End, held: &[HeldBack]) -> String {
    let sought = way.last().filter(|_| *end == End::Sought);
    let about = |id: Option<&PersonId>| held.iter().find(|one| Some(&one.person.id) == id);
    match (about(sought), about(way.first())) {
        (Some(one), _) => instead(view, one, None),
        (None, Some(one)) => instead(view, one, Some(&in_short(view, target, way, end))),
        (None, None) => of_the_free(view, target, way, end),
    }
}

fn of_the_free(view: &View<'_>, target: &Target, way: &[PersonId], end: &End) -> String {
    match (way, target) {
        ([only], _) if to_call_on(view, *only).is_some() => to_call_on(view, *only)
            .map(|referral| call_the_referred::words(view.campaign, referral))
            .unwrap_or_default(),
        ([first], Target::Person(_)) => call_or_wait(view, *first),
        ([first], Target::Organization(name)) => into(&given(view, first), name, end),
        ([first, next, on @ ..], _) => {
            let asked = introduction(view, first, next);
            let farther = !on.is_empty() || matches!((end, target), (End::Was(_) | End::SpokeOfIt(_), _));
            match target {
                Target::Person(id) if farther => {
                    format!(
                        "{asked}. Say that you would like to get to {}: there may be a shorter way",
                        view.campaign.name(*id)
                    )
                }
                Target::Organization(name) => format!("{asked}. Say that it is about {name}"),
                Target::Person(_) => asked,
            }
        }
        ([], _) => String::new(),
    }
}

fn given(view: &View<'_>, id: &PersonId) -> String {
    view.campaign.shown(*id).given().to_owned()
}

/// Whom an introduction to is still awaited is called when it has not come.
fn call_or_wait(view: &View<'_>, id: PersonId) -> String {
    let first = given(view, &id);
    let mut awaited = view.ties.so_far.named(id).iter().filter(|referral| view.ties.so_far.waits(referral));
    match awaited.find(|referral| !is_your_turn(&view.workdays, referral, view.today)) {
        Some(referral) => wait_for(view, referral),
        None => format!("Ask {first} for half an hour"),
    }
}

fn wait_for(view: &View<'_>, referral: &Referral) -> String {
    let (by, to) = (view.campaign.name(referral.by), view.campaign.name(referral.person));
    let until = spoken(call_the_referred::until(&view.workdays, referral), view.today);
    format!("{by} offered to introduce you to {to}. If that has not come by {until}, call {to} yourself")
}

/// What is done instead of asking somebody for half an hour who is not to be asked now.
fn instead(view: &View<'_>, one: &HeldBack, asked: Option<&str>) -> String {
    let first = given(view, &one.person.id);
    let rule = one.rule;
    match asked {
        Some(asked) if rule == let_a_conversation_rest::RULE.name => {
            format!("Your half hour with {first} has been, so a short message does: ask {asked}")
        }
        Some(asked) if rule == meeting_comes_first::RULE.name => format!("When you talk with {first}, ask {asked}"),
        _ if rule == let_a_conversation_rest::RULE.name => {
            format!("Your half hour with {first} has been; what comes next is among your moves")
        }
        _ if rule == meeting_comes_first::RULE.name => format!("{first} said yes: the meeting comes first"),
        _ if rule == wait_for_the_answer::RULE.name => format!("Wait for the answer of {first}"),
        _ => format!("Leave {first} be for now"),
    }
}

/// What a short message to the first one asks.
fn in_short(view: &View<'_>, target: &Target, way: &[PersonId], end: &End) -> String {
    match (way, target, end) {
        ([_, next, ..], _, _) => {
            let next = view.campaign.name(*next);
            format!("whether you should talk to {next}, and whether they would introduce you")
        }
        (_, Target::Organization(name), End::There(_) | End::Probably(_)) => {
            format!("whom else you should talk to at {name}")
        }
        (_, Target::Organization(name), _) => format!("whom they know at {name}"),
        (_, Target::Person(_), _) => "whom else you should talk to".to_owned(),
    }
}

fn into(first: &str, name: &str, end: &End) -> String {
    match end {
        End::There(_) => {
            format!("Ask {first} for half an hour: how it is at {name}, and whom else you should talk to there")
        }
        End::Probably(_) => format!(
            "Ask {first} for half an hour: whether they are still at {name}, how it is there, and whom else you should talk to"
        ),
        End::Was(_) => format!("Ask {first} for half an hour: how it was at {name}, and whom they still know there"),
        End::SpokeOfIt(_) => format!("Ask {first} whom they know at {name}"),
        End::Sought => format!("Ask {first} for half an hour"),
    }
}

/// What to ask the first about the second.
fn introduction(view: &View<'_>, first: &PersonId, next: &PersonId) -> String {
    let (first_name, next_name) = (given(view, first), view.campaign.name(*next));
    let mut named = view.ties.so_far.named(*next).iter().filter(|referral| referral.by == *first);
    match named.next_back() {
        Some(referral) if referral.introduced_on.is_some() => {
            format!("Call {next_name}, and say that {first_name} introduced you")
        }
        Some(referral) if !is_your_turn(&view.workdays, referral, view.today) => wait_for(view, referral),
        Some(referral) if referral.introduction => {
            format!("Remind {first_name} that they offered to introduce you to {next_name}")
        }
        Some(_) => format!("Ask {first_name} to introduce you to {next_name}, whom they named"),
        None => format!(
            "Ask {first_name} for half an hour, and at its end whether you should talk to {next_name} and whether they \
             would introduce you"
        ),
    }
}

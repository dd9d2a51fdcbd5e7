//! What to ask the first person of a way: a half hour and a name, never a job (rows M9, M10, M11).

use super::Target;
use super::ways::{End, View};
use crate::id::PersonId;

/// What to ask, in one or two sentences.
pub(super) fn request(view: &View<'_>, target: &Target, way: &[PersonId], end: &End) -> String {
    let given = |id: &PersonId| view.campaign.shown(*id).given().to_owned();
    match (way, target) {
        ([first], Target::Person(_)) => format!("Ask {} for half an hour", given(first)),
        ([first], Target::Organization(name)) => into(&given(first), name, end),
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

fn into(first: &str, name: &str, end: &End) -> String {
    match end {
        End::There(_) => {
            format!("Ask {first} for half an hour: how it is at {name}, and whom else you should talk to there")
        }
        End::Was(_) => format!("Ask {first} for half an hour: how it was at {name}, and whom they still know there"),
        End::SpokeOfIt(_) => format!("Ask {first} whom they know at {name}"),
        End::Sought => format!("Ask {first} for half an hour"),
    }
}

/// What to ask the first about the second.
fn introduction(view: &View<'_>, first: &PersonId, next: &PersonId) -> String {
    let (first_name, next_name) = (view.campaign.shown(*first).given(), view.campaign.name(*next));
    let mut named = view.ties.so_far.named(*next).iter().filter(|referral| referral.by == *first);
    match named.next_back() {
        Some(referral) if referral.introduced_on.is_some() => {
            format!("Call {next_name}, and say that {first_name} introduced you")
        }
        Some(_) => format!("Ask {first_name} to introduce you to {next_name}, whom they named"),
        None => format!(
            "Ask {first_name} for half an hour, and at its end whether you should talk to {next_name} and whether they \
             would introduce you"
        ),
    }
}

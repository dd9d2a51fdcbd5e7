//! What the forms of the seeker's page sent, as the method takes it. Serves `me`. It decides nothing.

use method::change::Refusal;
use method::day::workdays::DayOff;
use method::direction::SearchKind;
use method::direction::steer::Steering;
use method::direction::week::WeekEdit;
use method::list::edit::ListEdit;
use method::seeker::edit::SeekerEdit;
use method::seeker::strengths::ToldStrength;

use crate::visit::Visit;

/// Who they are. An employment question that was not answered stays as it was.
pub fn you(visit: &Visit) -> SeekerEdit {
    let employed_now = match visit.field("employed") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    SeekerEdit {
        name: Some(visit.field("name").to_owned()),
        headline: Some(visit.field("headline").to_owned()),
        addresses: whole(visit, "addresses"),
        links: whole(visit, "links"),
        employed_now,
        employer: Some(visit.field("employer").to_owned())
            .filter(|name| !name.is_empty() || employed_now == Some(true)),
    }
}

/// Where the search should go.
pub fn direction(visit: &Visit) -> Steering {
    Steering {
        search: SearchKind::from_word(visit.field("search")),
        fields: whole(visit, "fields"),
        roles: whole(visit, "roles"),
        organizations: whole(visit, "organizations"),
        places: whole(visit, "places"),
    }
}

/// The strengths that stand with the proof typed beside them, and last the new one, unless all of it is empty. A new one
/// without a proof takes none away from one of the same name.
pub fn strengths(visit: &Visit) -> Vec<ToldStrength> {
    let (names, proofs) = (all(visit, "strength"), all(visit, "proof"));
    let new = names.len().saturating_sub(1);
    let pairs = names.into_iter().zip(proofs).enumerate();
    let told = pairs.map(|(place, (name, proof))| {
        let proof = Some(proof).filter(|proof| place != new || !proof.is_empty());
        ToldStrength { name, proof }
    });
    told.filter(|one| !one.name.is_empty() || one.proof.is_some()).collect()
}

fn all(visit: &Visit, name: &str) -> Vec<String> {
    let all = visit.form.iter().filter(|(key, _)| key == name);
    all.map(|(_, value)| value.trim().to_owned()).collect()
}

/// The plan for a week.
///
/// # Errors
/// When the number of conversations is no number.
pub fn week(visit: &Visit) -> Result<WeekEdit, Refusal> {
    let number = visit.field("conversations");
    let conversations = if number.is_empty() {
        None
    } else {
        Some(number.parse().map_err(|_| {
            Refusal::usage(
                format!("“{number}” is not a number of conversations."),
                "Write a number such as 2, or leave it empty for one at each of your times.",
            )
        })?)
    };
    Ok(WeekEdit {
        set: Some(lines(visit, "slots")),
        conversations: Some(conversations),
        weekdays: Some(all(visit, "weekday")),
        all_off: Some(days_off(visit)?),
        ..WeekEdit::default()
    })
}

fn days_off(visit: &Visit) -> Result<Vec<DayOff>, Refusal> {
    let read = |line: String| {
        DayOff::parse(&line, visit.today).ok_or_else(|| {
            Refusal::usage(
                format!("“{line}” is neither a day nor one day to a later one."),
                "Write it like this: 25 Dec, or 24 Dec to 2 Jan, away.",
            )
        })
    };
    Ok(lines(visit, "days_off").into_iter().map(read).collect::<Result<Vec<_>, _>>()?.concat())
}

fn whole(visit: &Visit, name: &str) -> ListEdit {
    ListEdit { set: Some(lines(visit, name)), ..ListEdit::default() }
}

fn lines(visit: &Visit, name: &str) -> Vec<String> {
    visit.field(name).lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

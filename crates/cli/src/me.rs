//! `me`: who you are, what you do best, where the search should go, and your week.

use std::cell::RefCell;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use formats::holidays::Holidays;
use method::campaign::Campaign;
use method::change::Decision;
use method::direction::SearchKind;
use method::direction::close::{close_search, reopen_search};
use method::direction::ideas::{add_ideas, drop_ideas};
use method::direction::steer::{Steering, steer};
use method::direction::week::plan_week;
use method::id::Ids;
use method::list::edit::ListEdit;
use method::seeker::edit::{SeekerEdit, edit_seeker};
use method::seeker::me::me;
use method::seeker::past::{Stretch, add_position, add_school, remove_position, remove_school};
use method::seeker::strengths::{ToldStrength, edit_strengths};
use store::Scope;

use crate::door::Door;
use crate::failure::Failure;

mod holidays;
mod page;
mod week;

use holidays::Account;
use page::Page;
use week::WeekWords;

/// Without an option it shows what is told; several options together are one step.
#[derive(Debug, Args)]
pub struct Wish {
    #[command(flatten, next_help_heading = "You")]
    you: You,
    #[command(flatten, next_help_heading = "What you do best, and where you have been")]
    past: PastWords,
    #[command(flatten, next_help_heading = "Where the search should go")]
    direction: DirectionWords,
    #[command(flatten, next_help_heading = "Your week")]
    week: WeekWords,
}

#[derive(Debug, Args)]
struct You {
    /// Your name, as you sign
    #[arg(long)]
    name: Option<String>,
    /// One line about you
    #[arg(long, value_name = "TEXT")]
    headline: Option<String>,
    /// An e-mail address of yours
    #[arg(long)]
    address: Vec<String>,
    /// Take one away
    #[arg(long, value_name = "ADDRESS")]
    drop_address: Vec<String>,
    /// You are employed, and where: people there are held back until you release them
    #[arg(long, value_name = "ORGANIZATION", conflicts_with = "not_employed")]
    employed_at: Option<String>,
    /// You are not employed now
    #[arg(long)]
    not_employed: bool,
}

#[derive(Debug, Args)]
struct PastWords {
    /// A strength, with its proof: "calming a busy ward: cut waiting by a third"
    #[arg(long, value_name = "NAME: PROOF")]
    strength: Vec<String>,
    /// Take a strength away
    #[arg(long, value_name = "NAME")]
    drop_strength: Vec<String>,
    /// Where you worked: "charge nurse, Harbor Hospital, 2015-2019"
    #[arg(long, value_name = "TITLE, ORGANIZATION, YEARS")]
    position: Vec<String>,
    /// Take one away, by its id or organization
    #[arg(long, value_name = "POSITION")]
    drop_position: Vec<String>,
    /// Where you learned: "Harbor College, nursing"
    #[arg(long, value_name = "NAME, DEGREE")]
    school: Vec<String>,
    /// Take one away, by its id or name
    #[arg(long, value_name = "SCHOOL")]
    drop_school: Vec<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Search {
    FindAJob,
    ChangeJobs,
    ChangeCareers,
}

#[derive(Debug, Args)]
struct DirectionWords {
    /// What kind of search it is
    #[arg(long, value_enum, value_name = "KIND")]
    search: Option<Search>,
    /// A line of work that draws you
    #[arg(long)]
    field: Vec<String>,
    /// Take one away
    #[arg(long, value_name = "FIELD")]
    drop_field: Vec<String>,
    /// What you would like to be
    #[arg(long)]
    role: Vec<String>,
    /// Take one away
    #[arg(long, value_name = "ROLE")]
    drop_role: Vec<String>,
    /// Where you would like to be
    #[arg(long)]
    organization: Vec<String>,
    /// Take one away
    #[arg(long, value_name = "ORGANIZATION")]
    drop_organization: Vec<String>,
    /// Where that could be
    #[arg(long)]
    place: Vec<String>,
    /// Take one away
    #[arg(long, value_name = "PLACE")]
    drop_place: Vec<String>,
    /// A direction to try out in conversations
    #[arg(long)]
    idea: Vec<String>,
    /// Lay one aside
    #[arg(long, value_name = "IDEA")]
    drop_idea: Vec<String>,
    /// The search has come to its end: no more moves; what is still open is named first
    #[arg(long, conflicts_with = "reopen")]
    close_search: bool,
    /// It goes on after all
    #[arg(long)]
    reopen: bool,
}

/// Shows, or tells, all in one step.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    let stretches = Stretches {
        positions: wish.past.position.iter().map(|line| Stretch::position(line, door.today)).collect(),
        schools: wish.past.school.iter().map(|line| Stretch::school(line, door.today)).collect(),
    };
    let holidays = wish.week.holidays(door)?;
    let known = RefCell::new(Vec::new());
    let told = |campaign: &Campaign, ids: &Ids| {
        known.replace(campaign.week.days_off.clone());
        tell(door, campaign, ids, &wish, &stretches, holidays.as_ref().map(|(_, found)| found))
    };
    let changed = door.change(Scope::Told, told)?;
    if let Some((file, found)) = holidays {
        return door.show(&Account::of(door.step(changed.step)?, file, found, &known.take(), door.today));
    }
    if changed.step.is_some() { door.tell(changed.step) } else { door.show(&Page(me(&door.read(Scope::Told)?))) }
}

struct Stretches {
    positions: Vec<Stretch>,
    schools: Vec<Stretch>,
}

fn tell(
    door: &Door,
    campaign: &Campaign,
    ids: &Ids,
    wish: &Wish,
    stretches: &Stretches,
    holidays: Option<&Holidays>,
) -> Decision {
    let past = &wish.past;
    let strengths: Vec<ToldStrength> = past.strength.iter().map(|text| ToldStrength::parse(text)).collect();
    let mut changes = edit_seeker(campaign, &seeker_edit(&wish.you))?;
    changes.extend(steer(campaign, &steering(&wish.direction))?);
    changes.extend(edit_strengths(campaign, ids, &strengths, &past.drop_strength)?);
    for told in &stretches.positions {
        changes.extend(add_position(campaign, ids, told)?);
    }
    for told in &stretches.schools {
        changes.extend(add_school(campaign, ids, told)?);
    }
    for query in &past.drop_position {
        changes.extend(remove_position(campaign, query)?);
    }
    for query in &past.drop_school {
        changes.extend(remove_school(campaign, query)?);
    }
    changes.extend(add_ideas(campaign, ids, door.today, &wish.direction.idea)?);
    changes.extend(drop_ideas(campaign, &wish.direction.drop_idea)?);
    changes.extend(plan_week(campaign, &wish.week.edit(door, holidays)?)?);
    if wish.direction.close_search {
        changes.extend(close_search(campaign, door.today, false)?);
    }
    if wish.direction.reopen {
        changes.extend(reopen_search(campaign)?);
    }
    Ok(changes)
}

fn seeker_edit(you: &You) -> SeekerEdit {
    let employed = you.employed_at.as_ref().map(|_| true);
    SeekerEdit {
        name: you.name.clone(),
        headline: you.headline.clone(),
        addresses: listed(&you.address, &you.drop_address),
        links: ListEdit::default(),
        employed_now: employed.or(you.not_employed.then_some(false)),
        employer: you.employed_at.clone(),
    }
}

fn steering(words: &DirectionWords) -> Steering {
    Steering {
        search: words.search.map(|kind| match kind {
            Search::FindAJob => SearchKind::FindAJob,
            Search::ChangeJobs => SearchKind::ChangeJobs,
            Search::ChangeCareers => SearchKind::ChangeCareers,
        }),
        fields: listed(&words.field, &words.drop_field),
        roles: listed(&words.role, &words.drop_role),
        organizations: listed(&words.organization, &words.drop_organization),
        places: listed(&words.place, &words.drop_place),
    }
}

fn listed(add: &[String], remove: &[String]) -> ListEdit {
    ListEdit { set: None, add: add.to_vec(), remove: remove.to_vec() }
}
